"""What makes a check of data, solution and mistakes.

A known mistake is written once, with `wrong`: the sentence that names it, and the code that makes it. An
answer is held against what that code gives on the data of the check, and the tests give the code to the check
as an answer.

`function_exercise` asks for a function, `number_exercise` for numbers that belong together, `parts_exercise`
for numbers with mistakes of their own; `exercise` makes a check of a function that judges by hand.
"""

import functools
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from IPython import get_ipython

from helpers.learner import onward, progress
from helpers.learner.diagnosis import refuse_named
from helpers.learner.numbers import as_array, compare, compare_value, copied, numbers_in
from helpers.learner.stubs import is_open, refuse_open, refuse_stub
from helpers.learner.verdict import Feedback, Kind, NotAttempted, Stopped, Unnamed, Wrong
from helpers.learner.wording import has_loop

SOLUTION = "A solution is folded away in the cell above; open it to read it. It passes the same check."
AFTER_AN_ERROR = (
    "The cell that ran just before this one ended with an error. If it was that of your answer, an earlier"
    " answer may be judged here: mend it, then check again. Of what is judged here:"
)
"""Is put in front of a verdict: an answer whose cell has failed leaves the one before it in its place."""
NO_SENTENCE = "This is not right yet. A hint may help."
"""For a mistake without a sentence, which the tests let no check have."""


class Mistake(NamedTuple):
    """A known mistake: the sentence that names it, and what makes it, in one or several ways.

    without_loop  the sentence for a function without a loop, where the other one speaks of loops
    """

    sentence: str
    makes: tuple
    without_loop: str = ""


class AnyOf(NamedTuple):
    """Code that returns a list of results, each of which is the mistake."""

    code: Callable


class Made(NamedTuple):
    """Code without arguments that returns an answer; for answers that take long to make."""

    code: Callable


class Part(NamedTuple):
    """One of several numbers that are asked for: what is right, and its mistakes; code or values."""

    solve: object
    mistakes: dict


def wrong(sentence, *makes, without_loop=""):
    """Return a known mistake.

    sentence  names it, and points at the idea without the answer
    makes     one or several ways to make it: code with the arguments of the solution in their order, `AnyOf`
              such code, or a value; of a check that judges by hand an answer, or `Made` by code

    without_loop  as in `Mistake`
    """
    return Mistake(sentence, makes, without_loop)


def over(total, *divisors):
    """Return a list of what a total, a number or an array, is when it is divided by each of the divisors."""
    return [total / divisor for divisor in divisors]


def function_exercise(name, says, *, solve, on, right, mistakes, hints, nudge=None, meaning=""):
    """Return a check of a function.

    name      under which progress keeps it, the notebook's number first: "03.gradient"
    says      its docstring: "Check gradient(theta, X, y), which returns ..."
    solve     the right function
    on        list of dicts of arguments, on each of which the answer is tried
    right     sentence for an answer that is right
    mistakes  dict of a short key -> `wrong(...)`; where two give the same, the first one is named
    hints     list of two or three, each saying more than the one before
    nudge     called with the arguments, returns what `compare` takes
    meaning   what the shape of the result means: "one entry for each parameter"

    Code of a mistake whose shapes do not fit some of the data gives nothing there.
    """

    def judge(function):
        judge_function(function, solve, on, mistakes, nudge=nudge, meaning=meaning)

    def answers():
        return [(key, one) for key, mistake in mistakes.items() for one in functions_of(mistake, on)]

    return _check(judge, name, says, right, mistakes, hints, answers)


def judge_function(function, solve, on, mistakes, *, nudge=None, meaning=""):
    """Return if a function is right on all data, else raise; the arguments are as in `function_exercise`."""
    try:
        for arguments in on:
            right = solve(*copied(arguments).values())
            compare(function, arguments, right, nudge=nudge and nudge(**arguments), meaning=meaning)
    except Stopped:
        raise
    except Unnamed:
        refuse_named(function, solve, on, lambda arguments: _ways(mistakes, arguments))
        raise


def number_exercise(name, says, *, solve, on, right, mistakes, hints, tolerance, unknown, names=()):
    """Return a check of a number, or of several that belong together.

    solve      code that returns what is right
    on         dict of the arguments of this code, and of that of the mistakes
    tolerance  > 0  how far off an entry may be, for rounding
    unknown    sentence for a wrong answer of no known mistake
    names      what the entries are called, if there are several
    others     as in `function_exercise`
    """

    def judge(answer):
        known = values_of(mistakes, on)
        compare_value(answer, _right(solve, on), known, tolerance=tolerance, unknown=unknown, names=names)

    return _check(judge, name, says, right, mistakes, hints, lambda: values_of(mistakes, on))


def parts_exercise(name, says, *, parts, right, hints, meaning, tolerance, unknown, on=None, together=None):
    """Return a check of several numbers, each with mistakes of its own.

    parts      dict of what is asked -> Part; a mistake's key in the check is (what is asked, its key there)
    meaning    what the numbers are
    unknown    sentence for a wrong number of no known mistake; what is asked is put in front
    together   dict of a key -> `wrong(...)`, mistakes in all the numbers at once, which are named first
    others     as in `number_exercise`
    """
    on, together = on or {}, together or {}
    mistakes = together | {
        (what, key): known for what, part in parts.items() for key, known in part.mistakes.items()
    }
    values = {what: _right(part.solve, on) for what, part in parts.items()}

    def judge(answer):
        several = isinstance(answer, tuple | list) and len(answer) == len(parts)
        found = answer if several else numbers_in("The answer is", answer, (len(parts),), meaning)
        for key, value in values_of(together, on):
            if not any(map(is_open, found)) and np.array_equal(as_array(found), value):
                raise Wrong(key)
        given = dict(zip(parts, found, strict=True))
        for what, number in given.items():
            if not is_open(number):
                compare_value(
                    number,
                    values[what],
                    [((what, key), value) for key, value in values_of(parts[what].mistakes, on)],
                    tolerance=tolerance,
                    unknown=f"{what}: {unknown}",
                    subject=f"{what}: the answer is",
                )
        refuse_open(given)

    def answers():
        return values_of(together, on) + [
            ((what, key), [*(values | {what: value}).values()])
            for what, part in parts.items()
            for key, value in values_of(part.mistakes, on)
        ]

    return _check(judge, name, says, right, mistakes, hints, answers)


def exercise(name, *, right, mistakes, hints):
    """Return a decorator that makes a check of a function that judges by hand.

    That function is called with the answer, and returns if it is right; else it raises the verdict. The other
    arguments are those of `function_exercise`; what makes a mistake is an answer.
    """

    def answers():
        return [
            (key, make.code() if isinstance(make, Made) else make)
            for key, mistake in mistakes.items()
            for make in mistake.makes
        ]

    def decorate(judge):
        return _check(judge, name, judge.__doc__, right, mistakes, hints, answers)

    return decorate


def values_of(mistakes, arguments):
    """Return a list of pairs: the key of a mistake, and what its code gives on these arguments."""
    return [(key, value) for (key, _), values in _ways(mistakes, arguments).items() for value in values]


def _ways(mistakes, arguments):
    """Return a dict: the key of a mistake and the number of a way to make it -> a list of what that gives."""
    return {
        (key, number): _results(make, arguments)
        for key, mistake in mistakes.items()
        for number, make in enumerate(mistake.makes)
    }


def _results(make, arguments):
    """Return a list of what one way to make a mistake gives; an empty one where shapes do not fit."""
    code = make.code if isinstance(make, AnyOf) else make
    try:
        with np.errstate(all="ignore"):
            result = code(*copied(arguments).values()) if callable(code) else code
        results = [np.asarray(one, dtype=float) for one in (result if isinstance(make, AnyOf) else [result])]
    except (ValueError, IndexError):
        return []
    return results


def functions_of(mistake, on):
    """Return the functions that make a mistake on these data, as answers."""
    functions = []
    for make in mistake.makes:
        if isinstance(make, AnyOf):
            count = next(filter(None, (len(_results(make, arguments)) for arguments in on)))
            functions += [functools.partial(_one_of, make.code, k) for k in range(count)]
        else:
            functions.append(make)
    return functions


def _one_of(code, k, *arguments):
    return code(*arguments)[k]


def _right(solve, on):
    return as_array(solve(*copied(on).values()) if callable(solve) else solve)


def _check(judge, name, says, right, mistakes, hints, answers):
    """Return the check that a judge makes.

    It is called with the answer. With keep=False it belongs to the course's own solution: nothing is
    recorded, no hint is offered. Its `answers` gives pairs: a mistake's key, and an answer that makes it.
    """

    def check(answer, keep=True):
        feedback = _feedback(judge, answer, right, mistakes)
        if not keep:
            return Feedback(Kind.SOLUTION, SOLUTION) if feedback.passed else feedback
        if _the_cell_before_failed():
            feedback.message = f"{AFTER_AN_ERROR} {feedback.message}"
        if feedback.passed:
            trouble = progress.record("solved", name)
            feedback.message += f" {trouble}" if trouble else ""
            feedback.onward = onward.after_exercise(name)
        else:
            feedback.hints = list(hints)
        feedback.solved = onward.solved_numbers(name[:2])
        return feedback

    onward.add(name)

    check.__name__ = check.__qualname__ = f"check_{name[3:]}"
    check.__doc__, check.__module__ = says, judge.__module__
    check.name, check.right, check.hints = name, right, list(hints)
    check.mistakes, check.answers = dict(mistakes), answers
    return check


def _the_cell_before_failed():
    """Say whether the cell that ran before the one that runs now raised, where there are cells at all."""
    shell = get_ipython()
    return shell is not None and not shell.last_execution_succeeded


def _feedback(judge, answer, right, mistakes):
    """Return the Feedback that a judge's verdict comes to."""
    try:
        refuse_stub(answer)
        judge(answer)
    except NotAttempted as verdict:
        return Feedback(Kind.NOT_ATTEMPTED, verdict.sentence)
    except Unnamed as verdict:
        return Feedback(Kind.NOT_YET, verdict.sentence, detail=verdict.detail)
    except Wrong as verdict:
        return Feedback(Kind.NOT_YET, _sentence(mistakes.get(verdict.key), answer) + verdict.more)
    return Feedback(Kind.RIGHT, right)


def _sentence(mistake, answer):
    """Return the sentence on an answer that makes a known mistake, None if it has none."""
    if mistake is None:
        return NO_SENTENCE
    return mistake.sentence if not mistake.without_loop or has_loop(answer) else mistake.without_loop
