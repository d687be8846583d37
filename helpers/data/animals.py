"""Ten kinds of animals as grey shapes, read from animals.npz, which make_animals wrote."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from helpers.data.shipped import arrays

FILE = Path(__file__).with_name("animals.npz")
NAMES = ("bear", "bird", "cat", "cow", "dog", "elephant", "giraffe", "horse", "sheep", "zebra")
"""What the classes 0 to 9 are called."""
LEARNING_CURVE = FILE.with_name("learning_curve.npz")
"""What models of the animals answer; make_learning_curve.py wrote it and says what is in it."""
SIDE, GREYS = 28, 16
"""Pixels along each side of an image; how many greys are told apart."""


class Animals(NamedTuple):
    """Shapes of animals.

    X  (m, 784)  brightness of the 28 × 28 pixels, row by row from the top; 0 ground to 1 animal
    y  (m,)      which animal it is, 0 to 9: NAMES says their names
    """

    X: np.ndarray
    y: np.ndarray


def animals(doubles=False):
    """Return the shapes of ten kinds of animals.

    doubles  whether images that are in the collection twice stay so
    returns  Animals: 9,716 of them, or 10,000 with doubles, 1,000 of each kind; ordered by kind

    Source: the Python package animal_mnist 0.4, (c) 2025 SinaSR-6, MIT licence (animals.txt); it does not say
    where the shapes come from. Its 256 greys are 16 here, which makes no two images equal that were not.
    """
    X, y, first = _shipped()
    kept = slice(None) if doubles else first
    return Animals(X[kept] / (GREYS - 1), y[kept].copy())


def first_of_equals(X):
    """Return which rows of X stay if of equal rows only the first does.

    X        (m, n)
    returns  (k,) of int, increasing
    """
    return np.sort(np.unique(X, axis=0, return_index=True)[1])


@lru_cache(maxsize=1)
def _shipped():
    """Return the images as whole numbers, (10000, 784), the classes, (10000,), and `first_of_equals`."""
    held = arrays(FILE)
    packed, y = held["packed"], held["y"]
    X = np.stack([packed >> 4, packed & 15], axis=2).reshape(len(packed), -1)  # (m, 392, 2) -> (m, 784)
    return X, y.astype(int), first_of_equals(X)
