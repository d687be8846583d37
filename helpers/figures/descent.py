"""Descents: a slope by nudging, the path over the bowl, losses along the way, factors, ellipses."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

from helpers.figures import line, style
from helpers.figures.labels import POINTS_AN_INCH, Labels
from helpers.figures.strokes import Strokes, Trail, add_line

REACH = 1000
"""A path is drawn up to so many times the width of the picture; farther points are pulled back to there."""


class SlopeArtists(NamedTuple):
    """What moves when a parameter is nudged."""

    curve: Line2D
    tangent: Line2D
    secant: Line2D
    points: Line2D
    here: Line2D


def draw_slope(ax, *, x_limits, y_limits):
    """Draw the axes of the loss along one parameter; return the artists that `update_slope` moves."""
    (curve,) = ax.plot([], [], color=style.ERROR, linewidth=2)
    (tangent,) = ax.plot([], [], color=style.ACCENT, linestyle="--", linewidth=2.5, label="slope by formula")
    (secant,) = ax.plot([], [], color=style.MODEL, linewidth=2, label="slope by nudging")
    (points,) = ax.plot([], [], "o", color=style.MODEL, markersize=9, markeredgecolor="white", zorder=5)
    (here,) = ax.plot([], [], "o", color=style.INK, markersize=9, markeredgecolor="white", zorder=6)
    ax.set(xlim=x_limits, ylim=y_limits, ylabel="$L$")
    ax.set_xlabel(r"$\theta_0$", fontsize=16)
    ax.legend(loc="upper right")
    return SlopeArtists(curve, tangent, secant, points, here)


def update_slope(artists, curve, here, nudged, measured, exact):
    """Show the loss along a parameter, and two straight lines of the slopes measured and exact.

    curve    two arrays (p,), parameter and loss
    here     (2,)    parameter and loss before the nudge
    nudged   (k, 2)  the same for the points that the slope is measured between
    """
    ends = np.array(artists.curve.axes.get_xlim())
    artists.curve.set_data(*curve)
    artists.here.set_data([here[0]], [here[1]])
    artists.points.set_data(nudged[:, 0], nudged[:, 1])
    artists.secant.set_data(ends, nudged[0, 1] + measured * (ends - nudged[0, 0]))
    artists.tangent.set_data(ends, here[1] + exact * (ends - here[0]))


def draw_settling(ax, epsilons, forward, central):
    """Draw by how much slopes by nudging miss the formula; return the point that `update_settling` moves.

    epsilons  (p,)  sizes of the nudge
    forward   (p,)  the miss with a nudge to one side
    central   (p,)  the miss with nudges to both sides
    """
    ax.plot(epsilons, forward, color=style.ERROR, label="one side")
    ax.plot(epsilons, central, color=style.ACCENT, linestyle="--", label="both sides")
    (point,) = ax.plot([], [], "o", color=style.MODEL, markersize=12, markeredgecolor="white", zorder=5)
    ax.set(xscale="log", xlabel=r"nudge $\varepsilon$", ylabel="measured $-$ formula")
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    ax.legend(loc="upper left")
    return point


def update_settling(point, epsilon, miss):
    """Move the point to the nudge and its miss."""
    point.set_data([epsilon], [miss])


class PathArtists(NamedTuple):
    """What moves when a descent does: path, start, end, a mark and a note where it left the picture, a star.

    The star, for the best answer, does not move; it is drawn anew so that no path covers it.
    """

    path: Line2D
    start: Line2D
    end: Line2D
    edge: Line2D
    note: Text
    star: Line2D


@style.own_settings
def draw_path(ax, colour=style.MODEL, *, marker="o", width=1.5):
    """Return the artists on the bowl ax that `update_path` takes along a descent."""
    looks = {"marker": marker, "markersize": 3.5, "color": colour, "linewidth": width, "zorder": 4}
    path = add_line(Trail, ax, **looks)
    (start,) = ax.plot([], [], "o", color="white", markersize=9, markeredgecolor=colour, zorder=5)
    (end,) = ax.plot([], [], "o", color=colour, markersize=11, markeredgecolor="white", zorder=6)
    (edge,) = ax.plot([], [], color=colour, markersize=20, markeredgecolor="white", zorder=7)
    (star,) = ax.plot([], [], "*", color=style.ACCENT, markersize=18, markeredgecolor="white", zorder=6.5)
    note = line.draw_note(ax)
    note.set_color(colour)
    return PathArtists(path, start, end, edge, note, star)


def update_path(artists, thetas, centre):
    """Take the path along thetas (k, 2); if its end is outside, say so, with a mark on that edge.

    centre  (2,)  the best answer: where the star is, and from where the mark looks for the end
    """
    ax = artists.path.axes
    limits = np.array([ax.get_xlim(), ax.get_ylim()])  # (2, 2): low and high of each axis
    finite = thetas[np.isfinite(thetas).all(axis=1)]
    drawn = _within_reach(finite, centre, REACH * np.ptp(limits))
    inside = is_inside(ax, thetas[-1])
    artists.path.set_data(*drawn.T)
    artists.star.set_data(*np.reshape(centre, (2, 1)))
    artists.start.set_data(*drawn[:1].T)
    artists.end.set_data(*(drawn[-1:].T if inside else ([], [])))
    artists.note.set_text("" if inside else "it left the picture")
    _mark_edge(artists.edge, limits, centre, None if inside else drawn[-1])


def is_inside(ax, point):
    """Return whether a point (2,) lies in the picture; one whose numbers have overflowed does not."""
    limits = np.array([ax.get_xlim(), ax.get_ylim()])
    return bool(((limits[:, 0] <= point) & (point <= limits[:, 1])).all())


def _within_reach(points, centre, reach):
    """Return the points (k, 2), those farther than reach from the centre pulled straight back to there."""
    away = points - centre
    distance = np.abs(away).max(axis=1)
    return centre + away * (reach / np.maximum(distance, reach))[:, None]


@style.own_settings
def _mark_edge(edge, limits, centre, end):
    """Put a triangle on the edge of the picture, pointing from the centre to the end; none if end is None."""
    if end is None:
        edge.set_data([], [])
        return
    away = end - centre
    room = np.where(away > 0, limits[:, 1] - centre, centre - limits[:, 0])
    share = 0.94 * np.min(room / np.maximum(np.abs(away), 1e-12))
    angle = np.degrees(np.arctan2(away[1], away[0]))
    edge.set_data(*(centre + share * away)[:, None])
    edge.set_marker((3, 0, angle - 90))


@style.own_settings
def draw_arrow(ax):
    """Return an arrow on ax that `update_arrow` moves."""
    arrow = FancyArrowPatch((0, 0), (1, 1), arrowstyle="-|>", mutation_scale=22, shrinkA=0, shrinkB=0)
    arrow.set(color=style.INK, linewidth=2.5, zorder=6, visible=False)
    ax.add_patch(arrow)
    return arrow


def update_arrow(arrow, tail, change):
    """Let the arrow reach from tail (2,) by change (2,); hide it where it would be too short or too long."""
    limits = np.array([arrow.axes.get_xlim(), arrow.axes.get_ylim()])
    wide = np.ptp(limits)
    length = float(np.abs(change).max()) / wide if np.isfinite([*tail, *change]).all() else np.inf
    visible = 0.004 < length < REACH and is_inside(arrow.axes, tail)
    arrow.set_visible(visible)
    if visible:
        arrow.set_positions(tail, tail + change)


class CurveArtists(NamedTuple):
    """What moves when losses do: a curve for each run, its last point, where it left upwards, a mean."""

    curves: list[Line2D]
    ends: list[Line2D]
    marks: list[Line2D]
    means: list[Line2D]


def draw_curves(ax, labels, colours, *, far, y_limits, xlabel, mean=""):
    """Draw the axes of losses above the least, by their logarithm; return the artists of `update_curves`.

    labels, colours  of the runs, the most important last
    far              how far the axis goes
    mean             label of the last run's running mean, if it is to be drawn: the runs are then thin
    """
    curves, ends, marks, means = [], [], [], []
    for zorder, (label, colour) in enumerate(zip(labels, colours, strict=True), start=3):
        curves.extend(ax.plot([], [], color=colour, label=label, zorder=zorder, linewidth=2))
        edged = {"color": colour, "markeredgecolor": "white"}
        ends.extend(ax.plot([], [], "o", markersize=9, zorder=zorder + 2, **edged))
        marks.extend(ax.plot([], [], "^", markersize=15, zorder=9, **edged))
    if mean:
        curves[-1].set(linewidth=0.7, alpha=0.55)
        means.extend(ax.plot([], [], color=colours[-1], label=mean, zorder=5, linewidth=2.2))
    ax.set(xlim=(-0.02 * far, 1.02 * far), ylim=y_limits, yscale="log")
    ax.set(xlabel=xlabel, ylabel="$L$ above the least", xticks=np.linspace(0, far, 5))
    first, last = np.round(np.log10(y_limits))
    ax.set_yticks(10.0 ** np.arange(first, last + 1, 2))
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.5f}".rstrip("0").rstrip("."))
    ax.yaxis.set_minor_formatter(lambda value, _: "")
    if any(labels):
        ax.legend(**style.ABOVE, ncols=3)
    return CurveArtists(curves, ends, marks, means)


def update_curves(artists, runs, window=1):
    """Show the runs, each two arrays (k,): how far, and loss above the least there (inf where overflowed).

    window  over how many entries the last run's running mean goes
    """
    low, high = artists.curves[0].axes.get_ylim()
    for curve, end, mark, (far, above) in zip(artists.curves, artists.ends, artists.marks, runs, strict=True):
        shown = np.clip(above, low / 1e6, high * 1e6)
        curve.set_data(*_envelope(far, shown))
        end.set_data(far[-1:], np.maximum(shown[-1:], low))
        out = np.flatnonzero(above > high)[:1]
        mark.set_data(far[out], np.full(len(out), high / (high / low) ** 0.05))
    for mean in artists.means:  # of the last run
        mean.set_data(*_envelope(far, running_mean(shown, window)))


def running_mean(values, window):
    """Return the mean of about window values (k,) around each: fewer near the ends, one at the first."""
    at, half = np.arange(len(values)), window // 2
    first, last = at - np.minimum(at, half), np.minimum(at + np.minimum(at, half), len(values) - 1)
    sums = np.concatenate([[0], np.cumsum(values)])
    return (sums[last + 1] - sums[first]) / (last + 1 - first)


def _envelope(far, values, most=400):
    """Return a curve (k,) with the least and the greatest of so many stretches, which the eye cannot tell."""
    each = -(-len(values) // most)
    if each <= 2:
        return far, values
    whole = len(values) // each * each
    stretches = values[:whole].reshape(-1, each)
    ends = np.sort([stretches.argmin(axis=1), stretches.argmax(axis=1)], axis=0)  # in their order
    inner = np.ravel(ends + each * np.arange(len(stretches)))
    kept = np.unique([0, *inner, *range(whole, len(values)), len(values) - 1])
    return far[kept], values[kept]


class FactorArtists(NamedTuple):
    """What moves when the learning rate does."""

    rate: Line2D
    points: Line2D


def draw_factors(ax, alphas, factors, labels, limit):
    """Draw by what a step multiplies the distance in each direction; return what `update_factors` moves.

    alphas   (p,)    learning rates
    factors  (2, p)  |1 - alpha lambda| for the steep direction and the flat one
    labels   (2,)    of the directions
    limit    the learning rate from which one of them is above 1
    """
    ax.axhspan(1, 10, color=style.FAINT, alpha=0.6, linewidth=0)
    ax.axvline(limit, color=style.ACCENT, linestyle="--", linewidth=2)
    for factor, look, label in zip(factors, ("-", ":"), labels, strict=True):
        ax.plot(alphas, factor, look, color=style.INK, linewidth=2)
        ax.text(alphas[-1], factor[-1], f" {label}", fontsize=13, color=style.INK, va="center")
    (rate,) = ax.plot([], [], color=style.MODEL, linewidth=1.5)
    (points,) = ax.plot([], [], "o", color=style.MODEL, markersize=9, markeredgecolor="white", zorder=5)
    ax.text(0.05, 1.66, "above 1\nit grows", fontsize=13, color=style.INK, va="top")
    words = {"fontsize": 13, "color": style.ACCENT, "ha": "center"}
    ax.annotate(f"limit {limit:.2f}", (limit, 1.7), (0, 3), textcoords="offset points", **words)
    ax.set(xlim=(0, alphas[-1]), ylim=(0, 1.7), xlabel=r"$\alpha$", ylabel=r"factor $|1 - \alpha\lambda|$")
    return FactorArtists(rate, points)


def update_factors(artists, alpha, factors):
    """Move to the learning rate alpha, with its factors (k,): a stem up to the greatest of them."""
    artists.rate.set_data([alpha, alpha], [0, max(factors)])
    artists.points.set_data([alpha] * len(factors), factors)


class AxisArtists(NamedTuple):
    """What moves when an axis follows its data: its grid, its numbers, and the line where it is 0."""

    grid: Strokes
    numbers: Labels
    zero: Line2D


@style.own_settings
def draw_moving_axis(ax, label):
    """Let the level axis of ax move with what is drawn on it; return what `update_moving_axis` moves.

    matplotlib's own axis keeps the room that the numbers need, but is not seen.
    """
    ax.set_xlabel(label)
    ax.tick_params("x", length=0, pad=7, labelcolor="none")
    ax.grid(False, axis="x")
    grid = ax.add_collection(Strokes([], colors="#E6E6E6", linewidths=0.8, zorder=0.5))
    zero = ax.axvline(0, color=style.ERROR, linewidth=1.2, zorder=1)
    return AxisArtists(grid, ax.add_artist(Labels(12, "#555555")), zero)


def update_moving_axis(artists, values):
    """Let the axis reach over the values (m,) and 0, so that one sees how wide they lie, and how far away."""
    ax, low, high = artists.zero.axes, min(0, values.min()), max(0, values.max())
    room = 0.06 * (high - low)
    ax.set_xlim(low - room, high + room)
    ticks = MaxNLocator(4, steps=[1, 2, 5, 10]).tick_values(low - room, high + room)
    ticks = ticks[(ticks >= low - room) & (ticks <= high + room)]
    bottom, top = ax.get_ylim()
    below = 12 * (top - bottom) / (POINTS_AN_INCH * ax.bbox.height / ax.get_figure().dpi)  # 12 points
    artists.grid.set_segments([[(tick, bottom), (tick, top)] for tick in ticks])
    names = [f"{tick:.10g}".replace("-", style.MINUS) for tick in ticks]
    artists.numbers.set_labels(names, [(tick, bottom - below) for tick in ticks])


@style.own_settings
def draw_ellipses(ax, count, *, limit):
    """Return ellipses on ax, which shows distances from the best answer, for `update_ellipses` to move."""
    ellipses = Strokes(np.zeros((count, 2, 2)), colors=style.ERROR, linewidths=1.1, zorder=2)
    ax.add_collection(ellipses)
    ax.plot(0, 0, "*", color=style.ACCENT, markersize=16, zorder=3)
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal")
    ax.set_xlabel(r"$\theta_0 -$ best $\theta_0$", fontsize=16)
    ax.set_ylabel(r"$\theta_1 -$ best $\theta_1$", fontsize=16)
    ax.grid(False)
    return ellipses


@style.own_settings
def update_ellipses(ellipses, values, directions, losses):
    """Draw where the loss is so much above the least.

        1/2 (values[0] a^2 + values[1] b^2) = loss,  at a directions[:, 0] + b directions[:, 1]

    values      (2,)    curvatures, all > 0
    directions  (2, 2)  one in each column, of length 1
    losses      (k,)    > 0
    """
    angle = np.linspace(0, 2 * np.pi, 121)
    circle = np.stack([np.cos(angle), np.sin(angle)])  # (2, 121)
    radii = np.sqrt(2 * np.asarray(losses)[:, None] / values)  # (k, 2): half axes
    points = np.einsum("ij,kj,jp->kpi", directions, radii, circle)  # (k, 121, 2)
    ellipses.set_segments(points)
