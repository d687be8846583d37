"""Write writer.npz: a small GPT, how it learnt the Python manual, how others fared; minutes of work.

It holds the weights of the longest training, in sixteen bits; the record of that training, a loss and a
text after every so many steps; of each kind in KINDS its parameters, its steps, and for each seed the mean
surprise on the text that judges; and that of n-grams.
"""

import time

import numpy as np

from helpers.data import writer
from helpers.data.manual import manual, split_text
from helpers.maths import ngrams, text, transformer
from helpers.training import Watch, gpt
from helpers.training.start import tf
from helpers.training.watch import Record

KINDS = {
    "one block": (1, 800, (0, 1, 2)),
    "two blocks": (2, 800, (0, 1, 2)),
    "two blocks, longer": (2, 5000, (0,)),
}
"""Name -> blocks, steps, seeds."""
NGRAMS = 7


def main():
    """Write the file."""
    letters = writer.letters()
    learn, test = split_text(manual())
    learn_numbers, test_numbers = text.encoded(learn, letters), text.encoded(test, letters)

    def now(model):
        return writer.moment(gpt.as_numpy(model))

    fared, parameters = np.full((len(KINDS), 3), np.nan), []
    for row, (kind, (blocks, steps, seeds)) in enumerate(KINDS.items()):
        last = kind == list(KINDS)[-1]
        for seed in seeds:
            tf.keras.utils.set_random_seed(seed)
            model = gpt.gpt(len(letters), blocks=blocks)
            record = Record([now(model)])
            start = time.perf_counter()
            gpt.learn(model, learn_numbers, steps, [Watch(record, now, writer.EVERY)] if last else [], seed)
            seconds = time.perf_counter() - start
            net = gpt.as_numpy(model)
            fared[row, seed] = transformer.losses(net, test_numbers, writer.BEFORE).mean()
            on_learnt = transformer.losses(net, learn_numbers[: len(test)], writer.BEFORE).mean()
            print(
                f"{kind}, seed {seed}: {fared[row, seed]:.3f}, learnt {on_learnt:.3f}, {seconds:.0f} s",
                flush=True,
            )
        parameters.append(model.count_params())
    by_counting, on_pieces = [], []
    for n in range(1, NGRAMS + 1):
        counted = ngrams.counted(learn, n, letters)
        by_counting.append(ngrams.losses(counted, test, writer.BEFORE).mean())
        on_pieces.append(np.mean([ngrams.losses(counted, piece, writer.BEFORE) for piece in writer.pieces()]))
    np.savez_compressed(
        writer.FILE,
        **writer.packed(net),
        losses=[moment.loss for moment in record],
        texts=[moment.text for moment in record],
        kinds=list(KINDS),
        parameters=parameters,
        steps=[steps for _, steps, _ in KINDS.values()],
        fared=fared,
        ngrams=by_counting,
        ngrams_on_pieces=on_pieces[: writer.LONGEST],
    )


if __name__ == "__main__":
    main()
