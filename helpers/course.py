"""The one list of the course's notebooks: what each is called, what it has, and what it needs.

README's table, the map in notebook 00, progress and the tests read this list, or are held to it.
"""

from typing import NamedTuple


class Notebook(NamedTuple):
    """One notebook of the course.

    file        in `notebooks/`, without its ending; it begins with the notebook's number
    name        of its file in each of `helpers/widgets/`, `helpers/checks/` and `helpers/quizzes/`
    title       as the map of the course shows it, without the number
    about       what it is about, in a few words, as README says it
    minutes     what a newcomer needs, in all its sittings
    exercises   how many it has
    tensorflow  whether it needs TensorFlow
    """

    file: str
    name: str
    title: str
    about: str
    minutes: int
    exercises: int
    tensorflow: bool = False

    @property
    def number(self):
        """Return the number of the notebook, such as "03"."""
        return self.file[:2]


NOTEBOOKS = (
    Notebook("00_start_here", "start", "Start here", "x", 60, 2),
    Notebook("01_network_structure", "structure", "Network structure", "x", 120, 6),
    Notebook("02_loss", "loss", "Loss", "x", 100, 5),
    Notebook("03_gradient_descent", "descent", "Gradient descent", "x", 120, 6),
    Notebook("04_keras_linear_regression", "keras", "Keras: linear regression", "x", 100, 5, tensorflow=True),
    Notebook("13_where_next", "onward", "Where next", "x", 60, 0),
)
"""In the order of the course."""


def notebook(number):
    """Return the Notebook of a number such as "03"; raises ValueError if there is none."""
    for one in NOTEBOOKS:
        if one.number == number:
            return one
    known = ", ".join(one.number for one in NOTEBOOKS)
    raise ValueError(f"no notebook has the number {number!r}; there are {known}")
