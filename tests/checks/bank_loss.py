"""Answers to the exercises of notebook 02, written from the tasks alone."""

# ruff: noqa: F821, UP032 - as learners write it

import math
from fractions import Fraction

import numpy as np
from bank import Bank

R = (1, -4, -5)


THREE_POINTS = Bank(
    right=[
        (1, -4, -5, 7),
        (1, -4, -5, 42 / 6),
        [1, -4, -5, 7.0],
        np.array([1, -4, -5, 7]),
        (*R, Fraction(7)),
    ],
    wrong=[
        ("negative", (*R, -7)),
        ("square of sum", (*R, 64)),
        ("squares", (1, 16, 25, 42)),
        ("text", (*R, "7")),
        ("flipped", (-1, 4, 5, 7)),
        ("sizes", (1, 4, 5, 7)),
        ("squares", (1, 16, 25, 7)),
        ("predictions", (4, 3, 1, 7)),
        ("rising", (1, -2, 1, 1)),
        ("sum", (*R, 42)),
        ("half", (*R, 14)),
        ("mean", (*R, 21)),
        ("absolute", (*R, 10 / 3)),
        ("cancelled", (*R, -8)),
        ("square of sum", (*R, 64 / 6)),
        ("negative square", (*R, -40 / 6)),
        ("root", (*R, math.sqrt(7))),
        ("root", (*R, math.sqrt(14))),
        ("one less", (*R, 42 / 4)),
        ("brackets", (*R, 42 / 2 * 3)),
        ("backwards", (-5, -4, 1, 7)),
        ("half twice", (*R, 3.5)),
        ("4 numbers", (1, -4, -5)),
        ("targets", (3, 7, 6, 7)),
        ("one sign", (1, 4, -5, 7)),
        ("one point", (*R, 25 / 6)),
    ],
    general=[(1, -4, -4, 7), (*R, 9)],
)


def right_loop(theta, X, y):
    total = 0.0
    for i in range(len(y)):
        h = 0.0
        for j in range(len(theta)):
            h += theta[j] * X[i, j]
        total += (h - y[i]) ** 2
    return total / (2 * len(y))


def right_zip(theta, X, y):
    return sum((x @ theta - t) ** 2 for x, t in zip(X, y, strict=True)) / 2 / len(y)


def right_columns(theta, X, y):
    r = X @ theta[:, None] - y[:, None]
    return (r.T @ r).item() / (2 * len(y))


def right_table(theta, X, y):
    r = X @ theta.reshape(-1, 1) - y.reshape(-1, 1)
    return np.sum(r**2) / (2 * X.shape[0])


def right_norm(theta, X, y):
    return np.linalg.norm(X @ theta - y) ** 2 / 2 / y.size


def right_einsum(theta, X, y):
    r = np.einsum("ij,j->i", X, theta) - y
    return 0.5 * np.einsum("i,i->", r, r) / len(r)


def right_average(theta, X, y):
    return np.average(np.square(X.dot(theta) - y)) / 2


def right_lists(theta, X, y):
    squares = []
    for row, target in zip(X.tolist(), y.tolist(), strict=True):
        squares.append((sum(t * x for t, x in zip(theta.tolist(), row, strict=True)) - target) ** 2)
    return sum(squares) / (2 * len(squares))


def early(theta, X, y):
    total = 0
    for i in range(len(y)):
        total += (X[i] @ theta - y[i]) ** 2
        return total / (2 * len(y))


def overwritten(theta, X, y):
    for i in range(len(y)):
        total = (X[i] @ theta - y[i]) ** 2
    return total / (2 * len(y))


def off_the_end(theta, X, y):
    total = 0
    for i in range(1, len(y) + 1):
        total += (X[i] @ theta - y[i]) ** 2
    return total / (2 * len(y))


def from_one(theta, X, y):
    total = 0
    for i in range(1, len(y)):
        total += (X[i] @ theta - y[i]) ** 2
    return total / (2 * len(y))


def caret(theta, X, y):
    return np.sum((X @ theta - y) ^ 2) / (2 * len(y))


def caret_in_loop(theta, X, y):
    total = 0
    for i in range(len(y)):
        total += (float(X[i] @ theta) - float(y[i])) ^ 2
    return total / (2 * len(y))


def in_place(theta, X, y):
    y -= X @ theta
    return y @ y / (2 * len(y))


def divided_in_the_loop(theta, X, y):
    total = 0
    for i in range(len(y)):
        total = (total + (X[i] @ theta - y[i]) ** 2) / (2 * len(y))
    return total


def sum_squared_in_loop(theta, X, y):
    total = 0
    for i in range(len(y)):
        total += X[i] @ theta - y[i]
    return total**2 / (2 * len(y))


def column_of_targets(theta, X, y):
    return np.mean((X @ theta - y.reshape(-1, 1)) ** 2) / 2


def column_of_predictions(theta, X, y):
    h = X @ theta.reshape(-1, 1)
    return np.sum((h - y) ** 2) / (2 * len(y))


def column_of_predictions_mean(theta, X, y):
    h = X @ theta.reshape(-1, 1)
    return np.mean((h - y) ** 2)


def not_started(theta, X, y):
    for i in range(len(y)):
        total += (X[i] @ theta - y[i]) ** 2
    return total / (2 * len(y))


def star(theta, X, y):
    return np.sum((X * theta - y) ** 2) / (2 * len(y))


def star_loop(theta, X, y):
    total = 0
    for i in range(len(y)):
        total += (X[i] * theta - y[i]) ** 2
    return total / (2 * len(y))


def converted(theta, X, y):
    return float((X @ theta - y) ** 2) / (2 * len(y))


def no_return(theta, X, y):
    total = np.sum((X @ theta - y) ** 2)
    total /= 2 * len(y)


def x_from_zero(theta, X, y):
    return np.mean((theta[0] + theta[1] * X[:, 0] - y) ** 2) / 2


m, x, theta_now = 100, np.arange(100.0), np.array([1.0, 2])


def notebook_m(theta, X, y):
    return np.sum((X @ theta - y) ** 2) / (2 * m)


def notebook_theta(theta, X, y):
    return np.mean((X @ theta_now - y) ** 2) / 2


def notebook_x(theta, X, y):
    return np.mean((theta[0] + theta[1] * x - y) ** 2) / 2


def own(theta, X, y):
    return right_zip(theta, X, y)


def over_the_parameters(theta, X, y):
    total = 0
    for j in range(len(theta)):
        total += (X[j] @ theta - y[j]) ** 2
    return total / (2 * len(y))


def same_row(theta, X, y):
    total = 0
    for i in range(len(y)):
        total += (X[0] @ theta - y[i]) ** 2
    return total / (2 * len(y))


def same_target(theta, X, y):
    total = 0
    for x in X:
        total += (x @ theta - y[0]) ** 2
    return total / (2 * len(y))


def plus_the_wrong_way(theta, X, y):
    total = 0
    for i in range(len(y)):
        total = +((X[i] @ theta - y[i]) ** 2)
    return total / (2 * len(y))


def too_early(theta, X, y):
    total = 0
    for i in range(len(y) - 1):
        total += (X[i] @ theta - y[i]) ** 2
    return total / (2 * len(y))


LOSS = Bank(
    right=[
        right_loop,
        right_zip,
        right_columns,
        right_table,
        right_norm,
        right_einsum,
        right_average,
        right_lists,
        own,
    ],
    wrong=[
        ("root of the sum", lambda theta, X, y: np.sqrt(np.mean((X @ theta - y) ** 2)) / 2),
        ("no x0", lambda theta, X, y: np.mean((theta[1] * X[:, 1] - y) ** 2) / 2),
        ("square of sum", lambda theta, X, y: np.mean(X @ theta - y) ** 2),
        ("`theta`, `X`", lambda theta, X, y: np.mean((y - y.mean()) ** 2) / 2),
        ("brackets", lambda theta, X, y: 1 / 2 * len(y) * np.sum((X @ theta - y) ** 2)),
        ("mean twice", lambda theta, X, y: np.mean((X @ theta - y) ** 2) / (2 * len(y))),
        ("difference of squares", lambda theta, X, y: np.sum((X @ theta) ** 2 - y**2) / (2 * len(y))),
        ("half twice", lambda theta, X, y: np.mean(((X @ theta - y) / 2) ** 2)),
        ("root of the sum", lambda theta, X, y: np.linalg.norm(X @ theta - y) / 2),
        ("some examples", over_the_parameters),
        ("one row", same_row),
        ("one row", same_target),
        ("one example", plus_the_wrong_way),
        ("end missing", too_early),
        ("tuple", lambda theta, X, y: (right_zip(theta, X, y), X @ theta - y)),
        ("one number", lambda theta, X, y: [right_zip(theta, X, y)]),
        ("text", lambda theta, X, y: f"{right_zip(theta, X, y):.3f}"),
        ("cut off", lambda theta, X, y: int(right_zip(theta, X, y))),
        ("half", lambda theta, X, y: np.mean((X @ theta - y) ** 2)),
        ("sum", lambda theta, X, y: np.sum((X @ theta - y) ** 2) / 2),
        ("whole sum", lambda theta, X, y: np.sum((X @ theta - y) ** 2)),
        ("half twice", lambda theta, X, y: np.mean((X @ theta - y) ** 2) / 4),
        ("brackets", lambda theta, X, y: np.sum((X @ theta - y) ** 2) / 2 * len(y)),
        ("one example", early),
        ("one example", overwritten),
        ("counting", off_the_end),
        ("end missing", from_one),
        (r"\*\*", caret),
        (r"\*\*", caret_in_loop),
        ("changed", in_place),
        ("every round", divided_in_the_loop),
        ("square of sum", sum_squared_in_loop),
        ("table", column_of_targets),
        ("table", column_of_predictions),
        ("table", column_of_predictions_mean),
        ("before|value", not_started),
        ("`@`|fit", star),
        ("entry by entry", star_loop),
        ("array", converted),
        ("`return`", no_return),
        ("column 0", x_from_zero),
        ("`m` from the notebook", notebook_m),
        ("`theta_now` from the notebook", notebook_theta),
        ("`x` from the notebook", notebook_x),
        (
            "one less",
            lambda theta, X, y: np.sum((X @ theta - y) ** 2) / (2 * (len(y) - 1)),
        ),
        ("root", lambda theta, X, y: np.sqrt(np.mean((X @ theta - y) ** 2))),
        ("root of the sum", lambda theta, X, y: np.sqrt(np.sum((X @ theta - y) ** 2)) / (2 * len(y))),
        ("root of the sum", lambda theta, X, y: np.linalg.norm(X @ theta - y) / (2 * len(y))),
        ("cancelled", lambda theta, X, y: np.mean(X @ theta - y) / 2),
        ("absolute", lambda theta, X, y: np.mean(np.abs(X @ theta - y))),
        ("round", lambda theta, X, y: round(right_zip(theta, X, y), 2)),
        ("round", lambda theta, X, y: round(right_zip(theta, X, y), 1)),
        ("round", lambda theta, X, y: np.round(right_zip(theta, X, y), 3)),
        ("parameters", lambda theta, X, y: np.sum((X @ theta - y) ** 2) / (2 * X.shape[1])),
        ("columns|rows|fit", lambda theta, X, y: np.sum((theta @ X - y) ** 2) / (2 * len(y))),
        ("one number", lambda theta, X, y: (X @ theta - y) ** 2 / (2 * len(y))),
        ("no x0", lambda theta, X, y: np.mean((X[:, 1:] @ theta[1:] - y) ** 2) / 2),
        ("negative", lambda theta, X, y: -np.mean((X @ theta - y) ** 2) / 2),
        ("variance", lambda theta, X, y: np.var(X @ theta - y) / 2),
        ("median", lambda theta, X, y: np.median((X @ theta - y) ** 2) / 2),
        ("all entries", lambda theta, X, y: np.sum((X @ theta - y) ** 2) / (2 * X.size)),
    ],
    general=[
        lambda theta, X, y: np.mean((X @ theta - y) ** 3) / 2,
        lambda theta, X, y: right_zip(theta[::-1], X, y),
        lambda theta, X, y: np.sum((X @ theta - y) ** 2) / (2 * (len(y) + 1)),
    ],
)

HALF_AND_MEAN = Bank(
    right=[
        (0.6, 2.4, 0.48, 1.2),
        (0.6, 4 * 0.6, 4.8 / 10, 2 * 0.6),
        [0.6, 2.4, 0.48, 1.2],
        (Fraction(3, 5), 2.4, Fraction(12, 25), 1.2),
        np.array([0.6, 2.4, 0.48, 1.2]),
    ],
    wrong=[
        (("Every point twice", "sum"), (1.2, 2.4, 0.48, 1.2)),
        (("Every point twice", "shared"), (0.3, 2.4, 0.48, 1.2)),
        (("Every point twice", "four times"), (2.4, 2.4, 0.48, 1.2)),
        (("Residuals twice as large", "not squared"), (0.6, 1.2, 0.48, 1.2)),
        (("Residuals twice as large", "halved too"), (0.6, 4.8, 0.48, 1.2)),
        (("Residuals twice as large", "unmoved"), (0.6, 0.6, 0.48, 1.2)),
        (("A fifth point", "free"), (0.6, 2.4, 0.6, 1.2)),
        (("A fifth point", "dearer"), (0.6, 2.4, 0.75, 1.2)),
        (("A fifth point", "a fifth"), (0.6, 2.4, 0.12, 1.2)),
        (("No half", "wrong way"), (0.6, 2.4, 0.48, 0.3)),
        (("No half", "same"), (0.6, 2.4, 0.48, 0.6)),
        (("Every point twice", "factor"), (1, 4, 0.8, 2)),
        (("Residuals twice as large", "factor"), (0.6, 4, 0.48, 1.2)),
        (("A fifth point", "factor"), (0.6, 2.4, 0.8, 1.2)),
        (("No half", "factor"), (0.6, 2.4, 0.48, 2)),
        (("No half", "twice over"), (0.6, 2.4, 0.48, 2.4)),
        (("Residuals twice as large", "loss squared"), (0.6, 0.36, 0.48, 1.2)),
        (("Residuals twice as large", "halved too"), (0.6, 9.6, 0.48, 1.2)),
        (("A fifth point", "no half"), (0.6, 2.4, 0.96, 1.2)),
        ("text", ("same", "4 times", "less", "2 times")),
    ],
    general=[(0.6, 2.4, 0.5, 1.2)],
)


def many_loop(thetas, X, y):
    losses = []
    for theta in thetas:
        losses.append(np.mean((X @ theta - y) ** 2) / 2)
    return losses


def many_matrix(thetas, X, y):
    return ((thetas @ X.T - y) ** 2).mean(axis=1) / 2


def many_broadcast(thetas, X, y):
    h = (thetas[:, None, :] * X[None]).sum(axis=2)
    return 0.5 * np.mean((h - y) ** 2, axis=-1)


def many_einsum(thetas, X, y):
    r = np.einsum("kj,ij->ki", thetas, X) - y
    return np.einsum("ki,ki->k", r, r) / (2 * len(y))


def many_tuple(thetas, X, y):
    return tuple(right_zip(theta, X, y) for theta in thetas)


def many_norm(thetas, X, y):
    return np.linalg.norm(X @ thetas.T - y.reshape(-1, 1), axis=0) ** 2 / (2 * len(y))


def many_apply(thetas, X, y):
    return np.apply_along_axis(lambda theta: right_zip(theta, X, y), 1, thetas)


def many_early(thetas, X, y):
    losses = []
    for theta in thetas:
        losses.append(np.mean((X @ theta - y) ** 2) / 2)
        return losses


def many_last(thetas, X, y):
    for theta in thetas:
        loss = np.mean((X @ theta - y) ** 2) / 2
    return loss


def many_not_from_0(thetas, X, y):
    losses, total = [], 0
    for theta in thetas:
        total += right_zip(theta, X, y)
        losses.append(total)
    return losses


MANY_LOSSES = Bank(
    right=[many_loop, many_matrix, many_broadcast, many_einsum, many_tuple, many_norm, many_apply],
    wrong=[
        ("axis", lambda thetas, X, y: np.mean((X @ thetas.T - y[:, None]) ** 2, axis=1) / 2),
        ("half", lambda thetas, X, y: np.mean((X @ thetas.T - y[:, None]) ** 2, axis=0)),
        ("`y`", lambda thetas, X, y: np.mean(thetas @ X.T, axis=1)),
        ("mean twice", lambda thetas, X, y: np.mean((thetas @ X.T - y) ** 2, axis=1) / (2 * len(y))),
        ("root", lambda thetas, X, y: np.linalg.norm(thetas @ X.T - y, axis=1) / 2),
        ("same line", lambda thetas, X, y: [right_zip(thetas[0], X, y) for _ in thetas]),
        ("not added", lambda thetas, X, y: [(X @ theta - y) ** 2 for theta in thetas]),
        ("one number", lambda thetas, X, y: sum(many_loop(thetas, X, y))),
        ("not from 0", many_not_from_0),
        ("generator", lambda thetas, X, y: (right_zip(theta, X, y) for theta in thetas)),
        ("one loss for each", lambda thetas, X, y: many_loop(thetas[:-1], X, y)),
        ("table of one row", lambda thetas, X, y: [many_loop(thetas, X, y)]),
        ("half", lambda thetas, X, y: ((thetas @ X.T - y) ** 2).mean(axis=1)),
        ("sum", lambda thetas, X, y: ((thetas @ X.T - y) ** 2).sum(axis=1) / 2),
        ("lines", lambda thetas, X, y: ((thetas @ X.T - y) ** 2).sum(axis=1) / (2 * len(thetas))),
        ("axis", lambda thetas, X, y: ((thetas @ X.T - y) ** 2).mean(axis=0) / 2),
        ("one number", lambda thetas, X, y: np.mean((thetas @ X.T - y) ** 2) / 2),
        ("one line", many_early),
        ("one line", many_last),
        ("across", lambda thetas, X, y: np.mean((X @ thetas.T - y) ** 2, axis=0) / 2),
        ("columns|rows", lambda thetas, X, y: np.mean((X @ thetas - y) ** 2, axis=1) / 2),
        ("columns|rows", lambda thetas, X, y: np.mean((thetas @ X - y) ** 2, axis=1) / 2),
        ("not added", lambda thetas, X, y: (thetas @ X.T - y) ** 2 / (2 * len(y))),
        ("residuals", lambda thetas, X, y: thetas @ X.T - y),
        ("cancelled", lambda thetas, X, y: np.mean(thetas @ X.T - y, axis=1) / 2),
        ("square of sum", lambda thetas, X, y: np.mean(thetas @ X.T - y, axis=1) ** 2 / 2),
        ("square of sum", lambda thetas, X, y: np.sum(thetas @ X.T - y, axis=1) ** 2 / (2 * len(y))),
        ("absolute", lambda thetas, X, y: np.mean(np.abs(thetas @ X.T - y), axis=1)),
        ("root", lambda thetas, X, y: np.sqrt(np.mean((thetas @ X.T - y) ** 2, axis=1))),
        ("round", lambda thetas, X, y: np.round(many_matrix(thetas, X, y), 2)),
        ("round", lambda thetas, X, y: [round(float(v), 3) for v in many_matrix(thetas, X, y)]),
        ("table", lambda thetas, X, y: ((thetas @ X.T - y) ** 2).mean(axis=1, keepdims=True) / 2),
        ("pairs", lambda t, X, y: (t @ X.T - y) @ (t @ X.T - y).T / (2 * len(y))),
        ("one less", lambda thetas, X, y: ((thetas @ X.T - y) ** 2).sum(axis=1) / (2 * (len(y) - 1))),
        ("half twice", lambda thetas, X, y: ((thetas @ X.T - y) ** 2).mean(axis=1) / 4),
        ("parameters", lambda thetas, X, y: ((thetas @ X.T - y) ** 2).sum(axis=1) / (2 * X.shape[1])),
        ("no x0", lambda thetas, X, y: ((thetas[:, 1:] @ X[:, 1:].T - y) ** 2).mean(axis=1) / 2),
        (r"\*\*", lambda thetas, X, y: np.mean((thetas @ X.T - y) ^ 2, axis=1) / 2),
        ("no target", lambda thetas, X, y: np.mean((thetas @ X.T) ** 2, axis=1) / 2),
        ("plus", lambda thetas, X, y: np.mean((thetas @ X.T + y) ** 2, axis=1) / 2),
        ("brackets", lambda thetas, X, y: np.sum((thetas @ X.T - y) ** 2, axis=1) / 2 * len(y)),
        ("sum", lambda thetas, X, y: np.sum((thetas @ X.T - y) ** 2, axis=1)),
        ("order", lambda thetas, X, y: sorted(many_loop(thetas, X, y))),
        ("order", lambda thetas, X, y: many_loop(thetas[::-1], X, y)),
    ],
)


def careful(theta, X, y):
    if y.shape != (X.shape[0],):
        raise ValueError(f"y must be {(X.shape[0],)}, got {y.shape}")
    return right_zip(theta, X, y)


def careful_list(theta, X, y):
    expected = (len(X),)
    if expected != y.shape:
        message = "shape of y: " + str(y.shape) + ", needed: " + str(expected)
        raise ValueError(message)
    r = X @ theta - y
    return r @ r / (2 * len(y))


class ShapeError(ValueError):
    pass


def careful_class(theta, X, y):
    if y.ndim != 1 or y.shape[0] != X.shape[0]:
        raise ShapeError("got {}".format(y.shape))
    return np.mean((X @ theta - y) ** 2) / 2


def careful_try(theta, X, y):
    try:
        (m,) = y.shape
    except ValueError:
        raise ValueError(f"y has the shape {y.shape}") from None
    if m != len(X):
        raise ValueError(f"y has the shape {y.shape}")
    return np.mean((X @ theta - y) ** 2) / 2


def careful_predictions(theta, X, y):
    h = X @ theta
    if h.shape != y.shape:
        raise ValueError(f"predictions {h.shape}, targets {y.shape}")
    return np.sum((h - y) ** 2) / (2 * len(h))


def refusing(is_bad, error=ValueError, message="y has shape {}", loss=right_average):
    def answer(theta, X, y):
        if is_bad(X, y):
            raise error(message.format(y.shape))
        return loss(theta, X, y)

    return answer


def bad(X, y):
    return y.shape != (len(X),)


def returns_error(theta, X, y):
    if bad(X, y):
        return ValueError(f"y has shape {y.shape}")
    return right_average(theta, X, y)


def prints(theta, X, y):
    if bad(X, y):
        print("wrong shape", y.shape)
    else:
        return right_average(theta, X, y)


def catches(theta, X, y):
    try:
        if bad(X, y):
            raise ValueError(f"y has shape {y.shape}")
        return right_average(theta, X, y)
    except ValueError:
        return None


def forgets_return(theta, X, y):
    if bad(X, y):
        raise ValueError(f"y has shape {y.shape}")
    np.mean((X @ theta - y) ** 2) / 2


CAREFUL_LOSS = Bank(
    right=[careful, careful_list, careful_class, careful_try, careful_predictions],
    wrong=[
        (
            ("on targets (m,)", "half twice"),
            refusing(bad, loss=lambda t, X, y: np.mean((X @ t - y) ** 2) / 4),
        ),
        (
            ("on targets (m,)", "mean twice"),
            refusing(bad, loss=lambda t, X, y: np.mean((X @ t - y) ** 2) / len(y)),
        ),
        (("on targets (m,)", "absolute"), refusing(bad, loss=lambda t, X, y: np.mean(np.abs(X @ t - y)))),
        (("on targets (m,)", "no target"), refusing(bad, loss=lambda t, X, y: np.mean((X @ t) ** 2) / 2)),
        (("on targets (m,)", "end missing"), refusing(bad, loss=from_one)),
        (("on targets (m,)", "one example"), refusing(bad, loss=early)),
        (("on targets (m,)", "one row"), refusing(bad, loss=same_target)),
        ("let through", right_average),
        ("mended", lambda theta, X, y: right_average(theta, X, y.reshape(-1))),
        ("let through", refusing(lambda X, y: len(y) != len(X))),
        ("one target", refusing(lambda X, y: y.shape == (len(X), 1))),
        ("one target", refusing(lambda X, y: y.ndim == 2)),
        ("one target", refusing(lambda X, y: y.ndim != 1)),
        ("no shape", refusing(bad, message="wrong shape")),
        ("other error", refusing(bad, error=TypeError)),
        ("other error", refusing(bad, error=Exception)),
        ("assert", refusing(bad, error=AssertionError)),
        ("returned", returns_error),
        ("printed", prints),
        ("returned", catches),
        ("all refused", refusing(lambda X, y: y.shape != len(X))),
        ("all refused", refusing(lambda X, y: y.shape != (len(X), 1))),
        ("half", refusing(bad, loss=lambda theta, X, y: np.mean((X @ theta - y) ** 2))),
        ("sum", refusing(bad, loss=lambda theta, X, y: np.sum((X @ theta - y) ** 2) / 2)),
        ("None", forgets_return),
        ("round", refusing(bad, loss=lambda theta, X, y: round(right_average(theta, X, y), 2))),
        (
            ("on targets (m,)", "one less"),
            refusing(bad, loss=lambda t, X, y: np.sum((X @ t - y) ** 2) / (2 * (len(y) - 1))),
        ),
        (("on targets (m,)", "root"), refusing(bad, loss=lambda t, X, y: np.sqrt(np.mean((X @ t - y) ** 2)))),
        (("on targets (m,)", "table"), refusing(bad, loss=column_of_targets)),
        (("on targets (m,)", "square of sum"), refusing(bad, loss=sum_squared_in_loop)),
    ],
)

BANK = {
    "check_three_points": THREE_POINTS,
    "check_loss": LOSS,
    "check_half_and_mean": HALF_AND_MEAN,
    "check_many_losses": MANY_LOSSES,
    "check_careful_loss": CAREFUL_LOSS,
}
