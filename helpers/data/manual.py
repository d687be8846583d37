"""The Python manual's topics as one text, read from manual.npz."""

from functools import lru_cache
from pathlib import Path

from helpers.data.shipped import arrays

FILE = Path(__file__).with_name("manual.npz")
"""make_manual.py wrote it and says what is in it; manual.txt has its licence."""
TEST = 0.1
"""The share of the text, its end, that judges."""


@lru_cache(maxsize=1)
def manual():
    """Return the topics of the Python 3.11 manual, in the order of the alphabet, each paragraph once, str.

    Source: the Python Software Foundation, PSF licence, version 2.
    """
    return arrays(FILE)["text"].tobytes().decode("ascii")


def parts(text):
    """Return the beginning of a text, to learn from, and its end, to judge by."""
    place = len(text) - round(TEST * len(text))
    return text[:place], text[place:]
