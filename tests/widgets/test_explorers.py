"""What every explorer owes its user, tried on each."""

import base64
import gc
import html
import itertools
import re
from io import BytesIO

import ipywidgets
import pytest
from PIL import Image
from positions import positions

from helpers import widgets
from helpers.live.explorer import Explorer
from helpers.live.replay import Replay


@pytest.fixture(scope="module", params=widgets.__all__)
def made(request):
    """One explorer for all tests: to make it takes far longer than to reset it."""
    return getattr(widgets, request.param)()


@pytest.fixture
def explorer(made):
    made.reset()
    return made


def buttons(widget):
    """Yield the buttons on the page of an explorer."""
    if isinstance(widget, ipywidgets.Button):
        yield widget
    for child in getattr(widget, "children", ()):
        yield from buttons(child)


def text_fields(widget):
    """Yield the text fields on the page of an explorer."""
    if isinstance(widget, ipywidgets.Text):
        yield widget
    for child in getattr(widget, "children", ()):
        yield from text_fields(child)


def assert_plain(words):
    """Words hold no number that nobody can picture, and below zero one kind of minus sign."""
    assert words
    assert not {"nan", "inf"} & set(re.findall(r"\w+", words.lower()))
    assert not re.search(r"(^|[\s(])- ?\d|\de-\d", words), "a hyphen stands for a minus sign"


def picture(explorer):
    """Return what the browser is shown: what stands still, and what moves over it."""
    return explorer.live.view.still, explorer.live.view.moving


def shown(explorer):
    return picture(explorer), explorer.describe(), explorer.values


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
    for name in explorer.values:
        explorer.reset()
        pictures, words = {picture(explorer)}, set()
        for position in positions(explorer.controls[name]):
            explorer.controls[name].value = position
            pictures.add(picture(explorer))
            words.add(explorer.describe())
        assert len(pictures) > 1, f"{name} leaves the picture as it is"
        assert len(words) > 1, f"{name} leaves the words as they are"


def test_every_handle_moves_controls_picture_and_words(explorer):
    handles = explorer.live.view.handles
    taken = [(k, part) for k, handle in enumerate(handles) for part in range(len(handle.get("places", [0])))]
    assert taken, "nothing can be taken hold of"
    for grab, (k, part) in enumerate(taken):
        explorer.reset()
        before = shown(explorer)
        x, y = handles[k]["places"][part] if "places" in handles[k] else handles[k]["area"][:2]
        for right, down in itertools.product((40, -40), (40, -40)):  # one way may be the end of a slider
            place = {"x": x + right, "y": y + down}
            explorer.live.view.pointer = {"handle": k, "part": part, **place, "grab": grab, "n": 0}
            if shown(explorer) != before:
                break
        assert all(now != then for now, then in zip(shown(explorer), before, strict=True)), (k, part)


def test_every_control_works_while_another_is_at_either_end(explorer):
    opening = explorer.values
    ranges = {name: positions(explorer.controls[name]) for name in opening}
    ends = {name: (values[0], values[-1]) for name, values in ranges.items()}
    for one, other in itertools.combinations(opening, 2):
        for at_one, at_other in itertools.product(ends[one], ends[other]):
            explorer.set(**opening | {one: at_one, other: at_other})
            assert_plain(explorer.describe())


def test_reset_and_presets(explorer):
    opened = shown(explorer)
    seen = {opened[0]}
    for label, values in explorer.presets.items():
        explorer.set(**values)
        assert explorer.values | values == explorer.values, (
            f"{label} asks for values that its controls do not take"
        )
        assert_plain(explorer.describe())
    explorer.set(**{name: positions(explorer.controls[name])[0] for name in explorer.values})
    seen.add(picture(explorer))
    explorer.reset()
    assert shown(explorer) == opened
    assert len(seen) == 2


def test_the_shared_line_gives_the_same_state(explorer):
    share = [button for button in buttons(explorer) if button.description == "Share"]
    line = next(field for field in text_fields(explorer) if field.description == "Paste into a cell:")
    row = next(box for box in explorer.panel.children if line in getattr(box, "children", ()))
    if isinstance(explorer, Replay):  # of what the reader's own machine has learnt
        assert not share
        return
    explorer.set(**{name: positions(explorer.controls[name])[-1] for name in explorer.values})
    again = eval(explorer.as_code(), {"widgets": widgets})  # noqa: S307 - our own line
    assert again.values == explorer.values
    assert again.describe() == explorer.describe()
    share[0].click()
    assert row.layout.display != "none"
    assert line.value == explorer.as_code()
    explorer.reset()
    assert line.value == explorer.as_code(), "it follows while it is shown"
    share[0].click()
    assert row.layout.display == "none"


def test_buttons_work(explorer):
    for button in buttons(explorer):
        button.click()
        assert explorer.describe()


def test_formulas_are_whole(explorer):
    formula = explorer.formula
    assert formula.count("{") == formula.count("}")
    assert "nan" not in formula
    assert len(re.findall(r"\\left(?![a-z])", formula)) == len(re.findall(r"\\right(?![a-z])", formula))


def test_a_notebook_stores_the_picture_and_the_words(explorer):
    data = explorer._repr_mimebundle_()
    assert data["text/plain"] == explorer.describe()
    width = round(explorer.live.figure.get_figwidth() * 100)
    assert f'base64,{base64.b64encode(explorer.frame()).decode()}" width="{width}"' in data["text/html"]
    words = html.escape(explorer.describe())
    assert f'alt="{words}"' in data["text/html"]
    assert f">{words}<" in data["text/html"]
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
    assert objects_after(100) - objects_after(20) < 20


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("wave_of_tones", {"a1": 0.0}, "It comes again after 1.25 milliseconds."),
        ("wave_of_tones", {"a1": 0.0, "a4": 0.0}, "The wave is silence."),
        ("samples_of_a_tone", {"frequency": 2000, "rate": 4000}, r"\text{each sample is } 0"),
        ("attention_by_hand", "All alike", " All that it may ask give alike."),
        ("next_character", {"top": 1, "temperature": 2.0}, "nats at temperature 1, of all 94."),
        ("keras_settings", {"epochs": 1, "batch_size": 100}, " 1 epoch in batches of 100 is 1 update."),
        ("windows_of_a_sound", "Long, clicks", "is about equally loud at all frequencies."),
        ("planted_mark", {"strength": 0.0}, " without a mark (0.0 of ink)"),
        ("boundary", "It knows nothing", " All have the same, the ringed one too:"),
        ("digit_weights", {"step": 0}, " All ten digits get p = 0.100 for image 0."),
        ("playground", {"kind": "a slope", "step": 0}, "; a click adds 1."),
        ("double_descent", {"count": 1}, r" 1 \text{ parameter, }"),
        ("overfitting", {"lambda_": 1e-5}, "λ = 0.00001:"),
        ("inception_module", {"inputs": 1}, "1 channel of 28 × 28 comes in"),
    ],
)
def test_at_the_edge_of_a_control_words_or_formula_still_say_what_is_so(name, values, said):
    explorer = getattr(widgets, name)()
    explorer.set(**(explorer.presets[values] if isinstance(values, str) else values))
    assert said in explorer.describe() + explorer.formula


@pytest.mark.parametrize("values", [{"normalised": True}, {"activation": "tanh"}])
def test_a_formula_that_holds_for_relu_alone_is_shown_for_it_alone(values):
    explorer = widgets.signal()
    assert explorer.formula
    assert explorer.set(**values).formula == ""
