"""The controls that explorers share, sized and labelled alike."""

from math import floor

import ipywidgets
from traitlets import validate

DIGITS = 9
"""After the point, of a slider's number: it shows fewer, and the browser's rounding adds beyond them."""


class Slider(ipywidgets.FloatSlider):
    """A slider whose number is, to the last bit, one that the browser's slider gives.

    The browser rounds every number that it is sent to a step of its slider, in its own way (0.2 to
    0.20000000000000018), and sends that back if it is another number. Coming late, it would undo what has
    happened since: a Reset, or a drag's next place. A number that it need not round is not sent back.
    """

    @validate("value")
    def _validate_value(self, proposal):  # in place of FloatSlider's own
        return _on_a_step(self, proposal["value"])


def _on_a_step(slider, value):
    """Return the value on the slider's nearest step, computed in the order in which noUiSlider does."""
    low, high = slider.min, slider.max
    if value >= high:
        return high
    whole = high - low
    each = slider.step * 100 / whole
    percent = floor((max(value, low) - low) * 100 / whole / each + 0.5) * each
    return percent * whole / 100 + low if percent < 100 else high


def slider(label, value, low, high, step=0.1):
    """Return a slider for a number, which answers while it is dragged."""
    return Slider(value, min=low, max=high, step=step, **_looks(label))


def log_slider(label, value, low, high, exactly=()):
    """Return a slider for a positive number, from low to high in about equal factors.

    It stops at numbers of three digits, and at those in exactly. (A FloatLogSlider would not do: the browser
    rounds its value to the nearest step, which moves the limit of a learning rate off the limit.)
    """
    rounded = (float(f"{low * (high / low) ** (k / 120):.3g}") for k in range(1, 120))
    return stop_slider(label, value, sorted({low, value, high, *rounded, *exactly}))


def stop_slider(label, value, stops, text="{:.3g}"):
    """Return a slider that stops at the given numbers only; answers while dragged.

    text  how each is shown: a format, or a function that returns it
    """
    options = [(text(stop) if callable(text) else text.format(stop), stop) for stop in stops]
    return ipywidgets.SelectionSlider(options=_distinct(options), value=value, **_looks(label))


def whole_slider(label, value, low, high):
    """Return a slider for a whole number, which answers while it is dragged."""
    return ipywidgets.IntSlider(value, min=low, max=high, **_looks(label))


def choice(label, options, value=None):
    """Return a drop-down list of labels, or of a dict's label -> value; opens at the first, or at value."""
    chosen = {} if value is None else {"value": value}
    return ipywidgets.Dropdown(options=options, **chosen, **_looks(label))


def tick(label, value=False):
    """Return a checkbox."""
    return ipywidgets.Checkbox(value, description=label, indent=False, layout=ipywidgets.Layout(width="auto"))


def text(label, value="", example=""):
    """Return a field for text, which answers when Enter is pressed or it is left; example: its form."""
    return ipywidgets.Text(value, continuous_update=False, placeholder=example, **_looks(label))


def as_number(control, value):
    """Return a value of a control, a slider's without what the browser's rounding adds to it."""
    return round(value, DIGITS) if isinstance(control, ipywidgets.FloatSlider) else value


def nearest(control, value):
    """Return the value that a control can show which is nearest to a number."""
    if isinstance(control, ipywidgets.Checkbox):
        return bool(value)
    if isinstance(control, ipywidgets.Text):
        return value
    if hasattr(control, "options"):
        stops = [stop for _, stop in control._options_full]
        return min(stops, key=lambda stop: abs(stop - value))
    if isinstance(control, ipywidgets.IntSlider):
        steps = round((min(max(value, control.min), control.max) - control.min) / control.step)
        return min(control.min + steps * control.step, control.max)
    return as_number(control, _on_a_step(control, value))


def player(slider, milliseconds=200):
    """Return play, pause and stop buttons that move a whole_slider by one, every so many milliseconds."""
    control = ipywidgets.Play(slider.value, min=slider.min, max=slider.max, interval=milliseconds)
    ipywidgets.jslink((control, "value"), (slider, "value"))
    return control


def _distinct(options):
    """Return (label, value) pairs, values of equal label told apart by more digits."""
    labels = [label for label, _ in options]
    return [(f"{value:.7g}" if labels.count(label) > 1 else label, value) for label, value in options]


def _looks(label):
    return {
        "description": label,
        "style": {"description_width": "initial"},
        "layout": ipywidgets.Layout(width="auto"),
    }
