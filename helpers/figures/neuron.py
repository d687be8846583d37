"""One neuron: the input plane coloured by its output, the line z = 0, and its activation function."""

from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colorbar import Colorbar
from matplotlib.colors import Normalize
from matplotlib.lines import Line2D
from matplotlib.quiver import Quiver

from helpers.figures import style
from helpers.figures.signed import Field, between, draw_field


class PlaneArtists(NamedTuple):
    """What moves when the weights, or the point, do."""

    field: Field
    line: Line2D
    arrow: Quiver
    point: Line2D


def draw_plane(ax, limit, label="$a$"):
    """Draw the input plane from -limit to limit; return what `update_plane` moves, and the bar of colours."""
    field, bar = draw_field(ax, label=label, extend="neither")
    (line,) = ax.plot([], [], color=style.INK, linewidth=2)
    arrow = ax.quiver(
        0, 0, 1, 0, color=style.INK, angles="xy", scale_units="xy", scale=1, width=0.014, zorder=4
    )
    point = draw_point(ax)
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal")
    ax.set_xlabel("$x_1$", fontsize=16)
    ax.set_ylabel("$x_2$", fontsize=16)
    return PlaneArtists(field, line, arrow, point), bar


def update_plane(artists, values, low, high, w, b, x):
    """Show a neuron's output, its line and its arrow, and one input.

    values     (q, p)  the output over the plane, from bottom to top and left to right
    low, high          the ends of the colours
    w, b       (2,), number
    x          (2,)    the point
    """
    artists.field.set_values(values, low, high)
    foot = put_on_line(artists.line, w, b)
    artists.arrow.set_visible(foot is not None)
    artists.arrow.set_offsets([0, 0] if foot is None else foot)
    artists.arrow.set_UVC(*w)
    artists.point.set_data([x[0]], [x[1]])


def line_of(w, b):
    """Return the line w @ x + b = 0: its point nearest to the origin, its direction; None twice if w is 0."""
    w = np.asarray(w, dtype=float)
    length = np.hypot(*w)
    if length < 1e-9:  # a slider at 0 may stand a rounding error beside it
        return None, None
    return -b * w / length**2, np.array([-w[1], w[0]]) / length


def put_on_line(artist, w, b):
    """Move a Line2D onto w @ x + b = 0, across the whole picture; return the point nearest to the origin.

    If w is 0 there is no line: the artist is nowhere, and None is returned.
    """
    foot, along = line_of(w, b)
    ends = np.full((2, 2), np.nan) if foot is None else foot + np.array([-20, 20])[:, None] * along  # (2, 2)
    artist.set_data(ends.T)
    return foot


def draw_point(ax):
    """Draw the point that stands for a network's present input, nowhere as yet; return it."""
    look = {"color": style.MODEL, "markersize": 13, "markeredgecolor": "white", "markeredgewidth": 2}
    return ax.plot([], [], "o", zorder=5, **look)[0]


class ActivationArtists(NamedTuple):
    """What moves when the activation, or the weighted sum, do."""

    curve: Line2D
    guide: Line2D
    point: Line2D


def draw_activation(ax, z_limit):
    """Draw an activation function for z from -z_limit to z_limit; return what `update_activation` moves."""
    _draw_zero_lines(ax)
    (curve,) = ax.plot([], [], color=style.INK)
    (guide,) = ax.plot([], [], color=style.MODEL, linewidth=1.5, linestyle="--")
    point = draw_point(ax)
    ax.set(xlim=(-z_limit, z_limit), xlabel="weighted sum $z$", ylabel="output $a$")
    return ActivationArtists(curve, guide, point)


def update_activation(artists, z_curve, a_curve, z, a):
    """Show the function through z_curve, a_curve (p,), and the neuron's own z and a on it."""
    artists.curve.set_data(z_curve, a_curve)
    artists.guide.set_data([z, z, -100], [-100, a, a])
    artists.point.set_data([z], [a])


def rescale(bar: Colorbar, ax: Axes, low, high, a_limits, *, least=-np.inf, most=np.inf):
    """Set the ends of the bar of colours and of the axis of a, which are part of what stands still.

    low, high    the ends of the colours; white is the middle
    least, most  of what a can be: the bar leaves out what never comes, and says where a goes on
    """
    first, last = max(low, least), min(high, most)
    shares = (np.array([first, last]) - low) / (high - low)
    bar.mappable.set_cmap(between(*shares))
    bar.mappable.set_norm(Normalize(first, last))
    ticks = np.linspace(first, last, 5)
    names = [f"{tick:g}".replace("-", style.MINUS) for tick in ticks]
    names[0], names[-1] = "≤ " * (least < low) + names[0], "≥ " * (most > high) + names[-1]
    bar.set_ticks(ticks, labels=names)
    ax.set_ylim(a_limits)


def _draw_zero_lines(ax):
    ax.axhline(0, color="#8A8A8A", linewidth=1)
    ax.axvline(0, color="#8A8A8A", linewidth=1)


def draw_functions(axes, z, curves):
    """Draw activation functions side by side.

    axes    as many Axes as there are curves
    z       (p,)
    curves  dict of name -> (p,)
    """
    for ax, (name, a) in zip(axes, curves.items(), strict=True):
        _draw_zero_lines(ax)
        ax.plot(z, a, color=style.MODEL)
        ax.set(title=name, xlabel="$z$", ylim=(-1.5, 2.5), xlim=(z[0], z[-1]))
    axes[0].set_ylabel("$a$")
