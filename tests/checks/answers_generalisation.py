"""Known answers to the exercises of notebook 08."""

import numpy as np
from answers import Answers

from helpers.maths import linear


def decayed(theta, X, y, lambda_):
    g = X.T @ (X @ theta - y) / len(y)
    for j in range(1, len(theta)):
        g[j] += lambda_ * theta[j]
    return g


RIDGE_GRADIENT = Answers(
    right=[
        decayed,
        lambda theta, X, y, lambda_: linear.gradient(theta, X, y) + lambda_ * np.append(0, theta[1:]),
        lambda theta, X, y, lambda_: decayed(theta, X, y, lambda_).tolist(),
    ],
    mistakes={
        "intercept too": lambda theta, X, y, lambda_: linear.gradient(theta, X, y) + lambda_ * theta,
        "no decay": lambda theta, X, y, lambda_: linear.gradient(theta, X, y),
        "uphill": lambda theta, X, y, lambda_: -decayed(theta, X, y, lambda_),
    },
    others={
        "should be": lambda theta, X, y, lambda_: decayed(theta, X, y, lambda_) + 0.1,
        "raised": lambda theta, X, y, lambda_: X @ y,
        "one number": lambda theta, X, y, lambda_: 3.0,
    },
)


def by_folds(X, y, k):
    found = []
    for j in range(k):
        fold = range(j, len(y), k)
        theta = linear.least_squares(np.delete(X, fold, axis=0), np.delete(y, fold))
        found.append(linear.loss(theta, X[fold], y[fold]))
    return np.mean(found)


CROSS_VALIDATED = Answers(
    right=[by_folds, lambda X, y, k: float(by_folds(X, y, k))],
    mistakes={
        "sum": lambda X, y, k: k * by_folds(X, y, k),
        "training loss": lambda X, y, k: linear.loss(linear.least_squares(X, y), X, y),
    },
    others={
        "should be": lambda X, y, k: by_folds(X, y, k) + 0.1,
        "array of shape": lambda X, y, k: np.full((2, 2), by_folds(X, y, k)),
        "raised": lambda X, y, k: X @ y,
    },
)


def waiting(losses, patience):
    kept = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[kept]:
            kept = epoch
        if epoch - kept == patience:
            return epoch, kept
    return len(losses) - 1, kept


EARLY_STOP = Answers(
    right=[waiting, lambda losses, patience: list(waiting(losses, patience))],
    mistakes={
        "never stops": lambda losses, patience: (len(losses) - 1, int(losses.argmin())),
        "swapped": lambda losses, patience: waiting(losses, patience)[::-1],
        "from 1": lambda losses, patience: [k + 1 for k in waiting(losses, patience)],
    },
    others={
        "should be": lambda losses, patience: (3, 3),
        "raised": lambda losses, patience: losses[100],
        "one number": lambda losses, patience: waiting(losses, patience)[0],
    },
)


def switched(A, U, p):
    return A * (p <= U) / (1 - p)


DROPOUT = Answers(
    right=[
        switched,
        lambda A, U, p: [
            [a / (1 - p) if u >= p else 0 for a, u in zip(*rows, strict=True)]
            for rows in zip(A, U, strict=True)
        ],
    ],
    mistakes={
        "not made larger": lambda A, U, p: A * (p <= U),
        "wrong ones": lambda A, U, p: A * (p > U) / (1 - p),
        "divided by p": lambda A, U, p: A * (p <= U) / p,
    },
    others={
        "should be": lambda A, U, p: switched(A, U, p) + 0.1,
        "one number": lambda A, U, p: 3.0,
        "raised": lambda A, U, p: A @ U,
    },
)


def firsts(X):
    return [k for k in range(len(X)) if not any((X[k] == X[j]).all() for j in range(k))]


FIRST_OF_DOUBLES = Answers(
    right=[firsts, lambda X: np.sort(np.unique(X, axis=0, return_index=True)[1])],
    mistakes={
        "by value": lambda X: np.unique(X, axis=0, return_index=True)[1],
        "how many": lambda X: len(firsts(X)),
        "rows": lambda X: X[firsts(X)],
    },
    others={
        "raised": lambda X: X @ X.reshape(-1),
        "of shape": lambda X: firsts(X)[:-2],
        "should be": lambda X: [k + 3 for k in firsts(X)],
    },
)

ANSWERS = {
    "check_ridge_gradient": RIDGE_GRADIENT,
    "check_cross_validated": CROSS_VALIDATED,
    "check_early_stop": EARLY_STOP,
    "check_dropout": DROPOUT,
    "check_first_of_doubles": FIRST_OF_DOUBLES,
}
