"""The exercises of notebook 00: the loss of a line, what a neuron hands on."""

import numpy as np

from helpers.learner.exercise import AnyOf, number_exercise, wrong
from helpers.maths import network

DIVISORS = 1, 2, 3, 6
"""What a sum over three points may have been divided by."""


def _loss(x, y):
    return np.sum((1 + 3 * x - y) ** 2) / 6


check_loss_of_three_points = number_exercise(
    "00.loss_of_three_points",
    "Check loss, a number: that of the line 1 + 3 x over the points (1, 3), (2, 12) and (3, 8).",
    solve=_loss,
    on={"x": np.array([1.0, 2, 3]), "y": np.array([3.0, 12, 8])},
    tolerance=0.01,
    unknown="Write out the three errors first, then their squares, then the sum.",
    right="Three errors, squared one by one, added, and divided by twice the number of points.",
    mistakes={
        "sum": wrong(
            "This is the sum of the squares. By what does the loss divide it?",
            lambda x, y: np.sum((1 + 3 * x - y) ** 2),
        ),
        "mean": wrong(
            "This is the mean of the squares. What stands below the fraction bar is twice as much.",
            lambda x, y: np.mean((1 + 3 * x - y) ** 2),
        ),
        "half": wrong(
            "This is half the sum of the squares. The loss is a mean over the points as well.",
            lambda x, y: np.sum((1 + 3 * x - y) ** 2) / 2,
        ),
        "from left to right": wrong(
            "Python works `/ 2 * m` and `/ m * 2` off from left to right: the first number divides, the"
            " second multiplies. What stands below the fraction bar needs brackets.",
            lambda x, y: np.sum((1 + 3 * x - y) ** 2) / 2 * len(y),
            lambda x, y: np.sum((1 + 3 * x - y) ** 2) / len(y) * 2,
        ),
        "cancelled": wrong(
            "The errors were added with their signs, so they partly cancel. Each is squared first.",
            AnyOf(lambda x, y: [np.sum(1 + 3 * x - y) / divisor for divisor in DIVISORS]),
        ),
        "size or late": wrong(  # 4 / 3 is 8 / 6, and 4 is 8 / 2
            "Either the sizes of the errors were added, or their sum was squared, or one square was taken"
            " alone. Square each error by itself, then add all the squares.",
            AnyOf(lambda x, y: [np.sum(1 + 3 * x - y) ** 2 / divisor for divisor in (1, 3)]),
        ),
        "no square": wrong(
            "The errors were added by their size. The loss squares each of them, so that a large one counts"
            " more.",
            AnyOf(lambda x, y: [np.sum(np.abs(1 + 3 * x - y)) / divisor for divisor in (1, 3)]),
        ),
        "squared late": wrong(
            "The errors were added first and squared then, or the last one was taken alone. Square each, then"
            " add.",
            lambda x, y: np.sum(1 + 3 * x - y) ** 2 / 6,
            lambda x, y: np.mean(1 + 3 * x - y) ** 2 / 2,
            lambda x, y: np.mean(1 + 3 * x - y) ** 2,
        ),
        "negative square": wrong(
            "A square was counted as negative. In Python `-5 ** 2` is -25: the minus comes last, unless it"
            " stands in brackets.",
            AnyOf(
                lambda x, y: [
                    np.sum((1 + 3 * x - y) * np.abs(1 + 3 * x - y)) / divisor for divisor in (6, 3, 1)
                ]
            ),
        ),
        "root": wrong(
            "This is a root. The loss takes none.",
            lambda x, y: np.sqrt(_loss(x, y)),
            lambda x, y: np.sqrt(np.mean((1 + 3 * x - y) ** 2)),
        ),
        "one point": wrong(  # of the last point alone it gives the same as "squared late"
            "This looks at one of the points only. The loss adds up the squares of all three.",
            AnyOf(lambda x, y: (1 + 3 * x - y)[:2] ** 2 / 6),
        ),
        "swapped": wrong(
            "The two numbers of the line changed places: which one stands alone, and which one multiplies x?",
            lambda x, y: np.sum((3 + x - y) ** 2) / 6,
        ),
        "no height": wrong(
            "The height is missing in the predictions: at x = 0 this line would be at 0.",
            lambda x, y: np.sum((3 * x - y) ** 2) / 6,
        ),
        "no target": wrong(
            "The predictions themselves were squared. An error is prediction minus target.",
            lambda x, y: np.sum((1 + 3 * x) ** 2) / 6,
        ),
        "predictions": wrong(
            "The predictions were added up. An error is prediction minus target; each is squared.",
            AnyOf(lambda x, y: [np.sum(1 + 3 * x) / divisor for divisor in DIVISORS]),
        ),
        "root of the sum": wrong(
            "There is a root in this number. The loss adds up squares and takes no root.",
            AnyOf(lambda x, y: [np.sqrt(6 * _loss(x, y)) / divisor for divisor in DIVISORS]),
        ),
        "half twice": wrong(
            "This is half of what it should be: the half stands in the loss once.",
            lambda x, y: _loss(x, y) / 2,
        ),
        "one less": wrong(
            "What the sum is divided by counts one point too few. The mean is over all three.",
            lambda x, y: np.sum((1 + 3 * x - y) ** 2) / 4,
        ),
        "plus": wrong(
            "Prediction plus target? An error is the difference of the two.",
            lambda x, y: np.sum((1 + 3 * x + y) ** 2) / 6,
        ),
        "targets": wrong(
            "The targets themselves were squared. An error is prediction minus target.",
            lambda x, y: np.sum(y**2) / 6,
        ),
        "negative": wrong(
            "The size is right, the sign is not: a loss adds up squares, so it is never negative.",
            lambda x, y: -_loss(x, y),
        ),
        "falls": wrong(
            "Here the line was taken as 1 - 3 x. It rises: what is its height at x = 1?",
            lambda x, y: np.sum((1 - 3 * x - y) ** 2) / 6,
        ),
    },
    hints=[
        "Make a table with a row for each point: x, the prediction `h = 1 + 3 x`, y, the error `h - y`.",
        "The predictions are 4, 7 and 10, so the first error is 4 - 3 = 1. Find the other two, and square all"
        " three.",
        "Add the three squares, and divide the sum by `2 * 3`, since m = 3.",
    ],
)

_relu = network.activation("relu")

check_one_neuron = number_exercise(
    "00.one_neuron",
    """Check outputs, a pair: what the neuron hands on for the inputs (2, 1, 4) and for (1, 2, -1).

    Its weights are 0.5, -2 and 1, its bias is 1.5, and a = max(z, 0).
    """,
    solve=lambda X, w, b: _relu(X @ w + b),
    on={"X": np.array([[2.0, 1, 4], [1, 2, -1]]), "w": np.array([0.5, -2, 1]), "b": 1.5},
    tolerance=0.01,
    unknown="Write out the three products first, then z, then the larger of z and 0.",
    names=("The first output", "the second output"),
    right="Each weight met its input, the bias came in once, and the negative sum became 0.",
    mistakes={
        "no activation": wrong(
            "The second sum is right, but it was handed on as it is. What does the neuron do with a negative"
            " sum?",
            lambda X, w, b: X @ w + b,
        ),
        "absolute": wrong(
            "The second sum lost its minus. A negative sum is not turned round by max(z, 0): look at which of"
            " the two is larger.",
            lambda X, w, b: np.abs(X @ w + b),
        ),
        "no bias": wrong(
            "The products are right, but one number of the neuron has not been used yet.",
            lambda X, w, b: _relu(X @ w),
        ),
        "no bias, no activation": wrong(
            "Two things are missing: the bias in both sums, and what the neuron does with a negative sum.",
            lambda X, w, b: X @ w,
        ),
        "late bias": wrong(
            "The bias was added to the end result. It belongs to the sum z, before the comparison with 0.",
            lambda X, w, b: _relu(X @ w) + b,
        ),
        "many biases": wrong(
            "The bias was added to each of the three products. A neuron has one bias, added once.",
            lambda X, w, b: _relu((X * w + b).sum(axis=1)),
            lambda X, w, b: (X * w + b).sum(axis=1),
        ),
        "minus bias": wrong(
            "The bias was taken off. It is added.",
            lambda X, w, b: _relu(X @ w - b),
            lambda X, w, b: X @ w - b,
        ),
        "sign": wrong(
            "A minus sign got lost: with its negative weight the second input lowers the sum.",
            lambda X, w, b: X @ np.abs(w) + b,
            lambda X, w, b: np.abs(X * w).sum(axis=1) + b,
        ),
        "added": wrong(
            "Weights and inputs were added to each other. A weight multiplies its input.",
            lambda X, w, b: (X + w).sum(axis=1) + b,
        ),
        "products cut": wrong(
            "Negative products were made 0 one by one. The comparison with 0 comes last, for the whole sum.",
            lambda X, w, b: _relu(X * w).sum(axis=1) + b,
            lambda X, w, b: _relu(X * w).sum(axis=1),
        ),
        "smaller": wrong(
            "This is the smaller of z and 0; max takes the larger.",
            lambda X, w, b: np.minimum(X @ w + b, 0),
        ),
        "step": wrong(
            "This says whether the sum is positive. The neuron hands the positive sum itself on.",
            lambda X, w, b: X @ w + b > 0,
        ),
        "swapped": wrong(
            "The two numbers are right, but they changed places.",
            lambda X, w, b: _relu(X @ w + b)[::-1],
        ),
        "swapped, no activation": wrong(
            "The two changed places, and one was handed on as it is.",
            lambda X, w, b: (X @ w + b)[::-1],
        ),
        "bias twice": wrong(
            "The bias was added twice. A neuron adds its bias once.",
            lambda X, w, b: _relu(X @ w + 2 * b),
            lambda X, w, b: X @ w + 2 * b,
        ),
        "no weights": wrong(
            "The inputs were added as they are. Each is multiplied by its own weight first.",
            lambda X, w, b: _relu(X.sum(axis=1) + b),
        ),
        "other weights": wrong(
            "The weights met the wrong inputs: the first weight belongs to the first input, and so on.",
            lambda X, w, b: _relu(X @ w[::-1] + b),
            lambda X, w, b: X @ w[::-1] + b,
        ),
        "mean": wrong(
            "The mean of the three products was taken. A neuron adds them up.",
            lambda X, w, b: _relu(X @ w / 3 + b),
            lambda X, w, b: X @ w / 3 + b,
        ),
        "sigmoid": wrong(
            "This went through sigmoid or tanh. Here the activation is max(z, 0).",
            lambda X, w, b: 1 / (1 + np.exp(-(X @ w + b))),
            lambda X, w, b: np.tanh(X @ w + b),
        ),
    },
    hints=[
        "Multiply each weight with its own input; that makes three products. Add them, and add the bias"
        " once.",
        "For the first inputs the products are 1, -2 and 4. What is their sum, together with the bias?",
        "Now take the larger of z and 0. For one of the two examples that changes something.",
    ],
)
