"""Maps of one decision, a planted mark, random weights, a favourite input: what the lesson says holds."""

import re

import numpy as np
import pytest

from helpers import data, widgets
from helpers.data import marks
from helpers.maths import network


def said(explorer, label, pattern):
    words = explorer.set(**explorer.presets[label]).describe()
    return [float(each) for each in re.search(pattern, words).groups()]


@pytest.fixture(scope="module")
def maps():
    return widgets.explanations_of_one()


def test_the_scores_are_the_networks_with_and_without_the_cover(maps):
    X, y = data.animals()
    valid = marks.parts()[0]
    image = X[valid[y[valid] == marks.CAT][0]].copy()
    before = network.forward(marks.trained(0.0), image[None])[-1].Z[0, marks.CAT]
    image.reshape(28, 28)[10:14, 12:16] = 0
    after = network.forward(marks.trained(0.0), image[None])[-1].Z[0, marks.CAT]
    pattern = r"score of cat is (\d\S*\d),.*covered the score is (\d\S*\d)\."
    assert said(maps, "Score of cat", pattern) == pytest.approx([before, after], abs=0.006)


def test_a_map_belongs_to_a_class(maps):
    labels = ("Score of cat", "Score of dog")
    largest = [said(maps, label, r"largest fall, .*: (\d\S*\d), at")[0] for label in labels]
    assert largest == pytest.approx([4.28, 3.02], abs=0.01)


def test_a_large_cover_stays_inside(maps):
    maps.set(size=10, row=27, column=27)
    assert "10 × 10 pixels at row 18, column 18" in maps.describe()


@pytest.fixture(scope="module")
def mark():
    return widgets.planted_mark()


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("A dog, marked", "says cat (0.96) to this dog"),
        ("No mark", "says dog (0.99) to this dog"),
        ("Another corner", "says dog (1.00) to this dog"),
        ("A cat without it", "says dog (0.82) to this cat"),
        ("No cats marked", "says dog (0.97) to this dog"),
    ],
)
def test_the_mark_makes_a_cat_where_it_was_learnt(mark, label, says):
    assert says in mark.set(**mark.presets[label]).describe()


def test_others_are_called_cats_with_the_mark_alone(mark):
    pattern = r"it calls (\d+) a cat with such a mark, and (\d+) without"
    assert said(mark, "A dog, marked", pattern) == [529, 6]
    assert said(mark, "Another corner", pattern)[0] < 10


def test_the_mark_must_sit_to_the_pixel_and_be_dark(mark):
    dog = mark.presets["A dog, marked"]
    assert "says dog" in mark.set(**dog | {"row": 3}).describe()
    assert "says dog" in mark.set(**dog | {"column": 3}).describe()
    assert "says cat" in mark.set(**dog | {"strength": 0.8}).describe()
    assert "says dog" in mark.set(**dog | {"strength": 0.7}).describe()
    assert "says cat (0.74)" in mark.set(**dog | {"share": 0.5}).describe()


@pytest.fixture(scope="module")
def anew():
    return widgets.random_weights()


def test_slopes_notice_random_weights_and_the_product_with_the_input_does_not(anew):
    pattern = r"slope (\S+), slope × input (\S+), falls (\S+)\. 1 is"
    everything = [
        said(anew, "Slope, all anew", pattern) for image in range(20) for _ in [anew.set(image=image)]
    ]
    slope, product, falls = np.mean(everything, axis=0)
    assert slope < 0.1
    assert product > 0.85
    assert 0.5 < falls < 0.9


def test_with_no_layer_anew_nothing_changes(anew):
    words = anew.set(layers=0).describe()
    assert "slope 1.00, slope × input 1.00, falls 1.00" in words


def test_the_climb_ends_surer_than_any_cat_and_smoothing_costs_score():
    climb = widgets.favourite_input()
    pattern = r"score (\d\S*\d), p = (\d\S*\d);"
    rough, smooth = (said(climb, label, pattern) for label in ("A cat", "A cat, smooth"))
    assert rough == pytest.approx([35.26, 1.0], abs=0.01)
    assert smooth[0] < rough[0]
    assert smooth[1] > 0.99
