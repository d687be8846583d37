"""Known answers to the exercises of notebook 03."""

import numpy as np
from answers import Answers
from bank_descent import grad_notebook_m, walk

from helpers.maths import descent, linear


def gradient_by_loop(theta, X, y):
    errors = X @ theta - y
    return [np.mean(errors * X[:, j]) for j in range(X.shape[1])]


def gradient_of_columns(theta, X, y):
    errors = X @ theta.reshape(-1, 1) - y.reshape(-1, 1)
    return X.T @ errors / len(y)


def gradient_of_one_example(theta, X, y):
    for i in range(len(y)):
        part = (X[i] @ theta - y[i]) * X[i] / len(y)
    return part


def gradient_returned_too_early(theta, X, y):
    total = np.zeros(X.shape[1])
    for i in range(len(y)):
        total += (X[i] @ theta - y[i]) * X[i]
        return total


def gradient_in_whole_numbers(theta, X, y):
    slopes = np.zeros_like(theta)
    for j in range(len(theta)):
        slopes[j] = np.mean((X @ theta - y) * X[:, j])
    return slopes


def gradient_that_changes_theta(theta, X, y):
    slopes = X.T @ (X @ theta - y) / len(y)
    theta[:] = 0
    return slopes


def gradient_of_a_table(theta, X, y):
    return (X @ theta - y[:, None]) / len(y)


GRADIENT = Answers(
    right=[linear.gradient, gradient_by_loop, lambda theta, X, y: (X @ theta - y) @ X / X.shape[0]],
    mistakes={
        "no x": lambda theta, X, y: [np.mean(X @ theta - y) for _ in theta],
        "one example": [gradient_of_one_example, gradient_returned_too_early],
    },
    others={
        "an array of shape (3, 1), but an array of shape (3,) (one entry": gradient_of_columns,
        "an array of shape (3, 3), but": gradient_of_a_table,
        "whole numbers, where the result has digits": gradient_in_whole_numbers,
        "it takes `m` from the notebook": grad_notebook_m,
        "has changed `theta`, which belongs to its caller": gradient_that_changes_theta,
        "nudging theta_0 says -3": lambda theta, X, y: X.T @ (X @ theta - y) / len(y) + 1,
        "arrays of the shapes (3,) and (2,) do not fit together": lambda theta, X, y: (
            X.T @ (X.T @ theta - y[:-1])
        ),
        "one number, but an array of shape (3,)": lambda theta, X, y: np.mean((X @ theta - y) * X),
    },
)

STEP_BY_HAND = Answers(
    right=[(0.9, 1.7), [0.9, 1.7], np.array([0.9, 1.7]), (0.899, 1.703)],
    mistakes={  # as found on paper
        "uphill": (1.1, 2.3),
        "twice": (0.8, 1.4),
        "no x": (0.9, 1.9),
        "one at a time": [(0.9, 1.72), (0.96, 1.7)],
        "change": (-0.1, -0.3),
        "slopes": (1, 3),
    },
    others={
        "The new theta_0 is right, the new theta_1 is not right": (0.9, 1.75),
        "The new theta_0 is not right, the new theta_1 is right": (0.95, 1.7),
        "3 numbers, but 2 numbers are needed": (0.9, 1.7, 0),
        "number 1 of the 2 is text, but one number is needed": ("0.9", "1.7"),
        "one number, but 2 numbers are needed": 0.9,
    },
)

LIMIT = descent.largest_alpha(linear.add_bias([[0], [2], [4]]))

LEARNING_RATE = Answers(
    right=[0.275, 1.005 * LIMIT, 1.01 * LIMIT, 1.0001 * LIMIT, np.float64(0.274), np.array(0.276)],
    mistakes={  # rounded, or a little more than a wrong limit
        "negative": -0.3,
        "flattest": [5.474, 5.474 * 1.005],
        "sum": LIMIT / 3 * 1.005,
        "singular": [4.6801, 2 / 4.6801],
        "other data": [1.5117, 1.5117 * 1.01],
        "settles": [0.27, 0.9999 * LIMIT, 0.1, 0.001],
        "no x0": [0.3, 0.3 * 1.005],
        "far": [0.28, 0.35, 1, 1e300],
    },
    others={
        "The answer is 2 numbers, but one number is needed": np.array([0.27, 0.28]),
        "The answer is text": "0.275",
        "With this rate it diverges, but": [0.29, 0.3, 0.31],
        "The answer is inf": np.inf,
        "The answer is a function": lambda: 0.275,
    },
)


def walk_in_a_table(X, y, alpha, steps):
    path = np.zeros((steps + 1, X.shape[1]))
    for k in range(steps):
        path[k + 1] = path[k] - alpha * linear.gradient(path[k], X, y)
    return path


def walk_without_start(X, y, alpha, steps):
    theta, path = np.zeros(X.shape[1]), []
    for _ in range(steps):
        theta = theta - alpha * linear.gradient(theta, X, y)
        path.append(theta)
    return np.array(path)


def walk_appended_before_the_step(X, y, alpha, steps):
    theta, path = np.zeros(X.shape[1]), []
    for _ in range(steps):
        path.append(theta)
        theta = theta - alpha * linear.gradient(theta, X, y)
    return np.array(path)


def walk_of_one_array_but_the_start(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta.copy()]
    for _ in range(steps):
        theta -= alpha * linear.gradient(theta, X, y)
        path.append(theta)
    return np.array(path)


def walk_with_the_old_gradient(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    gradient = linear.gradient(theta, X, y)
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * gradient
        path.append(theta)
    return np.array(path)


def walk_one_at_a_time(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta.copy()]
    for _ in range(steps):
        for j in range(len(theta)):
            theta[j] = theta[j] - alpha * np.mean((X @ theta - y) * X[:, j])
        path.append(theta.copy())
    return np.array(path)


def walk_that_changes_x(X, y, alpha, steps):
    path = walk(X, y, alpha, steps)
    X[:, 1] -= X[:, 1].mean()
    return path


def walk_in_whole_numbers(X, y, alpha, steps):
    path = np.zeros((steps + 1, X.shape[1]), dtype=int)
    for k in range(steps):
        path[k + 1] = path[k] - alpha * linear.gradient(path[k], X, y)
    return path


DESCENT = Answers(
    right=[walk, walk_in_a_table, lambda X, y, alpha, steps: list(walk(X, y, alpha, steps))],
    mistakes={
        "no start": walk_without_start,
        "no end": walk_appended_before_the_step,
        "one array": walk_of_one_array_but_the_start,
        "old gradient": walk_with_the_old_gradient,
        "one at a time": walk_one_at_a_time,
    },
    others={
        "has changed `X`": walk_that_changes_x,
        "whole numbers": walk_in_whole_numbers,
        "Entry (3, 0) is": lambda *arguments: walk(*arguments) + np.eye(4, 3, -3),
        "an array of shape (4, 4)": lambda *arguments: np.column_stack([walk(*arguments), np.ones(4)]),
    },
)


def epoch(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        X_now, y_now = X[start : start + batch_size], y[start : start + batch_size]
        theta = theta - alpha * X_now.T @ (X_now @ theta - y_now) / len(y_now)
    return theta


def epoch_that_changes_theta(theta, X, y, alpha, batch_size):
    theta[:] = epoch(theta, X, y, alpha, batch_size)
    return theta


def epoch_without_the_rest(theta, X, y, alpha, batch_size):
    for k in range(len(y) // batch_size):
        rows = slice(k * batch_size, (k + 1) * batch_size)
        theta = theta - alpha * linear.gradient(theta, X[rows], y[rows])
    return theta


def epoch_at_the_old_theta(theta, X, y, alpha, batch_size):
    new = theta
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        new = new - alpha * linear.gradient(theta, X[rows], y[rows])
    return new


def epoch_returned_too_early(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        theta = theta - alpha * linear.gradient(theta, X[rows], y[rows])
        return theta


def epoch_with_an_empty_batch(theta, X, y, alpha, batch_size):
    for k in range(len(y) // batch_size + 1):
        X_now, y_now = (data[k * batch_size : (k + 1) * batch_size] for data in (X, y))
        theta = theta - alpha * X_now.T @ (X_now @ theta - y_now) / len(y_now)
    return theta


def epoch_on_a_copy(theta, X, y, alpha, batch_size):
    theta = theta.copy()
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        theta -= alpha * linear.gradient(theta, X[rows], y[rows])
    return theta


def epoch_from_every_row(theta, X, y, alpha, batch_size):
    for start in range(len(y)):
        rows = slice(start, start + batch_size)
        theta = theta - alpha * linear.gradient(theta, X[rows], y[rows])
    return theta


EPOCH = Answers(
    right=[epoch, epoch_on_a_copy, lambda *arguments: list(epoch(*arguments))],
    mistakes={
        "last dropped": epoch_without_the_rest,
        "first only": epoch_returned_too_early,
        "old theta": epoch_at_the_old_theta,
        "overlap": epoch_from_every_row,
    },
    others={
        "has changed `theta`": epoch_that_changes_theta,
        "It returned nan": epoch_with_an_empty_batch,
        "it should be": lambda *arguments: epoch(*arguments) + 0.01,
        "It returned None. Which line": lambda *arguments: [].append(epoch(*arguments)),
    },
)


def undo(theta, mean, std):
    slopes = theta[1:] / std
    return np.concatenate([[theta[0] - np.sum(slopes * mean)], slopes])


def undo_in_place(theta, mean, std):
    theta[1:] /= std
    theta[0] -= theta[1:] @ mean
    return theta


def undo_on_a_copy(theta, mean, std):
    return undo_in_place(theta.copy(), mean, std)


def undo_in_whole_numbers(theta, mean, std):
    new = theta.copy()
    new[1:] = theta[1:] / std
    new[0] = theta[0] - np.sum(theta[1:] / std * mean)
    return new


UNDO_SCALING = Answers(
    right=[undo, lambda theta, mean, std: [theta[0] - theta[1:] / std @ mean, *(theta[1:] / std)]],
    others={
        "has changed `theta`": undo_in_place,
        "whole numbers": undo_in_whole_numbers,
        "an array of whole numbers (its `dtype` is int) should take up": undo_on_a_copy,
        "Entry 0 is -9.0872; it should be -9.5872. Right: 2 of 3 entries": lambda *arguments: (
            undo(*arguments) + np.eye(3)[0] / 2
        ),
    },
)

ANSWERS = {
    "check_step_by_hand": STEP_BY_HAND,
    "check_gradient": GRADIENT,
    "check_learning_rate": LEARNING_RATE,
    "check_descent": DESCENT,
    "check_epoch": EPOCH,
    "check_undo_scaling": UNDO_SCALING,
}
