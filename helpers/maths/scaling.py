"""Features on one scale: what their units and offsets do to the bowl of the loss, and how to undo it."""

from typing import NamedTuple

import numpy as np

from helpers.maths.validation import as_data, as_parameters


class Standardised(NamedTuple):
    """Features on one scale, and what takes them there and back.

    Z     (m, n)  each column with mean 0 and standard deviation 1
    mean  (n,)    of the columns of X
    std   (n,)    of the columns of X
    """

    Z: np.ndarray
    mean: np.ndarray
    std: np.ndarray


def standardise(X):
    """Return X with every column shifted to mean 0 and divided to standard deviation 1.

        z = (x - mean) / std,  std with 1/m

    X        (m, n)  inputs, without the column of ones
    returns  Standardised

    Raises ValueError if X is not two-dimensional, is empty, holds NaN, or has a constant column.
    Source: LeCun, Bottou, Orr, Müller, "Efficient BackProp", 1998, section 4.3.
    """
    X = as_data("X", X, 2)
    mean, std = X.mean(axis=0), X.std(axis=0)
    constant = np.flatnonzero(np.ptp(X, axis=0) == 0)
    if constant.size:
        raise ValueError(
            f"column {constant[0]} of X is constant, so it cannot be brought to standard deviation 1;"
            " leave out the column x0 = 1 and every other constant one"
        )
    return Standardised((X - mean) / std, mean, std)


def undo_standardise(theta, mean, std):
    """Return the parameters for X of the line that theta draws over the standardised Z.

        theta_j = theta_j / std_j,  theta_0 = theta_0 - sum_j theta_j mean_j / std_j

    theta    (n+1,)  parameters over add_bias(Z); left unchanged
    mean     (n,)    as standardise returned it
    std      (n,)    as standardise returned it
    returns  (n+1,)  parameters over add_bias(X), with the same predictions

    Raises ValueError if the shapes do not fit or an entry of std is not positive.
    """
    mean, std = as_data("mean", mean, 1), as_data("std", std, 1)
    theta = as_parameters(theta, len(mean) + 1)
    if std.shape != mean.shape or not (std > 0).all():
        raise ValueError(f"std must hold {len(mean)} positive numbers, one for each of mean, got {std}")
    slopes = theta[1:] / std
    return np.concatenate([[theta[0] - slopes @ mean], slopes])
