"""How six methods fared on the same data, read from methods.npz, which make_methods wrote."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from helpers.data.shipped import arrays

FILE = Path(__file__).with_name("methods.npz")
METHODS = (
    "naive Bayes",
    "nearest neighbour",
    "logistic regression",
    "support vectors",
    "random forest",
    "network",
)
SIZES = {"digits": (25, 50, 100, 200, 400, 800, 1350), "tumours": (20, 40, 80, 160, 320, 455)}
"""Name of the data -> from how many examples a method learnt."""


class Fared(NamedTuple):
    """How the METHODS fared, a row for each.

    right     (6, splits)         share of right answers on each part that judged
    curve     (6, sizes, splits)  the same, learnt from each of SIZES, with the settings chosen for all
    seconds   (6,)                of a processor, to learn from all
    answers   (6,)                seconds to answer a thousand times
    size      (6,)                kilobytes of the model
    settings  list of str, chosen for the first part
    commonest (splits,)           share of right answers of the class that is commonest in what was learnt
    """

    right: np.ndarray
    curve: np.ndarray
    seconds: np.ndarray
    answers: np.ndarray
    size: np.ndarray
    settings: list
    commonest: np.ndarray


def fared(name):
    """Return how the methods fared on "digits" or "tumours"; raises ValueError for any other name."""
    if name not in SIZES:
        raise ValueError(f"name must be one of {', '.join(SIZES)}, got {name!r}")
    held = arrays(FILE)
    seconds, answers, size = held[f"{name}_cost"].T
    settings = [str(one) for one in held[f"{name}_settings"]]
    right, curve, commonest = (held[f"{name}_{part}"] for part in ("right", "curve", "commonest"))
    return Fared(right, curve, seconds, answers, size, settings, commonest)
