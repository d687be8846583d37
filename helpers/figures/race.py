"""A race of optimisers: their paths over a surface of losses, and their losses along the way."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.line import DEPTHS
from helpers.figures.strokes import Trail, add_line

LOOKS = {
    "sgd": {"color": style.INK, "label": "plain"},
    "momentum": {"color": style.DATA, "label": "momentum"},
    "rmsprop": {"color": style.ACCENT, "label": "RMSProp"},
    "adam": {"color": style.MODEL, "label": "Adam"},
}
"""Name -> look of each runner, the same in both pictures."""
CELLS, LEVELS = 80, 14
"""Along each side of the grid on which a surface is drawn; so many contours."""


class RaceArtists(NamedTuple):
    """What moves: for each name its path, where it is, its losses and the last of them; and the start."""

    paths: dict[str, Line2D]
    ends: dict[str, Line2D]
    curves: dict[str, Line2D]
    last: dict[str, Line2D]
    start: Line2D


@style.own_settings
def draw_race(left, right, *, steps, limits):
    """Draw empty axes for the paths and for the losses; return the artists that `update_race` moves.

    steps   at most, on the axis of the right picture
    limits  of its losses
    """
    free = {"markeredgecolor": "white", "in_layout": False}
    paths = {
        name: add_line(Trail, left, color=look["color"], linewidth=2.5, zorder=4)
        for name, look in LOOKS.items()
    }
    ends = {
        name: left.plot([], [], "o", color=look["color"], markersize=11, zorder=6, **free)[0]
        for name, look in LOOKS.items()
    }
    (start,) = left.plot([], [], "o", color="white", markersize=10, markeredgecolor=style.INK, zorder=5)
    curves = {name: right.plot([], [], linewidth=2.2, **look)[0] for name, look in LOOKS.items()}
    last = {
        name: right.plot([], [], "o", color=look["color"], markersize=9, zorder=4, clip_on=False, **free)[0]
        for name, look in LOOKS.items()
    }
    right.set(xlim=(0, steps), ylim=limits, yscale="log", xlabel="step", ylabel="loss above the least")
    right.minorticks_off()
    right.legend(**style.ABOVE, ncols=4)
    left.set_xlabel("$x$", fontsize=16)
    left.set_ylabel("$y$", fontsize=16)
    return RaceArtists(paths, ends, curves, last, start)


def draw_surface(ax, surface):
    """Draw the contours of a Surface in the place of another one: part of what stands still."""
    for old in list(ax.collections):
        if getattr(old, "is_surface", False):
            old.remove()
    (low_x, high_x), (low_y, high_y) = surface.limits
    x, y = np.meshgrid(np.linspace(low_x, high_x, CELLS), np.linspace(low_y, high_y, CELLS))
    losses = surface.loss(x, y)
    levels = np.quantile(losses, np.linspace(0, 1, LEVELS))
    for contours in (
        ax.contourf(x, y, losses, levels=np.unique(levels), cmap=DEPTHS, zorder=0),
        ax.contour(x, y, losses, levels=np.unique(levels), colors="#6A7F97", linewidths=0.6, zorder=1),
    ):
        contours.is_surface = True
    ax.set(xlim=surface.limits[0], ylim=surface.limits[1])


def update_race(artists, paths, losses):
    """Move all runners.

    paths   dict of name -> (k, 2)  where it was before each step, and is now; inf or NaN after an overflow
    losses  dict of name -> (k,)    above the least; at the edge of the picture if they lie beyond
    """
    for name, path in paths.items():
        finite = path[np.isfinite(path).all(axis=1)]
        artists.paths[name].set_data(*np.clip(finite, -50, 50).T)
        artists.ends[name].set_data(*finite[-1:].T)
        shown = style.within(artists.curves[name].axes, losses[name])
        artists.curves[name].set_data(np.arange(len(shown)), shown)
        artists.last[name].set_data([len(shown) - 1], shown[-1:])
    artists.start.set_data(*next(iter(paths.values()))[:1].T)
