"""From scores to classes: one example under two losses, scores beside their probabilities, a threshold."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.strokes import Strokes

DARK = "#8A3D00"
"""A darker vermilion, for the second of two computed curves: to be told from the first by its lightness."""
LOSSES = {
    "squared": {"color": DARK, "linewidth": 2.5},
    "cross-entropy": {"color": style.MODEL, "linewidth": 3.5},
}
"""Loss -> how its curves look."""
DOT = {"marker": "o", "linestyle": "", "markersize": 12, "markeredgecolor": "white", "zorder": 6}
BOTH_SEEN = ({"markersize": 14, "zorder": 6}, {"markersize": 9, "zorder": 7})
"""How two dots look that may lie on one another."""
GUIDE = {"color": "#8A8A8A", "linewidth": 1.2, "linestyle": ":", "zorder": 1}


class LossCurves(NamedTuple):
    """What stands still until the label changes: a curve for each loss, with its name beside it."""

    curves: dict[str, Line2D]
    names: dict[str, Text]


class SurpriseArtists(NamedTuple):
    """What moves with the score."""

    label: Line2D
    probability: Line2D
    error: Line2D
    losses: dict[str, Line2D]
    tangents: dict[str, Line2D]
    slopes: dict[str, Line2D]


LOSS_NAMES = {"squared": (-6.6, 0.85), "cross-entropy": (-3.9, 4.9)}
SLOPE_NAMES = {"squared": (-6.6, -0.16), "cross-entropy": (-1.0, -0.84)}
"""Where the name of a curve begins if the label is 1; for 0 it ends on the other side."""
SLOPES = [
    {"ylim": (-0.12, 1.12), "yticks": (0, 0.5, 1)},
    {"ylim": (-1.12, 0.12), "yticks": (-1, -0.5, 0)},
]
"""What the axis of the slopes shows, for the label 0 and for 1."""


@style.own_settings
def draw_surprise(left, middle, right, z, h):
    """Draw the sigmoid h over the scores z, both (p,), and axes for two losses and for their slopes.

    returns  LossCurves of the losses and of the slopes for `set_label`, and what `update_surprise` moves
    """
    left.plot(z, h, color=style.MODEL, alpha=0.45, linewidth=3)
    right.axhline(0, color="#8A8A8A", linewidth=1)
    for ax in (left, middle, right):
        ax.set(xlim=(z[0], z[-1]), xlabel="score $z$", xticks=(-6, -3, 0, 3, 6))
    left.set(ylim=(-0.08, 1.08), ylabel=r"probability $h = \sigma(z)$", yticks=(0, 0.5, 1))
    middle.set(ylim=(-0.35, 7.3), ylabel="loss", yticks=range(0, 8, 2))
    right.set(ylabel="slope of the loss", **SLOPES[1])
    still = [_draw_curves(middle), _draw_curves(right)]
    (error,) = left.plot([], [], color=style.ERROR, linewidth=2.5, zorder=4, label="error $h - y$")
    diamond, circle = DOT | {"marker": "D", "markersize": 13}, DOT | {"markersize": 10, "zorder": 7}
    (label,) = left.plot([], [], color=style.DATA, label="label $y$", **diamond)
    (probability,) = left.plot([], [], color=style.MODEL, label="$h$", **circle)
    left.legend(handles=[label, probability, error], **style.ABOVE | {"columnspacing": 0.8}, ncols=3)
    tangents = {name: middle.plot([], [], color=style.INK, linewidth=1.6, zorder=4)[0] for name in LOSSES}
    tangents["squared"].set_label("slope at $z$")
    middle.legend(handles=[tangents["squared"]], **style.ABOVE)
    dots = [_draw_dots(ax, LOSSES, reversed(BOTH_SEEN)) for ax in (middle, right)]
    return *still, SurpriseArtists(label, probability, error, dots[0], tangents, dots[1])


def _draw_curves(ax):
    """Return a LossCurves without a place as yet."""
    curves = {name: ax.plot([], [], zorder=3, **looks)[0] for name, looks in LOSSES.items()}
    texts = {
        name: ax.text(0, 0, name, fontsize=13, color=looks["color"], in_layout=False)
        for name, looks in LOSSES.items()
    }
    return LossCurves(curves, texts)


def _draw_dots(ax, looks, seen):
    """Return a dot for each of the looks, which is a dict of name -> what has its colour; seen: BOTH_SEEN."""
    each = zip(looks.items(), seen, strict=False)
    return {name: ax.plot([], [], **DOT | {"color": look["color"]} | size)[0] for (name, look), size in each}


def set_label(losses, slopes, y, z, loss_curves, slope_curves):
    """Draw both losses and their slopes over the scores z (p,) for a label y: part of what stands still.

    losses, slopes             LossCurves from `draw_surprise`
    loss_curves, slope_curves  dict of loss -> (p,)
    """
    side = 1 if y else -1
    for name in LOSSES:
        losses.curves[name].set_data(z, loss_curves[name])
        slopes.curves[name].set_data(z, slope_curves[name])
        across, up = LOSS_NAMES[name]
        losses.names[name].set(position=(side * across, up), ha="left" if y else "right", va="bottom")
        across, up = SLOPE_NAMES[name]
        looks = {"ha": "left" if y else "right", "va": "top" if y else "bottom"}
        slopes.names[name].set(position=(side * across, side * up), **looks)
    slopes.names["squared"].axes.set(**SLOPES[y])


@style.own_settings
def update_surprise(artists, z, h, y, losses, slopes):
    """Move all that belongs to one example to its score z, its probability h and its label y.

    losses, slopes  dict of loss -> its value, and its slope, at z
    """
    artists.label.set_data([z], [y])
    artists.probability.set_data([z], [h])
    artists.error.set_data([z, z], [y, h])
    ax = artists.tangents["squared"].axes
    width, height = np.ptp(ax.get_xlim()), np.ptp(ax.get_ylim())
    for name in LOSSES:
        slope = slopes[name]
        # of one length in the picture, whatever the slope
        reach = 0.2 * width / np.hypot(1, slope * width / height)
        ends = np.array([-reach, reach])
        artists.tangents[name].set_data(z + ends, losses[name] + slope * ends)
        artists.losses[name].set_data([z], [losses[name]])
        artists.slopes[name].set_data([z], [slope])


CLASSES = "ABC"


class SoftmaxArtists(NamedTuple):
    """What moves with scores, temperature and true class."""

    scores: Line2D
    stems: Strokes
    bars: Strokes
    errors: Strokes
    labels: Line2D
    shares: Labels
    differences: Labels
    surprise: Line2D
    guide: Line2D


BELOW = -0.17
"""Where p - y stands, below the bars."""


@style.own_settings
def draw_softmax(left, middle, right, p, surprise, *, limit, top):
    """Draw axes for three scores, for their probabilities, and the surprise over p, both (q,).

    limit    of the scores, up and down
    top      of the surprises
    returns  what `update_softmax` moves
    """
    left.axhline(0, color="#8A8A8A", linewidth=1)
    middle.axhline(0, color="#8A8A8A", linewidth=1)
    right.plot(p, surprise, color=style.MODEL, alpha=0.45, linewidth=3)
    places, named = range(len(CLASSES)), list(CLASSES)
    for ax in (left, middle):
        ax.set_xticks(places, named, fontsize=14)
        ax.set(xlim=(-0.6, len(CLASSES) - 0.35), xlabel="class")
        ax.grid(visible=False, axis="x")
    left.set(ylim=(-limit, limit), ylabel="score $z_k$")
    middle.set(ylim=(-0.26, 1.12), ylabel="probability $p_k$")
    middle.set_yticks((BELOW, 0, 0.5, 1), ("$p - y$", "0", "0.5", "1"))
    middle.yaxis.get_gridlines()[0].set_visible(False)  # p - y is no height
    right.set(xlim=(-0.07, 1.05), ylim=(-0.05 * top, top), xticks=(0, 0.5, 1))
    right.set(xlabel="$p$ of the true class", ylabel=r"surprise $-\ln\, p$")
    (scores,) = left.plot([], [], color=style.MODEL, **DOT | {"markersize": 15})
    stems = left.add_collection(Strokes([], colors=style.MODEL, linewidths=5, zorder=3))
    bars = middle.add_collection(Strokes([], colors=style.MODEL, linewidths=30, zorder=2))
    errors = middle.add_collection(Strokes([], colors=style.ERROR, linewidths=3, zorder=4))
    looks = DOT | {"marker": "D", "markersize": 11}
    (labels,) = middle.plot([], [], color=style.DATA, label="one-hot label $y$", **looks)
    (surprised,) = right.plot([], [], color=style.MODEL, **DOT | {"markersize": 14})
    (guide,) = right.plot([], [], **GUIDE)
    error = Line2D([], [], color=style.ERROR, linewidth=3, label="$p - y$")
    middle.legend(handles=[labels, error], **style.ABOVE, ncols=2)
    shares, differences = Labels(13, zorder=5, halo=2), Labels(13, "#555555")
    middle.add_artist(shares)
    middle.add_artist(differences)
    return SoftmaxArtists(scores, stems, bars, errors, labels, shares, differences, surprised, guide)


SIDE = 0.42
"""Of the middle of a bar: how far beside it its label stands."""


@style.own_settings
def update_softmax(artists, scores, p, y, surprise):
    """Move the scores, the probabilities p and the one-hot label y, all (k,), and the surprise at the truth.

    A surprise above the axis becomes an arrow at its upper end.
    """
    places = np.arange(len(p))
    artists.scores.set_data(places, scores)
    artists.stems.set_segments(_upright(places, 0 * scores, scores))
    artists.bars.set_segments(_upright(places, 0 * p, p))
    artists.errors.set_segments(_upright(places + SIDE, y, p))
    artists.labels.set_data(places + SIDE, y)
    artists.shares.set_labels([f"{share:.3f}" for share in p], np.column_stack([places - 0.05, p + 0.06]))
    signs = [f"{difference:+.3f}".replace("-", style.MINUS) for difference in p - y]
    artists.differences.set_labels(signs, np.column_stack([places, np.full(len(p), BELOW)]))
    top = artists.surprise.axes.get_ylim()[1]
    true = p[np.argmax(y)]
    height = min(surprise, 0.97 * top)
    artists.surprise.set_data([true], [height])
    artists.surprise.set_marker("o" if surprise <= top else "^")
    artists.guide.set_data([true, true, -1], [-1, height, height])


def _upright(places, low, high):
    """Return lines (k, 2, 2) that stand at places (k,), from low to high (k,)."""
    return np.stack([np.column_stack([places, low]), np.column_stack([places, high])], axis=1)


class HeapArtists(NamedTuple):
    """What moves of one class's histogram: what the threshold leaves, what it flags, how many; the line."""

    left: PolyCollection
    flagged: PolyCollection
    how_many: tuple[Labels, Labels]
    threshold: Line2D


class ShareArtists(NamedTuple):
    """What moves of the shares along the threshold: curves, where they are now, the line of the threshold."""

    curves: dict[str, Line2D]
    now: dict[str, Line2D]
    threshold: Line2D


LEFT = {"of it": style.DATA, "others": "#B9B9B9"}
"""What a class's examples look like that are not flagged."""
HEADROOM = 1.4
"""Of a histogram's axis above its highest bar, for the numbers."""
WORDS, WORDS_UP = (0.22, 0.78), 0.87
"""Where the middle of each number's words is, as shares of the axis."""
SHARES = {
    "precision": {"color": style.MODEL, "linewidth": 3},
    "recall": {"color": DARK, "linestyle": (0, (4, 1)), "linewidth": 3},
    "accuracy": {"color": style.MODEL, "linewidth": 3},
    "always no": {"color": style.ACCENT, "linestyle": (0, (1, 1)), "linewidth": 3},
}


@style.own_settings
def draw_heap(ax, which, limits):
    """Draw axes for the histogram of one class, "of it" or "others"; return what `update_heap` moves."""
    label = {"of it": "count, $y = 1$", "others": "count, $y = 0$"}[which]
    ax.set(xlim=limits, ylabel=label, xlabel="score $z$")
    ax.grid(visible=False, axis="x")
    left = PolyCollection([], facecolors=LEFT[which], linewidths=0, zorder=2)
    flagged = PolyCollection([], facecolors=style.MODEL, linewidths=0, zorder=2)
    for heap in (left, flagged):
        ax.add_collection(heap, autolim=False)
    colors = style.INK if which == "others" else style.DATA, style.MODEL
    how_many = tuple(ax.add_artist(Labels(14, color)) for color in colors)
    (threshold,) = ax.plot([], [], color=style.INK, linewidth=2, zorder=5)
    return HeapArtists(left, flagged, how_many, threshold)


@style.own_settings
def update_heap(artists, edges, counts, threshold, words):
    """Show a histogram, cut in two colours at the threshold.

    edges, counts  (b+1,), (b,)
    words          what is said of what is left and of what is flagged
    """
    ax = artists.threshold.axes
    (low, high), top = ax.get_xlim(), ax.get_ylim()[1]
    artists.left.set_verts([_outline(edges, counts, edges[0], threshold)])
    artists.flagged.set_verts([_outline(edges, counts, threshold, edges[-1])])
    for labels, word, share in zip(artists.how_many, words, WORDS, strict=True):
        labels.set_labels([word], [(low + share * (high - low), WORDS_UP * top)])
    artists.threshold.set_data([threshold, threshold], [0, 0.75 * top])  # below the words


def scale_heap(ax, highest):
    """Give a histogram's axis room for a bar of so many: part of what stands still."""
    ax.set(ylim=(0, HEADROOM * highest), yticks=(0, highest // 2, highest))


@style.own_settings
def draw_shares(ax, names, limits):
    """Draw axes for some of SHARES along the threshold; return what `update_shares` moves."""
    curves = {name: ax.plot([], [], label=name, zorder=3, **SHARES[name])[0] for name in names}
    moving = [name for name in names if name != "always no"]
    now = _draw_dots(ax, {name: SHARES[name] for name in moving}, BOTH_SEEN)
    (threshold,) = ax.plot([], [], color=style.INK, linewidth=2, zorder=2)
    ax.set(xlim=limits, ylim=(-0.05, 1.05), yticks=(0, 0.5, 1), xlabel="threshold", ylabel="share")
    ax.legend(**style.ABOVE, ncols=len(names))
    return ShareArtists(curves, now, threshold)


def update_shares(artists, thresholds, shares, threshold, now):
    """Move the curves over thresholds (q,), and the points to the present one.

    shares  dict of name -> (q,), nan where there is no such share; now: dict of name -> the present one
    """
    for name, curve in artists.curves.items():
        curve.set_data(thresholds, shares[name])
    for name, artist in artists.now.items():
        artist.set_data([threshold], [now[name]])
    artists.threshold.set_data([threshold, threshold], [-1, 2])


def _outline(edges, counts, low, high):
    """Return the outline of the bars between two places, (q, 2)."""
    inside = edges[(edges > low) & (edges < high)]
    x = np.concatenate([[low], np.repeat(inside, 2), [max(low, high)]])
    begins = np.concatenate([[low], inside])
    heights = np.repeat(counts[np.searchsorted(edges[1:-1], begins, side="right")], 2)
    return np.column_stack([np.r_[x[0], x, x[-1]], np.r_[0, heights, 0]])
