"""Known answers to the exercises of notebook 07."""

import numpy as np
from answers import Answers

MOMENTUM_BY_HAND = Answers(
    right=[(3.6, 2.92, 2.084), [3.6, 2.92, 2.08], np.array([3.6, 2.92, 2.084])],
    mistakes={
        "plain": (3.6, 3.24, 2.916),
        "velocities": (4, 6.8, 8.36),
        "one too early": (4, 3.6, 2.92),
        "uphill": (4.4, 5.16, 6.284),
    },
    others={
        "is not right": (3.6, 2.92, 2.5),
        "2 numbers, but 3 numbers are needed": (3.6, 2.92),
        "There still is a `...` to replace": (3.6, ..., 2.084),
    },
)


def adam_steps(g, m, s, t):
    result = []
    for slope, mean, square in zip(g, m, s, strict=True):
        mean = (0.9 * mean + (1 - 0.9) * slope) / (1 - 0.9**t)
        square = (0.999 * square + (1 - 0.999) * slope * slope) / (1 - 0.999**t)
        result.append(mean / (square**0.5 + 1e-7))
    return result


ADAM = Answers(
    right=[
        adam_steps,
        lambda g, m, s, t: (
            np.divide(0.9 * m + 0.1 * g, 1 - 0.9**t)
            / (np.sqrt((0.999 * s + 0.001 * g * g) / (1 - 0.999**t)) + 1e-7)
        ),
        lambda g, m, s, t: np.array(adam_steps(g, m, s, t)),
    ],
    mistakes={
        "no correction": lambda g, m, s, t: (0.9 * m + 0.1 * g) / (np.sqrt(0.999 * s + 0.001 * g**2) + 1e-7),
        "sign": lambda g, m, s, t: -np.array(adam_steps(g, m, s, t)),
        "slope above": lambda g, m, s, t: g / (np.sqrt((0.999 * s + 0.001 * g**2) / (1 - 0.999**t)) + 1e-7),
        "step": lambda g, m, s, t: 0.001 * np.array(adam_steps(g, m, s, t)),
    },
    others={
        "should be": lambda g, m, s, t: np.array(adam_steps(g, m, s, t)) + 0.1,
        "raised": lambda g, m, s, t: g @ np.ones(7),
        "one number": lambda g, m, s, t: 3.0,
    },
)


def norm_by_columns(Z, gamma, beta):
    columns = []
    for k in range(Z.shape[1]):
        column = Z[:, k]
        mean = sum(column) / len(column)
        variance = sum((column - mean) ** 2) / len(column)
        columns.append(gamma[k] * (column - mean) / (variance + 0.001) ** 0.5 + beta[k])
    return np.column_stack(columns)


BATCH_NORM = Answers(
    right=[
        norm_by_columns,
        lambda Z, gamma, beta: (
            (Z - np.mean(Z, axis=0)) / np.sqrt(np.mean((Z - Z.mean(axis=0)) ** 2, axis=0) + 1e-3) * gamma
            + beta
        ),
        lambda Z, gamma, beta: beta + gamma * (Z - Z.mean(0)) * (Z.var(0) + 0.001) ** -0.5,
    ],
    mistakes={
        "whole table": lambda Z, gamma, beta: gamma * (Z - np.mean(Z)) / np.sqrt(np.var(Z) + 0.001) + beta,
        "no epsilon": lambda Z, gamma, beta: gamma * (Z - Z.mean(0)) / np.std(Z, axis=0) + beta,
        "no beta": lambda Z, gamma, beta: norm_by_columns(Z, gamma, beta) - beta,
        "one less": lambda Z, gamma, beta: gamma * (Z - Z.mean(0)) / np.sqrt(Z.var(0, ddof=1) + 0.001) + beta,
    },
    others={
        "should be": lambda Z, gamma, beta: norm_by_columns(Z, gamma, beta) + 0.1,
        "raised": lambda Z, gamma, beta: Z @ Z,
        "one number": lambda Z, gamma, beta: 3.0,
    },
)


def added_up(gradients, sizes):
    total = np.zeros(gradients.shape[1])
    for gradient, size in zip(gradients, sizes, strict=True):
        total += size * gradient
    return total / sum(sizes)


COMBINED = Answers(
    right=[
        added_up,
        lambda gradients, sizes: np.average(gradients, axis=0, weights=sizes),
        lambda gradients, sizes: (sizes[:, None] * gradients).sum(axis=0) / np.sum(sizes),
    ],
    mistakes={
        "plain mean": lambda gradients, sizes: np.mean(gradients, axis=0),
        "not divided": lambda gradients, sizes: added_up(gradients, sizes) * sizes.sum(),
        "sum": lambda gradients, sizes: np.sum(gradients, axis=0),
        "sign": lambda gradients, sizes: -added_up(gradients, sizes),
    },
    others={
        "should be": lambda gradients, sizes: added_up(gradients, sizes) + 0.1,
        "raised": lambda gradients, sizes: gradients @ sizes @ np.ones((7, 7)),
        "one number": lambda gradients, sizes: 3.0,
    },
)

TRAINING_COST = Answers(
    right=[(2410, 2368, 9640, 38560), [2410, 2368, 9640, 38560], np.array([2410, 2368, 9640, 38560])],
    mistakes={
        ("Parameters", "no biases"): (2368, 2368, 9640, 38560),
        ("Multiplications", "biases"): (2410, 2410, 9640, 38560),
        ("Bytes of the parameters", "bits"): (2410, 2368, 77120, 38560),
        ("Bytes of training", "no gradient"): (2410, 2368, 9640, 28920),
    },
    others={
        "count layer by layer": (2411, 2368, 9640, 38560),
        "3 numbers, but 4 numbers": (2410, 2368, 9640),
        "There still is a `...` to replace": (2410, 2368, ..., 38560),
    },
)

ANSWERS = {
    "check_momentum_by_hand": MOMENTUM_BY_HAND,
    "check_adam": ADAM,
    "check_batch_norm": BATCH_NORM,
    "check_combined": COMBINED,
    "check_training_cost": TRAINING_COST,
}
