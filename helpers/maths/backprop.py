"""Backpropagation: the gradient of a network's loss, layer by layer from the last, and a descent along it.

Three losses, all means over the m examples:

half_mse  1/(2m) sum (A - Y)^2 over examples and outputs; Y (m, k) targets, or (m,) for one output
binary    cross-entropy of one output with the activation sigmoid; Y (m,) or (m, 1) of 0 and 1
softmax   cross-entropy of k >= 2 scores, a last layer without activation; Y (m,) classes 0 to k - 1
"""

from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

import numpy as np

from helpers.maths import classification, network
from helpers.maths.descent import batches
from helpers.maths.linear import half_mean_square
from helpers.maths.network import ACTIVATIONS, Layer, LayerOutput
from helpers.maths.validation import as_data, as_numbers, not_negative, positive, whole


class Loss(NamedTuple):
    """A loss of the last layer's output; both are called with (its activation, its LayerOutput, Y (m, k)).

    value  the mean over the examples
    delta  (m, k)  the derivative of each example's own loss by each of its z
    """

    value: Callable
    delta: Callable


class Gradient(NamedTuple):
    """The gradient of one layer: dW (n, h) as its W, db (h,) as its b; loss per unit of each."""

    dW: np.ndarray  # noqa: N815
    db: np.ndarray


LOSSES = {
    "half_mse": Loss(
        lambda name, last, Y: half_mean_square(last.A - Y, axis=0).sum(),
        lambda name, last, Y: (last.A - Y) * ACTIVATIONS[name].derivative(last.Z),
    ),
    "binary": Loss(
        lambda name, last, Y: classification.binary_losses(last.Z, Y).cross.mean(),
        lambda name, last, Y: last.A - Y,  # h - y: the sigmoid's own slope cancels
    ),
    "softmax": Loss(
        lambda name, last, Y: (np.logaddexp.reduce(last.Z, axis=1) - (Y * last.Z).sum(axis=1)).mean(),
        lambda name, last, Y: classification.softmax(last.Z) - Y,  # P - Y, with Y one-hot
    ),
}
"""Name -> loss with its delta. Y is (m, k) here: classes have become one-hot rows."""


def loss(layers, X, Y, loss):
    """Return the loss of a network.

    layers   list of Layer
    X        (m, n)  inputs, without a column of ones
    Y        (m, k) or (m,)  as the loss needs it: see the top of this file
    loss     "half_mse", "binary" or "softmax"
    returns  float   in squared units of Y for half_mse, else in nats; inf where the parameters have diverged

    Raises ValueError or TypeError if the loss is unknown, if the layers, X and Y do not fit each other, or if
    the last layer is not what the loss needs.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 6.2.2.
    """
    layers, X, Y = _checked(layers, X, Y, loss)
    with np.errstate(over="ignore", invalid="ignore"):
        return _value(layers, X, Y, loss)


def deltas(layers, X, Y, loss):
    """Return how much each z of each example is to blame: the derivative of that example's loss by that z.

        last layer:     delta = (A - Y) * g'(Z) for half_mse,  A - Y for binary,  softmax(Z) - Y for softmax
        layer before:   delta_before = delta @ W.T * g'(Z_before)

    layers   list of Layer
    X        (m, n)  inputs, without a column of ones
    Y        (m, k) or (m,)  as the loss needs it
    loss     "half_mse", "binary" or "softmax"
    returns  list of (m, h), one a layer, first to last; loss of one example per unit of z

    L is the mean over the examples, so dL/dZ is delta / m. Where a relu is off, its delta is 0.
    Raises as loss does.
    Source: Rumelhart, Hinton, Williams, "Learning representations by back-propagating errors", Nature 323,
    1986; Nielsen, "Neural Networks and Deep Learning", chapter 2.
    """
    layers, X, Y = _checked(layers, X, Y, loss)
    with np.errstate(over="ignore", invalid="ignore"):
        return _deltas(layers, _forward(layers, X), Y, loss)


def gradients(layers, X, Y, loss):
    """Return the gradient of the loss by every weight and bias, by backpropagation.

        dW = A_before.T @ delta / m,  db = 1/m sum_i delta_i;  A_before of the first layer is X

    layers   list of Layer
    X        (m, n)  inputs, without a column of ones
    Y        (m, k) or (m,)  as the loss needs it
    loss     "half_mse", "binary" or "softmax"
    returns  list of Gradient (dW, db), one a layer, first to last; NaN where the parameters have diverged

    Raises as loss does.
    Source: as deltas.
    """
    layers, X, Y = _checked(layers, X, Y, loss)
    with np.errstate(over="ignore", invalid="ignore"):
        return _gradients(layers, X, Y, loss)


def _forward(layers, X, factors=None):
    """Return the LayerOutput of each layer: network.forward without its checks.

    factors  what each hidden layer's A is multiplied by, (m, h) each; nothing if None
    """
    A, outputs = X, []
    for k, (W, b, name) in enumerate(layers):
        Z = A @ W + b  # (m, n) @ (n, h) + (h,) -> (m, h)
        A = ACTIVATIONS[name].function(Z)
        if factors is not None and k < len(factors):
            A = A * factors[k]
        outputs.append(LayerOutput(Z, A))
    return outputs


def _deltas(layers, outputs, Y, loss, factors=None):
    delta = LOSSES[loss].delta(layers[-1].activation, outputs[-1], Y)  # (m, k)
    found = [delta]
    for k in range(len(layers) - 1, 0, -1):  # from the last layer to the second
        slope = ACTIVATIONS[layers[k - 1].activation].derivative(outputs[k - 1].Z)
        delta = delta @ layers[k].W.T * slope  # (m, h) @ (h, n) * (m, n) -> (m, n)
        if factors is not None:
            delta = delta * factors[k - 1]
        found.append(delta)
    return found[::-1]


def _gradients(layers, X, Y, loss, factors=None):
    outputs, m = _forward(layers, X, factors), len(X)
    inputs = [X] + [output.A for output in outputs[:-1]]  # what each layer was given, (m, n)
    return [
        Gradient(A_before.T @ delta / m, delta.sum(axis=0) / m)  # (n, m) @ (m, h) -> (n, h), and (h,)
        for A_before, delta in zip(inputs, _deltas(layers, outputs, Y, loss, factors), strict=True)
    ]


def _value(layers, X, Y, loss):
    value = float(LOSSES[loss].value(layers[-1].activation, _forward(layers, X)[-1], Y))
    return np.inf if np.isnan(value) else value


def nudged_gradients(layers, X, Y, loss, epsilon=1e-5):
    """Return the gradient of the loss by nudging every weight and bias, one after another: the second way.

        dL/dw = (L(w + epsilon) - L(w - epsilon)) / (2 epsilon)

    layers, X, Y, loss  as in gradients
    epsilon             > 0  how far each is nudged
    returns             list of Gradient (dW, db), one a layer, first to last

    It takes two losses for each parameter. Its error shrinks with epsilon squared, until below 1e-5 or so the
    difference drowns in rounding. Where a nudge carries a z of relu or step across 0, it measures a slope
    across the kink, which is not the gradient.
    Raises as loss does, and ValueError or TypeError if epsilon is not a positive number.
    Source: Nocedal and Wright, "Numerical Optimization", section 8.1.
    """
    layers, X, Y = _checked(layers, X, Y, loss)  # these arrays are copies, so they may be nudged in place
    epsilon = positive("epsilon", epsilon)

    def slopes(parameters):
        found = np.empty_like(parameters)
        for where in np.ndindex(parameters.shape):
            kept, values = parameters[where], []
            for nudged in (kept + epsilon, kept - epsilon):
                parameters[where] = nudged
                values.append(_value(layers, X, Y, loss))
            parameters[where] = kept
            found[where] = (values[0] - values[1]) / (2 * epsilon)
        return found

    with np.errstate(over="ignore", invalid="ignore"):
        return [Gradient(slopes(layer.W), slopes(layer.b)) for layer in layers]


def relative_error(a, b):
    """Return how far two gradients are apart, as a share of the longer.

        |a - b| / max(|a|, |b|),  |...| the root of the sum of squares, over all entries

    a, b     arrays of one shape, or lists of (dW, db) of the same shapes
    returns  float  0: equal, or both 0; 1: one of them is 0; 2: opposite; nan where one holds inf or NaN

    A right gradient and its central differences with epsilon 1e-5 are 1e-7 apart or less, unless the gradient
    is almost 0 or a kink is near; most wrong ones are further. relative_error(a[0], b[0]) is of one layer.
    Raises ValueError if the shapes differ; TypeError for what is no number.
    Source: "Gradient checks", notes of Stanford's course CS231n.
    """
    a, b = _entries("a", a), _entries("b", b)
    if [each.shape for each in a] != [each.shape for each in b]:  # else (n,) - (n, 1) would give (n, n)
        shapes = (", ".join(str(each.shape) for each in arrays) for arrays in (a, b))
        raise ValueError("a has the shapes {} but b has {}; they must be equal".format(*shapes))
    a, b = (np.concatenate([each.ravel() for each in arrays]) for arrays in (a, b))
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        return np.nan
    longer = max(np.linalg.norm(a), np.linalg.norm(b))
    return float(np.linalg.norm(a - b) / longer) if longer > 0 else 0.0


def random_layers(sizes, loss, activation="tanh", seed=0):
    """Return a network drawn at random, with the last layer that a loss needs.

        W = e / sqrt(n),  b = e / 2,  e standard normal

    sizes       the inputs, the neurons of each hidden layer, the outputs: (2, 16, 16, 3)
    loss        "half_mse", "binary" or "softmax": the last activation is sigmoid for binary, else identity
    activation  of the hidden layers
    returns     list of Layer

    Raises as network.random_layers does, and ValueError if the loss is unknown.
    """
    _refuse_other_losses(loss)
    layers = network.random_layers(sizes, activation, seed)
    last = "sigmoid" if loss == "binary" else "identity"
    return [*layers[:-1], layers[-1]._replace(activation=last)]


class Training(NamedTuple):
    """A run of gradient descent, as it stood at some of its steps.

    steps   (p,)       how many updates had been made: 0 first, the last step last
    layers  (p) lists  the network then
    losses  (p,)       the loss over all of the data then, without what decay adds; inf where it has diverged
    """

    steps: np.ndarray
    layers: list
    losses: np.ndarray


def train(layers, X, Y, *, loss, alpha, steps, batch_size=None, seed=0, decay=0.0, every=1):
    """Return a run of gradient descent on a network.

        W_new = W - alpha (dW + decay W),  b_new = b - alpha db,  once a step

    layers      list of Layer, where to start; left unchanged
    X           (m, n)  inputs, without a column of ones
    Y           (m, k) or (m,)  as the loss needs it
    loss        "half_mse", "binary" or "softmax"
    alpha       > 0     learning rate
    steps       >= 0    number of updates
    batch_size  1 to m  examples in each gradient; all m unless given, else as batches(m, batch_size, seed)
    decay       >= 0    pulls the weights towards 0, as if decay/2 sum W^2 were added to the loss
    every       >= 1    keeps step 0, each step that it divides, and the last: what is not kept costs no loss
    returns     Training

    A run that diverges is returned whole: its losses grow to inf.
    Raises ValueError or TypeError as loss does, and for a number out of range.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", sections 6.5, 7.1.1 and 8.1.3.
    """
    steps, every = whole("steps", steps, 0), whole("every", every, 1)
    run = descending(
        layers, X, Y, loss=loss, alpha=alpha, batch_size=batch_size, seed=seed, decay=decay
    )  # which checks its arguments at its first step: the network at the start
    kept = [
        (step, each) for step, each in enumerate(islice(run, steps + 1)) if step % every == 0 or step == steps
    ]
    layers, X, Y = _checked(layers, X, Y, loss)
    with np.errstate(over="ignore", invalid="ignore"):
        losses = [_value(each, X, Y, loss) for _, each in kept]
    return Training(np.array([step for step, _ in kept]), [each for _, each in kept], np.array(losses))


def descending(layers, X, Y, *, loss, alpha, batch_size=None, seed=0, decay=0.0, disturbed=None):
    """Yield the network before the first step of gradient descent, after it, after the second, without end.

    disturbed  called with the inputs of a batch, (k, n); returns what to learn from in their place, and what
               each hidden layer's A is multiplied by, a list of (k, h), or None

    Other arguments as in train. Each network is a list of Layer of its own; a run that diverges goes on in
    inf and NaN. Raises as train does, when the first network is asked for.
    """
    layers, X, Y = _checked(layers, X, Y, loss)
    alpha, decay = positive("alpha", alpha), not_negative("decay", decay)
    rows_of_each_step = _rows_of_each_step(len(X), batch_size, seed)
    yield layers
    for rows in rows_of_each_step:
        with np.errstate(over="ignore", invalid="ignore"):  # a run that diverges ends in inf and NaN
            inputs, factors = (X[rows], None) if disturbed is None else disturbed(X[rows])
            found = _gradients(layers, inputs, Y[rows], loss, factors)
            layers = [
                Layer(W - alpha * (dW + decay * W), b - alpha * db, name)
                for (W, b, name), (dW, db) in zip(layers, found, strict=True)
            ]
        yield layers


class Multiplications(NamedTuple):
    """How many numbers are multiplied in the matrix products of a network.

    forward   the output of every example
    backward  the gradient after that, by backpropagation
    nudging   the gradient by nudging every parameter: two forward passes for each
    """

    forward: int
    backward: int
    nudging: int


def multiplications(layers, m):
    """Return what a forward pass, a backward pass and nudging cost.

        forward   m n h for A_before @ W of a layer (n, h)
        backward  m n h for A_before.T @ delta, and as many for delta @ W.T but in the first layer
        nudging   2 forward for each weight and each bias

    layers   list of Layer
    m        >= 1  number of examples
    returns  Multiplications

    What is done once for each z, g(z) and g'(z), is not counted. backward is less than 2 forward, whatever
    the number of parameters.
    Raises ValueError or TypeError if there is no layer, or m is out of range.
    """
    m = whole("m", m, 1)
    if len(layers) == 0:
        raise ValueError("layers is empty; at least one Layer is needed")
    products = [m * np.size(layer.W) for layer in layers]
    forward = sum(products)
    return Multiplications(forward, 2 * forward - products[0], 2 * network.count_parameters(layers) * forward)


def _rows_of_each_step(m, batch_size, seed):
    if batch_size is None:
        return iter(lambda: slice(None), None)  # all rows, every time
    return batches(m, whole("batch_size", batch_size, 1, high=m), whole("seed", seed, 0))


def _checked(layers, X, Y, loss):
    """Return copies of layers and X as float arrays, and Y as (m, k); raises unless they fit each other."""
    _refuse_other_losses(loss)
    X = as_data("X", X, 2)
    k = network.forward(layers, X)[-1].A.shape[1]
    layers = [Layer(np.array(W, dtype=float), np.array(b, dtype=float), name) for W, b, name in layers]
    needed = {"half_mse": None, "binary": "sigmoid", "softmax": "identity"}[loss]
    if needed not in (None, layers[-1].activation):
        got = f"the last layer has the activation {layers[-1].activation}"
        raise ValueError(f"{got}; the loss {loss} needs {needed}")
    if (loss == "binary" and k != 1) or (loss == "softmax" and k < 2):
        outputs = "one output" if loss == "binary" else "two outputs or more, one a class"
        raise ValueError(f"the loss {loss} needs {outputs}, but the last layer has {k}")
    return layers, X, _as_classes(Y, len(X), k) if loss == "softmax" else _as_targets(Y, len(X), k, loss)


def _as_targets(Y, m, k, loss):
    """Return targets, or labels 0 and 1, as (m, k)."""
    Y, allowed = as_numbers("Y", Y), [(m, k)] if k > 1 else [(m, 1), (m,)]
    if Y.shape not in allowed:
        needed = " or ".join(str(shape) for shape in allowed)
        raise ValueError(f"Y has shape {Y.shape} but {needed} is needed: rows as X, columns as outputs")
    Y = as_data("Y", Y.reshape(m, k), 2)  # (m,) -> (m, 1)
    if loss == "binary":
        _refuse_other_classes(Y, 2)
    return Y


def _as_classes(Y, m, k):
    """Return classes (m,) as one-hot rows (m, k)."""
    if np.shape(Y) == (m, k):
        raise ValueError(f"Y has shape {(m, k)} but ({m},) is needed; Y.argmax(axis=1) gives it, if one-hot")
    Y = as_data("Y", Y, 1)
    if len(Y) != m:
        raise ValueError(f"X has {m} rows but Y has {len(Y)} entries; each row of X needs one class")
    _refuse_other_classes(Y, k)
    return classification.one_hot(Y, k)


def _refuse_other_classes(Y, classes):
    others = Y[~np.isin(Y, np.arange(classes))]
    if others.size:
        raise ValueError(f"Y holds {others[0]:g}; each entry must be a whole number from 0 to {classes - 1}")


def _refuse_other_losses(loss):
    if not isinstance(loss, str) or loss not in LOSSES:
        raise ValueError(f"unknown loss {loss!r}; the known ones are {', '.join(LOSSES)}")


def _entries(name, gradient):
    """Return the arrays of an array, of a pair (dW, db) or of a list of pairs."""
    if isinstance(gradient, (list, tuple)):
        return [array for k, each in enumerate(gradient) for array in _entries(f"{name}[{k}]", each)]
    return [as_numbers(name, gradient)]
