"""A training: the loss after each epoch, and the curve that the model draws through its data."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from helpers.figures import style

REFERENCE = {"color": style.ACCENT, "linestyle": (0, (3, 2.2)), "linewidth": 2, "zorder": 4.5}
"""How a line looks that a training is compared with: dashed, above the training's, which shows between."""


class ProgressArtists(NamedTuple):
    """What moves along a training: a number on the whole way, on the way so far, and where it is now."""

    whole: Line2D
    past: Line2D
    point: Line2D


def draw_progress(ax, linewidth=1.5):
    """Draw nothing yet; return the artists that `update_progress` moves."""
    (whole,) = ax.plot([], [], color=style.FAINT, linewidth=linewidth)
    (past,) = ax.plot([], [], color=style.MODEL, linewidth=linewidth)
    (point,) = ax.plot([], [], "o", color=style.MODEL, markersize=10, markeredgecolor="white", zorder=5)
    return ProgressArtists(whole, past, point)


def update_progress(artists, steps, values, now):
    """Show values (k,) over steps or epochs (k,) faintly, those up to index now boldly, and a point there."""
    artists.whole.set_data(steps, values)
    artists.past.set_data(steps[: now + 1], values[: now + 1])
    artists.point.set_data([steps[now]], [values[now]])


class LossArtists(NamedTuple):
    """What moves along the epochs: ProgressArtists, and a line that lies above them."""

    whole: Line2D
    past: Line2D
    point: Line2D
    least: Line2D


def draw_losses(ax, *, epochs, limits, least, label):
    """Draw the axes of loss over epochs; return the artists that `update_progress` moves.

    epochs  how many there will be
    limits  (low, high) of the loss, which is drawn by its logarithm
    least   a loss to compare with, marked by a line with this label
    """
    line = ax.axhline(least, **REFERENCE, label=label)
    moving = draw_progress(ax, linewidth=2.5)
    ax.set(xlim=(-0.02 * epochs, 1.02 * epochs), yscale="log", ylim=limits, xlabel="epoch", ylabel="$L$")
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    ax.yaxis.set_minor_formatter(lambda value, _: f"{value:g}" if f"{value:e}"[0] in "25" else "")
    ax.legend(loc="upper right", fontsize=12)
    return LossArtists(*moving, line)


def draw_reference(ax, x, h, label):
    """Return a line that stays, above those that move: predictions h (m,) for the inputs x (m,) in order.

    It belongs among the moving artists, or these would cover it.
    """
    return ax.plot(x, h, **REFERENCE, label=label)[0]


class CurveArtists(NamedTuple):
    """What moves when the network learns."""

    curve: Line2D
    parts: LineCollection


@style.own_settings
def draw_curve(ax, x, y, *, x_limits, y_limits):
    """Draw points (m,), a curve and its parts on ax; return the artists that `update_curve` moves."""
    parts = LineCollection([], colors=style.INK, linewidths=1.2, alpha=0.55, zorder=5)
    ax.add_collection(parts)
    ax.scatter(x, y, s=30, color=style.DATA, zorder=3)
    (curve,) = ax.plot([], [], color=style.MODEL, linewidth=3.5, zorder=4)
    ax.set(xlim=x_limits, ylim=y_limits, xlabel="$x$", ylabel="$y$")
    return CurveArtists(curve, parts)


@style.own_settings
def update_curve(artists, grid, h, parts):
    """Move the curve to h (g,) over the grid (g,), and show its parts (g, k), none if k is 0."""
    artists.curve.set_data(grid, h)
    artists.parts.set_segments([np.column_stack([grid, part]) for part in parts.T])
