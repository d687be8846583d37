"""How activations spread from layer to layer: bands of their values, and their standard deviations."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D

from helpers.figures import style

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Where a band's edges are: nine tenths of the values, half of them, and the middle one."""
TALL = 3.0
"""The axis of values reaches so far up and down."""


class BandArtists(NamedTuple):
    """What moves: of each layer boxes of nine tenths and of half of its values, the middle; the inputs."""

    wide: PolyCollection
    narrow: PolyCollection
    middle: Line2D
    inputs: Line2D


@style.own_settings
def draw_bands(ax, layers):
    """Draw axes for the values of each layer; return the artists that `update_bands` moves."""
    wide = PolyCollection([], facecolors=style.DATA, alpha=0.25, linewidths=0, zorder=2)
    narrow = PolyCollection([], facecolors=style.DATA, alpha=0.6, linewidths=0, zorder=3)
    for band in (wide, narrow):
        ax.add_collection(band, autolim=False)
    (middle,) = ax.plot([], [], "_", color=style.INK, markersize=16, markeredgewidth=2.5, zorder=4)
    looks = {"markersize": 12, "markeredgecolor": "white", "in_layout": False}
    (inputs,) = ax.plot([], [], "o", color=style.INK, zorder=5, **looks)
    ax.set(xlim=(-0.6, layers + 0.6), ylim=(-TALL, TALL), xlabel="layer", ylabel="activations")
    ax.set_xticks(range(layers + 1), ["in", *map(str, range(1, layers + 1))])
    ax.grid(visible=False, axis="x")
    return BandArtists(wide, narrow, middle, inputs)


def update_bands(artists, quantiles, mean):
    """Show the QUANTILES of each layer, a list of (5,), cut off at the edge, and the mean of the inputs."""
    artists.inputs.set_data([0], [mean])
    shown = np.clip(np.nan_to_num(np.array(quantiles), posinf=1e9, neginf=-1e9), -TALL, TALL)  # (layers, 5)
    places = np.arange(1, len(shown) + 1)
    artists.wide.set_verts([_box(place, *row[[0, 4]]) for place, row in zip(places, shown, strict=True)])
    artists.narrow.set_verts([_box(place, *row[[1, 3]]) for place, row in zip(places, shown, strict=True)])
    artists.middle.set_data(places, shown[:, 2])


def _box(place, low, high):
    return [(place - 0.35, low), (place + 0.35, low), (place + 0.35, high), (place - 0.35, high)]


class SpreadArtists(NamedTuple):
    """What moves: the spread of each layer's weighted sums before they are normalised, and of its A."""

    sums: Line2D
    activations: Line2D


@style.own_settings
def draw_spreads(ax, layers):
    """Draw axes for the standard deviation by layer; return the lines that `update_spreads` moves."""
    (sums,) = ax.plot([], [], "s--", color=style.DATA, markersize=6, linewidth=1.5, label="$Z$, as it comes")
    (activations,) = ax.plot([], [], "o-", color=style.MODEL, markersize=8, label="$A$")
    ax.axhline(1, color="#8A8A8A", linewidth=1)
    ax.set(xlim=(0.5, layers + 0.5), ylim=(1e-12, 1e12), yscale="log", xlabel="layer", ylabel="spread")
    ax.set_yticks([1e-10, 1e-5, 1, 1e5, 1e10], labels=["10$^{-10}$", "10$^{-5}$", "1", "10$^5$", "10$^{10}$"])
    ax.minorticks_off()
    ax.set_xticks(range(1, layers + 1))
    ax.legend(**style.ABOVE, ncols=2)
    return SpreadArtists(sums, activations)


def update_spreads(artists, sums, activations):
    """Show the spreads, (k,) both, of layers 1 to k, at the edge if they lie beyond."""
    for line, spreads in ((artists.sums, sums), (artists.activations, activations)):
        line.set_data(np.arange(1, len(spreads) + 1), style.within(line.axes, spreads))
