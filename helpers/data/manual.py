"""Texts: the Python manual's topics, from manual.npz, this course's words; and how a text is parted."""

import json
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


def split_text(text):
    """Return the beginning of a text, to learn from, and its end, to judge by."""
    place = len(text) - round(TEST * len(text))
    return text[:place], text[place:]


def course_text(folder="."):
    """Return the words of the numbered notebooks in a folder, str.

    Raises FileNotFoundError if there are none.
    """
    files = sorted(Path(folder).glob("[0-9][0-9]_*.ipynb"))
    if not files:
        raise FileNotFoundError(f"no notebook of the course is in {Path(folder).resolve()}")
    cells = (cell for file in files for cell in json.loads(file.read_text(encoding="utf-8"))["cells"])
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
