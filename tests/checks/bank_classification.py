"""Answers to the exercises of notebook 05, written from the tasks alone."""

import math
from fractions import Fraction

import numpy as np
from bank import Bank

SURPRISE = Bank(
    right=[
        (0.36, 0.51, 2.30, 1.06),
        [0.357, 0.511, 2.303, 1.057],
        (-math.log(0.7), -math.log(0.6), -math.log(0.1), -math.log(0.7 * 0.6 * 0.1) / 3),
        np.append(-np.log([0.7, 0.6, 0.1]), 1.0567),
        (math.log(10 / 7), math.log(5 / 3), math.log(10), 1.0567),
        (0.357, 0.511, 2.303, Fraction(3171, 3000)),
    ],
    wrong=[
        ("negative", (-0.36, -0.51, -2.30, -1.06)),
        ("class 1", (0.36, 0.92, 2.30, 1.19)),
        ("class 0", (1.20, 0.51, 0.11, 0.61)),
        ("other class", (1.20, 0.92, 0.11, 0.74)),
        ("one other", (0.36, 0.51, 0.11, 0.32)),
        ("one other", (1.20, 0.51, 2.30, 1.34)),
        ("other logarithm", (0.51, 0.74, 3.32, 1.52)),
        ("other logarithm", (0.155, 0.222, 1, 0.459)),
        ("other logarithm, negative", (-0.155, -0.222, -1, -0.459)),
        ("probabilities", (0.7, 0.6, 0.1, 0.47)),
        ("h", (0.7, 0.4, 0.1, 0.4)),
        ("errors", (0.3, 0.4, 0.9, 0.53)),
        ("errors", (-0.3, 0.4, -0.9, -0.27)),
        ("squares", (0.09, 0.16, 0.81, 0.353)),
        ("squares", (0.045, 0.08, 0.405, 0.177)),
        ("upside down", (1.43, 1.67, 10, 4.37)),
        ("backwards", (2.30, 0.51, 0.36, 1.06)),
        ("sum", (0.36, 0.51, 2.30, 3.17)),
        ("half", (0.36, 0.51, 2.30, 0.53)),
        ("one less", (0.36, 0.51, 2.30, 1.585)),
        ("ones only", (0.36, 0.51, 2.30, 1.33)),
        ("one example", (0.36, 0.51, 2.30, 2.30)),
        ("surprise of the mean", (0.36, 0.51, 2.30, 0.76)),
        ("mean probability", (0.36, 0.51, 2.30, 0.467)),
        ("negative mean", (0.36, 0.51, 2.30, -1.06)),
        ("4 numbers", (0.36, 0.51, 2.30)),
        ("text", ("0.36", 0.51, 2.30, 1.06)),
        ("scores", (0.403, 0.913, 0.644, 0.653)),
    ],
    general=[(0.36, 0.5, 2.30, 1.05), (0.36, 0.51, 2.30, 1.1), (70, 60, 10, 47)],
)


def ce_formula(h, y):
    return -np.mean(y * np.log(h) + (1 - y) * np.log(1 - h))


def ce_where(h, y):
    return np.mean(-np.log(np.where(y == 1, h, 1 - h)))


def ce_loop(h, y):
    total = 0
    for i in range(len(y)):
        if y[i] == 1:
            total -= math.log(h[i])
        else:
            total -= math.log(1 - h[i])
    return total / len(y)


def ce_zip(h, y):
    return sum(-math.log(p if label else 1 - p) for p, label in zip(h, y, strict=True)) / len(h)


def ce_dot(h, y):
    return -(y @ np.log(h) + (1 - y) @ np.log1p(-h)) / y.size


def ce_stacked(h, y):
    return -np.log(np.stack([1 - h, h], axis=1)[np.arange(len(y)), y]).mean()


def ce_parts(h, y):
    return -(np.log(h[y == 1]).sum() + np.log(1 - h[y == 0]).sum()) / len(h)


def ce_clipped(h, y):
    return ce_formula(np.clip(h, 1e-12, 1 - 1e-12), y)


def ce_distance(h, y):
    return np.mean(-np.log(1 - np.abs(h - y)))


def ce_returned_in_loop(h, y):
    total = 0
    for i in range(len(y)):
        total -= y[i] * np.log(h[i]) + (1 - y[i]) * np.log(1 - h[i])
        return total / len(y)


def ce_overwritten(h, y):
    for i in range(len(y)):
        total = -np.log(h[i]) if y[i] == 1 else -np.log(1 - h[i])
    return total / len(y)


def ce_without_else(h, y):
    total = 0
    for p, label in zip(h, y, strict=True):
        if label == 1:
            total -= np.log(p)
    return total / len(h)


def ce_else_as_one(h, y):
    total = 0
    for p, label in zip(h, y, strict=True):
        total -= np.log(p) if label == 0 else np.log(1 - p)
    return total / len(h)


def ce_from_1(h, y):
    return sum(-np.log(h[i]) if y[i] else -np.log(1 - h[i]) for i in range(1, len(h))) / len(h)


def ce_to_a_fixed_end(h, y):
    return sum(-np.log(h[i]) if y[i] else -np.log(1 - h[i]) for i in range(3)) / 3


def ce_prints(h, y):
    print(ce_formula(h, y))


def ce_in_place(h, y):
    h[y == 0] = 1 - h[y == 0]
    return -np.mean(np.log(h))


my_h, my_y, m = np.array([0.9, 0.2, 0.6]), np.array([1, 0, 0]), 3


def ce_notebook_h(h, y):
    return -np.mean(my_y * np.log(my_h) + (1 - my_y) * np.log(1 - my_h))


def ce_notebook_m(h, y):
    return -np.sum(y * np.log(h) + (1 - y) * np.log(1 - h)) / m


CROSS_ENTROPY = Bank(
    right=[
        ce_formula,
        ce_where,
        ce_loop,
        ce_zip,
        ce_dot,
        ce_stacked,
        ce_parts,
        ce_clipped,
        ce_distance,
        lambda h, y: np.logaddexp(0, np.log(h / (1 - h)) * (1 - 2 * y)).mean(),
    ],
    wrong=[
        ("sign", lambda h, y: np.mean(np.log(np.where(y == 1, h, 1 - h)))),
        ("sum", lambda h, y: -np.log(np.where(y == 1, h, 1 - h)).sum()),
        ("half", lambda h, y: -np.sum(y * np.log(h) + (1 - y) * np.log(1 - h)) / (2 * len(y))),
        ("ones only", ce_without_else),
        ("ones only", lambda h, y: -np.mean(np.log(h) * y)),
        ("ones only", lambda h, y: -np.log(h[y == 1]).sum() / y.sum()),
        ("zeros only", lambda h, y: -np.mean(np.log(1 - h) * (1 - y))),
        ("wrong class", ce_else_as_one),
        ("wrong class", lambda h, y: -np.mean((1 - y) * np.log(h) + y * np.log(1 - h))),
        ("wrong class", lambda h, y: -np.log(np.abs(h - y)).mean()),
        ("log of 0", lambda h, y: -np.mean(h * np.log(y) + (1 - h) * np.log(1 - y))),
        ("log of 0", lambda h, y: -np.mean(np.log(y * h) + np.log((1 - y) * (1 - h)))),
        ("log of 0", lambda h, y: -np.mean([math.log(label) * p for p, label in zip(h, y, strict=True)])),
        ("log of 0", lambda h, y: ce_formula((h > 0.5).astype(int), y)),
        ("other logarithm", lambda h, y: -np.mean(np.log2(np.where(y == 1, h, 1 - h)))),
        ("other logarithm", lambda h, y: -np.mean(y * np.log10(h) + (1 - y) * np.log10(1 - h))),
        ("squared loss", lambda h, y: np.mean((h - y) ** 2)),
        ("squared loss", lambda h, y: np.mean((h - y) ** 2) / 2),
        ("distances", lambda h, y: np.mean(1 - np.where(y == 1, h, 1 - h))),
        ("no logarithm", lambda h, y: -np.mean(y * h + (1 - y) * (1 - h))),
        ("no logarithm", lambda h, y: np.mean(np.where(y, h, 1 - h))),
        ("classes", lambda h, y: np.mean((h > 0.5).astype(int) != y)),
        ("classes", lambda h, y: np.mean(np.round(h) == y)),
        ("one minus", lambda h, y: np.mean(-y * np.log(h) + (1 - y) * np.log(1 - h))),
        ("one minus", lambda h, y: (-(y @ np.log(h)) + (1 - y) @ np.log(1 - h)) / len(h)),
        ("late one", lambda h, y: -np.mean(y * np.log(h) + (1 - y) * (1 - np.log(h)))),
        ("not switched", lambda h, y: -np.mean(y * np.log(h) + np.log(1 - h))),
        ("no labels", lambda h, y: -np.mean(np.log(h))),
        ("no labels", lambda h, y: -np.mean(y * np.log(h) + (1 - y) * np.log(h))),
        ("own weights", lambda h, y: -np.mean(h * np.log(h) + (1 - h) * np.log(1 - h))),
        ("surer class", lambda h, y: -np.mean(np.log(np.maximum(h, 1 - h)))),
        ("score", lambda h, y: ce_formula(1 / (1 + np.exp(-h)), y)),
        ("each example", lambda h, y: -np.log(np.where(y == 1, h, 1 - h))),
        ("surprise of the mean", lambda h, y: -np.log(np.mean(np.where(y == 1, h, 1 - h)))),
        ("product", lambda h, y: np.prod(np.where(y == 1, h, 1 - h))),
        ("e to it", lambda h, y: np.exp(ce_formula(h, y))),
        ("classes apart", lambda h, y: (-np.log(h[y == 1]).mean() - np.log(1 - h[y == 0]).mean()) / 2),
        ("by the ones", lambda h, y: len(y) * ce_formula(h, y) / y.sum()),
        ("one example", ce_returned_in_loop),
        ("one example", ce_overwritten),
        ("end missing", ce_from_1),
        ("one less", lambda h, y: -np.log(np.where(y == 1, h, 1 - h)).sum() / (len(h) - 1)),
        ("mean twice", lambda h, y: ce_formula(h, y) / len(y)),
        ("table", lambda h, y: ce_formula(h.reshape(-1, 1), y)),
        ("padded", lambda h, y: -np.mean(y * np.log(h + 0.001) + (1 - y) * np.log(1 - h + 0.001))),
        ("twice", lambda h, y: 2 * ce_formula(h, y)),
        ("rounded", lambda h, y: round(ce_formula(h, y), 3)),
        ("rounded", lambda h, y: np.round(ce_formula(h, y), 2)),
        ("None", ce_prints),
        ("changed `h`", ce_in_place),
        ("from the notebook", ce_notebook_h),
        ("`m` from the notebook", ce_notebook_m),
        ("one True or False is needed", lambda h, y: -np.mean(np.log(h) if y == 1 else np.log(1 - h))),
        ("one number is needed, but an array", lambda h, y: -math.log(h)),
    ],
    general=[
        ce_to_a_fixed_end,
        lambda h, y: np.mean(np.log(1 + np.exp(-h))) + np.mean(y),
        lambda h, y: np.median(-np.log(np.where(y == 1, h, 1 - h))),
    ],
)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def log_grad(theta, X, y):
    return X.T @ (sigmoid(X @ theta) - y) / len(y)


def log_grad_loop(theta, X, y):
    g = np.zeros(len(theta))
    for i in range(len(y)):
        h = 1 / (1 + math.exp(-(X[i] @ theta)))
        for j in range(len(theta)):
            g[j] += (h - y[i]) * X[i, j]
    return g / len(y)


def log_grad_columns(theta, X, y):
    errors = sigmoid(X @ theta) - y
    return [np.mean(errors * X[:, j]) for j in range(X.shape[1])]


def log_grad_tanh(theta, X, y):
    h = (1 + np.tanh(X @ theta / 2)) / 2
    return (h - y) @ X / X.shape[0]


def log_grad_by_chain(theta, X, y):
    h = sigmoid(X @ theta)
    along_h = -(y / h) + (1 - y) / (1 - h)
    return np.mean((along_h * h * (1 - h))[:, None] * X, axis=0)


def log_loss(theta, X, y):
    h = sigmoid(X @ theta)
    return -np.mean(y * np.log(h) + (1 - y) * np.log(1 - h))


def log_grad_nudged(theta, X, y, step=1e-5, both=True):
    g = []
    for j in range(len(theta)):
        e = step * np.eye(len(theta))[j]
        low = theta - e if both else theta
        g.append((log_loss(theta + e, X, y) - log_loss(low, X, y)) / (2 * step if both else step))
    return np.array(g)


def log_grad_overwritten(theta, X, y):
    for i in range(len(y)):
        g = (sigmoid(X[i] @ theta) - y[i]) * X[i]
    return g / len(y)


def log_grad_early(theta, X, y):
    g = np.zeros(len(theta))
    for i in range(len(y)):
        g += (sigmoid(X[i] @ theta) - y[i]) * X[i]
        return g


def log_grad_in_theta(theta, X, y):
    g = np.zeros_like(theta)
    for j in range(len(theta)):
        g[j] = np.mean((sigmoid(X @ theta) - y) * X[:, j])
    return g


def log_grad_of_squares(theta, X, y):
    h = sigmoid(X @ theta)
    return ((h - y) * h * (1 - h)) @ X / len(y)


def log_grad_in_place(theta, X, y):
    X *= (sigmoid(X @ theta) - y)[:, None]
    return X.mean(axis=0)


def log_grad_of_one_label(theta, X, y):
    ones = y == 1
    return X[ones].T @ (sigmoid(X[ones] @ theta) - 1) / len(y)


my_theta = np.array([0.5, -1.0, 2.0])


def log_grad_notebook_theta(theta, X, y):
    return X.T @ (sigmoid(X @ my_theta[: X.shape[1]]) - y) / len(y)


LOGISTIC_GRADIENT = Bank(
    right=[
        log_grad,
        log_grad_loop,
        log_grad_columns,
        log_grad_tanh,
        log_grad_by_chain,
        log_grad_nudged,
        lambda theta, X, y: np.einsum("i,ij->j", sigmoid(X @ theta) - y, X) / len(X),
        lambda theta, X, y: np.average(X * (sigmoid(X @ theta) - y)[:, None], axis=0),
    ],
    wrong=[
        ("sign", lambda theta, X, y: X.T @ (y - sigmoid(X @ theta)) / len(y)),
        ("linear", lambda theta, X, y: X.T @ (X @ theta - y) / len(y)),
        ("linear", lambda theta, X, y: [np.mean((X @ theta - y) * X[:, j]) for j in range(len(theta))]),
        ("squared loss", log_grad_of_squares),
        ("slope along h", lambda t, X, y: X.T @ (-y / sigmoid(X @ t) + (1 - y) / sigmoid(-X @ t)) / len(y)),
        ("sum", lambda theta, X, y: X.T @ (sigmoid(X @ theta) - y)),
        ("half", lambda theta, X, y: X.T @ (sigmoid(X @ theta) - y) / (2 * len(y))),
        ("twice", lambda theta, X, y: 2 * X.T @ (sigmoid(X @ theta) - y) / len(y)),
        ("twice", lambda theta, X, y: 2 * log_grad_nudged(theta, X, y)),
        ("classes", lambda theta, X, y: X.T @ ((X @ theta > 0).astype(int) - y) / len(y)),
        ("classes", lambda theta, X, y: X.T @ (np.round(sigmoid(X @ theta)) - y) / len(y)),
        ("falls", lambda theta, X, y: X.T @ (1 / (1 + np.exp(X @ theta)) - y) / len(y)),
        ("brackets", lambda theta, X, y: X.T @ (1 / 1 + np.exp(-X @ theta) - y) / len(y)),
        ("other curve", lambda theta, X, y: X.T @ (np.tanh(X @ theta) - y) / len(y)),
        ("other curve", lambda theta, X, y: X.T @ (np.exp(X @ theta) - y) / len(y)),
        ("sigmoid late", lambda theta, X, y: X.T @ sigmoid(X @ theta - y) / len(y)),
        ("sigmoid early", lambda theta, X, y: X.T @ (sigmoid(X) @ theta - y) / len(y)),
        ("sigmoid twice", lambda theta, X, y: X.T @ (sigmoid(sigmoid(X @ theta)) - y) / len(y)),
        ("one label", log_grad_of_one_label),
        ("no target", lambda theta, X, y: X.T @ sigmoid(X @ theta) / len(y)),
        ("plus", lambda theta, X, y: X.T @ (sigmoid(X @ theta) + y) / len(y)),
        ("squared", lambda theta, X, y: X.T @ (sigmoid(X @ theta) - y) ** 2 / len(y)),
        ("loss", log_loss),
        ("table", lambda theta, X, y: X.T @ (sigmoid(X @ theta.reshape(-1, 1)) - y) / len(y)),
        ("one side", lambda theta, X, y: log_grad_nudged(theta, X, y, 0.1, both=False)),
        ("one side", lambda theta, X, y: log_grad_nudged(theta, X, y, 1e-3, both=False)),
        ("parameters", lambda theta, X, y: X.T @ (sigmoid(X @ theta) - y) / len(theta)),
        ("all entries", lambda theta, X, y: np.sum(X.T * (sigmoid(X @ theta) - y), axis=1) / X.size),
        ("no x", lambda theta, X, y: np.full(len(theta), np.mean(sigmoid(X @ theta) - y))),
        ("no x0", lambda theta, X, y: X[:, 1:].T @ (sigmoid(X @ theta) - y) / len(y)),
        ("transposed", lambda theta, X, y: X @ (sigmoid(X @ theta) - y) / len(y)),
        ("one example", log_grad_overwritten),
        ("one example", log_grad_early),
        ("one less", lambda theta, X, y: X.T @ (sigmoid(X @ theta) - y) / (len(y) - 1)),
        ("not added", lambda theta, X, y: X * (sigmoid(X @ theta) - y)[:, None]),
        ("step", lambda theta, X, y: theta - log_grad(theta, X, y)),
        ("by theta", lambda theta, X, y: np.mean(sigmoid(X @ theta) - y) * theta),
        ("means apart", lambda theta, X, y: np.mean(sigmoid(X @ theta) - y) * X.mean(axis=0)),
        ("whole numbers", log_grad_in_theta),
        ("changed `X`", log_grad_in_place),
        ("`my_theta` from the notebook", log_grad_notebook_theta),
        ("table of one column", lambda theta, X, y: log_grad(theta, X, y)[:, None]),
        ("table", lambda theta, X, y: X.T @ (sigmoid(theta @ X.T) - y[:, None]).T),
        ("one number", lambda theta, X, y: np.mean((sigmoid(X @ theta) - y) * X)),
        ("rounded", lambda theta, X, y: log_grad(theta, X, y).round(3)),
        ("one number", lambda theta, X, y: X.T @ (1 / (1 + math.exp(-X @ theta)) - y)),
        ("surprises", lambda t, X, y: X.T @ -np.log(np.where(y == 1, sigmoid(X @ t), sigmoid(-X @ t)))),
    ],
    general=[lambda theta, X, y: X.T @ (sigmoid(X @ theta) ** 2 - y) / len(y)],
)


def soft(Z):
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def soft_loop(Z):
    P = np.zeros(Z.shape)
    for i in range(len(Z)):
        e = np.exp(Z[i] - max(Z[i]))
        P[i] = e / e.sum()
    return P


def soft_lists(Z):
    P = []
    for row in Z:
        top = max(row)
        e = [math.exp(z - top) for z in row]
        P.append([one / sum(e) for one in e])
    return P


def soft_transposed_twice(Z):
    e = np.exp(Z.T - Z.max(axis=1))
    return (e / e.sum(axis=0)).T


def soft_logs(Z):
    top = Z.max(axis=1)[:, None]
    return np.exp(Z - top - np.log(np.exp(Z - top).sum(axis=1))[:, None])


def soft_differences(Z):
    return 1 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)


def soft_along(Z):
    def one(z):
        e = np.exp(z - np.max(z))
        return e / np.sum(e)

    return np.apply_along_axis(one, 1, Z)


def naive(Z):
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


def naive_math(Z):
    return [[math.exp(z) / sum(math.exp(other) for other in row) for z in row] for row in Z]


def naive_loop(Z):
    P = []
    for z in Z:
        P.append(np.exp(z) / np.sum(np.exp(z)))
    return np.array(P)


def soft_first_row(Z):
    for z in Z:
        e = np.exp(z - z.max())
        return e / e.sum()


def soft_last_row(Z):
    for z in Z:
        e = np.exp(z - z.max())
        p = e / e.sum()
    return p


def soft_in_place(Z):
    Z -= Z.max(axis=1, keepdims=True)
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


def soft_in_whole_numbers(Z):
    P = np.zeros_like(Z)
    for i in range(len(Z)):
        P[i] = np.exp(Z[i] - Z[i].max()) / np.exp(Z[i] - Z[i].max()).sum()
    return P


def soft_not_from_0(Z):
    P, total = np.zeros(Z.shape), 0
    for i in range(len(Z)):
        e = np.exp(Z[i])
        total += e.sum()
        P[i] = e / total
    return P


def soft_of_shifted_powers(Z):
    powers = np.exp(Z) - np.exp(Z).max(axis=1, keepdims=True)
    return powers / powers.sum(axis=1, keepdims=True)


def soft_prints(Z):
    print(soft(Z))


SOFTMAX = Bank(
    right=[
        soft,
        soft_loop,
        soft_lists,
        soft_transposed_twice,
        soft_logs,
        soft_differences,
        soft_along,
        lambda Z: soft(Z - 3),
        lambda Z: np.array([soft(row[None])[0] for row in Z]),
    ],
    wrong=[
        ("whole table", lambda Z: np.exp(Z - np.max(Z)) / np.sum(np.exp(Z - np.max(Z)))),
        ("whole table", lambda Z: np.exp(Z) / np.exp(Z).sum()),
        ("columns", lambda Z: np.exp(Z) / np.exp(Z).sum(axis=0)),
        ("columns", lambda Z: np.exp(Z - Z.max(axis=0)) / np.sum(np.exp(Z - Z.max(axis=0)), axis=0)),
        ("keepdims", lambda Z: np.exp(Z) / np.sum(np.exp(Z), axis=1)),
        ("keepdims", lambda Z: np.exp(Z - Z.max(axis=1)) / np.exp(Z - Z.max(axis=1)).sum(1)),
        ("no exp", lambda Z: Z / Z.sum(axis=1, keepdims=True)),
        ("not divided", lambda Z: np.exp(Z - Z.max(axis=1, keepdims=True))),
        ("not divided", np.exp),
        ("sigmoid", lambda Z: 1 / (1 + np.exp(-Z))),
        ("sigmoid", lambda Z: sigmoid(Z) / sigmoid(Z).sum(axis=1, keepdims=True)),
        ("other base", lambda Z: 2.0**Z / (2.0**Z).sum(axis=1, keepdims=True)),
        ("other base", lambda Z: np.exp2(Z) / np.exp2(Z).sum(axis=1, keepdims=True)),
        ("sign", lambda Z: np.exp(-Z) / np.exp(-Z).sum(axis=1, keepdims=True)),
        ("logarithm", lambda Z: Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))),
        ("one-hot", lambda Z: np.eye(Z.shape[1])[np.argmax(Z, axis=1)]),
        ("temperature", lambda Z: soft(Z / 10)),
        ("temperature", lambda Z: np.exp(Z) ** 2 / (np.exp(Z) ** 2).sum(axis=1, keepdims=True)),
        ("mean", lambda Z: np.exp(Z) / np.exp(Z).mean(axis=1, keepdims=True)),
        ("by the largest", lambda Z: Z / Z.max(axis=1, keepdims=True)),
        ("length 1", lambda Z: np.exp(Z) / np.linalg.norm(np.exp(Z), axis=1, keepdims=True)),
        ("largest of columns", lambda Z: naive(Z - Z.max(axis=0))),
        ("one half subtracted", lambda Z: np.exp(Z - Z.max()) / np.exp(Z).sum(axis=1, keepdims=True)),
        ("largest after exp", soft_of_shifted_powers),
        ("one example", soft_first_row),
        ("one example", soft_last_row),
        ("transposed", lambda Z: naive(Z).T),
        ("percent", lambda Z: 100 * naive(Z)),
        ("softmax twice", lambda Z: naive(naive(Z))),
        ("without itself", lambda Z: np.exp(Z) / (np.exp(Z).sum(axis=1, keepdims=True) - np.exp(Z))),
        ("one too many", lambda Z: np.exp(Z) / (1 + np.exp(Z).sum(axis=1, keepdims=True))),
        ("overflow", naive),
        ("overflow", naive_math),
        ("overflow", naive_loop),
        ("overflow", lambda Z: (np.exp(Z).T / np.exp(Z).sum(axis=1)).T),
        ("overflow", lambda Z: np.exp(Z - np.log(np.exp(Z).sum(axis=1, keepdims=True)))),
        ("one for all", lambda Z: naive(Z - Z.max())),
        ("one for all", lambda Z: naive(Z - np.amax(Z))),
        ("another subtracted", lambda Z: naive(Z - Z.mean(axis=1, keepdims=True))),
        ("another subtracted", lambda Z: naive(Z - Z.min(axis=1)[:, None])),
        ("another subtracted", lambda Z: naive(Z - Z[:, [0]])),
        ("absolute", lambda Z: naive(Z - np.abs(Z).max(axis=1, keepdims=True))),
        ("clipped", lambda Z: naive(np.clip(Z, -500, 500))),
        ("clipped", lambda Z: naive(np.minimum(Z, 700))),
        ("nan hidden", lambda Z: np.nan_to_num(naive(Z))),
        ("padded", lambda Z: np.exp(Z) / (np.exp(Z).sum(axis=1, keepdims=True) + 1e-12)),
        ("changed `Z`", soft_in_place),
        ("whole numbers", soft_in_whole_numbers),
        ("rounded", lambda Z: soft(Z).round(3)),
        ("None", soft_prints),
        ("class", lambda Z: soft(Z).argmax(axis=1)),
        ("shape \\(3, 4\\)", lambda Z: soft(Z).sum(axis=1)),
        ("end missing", lambda Z: [soft(Z[i : i + 1])[0] for i in range(len(Z) - 1)]),
    ],
    general=[soft_not_from_0, lambda Z: soft(Z**3), lambda Z: np.sort(soft(Z), axis=1)],
)


def many_grad(theta, X, Y):
    return X.T @ (soft(X @ theta) - Y) / len(X)


def many_grad_by_class(theta, X, Y):
    P = soft(X @ theta)
    return np.column_stack([X.T @ (P[:, c] - Y[:, c]) / len(X) for c in range(Y.shape[1])])


def many_grad_loop(theta, X, Y):
    g = np.zeros(theta.shape)
    for x, y in zip(X, Y, strict=True):
        e = np.exp(x @ theta)
        g += np.outer(x, e / e.sum() - y)
    return g / X.shape[0]


def many_grad_entries(theta, X, Y):
    P = soft(X @ theta)
    return [[np.mean((P[:, c] - Y[:, c]) * X[:, j]) for c in range(Y.shape[1])] for j in range(X.shape[1])]


def many_loss(theta, X, Y):
    return -np.mean(np.log((soft(X @ theta) * Y).sum(axis=1)))


def many_grad_nudged(theta, X, Y, step=1e-5):
    g = np.zeros(theta.shape)
    for place in np.ndindex(*theta.shape):
        e = np.zeros(theta.shape)
        e[place] = step
        g[place] = (many_loss(theta + e, X, Y) - many_loss(theta - e, X, Y)) / (2 * step)
    return g


def many_grad_overwritten(theta, X, Y):
    for x, y in zip(X, Y, strict=True):
        g = np.outer(x, soft((x @ theta)[None])[0] - y)
    return g


def many_grad_early(theta, X, Y):
    g = np.zeros(theta.shape)
    for x, y in zip(X, Y, strict=True):
        g += np.outer(x, soft((x @ theta)[None])[0] - y) / len(X)
        return g


def many_grad_in_place(theta, X, Y):
    Y -= soft(X @ theta)
    return -X.T @ Y / len(X)


def many_grad_with(softmax, divisor=len):
    return lambda theta, X, Y: X.T @ (softmax(X @ theta) - Y) / divisor(X)


def many_grad_labels(theta, X, Y):
    P = soft(X @ theta)
    P[np.arange(len(X)), Y] -= 1
    return X.T @ P / len(X)


images = np.ones((1022, 65))


def many_grad_notebook_m(theta, X, Y):
    return X.T @ (soft(X @ theta) - Y) / len(images)


SOFTMAX_GRADIENT = Bank(
    right=[
        many_grad,
        many_grad_by_class,
        many_grad_loop,
        many_grad_entries,
        many_grad_nudged,
        lambda theta, X, Y: ((soft(X @ theta) - Y).T @ X / len(Y)).T,
        lambda theta, X, Y: np.einsum("ij,ic->jc", X, soft(X @ theta) - Y) / len(X),
        lambda theta, X, Y: np.mean(X[:, :, None] * (soft(X @ theta) - Y)[:, None, :], axis=0),
    ],
    wrong=[
        ("sign", lambda theta, X, Y: X.T @ (Y - soft(X @ theta)) / len(X)),
        ("sum", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y)),
        ("by classes", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y) / Y.size),
        ("by classes", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y) / (len(X) * theta.shape[1])),
        ("parameters", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y) / len(theta)),
        ("all entries", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y) / X.size),
        ("half", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y) / (2 * len(X))),
        ("twice", lambda theta, X, Y: 2 / len(X) * X.T @ (soft(X @ theta) - Y)),
        ("scores", lambda theta, X, Y: X.T @ (X @ theta - Y) / len(X)),
        ("powers", many_grad_with(np.exp)),
        ("columns", many_grad_with(lambda Z: np.exp(Z) / np.exp(Z).sum(axis=0))),
        ("whole table", many_grad_with(lambda Z: np.exp(Z) / np.exp(Z).sum())),
        ("keepdims", many_grad_with(lambda Z: np.exp(Z) / np.exp(Z).sum(axis=1))),
        ("sigmoid", many_grad_with(sigmoid)),
        ("one-hot", many_grad_with(lambda Z: np.eye(Z.shape[1])[Z.argmax(axis=1)])),
        ("softmax twice", many_grad_with(lambda Z: soft(soft(Z)))),
        (
            "squared loss",
            lambda theta, X, Y: (
                X.T @ ((soft(X @ theta) - Y) * soft(X @ theta) * (1 - soft(X @ theta))) / len(X)
            ),
        ),
        ("true class only", lambda theta, X, Y: X.T @ ((soft(X @ theta) - Y) * Y) / len(X)),
        ("slope along p", lambda theta, X, Y: X.T @ (-Y / soft(X @ theta)) / len(X)),
        ("surprises", lambda theta, X, Y: X.T @ (-Y * np.log(soft(X @ theta))) / len(X)),
        ("no target", lambda theta, X, Y: X.T @ soft(X @ theta) / len(X)),
        ("plus", lambda theta, X, Y: X.T @ (soft(X @ theta) + Y) / len(X)),
        ("squared", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y) ** 2 / len(X)),
        ("absolute", lambda theta, X, Y: X.T @ np.abs(soft(X @ theta) - Y) / len(X)),
        ("transposed", lambda theta, X, Y: (soft(X @ theta) - Y).T @ X / len(X)),
        ("not turned", lambda theta, X, Y: X @ (soft(X @ theta) - Y) / len(X)),
        ("classes added", lambda theta, X, Y: X.T @ np.sum(soft(X @ theta) - Y, axis=1)),
        ("no x", lambda t, X, Y: np.ones((len(t), 1)) * np.mean(soft(X @ t) - Y, axis=0)),
        ("no x0", lambda theta, X, Y: X[:, 1:].T @ (soft(X @ theta) - Y) / len(X)),
        ("one class", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y)[:, 0] / len(X)),
        ("one example", many_grad_overwritten),
        ("one example", many_grad_early),
        ("one less", lambda theta, X, Y: X.T @ (soft(X @ theta) - Y) / (len(X) - 1)),
        ("not added", lambda theta, X, Y: (soft(X @ theta) - Y) / len(X)),
        ("loss", many_loss),
        ("step", lambda theta, X, Y: theta - 0.1 * many_grad(theta, X, Y)),
        ("changed `Y`", many_grad_in_place),
        ("indices", many_grad_labels),
        ("`images` from the notebook", many_grad_notebook_m),
        ("rounded", lambda theta, X, Y: np.round(many_grad(theta, X, Y), 4)),
        ("do not fit", lambda theta, X, Y: X @ (soft(X @ theta) - Y) / len(X) if len(X) == 5 else 0),
        ("do not fit", lambda theta, X, Y: many_grad(theta.T, X, Y)),
        ("one number", lambda theta, X, Y: np.mean(soft(X @ theta) - Y)),
    ],
    general=[lambda theta, X, Y: X.T @ (soft(X @ theta) ** 2 - Y) / len(X)],
)


def shares(y, flagged):
    found = np.sum(y * flagged)
    return found / np.sum(flagged), found / np.sum(y)


def shares_loop(y, flagged):
    found = missed = false_alarms = 0
    for truth, said in zip(y, flagged, strict=True):
        if truth == 1 and said:
            found += 1
        elif truth == 1:
            missed += 1
        elif said:
            false_alarms += 1
    return found / (found + false_alarms), found / (found + missed)


def shares_masks(y, flagged):
    return y[flagged].mean(), flagged[y == 1].mean()


def shares_table(y, flagged):
    table = np.zeros((2, 2))
    for i in range(len(y)):
        table[y[i], int(flagged[i])] += 1
    return [table[1, 1] / table[:, 1].sum(), table[1, 1] / table[1].sum()]


def shares_counts(y, flagged):
    tp = np.count_nonzero((y == 1) & flagged)
    fp = np.count_nonzero((y == 0) & flagged)
    fn = np.count_nonzero((y == 1) & ~flagged)
    return np.array([tp / (tp + fp), tp / (tp + fn)])


def shares_dot(y, flagged):
    return (y @ flagged / flagged.sum(), y @ flagged / y.sum())


def accuracy(y, flagged):
    return np.mean(y == flagged)


def shares_never_added(y, flagged):
    for truth, said in zip(y, flagged, strict=True):
        found = 1 if truth and said else 0
    return found / sum(flagged), found / sum(y)


def shares_whole(y, flagged):
    found = np.sum(y * flagged)
    return found // np.sum(flagged), found // np.sum(y)


def shares_dict(y, flagged):
    precision, recall = shares(y, flagged)
    return {"precision": precision, "recall": recall}


def shares_print(y, flagged):
    print(*shares(y, flagged))


def shares_spoil(y, flagged):
    both = shares(y, flagged)
    flagged &= y == 1
    return both


cracked = np.array([1, 0, 0, 1])


def shares_notebook(y, flagged):
    found = np.sum(y * flagged)
    return found / np.sum(flagged), found / np.sum(cracked)


PRECISION_RECALL = Bank(
    right=[
        shares,
        shares_loop,
        shares_masks,
        shares_table,
        shares_counts,
        shares_dot,
        lambda y, flagged: list(shares(y, flagged)),
        lambda y, flagged: (
            np.logical_and(y, flagged).sum() / flagged.sum(),
            np.logical_and(y, flagged).sum() / y.sum(),
        ),
    ],
    wrong=[
        ("swapped", lambda y, flagged: shares(y, flagged)[::-1]),
        ("swapped", lambda y, flagged: (flagged[y == 1].mean(), y[flagged].mean())),
        ("same divisor", lambda y, flagged: (shares(y, flagged)[0],) * 2),
        ("same divisor", lambda y, flagged: (y @ flagged / y.sum(), y @ flagged / y.sum())),
        ("accuracy", lambda y, flagged: (accuracy(y, flagged), shares(y, flagged)[1])),
        ("accuracy", lambda y, flagged: (shares(y, flagged)[0], accuracy(y, flagged))),
        ("left counted", lambda y, f: (np.sum(y == f) / np.sum(f), np.sum(y == f) / np.sum(y))),
        ("flagged for found", lambda y, f: (shares(y, f)[0], f.sum() / y.sum())),
        ("flagged for found", lambda y, f: (y.sum() / f.sum(), f.sum() / y.sum())),
        ("false alarm rate", lambda y, f: (f[y == 0].mean(), f[y == 1].mean())),
        ("false alarm rate", lambda y, f: (y[f].mean(), f[y == 0].mean())),
        ("specificity", lambda y, f: (y[f].mean(), (~f)[y == 0].mean())),
        ("the rest", lambda y, f: (1 - y[f].mean(), f[y == 1].mean())),
        ("the rest", lambda y, f: (y[f].mean(), (~f)[y == 1].mean())),
        ("the rest", lambda y, f: ((y[f] == 0).mean(), 1 - f[y == 1].mean())),
        ("other class", lambda y, f: shares(1 - y, ~f)),
        ("of all", lambda y, f: (np.mean(y * f), np.mean(y * f))),
        ("of all", lambda y, f: (f.mean(), y.mean())),
        ("counts", lambda y, f: (y @ f, y.sum())),
        ("counts", lambda y, f: (np.sum(y * f), np.sum((y == 1) & ~f))),
        ("divided by the rest", lambda y, f: (y @ f / ((1 - y) @ f), y @ f / (y @ ~f))),
        ("union", lambda y, f: (np.sum(y * f) / np.sum((y == 1) | f),) * 2),
        ("F1", lambda y, f: 2 / (1 / y[f].mean() + 1 / f[y == 1].mean())),
        ("upside down", lambda y, f: (f.sum() / (y @ f), y.sum() / (y @ f))),
        ("percent", lambda y, f: tuple(100 * one for one in shares(y, f))),
        ("one less", lambda y, f: (y @ f / (f.sum() - 1), y @ f / (y.sum() - 1))),
        ("it returned|It returned", shares_dict),
        ("printed something", shares_print),
        ("whole numbers", shares_whole),
        ("changed `flagged`", shares_spoil),
        ("`cracked` from the notebook", shares_notebook),
        ("rounded", lambda y, f: tuple(round(one, 2) for one in shares(y, f))),
        ("one number", lambda y, f: shares(y, f)[0]),
        ("accuracy", lambda y, f: (accuracy(y, f), accuracy(y, f))),
        ("one example", shares_never_added),
        ("one True or False", lambda y, f: (1, 0) if y == 1 and f else (0, 1)),
    ],
    general=[lambda y, f: (y @ f / f.sum() / 2, y @ f / y.sum())],
)

BANK = {
    "check_surprise": SURPRISE,
    "check_cross_entropy": CROSS_ENTROPY,
    "check_logistic_gradient": LOGISTIC_GRADIENT,
    "check_softmax": SOFTMAX,
    "check_softmax_gradient": SOFTMAX_GRADIENT,
    "check_precision_recall": PRECISION_RECALL,
}
