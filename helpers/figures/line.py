"""Points, a line through them, what it scores, and the bowl of the loss above the two parameters."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap, LogNorm
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from helpers.figures import style
from helpers.figures.strokes import Dots, Strokes, add_line

DEPTHS = LinearSegmentedColormap.from_list("depths", ["#F8FCFF", "#D9E7F4", "#BCD2E9", "#A0BEDF", "#86AAD4"])
"""From low to high on a bowl, even to the eye: blue, on which vermilion and green stand out."""
HEIGHTS = (1, 1.5, 2, 3, 5, 7)
"""Contours of a bowl are at these losses, times a power of ten."""


class FitArtists(NamedTuple):
    """What moves when the line, or the data, do."""

    line: Line2D
    residuals: LineCollection
    points: Line2D
    note: Text


@style.own_settings
def draw_fit(ax, x, y, *, x_limits, y_limits):
    """Draw points and a line with its residuals on ax; return the artists that `update_fit` moves.

    x, y  (m,)  the points
    """
    residuals = Strokes([], colors=style.ERROR, linewidths=1.4, zorder=2)
    ax.add_collection(residuals)
    looks = {"marker": "o", "linestyle": "", "markersize": 6, "color": style.DATA, "zorder": 3}
    points = add_line(Dots, ax, **looks, label="data")
    points.set_data(x, y)
    (line,) = ax.plot([], [], color=style.MODEL, linewidth=2.5, zorder=4, label="model")
    ax.set(xlim=x_limits, ylim=y_limits, xlabel="$x$", ylabel="$y$")
    return FitArtists(line, residuals, points, draw_note(ax))


def draw_note(ax):
    """Return a text, empty as yet, that stands at the bottom of ax above all else."""
    looks = {"fontsize": 13, "color": style.MODEL, "ha": "center", "zorder": 8}
    note = ax.text(0.5, 0.03, "", transform=ax.transAxes, **looks)
    note.set_bbox({"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 2})
    return note


@style.own_settings
def update_fit(artists, x, y, h, *, curve=None, residuals=True):
    """Move the points to x, y (m,), and the line to the predictions h (m,) of the points.

    curve      two arrays (p,), x and prediction: where the line is drawn; through the points unless given
    residuals  whether the errors are shown
    """
    order = np.argsort(x)
    artists.points.set_data(x, y)
    artists.line.set_data(*((x[order], h[order]) if curve is None else curve))
    ends = np.stack([np.column_stack([x, y]), np.column_stack([x, h])], axis=1)  # (m, 2, 2)
    artists.residuals.set_segments(ends)
    artists.residuals.set_visible(residuals)
    artists.note.set_text("" if _passes(artists.line) else "the line has left the picture")


def _passes(line):
    """Return whether any of a line, whose points go from left to right, is in the picture."""
    x, y = line.get_data()
    (left, right), (low, high) = line.axes.get_xlim(), line.axes.get_ylim()
    if not np.isfinite(y).all():
        return False
    shown = np.interp(np.clip([x[0], *x, x[-1]], left, right), x, y)
    return bool(shown.min() <= high and shown.max() >= low)


class ScoreArtists(NamedTuple):
    """What moves when the losses do: a bar for each, its number, an arrow where it leaves the picture."""

    bars: list[Rectangle]
    numbers: list[Text]
    arrows: list[Line2D]


def draw_scores(ax, names, colours, limit):
    """Draw a horizontal bar for each loss, first on top; return the artists that `update_scores` moves.

    names, colours  of the bars
    limit           > 0: a longer bar ends there, with an arrow
    """
    bars, numbers, arrows = [], [], []
    for row, (name, colour) in enumerate(zip(names, colours, strict=True)):
        words = {"y": 0.27 - row, "fontsize": 14, "va": "bottom", "color": style.INK}
        ax.text(0, s=name, **words)
        numbers.append(ax.text(limit, s="", ha="right", **words))
        bars.extend(ax.barh([-row], [0], height=0.42, color=colour, zorder=2))
        arrows.extend(ax.plot([], [], ">", color="white", markersize=11, zorder=3))
    ax.set(xlim=(0, limit), ylim=(-len(names) + 0.6, 0.75), xlabel="loss $L$: less is better", yticks=[])
    ax.spines["left"].set_visible(False)
    return ScoreArtists(bars, numbers, arrows)


def update_scores(artists, losses):
    """Give each bar its loss (k,)."""
    limit = artists.bars[0].axes.get_xlim()[1]
    for row, loss in enumerate(losses):
        inside = bool(loss <= limit)
        artists.bars[row].set_width(loss if inside else limit)
        artists.numbers[row].set_text(f"{loss:.2f}")
        artists.arrows[row].set_data(([], []) if inside else ([0.95 * limit], [-row]))


class BowlArtists(NamedTuple):
    """What moves when the parameters do."""

    point: Line2D


def draw_bowl(ax, theta0, theta1, losses, best):
    """Draw the contours of the loss over two parameters; return the artist that `update_bowl` moves.

    theta0  (p,), theta1 (q,)  the grid
    losses  (q, p)             L on the grid
    best    (2,)               the parameters of least loss
    """
    levels = _levels(losses.min(), losses.max())
    ends = LogNorm(levels[0], levels[-1])
    ax.contourf(theta0, theta1, losses, levels=levels, cmap=DEPTHS, norm=ends, extend="both")
    lines = ax.contour(theta0, theta1, losses, levels=levels, colors="#6A7F97", linewidths=0.8)
    written = [level for level in levels if _is_written(level, losses.max())]
    ax.clabel(lines, written, fontsize=12, colors=style.INK, fmt=lambda level: f"{level:g}", inline_spacing=3)
    ax.plot(*best, "*", color=style.ACCENT, markersize=18, markeredgecolor="white", label="least loss")
    (point,) = ax.plot([], [], "o", color=style.MODEL, markersize=11, markeredgecolor="white", zorder=5)
    ax.set_xlabel(r"$\theta_0$", fontsize=16)
    ax.set_ylabel(r"$\theta_1$", fontsize=16)
    ax.grid(False)
    return BowlArtists(point)


def _is_written(level, most):
    """Return whether a contour has its loss written on it: at 1, 2 and 5, far enough from the least."""
    return f"{level:.1e}"[:3] in ("1.0", "2.0", "5.0") and level > most / 40


def _levels(least, most):
    """Return the losses of the contours, from a little above the least: round numbers, as on a map."""
    powers = 10.0 ** np.arange(-6, 7)
    heights = np.ravel(powers[:, None] * HEIGHTS)
    levels = heights[(heights > max(1.1 * least, most / 500)) & (heights < most)]
    return levels if len(levels) > 1 else np.array([least, most])


def update_bowl(artists, theta):
    """Move the point to theta (2,)."""
    artists.point.set_data([theta[0]], [theta[1]])
