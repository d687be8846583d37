"""Known answers to the exercises of notebook 11."""

from itertools import pairwise

import numpy as np
from answers import Answers


def merging(numbers, pair, new):
    found, place = [], 0
    while place < len(numbers):
        two = tuple(numbers[place : place + 2]) == tuple(pair)
        found.append(new if two else numbers[place])
        place += 2 if two else 1
    return found


def spoiled(numbers, pair, new):
    found = merging(numbers, pair, new)
    numbers[:] = found
    return found


MERGED = Answers(
    right=[merging, lambda *given: tuple(merging(*given)), lambda *given: np.array(merging(*given))],
    mistakes={
        "nothing": lambda numbers, pair, new: list(numbers),
        "removed": lambda numbers, pair, new: [n for n in merging(numbers, pair, -5) if n != -5],
        "reversed": lambda numbers, pair, new: merging(numbers, (pair[1], pair[0]), new),
        "new alone": lambda numbers, pair, new: [new for n in merging(numbers, pair, -5) if n == -5],
    },
    others={
        "should be": lambda *given: [n + 50 for n in merging(*given)],
        "one number": lambda numbers, pair, new: 3.0,
        "raised": lambda numbers, pair, new: numbers + pair,
        "Another value of `new`": lambda numbers, pair, new: merging(numbers, pair, 99),
        "has changed `numbers`": spoiled,
    },
)


def following(numbers, k):
    counts = np.ones((k, k))
    for first, second in pairwise(numbers):
        counts[first, second] += 1
    return counts / counts.sum(axis=1, keepdims=True)


def rows_by_comparing(numbers, k):
    table = []
    for a in range(k):
        after = [numbers[i + 1] for i in range(len(numbers) - 1) if numbers[i] == a]
        table.append([(after.count(b) + 1) / (len(after) + k) for b in range(k)])
    return table


def all_at_once(numbers, k):
    counts = np.ones((k, k))
    counts[numbers[:-1], numbers[1:]] += 1
    return counts / counts.sum(axis=1, keepdims=True)


def two_apart(numbers, k):
    counts = np.ones((k, k))
    for i in range(2, len(numbers)):
        counts[numbers[i - 2], numbers[i]] += 1
    return counts / counts.sum(axis=1, keepdims=True)


FOLLOW = Answers(
    right=[following, rows_by_comparing, lambda numbers, k: following(numbers, k).tolist()],
    mistakes={
        "once": all_at_once,
        "before": lambda numbers, k: following(numbers[::-1], k),
        "end missing": lambda numbers, k: following(numbers[:-1], k),
        "two apart": two_apart,
    },
    others={
        "should be": lambda numbers, k: following(numbers, k) + 0.1,
        "array of shape": lambda numbers, k: following(numbers, k)[:, 1:],
        "raised": lambda numbers, k: numbers[k, k],
        "Another value of `numbers`": lambda numbers, k: following(np.array([0, 1, 1, 2, 0]), k),
    },
)


def sharpening(scores, temperature, top):
    stays = scores >= np.sort(scores)[-top]
    powers = np.exp(scores / temperature) * stays
    return powers / powers.sum()


def by_places(scores, temperature, top):
    p, best = np.zeros(len(scores)), np.argsort(scores)[::-1][:top]
    p[best] = np.exp((scores[best] - scores[best[0]]) / temperature)
    return p / p.sum()


SHARPENED = Answers(
    right=[sharpening, by_places, lambda *given: sharpening(*given).tolist()],
    mistakes={
        "no cut": lambda scores, temperature, top: by_places(scores, temperature, len(scores)),
        "no temperature": lambda scores, temperature, top: by_places(scores, 1, top),
        "one more": lambda scores, temperature, top: by_places(scores, temperature, top + 1),
        "times": lambda scores, temperature, top: by_places(scores * temperature, 1, top),
    },
    others={
        "should be": lambda *given: sharpening(*given) + 0.1,
        "array of shape": lambda scores, temperature, top: np.append(sharpening(scores, temperature, top), 0),
        "raised": lambda scores, temperature, top: scores @ np.ones((2, 2)),
        "Another value of `temperature`": lambda scores, temperature, top: by_places(scores, 0.3, top),
    },
)


def attending(Q, K, V):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    powers = np.exp(scores) * np.tri(len(scores))
    return powers / powers.sum(axis=1, keepdims=True) @ V


def one_by_one(Q, K, V):
    found = np.zeros(V.shape)
    for i in range(len(Q)):
        powers = np.exp(K[: i + 1] @ Q[i] / np.sqrt(Q.shape[1]))
        found[i] = powers / powers.sum() @ V[: i + 1]
    return found


ATTENTION = Answers(
    right=[attending, one_by_one, lambda Q, K, V: attending(Q, K, V).tolist()],
    mistakes={
        "no root": lambda Q, K, V: one_by_one(Q * np.sqrt(Q.shape[1]), K, V),
        "swapped": lambda Q, K, V: one_by_one(K, Q, V),
        "keys mixed": lambda Q, K, V: one_by_one(Q, K, K),
        "ahead": lambda Q, K, V: one_by_one(Q[::-1], K[::-1], V[::-1])[::-1],
    },
    others={
        "should be": lambda Q, K, V: attending(Q, K, V) + 0.1,
        "array of shape": lambda Q, K, V: np.ones((2, 9)),
        "raised": lambda Q, K, V: Q @ V @ K @ V,
        "Another value of `V`": lambda Q, K, V: attending(Q, K, np.sqrt(np.arange(V.size)).reshape(V.shape)),
    },
)


def parameters(symbols, width, context, blocks):
    def layer(n, k):
        return n * k + k

    block = 4 * layer(width, width) + layer(width, 4 * width) + layer(4 * width, width) + 4 * width
    return (symbols + context) * width + blocks * block + 2 * width + layer(width, symbols)


GPT_PARAMETERS = Answers(
    right=[
        parameters,
        lambda k, d, t, n: k * d + t * d + n * (12 * d * d + 13 * d) + 2 * d + d * k + k,
        lambda *given: np.int64(parameters(*given)),
    ],
    mistakes={
        "one block": lambda k, d, t, n: parameters(k, d, t, 1),
        "no positions": lambda k, d, t, n: parameters(k, d, 0, n),
        "squares alone": lambda k, d, t, n: 12 * d * d * n,
        "swapped": lambda k, d, t, n: parameters(t, d, k, n),
    },
    others={
        "should be": lambda k, d, t, n: 1000,
        "array of shape": lambda k, d, t, n: [k * d, t * d],
        "raised": lambda k, d, t, n: k[0],
        "Another value of `context`": lambda k, d, t, n: parameters(k, d, 64, n),
    },
)

ANSWERS = {
    "check_merged": MERGED,
    "check_follow": FOLLOW,
    "check_sharpened": SHARPENED,
    "check_attention": ATTENTION,
    "check_gpt_parameters": GPT_PARAMETERS,
}
