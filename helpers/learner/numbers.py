"""Hold an answer's numbers against what is right, and against what known mistakes give.

`compare` and `compare_value` return if the answer is right. Else they raise: `Wrong` if a known mistake gives
the same, `Unnamed` with what there is to say if none does, `NotAttempted` if something is still missing.
"""

from decimal import Decimal
from itertools import pairwise
from numbers import Real

import numpy as np

from helpers.learner import running, wording
from helpers.learner.ideas import idea_of
from helpers.learner.running import TimeIsUp, line_of, run
from helpers.learner.stubs import is_open
from helpers.learner.verdict import NotAttempted, Stopped, Unnamed, Wrong

CLOSE = 1e-6
COMMA = " If a decimal comma was meant: Python writes numbers with a point, not a comma, `4.5`."


def compare(function, arguments, right, *, nudge=None, meaning=""):
    """Call the learner's function on copies of the arguments, and judge what it returns.

    function   the answer
    arguments  dict of name -> value, in the order of the call
    right      number or array that it should return
    nudge      called with an index, returns what nudging that parameter says of the entry there
    meaning    what the shape means: "one entry for each parameter"
    """
    if not callable(function):
        raise Unnamed(f"The check needs a function, but it was given {wording.kind(function)}.")
    given = copied(arguments)
    outcome, call = run(function, *given.values()), wording.call_of(function, arguments)
    try:
        if outcome.error is not None:
            _explain(outcome.error, call)
        _judge(outcome, right, nudge, meaning)
    except Unnamed as verdict:
        sentence = verdict.sentence + wording.from_outside(function, arguments)
        raise type(verdict)(sentence, wording.written_out(call, arguments)) from None
    for name, value in arguments.items():
        if isinstance(value, np.ndarray | list) and not np.array_equal(value, given[name]):
            raise Unnamed(wording.changed(name, value), wording.written_out(call, arguments))


def compare_value(answer, right, wrong=(), *, tolerance, unknown, names=(), subject="The answer is"):
    """Judge a number, or several, that the learner found; what is right is never said.

    answer     the answer
    right      number or (k,) array
    wrong      list of pairs: a mistake's key, and what that mistake gives; the first that fits counts
    tolerance  > 0  how far off an entry may be, for rounding
    unknown    sentence for a wrong answer of no known mistake
    names      what the k entries are called
    subject    how a sentence on its type begins
    """
    found = numbers_in(subject, answer, np.shape(right))
    if near(found, right, tolerance):
        return
    _refuse_known(found, wrong, tolerance)
    if not names:
        raise Unnamed(f"{wording.shown(found)} is not it. {unknown}")
    off = np.abs(found - right) > tolerance
    parts = [f"{name} is {'not right' if no else 'right'}" for name, no in zip(names, off, strict=True)]
    raise Unnamed(f"{', '.join(parts)}. {unknown}")


def numbers_in(subject, value, shape, meaning="", *, what="numbers"):
    """Return value as a finite float array of that shape; raises if it is none.

    subject  how the sentence begins: "It returned", "The answer is"
    what     "numbers" if several of them were asked for, "an array" if a function should return one
    """
    if is_open(value):
        raise NotAttempted("There still is a `...` to replace: the check needs all the numbers.")
    array, needed = as_array(value), wording.needed(shape, meaning, what)
    if array is None and isinstance(value, tuple | list) and len(shape) == 1:
        if (len(value),) == shape:
            raise Unnamed(_odd_one(subject, value, "one number is needed"))
        if what == "numbers":
            raise Unnamed(_odd_one(subject, value, needed))
    if array is None:
        raise Unnamed(f"{subject} {wording.kind(value)}, but {needed}.")
    if array.shape != shape:
        comma = COMMA * (what == "numbers" and _may_hold_commas(value, shape))
        raise Unnamed(wording.of_shape(subject, array.shape, shape, meaning, what) + comma)
    if not np.isfinite(array).all():
        where = tuple(np.argwhere(~np.isfinite(array))[0])
        at = f" at index {wording.index(where)}" if where else ""
        raise Unnamed(
            f"{subject} {array[where]}{at}: on the way something was divided by zero or overflowed."
        )
    return array.astype(float)


def as_array(value):
    """Return value as an array of real numbers, or None if it is none."""
    try:
        array = np.asarray(value)
        if array.dtype == object and all(isinstance(part, Real | Decimal) for part in array.flat):
            array = array.astype(float)
        return array if array.dtype.kind in "iuf" else None
    except Exception:  # an object of the learner's may raise anything when it is to become an array
        return None


def copied(arguments):
    """Return a dict of arguments with copies of its arrays and lists."""
    return {
        name: value.copy() if isinstance(value, np.ndarray | list) else value
        for name, value in arguments.items()
    }


def _odd_one(subject, parts, needed):
    """Return a sentence on the first of several parts that is not one number, and what is needed."""
    k = next(k for k, part in enumerate(parts) if as_array(part) is None or np.ndim(part))
    array = as_array(parts[k])
    came = wording.kind(parts[k]) if array is None else wording.amount(array.shape)
    comma = COMMA * _is_whole_pair(parts[k])
    return f"{subject} no row of numbers: number {k + 1} of the {len(parts)} is {came}, but {needed}.{comma}"


def _may_hold_commas(value, shape):
    """Say whether a value may be meant as numbers of this shape, some of them with a decimal comma."""
    if not shape:
        return _is_whole_pair(value)
    if not isinstance(value, tuple | list) or len(shape) > 1:
        return False
    if np.shape(value) == (*shape, 2):
        return all(map(_is_whole_pair, value))
    return shape[0] < len(value) <= 2 * shape[0] and any(map(_is_whole_pair, pairwise(value)))


def _is_whole_pair(value):
    """Say whether a value is what Python makes of `4,5`: a pair of whole numbers, no sign after the comma."""
    is_pair = isinstance(value, tuple) and len(value) == 2
    return is_pair and all(type(part) is int for part in value) and value[1] >= 0


def _explain(error, call):
    """Raise what there is to say of code that raised, or that was stopped."""
    number, text = line_of(error) or (None, "")
    where = f"in line {number}" + (f", `{text}`" if text else "")
    if isinstance(error, TimeIsUp):
        at = f", {where}," if number else ""
        ran = f"After {running.SECONDS} seconds it was still running{at} and was stopped."
        raise Stopped(f"{ran} Does its loop ever end?")
    if isinstance(error, TypeError) and "ellipsis" in str(error):
        raise NotAttempted(f"There still is a `...` to replace: {where} needs its value.")
    start = where[0].upper() + where[1:]
    place = f"{start}," if number else f"Called as `{call}`,"
    idea = idea_of(error, text)
    if number and idea:
        raise Unnamed(f"{place} {idea}")
    raise Unnamed(f"{place} it raised {wording.exception(error)}")


def _judge(outcome, right, nudge, meaning):
    """Return if what a function returned is right; raise the verdict if it is not."""
    if outcome.value is ...:
        raise NotAttempted("It still returns `...`: put your code in its place.")
    if outcome.value is None:
        raise Unnamed(wording.nothing(outcome.printed))
    array = as_array(outcome.value)
    if array is not None:
        if array.shape == np.shape(right) and near(array, right):
            return
        _refuse_cut_digits(array, right)
    found = numbers_in("It returned", outcome.value, np.shape(right), meaning, what="an array")
    raise Unnamed(_worst(found, right, nudge))


def _refuse_known(array, wrong, tolerance):
    """Raise the first of the known mistakes that gives this array."""
    for key, value in wrong:
        if array.shape == np.shape(value) and near(array, value, tolerance):
            raise Wrong(key)


def is_cut(array, right):
    """Say whether an array is of whole numbers where the right result has digits after the point."""
    return array.dtype.kind in "iu" and not near(np.round(right), right)


def _refuse_cut_digits(array, right):
    """Raise if the digits after the point seem to be cut off."""
    if array.ndim and is_cut(array, right):
        raise Unnamed(f"It returned {wording.CUT}")
    if array.shape == np.shape(right) == () and array in (np.trunc(right), np.floor(right)):
        cut = "`int(...)` and `//` cut off what is after the point"
        if array == 0:
            raise Unnamed(f"It returned 0. Was anything added up? ({cut}, too.)")
        raise Unnamed(f"It returned {wording.shown(array)}: {cut}.")


def near(array, value, tolerance=None):
    """Say whether two arrays of one shape are the same but for rounding, or within a tolerance."""
    if tolerance is None:
        tolerance = CLOSE * _scale(value)
        if (
            np.asarray(value).dtype.kind in "iu"
        ):  # a count of thousands is not right if it is one in a million off
            tolerance = min(tolerance, CLOSE)
    with np.errstate(all="ignore"):
        return bool((np.abs(array - value) <= tolerance).all())


def _scale(value):
    return max(np.abs(value).max(initial=0), 1e-3)


def _worst(found, right, nudge):
    """Return which entry is wrong, what came, and what it should be."""
    with np.errstate(all="ignore"):
        off = np.abs(found - right)
    where = np.unravel_index(np.argmax(off), off.shape)
    if nudge:
        should = f"nudging theta_{where[0]} says {wording.shown(nudge(int(where[0])))}"
    else:
        should = f"it should be {wording.shown(np.asarray(right)[where])}"
    if not where:
        return f"It returned {wording.shown(found)}; {should}."
    agree = int(np.sum(off <= CLOSE * _scale(right)))
    others = f" Right: {agree} of {off.size} entries."
    return f"Entry {wording.index(where)} is {wording.shown(found[where])}; {should}.{others}"
