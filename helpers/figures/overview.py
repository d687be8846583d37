"""Still pictures for the overview: one field inside another, and layers of neurons."""

from itertools import pairwise

import numpy as np
from matplotlib.patches import FancyBboxPatch

from helpers.figures import style

BOXES = [
    (0.2, 0.2, 11.6, 4.6, "#F3F3F3", "#8A8A8A"),
    (0.7, 0.5, 10.6, 3.5, "#E3ECF2", "#8A8A8A"),
    (6.2, 0.85, 4.7, 2.3, "#FBE3D3", style.MODEL),
]
"""Left, low, width, height, fill and edge of each field's box, outermost first."""


def draw_fields(ax, fields, siblings):
    """Draw three fields as boxes, one inside the other, and siblings beside the innermost.

    fields    labels, outermost first
    siblings  up to three labels
    """
    ax.set(xlim=(0, 12), ylim=(0, 5))
    ax.axis("off")
    for label, (left, low, width, height, fill, edge) in zip(fields, BOXES, strict=True):
        _box(ax, left, low, width, height, fill, edge)
        ax.text(left + 0.25, low + height - 0.2, label, va="top", fontsize=16, weight="bold", color=style.INK)
    for row, label in enumerate(siblings):
        low = 2.35 - 0.75 * row
        _box(ax, 1.1, low, 4.6, 0.6, "white", style.DATA)
        ax.text(3.4, low + 0.3, label, ha="center", va="center", fontsize=14, color=style.INK)
    draw_layers(ax, [3, 4, 4, 2], left=6.9, low=1.0, width=3.4, height=1.4, size=9)


def draw_layers(ax, sizes, *, left=0.0, low=0.0, width=10.0, height=4.0, size=26):
    """Draw layers of so many neurons each, every neuron joined to all of the next layer.

    sizes    neurons in each layer, the inputs first
    size     of a neuron, in points
    returns  list of arrays (neurons, 2), the places of each layer's neurons
    """
    across = left + np.linspace(0, width, len(sizes))
    middle, gap = low + height / 2, height / max(sizes)
    places = [
        np.column_stack([np.full(count, x), middle - gap * (np.arange(count) - (count - 1) / 2)])
        for x, count in zip(across, sizes, strict=True)
    ]
    for before, after in pairwise(places):
        for start in before:
            for end in after:
                ax.plot(*zip(start, end, strict=True), color=style.ERROR, linewidth=1.1, zorder=1)
    for layer, spots in enumerate(places):
        colour = style.DATA if layer == 0 else style.MODEL
        ax.plot(*spots.T, "o", color=colour, markersize=size, markeredgecolor="white", zorder=2)
    return places


def label_layers(ax, places, labels):
    """Write a label under each layer of `draw_layers`, on axes that then hold nothing else."""
    for spots, label in zip(places, labels, strict=True):
        ax.text(spots[0, 0], -0.05, label, ha="center", va="top", fontsize=15, color=style.INK)
    ax.set(xlim=(-1, 11), ylim=(-0.5, 4.1))
    ax.axis("off")


@style.own_settings
def _box(ax, left, low, width, height, fill, edge):
    shape = "round,pad=0,rounding_size=0.2"
    ax.add_patch(FancyBboxPatch((left, low), width, height, shape, facecolor=fill, edgecolor=edge, lw=1.5))
