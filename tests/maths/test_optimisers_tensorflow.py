"""Our optimisers and our batch normalisation beside those of Keras."""

import numpy as np
import pytest

from helpers.maths import normalisation, optimisers
from helpers.training.start import tf

keras = tf.keras
KERAS = {
    "sgd": lambda alpha: keras.optimizers.SGD(alpha),
    "momentum": lambda alpha: keras.optimizers.SGD(alpha, momentum=0.9),
    "rmsprop": lambda alpha: keras.optimizers.RMSprop(alpha, rho=0.9),
    "adam": lambda alpha: keras.optimizers.Adam(alpha),
}


@pytest.mark.parametrize("name", optimisers.NAMES)
def test_every_step_is_that_of_keras(name):
    surface = optimisers.SURFACES["ravine"]
    direct = optimisers.directions(name)
    optimizer, place = KERAS[name](0.02), tf.Variable(surface.start, dtype=tf.float64)
    for _ in range(30):
        before = place.numpy()
        slope = surface.slope(before)
        optimizer.apply_gradients([(tf.constant(slope), place)])
        assert place.numpy() == pytest.approx(before - 0.02 * direct(slope), abs=1e-6)


def test_batch_normalisation_is_that_of_keras_in_training_and_after():
    rng = np.random.default_rng(0)
    layer = keras.layers.BatchNormalization(dtype="float64")
    layer.build((None, 3))
    gamma, beta = rng.normal(1, 0.2, 3), rng.normal(0, 1, 3)
    layer.gamma.assign(gamma)
    layer.beta.assign(beta)
    mean, variance = np.zeros(3), np.ones(3)
    for _ in range(3):
        Z = rng.normal([5, -1, 0], [1, 3, 0.2], (8, 3))
        ours = normalisation.batch_norm(Z, gamma, beta, mean, variance, training=True)
        assert layer(Z, training=True).numpy() == pytest.approx(ours.A, abs=1e-6)
        mean, variance = ours.mean, ours.variance
        assert layer.moving_mean.numpy() == pytest.approx(mean, abs=1e-6)
        assert layer.moving_variance.numpy() == pytest.approx(variance, abs=1e-6)
    after = normalisation.batch_norm(Z, gamma, beta, mean, variance, training=False)
    assert layer(Z, training=False).numpy() == pytest.approx(after.A, abs=1e-6)
