"""Values, shapes and calls in words: what a check says beside the sentences of known mistakes."""

import ast
import dis
import inspect
import re
import textwrap
import traceback

import numpy as np

SHOWN_AT_MOST = 40
"""How many numbers an argument may have to be written out for the learner."""
ERROR_AT_MOST = 300
"""How many characters of an exception's message are shown."""
COLOURS = re.compile(r"\x1b\[[\d;]*m")
"""What colours text in a terminal; Keras puts it into its messages."""
TRACES = re.compile(r"\s*\b(Detected at node|Arguments received by)\b.*", re.DOTALL)
"""What TensorFlow and Keras add to a message: where in their own code it was, and with which objects."""
CUT = (
    "whole numbers, where the result has digits after the point. An array made from whole numbers"
    " (its `dtype` is int) cuts them off whenever something is written into it; so does `//`."
)


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


def amount(shape, what="numbers"):
    """Say in words what has this shape; what is as in `numbers.numbers_in`."""
    if shape == ():
        return "one number"
    several = what == "numbers" and len(shape) == 1 and shape[0] > 1
    return f"{shape[0]} numbers" if several else f"an array of shape {shape}"


def needed(shape, meaning, what):
    """Say what is needed, with what it means."""
    much = amount(shape, what)
    return f"{much}{f' ({meaning})' if meaning else ''} {'are' if much[0].isdigit() else 'is'} needed"


def of_shape(subject, came, shape, meaning, what):
    """Return a sentence on a wrong shape."""
    start = f"{subject} {amount(came, what)}, but {needed(shape, meaning, what)}."
    if what == "numbers":
        return start
    if len(shape) == 1 and came in ((*shape, 1), (1, *shape)):
        table = "column" if came[-1] == 1 else "row"
        return f"{start} {came} is a table of one {table}, {shape} a row of numbers: NumPy tells them apart."
    if len(shape) == 1 and came == 2 * shape:
        return f"{start} A column minus a row, `(m, 1) - (m,)`, would give such a table."
    return start


def nothing(printed):
    """Return a sentence on a function that returned None."""
    if printed:
        return "It printed something, but returned None. `print` shows a value; only `return` hands it over."
    return "It returned None. Which line hands the result over, with `return`?"


def index(where):
    """Return an index, a tuple, as one writes it."""
    return str(int(where[0])) if len(where) == 1 else str(tuple(map(int, where)))


def changed(name, value):
    """Return a sentence on a function that has changed its argument of that name, an array or a list."""
    if isinstance(value, list):
        return (
            f"The result is right, but the function has changed `{name}`, which belongs to its caller."
            f" `{name}[...] =`, `del` and `pop` write into the same list; make a new one, or work on"
            f" `{name}.copy()`."
        )
    return (
        f"The result is right, but the function has changed `{name}`, which belongs to its caller. `-=` and"
        f" `{name}[...] =` write into the same array; make a new one, or work on `{name}.copy()`."
    )


def exception(error):
    """Return the kind and the message of an exception: short, in one line, without colours and traces."""
    words = COLOURS.sub("", "".join(traceback.format_exception_only(error)))
    words = " ".join(TRACES.sub("", words).split())
    return words if len(words) <= ERROR_AT_MOST else words[:ERROR_AT_MOST] + " ..."


def from_outside(function, arguments):
    """Return a sentence on the notebook's numbers that a function uses in the place of its arguments."""
    outside = getattr(function, "__globals__", {})
    code = getattr(function, "__code__", None)
    names = [name for name in _globals_of(code) if isinstance(outside.get(name), int | float | np.ndarray)]
    if not names:
        return ""
    return (
        f" And it takes {_listed(names)} from the notebook: a constant may stand there, a number of its data"
        f" not. All that it needs follows from {_listed(arguments)}."
    )


def ignored(names):
    """Return a sentence on a function that does not use some of its arguments."""
    return (
        f"Another value of {_listed(names)} changes nothing in what it returns. Is it not used, fixed inside,"
        " or taken from the notebook?"
    )


ROUNDED = (
    "The numbers are right, but rounded. Whoever computes on with them gets every rounding with it: return"
    " them as they are, and round only what is shown."
)
"""For results that are right but rounded."""


def has_loop(function):
    """Say whether a `for` or a `while` stands in a function; a comprehension holds no `return`."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):  # no function, or written where its text is not kept
        return False
    return any(isinstance(node, ast.For | ast.While) for node in ast.walk(tree))


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


def call_of(function, arguments):
    """Return the call of a function with the names of its arguments."""
    return f"{getattr(function, '__name__', 'your function')}({', '.join(arguments)})"


def written_out(call, arguments):
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
