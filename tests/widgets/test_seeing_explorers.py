"""A kernel over an image, an Inception module, a network that learns, is tried out, and sees drawings."""

import re

import numpy as np
import pytest
from dragging import dragged
from scipy.signal import correlate2d

from helpers import data, widgets
from helpers.data import drawings, marks, trained
from helpers.figures import seeing
from helpers.maths import convolution, inception


def said(explorer, pattern):
    return [float(each.replace("−", "-")) for each in re.search(pattern, explorer.describe()).groups()]


@pytest.fixture(scope="module")
def kernel():
    return widgets.kernel_over_image()


def zebra():
    X, y = data.animals()
    rows = marks.parts()[0]
    return X[rows][y[rows] == 9][0].reshape(28, 28)


def test_the_sum_is_that_of_the_window(kernel):
    kernel.set(**kernel.presets["Sharpen"] | {"row": 7, "column": 11, "stride": 2, "padding": 1})
    window = np.pad(zebra(), 1)[14:17, 22:25]
    expected = 5 * window[1, 1] - window[0, 1] - window[1, 0] - window[1, 2] - window[2, 1]
    pattern = r"row (\d+), column (\d+) it gives (\S+\d)\. Stride 2: (\d+) ×"
    assert said(kernel, pattern) == [14, 22, pytest.approx(expected, abs=0.006), 14]


def test_a_blur_is_the_mean(kernel):
    kernel.set(**kernel.presets["Blur"] | {"row": 3, "column": 4, "stride": 1, "padding": 0})
    assert said(kernel, r"it gives (\S+\d)\.") == [pytest.approx(zebra()[3:6, 4:7].mean(), abs=0.006)]


def test_all_sums_are_scipys(kernel):
    kernel.set(**kernel.presets["Left edges"] | {"stride": 1, "padding": 0})
    expected = correlate2d(zebra(), [[-1, 1, 0]] * 3, "valid")
    largest = expected.flat[np.abs(expected).argmax()]
    assert said(kernel, r"farthest from 0 is (\S+\d), at") == [pytest.approx(largest, abs=0.006)]


def test_a_place_beyond_the_last_is_the_last(kernel):
    kernel.set(stride=4, padding=0, row=29, column=29)
    assert "row 24, column 24" in kernel.describe()


def test_window_and_sum_can_be_dragged_to_a_place(kernel):
    kernel.set(stride=2, padding=1, row=0, column=0)
    dragged(
        kernel, 0, 20, 10
    )  # the middle of the window there: 20.5 of 28 pixels are 21.96 of 30, less 1.5, by 2
    assert [kernel.values[name] for name in ("column", "row")] == [10, 5]
    dragged(kernel, 2, 27.4, -0.4)
    assert [kernel.values[name] for name in ("column", "row")] == [13, 0]


def test_a_weight_is_dragged_up_and_down(kernel):
    kernel.set(**kernel.presets["Nothing"])
    x, y = seeing.grips()[4]
    dragged(kernel, 1, x, y + 0.5, part=4)
    assert kernel.values["weights"] == "0 0 0; 0 4 0; 0 0 0"
    x, y = seeing.grips()[8]
    dragged(kernel, 1, x, y - 5, part=8)
    assert kernel.values["weights"] == "0 0 0; 0 4 0; 0 0 -9"


@pytest.mark.parametrize(
    "written", ["", "1 2 3", "1 2 3; 4 5 6; 7 8", "1 2 3; 4 5 6; 7 8 10", "1 2 3; 4 5 6; 7 8 x"]
)
def test_what_is_no_kernel_is_said(kernel, written):
    words = kernel.set(weights=written).describe()
    assert f"Not understood: “{written}”. A kernel is three rows" in words
    assert "0 0 0, 0 1 0, 0 0 0" in words
    kernel.reset()


@pytest.fixture(scope="module")
def module():
    return widgets.inception_module()


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("The real one", "163,696 parameters, 128 million"),
        ("Nothing before", "393,472 parameters, 308 million"),
        ("Ours", "80 go out"),
    ],
)
def test_a_modules_cost(module, label, says):
    module.set(**module.presets[label])
    assert says in module.describe()


def test_what_is_not_there_is_crossed_out(module):
    module.set(**module.presets["Nothing before"])
    assert "no 1 × 1 before" in module.describe()
    assert said(module, r"That is (\S+\d) of") == [1.0]
    module.set(reduced=True)
    assert said(module, r"That is (\S+\d) of") == [pytest.approx(128_049_152 / 308_281_344, abs=0.006)]


def test_a_number_of_channels_is_dragged(module):
    module.set(**module.presets["The real one"])
    x, y = seeing.box_grip("five")
    dragged(module, 0, x, y + 0.1, part=4)
    assert module.values["five"] == 32 + 6


def test_the_record_that_ships_is_shown():
    replay = widgets.seeing_learnt()
    y = data.animals().y[marks.parts()[0]]
    for step in (0, 200, 600):
        replay.set(step=step)
        assert said(replay, r"right on (\d+) of") == [np.sum(trained.record()[step // 20] == y)]
    assert said(replay, r"and on (\d+) of the 12") == [12]


def test_a_training_appends_to_it():
    y = data.animals().y[marks.parts()[0]]
    replay = widgets.seeing_learnt([np.zeros(1000, dtype=int)], steps=40)
    replay.append(y)
    replay.append(y)
    replay.catch_up()
    assert replay.values["step"] == 40
    assert "right on 1000 of the 1000" in replay.describe()


@pytest.fixture(scope="module")
def changed():
    return widgets.animal_changed()


@pytest.mark.parametrize(
    ("label", "ours", "dense"),
    [
        ("As it is", "dog (1.00)", "dog (0.99)"),
        ("Moved", "dog (0.95)", "horse (0.53)"),
        ("Upside down", "giraffe (0.56)", "dog (0.81)"),
        ("Noisy", "giraffe (1.00)", "dog (0.85)"),
        ("Ink and paper swapped", "horse (0.77)", "zebra (0.80)"),
    ],
)
def test_what_two_networks_say_of_a_dog(changed, label, ours, dense):
    words = changed.set(**changed.presets[label]).describe()
    assert f"Inception network says {ours}" in words
    assert words.endswith(f"{dense}.")


def test_an_animal_is_dragged_and_stays_near(changed):
    changed.reset()
    dragged(changed, 0, 13.5 + 4, 13.5 - 3)
    assert (changed.values["right"], changed.values["down"]) == (4, -3)
    assert "moved by 4 to the right and −3 down" in changed.describe()


def test_a_cover_at_the_edge_stays_inside(changed):
    changed.reset()
    changed.set(cover=14, row=28, column=28)
    assert "14 × 14 pixels at row 14, column 14 covered" in changed.describe()
    changed.reset()


@pytest.fixture
def pad():
    return widgets.draw_your_own()


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("A cat", "cat (0.95)"),
        ("A cat, hard edges", "dog (0.56)"),
        ("Its outline", "giraffe (0.97)"),
        ("A giraffe", "giraffe (1.00)"),
        ("Empty", "giraffe (0.97)"),
    ],
)
def test_what_is_said_of_drawings(pad, label, says):
    assert f"the network says {says}" in pad.set(**pad.presets[label]).describe()


def stroked(pad, places):
    """Drag over places (x, y) in one stroke, as the browser does."""
    handle, start = pad._handles[0], pad.values
    height = handle.axes.figure.bbox.height
    for x, y in places:
        across, up = handle.axes.transData.transform((x, y))
        pad.set(**handle.moved(across, height - up, 0, start))


def test_a_stroke_joins_its_places_and_two_strokes_do_not_join(pad):
    pad.set(**pad.presets["Empty"] | {"width": 1})
    stroked(pad, [(5, 5), (15, 5)])
    stroked(pad, [(5, 20), (15, 20)])
    pixels, _ = drawings.drawn(pad.values["drawing"])
    assert np.argwhere(pixels).tolist() == [[row, column] for row in (5, 20) for column in range(5, 16)]


def test_a_pen_that_rubs_out(pad):
    pad.set(drawing="5 5-15", pen=0, width=1)
    stroked(pad, [(8, 5), (10, 5)])
    assert pad.values["drawing"] == "5 5-7 11-15"


def test_what_is_not_understood_is_said_and_the_rest_drawn(pad):
    words = pad.set(drawing="5 5-15; six 7").describe()
    assert words.startswith("11 pixels of ink")
    assert "Not understood: “six 7”" in words


def test_the_words_are_the_networks(pad):
    pixels, _ = drawings.drawn(pad.set(**pad.presets["A cat"] | {"soft": 0.0}).values["drawing"])
    scores = inception.forward(trained.inception(), pixels[None].astype(float)).scores[0]
    assert scores.argmax() == 4
    assert convolution.output_size(28, 3, padding=1) == len(pixels)
