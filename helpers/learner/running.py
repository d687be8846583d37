"""How a learner's code is run: for a limited time, its errors caught and traced to their line."""

import ctypes
import gc
import io
import itertools
import signal
import sys
import sysconfig
import threading
import traceback
import warnings
from contextlib import contextmanager, redirect_stdout, suppress
from pathlib import Path
from typing import NamedTuple

import numpy as np

SECONDS = 3
"""How long a learner's function may run."""
SECONDS_UNTIL_AGAIN = 0.02
"""Then it is stopped, and stopped again: a bare `except:` in a loop swallows what lands inside it."""
LINES_UNTIL_AGAIN = itertools.cycle(range(20))
"""See `_raise_again`."""
PRINTED_AT_MOST = 1000
"""How many characters of what it prints are shown."""
NOT_THEIRS = (
    str(Path(__file__).parents[1]),
    *(sysconfig.get_paths()[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")),
    "<frozen",
    "<__array_function__",
)
"""How the name of a file begins whose lines the learner did not write."""


class TimeIsUp(BaseException):
    """The learner's code ran too long. No Exception, so that their `except Exception` lets it through."""


class Outcome(NamedTuple):
    """What came of a call: what it returned, what it printed, what it raised (None if nothing)."""

    value: object
    printed: str
    error: BaseException | None


def run(function, *arguments, quiet=False):
    """Return the Outcome of function(*arguments); raises only KeyboardInterrupt.

    quiet  do not show what it prints: it is called once more, and has shown it already
    """
    printed = _Kept()
    value = error = None
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            np.errstate(all="ignore"),
            redirect_stdout(printed),
            _no_collection(),
            _limit(SECONDS),
        ):
            value = _call(function, arguments)
    except KeyboardInterrupt:
        raise
    except BaseException as caught:  # SystemExit too: an exit() in an answer must not stop the notebook
        error = caught
    if not quiet:
        print(printed.text, end="")
    return Outcome(value, printed.text, error)


def line_of(error):
    """Return (number, text) of the innermost line of the learner's own code that led to error, or None."""
    theirs = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if not frame.filename.startswith(NOT_THEIRS)
    ]
    return (theirs[-1].lineno, theirs[-1].line or "") if theirs else None


class _Kept(io.TextIOBase):
    """Takes what is printed, and keeps the beginning: an endless loop prints without end."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        room = PRINTED_AT_MOST - len(self.text)
        if room > 0:
            self.text += text if len(text) <= room else text[:room] + "...\n"
        return len(text)


def _call(function, arguments):
    """Call the learner's function; it is stopped only from this frame on, never in the course's own code."""
    return function(*arguments)


def _is_learners(frame):
    """Say whether a frame runs the learner's code, or a library's for it: below the call, and not ours."""
    code = frame.f_code
    return code is _call.__code__ or (code.co_filename != _call.__code__.co_filename and _is_below(frame))


def _is_below(frame):
    while frame is not None and frame.f_code is not _call.__code__:
        frame = frame.f_back
    return frame is not None


def _raise_again(frame):
    """Let TimeIsUp be raised once more, some of the learner's lines later.

    frame  where the learner's code now is, below the call

    The first one may land inside a `try:` whose bare `except:` swallows it. A later line may stand outside
    of it; how many lines later changes each time, so that every line of a loop has its turn.
    """
    lines_left = next(LINES_UNTIL_AGAIN)

    def at_each_line(frame, event, _):
        nonlocal lines_left
        if event == "line" and _is_learners(frame):
            lines_left -= 1
            if lines_left < 0:
                raise TimeIsUp  # which also ends the tracing, as Python has it
        return at_each_line

    while frame.f_code is not _call.__code__:  # the frames that run already, then those that are yet to come
        frame.f_trace = at_each_line
        frame = frame.f_back
    sys.settrace(at_each_line)


class _TimeIsUpThere(TimeIsUp):
    """TimeIsUp for another thread: tracing can be begun only there, and there it is made."""

    def __init__(self):
        frame = sys._getframe(1)
        if _is_below(frame):
            _raise_again(frame)


@contextmanager
def _no_collection():
    """Collect no garbage meanwhile: it may run other code, in which TimeIsUp would land and be lost."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _limit(seconds):
    main = threading.current_thread() is threading.main_thread()
    return _alarm(seconds) if main and hasattr(signal, "setitimer") else _watcher(seconds)


@contextmanager
def _alarm(seconds):
    """Raise TimeIsUp in the learner's code after some seconds, by a signal: it also ends a sleep."""

    def stop(_, frame):
        if _is_learners(frame):
            _raise_again(frame)
            raise TimeIsUp

    trace = sys.gettrace()
    before = signal.signal(signal.SIGALRM, stop)
    timer = signal.setitimer(signal.ITIMER_REAL, seconds, SECONDS_UNTIL_AGAIN)
    try:
        yield
    finally:
        sys.settrace(trace)
        signal.setitimer(signal.ITIMER_REAL, *timer)
        signal.signal(signal.SIGALRM, signal.SIG_DFL if before is None else before)


@contextmanager
def _watcher(seconds):
    """The same from a thread, for where there are no such signals."""
    learner, done, trace = threading.get_ident(), threading.Event(), sys.gettrace()

    def watch():
        wait = seconds
        while not done.wait(wait) and _is_below(frame := sys._current_frames().get(learner)):
            if _is_learners(frame):
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(learner), ctypes.py_object(_TimeIsUpThere)
                )
            wait = SECONDS_UNTIL_AGAIN

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        while thread.is_alive():
            with suppress(TimeIsUp):  # one may be on its way
                done.set()
                thread.join()
        sys.settrace(trace)
