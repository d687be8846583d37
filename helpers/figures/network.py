"""A network as circles and lines: weights as colour and width, activations as colour and number."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.neuron import draw_point
from helpers.figures.signed import Field, draw_field, fill_colours, line_colours
from helpers.figures.strokes import FLOW, Strokes

TALLEST = 6
"""As many neurons as fit into one layer of the picture."""
WIDEST = 0.26
"""From one neuron of a layer to the next, at most; the picture is 1 high, without the names."""


class NetworkArtists(NamedTuple):
    """What moves when the layers, the weights or the inputs do."""

    links: Strokes
    neurons: PathCollection
    numbers: Labels
    names: Labels
    first: Strokes


@style.own_settings
def draw_network(ax):
    """Draw an empty network; return the artists that `update_network` moves."""
    links = Strokes([], zorder=1, capstyle="round", clip_on=False)
    first = Strokes([], zorder=1.5, clip_on=False)
    for strokes in (links, first):
        ax.add_collection(strokes)
    neurons = ax.scatter([], [], s=1020, edgecolors=style.INK, linewidths=1.3, zorder=3, clip_on=False)
    numbers, names = ax.add_artist(Labels(12)), ax.add_artist(Labels(13))
    ax.set(xlim=(-0.1, 1.1), ylim=(0.07, 1.1))  # the lowest circle has room below the Axes
    ax.axis("off")
    return NetworkArtists(links, neurons, numbers, names, first)


@style.own_settings
def update_network(artists, activations, strengths, flowing=False):
    """Show a network for one example.

    activations  list of (h,), the inputs first: the number in each circle
    strengths    list of (n, h): the colour and width of the lines between each layer and the next
    flowing      whether these are what flows along the lines, which a live view then lets be seen

    The line of the first strength, from the first input to the first neuron, has a dark rim.
    """
    places, values = _places([len(a) for a in activations]), np.concatenate(activations)
    artists.neurons.set_offsets(np.concatenate(places))
    artists.neurons.set_sizes([1020 if max(map(len, activations)) < TALLEST else 870])
    artists.neurons.set_facecolors(fill_colours(values))
    artists.links.set_segments(np.concatenate([_ends(p, q) for p, q in pairwise(places)]))
    flat = np.concatenate([np.ravel(s) for s in strengths])
    artists.links.set_colors(line_colours(flat))
    artists.links.set_gid(FLOW if flowing else None)
    widths = np.clip(np.abs(flat) * 4, 0.15, 9)
    artists.links.set_linewidths(widths)
    artists.first.set_segments([[places[0][0], places[1][0]]] * 3)
    artists.first.set_colors([style.INK, "white", artists.links.get_colors()[0]])
    artists.first.set_linewidths([widths[0] + 5, widths[0] + 2.5, widths[0]])
    artists.numbers.set_labels([_rounded(value) for value in values], np.concatenate(places))
    hidden = [f"hidden {k}" for k in range(1, len(places) - 1)]
    artists.names.set_labels(["inputs", *hidden, "output"], [(place[0, 0], 1.06) for place in places])


def _places(sizes):
    """Return where the neurons of each layer stand: one (h, 2) a layer, the first neuron on top."""
    across = np.linspace(0, 1, len(sizes))
    step = min(1 / max(sizes), WIDEST)
    return [
        np.column_stack([np.full(h, x), 0.5 + step * (np.arange(h)[::-1] - (h - 1) / 2)])
        for x, h in zip(across, sizes, strict=True)
    ]


def _ends(starts, stops):
    """Return the ends of the lines from each of starts (n, 2) to each of stops (h, 2): (n * h, 2, 2)."""
    pairs = np.broadcast_arrays(starts[:, None], stops[None])  # two of (n, h, 2)
    return np.stack(pairs, axis=2).reshape(-1, 2, 2)  # (n, h, 2, 2) -> (n * h, 2, 2)


def _rounded(value):
    """Return value with one digit behind the point, 0 without a sign."""
    text = f"{value:.1f}"
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", style.MINUS)


class OutputArtists(NamedTuple):
    """What moves when the network, or the point, do."""

    field: Field
    point: Line2D


def draw_output(ax, limit):
    """Draw the input plane, to be coloured by the output; return the artists that `update_output` moves."""
    field, _ = draw_field(ax, label="output")
    point = draw_point(ax)
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal")
    ax.set_xlabel("$x_1$", fontsize=16)
    ax.set_ylabel("$x_2$", fontsize=16)
    return OutputArtists(field, point)


def update_output(artists, values, x):
    """Show the output over the plane, values (q, p), and the input x (2,)."""
    artists.field.set_values(values)
    artists.point.set_data([x[0]], [x[1]])
