"""Answers to the exercises of notebook 04, written from the tasks alone."""

import math
from fractions import Fraction

import numpy as np
from bank import Bank

from helpers.training import tf

keras = tf.keras
layers, SGD = keras.layers, keras.optimizers.SGD

FROM_KERAS = Bank(
    right=[
        (0.18, -0.4, 0.1, 1.04),
        [0.18, -0.4, 0.1, 1.04],
        (0.36 / 2, -0.8 / 2, 0.05 * 2, 1 + 0.05 * 0.8),
        np.array([0.18, -0.4, 0.1, 1.04]),
        (Fraction(9, 50), Fraction(-2, 5), Fraction(1, 10), Fraction(26, 25)),
    ],
    wrong=[
        (("L", "same loss"), (0.36, -0.4, 0.1, 1.04)),
        (("L", "twice the loss"), (0.72, -0.4, 0.1, 1.04)),
        (("Slope", "same slope"), (0.18, -0.8, 0.1, 1.04)),
        (("Slope", "twice the slope"), (0.18, -1.6, 0.1, 1.04)),
        (("Slope", "sign"), (0.18, 0.4, 0.1, 1.04)),
        (("Alpha", "same rate"), (0.18, -0.4, 0.05, 1.04)),
        (("Alpha", "half the rate"), (0.18, -0.4, 0.025, 1.04)),
        (("Alpha", "four times"), (0.18, -0.4, 0.2, 1.04)),
        (("The intercept after the step", "uphill"), (0.18, -0.4, 0.1, 0.96)),
        (("The intercept after the step", "mixed"), (0.18, -0.4, 0.1, 1.02)),
        (("The intercept after the step", "mixed"), (0.18, -0.4, 0.1, 1.08)),
        (("The intercept after the step", "change"), (0.18, -0.4, 0.1, 0.04)),
        (("The intercept after the step", "no rate"), (0.18, -0.4, 0.1, 1.8)),
        (("L", "factor"), (0.5, -0.4, 0.1, 1.04)),
        (("Slope", "factor"), (0.18, 0.5, 0.1, 1.04)),
        (("Alpha", "factor"), (0.18, -0.4, 2, 1.04)),
        (("L", "root"), (0.6, -0.4, 0.1, 1.04)),
        (("Slope", "quarter"), (0.18, -0.2, 0.1, 1.04)),
        (("The intercept after the step", "unmoved"), (0.18, -0.4, 0.1, 1)),
        ("4 numbers", (0.18, -0.4, 0.1)),
    ],
    general=[(0.2, -0.4, 0.1, 1.04)],
)


def counted(m, batch_size, epochs):
    updates = 0
    for _ in range(epochs):
        left = m
        while left > 0:
            left -= batch_size
            updates += 1
    return updates


def ceiling(m, batch_size, epochs):
    return -(-m // batch_size) * epochs


def floor_one(m, batch_size, epochs):
    return m // batch_size + 1 * epochs


def with_divmod(m, batch_size, epochs):
    batches, rest = divmod(m, batch_size)
    if rest:
        batches += 1
    return batches * epochs


size, m_notebook, batch = 32, 100, 32


def notebook_batch(m, batch_size, epochs):
    return math.ceil(m / batch) * epochs


def batch_inside(m, batch_size, epochs):
    return math.ceil(m / 32) * epochs


def epochs_forgotten_loop(m, batch_size, epochs):
    n = 0
    for _ in range(epochs):
        n = math.ceil(m / batch_size)
    return n


def early(m, batch_size, epochs):
    n = 0
    for _ in range(epochs):
        n += math.ceil(m / batch_size)
        return n


UPDATES = Bank(
    right=[
        counted,
        ceiling,
        with_divmod,
        lambda m, batch_size, epochs: epochs * math.ceil(m / batch_size),
        lambda m, batch_size, epochs: (m + batch_size - 1) // batch_size * epochs,
        lambda m, batch_size, epochs: len(range(0, m, batch_size)) * epochs,
        lambda m, batch_size, epochs: np.ceil(m / batch_size) * epochs,
        lambda m, batch_size, epochs: sum(1 for _ in range(epochs) for _ in range(0, m, batch_size)),
    ],
    wrong=[
        ("last once", lambda m, batch_size, epochs: m // batch_size * epochs + (m % batch_size > 0)),
        ("last forgotten", lambda m, batch_size, epochs: max(m // batch_size, 1) * epochs),
        ("divided", lambda m, batch_size, epochs: math.ceil(m / (batch_size * epochs))),
        ("added", lambda m, batch_size, epochs: m // batch_size + epochs),
        ("`epochs`", lambda m, batch_size, epochs: math.ceil(m / batch_size) * 10),
        ("text", lambda m, batch_size, epochs: str(ceiling(m, batch_size, epochs))),
        ("last forgotten", lambda m, batch_size, epochs: m // batch_size * epochs),
        ("last forgotten", lambda m, batch_size, epochs: int(m / batch_size) * epochs),
        ("last forgotten", lambda m, batch_size, epochs: round(m / batch_size) * epochs),
        ("last forgotten", lambda m, batch_size, epochs: np.floor(m / batch_size) * epochs),
        ("fraction", lambda m, batch_size, epochs: m / batch_size * epochs),
        ("across epochs", lambda m, batch_size, epochs: math.ceil(m / batch_size * epochs)),
        ("across epochs", lambda m, batch_size, epochs: math.ceil(m * epochs / batch_size)),
        ("one more", lambda m, batch_size, epochs: (m // batch_size + 1) * epochs),
        ("one epoch", lambda m, batch_size, epochs: math.ceil(m / batch_size)),
        ("one epoch", epochs_forgotten_loop),
        ("one epoch", early),
        ("epochs", lambda m, batch_size, epochs: epochs),
        ("examples", lambda m, batch_size, epochs: m * epochs),
        ("swapped", lambda m, batch_size, epochs: math.ceil(batch_size / m) * epochs),
        ("swapped", lambda m, batch_size, epochs: batch_size / m * epochs),
        ("added", lambda m, batch_size, epochs: math.ceil(m / batch_size) + epochs),
        ("`batch_size`|`batch`", notebook_batch),
        ("`batch_size`", batch_inside),
        ("across epochs", lambda m, batch_size, epochs: m * epochs // batch_size + 1),
        ("added", floor_one),
        ("batch sizes", lambda m, batch_size, epochs: m * batch_size * epochs),
        ("divided", lambda m, batch_size, epochs: math.ceil(m / batch_size / epochs)),
        ("printed", lambda m, batch_size, epochs: print(ceiling(m, batch_size, epochs))),
        ("rest", lambda m, batch_size, epochs: m % batch_size * epochs),
        ("long", lambda m, batch_size, epochs: math.ceil(m / batch_size) * (epochs + 1)),
        ("power", lambda m, batch_size, epochs: math.ceil(m / batch_size) ** epochs),
    ],
    general=[
        lambda m, batch_size, epochs: ceiling(m, batch_size, epochs) - 1,
        lambda m, batch_size, epochs: ceiling(m, batch_size, epochs) + 3,
    ],
)


def seq(*inside, shape=(2,), loss="mse", optimizer=None):
    model = keras.Sequential([keras.Input(shape), *(inside or (layers.Dense(1),))])
    model.compile(optimizer or SGD(learning_rate=0.05), loss)
    return model


def added():
    model = keras.models.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(layers.Dense(1, activation=None))
    model.compile(optimizer=SGD(0.05), loss="mean_squared_error")
    return model


def built():
    model = keras.Sequential([layers.Dense(1)])
    model.build((None, 2))
    model.compile(optimizer=SGD(0.05), loss=keras.losses.MeanSquaredError())
    return model


def functional():
    inputs = keras.Input(shape=(2,))
    model = keras.Model(inputs=inputs, outputs=layers.Dense(1)(inputs))
    model.compile(loss="mse", optimizer=SGD(0.05))
    return model


def rescaled():
    inputs = keras.Input(shape=(2,))
    model = keras.Model(inputs, layers.Dense(1)(layers.Rescaling(1.0)(inputs)))
    model.compile(loss="mse", optimizer=SGD(0.05))
    return model


class Mine(keras.Model):
    def __init__(self, units=1, activation=None):
        super().__init__()
        self.out = layers.Dense(units, activation=activation)

    def call(self, inputs):
        return self.out(inputs)

    def build(self, shape):
        self.out.build(shape)
        self.built = True


class Lazy(keras.Model):
    def __init__(self, units=1, activation=None):
        super().__init__()
        self.out = layers.Dense(units, activation=activation)

    def call(self, inputs):
        return self.out(inputs)


class Weights(keras.Model):
    def __init__(self):
        super().__init__()
        self.w = self.add_weight(shape=(2, 1))
        self.b = self.add_weight(shape=(1,))

    def call(self, inputs):
        return inputs @ self.w + self.b


class BiasFirst(keras.Model):
    def __init__(self):
        super().__init__()
        self.b = self.add_weight(shape=(1,))
        self.w = self.add_weight(shape=(2, 1))

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.w) + self.b


def mine(make, build=None, rate=0.05, loss="mse", **options):
    model = make(**options)
    if build == "build":
        model.build((None, 2))
    if build == "call":
        model(np.zeros((1, 2)))
    model.compile(SGD(rate), loss)
    return model


def square(y, h):
    return keras.ops.mean(keras.ops.square(y - h), axis=-1)


def half(y, h):
    return keras.ops.mean(keras.ops.square(y - h)) / 2


MODEL = Bank(
    right=[
        seq(),
        added(),
        built(),
        functional(),
        rescaled(),
        mine(Mine, "build"),
        mine(Mine, "call"),
        mine(Lazy, "call"),
        mine(Weights, "call"),
        mine(BiasFirst, "call"),
        seq(loss=square),
        seq(loss=half, optimizer=SGD(0.1)),
        seq(optimizer=SGD(lambda: 0.05)),
        seq(optimizer=SGD(keras.optimizers.schedules.ExponentialDecay(0.05, 10, 1.0))),
        seq(optimizer=SGD(keras.optimizers.schedules.PiecewiseConstantDecay([1000], [0.05, 0.01]))),
        seq(layers.Dense(1, kernel_initializer="zeros")),
        seq(layers.Dense(1), layers.Reshape((1,))),
    ],
    wrong=[
        ("same rate", seq(optimizer=SGD(0.1))),
        ("twice", seq(optimizer=SGD(0.2))),
        ("default", seq(optimizer="sgd")),
        ("other optimizer", seq(optimizer="adam")),
        ("other optimizer", seq(optimizer=keras.optimizers.Adam(0.05))),
        ("momentum", seq(optimizer=SGD(0.05, momentum=0.9))),
        ("one feature", seq(shape=(1,))),
        ("x0", seq(shape=(3,))),
        ("units", seq(layers.Dense(2))),
        ("hidden", seq(layers.Dense(2), layers.Dense(1))),
        ("activation", seq(layers.Dense(1, activation="relu"))),
        ("activation", seq(layers.Dense(1, activation="sigmoid"))),
        ("no bias", seq(layers.Dense(1, use_bias=False))),
        ("absolute", seq(loss="mae")),
        ("None", None),
        ("layer", layers.Dense(1)),
        ("list", [layers.Dense(1)]),
        ("not compiled", keras.Sequential([keras.Input((2,)), layers.Dense(1)])),
        ("examples", seq(shape=(None, 2))),
        ("same rate", mine(Mine, "build", rate=0.1)),
        ("same rate", mine(Lazy, "call", rate=0.1)),
        ("no weights", mine(Lazy, rate=0.1)),
        ("no weights", mine(Mine)),
        ("no input", keras.Sequential([layers.Dense(1)])),
        ("units", mine(Lazy, "call", units=2)),
        ("activation", mine(Lazy, "call", activation="relu")),
        ("absolute", mine(Lazy, "call", loss="mae")),
        ("own loss", seq(loss=half)),
        ("own loss", seq(loss=half, optimizer=SGD(0.2))),
        ("class|made|instance", Mine),
    ],
)


def relu(z):
    return np.maximum(0, z)


def out(X, W1, b1, W2, b2):
    hidden = X @ W1 + b1
    hidden[hidden < 0] = 0
    return hidden @ W2 + b2


def out_loop(X, W1, b1, W2, b2):
    rows = []
    for x in X:
        a = [max(0.0, x @ W1[:, k] + b1[k]) for k in range(len(b1))]
        rows.append([np.dot(a, W2[:, 0]) + b2[0]])
    return np.array(rows)


def out_dot(X, W1, b1, W2, b2):
    return np.add(np.dot(np.where(np.dot(X, W1) + b1 > 0, np.dot(X, W1) + b1, 0), W2), b2)


def out_einsum(X, W1, b1, W2, b2):
    return np.einsum("ih,ho->io", relu(np.einsum("in,nh->ih", X, W1) + b1), W2) + b2


def out_reshape(X, W1, b1, W2, b2):
    return (relu(X @ W1 + b1) @ W2[:, 0] + b2).reshape(-1, 1)


def out_keepdims(X, W1, b1, W2, b2):
    return (relu(X @ W1 + b1) * W2.T).sum(axis=1, keepdims=True) + b2


def as_given(X, W1, b1, W2, b2):
    A1 = np.maximum(0, X @ W1) + b1
    return np.maximum(0, A1 @ W2 + b2)


def half_mended(X, W1, b1, W2, b2):
    A1 = np.maximum(0, X @ W1 + b1)
    return np.maximum(0, A1 @ W2 + b2)


KERAS_OUTPUT = Bank(
    right=[out, out_loop, out_dot, out_einsum, out_reshape, out_keepdims],
    wrong=[
        ("relu at the end", lambda X, W1, b1, W2, b2: relu(relu(X @ W1 + b1) @ W2) + b2),
        ("relu first", lambda X, W1, b1, W2, b2: (relu(X) @ W1 + b1) @ W2 + b2),
        ("absolute", lambda X, W1, b1, W2, b2: np.abs(X @ W1 + b1) @ W2 + b2),
        ("other activation", lambda X, W1, b1, W2, b2: np.log1p(np.exp(X @ W1 + b1)) @ W2 + b2),
        ("sigmoid at the end", lambda *a: 1 / (1 + np.exp(-out(*a)))),
        ("one neuron", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1)[:, :1] * W2[0] + b2),
        (
            "bias twice",
            lambda X, W1, b1, W2, b2: sum(relu(X @ W1 + b1)[:, [k]] * W2[k] + b2 for k in range(len(W2))),
        ),
        ("one example", lambda *a: out(*a)[0]),
        ("`b1`, `b2`", lambda X, W1, b1, W2, b2: X @ W1 @ W2),
        ("as given", as_given),
        ("relu at the end", half_mended),
        ("no relu", lambda X, W1, b1, W2, b2: (X @ W1 + b1) @ W2 + b2),
        ("relu at the end", lambda X, W1, b1, W2, b2: relu(relu(X @ W1 + b1) @ W2 + b2)),
        ("relu only at the end", lambda X, W1, b1, W2, b2: relu((X @ W1 + b1) @ W2 + b2)),
        ("other activation", lambda X, W1, b1, W2, b2: np.tanh(X @ W1 + b1) @ W2 + b2),
        ("step", lambda X, W1, b1, W2, b2: (X @ W1 + b1 > 0) @ W2 + b2),
        ("no b1", lambda X, W1, b1, W2, b2: relu(X @ W1) @ W2 + b2),
        ("no b2", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1) @ W2),
        ("no biases", lambda X, W1, b1, W2, b2: relu(X @ W1) @ W2),
        ("late b1", lambda X, W1, b1, W2, b2: (relu(X @ W1) + b1) @ W2 + b2),
        ("hidden", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1)),
        ("row", lambda X, W1, b1, W2, b2: (relu(X @ W1 + b1) @ W2 + b2).ravel()),
        ("row", lambda X, W1, b1, W2, b2: (relu(X @ W1 + b1) @ W2 + b2)[:, 0]),
        ("turned", lambda X, W1, b1, W2, b2: (relu(X @ W1 + b1) @ W2 + b2).T),
        ("array|every entry", lambda X, W1, b1, W2, b2: max(0, X @ W1 + b1) @ W2 + b2),
        ("transposed", lambda X, W1, b1, W2, b2: relu(X @ W1.T + b1) @ W2 + b2),
        ("rows|columns|turned", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1) @ W2.T + b2),
        ("order", lambda X, W1, b1, W2, b2: relu(W1 @ X + b1) @ W2 + b2),
        ("mean", lambda X, W1, b1, W2, b2: np.mean(relu(X @ W1 + b1) @ W2 + b2)),
        ("round", lambda *a: np.round(out(*a), 2)),
        ("round", lambda *a: np.round(out(*a), 3)),
        ("bias twice", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1) @ W2 + 2 * b2),
        ("bias twice", lambda X, W1, b1, W2, b2: relu(X @ W1 + 2 * b1) @ W2 + b2),
        ("wrong side", lambda X, W1, b1, W2, b2: np.minimum(0, X @ W1 + b1) @ W2 + b2),
        ("minus bias", lambda X, W1, b1, W2, b2: relu(X @ W1 - b1) @ W2 - b2),
        ("swapped", lambda X, W1, b1, W2, b2: relu(X @ W1 + b2) @ W2 + b1[0]),
        ("largest", lambda X, W1, b1, W2, b2: np.max(X @ W1 + b1, 0) @ W2 + b2),
        ("no W2", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1).sum(axis=1, keepdims=True) + b2),
        ("entry by entry", lambda X, W1, b1, W2, b2: relu(X * W1 + b1) @ W2 + b2),
    ],
    general=[lambda *a: -out(*a), lambda *a: out(*a).astype(np.float16)],
)

CURVES = Bank(
    right=[(4, 3, 1, 2), [4, 3, 1, 2], np.array([4, 3, 1, 2]), (4.0, 3.0, 1.0, 2.0), (np.int64(4), 3, 1, 2)],
    wrong=[
        (("A", "longer"), (1, 3, 4, 2)),
        (("A", "smaller steps"), (2, 3, 1, 4)),
        (("A", "larger model"), (3, 4, 1, 2)),
        (("B", "longer"), (4, 1, 3, 2)),
        (("B", "smaller steps"), (4, 2, 1, 3)),
        (("B", "done"), (4, 4, 1, 2)),
        (("C", "smaller steps"), (4, 3, 2, 1)),
        (("C", "larger model"), (4, 3, 3, 2)),
        (("C", "done"), (4, 3, 4, 2)),
        (("D", "longer"), (4, 3, 1, 1)),
        (("D", "larger model"), (4, 3, 1, 3)),
        (("D", "done"), (4, 3, 1, 4)),
        ("from 0", (3, 2, 0, 1)),
        ("text", ("4", "3", "1", "2")),
        ("is text", ("C", "D", "B", "A")),
        ("other way", (3, 4, 2, 1)),
        ("4 numbers", (4, 3, 1)),
    ],
)

BANK = {
    "check_from_keras": FROM_KERAS,
    "check_updates": UPDATES,
    "check_model": MODEL,
    "check_keras_output": KERAS_OUTPUT,
    "check_curves": CURVES,
}
