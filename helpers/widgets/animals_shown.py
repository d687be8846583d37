"""The animals that explorers show: those of notebook 09 and of notebook 10."""

from functools import lru_cache

import numpy as np

from helpers.data import marks
from helpers.data.animals import NAMES, animals

SHOWN = 20
"""Animals to choose from: the first two of each kind among those that are for choosing."""


@lru_cache(maxsize=1)
def choosing():
    """Return the animals that are for choosing, (1000, 784), and their classes."""
    X, y = animals()
    rows = marks.parts()[0]
    return X[rows], y[rows]


@lru_cache(maxsize=1)
def shown():
    """Return the animals to choose from, (SHOWN, 784), and their classes: one of each kind, then another."""
    X, y = choosing()
    chosen = [np.flatnonzero(y == kind)[number] for number in (0, 1) for kind in range(len(NAMES))]
    return X[chosen], y[chosen]
