"""Known answers to the exercises of notebook 00."""

import numpy as np
from answers import Answers

x, y = np.array([1, 2, 3]), np.array([3, 12, 8])
errors = 1 + 3 * x - y

LOSS_OF_THREE_POINTS = Answers(
    right=[5, np.sum(errors**2) / (2 * len(y)), np.mean(errors**2) / 2, np.array(5.0), 30 / 6],
    mistakes={  # as found on paper: rounded, or of the last point
        "sum": 30,
        "cancelled": [-2, -0.33],
        "no square": [8, 2.67],
        "size or late": [4, 1.33],
        "squared late": errors[-1] ** 2 / 6,
        "negative square": [-20, -3.33],
        "one point": [4.17, 0.17],
    },
    others={
        "6 is not it. Write out": 6,
        "3 numbers, but one number is needed": errors**2 / 6,
        "an array of shape (1,), but one number": np.array([5.0]),
        "The answer is text": "5",
        "The answer is None": None,
    },
)

w, b = np.array([0.5, -2, 1]), 1.5
first, second = np.array([2, 1, 4]), np.array([1, 2, -1])

ONE_NEURON = Answers(
    right=[(4.5, 0), [4.5, 0.0], np.array([4.5, 0]), (max(w @ first + b, 0), max(w @ second + b, 0))],
    mistakes={
        "no activation": (4.5, -3),
        "absolute": (4.5, 3),
        "no bias": (3, 0),
        "many biases": (max(sum(w * first + b), 0), max(sum(w * second + b), 0)),
        "step": (1, 0),
        "swapped": (0, 4.5),
    },
    others={
        "The first output is right, the second output is not right": (4.5, 1),
        "The first output is not right, the second output is right. Write out": (4, 0),
        "an array of shape (2, 3), but 2 numbers are needed": (w * first, w * second),
        "one number, but 2 numbers are needed": 4.5,
        "There still is a `...` to replace": (4.5, ...),
    },
)

ANSWERS = {"check_loss_of_three_points": LOSS_OF_THREE_POINTS, "check_one_neuron": ONE_NEURON}
