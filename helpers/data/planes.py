"""Classes in the plane that no line parts: two moons, the arms of a spiral, a ring, four corners."""

import numpy as np

from helpers.maths.validation import not_negative, positive, whole

TURN = 2 / 3
"""How many turns an arm of the spiral makes from the middle to its end, unless told otherwise."""


def moons(m=200, seed=0, noise=0.15):
    """Return two half circles that reach into each other, one for each of two classes.

        x = ±(cos t - 1/2, sin t - 1/4) + noise e,  t uniform on [0, pi), e standard normal; minus for class 1

    m        >= 2  number of points; every second one is of class 1
    noise    >= 0  standard deviation of each coordinate around the half circle of radius 1
    returns  X (m, 2), y (m,) of int, 0 and 1

    Raises TypeError or ValueError if m, seed or noise is out of range.
    Source: the idea of scikit-learn's make_moons; here their common middle is at 0.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    y = np.arange(whole("m", m, 2)) % 2
    t = np.pi * rng.random(m)
    moon = np.column_stack([np.cos(t) - 1 / 2, np.sin(t) - 1 / 4])  # (m, 2)
    return (1 - 2 * y)[:, None] * moon + not_negative("noise", noise) * rng.standard_normal((m, 2)), y


def spirals(m=300, seed=0, noise=0.05, arms=3, turns=TURN):
    """Return the arms of a spiral around 0, one for each class.

        x = r (cos t, sin t) + noise e,  t = 2 pi (y / arms + turns r / 2),  r uniform on [0.2, 2), e normal

    m        >= arms  number of points, dealt to the arms in turn
    noise    >= 0     standard deviation of each coordinate around the arm
    arms     >= 2     number of classes
    turns    > 0      how many turns an arm makes from r = 0 to r = 2
    returns  X (m, 2), y (m,) of int, 0 to arms - 1

    Raises TypeError or ValueError if an argument is out of range.
    Source: the spiral of Stanford's course CS231n, whose noise is along the angle.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    arms = whole("arms", arms, 2)
    y = np.arange(whole("m", m, arms)) % arms
    r = rng.uniform(0.2, 2, m)
    t = 2 * np.pi * (y / arms + positive("turns", turns) * r / 2)
    arm = np.column_stack([r * np.cos(t), r * np.sin(t)])  # (m, 2)
    return arm + not_negative("noise", noise) * rng.standard_normal((m, 2)), y


def circles(m=200, seed=0, noise=0.15):
    """Return a ring of one class around a heap of the other.

        x = r (cos t, sin t) + noise e,  t uniform on a turn, e normal; r = 1.8 for class 0, below 0.9 for 1

    m        >= 2  number of points; every second one is of class 1
    noise    >= 0  standard deviation of each coordinate
    returns  X (m, 2), y (m,) of int, 0 and 1

    Raises TypeError or ValueError if m, seed or noise is out of range.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    y = np.arange(whole("m", m, 2)) % 2
    t, r = 2 * np.pi * rng.random(m), np.where(y == 0, 1.8, 0.9 * np.sqrt(rng.random(m)))
    X = r[:, None] * np.column_stack([np.cos(t), np.sin(t)])  # (m, 1) * (m, 2)
    return X + not_negative("noise", noise) * rng.standard_normal((m, 2)), y


def corners(m=200, seed=0, noise=0.15):
    """Return four squares, of which those at opposite corners are of one class: XOR with many points.

        x uniform on [0.2, 1.8) along each axis, with a random sign, + noise e; class 1 if the signs differ

    m        >= 2  number of points
    noise    >= 0  standard deviation of each coordinate
    returns  X (m, 2), y (m,) of int, 0 and 1

    Raises TypeError or ValueError if m, seed or noise is out of range.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    signs = rng.choice([-1.0, 1.0], size=(whole("m", m, 2), 2))
    X = signs * rng.uniform(0.2, 1.8, (m, 2)) + not_negative("noise", noise) * rng.standard_normal((m, 2))
    return X, (signs[:, 0] != signs[:, 1]).astype(int)
