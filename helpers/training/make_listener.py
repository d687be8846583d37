"""Write listener.npz: how small networks fared that learnt spoken digits; some ten minutes of work.

Each of these twice, on recordings as they are and each less its own mean: the share of right answers on a
fifth of all, for each seed; on each voice, learnt from the other five, for each seed; and what each digit of
a voice was taken for by a network that learnt from one to five others, with seed 0. What the network called
each of those that judge while it learnt, after every so many steps, as they are, with seed 0. And the share
of right answers on each voice of networks that learnt from few recordings, of one to five others.
"""

import numpy as np

from helpers.data import listener, spoken
from helpers.maths.classification import confusion
from helpers.training import Watch, speech
from helpers.training.start import tf
from helpers.training.watch import Record


def trained(X, y, rows, seed, watching=None):
    """Return a network that learnt from those rows; watching gets what it says of the others."""
    tf.keras.utils.set_random_seed(seed)
    model = speech.listener(X[rows])
    callbacks = []
    if watching is not None:
        watching.append(speech.said(model, X[~rows]))
        callbacks = [Watch(watching, lambda model: speech.said(model, X[~rows]), listener.EVERY)]
    speech.learn(model, X[rows], y[rows], callbacks)
    return model


def with_few(X, y, voice):
    """Return shares of right answers, (voices - 1, voices), as listener.with_few says."""
    shares = np.zeros((spoken.VOICES - 1, spoken.VOICES))
    for one in range(spoken.VOICES):
        here = voice == one
        for number in range(1, spoken.VOICES):
            known = np.flatnonzero(np.isin(voice, listener.others(one, number)))
            chosen = np.random.default_rng(0).permutation(known)[: listener.FEW]
            model = trained(X, y, np.isin(np.arange(len(y)), chosen), seed=0)
            shares[number - 1, one] = np.mean(speech.said(model, X[here]) == y[here])
    return shares


def main():
    """Write the file."""
    voices = spoken.VOICES
    digits = spoken.spoken()
    y, voice, learn = digits.y, digits.voice, spoken.part(len(digits.y))
    random = np.zeros((2, len(listener.SEEDS)))
    left_out = np.zeros((2, len(listener.SEEDS), voices))
    confused = np.zeros((2, voices, voices - 1, 10, 10), dtype=np.uint8)
    called = Record()
    for centred in (False, True):
        X, row = listener.prepared(centred), int(centred)
        for seed in listener.SEEDS:
            watching = called if seed == 0 and not centred else None
            said = speech.said(trained(X, y, learn, seed, watching), X[~learn])
            random[row, seed] = np.mean(said == y[~learn])
            for one in range(voices):
                here = voice == one
                said = speech.said(trained(X, y, ~here, seed), X[here])
                left_out[row, seed, one] = np.mean(said == y[here])
                if seed == 0:
                    confused[row, one, -1] = confusion(y[here], said, 10)
            means = random[row, seed], left_out[row, seed].mean()
            print(
                f"centred {centred}, seed {seed}: {means[0]:.3f}, voices left out {means[1]:.3f}", flush=True
            )
        for one in range(voices):
            here = voice == one
            for number in range(1, voices - 1):
                known = np.isin(voice, listener.others(one, number))
                model = trained(X, y, known, seed=0)
                confused[row, one, number - 1] = confusion(y[here], speech.said(model, X[here]), 10)
    few = with_few(listener.prepared(centred=True), y, voice)
    np.savez_compressed(
        listener.FILE,
        random=random,
        left_out=left_out,
        confused=confused,
        called=np.array(called, dtype=np.uint8),
        with_few=few,
    )


if __name__ == "__main__":
    main()
