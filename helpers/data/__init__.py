"""Small data sets, each made anew from a seed.

The same seed gives the same numbers on every machine.
"""

import numpy as np

from helpers.maths.validation import whole


def line(m=100, seed=0):
    """Return m points scattered around the line y = 3 x + 2.

        y = 3 x + 2 + 0.5 e,  x uniform on [0, 1), e standard normal

    m        >= 1     number of points
    returns  X (m, 1), y (m,)

    Raises TypeError or ValueError if m or seed is not a whole number in range.
    Source: the chapter's listing, section 4.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    X = rng.random((whole("m", m, 1), 1))
    y = 3 * X[:, 0] + 2 + 0.5 * rng.standard_normal(m)
    return X, y


def wave(m=100, seed=0, noise=0.2):
    """Return m points scattered around one period of a sine.

        y = sin(pi x) + noise e,  x in even steps from -1 to 1, e standard normal

    m        >= 1     number of points
    noise    >= 0     standard deviation of y around the sine
    returns  X (m, 1), y (m,)

    Raises TypeError or ValueError if m, seed or noise is out of range.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    if not 0 <= noise < np.inf:
        raise ValueError(f"noise must be zero or a positive, finite number, got {noise}")
    x = np.linspace(-1, 1, whole("m", m, 1))
    return x[:, None], np.sin(np.pi * x) + noise * rng.standard_normal(m)
