"""Residuals as squares, a bowl whose data change, and losses of one residual with the lines they choose."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D

from helpers.figures import line, style

STYLES = {"squared": "-", "absolute": (0, (5, 2)), "Huber": (0, (0.01, 2.2))}
"""Loss -> how its lines are dashed, in every picture."""


@style.own_settings
def draw_squares(ax):
    """Draw nothing yet on ax; return the squares that `update_squares` puts on the residuals."""
    squares = PolyCollection([], facecolors=style.ERROR + "38", edgecolors=style.ERROR, zorder=1.5)
    ax.set_box_aspect(BOX)
    ax.add_collection(squares)
    return squares


BOX = 0.78
"""Height by width of Axes with squares, held so that they look square whatever the units."""


@style.own_settings
def update_squares(squares, x, y, h):
    """Draw a square on each residual, from the point x, y (m,) to its prediction h (m,); none for empty x."""
    low, high = squares.axes.get_xlim()
    bottom, top = squares.axes.get_ylim()
    side = np.abs(h - y) * BOX * (high - low) / (top - bottom)  # as long along x as the residual is along y
    far = x + np.where(x < (low + high) / 2, side, -side)  # towards the middle, to stay in the picture
    corners = [np.column_stack(corner) for corner in ((x, y), (x, h), (far, h), (far, y))]
    squares.set_verts(np.stack(corners, axis=1))  # (m, 4, 2)


def change_bowl(ax, artists, theta0, theta1, losses, best):
    """Draw the contours and the star of other data under the point of a bowl from `line.draw_bowl`.

    The contours are part of what stands still, so the live figure must forget its background.
    """
    for artist in (*ax.collections, *ax.lines):
        if artist is not artists.point:
            artist.remove()
    line.draw_bowl(ax, theta0, theta1, losses, best).point.remove()


class OutlierArtists(NamedTuple):
    """What moves in the left picture: points, the outlier, the line of each loss, one without the outlier."""

    points: Line2D
    outlier: Line2D
    lines: dict[str, Line2D]
    without: Line2D


def draw_outlier(ax, *, x_limits, y_limits):
    """Draw nothing yet on ax but axes and legend; return the artists that `update_outlier` moves."""
    (points,) = ax.plot([], [], "o", markersize=6, color=style.DATA, zorder=3)
    (outlier,) = ax.plot([], [], "D", markersize=11, color=style.DATA, markeredgecolor=style.INK, zorder=6)
    outlier.set_label("outlier")
    lines = {name: _line(ax, name, style.MODEL) for name in STYLES}
    without = _line(ax, "squared", style.ACCENT)
    without.set(label="without the outlier", linewidth=2, zorder=3.5)
    ax.set(xlim=x_limits, ylim=y_limits, xlabel="$x$", ylabel="$y$", xticks=(0, 0.5, 1, 1.5, 2))
    ax.legend(handles=[outlier, without], **style.ABOVE, ncols=2)
    return OutlierArtists(points, outlier, lines, without)


def update_outlier(artists, points, outlier, chosen, ends, lines, without):
    """Move the points, the outlier and the lines, and make the chosen loss's line the thick one.

    points   two arrays (m,)
    outlier  (x, y)
    chosen   a loss in STYLES
    ends     (2,)  where lines begin and end; lines: dict of loss -> (2,) heights there; without: (2,)
    """
    artists.points.set_data(*points)
    artists.outlier.set_data([outlier[0]], [outlier[1]])
    for name, artist in artists.lines.items():
        artist.set_data(ends, lines[name])
        _stress(artist, name == chosen)
    artists.without.set_data(ends, without)


class CurveArtists(NamedTuple):
    """What moves in the right picture: each loss's curve, its outlier, the other points on the chosen one."""

    curves: dict[str, Line2D]
    outliers: dict[str, Line2D]
    others: Line2D
    samples: dict[str, Line2D]


@style.own_settings
def draw_curves(ax, *, limit, top):
    """Draw axes for losses of residuals from -limit to limit; return what `update_curves` moves."""
    curves = {name: _line(ax, name, style.MODEL) for name in STYLES}
    outliers = {
        name: ax.plot([], [], "D", color=style.DATA, markeredgecolor=style.INK, zorder=6)[0]
        for name in STYLES
    }
    (others,) = ax.plot([], [], "o", markersize=5, color=style.DATA, zorder=5)
    ax.set(xlim=(-limit, limit), ylim=(0, top), xlabel="residual $h - y$", ylabel="its loss")
    samples = {}  # a legend whose lines move: the chosen loss has the thick one in it too
    for row, name in enumerate(STYLES):
        samples[name] = _line(ax, name, style.MODEL)
        height, looks = 0.93 - 0.09 * row, {"fontsize": 13, "va": "center", "color": style.INK}
        samples[name].set(transform=ax.transAxes, data=([0.35, 0.46], [height, height]))
        ax.text(0.49, height, name, transform=ax.transAxes, **looks)
    return CurveArtists(curves, outliers, others, samples)


def update_curves(artists, chosen, grid, curves, outliers, others):
    """Move the curves over the residuals grid (p,) and the points on them; one too high becomes an arrow.

    chosen    a loss in STYLES
    curves    dict of loss -> (p,)
    outliers  dict of loss -> (residual, loss) of the outlier
    others    residuals and losses (m,) of the other points, under the chosen loss
    """
    top = next(iter(artists.curves.values())).axes.get_ylim()[1]
    for name, artist in artists.curves.items():
        artist.set_data(grid, curves[name])
        _stress(artist, name == chosen)
        _stress(artists.samples[name], name == chosen)
        residual, loss = outliers[name]
        marker = artists.outliers[name]
        marker.set_data([residual], [min(loss, 0.97 * top)])
        marker.set(marker="D" if loss <= top else "^", markersize=11 if name == chosen else 6)
    artists.others.set_data(*others)


class ConstantArtists(NamedTuple):
    """What moves when one number is predicted for several: curves, the present point, the least."""

    curves: dict[str, Line2D]
    now: dict[str, Line2D]
    least: dict[str, Line2D]


@style.own_settings
def draw_constant(ax, *, limits, top):
    """Draw axes for two mean losses of one predicted number; return what `update_constant` moves."""
    names = ("squared", "absolute")
    curves = {name: _line(ax, name, style.MODEL) for name in names}
    for name in names:
        curves[name].set_label(f"mean {name}")
    markers = {"markersize": 12, "markeredgecolor": "white", "zorder": 6}
    now = {name: ax.plot([], [], "o", color=style.MODEL, **markers)[0] for name in names}
    least = {
        name: ax.plot([], [], "*", color=style.ACCENT, **markers | {"markersize": 17})[0] for name in names
    }
    ax.set(
        xlim=limits, ylim=(0, top), xlabel="predicted number $c$", ylabel="mean loss", xticks=range(0, 21, 5)
    )
    ax.legend(handles=[*curves.values(), Line2D([], [], **_STAR)], loc="upper right")
    return ConstantArtists(curves, now, least)


_STAR = {"marker": "*", "linestyle": "", "color": style.ACCENT, "markersize": 13, "label": "least"}


def update_constant(artists, grid, curves, now, least):
    """Move the curves over grid (p,); now and least are dicts of loss -> (c, mean loss)."""
    for name, artist in artists.curves.items():
        artist.set_data(grid, curves[name])
        artists.now[name].set_data([now[name][0]], [now[name][1]])
        artists.least[name].set_data([least[name][0]], [least[name][1]])


def _line(ax, name, colour):
    (artist,) = ax.plot([], [], color=colour, linestyle=STYLES[name], zorder=4)
    artist.set_dash_capstyle("round" if name == "Huber" else "butt")  # dots, wider than the other lines
    return artist


THIN = "#8A3D00"
"""A darker vermilion, for models that are not the chosen one: to be seen on it."""


def _stress(artist, chosen):
    """Make a line the bold one, or one of the thin ones, which lie above it."""
    wider = 1.6 if artist.get_dash_capstyle() == "round" else 1
    artist.set(linewidth=wider * (3.6 if chosen else 1.7), color=style.MODEL if chosen else THIN)
    artist.set_zorder(4 if chosen else 4.5)
