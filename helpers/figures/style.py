"""What every picture of the course shares: colours, sizes, empty axes.

Two main colours keep one meaning throughout: DATA (targets, what was measured)
and MODEL (predictions, parameters, what was computed). A third, ERROR, marks
the difference. All three are told apart with any of the common colour
vision deficiencies (Okabe and Ito, "Color Universal Design", 2008).
"""

from contextlib import contextmanager
from functools import wraps
from inspect import isfunction
from threading import RLock

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

DATA = "#0072B2"  # blue
MODEL = "#D55E00"  # vermilion
ERROR = "#7A7A7A"  # grey
ACCENT = "#009E73"  # green: a reference, such as the best answer
INK = "#222222"
FAINT = "#D8D8D8"
MINUS = "−"  # before a number: a hyphen is shorter than a plus

SETTINGS = {
    "axes.axisbelow": True,
    "axes.edgecolor": "#8A8A8A",
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.labelsize": 14,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlecolor": INK,
    "axes.titlesize": 15,
    "figure.facecolor": "white",
    "font.size": 13,
    "grid.color": "#E6E6E6",
    "grid.linewidth": 0.8,
    "legend.fontsize": 12,
    "legend.framealpha": 0.9,
    "lines.linewidth": 2.5,
    "mathtext.fontset": "cm",
    "text.hinting": "none",
    "xtick.color": "#555555",
    "xtick.labelsize": 12,
    "ytick.color": "#555555",
    "ytick.labelsize": 12,
}
"""What new Axes have. All else is as matplotlib ships it, whatever a learner's own settings are."""

ABOVE = {
    "loc": "lower center",
    "bbox_to_anchor": (0.5, 1),
    "frameon": False,
    "handlelength": 1.4,
    "columnspacing": 1.2,
}
"""A legend above the axes, where nothing that moves can cross it."""

_WINDOWS = {"backend", "backend_fallback", "interactive", "toolbar"}
_SHIPPED = {name: value for name, value in dict.items(matplotlib.rcParamsDefault) if name not in _WINDOWS}
_SHIPPED["legend.fontsize"] = SETTINGS["legend.fontsize"]  # a legend is made when its Axes are there
_within = False
_turn = RLock()


def in_turn(function):
    """Let a function wait until no other thread is in one of those that have this decorator.

    JupyterLab sends messages of widgets to two threads of a kernel, the one that runs the cells and another:
    a drag and a press of a button reach the same picture at once. Settings, too, are there for all threads.
    """

    @wraps(function)
    def waiting(*args, **kwargs):
        with _turn:
            return function(*args, **kwargs)

    return waiting


@contextmanager
def _shipped():
    """Put the settings that matplotlib ships in the place of the learner's, which come back in any case.

    What `matplotlib.rc_context` does, but without checking every value for each frame: some 50 microseconds
    in the place of 5,000.
    """
    global _within
    learners = dict(dict.items(matplotlib.rcParams))
    dict.update(matplotlib.rcParams, _SHIPPED)
    _within = True
    try:
        yield
    finally:
        _within = False
        dict.update(matplotlib.rcParams, learners)


def own_settings(function):
    """Let a function work under none of the learner's settings of matplotlib, but under those it ships.

    Artists read settings when they are made, when they are moved and when they are drawn, so all three need
    it. The methods of `new_axes` have it, and what an explorer or a Picture does; a function that makes or
    moves artists by other means than methods of the Axes needs it as a decorator.
    """

    @in_turn
    @wraps(function)
    def working(*args, **kwargs):
        if _within:
            return function(*args, **kwargs)
        with _shipped():
            return function(*args, **kwargs)

    return working


def _of_its_own(kind):
    """Return a subclass of Axes or Figure whose public methods, but those that look up, have own_settings."""
    names = [name for name in dir(kind) if not name.startswith(("_", "get_"))]
    methods = {name: own_settings(getattr(kind, name)) for name in names if isfunction(getattr(kind, name))}
    return type(kind.__name__, (kind,), {"__module__": __name__, **methods})


_Axes, _Figure = _of_its_own(Axes), _of_its_own(Figure)


def within(ax, values):
    """Return values as they can be shown along y: those beyond the axis at its edge, nan at the upper one."""
    low, high = ax.get_ylim()
    return np.clip(np.nan_to_num(values, nan=high, posinf=high), low, high)


@own_settings
def new_axes(columns=1, rows=1, size=(9, 4), **kwargs):
    """Return a new figure's Axes in the course's style, as `Figure.subplots` does.

    size    (width, height) in inches; one inch is 100 pixels on the page
    kwargs  go to `Figure.subplots`

    The figure is made without pyplot, so that nothing global holds on to it. What its Axes draw depends on
    none of the learner's own settings of matplotlib.
    """
    with matplotlib.rc_context(SETTINGS):
        figure = _Figure(figsize=size, layout="constrained")
        return figure.subplots(rows, columns, subplot_kw={"axes_class": _Axes}, **kwargs)


@own_settings
def new_mosaic(rows, size=(9, 4), **kwargs):
    """Return a new figure's Axes in the course's style by name, as `Figure.subplot_mosaic` does.

    rows    lists of names, the upper row first; Axes whose name stands in several places cover all of them
    size    (width, height) in inches; one inch is 100 pixels on the page
    kwargs  go to `Figure.subplot_mosaic`
    """
    with matplotlib.rc_context(SETTINGS):
        figure = _Figure(figsize=size, layout="constrained")
        return figure.subplot_mosaic(rows, subplot_kw={"axes_class": _Axes}, **kwargs)
