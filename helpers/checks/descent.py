"""The exercises of notebook 03: a step, the gradient, the learning rate, the whole loop, batches, scaling."""

import numpy as np

from helpers import data
from helpers.learner.exercise import AnyOf, exercise, function_exercise, number_exercise, wrong
from helpers.learner.numbers import numbers_in
from helpers.learner.verdict import Wrong
from helpers.maths import descent, linear, scaling
from helpers.maths.linear import gradient

EACH_PARAMETER = "one entry for each parameter"
BY_PARAMETERS = (
    "It is divided by the number of parameters. The mean is over the examples: how many rows has X?"
)
BY_ALL_ENTRIES = (
    "It is divided once too often: `np.mean(...) / m` divides by m twice, and `X.size` counts every entry of"
    " X, not the examples."
)


def _one_at_a_time(theta, X, y, alpha):
    return descent.one_at_a_time(X, y, alpha=alpha, steps=1, theta=theta).thetas[-1]


def _last_first(theta, X, y, alpha):
    """Return a step for which theta_1 moves first, and theta_0 on the line that this has left."""
    moved = np.array([theta[0], (theta - alpha * gradient(theta, X, y))[1]])
    return np.array([(theta - alpha * gradient(moved, X, y))[0], moved[1]])


check_step_by_hand = number_exercise(
    "03.step_by_hand",
    """Check thetas, a pair: theta_0 and theta_1 after one step from (1, 2) with alpha = 0.1.

    The points are (1, 4), (2, 3) and (3, 5).
    """,
    solve=lambda theta, X, y, alpha: theta - alpha * gradient(theta, X, y),
    on={
        "theta": np.array([1.0, 2]),
        "X": np.array([[1.0, 1], [1, 2], [1, 3]]),
        "y": np.array([4.0, 3, 5]),
        "alpha": 0.1,
    },
    tolerance=0.004,
    unknown="Write out the three errors first, then the two means, then the two steps.",
    names=("The new theta_0", "the new theta_1"),
    right="Both parameters moved by 0.1 times their slope, and both slopes belong to the old line.",
    mistakes={
        "uphill": wrong(
            "This step climbs. Two signs matter: an error is prediction minus target, and a step goes against"
            " the slope.",
            lambda theta, X, y, alpha: theta + alpha * gradient(theta, X, y),
        ),
        "sum": wrong(
            "The steps are three times too long: a slope is the mean over the three points, not their sum.",
            lambda theta, X, y, alpha: theta - alpha * X.T @ (X @ theta - y),
        ),
        "twice": wrong(  # of the last point alone it gives the same
            "The steps are twice too long. Was the last point alone looked at? Or is the 1/2 of the loss"
            " missing, which cancels the 2 of the square?",
            lambda theta, X, y, alpha: theta - alpha * 2 * gradient(theta, X, y),
        ),
        "half": wrong(
            "The steps are half as long as they should be: the 1/2 of the loss has gone already, it cancelled"
            " the 2 of the square.",
            lambda theta, X, y, alpha: theta - alpha * gradient(theta, X, y) / 2,
        ),
        "no alpha": wrong(
            "This subtracts the whole slope: the learning rate says what share of it is one step.",
            lambda theta, X, y, alpha: theta - gradient(theta, X, y),
        ),
        "no x": wrong(
            "Both parameters moved equally. In the slope of theta_1 each error is multiplied by its x.",
            lambda theta, X, y, alpha: theta - alpha * np.mean(X @ theta - y),
        ),
        "one at a time": wrong(
            "One slope was taken on a line that had moved already. Both slopes belong to the old parameters:"
            " first both slopes, then both steps.",
            _one_at_a_time,
            _last_first,
        ),
        "change": wrong(
            "This is by how much the parameters change. Where do they stand after it?",
            lambda theta, X, y, alpha: -alpha * gradient(theta, X, y),
            lambda theta, X, y, alpha: alpha * gradient(theta, X, y),
        ),
        "slopes": wrong(
            "These are the two slopes. The step starts from the old parameters and goes by alpha times them.",
            lambda theta, X, y, alpha: gradient(theta, X, y),
        ),
        "swapped": wrong(
            "The numbers are right, but in the wrong order: theta_0, the intercept, comes first.",
            lambda theta, X, y, alpha: (theta - alpha * gradient(theta, X, y))[::-1],
        ),
        "one point": wrong(
            "This step looks at one of the points only; a slope is the mean over all three.",
            lambda theta, X, y, alpha: theta - alpha * gradient(theta, X[1:2], y[1:2]),
        ),
        "one less": wrong(
            "The steps are too long: the sums are divided by one less than the number of points. The mean is"
            " over all three.",
            lambda theta, X, y, alpha: theta - alpha * X.T @ (X @ theta - y) / (len(y) - 1),
        ),
        "squared": wrong(
            "The errors were squared. The square is in the loss; a slope holds the error itself.",
            lambda theta, X, y, alpha: theta - alpha * X.T @ (X @ theta - y) ** 2 / len(y),
        ),
        "alpha twice": wrong(
            "Alpha was used twice: the steps are only a tenth of what they should be.",
            lambda theta, X, y, alpha: theta - alpha**2 * gradient(theta, X, y),
        ),
        "no target": wrong(
            "The targets are missing: it is the error, prediction minus target, whose mean is taken.",
            lambda theta, X, y, alpha: theta - alpha * gradient(theta, X, 0 * y),
        ),
        "plus": wrong(
            "Prediction plus target? An error is the difference of the two.",
            lambda theta, X, y, alpha: theta - alpha * gradient(theta, X, -y),
        ),
        "loss": wrong(
            "Alpha times the loss was taken off. A step goes by alpha times the slope, and each parameter has"
            " its own.",
            lambda theta, X, y, alpha: theta - alpha * linear.loss(theta, X, y),
        ),
        "unmoved": wrong(
            "This is where the line starts. Where does it stand after one step?",
            lambda theta, X, y, alpha: theta,
        ),
        "start swapped": wrong(
            "The start was taken the other way round. It is theta_0 = 1 and theta_1 = 2, so the line is 1 +"
            " 2x.",
            lambda theta, X, y, alpha: theta[::-1] - alpha * gradient(theta, X, y),
            lambda theta, X, y, alpha: theta[::-1] - alpha * gradient(theta[::-1], X, y),
        ),
        "one climbs": wrong(
            "One of the two steps climbs. Both go against their slope.",
            lambda theta, X, y, alpha: theta + alpha * gradient(theta, X, y) * [1, -1],
            lambda theta, X, y, alpha: theta + alpha * gradient(theta, X, y) * [-1, 1],
        ),
        "slopes swapped": wrong(
            "The two slopes have changed places: the mean of the errors belongs to theta_0.",
            lambda theta, X, y, alpha: theta - alpha * gradient(theta, X, y)[::-1],
        ),
    },
    hints=[
        "Start with a table of three rows: `x`, the prediction `h = 1 + 2 x`, and the error `h - y`.",
        "The slope of theta_0 is the mean of the errors. For theta_1 multiply each error by its x first,"
        " then take the mean.",
        "The errors are -1, 2 and 2, so the first slope is 1. New theta_0: 1 - 0.1 times 1. Now the same for"
        " theta_1, with the errors as they are in the table.",
    ],
)


GRADIENTS = [
    {  # as many examples as parameters, so that X @ errors fits too and can be named
        "theta": np.array([1.0, -2, 0.5]),
        "X": np.array([[1.0, 2, 5], [1, -1, 3], [1, 4, -2]]),
        "y": np.array([3.137, -4.211, 6.074]),
    },
    {  # whole numbers in theta: an array made after their dtype cuts the slopes
        "theta": np.array([2, -1]),
        "X": np.array([[1.0, 1], [1, 2], [1, 4], [1, 7], [1, -2]]),
        "y": np.array([1.0, 3, -2, 4, 0.5]),
    },
]


def _nudge(theta, X, y):
    return lambda j: descent.nudged_slope(lambda at: linear.loss(at, X, y), theta, j, 1e-4)


check_gradient = function_exercise(
    "03.gradient",
    "Check gradient(theta, X, y), which returns the gradient of the chapter's loss, (n+1,).",
    solve=gradient,
    on=GRADIENTS,
    nudge=_nudge,
    meaning=EACH_PARAMETER,
    right="Every entry agrees with what nudging its parameter says, whatever the number of parameters.",
    mistakes={
        "sign": wrong(
            "The sign is flipped: an error is prediction minus target. This gradient points downhill.",
            lambda theta, X, y: X.T @ (y - X @ theta) / len(y),
        ),
        "sum": wrong(
            "It is m times too big: the loss is a mean over the m examples, and so is each of its slopes.",
            lambda theta, X, y: X.T @ (X @ theta - y),
        ),
        "twice": wrong(
            "It is twice too big: the 1/2 in the loss cancels the 2 that the square brings down. If you"
            " nudge: between theta - epsilon and theta + epsilon lie two epsilon.",
            lambda theta, X, y: 2 * X.T @ (X @ theta - y) / len(y),
        ),
        "half": wrong(
            "It is half as big as it should be: the 1/2 in the loss cancels the 2 of the square, so no 1/2 is"
            " left. If you nudge to one side: that is one epsilon.",
            lambda theta, X, y: X.T @ (X @ theta - y) / (2 * len(y)),
        ),
        "parameters": wrong(BY_PARAMETERS, lambda theta, X, y: X.T @ (X @ theta - y) / X.shape[1]),
        "all entries": wrong(
            BY_ALL_ENTRIES,
            lambda theta, X, y: X.T @ (X @ theta - y) / X.size,
            lambda theta, X, y: X.T @ (X @ theta - y) / len(y) ** 2,
        ),
        "no x": wrong(
            "Every entry is the mean of the errors. That is right for theta_0; for theta_j each error is"
            " multiplied by its x_j before the mean.",
            lambda theta, X, y: np.full(len(theta), np.mean(X @ theta - y)),
        ),
        "no x0": wrong(
            "The first entry is missing: theta_0 has a slope too. Column 0 of X, the ones, belongs to it.",
            lambda theta, X, y: X[:, 1:].T @ (X @ theta - y) / len(y),
        ),
        "squared": wrong(
            "The errors are squared. The square is in the loss; its slope holds the error itself.",
            lambda theta, X, y: X.T @ (X @ theta - y) ** 2 / len(y),
        ),
        "no target": wrong(
            "The targets are missing: it is the error `h - y` that is multiplied, not the prediction.",
            lambda theta, X, y: X.T @ (X @ theta) / len(y),
        ),
        "transposed": wrong(
            "Rows and columns are mixed up: entry i adds up along row i, an example. A slope adds up over all"
            " examples, down a column.",
            lambda theta, X, y: X @ (X @ theta - y) / len(y),
            lambda theta, X, y: np.mean(X * (X @ theta - y)[:, None], axis=1),
        ),
        "sum, halved": wrong(
            "The sums are halved, but not averaged over the m examples. And no 1/2 is left in a slope.",
            lambda theta, X, y: X.T @ (X @ theta - y) / 2,
        ),
        "one example": wrong(
            "Only one example is left in it. In a loop: is each part added to the sum, or does it replace the"
            " one before? Does `return` stand inside the loop?",
            AnyOf(lambda theta, X, y: (X * (X @ theta - y)[:, None])[[0, 1, 2, -1]]),
            AnyOf(lambda theta, X, y: (X * (X @ theta - y)[:, None])[[0, 1, 2, -1]] / len(y)),
            without_loop="Only one example is left in it. A slope is a mean over all examples.",
        ),
        "loss": wrong(
            "This is the loss, one number. The gradient holds a slope for each parameter.",
            lambda theta, X, y: np.mean((X @ theta - y) ** 2) / 2,
        ),
        "one less": wrong(
            "What it is divided by counts one example too few. The mean is over all m of them.",
            lambda theta, X, y: X.T @ (X @ theta - y) / (len(y) - 1),
        ),
        "one side": wrong(
            "This is a slope from a nudge to one side: it is off by more, the larger the nudge. With nudges"
            " to both sides the two errors cancel.",
            AnyOf(
                lambda theta, X, y: [
                    gradient(theta, X, y) + sign * step / 2 * np.mean(X**2, axis=0)
                    for step in (1, 0.5, 0.1, 0.01, 1e-3, 1e-4, 1e-5)
                    for sign in (1, -1)
                ]
            ),
        ),
        "end missing": wrong(
            "One example was left out, at the beginning or at the end: which rows do you go through?",
            lambda theta, X, y: X[1:].T @ (X[1:] @ theta - y[1:]) / len(y),
            lambda theta, X, y: X[:-1].T @ (X[:-1] @ theta - y[:-1]) / len(y),
            lambda theta, X, y: gradient(theta, X[1:], y[1:]),
            lambda theta, X, y: gradient(theta, X[:-1], y[:-1]),
        ),
        "two parameters": wrong(
            "Only theta_0 and theta_1 have a slope here. There is one for every column of X.",
            lambda theta, X, y: gradient(theta, X, y)[:2],
            lambda theta, X, y: gradient(theta[:2], X[:, :2], y),
        ),
        "not added": wrong(
            "These are products of errors and entries of X, one for each example. A slope adds them up over"
            " all examples, and takes the mean.",
            AnyOf(lambda theta, X, y: [X.T * (X @ theta - y) / divisor for divisor in (1, len(y))]),
            AnyOf(lambda theta, X, y: [X * (X @ theta - y)[:, None] / divisor for divisor in (1, len(y))]),
            AnyOf(lambda theta, X, y: [X * (X @ theta - y) / divisor for divisor in (1, len(y))]),
        ),
        "table": wrong(
            "A column met a row: `(m, 1) - (m,)` is a table (m, m), each prediction minus each target. Look"
            " at the shapes before they are subtracted.",
            AnyOf(lambda theta, X, y: [X.T @ (X @ theta[:, None] - y) / divisor for divisor in (1, len(y))]),
            AnyOf(lambda theta, X, y: [X.T @ (X @ theta - y[:, None]) / divisor for divisor in (1, len(y))]),
        ),
        "plus": wrong(
            "Prediction plus target? An error is the difference of the two.",
            lambda theta, X, y: X.T @ (X @ theta + y) / len(y),
        ),
        "step": wrong(
            "This is where a step leads, or how long it is. The gradient alone is asked for; no learning rate"
            " is in it.",
            AnyOf(
                lambda theta, X, y: [theta - alpha * gradient(theta, X, y) for alpha in (1, 0.1, 0.01, 0.001)]
            ),
            AnyOf(
                lambda theta, X, y: [
                    sign * alpha * gradient(theta, X, y) for alpha in (0.1, 0.01, 0.001) for sign in (1, -1)
                ]
            ),
        ),
        "backwards": wrong(
            "The numbers are right, but in the wrong order: the slope of theta_0 comes first.",
            lambda theta, X, y: gradient(theta, X, y)[::-1],
        ),
        "by theta": wrong(
            "The errors are multiplied by theta. What theta_j multiplies in the prediction is x_j: that is"
            " what its slope holds.",
            lambda theta, X, y: np.mean(X @ theta - y) * theta,
        ),
        "means apart": wrong(
            "The mean of the errors is multiplied by the mean of each column. Each error meets the x of its"
            " own example first; then comes the mean.",
            lambda theta, X, y: np.mean(X @ theta - y) * X.mean(axis=0),
        ),
        "theta_0 left": wrong(
            "The entry of theta_0 stayed 0. It has a slope too: column 0 of X, the ones, belongs to it.",
            lambda theta, X, y: gradient(theta, X, y) * (np.arange(len(theta)) > 0),
        ),
        "not from 0": wrong(
            "Each entry holds those before it: for every parameter the sum begins at 0 again.",
            lambda theta, X, y: np.cumsum(gradient(theta, X, y)),
        ),
        "all at once": wrong(
            "All parameters were nudged at once. Nudge one, and leave the others where they are.",
            lambda theta, X, y: np.full(len(theta), np.sum(gradient(theta, X, y))),
        ),
        "not divided": wrong(
            "This is the difference of two losses. A slope divides it by how far apart they were taken.",
            AnyOf(
                lambda theta, X, y: [2 * step * gradient(theta, X, y) for step in (1e-3, 1e-4, 1e-5, 1e-6)]
            ),
        ),
        "signs": wrong(
            "Only the signs of the errors are left. The errors themselves count: large ones more.",
            lambda theta, X, y: X.T @ np.sign(X @ theta - y) / len(y),
        ),
        "x squared": wrong(
            "Here x_j is squared. Each error is multiplied by x_j once.",
            lambda theta, X, y: (X**2).T @ (X @ theta - y) / len(y),
        ),
        "length 1": wrong(
            "The gradient is divided by its length. How steep it is belongs to it.",
            lambda theta, X, y: gradient(theta, X, y) / np.linalg.norm(gradient(theta, X, y)),
        ),
    },
    hints=[
        "Start with the errors of all examples: `X @ theta` holds the predictions, (m,).",
        "The slope along theta_j is the mean of the errors times column j, which is `X[:, j]`. Do that for"
        " every j.",
        "In a loop over `range(X.shape[1])`, collect `np.mean(errors * X[:, j])`, and return the list as an"
        " array.",
    ],
)


RATE_X = np.array([[1.0, 0], [1, 2], [1, 4]])
LIMIT = descent.largest_alpha(RATE_X)
WITHIN = 1.0101
"""How far above a rate still counts as just above it: 1 %, and a rounding."""
FLATTEST, STEEPEST = descent.curvature(RATE_X).values
STRETCH = np.linalg.svd(RATE_X)[1].max()


@exercise(
    "03.learning_rate",
    right="Just above 2 / lambda_max: in the steepest direction each step lands a little farther away than"
    " it started.",
    mistakes={
        "exactly": wrong(
            "This is the limit itself, as far as rounding lets one tell: in the steepest direction every step"
            " jumps to the other side, as far away as before. What is a little more?",
            LIMIT,
        ),
        "curvature": wrong(
            "This is lambda_max, how much the loss bends. A strongly bent bowl needs a small rate.", STEEPEST
        ),
        "fastest": wrong(
            "With 1 / lambda_max the steepest direction is done in one step. It diverges only where"
            " |1 - alpha lambda| is more than 1.",
            1 / STEEPEST,
        ),
        "flattest": wrong(
            "This is the limit of the flattest direction. The steepest one has diverged long before: which"
            " curvature reaches it first?",
            2 / FLATTEST,
        ),
        "sum": wrong(
            "This limit belongs to X.T X. The loss is a mean, so H is X.T X / m.",
            2 / (STEEPEST * len(RATE_X)),
        ),
        "singular": wrong(
            "With this rate it diverges, but too far beyond the limit. If it was computed: X itself was taken"
            " for H, or its singular values for eigenvalues. H is X.T X / m.",
            STRETCH,
            2 / STRETCH,
            2 / STRETCH * len(RATE_X),
        ),
        "no x0": wrong(
            "With this rate it diverges, but too far beyond the limit. If it was computed: column 0 of X, the"
            " ones, belongs into H too.",
            2 / np.mean(RATE_X[:, 1] ** 2),
        ),
        "other data": wrong(
            "This is the limit of the notebook's 100 points. Each data set has its own; here X is `my_X`.",
            descent.largest_alpha(linear.add_bias(data.line()[0])),
        ),
        "negative": wrong("A learning rate is positive: with this one every step climbs.", -LIMIT),
        "zero": wrong("With a learning rate of 0 nothing moves: it neither settles nor diverges.", 0.0),
        "twice": wrong(
            "With this rate it diverges, at twice the limit. If it was computed: H is X.T X / m, without any"
            " half.",
            2 * LIMIT,
        ),
        "settles": wrong(
            "With this rate it still settles: each step shortens the distance, in every direction.",
            0.99 * LIMIT,
        ),
        "far": wrong(
            "With this rate it diverges, but it is beyond the limit by more than 1 %.", 1.02 * LIMIT
        ),
    },
    hints=[
        "Either try: run `descent.gradient_descent(my_X, my_y, alpha=..., steps=500)` with a `my_y` of any"
        " three numbers, such as `[1, 2, 4]`, and look at the last loss. Or compute the limit.",
        "The limit is 2 / lambda_max, where lambda_max is the largest curvature of the bowl."
        " `descent.largest_alpha(my_X)` returns it.",
        "At the limit itself it neither settles nor diverges. Multiply it by a number between 1 and 1.01.",
    ],
)
def check_learning_rate(alpha):
    """Check alpha, with which descent diverges on the feature 0, 2, 4, at most 1 % above the limit."""
    alpha = numbers_in("The answer is", alpha, ())
    if abs(alpha / LIMIT - 1) < 1e-6:
        raise Wrong("exactly")
    if LIMIT < alpha < WITHIN * LIMIT:
        return
    for key in ("curvature", "fastest", "flattest", "sum", "singular", "no x0", "other data", "twice"):
        rates = np.array(check_learning_rate.mistakes[key].makes)
        if ((rates * 0.9995 < alpha) & (alpha < rates * WITHIN)).any():  # rounded to four digits, or above
            raise Wrong(key)
    if alpha == 0:
        raise Wrong("zero")
    raise Wrong("negative" if alpha < 0 else "settles" if alpha < LIMIT else "far")


WALKS = [  # in the first no two of m, n + 1 and 2 are the same or twice one another
    {
        "X": np.array([[1.0, 2, 0], [1, 0, 1], [1, 1, -1], [1, -1, 2], [1, 1, 1]]),
        "y": np.array([1.037, -2, 4.119, 0.5, 3]),
        "alpha": 0.3,
        "steps": 3,
    },
    {
        "X": np.array([[1.0, 1], [1, 2], [1, -1], [1, 3]]),
        "y": np.array([3.037, 5, 0.119, 6]),
        "alpha": 0.2,
        "steps": 4,
    },
]


def _walk(X, y, alpha, steps, slope=gradient):
    """Return the thetas from zero on, (steps+1, n+1), each step against slope(theta, X, y)."""
    thetas = [np.zeros(X.shape[1])]
    for _ in range(steps):
        thetas.append(thetas[-1] - alpha * slope(thetas[-1], X, y))
    return np.array(thetas)


def _walk_of_one_array(X, y, alpha, steps):
    theta = np.zeros(X.shape[1])
    path = [theta]
    for _ in range(steps):
        theta -= alpha * gradient(theta, X, y)
        path.append(theta)
    return np.array(path)


def _start_copied(X, y, alpha, steps):
    return np.vstack([np.zeros(X.shape[1]), _walk_of_one_array(X, y, alpha, steps)[1:]])


def _with_tables(X, y, alpha, steps):
    """Return a walk whose errors are a column minus a row, so that theta becomes a table."""
    theta = np.zeros((X.shape[1], 1))
    path = []
    for _ in range(steps):
        theta = theta - alpha * X.T @ (X @ theta - y) / len(y)
        path.append(theta)
    return np.array(path)


def _without(j):
    """Return code for a gradient whose entry j stays 0."""

    def slopes(theta, X, y):
        slopes = gradient(theta, X, y)
        slopes[j] = 0
        return slopes

    return slopes


def _from(start):
    """Return code for a walk that starts with every parameter at a number."""
    return lambda X, y, alpha, steps: (
        start + _walk(X, y, alpha, steps, lambda theta, X, y: gradient(theta + start, X, y))
    )


check_descent = function_exercise(
    "03.descent",
    "Check walk(X, y, alpha, steps), which returns every theta from zero on, (steps+1, n+1).",
    solve=_walk,
    on=WALKS,
    meaning="a row for the start and one for each step",
    right="Every step is where it should be, from the start to the end; you have written gradient descent.",
    mistakes={
        "no start": wrong(
            "The start is missing: row 0 is theta before the first step, all zero.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps)[1:],
        ),
        "no end": wrong(
            "The last step is missing: `steps` updates make steps + 1 rows, the start included.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps - 1),
        ),
        "one more": wrong(
            "It goes one step too far: `steps` updates make steps + 1 rows, the start included.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps + 1),
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps + 1)[1:],
        ),
        "last only": wrong(
            "This is where the descent ends. Return the whole path: a row for the start and for each step.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps)[-1],
        ),
        "one array": wrong(
            "Rows that should differ are all the same: the path holds one array many times, and `-=` changed"
            " it in all of them. Make a new array at every step.",
            _walk_of_one_array,
            lambda X, y, alpha, steps: _walk_of_one_array(X, y, alpha, steps)[1:],
            _start_copied,
        ),
        "old gradient": wrong(
            "Every step goes the same way: the gradient was computed once, before the loop. It belongs to the"
            " place where you stand, so compute it anew at every step.",
            lambda X, y, alpha, steps: _walk(
                X, y, alpha, steps, lambda theta, X, y: gradient(0 * theta, X, y)
            ),
        ),
        "one at a time": wrong(
            "The parameters were updated one at a time: the second slope saw the new theta_0 already. Compute"
            " the whole gradient, then step.",
            lambda X, y, alpha, steps: descent.one_at_a_time(X, y, alpha=alpha, steps=steps).thetas,
        ),
        "uphill": wrong(
            "The path climbs. Two signs matter: an error is prediction minus target, and a step goes against"
            " the gradient.",
            lambda X, y, alpha, steps: _walk(X, y, -alpha, steps),
        ),
        "sum": wrong(
            "Each step is m times too long: a slope is the mean over the m examples.",
            lambda X, y, alpha, steps: _walk(X, y, alpha * len(y), steps),
        ),
        "twice": wrong(
            "Each step is twice too long: the 1/2 in the loss cancels the 2 of the square.",
            lambda X, y, alpha, steps: _walk(X, y, 2 * alpha, steps),
        ),
        "half": wrong(
            "Each step is half as long as it should be: the 1/2 in the loss cancels the 2 of the square.",
            lambda X, y, alpha, steps: _walk(X, y, alpha / 2, steps),
        ),
        "no alpha": wrong(
            "The learning rate is missing: each step goes by the whole gradient.",
            lambda X, y, alpha, steps: _walk(X, y, 1, steps),
        ),
        "parameters": wrong(
            BY_PARAMETERS, lambda X, y, alpha, steps: _walk(X, y, alpha * len(y) / X.shape[1], steps)
        ),
        "all entries": wrong(
            BY_ALL_ENTRIES,
            lambda X, y, alpha, steps: _walk(X, y, alpha / X.shape[1], steps),
            lambda X, y, alpha, steps: _walk(X, y, alpha / len(y), steps),
        ),
        "alpha twice": wrong(
            "The learning rate is used twice: each step is only alpha times as long as it should be.",
            lambda X, y, alpha, steps: _walk(X, y, alpha**2, steps),
        ),
        "transposed": wrong(
            "Rows and columns are swapped: one row for each step, one column for each parameter.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps).T,
        ),
        "losses": wrong(
            "These are the losses on the path. Return the parameters themselves.",
            lambda X, y, alpha, steps: [linear.loss(theta, X, y) for theta in _walk(X, y, alpha, steps)],
        ),
        "changes": wrong(
            "These are the steps themselves. Return where each of them leads.",
            lambda X, y, alpha, steps: np.diff(_walk(X, y, alpha, steps), axis=0),
            lambda X, y, alpha, steps: -np.diff(_walk(X, y, alpha, steps), axis=0),
        ),
        "plus": wrong(
            "Prediction plus target? An error is the difference of the two.",
            lambda X, y, alpha, steps: _walk(X, -y, alpha, steps),
        ),
        "stays": wrong(
            "Every step starts from 0 again: the new theta is kept in the path, but the next step does not go"
            " on from it.",
            lambda X, y, alpha, steps: np.vstack(
                [np.zeros(X.shape[1]), np.repeat(_walk(X, y, alpha, 1)[1:], steps, axis=0)]
            ),
        ),
        "one step": wrong(
            "Only the first step is in it, however many are asked for. Does `return` stand inside the loop?",
            lambda X, y, alpha, steps: _walk(X, y, alpha, 1),
            lambda X, y, alpha, steps: _walk(X, y, alpha, 1)[1:],
            lambda X, y, alpha, steps: _walk(X, y, alpha, 1)[-1],
            without_loop="Only the first step is in it, however many are asked for.",
        ),
        "columns": wrong(
            "Each theta is a table of one column here, (n+1, 1). A list (n+1,) is needed for each row of the"
            " path.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps)[:, :, None],
        ),
        "table": wrong(
            "A column met a row: `(m, 1) - (m,)` is a table (m, m), each prediction minus each target. Look"
            " at the shapes before they are subtracted.",
            _with_tables,
        ),
        "one left": wrong(
            "One of the parameters never moves. Each has its slope, theta_0 too.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps, _without(0)),
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps, _without(-1)),
        ),
        "one example": wrong(
            "Each step looks at one example only. A slope is the mean over all of them.",
            lambda X, y, alpha, steps: _walk(
                X, y, alpha, steps, lambda theta, X, y: gradient(theta, X[:1], y[:1])
            ),
            lambda X, y, alpha, steps: _walk(
                X, y, alpha, steps, lambda theta, X, y: gradient(theta, X[-1:], y[-1:])
            ),
        ),
        "loss": wrong(
            "Alpha times the loss was taken off. A step goes by alpha times the slope, and each parameter has"
            " its own.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps, linear.loss),
        ),
        "other start": wrong(
            "The start is not 0: every parameter begins at 0, in row 0.",
            AnyOf(
                lambda X, y, alpha, steps: [_from(start)(X, y, alpha, steps) for start in (1, 0.5, 0.1, -1)]
            ),
        ),
        "one less": wrong(
            "What the slopes are divided by counts one example too few. The mean is over all m of them.",
            lambda X, y, alpha, steps: _walk(X, y, alpha * len(y) / (len(y) - 1), steps),
        ),
        "no x": wrong(
            "All parameters move alike. For theta_j each error is multiplied by its x_j before the mean.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps, lambda theta, X, y: np.mean(X @ theta - y)),
        ),
        "backwards": wrong(
            "The rows are in the wrong order: the start is row 0, the end comes last.",
            lambda X, y, alpha, steps: _walk(X, y, alpha, steps)[::-1],
        ),
        "squared": wrong(
            "The errors are squared. The square is in the loss; its slope holds the error itself.",
            lambda X, y, alpha, steps: _walk(
                X, y, alpha, steps, lambda theta, X, y: X.T @ (X @ theta - y) ** 2 / len(y)
            ),
        ),
        "no target": wrong(
            "Nothing moved from 0. Is the new theta the one that is kept, and gone on from? Or are the"
            " targets missing in the errors, prediction minus target?",
            lambda X, y, alpha, steps: np.zeros((steps + 1, X.shape[1])),
        ),
    },
    hints=[
        "Keep a list that starts with `theta`, all zero, and append the new theta after each of the `steps`"
        " updates.",
        "In the loop: the gradient at the theta of this moment, then `theta = theta - ...`, which makes a"
        " new array; then append. At the end `np.array(path)` makes rows of the list.",
        "The gradient is `X.T @ (X @ theta - y) / len(y)`. It stands inside the loop.",
    ],
)


EPOCHS = [  # the last batch is smaller than the others, twice, and then it is not
    {
        "theta": np.array([0.0, 1]),
        "X": np.array([[1.0, 1], [1, 3], [1, -1], [1, 2], [1, 4], [1, 0], [1, -2]]),
        "y": np.array([2.037, 1, 4.119, 7, 3, -1.013, 5]),
        "alpha": 0.1,
        "batch_size": 3,
    },
    {
        "theta": np.array([1.0, 0]),
        "X": np.array([[1.0, 2], [1, 0], [1, 1], [1, -2]]),
        "y": np.array([1.037, -3.119, 2, 0.513]),
        "alpha": 0.2,
        "batch_size": 3,
    },
    {
        "theta": np.array([0.5, -1]),
        "X": np.array(
            [[1.0, 3], [1, -1], [1, 0], [1, 2], [1, -2], [1, 1]]
        ),  # more batches than a batch has rows
        "y": np.array([2.037, 0.513, -1.119, 4, 1.207, -2]),
        "alpha": 0.1,
        "batch_size": 2,
    },
]


def _cuts(m, size):
    return [slice(start, start + size) for start in range(0, m, size)]


def _over(theta, X, y, alpha, batches, divisor=len):
    """Return theta after a step for each batch, a slice of rows; divisor says what its sum is divided by."""
    for rows in batches:
        errors = X[rows] @ theta - y[rows]
        theta = theta - alpha * X[rows].T @ errors / divisor(errors)
    return theta


def _epoch(theta, X, y, alpha, batch_size, divisor=len):
    return _over(theta, X, y, alpha, _cuts(len(y), batch_size), divisor)


def _from_every_row(theta, X, y, alpha, batch_size, starts):
    return _over(theta, X, y, alpha, [slice(start, start + batch_size) for start in range(starts)])


def _one_at_a_time_in_batches(theta, X, y, alpha, size):
    theta = theta.astype(float)
    for rows in _cuts(len(y), size):
        for j in range(len(theta)):
            theta[j] -= alpha * gradient(theta, X[rows], y[rows])[j]
    return theta


def _without_x(theta, X, y, alpha, batches):
    for rows in batches:
        theta = theta - alpha * np.mean(X[rows] @ theta - y[rows])
    return theta


def _by_the_loss(theta, X, y, alpha, size):
    for rows in _cuts(len(y), size):
        theta = theta - alpha * linear.loss(theta, X[rows], y[rows])
    return theta


def _squared_errors(theta, X, y, alpha, size):
    for rows in _cuts(len(y), size):
        errors = X[rows] @ theta - y[rows]
        theta = theta - alpha * X[rows].T @ errors**2 / len(errors)
    return theta


def _all_thetas(theta, X, y, alpha, size):
    """Return theta at the start and after each batch."""
    batches = _cuts(len(y), size)
    return np.array([_over(theta, X, y, alpha, batches[:k]) for k in range(len(batches) + 1)])


check_epoch = function_exercise(
    "03.epoch",
    "Check epoch(theta, X, y, alpha, batch_size): theta (n+1,) after one pass, rows in their order.",
    solve=_epoch,
    on=EPOCHS,
    meaning=EACH_PARAMETER,
    right="Every example was used once, each batch divided by its own size, each gradient taken where the"
    " last batch had led.",
    mistakes={
        "last dropped": wrong(
            "The last batch is missing: it is smaller than the others, but its examples count too.",
            lambda theta, X, y, alpha, size: _over(theta, X, y, alpha, _cuts(len(y) // size * size, size)),
        ),
        "first only": wrong(
            "Only the first batch was used. An epoch goes through all examples.",
            lambda theta, X, y, alpha, size: theta - alpha * gradient(theta, X[:size], y[:size]),
        ),
        "whole batch": wrong(
            "This is one step with all examples at once. Update after each batch of `batch_size` rows.",
            lambda theta, X, y, alpha, size: theta - alpha * gradient(theta, X, y),
        ),
        "old theta": wrong(
            "All gradients were taken at the theta of the beginning. After each batch theta has moved, and"
            " the next gradient belongs to the new place.",
            lambda theta, X, y, alpha, size: (
                theta - alpha * sum(gradient(theta, X[rows], y[rows]) for rows in _cuts(len(y), size))
            ),
        ),
        "by m": wrong(
            "Each batch's sum is divided by m, the number of all examples. The mean is over the batch.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, alpha, size, lambda errors: len(y)),
        ),
        "by size": wrong(
            "The last batch is divided by `batch_size`, but it holds fewer examples: divide by the number of"
            " its rows.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, alpha, size, lambda errors: size),
        ),
        "sum": wrong(
            "The steps are too long: the gradient of a batch is a mean over its examples.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, alpha, size, lambda errors: 1),
        ),
        "overlap": wrong(
            "The batches overlap: each starts one row after the one before. The next batch starts where the"
            " last one ended.",
            lambda theta, X, y, alpha, size: _from_every_row(theta, X, y, alpha, size, len(y)),
            lambda theta, X, y, alpha, size: _from_every_row(theta, X, y, alpha, size, len(y) - size + 1),
        ),
        "row too many": wrong(
            "Each batch has one row too many, the first of the next one. A slice `start : stop` leaves stop"
            " out.",
            lambda theta, X, y, alpha, size: _over(
                theta, X, y, alpha, [slice(rows.start, rows.stop + 1) for rows in _cuts(len(y), size)]
            ),
        ),
        "one by one": wrong(
            "This takes one example at a time. A batch holds `batch_size` rows.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, alpha, 1),
        ),
        "uphill": wrong(
            "The steps climb. Two signs matter: an error is prediction minus target, and a step goes against"
            " the gradient.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, -alpha, size),
        ),
        "twice": wrong(
            "Each step is twice too long: the 1/2 in the loss cancels the 2 of the square.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, 2 * alpha, size),
        ),
        "half": wrong(
            "Each step is half as long as it should be: the 1/2 in the loss cancels the 2 of the square.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, alpha / 2, size),
        ),
        "parameters": wrong(
            "It is divided by the number of parameters. The mean is over the examples of the batch: how many"
            " rows has it?",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, alpha, size, lambda errors: len(theta)),
        ),
        "two epochs": wrong(
            "Every example was used twice. One epoch is one pass.",
            lambda theta, X, y, alpha, size: _epoch(_epoch(theta, X, y, alpha, size), X, y, alpha, size),
        ),
        "last only": wrong(
            "Only the last batch has moved theta: each batch started from the first theta again. Go on from"
            " where the batch before has led.",
            lambda theta, X, y, alpha, size: _over(theta, X, y, alpha, _cuts(len(y), size)[-1:]),
        ),
        "end": wrong(
            "The last batch is left out. Where does the range of the batches' starts end?",
            lambda theta, X, y, alpha, size: _over(theta, X, y, alpha, _cuts(len(y), size)[:-1]),
        ),
        "row lost": wrong(
            "Each batch has one row too few. A slice `start : stop` leaves stop itself out already.",
            lambda theta, X, y, alpha, size: _over(
                theta, X, y, alpha, [slice(rows.start, rows.stop - 1) for rows in _cuts(len(y), size)]
            ),
        ),
        "loss": wrong(
            "Alpha times the loss was taken off. A step goes by alpha times the slope, and each parameter has"
            " its own.",
            _by_the_loss,
        ),
        "as many batches": wrong(
            "There are as many steps as a batch has rows. How many batches are there?",
            lambda theta, X, y, alpha, size: _over(theta, X, y, alpha, _cuts(len(y), size)[:size]),
        ),
        "same batch": wrong(
            "Every step takes the first batch again. The next batch starts where the last one ended.",
            lambda theta, X, y, alpha, size: _over(
                theta, X, y, alpha, [slice(0, size) for _ in _cuts(len(y), size)]
            ),
        ),
        "growing": wrong(
            "The batches grow, or shrink: only one end of the slice moves. Both do, by `batch_size`.",
            lambda theta, X, y, alpha, size: _over(
                theta, X, y, alpha, [slice(0, rows.stop) for rows in _cuts(len(y), size)]
            ),
            lambda theta, X, y, alpha, size: _over(
                theta, X, y, alpha, [slice(rows.start, None) for rows in _cuts(len(y), size)]
            ),
        ),
        "one row": wrong(
            "Each step looks at one row of its batch only. A slice `start : stop` takes all of them.",
            lambda theta, X, y, alpha, size: _over(
                theta, X, y, alpha, [slice(rows.start, rows.start + 1) for rows in _cuts(len(y), size)]
            ),
        ),
        "one step": wrong(
            "This is one step, by the mean of the batches' gradients. Each batch makes a step of its own.",
            lambda theta, X, y, alpha, size: (
                theta
                - alpha * np.mean([gradient(theta, X[rows], y[rows]) for rows in _cuts(len(y), size)], axis=0)
            ),
        ),
        "path": wrong(
            "This is theta after each batch, the whole path. Return where it ends.",
            _all_thetas,
            lambda theta, X, y, alpha, size: _all_thetas(theta, X, y, alpha, size)[1:],
        ),
        "one at a time": wrong(
            "The parameters were updated one at a time: the second slope saw the new theta_0 already. Compute"
            " the whole gradient of a batch, then step.",
            _one_at_a_time_in_batches,
        ),
        "no alpha": wrong(
            "The learning rate is missing: each step goes by the whole gradient.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, 1, size),
        ),
        "alpha twice": wrong(
            "The learning rate is used twice: each step is only alpha times as long as it should be.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, alpha**2, size),
        ),
        "one less": wrong(
            "What a batch's sum is divided by counts one example too few. The mean is over all rows of the"
            " batch.",
            lambda theta, X, y, alpha, size: _epoch(
                theta, X, y, alpha, size, lambda errors: max(len(errors) - 1, 1)
            ),
        ),
        "squared": wrong(
            "The errors are squared. The square is in the loss; its slope holds the error itself.",
            _squared_errors,
        ),
        "plus": wrong(
            "Prediction plus target? An error is the difference of the two.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, -y, alpha, size),
        ),
        "no target": wrong(
            "The targets are missing: it is the error, prediction minus target, whose mean is taken.",
            lambda theta, X, y, alpha, size: _epoch(theta, X, 0 * y, alpha, size),
        ),
        "change": wrong(
            "This is by how much theta changes. Where does it stand after the pass?",
            lambda theta, X, y, alpha, size: _epoch(theta, X, y, alpha, size) - theta,
            lambda theta, X, y, alpha, size: theta - _epoch(theta, X, y, alpha, size),
        ),
        "backwards": wrong(
            "The batches, or the rows, were taken from the end. They come in the order in which they stand.",
            lambda theta, X, y, alpha, size: _epoch(theta, X[::-1], y[::-1], alpha, size),
            lambda theta, X, y, alpha, size: _over(theta, X, y, alpha, _cuts(len(y), size)[::-1]),
        ),
        "no x": wrong(
            "All parameters move alike. For theta_j each error is multiplied by its x_j before the mean.",
            lambda theta, X, y, alpha, size: _without_x(theta, X, y, alpha, _cuts(len(y), size)),
        ),
    },
    hints=[
        "The batches start at rows 0, batch_size, 2 batch_size, and so on: `range(0, len(y), batch_size)`"
        " gives them.",
        "`X[start : start + batch_size]` takes the rows of one batch; past the end it takes what there is."
        " Do the same for y.",
        "Inside the loop it is a step as always, with the rows of the batch in the place of X and y: compute"
        " their gradient at the theta of this moment, divided by the number of these rows.",
    ],
)


SCALINGS = [
    {"theta": np.array([4.0, 6, -3]), "mean": np.array([10.137, 3]), "std": np.array([2.3, 0.7])},
    {"theta": np.array([1, 2]), "mean": np.array([3.119]), "std": np.array([4.3])},
]


def _with_slopes(intercept):
    """Return code that gives the right slopes, after the intercept that some code gives."""
    return lambda theta, mean, std: np.append(intercept(theta, mean, std), theta[1:] / std)


def _other_way(constant):
    """Return code that multiplies the slopes by std, and adds a constant that some code gives."""
    return lambda theta, mean, std: np.append(theta[0] + constant(theta, mean, std), theta[1:] * std)


check_undo_scaling = function_exercise(
    "03.undo_scaling",
    "Check undo(theta, mean, std): the parameters (n+1,) for x, where theta belongs to the scaled z.",
    solve=scaling.undo_standardise,
    on=SCALINGS,
    meaning=EACH_PARAMETER,
    right="Over the features as they were, the line predicts what it predicted over the scaled ones.",
    mistakes={
        "nothing": wrong(
            "These still are the parameters for z. Put z = (x - mean) / std into theta_0 + theta_1 z + ...,"
            " and sort by x.",
            lambda theta, mean, std: theta,
        ),
        "slopes only": wrong(
            "The slopes are right, but theta_0 has not moved: each feature also leaves a constant behind, the"
            " part with its mean.",
            _with_slopes(lambda theta, mean, std: theta[0]),
        ),
        "plus": wrong(
            "The intercept moved the wrong way: z holds x minus mean, so the constants are subtracted.",
            _with_slopes(lambda theta, mean, std: theta[0] + theta[1:] / std @ mean),
        ),
        "undivided": wrong(
            "The intercept subtracts theta_j times mean. But the slope that meets the mean is the one for x,"
            " already divided by std.",
            _with_slopes(lambda theta, mean, std: theta[0] - theta[1:] @ mean),
        ),
        "no theta": wrong(
            "Each constant is theta_j times mean over std: the theta_j is missing in it.",
            _with_slopes(lambda theta, mean, std: theta[0] - np.sum(mean / std)),
        ),
        "averaged": wrong(
            "The intercept takes the mean of the constants, or one of them. Every feature leaves its own"
            " behind: add them all up.",
            _with_slopes(lambda theta, mean, std: theta[0] - np.mean(theta[1:] / std * mean)),
            _with_slopes(lambda theta, mean, std: theta[0] - theta[1] / std[0] * mean[0]),
            _with_slopes(lambda theta, mean, std: theta[0] - theta[-1] / std[-1] * mean[-1]),
        ),
        "other way": wrong(
            "This goes the wrong way, from x to z. One unit of z is std units of x: is the slope for each"
            " unit of x smaller or larger?",
            _other_way(lambda theta, mean, std: 0),
            _other_way(lambda theta, mean, std: theta[1:] @ mean),
            _other_way(lambda theta, mean, std: -theta[1:] @ mean),
            _other_way(lambda theta, mean, std: (theta[1:] * std) @ mean),
            _other_way(lambda theta, mean, std: -(theta[1:] * std) @ mean),
        ),
        "scaled as data": wrong(
            "This scales theta as if it were data, minus mean, over std. It is x that is scaled; theta"
            " follows from putting z into the line.",
            lambda theta, mean, std: np.append(theta[0], (theta[1:] - mean) / std),
        ),
        "all divided": wrong(
            "theta_0 is divided by a std as well. It multiplies no feature, so it has no unit to change.",
            AnyOf(
                lambda theta, mean, std: [
                    np.append(theta[0] / divisor - part, theta[1:] / std)
                    for divisor in (std[0], std[-1])
                    for part in (theta[1:] / std @ mean, theta[1:] / std @ mean / divisor)
                ]
            ),
        ),
        "no intercept": wrong(
            "The intercept is missing: return n + 1 entries, theta_0 first.",
            lambda theta, mean, std: theta[1:] / std,
        ),
        "intercept last": wrong(
            "The numbers are right, but theta_0, the intercept, comes first.",
            lambda theta, mean, std: np.roll(scaling.undo_standardise(theta, mean, std), -1),
        ),
        "counted": wrong(
            "Feature j has the parameter theta_{j+1} when both are counted from 0: theta_0 comes before all"
            " features, so the places in `theta` are shifted by one.",
            lambda theta, mean, std: np.append(theta[0] - theta[:-1] / std @ mean, theta[:-1] / std),
            _with_slopes(lambda theta, mean, std: theta[0] - theta[:-1] / std @ mean),
            lambda theta, mean, std: np.append(theta[0] - theta[1:] / std @ mean, theta[:-1] / std),
        ),
        "variance": wrong(
            "The std is squared here, a variance. z is divided by the standard deviation itself.",
            lambda theta, mean, std: np.append(theta[0] - theta[1:] / std**2 @ mean, theta[1:] / std**2),
            lambda theta, mean, std: np.append(theta[0] - theta[1:] / std @ mean, theta[1:] / std**2),
            _with_slopes(lambda theta, mean, std: theta[0] - theta[1:] / std**2 @ mean),
        ),
        "sign": wrong(
            "The slopes have the wrong sign. Which number multiplies x in theta_1 (x - mean) / std?",
            lambda theta, mean, std: np.append(theta[0] - theta[1:] / std @ mean, -theta[1:] / std),
        ),
        "sums apart": wrong(
            "In the intercept all parameters were added up first. Each theta_j meets its own mean and std.",
            _with_slopes(lambda theta, mean, std: theta[0] - theta[1:].sum() * (mean / std).sum()),
        ),
        "root": wrong(
            "A root of `std` was taken. It is the standard deviation already, no variance.",
            lambda theta, mean, std: np.append(
                theta[0] - theta[1:] / np.sqrt(std) @ mean, theta[1:] / np.sqrt(std)
            ),
        ),
        "swapped": wrong(
            "`mean` and `std` have changed places: the mean is subtracted from x, and std divides.",
            lambda theta, mean, std: np.append(theta[0] - theta[1:] / mean @ std, theta[1:] / mean),
        ),
        "slopes undivided": wrong(
            "The intercept is right, but the slopes still are those for z. One unit of x is 1 / std units of"
            " z.",
            lambda theta, mean, std: np.append(theta[0] - theta[1:] / std @ mean, theta[1:]),
        ),
        "no std": wrong(
            "The std is missing: z is x minus mean, divided by std.",
            lambda theta, mean, std: np.append(theta[0] - theta[1:] @ mean, theta[1:]),
        ),
        "no theta_0": wrong(
            "The slopes are right. In the intercept theta_0 itself is missing.",
            lambda theta, mean, std: np.append(-theta[1:] / std @ mean, theta[1:] / std),
            lambda theta, mean, std: np.append(theta[1:] / std @ mean, theta[1:] / std),
        ),
        "one std": wrong(
            "One std serves for all features. Each feature has its own.",
            AnyOf(
                lambda theta, mean, std: [
                    np.append(theta[0] - theta[1:] / one @ mean, theta[1:] / one)
                    for one in (std[0], std[-1], np.mean(std))
                ]
            ),
        ),
        "one mean": wrong(
            "One mean serves for all features. Each feature has its own.",
            _with_slopes(lambda theta, mean, std: theta[0] - np.sum(theta[1:] / std) * np.mean(mean)),
        ),
        "intercept's sign": wrong(
            "The intercept has the wrong sign: it is theta_0 minus what the means bring.",
            _with_slopes(lambda theta, mean, std: theta[1:] / std @ mean - theta[0]),
        ),
        "intercept only": wrong(
            "This is the intercept alone. The slopes belong to the answer too: n + 1 entries.",
            lambda theta, mean, std: theta[0] - theta[1:] / std @ mean,
        ),
        "one feature": wrong(
            "Only one feature has a slope here. Return one for each, after theta_0.",
            lambda theta, mean, std: np.array([theta[0] - theta[1] * mean[0] / std[0], theta[1] / std[0]]),
        ),
    },
    hints=[
        "Write the line for one feature: theta_0 + theta_1 (x - mean) / std. Which number multiplies x? What"
        " is left without x?",
        "The slopes are `theta[1:] / std`. Each of them, times the mean of its feature, is left without x.",
        "Intercept: theta_0 minus the sum of slope times mean over all features. Join both:"
        " `np.concatenate([[intercept], slopes])`.",
    ],
)
