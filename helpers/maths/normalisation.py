"""Batch normalisation: each feature of a layer brought to mean 0 and variance 1, over the batch."""

from typing import NamedTuple

import numpy as np

from helpers.maths.validation import as_data, as_parameters, positive

EPSILON, MOMENTUM = 1e-3, 0.99
"""What Keras takes where nothing is said."""


class Normalised(NamedTuple):
    """A batch after normalisation, and the running numbers after it.

    A         (m, n)  gamma (Z - mean) / sqrt(variance + epsilon) + beta
    mean      (n,)    running mean of each feature
    variance  (n,)    its running variance
    """

    A: np.ndarray
    mean: np.ndarray
    variance: np.ndarray


def batch_norm(Z, gamma, beta, mean, variance, *, training, momentum=MOMENTUM, epsilon=EPSILON):
    """Return a batch normalised, and the running mean and variance.

        training:   by the mean and the variance of this batch, each over the m examples (divided by m)
        otherwise:  by the running ones, which stay as they are
        running = momentum running + (1 - momentum) that of the batch

    Z               (m, n)  one row an example, one column a feature
    gamma, beta     (n,)    scale and shift, which are learnt
    mean, variance  (n,)    running numbers; 0 and 1 at the beginning
    momentum        0 < momentum <= 1
    epsilon         > 0
    returns         Normalised

    Raises ValueError or TypeError if a shape or a number does not fit.
    Source: Ioffe and Szegedy, "Batch normalization: accelerating deep network training", 2015.
    """
    Z = as_data("Z", Z, 2)
    gamma, beta, mean, variance = (as_parameters(part, Z.shape[1]) for part in (gamma, beta, mean, variance))
    epsilon, momentum = positive("epsilon", epsilon), positive("momentum", momentum)
    if momentum > 1:
        raise ValueError(f"momentum must be at most 1, got {momentum}")
    here, spread = (Z.mean(axis=0), Z.var(axis=0)) if training else (mean, variance)  # (n,) both
    A = gamma * (Z - here) / np.sqrt(spread + epsilon) + beta
    if training:
        mean = momentum * mean + (1 - momentum) * here
        variance = momentum * variance + (1 - momentum) * spread
    return Normalised(A, mean, variance)
