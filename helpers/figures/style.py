"""What every picture of the course shares: colours, sizes, empty axes.

Two main colours keep one meaning throughout: DATA (targets, what was measured)
and MODEL (predictions, parameters, what was computed). A third, ERROR, marks
the difference. All three are told apart with any of the common colour
vision deficiencies (Okabe and Ito, "Color Universal Design", 2008).
"""

import matplotlib
from matplotlib.figure import Figure

DATA = "#0072B2"  # blue
MODEL = "#D55E00"  # vermilion
ERROR = "#7A7A7A"  # grey
ACCENT = "#009E73"  # green: a reference, such as the best answer
INK = "#222222"
FAINT = "#D8D8D8"

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


def new_axes(columns=1, rows=1, size=(9, 4), **kwargs):
    """Return a new figure's Axes in the course's style, as `Figure.subplots` does.

    size    (width, height) in inches; one inch is 100 pixels on the page
    kwargs  go to `Figure.subplots`

    The figure is made without pyplot, so that nothing global holds on to it.
    """
    with matplotlib.rc_context(SETTINGS):
        figure = Figure(figsize=size, layout="constrained")
        return figure.subplots(rows, columns, **kwargs)
