"""Fully connected networks: activations, layers, the forward pass."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from helpers.maths.linear import half_mean_square
from helpers.maths.validation import as_data, as_examples, as_numbers, whole


class Activation(NamedTuple):
    """A function of one number, applied to every entry of an array, and its derivative."""

    function: Callable
    derivative: Callable

    def __call__(self, Z):
        """Return the function of every entry of Z, in the shape of Z."""
        return self.function(np.asarray(Z, dtype=float))


def _sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2  # equal to 1 / (1 + exp(-Z)), and never overflows


ACTIVATIONS = {
    "identity": Activation(np.positive, np.ones_like),  # an array of its own, as from the others
    "step": Activation(lambda Z: np.heaviside(Z, 1.0), np.zeros_like),
    "sigmoid": Activation(_sigmoid, lambda Z: _sigmoid(Z) * (1 - _sigmoid(Z))),
    "tanh": Activation(np.tanh, lambda Z: 1 - np.tanh(Z) ** 2),
    "relu": Activation(lambda Z: np.maximum(Z, 0.0), lambda Z: np.heaviside(Z, 0.0)),
}
"""Name -> function with its derivative. The derivative of relu at 0 is taken as 0."""


class Layer(NamedTuple):
    """A fully connected layer: A = activation(A_before @ W + b).

    W           (n, h)  weights: column k holds those of neuron k
    b           (h,)    biases
    activation          a name in ACTIVATIONS
    """

    W: np.ndarray
    b: np.ndarray
    activation: str = "identity"


class LayerOutput(NamedTuple):
    """What a layer computes for every example: Z (m, h) before the activation, A (m, h) after it."""

    Z: np.ndarray
    A: np.ndarray


def activation(name):
    """Return the Activation of that name; raises ValueError, with the known names, if there is none."""
    try:
        return ACTIVATIONS[name]
    except (KeyError, TypeError):
        raise ValueError(
            f"unknown activation {name!r}; the known ones are {', '.join(ACTIVATIONS)}"
        ) from None


def forward(parameters, X):
    """Return what every layer computes, first to last.

        Z1 = X @ W1 + b1,  A1 = activation(Z1),  Z2 = A1 @ W2 + b2,  ...

    parameters  list of Layer
    X           (m, n)  inputs, without a column of ones: b is the bias
    returns     list of LayerOutput; the last A is the network's output

    Raises ValueError if there is no layer, if a layer does not fit the one before it, if an activation is
    unknown, or if X is not two-dimensional, is empty or holds NaN; TypeError if parameters holds anything
    but layers.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", chapter 6.
    """
    A = as_data("X", X, 2)
    if len(parameters) == 0:
        raise ValueError("parameters is empty; at least one Layer is needed")
    outputs = []
    for number, layer in enumerate(parameters, start=1):
        W, b = _checked(layer, number, inputs=A.shape[1])
        with np.errstate(over="ignore", invalid="ignore"):  # diverged weights give inf, as they should
            Z = A @ W + b  # (m, n) @ (n, h) + (h,) -> (m, h)
        A = activation(layer.activation)(Z)
        outputs.append(LayerOutput(Z, A))
    return outputs


def count_parameters(parameters):
    """Return how many numbers learning adjusts: every weight and every bias."""
    return sum(np.size(layer.W) + np.size(layer.b) for layer in parameters)


def loss(parameters, X, y):
    """Return the chapter's loss of a network with one output.

        L = 1/(2m) sum_i (h_i - y_i)^2,  h the output

    parameters  list of Layer, the last with one neuron
    X, y        (m, n) and (m,)  inputs, without a column of ones, and targets
    returns     float            in squared units of y; inf where the parameters have diverged

    Raises ValueError if the shapes do not fit or the data hold NaN.
    Source: the chapter, section 3.
    """
    X, y = as_examples(X, y)
    _refuse_other_outputs(parameters)
    h = forward(parameters, X)[-1].A[:, 0]  # (m, 1) -> (m,)
    return float(half_mean_square(h - y))


def contributions(parameters, X):
    """Return what each neuron before the last layer adds to the output.

        h = sum_k A_k W_k + b,  A of the layer before the last, W and b of the last

    parameters  list of Layer, the last with one neuron and no activation
    X           (m, n)  inputs, without a column of ones
    returns     (m, k)  A_k W_k; of a network of one layer, what each input adds

    Raises ValueError if the shapes do not fit or the last layer has an activation.
    """
    last = _refuse_other_outputs(parameters)
    if last.activation != "identity":
        raise ValueError(f"the last layer has the activation {last.activation}; identity is needed for a sum")
    A = forward(parameters[:-1], X)[-1].A if len(parameters) > 1 else np.asarray(X, dtype=float)
    return A * last.W[:, 0]  # (m, k) * (k,)


def random_layers(sizes, activation="relu", seed=0):
    """Return a network whose weights and biases are drawn at random.

        W = e / sqrt(n),  b = e / 2,  e standard normal

    sizes       the inputs, the neurons of each hidden layer, the outputs: (2, 3, 1) has one hidden layer
    activation  of the hidden layers; the last layer has "identity"
    returns     list of Layer

    The same seed gives the same numbers. Dividing by sqrt(n) keeps a sum of n inputs as large as one of them.
    Raises ValueError or TypeError if there are fewer than two sizes, if one is not a whole number above 0, or
    if the activation is unknown.
    """
    sizes = [whole(f"sizes[{k}]", size, 1) for k, size in enumerate(sizes)]
    if len(sizes) < 2:
        raise ValueError(f"sizes has {len(sizes)} entries; the inputs and the outputs are needed at least")
    rng = np.random.default_rng(whole("seed", seed, 0))
    names = _names(activation, len(sizes) - 1)
    return [
        Layer(rng.standard_normal((n, h)) / np.sqrt(n), rng.standard_normal(h) / 2, name)
        for n, h, name in zip(sizes[:-1], sizes[1:], names, strict=True)
    ]


def _refuse_other_outputs(parameters):
    """Return the last layer; raises ValueError unless it has one neuron."""
    shape = np.shape(parameters[-1].W)
    if len(shape) != 2 or shape[1] != 1:
        raise ValueError(f"the last layer has W of shape {shape}; one output, (k, 1), is needed")
    return parameters[-1]


def _names(hidden, layers):
    """Return the activation of each layer, "identity" for the last; raises ValueError if it is unknown."""
    activation(hidden)
    return [hidden] * (layers - 1) + ["identity"]


def _checked(layer, number, inputs):
    """Return W and b of a layer as arrays; raises ValueError unless they fit its inputs and each other."""
    if not isinstance(layer, Layer):
        got = f"{type(layer).__name__} at index {number - 1}"
        raise TypeError(f"parameters must be a list of Layer, got {got}")
    W, b = as_numbers(f"W{number}", layer.W), as_numbers(f"b{number}", layer.b)
    if W.ndim != 2 or W.shape[0] != inputs:
        needed = f"layer {number} gets {inputs} inputs, so ({inputs}, h) is needed"
        raise ValueError(f"W{number} has shape {W.shape} but {needed}")
    if b.shape != (W.shape[1],):
        needed = f"W{number} has {W.shape[1]} columns, so ({W.shape[1]},) is needed"
        raise ValueError(f"b{number} has shape {b.shape} but {needed}")
    return W, b
