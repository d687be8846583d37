"""Six methods on the same data, as the lesson says, and the making of it."""

import numpy as np
import pytest

from helpers.data import make_methods, methods


def test_each_method_has_its_settings_and_its_row():
    assert tuple(make_methods.CHOICES) == methods.METHODS
    for name, sizes in methods.SIZES.items():
        fared = methods.fared(name)
        assert fared.right.shape == (6, make_methods.SPLITS)
        assert fared.curve.shape == (6, len(sizes), make_methods.SPLITS)
        assert len(fared.seconds) == len(fared.answers) == len(fared.size) == len(fared.settings) == 6


def test_which_is_best_depends_on_the_data():
    best = [methods.METHODS[methods.fared(name).right.mean(axis=1).argmax()] for name in methods.SIZES]
    assert best == ["support vectors", "support vectors"]
    tumours = dict(zip(methods.METHODS, methods.fared("tumours").right.mean(axis=1), strict=True))
    assert tumours["network"] == pytest.approx(tumours["logistic regression"], abs=0.003)
    assert tumours["support vectors"] - tumours["network"] < 0.009
    digits = methods.fared("digits")
    few = dict(zip(methods.METHODS, digits.curve[:, 0].mean(axis=1), strict=True))
    assert max(few, key=few.get) == "nearest neighbour"
    assert min(few, key=few.get) == "random forest"
    later = digits.curve[:, 1:].mean(axis=2).argmax(axis=0)
    assert {methods.METHODS[row] for row in later} == {"support vectors"}


def test_pixels_as_they_are_were_chosen_by_those_that_the_text_names():
    settings = dict(zip(methods.METHODS, methods.fared("digits").settings, strict=True))
    chose = [method for method, chosen in settings.items() if "passthrough" in chosen]
    assert chose == ["naive Bayes", "nearest neighbour", "support vectors"]


def test_the_commonest_class_is_far_behind():
    assert methods.fared("digits").commonest.mean() == pytest.approx(0.1, abs=0.005)
    assert methods.fared("tumours").commonest.mean() == pytest.approx(0.63, abs=0.005)


def test_no_form_of_digits_is_on_both_sides():
    _, _, form, parts = make_methods.splits("digits")
    for learn, judge in parts:
        assert not {*form[learn]} & {*form[judge]}
        assert len({*form[judge]}) == 3


def test_what_was_measured_comes_out_again():
    X, y, group, parts = make_methods.splits("tumours")
    learn, judge = parts[0]
    model, settings = make_methods.tuned("logistic regression", "tumours", X[learn], y[learn], group[learn])
    fared = methods.fared("tumours")
    row = methods.METHODS.index("logistic regression")
    assert fared.settings[row] == f"C={settings['C']}"
    assert model.score(X[judge], y[judge]) == pytest.approx(fared.right[row, 0], abs=0.01)


def test_another_name_is_refused():
    with pytest.raises(ValueError, match="name must be one of digits, tumours, got 'cats'"):
        methods.fared("cats")


def test_costs_are_of_the_kind_that_the_text_says():
    for name in methods.SIZES:
        fared = methods.fared(name)
        assert methods.METHODS[int(np.argmax(fared.answers))] == "random forest"
        assert methods.METHODS[int(np.argmin(fared.size))] == "logistic regression"
