"""A small GPT that learnt the Python manual, how it learnt, how others fared, read from writer.npz."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from helpers.data.manual import manual, split_text
from helpers.data.shipped import arrays
from helpers.maths import ngrams, text, transformer
from helpers.maths.transformer import GPT, Block, Heads, Norm

FILE = Path(__file__).with_name("writer.npz")
"""training/make_writer.py wrote it and says what is in it."""
EVERY, BEFORE = 100, 32
"""Steps from one entry of the record to the next; how many characters a judged one has before it at least."""
PIECES = 180
"""Evenly spread over the text that judges, on which it is judged while it learns."""
LONGEST = 5
"""Of the n-grams that stand beside it."""


@lru_cache(maxsize=1)
def letters():
    """Return the manual's alphabet, str: the symbols of each network here."""
    return text.alphabet(manual())


@lru_cache(maxsize=1)
def gpt():
    """Return the GPT of two blocks that learnt the manual, with seed 0."""
    held = {name: values.astype(float) for name, values in arrays(FILE).items() if values.dtype == np.float16}

    def norm(name):
        return Norm(held[f"{name}_gain"], held[f"{name}_shift"])

    def block(k):
        heads = Heads(*(held[f"{k}_{name}"] for name in Heads._fields))
        network = (held[f"{k}_{name}"] for name in ("W1", "b1", "W2", "b2"))
        return Block(norm(f"{k}_heads"), heads, norm(f"{k}_network"), *network)

    blocks = [block(k) for k in range(sum(name.endswith("_Wq") for name in held))]
    return GPT(held["tokens"], held["positions"], blocks, norm("last"), held["W"], held["b"])


def packed(net):
    """Return a GPT as a dict of arrays of sixteen bits, as the file holds them."""
    found = {"tokens": net.tokens, "positions": net.positions, "W": net.W, "b": net.b}
    norms = {"last": net.last}
    for k, block in enumerate(net.blocks):
        norms |= {f"{k}_heads": block.before_heads, f"{k}_network": block.before_network}
        found |= {f"{k}_{name}": values for name, values in block.heads._asdict().items()}
        found |= {f"{k}_{name}": getattr(block, name) for name in ("W1", "b1", "W2", "b2")}
    for name, norm in norms.items():
        found |= {f"{name}_gain": norm.gain, f"{name}_shift": norm.shift}
    return {name: np.float16(values) for name, values in found.items()}


class Moment(NamedTuple):
    """A network while it learns: its surprise on text that it does not learn from, and what it writes."""

    loss: float
    text: str


def pieces():
    """Return PIECES of the text that judges, evenly spread, of 65 characters each."""
    _, test = split_text(manual())
    size = 2 * BEFORE + 1
    return [test[start : start + size] for start in np.linspace(0, len(test) - size, PIECES).astype(int)]


def moment(net):
    """Return the Moment of a network: its loss on pieces(), what it writes after "The "."""
    loss = np.mean([transformer.losses(net, text.encoded(piece, letters()), BEFORE) for piece in pieces()])
    return Moment(float(loss), text.written(scores(net), letters(), "The ", 260, temperature=0.7))


def scores(net):
    """Return a function of a text so far: the network's scores of what comes next, (k,)."""
    return lambda so_far: transformer.expected(net, text.encoded(so_far[-len(net.positions) :], letters()))


def record():
    """Return how that network learnt: a list of Moment, after every EVERY steps."""
    held = arrays(FILE)
    return [Moment(float(loss), str(said)) for loss, said in zip(held["losses"], held["texts"], strict=True)]


class Fared(NamedTuple):
    """How a kind of network fared.

    parameters  how many it has
    steps       of its training
    losses      (seeds,)  the mean surprise on the text that judges, in nats
    """

    parameters: int
    steps: int
    losses: np.ndarray


def fared():
    """Return a dict of the name of a kind of network -> Fared."""
    held = arrays(FILE)
    rows = zip(held["kinds"], held["parameters"], held["steps"], held["fared"], strict=True)
    return {
        str(kind): Fared(int(parameters), int(steps), losses[~np.isnan(losses)])
        for kind, parameters, steps, losses in rows
    }


def ngram_losses(pieces=False):
    """Return the mean surprise of n-grams on the text that judges, or on its pieces(), for n = 1, 2, ..."""
    return arrays(FILE)["ngrams_on_pieces" if pieces else "ngrams"]


@lru_cache(maxsize=LONGEST)
def counted(n):
    """Return the n-grams of the part of the manual to learn from."""
    learn, _ = split_text(manual())
    return ngrams.counted(learn, n, letters())
