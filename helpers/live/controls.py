"""The controls that explorers share, sized and labelled alike."""

import ipywidgets


def slider(label, value, low, high, step=0.1):
    """Return a slider for a number, which answers while it is dragged."""
    return ipywidgets.FloatSlider(value, min=low, max=high, step=step, **_looks(label))


def log_slider(label, value, low, high, exactly=()):
    """Return a slider for a positive number, from low to high in about equal factors.

    It stops at numbers of three digits, and at those in exactly. (A FloatLogSlider would not do: the browser
    rounds its value to the nearest step, which moves the limit of a learning rate off the limit.)
    """
    rounded = (float(f"{low * (high / low) ** (k / 120):.3g}") for k in range(1, 120))
    stops = sorted({low, value, high, *rounded, *exactly})
    options = [(f"{stop:.3g}", stop) for stop in stops]
    return ipywidgets.SelectionSlider(options=_distinct(options), value=value, **_looks(label))


def whole_slider(label, value, low, high):
    """Return a slider for a whole number, which answers while it is dragged."""
    return ipywidgets.IntSlider(value, min=low, max=high, **_looks(label))


def choice(label, options, value=None):
    """Return a drop-down list of labels, or of a dict's label -> value; opens at the first, or at value."""
    chosen = {} if value is None else {"value": value}
    return ipywidgets.Dropdown(options=options, **chosen, **_looks(label, width="260px"))


def tick(label, value=False):
    """Return a checkbox."""
    return ipywidgets.Checkbox(
        value, description=label, indent=False, layout=ipywidgets.Layout(width="auto", margin="2px 16px")
    )


def player(slider, milliseconds=200):
    """Return play, pause and stop buttons that move a whole_slider by one, every so many milliseconds."""
    control = ipywidgets.Play(slider.value, min=slider.min, max=slider.max, interval=milliseconds)
    ipywidgets.jslink((control, "value"), (slider, "value"))
    return control


def _distinct(options):
    """Return (label, value) pairs, values of equal label told apart by more digits."""
    labels = [label for label, _ in options]
    return [(f"{value:.7g}" if labels.count(label) > 1 else label, value) for label, value in options]


def _looks(label, width="440px"):
    return {
        "description": label,
        "style": {"description_width": "initial"},
        "layout": ipywidgets.Layout(width=width),
    }
