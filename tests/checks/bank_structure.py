"""Answers to the exercises of notebook 01, written from the tasks alone."""

# ruff: noqa: F821, RUF007, SIM108 - as learners write it

import numpy as np
from bank import Bank


def gates(nand, only):
    return {"NAND": nand, "ONLY": only}


N, O = (-2, -2, 3), (2, -2, -1)  # noqa: E741

GATES = Bank(
    right=[
        gates(N, O),
        gates((-1, -1, 1), (1, -1, -1)),
        gates([-1, -1, 1.9], [5, -5, -3]),
        gates(np.array([-3, -2, 4]), np.array([1, -1, -0.1])),
        gates((-0.5, -0.5, 0.75), (1, -2, -0.5)),
    ],
    wrong=[
        (("NAND", "opposite"), gates((1, 1, -1.5), O)),
        (("NAND", "opposite"), gates((2, 2, -3), O)),
        (("NAND", "edge"), gates((-1, -1, 2), O)),
        (("NAND", "bias sign"), gates((-2, -2, -3), O)),
        (("NAND", "both signs"), gates((1, 1, 1.5), O)),
        (("NAND", "order"), gates((1.5, -1, -1), O)),
        (("NAND", "no bias"), gates((-1, -1, 0), O)),
        (("NAND", "bias"), gates((-1, -1, 0.5), O)),
        (("ONLY", "edge"), gates(N, (1, -1, 0))),
        (("ONLY", "other input"), gates(N, (-1, 1, -0.5))),
        (("ONLY", "opposite"), gates(N, (-1, 1, 0.5))),
        (("ONLY", "one sign"), gates(N, (1, 1, -0.5))),
        (("ONLY", "cut off"), gates(N, (1, 0, -0.5))),
        (("ONLY", "bias"), gates(N, (1, -1, -1.5))),
        (("ONLY", "order"), gates(N, (-0.5, 1, -1))),
        (("ONLY", "bias sign"), gates(N, (1, -1, 0.5))),
        ("ONLY is 2 numbers", gates(N, (1, -1))),
        ("dict", [N, O]),
        (("NAND", "other gate"), gates(O, N)),
    ],
)


def relu(z):
    return np.maximum(z, 0)


def right_matmul(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0)
    return A1 @ W2 + b2


def right_dot(X, W1, b1, W2, b2):
    return np.dot(np.clip(np.dot(X, W1) + b1, 0, None), W2) + b2


def right_einsum(X, W1, b1, W2, b2):
    A1 = relu(np.einsum("ij,jk->ik", X, W1) + b1)
    return np.einsum("ij,jk->ik", A1, W2) + b2


def right_lists(X, W1, b1, W2, b2):
    out = []
    for x in X:
        hidden = []
        for k in range(W1.shape[1]):
            hidden.append(max(0, sum(x[i] * W1[i, k] for i in range(len(x))) + b1[k]))
        out.append([sum(hidden[k] * W2[k, j] for k in range(len(hidden))) + b2[j] for j in range(len(b2))])
    return out


def right_in_place_of_own(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    Z[Z < 0] = 0
    return Z @ W2 + b2


class Layer:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def __call__(self, A):
        return A @ self.W + self.b


def right_classes(X, W1, b1, W2, b2):
    return Layer(W2, b2)(relu(Layer(W1, b1)(X)))


def right_columns(X, W1, b1, W2, b2):
    return (W2.T @ relu(W1.T @ X.T + b1[:, None]) + b2[:, None]).T


def builtin_max(X, W1, b1, W2, b2):
    return max(X @ W1 + b1, 0) @ W2 + b2


def if_positive(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    if Z1 > 0:
        A1 = Z1
    else:
        A1 = 0
    return A1 @ W2 + b2


def numpy_max(X, W1, b1, W2, b2):
    return np.max(X @ W1 + b1, 0) @ W2 + b2


def first_example(X, W1, b1, W2, b2):
    for x in X:
        return relu(x @ W1 + b1) @ W2 + b2


def last_neuron(X, W1, b1, W2, b2):
    for k in range(W1.shape[1]):
        hidden = relu(X @ W1[:, k] + b1[k])
        output = hidden[:, None] * W2[k] + b2
    return output


def neurons_as_rows(X, W1, b1, W2, b2):
    return [relu(X @ W1 + b1) @ W2[:, j] + b2[j] for j in range(W2.shape[1])]


def bias_in_the_sum(X, W1, b1, W2, b2):
    output = np.zeros((len(X), W2.shape[1]))
    for k in range(W1.shape[1]):
        output += relu(X @ W1[:, k] + b1[k])[:, None] * W2[k] + b2
    return output


FORWARD = Bank(
    right=[
        right_matmul,
        right_dot,
        right_einsum,
        right_lists,
        right_in_place_of_own,
        right_classes,
        right_columns,
    ],
    wrong=[
        ("bias twice", lambda X, W1, b1, W2, b2: (relu(X @ W1 + b1) + b1) @ W2 + b2),
        ("swapped", lambda X, W1, b1, W2, b2: relu(X @ W1 + b2[0]) @ W2 + b1[0]),
        ("sigmoid at the end", lambda *a: 1 / (1 + np.exp(-right_matmul(*a)))),
        ("relu first", lambda X, W1, b1, W2, b2: (relu(X) @ W1 + b1) @ W2 + b2),
        ("other curve", lambda X, W1, b1, W2, b2: np.maximum(X @ W1 + b1, 0.01 * (X @ W1 + b1)) @ W2 + b2),
        ("other curve", lambda X, W1, b1, W2, b2: np.log1p(np.exp(X @ W1 + b1)) @ W2 + b2),
        ("wrong side", lambda X, W1, b1, W2, b2: ((X @ W1 + b1) * (X @ W1 + b1 < 0)) @ W2 + b2),
        ("one neuron", last_neuron),
        ("turned", neurons_as_rows),
        ("bias twice", bias_in_the_sum),
        ("`b1`", lambda X, W1, b1, W2, b2: relu(X @ W1 @ W2 + b2)),
        ("a row for each", lambda *a: right_matmul(*a).ravel()),
        ("a row for each", lambda *a: right_matmul(*a).sum(axis=1)),
        ("no activation", lambda X, W1, b1, W2, b2: (X @ W1 + b1) @ W2 + b2),
        ("output too", lambda X, W1, b1, W2, b2: relu(relu(X @ W1 + b1) @ W2 + b2)),
        ("output only", lambda X, W1, b1, W2, b2: relu((X @ W1 + b1) @ W2 + b2)),
        ("array|every entry|one number", builtin_max),
        ("array|every entry|one number", if_positive),
        ("largest", numpy_max),
        ("no biases", lambda X, W1, b1, W2, b2: relu(X @ W1) @ W2),
        ("no b2", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1) @ W2),
        ("no b1", lambda X, W1, b1, W2, b2: relu(X @ W1) @ W2 + b2),
        ("transposed", lambda X, W1, b1, W2, b2: relu(X @ W1.T + b1) @ W2 + b2),
        ("transposed", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1) @ W2.T + b2),
        ("order", lambda X, W1, b1, W2, b2: W2 @ relu(W1 @ X + b1) + b2),
        ("entry by entry", lambda X, W1, b1, W2, b2: relu(X * W1 + b1) @ W2 + b2),
        ("hidden", lambda X, W1, b1, W2, b2: relu(X @ W1 + b1)),
        ("late bias", lambda X, W1, b1, W2, b2: (relu(X @ W1) + b1) @ W2 + b2),
        ("inputs again", lambda X, W1, b1, W2, b2: X @ W2 + b2),
        ("step", lambda X, W1, b1, W2, b2: (X @ W1 + b1 > 0) @ W2 + b2),
        ("other curve", lambda X, W1, b1, W2, b2: np.tanh(X @ W1 + b1) @ W2 + b2),
        ("swapped", lambda X, W1, b1, W2, b2: relu(X @ W1 + b2) @ W2 + b1),
        ("one example", first_example),
        ("round", lambda *a: np.round(right_matmul(*a), 2)),
        ("round", lambda *a: np.round(right_matmul(*a), 1)),
        ("minus bias", lambda X, W1, b1, W2, b2: relu(X @ W1 - b1) @ W2 - b2),
        ("turned", lambda X, W1, b1, W2, b2: W2.T @ relu(W1.T @ X.T + b1[:, None]) + b2[:, None]),
        ("wrong side", lambda X, W1, b1, W2, b2: np.minimum(X @ W1 + b1, 0) @ W2 + b2),
        ("bias twice", lambda X, W1, b1, W2, b2: relu(X @ W1 + 2 * b1) @ W2 + 2 * b2),
        ("relu of the weights", lambda X, W1, b1, W2, b2: (X @ relu(W1) + b1) @ W2 + b2),
        ("bias in the weights", lambda X, W1, b1, W2, b2: relu(X @ (W1 + b1)) @ W2 + b2),
        ("bias times", lambda X, W1, b1, W2, b2: relu(X @ W1 * b1) @ W2 * b2),
    ],
)

SHAPES = {"W1": (5, 8), "b1": (8,), "Z1": (60, 8), "W2": (8, 2), "Z2": (60, 2)}


def but(**changed):
    return SHAPES | changed


LAYER_SHAPES = Bank(
    right=[
        SHAPES,
        but(W1=[5, 8]),
        but(b1=np.zeros(8).shape),
        but(W1=(np.int64(5), 8)),
        {name: tuple(shape) for name, shape in SHAPES.items()},
    ],
    wrong=[
        (("W1", "turned"), but(W1=(8, 5))),
        (("W1", "examples"), but(W1=(60, 8))),
        (("W1", "joined"), but(W1=(5, 2))),
        (("b1", "column"), but(b1=(1, 8))),
        (("b1", "column"), but(b1=(8, 1))),
        ("b1: .*no shape", but(b1=(8))),
        (("b1", "inputs"), but(b1=(5,))),
        (("b1", "examples"), but(b1=(60, 8))),
        (("Z1", "turned"), but(Z1=(8, 60))),
        (("Z1", "inputs"), but(Z1=(60, 5))),
        (("W2", "turned"), but(W2=(2, 8))),
        (("W2", "inputs"), but(W2=(5, 2))),
        (("Z2", "hidden"), but(Z2=(60, 8))),
        (("Z2", "one"), but(Z2=(60,))),
        (("Z2", "turned"), but(Z2=(2, 60))),
        (("W1", "bias"), but(W1=(6, 8))),
        (("W2", "bias"), but(W2=(9, 2))),
        (("b1", "output"), but(b1=(2,))),
        (("Z1", "output"), but(Z1=(60, 2))),
        ("W1: .*number|W1: .*product", but(W1=40)),
        (("Z2", "inputs"), but(Z2=(60, 5))),
        (("W2", "list"), but(W2=(8,))),
    ],
)


def count_zip(sizes):
    return sum(a * b + b for a, b in zip(sizes[:-1], sizes[1:], strict=True))


def count_recursive(sizes):
    if len(sizes) < 2:
        return 0
    return (sizes[0] + 1) * sizes[1] + count_recursive(sizes[1:])


def count_while(sizes):
    total, k = 0, 1
    while k < len(sizes):
        total += sizes[k - 1] * sizes[k]
        total += sizes[k]
        k += 1
    return total


def count_numpy(sizes):
    s = np.array(sizes)
    return s[:-1] @ s[1:] + s[1:].sum()


def count_arrays(sizes):
    total = 0
    for n, h in zip(sizes, sizes[1:], strict=False):
        total += np.zeros((n, h)).size + np.zeros(h).size
    return total


def count_past(sizes):
    total = 0
    for k in range(len(sizes)):
        total += (sizes[k] + 1) * sizes[k + 1]
    return total


def count_early(sizes):
    total = 0
    for n, h in zip(sizes, sizes[1:], strict=False):
        total += (n + 1) * h
        return total


def count_overwritten(sizes):
    for n, h in zip(sizes, sizes[1:], strict=False):
        total = (n + 1) * h
    return total


def count_unset(sizes):
    for n, h in zip(sizes, sizes[1:], strict=False):
        subtotal += (n + 1) * h
    return subtotal


def count_reset(sizes):
    for k in range(len(sizes) - 1):
        total = 0
        total += (sizes[k] + 1) * sizes[k + 1]
    return total


COUNT = Bank(
    right=[count_zip, count_recursive, count_while, count_numpy, count_arrays],
    wrong=[
        ("input biases", lambda s: count_zip(s) + s[0]),
        ("ends", lambda s: (s[0] + 1) * s[-1]),
        ("last biases only", lambda s: sum(a * b for a, b in zip(s, s[1:], strict=False)) + s[-1]),
        ("one layer", count_reset),
        ("other side", lambda s: sum((a + 1) * b for a, b in zip(s[1:], s, strict=False))),
        ("text", lambda s: str(count_zip(s))),
        ("no biases", lambda s: sum(a * b for a, b in zip(s, s[1:], strict=False))),
        ("biases only", lambda s: sum(s[1:])),
        ("input biases", lambda s: sum(a * b for a, b in zip(s, s[1:], strict=False)) + sum(s)),
        ("one bias a layer", lambda s: sum(a * b + 1 for a, b in zip(s, s[1:], strict=False))),
        ("one bias in all", lambda s: sum(a * b for a, b in zip(s, s[1:], strict=False)) + 1),
        ("other side", lambda s: sum(a * (b + 1) for a, b in zip(s, s[1:], strict=False))),
        ("both sides", lambda s: sum((a + 1) * (b + 1) for a, b in zip(s, s[1:], strict=False))),
        ("past the end|counting", count_past),
        ("one layer", count_early),
        ("one layer", count_overwritten),
        ("product", lambda s: np.prod(s)),
        ("sum", lambda s: sum(s)),
        ("no last", lambda s: sum((s[k] + 1) * s[k + 1] for k in range(len(s) - 2))),
        ("no first", lambda s: sum((s[k] + 1) * s[k + 1] for k in range(1, len(s) - 1))),
        ("start|before it has|value", count_unset),
        ("no output bias", lambda s: count_zip(s) - s[-1]),
        ("printed", lambda s: print(count_zip(s))),
        ("one number", lambda s: [(a + 1) * b for a, b in zip(s, s[1:], strict=False)]),
        ("layers", lambda s: len(s)),
        ("bias twice", lambda s: sum(a * b + 2 * b for a, b in zip(s, s[1:], strict=False))),
        ("itself", lambda s: sum((n + 1) * n for n in s[1:])),
    ],
    general=[lambda s: 2 * count_zip(s), lambda s: count_zip(s) + 1, lambda s: 31],
)

W1, b1 = np.array([[2, 1], [-1, 3]]), np.array([2, -1])
W2, b2 = np.array([[4], [-2]]), np.array([5])


JOINED = Bank(
    right=[
        (6, -10, 15),
        (6.0, -10.0, 15.0),
        [6, -10, 15],
        (*np.ravel(W1 @ W2), (b1 @ W2 + b2).item()),
        np.append(W1 @ W2, b1 @ W2 + b2),
    ],
    wrong=[
        ("one sign", (6, -2, 15)),
        ("one sign", (6, 2, 15)),
        ("order", (10, -2, 15)),
        ("b1 lost", (6, -10, 5)),
        ("b2 lost", (6, -10, 10)),
        ("b1 unweighted", (6, -10, 6)),
        ("b2 twice", (6, -10, 20)),
        ("one way", (8, -4, 15)),
        ("one way", (-2, -6, 7)),
        ("first layer", (3, 2, 15)),
        ("sums", (6, 4, 7)),
        ("sign", (10, 2, 11)),
        ("bias sign", (6, -10, 11)),
        ("bias first", (15, 6, -10)),
        ("swapped", (-10, 6, 15)),
        ("one sign", (6, 10, 15)),
        ("one sign", (10, -10, 15)),
        ("3 numbers", (6, -10)),
        ("one number", (W1 @ W2, b1, 15)),
        ("no bias", (6, -10, 0)),
        ("ways multiplied", (8 * -2, -4 * -6, 15)),
        ("one way once", (8, -10, 15)),
        ("one way once", (6, -10, 7)),
    ],
    general=[(6, -9, 15), (6, -10, 14)],
)

OR, AND, NAND, NOR = (1, 1, -0.5), (1, 1, -1.5), (-1, -1, 1.5), (-1, -1, 0.5)


def neurons(first, second, output):
    return {"hidden 1": first, "hidden 2": second, "output": output}


XOR = Bank(
    right=[
        neurons(NAND, OR, AND),
        neurons(OR, AND, (1, -1, -0.5)),
        neurons((1, 1, -1), (-1, -1, 1), (1, 1, -2)),
        neurons((1, -1, -0.5), (-1, 1, -0.5), OR),
        neurons(NOR, AND, NOR),
        neurons([20, 20, -10], [-20, -20, 30], [20, 20, -30]),
    ],
    wrong=[
        ("twins", neurons(OR, OR, AND)),
        ("twins", neurons(AND, NAND, OR)),
        ("output bias", neurons(OR, NAND, OR)),
        ("output sign", neurons(OR, AND, AND)),
        ("merged", neurons(AND, (1, -1, -0.5), OR)),
        ("copies", neurons((1, 0, -0.5), (0, 1, -0.5), OR)),
        ("opposite", neurons(OR, NAND, NAND)),
        ("opposite", neurons(OR, AND, (-1, 1, 0.5))),
        ("deaf", neurons(OR, NAND, (1, 0, -0.5))),
        ("constant", neurons((1, 1, 1), NAND, AND)),
        ("edge", neurons(OR, (-1, -1, 2), AND)),
        ("order", neurons((-0.5, 1, 1), (1.5, -1, -1), (-1.5, 1, 1))),
        ("3 numbers", neurons(OR, NAND, (1, 1))),
        ("text", neurons("OR", "NAND", "AND")),
    ],
)

BANK = {
    "check_gates": GATES,
    "check_forward": FORWARD,
    "check_layer_shapes": LAYER_SHAPES,
    "check_count": COUNT,
    "check_joined": JOINED,
    "check_xor": XOR,
}
