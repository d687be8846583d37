"""Answers to the exercises of notebook 08, written from the tasks alone."""

import numpy as np
from bank import Bank

from helpers.maths import linear


def ridge(theta, X, y, lambda_):
    pull = lambda_ * theta
    pull[0] = 0
    return linear.gradient(theta, X, y) + pull


def ridge_in_place(theta, X, y, lambda_):
    g = linear.gradient(theta, X, y)
    g[1:] += lambda_ * theta[1:]
    return g


def ridge_spoils(theta, X, y, lambda_):
    g = linear.gradient(theta, X, y)
    theta[0] = 0
    return g + lambda_ * theta


def sloped(pull):
    def function(theta, X, y, lambda_):
        g = X.T @ (X @ theta - y) / len(y)
        g[1:] = g[1:] + pull(theta[1:], lambda_, len(y))
        return g

    return function


RIDGE_GRADIENT = Bank(
    right=[
        ridge,
        ridge_in_place,
        sloped(lambda t, lambda_, m: lambda_ * t),
        lambda theta, X, y, lambda_: (
            (X.T @ (X @ theta - y) + len(y) * lambda_ * np.r_[0, theta[1:]]) / len(y)
        ),
        lambda *given: list(ridge(*given)),
    ],
    wrong=[
        ("intercept too", lambda theta, X, y, lambda_: X.T @ (X @ theta - y) / len(y) + lambda_ * theta),
        ("no decay", lambda theta, X, y, lambda_: X.T @ (X @ theta - y) / len(y)),
        ("decay alone", lambda theta, X, y, lambda_: lambda_ * np.r_[0, theta[1:]]),
        ("twice", sloped(lambda t, lambda_, m: 2 * t * lambda_)),
        ("half", sloped(lambda t, lambda_, m: lambda_ * t / 2)),
        ("square", sloped(lambda t, lambda_, m: lambda_ * t * t)),
        ("square", sloped(lambda t, lambda_, m: lambda_ * t * t / 2)),
        ("size", sloped(lambda t, lambda_, m: lambda_ * t / abs(t))),
        ("sign", sloped(lambda t, lambda_, m: -lambda_ * t)),
        ("over m", sloped(lambda t, lambda_, m: lambda_ / m * t)),
        ("no size", sloped(lambda t, lambda_, m: lambda_)),
        ("lambda 1", sloped(lambda t, lambda_, m: t)),
        (
            "sum of squares",
            lambda theta, X, y, lambda_: linear.gradient(theta, X, y) + lambda_ / 2 * sum(theta[1:] ** 2),
        ),
        ("uphill", lambda *given: -ridge(*given)),
        ("changed `theta`", ridge_spoils),
        ("returned", lambda theta, X, y, lambda_: ridge(theta, X, y, lambda_)[1:]),
    ],
    general=[lambda theta, X, y, lambda_: 3 * ridge(theta, X, y, lambda_)],
)


def dealt(y, k):
    return [[i for i in range(len(y)) if i % k == j] for j in range(k)]


def folded(X, y, k):
    total = 0
    for rows in dealt(y, k):
        keep = np.ones(len(y), dtype=bool)
        keep[rows] = False
        theta = np.linalg.lstsq(X[keep], y[keep], rcond=None)[0]
        total += np.mean((X[rows] @ theta - y[rows]) ** 2) / 2
    return total / k


def masks(X, y, k, learn, judge, end=np.mean):
    found = []
    for fold in dealt(y, k):
        inside = np.isin(np.arange(len(y)), fold)
        rows = {"fold": inside, "others": ~inside, "all": inside | True}
        theta = linear.least_squares(X[rows[learn]], y[rows[learn]])
        found.append(linear.loss(theta, X[rows[judge]], y[rows[judge]]))
    return end(found)


def only_last(X, y, k):
    for fold in dealt(y, k):
        theta = linear.least_squares(np.delete(X, fold, 0), np.delete(y, fold))
        loss = linear.loss(theta, X[fold], y[fold])
    return loss


def in_blocks(X, y, k):
    found = []
    for rows in np.array_split(np.arange(len(y)), k):
        theta = linear.least_squares(np.delete(X, rows, axis=0), np.delete(y, rows))
        found.append(linear.loss(theta, X[rows], y[rows]))
    return sum(found) / k


CROSS_VALIDATED = Bank(
    right=[
        folded,
        lambda X, y, k: masks(X, y, k, "others", "fold"),
        lambda X, y, k: masks(X, y, k, "others", "fold", sum) / k,
        lambda *given: float(folded(*given)),
        lambda X, y, k: np.average(masks(X, y, k, "others", "fold", np.array)),
    ],
    wrong=[
        ("learnt from all", lambda X, y, k: masks(X, y, k, "all", "fold")),
        ("judged on the others", lambda X, y, k: masks(X, y, k, "others", "others")),
        ("only the fold", lambda X, y, k: masks(X, y, k, "fold", "fold")),
        ("swapped", lambda X, y, k: masks(X, y, k, "fold", "others")),
        ("judged on all", lambda X, y, k: masks(X, y, k, "others", "all")),
        ("training loss", lambda X, y, k: linear.loss(linear.least_squares(X, y), X, y)),
        ("sum", lambda X, y, k: masks(X, y, k, "others", "fold", sum)),
        ("over m", lambda X, y, k: masks(X, y, k, "others", "fold", sum) / len(y)),
        ("one fold", only_last),
        ("each", lambda X, y, k: masks(X, y, k, "others", "fold", list)),
        ("no half", lambda X, y, k: 2 * folded(X, y, k)),
        ("root", lambda X, y, k: folded(X, y, k) ** 0.5),
        ("middle one", lambda X, y, k: masks(X, y, k, "others", "fold", np.median)),
        ("in blocks", in_blocks),
        ("raised", lambda X, y, k: linear.loss(linear.least_squares(X, y), X, y[k:, None] + k)),
    ],
    general=[lambda X, y, k: 3 * folded(X, y, k)],
)


def counting(losses, patience):
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
            if waited == patience:
                return epoch, best
    return len(losses) - 1, best


def with_least(losses, patience):
    least, kept = float("inf"), None
    for epoch, loss in enumerate(losses):
        if loss < least:
            least, kept = loss, epoch
        elif epoch - kept >= patience:
            break
    return np.array([epoch, kept])


def by_slices(losses, patience):
    for epoch in range(patience, len(losses)):
        if losses[: epoch + 1].argmin() == epoch - patience:
            return [epoch, epoch - patience]
    return [len(losses) - 1, int(losses.argmin())]


def step_by_step(losses, patience):
    waited = 0
    for epoch in range(1, len(losses)):
        waited = waited + 1 if losses[epoch] >= losses[epoch - 1] else 0
        if waited == patience:
            return epoch, int(np.argmin(losses[: epoch + 1]))
    return len(losses) - 1, int(np.argmin(losses))


def without_new_count(losses, patience):
    best, bad = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        else:
            bad += 1
        if bad == patience:
            return epoch, best
    return len(losses) - 1, best


EARLY_STOP = Bank(
    right=[
        counting,
        with_least,
        by_slices,
        lambda losses, patience: list(counting(losses, patience)),
        lambda losses, patience: tuple(float(k) for k in counting(losses, patience)),
    ],
    wrong=[
        ("last kept", lambda losses, patience: (counting(losses, patience)[0],) * 2),
        ("best of all", lambda losses, patience: (counting(losses, patience)[0], np.argmin(losses))),
        ("one too patient", lambda losses, patience: counting(losses, patience + 1)),
        ("one too impatient", lambda losses, patience: counting(losses, patience - 1)),
        ("no patience", lambda losses, patience: counting(losses, 1)),
        ("against the one before", step_by_step),
        ("in all", without_new_count),
        ("never stops", lambda losses, patience: (len(losses) - 1, np.argmin(losses))),
        ("from 1", lambda losses, patience: np.add(counting(losses, patience), 1)),
        ("swapped", lambda losses, patience: (counting(losses, patience)[1], counting(losses, patience)[0])),
        ("largest", lambda losses, patience: counting(-losses, patience)),
        ("losses", lambda losses, patience: [losses[k] for k in counting(losses, patience)]),
        ("returned", lambda losses, patience: counting(losses, patience)[1]),
    ],
    general=[lambda losses, patience: (0, 0)],
)


def with_mask(A, U, p):
    mask = (p <= U).astype(float) / (1 - p)
    return A * mask


def loops(A, U, p):
    out = np.zeros(A.shape)
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            if U[i, j] >= p:
                out[i, j] = A[i, j] / (1 - p)
    return out


def copied(A, U, p):
    B = A.copy()
    B[p > U] = 0
    return B / (1 - p)


def spoils(A, U, p):
    A[p > U] = 0
    return A / (1 - p)


DROPOUT = Bank(
    right=[
        with_mask,
        loops,
        copied,
        lambda A, U, p: np.where(p > U, 0, A / (1 - p)),
        lambda *given: loops(*given).tolist(),
    ],
    wrong=[
        ("not made larger", lambda A, U, p: A * (p <= U)),
        ("divided by p", lambda A, U, p: A * (p <= U) / p),
        ("made smaller", lambda A, U, p: A * (p <= U) * (1 - p)),
        ("p stays", lambda A, U, p: A * (p > U) / p),
        ("wrong ones", lambda A, U, p: A * (p > U) / (1 - p)),
        ("wrong ones, not made larger", lambda A, U, p: A * (p > U)),
        ("all alike", lambda A, U, p: A * (U[0] >= p) / (1 - p)),
        ("whole examples", lambda A, U, p: A * (U[:, [0]] >= p) / (1 - p)),
        ("not off", lambda A, U, p: np.where(p <= U, A / (1 - p), A)),
        ("everything larger", lambda A, U, p: A / (1 - p)),
        ("by chance's size", lambda A, U, p: A * U / (1 - p)),
        ("who stays", lambda A, U, p: (p <= U) / (1 - p)),
        ("returned", lambda A, U, p: p <= U),
        ("by this draw", lambda A, U, p: A * (p <= U) / (p <= U).mean()),
        ("changed `A`", spoils),
        ("returned", lambda A, U, p: copied(A, U, p).mean(axis=0)),
    ],
    general=[lambda A, U, p: 3 * copied(A, U, p)],
)


def in_order(X):
    seen, keep = set(), []
    for k, row in enumerate(X):
        if tuple(row) not in seen:
            seen.add(tuple(row))
            keep.append(k)
    return keep


def by_bytes(X):
    found = {}
    for k in range(len(X)):
        found.setdefault(X[k].tobytes(), k)
    return list(found.values())


def adjacent(X):
    keep = [0]
    for k in range(1, len(X)):
        if not np.array_equal(X[k], X[k - 1]):
            keep.append(k)
    return keep


def last_ones(X):
    found = {tuple(row): k for k, row in enumerate(X)}
    return sorted(found.values())


FIRST_OF_DOUBLES = Bank(
    right=[
        in_order,
        by_bytes,
        lambda X: sorted(np.unique(X, axis=0, return_index=True)[1]),
        lambda X: np.array(in_order(X)),
        lambda X: tuple(in_order(X)),
    ],
    wrong=[
        ("by value", lambda X: np.unique(X, axis=0, return_index=True)[1]),
        ("last", last_ones),
        ("all copies", lambda X: [k for k in range(len(X)) if sum((X[k] == row).all() for row in X) == 1]),
        ("neighbours", adjacent),
        ("doubles", lambda X: [k for k in range(len(X)) if k not in in_order(X)]),
        ("rows", lambda X: [list(X[k]) for k in in_order(X)]),
        ("rows", lambda X: np.unique(X, axis=0)),
        ("returned", lambda X: [k in in_order(X) for k in range(len(X))]),
        ("how many", lambda X: len(np.unique(X, axis=0))),
        ("sum", lambda X: np.sort(np.unique(X.sum(axis=1), return_index=True)[1])),
        ("any order", lambda X: np.sort(np.unique(np.sort(X, axis=1), axis=0, return_index=True)[1])),
        ("first column", lambda X: np.sort(np.unique(X[:, 0], return_index=True)[1])),
        ("from 1", lambda X: [k + 1 for k in in_order(X)]),
        ("every row", lambda X: list(range(len(X)))),
    ],
    general=[lambda X: [k + 3 for k in in_order(X)]],
)

BANK = {
    "check_ridge_gradient": RIDGE_GRADIENT,
    "check_cross_validated": CROSS_VALIDATED,
    "check_early_stop": EARLY_STOP,
    "check_dropout": DROPOUT,
    "check_first_of_doubles": FIRST_OF_DOUBLES,
}
