import warnings
from itertools import islice

import numpy as np
import pytest

from helpers import data
from helpers.maths import descent, linear


@pytest.fixture
def points():
    x, y = data.line()
    return linear.add_bias(x), y


# two points, (1, 2) and (2, 3): errors at zero are -2 and -3, so the gradient is (-5/2, -(2 + 6)/2)
X = np.array([[1.0, 1.0], [1.0, 2.0]])
Y = np.array([2.0, 3.0])


def test_one_step_by_hand():
    run = descent.gradient_descent(X, Y, alpha=0.1, steps=1)
    np.testing.assert_allclose(run.thetas, [[0, 0], [0.25, 0.4]], rtol=1e-14)
    np.testing.assert_allclose(run.losses, [13 / 4, (1.35**2 + 1.95**2) / 4], rtol=1e-14)
    np.testing.assert_allclose(descent.gradient_step([0.0, 0.0], [-2.5, -4.0], 0.1), [0.25, 0.4], rtol=1e-14)


def test_a_run_is_steps_of_gradient_step(points):
    theta = np.array([4.0, -1.0])
    run = descent.gradient_descent(*points, alpha=0.3, steps=5, theta=theta)
    for before, after in zip(run.thetas[:-1], run.thetas[1:], strict=True):
        step = descent.gradient_step(before, linear.gradient(before, *points), 0.3)
        np.testing.assert_allclose(after, step, rtol=1e-13)
    np.testing.assert_allclose(run.losses, [linear.loss(t, *points) for t in run.thetas], rtol=1e-13)


def test_no_steps_is_the_start():
    run = descent.gradient_descent(X, Y, alpha=0.1, steps=0, theta=[1, 2])
    assert run.thetas.tolist() == [[1, 2]]
    assert run.losses.shape == (1,)


@pytest.mark.parametrize("seed", range(3))
def test_many_steps_reach_the_closed_form(seed):
    x, y = data.line(seed=seed)
    A = linear.add_bias(x)
    run = descent.gradient_descent(A, y, alpha=1.0, steps=600)
    np.testing.assert_allclose(run.thetas[-1], linear.least_squares(A, y), atol=1e-6)
    assert np.all(np.diff(run.losses) <= 1e-15)


def test_the_listing_ends_near_3_and_2(points):
    theta = descent.gradient_descent(*points, alpha=1.0, steps=600).thetas[-1]
    np.testing.assert_allclose(theta, [2, 3], atol=0.2)


@pytest.mark.parametrize(("m", "size"), [(10, 3), (10, 1), (10, 10), (7, 4)])
def test_each_epoch_visits_each_row_once(m, size):
    pieces = -(-m // size)
    rows = list(islice(descent.batches(m, size, seed=5), 3 * pieces))
    for epoch in range(3):
        pass_ = rows[epoch * pieces : (epoch + 1) * pieces]
        assert sorted(np.concatenate(pass_).tolist()) == list(range(m))
        assert [len(piece) for piece in pass_[:-1]] == [size] * (pieces - 1)
        assert len(pass_[-1]) == (m % size or size)


def test_each_epoch_has_an_order_of_its_own_and_the_seed_fixes_it():
    def orders(seed):
        return [rows.tolist() for rows in islice(descent.batches(20, 20, seed), 3)]

    assert orders(1) == orders(1)
    assert orders(1) != orders(2)
    assert orders(1)[0] != orders(1)[1]


def test_a_batch_of_all_rows_is_the_full_batch(points):
    whole = descent.gradient_descent(*points, alpha=0.7, steps=50)
    batch = descent.gradient_descent(*points, alpha=0.7, steps=50, batch_size=100, seed=3)
    np.testing.assert_allclose(batch.thetas, whole.thetas, rtol=1e-12)


def test_batches_are_what_the_steps_use(points):
    A, y = points
    theta = np.zeros(2)
    for rows in islice(descent.batches(100, 32, seed=4), 6):
        theta = descent.gradient_step(theta, linear.gradient(theta, A[rows], y[rows]), 0.2)
    run = descent.gradient_descent(A, y, alpha=0.2, steps=6, batch_size=32, seed=4)
    np.testing.assert_allclose(run.thetas[-1], theta, rtol=1e-12)
    assert run.losses[-1] == pytest.approx(linear.loss(theta, A, y))


@pytest.mark.parametrize("batch_size", [None, 8])
def test_a_descent_that_diverges_is_returned_whole_without_a_warning(points, batch_size):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run = descent.gradient_descent(*points, alpha=50.0, steps=400, batch_size=batch_size)
        other = descent.one_at_a_time(*points, alpha=50.0, steps=400)
    for made in (run, other):
        assert made.thetas.shape == (401, 2)
        assert made.losses[-1] == np.inf
        assert not np.isnan(made.losses).any()


def test_arguments_stay_as_they_were(points):
    A, y = points
    theta, before = np.array([1.0, 2.0]), (A.copy(), y.copy())
    descent.gradient_descent(A, y, alpha=0.5, steps=3, theta=theta, batch_size=7)
    descent.one_at_a_time(A, y, alpha=0.5, steps=3, theta=theta)
    descent.gradient_step(theta, np.ones(2), 0.5)
    descent.nudged_slope(lambda t: linear.loss(t, A, y), theta, 0, 0.1)
    assert theta.tolist() == [1, 2]
    np.testing.assert_array_equal(A, before[0])
    np.testing.assert_array_equal(y, before[1])


BAD = [
    ({"alpha": 0}, ValueError, "alpha must be positive and finite, got 0"),
    ({"alpha": -0.1}, ValueError, "alpha must be positive and finite, got -0.1"),
    ({"alpha": float("nan")}, ValueError, "alpha must be positive and finite, got nan"),
    ({"alpha": float("inf")}, ValueError, "alpha must be positive and finite, got inf"),
    ({"alpha": "0.1"}, TypeError, "alpha must be a number, got '0.1'"),
    ({"steps": -1}, ValueError, "steps must be at least 0, got -1"),
    ({"steps": 2.5}, TypeError, "steps must be a whole number, got 2.5"),
    ({"theta": [1.0]}, ValueError, r"theta has shape \(1,\) but X has 2 columns"),
    ({"theta": [[1.0], [2.0]]}, ValueError, r"theta has shape \(2, 1\)"),
    ({"X": np.ones(2)}, ValueError, r"X has shape \(2,\) but \(m, n\) is needed"),
    ({"y": Y[:, None]}, ValueError, r"y has shape \(2, 1\) but \(m,\) is needed; y.ravel\(\)"),
    ({"y": np.ones(3)}, ValueError, "X has 2 rows but y has 3 entries"),
    ({"y": np.array([1.0, np.nan])}, ValueError, r"y holds nan at index \(1,\)"),
    ({"X": np.array([[1.0, 1.0], [1.0, np.nan]])}, ValueError, r"X holds nan at index \(1, 1\)"),
]
BAD_BATCHES = [
    ({"batch_size": 0}, ValueError, "batch_size must be at least 1, got 0"),
    ({"batch_size": 3}, ValueError, "batch_size must be at most 2, got 3"),
    ({"batch_size": 1.0}, TypeError, "batch_size must be a whole number, got 1.0"),
    ({"batch_size": 1, "seed": -1}, ValueError, "seed must be at least 0, got -1"),
]


@pytest.mark.parametrize(("changed", "error", "words"), BAD + BAD_BATCHES)
def test_gradient_descent_refuses(changed, error, words):
    with pytest.raises(error, match=words):
        descent.gradient_descent(**{"X": X, "y": Y, "alpha": 0.1, "steps": 1} | changed)


@pytest.mark.parametrize(("changed", "error", "words"), BAD)
def test_one_at_a_time_refuses(changed, error, words):
    with pytest.raises(error, match=words):
        descent.one_at_a_time(**{"X": X, "y": Y, "alpha": 0.1, "steps": 1} | changed)


@pytest.mark.parametrize(
    ("theta", "gradient", "alpha", "error", "words"),
    [
        (
            [1.0, 2.0],
            [[1.0], [2.0]],
            0.1,
            ValueError,
            r"gradient has shape \(2, 1\) but theta has shape \(2,\)",
        ),
        ([1.0], [1.0], 0, ValueError, "alpha must be positive"),
        (["a"], [1.0], 0.1, TypeError, "theta must be an array of real numbers"),
    ],
)
def test_gradient_step_refuses(theta, gradient, alpha, error, words):
    with pytest.raises(error, match=words):
        descent.gradient_step(theta, gradient, alpha)


def test_nudged_slopes_agree_with_the_gradient(points):
    theta = np.array([0.3, -1.2])
    slopes = [descent.nudged_slope(lambda t: linear.loss(t, *points), theta, j, 1e-4) for j in range(2)]
    np.testing.assert_allclose(slopes, linear.gradient(theta, *points), rtol=1e-7)


def test_one_sided_errors_shrink_with_the_nudge_and_central_ones_with_its_square():
    def error(epsilon, central):
        return abs(descent.nudged_slope(lambda t: np.exp(t[0]), [0.0], 0, epsilon, central=central) - 1)

    assert error(0.1, False) / error(0.01, False) == pytest.approx(10, rel=0.05)
    assert error(0.1, True) / error(0.01, True) == pytest.approx(100, rel=0.01)


@pytest.mark.parametrize(
    ("j", "epsilon", "words"),
    [(2, 0.1, "j must be at most 1"), (-1, 0.1, "j must be"), (0, 0, "epsilon must")],
)
def test_nudged_slope_refuses(j, epsilon, words):
    with pytest.raises(ValueError, match=words):
        descent.nudged_slope(sum, [1.0, 2.0], j, epsilon)


def test_one_at_a_time_by_hand():
    # theta0 = 0.25 as above; then the errors are -1.75 and -2.75, the slope -(1.75 + 5.5)/2
    run = descent.one_at_a_time(X, Y, alpha=0.1, steps=1)
    np.testing.assert_allclose(run.thetas, [[0, 0], [0.25, 0.3625]], rtol=1e-14)


def test_one_at_a_time_settles_where_gradient_descent_diverges(points):
    best = linear.least_squares(*points)
    alpha = 1.9  # below 2 / max_j H_jj = 2, above 2 / lambda_max
    run = descent.one_at_a_time(*points, alpha=alpha, steps=1000)
    np.testing.assert_allclose(run.thetas[-1], best, atol=1e-6)
    assert np.all(np.diff(run.losses) <= 1e-15)
    assert descent.gradient_descent(*points, alpha=alpha, steps=1000).losses[-1] > 1e100


def test_curvature_grows_with_its_direction_and_tells_the_condition(points):
    bends = descent.curvature(points[0])
    assert bends.values[0] < bends.values[1]
    assert bends.condition == pytest.approx(np.linalg.cond(points[0]) ** 2)


@pytest.mark.parametrize(("share", "settles"), [(0.99, True), (1.01, False)])
def test_the_limit_separates_descents_that_settle_from_those_that_diverge(points, share, settles):
    run = descent.gradient_descent(*points, alpha=share * descent.largest_alpha(points[0]), steps=2000)
    assert np.allclose(run.thetas[-1], linear.least_squares(*points)) == settles
    assert (run.losses[-1] > run.losses[0]) != settles


def test_equal_columns_leave_a_flat_direction():
    assert descent.curvature(np.ones((3, 2))).condition == np.inf


@pytest.mark.parametrize(
    ("matrix", "words"), [(np.zeros((2, 2)), "X is zero throughout"), (np.ones(3), "X has shape")]
)
def test_largest_alpha_refuses(matrix, words):
    with pytest.raises(ValueError, match=words):
        descent.largest_alpha(matrix)


def test_an_epoch_takes_as_many_updates_as_there_are_batches():
    for m, size in [(100, 32), (100, 100), (7, 1), (7, 4)]:
        rows = descent.batches(m, size)
        taken, updates = 0, 0
        while taken < m:
            taken, updates = taken + len(next(rows)), updates + 1
        assert descent.updates_an_epoch(m, size) == updates
    with pytest.raises(ValueError, match="batch_size must be at most 5, got 6"):
        descent.updates_an_epoch(5, 6)


def test_nothing_is_below_the_least(points):
    run = descent.gradient_descent(*points, alpha=1.0, steps=600)
    above = descent.above_least(run.losses, *points)
    assert above[0] == pytest.approx(linear.loss([0, 0], *points) - linear.loss([2, 3], *points), abs=0.01)
    assert (above >= 0).all()
    assert above[-1] < 1e-12
    assert descent.above_least([np.inf], *points) == np.inf


def test_step_factors_are_what_a_step_does(points):
    best, bends = linear.least_squares(*points), descent.curvature(points[0])
    for factor, direction in zip(descent.step_factors(1.3, bends.values), bends.directions.T, strict=True):
        run = descent.gradient_descent(*points, alpha=1.3, steps=1, theta=best + direction)
        np.testing.assert_allclose(run.thetas[1] - best, factor * direction, atol=1e-12)
    assert descent.step_factors([0.1, 0.2, 0.3], bends.values[:, None]).shape == (2, 3)
