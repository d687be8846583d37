"""The small network that listens."""

import numpy as np

from helpers.data import spoken
from helpers.training import speech
from helpers.training.start import tf


def test_it_normalises_by_what_it_learns_from_and_has_its_parameters():
    X = spoken.resized(spoken.spoken().frames[:300])
    model = speech.listener(X)
    found = model.get_layer("normalised")(X).numpy()
    assert np.abs(found.mean(axis=(0, 1))).max() < 1e-3
    assert np.abs(found.std(axis=(0, 1)) - 1).max() < 1e-3
    kernels = 24 * (5 * 13 + 1) + 32 * (5 * 24 + 1) + 32 * (5 * 32 + 1)
    scores = 10 * (4 * 32 + 1)
    assert model.count_params() == kernels + scores + 27
    assert sum(int(np.prod(weight.shape)) for weight in model.trainable_weights) == kernels + scores == 11_898


def test_it_learns_two_digits():
    digits = spoken.spoken()
    rows = np.isin(digits.y, (3, 8)) & (digits.voice < 2)
    X, y = spoken.resized(digits.frames)[rows], digits.y[rows]
    learn = spoken.part(len(y))
    tf.keras.utils.set_random_seed(0)
    model = speech.listener(X[learn])
    speech.learn(model, X[learn], y[learn], epochs=6)
    assert np.mean(speech.said(model, X[~learn]) == y[~learn]) > 0.9
