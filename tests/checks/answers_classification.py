"""Known answers to the exercises of notebook 05."""

import numpy as np
from answers import Answers
from bank_classification import (
    ce_formula,
    ce_in_place,
    ce_loop,
    ce_notebook_m,
    ce_overwritten,
    ce_returned_in_loop,
    ce_where,
    log_grad_by_chain,
    log_grad_columns,
    log_grad_in_place,
    log_grad_in_theta,
    log_grad_overwritten,
    many_grad_by_class,
    many_grad_in_place,
    many_grad_notebook_m,
    many_grad_overwritten,
    naive,
    naive_math,
    shares,
    shares_dict,
    shares_loop,
    shares_masks,
    shares_notebook,
    shares_spoil,
    shares_whole,
    soft,
    soft_differences,
    soft_in_place,
    soft_in_whole_numbers,
    soft_last_row,
    soft_loop,
)

from helpers.maths import classification

given = np.array([0.7, 0.6, 0.1])
surprises = -np.log(given)

SURPRISE = Answers(
    right=[
        (*surprises, surprises.mean()),
        (0.36, 0.51, 2.3, 1.06),
        [0.357, 0.511, 2.303, 1.057],
        np.append(surprises, 1.057),
    ],
    mistakes={  # as found with a calculator
        "negative": (-0.36, -0.51, -2.3, -1.06),
        "class 1": (0.36, 0.92, 2.3, 1.06),
        "class 0": (1.2, 0.51, 0.11, 0.61),
        "other class": (1.2, 0.92, 0.11, 0.74),
        "one other": [(1.2, 0.51, 2.3, 1.06), (0.36, 0.51, 0.11, 1.06)],
        "other logarithm": [(0.51, 0.74, 3.32, 1.52), (0.15, 0.22, 1, 0.46)],
        "sum": (0.36, 0.51, 2.3, 3.17),
        "half": (0.36, 0.51, 2.3, 0.53),
        "ones only": [(0.36, 0.51, 2.3, 1.33), (0.36, 0.51, 2.3, 0.89)],
        "mean probability": [(0.36, 0.51, 2.3, 0.47), (0.36, 0.51, 2.3, 0.4)],
    },
    others={
        "Surprise 1 is right, surprise 2 is right, surprise 3 is not right": (0.36, 0.51, 2.2, 1.06),
        "The three surprises are right: add them up": (0.36, 0.51, 2.3, 1.2),
        "3 numbers, but 4 numbers (three surprises and their mean) are needed": surprises,
        "number 2 of the 4 is text, but": (0.36, "0.51", 2.3, 1.06),
        "There still is a `...` to replace": (0.36, 0.51, 2.3, ...),
        "one number, but 4 numbers": 1.06,
    },
)


def entropy_of_scores(h, y):
    z = np.log(h / (1 - h))
    return np.mean(np.logaddexp(0, np.where(y == 1, -z, z)))


def entropy_of_columns(h, y):
    h, y = h.reshape(-1, 1), y.reshape(-1, 1)
    return -np.mean(y * np.log(h) + (1 - y) * np.log(1 - h), axis=0)


CROSS_ENTROPY = Answers(
    right=[ce_formula, ce_loop, ce_where, entropy_of_scores],
    mistakes={
        "sign": lambda h, y: np.log(np.where(y == 1, h, 1 - h)).mean(),
        "one example": [ce_returned_in_loop, ce_overwritten],
        "ones only": lambda h, y: -sum(np.log(h[i]) for i in range(len(y)) if y[i] == 1) / len(y),
        "wrong class": lambda h, y: np.mean([-np.log(1 - p if t else p) for p, t in zip(h, y, strict=True)]),
        "each example": lambda h, y: [-np.log(p if t else 1 - p) for p, t in zip(h, y, strict=True)],
        "log of 0": lambda h, y: -np.mean(np.log(h * y + (1 - h) * (1 - y) - np.abs(y - h) * 9)),
    },
    others={
        "an array of shape (1,), but one number": entropy_of_columns,
        "it takes `m` from the notebook": ce_notebook_m,
        "has changed `h`, which belongs to its caller": ce_in_place,
        "it should be 0.": lambda h, y: ce_formula(h, y) + 1,
        "Another value of `h` changes nothing": lambda h, y: np.mean(y) + 0.1,
        "`^` is no power": lambda h, y: -np.mean((y * np.log(h)) ^ 2),
    },
)


def gradient_of_columns(theta, X, y):
    errors = classification.sigmoid(X @ theta.reshape(-1, 1)) - y.reshape(-1, 1)
    return X.T @ errors / len(y)


LOGISTIC_GRADIENT = Answers(
    right=[
        classification.logistic_gradient,
        log_grad_columns,
        log_grad_by_chain,
        lambda theta, X, y: (1 / (1 + np.exp(-X @ theta)) - y) @ X / len(X),
    ],
    mistakes={
        "linear": lambda theta, X, y: (X @ theta - y) @ X / len(y),
        "one example": log_grad_overwritten,
        "no x": lambda theta, X, y: [np.mean(classification.sigmoid(X @ theta) - y) for _ in theta],
        "sign": lambda theta, X, y: -classification.logistic_gradient(theta, X, y),
        "falls": lambda theta, X, y: X.T @ (1 / (1 + np.exp(X @ theta)) - y),
    },
    others={
        "an array of shape (3, 1), but an array of shape (3,) (one entry": gradient_of_columns,
        "has changed `X`, which belongs to its caller": log_grad_in_place,
        "whole numbers, where the result has digits": log_grad_in_theta,
        "nudging theta_": lambda theta, X, y: classification.logistic_gradient(theta, X, y) + 1,
        "one number, but an array of shape (3,)": lambda theta, X, y: np.mean(X @ theta),
        "Another value of `y` changes nothing": lambda theta, X, y: X.T @ (X @ theta),
    },
)

SOFTMAX = Answers(
    right=[classification.softmax, soft, soft_loop, soft_differences],
    mistakes={
        "keepdims": lambda Z: np.exp(Z) / [sum(np.exp(z)) for z in Z],
        "columns": lambda Z: np.array([np.exp(c) / np.exp(c).sum() for c in Z.T]).T,
        "transposed": lambda Z: np.array([soft(Z)[:, c] for c in range(Z.shape[1])]),
        "one example": soft_last_row,
        "one for all": lambda Z: naive(Z - max(max(row) for row in Z)),
        "clipped": lambda Z: soft(np.clip(Z, -700, 700)),
        "overflow": [naive_math, naive, lambda Z: naive(Z - Z.min())],
    },
    others={
        "has changed `Z`, which belongs to its caller": soft_in_place,
        "whole numbers, where the result has digits": soft_in_whole_numbers,
        "an array of shape (3,), but an array of shape (3, 4) (a row for each": lambda Z: soft(Z).max(axis=1),
        "it should be": lambda Z: soft(Z) + 0.01,
        "Entry (0, 2) is 0.333956; it should be 0.879398": lambda Z: soft(Z if Z.max() < 900 else Z / 1000),
    },
)


def gradient_in_rows(theta, X, Y):
    P = classification.softmax(X @ theta)
    return [np.mean((P - Y) * X[:, [j]], axis=0) for j in range(X.shape[1])]


SOFTMAX_GRADIENT = Answers(
    right=[
        lambda theta, X, Y: classification.softmax_gradient(theta, X, Y.argmax(axis=1)),
        gradient_in_rows,
        many_grad_by_class,
    ],
    mistakes={
        "one example": many_grad_overwritten,
        "sum": lambda theta, X, Y: sum(np.outer(x, p) for x, p in zip(X, soft(X @ theta) - Y, strict=True)),
        "scores": lambda theta, X, Y: X.T @ (X @ theta - Y) / len(Y),
        "columns": lambda theta, X, Y: X.T @ (soft((X @ theta).T).T - Y) / len(Y),
        "loss": lambda theta, X, Y: -np.mean(np.log(soft(X @ theta)[Y == 1])),
        "true class only": lambda theta, X, Y: X.T @ np.where(Y == 1, soft(X @ theta) - 1, 0) / len(Y),
    },
    others={
        "has changed `Y`, which belongs to its caller": many_grad_in_place,
        "it takes `images` from the notebook": many_grad_notebook_m,
        "it should be": lambda theta, X, Y: many_grad_by_class(theta, X, Y) + np.eye(*theta.shape),
        "Another value of `X` changes nothing": lambda theta, X, Y: soft(theta) - Y.mean(axis=0),
    },
)

PRECISION_RECALL = Answers(
    right=[
        shares,
        shares_loop,
        shares_masks,
        lambda y, flagged: (
            classification.counts(y, flagged).precision,
            classification.counts(y, flagged).recall,
        ),
    ],
    mistakes={
        "swapped": lambda y, flagged: shares(flagged, y),
        "accuracy": lambda y, flagged: (y[flagged].mean(), np.mean(y == flagged)),
        "counts": [lambda y, flagged: (y @ flagged, flagged.sum()), lambda y, flagged: [y @ flagged] * 2],
        "F1": lambda y, flagged: 2 * y @ flagged / (y.sum() + flagged.sum()),
        "false alarm rate": lambda y, flagged: (shares(y, flagged)[0], flagged[y == 0].mean()),
    },
    others={
        "It returned an object of type dict": shares_dict,
        "whole numbers": shares_whole,
        "it takes `cracked` from the notebook": shares_notebook,
        "has changed `flagged`": shares_spoil,
        "one number, but an array of shape (2,) (precision, then recall)": lambda y, flagged: 0.5,
        "an array of shape (3,), but an array": lambda y, flagged: (*shares(y, flagged), 0.5),
    },
)

ANSWERS = {
    "check_surprise": SURPRISE,
    "check_cross_entropy": CROSS_ENTROPY,
    "check_logistic_gradient": LOGISTIC_GRADIENT,
    "check_softmax": SOFTMAX,
    "check_softmax_gradient": SOFTMAX_GRADIENT,
    "check_precision_recall": PRECISION_RECALL,
}
