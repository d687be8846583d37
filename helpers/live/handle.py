"""Handles: what in a picture can be taken hold of, and which controls a place then moves.

A handle moves controls and nothing else, so sliders, words, formula and picture always agree. It is declared
where the explorer is made:

    point(bowl.point, "theta0", "theta1")    a point: its place is the values of two controls
    point(rate, x="alpha")                   of its place only x counts
    area(ax, "theta0", "theta1")             anywhere in the Axes: a click sends the controls there
    area(ax, "x", "y", there=True)           and switches a control on, as where a click adds a point
    grips(fit.line, turned)                  each point of a line; turned says what a place means
    grips(ax, where, turned)                 the same for places that where returns
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D


class Grab(NamedTuple):
    """Where a handle was dragged to.

    x, y   in data coordinates
    part   which of the handle's places was taken, counted from 0
    start  the value of every control when it was taken, by name
    """

    x: float
    y: float
    part: int
    start: dict


class Handle(NamedTuple):
    """What can be taken, and what its place says.

    axes    in whose data coordinates places are given
    where   returns the places that can be taken, (k, 2), nan where there is none now; None: all of the Axes
    values  called with a Grab; returns a dict of control name -> value, as near as the controls come
    hover   of an area: called with x and y while a mouse is over it, with None and None once it has left;
            moves artists that say what a click would do
    clicked  of places: dict of control name -> value to set where one is clicked, not dragged
    """

    axes: Axes
    where: Callable | None
    values: Callable
    hover: Callable | None = None
    clicked: dict | None = None

    def shown(self):
        """Return what a `Surface` is told: places or an area, in points, y downwards."""
        box, height = self.axes.bbox, self.axes.figure.bbox.height
        if self.where is None:
            area = [box.x0, height - box.y1, box.width, box.height]
            return {"area": area, "hover": self.hover is not None}
        places = np.reshape(np.asarray(self.where(), dtype=float), (-1, 2))
        points = self.axes.transData.transform(places)
        low, high = box.min - 1, box.max + 1  # a place on the edge can be taken too
        inside = ((low <= points) & (points <= high)).all(axis=1)
        shown = [
            [float(x), float(height - y)] if taken else None
            for (x, y), taken in zip(points, inside, strict=True)
        ]
        return {"places": shown, "clicks": self.clicked is not None}

    def moved(self, x, y, part, start):
        """Return the values of controls that a place asks for, given in points, y downwards."""
        return self.values(Grab(*self._place(x, y), part, start))

    def hovered(self, x, y):
        """Say where a mouse is over the area, in points, y downwards; None twice once it has left."""
        self.hover(*((None, None) if x is None else self._place(x, y)))

    def _place(self, x, y):
        """Return a place in data coordinates."""
        across, up = self.axes.transData.inverted().transform((x, self.axes.figure.bbox.height - y))
        return float(across), float(up)


def point(artist: Line2D, x=None, y=None, clicked=None):
    """Return a handle on the points of a Line2D: the place along x, along y or both are for controls.

    clicked  dict of control name -> value to set where a point is clicked, not dragged
    """
    return grips(artist, _named(x, y))._replace(clicked=clicked)


def area(axes, x=None, y=None, hover=None, **also):
    """Return a handle on all of some Axes: a click there sends the controls to its place.

    also  values of further controls, which a click there sets
    """
    return Handle(axes, None, _named(x, y, also), hover)


def grips(*args):
    """Return a handle on the points of a Line2D, or on the places that a function returns.

    artist, values       the points of the Line2D, while it is visible
    axes, where, values  as in Handle
    """
    if len(args) == 3:
        return Handle(*args)
    artist, values = args
    return Handle(
        artist.axes, lambda: np.column_stack(artist.get_data())[: None if artist.get_visible() else 0], values
    )


def _named(x, y, also=()):
    names = {axis: name for axis, name in (("x", x), ("y", y)) if name is not None}
    return lambda grab: {name: getattr(grab, axis) for axis, name in names.items()} | dict(also)
