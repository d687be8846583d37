"""A network as circles and lines: weights as colour and width, activations as colour and number."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.neuron import draw_point
from helpers.figures.signed import Field, draw_field, fill_colours, line_colours

TALLEST = 6
"""As many neurons as fit into one layer of the picture."""


class NetworkArtists(NamedTuple):
    """What moves when the layers, the weights or the inputs do."""

    links: LineCollection
    neurons: PathCollection
    numbers: Labels
    names: Labels


@style.own_settings
def draw_network(ax):
    """Draw an empty network; return the artists that `update_network` moves."""
    links = LineCollection([], zorder=1, capstyle="round")
    ax.add_collection(links)
    neurons = ax.scatter([], [], s=1050, edgecolors=style.INK, linewidths=1.5, zorder=3)
    numbers, names = ax.add_artist(Labels(12.5)), ax.add_artist(Labels(13))
    ax.set(xlim=(-0.12, 1.12), ylim=(-0.15, 1.24))
    ax.axis("off")
    return NetworkArtists(links, neurons, numbers, names)


@style.own_settings
def update_network(artists, activations, strengths):
    """Show a network for one example.

    activations  list of (h,), the inputs first: the number in each circle
    strengths    list of (n, h): the colour and width of the lines between each layer and the next
    """
    places, values = _places([len(a) for a in activations]), np.concatenate(activations)
    artists.neurons.set_offsets(np.concatenate(places))
    artists.neurons.set_facecolors(fill_colours(values))
    artists.links.set_segments(np.concatenate([_ends(p, q) for p, q in pairwise(places)]))
    flat = np.concatenate([np.ravel(s) for s in strengths])
    artists.links.set_colors(line_colours(flat))
    artists.links.set_linewidths(np.clip(np.abs(flat) * 4, 0.15, 9))
    artists.numbers.set_labels([_rounded(value) for value in values], np.concatenate(places))
    hidden = [f"hidden {k}" for k in range(1, len(places) - 1)]
    artists.names.set_labels(["inputs", *hidden, "output"], [(place[0, 0], 1.18) for place in places])


def _places(sizes):
    """Return where the neurons of each layer stand: one (h, 2) a layer, the first neuron on top."""
    across = np.linspace(0, 1, len(sizes))
    step = 1 / (TALLEST - 1)
    return [
        np.column_stack([np.full(h, x), 0.5 + step * (np.arange(h)[::-1] - (h - 1) / 2)])
        for x, h in zip(across, sizes, strict=True)
    ]


def _ends(starts, stops):
    """Return the ends of the lines from each of starts (n, 2) to each of stops (h, 2): (n * h, 2, 2)."""
    pairs = np.broadcast_arrays(starts[:, None], stops[None])  # two of (n, h, 2)
    return np.stack(pairs, axis=2).reshape(-1, 2, 2)  # (n, h, 2, 2) -> (n * h, 2, 2)


def _rounded(value):
    """Return value with one digit behind the point, 0 without a sign; with a hyphen, to fit into a circle."""
    text = f"{value:.1f}"
    return text.removeprefix("-") if float(text) == 0 else text


class OutputArtists(NamedTuple):
    """What moves when the network, or the point, do."""

    field: Field
    point: Line2D


def draw_output(ax, limit):
    """Draw the input plane, to be coloured by the output; return the artists that `update_output` moves."""
    field, _ = draw_field(ax, label="output")
    point = draw_point(ax)
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    return OutputArtists(field, point)


def update_output(artists, values, x):
    """Show the output over the plane, values (q, p), and the input x (2,)."""
    artists.field.set_values(values)
    artists.point.set_data([x[0]], [x[1]])
