"""An image with a frame on it, maps of what mattered in it, ten probabilities, how alike two orders are."""

from typing import NamedTuple

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.container import BarContainer
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.digits import GREYS
from helpers.figures.labels import Labels
from helpers.figures.signed import NEGATIVE, POSITIVE, SQUARE, Field

SIGNED = LinearSegmentedColormap.from_list("map", [NEGATIVE, "#FAFAFA", POSITIVE])
PALETTE = (SIGNED(np.linspace(0, 1, 256))[:, :3] * 255).astype(np.uint8)
"""Fuller than those of planes, on which words must be legible: here single pixels have to be seen."""
BORDER = 0.6
"""Room around an image, in pixels of it."""


class ImageArtists(NamedTuple):
    """What moves: the image or map, and a square frame on it."""

    field: Field
    frame: Line2D


@style.own_settings
def draw_image(ax, side, title, signed=False):
    """Draw room for a square image, rows counted downwards from 0; return what `update_image` moves.

    side    pixels along each side
    title   above it
    signed  whether it is a map of numbers of both signs, and not an image of ink on paper
    """
    place = (-0.5, side - 0.5, side, -side)  # row 0 at the top
    field = ax.add_artist(Field(smooth=False, place=place, palette=PALETTE if signed else GREYS))
    ax.plot(*(SQUARE * side - 0.5).T, color="#8A8A8A", linewidth=1)
    (frame,) = ax.plot([], [], color=style.DATA, linewidth=2.5, solid_joinstyle="miter", zorder=5)
    low, high = -0.5 - BORDER, side - 0.5 + BORDER
    ax.set(xlim=(low, high), ylim=(high, low), aspect="equal")
    ax.set_title(title, fontsize=13)
    ax.axis("off")
    return ImageArtists(field, frame)


def update_image(artists, values, low=0.0, high=1.0, patch=None):
    """Show values (h, w), from the top, coloured from low to high, in the room of the image whatever h is.

    patch  row and column of the upper left value of what is framed, and its size; no frame if None
    """
    artists.field.set_values(np.asarray(values)[::-1], low, high)
    artists.frame.set_visible(patch is not None)
    if patch is not None:
        row, column, size = patch
        square = SQUARE * size + [column, row]
        pixels = artists.field.place[2] / len(values)  # of the room, for each value
        artists.frame.set_data(*(square * pixels - 0.5).T)


def update_map(artists, values, patch=None):
    """Show a map (h, w) from the top, 0 white and its largest size in full colour."""
    limit = max(float(np.abs(values).max()), 1e-12)
    update_image(artists, values, -limit, limit, patch)


class BarArtists(NamedTuple):
    """What moves with the probabilities: a bar for each class, its number, a mark at the true one."""

    bars: BarContainer
    numbers: Labels
    truth: Line2D


@style.own_settings
def draw_bars(ax, names, truth=True):
    """Draw a bar for each name, from the top; return what `update_bars` moves.

    truth  whether a mark will stand at the true class, which a line above says
    """
    bars = ax.barh(range(len(names)), np.zeros(len(names)), color=style.MODEL, height=0.7, zorder=2)
    if truth:
        ax.set_title("◆ what it is", fontsize=12, color=style.DATA, loc="right")
    numbers = ax.add_artist(Labels(12))
    (truth,) = ax.plot([], [], "D", color=style.DATA, markersize=8, markeredgecolor="white", zorder=3)
    truth.set(clip_on=False, in_layout=False)  # nowhere yet, it would take up the whole picture
    ax.set(xlim=(0, 1.25), ylim=(len(names) - 0.4, -0.6), xticks=[0, 0.5, 1], xlabel="$p$", ylabel="class")
    ax.set_yticks(range(len(names)), names)
    ax.grid(axis="y", visible=False)
    return BarArtists(bars, numbers, truth)


def update_bars(artists, p, truth=None):
    """Show probabilities p (k,); a mark stands at 0 of the true class, if there is one."""
    for bar, width in zip(artists.bars, p, strict=True):
        bar.set_width(width)
    places = np.column_stack([np.asarray(p) + 0.12, np.arange(len(p))])
    artists.numbers.set_labels([f"{one:.2f}" for one in p], places)
    artists.truth.set_data(([], []) if truth is None else ([0], [truth]))


class ClimbArtists(NamedTuple):
    """What moves along a climb: the two probabilities, and a point on each."""

    lines: list[Line2D]
    points: Line2D


@style.own_settings
def draw_climb(ax, steps):
    """Draw axes for the probability of a class, and of its strongest rival, along so many steps."""
    names, looks = ("of the class", "of the strongest other"), ((style.DATA, "-"), (style.MODEL, "--"))
    lines = [
        ax.plot([], [], look, color=colour, linewidth=2, label=name)[0]
        for name, (colour, look) in zip(names, looks, strict=True)
    ]
    (points,) = ax.plot([], [], "o", color=style.INK, markersize=9, markeredgecolor="white", zorder=4)
    points.set(clip_on=False, in_layout=False)
    ax.set(xlim=(0, steps), ylim=(0, 1.02), xlabel="step", ylabel="$p$")
    ax.legend(**style.ABOVE, ncols=2)
    return ClimbArtists(lines, points)


def update_climb(artists, p, rival, step):
    """Show two probabilities along the steps, (steps + 1,) each, with points at one of them."""
    for line, values in zip(artists.lines, (p, rival), strict=True):
        line.set_data(np.arange(len(values)), values)
    artists.points.set_data([step, step], [p[step], rival[step]])


class OrderArtists(NamedTuple):
    """What moves: a line for each method, and marks at one place."""

    lines: list[Line2D]
    marks: Line2D


LOOKS = ((style.DATA, "o-"), (style.MODEL, "s--"), (style.INK, "^:"))


@style.own_settings
def draw_orders(ax, methods, layers):
    """Draw axes for rank correlations along the number of layers drawn anew; return what moves."""
    lines = [
        ax.plot([], [], look, color=colour, markersize=6, label=name)[0]
        for name, (colour, look) in zip(methods, LOOKS, strict=True)
    ]
    (marks,) = ax.plot([], [], "o", color="none", markeredgecolor=style.INK, markersize=14, zorder=5)
    marks.set(clip_on=False, in_layout=False)
    ax.set(xlim=(-0.15, layers + 0.15), ylim=(-0.25, 1.05), xticks=range(layers + 1))
    ax.set(xlabel="layers drawn anew", ylabel="rank correlation")
    ax.legend(**style.ABOVE, ncols=1)
    return OrderArtists(lines, marks)


def update_orders(artists, values, at):
    """Show rank correlations, (methods, layers + 1), with a ring around those at one number of layers."""
    for line, one in zip(artists.lines, values, strict=True):
        line.set_data(np.arange(len(one)), one)
    artists.marks.set_data([at] * len(values), [one[at] for one in values])
