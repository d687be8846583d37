"""The small Inception network in Keras and in NumPy, and what its modules cost."""

import numpy as np
import pytest

from helpers import data
from helpers.data import marks
from helpers.maths import convolution
from helpers.maths import inception as ours
from helpers.training import inception
from helpers.training.start import tf

RNG = np.random.default_rng(1)


def disturbed(model):
    """Return the model with other numbers everywhere, also where a new one has 0 and 1."""
    for weight in model.weights:
        weight.assign(np.asarray(weight) + RNG.uniform(0.05, 0.2, weight.shape).astype("float32"))
    return model


def test_a_folded_network_gives_keras_scores():
    model = disturbed(inception.small())
    images = RNG.random((4, 28, 28))
    scores = ours.forward(inception.folded(model), images).scores
    theirs = inception.scores(model, images)
    assert scores == pytest.approx(theirs, rel=1e-3, abs=1e-3 * float(np.abs(theirs).max()))


@pytest.mark.parametrize("make", [inception.plain, lambda: inception.small(reduced=False)])
def test_another_network_cannot_be_folded(make):
    with pytest.raises(ValueError, match=r"small\(\)"):
        inception.folded(make())


@pytest.mark.parametrize("channels", [(192, 64, 96, 128, 16, 32, 32), (7, 2, 3, 4, 2, 5, 6)])
@pytest.mark.parametrize("reduced", [True, False])
def test_a_module_costs_what_keras_counts(channels, reduced):
    n, one, reduce3, three, reduce5, five, pool = channels
    inputs = tf.keras.Input((14, 14, n))
    before = (reduce3, three, reduce5, five) if reduced else (0, three, 0, five)
    outputs = inception.module(inputs, "m", one, *before, pool, normalised=False)
    counted = convolution.total(convolution.module_cost(14, *channels, reduced=reduced))
    assert tf.keras.Model(inputs, outputs).count_params() == counted.parameters
    assert outputs.shape == (None, 14, 14, one + three + five + pool)


def test_networks_that_are_compared_have_as_many_parameters():
    small, plain = inception.small().count_params(), inception.plain().count_params()
    assert small == 26_794
    assert plain == pytest.approx(small, rel=0.03)


def test_it_learns_from_a_few_steps():
    X, y = data.animals()
    rows = marks.parts()[2][:1000]
    images = X[rows].reshape(-1, 28, 28)
    tf.keras.utils.set_random_seed(0)
    model = inception.small()
    inception.learn(model, images, y[rows], epochs=4)
    assert np.mean(inception.scores(model, images).argmax(axis=1) == y[rows]) > 0.4
