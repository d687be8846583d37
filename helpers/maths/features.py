"""Least squares over random features: more and more of them, up to far more than there are examples."""

from typing import NamedTuple

import numpy as np

from helpers.maths.validation import as_data, not_negative, whole

QUICK = 14.0
"""How quick the waves are: one of this w goes up and down 14 / (2 pi) times along 1."""
ROUNDING = 1e-10
"""Singular values below this share of the largest count as 0."""


def random_waves(x, features, seed=0):
    """Return waves of random length and place at one input; the more of them, the smaller each.

        sqrt(2 / features) cos(w x + b),  w normal with standard deviation QUICK, b even on [0, 2 pi)

    x         (m,)
    features  >= 1
    returns   (m, features)

    The waves of a seed are the same, whatever their number: with more features come further ones.
    Raises ValueError or TypeError if a number is out of range.
    Source: Rahimi, Recht, "Random features for large-scale kernel machines", 2007.
    """
    x, features = as_data("x", x, 1), whole("features", features, 1)
    rng = np.random.default_rng(whole("seed", seed, 0))
    w, b = np.transpose([(QUICK * rng.standard_normal(), 2 * np.pi * rng.random()) for _ in range(features)])
    return np.sqrt(2 / features) * np.cos(w * x[:, None] + b)


class Decomposed(NamedTuple):
    """Features of the examples taken apart, F = U diag(s) V.T, once for all targets and all lambda.

    U  (m, k)  k the smaller of m and the number of features
    s  (k,)    singular values, largest first
    G  (p, k)  F_new @ V, for p new points
    """

    U: np.ndarray
    s: np.ndarray
    G: np.ndarray


def decomposed(F, F_new):
    """Return features F (m, n) of examples and F_new (p, n) of new points as Decomposed."""
    U, s, Vt = np.linalg.svd(as_data("F", F, 2), full_matrices=False)
    return Decomposed(U, s, as_data("F_new", F_new, 2) @ Vt.T)


class Fit(NamedTuple):
    """A fit: predictions h (m,) at the examples and h_new (p,) at new points; size, the norm of theta."""

    h: np.ndarray
    h_new: np.ndarray
    size: float


def fit(parts, y, lambda_=0.0):
    """Return the fit with the least ridge loss; of several, that with the smallest theta.

        1/(2m) sum (h - y)^2 + lambda/2 sum theta^2
        theta = V diag(s / (s^2 + m lambda)) U.T y

    parts    Decomposed
    y        (m,)
    lambda_  >= 0
    returns  Fit

    Raises ValueError if y does not fit parts, or lambda_ is negative.
    Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", section 3.4.1; for lambda 0
    Belkin and others, PNAS 116, 2019.
    """
    y, lambda_ = as_data("y", y, 1), not_negative("lambda_", lambda_)
    U, s, G = parts
    if len(y) != len(U):
        raise ValueError(f"y has {len(y)} entries but there are {len(U)} examples; they must agree")
    there = s > ROUNDING * s[0]
    along = np.divide(s, s**2 + len(y) * lambda_, out=np.zeros_like(s), where=there) * (U.T @ y)  # V.T theta
    return Fit(U @ (s * along), G @ along, float(np.linalg.norm(along)))
