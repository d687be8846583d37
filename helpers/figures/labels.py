"""Short words that move: many at once, as outlines that are computed once; and where they fit.

matplotlib lays each Text out anew in every frame and draws its glyphs one by
one, which costs a frame with thirty numbers more than all else in it.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import IdentityTransform

from helpers.figures import style
from helpers.figures.strokes import PLACES

POINTS_AN_INCH = 72
HALO = (1, 1, 1, 0.8)


class Labels(Artist):
    """Words of one size, in points, and one colour, each centred on its place in data coordinates.

    halo  how wide a pale rim they have, in points, so that lines below do not cross them

    `words` and `places` are what `set_labels` has put there.
    """

    def __init__(self, size, color=style.INK, zorder=4, halo=0):
        super().__init__()
        self.set_zorder(zorder)
        self._size, self._rgba, self._halo = size, to_rgba(color), halo
        self.set_labels([], np.empty((0, 2)))

    def set_labels(self, words, places):
        """Put k words at their places (k, 2), and nothing elsewhere."""
        self.words, self.places = list(words), np.asarray(places, dtype=float).reshape(-1, 2)

    def draw(self, renderer):
        """Draw them."""
        if not self.get_visible() or not self.words:
            return
        shapes = [_outline(word, self._size) for word in self.words]
        scale = self.get_figure().dpi / POINTS_AN_INCH
        pixels = self.axes.transData.transform(self.places)  # (k, 2)
        corners = [place + scale * shape.vertices for place, shape in zip(pixels, shapes, strict=True)]
        codes = np.concatenate([shape.codes for shape in shapes])
        path = Path(np.concatenate(corners).round(PLACES), codes)
        if self._halo:
            context = renderer.new_gc()
            context.set_foreground(HALO)
            context.set_linewidth(2 * self._halo)
            context.set_joinstyle("round")
            renderer.draw_path(context, path, IdentityTransform())
            context.restore()
        context = renderer.new_gc()
        context.set_linewidth(0)
        renderer.draw_path(context, path, IdentityTransform(), self._rgba)
        context.restore()


@lru_cache(maxsize=1000)
def size_of(word, size):
    """Return how wide and how high a word is, in points."""
    return np.array([_outline(word, size).get_extents().width, _height(size)])


TURNS = np.linspace(0, 2 * np.pi, 24, endpoint=False)
"""In which directions beside its point a label may stand."""


def beside(points, sizes, wanted, lines, limits, *, away=12.0, air=4.0):
    """Return where labels may stand beside their points, so that nothing crosses them.

    points  (k, 2)  in points (1/72 inch), as all lengths
    sizes   (k, 2)  width and height of each label
    wanted  (k, 2)  the direction that each would take if all were free
    lines   list of (w (2,), b): the line w @ p + b = 0
    limits  (2, 2)  low and high of each axis
    away    from a point to the nearest edge of its label
    air     that a label wants around it
    """
    placed = []  # centre and size of those that stand already
    for k, (point, size) in enumerate(zip(points, sizes, strict=True)):
        turns = np.stack([np.cos(TURNS), np.sin(TURNS)], axis=1)  # (t, 2)
        # on the edge of a box round the point that leaves room for half the label
        centres = point + turns * np.min((size / 2 + away) / np.maximum(np.abs(turns), 1e-9), axis=1)[:, None]
        gaps = [_gaps_to_line(centres, size, w, b) for w, b in lines]
        gaps += [_gaps_between(centres, size, other, 2 * (away - air)) for other in np.delete(points, k, 0)]
        gaps += [_gaps_between(centres, size, *other) for other in placed]
        gaps += [np.min([centres - size / 2 - limits[:, 0], limits[:, 1] - centres - size / 2], axis=(0, 2))]
        missing = np.sum([np.clip(air - gap, 0, 40) for gap in gaps], axis=0)  # (t,)
        turned = 1 - turns @ (wanted[k] / np.hypot(*wanted[k]))
        best = centres[np.argmin(missing + turned)]
        placed.append((best, size))
    return np.array([centre for centre, _ in placed]).reshape(-1, 2)


def _gaps_to_line(centres, size, w, b):
    """Return how far boxes are from a line; below 0 it crosses them."""
    length = np.hypot(*w)
    if length < 1e-9:
        return np.full(len(centres), np.inf)
    return (np.abs(centres @ w + b) - np.abs(w) @ size / 2) / length


def _gaps_between(centres, size, other, other_size):
    """Return how far boxes are from another, along the axis on which they are farther apart."""
    return (np.abs(centres - other) - (size + other_size) / 2).max(axis=1)


@lru_cache(maxsize=1000)
def _outline(word, size):
    """Return the outline of a word in points, the middle of its box at the origin."""
    glyphs = [_glyph(character, size) for character in word]
    starts = np.cumsum([0, *(glyph.advance for glyph in glyphs[:-1])])
    middle = (glyphs[0].left + starts[-1] + glyphs[-1].right) / 2
    places = [(start - middle, -_height(size) / 2) for start in starts]
    vertices = [glyph.path.vertices + place for glyph, place in zip(glyphs, places, strict=True)]
    return Path(np.concatenate(vertices), np.concatenate([glyph.path.codes for glyph in glyphs]))


class Glyph(NamedTuple):
    """One character: its outline, where that begins and ends, and where the next character's line begins."""

    path: Path
    left: float
    right: float
    advance: float


@lru_cache(maxsize=500)
def _glyph(character, size):
    """Return a Glyph, in points. (A number that moves is a new word in each frame, but of few characters.)"""
    ends = [_path(word, size).get_extents().x1 for word in (f"|{character}|", "||")]
    advance = ends[0] - ends[1]
    if character.isspace():
        return Glyph(Path(np.empty((0, 2)), np.empty(0, Path.code_type)), 0, advance, advance)
    path = _path(character, size)
    box = path.get_extents()
    return Glyph(path, box.x0, box.x1, advance)


@lru_cache(maxsize=16)
def _height(size):
    """Return how high a digit is, in points: the middle of every word, so that words stand on one line."""
    return _path("0", size).get_extents().y1


def _path(word, size):
    return TextPath((0, 0), word, size=size, prop=FontProperties())
