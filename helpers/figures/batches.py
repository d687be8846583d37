"""Batch size and learning rate as a map of losses, and the run of one of its tiles."""

from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.line import DEPTHS
from helpers.figures.signed import Field

LEAST, MOST = 0.01, 3.0
"""The losses at the ends of the colours, which go by their logarithm."""


class TileArtists(NamedTuple):
    """What moves: colours, the losses written on them, a frame around the chosen one, stars on the best."""

    field: Field
    losses: Labels
    frame: Line2D
    best: Line2D


@style.own_settings
def draw_tiles(ax, sizes, rates):
    """Draw a map, a column for each batch size and a row for each rate; return what `update_tiles` moves."""
    palette = (255 * DEPTHS(np.linspace(0, 1, 256))[:, :3]).astype(np.uint8)
    field = ax.add_artist(Field(smooth=False, palette=palette))
    losses = ax.add_artist(Labels(11, halo=2))
    looks = {"color": style.MODEL, "in_layout": False, "zorder": 5}
    (frame,) = ax.plot([], [], linewidth=3.5, clip_on=False, **looks)
    (best,) = ax.plot(
        [], [], "*", markersize=13, markeredgecolor="white", label="best of its column", **looks
    )
    ax.set(
        xlim=(-0.5, len(sizes) - 0.5), ylim=(-0.5, len(rates) - 0.5), xlabel="batch size", ylabel=r"$\alpha$"
    )
    ax.set_xticks(range(len(sizes)), [str(size) for size in sizes])
    ax.set_yticks(range(len(rates)), [f"{rate:g}" for rate in rates])
    ax.grid(visible=False)
    ax.legend(**style.ABOVE)
    return TileArtists(field, losses, frame, best)


def update_tiles(artists, losses, column, row):
    """Show losses (sizes, rates), and which tile is chosen, both counted from 0."""
    shown = np.clip(np.nan_to_num(losses, nan=MOST, posinf=MOST), LEAST, MOST)
    artists.field.set_values(np.ascontiguousarray(np.log(shown.T)), np.log(LEAST), np.log(MOST))
    columns, rows = np.indices(losses.shape)
    places = np.column_stack([columns.ravel(), rows.ravel() - 0.22])
    artists.losses.set_labels([_loss(loss) for loss in losses.ravel()], places)
    left, right, low, high = column - 0.5, column + 0.5, row - 0.5, row + 0.5
    artists.frame.set_data([left, right, right, left, left], [low, low, high, high, low])
    best = np.argmin(np.nan_to_num(losses, nan=np.inf), axis=1)
    artists.best.set_data(np.arange(len(best)), best + 0.2)


def _loss(loss):
    return f"{loss:.3f}" if loss < 10 else "∞"


@style.own_settings
def draw_curve(ax, limits):
    """Draw axes for the loss along a run; return the line that `update_curve` moves."""
    (line,) = ax.plot([], [], ".-", color=style.MODEL, linewidth=2)
    ax.set(ylim=limits, yscale="log", xlabel="examples or updates, as chosen", ylabel="loss")
    ax.set_xscale("symlog", linthresh=1)
    ax.set_xlim(0, 2000)
    return line


def update_curve(line, seen, losses, along):
    """Show losses (k,) along what has been seen (k,); at the edge if they lie beyond."""
    line.set_data(seen, style.within(line.axes, losses))
    line.set_marker("." if along == "examples" else "s")
