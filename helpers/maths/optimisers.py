"""Optimisers: what turns a gradient into a step, and schedules, which say how far each step goes.

A step takes alpha times a direction off the parameters. The direction of plain descent is the gradient; the
others remember earlier gradients:

momentum  v = beta v + g                                   direction: v
rmsprop   s = rho s + (1 - rho) g²                         direction: g / sqrt(s + epsilon)
adam      m = beta1 m + (1 - beta1) g,                     direction: m' / (sqrt(s') + epsilon)
          s = beta2 s + (1 - beta2) g²                     with m' = m / (1 - beta1^t), s' = s / (1 - beta2^t)

All of it is done entry by entry, so parameters and gradients may have any shape.
"""

from collections.abc import Callable
from math import cos, pi
from typing import NamedTuple

import numpy as np

from helpers.maths.validation import as_numbers, not_negative, positive, whole

NAMES = ("sgd", "momentum", "rmsprop", "adam")
BETA, RHO, BETA1, BETA2, EPSILON = 0.9, 0.9, 0.9, 0.999, 1e-7
"""What Keras takes where nothing is said; but for momentum's beta, whose usual value this is."""


class Memory(NamedTuple):
    """What adam keeps of the gradients, of the shape of the parameters.

    mean    a running mean of the gradients, in loss per unit of the parameter
    square  a running mean of their squares
    steps   how many gradients are in it
    """

    mean: np.ndarray
    square: np.ndarray
    steps: int


def momentum(gradient, velocity, beta=BETA):
    """Return the velocity after one more gradient, which is the direction of the step too.

        v = beta v + g

    gradient, velocity  of one shape; velocity is 0 before the first step
    beta                0 <= beta < 1  how much of the old velocity is kept
    returns             array of that shape, loss per unit of the parameter

    With a constant alpha the steps are those of Keras's SGD(momentum=beta), whose velocity is -alpha v.
    Raises ValueError or TypeError if the shapes differ or beta is out of range.
    Source: Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
    """
    gradient, velocity = _alike(gradient, velocity)
    return _share("beta", beta) * velocity + gradient


def rmsprop(gradient, square, rho=RHO, epsilon=EPSILON):
    """Return the direction of one step of RMSProp, and the running mean of squares after it.

        s = rho s + (1 - rho) g²,  direction = g / sqrt(s + epsilon)

    gradient, square  of one shape; square is 0 before the first step
    rho               0 <= rho < 1
    epsilon           > 0  keeps the division from one by 0
    returns           (direction, square), arrays of that shape; the direction is in units of its own

    The same as Keras's RMSprop. Raises ValueError or TypeError as momentum does.
    Source: Hinton, Srivastava, Swersky, "Neural networks for machine learning", lecture 6e, 2012.
    """
    gradient, square = _alike(gradient, square)
    rho = _share("rho", rho)
    square = rho * square + (1 - rho) * gradient**2
    return gradient / np.sqrt(square + positive("epsilon", epsilon)), square


def adam(gradient, memory=None, beta1=BETA1, beta2=BETA2, epsilon=EPSILON):
    """Return the direction of one step of Adam, and its memory after it.

        m = beta1 m + (1 - beta1) g,   s = beta2 s + (1 - beta2) g²
        direction = (m / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)

    gradient      array of any shape
    memory        Memory of that shape, as the step before returned it; None before the first step
    beta1, beta2  0 <= beta < 1
    epsilon       > 0
    returns       (direction, Memory)

    At the start m and s are 0: the divisions by 1 - beta^t make up for that. Keras adds its epsilon before it
    divides s, so it differs where gradients are about as small as epsilon / sqrt(1 - beta2^t).
    Raises ValueError or TypeError as momentum does.
    Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.
    """
    gradient = as_numbers("gradient", gradient)
    if memory is None:
        memory = Memory(np.zeros_like(gradient), np.zeros_like(gradient), 0)
    _alike(gradient, memory.mean)
    beta1, beta2 = _share("beta1", beta1), _share("beta2", beta2)
    t = memory.steps + 1
    mean = beta1 * memory.mean + (1 - beta1) * gradient
    square = beta2 * memory.square + (1 - beta2) * gradient**2
    direction = (mean / (1 - beta1**t)) / (np.sqrt(square / (1 - beta2**t)) + positive("epsilon", epsilon))
    return direction, Memory(mean, square, t)


def path(name, slope, start, alpha, steps, **settings):
    """Return where an optimiser goes.

    name      "sgd", "momentum", "rmsprop" or "adam"
    slope     called with parameters (n,), returns the gradient (n,)
    start     (n,)  where it begins
    alpha     > 0, or a function of the step, counted from 0, that returns it: a schedule
    steps     >= 0
    settings  beta of momentum; rho, epsilon of rmsprop; beta1, beta2, epsilon of adam
    returns   (steps+1, n)  before the first step and after each; inf or NaN once it has overflowed

    Raises ValueError or TypeError if an argument is out of range.
    """
    direct = directions(name, **settings)
    rate = alpha if callable(alpha) else constant(alpha)
    places = [as_numbers("start", start)]
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for step in range(whole("steps", steps, 0)):
            places.append(places[-1] - rate(step) * direct(slope(places[-1])))
    return np.array(places)


def directions(name, **settings):
    """Return a function of a gradient that returns a direction, and keeps what the optimiser remembers.

    name, settings  as in path

    Raises ValueError or TypeError if there is no such optimiser, or it has no such setting.
    """
    if name not in NAMES:
        raise ValueError(f"no optimiser is called {name!r}; there are {', '.join(NAMES)}")
    if name == "sgd" and settings:
        raise TypeError(f"sgd has no {', '.join(settings)}")
    kept = None

    def direct(gradient):
        nonlocal kept
        if name == "sgd":
            return gradient
        if name == "momentum":
            kept = momentum(gradient, np.zeros_like(gradient) if kept is None else kept, **settings)
            return kept
        if name == "rmsprop":
            direction, kept = rmsprop(gradient, np.zeros_like(gradient) if kept is None else kept, **settings)
        else:
            direction, kept = adam(gradient, kept, **settings)
        return direction

    return direct


def constant(alpha):
    """Return the schedule that takes the same alpha > 0 at every step."""
    alpha = positive("alpha", alpha)
    return lambda step: alpha


def warm_up(alpha, steps, then=None):
    """Return a schedule that rises in equal parts to alpha, and goes on with another.

    alpha    > 0  reached at step steps - 1, counted from 0
    steps    >= 1
    then     schedule from there on, which is told the steps since; constant(alpha) if nothing is said
    returns  function of the step
    """
    alpha, steps = positive("alpha", alpha), whole("steps", steps, 1)
    after = then or constant(alpha)
    return lambda step: alpha * (step + 1) / steps if step < steps else after(step - steps)


def cosine(alpha, steps):
    """Return a schedule that falls from alpha to 0 as half a wave of the cosine does.

        alpha (1 + cos(pi step / steps)) / 2

    alpha    > 0
    steps    >= 1  after which it is 0
    returns  function of the step

    Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017.
    """
    alpha, steps = positive("alpha", alpha), whole("steps", steps, 1)
    return lambda step: alpha * (1 + cos(pi * min(step / steps, 1))) / 2


def decay(alpha, rate):
    """Return a schedule that multiplies alpha by a rate, 0 < rate <= 1, at each step."""
    alpha, rate = positive("alpha", alpha), positive("rate", rate)
    if rate > 1:
        raise ValueError(f"rate must be at most 1, got {rate}")
    return lambda step: alpha * rate**step


class Surface(NamedTuple):
    """A loss of two parameters, for optimisers to walk on.

    loss    called with x, y, numbers or arrays of one shape; returns as many losses
    slope   called with (2,); returns its gradient (2,)
    limits  ((x from, x to), (y from, y to))  what is worth looking at
    start   (2,)  a place to begin
    """

    loss: Callable
    slope: Callable
    limits: tuple
    start: tuple


RAVINE = 40.0
"""How many times as strongly the ravine bends across as along."""

SURFACES = {
    "bowl": Surface(
        lambda x, y: (x**2 + y**2) / 2,
        lambda p: np.array([p[0], p[1]]),
        ((-3, 3), (-2, 2)),
        (-2.5, 1.5),
    ),
    "ravine": Surface(
        lambda x, y: (x**2 + RAVINE * y**2) / 2,
        lambda p: np.array([p[0], RAVINE * p[1]]),
        ((-3, 3), (-2, 2)),
        (-2.5, 1.5),
    ),
    "saddle": Surface(  # flat in the middle; two lowest places at y = ±2
        lambda x, y: x**2 / 2 - y**2 / 2 + y**4 / 16 + 1,
        lambda p: np.array([p[0], -p[1] + p[1] ** 3 / 4]),
        ((-3, 3), (-3, 3)),
        (-2.5, 0.01),
    ),
    "two valleys": Surface(  # the right one is the deeper
        lambda x, y: (x**2 - 1) ** 2 - 0.4 * x + y**2 / 2 + 0.5,
        lambda p: np.array([4 * p[0] * (p[0] ** 2 - 1) - 0.4, p[1]]),
        ((-2.2, 2.2), (-2, 2)),
        (-1.8, 1.5),
    ),
    "plateau": Surface(  # far from the middle hardly any slope
        lambda x, y: 1 - np.exp(-(x**2 + y**2) / 2),
        lambda p: p * np.exp(-(p @ p) / 2),
        ((-4, 4), (-3, 3)),
        (-3.2, 1.0),
    ),
}
"""Name -> Surface."""


def _alike(gradient, kept):
    gradient, kept = as_numbers("gradient", gradient), as_numbers("what is kept", kept)
    if gradient.shape != kept.shape:
        raise ValueError(
            f"gradient has shape {gradient.shape}, but what is kept of the gradients before has shape"
            f" {kept.shape}; they must be equal"
        )
    return gradient, kept


def _share(name, value):
    if not_negative(name, value) >= 1:
        raise ValueError(f"{name} must be below 1, got {value}")
    return float(value)
