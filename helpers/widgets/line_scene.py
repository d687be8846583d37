"""The scene that several notebooks share: a line over the points of data.line(), and the bowl of its loss."""

import numpy as np

from helpers import data
from helpers.figures import line, style
from helpers.figures import loss as loss_figures
from helpers.maths import linear

SIDES = (-0.05, 1.05)
"""Where the pictures of the data begin and end, along x."""
THETA0, THETA1 = (-1, 5), (-1, 7)
"""Between what parameters a bowl is drawn, unless more of it is wanted, and sliders go."""
CELLS = (90, 120)
"""Between the numbers of the grid on which a bowl is computed, along each parameter."""
STEP = 0.05
"""Of a slider for a parameter."""


def points(m=100, seed=0):
    """Return X (m, 2), x0 = 1 in column 0, and y (m,) of data.line()."""
    x, y = data.line(m, seed)
    return linear.add_bias(x), y


def across(theta, sides=SIDES):
    """Return the line of theta (2,) at both sides of its picture and between: two arrays (3,), x and y."""
    x = np.linspace(*sides, 3)
    return x, linear.predict(theta, linear.add_bias(x[:, None]))


def turned(grab):
    """Return the parameters of a line from `across`: by an end it turns about the other, else it moves."""
    left, middle, right = np.linspace(*SIDES, 3)
    theta0, theta1 = grab.start["theta0"], grab.start["theta1"]
    if grab.part == 1:
        return {"theta0": grab.y - theta1 * middle}
    fixed, taken = (right, left) if grab.part == 0 else (left, right)
    height = theta0 + theta1 * fixed
    slope = float(np.clip((grab.y - height) / (taken - fixed), *THETA1))
    return {"theta0": height - slope * fixed, "theta1": slope}


def draw_bowl(ax, X, y, theta0=THETA0, theta1=THETA1, cells=CELLS):
    """Draw the bowl of the data between limits of both parameters; return what `line.update_bowl` moves."""
    bowl = line.draw_bowl(ax, *_terrain(X, y, theta0, theta1, cells))
    ax.set(xlim=theta0, ylim=theta1)
    return bowl


def change_bowl(ax, bowl, X, y):
    """Draw the bowl of other data under the point of a bowl, which is part of what stands still."""
    loss_figures.change_bowl(ax, bowl, *_terrain(X, y, THETA0, THETA1, CELLS))


def draw_ghost(ax):
    """Return a pale line, nowhere as yet, and a function that puts it where a place in the bowl has it."""
    (ghost,) = ax.plot([], [], color=style.MODEL, linewidth=2, alpha=0.4, zorder=3.5)

    def show(theta0, theta1):
        ghost.set_data(*(([], []) if theta0 is None else across([theta0, theta1])))

    return ghost, show


def nearest_on(thetas, grab):
    """Return which of the places of a path, thetas (k, 2), lies nearest to where its end was dragged."""
    away = np.linalg.norm(thetas - [grab.x, grab.y], axis=1)
    return int(np.argmin(np.where(np.isfinite(away), away, np.inf)))


def to_least(explorer):
    """Move the sliders theta0 and theta1 to the least loss over m points of a seed, as near as they come."""
    values = explorer.values
    best = linear.least_squares(*points(values["m"], values["seed"]))
    names = zip(("theta0", "theta1"), best, strict=True)
    explorer.set(**{name: snapped(explorer.controls[name], value) for name, value in names})


def snapped(slider, value):
    """Return the value that a slider can show which is nearest to value."""
    steps = round((value - slider.min) / slider.step)
    return float(np.clip(round(slider.min + steps * slider.step, 9), slider.min, slider.max))


def _terrain(X, y, theta0, theta1, cells):
    """Return a grid of each parameter, L on it and where it is least, as `line.draw_bowl` wants them."""
    grid0, grid1 = np.linspace(*theta0, cells[0] + 1), np.linspace(*theta1, cells[1] + 1)
    return grid0, grid1, linear.surface(grid0, grid1, X, y), linear.least_squares(X, y)
