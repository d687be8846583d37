"""Known answers to the exercises of notebook 09."""

import numpy as np
from answers import Answers

from helpers.maths import linear


def slopes(W, b, v, x):
    z = x @ W + b
    return W @ (v * (z > 0))


INPUT_GRADIENT = Answers(
    right=[
        slopes,
        lambda W, b, v, x: np.where(x @ W + b > 0, v, 0) @ W.T,
        lambda W, b, v, x: slopes(W, b, v, x).tolist(),
    ],
    mistakes={
        "no slope": lambda W, b, v, x: v @ W.T,
        "times x": lambda W, b, v, x: slopes(W, b, v, x) * x,
        "at the neurons": lambda W, b, v, x: np.where(x @ W + b > 0, v, 0),
        "scaled": lambda W, b, v, x: slopes(W, b, v, x) / np.abs(slopes(W, b, v, x)).max(),
    },
    others={
        "should be": lambda W, b, v, x: slopes(W, b, v, x) + 0.1,
        "array of shape": lambda W, b, v, x: np.full((2, 2), slopes(W, b, v, x)[0]),
        "raised": lambda W, b, v, x: x @ v + W @ b @ v,
        "Another value of `x`": lambda W, b, v, x: slopes(W, b, v, np.arange(len(x))),
    },
)


def covering(W, image, size, fill):
    h, w = image.shape
    falls = np.zeros((h - size + 1, w - size + 1))
    for r in range(h - size + 1):
        for c in range(w - size + 1):
            covered = image.copy()
            covered[r : r + size, c : c + size] = fill
            falls[r, c] = np.sum(W * image) - np.sum(W * covered)
    return falls


def counted_by_size(W, image, size, fill):
    h, w = image.shape
    return covering(W, image, size, fill)[: h - size, : w - size]


def patches(W, image, size, fill):
    h, w = image.shape
    part = np.s_[:size, :size]
    return [
        [np.sum(W[r:, c:][part] * (image[r:, c:][part] - fill)) for c in range(w - size + 1)]
        for r in range(h - size + 1)
    ]


OCCLUSION = Answers(
    right=[covering, patches],
    mistakes={
        "covered with 0": lambda W, image, size, fill: covering(W, image, size, 0),
        "sign": lambda W, image, size, fill: -covering(W, image, size, fill),
        "too few places": counted_by_size,
        "over pixels": lambda W, image, size, fill: covering(W, image, size, fill) / (size * size),
    },
    others={
        "should be": lambda W, image, size, fill: covering(W, image, size, fill) + 0.1,
        "one number": lambda W, image, size, fill: 3.0,
        "raised": lambda W, image, size, fill: W @ image,
        "Another value of `size`": lambda W, image, size, fill: covering(W, image, 2, fill),
    },
)


def nearest(w, b, x):
    return x - (w @ x + b) / (w @ w) * w


SMALLEST_CHANGE = Answers(
    right=[
        nearest,
        lambda w, b, x: [x_j - (w @ x + b) * w_j / sum(w**2) for w_j, x_j in zip(w, x, strict=True)],
    ],
    mistakes={
        "length": lambda w, b, x: x - (w @ x + b) / np.linalg.norm(w) * w,
        "no bias": lambda w, b, x: x - w @ x / (w @ w) * w,
        "mirror": lambda w, b, x: x - 2 * (w @ x + b) / (w @ w) * w,
        "change": lambda w, b, x: nearest(w, b, x) - x,
    },
    others={
        "should be": lambda w, b, x: nearest(w, b, x) + 0.1,
        "array of shape": lambda w, b, x: np.outer(w, x),
        "raised": lambda w, b, x: w @ x @ b,
        "Another value of `b`": lambda w, b, x: nearest(w, 1.0, x),
    },
)


def rises(theta, X, y, mixed):
    found = []
    for j in range(1, X.shape[1]):
        other = X.copy()
        other[:, j] = mixed[:, j]
        found.append(linear.loss(theta, other, y) - linear.loss(theta, X, y))
    return np.array(found)


def with_columns(theta, X, y, mixed):
    base = linear.loss(theta, X, y)
    return [
        linear.loss(theta, np.hstack([X[:, :j], mixed[:, j : j + 1], X[:, j + 1 :]]), y) - base
        for j in range(1, len(theta))
    ]


IMPORTANCE = Answers(
    right=[rises, with_columns],
    mistakes={
        "sign": lambda theta, X, y, mixed: -rises(theta, X, y, mixed),
        "loss": lambda theta, X, y, mixed: rises(theta, X, y, mixed) + linear.loss(theta, X, y),
        "no half": lambda theta, X, y, mixed: 2 * rises(theta, X, y, mixed),
        "intercept too": lambda theta, X, y, mixed: np.r_[0, rises(theta, X, y, mixed)],
    },
    others={
        "should be": lambda theta, X, y, mixed: rises(theta, X, y, mixed) + 0.1,
        "array of shape": lambda theta, X, y, mixed: mixed - X,
        "raised": lambda theta, X, y, mixed: linear.loss(theta, mixed[:, 1], y),
    },
)


def hottest(maps):
    heat = np.abs(maps).mean(axis=0)
    return np.array(np.unravel_index(heat.argmax(), heat.shape))


HOTTEST = Answers(
    right=[hottest, lambda maps: divmod(int(np.abs(maps).sum(axis=0).argmax()), maps.shape[2])],
    mistakes={
        "flat": lambda maps: int(np.abs(maps).sum(axis=0).argmax()),
        "swapped": lambda maps: hottest(maps)[::-1],
        "from 1": lambda maps: tuple(hottest(maps) + 1),
        "each map": lambda maps: [hottest(maps[[k]]) for k in range(len(maps))],
    },
    others={
        "should be": lambda maps: hottest(maps) + 3,
        "raised": lambda maps: maps[len(maps)],
        "of shape": lambda maps: np.zeros((7, 7)),
    },
)

ANSWERS = {
    "check_input_gradient": INPUT_GRADIENT,
    "check_occlusion": OCCLUSION,
    "check_smallest_change": SMALLEST_CHANGE,
    "check_importance": IMPORTANCE,
    "check_hottest": HOTTEST,
}
