"""Attention: how much each place of a text takes from which other, and what it then holds."""

import numpy as np

from helpers.maths.classification import softmax
from helpers.maths.validation import as_data


def scores(Q, K):
    """Return how well what each place looks for agrees with what each place offers.

        S = Q K^T / sqrt(d)

    Q        (t, d)  queries, one for each place that asks
    K        (s, d)  keys, one for each place that is asked
    returns  (t, s)

    Raises ValueError if the lengths d differ.
    Source: Vaswani and others, "Attention Is All You Need", 2017, arXiv:1706.03762, equation 1.
    """
    Q, K = as_data("Q", Q, 2), as_data("K", K, 2)
    if Q.shape[1] != K.shape[1]:
        raise ValueError(f"queries have {Q.shape[1]} numbers but keys {K.shape[1]}; they must be equal")
    return Q @ K.T / np.sqrt(Q.shape[1])


def masked(S):
    """Return scores (t, t) with minus infinity where a place asks one that comes after it."""
    return np.where(np.tri(*np.shape(S), dtype=bool), S, -np.inf)


def shares(Q, K, causal=True):
    """Return the share that each place takes from each other; each row adds up to 1.

        A = softmax(S), row by row, with S = -inf where causal and a place comes after the one that asks

    Q, K     (t, d)  queries and keys
    returns  (t, t)

    Raises ValueError if the shapes do not fit.
    """
    S = scores(Q, K)
    return softmax(masked(S) if causal else S)


def mixed(Q, K, V, causal=True):
    """Return what each place takes together: A V.

    Q, K     (t, d)  queries and keys
    V        (t, e)  values
    returns  (t, e)

    Raises ValueError if the shapes do not fit.
    """
    A, V = shares(Q, K, causal), as_data("V", V, 2)
    if len(V) != A.shape[1]:
        raise ValueError(f"there are {A.shape[1]} keys but {len(V)} values; they must be equal")
    return A @ V


def waves(places, width):
    """Return a vector for each place, made of sines and cosines of ever longer waves, (places, width).

        even columns 2i: sin(place / 10000^(2i / width)),  odd ones 2i + 1: the cosine of the same

    Source: Vaswani and others, section 3.5.
    """
    columns = np.arange(width)
    angles = np.arange(places)[:, None] / 10000 ** (2 * (columns // 2) / width)
    return np.where(columns % 2 == 0, np.sin(angles), np.cos(angles))
