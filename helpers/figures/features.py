"""Losses along the number of features, from few to far more than examples."""

from typing import NamedTuple

from matplotlib.lines import Line2D

from helpers.figures import style


class DescentArtists(NamedTuple):
    """What moves: each draw's loss on new points, their middle, the training loss, two marks, a line."""

    draws: list[Line2D]
    middle: Line2D
    train: Line2D
    chosen: Line2D
    chosen_train: Line2D
    examples: Line2D


@style.own_settings
def draw_descent(ax, counts, draws, limits):
    """Draw axes for losses of each of the counts (k,) of features; return what `update_descent` moves.

    draws   how many draws of the features are shown one by one
    limits  least and most loss
    """
    (examples,) = ax.plot([], [], ":", color=style.INK, linewidth=2, label="$m$")
    pale = [ax.plot([], [], color=style.ERROR, linewidth=0.8, alpha=0.5)[0] for _ in range(draws)]
    (middle,) = ax.plot([], [], color=style.INK, linewidth=2.5, label="validation")
    (train,) = ax.plot([], [], color=style.DATA, linewidth=2, label="training")
    free = {"clip_on": False, "in_layout": False, "zorder": 5, "markeredgecolor": "white"}
    (chosen,) = ax.plot([], [], "o", color=style.MODEL, markersize=11, **free)
    (chosen_train,) = ax.plot([], [], "o", color=style.DATA, markersize=9, **free)
    ax.set(xscale="log", yscale="log", xlim=(counts[0], counts[-1]), ylim=limits)
    ax.set(xlabel="number of features", ylabel="loss $L$")
    ax.legend(handles=[train, middle, examples], **style.ABOVE, ncols=3)
    return DescentArtists(pale, middle, train, chosen, chosen_train, examples)


def update_descent(artists, counts, draws, middle, train, at, m, here):
    """Show losses.

    counts  (k,)    numbers of features
    draws   (d, k)  loss on new points for each draw of the features
    middle  (k,)    the middle one of the draws
    train   (k,)    training loss of the draw whose curve is shown
    at              which of the counts is chosen
    m               number of examples
    here            the loss on new points of the curve that is shown
    """
    ax = artists.middle.axes
    for line, losses in zip(artists.draws, draws, strict=True):
        line.set_data(counts, style.within(ax, losses))
    artists.middle.set_data(counts, style.within(ax, middle))
    artists.train.set_data(counts, style.within(ax, train))
    artists.chosen.set_data([counts[at]], style.within(ax, [here]))
    artists.chosen_train.set_data([counts[at]], style.within(ax, [train[at]]))
    artists.examples.set_data([m, m], ax.get_ylim())
