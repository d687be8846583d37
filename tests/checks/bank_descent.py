"""Answers to the exercises of notebook 03, written from the tasks alone."""

from fractions import Fraction

import numpy as np
from bank import Bank

STEP_BY_HAND = Bank(
    right=[
        (0.9, 1.7),
        [0.9, 1.7],
        (Fraction(9, 10), Fraction(17, 10)),
        np.array([0.9, 1.7]),
        (1 - 0.1, 2 - 0.3),
    ],
    wrong=[
        ("text", (0.9, "1.7")),
        ("uphill", (1.1, 2.3)),
        ("sum", (0.7, 1.1)),
        ("twice", (0.8, 1.4)),
        ("half", (0.95, 1.85)),
        ("no alpha", (0, -1)),
        ("no x", (0.9, 1.9)),
        ("one at a time", (0.9, 1.72)),
        ("change", (-0.1, -0.3)),
        ("change", (0.1, 0.3)),
        ("slopes", (1, 3)),
        ("swapped", (1.7, 0.9)),
        ("one less", (1 - 0.1 * 3 / 2, 2 - 0.1 * 9 / 2)),
        ("squared", (1 - 0.1 * 3, 2 - 0.1 * (1 + 8 + 12) / 3)),
        ("alpha twice", (0.99, 1.97)),
        ("no target", (1 - 0.1 * 5, 2 - 0.1 * (3 + 10 + 21) / 3)),
        ("loss", (1 - 0.1 * 1.5, 2 - 0.1 * 1.5)),
        ("unmoved", (1, 2)),
        ("2 numbers", 0.9),
        ("start swapped", (2 - 0.1 * 1, 1 - 0.1 * 3)),
        ("one climbs", (0.9, 2.3)),
    ],
    general=[(0.9, 1.97), (0.9, 1.6), (0.9, 2)],
)


def loss(theta, X, y):
    return np.mean((X @ theta - y) ** 2) / 2


def grad_loop(theta, X, y):
    g = np.zeros(len(theta))
    for j in range(len(theta)):
        for i in range(len(y)):
            g[j] += (X[i] @ theta - y[i]) * X[i, j]
    return g / len(y)


def grad_matrix(theta, X, y):
    return X.T.dot(X.dot(theta) - y) / X.shape[0]


def grad_einsum(theta, X, y):
    return np.einsum("i,ij->j", X @ theta - y, X) / len(y)


def grad_mean(theta, X, y):
    return np.mean((X @ theta - y)[:, None] * X, axis=0)


def grad_list(theta, X, y):
    r = [
        sum(t * x for t, x in zip(theta, row, strict=True)) - target for row, target in zip(X, y, strict=True)
    ]
    return [sum(r[i] * X[i][j] for i in range(len(r))) / len(r) for j in range(len(theta))]


def grad_central(theta, X, y, step=1e-5):
    g = []
    for j in range(len(theta)):
        e = np.zeros(len(theta))
        e[j] = step
        g.append((loss(theta + e, X, y) - loss(theta - e, X, y)) / (2 * step))
    return np.array(g)


def grad_column(theta, X, y):
    return (X.T @ (X @ theta[:, None] - y[:, None]) / len(y)).ravel()


def grad_central_by_eps(theta, X, y):
    return 2 * grad_central(theta, X, y)


def grad_forward_far(theta, X, y, step=0.1):
    g = []
    for j in range(len(theta)):
        e = np.zeros(len(theta))
        e[j] = step
        g.append((loss(theta + e, X, y) - loss(theta, X, y)) / step)
    return np.array(g)


def grad_early(theta, X, y):
    g = np.zeros(len(theta))
    for i in range(len(y)):
        g += (X[i] @ theta - y[i]) * X[i]
        return g / len(y)


def grad_last(theta, X, y):
    for i in range(len(y)):
        g = (X[i] @ theta - y[i]) * X[i]
    return g


def grad_of_two(theta, X, y):
    r = X @ theta - y
    return np.array([np.mean(r), np.mean(r * X[:, 1])])


def grad_counts_from_one(theta, X, y):
    r = X @ theta - y
    return np.array([np.mean(r * X[:, j]) for j in range(1, X.shape[1])])


def grad_past(theta, X, y):
    r = X @ theta - y
    return np.array([np.mean(r * X[:, j]) for j in range(1, X.shape[1] + 1)])


def grad_returned_in_column_loop(theta, X, y):
    for j in range(len(theta)):
        return np.mean((X @ theta - y) * X[:, j])


m = 100
points = np.arange(100.0)
X_bias, targets = np.column_stack([np.ones(100), points]), 3 + 2 * points


def grad_notebook_m(theta, X, y):
    return X.T @ (X @ theta - y) / m


def grad_notebook_data(theta, X, y):
    return X_bias.T @ (X_bias @ theta - targets) / len(targets)


def grad_notebook_y(theta, X, y):
    return X.T @ (X @ theta - targets) / len(y)


def grad_column_theta(theta, X, y):
    theta = theta.reshape(-1, 1)
    return X.T @ (X @ theta - y) / len(y)


def grad_in_place(theta, X, y):
    y -= X @ theta
    return -X.T @ y / len(y)


def grad_from_1(theta, X, y):
    g = np.zeros(len(theta))
    for j in range(1, len(theta)):
        g[j] = np.mean((X @ theta - y) * X[:, j])
    return g


def grad_not_from_0(theta, X, y):
    g, total = [], 0
    for j in range(len(theta)):
        for i in range(len(y)):
            total += (X[i] @ theta - y[i]) * X[i, j]
        g.append(total / len(y))
    return g


def grad_overwritten(theta, X, y):
    g = np.zeros(len(theta))
    for j in range(len(theta)):
        for i in range(len(y)):
            g[j] = (X[i] @ theta - y[i]) * X[i, j]
    return g / len(y)


GRADIENT = Bank(
    right=[
        grad_loop,
        grad_matrix,
        grad_einsum,
        grad_mean,
        grad_list,
        grad_central,
        grad_column,
        lambda theta, X, y: (X @ theta - y) @ X / len(X),
    ],
    wrong=[
        ("transposed", lambda theta, X, y: np.mean(X * (X @ theta - y)[:, None], axis=1)),
        ("sum, halved", lambda theta, X, y: X.T @ (X @ theta - y) / 2),
        ("`theta`", lambda theta, X, y: X.T @ y / len(y)),
        ("theta_0 left", grad_from_1),
        ("not from 0", grad_not_from_0),
        ("one example", grad_overwritten),
        ("all entries", lambda theta, X, y: X.T @ (X @ theta - y) / len(y) ** 2),
        ("not divided", lambda theta, X, y: 2e-5 * grad_central(theta, X, y)),
        ("all at once", lambda theta, X, y: np.full(len(theta), grad_matrix(theta, X, y).sum())),
        ("`theta`", lambda theta, X, y: np.linalg.lstsq(X, y, rcond=None)[0]),
        ("table of one row", lambda theta, X, y: grad_matrix(theta, X, y)[None]),
        ("whole numbers", lambda theta, X, y: grad_matrix(theta, X, y).astype(int)),
        ("sign", lambda theta, X, y: X.T @ (y - X @ theta) / len(y)),
        ("sum", lambda theta, X, y: X.T @ (X @ theta - y)),
        ("twice", lambda theta, X, y: 2 / len(y) * X.T @ (X @ theta - y)),
        ("half", lambda theta, X, y: X.T @ (X @ theta - y) / (2 * len(y))),
        ("parameters", lambda theta, X, y: X.T @ (X @ theta - y) / len(theta)),
        ("no x", lambda theta, X, y: np.ones(len(theta)) * np.mean(X @ theta - y)),
        ("twice", grad_central_by_eps),
        ("one side", grad_forward_far),
        ("one example", grad_early),
        ("one example", grad_last),
        ("two parameters", grad_of_two),
        ("no x0", grad_counts_from_one),
        ("counting", grad_past),
        ("`return`|one number|each parameter", grad_returned_in_column_loop),
        ("`m` from the notebook", grad_notebook_m),
        ("`X_bias`.*from the notebook", grad_notebook_data),
        ("`targets` from the notebook", grad_notebook_y),
        ("table", grad_column_theta),
        ("changed", grad_in_place),
        ("one less", lambda theta, X, y: X.T @ (X @ theta - y) / (len(y) - 1)),
        ("squared", lambda theta, X, y: X.T @ (X @ theta - y) ** 2 / len(y)),
        ("no target", lambda theta, X, y: X.T @ X @ theta / len(y)),
        ("transposed", lambda theta, X, y: X @ (X @ theta - y) / len(y)),
        ("one number|each parameter", lambda theta, X, y: np.mean((X @ theta - y) * X)),
        ("round", lambda theta, X, y: np.round(grad_matrix(theta, X, y), 2)),
        ("round", lambda theta, X, y: np.round(grad_matrix(theta, X, y), 1)),
        ("one column|table", lambda theta, X, y: X.T @ (X @ theta[:, None] - y[:, None]) / len(y)),
        ("not added", lambda theta, X, y: X.T * (X @ theta - y) / len(y)),
        ("not added", lambda theta, X, y: X * (X @ theta - y)[:, None] / len(y)),
        ("loss", lambda theta, X, y: loss(theta, X, y)),
        ("plus", lambda theta, X, y: X.T @ (X @ theta + y) / len(y)),
        ("step", lambda theta, X, y: theta - 0.1 * grad_matrix(theta, X, y)),
        ("backwards", lambda theta, X, y: grad_matrix(theta, X, y)[::-1]),
        ("by theta", lambda theta, X, y: np.mean(X @ theta - y) * theta),
        ("not added", lambda theta, X, y: (X @ theta - y) * X / len(y)),
        ("means apart", lambda t, X, y: np.mean(X @ t - y) * X.mean(axis=0)),
        ("all entries", lambda t, X, y: X.T @ (X @ t - y) / X.size),
        ("length 1", lambda t, X, y: grad_matrix(t, X, y) / np.linalg.norm(grad_matrix(t, X, y))),
        ("signs", lambda theta, X, y: X.T @ np.sign(X @ theta - y) / len(y)),
        ("x squared", lambda theta, X, y: (X**2).T @ (X @ theta - y) / len(y)),
    ],
)

LIMIT = 2 / np.linalg.eigvalsh(np.array([[3, 6], [6, 20]]) / 3)[-1]

LEARNING_RATE = Bank(
    right=[
        1.001 * LIMIT,
        1.009 * LIMIT,
        0.2744,
        LIMIT + 0.001,
        np.float64(LIMIT * 1.005),
        Fraction(275, 1000),
    ],
    wrong=[
        ("exactly", LIMIT),
        ("curvature", 2 / LIMIT),
        ("fastest", LIMIT / 2),
        ("flattest", 2 / np.linalg.eigvalsh(np.array([[3, 6], [6, 20]]) / 3)[0]),
        ("sum", LIMIT / 3),
        ("no x0", 2 / (20 / 3)),
        ("settles", 0.2),
        ("settles", 0.27),
        ("settles", 0.1),
        ("far", 0.28),
        ("far", 1.0),
        ("negative", -0.3),
        ("zero", 0),
        ("other data", 1.5117),
        ("twice", 2 * LIMIT),
        ("text", "0.275"),
    ],
)


def walk(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * X.T @ (X @ theta - y) / len(y)
        path.append(theta)
    return np.array(path)


def walk_copied(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta.copy()]
    for _ in range(steps):
        theta -= alpha * grad_matrix(theta, X, y)
        path.append(theta.copy())
    return np.stack(path)


def walk_vstack(X, y, alpha, steps):
    path = np.zeros((1, X.shape[1]))
    while len(path) < steps + 1:
        path = np.vstack([path, path[-1] - alpha * grad_mean(path[-1], X, y)])
    return path


def walk_lists(X, y, alpha, steps):
    theta = [0.0] * X.shape[1]
    path = [theta]
    for _ in range(steps):
        g = grad_list(theta, X, y)
        theta = [t - alpha * s for t, s in zip(theta, g, strict=True)]
        path.append(theta)
    return path


def walk_recursive(X, y, alpha, steps):
    if steps == 0:
        return np.zeros((1, X.shape[1]))
    before = walk_recursive(X, y, alpha, steps - 1)
    return np.append(before, [before[-1] - alpha * grad_matrix(before[-1], X, y)], axis=0)


def walk_with(slope=grad_matrix, rate=None, start=0.0, extra=0):
    def answer(X, y, alpha, steps):
        theta = np.full(X.shape[1], start)
        path = [theta]
        for _ in range(steps + extra):
            theta = theta - (alpha if rate is None else rate) * slope(theta, X, y)
            path.append(theta)
        return np.array(path)

    return answer


def walk_alpha_inside(X, y, alpha, steps):
    alpha = 0.1
    return walk(X, y, alpha, steps)


def walk_steps_inside(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta]
    for _ in range(100):
        theta = theta - alpha * grad_matrix(theta, X, y)
        path.append(theta)
    return np.array(path)


def walk_same_array(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = []
    path.append(theta)
    for _ in range(steps):
        theta -= alpha * grad_matrix(theta, X, y)
        path.append(theta)
    return np.array(path)


def walk_no_start(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = []
    for _ in range(steps):
        theta = theta - alpha * grad_matrix(theta, X, y)
        path.append(theta)
    return np.array(path)


def walk_append_first(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = []
    for _ in range(steps):
        path.append(theta)
        theta = theta - alpha * grad_matrix(theta, X, y)
    return np.array(path)


def walk_last(X, y, alpha, steps):
    return walk(X, y, alpha, steps)[-1]


def walk_early(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * grad_matrix(theta, X, y)
        path.append(theta)
        return np.array(path)


def walk_one_at_a_time(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta.copy()]
    for _ in range(steps):
        for j in range(len(theta)):
            theta[j] -= alpha * np.mean((X @ theta - y) * X[:, j])
        path.append(theta.copy())
    return np.array(path)


def walk_gradient_before(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    g = grad_matrix(theta, X, y)
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * g
        path.append(theta)
    return np.array(path)


def walk_two_parameters(X, y, alpha, steps):
    theta = np.zeros(2)
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * grad_matrix(theta, X, y)
        path.append(theta)
    return np.array(path)


def walk_columns(X, y, alpha, steps):
    theta = np.zeros((X.shape[1], 1))
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * X.T @ (X @ theta - y[:, None]) / len(y)
        path.append(theta)
    return np.array(path)


def walk_column_minus_row(X, y, alpha, steps):
    theta = np.zeros((X.shape[1], 1))
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * X.T @ (X @ theta - y) / len(y)
        path.append(theta)
    return np.array(path[1:])


learning_rate = 0.05


def walk_notebook_rate(X, y, alpha, steps):
    return walk(X, y, learning_rate, steps)


def walk_notebook_m(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta]
    for _ in range(steps):
        theta = theta - alpha * X.T @ (X @ theta - y) / m
        path.append(theta)
    return np.array(path)


def walk_start_lost(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta]
    for _ in range(steps):
        new = theta - alpha * grad_matrix(theta, X, y)
        path.append(new)
    return np.array(path)


def walk_integers(X, y, alpha, steps):
    path = np.zeros((steps + 1, X.shape[1]), dtype=int)
    for k in range(steps):
        path[k + 1] = path[k] - alpha * grad_matrix(path[k], X, y)
    return path


def walk_rounded(X, y, alpha, steps):
    return np.round(walk(X, y, alpha, steps), 3)


DESCENT = Bank(
    right=[walk, walk_copied, walk_vstack, walk_lists, walk_recursive, walk_with(grad_central)],
    wrong=[
        ("loss", walk_with(loss)),
        ("`steps`", lambda X, y, alpha, steps: walk(X, y, alpha, 10)),
        ("no target", walk_with(lambda t, X, y: X.T @ X @ t / len(y))),
        ("one left", walk_with(lambda t, X, y: np.append(0, grad_matrix(t, X, y)[1:]))),
        ("all entries", walk_with(lambda t, X, y: grad_matrix(t, X, y) / len(y))),
        ("plus", walk_with(lambda t, X, y: X.T @ (X @ t + y) / len(y))),
        ("no end", walk_with(extra=-1)),
        (
            "start and one for each",
            lambda X, y, alpha, steps: [np.zeros(X.shape[1]), *walk(X, y, alpha, steps)],
        ),
        ("start and one for each", lambda X, y, alpha, steps: walk(X, y, alpha, steps).ravel()),
        ("tuple", lambda X, y, alpha, steps: (walk(X, y, alpha, steps), steps)),
        ("no start", walk_no_start),
        ("no end", walk_append_first),
        ("one more", walk_with(extra=1)),
        ("last only", walk_last),
        ("one array", walk_same_array),
        ("old gradient", walk_gradient_before),
        ("stays", walk_start_lost),
        ("one at a time", walk_one_at_a_time),
        ("uphill", walk_with(lambda t, X, y: -grad_matrix(t, X, y))),
        ("sum", walk_with(lambda t, X, y: X.T @ (X @ t - y))),
        ("twice", walk_with(lambda t, X, y: 2 * grad_matrix(t, X, y))),
        ("half", walk_with(lambda t, X, y: grad_matrix(t, X, y) / 2)),
        ("no alpha", walk_with(rate=1)),
        ("`alpha`", walk_alpha_inside),
        ("`alpha`", walk_with(rate=0.01)),
        ("`alpha`|`learning_rate`", walk_notebook_rate),
        ("`m` from the notebook", walk_notebook_m),
        ("`steps`", walk_steps_inside),
        ("alpha twice", lambda X, y, alpha, steps: walk(X, y, alpha**2, steps)),
        ("transposed", lambda X, y, alpha, steps: walk(X, y, alpha, steps).T),
        ("losses", lambda X, y, alpha, steps: [loss(t, X, y) for t in walk(X, y, alpha, steps)]),
        ("one step", walk_early),
        ("parameter|fit|columns", walk_two_parameters),
        ("columns", walk_columns),
        ("table", walk_column_minus_row),
        ("other start", walk_with(start=1.0)),
        ("whole numbers", walk_integers),
        ("round", walk_rounded),
        ("one less", walk_with(lambda t, X, y: X.T @ (X @ t - y) / (len(y) - 1))),
        ("no x", walk_with(lambda t, X, y: np.mean(X @ t - y))),
        ("backwards", lambda X, y, alpha, steps: walk(X, y, alpha, steps)[::-1]),
        ("parameters", walk_with(lambda t, X, y: X.T @ (X @ t - y) / len(t))),
        ("squared", walk_with(lambda t, X, y: X.T @ (X @ t - y) ** 2 / len(y))),
        ("one example", walk_with(lambda t, X, y: (X[0] @ t - y[0]) * X[0])),
    ],
    general=[walk_with(lambda t, X, y: np.sign(grad_matrix(t, X, y)))],
)


def epoch(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        Xb, yb = X[start : start + batch_size], y[start : start + batch_size]
        theta = theta - alpha * Xb.T @ (Xb @ theta - yb) / len(yb)
    return theta


def epoch_while(theta, X, y, alpha, batch_size):
    start = 0
    while start < len(X):
        stop = min(start + batch_size, len(X))
        theta = theta - alpha * grad_loop(theta, X[start:stop], y[start:stop])
        start = stop
    return theta


def epoch_split(theta, X, y, alpha, batch_size):
    cuts = list(range(batch_size, len(y), batch_size))
    for Xb, yb in zip(np.split(X, cuts), np.split(y, cuts), strict=True):
        theta = theta - alpha * grad_mean(theta, Xb, yb)
    return theta


def epoch_ceil(theta, X, y, alpha, batch_size):
    for k in range(int(np.ceil(len(y) / batch_size))):
        rows = slice(k * batch_size, (k + 1) * batch_size)
        theta = theta - alpha * grad_matrix(theta, X[rows], y[rows])
    return theta


def epoch_list(theta, X, y, alpha, batch_size):
    theta = list(theta)
    for start in range(0, len(y), batch_size):
        rows = range(start, min(start + batch_size, len(y)))
        g = grad_list(theta, X[list(rows)], y[list(rows)])
        theta = [t - alpha * s for t, s in zip(theta, g, strict=True)]
    return theta


def epoch_with(slope=grad_matrix, rate=None, size=None):
    def answer(theta, X, y, alpha, batch_size):
        n = size or batch_size
        for start in range(0, len(y), n):
            rows = slice(start, start + n)
            theta = theta - (rate or alpha) * slope(theta, X[rows], y[rows])
        return theta

    return answer


def epoch_alpha_inside(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        theta = theta - 0.1 * grad_matrix(theta, X[rows], y[rows])
    return theta


def epoch_size_inside(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), 32):
        rows = slice(start, start + 32)
        theta = theta - alpha * grad_matrix(theta, X[rows], y[rows])
    return theta


def epoch_floor(theta, X, y, alpha, batch_size):
    for k in range(len(y) // batch_size):
        rows = slice(k * batch_size, (k + 1) * batch_size)
        theta = theta - alpha * grad_matrix(theta, X[rows], y[rows])
    return theta


def epoch_old(theta, X, y, alpha, batch_size):
    new = theta.copy()
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        new -= alpha * grad_matrix(theta, X[rows], y[rows])
    return new


def epoch_replaced(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        new = theta - alpha * grad_matrix(theta, X[rows], y[rows])
    return new


def epoch_early(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        theta = theta - alpha * grad_matrix(theta, X[rows], y[rows])
        return theta


def epoch_in_place(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        theta -= alpha * grad_matrix(theta, X[rows], y[rows])
    return theta


def epoch_by_m(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        Xb, yb = X[start : start + batch_size], y[start : start + batch_size]
        theta = theta - alpha * Xb.T @ (Xb @ theta - yb) / len(y)
    return theta


def epoch_by_size(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        Xb, yb = X[start : start + batch_size], y[start : start + batch_size]
        theta = theta - alpha * Xb.T @ (Xb @ theta - yb) / batch_size
    return theta


def epoch_shuffled(theta, X, y, alpha, batch_size):
    order = np.random.default_rng(0).permutation(len(y))
    return epoch(theta, X[order], y[order], alpha, batch_size)


def epoch_path(theta, X, y, alpha, batch_size):
    path = [theta]
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        path.append(path[-1] - alpha * grad_matrix(path[-1], X[rows], y[rows]))
    return np.array(path)


def epoch_from_zero(theta, X, y, alpha, batch_size):
    return epoch(np.zeros(X.shape[1]), X, y, alpha, batch_size)


def epoch_one_at_a_time(theta, X, y, alpha, batch_size):
    theta = theta.astype(float)
    for start in range(0, len(y), batch_size):
        Xb, yb = X[start : start + batch_size], y[start : start + batch_size]
        for j in range(len(theta)):
            theta[j] -= alpha * np.mean((Xb @ theta - yb) * Xb[:, j])
    return theta


def epoch_stop_short(theta, X, y, alpha, batch_size):
    for start in range(0, len(y) - batch_size, batch_size):
        rows = slice(start, start + batch_size)
        theta = theta - alpha * grad_matrix(theta, X[rows], y[rows])
    return theta


def epoch_minus_one(theta, X, y, alpha, batch_size):
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size - 1)
        theta = theta - alpha * grad_matrix(theta, X[rows], y[rows])
    return theta


def epoch_cut(cut):
    def answer(theta, X, y, alpha, batch_size):
        for start in range(0, len(y), batch_size):
            rows = cut(start, batch_size)
            theta = theta - alpha * grad_matrix(theta, X[rows], y[rows])
        return theta

    return answer


def epoch_of_means(theta, X, y, alpha, batch_size):
    slopes = []
    for start in range(0, len(y), batch_size):
        rows = slice(start, start + batch_size)
        slopes.append(grad_matrix(theta, X[rows], y[rows]))
    return theta - alpha * np.mean(slopes, axis=0)


def epoch_as_many_as_rows(theta, X, y, alpha, batch_size):
    for k in range(batch_size):
        rows = slice(k * batch_size, (k + 1) * batch_size)
        if len(y[rows]):
            theta = theta - alpha * grad_matrix(theta, X[rows], y[rows])
    return theta


EPOCH = Bank(
    right=[epoch, epoch_while, epoch_split, epoch_ceil, epoch_list, epoch_with()],
    wrong=[
        ("loss", epoch_with(loss)),
        ("as many batches", epoch_as_many_as_rows),
        ("no x", epoch_with(lambda t, X, y: np.mean(X @ t - y))),
        ("growing", epoch_cut(lambda start, size: slice(0, start + size))),
        ("growing", epoch_cut(lambda start, size: slice(start, None))),
        ("same batch", epoch_cut(lambda start, size: slice(0, size))),
        ("row too many", epoch_cut(lambda start, size: slice(start, start + size + 1))),
        ("one row", epoch_cut(lambda start, size: slice(start, start + 1))),
        ("one step", epoch_of_means),
        ("`alpha`, `batch_size`", lambda t, X, y, a, b: grad_matrix(t, X, y)),
        ("squared", epoch_with(lambda t, X, y: X.T @ (X @ t - y) ** 2 / len(y))),
        ("no target", epoch_with(lambda t, X, y: X.T @ X @ t / len(y))),
        ("`alpha`", epoch_alpha_inside),
        ("`alpha`", epoch_with(rate=0.2)),
        ("`alpha`", epoch_with(rate=0.01)),
        ("whole batch", epoch_size_inside),
        ("`batch_size`", epoch_with(size=2)),
        ("`batch_size`", epoch_with(size=3)),
        ("last dropped", epoch_floor),
        ("old theta", epoch_old),
        ("last only", epoch_replaced),
        ("first only", epoch_early),
        ("changed", epoch_in_place),
        ("by m", epoch_by_m),
        ("by size", epoch_by_size),
        ("uphill", epoch_with(lambda t, X, y: -grad_matrix(t, X, y))),
        ("sum", epoch_with(lambda t, X, y: X.T @ (X @ t - y))),
        ("twice", epoch_with(lambda t, X, y: 2 * grad_matrix(t, X, y))),
        ("half", epoch_with(lambda t, X, y: grad_matrix(t, X, y) / 2)),
        ("whole batch", lambda t, X, y, alpha, batch_size: t - alpha * grad_matrix(t, X, y)),
        ("one by one", epoch_with(size=1)),
        ("path", epoch_path),
        ("start|`theta`", epoch_from_zero),
        ("one at a time", epoch_one_at_a_time),
        ("end", epoch_stop_short),
        ("row lost", epoch_minus_one),
        ("no alpha", epoch_with(rate=1)),
        ("round", lambda *a: np.round(epoch(*a), 2)),
        ("round", lambda *a: np.round(epoch(*a), 3)),
        ("two epochs", lambda t, X, y, a, b: epoch(epoch(t, X, y, a, b), X, y, a, b)),
        ("alpha twice", lambda t, X, y, a, b: epoch(t, X, y, a * a, b)),
        ("one less", epoch_with(lambda t, X, y: X.T @ (X @ t - y) / max(len(y) - 1, 1))),
        ("change", lambda t, X, y, a, b: epoch(t, X, y, a, b) - t),
        ("parameters", epoch_with(lambda t, X, y: X.T @ (X @ t - y) / len(t))),
    ],
    general=[
        epoch_with(lambda t, X, y: X.T @ np.abs(X @ t - y) / len(y)),
        lambda t, X, y, a, b: epoch(t, X, y, a / b, b),
        epoch_shuffled,
    ],
)


def undo(theta, mean, std):
    slopes = theta[1:] / std
    return np.insert(slopes, 0, theta[0] - slopes @ mean)


def undo_loop(theta, mean, std):
    new = [float(theta[0])]
    for j in range(len(mean)):
        new.append(theta[j + 1] / std[j])
        new[0] -= theta[j + 1] * mean[j] / std[j]
    return new


def undo_float(theta, mean, std):
    new = np.zeros(len(theta))
    new[1:] = theta[1:] / std
    new[0] = theta[0] - (mean * new[1:]).sum()
    return new


def undo_hstack(theta, mean, std):
    return np.hstack([theta[0] - np.dot(theta[1:], mean / std), theta[1:] / std])


def undo_astype(theta, mean, std):
    new = theta.astype(float)
    new[1:] /= std
    new[0] -= new[1:] @ mean
    return new


def undo_solved(theta, mean, std):
    x = np.vstack([np.zeros(len(mean)), np.eye(len(mean))])
    h = theta[0] + (x - mean) / std @ theta[1:]
    return [h[0], *(h[1:] - h[0])]


def undo_of_all(theta, mean, std):
    return (theta - mean) / std


def undo_counts_from_zero(theta, mean, std):
    new = np.zeros(len(theta))
    new[0] = theta[0]
    for j in range(len(mean)):
        new[j + 1] = theta[j] / std[j]
        new[0] -= theta[j] * mean[j] / std[j]
    return new


def undo_in_loop(theta, mean, std):
    new = np.zeros(len(theta))
    for j in range(1, len(theta)):
        new[j] = theta[j] / std[j]
        new[0] = theta[0] - theta[j] * mean[j] / std[j]
    return new


def undo_replaced(theta, mean, std):
    new = np.zeros(len(theta))
    for j in range(1, len(theta)):
        new[j] = theta[j] / std[j - 1]
        new[0] = theta[0] - theta[j] * mean[j - 1] / std[j - 1]
    return new


def undo_first_feature(theta, mean, std):
    return np.array([theta[0] - theta[1] * mean[0] / std[0], theta[1] / std[0]])


def undo_in_place(theta, mean, std):
    theta = np.asarray(theta)
    theta[1:] = theta[1:] / std
    theta[0] = theta[0] - theta[1:] @ mean
    return theta


mu, sd = np.array([2.0, 5.0]), 3.0


def undo_notebook(theta, mean, std):
    slopes = theta[1:] / sd
    return np.append(theta[0] - slopes @ mean, slopes)


def join(intercept, slopes):
    return np.append(intercept, slopes)


UNDO_SCALING = Bank(
    right=[undo, undo_loop, undo_float, undo_hstack, undo_astype, undo_solved],
    wrong=[
        ("one mean", lambda t, mean, std: join(t[0] - t[1:] @ (mean.mean() / std), t[1:] / std)),
        ("intercept's sign", lambda t, mean, std: join(t[1:] / std @ mean - t[0], t[1:] / std)),
        ("other way", lambda t, mean, std: join(t[0] - t[1:] * std @ mean, t[1:] * std)),
        ("slopes only", lambda t, mean, std: t / np.append(1, std)),
        ("`mean`, `std`", lambda t, mean, std: t[1:]),
        ("one entry for each", lambda t, mean, std: np.append(t[0] - t[1:] / std * mean, t[1:] / std)),
        ("nothing", lambda theta, mean, std: theta),
        ("slopes only", lambda theta, mean, std: join(theta[0], theta[1:] / std)),
        ("plus", lambda t, mean, std: join(t[0] + t[1:] / std @ mean, t[1:] / std)),
        ("undivided", lambda t, mean, std: join(t[0] - t[1:] @ mean, t[1:] / std)),
        ("no theta", lambda t, mean, std: join(t[0] - np.sum(mean / std), t[1:] / std)),
        ("other way", lambda t, mean, std: join(t[0], t[1:] * std)),
        ("other way", lambda t, mean, std: join(t[0] + t[1:] @ mean, t[1:] * std)),
        ("no intercept", lambda t, mean, std: t[1:] / std),
        ("intercept last", lambda t, mean, std: join(t[1:] / std, t[0] - t[1:] / std @ mean)),
        ("fit|entries", undo_of_all),
        ("counted", undo_counts_from_zero),
        ("counting", undo_in_loop),
        ("averaged", undo_replaced),
        ("one feature", undo_first_feature),
        ("changed", undo_in_place),
        ("`sd` from the notebook|`std`", undo_notebook),
        ("variance", lambda t, mean, std: join(t[0] - t[1:] / std**2 @ mean, t[1:] / std**2)),
        ("root", lambda t, mean, std: join(t[0] - t[1:] / np.sqrt(std) @ mean, t[1:] / np.sqrt(std))),
        ("swapped", lambda t, mean, std: join(t[0] - t[1:] / mean @ std, t[1:] / mean)),
        ("slopes undivided", lambda t, mean, std: join(t[0] - t[1:] / std @ mean, t[1:])),
        ("round", lambda t, mean, std: np.round(undo(t, mean, std), 2)),
        ("round", lambda t, mean, std: np.round(undo(t, mean, std), 1)),
        ("no theta_0", lambda t, mean, std: join(-t[1:] / std @ mean, t[1:] / std)),
        ("intercept only", lambda t, mean, std: t[0] - t[1:] / std @ mean),
        ("one std", lambda t, mean, std: join(t[0] - t[1:] / std[0] @ mean, t[1:] / std[0])),
        ("a list of|entries|numbers", lambda t, mean, std: (t[0] - t[1:] / std @ mean, t[1:] / std)),
        ("scaled as data", lambda t, mean, std: join(t[0], (t[1:] - mean) / std)),
        ("no std", lambda t, mean, std: join(t[0] - t[1:] @ mean, t[1:])),
        ("sums apart", lambda t, mean, std: join(t[0] - t[1:].sum() * (mean / std).sum(), t[1:] / std)),
        ("sign", lambda t, mean, std: join(t[0] - t[1:] / std @ mean, -t[1:] / std)),
    ],
)

BANK = {
    "check_step_by_hand": STEP_BY_HAND,
    "check_gradient": GRADIENT,
    "check_learning_rate": LEARNING_RATE,
    "check_descent": DESCENT,
    "check_epoch": EPOCH,
    "check_undo_scaling": UNDO_SCALING,
}
