"""The exercises of notebook 01: gates, the forward pass, shapes, counting, linear layers joined, XOR."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from helpers.learner.exercise import AnyOf, exercise, function_exercise, number_exercise, wrong
from helpers.learner.numbers import numbers_in
from helpers.learner.stubs import is_open, refuse_open
from helpers.learner.verdict import NotAttempted, Unnamed, Wrong
from helpers.learner.wording import shown
from helpers.maths import network

CORNERS = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
OR, AND, NAND, ONLY = (1, 1, -0.5), (1, 1, -1.5), (-1, -1, 1.5), (1, -1, -0.5)
"""Neurons (w1, w2, b) with the activation step."""
THREE = "w1, w2, b"
ZERO = 1e-9
"""Below this a sum counts as 0: 0.1 + 0.2 - 0.3 is 6e-17."""


def _sums(inputs, neuron):
    """Return z of a neuron, (w1, w2, b) as an array, for every row of inputs (m, 2)."""
    with np.errstate(all="ignore"):
        return inputs @ neuron[:2] + neuron[2]


def _step(z):
    return (z > -ZERO).astype(int)


def _step_without_edge(z):
    """Return the step of z as if it gave 0 at 0."""
    return (z > ZERO).astype(int)


def _a_bias_exists(z, target):
    """Say whether some shift of all sums puts those of target 1 above 0 and those of target 0 below."""
    return z[target == 1].min() > z[target == 0].max() + ZERO


def _refuse_other_names(answer, names):
    """Raise unless the answer is a dict with these names."""
    if not isinstance(answer, dict) or {*answer} != {*names}:
        needed = ", ".join(names)
        raise Unnamed(
            f"The check takes a dict with {needed}. Leave its cell as it was, and write in the cell above."
        )


GATES = {"NAND": NAND, "ONLY": ONLY}
"""Gate -> a neuron that is right."""
TARGETS = {"NAND": np.array([1, 1, 1, 0]), "ONLY": np.array([0, 0, 1, 0])}
"""Gate -> what it answers at each of the corners."""


class GateMistake(NamedTuple):
    """A mistake in the neuron of a gate.

    sentence  names it; the gate's name is put in front
    made_by   called with a wrong neuron, a (3,) array, and its target, (4,); says whether it is this mistake
    neurons   dict of gate -> a neuron that makes it there
    """

    sentence: str
    made_by: Callable
    neurons: dict


def _fits(neuron, target):
    """Say whether a neuron answers with target, and no corner lies on its line."""
    z = _sums(CORNERS, neuron)
    return (np.abs(z) > ZERO).all() and (_step(z) == target).all()


GATE_MISTAKES = {  # of several that a neuron makes, the first one is named
    "edge": GateMistake(
        "a corner that needs a 0 has z = 0, and the step makes a 1 of that. Move the line off this corner.",
        lambda neuron, target: (_step_without_edge(_sums(CORNERS, neuron)) == target).all(),
        {"NAND": (-1, -1, 2), "ONLY": (1, -1, 0)},
    ),
    "opposite": GateMistake(
        "every answer is turned round, 0 for 1 and 1 for 0. What turns the sign of every sum?",
        lambda neuron, target: (_step(_sums(CORNERS, neuron)) != target).all(),
        {"NAND": AND, "ONLY": (-1, 1, 0.5)},
    ),
    "bias sign": GateMistake(
        "the bias has the wrong sign. For the inputs 0, 0 the sum is the bias alone: which answer is needed"
        " there?",
        lambda neuron, target: _fits(neuron * (1, 1, -1), target),
        {"NAND": (-1, -1, -1.5), "ONLY": (1, -1, 0.5)},
    ),
    "other input": GateMistake(  # NAND has none: there both inputs count alike
        "the two inputs have changed places: this answers 1 where x2 alone is 1.",
        lambda neuron, target: _fits(neuron[[1, 0, 2]], target),
        {"ONLY": (-1, 1, -0.5)},
    ),
    "both signs": GateMistake(
        "both weights have the wrong sign: does a 1 at an input speak for the answer 1 or against it?",
        lambda neuron, target: _fits(neuron * (-1, -1, 1), target),
        {"NAND": (1, 1, 1.5), "ONLY": (-1, 2, -0.5)},
    ),
    "order": GateMistake(
        "the three numbers fit, but not in this order: the two weights come first, the bias last.",
        lambda neuron, target: _fits(neuron[[1, 2, 0]], target),
        {"NAND": (1.5, -1, -1), "ONLY": (-0.5, 1, -1)},
    ),
    "other gate": GateMistake(
        "these numbers make the other gate of the two, NAND or ONLY. Have they changed places?",
        lambda neuron, target: any(_fits(neuron, other) for other in TARGETS.values()),
        {"NAND": ONLY, "ONLY": NAND},
    ),
    "no bias": GateMistake(
        "without a bias the sum at the corner 0, 0 is 0. Can the neuron then tell the ones from the zeros?",
        lambda neuron, target: neuron[2] == 0,
        {"NAND": (-1, -1, 0), "ONLY": (2, 1, 0)},
    ),
    "cut off": GateMistake(
        "a weight of 0 cuts its input off, but here the answer depends on both inputs.",
        lambda neuron, target: 0 in neuron[:2],
        {"NAND": (-1, 0, 0.5), "ONLY": (1, 0, -0.5)},
    ),
    "one sign": GateMistake(
        "one of the weights has the wrong sign: does a 1 at that input speak for the answer 1 or against it?",
        lambda neuron, target: _fits(neuron * (-1, 1, 1), target) or _fits(neuron * (1, -1, 1), target),
        {"NAND": (1, -1, 1.5), "ONLY": (1, 1, -0.5)},
    ),
    "bias": GateMistake(
        "the weights fit, the bias does not. Write down the four sums without it: which of them must it bring"
        " below 0, and which not?",
        lambda neuron, target: _a_bias_exists(_sums(CORNERS, neuron), target),
        {"NAND": (-1, -1, 0.5), "ONLY": (1, -1, -1.5)},
    ),
    "same": GateMistake(
        "all four corners get the same answer. Begin with the signs of the weights, then choose the bias.",
        lambda neuron, target: len({*_step(_sums(CORNERS, neuron))}) == 1,
        {"NAND": (1, -1, 5), "ONLY": (1, 1, 5)},
    ),
}


def _judge_gate(gate, neuron):
    z, target = _sums(CORNERS, neuron), TARGETS[gate]
    answers = _step(z)
    if (answers == target).all():
        return
    for key, mistake in GATE_MISTAKES.items():
        if mistake.made_by(neuron, target):
            raise Wrong((gate, key))
    k = np.flatnonzero(answers != target)[0]
    x1, x2 = CORNERS[k]
    raise Unnamed(
        f"{gate}: for the inputs {x1:.0f}, {x2:.0f} the sum is {shown(z[k])}, so the step gives {answers[k]},"
        f" but {target[k]} is needed."
    )


@exercise(
    "01.gates",
    right="Both neurons answer all four corners as they should. Any line that leaves the right corners on"
    " the right side will do.",
    mistakes={
        (gate, key): wrong(f"{gate}: {mistake.sentence}", GATES | {gate: neuron})
        for key, mistake in GATE_MISTAKES.items()
        for gate, neuron in mistake.neurons.items()
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
    _refuse_other_names(gates, GATES)
    for gate in GATES:
        if not is_open(gates[gate]):
            _judge_gate(gate, numbers_in(f"{gate} is", gates[gate], (3,), THREE))
    refuse_open(gates)


NETWORKS = [
    {  # no two sizes are equal: rows, columns and neurons cannot be taken for one another
        "X": np.array([[1.0, -2, 0.5], [0.7, 3, -1], [2, 1.3, 1], [-1, -1.1, 2], [0.4, 0, -3]]),
        "W1": np.array([[1.0, -1.2, 2, 0.3], [0.5, 2, -1, 1.1], [-0.8, 1, 0.6, -2]]),
        "b1": np.array([0.517, -1.5, 1.2, 0.25]),
        "W2": np.array([[2.0, -0.5], [-1, 1.21], [1.53, 0.7], [-0.4, 3]]),
        "b2": np.array([-0.513748, 1.7]),
    },
    {  # all square, so that every product fits, in any order, and can be named
        "X": np.array([[1.0, 2, -1], [0.5, -1, 3], [2, 0, 1]]),
        "W1": np.array([[1.0, -2, 0.5], [3, 1, -1], [-1, 0.5, 2]]),
        "b1": np.array([0.517, -1.3, 2]),
        "W2": np.array([[2.0, -1, 1], [-1.1, 3, 0.5], [1, -2, -3]]),
        "b2": np.array([1.513748, -0.5, 0.25]),
    },
    {  # one output
        "X": np.array([[1.0, -2], [0, 3], [2, 1], [-1, -1]]),
        "W1": np.array([[1.0, -1, 2], [0.5, 2, -1]]),
        "b1": np.array([0.517, -1.5, 1.2]),
        "W2": np.array([[2.0], [-1.21], [1.5]]),
        "b2": np.array([-0.513748]),
    },
]
_relu, _sigmoid = network.activation("relu"), network.activation("sigmoid")


def _forward(X, W1, b1, W2, b2):
    return _relu(X @ W1 + b1) @ W2 + b2


OUT_OF_PLACE = {
    "relu first": wrong(
        "Relu stands at the inputs here. A neuron sums first, inputs as they are; relu comes after.",
        lambda X, W1, b1, W2, b2: (_relu(X) @ W1 + b1) @ W2 + b2,
        lambda X, W1, b1, W2, b2: _forward(_relu(X), W1, b1, W2, b2),
    ),
    "bias in the weights": wrong(
        "A bias was added to the weights. It is added to the sum, after `@`.",
        lambda X, W1, b1, W2, b2: _forward(X, W1 + b1, 0 * b1, W2, b2),
        lambda X, W1, b1, W2, b2: _forward(X, W1 + b1, 0 * b1, W2 + b2, 0 * b2),
    ),
    "bias times": wrong(
        "A bias was multiplied. It is added.",
        lambda X, W1, b1, W2, b2: _forward(X, W1 * b1, 0 * b1, W2, b2),
        lambda X, W1, b1, W2, b2: _forward(X, W1 * b1, 0 * b1, W2 * b2, 0 * b2),
    ),
    "relu of the weights": wrong(
        "The weights went through relu. Relu takes the sums, Z1.",
        lambda X, W1, b1, W2, b2: _forward(X, _relu(W1), b1, W2, b2),
        lambda X, W1, b1, W2, b2: (X @ _relu(W1) + b1) @ W2 + b2,
    ),
    "one neuron": wrong(
        "Only one hidden neuron is left in it. An output adds up what all of them hand on.",
        AnyOf(lambda X, W1, b1, W2, b2: [_relu(X @ W1 + b1)[:, [k]] @ W2[[k]] + b2 for k in (0, -1)]),
    ),
    "one example": wrong(
        "Only one example is left in it. Does `return` stand inside the loop over the rows, or does each row"
        " replace the one before?",
        AnyOf(lambda X, W1, b1, W2, b2: [_forward(X, W1, b1, W2, b2)[k] for k in (0, -1)]),
        AnyOf(lambda X, W1, b1, W2, b2: [_forward(X, W1, b1, W2, b2)[[k]] for k in (0, -1)]),
        AnyOf(lambda X, W1, b1, W2, b2: [_forward(X, W1, b1, W2, b2)[k, 0] for k in (0, -1)]),
        without_loop="Only one example is left in it. Each row of X has its own output.",
    ),
}
"""Mistakes of any forward pass through one hidden layer, here and in notebook 04."""


check_forward = function_exercise(
    "01.forward",
    "Check forward(X, W1, b1, W2, b2): relu in the hidden layer, the identity at the output; (m, k).",
    solve=_forward,
    on=NETWORKS,
    meaning="a row for each example",
    right="Every output of every example is as it should be, whatever the number of examples, inputs and"
    " neurons.",
    mistakes={
        "no activation": wrong(
            "The hidden layer is linear: its sums went on as they are. Which step makes A1 of Z1?",
            lambda X, W1, b1, W2, b2: (X @ W1 + b1) @ W2 + b2,
        ),
        "output too": wrong(
            "The output went through relu as well, so that it cannot be negative. The output layer here has"
            " the identity.",
            lambda X, W1, b1, W2, b2: _relu(_relu(X @ W1 + b1) @ W2 + b2),
        ),
        "output only": wrong(
            "Relu came at the output. It belongs between the layers: the hidden sums go through it.",
            lambda X, W1, b1, W2, b2: _relu((X @ W1 + b1) @ W2 + b2),
        ),
        "absolute": wrong(
            "The negative sums were turned round. Relu does something else with them.",
            lambda X, W1, b1, W2, b2: np.abs(X @ W1 + b1) @ W2 + b2,
        ),
        "step": wrong(
            "The hidden neurons answer 0 or 1. Relu hands a positive sum on as it is.",
            lambda X, W1, b1, W2, b2: (X @ W1 + b1 >= 0) @ W2 + b2,
        ),
        "other curve": wrong(
            "The hidden neurons have another activation, sigmoid, tanh or a softer relu. Here it is relu.",
            lambda X, W1, b1, W2, b2: np.tanh(X @ W1 + b1) @ W2 + b2,
            lambda X, W1, b1, W2, b2: _sigmoid(X @ W1 + b1) @ W2 + b2,
            lambda X, W1, b1, W2, b2: np.log1p(np.exp(X @ W1 + b1)) @ W2 + b2,
            lambda X, W1, b1, W2, b2: np.maximum(X @ W1 + b1, 0.01 * (X @ W1 + b1)) @ W2 + b2,
            lambda X, W1, b1, W2, b2: np.maximum(X @ W1 + b1, 0.1 * (X @ W1 + b1)) @ W2 + b2,
        ),
        "no biases": wrong(
            "Both biases are missing.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1) @ W2,
        ),
        "no b1": wrong(
            "The bias of the hidden layer is missing.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1) @ W2 + b2,
        ),
        "no b2": wrong(
            "The bias of the output layer is missing.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1) @ W2,
        ),
        "late bias": wrong(
            "The bias of the hidden layer came after relu. It belongs to the weighted sum.",
            lambda X, W1, b1, W2, b2: (_relu(X @ W1) + b1) @ W2 + b2,
        ),
        "bias twice": wrong(
            "A bias was added more than once. `@` has added the products already; the bias comes once.",
            lambda X, W1, b1, W2, b2: _forward(X, W1, 2 * b1, W2, b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1, W2, 2 * b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1, 2 * b1, W2, 2 * b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1, len(W1) * b1, W2, b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1, W2, len(W2) * b2),
            lambda X, W1, b1, W2, b2: (_relu(X @ W1 + b1) + b1) @ W2 + b2,
        ),
        "bias per example": wrong(
            "A bias was added for each example, down the column. A bias belongs to a neuron, and its neuron"
            " is a column.",
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1[:, None], W2, b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1, W2, b2[:, None]),
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1[:, None], W2, b2[:, None]),
        ),
        "transposed": wrong(
            "A matrix of weights was turned round. Its columns are the neurons; the rows of what comes from"
            " the left meet these columns.",
            lambda X, W1, b1, W2, b2: _forward(X, W1.T, b1, W2, b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1, W2.T, b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1.T, b1, W2.T, b2),
        ),
        "X turned": wrong(
            "X was turned round: its rows are the examples already.",
            lambda X, W1, b1, W2, b2: _forward(X.T, W1, b1, W2, b2),
        ),
        "turned": wrong(
            "The result is turned round: a row for each example is needed.",
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1, W2, b2).T,
        ),
        "order": wrong(
            "The weights stand on the left of `@`. The examples are the rows, so they come first.",
            lambda X, W1, b1, W2, b2: W2 @ _relu(W1 @ X + b1) + b2,
            lambda X, W1, b1, W2, b2: _relu(W1 @ X + b1) @ W2 + b2,
            lambda X, W1, b1, W2, b2: W2 @ _relu(X @ W1 + b1) + b2,
            lambda X, W1, b1, W2, b2: W2 @ _relu(W1 @ X + b1[:, None]) + b2[:, None],
            lambda X, W1, b1, W2, b2: _relu(W1 @ X + b1[:, None]) @ W2 + b2[:, None],
            lambda X, W1, b1, W2, b2: W2 @ _relu(X @ W1 + b1) + b2[:, None],
        ),
        "entry by entry": wrong(
            "`*` multiplies entry by entry. A weighted sum is a dot product: `@`.",
            lambda X, W1, b1, W2, b2: _relu(X * W1 + b1) * W2 + b2,
            lambda X, W1, b1, W2, b2: _relu(X * W1 + b1) @ W2 + b2,
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1) * W2 + b2,
        ),
        "inputs again": wrong(
            "The second layer was given X. What does the layer before it hand on?",
            lambda X, W1, b1, W2, b2: X @ W2 + b2,
            lambda X, W1, b1, W2, b2: _relu(X) @ W2 + b2,
        ),
        "hidden": wrong(
            "This is the hidden layer. One layer is still to come.",
            lambda X, W1, b1, W2, b2: X @ W1 + b1,
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1),
        ),
        "largest": wrong(
            "`np.max(Z1, 0)` takes the largest number of each column: it reads the 0 as an axis. Relu"
            " compares every entry with 0.",
            lambda X, W1, b1, W2, b2: np.max(X @ W1 + b1, axis=0) @ W2 + b2,
        ),
        "wrong side": wrong(
            "This keeps the negative sums and drops the positive ones.",
            lambda X, W1, b1, W2, b2: np.minimum(X @ W1 + b1, 0) @ W2 + b2,
        ),
        "minus bias": wrong(
            "A bias was taken off. It is added.",
            lambda X, W1, b1, W2, b2: _forward(X, W1, -b1, W2, b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1, W2, -b2),
            lambda X, W1, b1, W2, b2: _forward(X, W1, -b1, W2, -b2),
        ),
        "swapped": wrong(
            "The two layers have changed places, in their biases or in their weights: b1 and W1 belong to the"
            " hidden layer.",
            lambda X, W1, b1, W2, b2: _forward(X, W1, b2, W2, b1),
            lambda X, W1, b1, W2, b2: _forward(X, W2, b1, W1, b2),
            lambda X, W1, b1, W2, b2: _forward(X, W2, b2, W1, b1),
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b2[0]) @ W2 + b1[0],
        ),
        "sigmoid at the end": wrong(
            "The output went through a sigmoid. The output layer here has the identity.",
            lambda X, W1, b1, W2, b2: _sigmoid(_forward(X, W1, b1, W2, b2)),
        ),
        **OUT_OF_PLACE,
        "same bias": wrong(
            "Both layers have the same bias here. Each has its own.",
            lambda X, W1, b1, W2, b2: _forward(X, W1, b1, W2, b1),
            lambda X, W1, b1, W2, b2: _forward(X, W1, b2, W2, b2),
        ),
    },
    hints=[
        "Layer after layer: first `Z1`, then `A1`, then the output. The four lines stand in the formula of"
        " the forward pass.",
        "`np.maximum(Z1, 0)` is relu of every entry. Without the 0 it cannot compare.",
        "The output layer does the same as the hidden one, with `A1` in the place of `X`, and with `W2` and"
        " `b2`. Nothing comes after its sum.",
    ],
)


SHAPES = {"W1": (5, 8), "b1": (8,), "Z1": (60, 8), "W2": (8, 2), "Z2": (60, 2)}
SHAPE_MISTAKES = {
    "W1": {
        "turned": (
            "W1: rows and columns changed places. Write X and W1 side by side: which two numbers must meet?",
            [(8, 5)],
        ),
        "examples": (
            "W1: the number of examples is in it. Would the network need other weights if you had one"
            " example more?",
            [(60, 5), (60, 8), (5, 60), (8, 60), (60, 5, 8)],
        ),
        "joined": (
            "W1: it leads from the inputs to the hidden layer; the output comes later.",
            [(5, 2), (2, 5), (8, 2), (2, 8), (5, 8, 2)],
        ),
        "bias": (
            "W1: it has one row or column too many. The biases stand in a list of their own, b1.",
            [(6, 8), (5, 9), (8, 6), (9, 5)],
        ),
        "list": (
            "W1: this is a list. There is a weight for every pair of an input and a neuron.",
            [(5,), (8,), (40,)],
        ),
    },
    "b1": {
        "column": (
            "b1: a plain list has one number in its shape. This is a table with one column or one row.",
            [(8, 1), (1, 8)],
        ),
        "examples": (
            "b1: the number of examples is in it. The bias belongs to a neuron, and is the same for all"
            " examples.",
            [(60,), (60, 1), (1, 60), (60, 8), (8, 60)],
        ),
        "inputs": (
            "b1: it has one bias for each input. The inputs compute nothing; who adds the bias?",
            [(5,), (5, 1), (1, 5)],
        ),
        "weights": (
            "b1: as many biases as weights. Each neuron has many weights, but how many biases?",
            [(5, 8), (8, 5)],
        ),
        "one": ("b1: one bias for the whole layer. Each neuron has its own.", [(1,), (1, 1), ()]),
        "output": (
            "b1: these are the biases of the output. b1 belongs to the hidden layer.",
            [(2,), (2, 1), (1, 2)],
        ),
    },
    "Z1": {
        "turned": (
            "Z1: rows and columns changed places. An example is a row, from the input to the output.",
            [(8, 60)],
        ),
        "weights": ("Z1: this is the shape of weights. In Z1 every example has its row.", [(5, 8), (8, 5)]),
        "example": ("Z1: this is one example alone. 60 go in.", [(8,)]),
        "inputs": (
            "Z1: this still is the shape of X. Every neuron makes one number of all the inputs.",
            [(60, 5)],
        ),
        "output": ("Z1: these are the sums of the output. The hidden layer comes first.", [(60, 2), (2, 60)]),
        "one": (
            "Z1: one number for each example. Every neuron of the layer gives one.",
            [(60,), (60, 1), (1, 60)],
        ),
    },
    "W2": {
        "turned": (
            "W2: rows and columns changed places. Write A1 and W2 side by side: which two numbers must meet?",
            [(2, 8)],
        ),
        "inputs": (
            "W2: the number of inputs of the network is in it. What flows into the second layer?",
            [(5, 2), (2, 5)],
        ),
        "examples": (
            "W2: the number of examples is in it. Weights do not depend on it.",
            [(60, 2), (60, 8), (2, 60), (8, 60), (60, 8, 2)],
        ),
        "bias": (
            "W2: it has one row or column too many. The biases of the output stand in a list of their own,"
            " b2.",
            [(9, 2), (8, 3), (2, 9), (3, 8)],
        ),
        "list": (
            "W2: this is a list. There is a weight for every pair of a hidden neuron and an output neuron.",
            [(8,), (2,), (16,)],
        ),
    },
    "Z2": {
        "turned": (
            "Z2: rows and columns changed places. An example is a row, from the input to the output.",
            [(2, 60)],
        ),
        "hidden": (
            "Z2: this is the shape of the hidden layer's sums. How many output neurons are there?",
            [(60, 8), (8, 60)],
        ),
        "inputs": (
            "Z2: this still is the shape of X. How many output neurons are there?",
            [(60, 5), (5, 60)],
        ),
        "one": (
            "Z2: one number for each example. How many output neurons are there?",
            [(60,), (60, 1), (1, 60)],
        ),
        "weights": ("Z2: this is the shape of weights. In Z2 every example has its row.", [(8, 2), (2, 8)]),
        "example": ("Z2: this is one example alone. 60 go in.", [(2,)]),
    },
}
"""Array -> mistake -> its sentence, and the shapes that make it."""


def _is_whole(number):
    return isinstance(number, int | np.integer) and not isinstance(number, bool)


def _as_shape(name, answer):
    """Return a list or tuple of whole numbers as a tuple of int; raises if it is none."""
    if _is_whole(answer):
        raise Unnamed(
            f"{name}: {answer} is a single number, and no shape. A shape is a tuple, such as `(3, 4)`; with"
            " one entry it has a comma, `(3,)`."
        )
    if not isinstance(answer, tuple | list) or not all(map(_is_whole, answer)):
        raise Unnamed(f"{name}: a shape is needed, a tuple of whole numbers such as `(3, 4)` or `(3,)`.")
    return tuple(map(int, answer))


def _judge_shape(name, shape):
    if shape == SHAPES[name]:
        return
    for key, (_, shapes) in SHAPE_MISTAKES[name].items():
        if shape in shapes:
            raise Wrong((name, key))
    raise Unnamed(f"{name} is not {shape}. Which numbers flow in, which neurons are there, who has a row?")


@exercise(
    "01.layer_shapes",
    right="A row an example in everything that flows; a column or an entry a neuron in all that is learnt.",
    mistakes={
        (name, key): wrong(sentence, *(SHAPES | {name: shape} for shape in shapes))
        for name, known in SHAPE_MISTAKES.items()
        for key, (sentence, shapes) in known.items()
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
    _refuse_other_names(shapes, SHAPES)
    for name in SHAPES:
        if not is_open(shapes[name]):
            _judge_shape(name, _as_shape(name, shapes[name]))
    refuse_open(shapes)


SIZES = [(2, 3, 5, 6), (6, 3), (10, 7, 7, 4, 2, 1)]
"""Tuples, since a list could be changed by the function that gets it."""


def _count(sizes):
    return sum((n + 1) * h for n, h in pairwise(sizes))


def _weights(sizes):
    return sum(n * h for n, h in pairwise(sizes))


check_count = function_exercise(
    "01.count",
    "Check count(sizes): the number of parameters of a network with these sizes, the inputs first.",
    solve=_count,
    on=[{"sizes": sizes} for sizes in SIZES],
    right="Every weight and every bias is counted once, for any number of layers.",
    mistakes={
        "no biases": wrong(
            "Only the weights are counted. What else does each neuron have to learn?",
            _weights,
        ),
        "biases only": wrong(
            "Only the biases are counted, one for each neuron.",
            lambda sizes: sum(sizes[1:]),
        ),
        "input biases": wrong(
            "The inputs got biases as well. They are given, and computed by nothing.",
            lambda sizes: _weights(sizes) + sum(sizes),
        ),
        "one bias a layer": wrong(
            "There is one bias a layer in this count. Every neuron has its own.",
            lambda sizes: sum(n * h + 1 for n, h in pairwise(sizes)),
        ),
        "one bias in all": wrong(
            "There is one bias for the whole network in this count. Every neuron has its own.",
            lambda sizes: _weights(sizes) + 1,
        ),
        "other side": wrong(
            "The 1 was added to the wrong number: every neuron has one bias beside its n weights.",
            lambda sizes: sum(n * (h + 1) for n, h in pairwise(sizes)),
        ),
        "both sides": wrong(
            "The 1 was added on both sides. Only the biases are one more, beside the n weights of each"
            " neuron.",
            lambda sizes: sum((n + 1) * (h + 1) for n, h in pairwise(sizes)),
        ),
        "last biases only": wrong(
            "Only the output neurons got biases. The hidden ones have theirs too.",
            lambda sizes: sum(n * h for n, h in pairwise(sizes)) + sizes[-1],
        ),
        "ends": wrong(
            "This goes from the inputs to the outputs at once. The layers between have parameters too.",
            lambda sizes: (sizes[0] + 1) * sizes[-1],
        ),
        "no output bias": wrong(
            "The output neurons have no bias in this count. They are neurons like the others.",
            lambda sizes: _count(sizes) - sizes[-1],
        ),
        "product": wrong(
            "All sizes were multiplied with each other. Each layer is counted alone; then the layers are"
            " added.",
            lambda sizes: np.prod(sizes),
            lambda sizes: np.prod(sizes) + sum(sizes[1:]),
        ),
        "sum": wrong(
            "The sizes were added. A layer with n inputs and h neurons has a weight for every pair of them.",
            lambda sizes: sum(sizes),
            lambda sizes: sum(n + h for n, h in pairwise(sizes)),
            lambda sizes: sum(n + 1 + h for n, h in pairwise(sizes)),
        ),
        "no last": wrong(
            "The last layer is missing: how many pairs of neighbours are there?",
            lambda sizes: _count(sizes[:-1]),
        ),
        "no first": wrong(
            "The first layer of neurons is missing: its weights lead from the inputs.",
            lambda sizes: _count(sizes[1:]),
        ),
        "one layer": wrong(
            "Only one layer is left in it. Is every layer added to the total, or does it replace it? Does"
            " `return` stand inside the loop?",
            lambda sizes: _count(sizes[-2:]),
            lambda sizes: _count(sizes[:2]),
            without_loop="Only one layer is left in it. Every pair of neighbours in `sizes` makes a layer.",
        ),
        "ring": wrong(
            "One layer too many: in a loop `sizes[-1]` is the last entry, so the output was joined to the"
            " input.",
            lambda sizes: _count([sizes[-1], *sizes]),
        ),
        "bias twice": wrong(
            "Every bias is counted twice. A neuron has one.",
            lambda sizes: _count(sizes) + sum(sizes[1:]),
        ),
        "itself": wrong(
            "A layer was multiplied with itself. Weights lead from one layer to the next, so two neighbours"
            " are multiplied.",
            lambda sizes: sum((n + 1) * n for n in sizes[1:]),
            lambda sizes: sum((n + 1) * n for n in sizes[:-1]),
            lambda sizes: sum((n + 1) * n for n in sizes),
            lambda sizes: sum(n * n for n in sizes),
        ),
        "layers": wrong(
            "This counts layers, not their weights and biases.",
            lambda sizes: len(sizes),
            lambda sizes: len(sizes) - 1,
        ),
    },
    hints=[
        "`(2, 4, 3, 1)` has four sizes, but three layers that learn: from 2 to 4, from 4 to 3, from 3 to 1.",
        "One layer, from n to h, has (n + 1) * h parameters. Add that up over all pairs of neighbours.",
        "`for k in range(len(sizes) - 1):` goes through the pairs `sizes[k]`, `sizes[k + 1]`. Start with"
        " `total = 0` before the loop, and return it after the loop.",
    ],
)


def _with_one_way(W1, b1, W2, b2, i, k):
    """Return w1, w2 and b, of which number i is what comes through hidden neuron k alone."""
    numbers = np.append(W1 @ W2, b1 @ W2 + b2)
    numbers[i] = np.append(W1[:, k] * W2[k], b1[k] * W2[k] + b2)[i]
    return numbers


check_joined = number_exercise(
    "01.joined",
    """Check neuron, (w1, w2, b): what two layers, 2 inputs, 2 hidden neurons and 1 output, come to.

    W1 is ((2, 1), (-1, 3)), b1 is (2, -1), W2 is (4, -2) as a column, b2 is 5; both have the identity.
    """,
    solve=lambda W1, b1, W2, b2: np.append(W1 @ W2, b1 @ W2 + b2),
    on={"W1": np.array([[2, 1], [-1, 3]]), "b1": np.array([2, -1]), "W2": np.array([4, -2]), "b2": 5},
    tolerance=0.01,
    unknown="Follow one input at a time, through both hidden neurons.",
    names=("w1", "w2", "b"),
    right="One neuron does what the three do. Without a bend between them, layers add nothing.",
    mistakes={
        "order": wrong(
            "The matrices were multiplied in the wrong order, or W1 was turned round: an input goes along"
            " its row of W1, and from there through W2.",
            lambda W1, b1, W2, b2: np.append(W1.T @ W2, b1 @ W2 + b2),
            lambda W1, b1, W2, b2: np.append(W1.T @ W2, b2),
        ),
        "b1 lost": wrong(
            "b1 is missing in the bias. The hidden biases reach the output too; on which way?",
            lambda W1, b1, W2, b2: np.append(W1 @ W2, b2),
        ),
        "b2 lost": wrong(
            "b2 is missing in the bias.",
            lambda W1, b1, W2, b2: np.append(W1 @ W2, b1 @ W2),
        ),
        "b1 unweighted": wrong(
            "b1 was added as it is. On its way to the output it goes through W2.",
            lambda W1, b1, W2, b2: np.append(W1 @ W2, b1.sum() + b2),
        ),
        "b2 twice": wrong(
            "b2 was added once for each way through the hidden layer. The output neuron adds it once.",
            lambda W1, b1, W2, b2: np.append(W1 @ W2, b1 @ W2 + 2 * b2),
        ),
        "one way": wrong(
            "This follows one hidden neuron only. Every input reaches the output in two ways; their effects"
            " add up.",
            AnyOf(lambda W1, b1, W2, b2: [np.append(W1[:, k] * W2[k], b1[k] * W2[k] + b2) for k in (0, 1)]),
            AnyOf(lambda W1, b1, W2, b2: [np.append(W1[:, k] * W2[k], b1 @ W2 + b2) for k in (0, 1)]),
        ),
        "one way once": wrong(
            "One of the three numbers follows one hidden neuron only. Each input, and b1, reaches the output"
            " in two ways.",
            *(
                (lambda W1, b1, W2, b2, i=i, k=k: _with_one_way(W1, b1, W2, b2, i, k))
                for i in range(3)
                for k in range(2)
            ),
        ),
        "first layer": wrong(
            "Along each input the weights of layer 1 were added. Each of them meets a weight of W2 first.",
            lambda W1, b1, W2, b2: np.append(W1.sum(axis=1), b1 @ W2 + b2),
            lambda W1, b1, W2, b2: np.append(W1.sum(axis=1), b1.sum() + b2),
        ),
        "sums": wrong(
            "Weights were added before they were multiplied. Follow each way alone, multiplying; then add"
            " the ways.",
            lambda W1, b1, W2, b2: np.append(W1.sum(axis=1) * W2.sum(), b1 @ W2 + b2),
            lambda W1, b1, W2, b2: np.append(W1.sum(axis=1) * W2.sum(), b1.sum() * W2.sum() + b2),
        ),
        "sign": wrong(
            "A minus sign of W2 got lost: what goes through hidden neuron 2 is taken off.",
            lambda W1, b1, W2, b2: np.append(W1 @ np.abs(W2), b1 @ W2 + b2),
            lambda W1, b1, W2, b2: np.append(W1 @ np.abs(W2), b1 @ np.abs(W2) + b2),
        ),
        "bias sign": wrong(
            "The weights are right. In the bias a sign slipped: minus times minus is plus.",
            lambda W1, b1, W2, b2: np.append(W1 @ W2, b1 @ np.abs(W2) + b2),
        ),
        "bias first": wrong(
            "The three numbers are right, but the bias comes last.",
            lambda W1, b1, W2, b2: np.append(b1 @ W2 + b2, W1 @ W2),
        ),
        "swapped": wrong(
            "w1 and w2 have changed places: w1 says what x1 does to the output.",
            lambda W1, b1, W2, b2: np.append((W1 @ W2)[::-1], b1 @ W2 + b2),
        ),
        "one sign": wrong(
            "The sign of w1, w2 or both is wrong: write each way as a product, signs included, then add.",
            lambda W1, b1, W2, b2: np.append(np.abs(W1 @ W2), b1 @ W2 + b2),
            lambda W1, b1, W2, b2: np.append(W1[0] @ np.abs(W2), [W1[1] @ W2, b1 @ W2 + b2]),
            lambda W1, b1, W2, b2: np.append(W1[0] @ W2, [W1[1] @ np.abs(W2), b1 @ W2 + b2]),
            lambda W1, b1, W2, b2: np.append(np.abs(W1) @ W2, b1 @ W2 + b2),
            lambda W1, b1, W2, b2: np.append(-W1 @ W2, b1 @ W2 + b2),
        ),
        "no bias": wrong(
            "The weights are right. The bias is not 0: put both inputs to 0, and see what comes out.",
            lambda W1, b1, W2, b2: np.append(W1 @ W2, 0),
        ),
        "ways multiplied": wrong(
            "The two ways were multiplied with each other. Along a way the weights are multiplied; the ways"
            " are added.",
            lambda W1, b1, W2, b2: np.append(np.prod(W1 * W2, axis=1), b1 @ W2 + b2),
        ),
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


XOR = np.array([0, 1, 1, 0])
NEURONS = "hidden 1", "hidden 2", "output"


def _three(*neurons):
    return dict(zip(NEURONS, neurons, strict=True))


def _hidden_answers(three, step=_step):
    """Return what the first two of three neurons answer at the corners, (4, 2)."""
    return np.column_stack([step(_sums(CORNERS, neuron)) for neuron in three[:2]])


def _answers_xor(three, step=_step):
    """Say whether two hidden neurons and the output, in this order, answer with XOR."""
    return (step(_sums(_hidden_answers(three, step), three[2])) == XOR).all()


def _judge_numbers(three):
    """Raise if the three neurons are right but for a corner on a line, or the order of their numbers."""
    if _answers_xor(three, _step_without_edge):
        raise Wrong("edge")
    first, second, output = (np.roll(neuron, -1) for neuron in three)
    if _answers_xor([first, second, output]) or _answers_xor([*three[:2], output]):
        raise Wrong("order")


def _judge_hidden(A):
    """Raise if no output neuron can make XOR of the hidden answers A (4, 2)."""
    a1, a2 = A.T
    if any(a.min() == a.max() for a in (a1, a2)):
        raise Wrong("constant")
    if (a1 == a2).all() or (a1 != a2).all():
        raise Wrong("twins")
    if {*map(tuple, A[XOR == 1])} & {*map(tuple, A[XOR == 0])}:
        raise Wrong("merged")
    if len({*map(tuple, A)}) == len(A):
        raise Wrong("copies")


def _judge_output(A, output):
    """Raise what is wrong with the output neuron, where the hidden answers A (4, 2) are good."""
    z = _sums(A, output)
    if (_step(z) != XOR).all():
        raise Wrong("opposite")
    if 0 in output[:2]:
        raise Wrong("deaf")
    if _a_bias_exists(z, XOR):
        raise Wrong("output bias")
    raise Wrong("output sign")  # with the right signs some bias always fits


@exercise(
    "01.xor",
    right="Two lines in the plane of the inputs, one in the hidden space: three steps, and XOR is solved.",
    mistakes={
        "edge": wrong(
            "A neuron that should give 0 somewhere has z = 0 there, and the step makes a 1 of that. Move"
            " its line off this corner.",
            _three(OR, (-1, -1, 2), AND),
        ),
        "order": wrong(
            "The numbers fit, but the bias comes last: the two weights, then the bias.",
            _three((-0.5, 1, 1), (1.5, -1, -1), (-1.5, 1, 1)),
            _three(OR, NAND, (-1.5, 1, 1)),
        ),
        "constant": wrong(
            "A hidden neuron gives the same answer for all four corners. Its line must pass between them.",
            _three(OR, (-1, -1, 2.5), AND),
        ),
        "twins": wrong(
            "Both hidden neurons say the same of all four corners, or the exact opposite. The second one"
            " must cut the plane elsewhere.",
            _three(OR, (2, 2, -1), AND),
            _three(AND, NAND, OR),
        ),
        "merged": wrong(
            "Two corners that need different answers look the same after the hidden layer. No output neuron"
            " can tell them apart again.",
            _three(AND, (1, 0, -0.5), OR),
        ),
        "copies": wrong(
            "The hidden neurons hand the two inputs on, each alone, or the opposite of an input. So the"
            " output neuron faces XOR itself again.",
            _three((1, 0, -0.5), (0, 1, -0.5), AND),
        ),
        "opposite": wrong(
            "Every answer is turned round, 0 for 1 and 1 for 0. The hidden layer is good: what turns the"
            " sign of the output's sum?",
            _three(OR, NAND, NAND),
        ),
        "deaf": wrong(
            "The hidden layer is good, but a hidden neuron whose weight is 0 is not heard.",
            _three(OR, NAND, (1, 0, -0.5)),
        ),
        "output bias": wrong(
            "The hidden layer is good, and the output's weights fit. Its bias does not: write down its sum"
            " for each corner.",
            _three(OR, NAND, OR),
        ),
        "output sign": wrong(
            "The hidden layer is good. A weight of the output has the wrong sign: does that hidden neuron"
            " speak for the answer 1, or against it?",
            _three(OR, AND, AND),
        ),
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
    _refuse_other_names(neurons, NEURONS)
    left = [name for name in NEURONS if is_open(neurons[name])]
    given = [numbers_in(f"{name} is", neurons[name], (3,), THREE) for name in NEURONS if name not in left]
    if not given:
        refuse_open(neurons)
    if left:
        raise NotAttempted(
            f"There still is a `...` to replace: {', '.join(left)}. All three neurons are needed."
        )
    if not _answers_xor(given):
        _judge_numbers(given)
        A = _hidden_answers(given)
        _judge_hidden(A)
        _judge_output(A, given[-1])
