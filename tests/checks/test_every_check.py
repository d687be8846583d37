"""What every exercise's check owes the learner, tried on each with the answers known of it.

A new check needs an entry in tests/checks/answers_<notebook>.py, and nothing here.
"""

import ast
import importlib
import inspect
import pkgutil
import re
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from helpers import checks
from helpers.learner import progress
from helpers.learner.exercise import NO_SENTENCE
from helpers.learner.verdict import Kind

MODULES = [importlib.import_module(path.stem) for path in sorted(Path(__file__).parent.glob("answers_*.py"))]
ANSWERS = {name: answers for module in MODULES for name, answers in module.ANSWERS.items()}


class Hostile:
    """Raises whatever is done with it."""

    def __array__(self, *_, **__):
        raise RuntimeError("no array")

    def __eq__(self, _):
        raise RuntimeError("no comparison")

    def __call__(self, *_):
        raise RuntimeError("no call")

    def __len__(self):
        raise RuntimeError("no length")

    __hash__ = None


GARBAGE = {
    "None": None,
    "a string": "theta",
    "a list of lists": [[1, 2], [3]],
    "NaN": float("nan"),
    "NaN in an array": np.array([np.nan, 1, 2]),
    "inf": -np.inf,
    "a complex number": 1 + 2j,
    "complex numbers": np.array([1j, 2]),
    "huge": 10**400,
    "huge and real": np.array([1e300, -1e300]),
    "a generator": (k for k in range(3)),
    "a class": np.ndarray,
    "a module": np,
    "True": True,
    "bytes": b"1 2",
    "a dict": {"theta": 1},
    "a set": {1, 2},
    "empty": [],
    "an empty array": np.empty((0, 2)),
    "objects": np.array([None, "a"], dtype=object),
    "a date": np.datetime64("2025-01-01"),
    "five dimensions": np.ones((1, 2, 1, 2, 1)),
    "an object that raises": Hostile(),
    "a matrix": np.asmatrix([[1.0, 2.0]]),
    "a masked array": np.ma.masked_array([1.0, 2.0], mask=[True, False]),
    "an exception": ValueError("wrong"),
    "NotImplemented": NotImplemented,
}


@pytest.fixture(params=checks.__all__)
def name(request):
    return request.param


@pytest.fixture
def check(name):
    return getattr(checks, name)


@pytest.fixture
def answers(name):
    return ANSWERS[name]


def each(value):
    return value if isinstance(value, list) else [value]


def said_of(mistake):
    """Return the sentence on a mistake, and the one for functions without a loop, if it has one."""
    return [sentence for sentence in (mistake.sentence, mistake.without_loop) if sentence]


def refused(feedback):
    """Assert that an answer is called wrong, in words, and that nothing is kept of it; return the words."""
    assert not feedback.passed
    assert feedback.kind in {Kind.NOT_YET, Kind.NOT_ATTEMPTED}
    assert 20 < len(feedback.message) < 500
    assert feedback.message != NO_SENTENCE
    assert not progress.solved()
    return feedback.message


def test_every_check_is_exported_and_has_known_answers():
    written = {
        name
        for module in pkgutil.iter_modules(checks.__path__)
        for name, value in vars(importlib.import_module(f"helpers.checks.{module.name}")).items()
        if name.startswith("check_") and callable(value)
    }
    assert written == {*checks.__all__} == {*ANSWERS}
    names = [getattr(checks, name).name for name in checks.__all__]
    assert len({*names}) == len(names), "two exercises share a name, so solving one would solve the other"


def test_says_what_it_takes(name, check):
    assert check.__doc__.startswith("Check ")
    assert re.fullmatch(r"\d\d\.\w+", check.name)
    assert check.name[3:] == name.removeprefix("check_")
    assert [*inspect.signature(check).parameters][1:] == ["keep"]


def test_names_enough_mistakes_each_in_a_sentence_of_its_own(check):
    sentences = [sentence for mistake in check.mistakes.values() for sentence in said_of(mistake)]
    assert len(check.mistakes) >= 5
    assert len({*sentences, check.right}) == len(sentences) + 1
    for sentence in [*sentences, check.right]:
        assert sentence.endswith((".", "?")), sentence
        assert len(sentence.split()) <= 40, sentence
        assert "$" not in sentence, "only hints show formulas"


def test_has_two_or_three_hints(check):
    assert 2 <= len(check.hints) <= 3
    for hint in check.hints:
        assert len(hint.split()) <= 50
        assert hint.count("$") % 2 == 0
        assert hint.count("`") % 2 == 0


def test_right_answers_pass_and_are_kept(check, answers):
    for answer in answers.right:
        feedback = check(answer)
        assert feedback.passed, feedback
        assert (feedback.kind, feedback.message, feedback.hints) == (Kind.RIGHT, check.right, [])
    assert progress.solved() == {check.name}


def test_the_solution_passes_and_nothing_is_kept(check, answers):
    feedback = check(answers.right[0], keep=False)
    assert (feedback.passed, feedback.kind, feedback.hints) == (True, Kind.SOLUTION, [])
    assert check.right not in feedback.message, "it would give the answer away"
    assert not progress.events()


def stub(*arguments): ...


def stub_that_returns(*arguments):
    result = ...
    return result


def stub_that_goes_on(*arguments):
    result = ...
    return result + 1


@pytest.mark.parametrize("answer", [..., (..., ...), stub])
def test_the_stub_is_not_attempted(check, answer):
    feedback = check(answer)
    refused(feedback)
    assert feedback.kind is Kind.NOT_ATTEMPTED
    assert feedback.hints == check.hints


@pytest.mark.parametrize("answer", [stub_that_returns, stub_that_goes_on])
def test_the_stub_of_a_function_with_some_code_is_not_attempted(check, answers, answer):
    if inspect.isfunction(answers.right[0]):  # a Keras model can be called too
        assert check(answer).kind is Kind.NOT_ATTEMPTED
        refused(check(answer))


def test_what_makes_a_mistake_is_told_the_sentence_of_that_mistake(check):
    """It fails for a mistake that is right on the data, or gives what an earlier one gives, or nothing."""
    made = check.answers()
    assert {key for key, _ in made} == {*check.mistakes}
    for key, answer in made:
        feedback = check(answer)
        assert refused(feedback) in said_of(check.mistakes[key]), f"{key}, {answer}: {feedback}"
        assert feedback.hints == check.hints


def test_other_ways_to_make_a_mistake_are_told_its_sentence(check, answers):
    for key, wrong in answers.mistakes.items():
        for answer in each(wrong):
            assert refused(check(answer)) in said_of(check.mistakes[key]), f"{key}, {answer}: {check(answer)}"


def literal_keys(module):
    """Yield the key of every `Wrong("...")` in the source of a module of checks."""
    for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Wrong":
            with suppress(ValueError):
                yield ast.literal_eval(node.args[0])


def test_a_key_that_is_raised_by_name_has_a_sentence():
    for module in pkgutil.iter_modules(checks.__path__):
        module = importlib.import_module(f"helpers.checks.{module.name}")
        made = [value for name, value in vars(module).items() if name.startswith("check_")]
        known = {key for check in made for key in check.mistakes}
        assert {*literal_keys(module)} <= known, module.__name__


def test_other_wrong_answers_are_described(check, answers):
    assert len(answers.others) >= 3
    for words, wrong in answers.others.items():
        for answer in each(wrong):
            assert words in refused(check(answer))


COUNTS = {"check_count", "check_updates", "check_early_stop", "check_first_of_doubles", "check_hottest"}
COUNTS |= {"check_places", "check_module_parameters", "check_receptive_field"}
COUNTS |= {"check_merged", "check_gpt_parameters", "check_collapsed"}
"""Checks of functions that return whole numbers."""


@pytest.mark.parametrize("digits", range(1, 5))
def test_rounded_results_of_a_function_are_never_right(name, check, answers, digits):
    right = answers.right[0]
    if inspect.isfunction(right) and name not in COUNTS:
        assert "rounded" in refused(check(lambda *arguments: np.round(right(*arguments), digits)))


def test_an_answer_a_little_off_is_not_right(check, answers):
    for answer in answers.right:
        if callable(answer):
            refused(check(lambda *arguments, answer=answer: np.asarray(answer(*arguments)) * (1 + 1e-4)))
            refused(check(lambda *arguments, answer=answer: np.asarray(answer(*arguments)) + 1e-4))
        elif np.asarray(answer).dtype.kind in "iuf":
            refused(check(np.asarray(answer) * 1.05))


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_garbage_neither_passes_nor_raises(check, garbage):
    refused(check(garbage))


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_functions_that_return_garbage_neither_pass_nor_raise(check, garbage):
    refused(check(lambda *_: garbage))
    refused(check(lambda *_: [garbage, garbage]))
    refused(check(lambda *_: (garbage, 1.0)))


@pytest.mark.parametrize("answer", [lambda: 1, lambda *_, needed: 1, int, print, np.linalg.inv, exit])
def test_functions_that_cannot_be_called_so_neither_pass_nor_raise(check, answer, capsys):
    refused(check(answer))


def test_its_data_stay_as_they_are(check, answers):
    """A function that spoils what it is given is found out, and leaves the next check as it was."""

    def spoils(*arguments):
        for argument in arguments:
            if isinstance(argument, np.ndarray):
                argument[...] = 7
        return 7.0

    refused(check(spoils))
    assert check(answers.right[0]).passed
