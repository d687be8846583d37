"""The quiz of each notebook, and the questions and predictions worth repeating today.

The questions stand beside this file in Markdown, those of a notebook in <name>.md, by its name in
`helpers/course.py`. `helpers/learner/reading.py` says how they are written.
"""

from datetime import datetime
from pathlib import Path

from helpers import course
from helpers.learner import predictions, progress, reading
from helpers.learner.quiz import Quiz
from helpers.learner.schedule import due

__all__ = ["QUESTIONS", "due_today", "notebook_of", "quiz", "surprises"]

FOLDER = Path(__file__).parent
AT_MOST = 5
NOTHING = "Nothing to repeat today. Each question that you answer comes back here, after a day or some days."


def quiz(number):
    """Return the quiz of the notebook of that number, such as "03"; its file is read anew each time.

    Raises ValueError if there is no such notebook, QuestionError if its file is not as it has to be.
    """
    return Quiz(_questions(course.notebook(number)), number)


def due_today():
    """Return a quiz of at most five questions that are due again, the least remembered first."""
    names = [
        name for name in due(progress.events("answered"), datetime.now().astimezone()) if name in QUESTIONS
    ]
    return Quiz({name: QUESTIONS[name] for name in names[:AT_MOST]}, again=True, nothing=NOTHING)


def surprises(now=None):
    """Return a list of the predictions to make again, each with a link to its place.

    now  datetime with a time zone; None is this moment
    """
    files = {notebook.number: f"{notebook.file}.ipynb" for notebook in course.NOTEBOOKS}
    return predictions.as_list(now or datetime.now().astimezone(), files)


def notebook_of(name):
    """Return the notebook's number in a name of progress: "03" of "quiz.03.half", "03.gradient" and "03"."""
    return name.removeprefix("quiz.").split(".")[0]


def _file(notebook):
    return FOLDER / f"{notebook.name}.md"


def _questions(notebook):
    """Return a dict of the name under which progress keeps an answer -> the question."""
    found = reading.read(_file(notebook))
    return {f"quiz.{notebook.number}.{question.name}": question for question in found}


QUESTIONS = {}
"""Of all notebooks, in the order of the course."""
for _notebook in course.NOTEBOOKS:
    if _file(_notebook).exists():  # a test says which has none; the others work all the same
        QUESTIONS |= _questions(_notebook)
