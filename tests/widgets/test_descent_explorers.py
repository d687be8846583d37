from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from helpers import data, widgets
from helpers.maths import descent, linear


@pytest.fixture(scope="module")
def points():
    x, y = data.line()
    return linear.add_bias(x), y


def pixels(explorer):
    with Image.open(BytesIO(explorer.frame())) as picture:
        return np.asarray(picture.convert("L"), dtype=float)


def at(explorer, preset, **values):
    explorer.set(**explorer.presets[preset] | values)
    return explorer.describe(), explorer.formula


def test_the_first_step_is_shown_with_its_numbers(points):
    words, formula = at(widgets.descent_steps(), "Before the first step")
    gradient = linear.gradient(np.zeros(2), *points)
    assert rf"0.00 - 0.50 \times ({gradient[0]:.2f}) = {-gradient[0] / 2:.2f}" in formula
    assert rf"0.00 - 0.50 \times ({gradient[1]:.2f}) = {-gradient[1] / 2:.2f}" in formula
    assert "no step yet" in words
    assert (
        f"lowers the loss to {descent.gradient_descent(*points, alpha=0.5, steps=1).losses[1]:.2f}" in words
    )


def test_the_step_button_steps_and_stops_at_the_last():
    explorer = widgets.descent_steps()
    button, steps = explorer.controls["next"], explorer.controls["step"]
    button.click()
    assert steps.value == 1
    assert "After 1 step with" in explorer.describe()
    steps.value = steps.max
    button.click()
    assert steps.value == steps.max


def test_too_long_steps_raise_the_loss():
    words, _ = at(widgets.descent_steps(), "Too long steps")
    assert "raises the loss" in words


def test_smaller_nudges_come_nearer_and_both_sides_are_exact():
    explorer = widgets.slope_by_nudging()
    assert "off by 1.0000" in at(explorer, "Large nudge")[0]
    assert "off by 0.0050" in at(explorer, "Small nudge")[0]
    assert "off by 0.0000" in at(explorer, "Large, both sides")[0]


@pytest.mark.parametrize(
    ("preset", "words"),
    [
        ("crawling", "it settles"),
        ("good", "it settles"),
        ("zigzag", "by −0.918 in the steep direction"),
        ("at the limit", "neither settles nor leaves"),
        ("diverging", "it diverges"),
    ],
)
def test_learning_rates(preset, words):
    assert words in at(widgets.learning_rate(), preset)[0]


def test_the_limit_is_exactly_on_the_slider(points):
    explorer = widgets.learning_rate()
    at(explorer, "at the limit")
    assert explorer.controls["alpha"].value == descent.largest_alpha(points[0])
    assert "by −1.000 in the steep direction" in explorer.describe()


def test_batches_say_what_they_cost():
    explorer = widgets.batches()
    assert "make 20 updates" in at(explorer, "All at once")[0]
    assert "make 80 updates" in at(explorer, "32 at a time")[0]
    large, _ = at(explorer, "One at a time")
    small, _ = at(explorer, "One at a time, smaller α")
    assert "make 2000 updates" in large

    def above(words):
        return float(words.split("on average ")[1].split()[0])

    assert above(small) < above(large) / 3


def test_scaling_makes_the_bowl_round():
    explorer = widgets.feature_scaling()
    assert "is 19.05 times as curved" in at(explorer, "As it came")[0]
    assert "is 2035.72 times as curved" in at(explorer, "Far from zero")[0]
    words, formula = at(explorer, "Far, standardised")
    assert "is 1.00 times as curved" in words
    assert "= 1.0" in formula


def test_scaled_and_back_it_is_the_best_line_of_the_feature(points):
    x, y = data.line()
    explorer = widgets.feature_scaling()
    words, _ = at(explorer, "Far, standardised", share=0.5)
    best = linear.least_squares(linear.add_bias(x + 3), y)
    assert best[0] < 0 < best[1]
    assert f"θ is then (−{-best[0]:.2f}, {best[1]:.2f})" in words


def test_once_standardised_unit_and_offset_change_no_picture():
    explorer = widgets.feature_scaling()
    at(explorer, "Far, standardised")
    before = pixels(explorer)
    explorer.set(offset=-2.0, unit=5.0)
    assert np.abs(pixels(explorer) - before).mean() < 0.1
    explorer.set(standardised=False)
    assert np.abs(pixels(explorer) - before).mean() > 1
