"""A kernel on a window of an image, an Inception module and what it costs, how a network learns images."""

from typing import NamedTuple

import numpy as np
from matplotlib.container import BarContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.signed import Field
from helpers.figures.training import draw_progress

SIDE = 3
"""Weights along each side of the kernel."""


class KernelArtists(NamedTuple):
    """What moves in a kernel on its window: a colour for each product, its factors, the sum."""

    products: Field
    weights: Labels
    pixels: Labels
    total: Labels


@style.own_settings
def draw_kernel(ax, title):
    """Draw room for a kernel of 3 × 3 weights on as many pixels; return what `update_kernel` moves.

    Weight [r, c] stands around (c, -r).
    """
    products = ax.add_artist(Field(smooth=False, place=(-0.5, 0.5 - SIDE, SIDE, SIDE)))
    for k in range(SIDE + 1):
        ax.plot([-0.5, SIDE - 0.5], [0.5 - k] * 2, color="#8A8A8A", linewidth=1)
        ax.plot([k - 0.5] * 2, [0.5, 0.5 - SIDE], color="#8A8A8A", linewidth=1)
    weights = ax.add_artist(Labels(19, style.MODEL, halo=2))
    pixels = ax.add_artist(Labels(12, style.DATA))
    total = ax.add_artist(Labels(15))
    ax.set(xlim=(-0.6, SIDE - 0.4), ylim=(0.1 - SIDE, 0.6), aspect="equal")
    ax.set_title(title, fontsize=13)
    ax.axis("off")
    return KernelArtists(products, weights, pixels, total)


def centres():
    """Return where the weights stand, row by row from the top, (9, 2)."""
    r, c = np.indices((SIDE, SIDE)).reshape(2, -1)
    return np.column_stack([c, -r]).astype(float)


def grips():
    """Return where the weights are taken hold of: to the right of each, (9, 2)."""
    return np.add(centres(), (0.3, 0.16))


def update_kernel(artists, weights, pixels, divisor, total):
    """Show weights (3, 3), the pixels under them (3, 3), and their sum over a divisor, in words."""
    weights, pixels = np.ravel(weights), np.ravel(pixels)
    products = (weights * pixels / divisor).reshape(SIDE, SIDE)
    artists.products.set_values(products[::-1], -1.5, 1.5)
    artists.weights.set_labels(
        [f"{weight:.0f}".replace("-", "−") for weight in weights], np.add(centres(), (-0.16, 0.14))
    )
    artists.pixels.set_labels([f"× {pixel:.2f}" for pixel in pixels], np.subtract(centres(), (0, 0.26)))
    artists.total.set_labels([total], [[(SIDE - 1) / 2, 0.25 - SIDE]])


BOXES = {
    "one": (0, 1.5),
    "reduce3": (1, 1),
    "three": (1, 2),
    "reduce5": (2, 1),
    "five": (2, 2),
    "largest": (3, 1),
    "pool": (3, 2),
}
"""Name of a part of a module -> where its box stands: branch, and height."""
KERNELS = {
    "one": "1 × 1",
    "reduce3": "1 × 1",
    "three": "3 × 3",
    "reduce5": "1 × 1",
    "five": "5 × 5",
    "largest": "largest\nof 3 × 3",
    "pool": "1 × 1",
}
BRANCHES = ("1 × 1", "3 × 3", "5 × 5", "pool")
WIDTH, HEIGHT = 0.84, 0.62


class ModuleArtists(NamedTuple):
    """What moves in a module: the channels of each part, what comes in and goes out, what is crossed out."""

    channels: Labels
    ends: Labels
    crosses: Line2D


@style.own_settings
def draw_module(ax):
    """Draw an Inception module, its inputs below; return what `update_module` moves."""
    for name, (branch, height) in BOXES.items():
        corner = branch - WIDTH / 2, height - HEIGHT / 2
        ax.add_patch(Rectangle(corner, WIDTH, HEIGHT, facecolor="#F4F4F4", edgecolor="#8A8A8A"))
        up = 0 if name == "largest" else 0.14
        ax.text(branch, height + up, KERNELS[name], ha="center", va="center", fontsize=12, color="#555555")
    for branch in range(len(BRANCHES)):
        heights = sorted(height for column, height in BOXES.values() if column == branch)
        ends = [
            0.3,
            *(each for height in heights for each in (height - HEIGHT / 2, height + HEIGHT / 2)),
            2.7,
        ]
        for start, end in zip(ends[::2], ends[1::2], strict=True):
            ax.plot([branch, branch], [start, end], color="#8A8A8A", linewidth=1.5, zorder=0.5)
    for height in (0.3, 2.7):
        ax.plot([0, len(BRANCHES) - 1], [height, height], color="#8A8A8A", linewidth=1.5)
    channels = ax.add_artist(Labels(15, style.MODEL))
    ends = ax.add_artist(Labels(14))
    (crosses,) = ax.plot([], [], color=style.INK, linewidth=2)
    ax.set(xlim=(-0.5, len(BRANCHES) - 0.5), ylim=(-0.1, 3.1))
    ax.axis("off")
    return ModuleArtists(channels, ends, crosses)


def box_grip(name):
    """Return where the channels of a part are taken hold of: to the right of their number, (2,)."""
    return np.add(BOXES[name], (0.24, -0.13))


def update_module(artists, channels, inputs, outputs, reduced):
    """Show the channels of each part by name, those that come in and go out, in words, and what is out."""
    shown = {name: count for name, count in channels.items() if reduced or not name.startswith("reduce")}
    places = [np.subtract(BOXES[name], (0.12, 0.13)) for name in shown]
    artists.channels.set_labels([str(count) for count in shown.values()], places)
    middle = (len(BRANCHES) - 1) / 2
    artists.ends.set_labels([inputs, outputs], [[middle, 0.08], [middle, 2.92]])
    crosses = [
        corner
        for name, (x, y) in BOXES.items()
        if name not in shown and name != "largest"
        for corner in [*_stroke(x, y, 1), *_stroke(x, y, -1)]
    ]
    artists.crosses.set_data(*np.reshape(crosses, (-1, 2)).T)


def _stroke(x, y, way):
    """Return the ends of one stroke of a cross at x, y, and a gap."""
    return [x - 0.4, y - 0.3 * way], [x + 0.4, y + 0.3 * way], [np.nan, np.nan]


class CostArtists(NamedTuple):
    """What moves with the cost: for each branch a bar of its 1 × 1 before, one of its kernel, a number."""

    before: BarContainer
    kernel: BarContainer
    numbers: Labels


@style.own_settings
def draw_costs(ax):
    """Draw a bar for each branch of a module; return what `update_costs` moves."""
    rows, none = range(len(BRANCHES)), np.zeros(len(BRANCHES))
    before = ax.barh(rows, none, color=style.DATA, height=0.6, label="1 × 1 before", zorder=2)
    kernel = ax.barh(rows, none, color=style.MODEL, height=0.6, label="the branch's last", zorder=2)
    numbers = ax.add_artist(Labels(12, halo=2))
    ax.set(xlim=(0, 1), ylim=(len(BRANCHES) - 0.4, -0.6), xticks=[0, 0.2, 0.4, 0.6, 0.8, 1])
    ax.set_yticks(rows, BRANCHES)
    ax.set_xlabel("multiplications, as a share of those\nwithout the 1 × 1 before", fontsize=12)
    ax.set_ylabel("branch")
    ax.grid(axis="y", visible=False)
    ax.legend(**style.ABOVE, ncols=2)
    return CostArtists(before, kernel, numbers)


def update_costs(artists, before, kernel, words):
    """Show what the branches cost, before (4,) and kernel (4,) as shares, and a number for each, in words."""
    for first, last, start, more in zip(artists.before, artists.kernel, before, kernel, strict=True):
        first.set_width(start)
        last.set(x=start, width=more)
    ends = np.add(before, kernel)
    places = np.where(ends < 0.7, ends + 0.12, ends - 0.12)  # on a long bar, and so on its colour
    artists.numbers.set_labels(words, np.column_stack([places, np.arange(len(BRANCHES))]))


@style.own_settings
def draw_pen(ax, side):
    """Draw a pen's point beside an image of draw_image, so many pixels a side; return it."""
    ax.set_xlim(right=side + 7)
    ax.text(side + 3.2, 0.5, "pen", ha="center", va="center", fontsize=12, color="#555555")
    return ax.add_patch(Polygon([[0, 0]] * 3, edgecolor="#8A8A8A"))


def update_pen(pen, side, width, ink):
    """Show the point of a pen so many pixels wide, black if it draws, white if it rubs out."""
    angles = np.linspace(0, 2 * np.pi, 40)
    pen.set_xy(np.column_stack([np.cos(angles), np.sin(angles)]) * width / 2 + (side + 3.2, 5))
    pen.set_facecolor(style.INK if ink else "white")


@style.own_settings
def draw_learning(ax, steps, references):
    """Draw axes for a share of right answers along steps; return what `training.update_progress` moves.

    references  dict of a name -> share, each a line that stays
    """
    for name, share in references.items():
        ax.axhline(share, color=style.ACCENT, linewidth=2, linestyle="--", label=f"{name}, {share:.2f}")
    moving = draw_progress(ax)
    moving.point.set(clip_on=False, in_layout=False)
    ax.set(xlim=(0, steps), ylim=(0, 1), xlabel="step", ylabel="share right")
    ax.legend(loc="lower right", fontsize=12)
    return moving
