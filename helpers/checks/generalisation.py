"""The exercises of notebook 08: weight decay, cross-validation, stopping early, dropout, doubles."""

import operator

import numpy as np

from helpers.learner.exercise import AnyOf, function_exercise, wrong
from helpers.maths import linear

X3 = np.array([[1, 0.4, -1.3], [1, 1.7, 0.6], [1, -0.8, 2.1], [1, 2.2, -0.5], [1, -1.4, 0.9]])
Y3 = np.array([1.3, -0.7, 2.9, 0.4, -1.6])
DECAYED = [
    {"theta": np.array([0.7, -1.2, 0.9]), "X": X3, "y": Y3, "lambda_": 0.3},
    {
        "theta": np.array([-0.4, 1.6]),
        "X": np.array([[1, 0.31], [1, 1.27], [1, -0.84]]),
        "y": np.array([0.9, 2.3, -1.1]),
        "lambda_": 1.7,
    },
]


def _with_penalty(penalty):
    """Return the gradient with a penalty's added, a function of theta without the intercept, lambda and m."""

    def gradient(theta, X, y, lambda_):
        return linear.gradient(theta, X, y) + np.concatenate([[0.0], penalty(theta[1:], lambda_, len(y))])

    return gradient


def _ridge_gradient(theta, X, y, lambda_):
    return _with_penalty(lambda t, lambda_, m: lambda_ * t)(theta, X, y, lambda_)


check_ridge_gradient = function_exercise(
    "08.ridge_gradient",
    "Check ridge_gradient(theta, X, y, lambda_), which returns the gradient with weight decay, (n+1,).",
    solve=_ridge_gradient,
    on=DECAYED,
    right="Each parameter but the intercept is pulled towards 0, the harder the larger it is.",
    meaning="one slope for each parameter",
    mistakes={
        "intercept too": wrong(
            "The intercept was pulled too. It only lifts the whole line; the sum begins at j = 1.",
            lambda theta, X, y, lambda_: linear.gradient(theta, X, y) + lambda_ * theta,
        ),
        "intercept only": wrong(
            "Only the intercept was pulled. It is the one that is left alone.",
            lambda theta, X, y, lambda_: (
                linear.gradient(theta, X, y) + lambda_ * theta * (np.arange(len(theta)) == 0)
            ),
        ),
        "no decay": wrong(
            "lambda is not in it: this is the gradient of L alone.",
            lambda theta, X, y, lambda_: linear.gradient(theta, X, y),
        ),
        "decay alone": wrong(
            "This is the pull alone. The gradient of L belongs to it.",
            lambda theta, X, y, lambda_: lambda_ * np.concatenate([[0.0], theta[1:]]),
        ),
        "twice": wrong(
            "The pull is twice as strong. The half before the sum cancels the 2 of the square.",
            _with_penalty(lambda t, lambda_, m: 2 * lambda_ * t),
        ),
        "half": wrong(
            "The pull is half as strong. The slope of a square brings a 2, which cancels the half.",
            _with_penalty(lambda t, lambda_, m: lambda_ / 2 * t),
        ),
        "square": wrong(
            "lambda times the square is added. Its slope is asked for.",
            _with_penalty(lambda t, lambda_, m: lambda_ * t**2),
            _with_penalty(lambda t, lambda_, m: lambda_ / 2 * t**2),
        ),
        "sum of squares": wrong(
            "The same number was added to each slope. Each parameter is pulled by its own size.",
            AnyOf(
                lambda theta, X, y, lambda_: [
                    linear.gradient(theta, X, y) + share * lambda_ * pull
                    for share in (1, 0.5)
                    for pull in (np.sum(theta[1:] ** 2), np.sum(theta**2), theta[1:].sum(), theta.sum())
                ]
            ),
        ),
        "size": wrong(
            "Each is pulled equally hard, by its sign. With squares the pull grows with the parameter.",
            _with_penalty(lambda t, lambda_, m: lambda_ * np.sign(t)),
        ),
        "sign": wrong(
            "It is pushed away from 0. The pull is added to the gradient, and the update takes it off.",
            _with_penalty(lambda t, lambda_, m: -lambda_ * t),
        ),
        "over m": wrong(
            "lambda was divided by the number of examples. Here it is not part of the mean.",
            _with_penalty(lambda t, lambda_, m: lambda_ * t / m),
        ),
        "no size": wrong(
            "lambda was added as it is. It is multiplied by the parameter.",
            _with_penalty(lambda t, lambda_, m: lambda_ * np.ones_like(t)),
        ),
        "lambda 1": wrong(
            "The parameters were added without lambda.",
            _with_penalty(lambda t, lambda_, m: t),
        ),
        "whole": wrong(
            "The gradient of L was multiplied too: lambda belongs to the pull alone.",
            lambda theta, X, y, lambda_: (
                lambda_ * (linear.gradient(theta, X, y) + np.concatenate([[0.0], theta[1:]]))
            ),
        ),
        "uphill": wrong(
            "All signs are flipped: this points downhill.",
            lambda theta, X, y, lambda_: -_ridge_gradient(theta, X, y, lambda_),
        ),
    },
    hints=[
        "The slope of `lambda_ / 2 * theta_j**2` is `lambda_ * theta_j`.",
        "Begin with `linear.gradient(theta, X, y)`, which is a new array.",
        "Add `lambda_ * theta[1:]` to all of its entries but the first, `[1:]`.",
    ],
)

X10 = np.column_stack([np.ones(10), [0.3, -1.2, 2.1, 0.8, -0.5, 1.6, -1.9, 1.1, -0.9, 0.1]])
Y10 = np.array([1.4, -0.2, 3.9, 1.1, 0.6, 2.2, -2.7, 2.9, -0.6, 0.9])
X14 = np.column_stack([np.ones(14), np.linspace(-1.1, 1.3, 14), np.linspace(-1.1, 1.3, 14) ** 2])
Y14 = np.array([0.8, -0.4, 1.9, 0.3, -1.2, 0.7, 2.4, 1.1, 3.3, 0.2, 1.6, 2.8, 1.7, 3.9])
FOLDED = [  # parts that are not equally large, each with more rows than X has columns
    {"X": X10, "y": Y10, "k": 3},
    {"X": X14, "y": Y14, "k": 4},
]


def _folds(y, k):
    """Return the rows of each part: of part j the rows j, j + k, j + 2 k, ..."""
    return [np.arange(len(y))[j::k] for j in range(k)]


def _losses(X, y, k, learnt=None, judged=None, folds=None):
    """Return the loss of each fold; learnt and judged say which rows, of a fold and the others."""
    found = []
    for fold in folds or _folds(y, k):
        others = np.setdiff1d(np.arange(len(y)), fold)
        learn = others if learnt is None else learnt(fold, others)
        judge = fold if judged is None else judged(fold, others)
        found.append(linear.loss(linear.least_squares(X[learn], y[learn]), X[judge], y[judge]))
    return np.array(found)


def _cross_validated(X, y, k):
    return _losses(X, y, k).mean()


def _over_folds(**rows):
    return lambda X, y, k: _losses(X, y, k, **rows).mean()


def _all_rows(fold, others):
    return np.concatenate([fold, others])


check_cross_validated = function_exercise(
    "08.cross_validated",
    """Check cross_validated(X, y, k), which returns the mean loss over k folds, each judged once.

    Fold j holds the rows j, j + k, j + 2 k and so on.
    """,
    solve=_cross_validated,
    on=FOLDED,
    right="Each example was judged once, by a model that had not learnt from it.",
    mistakes={
        "learnt from all": wrong(
            "The model of each fold learnt from all rows, the fold's too: it is judged on what it knows.",
            _over_folds(learnt=_all_rows),
        ),
        "judged on the others": wrong(
            "Each model is judged on what it learnt from. Its fold is the one to judge on.",
            _over_folds(judged=lambda fold, others: others),
        ),
        "only the fold": wrong(
            "Each model learnt from its fold and is judged on it.",
            _over_folds(learnt=lambda fold, others: fold),
        ),
        "swapped": wrong(
            "Fold and the others have changed places: learn from the others, judge on the fold.",
            _over_folds(learnt=lambda fold, others: fold, judged=lambda fold, others: others),
        ),
        "judged on all": wrong(
            "Each model is judged on all rows, most of which it has learnt from.",
            _over_folds(judged=_all_rows),
        ),
        "training loss": wrong(
            "This is the loss of one model on all that it learnt from; no fold was kept aside.",
            lambda X, y, k: linear.loss(linear.least_squares(X, y), X, y),
        ),
        "sum": wrong(
            "The losses of the folds were added up. Take their mean.",
            lambda X, y, k: _losses(X, y, k).sum(),
        ),
        "over m": wrong(
            "The sum was divided by the number of rows. Each loss is a mean already: divide by the folds.",
            lambda X, y, k: _losses(X, y, k).sum() / len(y),
        ),
        "one fold": wrong(
            "Only one fold is in it. In a loop: is each loss kept, or does it replace the one before?",
            AnyOf(
                lambda X, y, k: [share * loss for loss in _losses(X, y, k)[[0, -1]] for share in (1, 1 / k)]
            ),
            without_loop="Only one fold is in it. Each of them has its turn.",
        ),
        "each": wrong(
            "These are the losses of the folds. Take their mean.", lambda X, y, k: _losses(X, y, k)
        ),
        "no half": wrong(
            "It is twice as large: the loss L of notebook 02 has a half.",
            lambda X, y, k: 2 * _cross_validated(X, y, k),
        ),
        "pooled": wrong(
            "Each row counts the same here. Take the loss of each fold, then the mean of these losses: each"
            " fold counts the same.",
            lambda X, y, k: np.average(_losses(X, y, k), weights=[len(fold) for fold in _folds(y, k)]),
        ),
        "root": wrong(
            "A root was taken. The mean of the losses itself is asked for.",
            lambda X, y, k: np.sqrt(_cross_validated(X, y, k)),
            lambda X, y, k: np.sqrt(2 * _cross_validated(X, y, k)),
        ),
        "middle one": wrong(
            "This is the median of the losses. The mean is asked for.",
            lambda X, y, k: np.median(_losses(X, y, k)),
        ),
        "in blocks": wrong(
            "The folds were cut in one piece each. Deal the rows: fold j has the rows j, j + k, j + 2 k ...",
            lambda X, y, k: _losses(X, y, k, folds=np.array_split(np.arange(len(y)), k)).mean(),
        ),
        "next fold": wrong(
            "Each model left out one fold and was judged on another, from which it had learnt.",
            lambda X, y, k: np.mean(
                [
                    linear.loss(
                        linear.least_squares(np.delete(X, fold, 0), np.delete(y, fold)), X[other], y[other]
                    )
                    for fold, other in zip(_folds(y, k), [*_folds(y, k)[1:], _folds(y, k)[0]], strict=True)
                ]
            ),
        ),
    },
    hints=[
        "`fold = np.arange(len(y))[j::k]`; the others: `np.delete(X, fold, axis=0)`, `np.delete(y, fold)`.",
        "Learn from them with `linear.least_squares`; judge with `linear.loss` on `X[fold]` and `y[fold]`.",
        "Collect one loss for each fold in a list; return `np.mean` of it.",
    ],
)

COPIES = [
    {"X": np.array([[3, 1, 4], [1, 5, 9], [3, 1, 4], [2, 6, 5], [1, 5, 9], [9, 5, 1], [3, 1, 4]])},
    {"X": np.array([[7, 2], [7, 2], [2, 7], [8, 1], [1, 8], [8, 1], [7, 3], [0, 4]])},
    {"X": np.array([[6, 6, 0, 1], [5, 2, 9, 3], [4, 4, 4, 1], [5, 2, 9, 3]])},
]


def _kept(X, key=tuple, last=False):
    """Return the first (or last) row of each key, in order."""
    seen = {}
    for k, row in enumerate(X):
        if last or key(row) not in seen:
            seen[key(row)] = k
    return np.array(sorted(seen.values()))


check_first_of_doubles = function_exercise(
    "08.first_of_doubles",
    "Check first_of_doubles(X), which returns which rows stay, (k,), in order: of equal rows the first.",
    solve=_kept,
    on=COPIES,
    right="Now no row can be learnt from and judged on at once.",
    meaning="the numbers of the rows that stay",
    mistakes={
        "by value": wrong(
            "The rows that stay are right, but not in their order. Sort them.",
            lambda X: np.unique(X, axis=0, return_index=True)[1],
        ),
        "last": wrong(
            "Of equal rows the last one stays here. Keep the first.", lambda X: _kept(X, last=True)
        ),
        "all copies": wrong(
            "A row that is there twice was dropped both times. One of them stays.",
            lambda X: np.array([k for k, row in enumerate(X) if (row == X).all(axis=1).sum() == 1]),
        ),
        "neighbours": wrong(
            "Each row was compared with the one before alone. Equal rows may stand far apart.",
            lambda X: np.array([k for k in range(len(X)) if k == 0 or (X[k] != X[k - 1]).any()]),
        ),
        "doubles": wrong("These are the rows to drop.", lambda X: np.setdiff1d(np.arange(len(X)), _kept(X))),
        "rows": wrong(
            "These are rows. Which of them stay is asked for, by their numbers.",
            lambda X: X[_kept(X)],
            lambda X: np.unique(X, axis=0),
        ),
        "how many": wrong("This is how many stay. Their numbers are asked for.", lambda X: len(_kept(X))),
        "sum": wrong(
            "Rows with the same sum were taken for equal. Every entry has to agree.",
            lambda X: _kept(X, key=lambda row: row.sum()),
        ),
        "any order": wrong(
            "Rows with the same numbers in another order were taken for equal. Each place has to agree.",
            lambda X: _kept(X, key=lambda row: tuple(sorted(row))),
        ),
        "first column": wrong(
            "Only the first entry of each row was looked at. All of them have to agree.",
            lambda X: _kept(X, key=lambda row: row[0]),
        ),
        "one entry": wrong(
            "A row was dropped because one of its entries agreed with another's. All of them have to.",
            lambda X: np.array([k for k in range(len(X)) if not (X[:k] == X[k]).any()]),
        ),
        "from 1": wrong(
            "The rows were counted from 1. The first one has the number 0.", lambda X: _kept(X) + 1
        ),
        "every row": wrong("All rows stay here, the doubles too.", lambda X: np.arange(len(X))),
    },
    hints=[
        "`np.unique(X, axis=0, return_index=True)` returns the different rows, and where each is first.",
        "The second of the two is what is wanted, but it goes by the rows' values.",
        "`np.sort` brings it in order.",
    ],
)


RUNS = [
    {"losses": np.array([0.91, 0.62, 0.48, 0.51, 0.46, 0.49, 0.53, 0.47, 0.40, 0.39]), "patience": 2},
    {"losses": np.array([1.32, 0.87, 0.93, 0.74, 0.78, 0.71, 0.76, 0.75, 0.79, 0.68, 0.61]), "patience": 3},
    {"losses": np.array([0.83, 0.57, 0.61, 0.55, 0.52]), "patience": 3},
    {"losses": np.array([2.1, 1.3, 1.4, 1.2, 1.5, 1.1, 1.3, 1.2, 1.6, 1.4, 1.0]), "patience": 4},
    {"losses": np.array([0.93, 0.54, 0.54, 0.54, 0.36]), "patience": 2},
]


def _early_stop(
    losses, patience, kept=None, patient=lambda patience: patience, better=None, below=operator.lt
):
    """Return (stopped, kept); each function replaces a part by that of a mistake."""
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        before = losses[best] if better is None else better(losses, epoch)
        waited = 0 if below(losses[epoch], before) else waited + 1
        if below(losses[epoch], losses[best]):
            best = epoch
        if waited >= patient(patience):
            return np.array([epoch, best if kept is None else kept(losses, epoch)])
    return np.array([len(losses) - 1, best if kept is None else kept(losses, len(losses) - 1)])


def _stops(**parts):
    return lambda losses, patience: _early_stop(losses, patience, **parts)


def _in_all(losses, patience):
    """Return where it stops if epochs without a new least are counted without starting anew."""
    best, waited = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        else:
            waited += 1
        if waited >= patience:
            return np.array([epoch, best])
    return np.array([len(losses) - 1, best])


check_early_stop = function_exercise(
    "08.early_stop",
    """Check early_stop(losses, patience), which returns two numbers.

    The epoch after which it stops, and the epoch whose parameters are kept; the first loss is of epoch 0.
    """,
    solve=_early_stop,
    on=RUNS,
    right="It waits, gives up, and goes back to the best that it had seen.",
    meaning="the epoch of the stop, and the epoch that is kept",
    mistakes={
        "last kept": wrong(
            "The last epoch is kept. What is kept is the best that was seen until the stop.",
            _stops(kept=lambda losses, epoch: epoch),
        ),
        "before the last": wrong(
            "What is kept is not the epoch before the stop, but the best until then.",
            _stops(kept=lambda losses, epoch: epoch - 1),
        ),
        "best of all": wrong(
            "The best of all epochs was taken. After the stop none was trained, so none can be looked at.",
            _stops(kept=lambda losses, epoch: int(np.argmin(losses))),
        ),
        "one too patient": wrong(
            "It waits one epoch too long: with patience 2 it ends at the second epoch without a new least.",
            _stops(patient=lambda patience: patience + 1),
        ),
        "one too impatient": wrong(
            "It stops one epoch too soon: with patience 2 one epoch without a new least is not enough.",
            _stops(patient=lambda patience: patience - 1),
        ),
        "no patience": wrong(
            "It stops at the first loss that is no new least. Patience says how many of them there may be.",
            _stops(patient=lambda patience: 1),
        ),
        "against the one before": wrong(
            "Each loss was compared with the one before. It has to be below the least so far.",
            _stops(better=lambda losses, epoch: losses[epoch - 1]),
        ),
        "ties": wrong(
            "A loss equal to the least so far was taken for a new least. It has to be smaller.",
            _stops(below=operator.le),
        ),
        "in all": wrong(
            "The bad epochs were counted all together. A new least sets the count back to 0.",
            _in_all,
        ),
        "never stops": wrong(
            "It never stops: all epochs were looked at.",
            lambda losses, patience: np.array([len(losses) - 1, np.argmin(losses)]),
        ),
        "after the least": wrong(
            "It looks for the least of all losses, and adds the patience. At the stop the rest is unknown.",
            lambda losses, patience: np.array(
                [min(np.argmin(losses) + patience, len(losses) - 1), np.argmin(losses)]
            ),
        ),
        "from 1": wrong(
            "The epochs were counted from 1. The first loss is that of epoch 0.",
            lambda losses, patience: _early_stop(losses, patience) + 1,
        ),
        "swapped": wrong(
            "The two have changed places: first the stop, then what is kept.",
            lambda losses, patience: _early_stop(losses, patience)[::-1],
        ),
        "largest": wrong(
            "It looks for the largest loss. The smaller, the better.",
            lambda losses, patience: _early_stop(-losses, patience),
        ),
        "losses": wrong(
            "These are losses. The numbers of the epochs are asked for.",
            lambda losses, patience: losses[_early_stop(losses, patience)],
        ),
    },
    hints=[
        "Keep two numbers in the loop: `kept`, the best epoch so far, and how many epochs ago it was.",
        "`if losses[epoch] < losses[kept]: kept = epoch`.",
        "`if epoch - kept == patience: return epoch, kept`; after the loop `return len(losses) - 1, kept`.",
    ],
)

DROPPED = [
    {
        "A": np.array([[1.3, 0.7, 2.9], [0.4, 1.9, 0.8], [2.2, 0.6, 1.1], [0.9, 1.7, 2.3]]),
        "U": np.array([[0.05, 0.93, 0.41], [0.62, 0.18, 0.77], [0.29, 0.54, 0.11], [0.86, 0.22, 0.68]]),
        "p": 0.25,
    },
    {
        "A": np.array([[0.31, 1.27], [2.84, 0.15], [1.62, 0.73]]),
        "U": np.array([[0.81, 0.12], [0.47, 0.98], [0.35, 0.66]]),
        "p": 0.55,
    },
]

check_dropout = function_exercise(
    "08.dropout",
    "Check dropout(A, U, p), which returns the activations after dropout, (m, h).",
    solve=lambda A, U, p: np.where(p <= U, A / (1 - p), 0.0),
    on=DROPPED,
    right="A share p falls silent by chance, and those that stay speak up, so that the sum keeps its size.",
    meaning="one row for each example, one column for each neuron",
    mistakes={
        "not made larger": wrong(
            "Those that stay keep their size. Divide them by 1 - p, or the next layer gets less than later.",
            lambda A, U, p: np.where(p <= U, A, 0.0),
        ),
        "divided by p": wrong(
            "They were divided by p. The share that stays is 1 - p.",
            lambda A, U, p: np.where(p <= U, A / p, 0.0),
        ),
        "made smaller": wrong(
            "Those that stay were multiplied by 1 - p. Some are missing, so the others have to grow.",
            lambda A, U, p: np.where(p <= U, A * (1 - p), 0.0),
        ),
        "p stays": wrong(
            "The share p stays on here. p is the chance to be switched off, as in Keras.",
            lambda A, U, p: np.where(p > U, A / p, 0.0),
        ),
        "wrong ones": wrong(
            "The wrong ones are off: where U is below p, the neuron is switched off.",
            lambda A, U, p: np.where(p > U, A / (1 - p), 0.0),
        ),
        "wrong ones, not made larger": wrong(
            "Those with U below p are the ones to switch off, and the others are to be divided by 1 - p.",
            lambda A, U, p: np.where(p > U, A, 0.0),
        ),
        "all alike": wrong(
            "All examples lose the same neurons. Each has its own row of U.",
            lambda A, U, p: np.where(p <= U[0], A / (1 - p), 0.0),
        ),
        "whole examples": wrong(
            "Whole examples are switched off. Each neuron of each example has its own number in U.",
            lambda A, U, p: np.where(p <= U[:, :1], A / (1 - p), 0.0),
        ),
        "not off": wrong(
            "The others are divided by 1 - p, but nothing is switched off: where U is below p, 0 belongs.",
            lambda A, U, p: np.where(p <= U, A / (1 - p), A),
        ),
        "everything larger": wrong(
            "All were divided by 1 - p, and none is switched off.",
            lambda A, U, p: A / (1 - p),
        ),
        "by chance's size": wrong(
            "The activations were multiplied by the drawn numbers. These only decide who is off.",
            lambda A, U, p: A * U / (1 - p),
            lambda A, U, p: np.where(p <= U, A * U, 0.0),
            lambda A, U, p: np.where(p <= U, A * U / (1 - p), 0.0),
        ),
        "who stays": wrong(
            "This says who stays. Multiply the activations by it.",
            lambda A, U, p: np.where(p <= U, 1.0, 0.0),
            lambda A, U, p: np.where(p <= U, 1 / (1 - p), 0.0),
        ),
        "by this draw": wrong(
            "They were divided by the share that stayed in this draw. It is 1 - p, whoever stayed.",
            lambda A, U, p: np.where(p <= U, A, 0.0) / np.mean(p <= U),
        ),
    },
    hints=[
        "`U >= p` is True where a neuron stays.",
        "`A * (U >= p)` switches the others off: True counts as 1, False as 0.",
        "Divide by `1 - p`.",
    ],
)
