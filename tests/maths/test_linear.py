"""The linear model by hand, by central differences, by its closed form, and against bad input."""

import numpy as np
import pytest

from helpers import data
from helpers.maths import linear

X = np.array([[1.0, 0], [1, 1], [1, 2]])  # x0 = 1, then x
Y = np.array([1.0, 5, 8])
THETA = np.array([2.0, 2])  # predicts 2, 4, 6: residuals 1, -1, -2


def random_problem(m=30, n=3, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=n + 1), linear.add_bias(rng.normal(size=(m, n))), rng.normal(size=m)


def central_differences(theta, X, y, nudge=1e-5):
    steps = nudge * np.eye(len(theta))
    return [(linear.loss(theta + e, X, y) - linear.loss(theta - e, X, y)) / (2 * nudge) for e in steps]


def test_add_bias_puts_ones_in_front():
    np.testing.assert_array_equal(linear.add_bias([[5, 7], [6, 8]]), [[1, 5, 7], [1, 6, 8]])


def test_predict_by_hand():
    np.testing.assert_array_equal(linear.predict(THETA, X), [2, 4, 6])


def test_loss_by_hand():
    assert linear.loss(THETA, X, Y) == (1 + 1 + 4) / (2 * 3)
    assert type(linear.loss(THETA, X, Y)) is float


def test_gradient_by_hand():
    # mean of 1, -1, -2; mean of 1*0, -1*1, -2*2
    np.testing.assert_allclose(linear.gradient(THETA, X, Y), [-2 / 3, -5 / 3], rtol=1e-14)


def test_least_squares_by_hand():
    # slope (8 - 1) / 2, through the means (1, 14/3)
    np.testing.assert_allclose(linear.least_squares(X, Y), [14 / 3 - 3.5, 3.5], rtol=1e-13)


def test_one_example_is_enough():
    assert linear.loss([1, 1], [[1, 2]], [5]) == 2
    np.testing.assert_array_equal(linear.gradient([1, 1], [[1, 2]], [5]), [-2, -4])


@pytest.mark.parametrize("seed", range(5))
def test_gradient_by_central_differences(seed):
    problem = random_problem(seed=seed)
    np.testing.assert_allclose(linear.gradient(*problem), central_differences(*problem), rtol=1e-7, atol=1e-9)


def test_loss_does_not_depend_on_how_often_the_data_are_repeated():
    theta, X, y = random_problem()
    twice = linear.loss(theta, np.vstack([X, X]), np.concatenate([y, y]))
    assert twice == pytest.approx(linear.loss(theta, X, y), rel=1e-14)


@pytest.mark.parametrize("seed", range(5))
def test_nothing_beats_least_squares(seed):
    _, X, y = random_problem(seed=seed)
    best = linear.least_squares(X, y)
    np.testing.assert_allclose(linear.gradient(best, X, y), 0, atol=1e-13)
    for nudge in np.random.default_rng(seed).normal(size=(20, len(best))):
        assert linear.loss(best + nudge, X, y) > linear.loss(best, X, y)


def test_least_squares_finds_the_line_that_made_the_data():
    x, _ = data.line(20)
    np.testing.assert_allclose(linear.least_squares(linear.add_bias(x), 3 * x[:, 0] + 2), [2, 3], rtol=1e-13)


def test_least_squares_is_the_shortest_where_several_are_best():
    np.testing.assert_allclose(linear.least_squares([[1, 1]], [4]), [2, 2])


def test_whole_numbers_and_lists_are_taken():
    assert linear.loss([2, 2], [[1, 0], [1, 1], [1, 2]], [1, 5, 8]) == 1
    assert linear.add_bias([[1], [2]]).dtype == float


def test_divergence_is_no_error():
    assert linear.loss([np.nan, 0], X, Y) == np.inf
    assert linear.loss([1e200, 0], X, Y) == np.inf
    assert linear.predict([np.inf, 0], X[:, ::-1] + 1)[0] == np.inf
    assert np.isnan(linear.gradient([np.nan, 0], X, Y)).all()


def test_arguments_are_left_alone():
    theta, X, y = random_problem()
    copies = theta.copy(), X.copy(), y.copy()
    for function in (linear.loss, linear.gradient):
        function(theta, X, y)
    linear.predict(theta, X)
    linear.least_squares(X, y)
    linear.add_bias(X)
    for argument, copy in zip((theta, X, y), copies, strict=True):
        np.testing.assert_array_equal(argument, copy)


def test_add_bias_returns_an_array_of_its_own():
    inputs = np.ones((2, 2))
    linear.add_bias(inputs)[:] = 9
    assert (inputs == 1).all()


THREE = {
    "loss": lambda theta, X, y: linear.loss(theta, X, y),
    "gradient": lambda theta, X, y: linear.gradient(theta, X, y),
    "least_squares": lambda theta, X, y: linear.least_squares(X, y),
}
BAD_DATA = {
    "X with one dimension": (X[:, 1], Y, r"X has shape \(3,\) but \(m, n\) is needed; X\[:, None\]"),
    "X with three dimensions": (X[None], Y, r"X has shape \(1, 3, 2\) but \(m, n\) is needed"),
    "y as a column": (X, Y[:, None], r"y has shape \(3, 1\) but \(m,\) is needed; y\.ravel\(\)"),
    "y as a row": (X, Y[None], r"y has shape \(1, 3\) but \(m,\) is needed; y\.ravel\(\)"),
    "y as a number": (X, 1.0, r"y has shape \(\) but \(m,\) is needed"),
    "too few targets": (X, Y[:2], "X has 3 rows but y has 2 entries"),
    "no examples": (np.empty((0, 2)), np.empty(0), r"X is empty, with shape \(0, 2\)"),
    "no targets": (X, np.empty(0), r"y is empty, with shape \(0,\)"),
    "NaN in X": (np.array([[1, 0], [1, np.nan]]), Y[:2], r"X holds nan at index \(1, 1\)"),
    "inf in y": (X, np.array([1, np.inf, 2]), r"y holds inf at index \(1,\)"),
}


@pytest.mark.parametrize("function", THREE.values(), ids=THREE)
@pytest.mark.parametrize(("X", "y", "message"), BAD_DATA.values(), ids=BAD_DATA)
def test_refuses_bad_data(function, X, y, message):
    with pytest.raises(ValueError, match=message):
        function(THETA, X, y)


@pytest.mark.parametrize("theta", [[1], [1, 2, 3], [[1], [2]], 1], ids=["short", "long", "column", "number"])
@pytest.mark.parametrize("name", ["predict", "loss", "gradient"])
def test_refuses_theta_that_does_not_fit_the_columns(name, theta):
    arguments = (X,) if name == "predict" else (X, Y)
    with pytest.raises(ValueError, match=r"theta has shape .* but X has 2 columns.*\(2,\).*add_bias"):
        getattr(linear, name)(theta, *arguments)


@pytest.mark.parametrize("function", [linear.add_bias, lambda X: linear.predict(THETA, X)])
@pytest.mark.parametrize(
    ("X", "message"),
    [
        ([1.0, 2], r"X has shape \(2,\) but \(m, n\) is needed"),
        (np.empty((0, 2)), "X is empty"),
        ([[1, np.nan]], r"X holds nan at index \(0, 1\)"),
    ],
)
def test_refuses_bad_inputs(function, X, message):
    with pytest.raises(ValueError, match=message):
        function(X)


def test_refuses_what_is_no_number():
    with pytest.raises(TypeError, match="y must be an array of real numbers"):
        linear.loss(THETA, X, ["a", "b", "c"])
    with pytest.raises(TypeError, match="X must be an array of numbers, got rows of different lengths"):
        linear.loss(THETA, [[1], [1, 2]], Y[:2])


@pytest.mark.parametrize("axis", [0, 1])
def test_half_mean_square_along_either_axis(axis):
    errors = np.array([[1.0, -1, -2], [0, 0, 3]])
    expected = [[0.5**2, 0.5**2, 13 / 4], [1, 1.5]][axis]
    np.testing.assert_allclose(linear.half_mean_square(errors, axis=axis), expected)


def test_half_mean_square_of_what_has_overflowed_is_infinite():
    assert linear.half_mean_square(np.array([np.nan, 1])) == np.inf
    assert linear.half_mean_square(np.array([1e200, 1])) == np.inf


def test_the_slope_of_some_columns_is_that_part_of_the_gradient():
    theta, X, y = random_problem()
    whole, errors = linear.gradient(theta, X, y), linear.predict(theta, X) - y
    np.testing.assert_allclose(linear.slope(errors, X[:, 1:3]), whole[1:3], rtol=1e-13)
    assert linear.slope(errors, X[:, 2]) == pytest.approx(whole[2], rel=1e-13)


def test_nothing_is_less_than_the_least_loss():
    theta, X, y = random_problem()
    least = linear.least_loss(X, y)
    assert least == linear.loss(linear.least_squares(X, y), X, y) < linear.loss(theta, X, y)


def test_surface_holds_the_loss_of_every_pair():
    x, y = data.line(20)
    X = linear.add_bias(x)
    theta0, theta1 = np.array([0.0, 2, 5]), np.array([-1.0, 3])
    expected = [[linear.loss([a, b], X, y) for a in theta0] for b in theta1]
    np.testing.assert_allclose(linear.surface(theta0, theta1, X, y), expected, rtol=1e-14)


def test_surface_refuses_what_does_not_fit():
    with pytest.raises(ValueError, match=r"y has shape \(3, 1\) but \(m,\) is needed"):
        linear.surface([0, 1], [0, 1], X, Y[:, None])
    with pytest.raises(ValueError, match=r"X has shape \(3, 1\) but \(m, 2\) is needed"):
        linear.surface([0, 1], [0, 1], X[:, :1], Y)
    with pytest.raises(ValueError, match=r"theta0 has shape \(1, 2\)"):
        linear.surface([[0, 1]], [0, 1], X, Y)
