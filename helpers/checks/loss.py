"""The exercises of notebook 02: three points by hand, L, the half and the mean, many lines, bad shapes."""

import dis
import re

import numpy as np

from helpers.learner.exercise import (
    AnyOf,
    Part,
    exercise,
    function_exercise,
    functions_of,
    judge_function,
    over,
    parts_exercise,
    values_of,
    wrong,
)
from helpers.learner.numbers import compare_value, copied, numbers_in
from helpers.learner.running import run
from helpers.learner.verdict import NotAttempted, Unnamed, Wrong
from helpers.learner.wording import from_outside
from helpers.maths import linear

X_BY_HAND, Y_BY_HAND = np.array([0.0, 1, 3]), np.array([3.0, 7, 6])
H = 4 - X_BY_HAND
R = H - Y_BY_HAND
L = np.sum(R**2) / 6
"""The predictions of the line 4 - x, its residuals and its loss."""

WRONG_RESIDUALS = {
    "flipped": wrong(
        "The residuals have the wrong sign: a residual is prediction minus target, so it is positive where"
        " the line is too high.",
        (*(Y_BY_HAND - H), L),
    ),
    "sizes": wrong(
        "These are the distances to the line. A residual also says on which side the point lies, by its"
        " sign.",
        (*np.abs(R), L),
    ),
    "squares": wrong(
        "These are the squares. A residual is the difference itself, before it is squared.",
        (*R**2, L),
    ),
    "predictions": wrong(
        "These are the predictions. How far is each of them from its target?",
        (*H, L),
    ),
    "rising": wrong(
        "Here the line was taken as 4 + x. It falls: what is h at x = 3?",
        (*(4 + X_BY_HAND - Y_BY_HAND), L),
    ),
    "backwards": wrong(
        "The three numbers are right, but in the wrong order: the first point is the one at x = 0.",
        (*R[::-1], L),
    ),
    "one sign": wrong(
        "One of the residuals has the wrong sign. It is prediction minus target, for each of them.",
        *((*(R * signs), L) for signs in ((-1, 1, 1), (1, -1, 1), (1, 1, -1))),
    ),
    "targets": wrong(
        "These are the targets. How far is the line from each of them?",
        (*Y_BY_HAND, L),
    ),
    "plus": wrong(
        "Prediction plus target? A residual is the difference of the two.",
        (*(H + Y_BY_HAND), L),
    ),
}
"""Mistakes in the first three of the four numbers, whatever the fourth."""

WRONG_L = {
    "sum": wrong(
        "The residuals are right. This L is the sum of the squares; it still is to be divided.",
        (*R, np.sum(R**2)),
    ),
    "half": wrong(
        "The residuals are right. This L is the mean of the squares, and the half is missing.",
        (*R, np.mean(R**2)),
    ),
    "mean": wrong(
        "The residuals are right. This L is half the sum of the squares; where has the number of points"
        " gone?",
        (*R, np.sum(R**2) / 2),
    ),
    "absolute": wrong(
        "The residuals are right. This L adds up their sizes; it is the squares that count.",
        *((*R, loss) for loss in over(np.sum(np.abs(R)), 1, 2, 3, 6)),
    ),
    "cancelled": wrong(
        "The residuals are right. This L adds them up as they are, so they cancel: square each of them"
        " first.",
        *((*R, loss) for loss in over(np.sum(R), 1, 2, 3, 6)),
    ),
    "square of sum": wrong(
        "The residuals are right. This L squares their sum; each is squared by itself, and then they are"
        " added.",
        *((*R, loss) for loss in over(np.sum(R) ** 2, 1, 3, 6)),
        (*R, np.mean(R) ** 2 / 2),
    ),
    "negative square": wrong(
        "The residuals are right. In this L squares were subtracted: the square of a negative number is"
        " positive.",
        *((*R, loss) for loss in over(np.sum(R * np.abs(R)), 1, 3, 6)),
    ),
    "one point": wrong(
        "The residuals are right. This L holds one point only; the squares of all three are added.",
        *((*R, loss) for loss in R[1:] ** 2 / 6),
    ),
    "root": wrong(
        "The residuals are right. A root was taken in this L; the loss takes none.",
        *((*R, loss) for loss in np.sqrt(over(np.sum(R**2), 1, 3, 6))),
        (*R, np.sqrt(np.sum(R**2)) / 6),
    ),
    "brackets": wrong(
        "The residuals are right. `/ 2 * m` is worked off from left to right, so m multiplies here: what"
        " stands below the fraction bar needs brackets.",
        *((*R, loss) for loss in (np.sum(R**2) / 2 * 3, np.sum(R**2) / 3 * 2)),
    ),
    "one less": wrong(
        "The residuals are right. This L is divided as if there were one point less; the mean is over all"
        " three.",
        (*R, np.sum(R**2) / 4),
    ),
    "half twice": wrong(
        "The residuals are right. This L is half of what it should be: the half stands in it once.",
        (*R, L / 2),
    ),
    "negative": wrong(
        "The residuals are right. L adds up squares, so it is never negative.",
        (*R, -L),
    ),
}
"""Mistakes in the fourth number, after three that are right. A sum may be divided by 1, 2, m = 3, 2m = 6."""


@exercise(
    "02.three_points",
    right="Each residual is prediction minus target, and the loss is half the mean of their squares.",
    mistakes=WRONG_RESIDUALS | WRONG_L,
    hints=[
        "Make a table as above, with a row for each point: `x`, `y`, `h = 4 - x`, `h - y`, `(h - y)^2`.",
        "The predictions are 4, 3 and 1. Subtract the targets 3, 7 and 6 from them, with the sign.",
        "Add up the three squares, and divide by $2m$, where $m = 3$.",
    ],
)
def check_three_points(numbers):
    """Check numbers, four: the residuals of three points in their order, and L.

    The line is h = 4 - x; the points are (0, 3), (1, 7) and (3, 6).
    """
    found = numbers_in("The answer is", numbers, (4,), "three residuals and L")
    compare_value(
        found[:3],
        R,
        [(key, four[:3]) for key, four in values_of(WRONG_RESIDUALS, {})],
        tolerance=0.004,
        unknown="Write out h at each point, then subtract the target.",
        names=("Residual 1", "residual 2", "residual 3"),
    )
    compare_value(
        found[3],
        L,
        [(key, four[3]) for key, four in values_of(WRONG_L, {})],
        tolerance=0.004,
        unknown="The residuals are right: square each, add up, divide by 2m.",
    )


DATA = [
    {  # 5 examples and 3 columns: all that a loss may be divided by, 2m, m, m - 1 and so on, lies apart
        "theta": np.array([1.0, -2, 0.5]),
        "X": np.array([[1.0, 2, 5], [1, -1, 3], [1, 4, -2], [1, 0, 1], [1, 3, 3]]),
        "y": np.array([3.137, -4, 6, 0.713, -2.291]),
    },
    {
        "theta": np.array([2, -1]),
        "X": np.array([[1.0, 1], [1, 2], [1, 4], [1, 7]]),
        "y": np.array([1.537, 3, -2.219, 4.113]),
    },
]


def _residuals_in_a_table(theta, X, y):
    return X @ theta - y[:, None]


def _of_a_table(predictions, y, axis=None):
    """Return a list of what the loss becomes where each example has several predictions, a row of a table.

    axis  0 if the squares are added up for each column, None if all are
    """
    return over(np.sum((predictions - y[:, None]) ** 2, axis=axis), 2 * len(y), len(y), 2, 1)


def _divided_in_every_round(theta, X, y, divisor):
    total = 0
    for i in range(len(y)):
        total = (total + (X[i] @ theta - y[i]) ** 2) / divisor
    return total


check_loss = function_exercise(
    "02.loss",
    "Check loss(theta, X, y), which returns the chapter's L, one number.",
    solve=linear.loss,
    on=DATA,
    right="It is half the mean of the squares, whatever the number of examples and of parameters.",
    mistakes={
        "half": wrong(
            "It is twice too big: this is the mean of the squares. Which factor stands in front of the sum"
            " beside the number of examples?",
            lambda theta, X, y: np.mean((X @ theta - y) ** 2),
        ),
        "sum": wrong(
            "It is m times too big: the squares are added up, but not averaged over the m examples.",
            lambda theta, X, y: np.sum((X @ theta - y) ** 2) / 2,
        ),
        "whole sum": wrong(
            "This is the sum of the squares, whole. The half and the mean are still missing.",
            lambda theta, X, y: np.sum((X @ theta - y) ** 2),
        ),
        "brackets": wrong(
            "`/ 2 * m` and `/ m * 2` are worked off from left to right: the first number divides, the second"
            " multiplies. The whole of 2m stands below the fraction bar.",
            lambda theta, X, y: np.sum((X @ theta - y) ** 2) / 2 * len(y),
            lambda theta, X, y: np.sum((X @ theta - y) ** 2) / len(y) * 2,
        ),
        "cancelled": wrong(
            "The square is missing: residuals above and below the line cancel.",
            AnyOf(lambda theta, X, y: over(np.sum(X @ theta - y), 2 * len(y), len(y), 2)),
        ),
        "absolute": wrong(
            "This takes the sizes of the residuals. Their squares are added up.",
            AnyOf(lambda theta, X, y: over(np.sum(np.abs(X @ theta - y)), 2 * len(y), len(y))),
        ),
        "square of sum": wrong(
            "This adds up the residuals and squares the sum. The square belongs to each of them, before they"
            " are added.",
            AnyOf(lambda theta, X, y: over(np.sum(X @ theta - y) ** 2, 2 * len(y), len(y), 1)),
            lambda theta, X, y: np.mean(X @ theta - y) ** 2 / 2,
            lambda theta, X, y: np.mean(X @ theta - y) ** 2,
        ),
        "root": wrong(
            "There is a square root too many: this is an error in the units of y. The loss is in units of y"
            " squared.",
            lambda theta, X, y: np.sqrt(np.mean((X @ theta - y) ** 2)),
            lambda theta, X, y: np.sqrt(np.mean((X @ theta - y) ** 2) / 2),
            lambda theta, X, y: np.sqrt(np.sum((X @ theta - y) ** 2)),
        ),
        "parameters": wrong(
            "It is divided by the number of parameters. The mean is over the examples: how many rows has X?",
            AnyOf(lambda theta, X, y: over(np.sum((X @ theta - y) ** 2), 2 * len(theta), len(theta))),
        ),
        "one less": wrong(
            "What it is divided by counts one example too few. The mean is over all m of them.",
            AnyOf(lambda theta, X, y: over(np.sum((X @ theta - y) ** 2), 2 * (len(y) - 1), len(y) - 1)),
        ),
        "no x0": wrong(
            "The intercept is missing in the prediction: column 0 of X, the ones, multiplies theta_0.",
            lambda theta, X, y: linear.loss(theta[1:], X[:, 1:], y),
            lambda theta, X, y: linear.loss(theta[1:2], X[:, 1:2], y),
        ),
        "two parameters": wrong(
            "Only theta_0 and theta_1 are used. Here a prediction adds up as many products as X has columns.",
            lambda theta, X, y: linear.loss(theta[:2], X[:, :2], y),
        ),
        "plus": wrong(
            "Prediction plus target? A residual is the difference of the two.",
            lambda theta, X, y: np.mean((X @ theta + y) ** 2) / 2,
        ),
        "no target": wrong(
            "The targets are missing: these are the squares of the predictions.",
            lambda theta, X, y: np.mean((X @ theta) ** 2) / 2,
        ),
        "one example": wrong(
            "Only one example is left in it. Is each square added to the total, or does it replace the one"
            " before? Does `return` stand inside the loop?",
            AnyOf(
                lambda theta, X, y: [
                    one / divisor
                    for one in ((X @ theta - y) ** 2)[[0, 1, 2, -1]]
                    for divisor in (1, 2, len(y), 2 * len(y))
                ]
            ),
            without_loop="Only one example is left in it. The loss adds up the squares of all.",
        ),
        "end missing": wrong(
            "One example was left out, at the beginning or at the end: which rows do you go through?",
            lambda theta, X, y: linear.loss(theta, X[1:], y[1:]),
            lambda theta, X, y: linear.loss(theta, X[:-1], y[:-1]),
            lambda theta, X, y: np.sum((X[1:] @ theta - y[1:]) ** 2) / (2 * len(y)),
            lambda theta, X, y: np.sum((X[:-1] @ theta - y[:-1]) ** 2) / (2 * len(y)),
        ),
        "half twice": wrong(
            "It is half as big as it should be: the half stands in the loss once.",
            lambda theta, X, y: np.mean((X @ theta - y) ** 2) / 4,
        ),
        "negative": wrong(
            "The size is right, the sign is not. A loss adds up squares, so it is never negative.",
            lambda theta, X, y: -np.mean((X @ theta - y) ** 2) / 2,
        ),
        "table": wrong(
            "A column met a row: `(m, 1) - (m,)` is a table (m, m), each prediction minus each target. Look"
            " at the shapes before they are subtracted.",
            AnyOf(
                lambda theta, X, y: [
                    np.sum(_residuals_in_a_table(theta, X, y) ** 2) / divisor
                    for divisor in (1, 2, len(y), 2 * len(y), len(y) ** 2, 2 * len(y) ** 2)
                ]
            ),
        ),
        "root of the sum": wrong(
            "A root was taken, of the sum of the squares, and then it was divided. The loss takes no root.",
            AnyOf(lambda theta, X, y: over(np.linalg.norm(X @ theta - y), 2, len(y), 2 * len(y))),
            lambda theta, X, y: np.sqrt(np.mean((X @ theta - y) ** 2)) / 2,
        ),
        "mean twice": wrong(
            "It is divided by m twice. The mean divides by m once; then there is the half.",
            lambda theta, X, y: np.mean((X @ theta - y) ** 2) / (2 * len(y)),
            lambda theta, X, y: np.mean((X @ theta - y) ** 2) / len(y),
        ),
        "difference of squares": wrong(
            "Prediction and target were squared one by one. Subtract first, then square the difference.",
            AnyOf(lambda theta, X, y: over(np.sum((X @ theta) ** 2 - y**2), 2 * len(y), len(y), 1)),
        ),
        "some examples": wrong(
            "Only as many examples are in it as there are parameters. `len(theta)` counts parameters, and"
            " `len(y)` examples.",
            AnyOf(
                lambda theta, X, y: over(
                    np.sum(((X @ theta - y) ** 2)[: len(theta)]), 2 * len(y), 2 * len(theta), 2
                )
            ),
        ),
        "one row": wrong(
            "The same row of X, or the same target, is used for every example. Each example has its own.",
            AnyOf(lambda theta, X, y: [np.mean((X[i] @ theta - y) ** 2) / 2 for i in (0, 1, -1)]),
            AnyOf(lambda theta, X, y: [np.mean((X @ theta - y[i]) ** 2) / 2 for i in (0, 1, -1)]),
        ),
        "every round": wrong(
            "It is divided again in every round of the loop. The sum is divided once, after the loop.",
            lambda theta, X, y: _divided_in_every_round(theta, X, y, 2 * len(y)),
            lambda theta, X, y: _divided_in_every_round(theta, X, y, len(y)),
        ),
        "variance": wrong(
            "This is the variance of the residuals: their mean was taken off before they were squared.",
            lambda theta, X, y: np.var(X @ theta - y),
            lambda theta, X, y: np.var(X @ theta - y) / 2,
        ),
        "median": wrong(
            "This is a median. The loss takes the mean of all squares.",
            lambda theta, X, y: np.median((X @ theta - y) ** 2) / 2,
            lambda theta, X, y: np.median((X @ theta - y) ** 2),
        ),
        "all entries": wrong(
            "It is divided by every entry of X. The mean is over the examples: how many rows has X?",
            AnyOf(lambda theta, X, y: over(np.sum((X @ theta - y) ** 2), X.size, 2 * X.size)),
        ),
        "last product": wrong(
            "A prediction is the last product alone here. In the inner loop: is each product added to it, or"
            " does it replace the one before?",
            lambda theta, X, y: linear.loss(theta[-1:], X[:, -1:], y),
            without_loop="A prediction is the last product alone here. It adds up all of them.",
        ),
        "entry by entry": wrong(
            "`*` multiplies entry by entry: that leaves a product for each parameter. A prediction adds them"
            " up, before the target is taken off.",
            AnyOf(lambda theta, X, y: _of_a_table(X * theta, y, axis=0)),
            AnyOf(lambda theta, X, y: _of_a_table(X * theta, y)),
            lambda theta, X, y: np.mean((X * theta - y[:, None]) ** 2) / 2,
        ),
        "whole row": wrong(
            "theta_1 is multiplied by a whole row of X here, the 1 in column 0 too. `X[i]` is a row; each"
            " parameter has a column of its own, `X[i, 1]` and so on.",
            AnyOf(lambda theta, X, y: _of_a_table(theta[0] + theta[1] * X, y, axis=0)),
            AnyOf(lambda theta, X, y: _of_a_table(theta[0] + theta[1] * X, y)),
        ),
        "column 0": wrong(
            "This takes column 0 of X, the ones, for the feature. Counting starts at 0, so the first feature"
            " is column 1.",
            lambda theta, X, y: np.mean((theta[0] + theta[1] * X[:, 0] - y) ** 2) / 2,
        ),
    },
    hints=[
        "Read the formula from the inside out: first the prediction of example i, then its residual, then"
        " the square.",
        "`X[i] @ theta` is the prediction of example i, for any number of parameters. Begin with `total ="
        " 0.0`, and add one square in each round of `for i in range(len(y))`.",
        "After the loop, not inside it: divide the total by `(2 * len(y))`, with the brackets, and return"
        " that.",
    ],
)

check_half_and_mean = parts_exercise(
    "02.half_and_mean",
    """Check losses, four numbers: what becomes of L = 0.6 on 4 points under four changes.

    Every point twice; each residual twice as large; a fifth point on the line; without the half.
    """,
    on={"S": 4.8, "m": 4},  # the sum of the squares and the number of points, before the change
    meaning="one loss for each change",
    tolerance=0.004,
    unknown="what becomes of the sum of the squares, and what is it divided by?",
    right="The mean takes the number of points out of the loss, the square stays in it, and the half is one"
    " factor for all.",
    parts={
        "Every point twice": Part(
            lambda S, m: 2 * S / (2 * 2 * m),
            {
                "sum": wrong(
                    "Every point twice: the sum of the squares doubles. But what is it divided by now?",
                    lambda S, m: 2 * S / (2 * m),
                ),
                "shared": wrong(
                    "Every point twice: there are twice as many points to divide by. Has the sum of the"
                    " squares stayed the same?",
                    lambda S, m: S / (2 * 2 * m),
                ),
                "factor": wrong(
                    "Every point twice: this is the factor by which L changes. The loss itself is asked for.",
                    1.0,
                ),
                "four times": wrong(
                    "Every point twice: there are twice as many squares, each as large as before. Then the"
                    " sum is divided.",
                    lambda S, m: 4 * S / (2 * m),
                ),
            },
        ),
        "Residuals twice as large": Part(
            lambda S, m: 4 * S / (2 * m),
            {
                "not squared": wrong(
                    "Residuals twice as large: what becomes of the square of each?",
                    lambda S, m: 2 * S / (2 * m),
                ),
                "halved too": wrong(
                    "Residuals twice as large: the half and the number of points stand in the new loss as"
                    " they stood in the old. Only the squares have changed.",
                    lambda S, m: 4 * S / m,
                    lambda S, m: 4 * S / (m / 2),
                ),
                "unmoved": wrong(
                    "Residuals twice as large: the line is off by more, and this loss is as before.",
                    lambda S, m: S / (2 * m),
                ),
                "factor": wrong(
                    "Residuals twice as large: this is the factor by which L changes. The loss itself is"
                    " asked for.",
                    4.0,
                ),
                "loss squared": wrong(
                    "Residuals twice as large: the loss itself was squared. It is each residual that is"
                    " squared.",
                    lambda S, m: (S / (2 * m)) ** 2,
                    lambda S, m: (2 * S / (2 * m)) ** 2,
                ),
            },
        ),
        "A fifth point": Part(
            lambda S, m: S / (2 * (m + 1)),
            {
                "free": wrong(
                    "A fifth point: it adds nothing to the sum of the squares, but it is an example, and it"
                    " is counted.",
                    lambda S, m: S / (2 * m),
                ),
                "dearer": wrong(
                    "A fifth point, hit exactly, made the loss larger here. Does a good prediction cost?",
                    lambda S, m: S / (2 * m) * (m + 1) / m,
                    lambda S, m: S / (2 * m) + S / (2 * m) / (m + 1),
                ),
                "a fifth": wrong(
                    "A fifth point: this is what one of five would take. The other four are still in the"
                    " sum.",
                    lambda S, m: S / (2 * m) / (m + 1),
                ),
                "factor": wrong(
                    "A fifth point: this is the factor by which L changes. The loss itself is asked for.",
                    0.8,
                ),
                "no half": wrong(
                    "A fifth point: the half is missing in this one. It stands in L as before.",
                    lambda S, m: S / (m + 1),
                ),
            },
        ),
        "No half": Part(
            lambda S, m: S / m,
            {
                "wrong way": wrong(
                    "No half: the half makes the loss half as large. Without it, is the number larger or"
                    " smaller?",
                    lambda S, m: S / (2 * m) / 2,
                ),
                "same": wrong(
                    "No half: the place of the minimum stays, but the loss itself is another number.",
                    lambda S, m: S / (2 * m),
                ),
                "factor": wrong(
                    "No half: this is the factor by which L changes. The loss itself is asked for.",
                    2.0,
                ),
                "sum": wrong(
                    "No half: the mean is gone as well. Only the half is left out.",
                    lambda S, m: S,
                ),
                "twice over": wrong(
                    "No half: the half is one factor, and it is left out once.",
                    lambda S, m: 2 * S / m,
                ),
            },
        ),
    },
    hints=[
        "Write $L = S / (2m)$ with the sum of squares $S$. Here $m = 4$: what is $S$?",
        "For each change ask two things: what is the new $S$, and what is the new $m$?",
        "$S$ is 4.8. Twice the points: both double. Residuals twice as large: each square, so $S$ too, is"
        " four times as large. A fifth point: $m$ alone changes.",
    ],
)

MANY = [
    {  # as many lines as points, so that targets along the wrong axis fit too and can be named
        "thetas": np.array([[1.0, 2], [0, -1], [3, 0.5]]),
        "X": np.array([[1.0, 1], [1, 3], [1, -2]]),
        "y": np.array([4.037, 0.519, -1.211]),
    },
    {
        "thetas": np.array([[1, 2, 0], [0, -1, 1], [3, 1, -2], [2, 2, 2]]),
        "X": np.array([[1.0, 1, 0.5], [1, -2, 3]]),
        "y": np.array([2.037, -1.519]),
    },
]


def _squares(thetas, X, y):
    """Return the squares of the residuals, (k, m): a row for each line."""
    return (thetas @ X.T - y) ** 2


check_many_losses = function_exercise(
    "02.many_losses",
    "Check losses(thetas, X, y): the loss of each line, (k,), where thetas is (k, n+1).",
    solve=lambda thetas, X, y: np.array([linear.loss(theta, X, y) for theta in thetas]),
    on=MANY,
    meaning="one loss for each line",
    right="One loss for each line, all at once: the whole landscape of a bowl takes one such call.",
    mistakes={
        "half": wrong(
            "Each loss is twice too big: these are means of squares, without the half.",
            lambda thetas, X, y: np.mean(_squares(thetas, X, y), axis=1),
        ),
        "sum": wrong(
            "The squares of a line are added up, but not averaged over the examples.",
            AnyOf(lambda thetas, X, y: over(np.sum(_squares(thetas, X, y), axis=1), 1, 2)),
        ),
        "lines": wrong(  # without the 2 it gives the means, "half", where there are as many lines as points
            "The sums are divided by the number of lines. The mean is over the examples.",
            lambda thetas, X, y: np.sum(_squares(thetas, X, y), axis=1) / (2 * len(thetas)),
        ),
        "axis": wrong(
            "This adds up along the wrong axis: for each example over all lines. The loss of a line adds up"
            " over its examples.",
            AnyOf(lambda thetas, X, y: over(np.sum(_squares(thetas, X, y), axis=0), 1, 2)),
            AnyOf(lambda thetas, X, y: over(np.mean(_squares(thetas, X, y), axis=0), 1, 2)),
        ),
        "one number": wrong(
            "All lines went into one number. `np.sum` and `np.mean` of a table take everything, unless an"
            " `axis` says along what.",
            AnyOf(lambda thetas, X, y: over(np.sum(_squares(thetas, X, y)), 1, 2, len(y), 2 * len(y))),
            AnyOf(lambda thetas, X, y: over(np.mean(_squares(thetas, X, y)), 1, 2)),
        ),
        "one line": wrong(
            "This is the loss of one line alone. Does `return` stand inside a loop, or does each loss replace"
            " the one before?",
            AnyOf(lambda thetas, X, y: [linear.loss(thetas[k], X, y) for k in (0, 1, -1)]),
            AnyOf(lambda thetas, X, y: [[linear.loss(thetas[k], X, y)] for k in (0, 1, -1)]),
            without_loop="This is the loss of one line alone. Each row of `thetas` is a line.",
        ),
        "across": wrong(
            "The targets run along the wrong axis, so predictions meet targets of other points. It raises no"
            " error here only because there are as many lines as points.",
            AnyOf(lambda thetas, X, y: over(np.mean((X @ thetas.T - y) ** 2, axis=0), 1, 2)),
            AnyOf(lambda thetas, X, y: over(np.mean((X @ thetas.T - y) ** 2, axis=1), 1, 2)),
        ),
        "residuals": wrong(
            "These are the residuals, one for each line and example. Square them, and add up along each"
            " line.",
            AnyOf(lambda thetas, X, y: over(thetas @ X.T - y, 1, 2, len(y), 2 * len(y))),
            AnyOf(lambda thetas, X, y: over(X @ thetas.T - y[:, None], 1, 2, len(y), 2 * len(y))),
        ),
        "not added": wrong(
            "These are the squares, not yet added up: one for each line and each example.",
            AnyOf(lambda thetas, X, y: over(_squares(thetas, X, y), 1, 2, len(y), 2 * len(y))),
            AnyOf(lambda thetas, X, y: over(_squares(thetas, X, y).T, 1, 2, len(y), 2 * len(y))),
        ),
        "pairs": wrong(
            "This is a table of each line with each other. The losses are on its diagonal; what lies beside"
            " it mixes two lines.",
            AnyOf(
                lambda thetas, X, y: over((thetas @ X.T - y) @ (thetas @ X.T - y).T, 1, len(y), 2 * len(y))
            ),
        ),
        "cancelled": wrong(
            "The square is missing: residuals above and below a line cancel.",
            AnyOf(lambda thetas, X, y: over(np.mean(thetas @ X.T - y, axis=1), 1, 2)),
        ),
        "absolute": wrong(
            "These are sizes of residuals. Their squares count.",
            AnyOf(lambda thetas, X, y: over(np.mean(np.abs(thetas @ X.T - y), axis=1), 1, 2)),
        ),
        "root": wrong(
            "There is a square root too many: a loss is in units of y squared.",
            lambda thetas, X, y: np.sqrt(np.mean(_squares(thetas, X, y), axis=1)),
            lambda thetas, X, y: np.sqrt(np.mean(_squares(thetas, X, y), axis=1) / 2),
            lambda thetas, X, y: np.sqrt(np.sum(_squares(thetas, X, y), axis=1)),
            AnyOf(lambda thetas, X, y: over(np.linalg.norm(thetas @ X.T - y, axis=1), 2, len(y), 2 * len(y))),
        ),
        "mean twice": wrong(
            "It is divided by m twice. The mean divides by m once; then there is the half.",
            lambda thetas, X, y: np.mean(_squares(thetas, X, y), axis=1) / (2 * len(y)),
            lambda thetas, X, y: np.mean(_squares(thetas, X, y), axis=1) / len(y),
        ),
        "not from 0": wrong(
            "Each loss holds those of the lines before it: for every line the sum begins at 0 again.",
            lambda thetas, X, y: np.cumsum(np.mean(_squares(thetas, X, y), axis=1) / 2),
        ),
        "same line": wrong(
            "All of them are the loss of one line. Each row of `thetas` has its own.",
            AnyOf(
                lambda thetas, X, y: [np.full(len(thetas), linear.loss(thetas[k], X, y)) for k in (0, 1, -1)]
            ),
        ),
        "order": wrong(
            "The losses are right, but in another order. Keep that of the rows of `thetas`.",
            lambda thetas, X, y: (np.mean(_squares(thetas, X, y), axis=1) / 2)[::-1],
            lambda thetas, X, y: np.sort(np.mean(_squares(thetas, X, y), axis=1) / 2),
        ),
        "half twice": wrong(
            "Each loss is half as big as it should be: the half stands in it once.",
            lambda thetas, X, y: np.mean(_squares(thetas, X, y), axis=1) / 4,
        ),
        "one less": wrong(
            "What the sums are divided by counts one example too few. The mean is over all m of them.",
            lambda thetas, X, y: np.sum(_squares(thetas, X, y), axis=1) / (2 * (len(y) - 1)),
        ),
        "parameters": wrong(
            "The sums are divided by the number of parameters. The mean is over the examples: how many rows"
            " has X?",
            AnyOf(
                lambda thetas, X, y: over(np.sum(_squares(thetas, X, y), axis=1), 2 * X.shape[1], X.shape[1])
            ),
        ),
        "brackets": wrong(
            "`/ 2 * m` and `/ m * 2` are worked off from left to right: the first number divides, the second"
            " multiplies. The whole of 2m stands below the fraction bar.",
            lambda thetas, X, y: np.sum(_squares(thetas, X, y), axis=1) / 2 * len(y),
            lambda thetas, X, y: np.sum(_squares(thetas, X, y), axis=1) / len(y) * 2,
        ),
        "square of sum": wrong(
            "This adds up the residuals of a line and squares the sum. Each residual is squared, then they"
            " are added.",
            AnyOf(lambda thetas, X, y: over(np.sum(thetas @ X.T - y, axis=1) ** 2, 1, 2, len(y), 2 * len(y))),
            lambda thetas, X, y: np.mean(thetas @ X.T - y, axis=1) ** 2 / 2,
            lambda thetas, X, y: np.mean(thetas @ X.T - y, axis=1) ** 2,
        ),
        "all entries": wrong(
            "It is divided by every entry of X. The mean is over the examples: how many rows has X?",
            AnyOf(lambda thetas, X, y: over(np.sum(_squares(thetas, X, y), axis=1), X.size, 2 * X.size)),
        ),
        "end missing": wrong(
            "One example was left out, at the beginning or at the end. Every row of X counts.",
            lambda thetas, X, y: np.mean(_squares(thetas, X[1:], y[1:]), axis=1) / 2,
            lambda thetas, X, y: np.mean(_squares(thetas, X[:-1], y[:-1]), axis=1) / 2,
            lambda thetas, X, y: np.sum(_squares(thetas, X[1:], y[1:]), axis=1) / (2 * len(y)),
            lambda thetas, X, y: np.sum(_squares(thetas, X[:-1], y[:-1]), axis=1) / (2 * len(y)),
        ),
        "no x0": wrong(
            "The intercept is missing in the predictions: column 0 of X, the ones, multiplies theta_0.",
            lambda thetas, X, y: np.mean(_squares(thetas[:, 1:], X[:, 1:], y), axis=1) / 2,
        ),
        "two parameters": wrong(
            "Only theta_0 and theta_1 are used. A prediction adds up as many products as X has columns.",
            lambda thetas, X, y: np.mean(_squares(thetas[:, :2], X[:, :2], y), axis=1) / 2,
        ),
        "no target": wrong(
            "The targets are missing: these are the squares of the predictions.",
            lambda thetas, X, y: np.mean(_squares(thetas, X, 0 * y), axis=1) / 2,
        ),
        "plus": wrong(
            "Prediction plus target? A residual is the difference of the two.",
            lambda thetas, X, y: np.mean(_squares(thetas, X, -y), axis=1) / 2,
        ),
        "negative": wrong(
            "The sizes are right, the sign is not. A loss adds up squares, so it is never negative.",
            lambda thetas, X, y: -np.mean(_squares(thetas, X, y), axis=1) / 2,
        ),
    },
    hints=[
        "Ask for shapes first. `thetas` is (k, n+1) and `X.T` is (n+1, m): what is the shape of `thetas @"
        " X.T`, and what does one row of it hold?",
        "`thetas @ X.T - y` is (k, m): each row holds the residuals of one line, since `y` (m,) is stretched"
        " down over the rows.",
        "Square it, and add up along each row: `np.sum(..., axis=1)` is (k,). Then the half and the mean, as"
        " always.",
    ],
)


def _careless(theta, X, y):
    """Return the loss if y is (m,); else whatever comes out."""
    return np.mean((X @ theta - y) ** 2) / 2


def _refusing(is_other, error=ValueError, words="y has shape {}"):
    """Return a loss that raises the error if is_other(X, y) says so."""

    def loss(theta, X, y):
        if is_other(X, y):
            raise error(words.format(y.shape))
        return _careless(theta, X, y)

    return loss


def _is_other(X, y):
    return y.shape != (len(X),)


def _on_right_targets(known):
    """Return a mistake of the exercise before, said of the targets that a loss should take."""
    sentences = [
        one and f"On targets (m,): {one[0].lower()}{one[1:]}" for one in (known.sentence, known.without_loop)
    ]
    return wrong(sentences[0], *functions_of(known, DATA), without_loop=sentences[1])


WRONG_ON_RIGHT_TARGETS = {
    "half": wrong(
        "On targets (m,) it is twice too big: the half is missing.",
        lambda theta, X, y: np.mean((X @ theta - y) ** 2),
    ),
    "sum": wrong(
        "On targets (m,) the squares are added up, but not averaged.",
        lambda theta, X, y: np.sum((X @ theta - y) ** 2),
        lambda theta, X, y: np.sum((X @ theta - y) ** 2) / 2,
    ),
}
WRONG_ON_RIGHT_TARGETS |= {
    ("on targets (m,)", key): _on_right_targets(known)
    for key, known in check_loss.mistakes.items()
    if key not in {"half", "sum", "whole sum"}
}
WRONG_ON_OTHER_TARGETS = {
    "all refused": wrong(
        "It refuses targets of shape (m,) as well, the ones that it should take. What does your condition"
        " say for `y.shape == (4,)` and four rows of X?",
        _refusing(lambda X, y: y.shape != (len(X), 1)),
    ),
    "let through": wrong(
        "Targets of shape (m, 1) went through, and a number came out, the lie. What does `y.shape` say that"
        " `len(y)` and `y.size` do not?",
        _careless,
    ),
    "table": wrong(
        "Targets of shape (m, 1) went through, and a whole table came out. Look at the shape before you"
        " compute.",
        lambda theta, X, y: (X @ theta - y) @ (X @ theta - y) / (2 * len(y)),
    ),
    "array": wrong(
        "Targets of shape (m, 1) went through, and an array came out, no number.",
        lambda theta, X, y: sum((X[i] @ theta - y[i]) ** 2 for i in range(len(y))) / (2 * len(y)),
    ),
    "mended": wrong(
        "It took the column without a word and returned the loss. That may be kind, but the task is to"
        " refuse, so that whoever passes a column sees it and decides.",
        lambda theta, X, y: _careless(theta, X, y.ravel()),
    ),
    "printed": wrong(
        "It printed a message and returned None. A program does not read; only `raise` stops it.",
        lambda theta, X, y: print(y.shape) if _is_other(X, y) else _careless(theta, X, y),
    ),
    "returned": wrong(
        "For other targets it returned something that is no loss. The caller takes what is returned for a"
        " loss; only `raise` stops it.",
        lambda theta, X, y: None if _is_other(X, y) else _careless(theta, X, y),
    ),
    "assert": wrong(
        "`assert` stops it, but it is meant for the author's own slips, and `python -O` leaves it out. Bad"
        " input is refused with `raise ValueError`.",
        _refusing(_is_other, AssertionError),
    ),
    "other error": wrong(
        "It stops, but not with a ValueError. Where y is a single number, `len(y)` and `y.shape[0]` fail"
        " themselves: compare the whole `y.shape`.",
        _refusing(_is_other, TypeError),
    ),
    "no shape": wrong(
        "It refuses, but not every message says which shape came: write `y.shape` into it.",
        _refusing(_is_other, words="wrong shape"),
    ),
    "one target": wrong(
        "y of shape (1,) is not refused. Which one shape is right?",
        _refusing(lambda X, y: y.ndim == 2),
    ),
    "other shape": wrong(
        "Targets of another shape went through: a few more or fewer, a table of one row, or a single number"
        " without any axis. Exactly one shape is right.",
        _refusing(lambda X, y: y.ndim == 2 or y.shape == (1,)),
    ),
}


@exercise(
    "02.careful_loss",
    right="The right targets pass, and what NumPy would have stretched in silence is refused by name.",
    mistakes=WRONG_ON_RIGHT_TARGETS | WRONG_ON_OTHER_TARGETS,
    hints=[
        "Look at the shape before anything is computed. `y.shape` is a tuple; for m examples exactly one"
        " such tuple is right.",
        "`if y.shape != (len(X),):` is true for every other shape. Below it belongs a `raise"
        " ValueError(...)`, and below that the loss as before.",
        'A message with what came and what is needed: `f"y has shape {y.shape}, but ({len(X)},) is needed"`.',
    ],
)
def check_careful_loss(loss):
    """Check loss(theta, X, y), which returns L, and raises ValueError if y is not (m,), naming its shape."""
    _judge_right_targets(loss)
    for theta, X, y in (arguments.values() for arguments in DATA):
        for other in (y[:, None], y[:1], np.append(y, 1.0), y[:-1], y[None, :], np.array(y[0])):
            _judge_other_targets(loss, theta, X, y, other)


def _judge_right_targets(loss):
    """Return if a loss takes targets (m,), and is right."""
    try:
        judge_function(loss, linear.loss, DATA, WRONG_ON_RIGHT_TARGETS)
    except Unnamed:
        errors = [run(loss, *copied(arguments).values(), quiet=True).error for arguments in DATA]
        if any(isinstance(error, ValueError | AssertionError) and _is_own(error, loss) for error in errors):
            raise Wrong("all refused", from_outside(loss, DATA[0])) from None
        raise


def _is_own(error, loss):
    """Say whether an error comes from a `raise` or an `assert` where loss was written, not from a library."""
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    frame = trace.tb_frame
    is_raise = dis.opname[frame.f_code.co_code[trace.tb_lasti]] == "RAISE_VARARGS"
    return is_raise and frame.f_globals is getattr(loss, "__globals__", None)


def _judge_other_targets(loss, theta, X, y, other):
    """Return if a loss refuses targets of another shape than y."""
    value, printed, error = run(loss, theta.copy(), X.copy(), other.copy())
    if error is None:
        raise Wrong(_let_through(value, printed, other.shape, linear.loss(theta, X, y)))
    if isinstance(error, AssertionError):
        raise Wrong("assert")
    if not isinstance(error, ValueError):
        raise Wrong("other error")
    if not {*_digits_in(other.shape)} <= {*_digits_in(error)}:
        raise Wrong("no shape")


def _digits_in(said):
    """Return the numbers in what is said of a shape, however it is written: (5, 1), [5, 1] or 5 x 1."""
    return re.findall(r"\d+", str(said))


def _let_through(value, printed, shape, loss):
    """Return the key for targets of this wrong shape that raised nothing; loss belongs to the right ones."""
    if value is None and printed:
        return "printed"
    found, dimensions = _number(value), getattr(value, "ndim", 0)
    if found is None and not dimensions:
        return "returned"
    if len(shape) != 2 or shape[1] != 1:
        return "one target" if found is not None and shape == (1,) else "other shape"
    if found is not None:
        return "mended" if abs(found - loss) < 1e-9 else "let through"
    return "table" if dimensions == 2 else "array"


def _number(value):
    """Return value as one finite number, or None if it is none."""
    try:
        return numbers_in("It returned", value, ())
    except (Unnamed, NotAttempted):
        return None
