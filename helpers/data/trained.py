"""A small Inception network that learnt the animals, and how others fared, read from trained.npz."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from helpers.data.shipped import arrays
from helpers.maths.inception import Convolution, Inception, Module

FILE = Path(__file__).with_name("trained.npz")
"""training/make_trained.py wrote it and says what is in it."""
EVERY, MODULES, LAST = 20, 3, 7
"""Steps from one entry of the record to the next; modules; pixels along each side after the last one."""


@lru_cache(maxsize=1)
def inception():
    """Return the small Inception network of helpers.training.inception, trained with seed 0."""
    held = arrays(FILE)

    def one(name):
        return Convolution(held[f"{name}_W"].astype(float), held[f"{name}_b"].astype(float))

    modules = [Module(*(one(f"{n}_{branch}") for branch in Module._fields)) for n in range(MODULES)]
    return Inception(one("first"), modules, held["W"].astype(float), held["b"].astype(float))


def packed(net):
    """Return an Inception network as a dict of arrays of sixteen bits, as the file holds them."""
    named = {"first": net.first}
    for number, module in enumerate(net.modules):
        named |= {f"{number}_{branch}": one for branch, one in module._asdict().items()}
    found = {"W": net.W, "b": net.b}
    for name, (W, b) in named.items():
        found |= {f"{name}_W": W, f"{name}_b": b}
    return {name: np.float16(values) for name, values in found.items()}


def record():
    """Return what it called each of the 1,000 animals for choosing, after every EVERY steps, (k, 1000)."""
    return arrays(FILE)["called"].astype(int)


class Fared(NamedTuple):
    """How a kind of network fared.

    parameters  how many it has
    right       (3,)  share of right answers on the test set, for three seeds
    losses      (3,)  the mean surprise there
    """

    parameters: int
    right: np.ndarray
    losses: np.ndarray


def fared():
    """Return a dict of the name of a kind of network -> Fared."""
    held = arrays(FILE)
    rows = zip(held["kinds"], held["parameters"], held["right"], held["losses"], strict=True)
    return {str(kind): Fared(int(parameters), right, losses) for kind, parameters, right, losses in rows}
