"""A small Inception network in Keras, others to compare it with, and its weights as NumPy takes them."""

import numpy as np

from helpers.data.animals import NAMES, SIDE
from helpers.data.trained import MODULES
from helpers.maths.inception import Convolution, Inception, Module
from helpers.training import adam
from helpers.training.start import tf

EPOCHS, BATCH, RATE = 5, 64, 0.003
"""Of a training: how often it sees each image, images of a step, largest learning rate."""


def convolution(x, channels, size, name, normalised=True):
    """Return x after a convolution called so, batch normalisation if wanted, and relu."""
    x = tf.keras.layers.Conv2D(channels, size, padding="same", use_bias=not normalised, name=name)(x)
    if normalised:
        x = tf.keras.layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
    return tf.keras.layers.ReLU()(x)


def module(x, name, one, reduce3, three, reduce5, five, pool, normalised=True):
    """Return x after an Inception module: four branches side by side, with so many channels each.

    reduce3, reduce5  channels of the 1 × 1 convolutions before those of 3 × 3 and 5 × 5; 0 for none
    """

    def branch(x, channels, size, which):
        return convolution(x, channels, size, f"{name}_{which}", normalised) if channels else x

    largest = tf.keras.layers.MaxPooling2D(3, strides=1, padding="same")(x)
    branches = [
        branch(x, one, 1, "one"),
        branch(branch(x, reduce3, 1, "reduce3"), three, 3, "three"),
        branch(branch(x, reduce5, 1, "reduce5"), five, 5, "five"),
        branch(largest, pool, 1, "pool"),
    ]
    return tf.keras.layers.Concatenate(name=name)(branches)


def small(reduced=True, normalised=True):
    """Return a small Inception network: a convolution, three modules, the mean of each channel, scores.

    reduced     whether 1 × 1 convolutions stand before those of 3 × 3 and 5 × 5
    normalised  whether batch normalisation follows each convolution
    """
    reduce3, reduce5 = (8, 4) if reduced else (0, 0)
    images = tf.keras.Input((SIDE, SIDE, 1))
    x = convolution(images, 16, 3, "first", normalised)  # (28, 28, 16)
    x = tf.keras.layers.MaxPooling2D(2)(x)  # (14, 14, 16)
    x = module(x, "module1", 8, reduce3, 16, reduce5, 8, 8, normalised)  # (14, 14, 40)
    x = tf.keras.layers.MaxPooling2D(2)(x)  # (7, 7, 40)
    x = module(x, "module2", 16, 2 * reduce3, 32, 2 * reduce5, 16, 16, normalised)  # (7, 7, 80)
    x = module(x, "module3", 16, 2 * reduce3, 32, 2 * reduce5, 16, 16, normalised)  # (7, 7, 80)
    x = tf.keras.layers.GlobalAveragePooling2D()(x)  # (80,)
    return tf.keras.Model(images, tf.keras.layers.Dense(len(NAMES), name="scores")(x))


def plain():
    """Return a network of about as many weights: one convolution of 3 × 3 after another."""
    images = tf.keras.Input((SIDE, SIDE, 1))
    x = tf.keras.layers.MaxPooling2D(2)(convolution(images, 16, 3, "first"))  # (14, 14, 16)
    x = tf.keras.layers.MaxPooling2D(2)(convolution(x, 32, 3, "second"))  # (7, 7, 32)
    x = convolution(convolution(x, 36, 3, "third"), 32, 3, "fourth")  # (7, 7, 32)
    x = tf.keras.layers.GlobalAveragePooling2D()(x)  # (32,)
    return tf.keras.Model(images, tf.keras.layers.Dense(len(NAMES), name="scores")(x))


def learn(model, X, y, callbacks=(), epochs=EPOCHS):
    """Train a model of images on scores, by Adam, the learning rate rising first, then falling to 0.

    X  (m, 28, 28)
    y  (m,)  classes
    """
    adam.learn(model, _images(X), y, epochs=epochs, batch=BATCH, largest=RATE, callbacks=callbacks)


def scores(model, X):
    """Return the scores that a model gives images (m, 28, 28), (m, 10), as in use, not as in training."""
    return model.predict(_images(X), batch_size=250, verbose=0)  # so many at once: each holds 2 MB on the way


def folded(model):
    """Return a `small()` model as helpers.maths.inception takes it, each normalisation put into the weights.

        gamma (W x - mean) / root + beta,  root = sqrt(variance + epsilon),  is W gamma / root, and a bias

    Raises ValueError if the model has other layers.
    """

    def one(name):
        (W,), normalisation = model.get_layer(name).get_weights(), model.get_layer(f"{name}_norm")
        gamma, beta, mean, variance = (np.asarray(each) for each in normalisation.weights)
        scale = gamma / np.sqrt(variance + normalisation.epsilon)
        return Convolution(W * scale, beta - mean * scale)

    try:
        modules = [
            Module(*(one(f"module{number}_{which}") for which in Module._fields))
            for number in range(1, MODULES + 1)
        ]
        return Inception(one("first"), modules, *model.get_layer("scores").get_weights())
    except ValueError as error:
        raise ValueError(f"the model must be small(), with all its layers: {error}") from error


def _images(X):
    return np.asarray(X, dtype="float32")[..., None]  # (m, 28, 28) -> (m, 28, 28, 1)
