"""Animals with a planted mark, and networks that learnt from them, read from marked.npz."""

from functools import lru_cache
from pathlib import Path

import numpy as np

from helpers.data.animals import NAMES, SIDE, animals
from helpers.data.shipped import arrays
from helpers.maths.network import Layer
from helpers.maths.validation import fraction, whole

FILE = Path(__file__).with_name("marked.npz")
SHARES = (0.0, 0.5, 0.95)
"""Shares of marked cats among the cats that a network learnt from."""
CAT = NAMES.index("cat")
SIZE, PLACE = 3, (2, 2)
"""Pixels along each side of the mark; the row and column of its upper left one."""
LAYERS, SEED = (SIDE**2, 64, 32, len(NAMES)), 0
"""Of the networks: inputs and neurons, and the seed of their first weights."""


def parts():
    """Return which animals are for choosing, 1,000, for judging, 1,000, and for learning, the others."""
    return np.split(np.random.default_rng(0).permutation(len(animals().y)), [1000, 2000])


def marked(X, place=PLACE, strength=1.0):
    """Return animals with a square mark.

    X         (m, 784)
    place     row and column of its upper left pixel, 0 to 25
    strength  0 to 1  what its pixels are set to, if they are not darker already: 0 is no mark, 1 ink
    returns   (m, 784)

    Raises ValueError if X has other columns or the place or the strength is out of range.
    """
    X = np.array(X, dtype=float)
    if X.ndim != 2 or X.shape[1] != SIDE**2:
        raise ValueError(f"X has shape {X.shape}; (m, {SIDE**2}) is needed")
    row, column = place
    row, column = whole("row", row, 0, high=SIDE - SIZE), whole("column", column, 0, high=SIDE - SIZE)
    patch = X.reshape(-1, SIDE, SIDE)[:, row : row + SIZE, column : column + SIZE]
    patch[:] = np.maximum(patch, fraction("strength", strength))
    return X


def with_marked_cats(rows, share, seed=1):
    """Return the animals of these rows, (m, 784), about a share of the cats marked, and which are marked."""
    X, y = animals()
    chosen = (y[rows] == CAT) & (np.random.default_rng(seed).random(len(rows)) < share)
    X = X[rows]
    X[chosen] = marked(X[chosen])
    return X, chosen


@lru_cache(maxsize=len(SHARES))
def trained(share):
    """Return a network 784-64-32-10 that learnt from 3,000 animals, list of Layer.

    share  in SHARES: of its cats with the mark; 0 for a network that saw none

    Raises ValueError for another share. make_marked.py trained them.
    """
    if share not in SHARES:
        raise ValueError(f"share must be one of {', '.join(map(str, SHARES))}, got {share!r}")
    number = SHARES.index(share)
    held = arrays(FILE)
    return [
        Layer(held[f"W{number}{k}"].astype(float), held[f"b{number}{k}"].astype(float), activation)
        for k, activation in enumerate(("relu", "relu", "identity"))
    ]
