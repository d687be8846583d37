"""How a learner's code is run and judged, on an exercise made for it: double the numbers of x."""

import gc
import inspect
import signal
import sys
import threading
import time
import weakref
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from helpers.learner import progress, running
from helpers.learner.exercise import (
    AnyOf,
    Part,
    exercise,
    function_exercise,
    number_exercise,
    parts_exercise,
    values_of,
    wrong,
)
from helpers.learner.numbers import compare
from helpers.learner.verdict import Feedback, Kind, Unnamed, Wrong

X = np.array([1.5, -2.0, 4.25])


check_double = function_exercise(
    "99.double",
    "Check double(x), which returns 2 x.",
    solve=lambda x, label: 2 * x,
    on=[{"x": X, "label": "x"}, {"x": np.array([1.0, 2]), "label": "y"}],
    meaning="one for each",
    right="Each is twice what it was.",
    mistakes={
        "square": wrong("Twice is not the square.", lambda x, label: x**2),
        "half": wrong("This is half.", lambda x, label: x / 2, AnyOf(lambda x, label: [x // 2])),
        "of three": wrong("Three have no twin here.", lambda x, label: np.eye(3) @ x),
    },
    hints=["Think of `2`.", "Of $2 x$, in fact.", "Write `2 * x`."],
)
HINTS = ["a", "b"]
check_two = number_exercise(
    "99.two",
    "Check number, which is two.",
    solve=lambda: 2.0,
    on={},
    tolerance=0.01,
    unknown="Count again.",
    right="Yes.",
    mistakes={"one": wrong("This is one.", 1.0)},
    hints=HINTS,
)


def said(answer):
    feedback = check_double(answer)
    assert not feedback.passed
    assert feedback.kind is Kind.NOT_YET
    assert not progress.events()
    return feedback


def twice(x, label):
    return 2 * x


@pytest.fixture
def short(monkeypatch):
    monkeypatch.setattr(running, "SECONDS", 0.2)


def test_right():
    feedback = check_double(twice)
    assert (feedback.passed, feedback.word, feedback.hints) == (True, "Right", [])
    assert repr(feedback) == "Right: Each is twice what it was."
    assert [(event.kind, event.name) for event in progress.events()] == [("solved", "99.double")]


def test_right_says_so_when_it_cannot_be_kept(progress_folder):
    progress_folder.write_text("a file where the folder should be")
    feedback = check_double(twice)
    assert feedback.passed
    assert feedback.message.startswith("Each is twice what it was. Your progress is not kept")


def test_a_solution_is_not_kept_and_a_wrong_one_is_told():
    assert repr(check_double(twice, keep=False)).startswith("A solution is folded away")
    feedback = check_double(lambda x, label: x / 2, keep=False)
    assert (feedback.word, feedback.message, feedback.hints) == ("Not yet", "This is half.", [])
    assert not progress.events()


def test_not_attempted():
    def stub(x, label):
        """Return 2 x."""
        ...

    def begun(x, label):
        factor = ...
        return factor * x

    def says(x, label):
        return "Return 2 x."

    assert "It returned text" in said(says).message
    assert repr(check_double(stub)).startswith("Not attempted: Write your code in the place of `...`")
    assert check_double(begun).kind is Kind.NOT_ATTEMPTED
    assert "in line" in check_double(begun).message
    assert "`return factor * x`" in check_double(begun).message
    assert check_two(...).kind is check_two((..., ...)).kind is check_two((..., 1)).kind is Kind.NOT_ATTEMPTED
    assert len(check_two(...).hints) == 2


def test_returns_none():
    def forgets(x, label):
        result = 2 * x  # noqa: F841

    assert said(forgets).message.startswith("It returned None. Which line")


def test_prints(capsys):
    def shows(x, label):
        print(2 * x)

    assert "`print` shows a value; only `return` hands it over" in said(shows).message
    assert capsys.readouterr().out == "[ 3.  -4.   8.5]\n", "what a learner prints is shown"


def test_wrong_shapes():
    assert said(lambda x, label: 2 * x[:, None]).message == (
        "It returned an array of shape (3, 1), but an array of shape (3,) (one for each) is needed."
        " (3, 1) is a table of one column, (3,) a row of numbers: NumPy tells them apart."
    )
    assert "would give such a table" in said(lambda x, label: x + x[:, None]).message
    assert "one number, but" in said(lambda x, label: 2 * x.sum()).message
    assert "an array of shape (2,)" in said(lambda x, label: 2 * x[1:]).message


def test_wrong_types():
    assert "It returned text" in said(lambda x, label: str(2 * x)).message
    assert "an array of complex128 values" in said(lambda x, label: 2j * x).message
    assert "a list that is no array" in said(lambda x, label: [1, [2, 3]]).message
    assert "a generator" in said(lambda x, label: (2 * part for part in x)).message
    assert "a function" in said(lambda x, label: twice).message
    assert "needs a function, but it was given an array of float64" in said(2 * X).message
    assert "True" in said(lambda x, label: True).message
    assert check_two("2").message == "The answer is text, but one number is needed."


def test_numbers_of_every_kind_are_numbers():
    assert "it should be" in said(lambda x, label: [Fraction(3), Decimal(-4), 8]).message
    for two in (Fraction(4, 2), Decimal("2.0"), np.float32(2), np.array(2), 2):
        assert check_two(two).passed


def test_says_which_of_several_is_no_number():
    check_pair = number_exercise(
        "99.pair",
        "Check pair, 4.5 and 0.",
        solve=lambda: np.array([4.5, 0]),
        on={},
        tolerance=0.1,
        unknown="Count.",
        right="Yes.",
        mistakes={},
        hints=HINTS,
    )
    start = "The answer is no row of numbers: number"
    assert check_pair((4.5, "0")).message == f"{start} 2 of the 2 is text, but one number is needed."
    assert (
        check_pair(((-1, -1), 0, 5)).message == f"{start} 1 of the 3 is 2 numbers, but 2 numbers are needed."
    )
    assert check_pair((Fraction(9, 2), 0)).passed
    for commas in (((4, 5), 0), ((4, 5), (0, 0)), (4, 5, 0)):
        assert "If a decimal comma was meant" in check_pair(commas).message
    for others in (((4, -5), (0, 0)), (4, 5.0, 1), [[4, 5], [0, 0]], (1, 2, 3, 4, 5), 4):
        assert "comma" not in check_pair(others).message
    assert "If a decimal comma was meant" in check_two((2, 0)).message
    assert "comma" not in check_two((2, -1)).message
    assert "comma" not in check_double(lambda x, label: (1, 2, 3, 4)).message, (
        "what a function returns was computed"
    )


def test_a_number_whose_digits_were_cut():
    @exercise("99.half", right="Yes.", mistakes={}, hints=HINTS)
    def check_half(half):
        """Check half(x), x / 2."""
        compare(half, {"x": 5.0}, 2.5)

    assert "`int(...)` and `//` cut off what" in check_half(lambda x: int(x / 2)).message
    assert "`int(...)` and `//` cut off what" in check_half(lambda x: x // 2).message
    assert check_half(lambda x: 3).message == "It returned 3; it should be 2.5."


def test_whole_numbers():
    def cuts(x, label):
        result = np.zeros(3, dtype=int)
        result[:] = 2 * x + 1
        return result

    assert "whole numbers, where the result has digits after the point" in said(cuts).message


def test_numbers_that_overflow():
    assert "nan at index 1" in said(lambda x, label: np.where(x < 0, np.nan, 2 * x)).message
    assert "It returned inf at index 0" in said(lambda x, label: x / 0).message
    assert check_two(float("nan")).message.startswith("The answer is nan")


def test_raises_with_the_learners_line_and_no_other():
    def breaks(x, label):
        size = len(x)
        return np.linalg.inv(x) / size

    feedback = said(breaks)
    line = breaks.__code__.co_firstlineno + 2
    start = f"In line {line}, `return np.linalg.inv(x) / size`, it raised numpy.linalg.LinAlgError: 1-dim"
    assert feedback.message.startswith(start)
    assert "helpers" not in repr(feedback)
    assert feedback.detail == (
        "It was called like this:\nx = np.array([ 1.5 , -2.  ,  4.25])\nlabel = 'x'\nbreaks(x, label)"
    )


def test_what_raised_is_told_without_colours_and_in_short():
    def breaks(x, label):
        raise ValueError("\x1b[1mInput 0\x1b[0m " + "long " * 100)

    message = said(breaks).message
    assert "it raised ValueError: Input 0 long long" in message
    assert message.endswith(" ...")
    assert len(message) < 500


def test_of_what_keras_raised_its_traces_are_left_out():
    def breaks(x, label):
        raise RuntimeError(
            "Graph execution error:\n\nDetected at node model/Relu defined at (most recent call last):\n"
            '  File "<frozen runpy>", line 198'
        )

    def refuses(x, label):
        raise ValueError("Exception when calling.\n\nIt has no input.\n\nArguments received by it:\n  • None")

    assert said(breaks).message.endswith("it raised RuntimeError: Graph execution error:")
    assert said(refuses).message.endswith("it raised ValueError: Exception when calling. It has no input.")


def test_raises_inside_another_function_of_the_learners():
    def inner(x):
        raise KeyError("theta")

    def outer(x, label):
        return inner(x)

    assert f"In line {inner.__code__.co_firstlineno + 1}, `raise KeyError" in said(outer).message


def test_cannot_be_called_so():
    assert said(lambda: 1).message.startswith("Called as `<lambda>(x, label)`, it raised TypeError")


def test_exit_does_not_stop_the_notebook():
    assert "SystemExit" in said(lambda x, label: sys.exit()).message


def test_an_interrupt_is_the_learners_own():
    def interrupted(x, label):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_double(interrupted)


def test_known_mistakes():
    assert said(lambda x, label: x * x).message == "Twice is not the square."
    assert said(lambda x, label: x // 2).message == "This is half."
    assert check_two(1).message == "This is one."


def test_code_of_a_mistake_that_does_not_fit_the_data_gives_nothing_there():
    on_three, on_two = ({"x": np.arange(float(m)), "label": ""} for m in (3, 2))
    assert [key for key, _ in values_of(check_double.mistakes, on_three)] == [
        "square",
        "half",
        "half",
        "of three",
    ]
    assert [key for key, _ in values_of(check_double.mistakes, on_two)] == ["square", "half", "half"]


def test_parts_have_mistakes_of_their_own():
    check_sums = parts_exercise(
        "99.sums",
        "Check sums, a + b and a - b.",
        parts={
            "Plus": Part(
                lambda a, b: a + b, {"times": wrong("Plus: this is a product.", lambda a, b: a * b)}
            ),
            "Minus": Part(lambda a, b: a - b, {"times": wrong("Minus: a product.", lambda a, b: a * b)}),
        },
        together={"turned": wrong("The two have changed places.", lambda a, b: (a - b, a + b))},
        on={"a": 3, "b": 4},
        meaning="two sums",
        tolerance=0.01,
        unknown="count again.",
        right="Yes.",
        hints=HINTS,
    )
    assert check_sums([7, -1]).passed
    assert check_sums([7, 12]).message == "Minus: a product."
    assert check_sums([12, 12]).message == "Plus: this is a product."
    assert check_sums([-1, 7]).message == "The two have changed places."
    assert check_sums([7, 2]).message == "2 is not it. Minus: count again."
    assert check_sums([7, ...]).message == "Right so far: Plus. There still is a `...` to replace: Minus."
    assert "3 numbers, but 2 numbers (two sums) are needed" in check_sums([1, 2, 3]).message
    (turned, both), *parts = check_sums.answers()
    assert (turned, list(both)) == ("turned", [-1, 7])
    assert parts == [(("Plus", "times"), [12, -1]), (("Minus", "times"), [7, 12])]


def test_a_mistake_that_has_no_sentence_is_wrong_all_the_same():
    @exercise("99.odd", right="Yes.", mistakes={}, hints=HINTS)
    def check_odd(number):
        """Check number."""
        raise Wrong("odd")

    assert (check_odd(3).kind, check_odd(3).message) == (
        Kind.NOT_YET,
        "This is not right yet. A hint may help.",
    )


def test_an_unknown_mistake_says_which_entry_and_what_it_should_be():
    feedback = said(lambda x, label: 2 * x + [0, 0.5, 0])
    assert feedback.message == "Entry 1 is -3.5; it should be -4. Right: 2 of 3 entries."
    assert repr(feedback).startswith(
        "Not yet: Entry 1 is -3.5; it should be -4. Right: 2 of 3 entries.\n\nIt was"
    )
    assert check_two(3).message == "3 is not it. Count again."


def test_an_unknown_mistake_says_what_nudging_says():
    @exercise("99.slope", right="Yes.", mistakes={}, hints=HINTS)
    def check_slope(slope):
        """Check slope(x)."""
        compare(slope, {"x": X}, 2 * X, nudge=lambda j: 2 * X[j] + 1e-9)

    message = check_slope(lambda x: 2 * x + [0, 0, 1]).message
    assert message == "Entry 2 is 9.5; nudging theta_2 says 8.5. Right: 2 of 3 entries."


def test_an_unknown_mistake_says_which_numbers_come_from_outside():
    def reads(x, label):
        return [2 * part for part in range(3)] + X * np.pi

    assert " And it takes `X` from the notebook" in said(reads).message
    assert "from the notebook" not in said(lambda x, label: 3 * x).message
    assert " And it takes `X` from the notebook" in said(lambda x, label: x @ X[1:]).message, (
        "where it raises"
    )


def test_right_on_the_first_data_only():
    assert said(lambda x, label: np.array([3, -4, 8.5])).message.startswith(
        "It returned an array of shape (3,)"
    )
    assert said(lambda x, label: x + abs(x) * np.sign(x) * (len(x) > 2)).message.startswith(
        "Entry 1 is 2; it"
    )


def test_changes_its_arguments():
    def doubles_in_place(x, label):
        x *= 2
        return x

    assert "the function has changed `x`, which belongs to its caller" in said(doubles_in_place).message
    assert list(X) == [1.5, -2.0, 4.25]
    assert said(lambda x, label: x.fill(3) or x / 2).message.startswith("Entry 2"), "the value comes first"


def loops(x, label):
    while True:
        pass


def loops_and_swallows(x, label):
    while True:
        try:
            for _ in range(100_000):
                len(x)
        except:  # noqa: E722, S110
            pass


def swallows_twice(x, label):
    while True:
        try:
            try:  # noqa: SIM105
                len(x)
            except:  # noqa: E722, S110
                pass
        except:  # noqa: E722, S110
            pass


def falls_back(x, label):
    try:
        while True:
            len(x)
    except Exception:
        return 2 * x


def sleeps_and_swallows(x, label):
    while True:
        with suppress(BaseException):
            time.sleep(10)


def prints_without_end(x, label):
    while True:
        print("again")


def calls_without_end(x, label):
    while True:
        sorted(x, key=lambda part: abs(part))


ENDLESS = [
    loops,
    loops_and_swallows,
    swallows_twice,
    falls_back,
    sleeps_and_swallows,
    prints_without_end,
    calls_without_end,
]


@pytest.mark.parametrize("endless", ENDLESS)
def test_an_endless_loop_is_stopped_and_all_works_after_it(short, capsys, endless):
    handler, trace, stdout = signal.getsignal(signal.SIGALRM), sys.gettrace(), sys.stdout
    start = time.monotonic()
    feedback = said(endless)
    assert time.monotonic() - start < 10
    lines, first = inspect.getsourcelines(endless)
    assert f"After {running.SECONDS} seconds it was still running, in line " in feedback.message
    assert int(feedback.message.split("in line ")[1].split(",")[0]) in range(first + 1, first + len(lines))
    assert len(capsys.readouterr().out) < 1100
    assert signal.getsignal(signal.SIGALRM) is handler
    assert (sys.gettrace(), sys.stdout) == (trace, stdout)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert check_double(twice).passed


@pytest.mark.parametrize("endless", [e for e in ENDLESS if e is not sleeps_and_swallows])
def test_an_endless_loop_is_stopped_where_there_are_no_signals(short, endless):
    """A thread beside the main one gets no signals, nor does Windows."""
    found = []
    thread = threading.Thread(target=lambda: found.append(check_double(endless)))
    before = threading.active_count()
    thread.start()
    thread.join(20)
    assert found, "it was not stopped"
    assert "it was still running" in found[0].message
    assert threading.active_count() == before


def test_no_garbage_of_others_is_collected_while_it_runs(short):
    class Garbage:
        pass

    collected = []
    gc.collect()
    garbage = Garbage()
    garbage.itself = garbage
    watched = weakref.ref(garbage, lambda _: collected.append(1))
    del garbage

    def makes_much(x, label):
        kept = [[] for _ in range(200_000)]
        return 2 * x if watched() is not None and len(kept) else None

    assert check_double(makes_much).passed
    assert gc.isenabled()
    gc.collect()
    assert collected == [1]


def test_a_function_that_takes_its_time_is_not_stopped(short):
    def slow(x, label):
        end = time.monotonic() + 0.05
        while time.monotonic() < end:
            pass
        return 2 * x

    assert check_double(slow).passed


def test_the_real_limit_is_a_few_seconds():
    assert 2 <= running.SECONDS <= 5


def test_is_shown_as_a_widget_and_as_text():
    feedback = check_double(lambda x, label: x * x)
    bundle = feedback._repr_mimebundle_()
    assert bundle["text/plain"] == "Not yet: Twice is not the square."
    assert "application/vnd.jupyter.widget-view+json" in bundle
    words = feedback.view().children[0].value
    assert "✗" in words
    assert "Not yet" in words
    assert "Twice is not the square." in words


def test_a_solution_looks_like_no_success():
    words = check_double(twice, keep=False).view().children[0].value
    assert "folded away" in words
    assert "✓" not in words
    assert "verdict-right" not in words


def test_what_a_learner_wrote_is_no_html():
    feedback = Feedback(Kind.NOT_YET, "`a < b` & <b>c</b>", detail="<i>")
    words = feedback.view().children[0].value
    assert "<code>a &lt; b</code> &amp; &lt;b&gt;c&lt;/b&gt;" in words
    assert "&lt;i&gt;" in words


def test_hints_come_one_at_a_time():
    _, box = check_double(...).view().children
    shown, row = box.children
    (button,) = row.children
    assert button.description == "Hint 1 of 3"
    assert shown.children == ()
    for number, text in enumerate(["Think of ", "Of $2 x$, in fact.", "Write "], 1):
        button.click()
        assert len(shown.children) == number
        assert f"<b>Hint {number} of 3.</b> {text}" in shown.children[-1].value
    assert "open the folded cell below" in shown.children[-1].value
    assert (button.description, button.disabled) == ("No more hints", False)
    button.click()
    assert len(shown.children) == 3


def test_hints_asked_for_stay_when_the_answer_is_checked_again():
    @exercise("99.hinted", right="Yes.", mistakes={}, hints=["Think of it.", "Double it."])
    def check_hinted(number):
        """Check number, which is four."""
        raise Unnamed("Count.")

    def hints(answer):
        _, box = check_hinted(answer).view().children
        shown, row = box.children
        return [line.value for line in shown.children], row.children[0]

    none, button = hints(...)
    button.click()
    (first,), button = hints(3)
    assert none == []
    assert "Think of it." in first
    assert button.description == "Hint 2 of 2"


def test_what_is_known_beyond_a_mistake_is_said_after_it():
    @exercise("99.more", right="Yes.", mistakes={"odd": wrong("It is odd.", 3)}, hints=HINTS)
    def check_more(number):
        """Check number."""
        raise Wrong("odd", " And it is prime.")

    assert check_more(3).message == "It is odd. And it is prime."


CELLS = {
    "from helpers import checks\nmy_loss = 5": None,
    "checks.check_loss_of_three_points(my_loss)": "Right: ",
    "my_loss = (30 / 6": None,
    "checks.check_loss_of_three_points(my_loss)  # after the error": (
        "Right: The cell that ran just before this one ended with an error. If it was that of your answer,"
    ),
    "my_loss = 30 / 0": None,
    "checks.check_loss_of_three_points(my_loss, keep=False)": "A solution is folded away",
    "my_loss = 6": None,
    "checks.check_loss_of_three_points(my_loss)  # mended": "Not yet: ",
}
"""Cells in the order in which a learner runs them -> how the text begins that they show."""


def test_an_answer_whose_cell_failed_is_not_taken_for_the_one_before():
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, kernel_name="python3", allow_errors=True).execute()
    for cell, start in zip(cells, CELLS.values(), strict=True):
        if start:
            text = cell.outputs[0]["data"]["text/plain"]
            assert text.startswith(start), cell.source
            assert ("ended with an error" in text) == ("after the error" in cell.source), cell.source


def test_who_is_right_sees_no_hints():
    assert len(check_double(twice).view().children) == 1


RATES = [{"x": X, "rate": 0.3, "name": "a"}, {"x": np.array([1.137, -2.211]), "rate": 0.7, "name": "b"}]
check_scaled = function_exercise(
    "99.scaled",
    "Check scaled(x, rate, name), which returns rate times x.",
    solve=lambda x, rate, name: rate * x,
    on=RATES,
    right="Yes.",
    mistakes={
        "twice": wrong("Twice too much.", lambda x, rate, name: 2 * rate * x),
        "no rate": wrong("The rate is missing.", lambda x, rate, name: x),
        "plus": wrong(
            "A sum, and no product.", lambda x, rate, name: rate + x, lambda x, rate, name: x - rate
        ),
        "first": wrong(
            "Only the first. Does `return` stand inside the loop?",
            lambda x, rate, name: rate * x[0],
            without_loop="Only the first. The others count too.",
        ),
    },
    hints=HINTS,
)


def test_an_argument_that_is_ignored_is_named_before_a_mistake_that_gives_the_same():
    def has_a_rate_of_its_own(x, rate, name):
        rate = 0.6
        return rate * x

    ignores = "Another value of `rate` changes nothing in what it returns."
    assert check_scaled(has_a_rate_of_its_own).message.startswith(ignores)
    assert check_scaled(lambda x, rate, name: 4 * x + 1).message.startswith(ignores)
    assert check_scaled(lambda x, rate, name: 2 * rate * x).message == "Twice too much."


def test_a_mistake_whose_own_code_ignores_an_argument_keeps_its_sentence():
    assert check_scaled(lambda x, rate, name: x).message == "The rate is missing."


def test_who_ignores_everything_is_told_no_argument():
    assert "it should be" in check_scaled(lambda x, rate, name: np.arange(len(x)) + 3.0).message


def test_a_mistake_is_named_only_if_it_explains_all_results():
    def twice_at_first(x, rate, name):
        return (2 if len(x) == 3 else 5) * rate * x

    assert "it should be" in check_scaled(twice_at_first).message


@pytest.mark.parametrize("digits", range(1, 4))
def test_a_rounded_result_is_told_so(digits):
    message = check_scaled(lambda x, rate, name: np.round(rate * x, digits)).message
    assert message.startswith("The numbers are right, but rounded.")
    assert "rounded" not in check_scaled(lambda x, rate, name: np.round(rate * x, digits) + 1).message


def test_who_changes_an_argument_and_is_right_is_not_told_of_rounding():
    def changes(x, rate, name):
        result = rate * x
        x[:] = 0
        return result

    assert "has changed `x`" in check_scaled(changes).message


the_rate = 0.05


def test_a_variable_of_the_notebook_in_the_place_of_an_argument_is_named():
    message = check_scaled(lambda x, rate, name: the_rate * x).message
    assert message.startswith("Another value of `rate` changes nothing")
    assert "it takes `the_rate` from the notebook" in message


def test_whether_return_stands_in_a_loop_is_asked_only_where_there_is_a_loop():
    def first(x, rate, name):
        for part in x:
            return rate * part

    def first_in_while(x, rate, name):
        k = 0
        while k < 1:
            k += 1
        return rate * x[k - 1]

    asks = "Only the first. Does `return` stand inside the loop?"
    assert check_scaled(first).message == check_scaled(first_in_while).message == asks
    assert check_scaled(lambda x, rate, name: rate * x[0]).message == "Only the first. The others count too."
    assert check_scaled(lambda x, rate, name: [rate * p for p in x][0]).message.endswith("count too.")  # noqa: RUF015


def test_what_is_called_again_prints_once(capsys):
    check_scaled(lambda x, rate, name: print("shown") or 3 * x)
    assert capsys.readouterr().out == "shown\n"


def test_a_function_that_ran_too_long_is_not_called_again(short):
    calls = []

    def slow(x, rate, name):
        calls.append(name)
        while True:
            pass

    assert "still running" in check_scaled(slow).message
    assert calls == ["a"]


A, B = np.ones((2, 3)), np.ones(2)
LIBRARY_WORDS = {
    "here 3 columns meet 2 rows": lambda x, label: A @ B,
    "here they are 3 and 2": lambda x, label: np.dot(A, B),
    "It multiplies arrays; a number is multiplied by `*`": lambda x, label: A @ np.float64(2),
    "one True or False is needed": lambda x, label: max(x, 0),
    "NumPy has functions for every entry": lambda x, label: x if x > 0 else 0,
    "`^` is no power in Python": lambda x, label: x ^ 2,
    "the square of r is written `r**2`": lambda x, label: 2.5 ^ 2,
    "one number is needed, but an array came": lambda x, label: float(np.ones(2)),
    "a single place in an array take one number": lambda x, label: np.zeros(2).__setitem__(0, x),
    "arrays of the shapes (2,3) and (2,) do not fit together, entry by entry": lambda x, label: A - B,
    "A sum of products is `@`": lambda x, label: A * B,
    "shape (3,) does not fit into a place of shape (2,)": lambda x, label: np.zeros(2).__setitem__(
        slice(2), X
    ),
    "the rows have different lengths": lambda x, label: np.array([[1, 2], [3]]),
    "counting starts at 0, so the last of 3 has the index 2": lambda x, label: X[3],
    "counting starts at 0, so the last is n - 1": lambda x, label: [1][1],
    "an array was given 2 indices, but the length of its `.shape` is 1.": lambda x, label: X[0, 0],
    "Is a `*` or `@` missing": lambda x, label: X(x),
    "`range` takes one number, but an array came": lambda x, label: [0 for k in range(x)],
    "take one list of arrays: two pairs of brackets, `np.concatenate([a, b])`": lambda x, label: (
        np.concatenate(A, B)
    ),
    "two pairs of brackets": lambda x, label: np.concatenate(1.0, B),
    "its length, is meant": lambda x, label: [1, 2][x],
    "`for i in x` goes through the values, not": lambda x, label: [X[i] for i in x],
    "Does a loop go through values, as `for i in y` does": lambda x, label: [1, 2][x[0]],
    "even 4.0; `//` gives a whole one": lambda x, label: [0 for k in range(len(x) / 2)],
    "a whole number is needed here": lambda x, label: [0 for k in range(x[0])],
    "it has no parts: is `range(size)` meant?": lambda x, label, size=3: [k for k in size],  # noqa: C416
    "one number came where several are gone through": lambda x, label: sum(3),
    "it repeats what is in it": lambda x, label: (1, 2) * (3, 4),
    "None came where a number was expected": lambda x, label: 0.1 * None,
}


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("idea", LIBRARY_WORDS)
def test_a_librarys_words_become_an_idea_with_the_learners_line(idea):
    message = said(LIBRARY_WORDS[idea]).message
    assert idea in message
    assert message.startswith("In line ")
    assert "gufunc" not in message.split("`,", 1)[1]
    assert "it raised" not in message


def test_a_variable_without_a_first_value():
    def counts(x, label):
        for part in x:
            total += part  # noqa: F821
        return total

    assert "`total` is used before it has a value" in said(counts).message


def test_a_table_names_its_own_shape():
    on_four = np.arange(4.0)

    @exercise("99.four", right="Yes.", mistakes={}, hints=HINTS)
    def check_four(function):
        """Check four(x)."""
        compare(function, {"x": on_four}, on_four)

    assert "(4, 1) is a table of one column, (4,) a row" in check_four(lambda x: x[:, None]).message
    assert "(1, 4) is a table of one row, (4,) a row" in check_four(lambda x: x[None]).message
