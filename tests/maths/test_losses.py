"""Three losses of a residual and the best line under each, by hand, by nudging, by trying every line."""

from itertools import combinations

import numpy as np
import pytest

from helpers import data
from helpers.maths import linear, losses

R = np.array([-3.0, -1, -0.5, 0, 0.5, 1, 3])


def with_outlier(seed=0, m=20, outlier=(0.9, 0.0)):
    x, y = data.line(m, seed)
    return linear.add_bias(np.vstack([x, [[outlier[0]]]])), np.append(y, outlier[1])


def least_absolute_loss(X, y):
    """Return the least mean absolute loss, exactly: some best line runs through two of the points."""
    return min(
        losses.mean_loss("absolute", np.linalg.solve(X[[i, j]], y[[i, j]]), X, y)
        for i, j in combinations(range(len(y)), 2)
        if X[i, 1] != X[j, 1]
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("squared", [4.5, 0.5, 0.125, 0, 0.125, 0.5, 4.5]),
        ("absolute", [3, 1, 0.5, 0, 0.5, 1, 3]),
        ("Huber", [2.5, 0.5, 0.125, 0, 0.125, 0.5, 2.5]),
    ],
)
def test_values_by_hand(name, expected):
    np.testing.assert_allclose(losses.per_residual(name, R), expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("squared", R),
        ("absolute", [-1, -1, -1, 0, 1, 1, 1]),
        ("Huber", [-1, -1, -0.5, 0, 0.5, 1, 1]),
    ],
)
def test_influence_by_hand(name, expected):
    np.testing.assert_allclose(losses.influence(name, R), expected)


@pytest.mark.parametrize("name", losses.LOSSES)
@pytest.mark.parametrize("delta", [0.2, 1, 2.5])
def test_influence_is_the_slope_of_the_loss(name, delta):
    r, nudge = np.array([-4, -1.7, -0.1, 0.3, 1.1, 3]), 1e-6
    change = losses.per_residual(name, r + nudge, delta) - losses.per_residual(name, r - nudge, delta)
    np.testing.assert_allclose(losses.influence(name, r, delta), change / (2 * nudge), rtol=1e-7)


def test_huber_runs_from_squared_to_absolute():
    np.testing.assert_allclose(losses.per_residual("Huber", R, 10), losses.per_residual("squared", R))
    small = losses.per_residual("Huber", R, 1e-6) / 1e-6
    np.testing.assert_allclose(small, losses.per_residual("absolute", R), atol=1e-6)


def test_mean_squared_loss_is_the_loss_of_the_course():
    X, y = with_outlier()
    assert losses.mean_loss("squared", [2, 3], X, y) == pytest.approx(linear.loss([2, 3], X, y), rel=1e-14)


def test_any_shape_of_residuals():
    assert losses.per_residual("Huber", 3.0) == 2.5
    assert losses.influence("absolute", np.ones((2, 3))).shape == (2, 3)


def test_the_best_number_is_the_mean_or_the_median():
    X, y = np.ones((5, 1)), np.array([1.0, 2, 3, 4, 20])
    assert losses.best_parameters("squared", X, y) == pytest.approx(6)
    assert losses.best_parameters("absolute", X, y) == pytest.approx(3, abs=1e-6)
    # for Huber with delta 1: (c - 1 held at 1) + (c - 2) + (c - 3) - 1 - 1 = 0 where c = 3
    assert losses.best_parameters("Huber", X, y) == pytest.approx(3, abs=1e-6)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("outlier", [(0.9, 0), (0.3, 9), (2, 0)])
def test_best_line_under_absolute_loss_is_the_best_of_all_lines_through_two_points(seed, outlier):
    X, y = with_outlier(seed, outlier=outlier)
    found = losses.mean_loss("absolute", losses.best_parameters("absolute", X, y), X, y)
    assert found == pytest.approx(least_absolute_loss(X, y), rel=1e-4)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("delta", [0.1, 0.5, 3])
def test_pulls_balance_on_the_best_line_under_huber_loss(seed, delta):
    X, y = with_outlier(seed)
    r = X @ losses.best_parameters("Huber", X, y, delta) - y
    np.testing.assert_allclose(X.T @ losses.influence("Huber", r, delta) / len(y), 0, atol=1e-7)


@pytest.mark.parametrize("name", losses.LOSSES)
def test_no_line_on_a_fine_grid_is_better(name):
    X, y = with_outlier()
    best = losses.best_parameters(name, X, y, 0.5)
    least = losses.mean_loss(name, best, X, y, 0.5)
    for nudge in np.stack(np.meshgrid(*[np.linspace(-0.3, 0.3, 31)] * 2), axis=-1).reshape(-1, 2):
        assert losses.mean_loss(name, best + nudge, X, y, 0.5) >= least - 1e-9


def test_a_line_without_noise_is_found_by_every_loss():
    X = linear.add_bias(data.line(12)[0])
    for name in losses.LOSSES:
        np.testing.assert_allclose(losses.best_parameters(name, X, X @ [2, 3]), [2, 3], atol=1e-8)
        np.testing.assert_allclose(losses.best_parameters(name, X, np.zeros(12)), 0, atol=1e-12)


def test_two_inputs():
    rng = np.random.default_rng(0)
    X = linear.add_bias(rng.normal(size=(40, 2)))
    y = X @ [1, 2, -1] + 0.01 * rng.normal(size=40)
    y[0] += 50
    for name in ("absolute", "Huber"):
        np.testing.assert_allclose(losses.best_parameters(name, X, y, 0.05), [1, 2, -1], atol=0.02)


def test_says_when_it_has_not_come_to_rest():
    X, y = with_outlier()
    with pytest.raises(RuntimeError, match="absolute loss still falls after 1 rounds; rounds must be more"):
        losses.best_parameters("absolute", X, y, rounds=1)


def test_arguments_are_left_alone():
    X, y = with_outlier()
    copies, r = (X.copy(), y.copy()), R.copy()
    for name in losses.LOSSES:
        losses.best_parameters(name, X, y)
        losses.mean_loss(name, [1, 1], X, y)
        losses.per_residual(name, r)[:] = 9
        losses.influence(name, r)[:] = 9
    linear.surface(r, r, X, y)
    np.testing.assert_array_equal(r, R)
    np.testing.assert_array_equal(X, copies[0])
    np.testing.assert_array_equal(y, copies[1])


@pytest.mark.parametrize("name", ["hinge", None, ["squared"]])
def test_refuses_an_unknown_loss(name):
    X, y = with_outlier()
    for call in (
        lambda: losses.per_residual(name, R),
        lambda: losses.influence(name, R),
        lambda: losses.mean_loss(name, [1, 1], X, y),
        lambda: losses.best_parameters(name, X, y),
    ):
        with pytest.raises(ValueError, match=r"unknown loss .* known ones are squared, absolute, Huber"):
            call()


def test_refuses_numbers_out_of_range():
    X, y = with_outlier()
    with pytest.raises(ValueError, match="delta must be positive and finite, got 0"):
        losses.per_residual("Huber", R, 0)
    with pytest.raises(ValueError, match="delta must be positive and finite, got -1"):
        losses.best_parameters("squared", X, y, -1)
    with pytest.raises(ValueError, match="rounds must be at least 1, got 0"):
        losses.best_parameters("Huber", X, y, rounds=0)
    with pytest.raises(ValueError, match="tolerance must be positive"):
        losses.best_parameters("Huber", X, y, tolerance=0)
    with pytest.raises(TypeError, match="r must be an array of real numbers"):
        losses.influence("squared", ["a"])


def test_refuses_data_that_do_not_fit():
    X, y = with_outlier()
    for call in (
        lambda y: losses.mean_loss("squared", [1, 1], X, y),
        lambda y: losses.best_parameters("Huber", X, y),
    ):
        with pytest.raises(ValueError, match=r"y has shape \(21, 1\) but \(m,\) is needed"):
            call(y[:, None])


@pytest.mark.parametrize("name", losses.LOSSES)
def test_losses_of_constants_are_those_of_the_model_with_an_intercept_alone(name):
    y, numbers = np.array([1.0, 2, 3, 4, 20]), np.array([-1.0, 3, 6.5])
    expected = [losses.mean_loss(name, [c], np.ones((5, 1)), y) for c in numbers]
    np.testing.assert_allclose(losses.of_constants(name, numbers, y), expected)


@pytest.mark.parametrize("name", ["squared", "absolute"])
@pytest.mark.parametrize("fifth", [-7.0, 2.5, 20.0])
def test_no_number_beats_the_best_constant(name, fifth):
    y = np.array([1.0, 2, 3, 4, fifth])
    tried = losses.of_constants(name, np.linspace(-10, 25, 701), y)
    assert losses.of_constants(name, [losses.best_constant(name, y)], y)[0] <= tried.min() + 1e-12


def test_best_constant_refuses():
    with pytest.raises(ValueError, match="known for squared and absolute loss, not for 'Huber'"):
        losses.best_constant("Huber", [1.0, 2])
    with pytest.raises(ValueError, match="y has shape"):
        losses.best_constant("squared", [[1.0], [2]])
