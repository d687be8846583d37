"""Known answers to the exercises of notebook 01."""

from itertools import pairwise

import numpy as np
from answers import Answers
from bank_structure import SHAPES, but, count_past, neurons

NAND, ONLY = (-1, -1, 1.5), (1, -1, -0.5)


def nand(*answers):
    return [{"NAND": answer, "ONLY": ONLY} for answer in answers]


def only(*answers):
    return [{"NAND": NAND, "ONLY": answer} for answer in answers]


GATES = Answers(
    right=[
        {"NAND": NAND, "ONLY": ONLY},
        {"NAND": [-1, -1, 1], "ONLY": np.array([3, -4, -2.5])},  # 0, 1 lies on the line of NAND, and is 1
        {"ONLY": (0.1, -0.1, -0.1), "NAND": (-2, -3, 4)},
    ],
    mistakes={
        ("NAND", "edge"): nand((-0.2, -0.1, 0.3)),
        ("NAND", "one sign"): [{"NAND": (-1, 1, 1.5), "ONLY": ...}, {"ONLY": NAND, "NAND": (-1, 1, 1.5)}],
        ("NAND", "cut off"): nand((0, 0, 1)),
        ("NAND", "bias"): nand((-1, -1, 3)),
        ("ONLY", "edge"): only((1, -1, 0.0 + 1e-17), (1, -2, 1.1e-16)),
        ("ONLY", "both signs"): only([-2, 3, -1]),
        ("ONLY", "one sign"): only((-1, -1, -0.5)),
        ("ONLY", "bias"): only(np.array([2, -2, -2.5])),
    },
    others={
        "NAND is 2 numbers, but 3 numbers (w1, w2, b) are needed": nand((-1, -1)),
        "ONLY is text": only("1, -1, -0.5"),
        "NAND: for the inputs 0, 0 the sum is -1": nand((2, -1, -1)),
        "Right so far: NAND. There still is a `...` to replace: ONLY": only(..., (1, ..., 2)),
        "The check takes a dict with NAND, ONLY": [NAND, {"NAND": NAND}],
        "NAND: one of the weights": {"NAND": (1, -1, 1.5), "ONLY": ...},
        "4 numbers, but 3 numbers (w1, w2, b) are needed. If a decimal comma": nand((-1, -1, 1, 5)),
        "ONLY is no row of numbers: number 1 of the 3 is text, but one number is needed": only(
            ("1", -1, -0.5)
        ),
        "NAND is no row of numbers: number 1 of the 2 is 2 numbers, but 3 numbers (w1": nand(((-1, -1), 1.5)),
    },
)


def forward(X, W1, b1, W2, b2):
    A1 = np.maximum(X @ W1 + b1, 0)
    return A1 @ W2 + b2


def forward_by_loop(X, W1, b1, W2, b2):
    rows = []
    for x in X:
        a = [max(x @ W1[:, k] + b1[k], 0) for k in range(len(b1))]
        rows.append([a @ W2[:, k] + b2[k] for k in range(len(b2))])
    return rows


def forward_by_rows_of_weights(X, W1, b1, W2, b2):
    rows = []
    for x in X:
        a = [max(x @ W1[k] + b1[k], 0) for k in range(len(b1))]
        rows.append([a @ W2[k] + b2[k] for k in range(len(b2))])
    return rows


def forward_by_neuron(X, W1, b1, W2, b2):
    A1 = np.maximum(X @ W1 + b1, 0)
    return [[a @ W2[:, k] + b2[k] for a in A1] for k in range(len(b2))]


def forward_that_drops_relu(X, W1, b1, W2, b2):
    A1 = X @ W1 + b1
    np.maximum(A1, 0)
    return A1 @ W2 + b2


def forward_with_the_bias_in_the_sum(X, W1, b1, W2, b2):
    Z1 = [[sum(x * W1[:, k] + b1[k]) for k in range(len(b1))] for x in X]
    return np.maximum(Z1, 0) @ W2 + b2


def with_hidden(g):
    return lambda X, W1, b1, W2, b2: g(X @ W1 + b1) @ W2 + b2


def forward_that_changes_b1(X, W1, b1, W2, b2):
    result = forward(X, W1, b1, W2, b2)
    b1 -= b1.mean()
    return result


FORWARD = Answers(
    right=[
        forward,
        forward_by_loop,
        lambda X, W1, b1, W2, b2: with_hidden(lambda Z: Z * (Z > 0))(X, W1, b1, W2, b2),
    ],
    mistakes={
        "no activation": forward_that_drops_relu,
        "absolute": with_hidden(lambda Z: np.maximum(Z, -Z)),
        "step": with_hidden(lambda Z: Z > 0),
        "other curve": with_hidden(lambda Z: 1 / (1 + np.exp(-Z))),
        "bias twice": [
            forward_with_the_bias_in_the_sum,
            lambda X, W1, b1, W2, b2: forward(X, W1, b1, W2, b2) + b2,
        ],
        "bias per example": lambda X, W1, b1, W2, b2: forward(X, W1, b1.reshape(-1, 1), W2, b2),
        "transposed": forward_by_rows_of_weights,
        "turned": forward_by_neuron,
        "order": lambda X, W1, b1, W2, b2: np.dot(W2, np.maximum(np.dot(W1, X) + b1, 0)) + b2,
    },
    others={
        "an array of shape (2,), but an array of shape (5, 2) (a row": lambda *arguments: forward(*arguments)[
            1
        ],
        "It returned an array of shape (4,), but an array of shape (4, 1)": (
            lambda *arguments: np.squeeze(forward(*arguments))
        ),
        "has changed `b1`": forward_that_changes_b1,
        "here 2 columns meet 3 rows": lambda X, W1, b1, W2, b2: X[:, 1:] @ W1,
        "Entry (3, 1) is": lambda X, *rest: forward(X, *rest) + np.eye(len(X), rest[3].size)[::-1] * 0.5,
    },
)

LAYER_SHAPES = Answers(
    right=[SHAPES, {name: list(shape) for name, shape in SHAPES.items()}, but(b1=np.zeros(8).shape)],
    mistakes={
        ("W1", "turned"): [but(W1=[8, 5], W2=[2, 8]), but(W1=(8, 5), Z2=...)],
        ("b1", "column"): but(b1=np.zeros((8, 1)).shape),
        ("Z1", "one"): but(Z1=[60], W2=(2, 8)),
    },
    others={
        "W1 is not (7, 7). Which numbers": but(W1=(7, 7)),
        "Z1 is not (5, 60). Which numbers": but(Z1=(5, 60)),
        "b1: 8 is a single number, and no shape": but(b1=(8)),
        "Z1: a shape is needed, a tuple of whole numbers": [but(Z1="(60, 8)"), but(Z1=np.ones((60, 8)))],
        "W1: a shape is needed": but(W1=(5.0, 8)),
        "Right so far: W1, b1, Z1. There still is a `...` to replace: W2, Z2.": but(W2=..., Z2=(60, ...)),
        "Put your answer in the place": dict.fromkeys(SHAPES, ...),
        "The check takes a dict with W1, b1, Z1, W2, Z2.": [{"W1": (5, 8)}, (5, 8)],
    },
)


def count(sizes):
    total = 0
    for n, h in pairwise(sizes):
        total += (n + 1) * h
    return total


def counted(layer):
    """Return a count that adds up layer(n, h)."""
    return lambda sizes: sum(layer(sizes[k], sizes[k + 1]) for k in range(len(sizes) - 1))


def count_that_replaces(sizes):
    for k in range(len(sizes) - 1):
        total = (sizes[k] + 1) * sizes[k + 1]
    return total


def count_that_returns_too_early(sizes):
    total = 0
    for k in range(len(sizes) - 1):
        total += (sizes[k] + 1) * sizes[k + 1]
        return total


def count_from_to(start, stop):
    """Return a count whose loop is `for k in range(start, len(sizes) + stop)`."""
    return lambda sizes: sum((sizes[k] + 1) * sizes[k + 1] for k in range(start, len(sizes) + stop))


COUNT = Answers(
    right=[count, counted(lambda n, h: n * h + h), lambda sizes: float(count(sizes))],
    mistakes={
        "product": np.prod,
        "sum": sum,
        "no last": count_from_to(0, -2),
        "no first": count_from_to(1, -1),
        "one layer": [count_that_replaces, count_that_returns_too_early],
        "ring": lambda sizes: sum((sizes[k - 1] + 1) * sizes[k] for k in range(len(sizes))),
    },
    others={
        "counting starts at 0": count_past,
        "It printed something, but returned None": lambda sizes: print(count(sizes)),
        "It returned 31; it should be 65": lambda sizes: 31,
        "an array of shape (3,), but one number": lambda sizes: [(n + 1) * h for n, h in pairwise(sizes)],
    },
)

W1, b1 = np.array([[2, 1], [-1, 3]]), np.array([2, -1])
W2, b2 = np.array([[4], [-2]]), np.array([5])

JOINED = Answers(
    right=[(6, -10, 15), (*(W1 @ W2)[:, 0], (b1 @ W2 + b2)[0]), np.array([6.0, -10, 15])],
    mistakes={
        "order": [(*(W2.T @ W1)[0], 15), (10, -2, 5)],
        "b1 lost": (6, -10, 5),
        "b2 lost": (6, -10, 10),
        "b1 unweighted": (6, -10, 6),
        "b2 twice": (6, -10, 20),
        "one way": [(8, -4, 13), (8, -4, 15), (-2, -6, 7)],
        "first layer": [(3, 2, 15), (3, 2, 6)],
        "sums": (3 * 2, 2 * 2, 1 * 2 + 5),
        "sign": [(10, 2, 11), (10, 2, 15)],
        "bias sign": (6, -10, 11),
        "bias first": (15, 6, -10),
    },
    others={
        "w1 is right, w2 is not right, b is right": (6, -9, 15),
        "w1 is right, w2 is right, b is not right": (6, -10, 1),
        "2 numbers, but 3 numbers are needed": (6, -10),
        "number 1 of the 3 is an array of shape (2, 2)": (W2 @ W1[:1], 1, 15),
    },
)

OR, AND, OTHER = (1, 1, -0.5), (1, 1, -1.5), (-1, 1, -0.5)


XOR = Answers(
    right=[
        neurons(OR, NAND, AND),
        neurons(OR, AND, ONLY),
        neurons(list(ONLY), np.array(OTHER), OR),
        neurons((-1, -1, 0.5), AND, (-1, -1, 0.5)),  # NOR and AND, and of these neither
    ],
    mistakes={
        "edge": [neurons(OR, AND, (1, -1, 0)), neurons(OR, (-0.2, -0.1, 0.3), AND)],
        "copies": neurons((-1, 0, 0.5), (0, 1, -0.5), AND),
        "merged": neurons(ONLY, AND, OR),
        "opposite": neurons(OR, AND, (-1, 1, 0.5)),
        "deaf": neurons(OR, NAND, (0, 0, 1)),
        "output bias": neurons(ONLY, OTHER, AND),
        "output sign": neurons(OR, NAND, ONLY),
    },
    others={
        "hidden 2 is text": neurons(OR, "NAND", AND),
        "output is 2 numbers, but 3 numbers (w1, w2, b) are needed": neurons(OR, NAND, (1, 1)),
        "There still is a `...` to replace: output. All three": neurons(OR, NAND, ...),
        "Put your answer in the place": neurons(..., ..., ...),
        "The check takes a dict with hidden 1, hidden 2, output": [[OR, NAND, AND], {"hidden 1": OR}],
    },
)

ANSWERS = {
    "check_gates": GATES,
    "check_forward": FORWARD,
    "check_layer_shapes": LAYER_SHAPES,
    "check_count": COUNT,
    "check_joined": JOINED,
    "check_xor": XOR,
}
