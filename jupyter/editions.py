"""The learner's own copy of the notebooks, and how new editions reach it.

python jupyter/editions.py notebooks my-course

A notebook in which nothing was written is brought up to date. One in which something was written stays as it
is, and the new edition is laid beside it. So nobody's work is in the way of an update, and none is lost.
"""

import hashlib
import json
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

RECORD = ".handed-out.json"
ARRIVED = "{}: the new edition has arrived."
BESIDE = "{}: you have written in yours, which stays as it is; the new edition lies beside it, as {}."


def hand_out(stored, own):
    """Bring the notebooks of a folder into the learner's own; return a sentence for each new edition.

    stored, own  Path; own is made if need be, and keeps in RECORD which edition of each it was given

    Raises OSError if own cannot be written.
    """
    own.mkdir(exist_ok=True)
    handed, news = _recorded(own / RECORD), []
    for path in sorted(stored.glob("*.ipynb")):
        edition, mine = written_in(path), own / path.name
        if not mine.exists():
            _copy(path, mine)
        elif edition not in (handed.get(path.name), written_in(mine)):
            place = mine if written_in(mine) == handed.get(path.name) else _beside(mine, handed)
            _copy(path, place)
            handed[place.name] = edition
            news.append((ARRIVED if place == mine else BESIDE).format(path.stem, place.name))
        handed[path.name] = edition
    _write(own / RECORD, json.dumps(handed, indent=1))
    return news


def written_in(path):
    """Return a digest of what is written in a notebook's cells; to run them changes nothing of it.

    What is no notebook has a digest of its own, which no edition has.
    """
    content = path.read_bytes()
    with suppress(ValueError, KeyError, TypeError):
        cells = [[cell["cell_type"], "".join(cell["source"])] for cell in json.loads(content)["cells"]]
        content = json.dumps(cells).encode()
    return hashlib.sha256(content).hexdigest()


def _beside(mine, handed):
    """Return where to lay a new edition: a name that is free, or whose notebook is as it was handed out."""
    for number in ("", *(f" {k}" for k in range(2, 1000))):
        place = mine.with_stem(f"{mine.stem} (new edition{number})")
        if not place.exists() or written_in(place) == handed.get(place.name):
            return place
    raise FileExistsError(f"{mine} has a thousand new editions beside it; delete or rename some")


def _recorded(path):
    with suppress(OSError, ValueError):
        if isinstance(record := json.loads(path.read_text(encoding="utf-8")), dict):
            return record
    return {}


def _copy(path, place):
    """Copy whole or not at all."""
    shutil.copyfile(path, part := place.with_suffix(".part"))
    os.replace(part, place)


def _write(path, text):
    (part := path.with_suffix(".part")).write_text(text, encoding="utf-8")
    os.replace(part, path)


if __name__ == "__main__":
    try:
        for sentence in hand_out(*map(Path, sys.argv[1:])):
            print(sentence)
    except OSError as error:
        sys.exit(f"Your copies cannot be written: {error}. To go on: make lab FOLDER=notebooks")
