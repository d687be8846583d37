"""Write marked.npz, networks that learnt from animals with and without marked cats: half a minute of work."""

from itertools import islice

import numpy as np

from helpers.data import marks
from helpers.data.animals import animals
from helpers.maths import backprop, regularisation

LEARNT, EPOCHS, ALPHA, DECAY = 3000, 25, 0.1, 0.001


def learn(share):
    """Return the layers that a share of marked cats leads to."""
    rows = marks.parts()[2][:LEARNT]
    X, _ = marks.with_marked_cats(rows, share)
    start = backprop.random_layers(marks.LAYERS, "softmax", "relu", seed=marks.SEED)
    run = regularisation.learning(start, X, animals().y[rows], alpha=ALPHA, seed=marks.SEED, decay=DECAY)
    return next(islice(run, EPOCHS, None))


def main():
    """Write the file."""
    arrays = {}
    for number, share in enumerate(marks.SHARES):
        for k, layer in enumerate(learn(share)):
            arrays[f"W{number}{k}"], arrays[f"b{number}{k}"] = np.float16(layer.W), np.float16(layer.b)
    np.savez_compressed(marks.FILE, **arrays)


if __name__ == "__main__":
    main()
