"""The explorers of notebook 02."""

import numpy as np

from helpers.figures import line, loss, style
from helpers.formulas import words
from helpers.formulas.loss import line_and_sum, residual_loss, sum_of_squares, two_means
from helpers.formulas.words import number
from helpers.live.button import button
from helpers.live.controls import choice, slider, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import area, grips, point
from helpers.maths import linear, losses
from helpers.widgets import line_scene
from helpers.widgets.line_scene import STEP, THETA0, THETA1

NOWHERE = (np.nan, np.nan)
"""Where an outlier is that there is not: nothing is drawn there, and nothing can be taken hold of."""


def loss_bowl():
    """Return an explorer of the loss: a line with its residuals, and the point that it is on the bowl."""
    left, right = style.new_axes(2, size=(9, 3.7))
    fit = line.draw_fit(left, [], [], x_limits=line_scene.SIDES, y_limits=(0, 8))
    squares = loss.draw_squares(left)
    right.set_box_aspect(loss.BOX)
    bowl = line_scene.draw_bowl(right, *line_scene.points())
    right.legend(**style.ABOVE)
    ghost, show_ghost = line_scene.draw_ghost(left)
    live = LiveFigure(left.figure, [fit, squares, bowl, ghost])

    def update(theta0, theta1, m, seed, as_squares):
        X, y = line_scene.points(m, seed)
        theta, best = np.array([theta0, theta1]), linear.least_squares(X, y)
        h = linear.predict(theta, X)
        line.update_fit(fit, X[:, 1], y, h, curve=line_scene.across(theta))
        shown = slice(None if as_squares else 0)
        loss.update_squares(squares, X[shown, 1], y[shown], h[shown])
        line.update_bowl(bowl, theta)
        if live.background_of((m, seed)):  # the bowl stands still while the line moves over the same data
            line_scene.change_bowl(right, bowl, X, y)
        total, value = float(np.sum((h - y) ** 2)), linear.loss(theta, X, y)
        text = _bowl_words(theta, m, seed, total, value, best, linear.loss(best, X, y))
        text += " Each grey square is one squared residual." * as_squares
        return Caption(text, line_and_sum(theta, m, total, value))

    controls = {
        "theta0": slider("θ₀, the intercept", 4, *THETA0, step=STEP),
        "theta1": slider("θ₁, the slope", 0, *THETA1, step=STEP),
        "seed": whole_slider("seed of the points", 0, 0, 9),
        "m": choice("m, how many points", [3, 10, 30, 100], 100),
        "as_squares": tick("draw the squares"),
        "least": button("Go to the least loss", lambda: line_scene.to_least(explorer)),
    }
    presets = {
        "Flat": {"theta0": 3.5, "theta1": 0},
        "Right slope, too low": {"theta0": 1, "theta1": 3},
        "Falls, not rises": {"theta0": 4, "theta1": -0.8},
        "Ten points, as squares": {"theta0": 3.5, "theta1": 1, "m": 10, "as_squares": True},
    }
    handles = [
        grips(fit.line, line_scene.turned),
        point(bowl.point, "theta0", "theta1"),
        area(right, "theta0", "theta1", hover=show_ghost),
    ]
    explorer = Explorer(live, controls, update, presets, "loss_bowl", handles, more=["m", "seed"])
    return explorer


def outlier():
    """Return an explorer in which one point leaves the rest, and three losses choose their best lines."""
    sides, grid = (-0.1, 2.1), np.linspace(-8, 8, 161)
    left, right = style.new_axes(2, size=(9, 3.7))
    lines = loss.draw_outlier(left, x_limits=sides, y_limits=(-0.4, 9.4))
    curves = loss.draw_curves(right, limit=8, top=14)
    live = LiveFigure(left.figure, [lines, curves])

    def update(name, delta, x, y, there, seed):
        X, targets = line_scene.points(20, seed)
        all_X, all_y = (np.vstack([X, [1, x]]), np.append(targets, y)) if there else (X, targets)
        thetas = {each: losses.best_parameters(each, all_X, all_y, delta) for each in losses.LOSSES}
        without = losses.best_parameters(name, X, targets, delta)
        ends, height = line_scene.across(without, sides)
        heights = {each: line_scene.across(theta, sides)[1] for each, theta in thetas.items()}
        place = (x, y) if there else NOWHERE
        loss.update_outlier(lines, (X[:, 1], targets), place, name, ends, heights, height)
        r = {each: linear.predict(theta, all_X) - all_y for each, theta in thetas.items()}  # each (21,)
        values = {each: losses.per_residual(each, r[each], delta) for each in r}
        loss.update_curves(
            curves,
            name,
            grid,
            {each: losses.per_residual(each, grid, delta) for each in r},
            {each: (r[each][-1], values[each][-1]) if there else NOWHERE for each in r},
            (r[name][: len(X)], values[name][: len(X)]),
        )
        if not there:
            return Caption(_without_words(name, delta, seed, thetas), r"\text{no outlier}")
        pull = float(losses.influence(name, r[name][-1], delta))
        return Caption(
            _outlier_words(name, delta, (x, y), seed, thetas, without, r[name][-1], values[name][-1]),
            residual_loss(name, r[name][-1], delta, values[name][-1], pull),
        )

    controls = {
        "x": slider("x of the outlier", 0.9, 0, 2, step=STEP),
        "y": slider("y of the outlier", 0, 0, 9),
        "there": tick("with the outlier", True),
        "name": choice("loss", list(losses.LOSSES)),
        "delta": slider("δ of Huber's loss", 0.5, 0.1, 3),
        "seed": whole_slider("seed of the other points", 0, 0, 9),
    }
    presets = {
        "On the line": {"x": 0.9, "y": 4.6, "there": True, "name": "squared"},
        "Far below": {"x": 0.9, "y": 0, "there": True, "name": "squared"},
        "The same, absolute": {"x": 0.9, "y": 0, "there": True, "name": "absolute"},
        "Far to the right": {"x": 2, "y": 0, "there": True, "name": "absolute"},
    }
    handles = [
        point(lines.outlier, "x", "y", clicked={"there": False}),
        area(left, "x", "y", there=True),
    ]
    return Explorer(live, controls, update, presets, "outlier", handles, more=["seed"])


def one_number():
    """Return an explorer in which one number predicts five: the mean and the median as the least losses."""
    left, right = style.new_axes(2, size=(9, 3.5))
    fit = line.draw_fit(left, [], [], x_limits=(0.5, 5.5), y_limits=(0, 21))
    left.set(xlabel="$i$", ylabel="$y_i$ and $c$", xticks=range(1, 6), yticks=range(0, 21, 5))
    constant = loss.draw_constant(right, limits=(0, 20), top=40)
    live = LiveFigure(left.figure, [fit, constant])
    grid, i = np.linspace(0, 20, 201), np.arange(1.0, 6)

    def update(c, fifth):
        y = np.array([1.0, 2, 3, 4, fifth])
        line.update_fit(fit, i, y, np.full(5, c), curve=([0.9, 5.1], [c, c]))
        least = {name: losses.best_constant(name, y) for name in ("squared", "absolute")}
        curves = {name: losses.of_constants(name, grid, y) for name in least}
        now = {name: (c, losses.of_constants(name, [c], y)[0]) for name in least}
        best = {name: (middle, losses.of_constants(name, [middle], y)[0]) for name, middle in least.items()}
        loss.update_constant(constant, grid, curves, now, best)
        return Caption(
            f"One number, c = {c:.1f}, predicts 1, 2, 3, 4 and {fifth:.1f}. Its mean squared loss, with the"
            f" half, is {now['squared'][1]:.2f}, least at the mean, {least['squared']:.2f}; its mean absolute"
            f" loss is {now['absolute'][1]:.2f}, least at the median, {least['absolute']:.2f}.",
            two_means(
                c,
                5,
                sums=(np.sum((c - y) ** 2), np.sum(np.abs(c - y))),
                losses=[value for _, value in now.values()],
            ),
        )

    controls = {
        "c": slider("c, the prediction", 9, 0, 20),
        "fifth": slider("the fifth number", 5, 0, 20),
    }
    presets = {
        "c at the mean": {"c": 6, "fifth": 20},
        "c at the median": {"c": 3, "fifth": 20},
        "Fifth number 5": {"c": 3, "fifth": 5},
    }
    handles = [
        point(fit.line, y="c"),
        grips(left, lambda: (5, controls["fifth"].value), lambda grab: {"fifth": grab.y}),
        *(point(now, x="c") for now in constant.now.values()),
        area(right, x="c"),
    ]
    return Explorer(live, controls, update, presets, "one_number", handles)


def _bowl_words(theta, m, seed, total, value, best, least):
    squares = sum_of_squares(total, m, value)
    return (
        f"The line {words.line(theta)} over {m} points (seed {seed}): its squared"
        f" residuals add up to {squares}, so L = {squares} / {2 * m} = {value:.3f}."
        f" The least loss, {least:.3f}, is at the star:"
        f" θ₀ = {number(best[0])}, θ₁ = {number(best[1])}."
    )


def _without_words(name, delta, seed, thetas):
    return (
        f"20 points (seed {seed}) and no outlier. {_slopes(thetas, delta)} The thick line is that of {name}"
        " loss. A click in the left picture puts an outlier there; a click on it takes it away."
    )


def _slopes(thetas, delta):
    slopes = ", ".join(f"{each} {number(theta[1])}" for each, theta in thetas.items())
    return f"Slope of the best line: {slopes} (with δ {delta:.1f})."


def _outlier_words(name, delta, outlier, seed, thetas, without, residual, value):
    return (
        f"20 points (seed {seed}) and an outlier at x = {outlier[0]:.2f}, y = {outlier[1]:.1f}."
        f" {_slopes(thetas, delta)}"
        f" Without the outlier, {name} loss has slope {number(without[1])};"
        f" with it, the outlier's residual is {number(residual)} and its loss {number(value)}."
    )
