"""A curve through few points, how it does on new ones, and both losses for each degree of the curve."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style


class CurveArtists(NamedTuple):
    """What moves when the curve, or the data, do."""

    curve: Line2D
    train: Line2D
    test: Line2D


def draw_curve(ax, x, truth):
    """Draw the truth at x, both (p,), on ax; return the artists that `update_curve` moves."""
    (test,) = ax.plot([], [], "o", color="#9A9A9A", markersize=5, mfc="none", label="new points", zorder=2)
    ax.plot(x, truth, "--", color=style.ACCENT, linewidth=2, label="truth", zorder=3)
    (curve,) = ax.plot([], [], color=style.MODEL, label="model", zorder=4)
    (train,) = ax.plot([], [], "o", color=style.DATA, markersize=6.5, label="data", zorder=5)
    ax.set(xlim=(-1.08, 1.08), ylim=(-2.6, 2.6), xlabel="$x$", ylabel="$y$", xticks=[-1, 0, 1])
    ax.legend(handles=[train, curve, test, ax.lines[1]], **style.ABOVE, ncols=4)
    return CurveArtists(curve, train, test)


def update_curve(artists, curve, train, test):
    """Move the curve and the points; each argument is x and y, both (k,)."""
    for artist, (x, y) in zip(artists, (curve, train, test), strict=True):
        artist.set_data(x, y)


class LossArtists(NamedTuple):
    """What moves when the losses, or the degree chosen, do."""

    test: Line2D
    train: Line2D
    chosen_test: Line2D
    chosen_train: Line2D
    chosen: Line2D


def draw_losses(ax, degrees, limit):
    """Draw axes for two losses of each of the degrees (k,), up to limit; return what moves."""
    (test,) = ax.plot([], [], "o-", color=style.ERROR, mfc="white", markersize=6, label="on new points")
    (train,) = ax.plot([], [], "o-", color=style.DATA, markersize=6, label="on the data")
    marker = {"marker": "o", "linestyle": "", "clip_on": False, "in_layout": False}
    (chosen_train,) = ax.plot([], [], color=style.DATA, markersize=11, zorder=5, **marker)
    (chosen_test,) = ax.plot([], [], color=style.INK, mfc="none", markersize=16, mew=2.5, zorder=6, **marker)
    (chosen,) = ax.plot([], [], color=style.FAINT, linewidth=10, zorder=0)
    ax.set(xlim=(-0.5, max(degrees) + 0.5), ylim=(0, limit), xticks=degrees)
    ax.set(xlabel="degree of the polynomial", ylabel="loss $L$")
    ax.legend(handles=[train, test], **style.ABOVE, ncols=2)
    return LossArtists(test, train, chosen_test, chosen_train, chosen)


def update_losses(artists, degrees, losses, degree):
    """Move the curves to losses (k, 2), on train and on test, and mark one of the degrees (k,).

    A loss above the axis is marked at its upper end.
    """
    limit = artists.test.axes.get_ylim()[1]
    train, test = losses.T
    artists.train.set_data(degrees, train)
    artists.test.set_data(degrees, test)
    at = list(degrees).index(degree)
    artists.chosen_train.set_data([degree], [np.minimum(train[at], limit)])
    artists.chosen_test.set_data([degree], [np.minimum(test[at], limit)])
    artists.chosen.set_data([degree, degree], [0, limit])
