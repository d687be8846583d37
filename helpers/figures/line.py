"""Points, a line through them, what it scores, and the bowl of the loss above the two parameters."""

from typing import NamedTuple

import numpy as np
from matplotlib import colormaps
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from helpers.figures import style

GREYS = colormaps["Greys"].resampled(256)  # a learner's image.lut gives every colormap fewer colours


class FitArtists(NamedTuple):
    """What moves when the line, or the data, do."""

    line: Line2D
    residuals: LineCollection
    points: Line2D


@style.own_settings
def draw_fit(ax, x, y, *, x_limits, y_limits):
    """Draw points and a line with its residuals on ax; return the artists that `update_fit` moves.

    x, y  (m,)  the points
    """
    residuals = LineCollection([], colors=style.ERROR, linewidths=1.4, zorder=2)
    ax.add_collection(residuals)
    (points,) = ax.plot(x, y, "o", markersize=6, color=style.DATA, zorder=3, label="data")
    (line,) = ax.plot([], [], color=style.MODEL, linewidth=2.5, zorder=4, label="model")
    ax.set(xlim=x_limits, ylim=y_limits, xlabel="$x$", ylabel="$y$")
    return FitArtists(line, residuals, points)


@style.own_settings
def update_fit(artists, x, y, h, *, curve=None, residuals=True):
    """Move the points to x, y (m,), and the line to the predictions h (m,) of the points.

    curve      two arrays (p,), x and prediction: where the line is drawn; through the points unless given
    residuals  whether the errors are shown
    """
    order = np.argsort(x)
    artists.points.set_data(x, y)
    artists.line.set_data(*((x[order], h[order]) if curve is None else curve))
    ends = np.stack([np.column_stack([x, y]), np.column_stack([x, h])], axis=1)  # (m, 2, 2)
    artists.residuals.set_segments(ends)
    artists.residuals.set_visible(residuals)


class ScoreArtists(NamedTuple):
    """What moves when the losses do: a bar for each, its number, an arrow where it leaves the picture."""

    bars: list[Rectangle]
    numbers: list[Text]
    arrows: list[Line2D]


def draw_scores(ax, names, colours, limit):
    """Draw a horizontal bar for each loss, first on top; return the artists that `update_scores` moves.

    names, colours  of the bars
    limit           > 0: a longer bar ends there, with an arrow
    """
    bars, numbers, arrows = [], [], []
    for row, (name, colour) in enumerate(zip(names, colours, strict=True)):
        words = {"y": 0.27 - row, "fontsize": 14, "va": "bottom", "color": style.INK}
        ax.text(0, s=name, **words)
        numbers.append(ax.text(limit, s="", ha="right", **words))
        bars.extend(ax.barh([-row], [0], height=0.42, color=colour, zorder=2))
        arrows.extend(ax.plot([], [], ">", color="white", markersize=11, zorder=3))
    ax.set(xlim=(0, limit), ylim=(-len(names) + 0.6, 0.75), xlabel="loss $L$: less is better", yticks=[])
    ax.spines["left"].set_visible(False)
    return ScoreArtists(bars, numbers, arrows)


def update_scores(artists, losses):
    """Give each bar its loss (k,)."""
    limit = artists.bars[0].axes.get_xlim()[1]
    for row, loss in enumerate(losses):
        inside = bool(loss <= limit)
        artists.bars[row].set_width(loss if inside else limit)
        artists.numbers[row].set_text(f"{loss:.2f}")
        artists.arrows[row].set_data(([], []) if inside else ([0.95 * limit], [-row]))


class BowlArtists(NamedTuple):
    """What moves when the parameters do."""

    point: Line2D


def draw_bowl(ax, theta0, theta1, losses, best):
    """Draw the contours of the loss over two parameters; return the artist that `update_bowl` moves.

    theta0  (p,), theta1 (q,)  the grid
    losses  (q, p)             L on the grid
    best    (2,)               the parameters of least loss
    """
    levels = np.geomspace(losses.min() + 1e-3, losses.max(), 14)
    ax.contourf(theta0, theta1, losses, levels=levels, cmap=GREYS, alpha=0.5, extend="both")
    ax.contour(theta0, theta1, losses, levels=levels, colors=style.ERROR, linewidths=0.7)
    ax.plot(*best, "*", color=style.ACCENT, markersize=16, label="least loss")
    (point,) = ax.plot([], [], "o", color=style.MODEL, markersize=11, markeredgecolor="white", zorder=5)
    ax.set(xlabel=r"$\theta_0$", ylabel=r"$\theta_1$")
    ax.grid(False)
    return BowlArtists(point)


def update_bowl(artists, theta):
    """Move the point to theta (2,)."""
    artists.point.set_data([theta[0]], [theta[1]])
