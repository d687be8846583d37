"""The explorers of notebook 00."""

import numpy as np

from helpers import data
from helpers.figures import line, style
from helpers.formulas.line import line_and_loss
from helpers.formulas.numbers import number, signed
from helpers.live.button import button
from helpers.live.controls import slider, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.maths import linear

STEP = 0.05
WIDTHS = {"theta0": "430px", "theta1": "390px", "m": "300px", "seed": "300px"}
"""Narrow, so that the first explorer of the course fits the first screen."""


def line_by_hand():
    """Return an explorer in which a line is fitted by hand while its loss is compared with the best."""
    left, right = style.new_axes(2, size=(9, 2.9), width_ratios=[1.5, 1])
    fit = line.draw_fit(left, [], [], x_limits=(-0.05, 1.05), y_limits=(0, 7))
    names = ["your line", "best flat line", "best line"]
    scores = line.draw_scores(right, names, [style.MODEL, style.ERROR, style.ACCENT], limit=2)
    live = LiveFigure(left.figure, [fit, scores])
    ends = np.array([-0.05, 1.05])

    def points(m, seed):
        x, y = data.line(m, seed)
        return linear.add_bias(x), y

    def show(theta0, theta1, m, seed, errors):
        X, y = points(m, seed)
        theta, best = np.array([theta0, theta1]), linear.least_squares(X, y)
        h = linear.predict(theta, X)
        across = (ends, linear.predict(theta, linear.add_bias(ends[:, None])))
        losses = [linear.loss(t, X, y) for t in (theta, [y.mean(), 0], best)]
        line.update_fit(fit, X[:, 1], y, h, curve=across, residuals=errors)
        line.update_scores(scores, losses)
        return Caption(_words(theta, h - y, losses, seed, errors), line_and_loss(theta, h - y, losses[0]))

    def to_best_line():
        best = linear.least_squares(*points(controls["m"].value, controls["seed"].value))
        theta = zip(("theta0", "theta1"), best, strict=True)
        explorer.set(**{name: _on_slider(controls[name], value) for name, value in theta})

    controls = {
        "theta0": slider("θ₀, the height at x = 0", 4, -1, 5, step=STEP),
        "theta1": slider("θ₁, the slope", 0, -1, 7, step=STEP),
        "m": whole_slider("m, how many points", 30, 3, 100),
        "seed": whole_slider("seed of the points", 0, 0, 20),
        "errors": tick("show the error of each point", True),
        "best": button("Best line", to_best_line),
    }
    for name, width in WIDTHS.items():
        controls[name].layout.width = width
    explorer = Explorer(
        live,
        controls,
        show,
        name="line_by_hand",
        presets={"Flat line": {"theta0": 3.5, "theta1": 0}, "Too steep": {"theta0": 1.5, "theta1": 6}},
    )
    return explorer


def _on_slider(control, value):
    """Return the value that the slider can show which is nearest to value."""
    return float(np.clip(round(round(value / STEP) * STEP, 2), control.min, control.max))


def _words(theta, residuals, losses, seed, errors):
    yours, flat, best = losses
    words = (
        f"Your line, y = {number(theta[0])} {signed(theta[1])} x, has loss {yours:.2f}"
        f" over {len(residuals)} points (seed {seed})."
        f" The best flat line has {flat:.2f}, the best line {best:.2f}."
    )
    if yours - best < 0.005:
        words += " No line does better than yours by as much as 0.01."
    return words + f" The longest grey stick is an error of {np.abs(residuals).max():.2f}." * errors
