"""What helps a model to do well on new data: weight decay, dropout, stopping early; and how to measure it."""

from itertools import islice
from typing import NamedTuple

import numpy as np

from helpers.maths import backprop, linear
from helpers.maths.validation import as_data, as_examples, not_negative, whole


def ridge_loss(theta, X, y, lambda_):
    """Return the chapter's loss with what large parameters cost; the intercept costs nothing.

        1/(2m) sum (h - y)^2 + lambda/2 sum_{j >= 1} theta_j^2

    theta, X, y  (n+1,), (m, n+1) with x0 = 1 in column 0, (m,)
    lambda_      >= 0
    returns      float

    Raises ValueError if the shapes do not fit or lambda_ is negative.
    Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", section 3.4.1, where the
    loss is a sum: lambda here is theirs divided by m.
    """
    lambda_ = not_negative("lambda_", lambda_)
    return linear.loss(theta, X, y) + lambda_ / 2 * float(np.sum(np.asarray(theta)[1:] ** 2))


def ridge_gradient(theta, X, y, lambda_):
    """Return the gradient of ridge_loss, (n+1,).

        dL/dtheta_j + lambda theta_j for j >= 1;  dL/dtheta_0 as it is

    Arguments and errors as ridge_loss.
    """
    lambda_, theta = not_negative("lambda_", lambda_), np.asarray(theta, dtype=float)
    return linear.gradient(theta, X, y) + lambda_ * np.concatenate([[0.0], theta[1:]])


def ridge(X, y, lambda_):
    """Return the parameters with the least ridge_loss; of several, those of the least size.

        (X.T X / m + lambda I') theta = X.T y / m,  I' the identity with 0 for the intercept

    X, y     (m, n+1) with x0 = 1 in column 0, and (m,)
    lambda_  >= 0
    returns  (n+1,)

    It is solved as least squares of X with a row sqrt(m lambda) below it for each parameter, and 0 as its
    target, which needs no X.T X. Raises as ridge_loss.
    """
    X, y = as_examples(X, y)
    lambda_, m, n = not_negative("lambda_", lambda_), *X.shape
    below = np.sqrt(m * lambda_) * np.eye(n)[1:]  # (n-1, n): none for the intercept
    return linear.least_squares(np.vstack([X, below]), np.concatenate([y, np.zeros(n - 1)]))


def folds(m, k, seed=0):
    """Return the rows of k parts of as equal size as can be, dealt at random: each row is in one of them.

    m        >= k  number of examples
    k        >= 2  number of parts
    returns  list of k arrays of int

    Raises ValueError or TypeError if a number is out of range.
    """
    k = whole("k", k, 2)
    order = np.random.default_rng(whole("seed", seed, 0)).permutation(whole("m", m, k))
    return np.array_split(order, k)


class Stop(NamedTuple):
    """Where a run was stopped.

    stopped  the epoch after which it ended
    kept     the epoch whose parameters are kept: the one with the least loss until then
    """

    stopped: int
    kept: int


def early_stop(losses, patience):
    """Return where a run ends that stops once no loss has been below the least for so many epochs in a row.

    losses    (epochs,)  on the validation set, of epoch 0, 1, ...
    patience  >= 1       epochs without a new least before it stops
    returns   Stop       of equal losses the first is kept; without a stop, stopped is the last epoch

    Raises ValueError or TypeError if losses are empty or not one-dimensional, or patience is out of range.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", algorithm 7.1; Keras's EarlyStopping with
    restore_best_weights.
    """
    losses, patience = as_data("losses", losses, 1), whole("patience", patience, 1)
    kept = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[kept]:
            kept = epoch
        if epoch - kept >= patience:
            return Stop(epoch, kept)
    return Stop(len(losses) - 1, kept)


def dropout(A, U, p):
    """Return activations of which some are switched off, the others made larger to keep the mean.

        A / (1 - p) where U >= p, else 0

    A        (m, h)       activations
    U        (m, h)       drawn evenly from [0, 1): a number for each neuron and example
    p        0 <= p < 1   the chance to be switched off
    returns  (m, h)

    Raises ValueError if the shapes differ or p is out of range.
    Source: Srivastava and others, "Dropout", JMLR 15, 2014; inverted, as Keras does it.
    """
    A, U = as_data("A", A, 2), as_data("U", U, 2)
    if U.shape != A.shape:
        raise ValueError(f"U has shape {U.shape} but A has shape {A.shape}; they must be equal")
    p = _share("p", p)
    return np.where(p <= U, A / (1 - p), 0.0)


def learning(layers, X, y, *, alpha, batch_size=32, seed=0, decay=0.0, dropped=0.0, augment=None):
    """Yield a network for classes before it learns, after its first epoch, its second, without end.

        W_new = W - alpha (dW + decay W),  b_new = b - alpha db,  once a batch

    layers      list of Layer, the last without activation; left unchanged
    X, y        (m, n) and (m,)  inputs, and classes from 0
    alpha       > 0
    batch_size  1 to m
    decay       >= 0             of the weights
    dropped     0 <= p < 1       of each hidden layer's neurons, while it learns
    augment     called with the inputs of a batch, (k, n), and a random generator; returns what to learn from
    yields      list of Layer

    The batches are those of descent.batches with the same seed. Raises ValueError or TypeError as
    backprop.train, when the first network is asked for.
    Source: as backprop.train; dropout as the function of that name.
    """
    dropped, rng = _share("dropped", dropped), np.random.default_rng([whole("seed", seed, 0), 1])

    def disturbed(inputs):
        inputs = inputs if augment is None else augment(inputs, rng)
        shapes = [(len(inputs), len(layer.b)) for layer in layers[:-1]]
        factors = (
            [dropout(np.ones(shape), rng.random(shape), dropped) for shape in shapes] if dropped else None
        )
        return inputs, factors

    steps = backprop.descending(
        layers,
        X,
        y,
        loss="softmax",
        alpha=alpha,
        batch_size=batch_size,
        seed=seed,
        decay=decay,
        disturbed=disturbed,
    )
    yield from islice(steps, 0, None, -(-len(X) // batch_size))


def _share(name, value):
    value = not_negative(name, value)
    if value >= 1:
        raise ValueError(f"{name} must be below 1, got {value}; some neurons have to stay")
    return value
