"""The few questions most worth repeating today."""

from datetime import datetime

from helpers.learner import progress
from helpers.learner.quiz import Quiz
from helpers.learner.schedule import due
from helpers.quizzes.catalogue import QUESTIONS

AT_MOST = 5
NOTHING = "Nothing to repeat today. Each question that you answer in a quiz comes back here after some days."


def due_today():
    """Return a quiz of at most five questions that are due again, the least remembered first."""
    names = [
        name for name in due(progress.events("answered"), datetime.now().astimezone()) if name in QUESTIONS
    ]
    return Quiz({name: QUESTIONS[name] for name in names[:AT_MOST]}, again=True, nothing=NOTHING)
