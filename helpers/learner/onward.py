"""How much of a notebook is done, and what comes next in it or after it.

A place is a text with the class "place", and data that say where it is; the course's extension for JupyterLab
makes a link of it. Without the extension it is a text.
"""

import html
from typing import NamedTuple

from IPython.display import JSON

from helpers import course
from helpers.learner import progress

EXERCISES = {one.number: [] for one in course.NOTEBOOKS}
"""Number of a notebook -> the names of its exercises, in its order; each check adds its own."""


class Place(NamedTuple):
    """A place to go to.

    words     what it is called
    notebook  its file in `notebooks/`, without its ending
    where     the number of an exercise, such as "1.2"; "quiz"; or "", the top
    """

    words: str
    notebook: str
    where: str = ""

    def as_html(self):
        """Return it as HTML."""
        return (
            f'<span class="place" data-notebook="{self.notebook}.ipynb" data-place="{self.where}">'
            f"{html.escape(self.words)}</span>"
        )


def add(name):
    """Note an exercise, such as "03.gradient"; those of a notebook come in its order."""
    names = EXERCISES.get(name[:2])
    if names is not None and name not in names:
        names.append(name)


def solved_numbers(notebook):
    """Return the numbers of the exercises of a notebook that are solved, as a list such as ["1.1", "1.3"]."""
    solved = progress.solved()
    return [number for number, name in _numbered(notebook) if name in solved]


def solved_as_json(notebook):
    """Return what `solved_numbers` returns as JSON, for the bar above a notebook that knows its checks."""
    return JSON(solved_numbers(notebook))


def open_exercises(notebook, after=None):
    """Return the Place of each exercise that is not solved; those after the one of a name come first."""
    numbered, solved = _numbered(notebook), progress.solved()
    start = next((k for k, (_, name) in enumerate(numbered) if name == after), 0)
    around = numbered[start:] + numbered[:start]
    file = course.notebook(notebook).file if numbered else ""
    return [Place(f"exercise {number}", file, number) for number, name in around if name not in solved]


def after_exercise(name):
    """Return how many exercises are done, and the Place that comes next; None beyond the course."""
    notebook = name[:2]
    total = len(EXERCISES.get(notebook, []))
    if not total:
        return None
    left = open_exercises(notebook, after=name)
    if left:
        return f"{total - len(left)} of {total} done.", left[0]
    return f"All {total} done.", Place("the quiz", course.notebook(notebook).file, "quiz")


def next_notebook(notebook):
    """Return the Place of the notebook that follows the one of a number, or None."""
    following = (Place(one.heading, one.file) for one in course.NOTEBOOKS if one.number > notebook)
    return next(following, None)


def _numbered(notebook):
    """Return a list of pairs: the number of an exercise, such as "1.2", and its name."""
    names = EXERCISES.get(notebook, [])
    return [(f"{int(notebook)}.{count}", name) for count, name in enumerate(names, start=1)]
