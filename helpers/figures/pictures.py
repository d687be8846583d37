"""Twelve small images with what a model calls each, and shares of right answers along one setting."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.digits import GREYS
from helpers.figures.labels import Labels
from helpers.figures.signed import Field

ROWS, COLUMNS, PITCH = 3, 4, (1.14, 1.4)
"""How the images stand; the room of each, with the name below it; an image is 1 by 1."""


class PictureArtists(NamedTuple):
    """What moves: the images, thin frames, thick ones around wrong answers, the names below."""

    images: list[Field]
    frames: Line2D
    wrong: Line2D
    names: Labels


def _corners():
    """Return the lower left corner of each image, row by row from the top."""
    k = np.arange(ROWS * COLUMNS)
    return np.column_stack([k % COLUMNS * PITCH[0], (ROWS - 1 - k // COLUMNS) * PITCH[1]])


@style.own_settings
def draw_pictures(ax, title):
    """Draw room for ROWS × COLUMNS images, with a title above; return what `update_pictures` moves."""
    images = [ax.add_artist(Field(smooth=False, palette=GREYS, place=(x, y, 1, 1))) for x, y in _corners()]
    (frames,) = ax.plot([], [], color="#8A8A8A", linewidth=1)
    (wrong,) = ax.plot([], [], color=style.MODEL, linewidth=4, solid_joinstyle="miter")
    names = ax.add_artist(Labels(12))
    ax.set(xlim=(-0.06, COLUMNS * PITCH[0] - 0.08), ylim=(-0.38, ROWS * PITCH[1] - 0.32), aspect="equal")
    ax.set_title(title, fontsize=13)
    ax.axis("off")
    return PictureArtists(images, frames, wrong, names)


def update_pictures(artists, images, names, right):
    """Show images.

    images  (12, h, w)  brightness 0 paper to 1 ink, from the top
    names   (12,)       what the model calls each
    right   (12,)       whether that is so; a wrong one gets a thick frame
    """
    corners = _corners()
    for field, image in zip(artists.images, images, strict=True):
        field.set_values(image[::-1], 0.0, 1.0)
    artists.frames.set_data(*_outlines(corners))
    artists.wrong.set_data(*_outlines(corners[~np.asarray(right)]))
    artists.names.set_labels(names, corners + np.array([0.5, -0.2]))


def _outlines(corners):
    """Return the x and y of squares around images, each ending in a gap."""
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0], [np.nan, np.nan]])
    return (corners[:, None] + square).reshape(-1, 2).T  # (k, 6, 2) -> (2, 6 k)


class ShareArtists(NamedTuple):
    """What moves along a setting: a line for each name, pale dots of single runs, a mark on each line."""

    lines: dict[str, Line2D]
    dots: dict[str, Line2D]
    marks: dict[str, Line2D]


LOOKS = {"training": (style.DATA, "o-"), "validation": (style.MODEL, "o-"), "plain": (style.ERROR, "s--")}
"""Name of a line -> colour and look."""


@style.own_settings
def draw_shares(ax, names, xlabel, limits, log=False):
    """Draw axes for shares of right answers; return what `update_shares` moves.

    names   of the lines, in LOOKS
    limits  of the setting along x
    """
    lines, dots, marks = {}, {}, {}
    free = {"clip_on": False, "in_layout": False}
    for name in names:
        colour, look = LOOKS[name]
        (lines[name],) = ax.plot([], [], look, color=colour, markersize=5, label=name)
        (dots[name],) = ax.plot([], [], "o", color=colour, markersize=3.5, alpha=0.45)
        (marks[name],) = ax.plot([], [], "o", color=colour, markersize=12, markeredgecolor="white", **free)
        marks[name].set_zorder(5)
    ax.set(xlim=limits, ylim=(0, 1), xlabel=xlabel, ylabel="share right")
    if log:
        ax.set_xscale("log")
    if len(names) > 1:
        ax.legend(**style.ABOVE, ncols=len(names))
    return ShareArtists(lines, dots, marks)


def update_shares(artists, x, shares, at, runs=None):
    """Show shares along x (k,), each name's own (k,), marked at number at; runs: name -> (r, k), as dots."""
    for name, values in shares.items():
        artists.lines[name].set_data(x, values)
        artists.marks[name].set_data([x[at]], [values[at]])
        if runs is not None:
            artists.dots[name].set_data(np.tile(x, len(runs[name])), np.ravel(runs[name]))
