"""Gradient descent on the linear model, as data.

The slope by nudging; one step; the order of the batches; a whole run; the
learning rate that is too large, and why.
"""

from itertools import islice
from typing import NamedTuple

import numpy as np

from helpers.maths import linear
from helpers.maths.validation import as_data, as_examples, as_numbers, as_parameters, positive, whole


class Descent(NamedTuple):
    """A whole run: where it was before the first step and after each.

    thetas  (steps+1, n+1)  parameters; inf or NaN once the numbers have overflowed
    losses  (steps+1,)      L over all of the data; inf once the numbers have overflowed
    """

    thetas: np.ndarray
    losses: np.ndarray


def nudged_slope(loss, theta, j, epsilon, *, central=True):
    """Return the slope of a loss along one parameter, measured by nudging it.

        central:    (loss(theta + epsilon e_j) - loss(theta - epsilon e_j)) / (2 epsilon)
        otherwise:  (loss(theta + epsilon e_j) - loss(theta)) / epsilon

    loss      called with parameters (n+1,), returns a number
    theta     (n+1,)  where the slope is measured; left unchanged
    j         0 to n  which parameter is nudged
    epsilon   > 0     how far
    returns   float   loss per unit of theta_j

    For smooth losses the error shrinks with epsilon, with epsilon squared if central, until the
    difference drowns in rounding: from about 1e-8 on, from 1e-5 on if central, it grows again.
    Raises ValueError or TypeError if theta is not one-dimensional, or j or epsilon is out of range.
    Source: Nocedal and Wright, "Numerical Optimization", section 8.1.
    """
    theta, epsilon = as_data("theta", theta, 1), positive("epsilon", epsilon)
    nudge = np.zeros(len(theta))
    nudge[whole("j", j, 0, high=len(theta) - 1)] = epsilon
    if central:
        return float((loss(theta + nudge) - loss(theta - nudge)) / (2 * epsilon))
    return float((loss(theta + nudge) - loss(theta)) / epsilon)


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
    with np.errstate(over="ignore", invalid="ignore"):  # a run that diverges ends in inf and NaN
        for rows in islice(_rows_of_each_step(len(y), batch_size, seed), steps):
            X_now, y_now = X[rows], y[rows]
            theta = theta - alpha * linear.slope(X_now @ theta - y_now, X_now)
            thetas.append(theta)
    return _descent(thetas, X, y)


def one_at_a_time(X, y, *, alpha, steps, theta=None):
    """Return a run in which theta_1 already sees the new theta_0, theta_2 the new theta_0 and theta_1, ...

        for j = 0, 1, ..., n:  theta_j = theta_j - alpha * dL/dtheta_j at the theta of this moment

    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      targets
    alpha    > 0       learning rate
    steps    >= 0      number of rounds through all parameters
    theta    (n+1,)    where to start; zero unless given
    returns  Descent   as it stands after each round

    This is not gradient descent but cyclic coordinate descent with a fixed rate. It takes another path,
    and settles for every alpha below 2 / max_j H_jj, where H = X.T X / m: no round climbs.
    Raises ValueError or TypeError for data, alpha or steps out of range.
    Source: Wright, "Coordinate descent algorithms", Mathematical Programming 151, 2015, section 1.
    """
    X, y = as_examples(X, y)
    alpha, steps = positive("alpha", alpha), whole("steps", steps, 0)
    theta = np.zeros(X.shape[1]) if theta is None else as_parameters(theta, X.shape[1])
    thetas = [theta]
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(steps):
            theta = theta.copy()
            for j in range(len(theta)):
                theta[j] -= alpha * linear.slope(X @ theta - y, X[:, j])
            thetas.append(theta)
    return _descent(thetas, X, y)


def updates_an_epoch(m, batch_size):
    """Return how many updates one epoch makes: m / batch_size, rounded up, for the last batch may be smaller.

    m           >= 1     number of examples
    batch_size  1 to m

    Raises ValueError or TypeError if either is out of range.
    """
    m = whole("m", m, 1)
    return -(-m // whole("batch_size", batch_size, 1, high=m))


def above_least(losses, X, y):
    """Return by how much losses on the data are above the least that any theta has.

    losses   (k,)      L of k thetas, as in Descent.losses
    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      targets
    returns  (k,)      inf where losses are; never below 0, where rounding alone would take it

    Raises ValueError if the shapes do not fit or the data hold NaN.
    """
    return np.maximum(as_numbers("losses", losses) - linear.least_loss(X, y), 0)


class Curvature(NamedTuple):
    """How steeply the gradient grows along the directions in which it points straight away from the bottom.

    values      (n+1,)      eigenvalues lambda of X.T X / m, smallest first: the flattest direction
    directions  (n+1, n+1)  column k is the direction of values[k], of length 1
    """

    values: np.ndarray
    directions: np.ndarray

    @property
    def condition(self):
        """How many times as curved the steepest direction is as the flattest; inf if one is flat."""
        return float(self.values[-1] / self.values[0]) if self.values[0] > 0 else float("inf")


def curvature(X):
    """Return the eigenvalues and eigenvectors of the loss's matrix of second derivatives.

        H = X.T X / m,  H v = lambda v,  so that a distance d v from the best theta has gradient lambda d v

    X        (m, n+1)  inputs, x0 = 1 in column 0
    returns  Curvature

    Raises ValueError if X is not two-dimensional, is empty or holds NaN.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 4.3.1.
    """
    X = as_data("X", X, 2)
    values, directions = np.linalg.eigh(X.T @ X / len(X))
    return Curvature(np.maximum(values, 0), directions)  # rounding can leave -1e-17


def step_factors(alpha, values):
    """Return by what one step multiplies the distance to the best theta, in directions of known curvature.

        1 - alpha lambda;  between -1 and 1 it shrinks, below 0 it changes sides

    alpha    (...)  learning rates: a number, or an array that broadcasts with values
    values   (...)  curvatures lambda, as in Curvature.values
    returns  alpha and values broadcast

    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 4.3.1.
    """
    return 1 - as_numbers("alpha", alpha) * as_numbers("values", values)


def largest_alpha(X):
    """Return the learning rate from which gradient descent on all of X no longer settles.

        each step multiplies the distance along an eigenvector by 1 - alpha * lambda;
        |1 - alpha * lambda| < 1 for every lambda > 0  if and only if  0 < alpha < 2 / lambda_max

    X        (m, n+1)  inputs, x0 = 1 in column 0
    returns  float     2 / lambda_max

    Raises ValueError if X is not two-dimensional, is empty, holds NaN, or is zero throughout.
    Source: Nesterov, "Introductory Lectures on Convex Optimization", section 1.2.3.
    """
    steepest = curvature(X).values[-1]
    if steepest == 0:
        raise ValueError("X is zero throughout, so the loss is flat and no learning rate is too large")
    return float(2 / steepest)


def _descent(thetas, X, y):
    """Return the Descent of a list of parameters."""
    thetas = np.array(thetas)
    with np.errstate(over="ignore", invalid="ignore"):
        errors = thetas @ X.T - y  # (steps+1, m)
    return Descent(thetas, linear.half_mean_square(errors))


def _rows_of_each_step(m, batch_size, seed):
    if batch_size is not None:
        return batches(m, batch_size, seed)
    return iter(lambda: slice(None), None)  # all rows, every time
