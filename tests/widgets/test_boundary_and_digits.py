"""A line between two heaps, and ten weight pictures: what the presets show, what the buttons do."""

import subprocess
import sys

import numpy as np
import pytest

from helpers import data, widgets
from helpers.maths import classification, linear


def preset(explorer, label):
    return explorer.set(**explorer.presets[label])


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (
            "It knows nothing",
            "is right on 20 of 40 points (distance 1.5, seed 0); their mean loss is 0.693 nats",
        ),
        (
            "The wrong way round",
            "is right on 7 of 40 points (distance 1.5, seed 0); their mean loss is 1.491",
        ),
        ("After 100 steps", "is right on 33 of 40 points (distance 1.5, seed 0); their mean loss is 0.380"),
        (
            "The same line, 3 times as sure",
            "33 of 40 points (distance 1.5, seed 0); their mean loss is 0.587",
        ),
    ],
)
def test_boundary_shows_what_the_lesson_says(label, words):
    assert words in preset(widgets.boundary(), label).describe()


def test_a_hundred_steps_lead_to_the_preset_of_that_name():
    explorer = preset(widgets.boundary(), "It knows nothing")
    explorer.controls["hundred"].click()
    expected = explorer.presets["After 100 steps"]
    assert {name: explorer.values[name] for name in expected} == pytest.approx(expected, abs=0.051)


def test_the_worst_point_is_the_one_of_the_largest_loss():
    explorer = preset(widgets.boundary(), "The wrong way round")
    X, y = data.two_heaps(40, 0, 1.5)
    losses = classification.binary_losses(linear.add_bias(X) @ [0, -1, -0.5], y).cross
    assert f"The largest, {losses.max():.2f}, has the ringed point" in explorer.describe()
    assert f"its label is {y[losses.argmax()]}" in explorer.describe()


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (
            "Before the first step",
            "the loss is 2.303 on the training forms and 2.303 on the validation forms",
        ),
        (
            "After 200 steps",
            "loss is 0.152 on the training forms and 0.305 on the validation forms; right are 0.976",
        ),
        ("An 8 taken for a 1", "Image 18 is called a 1 (p = 0.789), but it is an 8, which gets 0.063"),
    ],
)
def test_digit_weights_shows_what_the_lesson_says(label, words):
    explorer = preset(widgets.digit_weights(), label)
    assert words in explorer.describe()


def test_the_words_name_what_the_image_is_where_it_is_misread():
    explorer = preset(widgets.digit_weights(), "An 8 taken for a 1")
    digits = data.digits()
    validation = data.split_by_group(digits.form)[1]
    assert digits.y[validation][18] == 8
    assert "but it is a 8" not in explorer.describe()
    assert "but it is an 8" in explorer.describe()


def test_importing_the_explorers_does_not_import_scikit_learn():
    code = "import sys; from helpers import widgets; sys.exit('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_weights_before_the_first_step_are_white_all_over():
    explorer = preset(widgets.digit_weights(), "Before the first step")
    pictures = [artist for artist in explorer.live.moving if hasattr(artist, "_colours")]
    assert len(pictures) == 11
    assert sum(len(np.unique(picture._colours)) == 1 for picture in pictures) == 10
