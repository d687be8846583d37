"""The quiz of each notebook, and the questions worth repeating today.

Every public function works with no argument and returns a Quiz.

start      00_start_here
structure  01_network_structure
loss       02_loss
descent    03_gradient_descent
keras      04_keras_linear_regression
onward     13_where_next
review     questions of all notebooks that are due again
"""

from helpers.quizzes.catalogue import QUESTIONS
from helpers.quizzes.descent import the_way_down
from helpers.quizzes.keras import reading_keras
from helpers.quizzes.loss import what_loss_says
from helpers.quizzes.onward import judging_models
from helpers.quizzes.review import due_today
from helpers.quizzes.start import first_ideas
from helpers.quizzes.structure import neurons_and_layers

__all__ = [
    "QUESTIONS",
    "due_today",
    "first_ideas",
    "judging_models",
    "neurons_and_layers",
    "reading_keras",
    "the_way_down",
    "what_loss_says",
]
