"""What still is to be written: the `...` that an exercise begins with, and functions with nothing in them."""

import inspect

from helpers.learner.verdict import NotAttempted

THEN_CHECK = "in the place of `...` in the cell above, then check again."


def refuse_stub(answer):
    """Raise NotAttempted if the answer still is the stub: `...`, or a function without anything in it."""
    if answer is ... or (isinstance(answer, tuple | list) and answer and all(p is ... for p in answer)):
        raise NotAttempted(f"Put your answer {THEN_CHECK}")
    if inspect.isfunction(answer) and _body(answer) in EMPTY:
        raise NotAttempted(f"Write your code {THEN_CHECK}")


def is_open(part):
    """Say whether a part of an answer still is to be written, or holds something that is."""
    return part is ... or (isinstance(part, tuple | list) and any(inner is ... for inner in part))


def refuse_open(parts):
    """Raise NotAttempted if some of the parts, a dict, still are `...`; the others have been found right."""
    left = [name for name, part in parts.items() if is_open(part)]
    if not left:
        return
    if len(left) == len(parts):
        refuse_stub(...)
    done = ", ".join(name for name in parts if name not in left)
    raise NotAttempted(f"Right so far: {done}. There still is a `...` to replace: {', '.join(left)}.")


def _stub(): ...


def _stub_with_words():
    """Do nothing."""


def _body(function):
    """Return what a function does, as far as it matters to tell it from an empty one."""
    code, words = function.__code__, function.__doc__
    return code.co_code, code.co_names, [part for part in code.co_consts if part is None or part != words]


EMPTY = [_body(_stub), _body(_stub_with_words)]
