"""Points, a line through them, and the bowl of the loss above the two parameters."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from helpers.figures import style


class FitArtists(NamedTuple):
    """What moves when the line does."""

    line: Line2D
    residuals: LineCollection


def draw_fit(ax, x, y, *, x_limits, y_limits):
    """Draw points and a line with its residuals on ax; return the artists that `update_fit` moves.

    x, y  (m,)  the points
    """
    residuals = LineCollection([], colors=style.ERROR, linewidths=1.2, zorder=2)
    ax.add_collection(residuals)
    ax.scatter(x, y, s=30, color=style.DATA, zorder=3, label="data")
    (line,) = ax.plot([], [], color=style.MODEL, zorder=4, label="model")
    ax.set(xlim=x_limits, ylim=y_limits, xlabel="$x$", ylabel="$y$")
    return FitArtists(line, residuals)


def update_fit(artists, x, y, h):
    """Move the line to the predictions h (m,) of the points x, y (m,)."""
    order = np.argsort(x)
    artists.line.set_data(x[order], h[order])
    artists.residuals.set_segments(
        np.stack([np.column_stack([x, y]), np.column_stack([x, h])], axis=1)
    )  # (m, 2, 2)


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
    ax.contourf(theta0, theta1, losses, levels=levels, cmap="Greys", alpha=0.5, extend="both")
    ax.contour(theta0, theta1, losses, levels=levels, colors=style.ERROR, linewidths=0.7)
    ax.plot(*best, "*", color=style.ACCENT, markersize=16, label="least loss")
    (point,) = ax.plot([], [], "o", color=style.MODEL, markersize=11, markeredgecolor="white", zorder=5)
    ax.set(xlabel=r"$\theta_0$", ylabel=r"$\theta_1$")
    ax.grid(False)
    return BowlArtists(point)


def update_bowl(artists, theta):
    """Move the point to theta (2,)."""
    artists.point.set_data([theta[0]], [theta[1]])
