"""Two heaps of points, the probability over their plane, and what each point costs by its score."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.quiver import Quiver

from helpers.figures import style
from helpers.figures.neuron import put_on_line
from helpers.figures.signed import Field, draw_field

LOOKS = ({"markerfacecolor": "white"}, {"markerfacecolor": style.DATA})
"""How a point of class 0 and one of class 1 look: hollow and filled."""


class BoundaryArtists(NamedTuple):
    """What moves in the plane: the field of h, the line h = 1/2 and its arrow, the points, the worst one."""

    field: Field
    line: Line2D
    arrow: Quiver
    classes: tuple[Line2D, Line2D]
    worst: Line2D


@style.own_settings
def draw_boundary(ax, limit):
    """Draw the plane from -limit to limit, empty; return the artists that `update_boundary` moves."""
    field, _ = draw_field(ax, label="$h$", low=0.0, high=1.0, extend="neither")
    (line,) = ax.plot([], [], color=style.INK, linewidth=2)
    look = {"angles": "xy", "scale_units": "xy", "scale": 1, "width": 0.014, "zorder": 4}
    arrow = ax.quiver(0, 0, 1, 0, color=style.INK, **look)
    classes, worst = _draw_points(ax)
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal")
    ax.set_xlabel("$x_1$", fontsize=16)
    ax.set_ylabel("$x_2$", fontsize=16)
    ax.legend(handles=[*classes, worst], ncols=3, **style.ABOVE)
    return BoundaryArtists(field, line, arrow, classes, worst)


def update_boundary(artists, values, theta, X, y, worst):
    """Show a model over its points.

    values  (q, p)  h over the plane, from bottom to top and left to right
    theta   (3,)    theta[0] the intercept
    X, y    (m, 2), (m,)  points and labels, 0 or 1
    worst           which of the points has the largest loss
    """
    artists.field.set_values(values, 0.0, 1.0)
    foot = put_on_line(artists.line, theta[1:], theta[0])
    artists.arrow.set_visible(foot is not None)
    artists.arrow.set_offsets([0, 0] if foot is None else foot)
    artists.arrow.set_UVC(*theta[1:])
    _move_points(artists, X, y, worst)


class MarginArtists(NamedTuple):
    """What moves beside the plane: the points on the curve, the worst one, the mean loss."""

    classes: tuple[Line2D, Line2D]
    worst: Line2D
    mean: Line2D


@style.own_settings
def draw_margins(ax, scores, losses, *, top):
    """Draw the loss by the score for the true class; return the artists that `update_margins` moves.

    scores, losses  (p,)  the curve
    """
    ax.plot(scores, losses, color=style.MODEL, linewidth=2)
    ax.axvline(0, color="#8A8A8A", linewidth=1)
    (mean,) = ax.plot([], [], "--", color=style.ACCENT, linewidth=2, label="mean loss")
    classes, worst = _draw_points(ax)
    ax.set(xlim=(scores[0], scores[-1]), ylim=(-0.04 * top, top))
    ax.set(xlabel="score for the true class", ylabel="loss in nats")
    ax.legend(handles=[mean], loc="upper right")
    return MarginArtists(classes, worst, mean)


def update_margins(artists, margins, losses, y, worst):
    """Show each point on the curve, at the edge if it lies beyond.

    margins, losses, y  (m,)  scores for the true class, losses, labels
    worst               which of the points has the largest loss
    """
    ax = artists.mean.axes
    low, high = ax.get_xlim()
    across, up = np.clip(margins, low, high), np.minimum(losses, ax.get_ylim()[1])
    _move_points(artists, np.column_stack([across, up]), y, worst)
    artists.mean.set_data([low, high], [losses.mean()] * 2)


def _draw_points(ax):
    """Return the Line2D of each class, and the ring round the worst point, all empty."""
    look = {"color": style.DATA, "markersize": 8, "markeredgewidth": 1.8, "zorder": 5, "clip_on": False}
    classes = tuple(
        ax.plot([], [], "o", label=f"class {label}", **look, **face)[0] for label, face in enumerate(LOOKS)
    )
    ring = {"markersize": 17, "markerfacecolor": "none", "markeredgecolor": style.INK, "markeredgewidth": 2}
    (worst,) = ax.plot([], [], "o", label="largest loss", zorder=5.5, clip_on=False, **ring)
    for artist in (*classes, worst):
        artist.set_in_layout(False)  # where it is nowhere yet, it would take up the whole picture
    return classes, worst


def _move_points(artists, places, y, worst):
    for label, artist in enumerate(artists.classes):
        artist.set_data(*places[y == label].T)
    artists.worst.set_data(*places[[worst]].T)
