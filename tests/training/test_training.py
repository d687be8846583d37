import os
import subprocess
import sys
from itertools import islice

import numpy as np
import pytest

from helpers import data, training
from helpers.maths import descent, linear, network

# isort: split
import tensorflow as tf

X, Y_ROW = data.line()
Y = Y_ROW[:, None]  # (100,) -> (100, 1)
X1 = linear.add_bias(X)


def one_neuron(dtype="float64"):
    model = tf.keras.Sequential([tf.keras.Input((1,), dtype=dtype), tf.keras.layers.Dense(1, dtype=dtype)])
    model.compile(optimizer="sgd", loss="mean_squared_error")
    return model


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)


def test_tensorflow_starts_without_a_word():
    """Also at its first function, its first pipeline and its first compilation by XLA."""
    done = run("""
import os
from helpers import training
import tensorflow as tf
x = tf.constant([[1.0]])
model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
model.compile("sgd", "mean_squared_error")
model.fit(tf.data.Dataset.from_tensors((x, x)).repeat(), steps_per_epoch=2, shuffle=False, verbose=0)
tf.function(lambda x: 2 * x, jit_compile=True)(x)
os.write(2, b"descriptor 2 is back")
""")
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr == "descriptor 2 is back"


def test_without_a_standard_error_it_starts_too():
    done = run("""
import os
os.close(2)
from helpers import training
print("started")
""")
    assert done.stdout == "started\n"


def test_the_descriptor_comes_back_after_an_error(capfd):
    def fail():
        with training.silenced():
            os.write(2, b"unheard")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    os.write(2, b"heard")
    assert capfd.readouterr().err == "heard"


def test_the_explorers_need_no_tensorflow():
    done = run("import sys, helpers.widgets; print([name for name in sys.modules if 'tensorflow' in name])")
    assert done.stdout == "[]\n", done.stderr


def test_theta_there_and_back():
    model = one_neuron()
    training.set_theta(model, [2.0, 3.0])
    np.testing.assert_array_equal(training.theta(model), [2.0, 3.0])
    np.testing.assert_allclose(model(X)[:, 0], linear.predict([2.0, 3.0], X1))


def test_theta_is_refused_to_a_larger_model():
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(2), tf.keras.layers.Dense(1)])
    with pytest.raises(ValueError, match="one neuron has"):
        training.theta(model)


def test_layers_give_the_same_output():
    dense = tf.keras.layers.Dense
    model = tf.keras.Sequential([tf.keras.Input((1,)), dense(5, "relu"), dense(4, "tanh"), dense(1)])
    layers = training.layers(model)
    assert [layer.activation for layer in layers] == ["relu", "tanh", "identity"]
    assert network.count_parameters(layers) == model.count_params()
    np.testing.assert_allclose(network.forward(layers, X)[-1].A, model(X), atol=1e-5)


def test_layers_are_dense():
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dropout(0.5)])
    with pytest.raises(ValueError, match="is a Dropout; every layer must be Dense"):
        training.layers(model)


def test_tape_gradient_is_that_of_the_course():
    model, theta = one_neuron(), [0.5, 1.5]
    training.set_theta(model, theta)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(X) - Y) ** 2) / 2
    for_w, for_b = tape.gradient(loss, model.trainable_variables)
    np.testing.assert_allclose([for_b[0], for_w[0, 0]], linear.gradient(theta, X1, Y_ROW), rtol=1e-12)


@pytest.mark.parametrize(("dtype", "tolerance"), [("float64", 1e-6), ("float32", 1e-5)])
def test_keras_makes_the_same_steps_with_alpha_twice_its_learning_rate(dtype, tolerance):
    model, start, steps = one_neuron(dtype), [0.5, 1.5], 120
    training.set_theta(model, start)
    followed = [start]
    for rows in islice(descent.batches(100, 32, seed=3), steps):
        model.train_on_batch(X[rows], Y[rows])
        followed.append(training.theta(model))

    def ours(alpha):
        return descent.gradient_descent(
            X1, Y_ROW, alpha=alpha, steps=steps, theta=start, batch_size=32, seed=3
        ).thetas

    np.testing.assert_allclose(followed, ours(0.02), atol=tolerance)
    assert np.abs(followed - ours(0.01)).max() > 0.1


def test_watch_hands_over_each_epoch_and_the_end():
    class Replay:
        def __init__(self):
            self.record, self.ends = [], 0

        def append(self, parameters):
            self.record.append(parameters)

        def catch_up(self):
            self.ends += 1

    model, replay = one_neuron(), Replay()
    model.fit(X, Y, epochs=3, verbose=0, callbacks=[training.Watch(replay, training.theta)])
    assert len(replay.record) == 3
    assert replay.ends == 1
    np.testing.assert_array_equal(replay.record[-1], training.theta(model))
    assert not np.array_equal(replay.record[0], replay.record[1])
