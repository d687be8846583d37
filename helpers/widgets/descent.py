"""The explorers of notebook 03."""

import numpy as np

from helpers import data
from helpers.figures import descent as figures
from helpers.figures import line, style
from helpers.formulas import descent as formulas
from helpers.formulas import words
from helpers.formulas.numbers import exact
from helpers.formulas.words import number, size
from helpers.live.button import button
from helpers.live.controls import choice, log_slider, player, slider, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import area, grips, point
from helpers.maths import descent, linear, scaling
from helpers.widgets import line_scene


def slope_by_nudging():
    """Return an explorer that measures the slope of the loss along theta0 by nudging it."""
    X, y = line_scene.points()
    left, right = style.new_axes(2, size=(9, 3.5), width_ratios=[1.3, 1])
    slope = figures.draw_slope(left, x_limits=(-1.5, 7.5), y_limits=(0, 12))
    grid, epsilons = np.linspace(-1.5, 7.5, 91), np.geomspace(0.001, 2, 60)

    def loss_along(theta):
        return lambda theta0: linear.loss(np.array([theta0, theta[1]]), X, y)

    def miss(theta, epsilon, central):
        measured = descent.nudged_slope(lambda t: linear.loss(t, X, y), theta, 0, epsilon, central=central)
        return measured - linear.gradient(theta, X, y)[0]

    misses = [[miss(np.zeros(2), epsilon, central) for epsilon in epsilons] for central in (False, True)]
    settling = figures.draw_settling(right, epsilons, *misses)
    live = LiveFigure(left.figure, [slope, settling])

    def update(theta0, theta1, epsilon, central):
        theta, along = np.array([theta0, theta1]), loss_along((theta0, theta1))
        by_formula = linear.gradient(theta, X, y)[0]
        measured = by_formula + miss(theta, epsilon, central)
        nudged = [theta0 + epsilon, theta0 - epsilon if central else theta0]
        heights = [along(t) for t in nudged]
        curve = (grid, linear.surface(grid, [theta1], X, y)[0])
        here = (theta0, along(theta0))
        figures.update_slope(slope, curve, here, np.column_stack([nudged, heights]), measured, by_formula)
        figures.update_settling(settling, epsilon, measured - by_formula)
        formula = formulas.nudge(heights, epsilon, measured, by_formula, central=central)
        return Caption(_slope_words(theta, epsilon, central, heights, measured, by_formula), formula)

    controls = {
        "theta0": slider("θ₀, which is nudged", 1, -1, 5),
        "theta1": slider("θ₁, which stays", 0, 0, 5),
        "epsilon": log_slider("ε, the nudge", 2.0, 0.001, 2.0, exactly=[0.01, 0.1, 1.0]),
        "central": tick("nudge to both sides"),
    }
    presets = {
        "Large nudge": {"epsilon": 2.0, "central": False},
        "Small nudge": {"epsilon": 0.01, "central": False},
        "Large, both sides": {"epsilon": 2.0, "central": True},
    }
    handles = [
        grips(slope.points, lambda grab: {"epsilon": abs(grab.x - grab.start["theta0"])}),
        point(slope.here, x="theta0"),
        point(settling, x="epsilon"),
        area(right, x="epsilon"),
    ]
    return Explorer(live, controls, update, presets, "slope_by_nudging", handles)


def descent_steps():
    """Return an explorer that descends step by step, each with its numbers put in."""
    X, y = line_scene.points()
    x, best = X[:, 1], linear.least_squares(X, y)
    left, right = style.new_axes(2, size=(9, 3.5), width_ratios=[1.35, 1])
    fit = line.draw_fit(left, x, y, x_limits=line_scene.SIDES, y_limits=(-1, 7))
    path, arrow = _draw_path(right, X, y), figures.draw_arrow(right)
    live = LiveFigure(left.figure, [fit, path, arrow])

    def update(step, alpha, theta0, theta1):
        run = descent.gradient_descent(X, y, alpha=alpha, steps=step + 1, theta=[theta0, theta1])
        theta, after = run.thetas[step], run.thetas[step + 1]
        gradient = linear.gradient(theta, X, y)
        line.update_fit(fit, x, y, linear.predict(theta, X), curve=line_scene.across(theta))
        figures.update_path(path, run.thetas[: step + 1], best)
        figures.update_arrow(arrow, theta, after - theta)
        text = _step_words(step, alpha, run, gradient, linear.loss(best, X, y))
        return Caption(text, formulas.step(theta, gradient, alpha, after, step))

    steps = whole_slider("steps made", 0, 0, 30)
    controls = {
        "step": steps,
        "next": button("Step", lambda: steps.set_trait("value", steps.value + 1)),
        "player": player(steps, 400),
        "alpha": slider("α, the learning rate", 0.5, 0.05, 2, step=0.05),
        "theta0": slider("θ₀ at the start", 0, -1, 5),
        "theta1": slider("θ₁ at the start", 0, -1, 7),
    }
    presets = {
        "Before the first step": {"step": 0, "alpha": 0.5, "theta0": 0.0, "theta1": 0.0},
        "After one step": {"step": 1, "alpha": 0.5, "theta0": 0.0, "theta1": 0.0},
        "Too long steps": {"step": 4, "alpha": 1.8, "theta0": 0.0, "theta1": 0.0},
    }

    def nearest_step(grab):
        start = [grab.start["theta0"], grab.start["theta1"]]
        run = descent.gradient_descent(X, y, alpha=grab.start["alpha"], steps=steps.max, theta=start)
        return {"step": line_scene.nearest_on(run.thetas, grab)}

    handles = [
        grips(path.end, nearest_step),
        point(path.start, "theta0", "theta1"),
        area(right, "theta0", "theta1"),
    ]
    return Explorer(live, controls, update, presets, "descent_steps", handles)


def learning_rate():
    """Return an explorer of the learning rate: the path, the loss, and the factor of each step."""
    X, y = line_scene.points()
    best, bends, limit = linear.least_squares(X, y), descent.curvature(X), descent.largest_alpha(X)
    left, middle, right = style.new_axes(3, size=(9, 3.5), width_ratios=[1, 1, 1.1])
    path = _draw_path(left, X, y)
    curves = figures.draw_curves(middle, [""], [style.MODEL], far=100, y_limits=(1e-5, 1e3), xlabel="step")
    alphas = np.linspace(0, 2, 201)
    every = np.abs(descent.step_factors(alphas, bends.values[::-1, None]))  # (2, 201)
    factors = figures.draw_factors(right, alphas, every, ["steep", "flat"], limit)
    live = LiveFigure(left.figure, [path, curves, factors])

    def update(steps, alpha, theta0, theta1):
        run = descent.gradient_descent(X, y, alpha=alpha, steps=steps, theta=[theta0, theta1])
        above = descent.above_least(run.losses, X, y)
        factor = descent.step_factors(alpha, bends.values)
        figures.update_path(path, run.thetas, best)
        figures.update_curves(curves, [(np.arange(steps + 1), above)])
        figures.update_factors(factors, alpha, np.abs(factor))
        text = _rate_words(alpha, limit, factor, (theta0, theta1), above)
        return Caption(text, formulas.limit(alpha, bends.values, factor, limit))

    rates = {"crawling": 0.02, "good": 1.0, "zigzag": 1.45, "at the limit": limit, "diverging": 1.6}
    steps_made = whole_slider("steps", 40, 1, 100)
    controls = {
        "steps": steps_made,
        "player": player(steps_made, 100),
        "alpha": log_slider("α, the learning rate", 0.3, 0.01, 2.0, exactly=[*rates.values(), 1.38, 1.436]),
        "theta0": slider("θ₀ at the start", 0, -1, 5),
        "theta1": slider("θ₁ at the start", 0, -1, 7),
    }
    presets = {
        name: {"alpha": alpha, "steps": 40, "theta0": 0.0, "theta1": 0.0} for name, alpha in rates.items()
    }
    handles = [
        point(path.start, "theta0", "theta1"),
        area(left, "theta0", "theta1"),
        point(curves.ends[0], x="steps"),
        area(middle, x="steps"),
        point(factors.points, x="alpha"),
        area(right, x="alpha"),
    ]
    return Explorer(live, controls, update, presets, "learning_rate", handles)


def batches():
    """Return an explorer of batches: a noisy path for each size, at the same cost as the smooth one."""
    X, y = line_scene.points()
    best = linear.least_squares(X, y)
    left, right = style.new_axes(2, size=(9, 3.5), width_ratios=[1, 1.35])
    path = _draw_path(left, X, y, (-0.6, 4.4), (-0.6, 5.4), marker="", width=1)
    looks = {"labels": ["all 100", "this batch"], "colours": [style.ERROR, style.MODEL]}
    curves = figures.draw_curves(
        right, **looks, far=20, y_limits=(1e-5, 1e2), xlabel="passes over the data", mean="its mean"
    )
    live = LiveFigure(left.figure, [path, curves])

    def update(batch_size, passes, alpha, seed):
        def run(size):
            steps = passes * descent.updates_an_epoch(len(y), size)
            made = descent.gradient_descent(X, y, alpha=alpha, steps=steps, batch_size=size, seed=seed)
            far = np.arange(steps + 1) * passes / steps
            return made, (far, descent.above_least(made.losses, X, y))

        (chosen, curve), (_, smooth) = run(batch_size), run(len(y))
        figures.update_path(path, chosen.thetas, best)
        figures.update_curves(curves, [smooth, curve], descent.updates_an_epoch(len(y), batch_size))
        last = (len(y) - 1) % batch_size + 1  # examples in the last batch of a pass
        text = _batch_words(batch_size, passes, alpha, seed, curve[1], smooth[1])
        return Caption(text, formulas.batch_update(alpha, batch_size, last))

    controls = {
        "batch_size": choice("batch size", {"1": 1, "8": 8, "32": 32, "all 100": 100}, 8),
        "passes": whole_slider("passes over the data", 10, 1, 20),
        "alpha": log_slider("α, the learning rate", 0.2, 0.01, 0.8, exactly=[0.03, 0.1, 0.4]),
        "seed": whole_slider("seed of the order", 0, 0, 20),
    }
    presets = {
        "All at once": {"batch_size": 100, "alpha": 0.2, "passes": 20, "seed": 0},
        "32 at a time": {"batch_size": 32, "alpha": 0.2, "passes": 20, "seed": 0},
        "One at a time": {"batch_size": 1, "alpha": 0.2, "passes": 20, "seed": 0},
        "One at a time, smaller α": {"batch_size": 1, "alpha": 0.03, "passes": 20, "seed": 0},
    }
    handles = [point(curves.ends[1], x="passes"), area(right, x="passes")]
    return Explorer(live, controls, update, presets, "batches", handles)


def feature_scaling():
    """Return an explorer of a feature's unit and offset: what they do to the bowl, and what undoes it."""
    x, y = data.line()
    away = np.array([-2.5, 2.0])
    left, middle, right = style.new_axes(3, size=(9, 3.5), width_ratios=[1.1, 1.1, 1])
    fit = line.draw_fit(left, x[:, 0], y, x_limits=(0, 1), y_limits=(0, 7))
    axis = figures.draw_moving_axis(left, "the feature")
    ellipses, path = figures.draw_ellipses(middle, 5, limit=4), figures.draw_path(middle)
    curves = figures.draw_curves(right, [""], [style.MODEL], far=100, y_limits=(1e-5, 1e3), xlabel="step")
    live = LiveFigure(left.figure, [axis, fit, ellipses, path, curves])

    def update(offset, unit, standardised, share, steps):
        feature = offset + unit * x
        scaled = scaling.standardise(feature) if standardised else None
        X = linear.add_bias(scaled.Z if standardised else feature)
        best, bends = linear.least_squares(X, y), descent.curvature(X)
        alpha = share * descent.largest_alpha(X)
        run = descent.gradient_descent(X, y, alpha=alpha, steps=steps, theta=best + away)
        above = descent.above_least(run.losses, X, y)
        h = linear.predict(run.thetas[-1], X)
        figures.update_moving_axis(axis, X[:, 1])
        line.update_fit(fit, X[:, 1], y, h, residuals=False)
        figures.update_ellipses(ellipses, *bends, above[0] * np.array([1, 0.5, 0.2, 0.05, 0.01]))
        figures.update_path(path, run.thetas - best, np.zeros(2))
        figures.update_curves(curves, [(np.arange(steps + 1), above)])
        theta = scaling.undo_standardise(run.thetas[-1], *scaled[1:]) if standardised else run.thetas[-1]
        text = _scaling_words(offset, unit, standardised, bends.condition, away, above, theta)
        return Caption(text, formulas.condition(bends.values, bends.condition, share, alpha))

    steps_made = whole_slider("steps", 50, 1, 100)
    controls = {
        "offset": slider("offset added to x", 0, -3, 3),
        "unit": log_slider("x is multiplied by", 1.0, 0.2, 5.0),
        "standardised": tick("standardise the feature"),
        "share": slider("α, as a share of its limit", 0.9, 0.1, 1.1, step=0.05),
        "steps": steps_made,
        "player": player(steps_made, 100),
    }
    raw = {"standardised": False, "share": 0.9, "steps": 50}
    presets = {
        "As it came": {"offset": 0.0, "unit": 1.0, **raw},
        "Smaller unit": {"offset": 0.0, "unit": 5.0, **raw},
        "Far from zero": {"offset": 3.0, "unit": 1.0, **raw},
        "Far, standardised": {"offset": 3.0, "unit": 1.0, **raw, "standardised": True},
    }
    outer = [np.argmin(x), np.argmax(x)]

    def least_and_greatest():
        """Where the outer points are; standardised, nobody can move them."""
        return [] if controls["standardised"].value else np.column_stack(fit.points.get_data())[outer]

    def moved_data(grab):
        offset, unit = grab.start["offset"], grab.start["unit"]
        least, greatest = x[outer, 0]
        if grab.part == 0:
            return {"offset": grab.x - unit * least}
        return {"unit": (grab.x - offset) / greatest}

    handles = [
        grips(left, least_and_greatest, moved_data),
        point(curves.ends[0], x="steps"),
        area(right, x="steps"),
    ]
    return Explorer(live, controls, update, presets, "feature_scaling", handles)


def _draw_path(ax, X, y, theta0=(-2, 6), theta1=(-2, 8), **looks):
    """Draw the bowl between two limits of each parameter; return the path to take over it."""
    line_scene.draw_bowl(ax, X, y, theta0, theta1, cells=(120, 120))
    ax.set(aspect="equal")
    return figures.draw_path(ax, **looks)


def _pair(theta):
    return words.pair(theta, say=size)


def _slope_words(theta, epsilon, central, heights, measured, by_formula):
    way, width, slope = "up", epsilon, number(measured, 3)
    if central:
        way, width = "up and down", 2 * epsilon
    change = words.carrying(heights[0] - heights[1], lambda change: change / width, slope, digits=4)
    return (
        f"At θ = {_pair(theta)}, nudging θ₀ {way} by {exact(epsilon, 3)} changes the loss by"
        f" {change}: a slope of {slope}. The formula says"
        f" {number(by_formula, 3)}, so the measured slope is off by {abs(measured - by_formula):.4f}."
    )


def _step_words(step, alpha, run, gradient, least):
    theta, loss = run.thetas[step], run.losses[step]
    made = words.count(step, "step") if step else "no step yet"
    text = (
        f"After {made} with α {alpha:.2f} from {_pair(run.thetas[0])}, θ is {_pair(theta)}"
        f" and the loss {size(loss)}; the least possible is {least:.2f}."
        f" The gradient is {_pair(gradient)}."
    )
    turn = "lowers" if run.losses[step + 1] < loss else "raises"
    move = run.thetas[step + 1] - theta
    return text + f" The next step goes by {_pair(move)} and {turn} the loss to {size(run.losses[step + 1])}."


def _rate_words(alpha, limit, factor, start, above):
    flat, steep = factor
    text = (
        f"With α {alpha:.3f} each step multiplies the distance to the best answer by {number(steep, 3)}"
        f" in the steep direction and by {number(flat, 3)} in the flat one."
        f" After {words.count(len(above) - 1, 'step')} from {_pair(start)} the loss is"
        f" {size(above[-1], 4)} above the least."
    )
    if np.isclose(alpha, limit):
        return text + f" This is the limit, {limit:.2f}: across the valley it neither settles nor leaves."
    if alpha > limit:
        return text + f" α is above the limit, {limit:.2f}: it diverges."
    return text + f" α is below the limit, {limit:.2f}: it settles."


def _batch_words(batch, passes, alpha, seed, above, smooth):
    late = above[len(above) // 2 :].mean()
    return (
        f"{words.count(passes, 'pass', 'passes')} over the 100 points from (0, 0), with α {alpha:.3f} and"
        f" {batch if batch < 100 else 'all 100'} in each batch (seed {seed}), make{'s' * (passes == 1)}"
        f" {words.count(len(above) - 1, 'update')}."
        f" Over the second half of them the loss is on average {size(late, 4)} above the least."
        f" Full batches make {len(smooth) - 1} in the same {'pass' if passes == 1 else 'passes'}, and end"
        f" {size(smooth[-1], 4)} above it."
        " The bold line is the mean over one pass."
    )


def _scaling_words(offset, unit, standardised, ratio, away, above, theta):
    way, steps = "standardised" if standardised else "as it is", len(above) - 1
    return (
        f"The feature is {number(offset, 1)} {words.signed(unit)} x, taken {way}: the loss is"
        f" {size(ratio)} times as curved in its steepest direction as in its flattest."
        f" From {_pair(away)} beside the best answer,"
        f" {words.count(steps, 'step')} bring{'s' * (steps == 1)} the loss"
        f" from {size(above[0], 4)} to {size(above[-1], 4)} above the least;"
        f" for the feature as it is, θ is then {_pair(theta)}."
    )
