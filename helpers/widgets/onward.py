"""The explorers of notebook 13."""

import numpy as np

from helpers import data
from helpers.figures import overfitting as figures
from helpers.figures import style
from helpers.formulas.polynomial import two_losses
from helpers.live.controls import slider, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import area
from helpers.maths import linear, polynomial

NEW_POINTS = 100
NEW_SEED = 1000
"""Added to the seed of the data for that of the new points."""


def overfitting():
    """Return an explorer of a polynomial's degree, with its loss on the data and on new points."""
    degrees = range(10)
    grid, truth = data.wave(201, noise=0)
    left, right = style.new_axes(2, size=(9, 3.6), width_ratios=[1.2, 1])
    curve = figures.draw_curve(left, grid[:, 0], truth)
    losses = figures.draw_losses(right, degrees, limit=0.6)
    live = LiveFigure(left.figure, [curve, losses])

    def update(degree, m, noise, seed):
        train = data.wave(m, seed, noise)
        test = data.wave(NEW_POINTS, seed + NEW_SEED, noise)
        theta = linear.least_squares(polynomial.powers(train[0], degree), train[1])
        h = linear.predict(theta, polynomial.powers(grid, degree))
        both = polynomial.train_and_test(train, test, degrees)
        figures.update_curve(curve, *((x[:, 0], y) for x, y in ((grid, h), train, test)))
        figures.update_losses(losses, degrees, both, degree)
        return Caption(_words(degree, m, noise, seed, both), two_losses(degree, *both[degree]))

    controls = {
        "degree": whole_slider("degree of the polynomial", 3, 0, max(degrees)),
        "m": whole_slider("m, points to learn from", 10, 10, 100),
        "noise": slider("noise", 0.3, 0, 0.4, step=0.05),
        "seed": whole_slider("seed of the points", 2, 0, 20),
    }
    ten = {"m": 10, "noise": 0.3, "seed": 2}
    presets = {
        "Too stiff": {"degree": 1, **ten},
        "About right": {"degree": 3, **ten},
        "Too flexible": {"degree": 9, **ten},
        "Too flexible, with 100 points": {"degree": 9, **ten, "m": 100},
    }
    return Explorer(live, controls, update, presets, "overfitting", [area(right, x="degree")], more=["seed"])


def _words(degree, m, noise, seed, losses):
    train, test = losses[degree]
    best = int(np.argmin(losses[:, 1]))
    return (
        f"A polynomial of degree {degree}, with {degree + 1} parameters, fitted to {m} points"
        f" (noise {noise:.2f}, seed {seed}): its loss is {train:.3f} on them and {test:.3f} on"
        f" {NEW_POINTS} new points. On new points degree {best} does best, with {losses[best, 1]:.3f}."
    )
