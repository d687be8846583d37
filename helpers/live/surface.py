"""The view of a live figure: a picture that stands still, what moves over it, and handles to take hold of."""

from pathlib import Path

import anywidget
from traitlets import Bool, Bytes, Dict, List, Unicode

HERE = Path(__file__).parent


class Surface(anywidget.AnyWidget):
    """A picture, SVG over it, and handles; script and style come with it, so nothing is built or fetched.

    All lengths and places are in points, 1/72 inch; y grows downwards.

    size     [width, height] of the picture
    columns  where its columns begin, from left to right: on a narrow page they stand one below the other
    still    PNG bytes: what stands still
    moving   the inside of an SVG picture: what moves
    handles  list of dicts: {"places": [[x, y] or None, ...], "clicks": whether a click on one counts}, each
             to be taken; or {"area": [x, y, width, height], "hover": whether to say where a mouse is over it}
    pointer  where a handle was dragged to, set by the browser: {"handle": which, "part": which of its places,
             "x", "y", "grab": another number each time one is taken, "n": another each time,
             "clicked": whether it was clicked, not dragged}
    hovered  where a mouse is over an area, set by the browser: {"handle", "x", "y"}; {} once it has left
    alive    set by the browser once it shows the picture
    calm     set by the browser where its user wants as little motion as possible
    """

    _esm = (HERE / "surface.js").read_text(encoding="utf-8")
    _css = (HERE / "surface.css").read_text(encoding="utf-8")
    size = List().tag(sync=True)
    columns = List([0]).tag(sync=True)
    still = Bytes().tag(sync=True)
    moving = Unicode().tag(sync=True)
    handles = List().tag(sync=True)
    pointer = Dict().tag(sync=True, echo_update=False)
    hovered = Dict().tag(sync=True, echo_update=False)
    alive = Bool(False).tag(sync=True, echo_update=False)
    calm = Bool(False).tag(sync=True, echo_update=False)
