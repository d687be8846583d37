"""The exercises of notebook 02: three points by hand, L, the half and the mean, many lines, bad shapes."""

import numpy as np

from helpers.learner.comparing import compare, compare_each, compare_value, numbers_in
from helpers.learner.exercise import exercise
from helpers.learner.running import line_of, run
from helpers.learner.verdict import Feedback
from helpers.maths import linear


@exercise(
    "02.three_points",
    right="Each residual is prediction minus target, and the loss is half the mean of their squares.",
    mistakes={
        "flipped": "The residuals have the wrong sign: a residual is prediction minus target, so it is"
        " positive where the line is too high.",
        "sizes": "These are the distances to the line. A residual also says on which side the point lies, by"
        " its sign.",
        "squares": "These are the squares. A residual is the difference itself, before it is squared.",
        "predictions": "These are the predictions. How far is each of them from its target?",
        "rising": "Here the line was taken as 4 + x. It falls: what is h at x = 3?",
        "sum": "The residuals are right. This L is the sum of the squares; it still is to be divided.",
        "half": "The residuals are right. This L is the mean of the squares, and the half is missing.",
        "mean": "The residuals are right. This L is half the sum of the squares; where has the number of"
        " points gone?",
        "absolute": "The residuals are right. This L adds up their sizes; it is the squares that count.",
        "cancelled": "The residuals are right. This L adds them up as they are, so they cancel: square each"
        " of them first.",
        "square of sum": "The residuals are right. This L squares their sum; each is squared by itself, and"
        " then they are added.",
        "negative square": "The residuals are right. In this L a square was subtracted: the square of a"
        " negative number is positive.",
    },
    hints=[
        "Make a table as above, with a row for each point: `x`, `y`, `h = 4 - x`, `h - y`, `(h - y)^2`.",
        "The predictions are 4, 3 and 1. Subtract the targets 3, 5 and 6 from them, with the sign.",
        "Add up the three squares, and divide by $2m$, where $m = 3$.",
    ],
)
def check_three_points(numbers):
    """Check numbers, four: the residuals of three points in their order, and L.

    The line is h = 4 - x; the points are (0, 3), (1, 5) and (3, 6).
    """
    found = numbers_in("The answer is", numbers, (4,), "three residuals and L")
    if isinstance(found, Feedback):
        yield found
        return
    x, y = np.array([0.0, 1, 3]), np.array([3.0, 5, 6])
    h = 4 - x
    yield compare_value(
        found[:3],
        h - y,
        {
            "flipped": y - h,
            "sizes": np.abs(h - y),
            "squares": (h - y) ** 2,
            "predictions": h,
            "rising": 4 + x - y,
        },
        tolerance=0.004,
        unknown="Write out h at each point, then subtract the target.",
        names=[f"Residual {i}" for i in (1, 2, 3)],
    )
    yield compare_value(
        found[3],
        np.sum((h - y) ** 2) / 6,
        _wrong_by_hand(h - y),
        tolerance=0.004,
        unknown="The residuals are right: square each, add up, divide by 2m.",
    )


def _wrong_by_hand(r):
    m = len(r)
    return {
        "sum": np.sum(r**2),
        "half": np.mean(r**2),
        "mean": np.sum(r**2) / 2,
        "absolute": tuple(np.abs(r).sum() / divisor for divisor in (1, 2, m, 2 * m)),
        "cancelled": tuple(r.sum() / divisor for divisor in (1, 2, m, 2 * m)),
        "square of sum": (r.sum() ** 2, r.sum() ** 2 / m, r.sum() ** 2 / (2 * m), r.mean() ** 2 / 2),
        "negative square": tuple(np.sum(np.sign(r) * r**2) / divisor for divisor in (1, m, 2 * m)),
    }


@exercise(
    "02.loss",
    right="It is half the mean of the squares, whatever the number of examples and of parameters.",
    mistakes={
        "half": "It is twice too big: this is the mean of the squares. Which factor stands in front of the"
        " sum beside the number of examples?",
        "sum": "It is m times too big: the squares are added up, but not averaged over the m examples.",
        "whole sum": "This is the sum of the squares, whole. The half and the mean are still missing.",
        "brackets": "`/ 2 * m` and `/ m * 2` are worked off from left to right: the first number divides, the"
        " second multiplies. The whole of 2m stands below the line.",
        "cancelled": "The square is missing: residuals above and below the line cancel.",
        "absolute": "This takes the sizes of the residuals. Their squares are added up.",
        "square of sum": "This adds up the residuals and squares the sum. The square belongs to each of them,"
        " before they are added.",
        "root": "There is a square root too many: this is an error in the units of y. The loss is in units"
        " of y squared.",
        "parameters": "It is divided by the number of parameters. The mean is over the examples: how many"
        " rows has X?",
        "one less": "What it is divided by counts one example too few. The mean is over all m of them.",
        "no x0": "The intercept is missing in the prediction: column 0 of X, the ones, multiplies theta_0.",
        "two parameters": "Only theta_0 and theta_1 are used. Here a prediction adds up as many products as"
        " X has columns.",
        "plus": "Prediction plus target? A residual is the difference of the two.",
        "no target": "The targets are missing: these are the squares of the predictions.",
        "one example": "Only one example is left in it. Is each square added to the total, or does it"
        " replace the one before? Does `return` stand inside the loop?",
        "end missing": "One example was left out, at the beginning or at the end: which rows does your range"
        " go through?",
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
def check_loss(loss):
    """Check loss(theta, X, y), which returns the chapter's L, one number."""
    for arguments in DATA:
        yield compare(loss, arguments, linear.loss(**arguments), _wrong_losses(**arguments))


DATA = [
    {  # 5 examples and 3 columns: all that a loss may be divided by, 2m, m, m - 1 and so on, lies apart
        "theta": np.array([1.0, -2, 0.5]),
        "X": np.array([[1.0, 2, 5], [1, -1, 3], [1, 4, -2], [1, 0, 1], [1, 3, 3]]),
        "y": np.array([3.0, -4, 6, 0.7, -2]),
    },
    {
        "theta": np.array([2, -1]),
        "X": np.array([[1.0, 1], [1, 2], [1, 4], [1, 7]]),
        "y": np.array([1.5, 3, -2.2, 4]),
    },
]


def _wrong_losses(theta, X, y):
    h, (m, columns) = X @ theta, X.shape
    r, each = h - y, (h - y) ** 2
    total = each.sum()
    return {
        "half": total / m,
        "sum": total / 2,
        "whole sum": total,
        "brackets": (total / 2 * m, total / m * 2),
        "cancelled": (r.sum() / (2 * m), r.mean(), r.sum() / 2),
        "absolute": (np.abs(r).sum() / (2 * m), np.abs(r).mean()),
        "square of sum": (r.sum() ** 2 / (2 * m), r.mean() ** 2 / 2, r.sum() ** 2 / m, r.sum() ** 2),
        "root": (np.sqrt(total / m), np.sqrt(total / (2 * m)), np.sqrt(total)),
        "parameters": (total / (2 * columns), total / columns),
        "one less": (total / (2 * (m - 1)), total / (m - 1)),
        "no x0": np.sum((X[:, 1:] @ theta[1:] - y) ** 2) / (2 * m),
        "two parameters": np.sum((X[:, :2] @ theta[:2] - y) ** 2) / (2 * m),
        "plus": np.sum((h + y) ** 2) / (2 * m),
        "no target": np.sum(h**2) / (2 * m),
        "one example": tuple(part / divisor for part in each for divisor in (1, 2, m, 2 * m)),
        "end missing": tuple(
            (total - each[gone]) / divisor for gone in (0, -1) for divisor in (2 * m, 2 * (m - 1))
        ),
    }


@exercise(
    "02.half_and_mean",
    right="The mean takes the number of points out of the loss, the square stays in it, and the half is one"
    " factor for all.",
    mistakes={
        "sum": "Every point twice: the sum of the squares doubles. But what is it divided by now?",
        "shared": "Every point twice: there are twice as many points to divide by. Has the sum of the"
        " squares stayed the same?",
        "not squared": "Residuals twice as large: what becomes of the square of each?",
        "halved too": "Residuals twice as large: the half and the number of points stand in the new loss as"
        " they stood in the old. Only the squares have changed.",
        "unmoved": "Residuals twice as large: the line is off by more, and this loss is as before.",
        "free": "A fifth point: it adds nothing to the sum of the squares, but it is an example, and it is"
        " counted.",
        "dearer": "A fifth point, hit exactly, made the loss larger here. Does a good prediction cost?",
        "a fifth": "A fifth point: this is what one of five would take. The other four are still in the sum.",
        "wrong way": "No half: the half makes the loss half as large. Without it, is the number larger or"
        " smaller?",
        "same": "No half: the place of the minimum stays, but the loss itself is another number.",
    },
    hints=[
        "Write $L = S / (2m)$ with the sum of squares $S$. Here $m = 4$: what is $S$?",
        "For each change ask two things: what is the new $S$, and what is the new $m$?",
        "$S$ is 4.8. Twice the points: both double. Residuals twice as large: each square, so $S$ too, is"
        " four times as large. A fifth point: $m$ alone changes.",
    ],
)
def check_half_and_mean(losses):
    """Check losses, four numbers: what becomes of L = 0.6 on 4 points under four changes.

    Every point twice; each residual twice as large; a fifth point on the line; without the half.
    """
    yield from compare_each(
        losses,
        CHANGES,
        meaning="one loss for each change",
        tolerance=0.004,
        unknown="what becomes of the sum of the squares, and what is it divided by?",
    )


CHANGES = [
    ("Every point twice", 0.6, {"sum": 1.2, "shared": 0.3}),
    ("Residuals twice as large", 2.4, {"not squared": 1.2, "halved too": (4.8, 9.6), "unmoved": 0.6}),
    ("A fifth point", 0.48, {"free": 0.6, "dearer": (0.75, 0.72), "a fifth": 0.12}),
    ("No half", 1.2, {"wrong way": 0.3, "same": 0.6}),
]
"""What changes, the L that it gives, and what known mistakes give."""


@exercise(
    "02.many_losses",
    right="One loss for each line, all at once: the whole landscape of a bowl takes one such call.",
    mistakes={
        "half": "Each loss is twice too big: these are means of squares, without the half.",
        "sum": "The squares of a line are added up, but not averaged over the examples.",
        "lines": "The sums are divided by the number of lines. The mean is over the examples.",
        "axis": "This adds up along the wrong axis: for each example over all lines. The loss of a line adds"
        " up over its examples.",
        "one number": "All lines went into one number. `np.sum` and `np.mean` of a table take everything,"
        " unless an `axis` says along what.",
        "one line": "This is the loss of one line alone. Does `return` stand inside a loop?",
        "across": "The targets run along the wrong axis, so predictions meet targets of other points. It"
        " raises no error here only because there are as many lines as points.",
        "residuals": "These are the residuals, one for each line and example. Square them, and add up along"
        " each line.",
        "not added": "These are the squares, not yet added up: one for each line and each example.",
        "pairs": "This is a table of each line with each other. The losses are on its diagonal; what lies"
        " beside it mixes two lines.",
        "cancelled": "The square is missing: residuals above and below a line cancel.",
        "absolute": "These are sizes of residuals. Their squares count.",
        "root": "There is a square root too many: a loss is in units of y squared.",
    },
    hints=[
        "Ask for shapes first. `thetas` is (k, n+1) and `X.T` is (n+1, m): what is the shape of `thetas @"
        " X.T`, and what does one row of it hold?",
        "`thetas @ X.T - y` is (k, m): row k holds the residuals of line k, since `y` (m,) is stretched down"
        " over the rows.",
        "Square it, and add up along each row: `np.sum(..., axis=1)` is (k,). Then the half and the mean, as"
        " always.",
    ],
)
def check_many_losses(losses):
    """Check losses(thetas, X, y): the loss of each line, (k,), where thetas is (k, n+1)."""
    for arguments in MANY:
        right = np.array(
            [linear.loss(theta, arguments["X"], arguments["y"]) for theta in arguments["thetas"]]
        )
        yield compare(losses, arguments, right, _wrong_many(**arguments), meaning="one loss for each line")


MANY = [
    {  # as many lines as points, so that targets along the wrong axis fit too and can be named
        "thetas": np.array([[1.0, 2], [0, -1], [3, 0.5]]),
        "X": np.array([[1.0, 1], [1, 3], [1, -2]]),
        "y": np.array([4.0, 0.5, -1]),
    },
    {
        "thetas": np.array([[1, 2, 0], [0, -1, 1], [3, 1, -2], [2, 2, 2]]),
        "X": np.array([[1.0, 1, 0.5], [1, -2, 3]]),
        "y": np.array([2.0, -1.5]),
    },
]


def _wrong_many(thetas, X, y):
    k, m, r = len(thetas), len(y), thetas @ X.T - y  # r (k, m)
    across = X @ thetas.T - y if k == m else np.empty((0, 0))
    sums, all_of_it = np.sum(r**2, axis=1), np.sum(r**2)
    return {
        "half": sums / m,
        "sum": (sums, sums / 2),
        "lines": (sums / (2 * k), sums / k),
        "axis": tuple(np.sum(r**2, axis=0) / divisor for divisor in (1, 2, m, 2 * m, k, 2 * k)),
        "one number": tuple(all_of_it / divisor for divisor in (1, 2, m, 2 * m, k * m, 2 * k * m)),
        "one line": tuple(sums / (2 * m)),
        "across": tuple(np.sum(across**2, axis=axis) / divisor for axis in (0, 1) for divisor in (m, 2 * m)),
        "residuals": tuple(table / divisor for table in (r, r.T) for divisor in (1, 2, m, 2 * m)),
        "not added": tuple(table / divisor for table in (r**2, (r**2).T) for divisor in (1, 2, m, 2 * m)),
        "pairs": tuple(r @ r.T / divisor for divisor in (1, m, 2 * m)),
        "cancelled": (r.sum(axis=1) / (2 * m), r.mean(axis=1)),
        "absolute": (np.abs(r).sum(axis=1) / (2 * m), np.abs(r).mean(axis=1)),
        "root": (np.sqrt(sums / m), np.sqrt(sums / (2 * m)), np.sqrt(sums)),
    }


@exercise(
    "02.careful_loss",
    right="The right targets pass, and what NumPy would have stretched in silence is refused by name.",
    mistakes={
        "half": "On targets (m,) it is twice too big: the half is missing.",
        "sum": "On targets (m,) the squares are added up, but not averaged.",
        "all refused": "It refuses targets of shape (m,) as well, the ones that it should take. What does"
        " your condition say for `y.shape == (4,)` and four rows of X?",
        "let through": "Targets of shape (m, 1) went through, and a number came out, the lie. What does"
        " `y.shape` say that `len(y)` and `y.size` do not?",
        "table": "Targets of shape (m, 1) went through, and a whole table came out. Look at the shape before"
        " you compute.",
        "array": "Targets of shape (m, 1) went through, and an array came out, no number.",
        "mended": "It took the column without a word and returned the loss. That may be kind, but the task is"
        " to refuse: whoever passes a column has a mistake elsewhere too.",
        "printed": "It printed a message and returned None. A program does not read; only `raise` stops it.",
        "returned": "For other targets it returned something that is no loss. The caller takes what is"
        " returned for a loss; only `raise` stops it.",
        "assert": "`assert` stops it, but it is meant for the author's own slips, and `python -O` leaves it"
        " out. Bad input is refused with `raise ValueError`.",
        "other error": "It stops, but not with a ValueError, which is the error for a value that does not"
        " fit.",
        "no shape": "It refuses, but not every message says which shape came: write `y.shape` into it.",
        "one target": "y of shape (1,) is not refused. Which one shape is right?",
        "other shape": "Targets of another shape went through: a few more or fewer, a table of one row, or a"
        " single number without any axis. Exactly one shape is right.",
    },
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
    for arguments in DATA:
        total = linear.loss(**arguments) * 2 * len(arguments["y"])
        wrong = {"half": total / len(arguments["y"]), "sum": (total, total / 2)}
        verdict = compare(loss, arguments, linear.loss(**arguments), wrong)
        if isinstance(verdict, Feedback) and callable(loss):
            verdict = _all_refused(loss, arguments) or verdict
        yield verdict
    for theta, X, y in (arguments.values() for arguments in DATA):
        for other in (y[:, None], y[:1], np.append(y, 1.0), y[:-1], y[None, :], np.array(y[0])):
            yield _of_other_targets(loss, theta, X, y, other)


def _all_refused(loss, arguments):
    """Return the key if the learner's own `raise` meets targets that are right."""
    error = run(loss, *(value.copy() for value in arguments.values())).error
    raised = isinstance(error, ValueError | AssertionError) and line_of(error)
    return "all refused" if raised and raised[1].startswith(("raise", "assert")) else None


def _of_other_targets(loss, theta, X, y, other):
    """Return the verdict on what a loss does with targets of another shape than y."""
    value, printed, error = run(loss, theta.copy(), X.copy(), other.copy())
    if error is None:
        return _let_through(value, printed, other.shape, linear.loss(theta, X, y))
    if isinstance(error, AssertionError):
        return "assert"
    if not isinstance(error, ValueError):
        return "other error"
    return None if str(other.shape).strip("()") in str(error) else "no shape"


def _let_through(value, printed, shape, loss):
    """Return the key for targets of this wrong shape that raised nothing; loss belongs to the right ones."""
    if value is None and printed:
        return "printed"
    found = numbers_in("It returned", value, ())
    is_number, dimensions = not isinstance(found, Feedback), getattr(value, "ndim", 0)
    if not is_number and not dimensions:
        return "returned"
    if len(shape) != 2 or shape[1] != 1:
        return "one target" if is_number and shape == (1,) else "other shape"
    if is_number:
        return "mended" if abs(found - loss) < 1e-9 else "let through"
    return "table" if dimensions == 2 else "array"
