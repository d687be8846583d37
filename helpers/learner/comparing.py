"""Hold an answer against what is right, and against what known mistakes give.

`compare`, `compare_value` and `compare_each` give verdicts: None if the answer is right, the key of the
mistake if it is a known one, else a Feedback.
"""

import dis
import inspect
import re
import traceback
from decimal import Decimal
from numbers import Real

import numpy as np

from helpers.learner import running
from helpers.learner.running import TimeIsUp, line_of, run
from helpers.learner.verdict import Feedback

CLOSE = 1e-6
SHOWN_AT_MOST = 40
"""How many numbers an argument may have to be written out for the learner."""
ERROR_AT_MOST = 300
"""How many characters of an exception's message are shown."""
COLOURS = re.compile(r"\x1b\[[\d;]*m")
"""What colours text in a terminal; Keras puts it into its messages."""


def compare(function, arguments, right, wrong=None, *, nudge=None, meaning=""):
    """Call the learner's function on copies of the arguments, and judge what it returns.

    function   the answer
    arguments  dict of name -> value, in the order of the call
    right      number or array that it should return
    wrong      dict of a mistake's key -> what that mistake gives; a tuple holds several such values
    nudge      called with an index, returns what nudging that parameter says of the entry there
    meaning    what the shape means: "one entry for each parameter"
    """
    if not callable(function):
        return Feedback(False, f"The check needs a function, but it was given {kind(function)}.")
    given = {name: _copy(value) for name, value in arguments.items()}
    outcome = run(function, *given.values())
    call = f"{_name(function)}({', '.join(arguments)})"
    if outcome.error is None:
        verdict = _judge(outcome, right, wrong or {}, nudge, meaning)
    else:
        verdict = _raised(outcome.error, call)
    if verdict is None:
        verdict = _changed(arguments, given)
    elif isinstance(verdict, Feedback) and verdict.word == "Not yet":
        verdict.message += _reads(function, arguments)
    if isinstance(verdict, Feedback) and verdict.word == "Not yet":
        verdict.detail = _detail(call, arguments)
    return verdict


def compare_value(answer, right, wrong=None, *, tolerance, unknown, names=(), subject="The answer is"):
    """Judge a number, or several, that the learner found; what is right is never said.

    answer     the answer
    right      number or (k,) array
    wrong      dict of a mistake's key -> what that mistake gives; a tuple holds several such values
    tolerance  > 0  how far off an entry may be, for rounding
    unknown    sentence for a wrong answer of no known mistake
    names      what the k entries are called
    subject    how a sentence on its type begins
    """
    found = numbers_in(subject, answer, np.shape(right))
    if isinstance(found, Feedback):
        return found
    if _near(found, right, tolerance):
        return None
    key = _known(found, wrong or {}, tolerance)
    if key is not None:
        return key
    if not names:
        return Feedback(False, f"{shown(found)} is not it. {unknown}")
    off = np.abs(found - right) > tolerance
    parts = [f"{name} is {'not right' if no else 'right'}" for name, no in zip(names, off, strict=True)]
    return Feedback(False, f"{', '.join(parts)}. {unknown}")


def compare_each(answer, asked, *, meaning, tolerance, unknown):
    """Yield the verdict on each of several numbers, each with mistakes of its own.

    answer     the answer, k numbers
    asked      list of k: what is asked, what is right, dict of a mistake's key -> what that mistake gives
    meaning    what the k numbers are
    tolerance  as in `compare_value`
    unknown    as in `compare_value`; what is asked is put in front
    """
    several = isinstance(answer, tuple | list) and len(answer) == len(asked)
    found = answer if several else numbers_in("The answer is", answer, (len(asked),), meaning)
    if isinstance(found, Feedback):
        yield found
        return
    parts = {what: value for value, (what, _, _) in zip(found, asked, strict=True)}
    for what, right, wrong in asked:
        if not is_open(parts[what]):
            yield compare_value(
                parts[what],
                right,
                wrong,
                tolerance=tolerance,
                unknown=f"{what}: {unknown}",
                subject=f"{what}: the answer is",
            )
    yield still_open(parts)


def not_attempted(answer):
    """Return a Feedback if the answer still is the stub: `...`, or a function without anything in it."""
    if answer is ... or (isinstance(answer, tuple | list) and answer and all(p is ... for p in answer)):
        return unattempted(
            "Put your answer in the place of `...` in the cell above, run it, then run this cell."
        )
    if inspect.isfunction(answer) and _body(answer) in EMPTY:
        return unattempted(
            "Write your code in the place of `...` in the cell above, run it, then run this cell."
        )
    return None


def is_open(part):
    """Say whether a part of an answer still is to be written, or holds something that is."""
    return part is ... or (isinstance(part, tuple | list) and any(inner is ... for inner in part))


def still_open(parts):
    """Return a Feedback if some of the parts, a dict, still are `...`; the others have been found right."""
    left = [name for name, part in parts.items() if is_open(part)]
    if not left:
        return None
    if len(left) == len(parts):
        return not_attempted(...)
    done = ", ".join(name for name in parts if name not in left)
    return unattempted(f"Right so far: {done}. There still is a `...` to replace: {', '.join(left)}.")


def numbers_in(subject, value, shape, meaning="", *, what="numbers"):
    """Return value as a finite float array of that shape, or a Feedback on why it is not.

    subject  how the sentence begins: "It returned", "The answer is"
    what     "numbers" if several of them were asked for, "an array" if a function should return one
    """
    if is_open(value):
        return unattempted("There still is a `...` to replace: the check needs all the numbers.")
    array = _as_array(value)
    if array is None and isinstance(value, tuple | list) and (len(value),) == shape:
        return Feedback(False, _odd_one(value))
    if array is None:
        return Feedback(False, f"{subject} {kind(value)}, but {_needed(shape, meaning, what)}.")
    if array.shape != shape:
        return Feedback(False, _shape(subject, array.shape, shape, meaning, what))
    if not np.isfinite(array).all():
        where = tuple(np.argwhere(~np.isfinite(array))[0])
        at = f" at index {_index(where)}" if where else ""
        return Feedback(
            False, f"{subject} {array[where]}{at}: on the way something was divided by zero or overflowed."
        )
    return array.astype(float)


def _odd_one(parts):
    """Return a sentence on the first of several parts that is not one number."""
    k = next(k for k, part in enumerate(parts) if _as_array(part) is None or np.ndim(part))
    array = _as_array(parts[k])
    came = kind(parts[k]) if array is None else _amount(array.shape, "numbers")
    comma = " Numbers are written with a point, not a comma: `4.5`." if isinstance(parts[k], tuple) else ""
    return f"Number {k + 1} of the {len(parts)} is {came}, but one number is needed.{comma}"


def kind(value):
    """Say what a value is, in words."""
    if value is None:
        return "None"
    if isinstance(value, str):
        return "text"
    if isinstance(value, type):
        return "a class"
    if inspect.isgenerator(value):
        return "a generator"
    if callable(value):
        return "a function"
    if isinstance(value, bool | np.bool_):
        return str(value)
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} that is no array of numbers"
    if isinstance(value, np.ndarray):
        return f"an array of {value.dtype} values"
    return f"an object of type {type(value).__name__}"


def shown(value):
    """Return a number, or a few, as text with six digits."""
    digits = [f"{number:.6g}" for number in np.ravel(value)]
    return digits[0] if np.ndim(value) == 0 else f"({', '.join(digits)})"


def _stub(): ...


def _stub_with_words():
    """Do nothing."""


def _body(function):
    """Return what a function does, as far as it matters to tell it from an empty one."""
    code, words = function.__code__, function.__doc__
    return code.co_code, code.co_names, [part for part in code.co_consts if part is None or part != words]


EMPTY = [_body(_stub), _body(_stub_with_words)]


def unattempted(message):
    """Return a Feedback that something still is to be written."""
    return Feedback(False, message, word="Not attempted")


def _copy(value):
    return value.copy() if isinstance(value, np.ndarray) else value


def _name(function):
    return getattr(function, "__name__", "your function")


def _raised(error, call):
    """Return what to say of code that raised, or that was stopped."""
    number, text = line_of(error) or (None, "")
    where = f"in line {number}" + (f", `{text}`" if text else "")
    if isinstance(error, TimeIsUp):
        at = f", {where}," if number else ""
        ran = f"After {running.SECONDS} seconds it was still running{at} and was stopped."
        return Feedback(False, f"{ran} Does its loop ever end?")
    if isinstance(error, TypeError) and "ellipsis" in str(error):
        return unattempted(f"There still is a `...` to replace: {where} needs its value.")
    if isinstance(error, TypeError) and "Cannot cast ufunc" in str(error):
        return Feedback(False, f"{where[0].upper()}{where[1:]}, {CAST}")
    words = COLOURS.sub("", "".join(traceback.format_exception_only(error)).strip())
    words = words if len(words) <= ERROR_AT_MOST else words[:ERROR_AT_MOST] + " ..."
    place = f"{where[0].upper()}{where[1:]}," if number else f"Called as `{call}`,"
    return Feedback(False, f"{place} it raised {words}")


def _judge(outcome, right, wrong, nudge, meaning):
    value = outcome.value
    if value is ...:
        return unattempted("It still returns `...`: put your code in its place.")
    if value is None:
        return Feedback(False, _nothing(outcome.printed))
    found = numbers_in("It returned", value, np.shape(right), meaning, what="an array")
    array = _as_array(value)
    if array is None:
        return found
    if array.shape == np.shape(right) and _near(array, right):
        return None
    key = _known(array, wrong)
    if key is not None:
        return key
    if array.dtype.kind in "iu" and array.ndim and not _near(np.round(right), right):
        return Feedback(False, f"It returned {CUT}")
    if array.shape == np.shape(right) == () and array in (np.trunc(right), np.floor(right)):
        return Feedback(
            False, f"It returned {shown(array)}: `int(...)` and `//` cut off what is after the point."
        )
    return found if isinstance(found, Feedback) else Feedback(False, _worst(found, right, nudge))


CUT = (
    "whole numbers, where the result has digits after the point. An array made from whole numbers"
    " (its `dtype` is int) cuts them off whenever something is written into it; so does `//`."
)


CAST = (
    "an array of whole numbers (its `dtype` is int) should take up numbers with digits after the point, which"
    " it cannot. `x.astype(float)` makes a copy of x that can."
)


def _nothing(printed):
    if printed:
        return "It printed something, but returned None. `print` shows a value; only `return` hands it over."
    return "It returned None. Which line hands the result over, with `return`?"


def _changed(arguments, given):
    """Return a Feedback if the call has changed one of its arguments."""
    for name, value in arguments.items():
        if isinstance(value, np.ndarray) and not np.array_equal(value, given[name]):
            message = (
                f"The result is right, but the function has changed `{name}`, which belongs to its caller."
                f" `-=` and `{name}[...] =` write into the same array; make a new one, or work on"
                f" `{name}.copy()`."
            )
            return Feedback(False, message)
    return None


def _known(array, wrong, tolerance=None):
    """Return the key of the first mistake that gives this array, or None."""
    for key, values in wrong.items():
        for value in values if isinstance(values, tuple) else (values,):
            if array.shape == np.shape(value) and _near(array, value, tolerance):
                return key
    return None


def _near(array, value, tolerance=None):
    if tolerance is None:
        tolerance = CLOSE * _scale(value)
    with np.errstate(all="ignore"):
        return bool((np.abs(array - value) <= tolerance).all())


def _scale(value):
    return max(np.abs(value).max(initial=0), 1e-3)


def _as_array(value):
    """Return value as an array of real numbers, or None if it is none."""
    try:
        array = np.asarray(value)
        if array.dtype == object and all(isinstance(part, Real | Decimal) for part in array.flat):
            array = array.astype(float)
        return array if array.dtype.kind in "iuf" else None
    except Exception:  # an object of the learner's may raise anything when it is to become an array
        return None


def _amount(shape, what):
    """Say in words what has this shape; what is as in `numbers_in`."""
    if shape == ():
        return "one number"
    several = what == "numbers" and len(shape) == 1 and shape[0] > 1
    return f"{shape[0]} numbers" if several else f"an array of shape {shape}"


def _needed(shape, meaning, what):
    amount = _amount(shape, what)
    return f"{amount}{f' ({meaning})' if meaning else ''} {'are' if amount[0].isdigit() else 'is'} needed"


def _shape(subject, came, shape, meaning, what):
    """Return a sentence on a wrong shape."""
    start = f"{subject} {_amount(came, what)}, but {_needed(shape, meaning, what)}."
    if what == "numbers":
        return start
    if len(shape) == 1 and came in ((*shape, 1), (1, *shape)):
        return f"{start} (3, 1) is a table of one column, (3,) a row of numbers: NumPy tells them apart."
    if len(shape) == 1 and came == 2 * shape:
        return f"{start} A column minus a row, `(m, 1) - (m,)`, would give such a table."
    return start


def _worst(found, right, nudge):
    """Return which entry is wrong, what came, and what it should be."""
    with np.errstate(all="ignore"):
        off = np.abs(found - right)
    where = np.unravel_index(np.argmax(off), off.shape)
    if nudge:
        should = f"nudging theta_{where[0]} says {shown(nudge(int(where[0])))}"
    else:
        should = f"it should be {shown(np.asarray(right)[where])}"
    if not where:
        return f"It returned {shown(found)}; {should}."
    agree = int(np.sum(off <= CLOSE * _scale(right)))
    others = f" Right: {agree} of {off.size} entries."
    return f"Entry {_index(where)} is {shown(found[where])}; {should}.{others}"


def _index(where):
    return str(int(where[0])) if len(where) == 1 else str(tuple(map(int, where)))


def _reads(function, arguments):
    """Return a sentence on the notebook's numbers that a function uses in the place of its arguments."""
    outside = getattr(function, "__globals__", {})
    code = getattr(function, "__code__", None)
    names = [name for name in _globals_of(code) if isinstance(outside.get(name), int | float | np.ndarray)]
    if not names:
        return ""
    return (
        f" And it takes {_listed(names)} from the notebook, where the value belongs to other data;"
        f" all that it needs follows from {_listed(arguments)}."
    )


def _globals_of(code):
    """Return the names that a function's code reads from outside, in order, each once."""
    if code is None:
        return []
    names = [step.argval for step in dis.get_instructions(code) if step.opname == "LOAD_GLOBAL"]
    for inner in code.co_consts:  # comprehensions and inner functions
        names += _globals_of(inner) if inspect.iscode(inner) else []
    return list(dict.fromkeys(names))


def _listed(names):
    return ", ".join(f"`{name}`" for name in names)


def _detail(call, arguments):
    """Return the call with its arguments written out, for the learner to try."""
    lines = [f"{name} = {_written(name, value)}" for name, value in arguments.items()]
    return "\n".join(["It was called like this:", *lines, call])


def _written(name, value):
    if isinstance(value, np.ndarray):
        if value.size > SHOWN_AT_MOST:
            return f"...  # an array of shape {value.shape}"
        start = f"{name} = np.array("
        return f"np.array({np.array2string(value, separator=', ', prefix=start)})"
    return f"...  # {kind(value)}" if callable(value) else repr(value)
