"""Write manual.npz: the Python manual's topics, as help() shows them; run with Python 3.11.

Every other version says something else in places. What stands there twice is kept once, so that no paragraph
that a model has learnt from is among those that judge it; signs beyond ASCII are written with those of ASCII.
"""

import re
from pydoc_data import topics

import numpy as np

from helpers.data.manual import FILE

PLAIN = str.maketrans(
    {"–": "-", "—": "--", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "°": " degrees", "ß": "ss"}
)


def main():
    """Write the file."""
    parts = {}  # words of a paragraph -> the paragraph, where it stood first
    for name in sorted(topics.topics):
        for part in re.split(r"\n\s*\n", topics.topics[name].strip("\n")):
            parts.setdefault(" ".join(part.split()), part.rstrip())
    text = "\n\n".join(parts.values()).translate(PLAIN) + "\n"
    np.savez_compressed(FILE, text=np.frombuffer(text.encode("ascii"), dtype=np.uint8))


if __name__ == "__main__":
    main()
