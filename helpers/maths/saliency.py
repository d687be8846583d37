"""What a network looks at: slopes of a score by its inputs, covered images, favourite inputs, importance."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from helpers.maths import network
from helpers.maths.validation import as_data, fraction, positive, whole


def score_gradient(layers, X, k):
    """Return how much the score of class k changes per unit of each input, example by example.

        last layer:     G = 1 at score k, 0 elsewhere
        layer before:   G_before = G @ W.T * g'(Z_before);  for the inputs G @ W.T of the first layer

    layers   list of Layer; the last one's z are the scores
    X        (m, n)  inputs
    k        number of the class
    returns  (m, n)

    Raises ValueError or TypeError if layers and X do not fit each other or there is no class k.
    Source: Simonyan, Vedaldi, Zisserman, "Deep inside convolutional networks", 2013, arXiv:1312.6034.
    """
    outputs = network.forward(layers, X)
    G = np.zeros_like(outputs[-1].Z)
    G[:, whole("k", k, 0, high=G.shape[1] - 1)] = 1
    slopes = [network.ACTIVATIONS[layer.activation].derivative for layer in layers]
    for number in range(len(layers) - 1, 0, -1):  # from the last layer to the second
        G = G @ layers[number].W.T * slopes[number - 1](outputs[number - 1].Z)  # (m, h) @ (h, n) * (m, n)
    return G @ layers[0].W.T


def covered(image, size, stride, fill=0.0):
    """Return copies of an image, in each of which a patch of size x size is covered.

    The patches begin at 0, stride, 2 stride and so on, as far as a whole patch is inside.

    image    (h, w)
    size     1 to the shorter side, pixels
    stride   >= 1, pixels from one patch to the next
    fill     what the patch is covered with
    returns  (r, c, h, w): by row and column of places

    Raises ValueError or TypeError if an argument is out of range.
    Source: Zeiler, Fergus, "Visualizing and understanding convolutional networks", 2013, arXiv:1311.2901.
    """
    image = as_data("image", image, 2)
    size, stride = whole("size", size, 1, high=min(image.shape)), whole("stride", stride, 1)
    places = [(side - size) // stride + 1 for side in image.shape]
    images = np.tile(image, (*places, 1, 1))
    for r, c in np.ndindex(*places):
        images[r, c][_patch(r, c, size, stride)] = fill
    return images


def _patch(r, c, size, stride):
    """Return which pixels the patch at place r, c covers."""
    return np.s_[r * stride : r * stride + size, c * stride : c * stride + size]


def occlusion(score, image, size, stride=1, fill=0.0):
    """Return by how much a score falls when a patch of an image is covered, for each place.

    score    called with images (p, h, w), returns (p,)
    others   as covered
    returns  (r, c)  above 0 where covering takes from the score
    """
    images = covered(image, size, stride, fill)
    r, c, h, w = images.shape
    before = score(np.asarray(image, dtype=float)[None])[0]
    return before - score(images.reshape(-1, h, w)).reshape(r, c)


def spread(drops, size, stride, shape):
    """Return for each pixel the mean over the patches that cover it; 0 where none does.

    drops    (r, c)  from occlusion with this size and stride
    shape    (h, w)  of the image
    returns  (h, w)
    """
    total, count = np.zeros(shape), np.zeros(shape)
    for (r, c), drop in np.ndenumerate(drops):
        patch = _patch(r, c, size, stride)
        total[patch] += drop
        count[patch] += 1
    return total / np.maximum(count, 1)


def rank_correlation(a, b):
    """Return how alike the orders of two arrays are: 1 the same, 0 unrelated, -1 reversed.

    It is the correlation of their ranks; equal entries share the mean of their ranks.

    a, b     of as many entries, at least two of them different in each
    returns  float

    Raises ValueError if the lengths differ or all entries of one are equal.
    Source: Spearman, "The proof and measurement of association between two things", 1904.
    """
    a, b = as_data("a", np.ravel(a), 1), as_data("b", np.ravel(b), 1)
    if len(a) != len(b):
        raise ValueError(f"a has {len(a)} entries but b has {len(b)}; as many are needed")
    if np.ptp(a) == 0 or np.ptp(b) == 0:
        raise ValueError("all entries of a or of b are equal; they have no order")
    return float(np.corrcoef(_ranks(a), _ranks(b))[0, 1])


def _ranks(values):
    _, where, count = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(count) - (count - 1) / 2)[where]


def favourite(gradient: Callable, start, steps, alpha, smooth=None):
    """Yield an input that climbs a score, first as it starts and then after each step.

        x <- clip(x + alpha g / |g|, 0, 1),  g the gradient at x

    gradient  called with x, returns its shape
    start     (n,)  from 0 to 1
    steps     how many
    alpha     > 0, the length of a step
    smooth    called with x after each step, if given

    Source: Erhan, Bengio, Courville, Vincent, "Visualizing higher-layer features of a deep network", 2009.
    """
    x, alpha = np.array(start, dtype=float), positive("alpha", alpha)
    yield x
    for _ in range(whole("steps", steps, 0)):
        g = gradient(x)
        x = np.clip(x + alpha * g / max(np.linalg.norm(g), 1e-12), 0, 1)
        x = x if smooth is None else smooth(x)
        yield x


def blurred(image, share):
    """Return an image (h, w) of which a share of each pixel is replaced by the mean of its four neighbours.

    share  0 to 1; what lies outside counts as 0
    """
    image, share = as_data("image", image, 2), fraction("share", share)
    wide = np.pad(image, 1)
    around = (wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]) / 4
    return (1 - share) * image + share * around


def smallest_change(w, b, x):
    """Return the nearest point at which a score w . x + b is 0.

        x - (w . x + b) / (w . w) w

    w, x     (n,), w not all 0
    b        a number
    returns  (n,)

    Raises ValueError if the lengths differ or w is 0.
    """
    w, x = as_data("w", w, 1), as_data("x", x, 1)
    if len(w) != len(x):
        raise ValueError(f"w has {len(w)} entries but x has {len(x)}; as many are needed")
    if not w.any():
        raise ValueError("w is 0 everywhere; at no point the score changes")
    return x - (w @ x + b) / (w @ w) * w


class Changed(NamedTuple):
    """An input changed until another class leads.

    x      (n,)
    steps  how many it took
    there  whether the class leads
    """

    x: np.ndarray
    steps: int
    there: bool


def counterfactual(layers, x, k, margin=0.1, steps=50):
    """Return an input near x, within 0 and 1, at which the score of class k leads.

    In each step the lead of the strongest other class is taken for linear, and x goes where k is ahead by the
    margin. So it is near, and not always the nearest.

    layers  list of Layer
    x       (n,)  from 0 to 1
    k       number of the class
    margin  > 0, by how much k shall lead
    steps   at most so many
    returns Changed

    Raises as score_gradient does, or if a number is out of range.
    Source: Wachter, Mittelstadt, Russell, "Counterfactual explanations without opening the black box", 2017,
    arXiv:1711.00399; the step is that of Moosavi-Dezfooli and others, "DeepFool", 2016, arXiv:1511.04599.
    """
    x, margin = as_data("x", x, 1).copy(), positive("margin", margin)
    for step in range(whole("steps", steps, 1) + 1):
        scores = network.forward(layers, x[None])[-1].Z[0]
        others = np.where(np.arange(len(scores)) == k, -np.inf, scores)
        leader = int(others.argmax())
        if scores[k] > others[leader] or step == steps:
            return Changed(x, step, bool(scores[k] > others[leader]))
        w = (score_gradient(layers, x[None], k) - score_gradient(layers, x[None], leader))[0]
        if not w.any():
            return Changed(x, steps, False)  # no slope shows a way
        ahead = scores[k] - others[leader] - margin  # of where k shall be: below 0
        x = np.clip(smallest_change(w, ahead - w @ x, x), 0, 1)


def permutation_importance(loss, X, mixed):
    """Return by how much a loss rises when one column is shuffled, for each column.

    loss     called with X (m, n), returns a number
    X        (m, n)
    mixed    (m, n)  X with each column shuffled for itself: rng.permuted(X, axis=0)
    returns  (n,)

    Raises ValueError if the shapes differ.
    Source: Breiman, "Random forests", Machine Learning 45, 2001, section 10.
    """
    X, mixed = as_data("X", X, 2), as_data("mixed", mixed, 2)
    if X.shape != mixed.shape:
        raise ValueError(f"X has shape {X.shape} but mixed has {mixed.shape}; they must agree")
    before, columns = loss(X), np.arange(X.shape[1])
    return np.array([loss(np.where(columns == j, mixed, X)) - before for j in columns])
