"""The exercises of notebook 03: a step, the gradient, the learning rate, the whole loop, batches, scaling."""

import numpy as np

from helpers.learner.comparing import compare, compare_value, numbers_in
from helpers.learner.exercise import exercise
from helpers.learner.verdict import Feedback
from helpers.maths import descent, linear, scaling

EACH_PARAMETER = "one entry for each parameter"
WRONG_DIVISORS = {
    "parameters": "It is divided by the number of parameters. The mean is over the examples: how many rows"
    " has X?",
    "all entries": "It is divided once too often: `np.mean(...) / m` divides by m twice, and `X.size` counts"
    " every entry of X, not the examples.",
}


@exercise(
    "03.step_by_hand",
    right="Both parameters moved by 0.1 times their slope, and both slopes belong to the old line.",
    mistakes={
        "uphill": "This step climbs. Two signs matter: an error is prediction minus target, and a step goes"
        " against the slope.",
        "sum": "The steps are three times too long: a slope is the mean over the three points, not their"
        " sum.",
        "twice": "The steps are twice too long. Was the last point alone looked at? Or is the 1/2 of the loss"
        " missing, which cancels the 2 of the square?",
        "half": "The steps are half as long as they should be: the 1/2 of the loss has gone already, it"
        " cancelled the 2 of the square.",
        "no alpha": "This subtracts the whole slope: the learning rate says what share of it is one step.",
        "no x": "Both parameters moved equally. In the slope of theta_1 each error is multiplied by its x.",
        "one at a time": "One slope was taken on a line that had moved already. Both slopes belong to"
        " the old parameters: first both slopes, then both steps.",
        "change": "This is by how much the parameters change. Where do they stand after it?",
        "slopes": "These are the two slopes. The step starts from the old parameters and goes by alpha times"
        " them.",
        "swapped": "The numbers are right, but in the wrong order: theta_0, the intercept, comes first.",
        "one point": "This step looks at one of the points only; a slope is the mean over all three.",
    },
    hints=[
        "Start with a table of three rows: `x`, the prediction `h = 1 + 2 x`, and the error `h - y`.",
        "The slope of theta_0 is the mean of the errors. For theta_1 multiply each error by its x first,"
        " then take the mean.",
        "The errors are -1, 2 and 2, so the first slope is 1. New theta_0: 1 - 0.1 times 1. Now the same for"
        " theta_1, with the errors as they are in the table.",
    ],
)
def check_step_by_hand(thetas):
    """Check thetas, a pair: theta_0 and theta_1 after one step from (1, 2) with alpha = 0.1.

    The points are (1, 4), (2, 3) and (3, 5).
    """
    old, alpha = np.array([1.0, 2]), 0.1
    X, y = linear.add_bias([[1], [2], [3]]), np.array([4.0, 3, 5])
    slopes = linear.gradient(old, X, y)
    new = old - alpha * slopes
    wrong = {
        "uphill": old + alpha * slopes,
        "sum": old - alpha * slopes * 3,
        "twice": old - alpha * slopes * 2,
        "half": old - alpha * slopes / 2,
        "no alpha": old - slopes,
        "no x": old - alpha * slopes[0],
        "one at a time": (
            descent.one_at_a_time(X, y, alpha=alpha, steps=1, theta=old).thetas[-1],
            [old[0] - alpha * linear.gradient([old[0], new[1]], X, y)[0], new[1]],
        ),
        "change": (new - old, old - new),
        "slopes": slopes,
        "swapped": new[::-1],
        "one point": old - alpha * linear.gradient(old, X[1:2], y[1:2]),
    }
    unknown = "Write out the three errors first, then the two means, then the two steps."
    names = "The new theta_0", "the new theta_1"
    yield compare_value(thetas, new, wrong, tolerance=0.004, unknown=unknown, names=names)


@exercise(
    "03.gradient",
    right="Every entry agrees with what nudging its parameter says, whatever the number of parameters.",
    mistakes={
        "sign": "The sign is flipped: an error is prediction minus target. This gradient points downhill.",
        "sum": "It is m times too big: the loss is a mean over the m examples, and so is each of its slopes.",
        "twice": "It is twice too big: the 1/2 in the loss cancels the 2 that the square brings down.",
        "half": "It is half as big as it should be: the 1/2 in the loss cancels the 2 of the square, so no"
        " 1/2 is left.",
        **WRONG_DIVISORS,
        "no x": "Every entry is the mean of the errors. That is right for theta_0; for theta_j each error is"
        " multiplied by its x_j before the mean.",
        "no x0": "The first entry is missing: theta_0 has a slope too. Column 0 of X, the ones, belongs to"
        " it.",
        "squared": "The errors are squared. The square is in the loss; its slope holds the error itself.",
        "no target": "The targets are missing: it is the error `h - y` that is multiplied, not the"
        " prediction.",
        "transposed": "Rows and columns are mixed up: entry i adds up along row i, an example. A slope adds"
        " up over all examples, down a column.",
        "one example": "Only one example is left in it. In a loop: is each part added to the sum, or does it"
        " replace the one before? Does `return` stand inside the loop?",
        "loss": "This is the loss, one number. The gradient holds a slope for each parameter.",
    },
    hints=[
        "Start with the errors of all examples: `X @ theta` holds the predictions, (m,).",
        "The slope along theta_j is the mean of the errors times column j, which is `X[:, j]`. Do that for"
        " every j.",
        "In a loop over `range(X.shape[1])`, collect `np.mean(errors * X[:, j])`, and return the list as an"
        " array.",
    ],
)
def check_gradient(gradient):
    """Check gradient(theta, X, y), which returns the gradient of the chapter's loss, (n+1,)."""
    for arguments in GRADIENTS:
        right, wrong = linear.gradient(**arguments), _wrong_gradients(**arguments)
        yield compare(gradient, arguments, right, wrong, nudge=_nudge(**arguments), meaning=EACH_PARAMETER)


GRADIENTS = [
    {  # as many examples as parameters, so that X @ errors fits too and can be named
        "theta": np.array([1.0, -2, 0.5]),
        "X": np.array([[1.0, 2, 5], [1, -1, 3], [1, 4, -2]]),
        "y": np.array([3.0, -4, 6]),
    },
    {  # whole numbers in theta: an array made after their dtype cuts the slopes
        "theta": np.array([2, -1]),
        "X": np.array([[1.0, 1], [1, 2], [1, 4], [1, 7], [1, -2]]),
        "y": np.array([1.0, 3, -2, 4, 0.5]),
    },
]


def _wrong_gradients(theta, X, y):
    right, m, errors = linear.gradient(theta, X, y), len(y), X @ theta - y
    return {
        "sign": -right,
        "sum": right * m,
        "twice": right * 2,
        "half": right / 2,
        "parameters": right * m / len(theta),
        "all entries": right / len(theta),
        "no x": np.full(len(theta), errors.mean()),
        "no x0": right[1:],
        "squared": X.T @ errors**2 / m,
        "no target": X.T @ (X @ theta) / m,
        "transposed": X @ errors / m if m == len(theta) else (),
        "one example": tuple(part for row in X * errors[:, None] for part in (row, row / m)),
        "loss": linear.loss(theta, X, y),
    }


def _nudge(theta, X, y):
    return lambda j: descent.nudged_slope(lambda at: linear.loss(at, X, y), theta, j, 1e-4)


@exercise(
    "03.learning_rate",
    right="Just above 2 / lambda_max: in the steepest direction each step lands a little farther away than"
    " it started.",
    mistakes={
        "negative": "A learning rate is positive: with this one every step climbs.",
        "exactly": "This is the limit itself, as far as rounding lets one tell: in the steepest direction"
        " every step jumps to the other side, as far away as before. What is a little more?",
        "curvature": "This is lambda_max, how much the loss bends. A strongly bent bowl needs a small rate.",
        "fastest": "With 1 / lambda_max the steepest direction is done in one step. It diverges only where"
        " |1 - alpha lambda| is more than 1.",
        "flattest": "This is the limit of the flattest direction. The steepest one has diverged long before:"
        " which eigenvalue reaches it first?",
        "sum": "This limit belongs to X.T X. The loss is a mean, so H is X.T X / m.",
        "singular": "This takes X itself for H, or its singular values for eigenvalues. H is X.T X / m.",
        "other data": "This is the limit of the notebook's 100 points. Each data set has its own; here X is"
        " `my_X`.",
        "settles": "With this rate it still settles: each step shortens the distance, in every direction.",
        "no x0": "H is a matrix of two columns here: the ones, column 0 of X, belong into it.",
        "far": "With this rate it diverges, but it is beyond the limit by more than 1 %.",
    },
    hints=[
        "Either try: run `descent.gradient_descent(my_X, y, alpha=..., steps=500)` with any y of three"
        " numbers, and look at the last loss. Or compute the limit.",
        "The limit is 2 / lambda_max, where lambda_max is the largest eigenvalue of H = X.T X / m."
        " `np.linalg.eigvalsh(H)` returns them all, smallest first.",
        "At the limit itself it neither settles nor diverges. Multiply it by a number between 1 and 1.01.",
    ],
)
def check_learning_rate(alpha):
    """Check alpha, with which descent diverges on the feature 0, 2, 4, at most 1 % above the limit."""
    alpha = numbers_in("The answer is", alpha, ())
    if isinstance(alpha, Feedback):
        yield alpha
        return
    X = linear.add_bias([[0], [2], [4]])
    limit = descent.largest_alpha(X)
    if abs(alpha / limit - 1) < 1e-6:
        yield "exactly"
    elif not limit < alpha < 1.0101 * limit:  # 1.01, and a rounding
        yield from (key for key, rates in _wrong_rates(X).items() if _little_above(rates, alpha).any())
        yield "negative" if alpha <= 0 else "settles" if alpha < limit else "far"


def _little_above(rates, alpha):
    """Say whether alpha is one of the rates, rounded to four digits, or at most 1 % more."""
    rates = np.asarray(rates)
    return (alpha > rates * 0.9995) & (alpha < rates * 1.0101)


def _wrong_rates(X):
    m, (flattest, steepest) = len(X), descent.curvature(X).values
    stretch = np.linalg.svd(X)[1].max()
    return {
        "curvature": [steepest],
        "fastest": [1 / steepest],
        "flattest": [2 / flattest],
        "sum": [2 / (steepest * m)],
        "singular": [stretch, 2 / stretch, 2 / stretch * m],
        "no x0": [2 * m / np.sum(X[:, 1] ** 2)],
        "other data": [1.5117],
    }


@exercise(
    "03.descent",
    right="Every step is where it should be, from the start to the end; you have written gradient descent.",
    mistakes={
        "no start": "The start is missing: row 0 is theta before the first step, all zero.",
        "no end": "The last step is missing: `steps` updates make steps + 1 rows, the start included.",
        "one more": "It goes one step too far: `steps` updates make steps + 1 rows, the start included.",
        "last only": "This is where the descent ends. Return the whole path: a row for the start and for"
        " each step.",
        "one array": "Rows that should differ are all the same: the path holds one array many times, and"
        " `-=` changed it in all of them. Make a new array at every step.",
        "old gradient": "Every step goes the same way: the gradient was computed once, before the loop. It"
        " belongs to the place where you stand, so compute it anew at every step.",
        "one at a time": "The parameters were updated one at a time: the second slope saw the new theta_0"
        " already. Compute the whole gradient, then step.",
        "uphill": "The path climbs. Two signs matter: an error is prediction minus target, and a step goes"
        " against the gradient.",
        "sum": "Each step is m times too long: a slope is the mean over the m examples.",
        "twice": "Each step is twice too long: the 1/2 in the loss cancels the 2 of the square.",
        "half": "Each step is half as long as it should be: the 1/2 in the loss cancels the 2 of the square.",
        "no alpha": "The learning rate is missing: each step goes by the whole gradient.",
        **WRONG_DIVISORS,
        "alpha twice": "The learning rate is used twice: each step is only alpha times as long as it should"
        " be.",
        "transposed": "Rows and columns are swapped: one row for each step, one column for each parameter.",
        "losses": "These are the losses on the path. Return the parameters themselves.",
        "changes": "These are the steps themselves. Return where each of them leads.",
    },
    hints=[
        "Keep a list that starts with `theta`, all zero, and append the new theta after each of the `steps`"
        " updates.",
        "In the loop: the gradient at the theta of this moment, then `theta = theta - ...`, which makes a"
        " new array; then append. At the end `np.array(path)` makes rows of the list.",
        "The gradient is `X.T @ (X @ theta - y) / len(y)`. It stands inside the loop.",
    ],
)
def check_descent(walk):
    """Check walk(X, y, alpha, steps), which returns every theta from zero on, (steps+1, n+1)."""
    for arguments in WALKS:
        right, wrong = descent.gradient_descent(**arguments).thetas, _wrong_walks(**arguments)
        yield compare(walk, arguments, right, wrong, meaning="a row for the start and one for each step")


WALKS = [  # in the first no two of m, n + 1 and 2 are the same or twice one another
    {
        "X": np.array([[1.0, 2, 0], [1, 0, 1], [1, 1, -1], [1, -1, 2], [1, 1, 1]]),
        "y": np.array([1.0, -2, 4, 0.5, 3]),
        "alpha": 0.3,
        "steps": 3,
    },
    {
        "X": np.array([[1.0, 1], [1, 2], [1, -1], [1, 3]]),
        "y": np.array([3.0, 5, 0, 6]),
        "alpha": 0.2,
        "steps": 4,
    },
]


def _wrong_walks(X, y, alpha, steps):
    right, losses = descent.gradient_descent(X, y, alpha=alpha, steps=steps)
    longer = descent.gradient_descent(X, y, alpha=alpha, steps=steps + 1).thetas
    m, parameters = X.shape
    ends = np.tile(right[-1], (steps + 1, 1))
    return {
        "no start": right[1:],
        "no end": right[:-1],
        "one more": (longer, longer[1:]),
        "last only": right[-1],
        "one array": (ends, ends[1:], np.vstack([right[:1], ends[1:]])),
        "old gradient": np.outer(np.arange(steps + 1), right[1]),
        "one at a time": descent.one_at_a_time(X, y, alpha=alpha, steps=steps).thetas,
        "uphill": _walk(X, y, -alpha, steps),
        "sum": _walk(X, y, alpha * len(y), steps),
        "twice": _walk(X, y, 2 * alpha, steps),
        "half": _walk(X, y, alpha / 2, steps),
        "no alpha": _walk(X, y, 1, steps),
        "parameters": _walk(X, y, alpha * m / parameters, steps),
        "all entries": tuple(_walk(X, y, alpha / divisor, steps) for divisor in (parameters, m)),
        "alpha twice": _walk(X, y, alpha**2, steps),
        "transposed": right.T,
        "losses": losses,
        "changes": (np.diff(right, axis=0), -np.diff(right, axis=0)),
    }


def _walk(X, y, factor, steps):
    """Return the thetas from zero on, (steps+1, n+1), where each step subtracts factor times the gradient."""
    thetas = [np.zeros(X.shape[1])]
    for _ in range(steps):
        thetas.append(thetas[-1] - factor * linear.gradient(thetas[-1], X, y))
    return np.array(thetas)


@exercise(
    "03.epoch",
    right="Every example was used once, each batch divided by its own size, each gradient taken where the"
    " last batch had led.",
    mistakes={
        "last dropped": "The last batch is missing: it is smaller than the others, but its examples count"
        " too.",
        "first only": "Only the first batch was used. An epoch goes through all examples.",
        "whole batch": "This is one step with all examples at once. Update after each batch.",
        "old theta": "All gradients were taken at the theta of the beginning. After each batch theta has"
        " moved, and the next gradient belongs to the new place.",
        "by m": "Each batch's sum is divided by m, the number of all examples. The mean is over the batch.",
        "by size": "The last batch is divided by `batch_size`, but it holds fewer examples: divide by the"
        " number of its rows.",
        "sum": "The steps are too long: the gradient of a batch is a mean over its examples.",
        "overlap": "The batches overlap: each starts one row after the one before. The next batch starts"
        " where the last one ended.",
        "one by one": "This takes one example at a time. A batch holds `batch_size` rows.",
        "uphill": "The steps climb. Two signs matter: an error is prediction minus target, and a step goes"
        " against the gradient.",
        "twice": "Each step is twice too long: the 1/2 in the loss cancels the 2 of the square.",
        "half": "Each step is half as long as it should be: the 1/2 in the loss cancels the 2 of the square.",
        "parameters": "It is divided by the number of parameters. The mean is over the examples of the"
        " batch: how many rows has it?",
        "two epochs": "Every example was used twice. One epoch is one pass.",
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
def check_epoch(epoch):
    """Check epoch(theta, X, y, alpha, batch_size): theta (n+1,) after one pass, rows in their order."""
    for arguments in EPOCHS:
        yield compare(
            epoch, arguments, _epoch(**arguments), _wrong_epochs(**arguments), meaning=EACH_PARAMETER
        )


EPOCHS = [  # the last batch is smaller than the others, twice, and then it is not
    {
        "theta": np.array([0.0, 1]),
        "X": np.array([[1.0, 1], [1, 3], [1, -1], [1, 2], [1, 4], [1, 0], [1, -2]]),
        "y": np.array([2.0, 1, 4, 7, 3, -1, 5]),
        "alpha": 0.1,
        "batch_size": 3,
    },
    {
        "theta": np.array([1.0, 0]),
        "X": np.array([[1.0, 2], [1, 0], [1, 1], [1, -2]]),
        "y": np.array([1.0, -3, 2, 0.5]),
        "alpha": 0.2,
        "batch_size": 3,
    },
    {
        "theta": np.array([0.5, -1]),
        "X": np.array([[1.0, 3], [1, -1], [1, 0], [1, 2]]),
        "y": np.array([2.0, 0.5, -1, 4]),
        "alpha": 0.1,
        "batch_size": 2,
    },
]


def _epoch(theta, X, y, alpha, batch_size, *, batches=None, divisor=len):
    """Return theta after a step for each batch, a slice of rows; divisor says what its sum is divided by."""
    for rows in _cuts(len(y), batch_size) if batches is None else batches:
        errors = X[rows] @ theta - y[rows]
        theta = theta - alpha * X[rows].T @ errors / divisor(errors)
    return theta


def _cuts(m, size):
    return [slice(start, start + size) for start in range(0, m, size)]


def _wrong_epochs(theta, X, y, alpha, batch_size):
    def run(**options):
        return _epoch(theta, X, y, alpha, batch_size, **options)

    m, cuts = len(y), _cuts(len(y), batch_size)
    windows = [slice(start, start + batch_size) for start in range(m)]
    return {
        "last dropped": run(batches=cuts[:-1]) if m % batch_size else (),
        "first only": run(batches=cuts[:1]),
        "whole batch": run(batches=[slice(None)]),
        "old theta": theta + sum(run(batches=[rows]) - theta for rows in cuts),
        "by m": run(divisor=lambda errors: m),
        "by size": run(divisor=lambda errors: batch_size),
        "sum": run(divisor=lambda errors: 1),
        "overlap": (run(batches=windows), run(batches=windows[: m - batch_size + 1])),
        "one by one": run(batches=_cuts(m, 1)),
        "uphill": run(divisor=lambda errors: -len(errors)),
        "twice": run(divisor=lambda errors: len(errors) / 2),
        "half": run(divisor=lambda errors: len(errors) * 2),
        "parameters": run(divisor=lambda errors: len(theta)),
        "two epochs": run(batches=cuts * 2),
    }


@exercise(
    "03.undo_scaling",
    right="Over the features as they were, the line predicts what it predicted over the scaled ones.",
    mistakes={
        "nothing": "These still are the parameters for z. Put z = (x - mean) / std into theta_0 + theta_1 z"
        " + ..., and sort by x.",
        "slopes only": "The slopes are right, but theta_0 has not moved: each feature also leaves a constant"
        " behind, the part with its mean.",
        "plus": "The intercept moved the wrong way: z holds x minus mean, so the constants are subtracted.",
        "undivided": "The intercept subtracts theta_j times mean. But the slope that meets the mean is the"
        " one for x, already divided by std.",
        "no theta": "Each constant is theta_j times mean over std: the theta_j is missing in it.",
        "averaged": "The intercept takes the mean of the constants, or one of them. Every feature leaves its"
        " own behind: add them all up.",
        "other way": "This goes the wrong way, from x to z. One unit of z is std units of x: is the slope"
        " for each unit of x smaller or larger?",
        "scaled as data": "This scales theta as if it were data, minus mean, over std. It is x that is"
        " scaled; theta follows from putting z into the line.",
        "all divided": "theta_0 is divided by a std as well. It multiplies no feature, so it has no unit to"
        " change.",
        "no intercept": "The intercept is missing: return n + 1 entries, theta_0 first.",
        "intercept last": "The numbers are right, but theta_0, the intercept, comes first.",
    },
    hints=[
        "Write the line for one feature: theta_0 + theta_1 (x - mean) / std. Which number multiplies x? What"
        " is left without x?",
        "The slopes are `theta[1:] / std`. Each of them, times the mean of its feature, is left without x.",
        "Intercept: theta_0 minus the sum of slope times mean over all features. Join both:"
        " `np.concatenate([[intercept], slopes])`.",
    ],
)
def check_undo_scaling(undo):
    """Check undo(theta, mean, std): the parameters (n+1,) for x, where theta belongs to the scaled z."""
    for arguments in SCALINGS:
        right, wrong = scaling.undo_standardise(**arguments), _wrong_undone(**arguments)
        yield compare(undo, arguments, right, wrong, meaning=EACH_PARAMETER)


SCALINGS = [
    {"theta": np.array([4.0, 6, -3]), "mean": np.array([10.0, 3]), "std": np.array([2.0, 0.5])},
    {"theta": np.array([1, 2]), "mean": np.array([3.0]), "std": np.array([4.0])},
]


def _wrong_undone(theta, mean, std):
    start, scaled = theta[0], theta[1:]
    slopes, parts = scaled / std, scaled / std * mean

    def line(intercept, slopes=slopes):
        return np.append(intercept, slopes)

    return {
        "nothing": theta,
        "slopes only": line(start),
        "plus": line(start + parts.sum()),
        "undivided": line(start - scaled @ mean),
        "no theta": line(start - (mean / std).sum()),
        "averaged": tuple(line(start - part) for part in (parts.mean(), *parts)),
        "other way": tuple(
            line(start + change, scaled * std)
            for change in (0, scaled @ mean, -scaled @ mean, (scaled * std) @ mean, -(scaled * std) @ mean)
        ),
        "scaled as data": line(start, (scaled - mean) / std),
        "all divided": tuple(
            line(start / divisor - part) for divisor in std for part in (parts.sum(), parts.sum() / divisor)
        ),
        "no intercept": slopes,
        "intercept last": np.append(slopes, start - parts.sum()),
    }
