"""A network while it learns in the plane: each neuron's own map, the map of the whole, points, two losses."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.signed import PALE, Field, draw_field, line_colours
from helpers.figures.strokes import Dots, Strokes, add_line

WIDTH, HEIGHT = 4.8, 2.75
"""Of the picture of the network, in units in which a neuron's map is square."""
LAYERS, NEURONS, INPUTS = 4, 8, 7
"""At most, in hidden layers."""
MAP = 0.27
"""The side of a neuron's own map."""
BINS = 5
"""So many colours tell targets from -1 to 1 apart."""


class PlaygroundArtists(NamedTuple):
    """What moves in the picture of the network."""

    links: Strokes
    inputs: list[Field]
    hidden: list[list[Field]]
    frames: Strokes
    output: Line2D
    names: Labels


@style.own_settings
def draw_network(ax):
    """Draw an empty network; return the artists that `update_network` moves."""
    links, frames = Strokes([], zorder=1, clip_on=False), Strokes([], zorder=3.5, clip_on=False)
    for strokes in (links, frames):
        ax.add_collection(strokes)
    inputs = [_hidden_field(ax) for _ in range(INPUTS)]
    hidden = [[_hidden_field(ax) for _ in range(NEURONS)] for _ in range(LAYERS)]
    (output,) = ax.plot([], [], "o", markersize=14, color=style.INK, zorder=3, clip_on=False, in_layout=False)
    names = ax.add_artist(Labels(12))
    ax.set(xlim=(-0.2, WIDTH + 0.2), ylim=(-0.2, HEIGHT + 0.35), aspect="equal")
    ax.axis("off")
    return PlaygroundArtists(links, inputs, hidden, frames, output, names)


def _hidden_field(ax):
    field = ax.add_artist(Field(place=(0, 0, MAP, MAP)))
    field.set_zorder(3)
    field.set_visible(False)
    return field


@style.own_settings
def update_network(artists, weights, inputs, activations, low, high):
    """Show a network's weights, and over the plane what each input and each hidden neuron is.

    weights      list of (n, h), one a layer
    inputs       (n, q, q)  each input over the plane, from bottom to top and left to right
    activations  list of (h, q, q), one a hidden layer
    low, high    the ends of the colours of hidden neurons
    """
    sizes = [len(inputs), *(len(each) for each in activations), 1]
    places = _places(sizes)
    for k, (field, values) in enumerate(zip(artists.inputs, _filled(inputs, INPUTS), strict=True)):
        _show(field, values, places[0][k] if values is not None else None, -2.0, 2.0)
    for layer, fields in enumerate(artists.hidden):
        shown = activations[layer] if layer < len(activations) else []
        for k, (field, values) in enumerate(zip(fields, _filled(shown, NEURONS), strict=True)):
            _show(field, values, places[layer + 1][k] if values is not None else None, low, high)
    flat = np.concatenate([np.ravel(W) for W in weights])
    artists.links.set_segments(np.concatenate([_ends(p, q) for p, q in pairwise(places)]))
    artists.links.set_colors(line_colours(np.nan_to_num(flat)))
    artists.links.set_linewidths(np.clip(np.abs(np.nan_to_num(flat)) * 2.2, 0.2, 7))
    artists.frames.set_segments(np.array([_frame(place) for layer in places[:-1] for place in layer]))
    artists.frames.set_colors([style.INK])
    artists.frames.set_linewidths([1.0])
    artists.output.set_data(*places[-1].T)
    names = ["inputs", *(f"hidden {k}" for k in range(1, len(sizes) - 1)), "output"]
    artists.names.set_labels(names, [(place[0, 0], HEIGHT + 0.22) for place in places])


def _filled(values, count):
    return [*values, *[None] * (count - len(values))]


def _show(field, values, place, low, high):
    field.set_visible(values is not None)
    if values is not None:
        field.move_to((place[0] - MAP / 2, place[1] - MAP / 2, MAP, MAP))
        field.set_values(values, low, high)


def _places(sizes):
    """Return where the neurons of each layer stand: one (h, 2) a layer, the first neuron on top."""
    across = np.linspace(MAP / 2, WIDTH - MAP / 2, len(sizes))
    step = min(HEIGHT / max(sizes), 0.5)
    return [
        np.column_stack([np.full(h, x), HEIGHT / 2 + step * (np.arange(h)[::-1] - (h - 1) / 2)])
        for x, h in zip(across, sizes, strict=True)
    ]


def _ends(starts, stops):
    """Return the ends of the lines from each of starts (n, 2) to each of stops (h, 2): (n * h, 2, 2)."""
    pairs = np.broadcast_arrays(starts[:, None], stops[None])
    return np.stack(pairs, axis=2).reshape(-1, 2, 2)


def _frame(place):
    x, y = place
    half = MAP / 2
    corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
    return np.array(corners) + np.array([x, y])


class MapArtists(NamedTuple):
    """What moves in the plane: the output, all points, rings around one's own, what a click would add."""

    field: Field
    training: tuple[Dots, list[Dots]]
    validation: tuple[Dots, list[Dots]]
    own: Line2D
    adds: Line2D


@style.own_settings
def draw_map(ax, limit):
    """Draw the plane from -limit to limit, empty; return the artists that `update_map` moves."""
    field, _ = draw_field(ax, bar=False)
    training, validation = (
        (_dots(ax, size + 2, rim), [_dots(ax, size, _full(k)) for k in range(BINS)])
        for size, rim in ((6.5, "white"), (3.5, style.INK))
    )
    ring = {"markersize": 15, "markerfacecolor": "none", "markeredgecolor": style.INK, "in_layout": False}
    (own,) = ax.plot([], [], "o", zorder=4.5, **ring)
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal")
    ax.set_title("a click adds a point:       ", fontsize=12, color="#555555", loc="right")
    (adds,) = ax.plot(
        [0.96], [1.045], "o", transform=ax.transAxes, clip_on=False, in_layout=False, markersize=8
    )
    ax.set_xlabel("$x_1$", fontsize=16)
    ax.set_ylabel("$x_2$", fontsize=16)
    return MapArtists(field, training, validation, own, adds)


def _dots(ax, size, colour):
    return add_line(Dots, ax, markersize=size, color=colour, zorder=4, in_layout=False)


def _full(k):
    """Return the colour of a point: that of the field, but darker."""
    return tuple(0.72 * part for part in PALE(k / (BINS - 1))[:3])


def update_map(artists, values, training, validation, own, adds):
    """Show the output over the plane, and points with their targets from -1 to 1 as colours.

    values      (q, q)  the output, -1 to 1, from bottom to top and left to right
    training, validation  X (m, 2), targets (m,); empty for none
    own         (k, 2)  which points are the reader's own
    adds        target, -1 or 1, of a point that a click would add
    """
    artists.field.set_values(values)
    for (rims, dots), (X, targets) in ((artists.training, training), (artists.validation, validation)):
        rims.set_data(*X.T)
        which = np.round((np.clip(targets, -1, 1) + 1) / 2 * (BINS - 1)).astype(int)
        for k, artist in enumerate(dots):
            artist.set_data(*X[which == k].T)
    artists.own.set_data(*np.reshape(own, (-1, 2)).T)
    artists.adds.set_color(_full(0 if adds < 0 else BINS - 1))


class LossArtists(NamedTuple):
    """What moves with the steps: both losses, and the points at which they stand."""

    curves: tuple[Line2D, Line2D]
    points: tuple[Line2D, Line2D]


@style.own_settings
def draw_losses(ax, *, steps, limits):
    """Draw nothing yet but axes and legend; return the artists that `update_losses` moves."""
    looks = {"training": (style.DATA, "-"), "validation": (style.MODEL, (0, (4, 1.5)))}
    curves = tuple(
        ax.plot([], [], color=colour, linestyle=dash, linewidth=2, label=name)[0]
        for name, (colour, dash) in looks.items()
    )
    free = {"markersize": 9, "markeredgecolor": "white", "zorder": 4, "clip_on": False, "in_layout": False}
    points = tuple(ax.plot([], [], "o", color=colour, **free)[0] for colour, _ in looks.values())
    ax.set(xlim=(0, steps), ylim=limits, yscale="log", xlabel="step", ylabel="loss")
    ax.set_yticks([0.01, 0.1, 1], labels=["0.01", "0.1", "1"])
    ax.minorticks_off()
    ax.legend(**style.ABOVE, ncols=2, fontsize=12)
    return LossArtists(curves, points)


def update_losses(artists, steps, losses):
    """Show losses (k, 2), of training and validation, at steps (k,); at the edge if they lie beyond."""
    shown = style.within(artists.curves[0].axes, losses)
    for column, (curve, point) in enumerate(zip(artists.curves, artists.points, strict=True)):
        curve.set_data(steps, shown[:, column])
        point.set_data([steps[-1]], [shown[-1, column]])
