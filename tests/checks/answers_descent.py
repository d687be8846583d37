"""Known answers to the exercises of notebook 03."""

import numpy as np
from answers import Answers

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


m = 100


def gradient_with_the_notebooks_m(theta, X, y):
    return X.T @ (X @ theta - y) / m


def gradient_that_changes_theta(theta, X, y):
    slopes = X.T @ (X @ theta - y) / len(y)
    theta[:] = 0
    return slopes


def gradient_of_a_table(theta, X, y):
    return (X @ theta - y[:, None]) / len(y)


GRADIENT = Answers(
    right=[linear.gradient, gradient_by_loop, lambda theta, X, y: (X @ theta - y) @ X / X.shape[0]],
    mistakes={
        "sign": lambda theta, X, y: X.T @ (y - X @ theta) / len(y),
        "sum": lambda theta, X, y: X.T @ (X @ theta - y),
        "twice": lambda theta, X, y: 2 * X.T @ (X @ theta - y) / len(y),
        "half": lambda theta, X, y: X.T @ (X @ theta - y) / (2 * len(y)),
        "parameters": lambda theta, X, y: X.T @ (X @ theta - y) / X.shape[1],
        "all entries": lambda theta, X, y: X.T @ (X @ theta - y) / X.size,
        "no x": lambda theta, X, y: [np.mean(X @ theta - y) for _ in theta],
        "no x0": lambda theta, X, y: X[:, 1:].T @ (X @ theta - y) / len(y),
        "squared": lambda theta, X, y: X.T @ (X @ theta - y) ** 2 / len(y),
        "no target": lambda theta, X, y: X.T @ (X @ theta) / len(y),
        "transposed": lambda theta, X, y: X @ (X @ theta - y) / len(y),
        "one example": [gradient_of_one_example, gradient_returned_too_early],
        "loss": lambda theta, X, y: np.mean((X @ theta - y) ** 2) / 2,
    },
    others={
        "an array of shape (3, 1), but an array of shape (3,) (one entry": gradient_of_columns,
        "an array of shape (3, 3), but": gradient_of_a_table,
        "whole numbers, where the result has digits": gradient_in_whole_numbers,
        "it takes `m` from the notebook": gradient_with_the_notebooks_m,
        "has changed `theta`, which belongs to its caller": gradient_that_changes_theta,
        "nudging theta_0 says -3": lambda theta, X, y: X.T @ (X @ theta - y) / len(y) + 1,
        "it raised ValueError: matmul": lambda theta, X, y: X.T @ (X.T @ theta - y[:-1]),
        "one number, but an array of shape (3,)": lambda theta, X, y: np.mean((X @ theta - y) * X),
    },
)

STEP_BY_HAND = Answers(
    right=[(0.9, 1.7), [0.9, 1.7], np.array([0.9, 1.7]), (0.899, 1.703)],
    mistakes={
        "uphill": (1.1, 2.3),
        "sum": (0.7, 1.1),
        "twice": (0.8, 1.4),
        "half": (0.95, 1.85),
        "no alpha": (0, -1),
        "no x": (0.9, 1.9),
        "one at a time": [(0.9, 1.72), (0.96, 1.7)],
        "change": [(-0.1, -0.3), (0.1, 0.3)],
        "slopes": (1, 3),
        "swapped": (1.7, 0.9),
        "one point": (0.8, 1.6),
    },
    others={
        "The new theta_0 is right, the new theta_1 is not right": (0.9, 1.75),
        "The new theta_0 is not right, the new theta_1 is right": (0.95, 1.7),
        "3 numbers, but 2 numbers are needed": (0.9, 1.7, 0),
        "Number 1 of the 2 is text, but one number is needed": ("0.9", "1.7"),
        "one number, but 2 numbers are needed": 0.9,
    },
)

LIMIT = descent.largest_alpha(linear.add_bias([[0], [2], [4]]))

LEARNING_RATE = Answers(
    right=[0.275, 1.005 * LIMIT, 1.01 * LIMIT, 1.0001 * LIMIT, np.float64(0.274), np.array(0.276)],
    mistakes={
        "negative": -0.3,
        "exactly": LIMIT,
        "curvature": 2 / LIMIT,
        "fastest": LIMIT / 2,
        "flattest": [5.474, 5.474 * 1.005],
        "sum": [LIMIT / 3, LIMIT / 3 * 1.005],
        "singular": [4.6801, 2 / 4.6801],
        "other data": [1.5117, 1.5117 * 1.01],
        "settles": [0.27, 0.9999 * LIMIT, 0.1, 0.001],
        "no x0": [0.3, 0.3 * 1.005],
        "far": [0.28, 0.35, 1, 1e300],
    },
    others={
        "The answer is 2 numbers, but one number is needed": np.array([0.27, 0.28]),
        "The answer is text": "0.275",
        "The answer is inf": np.inf,
        "The answer is a function": lambda: 0.275,
    },
)


def walk(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * X.T @ (X @ theta - y) / len(y)
        path.append(theta)
    return np.array(path)


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


def walk_of_one_array(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta]
    for _ in range(steps):
        theta -= alpha * linear.gradient(theta, X, y)
        path.append(theta)
    return np.array(path)


def walk_of_one_array_but_the_start(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta.copy()]
    for _ in range(steps):
        theta -= alpha * linear.gradient(theta, X, y)
        path.append(theta)
    return np.array(path)


def walk_of_one_array_without_start(X, y, alpha, steps):
    return walk_of_one_array_but_the_start(X, y, alpha, steps)[1:]


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
        "one more": [
            lambda X, y, alpha, steps: walk(X, y, alpha, steps + 1),
            lambda X, y, alpha, steps: walk_without_start(X, y, alpha, steps + 1),
        ],
        "last only": lambda *arguments: walk(*arguments)[-1],
        "one array": [walk_of_one_array, walk_of_one_array_but_the_start, walk_of_one_array_without_start],
        "old gradient": walk_with_the_old_gradient,
        "one at a time": walk_one_at_a_time,
        "uphill": lambda X, y, alpha, steps: walk(X, y, -alpha, steps),
        "sum": lambda X, y, alpha, steps: walk(X, y, alpha * len(y), steps),
        "twice": lambda X, y, alpha, steps: walk(X, y, 2 * alpha, steps),
        "half": lambda X, y, alpha, steps: walk(X, y, alpha / 2, steps),
        "no alpha": lambda X, y, alpha, steps: walk(X, y, 1, steps),
        "alpha twice": lambda X, y, alpha, steps: walk(X, y, alpha * alpha, steps),
        "parameters": lambda X, y, alpha, steps: walk(X, y, alpha * len(y) / X.shape[1], steps),
        "all entries": [
            lambda X, y, alpha, steps: walk(X, y, alpha / X.shape[1], steps),
            lambda X, y, alpha, steps: walk(X, y, alpha / len(y), steps),
        ],
        "transposed": lambda *arguments: walk(*arguments).T,
        "losses": lambda X, y, alpha, steps: [linear.loss(t, X, y) for t in walk(X, y, alpha, steps)],
        "changes": lambda *arguments: np.diff(walk(*arguments), axis=0),
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


def epoch_divided_by(divisor):
    def divided(theta, X, y, alpha, batch_size):
        for start in range(0, len(y), batch_size):
            X_now, y_now = X[start : start + batch_size], y[start : start + batch_size]
            slopes = X_now.T @ (X_now @ theta - y_now) / divisor(y, batch_size)
            theta = theta - alpha * slopes
        return theta

    return divided


def epoch_divided_by_the_batch_and(factor):
    return lambda theta, X, y, alpha, size: epoch(theta, X, y, alpha / factor, size)


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


def epoch_from_every_row(theta, X, y, alpha, batch_size, last=None):
    for start in range(len(y) if last is None else last):
        rows = slice(start, start + batch_size)
        theta = theta - alpha * linear.gradient(theta, X[rows], y[rows])
    return theta


EPOCH = Answers(
    right=[epoch, epoch_on_a_copy, lambda *arguments: list(epoch(*arguments))],
    mistakes={
        "last dropped": epoch_without_the_rest,
        "first only": epoch_returned_too_early,
        "whole batch": lambda theta, X, y, alpha, size: theta - alpha * linear.gradient(theta, X, y),
        "old theta": epoch_at_the_old_theta,
        "by m": epoch_divided_by(lambda y, size: len(y)),
        "by size": epoch_divided_by(lambda y, size: size),
        "sum": epoch_divided_by(lambda y, size: 1),
        "overlap": [
            epoch_from_every_row,
            lambda theta, X, y, alpha, size: epoch_from_every_row(
                theta, X, y, alpha, size, len(y) - size + 1
            ),
        ],
        "one by one": lambda theta, X, y, alpha, size: epoch(theta, X, y, alpha, 1),
        "uphill": lambda theta, X, y, alpha, size: epoch(theta, X, y, -alpha, size),
        "twice": lambda theta, X, y, alpha, size: epoch(theta, X, y, 2 * alpha, size),
        "half": epoch_divided_by_the_batch_and(2),
        "parameters": epoch_divided_by(lambda y, size: 2),
        "two epochs": lambda theta, *rest: epoch(epoch(theta, *rest), *rest),
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


def undone(intercept, slopes=lambda theta, mean, std: theta[1:] / std):
    return lambda *arguments: np.append(intercept(*arguments), slopes(*arguments))


UNDO_SCALING = Answers(
    right=[undo, lambda theta, mean, std: [theta[0] - theta[1:] / std @ mean, *(theta[1:] / std)]],
    mistakes={
        "nothing": lambda theta, mean, std: theta,
        "slopes only": undone(lambda theta, mean, std: theta[0]),
        "plus": undone(lambda theta, mean, std: theta[0] + theta[1:] / std @ mean),
        "undivided": undone(lambda theta, mean, std: theta[0] - theta[1:] @ mean),
        "no theta": undone(lambda theta, mean, std: theta[0] - np.sum(mean / std)),
        "averaged": [
            undone(lambda theta, mean, std: theta[0] - np.mean(theta[1:] * mean / std)),
            undone(lambda theta, mean, std: theta[0] - theta[1] * mean[0] / std[0]),
        ],
        "other way": [
            undone(lambda theta, mean, std: theta[0], lambda theta, mean, std: theta[1:] * std),
            undone(
                lambda theta, mean, std: theta[0] + theta[1:] @ mean,
                lambda theta, mean, std: theta[1:] * std,
            ),
        ],
        "scaled as data": undone(
            lambda theta, mean, std: theta[0], lambda theta, mean, std: (theta[1:] - mean) / std
        ),
        "all divided": undone(lambda theta, mean, std: (theta[0] - theta[1:] / std @ mean) / std[0]),
        "no intercept": lambda theta, mean, std: theta[1:] / std,
        "intercept last": lambda *arguments: np.roll(undo(*arguments), -1),
    },
    others={
        "has changed `theta`": undo_in_place,
        "whole numbers": undo_in_whole_numbers,
        "an array of whole numbers (its `dtype` is int) should take up": undo_on_a_copy,
        "Entry 0 is -7.5; it should be -8. Right: 2 of 3 entries": lambda *arguments: (
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
