"""One step on many machines: each shard's gradient, what they come to together, and how long a step lasts."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.strokes import Strokes

MOST = 64
"""Machines on the axis of the right picture."""


class ShardArtists(NamedTuple):
    """What moves: the gradients of the shards, that of the whole batch, what was combined; their names."""

    parts: Strokes
    sizes: Labels
    whole: Line2D
    combined: Line2D


@style.own_settings
def draw_shards(ax, limits):
    """Draw axes for gradients of two parameters; return the artists that `update_shards` moves."""
    parts = ax.add_collection(Strokes([], colors="#9A9A9A", linewidths=2.5, zorder=2))
    sizes = ax.add_artist(Labels(12, "#555555", halo=2))
    looks = {"markeredgecolor": "white", "in_layout": False, "linestyle": ""}
    (whole,) = ax.plot([], [], "*", color=style.ACCENT, markersize=22, zorder=4, label="whole batch", **looks)
    (combined,) = ax.plot([], [], "o", color=style.MODEL, markersize=11, zorder=5, label="combined", **looks)
    ax.plot([0], [0], "o", color=style.INK, markersize=6, zorder=3)
    ax.set(xlim=limits[0], ylim=limits[1])
    ax.set_xlabel(r"slope along $\theta_0$", fontsize=14)
    ax.set_ylabel(r"slope along $\theta_1$", fontsize=14)
    ax.legend(**style.ABOVE, ncols=2)
    return ShardArtists(parts, sizes, whole, combined)


BEYOND = 0.4
"""How far beyond the end of a gradient the size of its shard stands."""


def update_shards(artists, gradients, sizes, whole, combined):
    """Show gradients (k, 2) of shards of sizes (k,), that of the whole batch and the combined one, (2,)."""
    gradients = np.asarray(gradients)
    artists.parts.set_segments(np.stack([np.zeros_like(gradients), gradients], axis=1))
    firsts = [k for k, size in enumerate(sizes) if size not in sizes[:k]]
    labelled = firsts if len(firsts) > 1 else []  # of several of one size the first; none if all are alike
    ends = gradients[labelled]
    beyond = ends * (1 + BEYOND / np.maximum(np.linalg.norm(ends, axis=1, keepdims=True), BEYOND))
    artists.sizes.set_labels([str(sizes[k]) for k in labelled], beyond)
    artists.whole.set_data([whole[0]], [whole[1]])
    artists.combined.set_data([combined[0]], [combined[1]])


class TimeArtists(NamedTuple):
    """What moves: seconds for each number of machines, the part of it that computes, and where it stands."""

    total: Line2D
    computing: Line2D
    here: Line2D


@style.own_settings
def draw_times(ax, limits):
    """Draw axes for seconds by number of machines; return the artists that `update_times` moves."""
    (total,) = ax.plot([], [], color=style.MODEL, label="a step")
    (computing,) = ax.plot([], [], "--", color=style.DATA, linewidth=2, label="computing alone")
    (here,) = ax.plot([], [], "o", color=style.MODEL, markersize=11, markeredgecolor="white", in_layout=False)
    ax.set(
        xlim=(1, MOST), ylim=limits, xscale="log", yscale="log", xlabel="machines", ylabel="seconds a step"
    )
    ax.set_xticks([1, 2, 4, 8, 16, 32, 64], labels=["1", "2", "4", "8", "16", "32", "64"])
    ax.minorticks_off()
    ax.legend(**style.ABOVE, ncols=2)
    return TimeArtists(total, computing, here)


def update_times(artists, machines, total, computing, here):
    """Show seconds (k,) of numbers of machines (k,), and the point of one of them, counted from 0."""
    artists.total.set_data(machines, total)
    artists.computing.set_data(machines, computing)
    artists.here.set_data([machines[here]], [total[here]])
