"""The loss and gradient of a network, against TensorFlow's own differentiation."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import pytest
import tensorflow as tf

from helpers.maths import backprop
from helpers.maths.network import ACTIVATIONS

FUNCTIONS = {
    "identity": tf.identity,
    "step": lambda Z: tf.cast(Z >= 0, Z.dtype),
    "sigmoid": tf.sigmoid,
    "tanh": tf.tanh,
    "relu": tf.nn.relu,
}

OUTPUTS = {"half_mse": 2, "binary": 1, "softmax": 3}


def of_tensorflow(layers, X, Y, loss):
    """Return the loss and a (dW, db) for each layer."""
    variables = [(tf.Variable(layer.W), tf.Variable(layer.b)) for layer in layers]
    with tf.GradientTape() as tape:
        A = tf.constant(X)
        for (W, b), layer in zip(variables, layers, strict=True):
            Z = A @ W + b
            A = FUNCTIONS[layer.activation](Z)
        value = {
            "half_mse": lambda: tf.reduce_sum((A - Y) ** 2) / (2 * len(X)),
            "binary": lambda: tf.reduce_mean(
                tf.nn.sigmoid_cross_entropy_with_logits(Y[:, None].astype(float), Z)
            ),
            "softmax": lambda: tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(Y, Z)),
        }[loss]()
    found = tape.gradient(value, variables, unconnected_gradients="zero")
    return float(value), [(dW.numpy(), db.numpy()) for dW, db in found]


def example(loss, hidden, seed):
    rng = np.random.default_rng(100 + seed)  # not the numbers of the weights again
    layers = backprop.random_layers((2, 5, 4, OUTPUTS[loss]), loss, hidden, seed)
    targets = {
        "half_mse": rng.standard_normal((9, 2)),
        "binary": rng.integers(0, 2, 9),
        "softmax": rng.integers(0, 3, 9),
    }
    return layers, rng.standard_normal((9, 2)), targets[loss]


def compared(layers, X, Y, loss):
    value, expected = of_tensorflow(layers, X, Y, loss)
    assert backprop.loss(layers, X, Y, loss) == pytest.approx(value, rel=1e-12)
    for found, other in zip(backprop.gradients(layers, X, Y, loss), expected, strict=True):
        np.testing.assert_allclose(found.dW, other[0], rtol=1e-9, atol=1e-14)
        np.testing.assert_allclose(found.db, other[1], rtol=1e-9, atol=1e-14)


def test_every_loss_and_activation_is_tried():
    assert FUNCTIONS.keys() == ACTIVATIONS.keys()
    assert OUTPUTS.keys() == backprop.LOSSES.keys()


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("hidden", FUNCTIONS)
@pytest.mark.parametrize("loss", OUTPUTS)
def test_loss_and_gradients_are_those_of_tensorflow(loss, hidden, seed):
    compared(*example(loss, hidden, seed), loss)


@pytest.mark.parametrize("last", FUNCTIONS)
def test_half_mse_after_any_last_activation(last):
    layers, X, Y = example("half_mse", "tanh", 3)
    compared([*layers[:-1], layers[-1]._replace(activation=last)], X, Y, "half_mse")


def test_far_out_scores_are_no_trouble():
    layers, X, Y = example("softmax", "tanh", 0)
    layers[-1] = layers[-1]._replace(W=layers[-1].W * 1000)
    compared(layers, X, Y, "softmax")
