"""XOR: the input plane with the lines of two hidden neurons, and the hidden space that they make."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import POINTS_AN_INCH, Labels, beside, size_of
from helpers.figures.neuron import put_on_line
from helpers.figures.signed import Field, draw_field

NAMES = np.array(["0,0", "0,1", "1,0", "1,1"])
"""Of the four points."""
SIDES = np.array([(-1, -1), (-1, 1), (1, -1), (1, 1)])
"""On which side of each of them its name stands, where nothing else does."""
SIZE = 12
"""Of the names, in points."""
TOGETHER = 4
"""Points nearer to each other than so many 1/72 inch are seen as one, which has both names."""
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
    names = ax.add_artist(Labels(SIZE, zorder=6, halo=2))
    ax.set(xlim=limits, ylim=limits, aspect="equal")
    size = 16 if "$" in labels[0] else 14  # the index of a letter has to be readable too
    ax.set_xlabel(labels[0], fontsize=size)
    ax.set_ylabel(labels[1], fontsize=size)
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
    artists.names.set_labels(*_named(artists.field.axes, points, cuts))


def _named(ax, points, cuts):
    """Return the names of the points (4, 2) that are in the picture, and their places beside them (k, 2)."""
    low, high = ax.get_xlim()
    unit = (high - low) / (POINTS_AN_INCH * ax.bbox.width / ax.get_figure().dpi)  # data units of 1/72 inch
    inside = (np.abs(points - (low + high) / 2) < (high - low) / 2).all(axis=1)
    groups = []
    for k in np.flatnonzero(inside):
        near = [each for each in groups if np.hypot(*(points[each[0]] - points[k])) < TOGETHER * unit]
        near[0].append(k) if near else groups.append([k])
    words = ["all four" if len(each) == len(NAMES) else " and ".join(NAMES[each]) for each in groups]
    sizes = np.array([size_of(word, SIZE) for word in words]).reshape(-1, 2)
    first = [each[0] for each in groups]
    lines = [(w, b / unit) for w, b in cuts]  # w @ (unit p) + b = 0
    places = beside(points[first] / unit, sizes, SIDES[first], lines, np.array([[low, high]] * 2) / unit)
    return words, places * unit
