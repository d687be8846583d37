"""A still picture with words for those who cannot see it."""

import html
from base64 import b64encode
from io import BytesIO

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from helpers.figures.style import own_settings

DPI = 100
"""Pixels on the page for each inch of a figure."""
DENSITY = 2
"""Pixels drawn for each pixel on the page, so that text is sharp on a screen of double density too."""


class Picture:
    """A finished figure, shown in a notebook as an image whose alt text is `alt`.

    axes  Axes of the figure, or a nested sequence or array of them
    alt   one or two sentences that say what the picture shows

    Raises ValueError if alt is empty.
    """

    def __init__(self, axes, alt):
        if not alt.strip():
            raise ValueError("alt is empty; it must say what the picture shows, for those who cannot see it")
        while not hasattr(axes, "figure"):
            axes = axes[0]
        self.figure, self.alt = axes.figure, alt

    @own_settings
    def png(self):
        """Return the picture as PNG bytes, at double pixel density."""
        self.figure.dpi = DPI * DENSITY
        canvas = FigureCanvasAgg(self.figure)
        canvas.draw()
        return as_png(Image.fromarray(np.asarray(canvas.buffer_rgba())))

    def _repr_mimebundle_(self, **kwargs):
        return {"text/html": as_image(self.figure, self.png(), self.alt), "text/plain": self.alt}


def as_image(figure, png, alt):
    """Return PNG bytes of a figure as an HTML image of the figure's size, with alt text."""
    source, width = f"data:image/png;base64,{b64encode(png).decode()}", round(figure.get_figwidth() * DPI)
    return f'<img src="{source}" width="{width}" style="max-width: 100%" alt="{html.escape(alt)}">'


def as_png(image):
    """Return an image of Pillow's as PNG bytes of at most 256 colours, small enough to store."""
    stream = BytesIO()
    image.convert("RGB").quantize(256).save(stream, "png", optimize=True)
    return stream.getvalue()
