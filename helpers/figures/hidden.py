"""XOR: the input plane with the lines of two hidden neurons, and the hidden space that they make."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.neuron import put_on_line
from helpers.figures.signed import Field, draw_field

NAMES = np.array(["0,0", "0,1", "1,0", "1,1"])
"""Of the four points."""
SIDES = np.array([(-1.05, -1), (-1.05, 1), (1.05, -1), (1.05, 1)])
"""Where its name stands beside each of them."""
NO_LINES = np.empty((0, 0, 2))


class SpaceArtists(NamedTuple):
    """What moves on one side when the weights do."""

    field: Field
    lines: list[Line2D]
    grid: Line2D
    zeros: Line2D
    ones: Line2D
    names: Labels


@style.own_settings
def draw_space(ax, *, limits, lines, labels, bar=False):
    """Draw a plane with four named points of two classes; return the artists that `update_space` moves.

    limits  (low, high) of both axes
    lines   how many lines cut the plane
    labels  (of x, of y)
    """
    field, _ = draw_field(ax, label="output", low=0, high=1, bar=bar)
    (grid,) = ax.plot([], [], color="#8A8A8A", linewidth=0.8, alpha=0.7, zorder=1)
    cuts = [ax.plot([], [], dash, color=style.INK, linewidth=2.2)[0] for dash in ("-", "--")[:lines]]
    looks = {"markersize": 14, "markeredgecolor": style.DATA, "markeredgewidth": 3, "zorder": 5}
    (zeros,) = ax.plot([], [], "o", color="white", label="target 0", **looks)
    (ones,) = ax.plot([], [], "o", color=style.DATA, label="target 1", **looks)
    names = ax.add_artist(Labels(12, zorder=6))
    ax.set(xlim=limits, ylim=limits, xlabel=labels[0], ylabel=labels[1], aspect="equal")
    ax.locator_params(nbins=5)
    return SpaceArtists(field, cuts, grid, zeros, ones, names)


@style.own_settings
def update_space(artists, values, points, targets, cuts, grid=NO_LINES):
    """Show the output over the plane, four points and the lines that cut it.

    values   (q, p)  the output, from bottom to top and left to right
    points   (4, 2)  where the points are
    targets  (4,)    0 or 1
    cuts     list of (w (2,), b): the line w @ x + b = 0
    grid     (k, p, 2): lines to draw thinly, none unless given
    """
    artists.field.set_values(values, 0, 1)
    for line, (w, b) in zip(artists.lines, cuts, strict=True):
        put_on_line(line, w, b)
    artists.grid.set_data(np.pad(grid, ((0, 0), (0, 1), (0, 0)), constant_values=np.nan).reshape(-1, 2).T)
    artists.zeros.set_data(points[targets == 0].T)
    artists.ones.set_data(points[targets == 1].T)
    low, high = artists.field.axes.get_xlim()
    away = 0.07 * (high - low)
    inside = (np.abs(points - (low + high) / 2) < (high - low) / 2).all(axis=1)
    artists.names.set_labels(NAMES[inside], (points + away * SIDES)[inside])
