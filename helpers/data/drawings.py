"""Drawings of black and white pixels, as a short text and back, and a pen that draws on them.

5 8-19; 6 7-12 15-20    row 5 has ink from column 8 to 19; row 6 from 7 to 12 and from 15 to 20
"""

import re

import numpy as np

from helpers.data.animals import SIDE

SPAN = re.compile(r"(\d+)(?:-(\d+))?")


def drawn(text):
    """Return the pixels of a drawing, (28, 28) of bool, and the parts of the text that say no row."""
    pixels, refused = np.zeros((SIDE, SIDE), dtype=bool), []
    for part in filter(None, map(str.strip, text.split(";"))):
        row, *spans = [SPAN.fullmatch(each) for each in part.split()]
        numbers = [(int(one[1]), int(one[2] or one[1])) for one in (row, *spans) if one]
        inside = all(start <= end < SIDE for start, end in numbers)
        if not (spans and len(numbers) == len(spans) + 1 and inside and not row[2]):
            refused.append(part)
            continue
        for start, end in numbers[1:]:
            pixels[numbers[0][0], start : end + 1] = True
    return pixels, refused


def written(pixels):
    """Return the text of a drawing (28, 28), such that `drawn` gives it back."""
    rows = []
    for row, line in enumerate(np.asarray(pixels, dtype=bool)):
        changes = np.flatnonzero(np.diff(np.concatenate([[0], line, [0]]).astype(int)))
        spans = [
            f"{start}-{end - 1}" if end - start > 1 else f"{start}" for start, end in changes.reshape(-1, 2)
        ]
        if spans:
            rows.append(f"{row} {' '.join(spans)}")
    return "; ".join(rows)


def with_stroke(pixels, start, end, width, ink=True):
    """Return a drawing (28, 28) with a straight stroke of a round pen.

    start, end  row and column, pixels or parts of them
    width       of the pen, pixels
    ink         whether it draws; else it rubs out
    """
    start, along = np.asarray(start, dtype=float), np.subtract(end, start)
    places = np.stack(np.indices(np.shape(pixels)), axis=2) - start  # (h, w, 2)
    share = np.clip(places @ along / max(along @ along, 1e-9), 0, 1)
    away = np.linalg.norm(places - share[:, :, None] * along, axis=2)
    return np.where(away <= width / 2, ink, pixels)


def outline(pixels):
    """Return the pixels of a drawing (h, w) that touch white, above, below or beside them."""
    pixels = np.asarray(pixels, dtype=bool)
    around = np.pad(pixels, 1)
    inner = around[:-2, 1:-1] & around[2:, 1:-1] & around[1:-1, :-2] & around[1:-1, 2:]
    return pixels & ~inner
