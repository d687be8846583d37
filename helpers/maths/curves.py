"""Curves to build from hidden neurons: targets, networks with one input whose hinges are set by hand."""

import numpy as np

from helpers.maths.network import Layer
from helpers.maths.validation import as_data, as_numbers

TARGETS = {
    "bump": lambda x: np.maximum(0.0, 1 - np.abs(x)),
    "sine": np.sin,
    "step": lambda x: np.heaviside(x, 1.0),
    "parabola": lambda x: 2 * (x / 3) ** 2 - 1,
}
"""Name -> curve, to be built for x from -3 to 3; all stay between -1 and 1."""


def hinged(positions, out_weights, *, in_weight=1.0, bias=0.0, activation="relu"):
    """Return a network with one input and one hidden layer, its neurons placed by where their z is 0.

        y_hat = bias + sum_k out_weight_k * activation(in_weight * (x - position_k))

    positions    (k,)  where z is 0: the hinge of relu, the middle of sigmoid
    out_weights  (k,)  the weight from each hidden neuron to the output
    in_weight          the weight from x to every hidden neuron
    bias               of the output
    returns      list of two Layer

    Raises ValueError if positions and out_weights differ in length.
    """
    positions, out_weights = as_data("positions", positions, 1), as_numbers("out_weights", out_weights)
    if out_weights.shape != positions.shape:
        raise ValueError(
            f"out_weights has shape {out_weights.shape} but positions has shape {positions.shape};"
            " each hidden neuron needs one of each"
        )
    hidden = Layer(np.full((1, len(positions)), float(in_weight)), -in_weight * positions, activation)
    return [hidden, Layer(out_weights[:, None], np.array([float(bias)]))]  # W2 (k, 1), b2 (1,)


def interpolating(curve, knots):
    """Return the relu network that agrees with a curve at every knot, and is straight between them.

    curve    a function of an array
    knots    (k,)  increasing; left of the first the network is flat
    returns  list of two Layer with k - 1 hidden neurons: one hinge at every knot but the last

    Each out-weight is the change of slope at its knot.
    Raises ValueError if there are fewer than two knots, or they do not increase.
    """
    knots = as_data("knots", knots, 1)
    if len(knots) < 2 or not (np.diff(knots) > 0).all():
        raise ValueError(f"knots must be at least two increasing numbers, got {knots.tolist()}")
    heights = curve(knots)
    slopes = np.diff(heights) / np.diff(knots)  # (k-1,)
    return hinged(knots[:-1], np.diff(slopes, prepend=0.0), bias=heights[0])


def mean_squared_difference(h, y):
    """Return the mean of (h - y)^2 over all points.

    h, y  (p,)  two curves at the same points
    """
    h, y = as_data("h", h, 1), as_data("y", y, 1)
    if h.shape != y.shape:
        raise ValueError(f"h has shape {h.shape} but y has shape {y.shape}; they must be equal")
    return float(np.mean((h - y) ** 2))
