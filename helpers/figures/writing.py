"""Characters in rows, tables of them, chances of what comes next, queries and keys, a falling loss."""

from typing import NamedTuple

import numpy as np
from matplotlib.container import BarContainer
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.signed import SQUARE, Field
from helpers.figures.training import draw_progress

SIGNS = {" ": "␣", "\n": "↵"}
"""What is shown, in tables, of a character that leaves no ink."""
FONT = 12
"""Points, of a character."""


def sign(character):
    """Return what is shown of a character."""
    return SIGNS.get(character, character)


class CharacterArtists(NamedTuple):
    """What moves in rows of characters: a colour behind each, the characters, a frame."""

    field: Field
    characters: Labels
    faint: Labels
    frame: Line2D


@style.own_settings
def draw_characters(ax, columns, rows, title=""):
    """Draw room for rows of characters; return what `update_characters` moves."""
    field = ax.add_artist(Field(smooth=False, place=(-0.5, rows - 0.5, columns, -rows)))
    characters = ax.add_artist(Labels(FONT))
    faint = ax.add_artist(Labels(FONT, style.ERROR))
    (frame,) = ax.plot([], [], color=style.DATA, linewidth=2, solid_joinstyle="miter", zorder=5)
    ax.set(xlim=(-0.7, columns - 0.3), ylim=(rows - 0.3, -0.7))
    ax.set_title(title, fontsize=13)
    ax.axis("off")
    return CharacterArtists(field, characters, faint, frame)


def update_characters(artists, text, shades=(), high=1.0, at=None, told=None):
    """Show a text from the upper left on; what has no room is left out.

    shades  of the first characters, coloured from 0, white, to high
    at      number of the character that a frame stands around; none if None
    told    how many characters are black, the others grey; all if None
    """
    columns, rows = round(artists.field.place[2]), round(-artists.field.place[3])
    places = _places(text, columns, rows)
    signs = [SIGNS["\n"] if character == "\n" else character for character in text[: len(places)]]
    told = len(signs) if told is None else told
    artists.characters.set_labels(signs[:told], places[:told])
    artists.faint.set_labels(signs[told:], places[told:])
    colours = np.zeros((rows, columns))
    for (column, row), shade in zip(places, shades, strict=False):
        colours[row, column] = shade
    artists.field.set_values(colours[::-1], -high, high)
    artists.frame.set_visible(at is not None and at < len(places))
    if artists.frame.get_visible():
        artists.frame.set_data(*(SQUARE - 0.5 + places[at]).T)


def _places(text, columns, rows):
    """Return column and row of each character, (k, 2): after a new line, or a full row, the next row."""
    places, column, row = [], 0, 0
    for character in text:
        if column == columns:
            column, row = 0, row + 1
        if row == rows:
            break
        places.append((column, row))
        column, row = (0, row + 1) if character == "\n" and rows > 1 else (column + 1, row)
    return np.array(places, dtype=int).reshape(-1, 2)


class TableArtists(NamedTuple):
    """What moves in a table: its colours, and a frame around one row."""

    field: Field
    frame: Line2D


@style.own_settings
def draw_table(ax, characters):
    """Draw room for a table, a row and a column for each character; return what `update_table` moves."""
    artists = _room_for_table(ax, len(characters), 2.5)
    signs = [sign(character) for character in characters]
    ax.set(xlabel="comes next", ylabel="character")
    ax.set_xticks(range(len(signs)), signs)
    ax.set_yticks(range(len(signs)), signs)
    ax.tick_params(labelsize=10, length=0, pad=3)
    return artists


def _room_for_table(ax, k, linewidth):
    """Make room for k rows and columns, from the upper left; return TableArtists, the frame so wide."""
    field = ax.add_artist(Field(smooth=False, place=(-0.5, k - 0.5, k, -k)))
    (frame,) = ax.plot([], [], color=style.DATA, linewidth=linewidth, solid_joinstyle="miter", zorder=5)
    ax.set(xlim=(-0.5, k - 0.5), ylim=(k - 0.5, -0.5))
    ax.grid(False)
    return TableArtists(field, frame)


def update_table(artists, P, row, high):
    """Show probabilities (k, k), coloured from 0 to high, with a frame around one row."""
    artists.field.set_values(np.asarray(P)[::-1], -high, high)
    artists.frame.set_data(*(SQUARE * (len(P), 1) + (-0.5, row - 0.5)).T)


class ChanceArtists(NamedTuple):
    """What moves with chances: a bar for each character, its sign, its number."""

    bars: BarContainer
    signs: Labels
    numbers: Labels


@style.own_settings
def draw_chances(ax, number, title, colour=style.MODEL):
    """Draw room for so many bars, one below the other; return what `update_chances` moves."""
    bars = ax.barh(range(number), np.zeros(number), color=colour, height=0.7, zorder=2)
    signs, numbers = ax.add_artist(Labels(FONT + 1)), ax.add_artist(Labels(FONT))
    ax.set(xlim=(-0.12, 1.2), ylim=(number - 0.4, -0.6), xticks=[0, 0.5, 1], yticks=[], xlabel="$p$")
    ax.set_ylabel("character")
    ax.grid(axis="y", visible=False)
    ax.set_title(title, fontsize=13)
    return ChanceArtists(bars, signs, numbers)


def update_chances(artists, p, alphabet):
    """Show the largest of some probabilities (k,) of the characters of an alphabet, largest first."""
    order = np.argsort(-np.asarray(p), kind="stable")[: len(artists.bars)]
    rows = np.arange(len(order))
    for row, bar in enumerate(artists.bars):
        bar.set_width(p[order[row]] if row < len(order) else 0)
    artists.signs.set_labels([sign(alphabet[k]) for k in order], np.column_stack([rows * 0 - 0.06, rows]))
    places = np.column_stack([np.asarray(p)[order] + 0.1, rows])
    artists.numbers.set_labels([f"{p[k]:.2f}" for k in order], places)


class PlaneArtists(NamedTuple):
    """What moves in a plane: keys, a query, their names."""

    keys: Line2D
    hidden: Line2D
    query: Line2D
    tip: Line2D
    names: Labels
    name: Labels


LIMIT = 3
"""Of a query's and a key's two numbers, both ways."""
AWAY = 0.62
"""From a point to its name: what it is taken hold of by lies around it."""


@style.own_settings
def draw_plane(ax):
    """Draw a plane for keys, as points, and a query, as a line from 0; return what `update_plane` moves."""
    ax.axhline(0, color=style.FAINT, linewidth=1)
    ax.axvline(0, color=style.FAINT, linewidth=1)
    (hidden,) = ax.plot([], [], "o", color="white", markeredgecolor=style.ERROR, markersize=11, zorder=3)
    (keys,) = ax.plot([], [], "o", color=style.DATA, markersize=11, markeredgecolor="white", zorder=3)
    (query,) = ax.plot([], [], color=style.MODEL, linewidth=3)
    (tip,) = ax.plot([], [], "D", color=style.MODEL, markersize=10, markeredgecolor="white", zorder=4)
    names, name = (
        ax.add_artist(Labels(FONT, style.DATA, halo=2)),
        ax.add_artist(Labels(FONT, style.MODEL, halo=2)),
    )
    for artist in (hidden, keys, tip):
        artist.set(clip_on=False, in_layout=False)
    ax.set(xlim=(-LIMIT, LIMIT), ylim=(-LIMIT, LIMIT), aspect="equal")
    ax.set(xlabel="first number: a person", ylabel="second number: a deed", xticks=range(-LIMIT, LIMIT + 1))
    ax.set_title("● keys   ○ masked   ◆ the query", fontsize=13)
    return PlaneArtists(keys, hidden, query, tip, names, name)


def update_plane(artists, words, keys, query, asks, hidden):
    """Show keys (t, 2) by their words, and the query (2,) of the word that asks.

    hidden  (t,)  of bool: keys that may not be asked
    """
    keys, hidden = np.asarray(keys), np.asarray(hidden)
    artists.keys.set_data(*np.where(hidden[:, None], np.nan, keys).T)
    artists.hidden.set_data(*np.where(hidden[:, None], keys, np.nan).T)
    artists.query.set_data([0, query[0]], [0, query[1]])
    artists.tip.set_data([query[0]], [query[1]])
    below = np.where(keys[:, 1] < 1 - LIMIT, AWAY, -AWAY)  # or above, at the lower edge
    artists.names.set_labels(words, keys + np.column_stack([0 * below, below]))
    place = np.clip(query, 1 - LIMIT, LIMIT - 1)[0], query[1] + (AWAY if query[1] >= 0 else -AWAY)
    artists.name.set_labels([f"{words[asks]} asks"], [place])


class ShareArtists(NamedTuple):
    """What moves in a table of shares: colours, numbers, a frame around one row."""

    field: Field
    numbers: Labels
    frame: Line2D


@style.own_settings
def draw_shares(ax, words):
    """Draw a table of who takes how much from whom; return what `update_shares` moves."""
    artists = draw_table(ax, words)
    ax.set(xlabel="is asked", ylabel="asks")
    ax.tick_params(labelsize=FONT)
    return ShareArtists(artists.field, ax.add_artist(Labels(FONT)), artists.frame)


def update_shares(artists, A, row):
    """Show shares (t, t), with a frame around one row."""
    update_table(artists, A, row, 1.0)
    places = np.stack(np.indices(np.shape(A))[::-1], axis=2).reshape(-1, 2)
    artists.numbers.set_labels([f"{share:.2f}" for share in np.ravel(A)], places)


@style.own_settings
def draw_look(ax, places):
    """Draw room for a table of so many places, too many for numbers; return what `update_table` moves."""
    artists = _room_for_table(ax, places, 2)
    ax.set(xlabel="is asked", ylabel="asks", aspect="equal")
    return artists


APART = 0.87
"""What the name of a line is at most of the height of the one above it."""


@style.own_settings
def draw_fall(ax, steps, references):
    """Draw axes for a loss along steps; return what `training.update_progress` moves.

    references  dict of a name -> loss, each a line that stays
    """
    height = np.inf
    for name, loss in sorted(references.items(), key=lambda each: -each[1]):
        ax.axhline(loss, color=style.ACCENT, linewidth=1.5, linestyle="--")
        height = min(loss, APART * height)
        ax.text(steps * 1.018, height, name, fontsize=FONT, color=style.ACCENT, va="center")
    moving = draw_progress(ax)
    moving.point.set(clip_on=False, in_layout=False)
    ax.set(xlim=(0, steps), ylim=(1.15, 5.3), yscale="log", xlabel="step", ylabel="surprise, nats")
    ax.set_yticks([1.5, 2, 3, 4, 5], ["1.5", "2", "3", "4", "5"])
    ax.minorticks_off()
    return moving
