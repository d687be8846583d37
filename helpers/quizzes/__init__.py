"""The quiz of each notebook, and the questions worth repeating today.

Every public function works with no argument and returns a Quiz.

start      00_start_here
review     questions of all notebooks that are due again
"""

from helpers.quizzes.catalogue import QUESTIONS
from helpers.quizzes.review import due_today
from helpers.quizzes.start import first_ideas

__all__ = ["QUESTIONS", "due_today", "first_ideas"]
