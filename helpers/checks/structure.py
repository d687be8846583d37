"""The exercises of notebook 01: gates, the forward pass, shapes, counting, linear layers joined, XOR."""

from itertools import pairwise

import numpy as np

from helpers.learner.comparing import (
    compare,
    compare_value,
    is_open,
    not_attempted,
    numbers_in,
    shown,
    still_open,
    unattempted,
)
from helpers.learner.exercise import exercise
from helpers.learner.verdict import Feedback
from helpers.maths import network

CORNERS = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
GATES = {"NAND": np.array([1, 1, 1, 0]), "ONLY": np.array([0, 0, 1, 0])}
"""Gate -> what it answers at each of the corners."""
XOR = np.array([0, 1, 1, 0])
THREE = "w1, w2, b"
ZERO = 1e-9
"""Below this a sum counts as 0: 0.1 + 0.2 - 0.3 is 6e-17."""

GATE_MISTAKES = {
    "edge": "a corner that needs a 0 has z = 0, and the step makes a 1 of that. Move the line off this"
    " corner.",
    "order": "the three numbers fit, but not in this order: the two weights come first, the bias last.",
    "opposite": "every answer is turned round, 0 for 1 and 1 for 0. What turns the sign of every sum?",
    "bias sign": "the bias has the wrong sign. For the inputs 0, 0 the sum is the bias alone: which answer is"
    " needed there?",
    "both signs": "both weights have the wrong sign: does a 1 at an input speak for the answer 1 or against"
    " it?",
    "one sign": "one of the weights has the wrong sign: does a 1 at that input speak for the answer 1 or"
    " against it?",
    "no bias": "without a bias the line goes through the corner 0, 0. Can it then separate the ones from the"
    " zeros?",
    "cut off": "a weight of 0 cuts its input off, but here the answer depends on both inputs.",
    "other input": "the two inputs have changed places: this answers 1 where x2 alone is 1.",
    "same": "all four corners get the same answer. Begin with the signs of the weights, then choose"
    " the bias.",
    "bias": "the weights fit, the bias does not. Write down the four sums without it: which of them must it"
    " bring below 0, and which not?",
}


@exercise(
    "01.gates",
    right="Both neurons answer all four corners as they should. Any line that leaves the right corners on"
    " the right side will do.",
    mistakes={
        f"{gate} {key}": f"{gate}: {sentence}"
        for gate in GATES
        for key, sentence in GATE_MISTAKES.items()
        if (gate, key) != ("NAND", "other input")  # there both inputs count alike
    },
    hints=[
        "Make a table of the four corners, with the answer that each needs. Where it is 1, z must be 0 or"
        " more; where it is 0, z must be below 0.",
        "The corner 0, 0 says which sign the bias has. Then ask of each input: does a 1 there speak for the"
        " answer 1 (a positive weight) or against it (a negative one)?",
        "NAND answers the opposite of AND everywhere; look at the numbers of AND above. For ONLY, try one"
        " weight of 1 and one of -1.",
    ],
)
def check_gates(gates):
    """Check gates, a dict: for "NAND" and "ONLY" the (w1, w2, b) of a neuron with the activation step."""
    misfit = _misfit(gates, GATES)
    if misfit:
        yield misfit
        return
    for name, target in GATES.items():
        if not is_open(gates[name]):
            neuron = numbers_in(f"{name} is", gates[name], (3,), THREE)
            yield neuron if isinstance(neuron, Feedback) else _gate_verdict(name, neuron, target)
    yield still_open(gates)


def _sums(inputs, neuron):
    """Return z of a neuron (w1, w2, b) for every row of inputs (m, 2)."""
    with np.errstate(all="ignore"):
        return inputs @ neuron[:2] + neuron[2]


def _step(z):
    return (z > -ZERO).astype(int)


def _answers(neuron):
    return _step(_sums(CORNERS, neuron))


def _gate_verdict(name, neuron, target):
    """Return None if the neuron answers with target at the corners, else a key or a Feedback."""
    z = _sums(CORNERS, neuron)
    wrong = np.flatnonzero(_step(z) != target)
    if not len(wrong):
        return None
    key = _gate_mistake(neuron, target)
    if f"{name} {key}" in check_gates.mistakes:
        return f"{name} {key}"
    k = wrong[0]
    at = f"{name}: for the inputs {_corner(k)} the sum is {shown(z[k])}, so the step gives {_step(z)[k]}"
    return Feedback(False, f"{at}, but {target[k]} is needed.")


def _gate_mistake(neuron, target):
    """Return the key of the mistake that a neuron makes which does not answer with target, or None."""
    w1, w2, b = neuron
    z = _sums(CORNERS, neuron)
    found = {
        "edge": ((z > ZERO) == target).all(),
        "opposite": (_step(z) != target).all(),
        "bias sign": _fits((w1, w2, -b), target),
        "other input": _fits((w2, w1, b), target),
        "both signs": _fits((-w1, -w2, b), target),
        "order": _fits((w2, b, w1), target),
        "no bias": b == 0,
        "cut off": 0 in (w1, w2),
        "one sign": _fits((-w1, w2, b), target) or _fits((w1, -w2, b), target),
        "bias": _a_bias_exists(z, target),
        "same": len({*_step(z)}) == 1,
    }
    return next((key for key, makes_it in found.items() if makes_it), None)


def _fits(neuron, target):
    """Say whether a neuron answers with target, and no corner lies on its line."""
    z = _sums(CORNERS, np.array(neuron))
    return (np.abs(z) > ZERO).all() and (_step(z) == target).all()


def _a_bias_exists(z, target):
    """Say whether some shift of all sums puts those of target 1 above 0 and those of target 0 below."""
    return z[target == 1].min() > z[target == 0].max() + ZERO


def _corner(k):
    return f"{CORNERS[k, 0]:.0f}, {CORNERS[k, 1]:.0f}"


def _misfit(answer, names):
    """Return a Feedback unless answer is a dict with these names."""
    if isinstance(answer, dict) and {*answer} == {*names}:
        return None
    needed = ", ".join(names)
    return Feedback(
        False, f"The check takes a dict with {needed}. Leave its cell as it was, and write in the cell above."
    )


@exercise(
    "01.forward",
    right="Every output of every example is as it should be, whatever the number of examples, inputs and"
    " neurons.",
    mistakes={
        "no activation": "The hidden layer is linear: its sums went on as they are. Which step makes A1 of"
        " Z1?",
        "output too": "The output went through relu as well, so that it cannot be negative. The output layer"
        " here has the identity.",
        "output only": "Relu came at the output. It belongs between the layers: the hidden sums go through"
        " it.",
        "absolute": "The negative sums were turned round. Relu does something else with them.",
        "step": "The hidden neurons answer 0 or 1. Relu hands a positive sum on as it is.",
        "other curve": "The hidden neurons have another activation function, sigmoid or tanh. Here it is"
        " relu.",
        "no biases": "Both biases are missing.",
        "no b1": "The bias of the hidden layer is missing.",
        "no b2": "The bias of the output layer is missing.",
        "late bias": "The bias of the hidden layer came after relu. It belongs to the weighted sum.",
        "bias twice": "A bias was added more than once. `@` has added the products already; the bias comes"
        " once.",
        "bias per example": "A bias was added for each example, down the column. A bias belongs to a neuron,"
        " and its neuron is a column.",
        "transposed": "A matrix of weights was turned round. Its columns are the neurons; the rows of what"
        " comes from the left meet these columns.",
        "X turned": "X was turned round: its rows are the examples already.",
        "turned": "The result is turned round: a row for each example is needed.",
        "order": "The weights stand on the left of `@`. The examples are the rows, so they come first.",
        "entry by entry": "`*` multiplies entry by entry. A weighted sum is a dot product: `@`.",
        "inputs again": "The second layer was given X. What does the layer before it hand on?",
        "hidden": "This is the hidden layer. One layer is still to come.",
    },
    hints=[
        "Layer after layer: first `Z1`, then `A1`, then the output. The four lines stand in the formula of"
        " the forward pass.",
        "`np.maximum(Z1, 0)` is relu of every entry. Without the 0 it cannot compare.",
        "The output layer does the same as the hidden one, with `A1` in the place of `X`, and with `W2` and"
        " `b2`. Nothing comes after its sum.",
    ],
)
def check_forward(forward):
    """Check forward(X, W1, b1, W2, b2): relu in the hidden layer, the identity at the output; (m, k)."""
    for arguments in NETWORKS:
        right, wrong = _forward(**arguments), _wrong_forwards(**arguments)
        yield compare(forward, arguments, right, wrong, meaning="a row for each example")


NETWORKS = [
    {  # all square, so that every product fits, in any order, and can be named
        "X": np.array([[1.0, 2, -1], [0.5, -1, 3], [2, 0, 1]]),
        "W1": np.array([[1.0, -2, 0.5], [3, 1, -1], [-1, 0.5, 2]]),
        "b1": np.array([0.5, -1, 2]),
        "W2": np.array([[2.0, -1, 1], [-1, 3, 0.5], [1, -2, -3]]),
        "b2": np.array([1.5, -0.5, 0.25]),
    },
    {
        "X": np.array([[1.0, -2], [0, 3], [2, 1], [-1, -1]]),
        "W1": np.array([[1.0, -1, 2], [0.5, 2, -1]]),
        "b1": np.array([0.5, -1.5, 1]),
        "W2": np.array([[2.0], [-1], [1.5]]),
        "b2": np.array([-0.5]),
    },
]


RELU, IDENTITY = network.activation("relu"), network.activation("identity")


def _forward(X, W1, b1, W2, b2, hidden=RELU, last=IDENTITY):
    return last(hidden(X @ W1 + b1) @ W2 + b2)


def _wrong_forwards(X, W1, b1, W2, b2):
    def run(hidden=RELU, last=IDENTITY, **changed):
        return _forward(
            **({"X": X, "W1": W1, "b1": b1, "W2": W2, "b2": b2} | changed), hidden=hidden, last=last
        )

    Z1 = X @ W1 + b1
    wrong = {
        "no activation": run(IDENTITY),
        "output too": run(last=RELU),
        "output only": run(IDENTITY, RELU),
        "absolute": run(np.abs),
        "step": run(network.activation("step")),
        "other curve": (run(np.tanh), run(network.activation("sigmoid"))),
        "no biases": run(b1=0, b2=0),
        "no b1": run(b1=0),
        "no b2": run(b2=0),
        "late bias": RELU(X @ W1) @ W2 + b1 @ W2 + b2,
        "bias twice": (run(b1=2 * b1), run(b2=2 * b2), run(b1=2 * b1, b2=2 * b2), run(b1=len(W1) * b1)),
        "hidden": (Z1, RELU(Z1)),
    }
    return wrong | (_wrong_products(run, X, W1, b1, W2, b2) if X.shape == W1.shape == W2.shape else {})


def _wrong_products(run, X, W1, b1, W2, b2):
    """Return what comes of exchanged rows and columns, where all arrays are square."""
    rows1, rows2 = b1[:, None], b2[:, None]
    A1, Z1_left = RELU(X @ W1 + b1), W1 @ X
    return {
        "bias per example": (run(b1=rows1), run(b2=rows2), run(b1=rows1, b2=rows2)),
        "transposed": (run(W1=W1.T), run(W2=W2.T), run(W1=W1.T, W2=W2.T)),
        "X turned": run(X=X.T),
        "turned": run().T,
        "order": tuple(
            product
            for biases in ((b1, b2), (rows1, rows2))
            for A in (RELU(Z1_left + biases[0]),)
            for product in (W2 @ A + biases[1], A @ W2 + biases[1], W2 @ A1 + biases[1])
        ),
        "entry by entry": (RELU(X * W1 + b1) * W2 + b2, RELU(X * W1 + b1) @ W2 + b2, A1 * W2 + b2),
        "inputs again": (X @ W2 + b2, RELU(X) @ W2 + b2),
    }


@exercise(
    "01.layer_shapes",
    right="A row an example in everything that flows; a column a neuron in everything that is learnt.",
    mistakes={
        "W1 turned": "W1: rows and columns changed places. Write X and W1 side by side: which two numbers"
        " must meet?",
        "W1 examples": "W1: the number of examples is in it. Would the network need other weights if you had"
        " one example more?",
        "W1 joined": "W1: it leads from the inputs to the hidden layer; the output comes later.",
        "b1 column": "b1: a plain list has one number in its shape. This is a table with one column or one"
        " row.",
        "b1 examples": "b1: the number of examples is in it. The bias belongs to a neuron, and is the same"
        " for all examples.",
        "b1 inputs": "b1: it has one bias for each input. The inputs compute nothing; who adds the bias?",
        "b1 weights": "b1: as many biases as weights. Each neuron has many weights, but how many biases?",
        "b1 one": "b1: one bias for the whole layer. Each neuron has its own.",
        "Z1 turned": "Z1: rows and columns changed places. An example is a row, from the input to the"
        " output.",
        "Z1 weights": "Z1: this is the shape of weights. In Z1 every example has its row.",
        "Z1 example": "Z1: this is one example alone. 60 go in.",
        "Z1 inputs": "Z1: this still is the shape of X. Every neuron makes one number of all the inputs.",
        "Z1 one": "Z1: one number for each example. Every neuron of the layer gives one.",
        "W2 turned": "W2: rows and columns changed places. Write A1 and W2 side by side: which two numbers"
        " must meet?",
        "W2 inputs": "W2: the number of inputs of the network is in it. What flows into the second layer?",
        "W2 examples": "W2: the number of examples is in it. Weights do not depend on it.",
        "Z2 turned": "Z2: rows and columns changed places. An example is a row, from the input to the"
        " output.",
        "Z2 hidden": "Z2: this is the shape of the hidden layer's sums. How many output neurons are there?",
        "Z2 one": "Z2: one number for each example. How many output neurons are there?",
        "Z2 weights": "Z2: this is the shape of weights. In Z2 every example has its row.",
        "Z2 example": "Z2: this is one example alone. 60 go in.",
    },
    hints=[
        "Write the chain with shapes only: (60, 5) @ W1 gives Z1, then A1 @ W2 gives Z2. In each product the"
        " inner numbers are equal.",
        "Weights have a row for each number that flows in, and a column for each neuron. They know nothing of"
        " the examples.",
        "The outer numbers of a product stay: (m, n) @ (n, h) is (m, h). A bias is a list, with one entry for"
        " each neuron of its layer.",
    ],
)
def check_layer_shapes(shapes):
    """Check shapes, a dict: the shapes of "W1", "b1", "Z1", "W2" and "Z2" for X (60, 5), 8 hidden, 2 out."""
    misfit = _misfit(shapes, SHAPES)
    if misfit:
        yield misfit
        return
    for name, right in SHAPES.items():
        if not is_open(shapes[name]):
            yield _shape_verdict(name, shapes[name], right)
    yield still_open(shapes)


SHAPES = {"W1": (5, 8), "b1": (8,), "Z1": (60, 8), "W2": (8, 2), "Z2": (60, 2)}
WRONG_SHAPES = {
    "W1 turned": [(8, 5)],
    "W1 examples": [(60, 5), (60, 8), (5, 60), (8, 60), (60, 5, 8)],
    "W1 joined": [(5, 2), (2, 5), (8, 2), (2, 8), (5, 8, 2)],
    "b1 column": [(8, 1), (1, 8)],
    "b1 examples": [(60,), (60, 1), (1, 60), (60, 8), (8, 60)],
    "b1 inputs": [(5,), (5, 1), (1, 5)],
    "b1 weights": [(5, 8), (8, 5)],
    "b1 one": [(1,), (1, 1), ()],
    "Z1 turned": [(8, 60)],
    "Z1 weights": [(5, 8), (8, 5)],
    "Z1 example": [(8,)],
    "Z1 inputs": [(60, 5)],
    "Z1 one": [(60,), (60, 1), (1, 60)],
    "W2 turned": [(2, 8)],
    "W2 inputs": [(5, 2), (2, 5)],
    "W2 examples": [(60, 2), (60, 8), (2, 60), (8, 60), (60, 8, 2)],
    "Z2 turned": [(2, 60)],
    "Z2 hidden": [(60, 8), (8, 60)],
    "Z2 one": [(60,), (60, 1), (1, 60)],
    "Z2 weights": [(8, 2), (2, 8)],
    "Z2 example": [(2,)],
}


def _shape_verdict(name, answer, right):
    """Return None if the answer is the right shape, else the key of a mistake or a Feedback."""
    if isinstance(answer, int | np.integer) and not isinstance(answer, bool):
        return Feedback(
            False,
            f"{name}: {answer} is a single number, and no shape. A shape is a tuple, such as `(3, 4)`; with"
            " one entry it has a comma, `(3,)`.",
        )
    shape = _as_shape(answer)
    if shape is None:
        return Feedback(
            False, f"{name}: a shape is needed, a tuple of whole numbers such as `(3, 4)` or `(3,)`."
        )
    if shape == right:
        return None
    key = next(
        (key for key, shapes in WRONG_SHAPES.items() if key.split()[0] == name and shape in shapes), None
    )
    return key or Feedback(
        False, f"{name} is not {shape}. Which numbers flow in, which neurons are there, who has a row?"
    )


def _as_shape(answer):
    """Return a list or tuple of whole numbers as a tuple of int, else None."""
    if not isinstance(answer, tuple | list):
        return None
    whole = all(isinstance(part, int | np.integer) and not isinstance(part, bool) for part in answer)
    return tuple(int(part) for part in answer) if whole else None


@exercise(
    "01.count",
    right="Every weight and every bias is counted once, for any number of layers.",
    mistakes={
        "no biases": "Only the weights are counted. What else does each neuron have to learn?",
        "biases only": "Only the biases are counted, one for each neuron.",
        "input biases": "The inputs got biases as well. They are given, and computed by nothing.",
        "one bias a layer": "There is one bias a layer in this count. Every neuron has its own.",
        "one bias in all": "There is one bias for the whole network in this count. Every neuron has its own.",
        "other side": "The 1 was added to the wrong number: every neuron has one bias beside its n weights.",
        "both sides": "The 1 was added on both sides. Only the biases are one more, beside the n weights of"
        " each neuron.",
        "no output bias": "The output neurons have no bias in this count. They are neurons like the others.",
        "product": "All sizes were multiplied with each other. Each layer is counted alone; then the layers"
        " are added.",
        "sum": "The sizes were added. A layer with n inputs and h neurons has a weight for every pair of"
        " them.",
        "no last": "The last layer is missing: how many pairs of neighbours are there?",
        "no first": "The first layer of neurons is missing: its weights lead from the inputs.",
        "one layer": "Only one layer is left in it. Is every layer added to the total, or does it replace"
        " it? Does `return` stand inside the loop?",
        "ring": "One layer too many: in a loop `sizes[-1]` is the last entry, so the output was joined to the"
        " input.",
    },
    hints=[
        "`(2, 4, 3, 1)` has four sizes, but three layers that learn: from 2 to 4, from 4 to 3, from 3 to 1.",
        "One layer, from n to h, has (n + 1) * h parameters. Add that up over all pairs of neighbours.",
        "`for k in range(len(sizes) - 1):` goes through the pairs `sizes[k]`, `sizes[k + 1]`. Start with"
        " `total = 0` before the loop, and return it after the loop.",
    ],
)
def check_count(count):
    """Check count(sizes): the number of parameters of a network with these sizes, the inputs first."""
    for sizes in SIZES:
        yield compare(count, {"sizes": sizes}, _count(sizes), _wrong_counts(sizes))


SIZES = [(2, 3, 5, 6), (6, 3), (10, 7, 7, 4, 2, 1)]
"""Tuples, since a list could be changed by the function that gets it."""


def _pairs(sizes):
    return [*pairwise(sizes)]


def _count(sizes):
    return sum((n + 1) * h for n, h in _pairs(sizes))


def _wrong_counts(sizes):
    pairs, right = _pairs(sizes), _count(sizes)
    weights = sum(n * h for n, h in pairs)
    wrong = {
        "no biases": weights,
        "biases only": sum(sizes[1:]),
        "input biases": weights + sum(sizes),
        "one bias a layer": weights + len(pairs),
        "one bias in all": weights + 1,
        "other side": sum(n * (h + 1) for n, h in pairs),
        "both sides": sum((n + 1) * (h + 1) for n, h in pairs),
        "no output bias": right - sizes[-1],
        "product": (int(np.prod(sizes)), int(np.prod(sizes)) + sum(sizes[1:])),
        "sum": (sum(sizes), sum(n + h for n, h in pairs), sum(n + 1 + h for n, h in pairs)),
    }
    ring = (sizes[-1] + 1) * sizes[0]
    several = {
        "no last": _count(sizes[:-1]),
        "no first": _count(sizes[1:]),
        "one layer": (_count(sizes[-2:]), _count(sizes[:2])),
    }
    return wrong | (several if len(pairs) > 1 else {}) | {"ring": right + ring}


@exercise(
    "01.joined",
    right="One neuron does what the three do. Without a bend between them, layers add nothing.",
    mistakes={
        "order": "The matrices were multiplied in the wrong order, or W1 was turned round: an input goes"
        " along its row of W1, and from there through W2.",
        "b1 lost": "b1 is missing in the bias. The hidden biases reach the output too; on which way?",
        "b2 lost": "b2 is missing in the bias.",
        "b1 unweighted": "b1 was added as it is. On its way to the output it goes through W2.",
        "b2 twice": "b2 was added once for each way through the hidden layer. The output neuron adds it"
        " once.",
        "one way": "This follows one hidden neuron only. Every input reaches the output in two ways; their"
        " effects add up.",
        "first layer": "Along each input the weights of layer 1 were added. Each of them meets a weight of W2"
        " first.",
        "sums": "Weights were added before they were multiplied. Follow each way alone, multiplying; then add"
        " the ways.",
        "sign": "A minus sign of W2 got lost: what goes through hidden neuron 2 is taken off.",
        "bias sign": "The weights are right. In the bias a sign slipped: minus times minus is plus.",
        "bias first": "The three numbers are right, but the bias comes last.",
    },
    hints=[
        "Follow $x_1$: it reaches hidden neuron 1 with weight 2 and goes on with weight 4; it reaches hidden"
        " neuron 2 with weight 1 and goes on with -2.",
        "Along a way the weights multiply, and the two ways add up: so $w_1$ is 2 times 4, plus 1 times -2."
        " Now $w_2$, with the second row of W1.",
        "For the bias put both inputs to 0: the hidden neurons then hand on 2 and -1. What does the output"
        " neuron make of that?",
    ],
)
def check_joined(neuron):
    """Check neuron, (w1, w2, b): what two layers, 2 inputs, 2 hidden neurons and 1 output, come to.

    W1 is ((2, 1), (-1, 3)), b1 is (2, -1), W2 is (4, -2) as a column, b2 is 5; both have the identity.
    """
    W1, b1 = np.array([[2, 1], [-1, 3]]), np.array([2, -1])
    W2, b2 = np.array([4, -2]), 5
    w, b = W1 @ W2, b1 @ W2 + b2
    ways, late = W1 * W2, b1 * W2  # column k: the way through hidden neuron k
    wrong = {
        "order": tuple(np.append(W1.T @ W2, bias) for bias in (b, b2)),
        "b1 lost": np.append(w, b2),
        "b2 lost": np.append(w, b - b2),
        "b1 unweighted": np.append(w, b1.sum() + b2),
        "b2 twice": np.append(w, b + b2),
        "one way": tuple(np.append(ways[:, k], bias) for k in (0, 1) for bias in (late[k] + b2, b)),
        "first layer": tuple(np.append(W1.sum(axis=1), bias) for bias in (b, b1.sum() + b2)),
        "sums": tuple(np.append(W1.sum(axis=1) * W2.sum(), bias) for bias in (b, b1.sum() * W2.sum() + b2)),
        "sign": tuple(np.append(W1 @ np.abs(W2), bias) for bias in (b, b1 @ np.abs(W2) + b2)),
        "bias sign": np.append(w, b1 @ np.abs(W2) + b2),
        "bias first": np.append(b, w),
    }
    unknown = "Follow one input at a time, through both hidden neurons."
    names = "w1", "w2", "b"
    yield compare_value(neuron, np.append(w, b), wrong, tolerance=0.01, unknown=unknown, names=names)


NEURONS = ["hidden 1", "hidden 2", "output"]


@exercise(
    "01.xor",
    right="Two lines in the plane of the inputs, one in the hidden space: three steps, and XOR is solved.",
    mistakes={
        "edge": "A neuron that should give 0 somewhere has z = 0 there, and the step makes a 1 of that. Move"
        " its line off this corner.",
        "order": "The numbers fit, but the bias comes last: the two weights, then the bias.",
        "twins": "Both hidden neurons say the same of all four corners, or the exact opposite. The second one"
        " must cut the plane elsewhere.",
        "constant": "A hidden neuron gives the same answer for all four corners. Its line must pass between"
        " them.",
        "copies": "The hidden neurons hand the two inputs on, each alone, or the opposite of an input. So the"
        " output neuron faces XOR itself again.",
        "merged": "Two corners that need different answers look the same after the hidden layer. No output"
        " neuron can tell them apart again.",
        "opposite": "Every answer is turned round, 0 for 1 and 1 for 0. The hidden layer is good: what turns"
        " the sign of the output's sum?",
        "deaf": "The hidden layer is good, but a hidden neuron whose weight is 0 is not heard.",
        "output bias": "The hidden layer is good, and the output's weights fit. Its bias does not: write down"
        " its sum for each corner.",
        "output sign": "The hidden layer is good. A weight of the output has the wrong sign: does that hidden"
        " neuron speak for the answer 1, or against it?",
    },
    hints=[
        "XOR is: at least one of the two, but not both. Let one hidden neuron answer the first half, and the"
        " other one something about both.",
        "With OR as hidden 1 and NAND as hidden 2, XOR is 1 where both of them are 1. With OR and AND it is 1"
        " where OR is 1 and AND is not.",
        "You have met all the neurons needed: OR and AND stand in the notebook, NAND and ONLY in exercise"
        " 1.1.",
    ],
)
def check_xor(neurons):
    """Check neurons, a dict: (w1, w2, b) for "hidden 1", "hidden 2" and "output", all with steps."""
    misfit = _misfit(neurons, NEURONS)
    if misfit:
        yield misfit
        return
    given = [
        numbers_in(f"{name} is", neurons[name], (3,), THREE) for name in NEURONS if not is_open(neurons[name])
    ]
    yield from (neuron for neuron in given if isinstance(neuron, Feedback))
    if len(given) < len(NEURONS):
        left = ", ".join(name for name in NEURONS if is_open(neurons[name]))
        some = unattempted(f"There still is a `...` to replace: {left}. All three neurons are needed.")
        yield some if given else not_attempted(...)
    elif (_network(*given)[1] != XOR).any():
        yield _xor_mistake(*given)


def _network(first, second, output, fire=_step):
    """Return what the two hidden neurons answer at the corners, (4, 2), and the output, (4,)."""
    A = np.column_stack([fire(_sums(CORNERS, neuron)) for neuron in (first, second)])
    return A, fire(_sums(A, output))


def _xor_mistake(first, second, output):
    """Return the key of the mistake that three neurons make."""
    A, answers = _network(first, second, output)
    rolled = [np.roll(neuron, -1) for neuron in (first, second, output)]
    if (_network(first, second, output, lambda z: (z > ZERO).astype(int))[1] == XOR).all():
        return "edge"
    if any((_network(*three)[1] == XOR).all() for three in (rolled, (first, second, rolled[2]))):
        return "order"
    return _hidden_mistake(A) or _output_mistake(A, output, answers)


def _hidden_mistake(A):
    """Return why no output neuron can make XOR of the hidden answers A (4, 2), or None if one can."""
    a1, a2 = A.T
    if any(a.min() == a.max() for a in (a1, a2)):
        return "constant"
    if (a1 == a2).all() or (a1 != a2).all():
        return "twins"
    if {*map(tuple, A[XOR == 1])} & {*map(tuple, A[XOR == 0])}:
        return "merged"
    return "copies" if len({*map(tuple, A)}) == len(A) else None


def _output_mistake(A, output, answers):
    """Return what is wrong with the output neuron, where the hidden answers A (4, 2) are good."""
    if (answers == 1 - XOR).all():
        return "opposite"
    if 0 in output[:2]:
        return "deaf"
    if _a_bias_exists(_sums(A, output), XOR):
        return "output bias"
    return "output sign"  # with the right signs some bias always fits
