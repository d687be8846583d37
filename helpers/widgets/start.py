"""The explorers of notebook 00."""

import numpy as np

from helpers import data, linear
from helpers.figures import line, style
from helpers.live import Caption, Explorer, LiveFigure
from helpers.widgets.controls import slider


def line_by_hand(seed=0):
    """Return an explorer in which a line is fitted by hand, its loss shown as a number and on the bowl."""
    X, y = data.line(seed=seed)
    X = linear.add_bias(X)
    x, best = X[:, 1], linear.least_squares(X, y)
    theta0, theta1 = np.linspace(-1, 5, 61), np.linspace(-1, 7, 61)
    losses = np.array([[linear.loss([a, b], X, y) for a in theta0] for b in theta1])  # (61, 61)

    left, right = style.new_axes(2)
    fit = line.draw_fit(left, x, y, x_limits=(-0.05, 1.05), y_limits=(0, 7))
    bowl = line.draw_bowl(right, theta0, theta1, losses, best)
    live = LiveFigure(left.figure, [fit, bowl])

    def show(theta0, theta1):
        theta = np.array([theta0, theta1])
        line.update_fit(fit, x, y, linear.predict(theta, X))
        line.update_bowl(bowl, theta)
        loss = linear.loss(theta, X, y)
        return Caption(
            f"The line y = {theta1:.1f} x + {theta0:.1f} has loss {loss:.3f}.",
            rf"h = {theta0:.1f} + {theta1:.1f}\,x \qquad L = {loss:.3f}",
        )

    controls = {
        "theta0": slider("θ₀, the intercept", 4, -1, 5),
        "theta1": slider("θ₁, the slope", 0, -1, 7),
    }
    return Explorer(live, controls, show)
