"""Polynomials of one input: a linear model over the input's powers."""

import numpy as np

from helpers.maths import linear
from helpers.maths.validation import as_data, whole


def powers(X, degree):
    """Return the powers of one input, the first being x^0 = 1, which the intercept multiplies.

        row i: 1, x_i, x_i^2, ..., x_i^degree

    X        (m, 1)         inputs
    degree   >= 0
    returns  (m, degree+1)  as `linear` needs it

    Raises ValueError if X has not exactly one column, or degree is negative.
    """
    X = as_data("X", X, 2)
    if X.shape[1] != 1:
        raise ValueError(f"X has {X.shape[1]} columns but a polynomial of one input needs one")
    return X ** np.arange(whole("degree", degree, 0) + 1)  # (m, 1) ** (degree+1,) -> (m, degree+1)


def train_and_test(train, test, degrees):
    """Return the loss of the best polynomial of each degree, on the data it was fitted to and on others.

    train, test  (X (m, 1), y (m,)) each; m may differ
    degrees      sequence of k whole numbers
    returns      (k, 2)  L on train, L on test

    Raises ValueError for shapes or degrees that do not fit.
    Source: Bishop, "Pattern Recognition and Machine Learning", section 1.1.
    """
    losses = []
    for degree in degrees:
        theta = linear.least_squares(powers(train[0], degree), train[1])
        losses.append([linear.loss(theta, powers(X, degree), y) for X, y in (train, test)])
    return np.array(losses)
