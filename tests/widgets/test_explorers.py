"""What every explorer owes its user, tried on each."""

import gc
import itertools
import re
from io import BytesIO

import ipywidgets
import pytest
from PIL import Image

from helpers import widgets
from helpers.live.explorer import Explorer
from helpers.live.replay import Replay

NAMES = widgets.__all__


@pytest.fixture(params=NAMES)
def explorer(request):
    return getattr(widgets, request.param)()


def positions(control):
    """Return the values that a control is moved through: both ends of a range, and steps between."""
    if hasattr(control, "options"):
        return [value for _, value in control._options_full]
    if isinstance(control, ipywidgets.Checkbox | ipywidgets.ToggleButton):
        return [not control.value, control.value]
    if isinstance(control, ipywidgets.FloatLogSlider):
        low, high = control.min, control.max
        return [control.base ** (low + (high - low) * k / 6) for k in range(7)]
    span = control.max - control.min
    steps = round(span / control.step)
    values = [control.min + control.step * (steps * k // 6) for k in range(7)]
    return [type(control.value)(min(value, control.max)) for value in values]  # 0.1 + 29 * 0.1 is above 3


def shown(explorer):
    return explorer.live.image.value, explorer.describe(), explorer.values


def test_opens_with_a_sharp_picture_words_and_named_axes(explorer):
    assert isinstance(explorer, Explorer)
    assert len(explorer.describe()) > 20
    figure = explorer.live.figure
    width, height = figure.get_size_inches()
    assert width <= 9
    assert height <= 4.6
    with Image.open(BytesIO(explorer.frame())) as picture:
        assert picture.size == (round(width * 200), round(height * 200))
    for ax in figure.axes:
        for axis in (ax.xaxis, ax.yaxis):
            if ax.axison and len(axis.get_ticklocs()):
                assert axis.get_label_text(), "an axis has no title"


def test_every_control_changes_the_picture_and_the_words(explorer):
    for name, control in explorer.controls.items():
        if name not in explorer.values:
            continue
        explorer.reset()
        frames, words = set(), set()
        for position in positions(control):
            control.value = position
            frames.add(explorer.live.image.value)
            words.add(explorer.describe())
        assert len(frames) > 1, f"{name} leaves the picture as it is"
        assert len(words) > 1, f"{name} leaves the words as they are"


def test_every_control_works_while_another_is_at_either_end(explorer):
    opening = explorer.values
    for one, other in itertools.combinations(opening, 2):
        ends = [
            positions(explorer.controls[name])[:: len(positions(explorer.controls[name])) - 1]
            for name in (one, other)
        ]
        for at_one, at_other in itertools.product(*ends):
            explorer.set(**opening | {one: at_one, other: at_other})
            assert explorer.describe()
            assert "nan" not in explorer.describe().lower().split()


def test_reset_and_presets(explorer):
    opened = shown(explorer)
    seen = {opened[0]}
    for label, values in explorer.presets.items():
        explorer.set(**values)
        assert explorer.values | values == explorer.values, (
            f"{label} asks for values that its controls do not take"
        )
        assert explorer.describe()
    for name, control in explorer.controls.items():
        if name in explorer.values:
            control.value = positions(control)[0]
    seen.add(explorer.live.image.value)
    explorer.reset()
    assert shown(explorer) == opened
    assert len(seen) == 2


def test_the_shared_line_gives_the_same_state(explorer):
    if explorer._name is None:  # a replay of what the reader's own machine has learnt
        assert isinstance(explorer, Replay)
        return
    for name, control in explorer.controls.items():
        if name in explorer.values:
            control.value = positions(control)[-1]
    again = eval(explorer.line(), {"widgets": widgets})  # noqa: S307 - our own line
    assert again.values == explorer.values
    assert again.describe() == explorer.describe()
    explorer._share()
    assert explorer.line() in explorer._line.value
    explorer.reset()
    assert explorer.line() in explorer._line.value, "it follows while it is shown"


def test_buttons_work(explorer):
    def buttons(widget):
        if isinstance(widget, ipywidgets.Button):
            yield widget
        for child in getattr(widget, "children", ()):
            yield from buttons(child)

    for button in buttons(explorer):
        button.click()
        assert explorer.describe()


def test_formulas_are_whole(explorer):
    formula = explorer._caption.formula
    assert formula.count("{") == formula.count("}")
    assert "nan" not in formula
    assert len(re.findall(r"\\left(?![a-z])", formula)) == len(re.findall(r"\\right(?![a-z])", formula))


def test_a_notebook_stores_the_picture_and_the_words(explorer):
    data, metadata = explorer._repr_mimebundle_()
    assert data["text/plain"] == explorer.describe()
    assert data["image/png"].startswith("iVBOR")
    assert metadata["image/png"]["width"] == round(explorer.live.figure.get_figwidth() * 100)
    assert "application/vnd.jupyter.widget-view+json" in data


def test_frames_leave_no_objects_behind():
    explorer = widgets.line_by_hand()
    control = explorer.controls["theta0"]

    def objects_after(frames):
        for k in range(frames):
            control.value = control.min + control.step * (k % 20)
        gc.collect()
        return len(gc.get_objects())

    objects_after(20)
    assert objects_after(200) - objects_after(20) < 50
