"""Lines, dots and paths of many parts, each drawn in a few strokes: quick to write as SVG, and short.

What matplotlib draws one by one, with the look of each, costs a frame with a hundred of them more than all
else in it. Places are rounded to a hundredth of a pixel: nobody can tell, and digits cost time and room.
"""

from itertools import pairwise

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from helpers.figures import style

FLOW = "flow"
"""The name (gid) of Strokes along which something flows: a live view lets it be seen for a moment."""
PLACES = 2
"""Digits behind the point that a place has, in units of the renderer."""
MOST = 1200
"""So many points of a path are drawn; more lie in a cloud that they fill anyway."""


class Strokes(LineCollection):
    """Many lines of few looks: those of one colour and about one width are a single path."""

    def set_segments(self, segments):
        """Set the lines, each (p, 2), or all as one array (k, p, 2)."""
        self._segments, self.stale = segments, True

    set_paths = set_verts = set_segments

    def get_segments(self):
        """Return the lines as they were set."""
        return self._segments

    def get_paths(self):
        """Return the lines as matplotlib's own LineCollection keeps them."""
        return [Path(segment) for segment in self._segments]

    def draw(self, renderer):
        """Draw them."""
        if not self.get_visible() or not len(self._segments):
            return
        looks = {}
        colours, widths = self.get_colors(), np.round(self.get_linewidths(), 1)
        if len(colours) == len(widths) == 1:
            looks[tuple(colours[0]), float(widths[0])] = self._segments
        else:
            for k, segment in enumerate(self._segments):
                look = (tuple(colours[k % len(colours)]), float(widths[k % len(widths)]))
                looks.setdefault(look, []).append(segment)
        renderer.open_group("lines", gid=self.get_gid())
        for (colour, width), lines in looks.items():
            context = _context(self, renderer, colour, width)
            if self.get_capstyle():
                context.set_capstyle(self.get_capstyle())
            corners = self.axes.transData.transform(np.concatenate(lines))
            _draw(renderer, context, corners, _beginnings([len(line) for line in lines]))
        renderer.close_group("lines")


class Dots(Line2D):
    """Equal round points of one colour, as one path: each a line of no length with a round end."""

    def draw(self, renderer):
        """Draw them."""
        places = self.axes.transData.transform(self.get_xydata())
        places = places[np.isfinite(places).all(axis=1)]
        if not self.get_visible() or not len(places):
            return
        _draw_dots(renderer, _context(self, renderer, self.get_color(), self.get_markersize() + 1), places)


class Trail(Line2D):
    """The path of a descent, which fades: the newest steps are bold, the older the paler.

    So many steps across a valley do not become one slab that hides where they lead.
    """

    NEWEST, PALER, FAINT = 3, 0.8, 0.48
    """So many steps are bold; each stretch before is as long as all after, and PALER, down to FAINT."""

    def draw(self, renderer):
        """Draw it, the oldest steps first."""
        if not self.get_visible() or not len(self.get_xdata()):
            return
        places = _thinned(self.axes.transData.transform(self.get_xydata()))
        steps, marked = len(places) - 1, self.get_marker() not in ("", "None", None)
        limits, strengths = [steps], []
        while limits[-1] > 0 or not strengths:
            strengths.append(max(self.FAINT, self.PALER ** len(strengths)))
            faintest = strengths[-1] == self.FAINT
            limits.append(0 if faintest else max(0, steps - self.NEWEST * 2 ** (len(strengths) - 1)))
        for (end, start), strength in zip(reversed([*pairwise(limits)]), reversed(strengths), strict=True):
            piece = places[start : end + 1]
            context = _context(self, renderer, self.get_color(), self.get_linewidth(), strength)
            context.set_joinstyle("round")
            _draw(renderer, context, piece, _beginnings([len(piece)]))
            if marked:
                size = self.get_markersize() + 1  # with the edge, which markers have
                _draw_dots(renderer, _context(self, renderer, self.get_color(), size, strength), piece)


@style.own_settings
def add_line(kind, ax, **looks):
    """Put an empty Dots or Trail on ax, as `ax.plot` does a Line2D; return it."""
    line = kind([], [], **looks)
    ax.add_line(line)
    return line


def _context(artist, renderer, colour, width, alpha=None):
    """Return how to draw: within the Axes of the artist, in this colour and width, in points."""
    context = renderer.new_gc()
    artist._set_gc_clip(context)
    context.set_alpha(artist.get_alpha() if alpha is None else alpha)
    context.set_foreground(colour)
    context.set_linewidth(width)
    context.set_snap(False)
    return context


def _beginnings(lengths):
    """Return the codes of lines of so many points, one after another."""
    codes = np.full(sum(lengths), Path.LINETO, dtype=Path.code_type)
    codes[np.cumsum([0, *lengths[:-1]])] = Path.MOVETO
    return codes


def _draw(renderer, context, corners, codes):
    path = Path(np.round(corners, PLACES), codes)
    path.should_simplify = False  # it would drop dots
    renderer.draw_path(context, path, IdentityTransform())
    context.restore()


def _draw_dots(renderer, context, places):
    context.set_capstyle("round")
    corners = np.repeat(places, 2, axis=0)
    corners[1::2, 0] += 0.01  # Agg draws no line of no length at all
    _draw(renderer, context, corners, _beginnings([2] * len(places)))


def _thinned(places):
    """Return the places (k, 2) without those that lie on the one before, and of a long past only some."""
    moved = np.flatnonzero(np.abs(np.diff(places, axis=0)).max(axis=1) > 0.02) + 1
    places = places[np.concatenate([[0], moved])]
    if len(places) <= MOST:
        return places
    newest = places[-MOST // 3 :]
    past = places[: -MOST // 3]
    return np.concatenate([past[:: -(-len(past) // (MOST - len(newest)))], newest])
