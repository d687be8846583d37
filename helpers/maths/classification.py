"""From numbers to classes: sigmoid and softmax, their losses and gradients, a descent, and what is counted.

Two classes have one score z an example and labels 0 and 1; k classes have k scores and labels 0 to k - 1.
"""

from typing import NamedTuple

import numpy as np

from helpers.maths import linear, network
from helpers.maths.descent import Descent
from helpers.maths.validation import as_data, as_examples, as_numbers, as_parameters, positive, whole


def sigmoid(z):
    """Return the probability that a score stands for: between 0 and 1, one half where the score is 0.

        sigmoid(z) = 1 / (1 + exp(-z))

    z        scores, of any shape
    returns  as z

    Raises TypeError if z does not hold real numbers.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 3.10.
    """
    return network.activation("sigmoid")(as_numbers("z", z))


class BinaryLosses(NamedTuple):
    """What two losses say of each score, and how steep each is there, along the score.

    squared, squared_slope  (h - y)^2 / 2  and  (h - y) h (1 - h)
    cross, cross_slope      -log of the probability of the class that is true, and  h - y
    """

    squared: np.ndarray
    squared_slope: np.ndarray
    cross: np.ndarray
    cross_slope: np.ndarray


def binary_losses(z, y):
    """Return the squared loss and the cross-entropy of each score, with their slopes.

        h = sigmoid(z),  squared = (h - y)^2 / 2,  cross = -y log h - (1 - y) log(1 - h)

    The cross-entropy is computed from z as log(1 + exp(-z)) or log(1 + exp(z)), which never overflows.

    z        (m,)  scores, or any shape
    y        as z  labels, 0 or 1
    returns  BinaryLosses, each as z; cross in nats

    Raises ValueError if the shapes differ or a label is neither 0 nor 1; TypeError for what is no number.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 6.2.2.2.
    """
    z, y = as_numbers("z", z), as_numbers("y", y)
    if z.shape != y.shape:  # (m,) with (m, 1) would give (m, m)
        raise ValueError(f"z has shape {z.shape} but y has shape {y.shape}; they must be equal")
    _refuse_other_labels(y)
    h = sigmoid(z)
    error = h - y
    squared_slope = error * network.activation("sigmoid").derivative(z)
    return BinaryLosses(error**2 / 2, squared_slope, np.logaddexp(0, np.where(y == 1, -z, z)), error)


def logistic_loss(theta, X, y):
    """Return the mean cross-entropy of the logistic model theta.

        L(theta) = -1/m sum_i (y_i log h_i + (1 - y_i) log(1 - h_i)),  h = sigmoid(X @ theta)

    theta    (n+1,)    parameters
    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      labels, 0 or 1
    returns  float     in nats: ln 2 = 0.69 for a model that says one half to all

    Raises ValueError if the shapes do not fit, the data hold NaN, or a label is neither 0 nor 1.
    Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", section 4.4.1.
    """
    X, y = as_examples(X, y)
    return float(np.mean(binary_losses(linear.predict(theta, X), y).cross))


def logistic_gradient(theta, X, y):
    """Return the gradient of the mean cross-entropy: the chapter's, with another h.

        dL/dtheta_j = 1/m sum_i (h_i - y_i) x_ij,  h = sigmoid(X @ theta)

    theta    (n+1,)    parameters
    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      labels, 0 or 1
    returns  (n+1,)    nats per unit of theta

    Raises as logistic_loss does.
    """
    X, y = as_examples(X, y)
    _refuse_other_labels(y)
    return linear.slope(sigmoid(linear.predict(theta, X)) - y, X)


def logistic_descent(X, y, *, alpha, steps, theta=None):
    """Return a whole run of gradient descent on the logistic model, with all of the data in each step.

    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      labels, 0 or 1
    alpha    > 0       learning rate
    steps    >= 0      number of updates
    theta    (n+1,)    where to start; zero unless given
    returns  Descent   its losses are those of logistic_loss

    Raises ValueError or TypeError for data, alpha or steps out of range.
    """
    X, y = as_examples(X, y)
    theta = np.zeros(X.shape[1]) if theta is None else as_parameters(theta, X.shape[1])
    return _descended(theta, X, y, alpha, steps, logistic_gradient, logistic_loss)


def softmax(Z, temperature=1.0):
    """Return the probabilities that the scores of each row stand for.

        p_k = exp(z_k / T) / sum_j exp(z_j / T),  T the temperature

    The largest score of a row is subtracted from it first: that changes no p, and exp cannot overflow.

    Z            (m, k)  scores, or (k,) for one example
    temperature  > 0     small: the largest takes all; large: all become alike
    returns      as Z    each row adds up to 1

    Raises ValueError if Z has no class or another number of dimensions, or temperature is not positive;
    TypeError for what is no number.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", sections 4.1 and 6.2.2.3.
    """
    Z = as_numbers("Z", Z)
    if Z.ndim not in (1, 2) or Z.shape[-1] == 0:
        raise ValueError(f"Z has shape {Z.shape} but (m, k) is needed, or (k,) for one example")
    scaled = (Z - Z.max(axis=-1, keepdims=True)) / positive("temperature", temperature)
    powers = np.exp(scaled)
    return powers / powers.sum(axis=-1, keepdims=True)


def one_hot(labels, classes):
    """Return a row for each label: 1 in the column of its class, 0 elsewhere.

    labels   (m,)  whole numbers from 0 to classes - 1
    classes  k     how many there are
    returns  (m, k)

    Raises ValueError or TypeError for a label out of range or not whole.
    """
    classes = whole("classes", classes, 1)
    return np.eye(classes)[_as_labels("labels", labels, classes)]


def class_losses(Z, labels):
    """Return the cross-entropy of each example: the surprise at its true class.

        loss_i = -log p_i of the class labels_i,  p = softmax(Z)

    It is computed from the scores, so that a probability too small for a float still has its loss.

    Z        (m, k)  scores
    labels   (m,)    whole numbers from 0 to k - 1
    returns  (m,)    in nats

    Raises ValueError or TypeError if the shapes do not fit, or for a label out of range or not whole.
    """
    Z = as_data("Z", Z, 2)
    labels = _as_labels("labels", labels, Z.shape[1])
    if len(labels) != len(Z):
        raise ValueError(f"Z has {len(Z)} rows but labels has {len(labels)}; each row of Z needs one label")
    highest = Z.max(axis=1)
    total = highest + np.log(np.exp(Z - highest[:, None]).sum(axis=1))  # log of the sum of exp(z), (m,)
    return total - Z[np.arange(len(Z)), labels]


def softmax_loss(theta, X, labels):
    """Return the mean cross-entropy of softmax regression.

        L(theta) = 1/m sum_i -log p_i of the class labels_i,  p = softmax(X @ theta)

    theta    (n+1, k)  parameters: column c holds those of class c
    X        (m, n+1)  inputs, x0 = 1 in column 0
    labels   (m,)      whole numbers from 0 to k - 1
    returns  float     in nats: log k for a model that says 1/k to all

    Raises ValueError or TypeError if the shapes do not fit, or for a label out of range or not whole.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 6.2.2.3.
    """
    return float(np.mean(class_losses(class_scores(theta, X), labels)))


def softmax_gradient(theta, X, labels):
    """Return the gradient of the mean cross-entropy of softmax regression.

        dL/dtheta = 1/m X.T @ (P - Y),  P = softmax(X @ theta), Y = one_hot(labels)

    theta    (n+1, k)  parameters
    X        (m, n+1)  inputs, x0 = 1 in column 0
    labels   (m,)      whole numbers from 0 to k - 1
    returns  (n+1, k)  nats per unit of theta

    Raises as softmax_loss does.
    """
    Z = class_scores(theta, X)
    errors = softmax(Z) - one_hot(labels, Z.shape[1])
    return linear.slope(errors, np.asarray(X, dtype=float))


def softmax_descent(X, labels, classes, *, alpha, steps):
    """Return a whole run of gradient descent on softmax regression, from theta = 0, with all of the data.

    X        (m, n+1)  inputs, x0 = 1 in column 0
    labels   (m,)      whole numbers from 0 to classes - 1
    classes  k         how many there are
    alpha    > 0       learning rate
    steps    >= 0      number of updates
    returns  Descent   thetas (steps+1, n+1, k); its losses are those of softmax_loss

    Raises ValueError or TypeError for data, alpha or steps out of range.
    """
    X, labels = as_data("X", X, 2), _as_labels("labels", labels, whole("classes", classes, 1))
    theta = np.zeros((X.shape[1], classes))
    return _descended(theta, X, labels, alpha, steps, softmax_gradient, softmax_loss)


def class_scores(theta, X):
    """Return the score of each class for each example.

        Z = X @ theta

    theta    (n+1, k)  parameters: column c holds those of class c
    X        (m, n+1)  inputs, x0 = 1 in column 0
    returns  (m, k)

    Raises ValueError or TypeError if the shapes do not fit.
    """
    X, theta = as_data("X", X, 2), as_numbers("theta", theta)
    if theta.ndim != 2 or len(theta) != X.shape[1]:
        needed = f"X has {X.shape[1]} columns, so ({X.shape[1]}, k) is needed"
        raise ValueError(f"theta has shape {theta.shape} but {needed}")
    return X @ theta


def confusion(labels, predicted, classes):
    """Return how often each class was taken for each.

    labels     (m,)    the true classes, whole numbers from 0 to classes - 1
    predicted  (m,)    what the model said
    classes    k       how many there are
    returns    (k, k)  of int; row: the true class, column: what was said. The diagonal is right.

    Raises ValueError or TypeError if the lengths differ, or for a label out of range or not whole.
    """
    labels = _as_labels("labels", labels, whole("classes", classes, 1))
    predicted = _as_labels("predicted", predicted, classes)
    if labels.shape != predicted.shape:
        raise ValueError(f"labels has {len(labels)} entries but predicted has {len(predicted)}")
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (labels, predicted), 1)  # unlike table[...] += 1, counts each pair as often as it comes
    return table


def nearest(X, X_new):
    """Return which row of X (m, n) is nearest to each of X_new (p, n), (p,)."""
    squares = (X**2).sum(axis=1) - 2 * X_new @ X.T  # without |x_new|^2, which is the same for all
    return squares.argmin(axis=1)


class Counts(NamedTuple):
    """What became of each example: found and missed are truly of the class, false alarms and the rest not."""

    found: int
    missed: int
    false_alarms: int
    rightly_left: int

    @property
    def precision(self):
        """Return the share of those flagged that are truly of the class; nan where none was flagged."""
        return _share(self.found, self.false_alarms)

    @property
    def recall(self):
        """Return the share of those of the class that were flagged; nan where there are none."""
        return _share(self.found, self.missed)

    @property
    def accuracy(self):
        """Return the share of all examples that were judged rightly."""
        return _share(self.found + self.rightly_left, self.missed + self.false_alarms)


def counts(y, flagged):
    """Return how many examples were found, missed, flagged falsely and rightly left.

    y        (m,)  labels, 1 for the class that is looked for, else 0
    flagged  (m,)  1 or True where the model says so
    returns  Counts

    Raises ValueError if the lengths differ or an entry is neither 0 nor 1.
    Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", section 9.2.5.
    """
    y, flagged = as_data("y", y, 1), as_data("flagged", flagged, 1)
    if len(y) != len(flagged):
        raise ValueError(f"y has {len(y)} entries but flagged has {len(flagged)}; each needs the other")
    _refuse_other_labels(y)
    _refuse_other_labels(flagged, "flagged")
    return Counts(*(int(np.sum((y == a) & (flagged == b))) for a, b in ((1, 1), (1, 0), (0, 1), (0, 0))))


class Calibration(NamedTuple):
    """What a model promises, and what comes, bin by bin; nan where a bin is empty.

    promised  (bins,)  mean probability that the model gave
    came      (bins,)  share that was of the class
    count     (bins,)  how many examples
    """

    promised: np.ndarray
    came: np.ndarray
    count: np.ndarray


def calibration(p, y, bins=10):
    """Return how often what was given the probability p came true, for equal bins of p.

    p        (m,)  probabilities, 0 to 1
    y        (m,)  1 where it came true, else 0
    bins     >= 1  equal parts of 0 to 1; 1 counts in the last, a p on an edge on either side of it
    returns  Calibration

    Raises ValueError or TypeError if the lengths differ, or p or y is out of range.
    Source: Guo and others, "On Calibration of Modern Neural Networks", ICML 2017, section 2.
    """
    p, y = as_data("p", p, 1), as_data("y", y, 1)
    if p.shape != y.shape:
        raise ValueError(f"p has {len(p)} entries but y has {len(y)}; each needs the other")
    if p.min() < 0 or p.max() > 1:
        raise ValueError(f"p runs from {p.min():g} to {p.max():g}; probabilities lie between 0 and 1")
    _refuse_other_labels(y)
    bins = whole("bins", bins, 1)
    which = np.minimum((p * bins).astype(int), bins - 1)
    count = np.bincount(which, minlength=bins)
    with np.errstate(invalid="ignore"):  # 0 / 0 in an empty bin
        promised, came = (np.bincount(which, weights=values, minlength=bins) / count for values in (p, y))
    return Calibration(promised, came, count)


def _descended(theta, X, targets, alpha, steps, gradient, loss):
    """Return the Descent of a loss from theta, (n+1,) or (n+1, k)."""
    alpha, steps = positive("alpha", alpha), whole("steps", steps, 0)
    thetas = [theta]
    for _ in range(steps):
        thetas.append(thetas[-1] - alpha * gradient(thetas[-1], X, targets))
    return Descent(np.stack(thetas), np.array([loss(each, X, targets) for each in thetas]))


def _share(part, rest):
    return part / (part + rest) if part + rest else np.nan


def _refuse_other_labels(y, name="y"):
    """Raise ValueError unless every entry is 0 or 1."""
    others = y[(y != 0) & (y != 1)]
    if others.size:
        raise ValueError(f"{name} holds {others.flat[0]:g}; each entry must be 0 or 1")


def _as_labels(name, labels, classes):
    """Return labels (m,) as int; raises unless they are whole numbers from 0 to classes - 1."""
    labels = as_data(name, labels, 1)
    if (labels != np.round(labels)).any():
        raise ValueError(f"{name} holds {labels[labels != np.round(labels)][0]:g}; classes are whole numbers")
    if labels.min() < 0 or labels.max() >= classes:
        low, high = labels.min(), labels.max()
        raise ValueError(
            f"{name} runs from {low:g} to {high:g}, but with {classes} classes 0 to {classes - 1} is needed"
        )
    return labels.astype(int)
