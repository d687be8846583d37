"""A figure of which only some artists move.

`LiveFigure` keeps everything that stands still as a picture, drawn once; only the moving artists are drawn
anew, as SVG, and a view in the browser lays them over it: sharp at every zoom, and small.
"""

import asyncio
import itertools
import re
from collections.abc import Iterable
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO, StringIO

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from PIL import Image

from helpers.figures.picture import DENSITY, DPI, as_png
from helpers.figures.strokes import FLOW
from helpers.figures.style import own_settings
from helpers.live.surface import Surface

POINTS = 72
"""Units of SVG for each inch of a figure; RendererSVG knows no other."""
GROUP = re.compile(r'<g id="([^"]*)">')
_numbers = itertools.count()


@lru_cache(maxsize=8)
def _renderer(width, height):
    """Return the one renderer of that size; figures of equal size share it, since each frame starts anew."""
    return RendererAgg(width, height, DPI * DENSITY)


class LiveFigure:
    """A matplotlib figure of which only the named artists move.

    figure  a matplotlib Figure, made without pyplot
    moving  the artists that will move, in any nesting of lists, tuples and dicts

    `view` is the widget to show. After artists have moved, call `repaint`; where anything else
    has changed too (limits, titles, labels), call `background_of` or `forget_background` first.
    """

    def __init__(self, figure, moving):
        self.figure = figure
        FigureCanvasAgg(figure)
        self.moving = sorted(_artists(moving), key=lambda artist: artist.get_zorder())
        for artist in self.moving:
            artist.set_animated(True)
        self._key, self._salt = None, f"figure {next(_numbers)}"
        self.forget_background()
        figure.dpi = POINTS
        width, height = (float(POINTS * side) for side in figure.get_size_inches())
        self.view = Surface(size=[width, height])
        self.view.layout.max_width = f"{figure.get_figwidth() * DPI:.0f}px"
        self.repaint()
        self.view.columns = self._columns()

    def repaint(self, handles=()):
        """Show the moving artists and handles where they now are, and what stands still if it has changed.

        handles  list of `helpers.live.handle.Handle`
        """
        with self.view.hold_sync():  # one message, so that the browser never sees half of it
            if self._still_is_old:
                self.view.still = self._still_png()
            self.view.moving = self.svg()
            self.view.handles = [handle.shown() for handle in handles]

    def forget_background(self):
        """Let the next frame draw everything again."""
        self._background, self._still_is_old = None, True

    def background_of(self, key):
        """Let the next frame draw everything again if key is not the last one; return whether it is another.

        key  what decides how that which stands still looks: the data of a bowl, the scale of an axis

        Where it is another, change what stands still before the next frame.
        """
        changed, self._key = key != self._key, key
        if changed:
            self.forget_background()
        return changed

    def frame(self):
        """Return the current picture as PNG bytes, at double pixel density, small enough to store."""
        return as_png(self.draw())

    @own_settings
    def svg(self):
        """Return what moves, as the inside of an SVG picture whose unit is 1/72 inch."""
        width, height = (POINTS * side for side in self.figure.get_size_inches())
        # names within the picture: the same for the same state, and never those of another figure on the page
        dict.__setitem__(matplotlib.rcParams, "svg.hashsalt", self._salt)
        stream = StringIO()
        renderer = RendererSVG(width, height, stream, image_dpi=DPI * DENSITY)
        for artist in self.moving:
            artist.draw(renderer)
        renderer.finalize()
        drawn = stream.getvalue()
        # Without matplotlib's style sheet, which would speak for the whole page, and without names of groups.
        moving = drawn[drawn.index("</defs>") + len("</defs>") : drawn.rindex("</svg>")]
        return GROUP.sub(lambda group: f'<g class="{FLOW}">' if group[1] == FLOW else "<g>", moving)

    @own_settings
    def draw(self):
        """Return the current picture, not encoded: a view of pixels, good until the next one is drawn."""
        with self._in_pixels() as renderer:
            for artist in self.moving:
                artist.draw(renderer)
            return _image(renderer)

    @own_settings
    def _still_png(self):
        """Return what stands still as PNG bytes, encoded quickly."""
        stream = BytesIO()
        with self._in_pixels() as renderer:
            _image(renderer).convert("RGB").save(stream, "png", compress_level=1)
        self._still_is_old = False
        return stream.getvalue()

    def _columns(self):
        """Return where the columns of Axes begin, in points: half-way from one to the next."""
        boxes = [(ax.get_tightbbox(), hasattr(ax, "_colorbar")) for ax in self.figure.axes]
        columns, end = [], 0.0  # where each begins; how far what has begun reaches
        for box, is_scale in sorted(boxes, key=lambda pair: pair[0].x0):
            if not is_scale and box.x0 >= end - 1:
                columns.append((box.x0 + end) / 2)
            end = max(end, box.x1)
        return [0.0, *columns[1:]]

    @contextmanager
    def _in_pixels(self):
        """Give a renderer that holds what stands still, while the figure has the density of a picture."""
        self.figure.dpi = DPI * DENSITY
        box = self.figure.bbox
        renderer = _renderer(round(box.width), round(box.height))
        if self._background is None:
            renderer.clear()
            self.figure.draw(renderer)
            self.figure.set_layout_engine("none")  # laid out once, so that nothing jumps later
            self._background = renderer.copy_from_bbox(box)
        renderer.restore_region(self._background)
        yield renderer
        self.figure.dpi = POINTS


def _image(renderer):
    """Return what was drawn as an image of Pillow's, a view of the renderer's pixels."""
    pixels = renderer.buffer_rgba()
    height, width = pixels.shape[:2]
    return Image.frombuffer("RGBX", (width, height), pixels, "raw", "RGBX", 0, 1)


def kernel_loop():
    """Return the loop of the kernel that runs this, or None outside one."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _artists(nested):
    """Yield the artists in any nesting of lists, tuples (named ones too) and dicts."""
    if isinstance(nested, Artist):
        yield nested
    elif isinstance(nested, dict):
        yield from _artists(nested.values())
    elif isinstance(nested, Iterable):
        for item in nested:
            yield from _artists(item)
    else:
        raise TypeError(f"moving must hold matplotlib artists, got {type(nested).__name__}")
