"""Our convolution, its gradients and its cost are TensorFlow's and Keras's."""

import numpy as np
import pytest

from helpers.maths import convolution
from helpers.training import tf

RNG = np.random.default_rng(5)
IMAGES, KERNELS = RNG.normal(size=(2, 7, 8, 3)), RNG.normal(size=(3, 3, 3, 4))


@pytest.mark.parametrize(("stride", "padding"), [(1, 0), (2, 0), (1, 1), (2, 1)])
def test_values_and_gradients_are_those_of_the_tape(stride, padding):
    images, kernels = tf.Variable(IMAGES), tf.Variable(KERNELS)
    around = [[0, 0], [padding, padding], [padding, padding], [0, 0]]
    with tf.GradientTape() as tape:
        out = tf.nn.conv2d(tf.pad(images, around), kernels, stride, "VALID")
        weights = RNG.normal(size=out.shape)
        value = tf.reduce_sum(out * weights)
    by_kernels, by_images = tape.gradient(value, [kernels, images])
    assert convolution.convolved(IMAGES, KERNELS, stride, padding) == pytest.approx(out.numpy())
    found = convolution.gradients(IMAGES, KERNELS, weights, stride, padding)
    assert found.kernels == pytest.approx(by_kernels.numpy())
    assert found.images == pytest.approx(by_images.numpy())


def test_same_with_an_odd_kernel_is_padding_by_half_of_it():
    layer = tf.keras.layers.Conv2D(4, 3, padding="same", use_bias=False)
    layer.build(IMAGES.shape)
    layer.set_weights([KERNELS])
    assert layer(IMAGES.astype("float32")).numpy() == pytest.approx(
        convolution.convolved(IMAGES, KERNELS, padding=1), abs=1e-4
    )


def test_pooling_is_keras_pooling():
    expected = tf.keras.layers.MaxPooling2D(2, strides=1)(IMAGES.astype("float32")).numpy()
    assert convolution.pooled(IMAGES, 2, 1) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("inputs", "outputs", "kernel"), [(192, 32, 5), (16, 8, 1), (3, 10, 3)])
def test_parameters_are_what_keras_counts(inputs, outputs, kernel):
    layer = tf.keras.layers.Conv2D(outputs, kernel)
    layer.build((None, 28, 28, inputs))
    assert convolution.cost(28, inputs, outputs, kernel).parameters == layer.count_params()
