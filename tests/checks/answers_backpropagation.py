"""Known answers to the exercises of notebook 06."""

import numpy as np
from answers import Answers

x, y = np.array([3.0, 2]), 1
W1, b1, W2, b2 = np.array([[0.5, -1], [1, 1]]), np.array([0, 0.5]), np.array([2.0, 3]), -1
z = x @ W1 + b1
a = np.maximum(z, 0)
d = a @ W2 + b2 - y

BACKWARD_BY_HAND = Answers(
    right=[
        (5, 17.5, 0, 10, 0, 30),
        [5, 17.5, 0, 10, 0, 30],
        np.array([d, *(a * d), *(d * W2 * (z > 0)), x[0] * d * W2[0]]),
    ],
    mistakes={
        "sign": (-5, -17.5, 0, -10, 0, -30),
        "no slope": (5, 17.5, 0, 10, 15, 30),
        "other input": (5, 17.5, 0, 10, 0, 20),
        "z flows": (5, 17.5, -2.5, 10, 0, 30),
        "no way": (5, 17.5, 0, 5, 0, 15),
    },
    others={
        "is not right": (5, 17.5, 0, 10, 0, 17),
        "5 numbers, but 6 numbers are needed": (5, 17.5, 0, 10, 0),
        "There still is a `...` to replace": (5, 17.5, ..., 10, 0, 30),
    },
)


def delta_by_loops(delta, W, Z):
    found = np.zeros(Z.shape)
    for i in range(len(Z)):
        for j in range(Z.shape[1]):
            if Z[i, j] > 0:
                found[i, j] = sum(delta[i, k] * W[j, k] for k in range(W.shape[1]))
    return found


HIDDEN_DELTA = Answers(
    right=[
        lambda delta, W, Z: delta @ W.T * (Z > 0),
        lambda delta, W, Z: np.where(Z > 0, delta @ W.T, 0),
        lambda delta, W, Z: (W @ delta.T).T * np.heaviside(Z, 0),
        delta_by_loops,
    ],
    mistakes={
        "no slope": lambda delta, W, Z: (W @ delta.T).T,
        "A for slope": lambda delta, W, Z: delta @ W.T * np.where(Z > 0, Z, 0),
        "slope turned": lambda delta, W, Z: np.where(Z > 0, 0, delta @ W.T),
        "sign": lambda delta, W, Z: -delta @ W.T * (Z > 0),
    },
    others={
        "Entry": lambda delta, W, Z: delta @ W.T * (Z > 1),
        "raised": lambda delta, W, Z: delta @ W * (Z > 0),
        "one number": lambda delta, W, Z: 3.0,
    },
)


def back_by_recursion(A, W, Z, delta):
    last = A[-1].T @ delta / len(delta)
    if len(W) == 1:
        return [last]
    return [*back_by_recursion(A[:-1], W[:-1], Z[:-1], delta @ W[-1].T * (Z[-2] > 0)), last]


def one_by_one(A, W, Z, delta):
    found = np.zeros(W.shape)
    for k in range(len(W) - 1, -1, -1):
        for i in range(len(delta)):
            found[k] += np.outer(A[k][i], delta[i]) / len(delta)
        if k:
            delta = np.where(Z[k - 1] > 0, delta @ W[k].T, 0)
    return found


def in_a_list(A, W, Z, delta, back, order=1):
    found = []
    for k in range(len(W) - 1, -1, -1):
        found.append(A[k].T @ delta / len(delta))
        delta = back(delta, W[k], Z[k - 1])
    return found[::-order]


GRADIENTS = Answers(
    right=[
        back_by_recursion,
        one_by_one,
        lambda A, W, Z, delta: in_a_list(A, W, Z, delta, lambda d, w, z: d @ w.T * (z > 0)),
        lambda A, W, Z, delta: tuple(
            in_a_list(A, W, Z, delta, lambda d, w, z: (w @ d.T).T * np.sign(z).clip(0))
        ),
    ],
    mistakes={
        "last first": lambda A, W, Z, delta: in_a_list(A, W, Z, delta, lambda d, w, z: d @ w.T * (z > 0), -1),
        "no slope": lambda A, W, Z, delta: in_a_list(A, W, Z, delta, lambda d, w, z: d @ w.T),
        "same delta": lambda A, W, Z, delta: [a.T @ delta / len(delta) for a in A],
        "not turned": lambda A, W, Z, delta: in_a_list(A, W, Z, delta, lambda d, w, z: d @ w * (z > 0)),
        "sum": lambda A, W, Z, delta: one_by_one(A, W, Z, delta) * len(delta),
    },
    others={
        "Entry": lambda A, W, Z, delta: one_by_one(A, W, Z, delta) + 0.1,
        "Another value of `W`, `Z` changes nothing": lambda A, W, Z, delta: [A[-1].T @ delta / len(delta)],
        "one number": lambda A, W, Z, delta: 3.0,
    },
)

RELATIVE_ERROR = Answers(
    right=[
        lambda a, b: np.linalg.norm(a - b) / max(np.linalg.norm(a), np.linalg.norm(b)),
        lambda a, b: np.sqrt(np.sum((a - b) ** 2) / max(np.sum(a**2), np.sum(b**2))),
        lambda a, b: ((a - b) @ (a - b)) ** 0.5 / max(a @ a, b @ b) ** 0.5,
    ],
    mistakes={
        "not divided": lambda a, b: np.linalg.norm(a - b),
        "by the sum": lambda a, b: np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)),
        "by one": lambda a, b: np.linalg.norm(a - b) / np.linalg.norm(b),
        "largest": lambda a, b: abs(a - b).max() / max(abs(a).max(), abs(b).max()),
    },
    others={
        "should be": lambda a, b: 1.234,
        "one number": lambda a, b: np.array([1.0, 2]),
        "text": lambda a, b: "0.1",
    },
)

WRONG_PASS = Answers(
    right=[(3, 3), [3, 3], np.array([3.0, 3])],
    mistakes={"A for Z": (2, 3), "line too late": (3, 4), "first pass": (1, 3), "other line": (3, 2)},
    others={
        "Two whole numbers": (7, 9),
        "one number, but 2 numbers are needed": 3,
        "The answer is None": None,
    },
)

ANSWERS = {
    "check_backward_by_hand": BACKWARD_BY_HAND,
    "check_hidden_delta": HIDDEN_DELTA,
    "check_gradients": GRADIENTS,
    "check_relative_error": RELATIVE_ERROR,
    "check_wrong_pass": WRONG_PASS,
}
