"""Write trained.npz: a small Inception network, how it learnt, how others fared; ten minutes of work.

It holds the weights, in sixteen bits; what the network called each animal of the validation set after every
so many steps; and of each kind of network in KINDS its parameters, and for each seed its share of right
answers on the test set and its loss there.
"""

import numpy as np

from helpers.data import marks, trained
from helpers.data.animals import SIDE, animals
from helpers.training import Watch, inception
from helpers.training.start import tf
from helpers.training.watch import Record

SEEDS = (0, 1, 2)
KINDS = {
    "Inception": inception.small,
    "without 1 × 1 before": lambda: inception.small(reduced=False),
    "without normalisation": lambda: inception.small(normalised=False),
    "plain": inception.plain,
}


def main():
    """Write the file."""
    X, y = animals()
    X = X.reshape(-1, SIDE, SIDE)  # (m, 784) -> (m, 28, 28)
    valid, test, pool = marks.parts()

    def called(model):
        return inception.scores(model, X[valid]).argmax(axis=1)

    arrays, right, losses, parameters = {}, [], [], []
    for kind, make in KINDS.items():
        for seed in SEEDS:
            tf.keras.utils.set_random_seed(seed)
            model = make()
            record = Record([called(model)])
            inception.learn(model, X[pool], y[pool], [Watch(record, called, trained.EVERY)])
            scores = inception.scores(model, X[test])
            right.append(np.mean(scores.argmax(axis=1) == y[test]))
            losses.append(
                float(tf.keras.losses.sparse_categorical_crossentropy(y[test], scores, True).numpy().mean())
            )
            print(f"{kind}, seed {seed}: {right[-1]:.3f} right, loss {losses[-1]:.3f}", flush=True)
            if kind == "Inception" and seed == 0:
                arrays = trained.packed(inception.folded(model)) | {
                    "called": np.array(record, dtype=np.uint8)
                }
        parameters.append(model.count_params())
    shape = len(KINDS), len(SEEDS)
    np.savez_compressed(
        trained.FILE,
        **arrays,
        kinds=list(KINDS),
        parameters=parameters,
        right=np.reshape(right, shape),
        losses=np.reshape(losses, shape),
    )


if __name__ == "__main__":
    main()
