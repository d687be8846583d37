"""The exercises of notebook 00: the loss of a line, what a neuron hands on."""

import numpy as np

from helpers.learner.comparing import compare_value
from helpers.learner.exercise import exercise
from helpers.maths import network


@exercise(
    "00.loss_of_three_points",
    right="Three errors, squared one by one, added, and divided by twice the number of points.",
    mistakes={
        "sum": "This is the sum of the squares. By what does the loss divide it?",
        "mean": "This is the mean of the squares. What stands below the line is twice as much.",
        "half": "This is half the sum of the squares. The loss is a mean over the points as well.",
        "from left to right": "Python works `/ 2 * m` and `/ m * 2` off from left to right: the first number"
        " divides, the second multiplies. What stands below the line needs brackets.",
        "cancelled": "The errors were added with their signs, so they partly cancel. Each is squared first.",
        "no square": "The errors were added by their size. The loss squares each of them, so that a large one"
        " counts more.",
        "squared late": "The errors were added first and squared then, or the last one was taken alone."
        " Square each, then add.",
        "negative square": "A square was counted as negative. In Python `-5 ** 2` is -25: the minus comes"
        " last, unless it stands in brackets.",
        "root": "This is the root of a mean square. The loss takes no root.",
        "one point": "This looks at one of the points only. The loss adds up the squares of all three.",
        "swapped": "The two numbers of the line changed places: which one stands alone, and which one"
        " multiplies x?",
        "no height": "The height is missing in the predictions: at x = 0 this line would be at 0.",
        "no target": "The predictions themselves were squared. An error is prediction minus target.",
        "predictions": "The predictions were added up. An error is prediction minus target; each is squared.",
    },
    hints=[
        "Make a table with a row for each point: x, the prediction `h = 1 + 3 x`, y, the error `h - y`.",
        "The predictions are 4, 7 and 10, so the first error is 4 - 3 = 1. Find the other two, and square all"
        " three.",
        "Add the three squares, and divide the sum by `2 * 3`, since m = 3.",
    ],
)
def check_loss_of_three_points(loss):
    """Check loss, a number: that of the line 1 + 3 x over the points (1, 3), (2, 12) and (3, 8)."""
    x, y, m = np.array([1, 2, 3]), np.array([3, 12, 8]), 3
    h = 1 + 3 * x
    errors = h - y
    squares = errors**2
    total = squares.sum()
    divisors = 1, 2, m, 2 * m
    wrong = {
        "sum": total,
        "mean": total / m,
        "half": total / 2,
        "from left to right": (total / 2 * m, total / m * 2),
        "cancelled": tuple(errors.sum() / divisor for divisor in divisors),
        "no square": tuple(np.abs(errors).sum() / divisor for divisor in divisors),
        "squared late": errors.sum() ** 2 / (2 * m),
        "negative square": tuple(np.sum(errors * np.abs(errors)) / divisor for divisor in (2 * m, m, 1)),
        "root": (np.sqrt(total / (2 * m)), np.sqrt(total / m)),
        "one point": tuple(squares[:2] / (2 * m)),  # the last one gives the same as "squared late"
        "swapped": np.sum((3 + x - y) ** 2) / (2 * m),
        "no height": np.sum((3 * x - y) ** 2) / (2 * m),
        "no target": np.sum(h**2) / (2 * m),
        "predictions": tuple(h.sum() / divisor for divisor in divisors),
    }
    unknown = "Write out the three errors first, then their squares, then the sum."
    yield compare_value(loss, total / (2 * m), wrong, tolerance=0.01, unknown=unknown)


@exercise(
    "00.one_neuron",
    right="Each weight met its input, the bias came in once, and the negative sum became 0.",
    mistakes={
        "no activation": "The second sum is right, but it was handed on as it is. What does the neuron do"
        " with a negative sum?",
        "absolute": "The second sum lost its minus. A negative sum is not turned round by max(z, 0): look at"
        " which of the two is larger.",
        "no bias": "The products are right, but one number of the neuron has not been used yet.",
        "no bias, no activation": "Two things are missing: the bias in both sums, and what the neuron does"
        " with a negative sum.",
        "late bias": "The bias was added to the end result. It belongs to the sum z, before the comparison"
        " with 0.",
        "many biases": "The bias was added to each of the three products. A neuron has one bias, added once.",
        "minus bias": "The bias was taken off. It is added.",
        "sign": "A minus sign got lost: with its negative weight the second input lowers the sum.",
        "added": "Weights and inputs were added to each other. A weight multiplies its input.",
        "products cut": "Negative products were made 0 one by one. The comparison with 0 comes last, for the"
        " whole sum.",
        "smaller": "This is the smaller of z and 0; max takes the larger.",
        "step": "This says whether the sum is positive. The neuron hands the positive sum itself on.",
        "swapped": "The two numbers are right, but they changed places.",
        "swapped, no activation": "The two changed places, and one was handed on as it is.",
    },
    hints=[
        "Multiply each weight with its own input; that makes three products. Add them, and add the bias"
        " once.",
        "For the first inputs the products are 1, -2 and 4. What is their sum, together with the bias?",
        "Now take the larger of z and 0. For one of the two examples that changes something.",
    ],
)
def check_one_neuron(outputs):
    """Check outputs, a pair: what the neuron hands on for the inputs (2, 1, 4) and for (1, 2, -1).

    Its weights are 0.5, -2 and 1, its bias is 1.5, and a = max(z, 0).
    """
    X, w, b = np.array([[2, 1, 4], [1, 2, -1]]), np.array([0.5, -2, 1]), 1.5
    products = X * w  # (2, 3)
    z = products.sum(axis=1) + b
    relu = network.activation("relu")
    right = relu(z)
    wrong = {
        "no activation": z,
        "absolute": np.abs(z),
        "no bias": relu(z - b),
        "no bias, no activation": z - b,
        "late bias": relu(z - b) + b,
        "many biases": (relu(z + 2 * b), z + 2 * b),
        "minus bias": (relu(z - 2 * b), z - 2 * b),
        "sign": (X @ np.abs(w) + b, np.abs(products).sum(axis=1) + b),
        "added": (X + w).sum(axis=1) + b,
        "products cut": (relu(products).sum(axis=1) + b, relu(products).sum(axis=1)),
        "smaller": np.minimum(z, 0),
        "step": z > 0,
        "swapped": right[::-1],
        "swapped, no activation": z[::-1],
    }
    names = "The first output", "the second output"
    unknown = "Write out the three products first, then z, then the larger of z and 0."
    yield compare_value(outputs, right, wrong, tolerance=0.01, unknown=unknown, names=names)
