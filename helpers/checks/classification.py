"""The exercises of notebook 05: surprise, cross-entropy, two gradients, softmax, precision and recall."""

import numpy as np

from helpers.checks import descent as of_descent
from helpers.learner.exercise import (
    AnyOf,
    exercise,
    function_exercise,
    functions_of,
    judge_function,
    over,
    values_of,
    wrong,
)
from helpers.learner.numbers import as_array, compare, compare_value, copied, numbers_in
from helpers.learner.running import line_of, run
from helpers.learner.verdict import Stopped, Unnamed, Wrong
from helpers.maths import classification, descent, linear, network

_sigmoid = network.activation("sigmoid")


def _one_by_one(mistakes, on):
    """Return the mistakes with each way to make one as a function of its own, as `exercise` needs them."""
    return {
        key: wrong(known.sentence, *functions_of(known, on), without_loop=known.without_loop)
        for key, known in mistakes.items()
    }


H_BY_HAND, Y_BY_HAND = np.array([0.7, 0.4, 0.1]), np.array([1, 0, 1])
GIVEN = np.where(Y_BY_HAND == 1, H_BY_HAND, 1 - H_BY_HAND)
SURPRISES = -np.log(GIVEN)
OTHERS = -np.log(1 - GIVEN)
MEAN = np.mean(SURPRISES)
"""Three examples: the probability that was given to what came true, the surprise at it and at the other."""

WRONG_SURPRISES = {
    "negative": wrong(
        "The sizes are right, the sign is not. The logarithm of a number below 1 is negative; surprise is"
        " minus that.",
        (*-SURPRISES, MEAN),
    ),
    "class 1": wrong(
        "The second label is 0, but this is the surprise at class 1. Which probability did the model give to"
        " class 0?",
        (*-np.log(H_BY_HAND), MEAN),
    ),
    "class 1, negative": wrong(
        "Two things: surprise is minus the logarithm, and the second label is 0. Which probability did the"
        " model give to class 0?",
        (*np.log(H_BY_HAND), MEAN),
    ),
    "class 0": wrong(
        "Each of these is the surprise at class 0. h is the probability of class 1, and two of the labels are"
        " 1.",
        (*-np.log(1 - H_BY_HAND), MEAN),
    ),
    "other class": wrong(
        "Each of these is the surprise at the class that did not come. Which probability did the one get that"
        " came true?",
        (*OTHERS, MEAN),
    ),
    "one other": wrong(
        "One or two of the surprises belong to the class that did not come. Look at each label: h belongs to"
        " label 1, what is left of 1 to label 0.",
        *(
            (*np.where(others, OTHERS, SURPRISES), MEAN)
            for others in ([1, 0, 0], [0, 0, 1], [1, 1, 0], [0, 1, 1])
        ),
    ),
    "other logarithm": wrong(
        "Another logarithm was taken, to base 2 or to base 10. Nats come from the natural one, `np.log`.",
        (*SURPRISES / np.log(2), MEAN),
        (*SURPRISES / np.log(10), MEAN),
    ),
    "other logarithm, negative": wrong(
        "Two things: this logarithm has base 2 or 10, but nats come from the natural one, `np.log`. And"
        " surprise is minus the logarithm.",
        (*-SURPRISES / np.log(2), MEAN),
        (*-SURPRISES / np.log(10), MEAN),
    ),
    "probabilities": wrong(
        "These are the probabilities that were given to what came true. How surprised is one by each?",
        (*GIVEN, MEAN),
    ),
    "h": wrong(
        "These are probabilities of one class, 1 or 0, for all three. Which one did each label get, and how"
        " surprised is one by it?",
        (*H_BY_HAND, MEAN),
        (*(1 - H_BY_HAND), MEAN),
    ),
    "errors": wrong(
        "These are the distances between h and y. Surprise takes a logarithm of a probability.",
        (*np.abs(H_BY_HAND - Y_BY_HAND), MEAN),
        (*(H_BY_HAND - Y_BY_HAND), MEAN),
        (*(Y_BY_HAND - H_BY_HAND), MEAN),
    ),
    "squares": wrong(
        "This is the squared loss of each example. Surprise takes a logarithm of a probability.",
        (*(H_BY_HAND - Y_BY_HAND) ** 2, MEAN),
        (*(H_BY_HAND - Y_BY_HAND) ** 2 / 2, MEAN),
    ),
    "upside down": wrong(
        "This is one divided by the probability. It grows as surprise does, but its logarithm is still to be"
        " taken.",
        (*1 / GIVEN, MEAN),
    ),
    "scores": wrong(
        "Here h went through a sigmoid. It has done so already: h is a probability.",
        (*np.log1p(np.exp(np.where(Y_BY_HAND == 1, -H_BY_HAND, H_BY_HAND))), MEAN),
    ),
    "backwards": wrong(
        "The three surprises are right, but in the wrong order: the first belongs to h = 0.7.",
        (*SURPRISES[::-1], MEAN),
    ),
}
"""Mistakes in the first three of the four numbers, whatever the fourth."""

WRONG_MEAN = {
    "sum": wrong(
        "The surprises are right. The last number is their sum; the cross-entropy is their mean.",
        (*SURPRISES, np.sum(SURPRISES)),
    ),
    "half": wrong(
        "The surprises are right. The last number is half their mean; no half stands in the cross-entropy.",
        (*SURPRISES, MEAN / 2),
    ),
    "one less": wrong(
        "The surprises are right. Their sum was divided by one less than the number of examples.",
        (*SURPRISES, np.sum(SURPRISES) / 2),
    ),
    "ones only": wrong(
        "The surprises are right. The last number leaves out the example with label 0, which can surprise as"
        " well.",
        (*SURPRISES, np.sum(SURPRISES[[0, 2]]) / 2),
        (*SURPRISES, np.sum(SURPRISES[[0, 2]]) / 3),
    ),
    "one example": wrong(
        "The surprises are right. The last number is one of them, or was divided by 3 twice. The mean adds"
        " up all three and divides once.",
        *((*SURPRISES, one) for one in SURPRISES),
        (*SURPRISES, MEAN / 3),  # 0.35, as 0.36 is the first of them
    ),
    "surprise of the mean": wrong(
        "The surprises are right. The last number is the logarithm of a mean probability. First the"
        " logarithms, then their mean.",
        (*SURPRISES, -np.log(np.mean(GIVEN))),
        (*SURPRISES, -np.log(np.mean(H_BY_HAND))),
    ),
    "mean probability": wrong(
        "The surprises are right. The last number is a mean of probabilities, not of surprises.",
        (*SURPRISES, np.mean(GIVEN)),
        (*SURPRISES, np.mean(H_BY_HAND)),
    ),
    "negative mean": wrong(
        "The surprises are right. None of them is negative: can their mean be?",
        (*SURPRISES, -MEAN),
    ),
}
"""Mistakes in the fourth number, after three that are right."""


@exercise(
    "05.surprise",
    right="Each is minus the logarithm of the probability that its label got, and the sure mistake alone"
    " makes most of the mean.",
    mistakes=WRONG_SURPRISES | WRONG_MEAN,
    hints=[
        "Make a table of three rows: h, y, and the probability that the model gave to the class y: h if y is"
        " 1, `1 - h` if y is 0.",
        "These probabilities are 0.7, 0.6 and 0.1. The surprise is minus the natural logarithm of each:"
        " `-np.log(0.7)`.",
        "The cross-entropy is the mean of the three: add them, divide by 3.",
    ],
)
def check_surprise(numbers):
    """Check numbers, four: the surprise of three examples in nats, in their order, and the cross-entropy.

    A model says h = 0.7, 0.4 and 0.1; the labels are 1, 0 and 1.
    """
    found = numbers_in("The answer is", numbers, (4,), "three surprises and their mean")
    compare_value(
        found[:3],
        SURPRISES,
        [(key, four[:3]) for key, four in values_of(WRONG_SURPRISES, {})],
        tolerance=0.006,
        unknown="Write down the probability given to each label first, then minus its natural logarithm.",
        names=("Surprise 1", "surprise 2", "surprise 3"),
    )
    compare_value(
        found[3],
        MEAN,
        [(key, four[3]) for key, four in values_of(WRONG_MEAN, {})],
        tolerance=0.006,
        unknown="The three surprises are right: add them up, divide by their number.",
    )


PROBABILITIES = [  # times 2, 3, 4, 2, 3, ... over 1.7, as other values that are tried, h stays below 1
    {"h": np.array([0.8317, 0.3129, 0.4137, 0.1723, 0.5513]), "y": np.array([1, 0, 1, 0, 0])},
    {
        "h": np.array([0.2171, 0.5391, 0.1273, 0.7619, 0.4417, 0.3319, 0.6523]),
        "y": np.array([0, 1, 1, 0, 1, 0, 1]),
    },
]


def _surprises(h, y):
    """Return the surprise of each example, (m,)."""
    return -(y * np.log(h) + (1 - y) * np.log(1 - h))


def _cross_entropy(h, y):
    return np.mean(_surprises(h, y))


WRONG_CROSS_ENTROPIES = _one_by_one(
    {
        "sign": wrong(
            "The size is right, the sign is not. The logarithm of a probability is negative; surprise is"
            " minus that.",
            lambda h, y: -_cross_entropy(h, y),
        ),
        "sum": wrong(
            "It is m times too big: the surprises are added up, but not averaged over the m examples.",
            lambda h, y: np.sum(_surprises(h, y)),
            lambda h, y: -np.sum(_surprises(h, y)),
        ),
        "half": wrong(
            "It is half as big as it should be. The half belonged to the squares; no half stands in the"
            " cross-entropy.",
            lambda h, y: _cross_entropy(h, y) / 2,
            lambda h, y: np.sum(_surprises(h, y)) / 2,
        ),
        "twice": wrong(
            "It is twice too big. For each example one of the two terms counts, and it counts once.",
            lambda h, y: 2 * _cross_entropy(h, y),
        ),
        "ones only": wrong(
            "Examples with label 0 are left out. They surprise as well: which probability was given to class"
            " 0?",
            lambda h, y: -np.mean(y * np.log(h)),
            lambda h, y: np.mean(y * np.log(h)),
            lambda h, y: -np.sum(y * np.log(h)),
            lambda h, y: -np.mean(np.log(h[y == 1])),
        ),
        "zeros only": wrong(
            "Examples with label 1 are left out. Each example counts, whatever its label.",
            lambda h, y: -np.mean((1 - y) * np.log(1 - h)),
            lambda h, y: -np.sum((1 - y) * np.log(1 - h)),
            lambda h, y: -np.mean(np.log(1 - h[y == 0])),
        ),
        "wrong class": wrong(
            "This is the surprise at the class that did not come. h is the probability of label 1: which"
            " logarithm does y switch on?",
            lambda h, y: _cross_entropy(1 - h, y),
            lambda h, y: -_cross_entropy(1 - h, y),
        ),
        "other logarithm": wrong(
            "The unit is another: `log2` counts in bits, `log10` to base 10. Nats come from the natural"
            " logarithm, `np.log`.",
            lambda h, y: _cross_entropy(h, y) / np.log(2),
            lambda h, y: _cross_entropy(h, y) / np.log(10),
        ),
        "squared loss": wrong(
            "This is the squared loss, or its root. Here the logarithm of a probability takes the place of"
            " the square.",
            lambda h, y: np.sqrt(np.mean((h - y) ** 2)),
            AnyOf(lambda h, y: over(np.sum((h - y) ** 2), 2 * len(y), len(y), 2, 1)),
        ),
        "distances": wrong(
            "This is the mean distance between h and y. The logarithm is missing: it makes a sure mistake"
            " expensive.",
            AnyOf(lambda h, y: over(np.sum(np.abs(h - y)), len(y), 1)),
            lambda h, y: np.mean(h - y),
        ),
        "no logarithm": wrong(
            "This is the mean probability of what came true. Surprise is minus the logarithm of each of"
            " them.",
            lambda h, y: 1 - np.mean(np.abs(h - y)),
            lambda h, y: np.mean(np.abs(h - y)) - 1,
        ),
        "classes": wrong(
            "h was turned into a class first, and right or wrong were counted. The loss also asks how sure"
            " the model was.",
            lambda h, y: np.mean((h > 0.5) != y),
            lambda h, y: np.mean((h > 0.5) == y),
        ),
        "one minus": wrong(
            "The minus in front reaches one of the two terms only. Both are logarithms, and both need it:"
            " brackets round the sum.",
            lambda h, y: np.mean(-y * np.log(h) + (1 - y) * np.log(1 - h)),
            lambda h, y: np.mean(y * np.log(h) - (1 - y) * np.log(1 - h)),
        ),
        "one minus, summed": wrong(
            "Two things: the minus in front reaches one of the two terms only, and the sum is not averaged"
            " over the m examples.",
            lambda h, y: np.sum(-y * np.log(h) + (1 - y) * np.log(1 - h)),
            lambda h, y: np.sum(y * np.log(h) - (1 - y) * np.log(1 - h)),
        ),
        "late one": wrong(
            "`1 - np.log(h)` is not the logarithm of `1 - h`: the subtraction belongs inside its brackets.",
            lambda h, y: -np.mean(y * np.log(h) + (1 - y) * (1 - np.log(h))),
        ),
        "not switched": wrong(
            "A term counts for every example. y switches on one of the two, and `1 - y` the other.",
            lambda h, y: -np.mean(y * np.log(h) + np.log(1 - h)),
            lambda h, y: -np.mean(np.log(h) + (1 - y) * np.log(1 - h)),
            lambda h, y: -np.mean(np.log(h) + np.log(1 - h)),
        ),
        "no labels": wrong(
            "This is the surprise as if every label were the same. What does y change?",
            lambda h, y: -np.mean(np.log(h)),
            lambda h, y: -np.mean(np.log(1 - h)),
        ),
        "own weights": wrong(
            "Here h itself, not the label, weighs the two logarithms. What came true is y.",
            lambda h, y: -np.mean(h * np.log(h) + (1 - h) * np.log(1 - h)),
        ),
        "surer class": wrong(
            "This takes the surer class of each example as if it had come true. What came true is y.",
            lambda h, y: -np.mean(np.log(np.maximum(h, 1 - h))),
        ),
        "score": wrong(
            "h went through a sigmoid once more. It is a probability already.",
            lambda h, y: _cross_entropy(_sigmoid(h), y),
        ),
        "each example": wrong(
            "These are the surprises, one for each example. The cross-entropy is their mean, one number.",
            _surprises,
            lambda h, y: -_surprises(h, y),
        ),
        "surprise of the mean": wrong(
            "The mean came too early: this is the logarithm of a mean probability. First the logarithms, then"
            " their mean.",
            lambda h, y: -np.log(1 - np.mean(np.abs(h - y))),
        ),
        "product": wrong(
            "This is a product of probabilities. Logarithms make a sum of it; the mean of their negatives is"
            " asked for.",
            lambda h, y: np.prod(1 - np.abs(h - y)),
        ),
        "e to it": wrong(
            "This is e to the power of the loss, or of its negative. The loss itself is asked for, in nats.",
            lambda h, y: np.exp(_cross_entropy(h, y)),
            lambda h, y: np.exp(-_cross_entropy(h, y)),
        ),
        "classes apart": wrong(
            "The two labels have a mean each. One mean, over all examples, is asked for: every example weighs"
            " the same.",
            AnyOf(
                lambda h, y: over(
                    np.sum(y * _surprises(h, y)) / np.sum(y)
                    + np.sum((1 - y) * _surprises(h, y)) / np.sum(1 - y),
                    1,
                    2,
                )
            ),
        ),
        "by the ones": wrong(
            "The sum is divided by how many labels are 1, or how many are 0. The mean is over all examples.",
            AnyOf(lambda h, y: over(np.sum(_surprises(h, y)), np.sum(y), np.sum(1 - y))),
        ),
        "one example": wrong(
            "Only one example is left in it. Is each surprise added to the total, or does it replace the one"
            " before? Does `return` stand inside the loop?",
            AnyOf(lambda h, y: _surprises(h, y)[[0, 1, 2, -1]]),
            AnyOf(lambda h, y: _surprises(h, y)[[0, 1, 2, -1]] / len(y)),
            without_loop="Only one example is left in it. The cross-entropy is a mean over all of them.",
        ),
        "end missing": wrong(
            "One example was left out, at the beginning or at the end: which places do you go through?",
            AnyOf(
                lambda h, y: [
                    np.sum(_surprises(h, y)[rows]) / divisor
                    for rows in (slice(1, None), slice(None, -1))
                    for divisor in (len(y), len(y) - 1)
                ]
            ),
        ),
        "one less": wrong(
            "What it is divided by counts one example too few. The mean is over all m of them.",
            lambda h, y: np.sum(_surprises(h, y)) / (len(y) - 1),
        ),
        "mean twice": wrong(
            "It is divided by m twice. `np.mean` does it already.",
            lambda h, y: _cross_entropy(h, y) / len(y),
        ),
        "table": wrong(
            "A column met a row: `(m, 1)` with `(m,)` is a table (m, m), each h with each label. Look at the"
            " shapes before they meet.",
            AnyOf(lambda h, y: over(np.sum(_surprises(h[:, None], y)), len(y) ** 2, len(y), 1)),
        ),
        "padded": wrong(
            "A small number stands inside the logarithm, and it is large enough to change the loss. Here h is"
            " never 0 or 1: it needs none.",
            AnyOf(
                lambda h, y: [
                    -np.mean(y * np.log(h + small) + (1 - y) * np.log(1 - h + small))
                    for small in (1e-2, 1e-3, 1e-4, 1e-5)
                ]
            ),
        ),
    },
    PROBABILITIES,
)

WITHOUT_END = {
    "log of 0": wrong(
        "There is no finite logarithm of 0. What can become 0 in yours: a label, a rounded h, a product with"
        " one of them?",
        lambda h, y: -np.mean(h * np.log(y) + (1 - h) * np.log(1 - y)),
        lambda h, y: -np.mean(np.log(y * h) + np.log((1 - y) * (1 - h))),
        lambda h, y: _cross_entropy(np.round(h), y),
        lambda h, y: np.mean(np.log(h - y)),
    )
}


@exercise(
    "05.cross_entropy",
    right="It is the mean surprise in nats at what came true, for either label.",
    mistakes=WRONG_CROSS_ENTROPIES | WITHOUT_END,
    hints=[
        "First find, for each example, the probability that was given to its label: h where y is 1, `1 - h`"
        " where y is 0.",
        "Its surprise is minus `np.log` of that. In one line for both labels: y times the logarithm of h,"
        " plus `1 - y` times the logarithm of `1 - h`.",
        "Put brackets round the two terms and a minus in front; then `np.mean` over all examples.",
    ],
)
def check_cross_entropy(cross_entropy):
    """Check cross_entropy(h, y): the mean surprise in nats, one number; h (m,) of class 1, y (m,) labels."""
    try:
        judge_function(cross_entropy, _cross_entropy, PROBABILITIES, WRONG_CROSS_ENTROPIES)
    except Stopped:
        raise
    except Unnamed:
        if any(_took_log_of_zero(cross_entropy, arguments) for arguments in PROBABILITIES):
            raise Wrong("log of 0") from None
        raise


def _took_log_of_zero(function, arguments):
    """Say whether one number came that is infinite or nan, or `math.log` refused its argument."""
    outcome = run(function, *copied(arguments).values(), quiet=True)
    if isinstance(outcome.error, ValueError):
        refused = str(outcome.error).startswith(("math domain", "expected a positive"))
        return refused and "log" in (line_of(outcome.error) or (0, ""))[1]
    found = as_array(outcome.value)
    return found is not None and found.shape == () and not np.isfinite(found)


def _wrong_errors(probability, in_gradient):
    """Return mistakes in the error that a gradient holds.

    probability  makes it of scores
    in_gradient  called with code of scores and labels; returns that of a gradient with it as the error
    """
    return {
        "plus": wrong(
            "Prediction plus target? An error is the difference of the two.",
            in_gradient(lambda z, y: probability(z) + y),
        ),
        "squared": wrong(
            "The errors are squared. The slope of cross-entropy along a score is the error itself.",
            in_gradient(lambda z, y: (probability(z) - y) ** 2),
        ),
        "absolute": wrong(
            "The errors lost their signs. The sign says whether a score is to rise or to fall.",
            in_gradient(lambda z, y: np.abs(probability(z) - y)),
        ),
    }


LABELLED = [
    {  # as many examples as parameters, so that X @ errors fits too and can be named
        "theta": np.array([0.4, -0.7, 0.5]),
        "X": np.array([[1.0, 2, 3.1], [1, -1, 1.3], [1, 1.7, -2]]),
        "y": np.array([0, 1, 0]),
    },
    {  # whole numbers in theta: an array made after their dtype cuts the slopes
        "theta": np.array([1, -1]),
        "X": np.array([[1.0, 0.3], [1, 2.2], [1, 1.1], [1, 3.7], [1, -0.6]]),
        "y": np.array([1, 0, 0, 1, 1]),
    },
]


def _logistic_gradient(theta, X, y):
    return linear.slope(_sigmoid(X @ theta) - y, X)


def _from(errors):
    """Return code of the mean of x times some errors, which are made of the score z and the label y."""
    return lambda theta, X, y: linear.slope(errors(X @ theta, y), X)


def _summed_or_mean(errors):
    """Return the same `AnyOf` the mean and the sum."""
    return AnyOf(lambda theta, X, y: over(X.T @ errors(X @ theta, y), len(y), 1))


def _same_errors(key):
    """Return the mistake of that key in the gradient of notebook 03, made with the errors of this h.

    Its code takes `X @ theta - y` for the errors. With `X @ theta - errors` for y these become ours.
    """

    def with_errors(code):
        return lambda theta, X, y: code(theta, X, X @ theta - (_sigmoid(X @ theta) - y))

    known = of_descent.check_gradient.mistakes[key]
    makes = (
        AnyOf(with_errors(one.code)) if isinstance(one, AnyOf) else with_errors(one) for one in known.makes
    )
    return wrong(known.sentence, *makes, without_loop=known.without_loop)


def _slope_to_one_side(theta, X, y, epsilon):
    """Return the differences of the loss for a nudge of each parameter by epsilon, over epsilon, (n+1,)."""

    def loss(theta):
        z = X @ theta
        return np.mean(np.logaddexp(0, z) - y * z)

    return np.array([(loss(theta + epsilon * one) - loss(theta)) / epsilon for one in np.eye(len(theta))])


check_logistic_gradient = function_exercise(
    "05.logistic_gradient",
    "Check gradient(theta, X, y): that of the mean cross-entropy of the logistic model, (n+1,).",
    solve=_logistic_gradient,
    on=LABELLED,
    nudge=lambda theta, X, y: (
        lambda j: descent.nudged_slope(lambda at: classification.logistic_loss(at, X, y), theta, j, 1e-4)
    ),
    meaning=of_descent.EACH_PARAMETER,
    right="Every entry agrees with what nudging its parameter says. Only h is another than on the line.",
    mistakes={
        "sign": wrong(
            "The sign is flipped: an error is prediction minus target, `h - y`. This gradient points"
            " downhill.",
            _summed_or_mean(lambda z, y: y - _sigmoid(z)),
        ),
        "linear": wrong(
            "The score went in as it is, as if h were that of a line. What makes a probability of it?",
            _summed_or_mean(lambda z, y: z - y),
            _summed_or_mean(lambda z, y: y - z),
        ),
        "squared loss": wrong(
            "There is a factor `h * (1 - h)` in it: that is the gradient of the squared loss. Of"
            " cross-entropy the logarithm's slope takes this factor away.",
            *(
                _summed_or_mean(
                    lambda z, y, factor=factor: factor * (_sigmoid(z) - y) * _sigmoid(z) * _sigmoid(-z)
                )
                for factor in (1, -1, 2)
            ),
        ),
        "slope along h": wrong(
            "This is the slope of the loss along h, times x. Between them lies the slope of the sigmoid: the"
            " chain rule multiplies all three.",
            _summed_or_mean(lambda z, y: (_sigmoid(z) - y) / (_sigmoid(z) * (1 - _sigmoid(z)))),
        ),
        "sum": _same_errors("sum"),
        "half": wrong(
            "It is half as big as it should be. No half stands in cross-entropy, so none is in its gradient."
            " If you nudge to one side: that is one epsilon.",
            _from(lambda z, y: (_sigmoid(z) - y) / 2),
            lambda theta, X, y: X.T @ (_sigmoid(X @ theta) - y) / 2,
        ),
        "twice": wrong(
            "It is twice too big. No square brings a 2 down here. If you nudge: between theta - epsilon and"
            " theta + epsilon lie two epsilon.",
            _from(lambda z, y: 2 * (_sigmoid(z) - y)),
        ),
        "classes": wrong(
            "h was turned into a class, 0 or 1, before y was subtracted. How sure the model is belongs to the"
            " error.",
            _summed_or_mean(lambda z, y: (z > 0) - y),
        ),
        "falls": wrong(
            "Here h falls where the score rises: in the sigmoid, the minus stands before z, in the power of"
            " e.",
            _summed_or_mean(lambda z, y: _sigmoid(-z) - y),
        ),
        "brackets": wrong(
            "Python divides before it adds: `1 / 1 + np.exp(-z)` is 1 plus the power. The whole sum stands"
            " below the fraction bar.",
            _summed_or_mean(lambda z, y: 1 + np.exp(-z) - y),
        ),
        "other curve": wrong(
            "Another curve than the sigmoid was taken: tanh, or e to the score, alone or divided by the sum"
            " over all examples.",
            _summed_or_mean(lambda z, y: np.tanh(z) - y),
            _summed_or_mean(lambda z, y: np.exp(z) - y),
            _summed_or_mean(lambda z, y: np.exp(z) / np.exp(z).sum() - y),
        ),
        "sigmoid late": wrong(
            "The target was subtracted from the score, and the sigmoid came last. First h, then the error.",
            _summed_or_mean(lambda z, y: _sigmoid(z - y)),
        ),
        "sigmoid early": wrong(
            "The sigmoid was taken of the inputs, or of theta. The score comes first, then the sigmoid of"
            " it.",
            AnyOf(
                lambda theta, X, y: [
                    X.T @ (h - y) / divisor
                    for h in (_sigmoid(X) @ theta, X @ _sigmoid(theta))
                    for divisor in (len(y), 1)
                ]
            ),
        ),
        "sigmoid twice": wrong(
            "The sigmoid was taken twice. After the first one h is a probability.",
            _summed_or_mean(lambda z, y: _sigmoid(_sigmoid(z)) - y),
        ),
        "one label": wrong(
            "Examples of one label are left out, with 1 or with 0. The same error `h - y` holds for both.",
            _summed_or_mean(lambda z, y: (_sigmoid(z) - y) * y),
            _summed_or_mean(lambda z, y: (_sigmoid(z) - y) * (1 - y)),
        ),
        "no target": wrong(
            "The targets are missing: it is the error `h - y` that is multiplied, not the prediction.",
            _summed_or_mean(lambda z, y: _sigmoid(z)),
        ),
        **_wrong_errors(_sigmoid, _summed_or_mean),
        "no intercept": wrong(
            "The intercept is missing in the score: column 0 of X, the ones, multiplies theta_0.",
            AnyOf(
                lambda theta, X, y: over(
                    X.T @ (_sigmoid(X[:, 1:] @ theta[1:]) - y),
                    len(y),
                    1,
                )
            ),
        ),
        "surprises": wrong(
            "Each x is multiplied by the loss of its example. What multiplies it is the slope along the"
            " score.",
            _summed_or_mean(lambda z, y: np.logaddexp(0, z) - y * z),
        ),
        "loss": wrong(
            "This is the loss, one number. The gradient holds a slope for each parameter.",
            AnyOf(lambda theta, X, y: over(np.sum(np.logaddexp(0, X @ theta) - y * (X @ theta)), len(y), 1)),
        ),
        "table": wrong(
            "A column met a row: `(m, 1) - (m,)` is a table (m, m), each prediction minus each target. Look"
            " at the shapes before they are subtracted.",
            AnyOf(
                lambda theta, X, y: [
                    X.T @ table / divisor
                    for table in (_sigmoid(X @ theta)[:, None] - y, _sigmoid(X @ theta) - y[:, None])
                    for divisor in (1, len(y))
                ]
            ),
        ),
        "one side": wrong(
            "This is a slope from a nudge to one side: it is off by more, the larger the nudge. With nudges"
            " to both sides the two errors nearly cancel.",
            AnyOf(
                lambda theta, X, y: [
                    _slope_to_one_side(theta, X, y, sign * epsilon)
                    for epsilon in (1, 0.5, 0.1, 0.01, 1e-3, 1e-4)
                    for sign in (1, -1)
                ]
            ),
        ),
        "by theta": wrong(
            "The errors are multiplied by theta. What theta_j multiplies in the score is x_j: that is what"
            " its slope holds.",
            lambda theta, X, y: np.mean(_sigmoid(X @ theta) - y) * theta,
        ),
        **{
            key: _same_errors(key)
            for key in (
                "parameters",
                "all entries",
                "no x",
                "no x0",
                "transposed",
                "one example",
                "one less",
                "end missing",
                "two parameters",
                "not added",
                "step",
                "backwards",
                "means apart",
                "theta_0 left",
                "not from 0",
                "all at once",
                "not divided",
                "signs",
                "x squared",
                "length 1",
            )
        },
    },
    hints=[
        "Two lines do it. The first makes the probabilities: the score of every example is `X @ theta`, (m,),"
        " and h is the sigmoid of it.",
        "From there on it is the gradient of notebook 03: the errors are `h - y`, and each entry is the mean"
        " of the errors times a column of X.",
        "`X.T @ errors` adds up along all columns at once, (n+1, m) @ (m,); then divide by m. No factor"
        " $h (1 - h)$ is left.",
    ],
)


SCORES = [
    {"Z": np.array([[1.0, 2.3, -0.7, 0.4], [0.2, -1.1, 0.9, 3.1], [-2, 0.6, 1.7, -0.3]])},
    {"Z": np.array([[1, 2, 4], [0, -1, 3], [2, 5, -2]])},  # square: a list of sums fits, and divides columns
]
LARGE = {
    "Z": np.array(
        [
            [1001.0, 1002, 1004.3],  # e^710 is too large for a float
            [-1001, -1002.5, -1000],  # and e^-746 is 0
            [0.3, 1.1, -0.7],
            [-2000, 1999.2, 2000],  # too far apart for another than the largest to be taken off
            [1500, -1500, -1501.3],
            [-700.4, -701, -702],  # finite alone, but 0 beside 1004
        ]
    )
}


def _softmax(Z, axis=1):
    """Return the shares of e^z along an axis; None: of the whole table."""
    powers = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)


def _rows(table):
    """Return a table with each row divided by its sum."""
    return table / table.sum(axis=1, keepdims=True)


def _powers_of_two(Z):
    return _rows(2.0**Z)


WRONG_ROWS = {
    "whole table": wrong(
        "All probabilities together add up to 1. Each example has its own: each row adds up to 1.",
        lambda Z: _softmax(Z, axis=None),
    ),
    "columns": wrong(
        "The columns add up to 1. A row holds the scores of one example: along which axis does one sum?",
        lambda Z: _softmax(Z, axis=0),
    ),
    "keepdims": wrong(
        "A list of m sums was laid along the columns: each column met the sum, or the largest score, of one"
        " row. `keepdims=True` keeps it a column, (m, 1), so that each row meets its own.",
        lambda Z: np.exp(Z) / np.exp(Z).sum(axis=1),
        lambda Z: _rows(np.exp(Z - Z.max(axis=1))),
        lambda Z: np.exp(Z - Z.max(axis=1)) / np.exp(Z - Z.max(axis=1)).sum(axis=1),
        lambda Z: (
            np.exp(Z - Z.max(axis=1, keepdims=True)) / np.exp(Z - Z.max(axis=1, keepdims=True)).sum(axis=1)
        ),
    ),
    "sigmoid": wrong(
        "The sigmoid was taken of each score by itself. Softmax compares the scores of a row: what goes to"
        " one class is missing for the others.",
        _sigmoid,
        lambda Z: _rows(_sigmoid(Z)),
    ),
    "one-hot": wrong(
        "The largest score got everything. Softmax gives it the largest share, and leaves some to the"
        " others.",
        lambda Z: np.eye(Z.shape[1])[Z.argmax(axis=1)],
    ),
    "softmax twice": wrong(
        "Softmax was taken twice: probabilities were treated as scores once more.",
        lambda Z: _softmax(_softmax(Z)),
    ),
}
"""Mistakes in a softmax, in whatever it is used; code of the scores."""

WRONG_SOFTMAX = {
    **WRONG_ROWS,
    "no exp": wrong(
        "The scores themselves were divided by a sum. A score may be negative, a probability may not: what"
        " makes every score positive first?",
        _rows,
        lambda Z: _rows(np.abs(Z)),
        lambda Z: _rows(Z - Z.min(axis=1, keepdims=True)),
        lambda Z: _rows(Z - Z.max(axis=1, keepdims=True)),
    ),
    "class": wrong(
        "This says which class has the largest score. The probability of every class is asked for.",
        lambda Z: Z.argmax(axis=1),
    ),
    "not divided": wrong(
        "These are the powers of e. Each is still to be divided by the sum of its row.",
        np.exp,
        lambda Z: np.exp(Z - Z.max(axis=1, keepdims=True)),
    ),
    "other base": wrong(
        "These are powers of 2 or of 10. Softmax takes powers of e, `np.exp`.",
        _powers_of_two,
        lambda Z: _rows(10.0**Z),
    ),
    "sign": wrong(
        "The largest score gets the smallest share: the powers have a minus in them. Softmax takes e to the"
        " score itself.",
        lambda Z: _softmax(-Z),
    ),
    "logarithm": wrong(
        "These are logarithms of the probabilities, or surprises. The probabilities themselves are asked"
        " for.",
        lambda Z: np.log(_softmax(Z)),
        lambda Z: -np.log(_softmax(Z)),
    ),
    "temperature": wrong(
        "The scores, or their powers, were stretched first. Softmax, as asked for, takes the differences of"
        " the scores as they are.",
        AnyOf(
            lambda Z: [_softmax(Z / T) for T in (2, 10, 100, 1000, 0.5, 0.1, Z.shape[1], np.sqrt(Z.shape[1]))]
        ),
        lambda Z: _softmax(Z / Z.max(axis=1, keepdims=True)),
        lambda Z: _softmax(Z / Z.std(axis=1, keepdims=True)),
    ),
    "mean": wrong(
        "Each row adds up to the number of classes: it was divided by the mean of its powers, not by their"
        " sum.",
        lambda Z: Z.shape[1] * _softmax(Z),
    ),
    "by the largest": wrong(
        "The largest of a row became 1: its power, or its score, is what was divided by. Divide by the sum of"
        " all powers.",
        lambda Z: np.exp(Z) / np.exp(Z).max(),
        lambda Z: Z / Z.max(axis=1, keepdims=True),
    ),
    "length 1": wrong(
        "Each row was divided by its length, the root of the squares. Its entries are to add up to 1, not"
        " their squares.",
        lambda Z: np.exp(Z) / np.linalg.norm(np.exp(Z), axis=1, keepdims=True),
    ),
    "largest of columns": wrong(
        "The largest of each column was subtracted. Only what is taken off all scores of a row alike leaves"
        " its probabilities as they are.",
        lambda Z: _softmax(Z - Z.max(axis=0)),
    ),
    "one half subtracted": wrong(
        "The largest score was subtracted on one side of the fraction bar only. Above and below stand the"
        " same powers.",
        lambda Z: np.exp(Z - Z.max(axis=1, keepdims=True)) / np.exp(Z).sum(axis=1, keepdims=True),
        lambda Z: np.exp(Z) / np.exp(Z - Z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True),
        lambda Z: np.exp(Z - Z.max()) / np.exp(Z).sum(axis=1, keepdims=True),
        lambda Z: np.exp(Z) / np.exp(Z - Z.max()).sum(axis=1, keepdims=True),
    ),
    "largest after exp": wrong(
        "The largest was subtracted from the powers. It is subtracted from the scores, before `np.exp`.",
        lambda Z: _rows(np.exp(Z) - np.exp(Z).max(axis=1, keepdims=True)),
        lambda Z: _rows(np.exp(Z) - Z.max(axis=1, keepdims=True)),
    ),
    "without itself": wrong(
        "Each power was divided by the sum of the others. Its own belongs to the sum.",
        lambda Z: _softmax(Z) / (1 - _softmax(Z)),
    ),
    "one too many": wrong(
        "There is a 1 too many below the fraction bar. It is in the sigmoid, as e^0, the power of a second"
        " score; here every score has its own.",
        lambda Z: np.exp(Z) / (1 + np.exp(Z).sum(axis=1, keepdims=True)),
    ),
    "one example": wrong(
        "Only one example is left in it. Does `return` stand inside the loop over the rows, or does each row"
        " replace the one before?",
        AnyOf(lambda Z: [_softmax(Z)[k] for k in (0, -1)]),
        AnyOf(lambda Z: [_softmax(Z)[[k]] for k in (0, -1)]),
        without_loop="Only one example is left in it. Each row of Z has its own probabilities.",
    ),
    "end missing": wrong(
        "One example was left out, the first or the last. Every row of Z has its probabilities.",
        lambda Z: _softmax(Z[1:]),
        lambda Z: _softmax(Z[:-1]),
    ),
    "transposed": wrong(
        "Rows and columns have changed places: an example is a row, in Z and in the answer.",
        lambda Z: _softmax(Z).T,
    ),
    "percent": wrong("This is in percent. A probability lies between 0 and 1.", lambda Z: 100 * _softmax(Z)),
    "others": wrong(
        "This is what is left to the other classes, 1 minus the probability of each.",
        lambda Z: 1 - _softmax(Z),
    ),
}


def _naive(Z):
    """Return the softmax as its formula is written."""
    return _rows(np.exp(Z))


WRONG_ON_LARGE = _one_by_one(
    {
        "overflow": wrong(
            "Right for small scores, but not for scores like 1000: e^1000 is too large for a float, and"
            " e^-1000 becomes 0. What may be subtracted from all scores of a row without changing their"
            " shares?",
            _naive,
            lambda Z: np.exp(Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))),
        ),
        "one for all": wrong(
            "Right for small scores. But the largest score of the whole table was subtracted, so a row far"
            " below it becomes all 0, and 0 / 0 is nan. Each row has its own largest.",
            lambda Z: _naive(Z - Z.max()),
        ),
        "another subtracted": wrong(
            "Right for small scores. Something is subtracted in each row, but a large score can stay: which"
            " one of a row makes sure that none is above 0 afterwards?",
            lambda Z: _naive(Z - Z.mean(axis=1, keepdims=True)),
            lambda Z: _naive(Z - Z.min(axis=1, keepdims=True)),
            lambda Z: _naive(Z - np.median(Z, axis=1, keepdims=True)),
            lambda Z: _naive(Z - Z[:, :1]),
            lambda Z: _naive(Z - Z[:, -1:]),
        ),
        "absolute": wrong(
            "Right for small scores. But the largest size was subtracted, without its sign: a row of -1000"
            " sinks to -2000, and 0 / 0 is nan. Which score of the row is the largest?",
            lambda Z: _naive(Z - np.abs(Z).max(axis=1, keepdims=True)),
        ),
        "clipped": wrong(
            "Right for small scores. But large ones were cut off at a limit, and with them the differences"
            " that count. Subtract something from the whole row, and nothing is lost.",
            AnyOf(
                lambda Z: [
                    _naive(np.clip(Z, -limit, limit))
                    for limit in (709, 700, 600, 500, 400, 300, 200, 100, 88, 80, 50, 30, 20)
                ]
            ),
            AnyOf(lambda Z: [_naive(np.minimum(Z, limit)) for limit in (709, 700, 500, 100, 50)]),
        ),
        "nan hidden": wrong(
            "Right for small scores. For large ones nan came and was replaced by a number, and the rows add"
            " up to 1 no more. Keep the powers from becoming infinite.",
            lambda Z: np.nan_to_num(_naive(Z)),
            lambda Z: np.nan_to_num(_naive(Z - Z.max())),
        ),
        "padded": wrong(
            "Right for small scores. A small number below the fraction bar hides 0 / 0, but a row of large"
            " scores still has no shares. What keeps the powers from overflowing?",
            AnyOf(
                lambda Z: [
                    np.exp(Z) / (np.exp(Z).sum(axis=1, keepdims=True) + small)
                    for small in (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16, 1e-20, 1e-300)
                ]
            ),
        ),
    },
    [LARGE],
)


@exercise(
    "05.softmax",
    right="Each row adds up to 1, and scores of 1000 are as good as any: only their differences count.",
    mistakes=_one_by_one(WRONG_SOFTMAX, SCORES) | WRONG_ON_LARGE,
    hints=[
        "`np.exp(Z)` makes every score positive, (m, k). Divide each row by its own sum: `axis=1` sums along"
        " a row, `keepdims=True` keeps the sums a column, (m, 1).",
        "For scores like 1000: the same number taken off all scores of a row changes no share. Take off one"
        " after which the largest power is e^0 = 1.",
        "`Z - Z.max(axis=1, keepdims=True)` has 0 as the largest score of each row. From there on, $e^z$ and"
        " the division.",
    ],
)
def check_softmax(softmax):
    """Check softmax(Z): the probabilities (m, k) of the scores (m, k), each row by itself, of any size."""
    meaning = "a row for each example, a column for each class"
    judge_function(softmax, _softmax, SCORES, WRONG_SOFTMAX, meaning=meaning)
    try:
        compare(softmax, LARGE, _softmax(LARGE["Z"]), meaning=meaning)
    except Stopped:
        raise
    except Unnamed:
        _refuse_on_large(softmax)
        raise


def _refuse_on_large(softmax):
    """Raise the mistake for large scores that gives what a softmax gives, nan for nan."""
    outcome = run(softmax, *copied(LARGE).values(), quiet=True)
    if isinstance(outcome.error, OverflowError):  # as `math.exp` has it
        raise Wrong("overflow")
    found = as_array(outcome.value)
    for key, made in values_of(WRONG_ON_LARGE, LARGE):
        if found is not None and found.shape == made.shape and np.allclose(found, made, equal_nan=True):
            raise Wrong(key)
    if found is not None and found.shape == LARGE["Z"].shape and not np.isfinite(found).all():
        raise Wrong("overflow")


CLASSES = [
    {  # no two of m, n + 1 and k are equal
        "theta": np.array([[0.3, -0.2, 0.5, 0.1], [1.1, 0.4, -0.6, -0.9], [-0.5, 0.8, 0.2, -0.1]]),
        "X": np.array([[1.0, 0.7, 2.1], [1, -1.2, 0.4], [1, 1.9, -0.8], [1, 0.2, 1.3], [1, -0.4, -1.7]]),
        "Y": np.array([[0.0, 1, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]),
    },
    {  # all square, so that every product fits, in any order, and can be named
        "theta": np.array([[0.2, -0.4, 0.7], [1.3, 0.1, -0.5], [-0.6, 0.9, 0.3]]),
        "X": np.array([[1.0, 1.4, -0.3], [1, -0.8, 2.2], [1, 0.5, 0.9]]),
        "Y": np.array([[0.0, 0, 1], [1, 0, 0], [0, 1, 0]]),
    },
]
EACH_CLASS = "a row for each parameter of a class, a column for each class"


def _errors(theta, X, Y):
    """Return p - y for each example and class, (m, k)."""
    return _softmax(X @ theta) - Y


def _softmax_gradient(theta, X, Y):
    return linear.slope(_errors(theta, X, Y), X)


def _of_classes(errors):
    """Return `AnyOf` the mean and the sum of x times some errors, made of the scores Z and the labels Y."""
    return AnyOf(lambda theta, X, Y: over(X.T @ errors(X @ theta, Y), len(X), 1))


def _in_gradient(key):
    """Return a mistake in the softmax of the scores, made where the gradient needs a softmax."""

    def errors(code):
        return lambda Z, Y: code(Z) - Y

    known = WRONG_ROWS[key]
    return wrong(
        f"In the softmax: {known.sentence[0].lower()}{known.sentence[1:]}",
        *(_of_classes(errors(code)) for code in known.makes),
    )


def _from_squares(Z, Y):
    """Return the slopes of the squared loss along the scores, by the chain rule for all classes, (m, k)."""
    P = _softmax(Z)
    return P * ((P - Y) - np.sum((P - Y) * P, axis=1, keepdims=True))


check_softmax_gradient = function_exercise(
    "05.softmax_gradient",
    "Check gradient(theta, X, Y): that of the mean cross-entropy of softmax regression, (n+1, k).",
    solve=_softmax_gradient,
    on=CLASSES,
    meaning=EACH_CLASS,
    right="Every class has the gradient of a logistic model, with p in the place of h.",
    mistakes={
        "sign": wrong(
            "The sign is flipped: an error is prediction minus target, `P - Y`. This gradient points"
            " downhill.",
            lambda theta, X, Y: -_softmax_gradient(theta, X, Y),
            lambda theta, X, Y: -len(X) * _softmax_gradient(theta, X, Y),
        ),
        "sum": wrong(
            "It is m times too big: the loss is a mean over the m examples, and so is each of its slopes.",
            lambda theta, X, Y: len(X) * _softmax_gradient(theta, X, Y),
        ),
        "by classes": wrong(
            "It is divided by the number of classes, too. The mean is over the examples alone: how many rows"
            " has X?",
            lambda theta, X, Y: _softmax_gradient(theta, X, Y) / Y.shape[1],
            lambda theta, X, Y: X.T @ _errors(theta, X, Y) / Y.shape[1],
        ),
        "parameters": wrong(
            "It is divided by the number of rows of theta. The mean is over the examples: how many rows has"
            " X?",
            lambda theta, X, Y: X.T @ _errors(theta, X, Y) / len(theta),
            lambda theta, X, Y: X.T @ _errors(theta, X, Y) / theta.size,
        ),
        "all entries": wrong(
            "It is divided once too often: `np.mean(...) / m` divides by m twice, and `X.size` counts every"
            " entry of X, not the examples.",
            lambda theta, X, Y: _softmax_gradient(theta, X, Y) / len(X),
            lambda theta, X, Y: _softmax_gradient(theta, X, Y) / X.shape[1],
        ),
        "half": wrong(
            "It is half as big as it should be. No half stands in cross-entropy, so none is in its gradient."
            " If you nudge to one side: that is one epsilon.",
            lambda theta, X, Y: _softmax_gradient(theta, X, Y) / 2,
            lambda theta, X, Y: X.T @ _errors(theta, X, Y) / 2,
        ),
        "twice": wrong(
            "It is twice too big. No square brings a 2 down here, and each example counts once. If you nudge:"
            " between theta - epsilon and theta + epsilon lie two epsilon.",
            lambda theta, X, Y: 2 * _softmax_gradient(theta, X, Y),
        ),
        "scores": wrong(
            "The scores were taken for probabilities. What makes P of `X @ theta`?",
            _of_classes(lambda Z, Y: Z - Y),
        ),
        "powers": wrong(
            "The powers of e are not probabilities yet: each row is still to be divided by its sum.",
            _of_classes(lambda Z, Y: np.exp(Z) - Y),
        ),
        **{key: _in_gradient(key) for key in WRONG_ROWS},
        "squared loss": wrong(
            "There is a slope of the softmax in it, as `P * (1 - P)`: it belongs to the squared loss. Of"
            " cross-entropy the logarithm takes it away.",
            _of_classes(lambda Z, Y: (_softmax(Z) - Y) * _softmax(Z) * (1 - _softmax(Z))),
            _of_classes(_from_squares),
        ),
        "true class only": wrong(
            "Only the true class of each example has a slope here. The scores of the others push as well:"
            " their p should be 0.",
            _of_classes(lambda Z, Y: (_softmax(Z) - Y) * Y),
            _of_classes(lambda Z, Y: (_softmax(Z) - 1) * Y),
        ),
        "others only": wrong(
            "The true class of each example is left out. Its score has a slope too, p minus 1.",
            _of_classes(lambda Z, Y: _softmax(Z) * (1 - Y)),
        ),
        "slope along p": wrong(
            "This is the slope of the surprise along p, times x. The slopes of the softmax are still missing:"
            " with them p - y is left.",
            _of_classes(lambda Z, Y: -Y / _softmax(Z)),
        ),
        "surprises": wrong(
            "The logarithms of P belong to the loss. Its slope along a score holds P itself.",
            _of_classes(lambda Z, Y: np.log(_softmax(Z)) - Y),
            _of_classes(lambda Z, Y: -Y * np.log(_softmax(Z))),
            _of_classes(lambda Z, Y: Y * np.log(_softmax(Z))),
        ),
        "no target": wrong(
            "The targets are missing: it is the error `P - Y` that is multiplied, not the prediction.",
            _of_classes(lambda Z, Y: _softmax(Z)),
        ),
        **_wrong_errors(_softmax, _of_classes),
        "transposed": wrong(
            "Rows and columns have changed places: the gradient has the shape of theta, a column for each"
            " class.",
            lambda theta, X, Y: _softmax_gradient(theta, X, Y).T,
            lambda theta, X, Y: len(X) * _softmax_gradient(theta, X, Y).T,
        ),
        "not turned": wrong(
            "Entry i adds up along row i of X, an example. A slope adds up over all examples, down a column:"
            " which of the two tables is to be transposed?",
            AnyOf(lambda theta, X, Y: over(X @ _errors(theta, X, Y), len(X), 1)),
            AnyOf(lambda theta, X, Y: over(X @ _errors(theta, X, Y).T, len(X), 1)),
            AnyOf(lambda theta, X, Y: over(X.T @ _errors(theta, X, Y).T, len(X), 1)),
            AnyOf(lambda theta, X, Y: over(_errors(theta, X, Y) @ X, len(X), 1)),
        ),
        "classes added": wrong(
            "The errors of all classes were added up; in each example they cancel. Every class has a column"
            " of its own.",
            lambda theta, X, Y: X.T @ _errors(theta, X, Y).sum(axis=1),
        ),
        "no x": wrong(
            "Every row is the mean of the errors. That is right for row 0; for row j each error is multiplied"
            " by its x_j before the mean.",
            lambda theta, X, Y: np.tile(np.mean(_errors(theta, X, Y), axis=0), (len(theta), 1)),
        ),
        "no x0": wrong(
            "The first row is missing, or 0: theta_0 has a slope in every class. Column 0 of X, the ones,"
            " belongs to it.",
            lambda theta, X, Y: _softmax_gradient(theta, X, Y)[1:],
            lambda theta, X, Y: _softmax_gradient(theta, X, Y) * (np.arange(len(theta)) > 0)[:, None],
        ),
        "means apart": wrong(
            "The mean of the errors is multiplied by the mean of each column. Each error meets the x of its"
            " own example first; then comes the mean.",
            lambda theta, X, Y: np.outer(X.mean(axis=0), _errors(theta, X, Y).mean(axis=0)),
        ),
        "backwards": wrong(
            "The numbers are right, but rows or columns are in the wrong order. That of theta is needed.",
            lambda theta, X, Y: _softmax_gradient(theta, X, Y)[::-1],
            lambda theta, X, Y: _softmax_gradient(theta, X, Y)[:, ::-1],
        ),
        "one class": wrong(
            "Only one class is left in it. There is a column of slopes for each class.",
            AnyOf(lambda theta, X, Y: [_softmax_gradient(theta, X, Y)[:, k] for k in (0, -1)]),
            AnyOf(lambda theta, X, Y: [_softmax_gradient(theta, X, Y)[:, [k]] for k in (0, -1)]),
        ),
        "one example": wrong(
            "Only one example is left in it. In a loop: is each part added to the sum, or does it replace the"
            " one before? Does `return` stand inside the loop?",
            AnyOf(
                lambda theta, X, Y: [
                    np.outer(X[i], _errors(theta, X, Y)[i]) / divisor
                    for i in (0, 1, 2, -1)
                    for divisor in (1, len(X))
                ]
            ),
            without_loop="Only one example is left in it. A slope is a mean over all examples.",
        ),
        "one less": wrong(
            "What it is divided by counts one example too few. The mean is over all m of them.",
            lambda theta, X, Y: X.T @ _errors(theta, X, Y) / (len(X) - 1),
        ),
        "end missing": wrong(
            "One example was left out, at the beginning or at the end: which rows do you go through?",
            AnyOf(
                lambda theta, X, Y: [
                    X[rows].T @ _errors(theta, X, Y)[rows] / divisor
                    for rows in (slice(1, None), slice(None, -1))
                    for divisor in (len(X), len(X) - 1)
                ]
            ),
        ),
        "not added": wrong(
            "These are the errors, (m, k), not yet multiplied by the inputs and added up over the examples.",
            _errors,
            lambda theta, X, Y: _errors(theta, X, Y) / len(X),
            lambda theta, X, Y: -_errors(theta, X, Y),
        ),
        "loss": wrong(
            "This is the loss, one number. The gradient holds a slope for each parameter.",
            AnyOf(lambda theta, X, Y: over(-np.sum(Y * np.log(_softmax(X @ theta))), len(X), 1)),
        ),
        "step": wrong(
            "This is where a step leads, or how long it is. The gradient alone is asked for; no learning rate"
            " is in it.",
            AnyOf(
                lambda theta, X, Y: [
                    theta - alpha * _softmax_gradient(theta, X, Y) for alpha in (1, 0.1, 0.01, 0.001)
                ]
            ),
            AnyOf(
                lambda theta, X, Y: [
                    sign * alpha * _softmax_gradient(theta, X, Y)
                    for alpha in (0.1, 0.01, 0.001)
                    for sign in (1, -1)
                ]
            ),
        ),
    },
    hints=[
        "First P: the scores `X @ theta` are (m, k), and softmax goes along each row of them.",
        "The errors are `P - Y`, (m, k). Each class is then a gradient as before: its column of errors, times"
        " X, the mean over the examples.",
        "Write the shapes side by side: (n+1, m) @ (m, k) gives (n+1, k). Then divide by m, the number of"
        " rows of X.",
    ],
)


FLAGGED = [  # found, missed, false alarms, rightly left: 4, 5, 3, 7 and 2, 1, 5, 3 and 5, 6, 2, 4
    {
        "y": np.array([1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1]),
        "flagged": np.array([1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1], dtype=bool),
    },
    {
        "y": np.array([0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0]),
        "flagged": np.array([1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0], dtype=bool),
    },
    {
        "y": np.array([1, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1]),
        "flagged": np.array([0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0, 0], dtype=bool),
    },
]


def _counts(y, flagged):
    """Return how many were found, missed, flagged falsely, and rightly left, as floats."""
    return [
        float(np.sum((y == is_there) & (flagged == is_flagged)))
        for is_there, is_flagged in ((1, 1), (1, 0), (0, 1), (0, 0))
    ]


def _precision_recall(y, flagged):
    found, missed, false_alarms, _ = _counts(y, flagged)
    return np.array([found / (found + false_alarms), found / (found + missed)])


def _pairs(code):
    """Return `AnyOf` some pairs that code makes of the four counts: found, missed, false alarms, left."""
    return AnyOf(lambda y, flagged: [np.array(pair) for pair in code(*_counts(y, flagged))])


def _in_one_or_both(code):
    """Return `AnyOf` the pairs with another share in the place of precision, of recall, and of both.

    code  of the four counts; returns the share for precision and that for recall
    """

    def pairs(a, b, c, d):
        first, second = code(a, b, c, d)
        return [(first, a / (a + b)), (a / (a + c), second), (first, second)]

    return _pairs(pairs)


def _mean_of_both(precision, recall):
    """Return the harmonic mean, known as F1."""
    return 2 * precision * recall / (precision + recall)


check_precision_recall = function_exercise(
    "05.precision_recall",
    "Check precision_recall(y, flagged), a pair; y (m,) of 0 and 1, flagged (m,) of True and False.",
    solve=_precision_recall,
    on=FLAGGED,
    meaning="precision, then recall",
    right="Both ask for those found: among all that were flagged, and among all that are of the class.",
    mistakes={
        "swapped": wrong(
            "The two have changed places. Precision asks among those flagged, recall among those that are"
            " truly of the class.",
            _pairs(lambda a, b, c, d: [(a / (a + b), a / (a + c))]),
        ),
        "same divisor": wrong(
            "Both are the same share. One divides by all that were flagged, the other by all that are of the"
            " class.",
            _pairs(lambda a, b, c, d: [(a / (a + b),) * 2, (a / (a + c),) * 2]),
        ),
        "accuracy": wrong(
            "Accuracy stands there: it also counts those rightly left alone. Where a class is rare they"
            " drown everything else.",
            _in_one_or_both(lambda a, b, c, d: ((a + d) / (a + b + c + d),) * 2),
        ),
        "left counted": wrong(
            "Above the fraction bar also stand those rightly left alone. Found are those that are both"
            " flagged and of the class.",
            _in_one_or_both(lambda a, b, c, d: ((a + d) / (a + c), (a + d) / (a + b))),
        ),
        "flagged for found": wrong(
            "Two totals were divided by each other, those flagged and those of the class. Above the fraction"
            " bar stand those that are both.",
            _in_one_or_both(lambda a, b, c, d: ((a + b) / (a + c), (a + c) / (a + b))),
        ),
        "false alarm rate": wrong(
            "A share of false alarms stands there, among all that are not of the class. Both ask for those"
            " found.",
            _in_one_or_both(lambda a, b, c, d: (c / (c + d),) * 2),
        ),
        "specificity": wrong(
            "The share of those rightly left among all that are not of the class stands there. Recall is the"
            " same for those that are.",
            _in_one_or_both(lambda a, b, c, d: (d / (c + d),) * 2),
        ),
        "the rest": wrong(
            "One minus the share stands there: false alarms among those flagged, or missed ones among the"
            " class. Those found belong above the fraction bar.",
            _in_one_or_both(lambda a, b, c, d: (c / (a + c), b / (a + b))),
        ),
        "other class": wrong(
            "This is for the other class, the one labelled 0. The class that is looked for has y = 1.",
            _pairs(
                lambda a, b, c, d: [
                    (d / (b + d), d / (c + d)),
                    (d / (c + d), d / (b + d)),
                    (d / (b + d), a / (a + b)),
                    (a / (a + c), d / (b + d)),
                ]
            ),
        ),
        "of all": wrong(
            "It was divided by the number of all examples. Precision asks among those flagged, recall among"
            " those of the class.",
            _in_one_or_both(lambda a, b, c, d: (a / (a + b + c + d),) * 2),
            _in_one_or_both(lambda a, b, c, d: ((a + c) / (a + b + c + d), (a + b) / (a + b + c + d))),
            _pairs(lambda a, b, c, d: [((a + b) / (a + b + c + d), (a + c) / (a + b + c + d))]),
        ),
        "counts": wrong(
            "These are counts. Each is still to be divided: found among how many?",
            _pairs(
                lambda a, b, c, d: [
                    (one, other) for one in (a, a + c, a + b, c, b) for other in (a, a + b, a + c, b, c)
                ]
            ),
        ),
        "divided by the rest": wrong(
            "Those found were divided by the false alarms alone, or by the missed alone. They belong to the"
            " whole themselves.",
            _in_one_or_both(lambda a, b, c, d: (a / c, a / b)),
            _pairs(lambda a, b, c, d: [(a / b, a / c)]),
        ),
        "union": wrong(
            "It was divided by all that are flagged or of the class. Each of the two shares asks among one of"
            " these groups.",
            _in_one_or_both(lambda a, b, c, d: (a / (a + b + c),) * 2),
        ),
        "F1": wrong(
            "One number was made of precision and recall. The two themselves are asked for.",
            AnyOf(lambda y, flagged: [_mean_of_both(*_precision_recall(y, flagged))]),
            AnyOf(lambda y, flagged: [np.mean(_precision_recall(y, flagged))]),
            _in_one_or_both(lambda a, b, c, d: (2 * a / (2 * a + b + c),) * 2),
        ),
        "upside down": wrong(
            "The fraction stands on its head: a share is at most 1.",
            _in_one_or_both(lambda a, b, c, d: ((a + c) / a, (a + b) / a)),
            _pairs(lambda a, b, c, d: [((a + b) / a, (a + c) / a)]),
        ),
        "percent": wrong(
            "This is in percent. Return shares, between 0 and 1.",
            _in_one_or_both(lambda a, b, c, d: (100 * a / (a + c), 100 * a / (a + b))),
        ),
        "one example": wrong(
            "Above the fraction bar only one example counts, the first or the last. Is each one found added"
            " to the count, or does it replace the one before?",
            lambda y, flagged: y[-1] * flagged[-1] / np.array([flagged.sum(), y.sum()]),
            lambda y, flagged: y[0] * flagged[0] / np.array([flagged.sum(), y.sum()]),
        ),
        "one less": wrong(
            "What it is divided by counts one too few. All that were flagged, or are of the class, count.",
            _in_one_or_both(lambda a, b, c, d: (a / (a + c - 1), a / (a + b - 1))),
        ),
    },
    hints=[
        "Count first how many were found: flagged, and truly of the class. `y * flagged` is 1 for these"
        " alone.",
        "Precision divides that by how many were flagged, found or not: `np.sum(flagged)`. Recall divides it"
        " by something else.",
        "Recall divides by how many are of the class, flagged or not. Return both, precision first.",
    ],
)
