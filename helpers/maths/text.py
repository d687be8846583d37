"""Text as numbers: characters and their alphabet, and pairs that are merged into longer pieces."""

from collections import Counter
from itertools import pairwise

import numpy as np

from helpers.maths.classification import softmax
from helpers.maths.validation import as_data, whole


def alphabet(text):
    """Return the different characters of a text, sorted, str.

    Raises ValueError if there are none.
    """
    if not text:
        raise ValueError("the text is empty; at least one character is needed")
    return "".join(sorted(set(text)))


def encoded(text, alphabet):
    """Return the place of each character in an alphabet, (m,) of int.

    Raises ValueError for a character that is not in it.
    """
    places = {character: k for k, character in enumerate(alphabet)}
    others = sorted(set(text) - set(places))
    if others:
        raise ValueError(f"{', '.join(map(repr, others))} not in the alphabet of {len(alphabet)} characters")
    return np.array([places[character] for character in text], dtype=int)


def decoded(numbers, alphabet):
    """Return the text whose characters have these places in an alphabet."""
    return "".join(alphabet[number] for number in numbers)


def commonest_pair(pieces):
    """Return the two neighbours that stand side by side most often; of several, those that come first.

    pieces  list of str
    """
    return Counter(pairwise(pieces)).most_common(1)[0][0]


def merged(pieces, pair):
    """Return the pieces with each such pair, from left to right, made into one piece.

    pieces  list of str
    pair    two str
    """
    found, k = [], 0
    while k < len(pieces):
        two = tuple(pieces[k : k + 2]) == tuple(pair)
        found.append(pieces[k] + pieces[k + 1] if two else pieces[k])
        k += 2 if two else 1
    return found


def merges(text, number):
    """Return the pairs that byte-pair encoding merges in a text, and the pieces that are left.

    The pair that stands side by side most often becomes one piece; so again, and again.

    number   >= 0      how many pairs; fewer if only one piece is left
    returns  list of two str each, list of str

    Source: Sennrich, Haddow, Birch, "Neural Machine Translation of Rare Words with Subword Units", 2016,
    arXiv:1508.07909. They merge inside words only; GPT-2 merges bytes, a word with the space before it.
    """
    pieces, pairs = list(text), []
    for _ in range(whole("number", number, 0)):
        if len(pieces) < 2:
            break
        pairs.append(commonest_pair(pieces))
        pieces = merged(pieces, pairs[-1])
    return pairs, pieces


def sharpened(scores, temperature=1.0, top=None):
    """Return the probabilities to draw from: softmax of the largest scores at a temperature, (k,).

    scores       (k,)
    temperature  > 0   small: nearly always the largest; large: all alike
    top          >= 1  how many of the largest may be drawn; all unless given

    Raises ValueError or TypeError for a temperature or a number out of range.
    Source: of top, Fan, Lewis, Dauphin, "Hierarchical Neural Story Generation", 2018, arXiv:1805.04833.
    """
    scores = as_data("scores", scores, 1)
    top = len(scores) if top is None else min(whole("top", top, 1), len(scores))
    stays = np.argsort(-scores, kind="stable")[:top]
    p = np.zeros(len(scores))
    p[stays] = softmax(scores[stays], temperature)
    return p


def written(expects, alphabet, start, length, *, temperature=1.0, top=None, seed=0):
    """Return a text that goes on from a start, each character drawn from what is expected after all before.

    expects    called with the text so far; returns a score for each character of the alphabet, (k,)
    start      str, may be empty if expects takes that
    length     >= 0  how many characters are added
    others     as in sharpened
    returns    str, start included

    Raises ValueError or TypeError for a length, temperature, top or seed out of range.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    text = start
    for _ in range(whole("length", length, 0)):
        p = sharpened(expects(text), temperature, top)
        place = np.searchsorted(np.cumsum(p), rng.random() * p.sum(), side="right")
        text += alphabet[min(place, len(p) - 1)]
    return text


def longest_copy(text, source):
    """Return the longest piece of a text that stands letter by letter in another; the first of several."""
    start, best = 0, ""
    for end in range(1, len(text) + 1):
        while text[start:end] not in source:
            start += 1
        best = max(best, text[start:end], key=len)
    return best
