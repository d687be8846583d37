"""Curves from hidden neurons: by hand, by the sum that they promise, and at every knot."""

from itertools import pairwise

import numpy as np
import pytest

from helpers.maths import curves
from helpers.maths.network import ACTIVATIONS, forward

X = np.linspace(-3, 3, 121)
POSITIONS, OUT_WEIGHTS = np.array([-2.0, 0.5, 1.0]), np.array([1.5, -2.0, 0.5])


def output(layers, x):
    return forward(layers, np.reshape(x, (-1, 1)))[-1].A[:, 0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bump", [0, 0, 0.5, 1, 0.5, 0, 0]),
        ("sine", np.sin([-3, -1, -0.5, 0, 0.5, 1, 3])),
        ("step", [0, 0, 0, 1, 1, 1, 1]),
        ("parabola", [1, -7 / 9, -17 / 18, -1, -17 / 18, -7 / 9, 1]),
    ],
)
def test_targets_by_hand(name, expected):
    np.testing.assert_allclose(curves.TARGETS[name](np.array([-3, -1, -0.5, 0, 0.5, 1, 3])), expected)


@pytest.mark.parametrize("target", curves.TARGETS.values(), ids=curves.TARGETS)
def test_targets_stay_between_minus_one_and_one(target):
    assert np.abs(target(X)).max() <= 1
    assert target(X).dtype == float


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("in_weight", [0.5, 1, 8, -2])
def test_hinged_is_the_sum_that_it_promises(name, in_weight):
    x = X + 0.013  # off the positions, where a step is a matter of rounding
    layers = curves.hinged(POSITIONS, OUT_WEIGHTS, in_weight=in_weight, bias=0.3, activation=name)
    neurons = [
        v * ACTIVATIONS[name](in_weight * (x - p)) for p, v in zip(POSITIONS, OUT_WEIGHTS, strict=True)
    ]
    np.testing.assert_allclose(output(layers, x), 0.3 + sum(neurons), atol=1e-12)
    np.testing.assert_allclose(np.diag(forward(layers[:1], POSITIONS[:, None])[0].Z), 0, atol=1e-12)


def test_hinged_by_hand():
    """The middle hinge takes back twice the slope of the first: up from -1 to 0, down to 1, then flat."""
    layers = curves.hinged([-1, 0, 1], [1, -2, 1])
    assert [layer.activation for layer in layers] == ["relu", "identity"]
    assert [layer.W.shape for layer in layers] == [(1, 3), (3, 1)]
    assert output(layers, [-3, -1, -0.5, 0, 0.5, 1, 3]).tolist() == [0, 0, 0.5, 1, 0.5, 0, 0]


@pytest.mark.parametrize("target", curves.TARGETS.values(), ids=curves.TARGETS)
@pytest.mark.parametrize("knots", [np.linspace(-3, 3, 8), [-3.0, -2.9, 0.4, 3], [1, 2]])
def test_interpolating_meets_the_curve_at_every_knot_and_is_straight_between(target, knots):
    knots = np.array(knots, dtype=float)
    layers = curves.interpolating(target, knots)
    between = np.linspace(knots[0], knots[-1], 200)
    assert len(layers[0].b) == len(knots) - 1
    np.testing.assert_allclose(output(layers, knots), target(knots), atol=1e-12)
    np.testing.assert_allclose(output(layers, between), np.interp(between, knots, target(knots)), atol=1e-12)


def test_interpolating_is_flat_to_the_left_and_goes_on_straight_to_the_right():
    layers = curves.interpolating(np.square, [1, 2, 4])  # the last slope is (16 - 4) / 2
    np.testing.assert_allclose(output(layers, [-5, 0, 1]), 1)
    np.testing.assert_allclose(output(layers, [5, 6]), [22, 28])


def test_more_neurons_come_nearer_to_a_sine():
    layers = [curves.interpolating(np.sin, np.linspace(-3, 3, k + 1)) for k in (3, 6, 12, 24)]
    errors = [curves.mean_squared_difference(output(each, X), np.sin(X)) for each in layers]
    assert all(later < earlier / 8 for earlier, later in pairwise(errors))


def test_mean_squared_difference_by_hand():
    difference = curves.mean_squared_difference([1, 2, 3], [1, 0, 6])
    assert difference == pytest.approx((0 + 4 + 9) / 3)
    assert type(difference) is float


def test_arguments_are_left_alone():
    positions, out_weights, knots = POSITIONS.copy(), OUT_WEIGHTS.copy(), X.copy()
    layers = curves.hinged(positions, out_weights)
    layers[0].b[:], layers[1].W[:] = 9, 9
    curves.interpolating(np.sin, knots)
    curves.mean_squared_difference(knots, knots)
    np.testing.assert_array_equal(positions, POSITIONS)
    np.testing.assert_array_equal(out_weights, OUT_WEIGHTS)
    np.testing.assert_array_equal(knots, X)


REFUSED = {
    "lengths": (
        lambda: curves.hinged([0, 1], [1]),
        r"out_weights has shape \(1,\) but positions has shape \(2,\)",
    ),
    "column": (lambda: curves.hinged([0, 1], [[1], [1]]), r"out_weights has shape \(2, 1\)"),
    "no neuron": (lambda: curves.hinged([], []), "positions is empty"),
    "NaN": (lambda: curves.hinged([0, np.nan], [1, 1]), r"positions holds nan at index \(1,\)"),
    "one knot": (lambda: curves.interpolating(np.sin, [1]), r"at least two increasing numbers, got \[1.0\]"),
    "equal knots": (
        lambda: curves.interpolating(np.sin, [1, 2, 2]),
        r"increasing numbers, got \[1.0, 2.0, 2.0\]",
    ),
    "falling knots": (lambda: curves.interpolating(np.sin, [2, 1]), "knots must be at least two increasing"),
    "knots in a table": (lambda: curves.interpolating(np.sin, [[1, 2]]), r"knots has shape \(1, 2\)"),
    "two lengths": (
        lambda: curves.mean_squared_difference([1, 2], [1]),
        r"h has shape \(2,\) but y has shape \(1,\); they must be equal",
    ),
    "a column": (lambda: curves.mean_squared_difference([1, 2], [[1], [2]]), r"y has shape \(2, 1\)"),
}


@pytest.mark.parametrize(("call", "message"), REFUSED.values(), ids=REFUSED)
def test_refusals(call, message):
    with pytest.raises(ValueError, match=message):
        call()
