"""The loss and its gradient, against TensorFlow's own differentiation."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import pytest
import tensorflow as tf

from helpers import data
from helpers.maths import linear


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("n", [1, 4])
def test_loss_and_gradient_are_those_of_tensorflow(n, seed):
    rng = np.random.default_rng(seed)
    theta, X, y = rng.normal(size=n + 1), linear.add_bias(rng.normal(size=(20, n))), rng.normal(size=20)
    variable = tf.Variable(theta)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((tf.linalg.matvec(X, variable) - y) ** 2) / 2
    np.testing.assert_allclose(linear.loss(theta, X, y), loss.numpy(), rtol=1e-12)
    np.testing.assert_allclose(
        linear.gradient(theta, X, y), tape.gradient(loss, variable).numpy(), rtol=1e-10
    )


def test_the_mean_squared_error_of_keras_is_twice_the_loss():
    x, y = data.line()
    X = linear.add_bias(x)
    error = tf.keras.losses.MeanSquaredError()(y, linear.predict([4, 0], X))
    assert float(error) == pytest.approx(2 * linear.loss([4, 0], X, y), rel=1e-5)
