"""The kinds of questions, and what each says of an answer.

Texts may hold formulas in dollars and code in backticks. Options are plain text, their mathematics Unicode.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from helpers.learner.verdict import Kind


class Verdict(NamedTuple):
    """What a question says of an answer.

    correct  bool; None if there was no answer to judge
    text     the explanation of what was chosen
    """

    correct: bool | None
    text: str

    @property
    def kind(self):
        """Return the Kind of the verdict."""
        return {True: Kind.RIGHT, False: Kind.NOT_YET, None: Kind.NOT_ATTEMPTED}[self.correct]


class Option(NamedTuple):
    """One option to choose.

    name   short, and never changed: what was chosen is kept under it
    text   what is shown
    holds  whether it is right
    why    the explanation; of a wrong one, of this very mistake
    """

    name: str
    text: str
    holds: bool
    why: str


@dataclass(frozen=True)
class Choice:
    """A question with one right option; an answer is the name of an option, or None.

    name     short, and never changed: what was answered is kept under it
    text     the question
    options  list of Option, in the order shown
    """

    name: str
    text: str
    options: list

    def judge(self, answer):
        """Return the Verdict on an answer."""
        for option in self.options:
            if option.name == answer:
                return Verdict(option.holds, option.why)
        return Verdict(None, "Choose one of the options first.")


@dataclass(frozen=True)
class Several:
    """A question with several right options; an answer is a list of the names of those that are ticked.

    As Choice; `why` of an option that holds is said once all is right.
    """

    name: str
    text: str
    options: list

    def judge(self, answer):
        """Return the Verdict on an answer."""
        ticked = [option for option in self.options if option.name in (answer or [])]
        if not ticked:
            return Verdict(None, "Tick every option that holds first.")
        missing = sum(option.holds and option not in ticked for option in self.options)
        false = [f"“{option.text}” does not hold: {option.why}" for option in ticked if not option.holds]
        if not missing and not false:
            return Verdict(True, " ".join(option.why for option in ticked))
        more = {0: [], 1: ["One that holds is not ticked yet."]}
        return Verdict(
            False, "\n".join(false + more.get(missing, [f"{missing} options that hold are not ticked yet."]))
        )


@dataclass(frozen=True)
class Number:
    """A question whose answer is a number, given as text: 0.25, 0,25, -3, 1/4, 3,000 or 2e-3.

    name       short, and never changed
    text       the question
    value      what is right
    why        its explanation
    tolerance  how far off an answer may be
    mistakes   dict of a wrong number -> the explanation of that very mistake
    otherwise  what helps with any other number, without giving it away
    """

    name: str
    text: str
    value: float
    why: str
    otherwise: str
    tolerance: float = 0.005
    mistakes: dict = field(default_factory=dict)

    def judge(self, answer):
        """Return the Verdict on an answer."""
        if not (answer or "").strip():
            return Verdict(None, "Type a number first.")
        readings = _readings(answer)
        if not readings:
            return Verdict(
                None, f"“{answer.strip()}” is not read as a number; write it like 0.25, -3 or 1/4."
            )
        if self._is_near(self.value, readings):
            return Verdict(True, self.why)
        for mistake, why in self.mistakes.items():
            if self._is_near(mistake, readings):
                return Verdict(False, why)
        return Verdict(False, self.otherwise)

    def _is_near(self, value, readings):
        return any(abs(number - value) <= self.tolerance for number in readings)


_THOUSANDS = re.compile(r"[-−]?[1-9]\d{0,2}(,\d{3})+")


def _readings(text):
    """Return the numbers that a text may mean: "3,000" is 3 with decimals, or three thousand."""
    texts = [text] + [text.replace(",", "")] * bool(_THOUSANDS.fullmatch(text.strip()))
    return [number for number in map(as_number, texts) if number is not None]


def as_number(text):
    """Return the number that a learner typed as a float, or None if it is none."""
    plain = text.strip().replace("−", "-").replace(",", ".")
    try:
        number = float(Fraction(plain.replace(" ", "")))
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return number
