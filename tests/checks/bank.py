"""A bank of answers written from the tasks alone, as different people write them; test_bank.py tries them.

bank_<notebook>.py holds a dict BANK: the name of a check -> Bank.
"""

from typing import NamedTuple


class Bank(NamedTuple):
    """Answers to one exercise.

    right    list of answers that are right
    wrong    list of pairs: the mistake that has to be told, and an answer that makes it; a mistake is its key
             in the check, or a regular expression of what is said for all checks: rounded, a wrong shape
    general  list of wrong answers of which nothing is known beyond what came and what should
    """

    right: list
    wrong: list
    general: list = []  # noqa: RUF012 - never changed
