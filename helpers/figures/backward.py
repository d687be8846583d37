"""Backpropagation as pictures: a network of 2-2-1 with all its numbers, and slopes from layer to layer."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.strokes import Strokes

NODES = np.array([[0.0, 0.82], [0.0, 0.18], [0.42, 0.82], [0.42, 0.18], [0.78, 0.5], [1.06, 0.5]])
"""Where the two inputs, the two hidden neurons, the output and the loss stand."""
EDGES = ((0, 2), (0, 3), (1, 2), (1, 3), (2, 4), (3, 4), (4, 5))
"""From which node to which: W1[0, 0], W1[0, 1], W1[1, 0], W1[1, 1], W2[0, 0], W2[1, 0]; and to the loss."""
ABOVE, BELOW = np.array([0, 0.135]), np.array([0, -0.13])
_FROM, _TO = (NODES[list(ends)] for ends in zip(*EDGES[:6], strict=True))
_FORTH, _BACK = np.array([0.27] * 4 + [0.34] * 2), np.array([0.66] * 4 + [0.58] * 2)
FORWARD, RETURNING = (_FROM + shares[:, None] * (_TO - _FROM) for shares in (_FORTH, _BACK))
"""Where the weight and the slope of each edge stand: on the last two away from what the nodes bear."""
PLAYING = "#F6C9A6"
"""The colour of a line that a step is about: pale, since numbers stand on it."""


class PassArtists(NamedTuple):
    """What moves: lines, circles, and the numbers forward and backward."""

    lines: Strokes
    nodes: PathCollection
    forward: Labels
    backward: Labels


@style.own_settings
def draw_pass(ax):
    """Draw an empty network of 2-2-1; return the artists that `update_pass` moves."""
    lines = Strokes([], zorder=1, clip_on=False)
    ax.add_collection(lines)
    nodes = ax.scatter([], [], s=1250, edgecolors=style.INK, facecolors="white", zorder=2, clip_on=False)
    forward = ax.add_artist(Labels(12, halo=3))
    backward = ax.add_artist(Labels(12, color=style.MODEL, halo=3))
    ax.set(xlim=(-0.1, 1.16), ylim=(-0.12, 1.08))
    ax.axis("off")
    return PassArtists(lines, nodes, forward, backward)


@style.own_settings
def update_pass(artists, inside, above, below, edges, back, playing):
    """Show what is known of the network.

    inside   (6,)  the word in each circle: x, a, h, L; "" where it is not known yet
    above    (6,)  the word above each circle
    below    (6,)  the word below each circle, on its way back; "" where there is none
    edges    (6,)  the word on each weight's line
    back     (6,)  its slope; "" where it is not known yet
    playing  set of nodes (int) and edges (pair) that the step is about
    """
    now = [edge in playing for edge in EDGES]
    artists.lines.set_segments(np.array([[NODES[a], NODES[b]] for a, b in EDGES]))
    artists.lines.set_colors([PLAYING if each else "#A0A0A0" for each in now])
    artists.lines.set_linewidths([7.0 if each else 1.5 for each in now])
    artists.nodes.set_offsets(NODES)
    artists.nodes.set_edgecolors([style.MODEL if k in playing else style.INK for k in range(6)])
    artists.nodes.set_linewidths([3.5 if k in playing else 1.3 for k in range(6)])
    _put(artists.forward, [*inside, *above, *edges], np.vstack([NODES, NODES + ABOVE, FORWARD]))
    _put(artists.backward, [*below, *back], np.vstack([NODES + BELOW, RETURNING]))


def _put(labels, names, places):
    known = [k for k, name in enumerate(names) if name]
    labels.set_labels([names[k] for k in known], places[known])


class NudgeArtists(NamedTuple):
    """What moves beside it: the loss along one number, its slope, what was foretold, what happens."""

    curve: Line2D
    tangent: Line2D
    here: Line2D
    foretold: Line2D
    happens: Line2D


@style.own_settings
def draw_nudge(ax, *, limit, top):
    """Draw nothing yet but axes and legend; return the artists that `update_nudge` moves."""
    (curve,) = ax.plot([], [], color=style.MODEL, label="loss")
    (tangent,) = ax.plot([], [], "--", color=style.ACCENT, linewidth=2, label="foretold by the slope")
    dot = {"linestyle": "", "markersize": 11, "markeredgecolor": "white", "in_layout": False}
    (here,) = ax.plot([], [], marker="o", color=style.INK, zorder=4, **dot)
    (foretold,) = ax.plot([], [], marker="D", color=style.ACCENT, zorder=5, **dot)
    (happens,) = ax.plot([], [], marker="o", color=style.MODEL, zorder=6, **dot)
    ax.set(xlim=(-limit, limit), ylim=(-0.25, top), xlabel="nudge $\\varepsilon$", ylabel="loss $L$")
    ax.legend(loc="upper left", fontsize=12)
    return NudgeArtists(curve, tangent, here, foretold, happens)


def update_nudge(artists, nudges, losses, here, slope, nudge, happens):
    """Show the loss along one number of the network.

    nudges, losses  (p,)  the curve
    here, slope     the loss without a nudge, and its slope there; slope is None before it is known
    nudge, happens  one nudge, and the loss there
    """
    artists.curve.set_data(nudges, losses)
    artists.here.set_data([0], [here])
    artists.happens.set_data([nudge], [happens])
    known = slope is not None
    artists.tangent.set_data(nudges, here + (slope if known else np.nan) * nudges)
    artists.foretold.set_data([nudge], [here + slope * nudge if known else np.nan])


class DepthArtists(NamedTuple):
    """What moves with the depth: a size for each layer, and the last of them."""

    line: Line2D
    end: Line2D


@style.own_settings
def draw_sizes(ax, *, layers, ylabel, colour):
    """Draw empty sizes by layer, on a logarithmic axis; return the artists that `update_sizes` moves."""
    (line,) = ax.plot([], [], "o-", color=colour, markersize=7, linewidth=1.8)
    (end,) = ax.plot([], [], "o", color=colour, markersize=12, markeredgecolor="white", in_layout=False)
    ax.set(xlim=(0.5, layers + 0.5), yscale="log", ylim=(1e-15, 1e12), xlabel="layer", ylabel=ylabel)
    ax.set_yticks([1e-12, 1e-6, 1, 1e6, 1e12], labels=["10$^{-12}$", "10$^{-6}$", "1", "10$^6$", "10$^{12}$"])
    ax.axhline(1, color="#8A8A8A", linewidth=1)
    ax.minorticks_off()
    ax.set_xticks(range(2, layers + 1, 4))
    return DepthArtists(line, end)


def update_sizes(artists, sizes, end):
    """Show sizes (k,) of layers 1 to k, at the edge if they lie beyond.

    end  which of them, counted from 0, has the large point
    """
    shown = style.within(artists.line.axes, sizes)
    artists.line.set_data(np.arange(1, len(shown) + 1), shown)
    artists.end.set_data([end + 1], [shown[end]])
