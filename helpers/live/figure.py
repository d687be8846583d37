"""A figure of which only some artists move.

`LiveFigure` keeps everything that stands still as a cached background, draws
only the moving artists over it, and hands the frame to one ipywidgets Image.
"""

import asyncio
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

import ipywidgets
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from PIL import Image

from helpers.figures.picture import DENSITY, DPI, as_png
from helpers.figures.style import own_settings

SECONDS_TO_REST = 0.15


@lru_cache(maxsize=8)
def _renderer(width, height):
    """Return the one renderer of that size; figures of equal size share it, since each frame starts anew."""
    return RendererAgg(width, height, DPI * DENSITY)


class LiveFigure:
    """A matplotlib figure of which only the named artists move.

    figure  a matplotlib Figure, made without pyplot
    moving  the artists that will move, in any nesting of lists, tuples and dicts

    `image` is the widget to show. After artists have moved, call `repaint`; where anything else
    has changed too (limits, titles, labels), call `background_of` or `forget_background` first.
    """

    def __init__(self, figure, moving):
        self.figure = figure
        FigureCanvasAgg(figure)
        self.moving = sorted(_artists(moving), key=lambda artist: artist.get_zorder())
        for artist in self.moving:
            artist.set_animated(True)
        self._background = self._key = None
        self._timer = None
        width = figure.get_figwidth() * DPI
        figure.dpi = DPI * DENSITY
        self.image = ipywidgets.Image(layout=ipywidgets.Layout(width=f"{width:.0f}px", max_width="100%"))
        self.sharpen()

    def repaint(self):
        """Show the moving artists where they now are: at once as a JPEG, and without loss once they rest."""
        loop = kernel_loop()
        if loop is None:  # nothing follows, so this frame is the one that rests
            self.sharpen()
            return
        self._show("jpeg", quality=90)
        self._rest(loop.call_later(SECONDS_TO_REST, self.sharpen))

    def forget_background(self):
        """Let the next frame draw everything again."""
        self._background = None

    def background_of(self, key):
        """Let the next frame draw everything again if key is not the last one; return whether it is another.

        key  what decides how that which stands still looks: the data of a bowl, the scale of an axis

        Where it is another, change what stands still before the next frame.
        """
        changed, self._key = key != self._key, key
        if changed:
            self.forget_background()
        return changed

    def sharpen(self):
        """Show the current picture without loss."""
        self._rest(None)
        self._show("png", compress_level=1)

    def _rest(self, timer):
        """Put a timer, or None, in the place of the one that waits for the artists to rest."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = timer

    def frame(self):
        """Return the current picture as PNG bytes, at double pixel density, small enough to store."""
        return as_png(self.draw())

    def _show(self, kind, **options):
        with self.image.hold_sync():  # one message, so that the browser never sees half of it
            self.image.format = kind
            self.image.value = self._encoded(kind, **options)

    def _encoded(self, kind, **options):
        stream = BytesIO()
        picture = self.draw()
        (picture if kind == "jpeg" else picture.convert("RGB")).save(stream, kind, **options)
        return stream.getvalue()

    @own_settings
    def draw(self):
        """Return the current picture, not encoded: a view of pixels, good until the next one is drawn."""
        box = self.figure.bbox
        width, height = round(box.width), round(box.height)
        renderer = _renderer(width, height)
        if self._background is None:
            renderer.clear()
            self.figure.draw(renderer)
            self.figure.set_layout_engine("none")  # laid out once, so that nothing jumps later
            self._background = renderer.copy_from_bbox(box)
        renderer.restore_region(self._background)
        for artist in self.moving:
            artist.draw(renderer)
        pixels = renderer.buffer_rgba()
        return Image.frombuffer("RGBX", (width, height), pixels, "raw", "RGBX", 0, 1)  # copies nothing


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
