"""What a softmax regression of digits has learnt: weight pictures, one image judged, two curves."""

from typing import NamedTuple

import numpy as np
from matplotlib.container import BarContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from helpers.figures import style
from helpers.figures.signed import Field

SIDE, ACROSS, ROOM = 8, 4, (9, 10.6)
"""Pixels of an image along each side; how many stand in a row; the room of each, with the name above it."""
GREYS = np.repeat(np.linspace(255, 20, 256).astype(np.uint8)[:, None], 3, axis=1)
"""From paper to ink."""


class GalleryArtists(NamedTuple):
    """What moves with the weights and the example: a field for each digit, and one for the image."""

    weights: list[Field]
    image: Field


@style.own_settings
def draw_gallery(ax, digits, name):
    """Draw room for a weight picture of each digit, and for one image; return the Fields to move.

    digits  the digits, (k,)
    name    what stands above the image
    """
    places = [_place(k, len(digits) + 1) for k in range(len(digits) + 1)]
    for (left, bottom, width, height), title in zip(places, [*digits, name], strict=True):
        ax.add_patch(Rectangle((left, bottom), width, height, fill=False, edgecolor="#8A8A8A"))
        ax.text(left + width / 2, bottom + height + 0.4, title, ha="center", va="bottom", fontsize=13)
    weights = [Field(smooth=False, place=place) for place in places[:-1]]
    image = Field(smooth=False, palette=GREYS, place=places[-1])
    for field in (*weights, image):
        ax.add_artist(field)
    rows = -(-len(places) // ACROSS)
    ax.set(xlim=(-0.5, ACROSS * ROOM[0]), ylim=(-0.5, rows * ROOM[1]), aspect="equal")
    ax.axis("off")
    return GalleryArtists(weights, image)


def update_gallery(artists, pictures, image, limit):
    """Show weight pictures (k, 64) and an image (64,), their pixels row by row from the top.

    limit  the size of a weight from which on the colours do not change
    """
    for field, picture in zip(artists.weights, pictures, strict=True):
        field.set_values(picture.reshape(SIDE, SIDE)[::-1], -limit, limit)
    artists.image.set_values(image.reshape(SIDE, SIDE)[::-1], 0.0, 1.0)


def _place(k, count):
    """Return left, bottom, width and height of picture k of so many."""
    row, column = divmod(k, ACROSS)
    rows = -(-count // ACROSS)
    return column * ROOM[0], (rows - 1 - row) * ROOM[1], SIDE, SIDE


class ProbabilityArtists(NamedTuple):
    """What moves with the probabilities of one image: a bar for each digit, and a mark at the true one."""

    bars: BarContainer
    truth: Line2D


@style.own_settings
def draw_probabilities(ax, classes):
    """Draw a bar for each of the classes; return the artists that `update_probabilities` moves."""
    bars = ax.bar(range(classes), np.zeros(classes), color=style.MODEL, width=0.7, zorder=2)
    (truth,) = ax.plot([], [], "D", color=style.DATA, markersize=9, markeredgecolor="white", zorder=3)
    truth.set(clip_on=False, in_layout=False)  # nowhere yet, it would take up the whole picture
    ax.set(xlim=(-0.6, classes - 0.4), ylim=(0, 1), xticks=range(classes))
    ax.set(xlabel="digit", ylabel="$p$")
    return ProbabilityArtists(bars, truth)


def update_probabilities(artists, p, truth):
    """Show probabilities p (k,); the mark stands at 1 above the true class."""
    for bar, height in zip(artists.bars, p, strict=True):
        bar.set_height(height)
    artists.truth.set_data([truth], [1])


class CurveArtists(NamedTuple):
    """What moves with the steps: the curves of training and validation, and the points on them."""

    curves: tuple[Line2D, Line2D]
    points: tuple[Line2D, Line2D]


LOOKS = {"training": "-", "validation": (0, (4, 1.5))}
"""Part of the data -> how its curve is dashed."""


@style.own_settings
def draw_curves(ax, *, steps, limits, ylabel, legend=False):
    """Draw nothing yet but axes, for values along so many steps; return what `update_curves` moves."""
    colours, free = (style.DATA, style.MODEL), {"clip_on": False, "in_layout": False}
    curves = tuple(
        ax.plot([], [], color=colour, linestyle=dash, linewidth=2, label=name)[0]
        for colour, (name, dash) in zip(colours, LOOKS.items(), strict=True)
    )
    points = tuple(
        ax.plot([], [], "o", color=colour, markersize=10, markeredgecolor="white", zorder=4, **free)[0]
        for colour in colours
    )
    ax.set(xlim=(0, steps), ylim=limits, xlabel="step", ylabel=ylabel)
    if legend:
        ax.legend(loc="lower right", fontsize=12)
    return CurveArtists(curves, points)


def update_curves(artists, training, validation, step):
    """Show values along the steps, (steps+1,) each, with a point at one of them."""
    for curve, point, values in zip(artists.curves, artists.points, (training, validation), strict=True):
        curve.set_data(np.arange(len(values)), values)
        point.set_data([step], [values[step]])
