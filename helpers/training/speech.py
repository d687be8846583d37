"""A small convolutional network in Keras that listens to digits, and its training."""

import numpy as np

from helpers.data.spoken import LENGTH
from helpers.maths.sound import COEFFICIENTS
from helpers.training import adam
from helpers.training.start import tf

EPOCHS, BATCH, RATE = 12, 64, 0.005
"""Of a training: how often it hears each recording, recordings of a step, largest learning rate."""


def listener(X):
    """Return a small convolutional network: recordings (m, 32, 13) -> scores of the ten digits.

    X  what it will learn from: each coefficient is shifted and scaled to mean 0 and deviation 1 over these

    Its kernels go along time only; each sees all coefficients of five frames.
    """
    normalised = tf.keras.layers.Normalization(name="normalised")
    normalised.adapt(np.asarray(X, dtype="float32"))
    recordings = tf.keras.Input((LENGTH, COEFFICIENTS))
    x = normalised(recordings)
    for number, channels in enumerate((24, 32, 32), start=1):
        x = tf.keras.layers.Conv1D(channels, 5, padding="same", activation="relu", name=f"along{number}")(x)
        x = tf.keras.layers.MaxPooling1D(2)(x)
    x = tf.keras.layers.Flatten()(x)
    return tf.keras.Model(recordings, tf.keras.layers.Dense(10, name="scores")(x))


def learn(model, X, y, callbacks=(), epochs=EPOCHS):
    """Train a model of recordings on digits, by Adam, the learning rate rising first, then falling to 0.

    X  (m, 32, 13)
    y  (m,)  digits
    """
    data = np.asarray(X, dtype="float32")
    adam.learn(model, data, y, epochs=epochs, batch=BATCH, largest=RATE, callbacks=callbacks)


def said(model, X):
    """Return which digit a model hears in each recording (m, 32, 13), (m,)."""
    return model.predict(np.asarray(X, dtype="float32"), batch_size=500, verbose=0).argmax(axis=1)
