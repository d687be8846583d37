"""The explorers of notebook 00."""

import numpy as np

from helpers.figures import line, style
from helpers.formulas import words
from helpers.live.button import button
from helpers.live.controls import slider, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import grips
from helpers.maths import linear, losses
from helpers.widgets import line_scene


def line_by_hand():
    """Return an explorer in which a line is fitted by hand while its loss is compared with the best.

    It is the first one that a learner meets: two sliders, a bar, and "Best line".
    """
    left, right = style.new_axes(2, size=(9, 2.9), width_ratios=[1.5, 1])
    fit = line.draw_fit(left, [], [], x_limits=line_scene.SIDES, y_limits=(0, 7))
    names = ["your line", "best flat line", "best line"]
    scores = line.draw_scores(right, names, [style.MODEL, style.ERROR, style.ACCENT], limit=2)
    live = LiveFigure(left.figure, [fit, scores])

    def update(theta0, theta1, m, seed, errors):
        X, y = line_scene.points(m, seed)
        theta, best = np.array([theta0, theta1]), linear.least_squares(X, y)
        h = linear.predict(theta, X)
        flat = [losses.best_constant("squared", y), 0]
        scored = [linear.loss(t, X, y) for t in (theta, flat, best)]
        line.update_fit(fit, X[:, 1], y, h, curve=line_scene.across(theta), residuals=errors)
        line.update_scores(scores, scored)
        return Caption(_words(theta, h - y, scored, seed, errors))

    controls = {
        "theta0": slider("θ₀, the height at x = 0", 4, *line_scene.THETA0, step=line_scene.STEP),
        "theta1": slider("θ₁, the slope", 0, *line_scene.THETA1, step=line_scene.STEP),
        "m": whole_slider("m, how many points", 30, 3, 100),
        "seed": whole_slider("seed of the points", 0, 0, 20),
        "errors": tick("show the error of each point", True),
        "best": button("Best line", lambda: line_scene.to_least(explorer)),
    }
    explorer = Explorer(
        live,
        controls,
        update,
        name="line_by_hand",
        handles=[grips(fit.line, line_scene.turned)],
        more=["m", "seed", "errors"],
        quiet=True,
    )
    return explorer


def _words(theta, residuals, losses, seed, errors):
    yours, flat, best = losses
    text = (
        f"Your line, y = {words.line(theta)}, has loss {yours:.2f}"
        f" over {len(residuals)} points (seed {seed})."
        f" The best flat line has {flat:.2f}, the best line {best:.2f}."
    )
    if yours - best < 0.005:
        text += " No line does better than yours by as much as 0.01."
    return text + f" The longest grey stick is an error of {np.abs(residuals).max():.2f}." * errors
