"""Known answers to the exercises of notebook 00."""

import numpy as np
from answers import Answers

x, y = np.array([1, 2, 3]), np.array([3, 12, 8])
errors = 1 + 3 * x - y

LOSS_OF_THREE_POINTS = Answers(
    right=[5, np.sum(errors**2) / (2 * len(y)), np.mean(errors**2) / 2, np.array(5.0), 30 / 6],
    mistakes={
        "sum": 30,
        "mean": [10, np.mean(errors**2)],
        "half": [15, np.sum(errors**2) / 2],
        "from left to right": [np.sum(errors**2) / 2 * len(y), np.sum(errors**2) / len(y) * 2],
        "cancelled": [-2, -1, -0.33, np.mean(errors)],
        "no square": [8, 4, 8 / 6, np.mean(np.abs(errors))],
        "squared late": [np.sum(errors) ** 2 / 6, errors[-1] ** 2 / 6],
        "negative square": [(1**2 + -(5**2) + 2**2) / 6, -20, -3.33],
        "root": [np.sqrt(5), np.sqrt(10)],
        "one point": [25 / 6, 1 / 6, 0.17],
        "swapped": np.sum((3 + 1 * x - y) ** 2) / 6,
        "no height": np.sum((3 * x - y) ** 2) / 6,
        "no target": np.sum((1 + 3 * x) ** 2) / 6,
        "predictions": [21, 10.5, 7, 3.5],
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
        "no activation": [(4.5, -3), (w @ first + b, w @ second + b)],
        "absolute": (4.5, 3),
        "no bias": (3, 0),
        "no bias, no activation": (w @ first, w @ second),
        "late bias": (max(w @ first, 0) + b, max(w @ second, 0) + b),
        "many biases": (max(sum(w * first + b), 0), max(sum(w * second + b), 0)),
        "minus bias": [(1.5, 0), (1.5, -6)],
        "sign": [(8.5, 5), (8.5, 7)],
        "added": (sum(w + first) + b, sum(w + second) + b),
        "products cut": [(6.5, 2), (5, 0.5)],
        "smaller": (min(w @ first + b, 0), min(w @ second + b, 0)),
        "step": (1, 0),
        "swapped": (0, 4.5),
        "swapped, no activation": (-3, 4.5),
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
