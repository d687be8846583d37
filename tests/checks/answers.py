"""What is known of the answers to an exercise: answers_<notebook>.py lists it, test_every_check tries it."""

from typing import NamedTuple


class Answers(NamedTuple):
    """Known answers to one exercise.

    right     list of answers that are right, written in different ways
    mistakes  dict of a mistake's key -> an answer that makes it in another way than its own code, or a list
    others    dict of a part of the message -> an answer that is wrong without a name: a wrong shape, a change
              of the caller's arrays, numbers from the notebook
    """

    right: list
    mistakes: dict = {}  # noqa: RUF012 - never changed
    others: dict = {}  # noqa: RUF012 - never changed
