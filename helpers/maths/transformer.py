"""A small GPT: what it answers to a text, what its heads look at, how many parameters it has."""

from typing import NamedTuple

import numpy as np

from helpers.maths import attention
from helpers.maths.classification import class_losses
from helpers.maths.validation import whole

EPSILON = 1e-5
"""Keeps the root in a normalisation above 0."""


class Norm(NamedTuple):
    """A normalisation of each place by itself, then a gain and a shift for each number, (d,) both."""

    gain: np.ndarray
    shift: np.ndarray

    def __call__(self, X):
        """Return X (t, d), each row with mean 0 and variance 1, times gain, plus shift."""
        away = X - X.mean(axis=1, keepdims=True)
        return away / np.sqrt((away**2).mean(axis=1, keepdims=True) + EPSILON) * self.gain + self.shift


class Heads(NamedTuple):
    """Several heads of attention side by side, as Keras's MultiHeadAttention keeps them.

    Wq, Wk, Wv  (d, h, e)  weights of queries, keys and values: h heads of e = d / h numbers
    bq, bk, bv  (h, e)
    Wo, bo      (h, e, d), (d,)  put the heads together again
    """

    Wq: np.ndarray
    bq: np.ndarray
    Wk: np.ndarray
    bk: np.ndarray
    Wv: np.ndarray
    bv: np.ndarray
    Wo: np.ndarray
    bo: np.ndarray

    def shares(self, X):
        """Return the shares of each head for X (t, d), (h, t, t): none looks ahead."""
        return np.stack([attention.shares(Q, K) for Q, K, _ in self._each(X)])

    def __call__(self, X):
        """Return what the heads give together for X (t, d), (t, d)."""
        mixed = [attention.mixed(Q, K, V) for Q, K, V in self._each(X)]
        return sum(M @ W for M, W in zip(mixed, self.Wo, strict=True)) + self.bo

    def _each(self, X):
        for head in range(self.Wq.shape[1]):
            yield [
                X @ W[:, head] + b[head]
                for W, b in ((self.Wq, self.bq), (self.Wk, self.bk), (self.Wv, self.bv))
            ]


class Block(NamedTuple):
    """Attention, then a small network at each place; both are added to what came in.

    before_heads, before_network  Norm
    heads   Heads
    W1, b1  (d, 4 d), (4 d,)  and relu
    W2, b2  (4 d, d), (d,)
    """

    before_heads: Norm
    heads: Heads
    before_network: Norm
    W1: np.ndarray
    b1: np.ndarray
    W2: np.ndarray
    b2: np.ndarray

    def __call__(self, X):
        """Return what the block makes of X (t, d), (t, d)."""
        X = X + self.heads(self.before_heads(X))
        return X + np.maximum(self.before_network(X) @ self.W1 + self.b1, 0) @ self.W2 + self.b2


class GPT(NamedTuple):
    """A network that says what comes next.

    tokens     (k, d)  a vector for each symbol
    positions  (t, d)  a vector for each place
    blocks     list of Block
    last       Norm
    W, b       (d, k), (k,)  scores of what comes next
    """

    tokens: np.ndarray
    positions: np.ndarray
    blocks: list
    last: Norm
    W: np.ndarray
    b: np.ndarray


def forward(net, numbers):
    """Return the scores of what comes next after each place, (t, k).

    net      GPT
    numbers  (t,)  of symbols, at most as many as net has positions

    Raises ValueError if there are none or too many.
    """
    return after_blocks(net, numbers)[-1] @ net.W + net.b


def after_blocks(net, numbers):
    """Return what is held at each place: before the first block, after each, and after the last Norm.

    returns  list of (t, d)

    Raises ValueError if there are no numbers or too many.
    """
    numbers = np.asarray(numbers, dtype=int)
    if not 1 <= len(numbers) <= len(net.positions):
        raise ValueError(f"got {len(numbers)} symbols; this network takes 1 to {len(net.positions)}")
    held = [net.tokens[numbers] + net.positions[: len(numbers)]]
    for block in net.blocks:
        held.append(block(held[-1]))
    return [*held, net.last(held[-1])]


def looked_at(net, numbers):
    """Return the shares that each head takes from each place, one (h, t, t) for each block."""
    held = after_blocks(net, numbers)
    return [block.heads.shares(block.before_heads(X)) for block, X in zip(net.blocks, held, strict=False)]


def expected(net, numbers):
    """Return the scores of what comes after some symbols, (k,); as many count as net has places.

    Raises ValueError if there are none.
    """
    return forward(net, np.asarray(numbers, dtype=int)[-len(net.positions) :])[-1]


def losses(net, numbers, before):
    """Return the surprise at each symbol of a text that has at least so many before it, (m,), in nats.

    numbers  (m + before,)
    before   1 to as many as net has positions: what each symbol is told by at least

    Raises ValueError or TypeError for numbers out of range, or if there are no more than before of them.
    """
    numbers, context = np.asarray(numbers, dtype=int), len(net.positions)
    if not whole("before", before, 1) <= context or len(numbers) <= before:
        given = f"before is {before}, with {len(numbers)} symbols and {context} positions"
        raise ValueError(f"{given}; it may be 1 to {context}, and less than there are symbols")
    found = []
    for start in range(0, len(numbers) - before, context - before + 1):
        window = numbers[start : start + context + 1]
        found.append(class_losses(forward(net, window[:-1]), window[1:])[before - 1 :])
    return np.concatenate(found)


def parameters(symbols, width, context, blocks):
    """Return how many parameters a GPT has.

        k d + t d  the two tables;  12 d^2 + 13 d  each block;  2 d  the last Norm;  d k + k  the scores

    symbols  k
    width    d
    context  t
    blocks   how many

    Raises ValueError or TypeError if a number is not whole or below 1.
    Source: counted from the parts of GPT above; the heads of a block have 4 d^2 + 4 d, its network 8 d^2
    + 5 d, its two Norms 4 d.
    """
    k, d, t, blocks = (
        whole(name, value, 1)
        for name, value in [("symbols", symbols), ("width", width), ("context", context), ("blocks", blocks)]
    )
    return k * d + t * d + blocks * (12 * d**2 + 13 * d) + 2 * d + d * k + k
