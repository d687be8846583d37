"""Answers to the exercises of notebook 00, written from the tasks alone."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
from bank import Bank

points = [(1, 3), (2, 12), (3, 8)]


def line(x):
    return 1 + 3 * x


def loss_by_loop():
    total = 0
    for x, y in points:
        total += (line(x) - y) ** 2
    return total / (2 * len(points))


x, y = np.array(points).T
r = line(x) - y


LOSS_OF_THREE_POINTS = Bank(
    right=[loss_by_loop(), Fraction(30, 6), Decimal(5), np.float32(5), r @ r / 6, 5.0],
    wrong=[
        ("squared late", 4 / 6),
        ("array of shape", [5]),
        ("sum", 30),
        ("mean", 10.0),
        ("half", 15),
        ("from left to right", 30 / 2 * 3),
        ("cancelled", r.sum() / 3),
        ("cancelled", -2 / 6),
        ("no square", np.abs(r).mean()),
        ("size or late", 8 / 6),
        ("squared late", r.sum() ** 2 / 6),
        ("squared late", r.mean() ** 2 / 2),
        ("size or late", r.sum() ** 2 / 3),
        ("size or late", 4),
        ("root", np.sqrt(5)),
        ("root", np.sqrt(10)),
        ("root of the sum", np.sqrt(30)),
        ("root of the sum", np.sqrt(30) / 6),
        ("swapped", ((3 + x - y) ** 2).sum() / 6),
        ("no height", ((3 * x - y) ** 2).sum() / 6),
        ("no target", (line(x) ** 2).sum() / 6),
        ("one less", 30 / 4),
        ("half", 30 / 2),
        ("half twice", 30 / 12),
        ("one point", 25 / 6),
        ("plus", ((line(x) + y) ** 2).sum() / 6),
        ("negative", -5),
        ("targets", (y**2).sum() / 6),
        ("falls", ((1 - 3 * x - y) ** 2).sum() / 6),
        ("a list|one number|loss, one", [1, 25, 4]),
        ("one number", (1, -5, 2)),
        ("text", "5"),
    ],
    general=[28 / 6, 26, 0, 5.5, 6],
)

w, b = np.array([0.5, -2, 1]), 1.5
A, B = np.array([2, 1, 4]), np.array([1, 2, -1])


def a(z):
    return max(z, 0)


ONE_NEURON = Bank(
    right=[
        (4.5, 0),
        (a(w @ A + b), a(w @ B + b)),
        (Fraction(9, 2), 0),
        (np.float64(4.5), np.int64(0)),
        (Decimal("4.5"), Decimal(0)),
        (sum(p * q for p, q in zip(w, A, strict=True)) + b, 0.0),
    ],
    wrong=[
        ("late bias", (4.5, 1.5)),
        ("text", (4.5, "0")),
        ("no activation", (4.5, -3.0)),
        ("absolute", (4.5, 3.0)),
        ("no bias", (3, 0)),
        ("no bias, no activation", (3, -4.5)),
        ("many biases", (sum(w * A + b), 0)),
        ("minus bias", (1.5, 0)),
        ("sign", (8.5, 5)),
        ("sign", (8.5, 7)),
        ("added", (sum(w + A) + b, sum(w + B) + b)),
        ("products cut", (5 + 1.5, 0.5 + 1.5)),
        ("smaller", (0, -3)),
        ("step", (1, 0)),
        ("swapped", (0, 4.5)),
        ("late bias", (3 + 1.5, 0 + 1.5)),
        ("swapped, no activation", (-3, 4.5)),
        ("other weights", (w[::-1] @ A + b, a(w[::-1] @ B + b))),
        ("2 numbers", 4.5),
        ("bias twice", (6, 0)),
        ("sigmoid", (1 / (1 + np.exp(-4.5)), 1 / (1 + np.exp(3)))),
        ("no weights", (sum(A) + b, sum(B) + b)),
        ("one number is needed|text", ("4.5", "0")),
        ("point, not a comma", ((4, 5), 0)),
        ("mean", (3 / 3 + 1.5, 0)),
    ],
    general=[(7, 0), (4.5, 0.5), (4.5, 1), (5, 0)],
)

BANK = {"check_loss_of_three_points": LOSS_OF_THREE_POINTS, "check_one_neuron": ONE_NEURON}
