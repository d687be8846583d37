"""What comes next, by counting what came next: tables of pairs, and of longer pieces of text."""

from collections import Counter, defaultdict
from typing import NamedTuple

import numpy as np

from helpers.maths.validation import whole


class Ngrams(NamedTuple):
    """What followed what in a text.

    alphabet  str
    followed  list: for contexts of 0, 1, ..., n - 1 characters a dict of context -> Counter of what came next
    """

    alphabet: str
    followed: list


def counted(text, n, alphabet):
    """Return how often each character followed each context of up to n - 1 characters.

    text      str
    n         >= 1  1: characters alone; 2: after one other
    alphabet  str   what may come next
    returns   Ngrams

    Raises TypeError or ValueError if n is not a whole number in range.
    """
    followed = [defaultdict(Counter) for _ in range(whole("n", n, 1))]
    for length, table in enumerate(followed):
        for place in range(length, len(text)):
            table[text[place - length : place]][text[place]] += 1
    return Ngrams(alphabet, [dict(table) for table in followed])


def probabilities(model, context):
    """Return the probability of each character to come next, (k,).

    For contexts longer and longer, beginning with none, p0 = 1 / k:

        p = (c + v p0) / (m + v),  then p0 = p

    c is how often the character followed the context, m how often anything did, v how many different ones:
    the more different ones followed, the more is left to the shorter context.

    model    Ngrams
    context  str, of which the last n - 1 characters count
    Source: Witten and Bell, "The Zero-Frequency Problem", 1991; in this form Chen and Goodman, "An Empirical
    Study of Smoothing Techniques for Language Modeling", 1998, section 2.5.
    """
    p = np.full(len(model.alphabet), 1 / len(model.alphabet))
    for followed in _known(model, context):
        counts = np.array([followed[character] for character in model.alphabet])
        p = (counts + len(followed) * p) / (counts.sum() + len(followed))
    return p


def losses(model, text, start=0):
    """Return the surprise at each character of a text from a place on, (m,), in nats.

    Source of the probabilities: those of `probabilities`.
    """
    found = []
    longest = len(model.followed) - 1
    for place in range(start, len(text)):
        p = 1 / len(model.alphabet)
        for followed in _known(model, text[max(0, place - longest) : place]):
            p = (followed[text[place]] + len(followed) * p) / (followed.total() + len(followed))
        found.append(-np.log(p))
    return np.array(found)


def _known(model, context):
    """Return, shortest first, the Counters of the ends of a context that the text had."""
    found = []
    for length, table in enumerate(model.followed):
        followed = table.get(context[len(context) - length :]) if length <= len(context) else None
        if followed is None:
            break
        found.append(followed)
    return found
