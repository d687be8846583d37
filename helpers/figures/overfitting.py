"""A curve through few points, how it does on new ones, and both losses along one setting of the model."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style


class CurveArtists(NamedTuple):
    """What moves when the curve, or the data, do."""

    curve: Line2D
    train: Line2D
    new: Line2D


def draw_curve(ax, x, truth, new="validation"):
    """Draw the truth at x, both (p,), on ax; return the artists that `update_curve` moves.

    new  what the points beside those to learn from are called
    """
    (others,) = ax.plot([], [], "o", color="#9A9A9A", markersize=5, mfc="none", label=new, zorder=2)
    ax.plot(x, truth, "--", color=style.ACCENT, linewidth=2, label="truth", zorder=3)
    (curve,) = ax.plot([], [], color=style.MODEL, label="model", zorder=4)
    (train,) = ax.plot([], [], "o", color=style.DATA, markersize=6.5, label="training", zorder=5)
    ax.set(xlim=(-1.08, 1.08), ylim=(-2.6, 2.6), xlabel="$x$", ylabel="$y$", xticks=[-1, 0, 1])
    ax.legend(handles=[train, curve, others, ax.lines[1]], **style.ABOVE, ncols=4)
    return CurveArtists(curve, train, others)


def update_curve(artists, curve, train, new):
    """Move the curve and the points; each argument is x and y, both (k,)."""
    for artist, (x, y) in zip(artists, (curve, train, new), strict=True):
        artist.set_data(x, y)


class LossArtists(NamedTuple):
    """What moves when the losses, or the setting chosen, do."""

    new: Line2D
    train: Line2D
    chosen_new: Line2D
    chosen_train: Line2D
    chosen: Line2D


def draw_losses(ax, limit):
    """Draw axes for two losses along a setting, up to limit; return what moves. `set_settings` names it."""
    (new,) = ax.plot([], [], "o-", color=style.ERROR, mfc="white", markersize=6, label="validation")
    (train,) = ax.plot([], [], "o-", color=style.DATA, markersize=6, label="training")
    marker = {"marker": "o", "linestyle": "", "clip_on": False, "in_layout": False}
    (chosen_train,) = ax.plot([], [], color=style.DATA, markersize=11, zorder=5, **marker)
    (chosen_new,) = ax.plot([], [], color=style.INK, mfc="none", markersize=16, mew=2.5, zorder=6, **marker)
    (chosen,) = ax.plot([], [], color=style.FAINT, linewidth=10, zorder=0)
    ax.set(ylim=(0, limit), ylabel="loss $L$")
    ax.legend(handles=[train, new], **style.ABOVE, ncols=2)
    return LossArtists(new, train, chosen_new, chosen_train, chosen)


def set_settings(ax, labels, name):
    """Name the settings (k,) that stand along the axis, one step apart, and what they are settings of."""
    ax.set(xlim=(-0.5, len(labels) - 0.5), xlabel=name)
    ax.set_xticks(range(len(labels)), labels)


def update_losses(artists, losses, at):
    """Move the curves to losses (k, 2), on training and on validation, and mark setting number at.

    A loss above the axis is marked at its upper end.
    """
    limit = artists.new.axes.get_ylim()[1]
    train, new = losses.T
    artists.train.set_data(range(len(losses)), train)
    artists.new.set_data(range(len(losses)), new)
    artists.chosen_train.set_data([at], [np.minimum(train[at], limit)])
    artists.chosen_new.set_data([at], [np.minimum(new[at], limit)])
    artists.chosen.set_data([at, at], [0, limit])
