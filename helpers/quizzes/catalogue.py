"""All questions of all quizzes."""

from helpers.quizzes import descent, keras, loss, onward, start, structure

MODULES = [start, structure, loss, descent, keras, onward]
QUESTIONS = {name: question for module in MODULES for name, question in module.QUESTIONS.items()}
"""The name under which an answer is kept -> the question."""


def notebook_of(name):
    """Return the notebook's number in a name of progress: "03" of "quiz.03.half", "03.gradient" and "03"."""
    return name.removeprefix("quiz.").split(".")[0]
