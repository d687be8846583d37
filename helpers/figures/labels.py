"""Short words that move: many at once, as outlines that are computed once and filled in one go.

matplotlib lays each Text out anew in every frame and draws its glyphs one by
one, which costs a frame with thirty numbers more than all else in it.
"""

from functools import lru_cache

import numpy as np
from matplotlib.artist import Artist
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import IdentityTransform

from helpers.figures import style

POINTS_AN_INCH = 72


class Labels(Artist):
    """Words of one size, in points, and one colour, each centred on its place in data coordinates.

    `words` and `places` are what `set_labels` has put there.
    """

    def __init__(self, size, color=style.INK, zorder=4):
        super().__init__()
        self.set_zorder(zorder)
        self._size, self._rgba = size, to_rgba(color)
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
        pixels = np.round(self.axes.transData.transform(self.places))  # (k, 2)
        corners = [place + scale * shape.vertices for place, shape in zip(pixels, shapes, strict=True)]
        path = Path(np.concatenate(corners), np.concatenate([shape.codes for shape in shapes]))
        context = renderer.new_gc()
        context.set_linewidth(0)
        renderer.draw_path(context, path, IdentityTransform(), self._rgba)
        context.restore()


@lru_cache(maxsize=1000)
def _outline(word, size):
    """Return the outline of a word in points, the middle of its box at the origin."""
    path = TextPath((0, 0), word, size=size, prop=FontProperties())
    box = path.get_extents()
    height = _height(size)
    return Path(path.vertices - ((box.x0 + box.x1) / 2, height / 2), path.codes)


@lru_cache(maxsize=16)
def _height(size):
    """Return how high a digit is, in points: the middle of every word, so that words stand on one line."""
    return TextPath((0, 0), "0", size=size, prop=FontProperties()).get_extents().y1
