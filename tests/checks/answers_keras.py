"""Known answers to the exercises of notebook 04."""

import math
import warnings

import numpy as np
from answers import Answers

from helpers.training import tf

keras = tf.keras

FROM_KERAS = Answers(
    right=[(0.18, -0.4, 0.1, 1.04), [0.36 / 2, -0.8 / 2, 2 * 0.05, 1 - 0.1 * -0.4]],
    mistakes={  # as one would write them, the others right
        ("L", "same loss"): (0.36, -0.4, 0.1, 1.04),
        ("Slope", "sign"): [(0.18, 0.4, 0.1, 1.04), (0.18, 0.8, 0.1, 1.04)],
        ("The intercept after the step", "no rate"): (0.18, -0.4, 0.1, 1.4),
    },
    others={
        "7 is not it. L: a loss, its slope": (7, -0.4, 0.1, 1.04),
        "7 is not it. Alpha: a loss, its slope": (0.18, -0.4, 7, 1.04),
        "3 numbers, but 4 numbers (L, slope, alpha, intercept) are needed": (0.18, -0.4, 0.1),
    },
)


def updates_counted(m, batch_size, epochs):
    count = 0
    for _ in range(epochs):
        for _ in range(0, m, batch_size):
            count += 1
    return count


def updates_of_one_epoch_less(m, batch_size, epochs):
    count = 0
    for _ in range(1, epochs):
        count += math.ceil(m / batch_size)
    return count


def updates_without_the_first(m, batch_size, epochs):
    count = 0
    for _ in range(epochs):
        for _ in range(batch_size, m, batch_size):
            count += 1
    return count


def updates_while_more_than_a_batch_is_left(m, batch_size, epochs):
    count = 0
    for _ in range(epochs):
        left = m
        while left > batch_size:
            left -= batch_size
            count += 1
    return count


UPDATES = Answers(
    right=[
        updates_counted,
        lambda m, batch_size, epochs: math.ceil(m / batch_size) * epochs,
        lambda m, batch_size, epochs: np.ceil(m / batch_size) * epochs,
        lambda m, batch_size, epochs: (m // batch_size + (m % batch_size > 0)) * epochs,
    ],
    mistakes={
        "across epochs": lambda m, batch_size, epochs: math.ceil(m * epochs / batch_size),
        "short": updates_of_one_epoch_less,
        "one batch less": [updates_without_the_first, updates_while_more_than_a_batch_is_left],
        "each left over": lambda m, batch_size, epochs: epochs * sum(divmod(m, batch_size)),
    },
    others={
        "It returned 43; it should be 40": lambda *arguments: updates_counted(*arguments) + 3,
        "an array of shape (10,), but one number": lambda m, batch_size, epochs: np.full(epochs, 4),
        "It printed something": lambda *arguments: print(updates_counted(*arguments)),
        "it raised ZeroDivisionError": lambda m, batch_size, epochs: m // (batch_size // 100) * epochs,
    },
)


def model(layers=None, loss="mean_squared_error", shape=(2,), optimizer=None, rate=0.05):
    """Return a compiled model that is right, but for what is given."""
    layers = [keras.layers.Dense(1)] if layers is None else layers
    made = keras.Sequential([keras.Input(shape), *layers])
    made.compile(optimizer=optimizer or keras.optimizers.SGD(learning_rate=rate), loss=loss)
    return made


def older():
    with warnings.catch_warnings(action="ignore"):  # that input_shape is the older form
        made = keras.Sequential([keras.layers.Dense(1, input_shape=(2,), activation="linear")])
    made.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
    return made


def functional():
    start = keras.Input((2,))
    made = keras.Model(start, keras.layers.Dense(1)(start))
    made.compile(keras.optimizers.SGD(0.05), keras.losses.MeanSquaredError())
    return made


def half_of_the_mean(y, h):
    return keras.ops.mean((y - h) ** 2) / 2


class Line(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1)

    def call(self, X):
        return self.dense(X)


def of_a_class_of_its_own():
    made = Line()
    made(np.zeros((3, 2)))
    made.compile(keras.optimizers.SGD(0.05), "mse")
    return made


def of_a_class_built():
    made = Line()
    with warnings.catch_warnings(action="ignore"):  # that this makes no weights
        made.build((None, 2))
    made.compile(keras.optimizers.SGD(0.05), "mse")
    return made


def of_a_class_called_after_all():
    made = of_a_class_built()
    made(np.zeros((1, 2)))
    return made


def trained():
    made = model()
    made.train_on_batch(np.zeros((4, 2)), np.zeros((4, 1)))
    return made


Dense, SGD = keras.layers.Dense, keras.optimizers.SGD

MODEL = Answers(
    right=[
        model(),
        older(),
        functional(),
        trained(),
        model(loss="MSE"),
        model(loss=["mse"]),
        model(loss=half_of_the_mean, rate=0.1),
        model(layers=[Dense(1), keras.layers.Activation("linear")]),
        of_a_class_of_its_own(),
        of_a_class_called_after_all(),
    ],
    mistakes={
        "x0": model(shape=(3,), layers=[Dense(1, use_bias=False)]),
        "units": model(layers=[Dense(2, activation="relu")]),
        "activation": [model(layers=[Dense(1, activation=name)]) for name in ("sigmoid", keras.ops.tanh)],
        "examples": model(shape=(None, 2)),
        "absolute": model(loss="mean_absolute_error"),
        "other loss": model(loss=keras.losses.Huber()),
        "other optimizer": model(optimizer=keras.optimizers.RMSprop(0.05)),
    },
    others={
        "One layer of the model is of type Dropout": model(layers=[keras.layers.Dropout(0.5), Dense(1)]),
        "is not one of ours": [
            model(layers=[Dense(1, kernel_regularizer="l2")]),
            model(layers=[Dense(1, trainable=False)]),
            model(optimizer=SGD(0.05, clipnorm=0.1)),
            model(optimizer=SGD(keras.optimizers.schedules.ExponentialDecay(0.05, 1, 0.5))),
            model(loss=keras.losses.MeanSquaredError(reduction=None)),
        ],
        "The learning rate 0.3 does not make": model(rate=0.3),
        "The model has no weights yet: it does not know": of_a_class_built(),
        "Call it once on two numbers, `np.zeros((1, 2))`": of_a_class_built(),
        "The input of one example is (100,)": model(shape=(100,)),
        "The input of one example is (2, 1)": model(shape=(2, 1)),
        "needs a Keras model, but it was given a function": model,
    },
)


def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1 + b1) @ W2 + b2


def forward_by_loop(X, W1, b1, W2, b2):
    found = np.zeros((len(X), 1))
    for i in range(len(X)):
        found[i, 0] = b2[0]
        for k in range(len(b1)):
            found[i, 0] += max(0, X[i] @ W1[:, k] + b1[k]) * W2[k, 0]
    return found


def forward_through(function):
    return lambda X, W1, b1, W2, b2: function(X @ W1 + b1) @ W2 + b2


def forward_that_spoils(X, W1, b1, W2, b2):
    found = forward(X, W1, b1, W2, b2)
    W2[:] = 0
    return found


def relu(Z):
    return np.maximum(Z, 0)


keras_network = model(layers=[Dense(3, activation="relu"), Dense(1)], shape=(3,))
keras_network.predict(np.zeros((2, 3)), verbose=0)


def forward_by_predict(X, W1, b1, W2, b2):
    return keras_network.predict(X, verbose=0)


def forward_by_keras(X, W1, b1, W2, b2):
    return keras_network(X)


KERAS_OUTPUT = Answers(
    right=[forward, forward_by_loop, forward_through(lambda Z: Z * (Z > 0))],
    others={
        "has changed `W2`": forward_that_spoils,
        "Entry (2, 0) is": lambda *arguments: forward(*arguments) + np.eye(4, 1, -2),
        "4 columns meet 2 rows": lambda X, W1, b1, W2, b2: relu(X.T @ W1 + b1) @ W2 + b2,
        "an array of shape (4, 3), but an array of shape (4, 1) (one row": lambda X, W1, b1, W2, b2: (
            relu(X @ W1 + b1) * W2[:, 0] + 2 * b2
        ),
        "the number of inputs of the Keras model is 3, but an example here has 2": [
            forward_by_predict,
            forward_by_keras,
        ],
    },
)

CURVES = Answers(
    right=[(4, 3, 1, 2), [4, 3, 1, 2], np.array([4.0, 3, 1, 2])],
    mistakes={
        ("A", "larger model"): [(3, 4, 1, 2), (3, 3, 1, 2)],
        ("B", "smaller steps"): (4, 2, 1, 3),
    },
    others={
        "0 is not it. A: give a whole number from 1 to 4": (0, 1, 2, 3),
        "1.5 is not it. C: give a whole number from 1 to 4": (4, 3, 1.5, 2),
        "3 numbers, but 4 numbers (one for each curve) are needed": (4, 3, 1),
        "Right so far: A, C. There still is a `...` to replace: B, D.": (4, ..., 1, ...),
        "A: the answer is text, but one number is needed.": ("4", "3", "1", "2"),
    },
)

ANSWERS = {
    "check_curves": CURVES,
    "check_from_keras": FROM_KERAS,
    "check_keras_output": KERAS_OUTPUT,
    "check_model": MODEL,
    "check_updates": UPDATES,
}
