"""Data of one's own: a table as a CSV file, images or texts in folders that are named after their classes."""

import csv
import json
from pathlib import Path

import numpy as np

from helpers.maths.validation import whole

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
SHORTEST = 12
"""Words of a paragraph: shorter ones are headings and the like."""


def table(file, target, leave_out=()):
    """Return the columns of a CSV file as numbers, what is to be predicted, and what the columns are called.

    file       its first line names the columns
    target     name of the column to predict
    leave_out  names of columns that must not be used: numbers of rows, what is known only afterwards
    returns    X (m, n), y (m,) of str, list of n names; rows that stand there twice are there once

    A column of numbers is kept, nan where one is missing. A column with anything else becomes a column of 0
    and 1 for each word that is in it.
    Raises FileNotFoundError if there is no such file; ValueError if a column is missing or empty, or a line
    has other cells than the first.
    """
    file = _there(file)
    with file.open(newline="", encoding="utf-8-sig") as opened:
        columns, *lines = [line for line in csv.reader(opened) if line] or [[]]
    for name in (target, *leave_out):
        if name not in columns:
            there = ", ".join(columns) or "none"
            raise ValueError(f"{file.name} has no column {name!r}; it has {there}")
    for line in lines:
        if len(line) != len(columns) or not line[columns.index(target)].strip():
            wanted = f"{len(columns)} cells, one of them {target!r}"
            raise ValueError(f"each line of {file.name} needs {wanted}; this one differs: {','.join(line)}")
    rows = [dict(zip(columns, line, strict=True)) for line in dict.fromkeys(map(tuple, lines))]
    found, names = [], []
    for name in columns:
        if name != target and name not in leave_out:
            more, called = _as_columns(name, [row[name].strip() for row in rows])
            found += more
            names += called
    if not found:
        raise ValueError(f"{file.name} has no column left to predict {target!r} from")
    return np.column_stack(found), np.array([row[target].strip() for row in rows]), names


def _as_columns(name, cells):
    """Return the columns of numbers that the cells of one column become, and what they are called."""
    try:
        numbers = [float(cell) if cell else np.nan for cell in cells]
    except ValueError:
        words = sorted({cell for cell in cells if cell})
        called = [f"{name} {word}" for word in words]
        return [[float(cell == word) for cell in cells] for word in words], called
    if np.isnan(numbers).all():
        raise ValueError(f"column {name!r} is empty: leave it out")
    return [numbers], [name]


def images(folder, side=28):
    """Return images as numbers, (m, side * side) from 0 black to 1 white, and their classes, (m,) of str.

    folder  has a folder for each class, named after it, with PNG, JPEG, GIF, BMP or WebP files
    side    pixels along each side; images are cut to a square around their middle first

    Raises FileNotFoundError if there is no such folder, ValueError if it does not hold two classes or a file
    is no image.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    side = whole("side", side, 1)
    found, y = [], []
    for path, kind in _files(folder, PICTURES):
        try:
            with Image.open(path) as image:
                grey = ImageOps.fit(ImageOps.exif_transpose(image).convert("L"), (side, side))
        except (UnidentifiedImageError, OSError) as error:
            raise ValueError(f"{path.name} in {path.parent.name} cannot be read as an image") from error
        found.append(np.asarray(grey, dtype=float).ravel() / 255)
        y.append(kind)
    return np.array(found), np.array(y)


def texts(folder):
    """Return the paragraphs of the texts in a folder, a list of str, and their classes, (m,) of str.

    folder  has a folder for each class, named after it, with text files in UTF-8

    Raises as `images`.
    """
    return paragraphs(dict(_files(folder, (".txt", ".md"))))


def paragraphs(files):
    """Return the paragraphs of texts, a list of str, and their classes, (m,) of str, each paragraph once.

    files  dict of a path -> the class of what it holds; of a notebook only the text counts
    """
    kinds = {}  # a paragraph -> its class, where it stood first
    for path, kind in files.items():
        text = _there(path).read_text(encoding="utf-8")
        if Path(path).suffix == ".ipynb":
            cells = json.loads(text)["cells"]
            text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        for paragraph in text.split("\n\n"):
            if len(paragraph.split()) >= SHORTEST:
                kinds.setdefault(" ".join(paragraph.split()), kind)
    return list(kinds), np.array(list(kinds.values()))


def _files(folder, endings):
    """Return pairs of a path and its class: the name of the folder that it lies in."""
    kinds = sorted(path for path in _there(folder).iterdir() if path.is_dir() and path.name[0] != ".")
    found = [
        (path, kind.name)
        for kind in kinds
        for path in sorted(kind.iterdir())
        if path.suffix.lower() in endings
    ]
    named = sorted({kind for _, kind in found})
    if len(named) < 2:
        raise ValueError(
            f"{Path(folder).name} must have two folders or more, one for each class, with files"
            f" {', '.join(endings)}; found: {', '.join(named) or 'none'}"
        )
    return found


def _there(path):
    """Return a path; raises FileNotFoundError that says where was looked if nothing is there."""
    path = Path(path)
    if not path.exists():
        raise FileNotFoundError(f"{path.name} is not in {path.parent.resolve()}")
    return path
