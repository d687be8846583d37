import numpy as np
import pytest

from helpers import data
from helpers.maths import linear, network

HIDDEN = network.Layer(np.array([[1.0, -2.0]]), np.array([0.5, 0.0]), "relu")
OUTPUT = network.Layer(np.array([[3.0], [1.0]]), np.array([-1.0]))


def test_loss_by_hand():
    """At x = 1 the neurons give 1.5 and 0 and the output is 3.5; at x = -1 they give 0 and 2, and it is 1."""
    loss = network.loss([HIDDEN, OUTPUT], [[1.0], [-1.0]], [3.0, 3.0])
    assert loss == pytest.approx((0.5**2 + 2.0**2) / 4)


def test_loss_of_a_line_is_that_of_the_linear_model():
    X, y = data.line()
    layer = network.Layer(np.array([[1.5]]), np.array([0.5]))
    assert network.loss([layer], X, y) == pytest.approx(linear.loss([0.5, 1.5], linear.add_bias(X), y))


def test_diverged_parameters_have_infinite_loss():
    layer = network.Layer(np.array([[np.inf]]), np.array([-np.inf]))
    assert network.loss([layer], [[1.0]], [0.0]) == np.inf


def test_contributions_and_the_bias_add_up_to_the_output():
    X = np.linspace(-2, 2, 9)[:, None]
    added = network.contributions([HIDDEN, OUTPUT], X)
    assert added.shape == (9, 2)
    expected = network.forward([HIDDEN, OUTPUT], X)[-1].A[:, 0]
    np.testing.assert_allclose(added.sum(axis=1) + OUTPUT.b, expected)


def test_contributions_to_a_single_layer_are_those_of_its_inputs():
    np.testing.assert_allclose(network.contributions([OUTPUT], [[1.0, 2.0]]), [[3.0, 2.0]])


def test_refusals():
    with pytest.raises(ValueError, match=r"\(1, 2\); one output"):
        network.loss([HIDDEN], [[1.0]], [1.0])
    with pytest.raises(ValueError, match="activation relu"):
        network.contributions([OUTPUT._replace(activation="relu")], [[1.0, 2.0]])
    with pytest.raises(ValueError, match="X has 2 rows but y has 1"):
        network.loss([HIDDEN, OUTPUT], [[1.0], [2.0]], [1.0])
