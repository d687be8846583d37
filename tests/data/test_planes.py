"""Moons and spirals: their formulas, their noise, their seeds, and that no line parts them."""

import numpy as np
import pytest

from helpers import data
from helpers.data import planes
from helpers.maths import classification, linear

MAKERS = [data.moons, data.spirals]


def test_moons_without_noise_are_two_half_circles():
    X, y = data.moons(50, noise=0)
    assert X.shape == (50, 2)
    assert y.dtype.kind == "i"
    assert y.tolist() == [0, 1] * 25
    upper, lower = X[y == 0] + [0.5, 0.25], -X[y == 1] + [0.5, 0.25]
    for half in (upper, lower):
        np.testing.assert_allclose(np.hypot(*half.T), 1)
        assert (half[:, 1] >= 0).all()
    inside = lower[:, 0].max() > 0.9, -X[y == 1, 0].max() < 0  # the tips reach into the other moon
    assert all(inside)


@pytest.mark.parametrize("arms", [2, 3, 5])
def test_spirals_without_noise_turn_as_they_go_out(arms):
    X, y = data.spirals(60, noise=0, arms=arms)
    assert X.shape == (60, 2)
    assert y.dtype.kind == "i"
    assert y.tolist() == [k % arms for k in range(60)]
    r, t = np.hypot(*X.T), np.arctan2(X[:, 1], X[:, 0])
    assert r.min() >= 0.2
    assert r.max() < 2
    away = t - 2 * np.pi * (y / arms + planes.TURN * r / 2)
    np.testing.assert_allclose(np.cos(away), 1)
    np.testing.assert_allclose(np.sin(away), 0, atol=1e-12)


@pytest.mark.parametrize("make", MAKERS)
def test_noise_has_the_size_that_was_asked_for(make):
    noise = make(4000, 3, 0.3)[0] - make(4000, 3, 0)[0]
    assert ((noise.std(axis=0) > 0.29) & (noise.std(axis=0) < 0.31)).all()
    assert (np.abs(noise.mean(axis=0)) < 0.02).all()


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_seed_gives_the_same_points(make):
    assert (make(9, 4)[0] == make(9, 4)[0]).all()
    assert (make(9, 4)[0] != make(9, 5)[0]).all()
    assert (make(9, 4)[1] == make(9, 5)[1]).all()


@pytest.mark.parametrize(("make", "classes", "at_most"), [(data.moons, 2, 0.92), (data.spirals, 3, 0.65)])
def test_no_straight_border_parts_them(make, classes, at_most):
    X, y = make()
    X = linear.add_bias(X)
    theta = classification.softmax_descent(X, y, classes, alpha=0.5, steps=1000).thetas[-1]
    assert np.mean(classification.class_scores(theta, X).argmax(axis=1) == y) < at_most


@pytest.mark.parametrize("make", MAKERS)
def test_the_nearest_neighbour_is_of_the_same_class(make):
    """They are clean: what can be learnt of a new draw is nearly all."""
    (X, y), (new, labels) = make(300), make(500, seed=1)
    nearest = ((new[:, None] - X) ** 2).sum(axis=2).argmin(axis=1)  # (500, 300, 2) -> (500,)
    assert np.mean(y[nearest] == labels) > 0.96


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("noise", [-0.1, float("nan"), float("inf")])
def test_refuses_noise(make, noise):
    with pytest.raises(ValueError, match="noise"):
        make(9, noise=noise)


@pytest.mark.parametrize("make", MAKERS)
def test_refuses_other_numbers(make):
    with pytest.raises(ValueError, match="m must be at least"):
        make(1)
    with pytest.raises(TypeError, match="m must be a whole number"):
        make(9.5)
    with pytest.raises(ValueError, match="seed"):
        make(9, -1)
    with pytest.raises(TypeError, match="noise"):
        make(9, noise="0.1")


def test_refuses_arms():
    with pytest.raises(ValueError, match="arms must be at least 2"):
        data.spirals(9, arms=1)
    with pytest.raises(ValueError, match="m must be at least 5"):
        data.spirals(4, arms=5)


def test_a_ring_lies_around_a_heap():
    X, y = data.circles(400, noise=0)
    far = np.linalg.norm(X, axis=1)
    assert far[y == 0] == pytest.approx(1.8)
    assert far[y == 1].max() < 0.9
    assert np.bincount(y).tolist() == [200, 200]


def test_opposite_corners_are_of_one_class():
    X, y = data.corners(400, noise=0)
    assert ((X[:, 0] * X[:, 1] < 0) == (y == 1)).all()
    assert np.abs(X).min() >= 0.2
    assert 120 < y.sum() < 280


@pytest.mark.parametrize("make", [data.circles, data.corners])
def test_rings_and_corners_come_from_their_seed(make):
    np.testing.assert_array_equal(make(20, 3)[0], make(20, 3)[0])
    assert (make(20, 3)[0] != make(20, 4)[0]).any()
    with pytest.raises(ValueError, match="noise"):
        make(20, noise=-1)
    with pytest.raises(ValueError, match="m must"):
        make(1)
