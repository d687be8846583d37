"""Write learning_curve.npz, what models of the animals learn from few and many: minutes of work.

Each model learns from SIZES images, from three draws of them, and names the same 600 others.
"""

from itertools import islice

import numpy as np

from helpers.data.animals import LEARNING_CURVE, animals
from helpers.data.augmentation import sometimes_mirrored
from helpers.maths import backprop, network, regularisation
from helpers.maths.classification import nearest

SIZES, DRAWS, JUDGED, SEED = (30, 100, 300, 1000, 3000), 3, 600, 0
EPOCHS = {30: 200, 100: 120, 300: 60, 1000: 60, 3000: 30}
MODELS = ("nearest image", "softmax regression", "network 784-64-10", "the network, with mirrored images")


def parts():
    """Return which images are judged, (600,), and which may be learnt from, in the order of each draw."""
    order = np.random.default_rng(SEED).permutation(len(animals().y))
    judged, pool = order[:JUDGED], order[2 * JUDGED :]
    return judged, [np.random.default_rng([SEED, draw]).permutation(pool) for draw in range(DRAWS)]


def answers(model, size, draw):
    """Return what a model calls the judged images, (600,), and the share right of what it learnt from."""
    X, y = animals()
    judged, pools = parts()
    rows = pools[draw][:size]
    if model == "nearest image":
        return y[rows][nearest(X[rows], X[judged])], 1.0
    sizes = (784, 10) if model == "softmax regression" else (784, 64, 10)
    nets = regularisation.learning(
        backprop.random_layers(sizes, "softmax", "relu", seed=draw),
        X[rows],
        y[rows],
        alpha=0.1,
        batch_size=min(32, size),
        seed=draw,
        augment=sometimes_mirrored if "mirrored" in model else None,
    )
    layers = next(islice(nets, EPOCHS[size], None))
    called = [network.forward(layers, X[which])[-1].Z.argmax(axis=1) for which in (judged, rows)]
    return called[0], float(np.mean(called[1] == y[rows]))


def main():
    """Write the file."""
    shape = (len(MODELS), len(SIZES), DRAWS)
    called, trained = np.zeros((*shape, JUDGED), dtype=np.uint8), np.zeros(shape)
    for where in np.ndindex(shape):
        called[where], trained[where] = answers(MODELS[where[0]], SIZES[where[1]], where[2])
    np.savez_compressed(LEARNING_CURVE, called=called, trained=trained)


if __name__ == "__main__":
    main()
