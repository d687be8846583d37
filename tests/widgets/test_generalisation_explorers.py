"""Over-fitting, double descent, learning curves, changed images: what the lesson says holds."""

import re

import numpy as np
import pytest

from helpers import data, widgets
from helpers.data import make_learning_curve as learnt
from helpers.maths import polynomial
from helpers.widgets import generalisation


def said(explorer, label, pattern):
    return [
        float(each)
        for each in re.search(pattern, explorer.set(**explorer.presets[label]).describe()).groups()
    ]


@pytest.fixture(scope="module")
def overfitting():
    return widgets.overfitting()


def test_words_and_formula_hold_both_losses(overfitting):
    overfitting.set(**overfitting.presets["Too flexible"])
    ((train, valid),) = polynomial.train_and_test(data.wave(10, 2, 0.3), data.wave(100, 1002, 0.3), [9])
    assert f"its loss is {train:.3f} on them and {valid:.3f} on 100 others" in overfitting.describe()
    assert f"{valid:.3f}" in overfitting.formula


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Too stiff", "its loss is 0.260 on them and 0.152"),
        ("About right", "its loss is 0.045 on them and 0.046"),
        ("Too flexible", "its loss is 0.000 on them and 0.424"),
        ("Too flexible, with 100 points", "its loss is 0.039 on them and 0.041"),
        ("Too flexible, with decay", "its loss is 0.040 on them and 0.044"),
    ],
)
def test_the_presets_show_what_the_lesson_says(overfitting, label, words):
    overfitting.set(**overfitting.presets[label])
    assert words in overfitting.describe()


def test_degree_3_is_better_than_9_for_each_seed(overfitting):
    for seed in range(21):
        losses = [
            float(re.search(r"and (\d\S*) on 100", overfitting.set(degree=d, seed=seed).describe())[1])
            for d in (3, 9)
            if overfitting.set(**overfitting.presets["Too flexible"])
        ]
        assert losses[0] < losses[1]


@pytest.fixture(scope="module")
def double_descent():
    return widgets.double_descent()


def test_the_peak_is_at_as_many_waves_as_points_and_decay_takes_it_away(double_descent):
    here = r"draws of features has (\S+) here"
    few, as_many, far_more, decayed = (
        said(double_descent, label, here)[0]
        for label in ("Few features", "As many as points", "Far more", "As many as points, with decay")
    )
    assert as_many > 10 * few > 10 * far_more
    assert decayed < few


def test_what_ships_is_what_the_script_finds():
    _, _, called, trained, _ = generalisation._learnt()
    answers, share = learnt.answers("network 784-64-10", 100, 1)
    assert np.mean(answers == called[2, 1, 1]) > 0.98  # rounding differs between machines
    assert share == pytest.approx(trained[2, 1, 1], abs=0.02)
    assert (learnt.answers("nearest image", 300, 2)[0] == called[0, 2, 2]).all()


def test_more_images_help_and_the_stiff_model_less():
    _, y, called, trained, _ = generalisation._learnt()
    shares = (called == y).mean(axis=(2, 3))  # models, sizes
    assert (np.diff(shares, axis=1) > 0).all()
    assert (shares[0] > shares[2]).all()  # the nearest image is ahead of the network
    assert shares[1, -1] == pytest.approx(0.72, abs=0.01)
    assert trained[1, -1].mean() == pytest.approx(0.84, abs=0.01)


@pytest.fixture(scope="module")
def augmentations():
    return widgets.augmentations()


def test_a_mirror_harms_digits_and_not_animals(augmentations):
    held = r"names (\d\.\d+) right, unchanged (\d\.\d+)"
    changed, plain = said(augmentations, "Mirrored animals", held)
    assert changed > plain - 0.05
    changed, plain = said(augmentations, "Mirrored digits", held)
    assert changed < plain - 0.15
