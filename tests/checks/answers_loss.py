"""Known answers to the exercises of notebook 02."""

import numpy as np
from answers import Answers
from bank_loss import early, from_one, m, notebook_m, overwritten, right_loop

from helpers.maths import linear

THREE_POINTS = Answers(
    right=[(1, -4, -5, 7), [1.0, -4.0, -5.0, 7.0], np.array([1, -4, -5, 7])],
    mistakes={
        "flipped": (-1, 4, 5, 14),
        "squares": (1, 16, 25, 42),
        "rising": (1, -2, 1, 1),
        "absolute": [(1, -4, -5, 10), (1, -4, -5, 3.333), (1, -4, -5, 1.667)],
        "negative square": [(1, -4, -5, (1**2 + -(4**2) + -(5**2)) / 6), (1, -4, -5, -6.67)],
    },
    others={
        "Residual 1 is right, residual 2 is not right, residual 3 is right": (1, -3, -5, 7),
        "9 is not it. The residuals are right: square each": (1, -4, -5, 9),
        "3 numbers, but 4 numbers (three residuals and L) are needed": (1, -4, -5),
        "There still is a `...` to replace: the check needs all the numbers": (1, -4, -5, ...),
        "If a decimal comma was meant": (1, -4, -5, 7, 0),
        "The answer is no row of numbers: number 1 of the 4 is text, but one number is needed": (
            "1",
            "-4",
            "-5",
            "7",
        ),
    },
)


def loss_without_a_half(theta, X, y):
    total = 0
    for i in range(len(y)):
        total += (X[i] @ theta - y[i]) ** 2
    return total / len(y)


def loss_of_two_parameters(theta, X, y):
    total = 0.0
    for i in range(len(y)):
        total += (theta[0] + theta[1] * X[i, 1] - y[i]) ** 2
    return total / (2 * len(y))


def loss_of_last_products(theta, X, y):
    total = 0.0
    for i in range(len(y)):
        for j in range(len(theta)):
            h = theta[j] * X[i, j]
        total += (h - y[i]) ** 2
    return total / (2 * len(y))


def loss_of_whole_rows(theta, X, y):
    total = 0.0
    for i in range(len(y)):
        total += (theta[0] + theta[1] * X[i] - y[i]) ** 2
    return total / (2 * len(y))


def loss_of_products(theta, X, y):
    total = 0.0
    for i in range(len(y)):
        total += np.sum((X[i] * theta - y[i]) ** 2)
    return total / (2 * len(y))


def loss_that_changes_y(theta, X, y):
    y -= X @ theta
    return np.sum(y**2) / (2 * len(y))


def loss_printed(theta, X, y):
    print(linear.loss(theta, X, y))


LOSS = Answers(
    right=[linear.loss, right_loop, lambda theta, X, y: (X @ theta - y) @ (X @ theta - y) / len(y) / 2],
    mistakes={
        "half": loss_without_a_half,
        "cancelled": lambda theta, X, y: (np.sum(X @ theta) - np.sum(y)) / len(y),
        "root": [
            lambda theta, X, y: np.sqrt(linear.loss(theta, X, y)),
            lambda theta, X, y: np.linalg.norm(X @ theta - y),
        ],
        "two parameters": loss_of_two_parameters,
        "one example": [overwritten, early],
        "end missing": from_one,
        "last product": [loss_of_last_products, lambda theta, X, y: linear.loss(theta[[-1]], X[:, [-1]], y)],
        "whole row": [loss_of_whole_rows, lambda theta, X, y: np.sum(loss_of_whole_rows(theta, X, y))],
        "entry by entry": loss_of_products,
    },
    others={
        "has changed `y`": loss_that_changes_y,
        "It printed something, but returned None": loss_printed,
        "it takes `m` from the notebook": notebook_m,
        "an array of shape (5,), but one number": lambda theta, X, y: (X @ theta - y) ** 2 / (2 * len(y)),
        "here 3 columns meet 5 rows": lambda theta, X, y: np.sum((theta @ X - y) ** 2) / (2 * len(y)),
        "it should be": lambda theta, X, y: linear.loss(theta, X, y) + 1,
    },
)

HALF_AND_MEAN = Answers(
    right=[(0.6, 2.4, 0.48, 1.2), [0.6, 2.4, 0.48, 1.2], np.array([0.6, 2.4, 0.48, 1.2])],
    mistakes={
        ("Every point twice", "sum"): [(1.2, 1.2, 0.6, 0.6), (1.2, ..., ..., ...)],
        ("Residuals twice as large", "halved too"): [(0.6, 4.8, 0.48, 1.2), (0.6, 9.6, 0.48, 1.2)],
        ("A fifth point", "dearer"): [(0.6, 2.4, 0.75, 1.2), (..., ..., 0.72, 1.2)],
        ("No half", "wrong way"): (0.6, 2.4, 0.48, 0.3),
    },
    others={
        "7 is not it. Every point twice: what becomes of the sum": (7, 2.4, 0.48, 1.2),
        "7 is not it. Residuals twice as large": (0.6, 7, 0.48, 1.2),
        "7 is not it. A fifth point": (0.6, 2.4, 7, 1.2),
        "2 numbers, but 4 numbers (one loss for each change) are needed": (0.6, 2.4),
        "Right so far: Every point twice, Residuals twice as large. There still is": (0.6, 2.4, ..., ...),
        "No half: the answer is text, but one number is needed.": (0.6, 2.4, 0.48, "1.2"),
        "If a decimal comma was meant": [((0, 6), (2, 4), (0, 48), (1, 2)), (0.6, 2.4, 0.48, (1, 2))],
    },
)


def losses_by_loop(thetas, X, y):
    found = np.zeros(len(thetas))
    for k in range(len(thetas)):
        r = X @ thetas[k] - y
        found[k] = r @ r / (2 * len(y))
    return found


def losses_by_matrices(thetas, X, y):
    r = thetas @ X.T - y
    return np.sum(r**2, axis=1) / (2 * len(y))


def losses_from_columns(thetas, X, y):
    r = X @ thetas.T - y[:, None]
    return np.mean(r**2, axis=0) / 2


def losses_returned_too_early(thetas, X, y):
    for theta in thetas:
        return linear.loss(theta, X, y)


def losses_replaced(thetas, X, y):
    for theta in thetas:
        found = linear.loss(theta, X, y)
    return found


def losses_in_whole_numbers(thetas, X, y):
    found = np.zeros(len(thetas), dtype=int)
    found[:] = losses_by_matrices(thetas, X, y)
    return found


def losses_in_pairs(thetas, X, y):
    r = thetas @ X.T - y
    return r @ r.T / (2 * len(y))


def losses_over_lines(thetas, X, y):
    found = []
    for theta in thetas:
        found.append(np.sum((X @ theta - y) ** 2) / (2 * len(thetas)))
    return found


MANY_LOSSES = Answers(
    right=[
        losses_by_matrices,
        losses_by_loop,
        losses_from_columns,
        lambda thetas, X, y: [linear.loss(theta, X, y) for theta in thetas],
        lambda thetas, X, y: np.diag(losses_in_pairs(thetas, X, y)),
    ],
    mistakes={
        "lines": losses_over_lines,
        "axis": lambda thetas, X, y: np.sum((X @ thetas.T - y[:, None]) ** 2, axis=1) / (2 * len(y)),
        "one line": losses_returned_too_early,
        "pairs": losses_in_pairs,
        "root": lambda *arguments: np.sqrt(losses_by_matrices(*arguments)),
    },
    others={
        "an array of shape (3, 1), but an array of shape (3,) (one loss for each line)": lambda *arguments: (
            losses_by_matrices(*arguments)[:, None]
        ),
        "whole numbers": losses_in_whole_numbers,
        "here 2 columns meet 3 rows": lambda thetas, X, y: np.sum((X @ thetas - y) ** 2, axis=1) / len(X.T),
        "Does `return` stand inside a loop, or does each loss replace the one before?": losses_replaced,
        "Entry 1 is": lambda *arguments: losses_by_matrices(*arguments) + np.eye(3, 3)[1],
    },
)


def careful(theta, X, y):
    if y.shape != (len(X),):
        raise ValueError(f"y has shape {y.shape}, but ({len(X)},) is needed")
    return np.sum((X @ theta - y) ** 2) / (2 * len(y))


def careful_with_a_list(theta, X, y):
    if y.shape != (len(X),):
        raise ValueError(f"y has the shape {list(y.shape)}, and {len(X)} numbers are needed")
    return np.sum((X @ theta - y) ** 2) / (2 * len(y))


def careful_in_two_steps(theta, X, y):
    if y.ndim != 1:
        raise ValueError("y must be one-dimensional, got shape " + str(y.shape))
    if len(y) != len(X):
        raise ValueError(f"X has {len(X)} rows, y has shape {y.shape}")
    return linear.loss(theta, X, y)


def careless(theta, X, y):
    return np.mean((X @ theta - y) ** 2) / 2


def careful_of_length(theta, X, y):
    if len(y) != len(X):
        raise ValueError(f"y has shape {y.shape}")
    return careless(theta, X, y)


def careful_with_assert(theta, X, y):
    assert y.shape == (len(X),), y.shape
    return careless(theta, X, y)


def assert_of_all(theta, X, y):
    assert y.shape == (len(X), 1), y.shape
    return careless(theta, X, y)


def careful_in_one_line(theta, X, y):
    if len(y.shape) == 1: raise ValueError(f"y has shape {y.shape}")  # noqa: E701  # fmt: skip
    return careless(theta, X, y)


def refuse_all(X, y):
    if y.shape != len(X):
        raise ValueError(f"y has shape {y.shape}, but ({len(X)},) is needed")


def careful_of_all_elsewhere(theta, X, y):
    refuse_all(X, y)
    return careless(theta, X, y)


def careful_of_too_few(theta, X, y):
    if y.ndim != 1 or len(y) < len(X):
        raise ValueError(f"y has shape {y.shape}")
    return right_loop(theta, X, y[: len(X)])


def careful_with_assert_of_length(theta, X, y):
    if y.ndim != 1:
        raise ValueError(f"y has shape {y.shape}")
    assert len(y) == len(X)
    return careless(theta, X, y)


def careful_in_print(theta, X, y):
    if y.ndim != 1:
        print(f"y has shape {y.shape}")
        return None
    return careless(theta, X, y)


def careful_in_text(theta, X, y):
    if y.ndim != 1:
        return f"y has shape {y.shape}"
    return careless(theta, X, y)


def careful_without_a_half(theta, X, y):
    careful(theta, X, y)
    return np.mean((X @ theta - y) ** 2)


def careful_without_return(theta, X, y):
    careful(theta, X, y)


def careful_and_then_changes(theta, X, y):
    found = careful(theta, X, y)
    y[:] = 0
    return found


def careful_about_m(theta, X, y):
    if y.shape != (m,):
        raise ValueError(f"y has shape {y.shape}, but ({m},) is needed")
    return linear.loss(theta, X, y)


CAREFUL_LOSS = Answers(
    right=[careful, careful_in_two_steps, careful_with_a_list],
    mistakes={
        "half": careful_without_a_half,
        "all refused": [assert_of_all, careful_in_one_line, careful_of_all_elsewhere],
        "let through": careful_of_length,
        "array": right_loop,
        "mended": lambda *arguments: np.sum(right_loop(*arguments)),
        "printed": careful_in_print,
        "returned": careful_in_text,
        "assert": [careful_with_assert, careful_with_assert_of_length],
        "other shape": careful_of_too_few,
    },
    others={
        "has changed `y`": careful_and_then_changes,
        "It returned None. Which line": careful_without_return,
        "it raised IndexError": lambda theta, X, y: careful(theta, X, y) if y.shape[1] == 1 else 0,
        "for `y.shape == (4,)` and four rows of X? And it takes `m` from the notebook": careful_about_m,
        "here 3 columns meet 5 rows": lambda theta, X, y: careful(theta, X, y) + theta @ X,
        "it raised ValueError: all input arrays": lambda theta, X, y: np.stack([X, y]),
    },
)

ANSWERS = {
    "check_careful_loss": CAREFUL_LOSS,
    "check_half_and_mean": HALF_AND_MEAN,
    "check_loss": LOSS,
    "check_many_losses": MANY_LOSSES,
    "check_three_points": THREE_POINTS,
}
