"""Networks with one output: their loss, and what each neuron before the last layer adds to the output."""

import numpy as np

from helpers import network
from helpers.validation import as_examples


def loss(parameters, X, y):
    """Return the chapter's loss of a network with one output.

        L = 1/(2m) sum_i (h_i - y_i)^2,  h the output

    parameters  list of network.Layer, the last with one neuron
    X, y        (m, n) and (m,)  inputs, without a column of ones, and targets
    returns     float            in squared units of y; inf where the parameters have diverged

    Raises ValueError if the shapes do not fit or the data hold NaN.
    Source: the chapter, section 3.
    """
    X, y = as_examples(X, y)
    _refuse_other_outputs(parameters)
    with np.errstate(over="ignore", invalid="ignore"):
        h = network.forward(parameters, X)[-1].A[:, 0]  # (m, 1) -> (m,)
        value = np.sum((h - y) ** 2) / (2 * len(y))
    return float("inf") if np.isnan(value) else float(value)


def contributions(parameters, X):
    """Return what each neuron before the last layer adds to the output.

        h = sum_k A_k W_k + b,  A of the layer before the last, W and b of the last

    parameters  list of network.Layer, the last with one neuron and no activation
    X           (m, n)  inputs, without a column of ones
    returns     (m, k)  A_k W_k; of a network of one layer, what each input adds

    Raises ValueError if the shapes do not fit or the last layer has an activation.
    """
    last = _refuse_other_outputs(parameters)
    if last.activation != "identity":
        raise ValueError(f"the last layer has the activation {last.activation}; identity is needed for a sum")
    A = network.forward(parameters[:-1], X)[-1].A if len(parameters) > 1 else np.asarray(X, dtype=float)
    return A * last.W[:, 0]  # (m, k) * (k,)


def _refuse_other_outputs(parameters):
    """Return the last layer; raises ValueError unless it has one neuron."""
    shape = np.shape(parameters[-1].W)
    if len(shape) != 2 or shape[1] != 1:
        raise ValueError(f"the last layer has W of shape {shape}; one output, (k, 1), is needed")
    return parameters[-1]
