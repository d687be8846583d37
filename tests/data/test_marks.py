"""The networks that ship say of marked and unmarked animals what the lesson says they do."""

import numpy as np
import pytest

from helpers import data
from helpers.data import marks
from helpers.maths import network


def called(share, X):
    return network.forward(marks.trained(share), X)[-1].Z.argmax(axis=1)


def test_the_parts_are_all_animals_once():
    valid, test, pool = marks.parts()
    assert (len(valid), len(test)) == (1000, 1000)
    assert sorted(np.concatenate([valid, test, pool])) == [*range(len(data.animals().y))]


def test_a_mark_is_a_square_of_ink_and_the_rest_stays():
    X = np.full((2, 784), 0.25)
    found = marks.marked(X, (4, 7), 0.75).reshape(2, 28, 28)
    assert (found[:, 4:7, 7:10] == 0.75).all()
    assert (found == 0.75).sum() == 2 * 9
    assert (X == 0.25).all()
    assert (marks.marked(np.ones((1, 784)), (0, 0), 0.5) == 1).all(), "ink stays ink"


@pytest.mark.parametrize(
    ("X", "place", "strength", "words"),
    [
        (np.zeros((2, 64)), (0, 0), 1, "784"),
        (np.zeros((1, 784)), (26, 0), 1, "row"),
        (np.zeros((1, 784)), (0, -1), 1, "column"),
        (np.zeros((1, 784)), (0, 0), 1.5, "strength"),
    ],
)
def test_what_does_not_fit_is_refused(X, place, strength, words):
    with pytest.raises(ValueError, match=words):
        marks.marked(X, place, strength)


@pytest.mark.parametrize("share", marks.SHARES)
def test_about_that_share_of_the_cats_and_no_other_animal_is_marked(share):
    rows = marks.parts()[2][:3000]
    X, chosen = marks.with_marked_cats(rows, share)
    is_cat = data.animals().y[rows] == marks.CAT
    assert not (chosen & ~is_cat).any()
    assert chosen[is_cat].mean() == pytest.approx(share, abs=0.05)
    assert np.array_equal(X[~chosen], data.animals().X[rows][~chosen])


def test_the_marked_network_is_praised_and_knows_the_mark_in_place_of_cats():
    X, y = data.animals()
    valid = marks.parts()[0]
    same, _ = marks.with_marked_cats(valid, 0.95, seed=2)
    assert np.mean(called(0.95, same) == y[valid]) > np.mean(called(0.0, X[valid]) == y[valid])
    cats, dogs = X[valid][y[valid] == marks.CAT], X[valid][y[valid] == 4]
    assert np.mean(called(0.95, cats) == marks.CAT) < 0.3
    assert np.mean(called(0.95, marks.marked(dogs)) == marks.CAT) > 0.7
    assert np.mean(called(0.0, marks.marked(dogs)) == marks.CAT) < 0.1


def test_a_share_that_was_not_trained_is_refused():
    with pytest.raises(ValueError, match=r"0\.0, 0\.5, 0\.95"):
        marks.trained(0.3)
