"""The one list of the course's notebooks: what each is called, what it has, and what it needs.

Progress, the static edition, the explorers and the exercises are found by this list. README's table, the map
in notebook 00, the teacher's plan and each notebook's first cell are held to it by tests/test_course.py.
"""

from typing import NamedTuple

PARTS = {"I": "the foundations", "II": "networks that learn", "III": "applications"}
"""Number of each part -> what it is about."""


class Notebook(NamedTuple):
    """One notebook of the course.

    file        in `notebooks/`, without its ending; it begins with the notebook's number
    name        of its file in each of `helpers/widgets/`, `helpers/checks/` and `helpers/quizzes/`
    title       without the number
    part        of the course: "I", "II" or "III"
    about       what it is about, in a few words, as README says it
    minutes     what a newcomer needs, in all its sittings
    exercises   how many it has
    tensorflow  whether it needs TensorFlow
    explorers   whether it has any
    """

    file: str
    name: str
    title: str
    part: str
    about: str
    minutes: int
    exercises: int
    tensorflow: bool = False
    explorers: bool = True

    @property
    def number(self):
        """Return the number of the notebook, such as "03"."""
        return self.file[:2]

    @property
    def heading(self):
        """Return the number and the title, such as "03 Gradient descent"."""
        return f"{self.number} {self.title}"


NOTEBOOKS = (
    Notebook(
        file="00_start_here",
        name="start",
        title="Start here",
        part="I",
        about="what deep learning is; a line fitted by hand; how to use the course",
        minutes=80,
        exercises=2,
    ),
    Notebook(
        file="01_network_structure",
        name="structure",
        title="Network structure",
        part="I",
        about="a neuron, layers as matrices, why non-linearity",
        minutes=120,
        exercises=6,
    ),
    Notebook(
        file="02_loss",
        name="loss",
        title="Loss",
        part="I",
        about="how wrong a model is, as one number",
        minutes=120,
        exercises=5,
    ),
    Notebook(
        file="03_gradient_descent",
        name="descent",
        title="Gradient descent",
        part="I",
        about="both updates derived; the learning rate; batches; scaling",
        minutes=120,
        exercises=6,
    ),
    Notebook(
        file="04_keras_linear_regression",
        name="keras",
        title="Keras: linear regression",
        part="I",
        about="the same in Keras, line by line, then a hidden layer",
        minutes=120,
        exercises=5,
        tensorflow=True,
    ),
    Notebook(
        file="05_classification",
        name="classification",
        title="Classification",
        part="II",
        about="from a number to a class: sigmoid, softmax, cross-entropy; real handwriting",
        minutes=120,
        exercises=6,
        tensorflow=True,
    ),
    Notebook(
        file="06_backpropagation",
        name="backpropagation",
        title="Backpropagation",
        part="II",
        about="the gradient through hidden layers, by hand and by machine; a playground",
        minutes=100,
        exercises=5,
        tensorflow=True,
    ),
    Notebook(
        file="07_training_efficiently",
        name="efficiency",
        title="Training efficiently",
        part="II",
        about="a good beginning, momentum and Adam, batches, many machines",
        minutes=100,
        exercises=5,
        tensorflow=True,
    ),
    Notebook(
        file="08_generalisation",
        name="generalisation",
        title="Generalisation",
        part="II",
        about="over-fitting, and what each remedy really brings on ten kinds of animals",
        minutes=110,
        exercises=5,
        tensorflow=True,
    ),
    Notebook(
        file="09_interpretability",
        name="interpretability",
        title="Interpretability",
        part="II",
        about="what a network looks at, and when such pictures lie",
        minutes=120,
        exercises=5,
        tensorflow=True,
    ),
    Notebook(
        file="10_seeing",
        name="seeing",
        title="Seeing",
        part="III",
        about="convolution by hand; a small Inception network that tells ten animals apart",
        minutes=120,
        exercises=5,
        tensorflow=True,
    ),
    Notebook(
        file="11_writing",
        name="writing",
        title="Writing",
        part="III",
        about="text as numbers, counting, attention by hand; a small GPT",
        minutes=120,
        exercises=5,
        tensorflow=True,
    ),
    Notebook(
        file="12_listening",
        name="listening",
        title="Listening",
        part="III",
        about="sound as numbers, spectra, vowels; spoken digits, and voices never heard",
        minutes=120,
        exercises=5,
        tensorflow=True,
    ),
    Notebook(
        file="13_where_next",
        name="onward",
        title="Where next",
        part="III",
        about="six methods on the same data, three projects to start, tools, books, questions, the glossary",
        minutes=60,
        exercises=0,
        explorers=False,
    ),
)
"""In the order of the course."""


def notebook(number):
    """Return the Notebook of a number such as "03"; raises ValueError if there is none."""
    for one in NOTEBOOKS:
        if one.number == number:
            return one
    known = ", ".join(one.number for one in NOTEBOOKS)
    raise ValueError(f"no notebook has the number {number!r}; there are {known}")
