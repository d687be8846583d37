"""The digits as they come: their forms found anew, no doubles, groups kept together by a split."""

import numpy as np
import pytest

from helpers import data

ASKED = [0, 9, 5, 5, 6, 5, 0, 9, 8, 9]
"""What every form asks for after it has asked for 0 to 9 twice or thrice."""


@pytest.fixture(scope="module")
def digits():
    return data.digits()


def test_what_comes(digits):
    assert digits.X.shape == (1797, 64)
    assert (digits.X.min(), digits.X.max()) == (0, 1)
    assert np.bincount(digits.y).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_each_form_asks_for_the_same_digits(digits):
    places = [k for k in range(len(digits.y) - 10) if digits.y[k : k + 10].tolist() == ASKED]
    assert len(places) == 14
    # from there back to the 0 with which the form begins: between 20 and 30 digits
    starts = [max(k for k in data.FORM_STARTS if k <= place) for place in places]
    assert tuple(starts) == data.FORM_STARTS
    assert all(20 <= place - start <= 30 for place, start in zip(places, starts, strict=True))
    for start in starts:
        assert digits.y[start : start + 9].tolist() == list(range(9))
    assert np.flatnonzero(np.diff(digits.form)).tolist() == [start - 1 for start in starts[1:]]


def test_no_image_comes_twice(digits):
    assert len(np.unique(digits.X, axis=0)) == len(digits.X)


def test_a_split_keeps_groups_together(digits):
    parts = data.split_by_group(digits.form)
    assert (np.sum(parts, axis=0) == 1).all()
    assert [len(np.unique(digits.form[part])) for part in parts] == [8, 3, 3]


def test_a_split_comes_from_its_seed():
    group = np.repeat(["a", "b", "c", "d"], 2)
    first, again, other = (data.split_by_group(group, (2, 2), seed) for seed in (0, 0, 1))
    np.testing.assert_array_equal(first, again)
    assert any((data.split_by_group(group, (2, 2), seed)[0] != first[0]).any() for seed in range(1, 9))
    assert len(other) == 2


def test_a_split_refuses_parts_that_do_not_add_up():
    with pytest.raises(ValueError, match="add up to 5 but there are 3 groups"):
        data.split_by_group([1, 2, 3], (2, 3))


def test_two_heaps_lie_where_they_should():
    X, y = data.two_heaps(20000, distance=4)
    np.testing.assert_allclose(X[y == 1].mean(axis=0), [3**0.5, 1], atol=0.05)
    np.testing.assert_allclose(X[y == 0].mean(axis=0), [-(3**0.5), -1], atol=0.05)
    assert y.mean() == 0.5


def test_scores_lie_where_they_should():
    scores, y = data.scores(20000, share=0.25, distance=1.5)
    assert y.mean() == 0.25
    assert scores[y == 1].mean() == pytest.approx(1.5, abs=0.05)
    assert scores[y == 0].mean() == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: data.two_heaps(1), "m must"),
        (lambda: data.two_heaps(distance=-1), "distance must"),
        (lambda: data.scores(share=1), "share must"),
        (lambda: data.scores(5), "m must"),
    ],
)
def test_refuses(call, says):
    with pytest.raises(ValueError, match=says):
        call()
