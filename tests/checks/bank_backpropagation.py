"""Answers to the exercises of notebook 06, written from the tasks alone."""

import math

import numpy as np
from bank import Bank

BACKWARD_BY_HAND = Bank(
    right=[
        (5, 17.5, 0, 10, 0, 30),
        (5.0, 17.5, 0.0, 10.0, 0.0, 30.0),
        [6 - 1, 3.5 * 5, 0 * 5, 5 * 2, 0, 3 * 10],
        np.array([5, 17.5, 0, 10, 0, 30]),
        tuple(np.float32(one) for one in (5, 17.5, 0, 10, 0, 30)),
    ],
    wrong=[
        ("sign", (-5, -17.5, 0, -10, 0, -30)),
        ("loss", (12.5, 43.75, 0, 25, 0, 75)),
        ("square", (25, 87.5, 0, 50, 0, 150)),
        ("twice", (10, 35, 0, 20, 0, 60)),
        ("no target", (6, 21, 0, 12, 0, 36)),
        ("no slope", (5, 17.5, 0, 10, 15, 30)),
        ("z for slope", (5, 17.5, 0, 35, -7.5, 105)),
        ("z for slope", (5, 17.5, 0, 35, 0, 105)),
        ("z flows", (5, 17.5, -2.5, 10, 0, 30)),
        ("no way", (5, 17.5, 0, 5, 0, 15)),
        ("weights for slopes", (5, 10, 15, 10, 0, 30)),
        ("ones flow", (5, 5, 5, 10, 0, 30)),
        ("other input", (5, 17.5, 0, 10, 0, 20)),
        ("no input", (5, 17.5, 0, 10, 0, 10)),
        ("activation for input", (5, 17.5, 0, 10, 0, 35)),
        ("swapped hidden", (5, 17.5, 0, 0, 10, 30)),
        ("swapped slopes", (5, 0, 17.5, 10, 0, 30)),
        ("backwards", (30, 0, 10, 0, 17.5, 5)),
        ("5 numbers", (5, 17.5, 0, 10, 0)),
        ("text", ("5", 17.5, 0, 10, 0, 30)),
    ],
    general=[(5, 17.5, 0, 10, 0, 31), (5, 17, 0, 10, 0, 30)],
)


def delta_loop(delta, W, Z):
    result = []
    for row, z in zip(delta, Z, strict=True):
        result.append([sum(row * W[j]) if z[j] > 0 else 0.0 for j in range(len(z))])
    return result


def delta_mask(delta, W, Z):
    back = np.dot(delta, np.transpose(W))
    back[Z <= 0] = 0
    return back


def delta_spoil(delta, W, Z):
    Z[Z > 0] = 1
    Z[Z < 0] = 0
    return delta @ W.T * Z


def delta_print(delta, W, Z):
    print(delta @ W.T * (Z > 0))


HIDDEN_DELTA = Bank(
    right=[
        delta_loop,
        delta_mask,
        lambda delta, W, Z: np.einsum("mh,nh->mn", delta, W) * (Z > 0),
        lambda delta, W, Z: (W @ delta.T).T * np.sign(np.maximum(Z, 0)),
        lambda delta, W, Z: np.where(Z < 0, 0, 1) * (delta @ W.T),
        lambda delta, W, Z: np.array([(W @ d) * (z > 0) for d, z in zip(delta, Z, strict=True)]),
    ],
    wrong=[
        ("no slope", lambda delta, W, Z: np.dot(delta, W.T)),
        ("Z for slope", lambda delta, W, Z: np.multiply(delta @ W.T, Z)),
        ("A for slope", lambda delta, W, Z: delta @ W.T * np.maximum(0, Z)),
        ("slope turned", lambda delta, W, Z: delta @ W.T * (Z < 0)),
        ("signs", lambda delta, W, Z: delta @ W.T * np.sign(Z)),
        ("signs", lambda delta, W, Z: np.where(Z > 0, delta @ W.T, -(delta @ W.T))),
        ("sign", lambda delta, W, Z: -1 * delta_mask(delta, W, Z)),
        ("relu of the result", lambda delta, W, Z: np.maximum(delta @ W.T, 0)),
        ("averaged", lambda delta, W, Z: delta_mask(delta, W, Z) / len(delta[0])),
        ("one output", lambda delta, W, Z: delta[:, :1] @ W[:, :1].T * (Z > 0)),
        ("raised|do not fit", lambda delta, W, Z: delta @ W * (Z > 0)),
        ("raised|do not fit", lambda delta, W, Z: delta * W * (Z > 0)),
        ("changed `Z`", delta_spoil),
        ("printed", delta_print),
        ("returned", lambda delta, W, Z: (Z > 0).sum()),
        ("rounded", lambda delta, W, Z: delta_mask(delta, W, Z).round(2)),
    ],
    general=[lambda delta, W, Z: delta_mask(delta, W, Z) * 3],
)


def back_once(A, W, Z, delta):
    """Write it as the task says, with the function of 6.2."""
    found = []
    for k in reversed(range(len(W))):
        found.insert(0, A[k].T @ delta / len(delta))
        if k > 0:
            delta = delta_mask(delta, W[k], Z[k - 1])
    return found


def back_while(A, W, Z, delta):
    k, found = len(W) - 1, {}
    while True:
        found[k] = np.dot(A[k].T, delta) / delta.shape[0]
        if k == 0:
            return [found[k] for k in sorted(found)]
        delta = delta.dot(W[k].T) * (Z[k - 1] > 0)
        k -= 1


def all_deltas_first(A, W, Z, delta):
    deltas = [delta]
    for w, z in zip(W[:0:-1], Z[-2::-1], strict=True):
        deltas.append(deltas[-1] @ w.T * (z > 0))
    return np.array([a.T @ d / len(a) for a, d in zip(A, deltas[::-1], strict=True)])


def by_examples(A, W, Z, delta):
    """Sum over the examples, each with its own way back."""
    total = np.zeros(W.shape)
    for i in range(len(delta)):
        d = delta[i]
        for k in range(len(W) - 1, -1, -1):
            total[k] += np.outer(A[k, i], d) / len(delta)
            d = W[k] @ d * (Z[k - 1, i] > 0)
    return total


def appended(A, W, Z, delta):
    """Forget that the last layer comes first."""
    found = []
    for k in reversed(range(len(W))):
        found.append(A[k].T @ delta / len(delta))
        if k > 0:
            delta = delta_mask(delta, W[k], Z[k - 1])
    return found


def moved_first(A, W, Z, delta):
    found = []
    for k in reversed(range(len(W))):
        if k > 0:
            delta = delta_mask(delta, W[k], Z[k - 1])
        found.insert(0, A[k].T @ delta / len(delta))
    return found


def from_the_front(A, W, Z, delta):
    found = []
    for k in range(len(W)):
        found.append(A[k].T @ delta / len(delta))
        delta = delta_mask(delta, W[k], Z[k])
    return found


def updated(A, W, Z, delta):
    W, found = W.copy(), []
    for k in reversed(range(len(W))):
        found.insert(0, A[k].T @ delta / len(delta))
        W[k] -= 0.1 * found[0]
        if k > 0:
            delta = delta_mask(delta, W[k], Z[k - 1])
    return found


def spoiled(A, W, Z, delta):
    W *= 1.0
    Z[Z < 0] = 0
    return back_once(A, W, Z, delta)


def way_back(carry):
    """Return the whole way back, with another way from a layer to the one before: carry(delta, W, Z, k)."""

    def back(A, W, Z, delta):
        found = []
        for k in reversed(range(len(W))):
            found.insert(0, A[k].T @ delta / len(delta))
            if k > 0:
                delta = carry(delta, W, Z, k)
        return found

    return back


GRADIENTS = Bank(
    right=[back_once, back_while, all_deltas_first, by_examples, lambda *given: tuple(back_once(*given))],
    wrong=[
        ("last first", appended),
        ("too early", moved_first),
        ("forwards", from_the_front),
        ("new weights", updated),
        ("sum", lambda A, W, Z, delta: np.array(back_once(A, W, Z, delta)) * len(delta)),
        ("sign", lambda A, W, Z, delta: [-one for one in back_once(A, W, Z, delta)]),
        ("half", lambda A, W, Z, delta: [one / 2 for one in back_once(A, W, Z, delta)]),
        ("step", lambda A, W, Z, delta: [0.1 * one for one in back_once(A, W, Z, delta)]),
        ("transposed", lambda A, W, Z, delta: [one.T for one in back_once(A, W, Z, delta)]),
        ("same delta", way_back(lambda delta, W, Z, k: delta)),
        ("no slope", way_back(lambda delta, W, Z, k: delta @ W[k].T)),
        ("Z for slope", way_back(lambda delta, W, Z, k: delta @ W[k].T * Z[k - 1])),
        ("slope turned", way_back(lambda delta, W, Z, k: delta @ W[k].T * (Z[k - 1] < 0))),
        ("other Z", way_back(lambda delta, W, Z, k: delta @ W[k].T * (Z[k] > 0))),
        ("not turned", way_back(lambda delta, W, Z, k: delta @ W[k] * (Z[k - 1] > 0))),
        ("other weights", way_back(lambda delta, W, Z, k: delta @ W[k - 1].T * (Z[k - 1] > 0))),
        ("no weights", way_back(lambda delta, W, Z, k: delta * (Z[k - 1] > 0))),
        (
            "averaged on the way",
            way_back(lambda delta, W, Z, k: delta_mask(delta, W[k], Z[k - 1]) / len(delta)),
        ),
        ("divided before", lambda A, W, Z, delta: back_once(A, W, Z, delta / len(A[0]))),
        ("slope at the end", lambda A, W, Z, delta: back_once(A, W, Z, delta * (Z[-1] > 0))),
        (
            "one less",
            lambda A, W, Z, delta: [len(delta) / (len(delta) - 1) * g for g in back_once(A, W, Z, delta)],
        ),
        ("changed `Z`", spoiled),
        ("array of shape", lambda A, W, Z, delta: A[-1].T @ delta / len(delta)),
    ],
    general=[lambda A, W, Z, delta: [3 * one for one in back_once(A, W, Z, delta)]],
)


def length(values):
    return math.sqrt(sum(value * value for value in values))


def error_loop(a, b):
    difference = 0
    for k in range(len(a)):
        difference += (a[k] - b[k]) ** 2
    return difference**0.5 / max(length(a), length(b))


RELATIVE_ERROR = Bank(
    right=[
        error_loop,
        lambda a, b: length(b - a) / max(length(a), length(b)),
        lambda a, b: np.linalg.norm(np.subtract(a, b)) / np.maximum(np.linalg.norm(a), np.linalg.norm(b)),
        lambda a, b: math.dist(a, b) / max(math.hypot(*a), math.hypot(*b)),
        lambda a, b: math.sqrt(np.square(a - b).sum()) / math.sqrt(max(np.dot(a, a), np.dot(b, b))),
    ],
    wrong=[
        ("not divided", lambda a, b: math.dist(a, b)),
        ("by the sum", lambda a, b: math.dist(a, b) / (length(a) + length(b))),
        ("by one", lambda a, b: math.dist(a, b) / length(a)),
        ("by one", lambda a, b: math.dist(a, b) / length(b)),
        ("by the shorter", lambda a, b: math.dist(a, b) / min(length(a), length(b))),
        ("no root", lambda a, b: np.square(a - b).sum() / max(np.dot(a, a), np.dot(b, b))),
        ("sizes", lambda a, b: np.abs(a - b).sum() / max(np.abs(a).sum(), np.abs(b).sum())),
        ("largest", lambda a, b: np.max(np.abs(a - b)) / max(np.max(np.abs(a)), np.max(np.abs(b)))),
        ("largest", lambda a, b: np.abs(a - b).max()),
        ("difference of lengths", lambda a, b: abs(length(a) - length(b)) / max(length(a), length(b))),
        ("entry by entry", lambda a, b: np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))),
        ("mean", lambda a, b: np.sqrt(np.mean((a - b) ** 2)) / max(length(a), length(b))),
        ("cancelled", lambda a, b: abs(np.sum(a - b)) / max(length(a), length(b))),
        ("plus", lambda a, b: length(a + b) / max(length(a), length(b))),
        ("upside down", lambda a, b: max(length(a), length(b)) / math.dist(a, b)),
        ("percent", lambda a, b: 100 * error_loop(a, b)),
        ("rounded", lambda a, b: round(error_loop(a, b), 2)),
        ("text", lambda a, b: f"{error_loop(a, b):.3f}"),
    ],
    general=[lambda a, b: error_loop(a, b) / 3],
)

WRONG_PASS = Bank(
    right=[(3, 3), [3, 3], np.array([3, 3]), (3.0, 3.0), (np.int64(3), 3)],
    wrong=[
        ("A for Z", (2, 3)),
        ("line too late", (3, 4)),
        ("other line", (3, 1)),
        ("other line", (3, 2)),
        ("other line", (3, 5)),
        ("first pass", (1, 1)),
        ("first pass", (1, 3)),
        ("first pass", (1, 4)),
        ("second pass", (2, 1)),
        ("second pass", (2, 4)),
        ("swapped", (4, 3)),
        ("from zero", (3, 0)),
        ("2 numbers", 3),
        ("2 numbers", (3, 3, 3)),
        ("text", ("pass_3", 3)),
    ],
)

BANK = {
    "check_backward_by_hand": BACKWARD_BY_HAND,
    "check_hidden_delta": HIDDEN_DELTA,
    "check_gradients": GRADIENTS,
    "check_relative_error": RELATIVE_ERROR,
    "check_wrong_pass": WRONG_PASS,
}
