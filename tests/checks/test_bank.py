"""Each answer of the bank: a right one passes, a wrong one is told the mistake that it makes."""

import functools
import importlib
import re
from pathlib import Path

import pytest

from helpers import checks
from helpers.learner import progress

MODULES = [importlib.import_module(path.stem) for path in sorted(Path(__file__).parent.glob("bank_*.py"))]
BANK = {name: bank for module in MODULES for name, bank in module.BANK.items()}
GENERAL = re.compile(
    r"it should be|is not it\.|nudging theta|it raised|is (not )?right[,.] .*(Write|Follow)"
    r"|Which numbers flow|does not make|so the step gives"
)
"""What is said where no mistake is named."""


@pytest.fixture(params=sorted(BANK))
def name(request):
    return request.param


@functools.cache
def told(name):
    """Return a list of what each wrong answer of a check has to be told, the answer, and its Feedback."""
    check, bank = getattr(checks, name), BANK[name]
    wrong = [*bank.wrong, *((None, answer) for answer in bank.general)]
    return [(mistake, answer, check(answer)) for mistake, answer in wrong]


def is_named(name, mistake, message):
    """Say whether a message names a mistake, as Bank has it; None is a mistake without a name."""
    known = getattr(checks, name).mistakes.get(mistake)
    if known:
        return message in (known.sentence, known.without_loop)
    return mistake is not None and re.search(mistake, message) is not None


def test_every_check_has_answers_in_the_bank():
    assert {*BANK} == {*checks.__all__}
    for bank in BANK.values():
        assert len(bank.right) >= 5
        assert len(bank.wrong) >= 12


def test_right_answers_pass(name):
    for number, answer in enumerate(BANK[name].right):
        feedback = getattr(checks, name)(answer)
        assert feedback.passed, f"{number}, {answer}: {feedback}"


def test_no_wrong_answer_is_called_right(name):
    assert not [(mistake, answer) for mistake, answer, feedback in told(name) if feedback.passed]
    assert not progress.solved()


def test_wrong_answers_are_told_their_mistake(name):
    """One without a name is told no mistake at all: what is said of it is true."""
    for number, (mistake, answer, feedback) in enumerate(told(name)):
        if mistake is None:
            assert GENERAL.search(feedback.message), f"{number}, {answer}: {feedback}"
        else:
            assert is_named(name, mistake, feedback.message), f"{number}, {answer}, {mistake}: {feedback}"


def test_nearly_all_wrong_answers_have_a_name():
    verdicts = [is_named(name, mistake, one.message) for name in BANK for mistake, _, one in told(name)]
    print(f"{sum(verdicts)} of {len(verdicts)} wrong answers are told their mistake")
    assert len(verdicts) >= 500
    assert sum(verdicts) >= 0.95 * len(verdicts)
