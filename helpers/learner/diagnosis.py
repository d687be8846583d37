"""What is wrong with a function that gave a wrong result: found by calling it several times.

A single result is not enough to name a mistake: with a rate of its own inside, a step may by chance be twice
too long. So the function is called on all data of its check, and for each argument with another value of it.
A known mistake is named only if it explains all of that.
"""

import time
from typing import NamedTuple

import numpy as np

from helpers.learner import wording
from helpers.learner.numbers import as_array, copied, is_cut, near
from helpers.learner.running import run
from helpers.learner.verdict import Unnamed, Wrong

SECONDS = 2
"""How long the further calls of a slow function may take together."""
DIGITS = range(5)
"""To how many digits a result may have been rounded."""


class Try(NamedTuple):
    """One call: its arguments, what is right, and what came as an array, None if no numbers did."""

    arguments: dict
    right: np.ndarray
    found: np.ndarray | None

    @property
    def is_right(self):
        """Say whether what came is right."""
        return _same(self.found, self.right)


@np.errstate(all="ignore")  # a walk that diverges, and is wrong
def refuse_named(function, solve, on, known):
    """Raise what is wrong with a function, if there is a name for it; else return.

    function  the answer, wrong on some of the data
    solve     the right function
    on        list of dicts of arguments
    known     called with arguments, returns a dict: (a mistake's key, the number of a way) -> list of values
    """
    if not callable(function):
        return
    end = time.monotonic() + SECONDS
    tries = _tries(function, solve, on)
    if all(one.found is None for one in tries) or all(one.is_right for one in tries):
        return
    varied = {name: _tries(function, solve, _varied(on, name), end) for name in on[0]}
    matter = [name for name in on[0] if _matters(tries, varied[name])]
    fixed = [name for name in matter if _is_ignored(tries, varied[name])]
    _refuse_known(tries, [one for several in varied.values() for one in several], known)
    comparable = np.ndim(tries[0].found) == np.ndim(tries[0].right) and not any(map(_is_cut, tries))
    if 0 < len(fixed) < len(matter) and comparable:
        raise Unnamed(wording.ignored(fixed) + wording.from_outside(function, on[0]))
    _refuse_rounded(tries)


def _tries(function, solve, on, end=np.inf):
    """Return a Try for each of the data, as long as there is time."""
    tries = []
    for arguments in on:
        if time.monotonic() > end:
            break
        outcome = run(function, *copied(arguments).values(), quiet=True)
        found = None if outcome.error is not None else as_array(outcome.value)
        tries.append(Try(arguments, as_array(solve(*copied(arguments).values())), found))
    return tries


def _same(array, other):
    return array is not None and other is not None and array.shape == other.shape and near(array, other)


def _varied(on, name):
    """Return the data with another value of one argument in each of them."""
    return [arguments | {name: _another(arguments[name])} for arguments in on]


def _another(value):
    """Return a value of the same type and shape, positive if this is; a column of ones, x0, stays.

    Labels, of 0 and 1 alone, stay labels: every third is turned round, or each row of one-hot ones moves on.
    """
    if isinstance(value, tuple):
        return tuple(part + 1 for part in value)
    if not isinstance(value, np.ndarray):
        return 2 * value - 1 if isinstance(value, int) else value * 1.7 if isinstance(value, float) else value
    if _are_labels(value):
        return _other_labels(value)
    factor = 2 + np.arange(value.size).reshape(value.shape) % 3
    if (value < 0).any():  # what looks at signs alone uses them too
        factor = np.where(factor == 3, -3, factor)
    factor = factor if value.dtype.kind == "i" else factor / 1.7
    return np.where(np.all(value == 1, axis=0), value, value * factor)


def _are_labels(value):
    """Say whether these are labels of 0 and 1, (m,), or one-hot ones, (m, k)."""
    one_hot = value.ndim == 2 and (value.sum(axis=1) == 1).all()
    return np.isin(value, (0, 1)).all() and (value.ndim == 1 or one_hot)


def _other_labels(labels):
    if labels.ndim == 2:
        return np.roll(labels, 1, axis=1)
    return np.where(np.arange(len(labels)) % 3 == 1, 1 - labels, labels).astype(labels.dtype)


def _matters(tries, varied):
    """Say whether other values of an argument change what is right on some of the data."""
    return any(not _same(one.right, other.right) for one, other in zip(tries, varied, strict=False))


def _is_cut(one):
    """Say whether the digits after the point were cut off, which alone may vary."""
    return one.found is not None and one.found.shape == one.right.shape and is_cut(one.found, one.right)


def _is_ignored(tries, varied):
    """Say whether other values of an argument never change what came where they change what is right."""
    return all(
        _same(one.found, other.found)
        for one, other in zip(tries, varied, strict=False)
        if not _same(one.right, other.right)
    )


def _refuse_known(tries, varied, known):
    """Raise the first known mistake that explains all that came.

    It has to give what came on some of the data where that is wrong, and nothing else on the others; where
    its shapes do not fit it says nothing.
    """
    gave = [(one, known(one.arguments)) for one in (*tries, *varied)]
    for way in gave[0][1]:
        explains = [
            not made[way] or any(_same(one.found, value) for value in made[way]) for one, made in gave
        ]
        shows = any(
            made[way] and not one.is_right and one.found is not None for one, made in gave[: len(tries)]
        )
        if shows and all(explains):
            raise Wrong(way[0])


def _refuse_rounded(tries):
    """Raise if everything that came is what is right, rounded."""
    for digits in DIGITS:
        if all(
            one.found is not None
            and one.found.shape == one.right.shape
            and np.allclose(one.found, np.round(one.found, digits), rtol=0, atol=1e-12)
            and np.allclose(one.found, one.right, rtol=0, atol=0.5001 * 10.0**-digits)
            for one in tries
        ):
            raise Unnamed(wording.ROUNDED)
