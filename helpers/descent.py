"""Gradient descent on the linear model, as data: one step, the order of the batches, a whole run."""

from itertools import islice
from typing import NamedTuple

import numpy as np

from helpers import linear
from helpers.validation import as_examples, as_numbers, as_parameters, positive, whole


class Descent(NamedTuple):
    """A whole run: where it was before the first step and after each.

    thetas  (steps+1, n+1)  parameters; inf or NaN once the numbers have overflowed
    losses  (steps+1,)      L over all of the data; inf once the numbers have overflowed
    """

    thetas: np.ndarray
    losses: np.ndarray


def gradient_step(theta, gradient, alpha):
    """Return the parameters after one step of gradient descent.

        theta_new = theta - alpha * gradient

    theta     (n+1,)  current parameters; left unchanged
    gradient  (n+1,)  dL/dtheta at theta: loss per unit of theta
    alpha     > 0     learning rate
    returns   (n+1,)  new parameters

    Raises ValueError if the shapes differ or alpha is not positive.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 4.3.
    """
    theta, gradient = as_numbers("theta", theta), as_numbers("gradient", gradient)
    if gradient.shape != theta.shape:  # (n,) - (n, 1) would give (n, n)
        raise ValueError(
            f"gradient has shape {gradient.shape} but theta has shape {theta.shape}; they must be equal"
        )
    with np.errstate(over="ignore", invalid="ignore"):
        return theta - positive("alpha", alpha) * gradient


def batches(m, batch_size, seed=0):
    """Yield the rows of one mini-batch after another, without end.

    Each epoch is a new shuffle of all m rows, cut into pieces of batch_size;
    the last piece of an epoch is what remains.

    m           >= 1     number of examples
    batch_size  1 to m
    yields      (k,) of int, k <= batch_size
    """
    m, batch_size = whole("m", m, 1), whole("batch_size", batch_size, 1, high=m)
    rng = np.random.default_rng(whole("seed", seed, 0))
    while True:
        order = rng.permutation(m)
        for start in range(0, m, batch_size):
            yield order[start : start + batch_size]


def gradient_descent(X, y, *, alpha, steps, theta=None, batch_size=None, seed=0):
    """Return a whole run of gradient descent on the linear model.

        theta_new = theta - alpha * dL/dtheta, once a step

    X           (m, n+1)  inputs, x0 = 1 in column 0
    y           (m,)      targets
    alpha       > 0       learning rate
    steps       >= 0      number of updates
    theta       (n+1,)    where to start; zero unless given
    batch_size  1 to m    examples in each gradient; all m unless given, else as batches(m, batch_size, seed)
    returns     Descent

    A run that diverges is returned whole: its losses grow to inf.
    Raises ValueError or TypeError for data, alpha, steps or batch_size out of range.
    Source: the chapter, section 3; mini-batches: Goodfellow and others, section 8.1.3.
    """
    X, y = as_examples(X, y)
    alpha, steps = positive("alpha", alpha), whole("steps", steps, 0)
    theta = np.zeros(X.shape[1]) if theta is None else as_parameters(theta, X.shape[1])
    thetas = [theta]
    for rows in islice(_rows_of_each_step(len(y), batch_size, seed), steps):
        theta = gradient_step(theta, linear.gradient(theta, X[rows], y[rows]), alpha)
        thetas.append(theta)
    return Descent(np.array(thetas), np.array([linear.loss(theta, X, y) for theta in thetas]))


def _rows_of_each_step(m, batch_size, seed):
    if batch_size is not None:
        return batches(m, batch_size, seed)
    return iter(lambda: slice(None), None)  # all rows, every time
