"""A curve built from hidden neurons: what each of them adds, and their sum beside a target."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from helpers.figures import style

DASHES = ["-", "--", "-.", ":"]


class SumArtists(NamedTuple):
    """What moves when the neurons, or the target, do."""

    parts: list[Line2D]
    names: list[Text]
    total: Line2D
    target: Line2D
    hinges: Line2D
    gap: PolyCollection


@style.own_settings
def draw_sum(left, right, neurons, *, x_limits, part_limits, sum_limits):
    """Draw the parts of a curve on the left and their sum on the right; return what `update_sum` moves."""
    left.axhline(0, color="#8A8A8A", linewidth=1)
    right.axhline(0, color="#8A8A8A", linewidth=1)
    parts = [left.plot([], [], DASHES[k % 4], color=style.MODEL, linewidth=2)[0] for k in range(neurons)]
    looks = {"fontsize": 13, "ha": "center", "va": "center", "color": style.INK, "zorder": 6}
    circle = {"boxstyle": "circle,pad=0.15", "facecolor": "white", "edgecolor": style.INK}
    names = [left.text(0, 0, str(k + 1), bbox=circle, **looks) for k in range(neurons)]
    (target,) = right.plot([], [], color=style.DATA, linewidth=7, alpha=0.5, label="target")
    (total,) = right.plot([], [], color=style.MODEL, linewidth=3, label="sum of all", zorder=4)
    (hinges,) = right.plot([], [], "o", color="white", markeredgecolor=style.MODEL, markersize=8, zorder=5)
    gap = PolyCollection([], facecolor=style.FAINT, zorder=1)
    right.add_collection(gap)
    left.set(xlim=x_limits, ylim=part_limits, xlabel="$x$", ylabel="each neuron adds")
    right.set(xlim=x_limits, ylim=sum_limits, xlabel="$x$", ylabel="output")
    right.legend(loc="lower right", ncols=2)
    return SumArtists(parts, names, total, target, hinges, gap)


@style.own_settings
def update_sum(artists, x, parts, total, target, positions):
    """Show what each neuron adds, parts (k, p), their sum and the target (p,), over x (p,).

    positions  (k,)  where each neuron's z is 0
    """
    low, high = artists.parts[0].axes.get_ylim()
    shift = 0.05 * (high - low)
    for line, name, part, place in zip(artists.parts, artists.names, parts, positions, strict=True):
        line.set_data(x, part)
        name.set_position((place, np.clip(np.interp(place, x, part), low + shift, high - shift)))
    artists.total.set_data(x, total)
    artists.target.set_data(x, target)
    artists.hinges.set_data(positions, np.interp(positions, x, total))
    outline = np.concatenate([np.column_stack([x, total]), np.column_stack([x, target])[::-1]])  # (2p, 2)
    artists.gap.set_verts([outline])


def draw_curves(ax, x, target, curves):
    """Draw what networks compute over x (p,), curves: dict of label -> (p,), and a target (p,) or None."""
    if target is not None:
        ax.plot(x, target, color=style.DATA, linewidth=7, alpha=0.5, label="target")
    for k, (label, curve) in enumerate(curves.items()):
        ax.plot(x, curve, DASHES[k % 4], color=style.MODEL, linewidth=2, label=label)
    ax.set(xlabel="$x$", ylabel="output")
    ax.legend()
