"""How small networks fared that learnt spoken digits, read from listener.npz; nearest neighbour beside."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from helpers.data import spoken as recordings
from helpers.data.shipped import arrays
from helpers.maths import classification
from helpers.maths.validation import whole

FILE = Path(__file__).with_name("listener.npz")
"""training/make_listener.py wrote it and says what is in it."""
EVERY = 20
"""Steps from one entry of the record to the next."""
SEEDS, FEW = (0, 1, 2), 500
"""Of each training; recordings in all, where more voices bring no more of them."""


@lru_cache(maxsize=1)
def _held():
    """Return the arrays of the file: an explorer asks for some in each frame."""
    return arrays(FILE)


@lru_cache(maxsize=2)
def prepared(centred=False):
    """Return the 3,000 recordings as one array, (3000, 32, 13), each less its own mean if centred."""
    frames = recordings.spoken().frames
    return recordings.resized(recordings.centred(frames) if centred else frames)


class Fared(NamedTuple):
    """Shares of right answers.

    random    (3,)    of a fifth of all recordings, for each seed
    left_out  (3, 6)  of each voice, where the network learnt from the other five
    """

    random: np.ndarray
    left_out: np.ndarray


def fared(centred=False):
    """Return how the network fared, on recordings as they are, or each less its own mean."""
    return Fared(_held()["random"][int(centred)].copy(), _held()["left_out"][int(centred)].copy())


def others(left_out, learnt_from):
    """Return which voices a network learns from that is to hear one left out: those after it, in a circle."""
    voices = recordings.VOICES
    count = whole("learnt_from", learnt_from, 1, voices - 1)
    return [(whole("left_out", left_out, 0, voices - 1) + 1 + k) % voices for k in range(count)]


def confused(left_out, learnt_from=recordings.VOICES - 1, centred=False):
    """Return what a network took each digit of a voice for that it had not heard, (10, 10).

    left_out     the voice, 0 to 5
    learnt_from  how many `others` it learnt from, 1 to 5
    returns      row: what was said, column: what was heard; counts

    Raises TypeError or ValueError if a number is out of range.
    """
    others(left_out, learnt_from)  # refuses what is out of range
    return _held()["confused"][int(centred), left_out, learnt_from - 1].astype(int)


def with_few():
    """Return shares of right answers on each voice left out, (5, 6), from FEW recordings of 1 to 5 others.

    Each recording less its own mean, seed 0.
    """
    return _held()["with_few"].copy()


def record():
    """Return what the network called each of the recordings that judge, after every EVERY steps, (k, 600)."""
    return _held()["called"].astype(int)


def nearest(known, X):
    """Return which of the known recordings is nearest to each of others, (k,): a number of its row.

    known  (m, t, c);  X (k, t, c)

    Each coefficient is divided first by its deviation over what is known, so that all count alike.
    """
    deviation = known.std(axis=(0, 1))
    return classification.nearest(*((one / deviation).reshape(len(one), -1) for one in (known, X)))
