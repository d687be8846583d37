"""Colours for numbers on both sides of a middle, mostly zero: vermilion above, purple below, white between.

The two are told apart with any of the common colour vision deficiencies. The
fields of colour are pale, so that points and words on them can be read.
"""

from base64 import b64encode
from io import BytesIO

import numpy as np
from matplotlib.artist import Artist
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LinearSegmentedColormap, ListedColormap, Normalize, to_rgba
from matplotlib.transforms import Bbox
from PIL import Image

from helpers.figures import style
from helpers.figures.picture import DPI

POSITIVE, NEGATIVE = style.MODEL, "#5E3C99"
PALE = LinearSegmentedColormap.from_list("signed", ["#9880CE", "#D3CAE8", "#FAFAFA", "#F8CFB0", "#F0924F"])
PALETTE = PALE(np.linspace(0, 1, 256), bytes=True)[:, :3]
"""The colours of a Field, from low to high."""


def between(low, high):
    """Return the part of the colours between two shares of them, from 0 to 1."""
    return ListedColormap(PALE(np.linspace(low, high, 256)))


def line_colours(values):
    """Return a full colour for each value, by its sign: (k,) -> (k, 4)."""
    return np.where(np.asarray(values)[:, None] >= 0, to_rgba(POSITIVE), to_rgba(NEGATIVE))


def fill_colours(values, low=-1.0, high=1.0):
    """Return a pale colour for each value; what lies outside low to high is coloured as the end."""
    return PALE(Normalize(low, high)(np.asarray(values, dtype=float)))


SQUARE = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
"""The corners of a square, once around: a frame is drawn along them."""


class Field(Artist):
    """Values as smooth colour, over the whole of its Axes unless it is told where.

    Faster than `imshow`, since it goes to pixels without resampling in colour space. In SVG it is a picture
    of a pixel for each value, which the browser smooths; in pixels it is smoothed to those of the page only:
    on a denser screen each is a square of equal ones, which nobody can tell.

    smooth   whether colours run into each other; otherwise each value is a rectangle of one colour
    palette  (256, 3) of uint8, the colours from low to high
    place    left, bottom, width and height in data coordinates
    """

    def __init__(self, smooth=True, palette=PALETTE, place=None):
        super().__init__()
        self._smooth, self._palette, self._place = smooth, palette, place
        self.set_zorder(0.5)
        self.set_values(np.zeros((2, 2)))

    def set_values(self, values, low=-1.0, high=1.0):
        """Set the values (q, p), from bottom to top and left to right, and the ends of the colours."""
        shares = (np.clip(np.nan_to_num(values), low, high) - low) / (high - low)
        self._colours = np.minimum(shares * len(self._palette), len(self._palette) - 1).astype(np.uint8, "C")

    @property
    def place(self):
        """Left, bottom, width and height in data coordinates; None for the whole of its Axes."""
        return self._place

    def move_to(self, place):
        """Stand elsewhere: left, bottom, width and height in data coordinates."""
        self._place = place

    def draw(self, renderer):
        """Draw it."""
        if not self.get_visible():
            return
        rows, columns = self._colours.shape
        image = Image.frombuffer("P", (columns, rows), self._colours, "raw", "P", 0, -1)
        image.putpalette(self._palette.tobytes())
        if hasattr(renderer, "writer"):
            self._embed(renderer.writer, renderer.height, image)
        else:
            self._paint(renderer, image)

    def _box(self):
        """Return where it is, in pixels."""
        if self._place is None:
            return self.axes.bbox
        return Bbox.from_bounds(*self._place).transformed(self.axes.transData)

    def _embed(self, writer, height, image):
        """Put it into an SVG. RendererSVG's own draw_image would have the browser show squares."""
        box, stream = self._box(), BytesIO()
        image.save(stream, "png", compress_level=6)
        writer.element(
            "image",
            attrib={
                "x": f"{box.x0:.2f}",
                "y": f"{height - box.y1:.2f}",
                "width": f"{box.width:.2f}",
                "height": f"{box.height:.2f}",
                "preserveAspectRatio": "none",
                "style": "" if self._smooth else "image-rendering: pixelated",
                "xlink:href": f"data:image/png;base64,{b64encode(stream.getvalue()).decode()}",
            },
        )

    def _paint(self, renderer, image):
        """Put it into pixels."""
        box = self._box()
        width, height = round(box.width), round(box.height)
        side = max(1, round(self.get_figure().dpi / DPI))
        # RGBX is resized faster than RGBA, and all is opaque; RendererAgg wants the top row first
        size = -(-width // side), -(-height // side)
        by = Image.Resampling.BILINEAR if self._smooth else Image.Resampling.NEAREST
        resized = image.convert("RGB").convert("RGBX").resize(size, by)
        pixels = np.asarray(resized)[::-1].repeat(side, axis=0).repeat(side, axis=1)[:height, :width]
        context = renderer.new_gc()
        renderer.draw_image(context, round(box.x0), round(box.y0), pixels)
        context.restore()


def centres(low, high, cells):
    """Return the middles of equal cells from low to high, where a Field wants its values: (cells,)."""
    return low + (high - low) * (np.arange(cells) + 0.5) / cells


def plane(low, high, cells):
    """Return the middles of all cells of a square, row by row from the bottom: (cells * cells, 2)."""
    across = centres(low, high, cells)
    return np.stack(np.meshgrid(across, across), axis=2).reshape(-1, 2)


@style.own_settings
def draw_field(ax, *, label="", low=-1.0, high=1.0, bar=True, extend="both"):
    """Put a Field on ax, and beside it, if wanted, the bar that explains its colours; return the two."""
    field = Field()
    ax.add_artist(field)
    ax.grid(False)
    scale = None
    if bar:
        scale = ax.figure.colorbar(
            ScalarMappable(Normalize(low, high), PALE),
            ax=ax,
            extend=extend,
            aspect=28,
            pad=0.02,
            fraction=0.05,
        )
        scale.set_label(label, fontsize=14, color=style.INK, labelpad=6)
        scale.set_ticks(np.linspace(low, high, 5))
        scale.ax.tick_params(labelsize=12, color="#555555", labelcolor="#555555")
        scale.outline.set_visible(False)
    return field, scale
