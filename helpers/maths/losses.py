"""Three losses of a residual: squared, absolute and Huber's; the influence and the best line of each."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from helpers.maths import linear
from helpers.maths.validation import as_data, as_examples, as_numbers, positive, whole

SHRINK, SMALLEST = 0.7, 1e-9
"""For absolute loss: delta shrinks by the one a round, down to the other as a share of the largest y."""


class ResidualLoss(NamedTuple):
    """A loss of residuals r = h - y, entry by entry, and its derivative; both are called with (r, delta)."""

    value: Callable
    influence: Callable


LOSSES = {
    "squared": ResidualLoss(lambda r, delta: r**2 / 2, lambda r, delta: r),
    "absolute": ResidualLoss(lambda r, delta: np.abs(r), lambda r, delta: np.sign(r)),
    "Huber": ResidualLoss(
        lambda r, delta: np.where(np.abs(r) <= delta, r**2 / 2, delta * (np.abs(r) - delta / 2)),
        lambda r, delta: np.clip(r, -delta, delta),
    ),
}
"""Name -> loss with its influence. Squared has the half of L; at 0, the corner of |r|, its influence is 0."""


def per_residual(name, r, delta=1.0):
    """Return the loss of each residual.

        squared: r^2 / 2,  absolute: |r|,  Huber: r^2 / 2 up to |r| = delta, then delta (|r| - delta / 2)

    name     a name in LOSSES
    r        (m,)  residuals h - y, or any shape
    delta    > 0   where Huber's loss turns from square to straight, in units of y; the others ignore it
    returns  as r

    Raises ValueError or TypeError for an unknown name, residuals that are no numbers, or delta out of range.
    Source: Huber, "Robust Estimation of a Location Parameter", Annals of Mathematical Statistics, 1964.
    """
    return _known(name).value(as_numbers("r", r), positive("delta", delta))


def influence(name, r, delta=1.0):
    """Return how hard each residual pulls on the line: the derivative of its loss.

        squared: r,  absolute: sign(r),  Huber: r, held between -delta and delta

    name     a name in LOSSES
    r        (m,)  residuals h - y, or any shape
    delta    > 0   as in per_residual
    returns  as r

    Raises as per_residual does.
    """
    return _known(name).influence(as_numbers("r", r), positive("delta", delta))


def mean_loss(name, theta, X, y, delta=1.0):
    """Return the mean loss of the linear model theta; for squared this is the chapter's L.

    name     a name in LOSSES
    theta    (n+1,)    parameters
    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      targets
    delta    > 0       as in per_residual
    returns  float

    Raises ValueError or TypeError if the shapes do not fit, the data hold NaN, or name or delta is unfit.
    """
    X, y = as_examples(X, y)
    return float(np.mean(per_residual(name, linear.predict(theta, X) - y, delta)))


def of_constants(name, c, y, delta=1.0):
    """Return the mean loss of each of several numbers, where one number predicts every target.

        1/m sum_i loss(c - y_i)

    name     a name in LOSSES
    c        (p,)  the numbers
    y        (m,)  targets
    delta    > 0   as in per_residual
    returns  (p,)

    Raises ValueError or TypeError if c or y is not one-dimensional or holds NaN, or name or delta is unfit.
    """
    c, y = as_data("c", c, 1), as_data("y", y, 1)
    return per_residual(name, c[:, None] - y, delta).mean(axis=1)  # (p, 1) - (m,) -> (p, m) -> (p,)


def best_constant(name, y):
    """Return the one number of least mean loss for all targets: their mean if squared, median if absolute.

    name     "squared" or "absolute"
    y        (m,)  targets
    returns  float, in the units of y; the middle of all such medians, where several have the least loss

    Raises ValueError for another name, or if y is not one-dimensional, is empty or holds NaN.
    Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", section 10.6.
    """
    middles = {"squared": np.mean, "absolute": np.median}
    if name not in middles:
        raise ValueError(f"the best number is known for {' and '.join(middles)} loss, not for {name!r}")
    return float(middles[name](as_data("y", y, 1)))


def best_parameters(name, X, y, delta=1.0, *, rounds=300, tolerance=1e-9):
    """Return the parameters of least mean loss, by iteratively reweighted least squares.

        weight_i = influence(r_i) / r_i,  theta = least squares with these weights,  again until theta rests

    Absolute loss is taken as Huber's with a delta that shrinks each round to almost nothing.

    name       a name in LOSSES
    X          (m, n+1)  inputs, x0 = 1 in column 0
    y          (m,)      targets
    delta      > 0       as in per_residual
    rounds     >= 1      how many times the weights are made anew, at most
    tolerance  > 0       theta rests when no entry moves by more than this share of the largest
    returns    (n+1,)    one such theta, where several have the least loss

    Where lines far apart have nearly the same loss, theta may still creep after the last round; it
    is returned if that round gained less than a millionth of the loss, and RuntimeError raised if more.
    Raises ValueError or TypeError as mean_loss does.
    Source: Holland and Welsch, "Robust Regression Using Iteratively Reweighted Least-Squares", 1977.
    """
    X, y = as_examples(X, y)
    _known(name)
    delta = last = positive("delta", delta)
    rounds, tolerance = whole("rounds", rounds, 1), positive("tolerance", tolerance)
    theta = linear.least_squares(X, y)
    if name == "squared":
        return theta
    if name == "absolute":
        delta, last = np.abs(X @ theta - y).max(), SMALLEST * np.abs(y).max() or 1.0
    for _ in range(rounds):
        delta = max(SHRINK * delta, last)
        before, theta = theta, _weighted_least_squares(X, y, delta / np.maximum(np.abs(X @ theta - y), delta))
        if delta == last and np.abs(theta - before).max() <= tolerance * np.abs(theta).max():
            return theta
    gain = 1 - mean_loss(name, theta, X, y, last) / mean_loss(name, before, X, y, last)
    if gain > 1e-6:
        raise RuntimeError(f"{name} loss still falls after {rounds} rounds; rounds must be more")
    return theta


def _weighted_least_squares(X, y, weights):
    root = np.sqrt(weights)
    return np.linalg.lstsq(root[:, None] * X, root * y, rcond=None)[0]


def _known(name):
    try:
        return LOSSES[name]
    except (KeyError, TypeError):
        raise ValueError(f"unknown loss {name!r}; the known ones are {', '.join(LOSSES)}") from None
