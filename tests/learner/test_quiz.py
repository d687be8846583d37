"""A quiz as a learner uses it: every control moved, verdicts shown, answers kept and found again."""

import ipywidgets
import pytest

from helpers import checks, course, quizzes
from helpers.learner import progress
from helpers.learner.onward import EXERCISES
from helpers.learner.questions import Number, Several
from helpers.learner.quiz import MAIN, Quiz
from helpers.learner.reading import questions
from helpers.learner.verdict import Kind

WRITTEN = r"""
## Choice: colour
Which is red <now>?
- [ ] the sky {#sky}
  It is blue.
- [x] blood {#blood}
  It is red.

## Several: even
Which are even?
- [x] 2 {#two}
  two
- [ ] 3 {#three}
  odd
- [x] 4 {#four}
  four

## Number: half
Half of 5, $\frac{5}{2}$?
- [x] 2.5
  It is.
- [ ] 10
  Twice.
- [ ] otherwise
  Divide.
"""
THREE = {f"quiz.99.{question.name}": question for question in questions(WRITTEN, "test")}
NUMBERS = [notebook.number for notebook in course.NOTEBOOKS]


@pytest.fixture
def quiz():
    return Quiz(THREE, "99")


def answer(page, value):
    page.answer.set(value)
    page.button.click()
    return page.verdict.value


def controls(widget):
    """Yield every control inside a widget."""
    if isinstance(widget, ipywidgets.Box):
        for child in widget.children:
            yield from controls(child)
    elif not isinstance(widget, ipywidgets.HTML | ipywidgets.HTMLMath):
        yield widget


def test_verdicts_are_words_as_well_as_colours(quiz):
    colour, even, half = quiz.pages
    for page, value, word, text in [
        (colour, "sky", "Not yet</span>", "It is blue."),
        (colour, "blood", "Right</span>", "It is red."),
        (even, ["two", "three"], "Not yet</span>", "“3” does not hold: odd"),
        (even, ["two", "four"], "Right</span>", "two four"),
        (half, "10", "Not yet</span>", "Twice."),
        (half, "2,5", "Right</span>", "It is."),
        (half, "x", "Not attempted</span>", "“x” is not read as a number"),
    ]:
        shown = answer(page, value)
        assert word in shown
        assert text in shown
        assert 'role="alert"' in shown


def test_nothing_chosen_is_neither_wrong_nor_kept(quiz):
    for page in quiz.pages:
        page.button.click()
        assert "Not attempted</span>" in page.verdict.value
    assert progress.events() == []


def test_only_one_radio_button_is_down(quiz):
    first, second = quiz.pages[0].answer.buttons.values()
    first.value = "sky"
    second.value = "blood"
    assert (first.value, second.value) == (None, "blood")
    first.value = "sky"
    assert (first.value, second.value) == ("sky", None)


def test_answers_are_kept_and_found_again(quiz):
    answer(quiz.pages[0], "blood")
    answer(quiz.pages[1], ["three"])
    kept = progress.answered()
    assert kept["quiz.99.colour"].detail == {"answer": "blood", "correct": True}
    assert kept["quiz.99.even"].detail == {"answer": ["three"], "correct": False}

    again = Quiz(THREE, "99")
    assert again.pages[0].answer.get() == "blood"
    assert "Right</span>" in again.pages[0].verdict.value
    assert again.pages[1].answer.get() == ["three"]
    assert again.index == 1, "the first that is not right"
    again.pages[0].button.click()
    assert len(progress.events()) == 2, "pressing again keeps nothing new"


def test_rewording_loses_no_answer(quiz):
    answer(quiz.pages[0], "blood")
    answer(quiz.pages[1], ["two", "four"])
    text = WRITTEN.replace("the sky", "heaven").replace("blood {", "lifeblood {").replace("2 {", "two {")
    new = Quiz({f"quiz.99.{question.name}": question for question in questions(text, "test")}, "99")
    assert [page.kind for page in new.pages] == [Kind.RIGHT, Kind.RIGHT, Kind.NOT_ATTEMPTED]
    assert new.pages[0].answer.get() == "blood"
    assert "lifeblood" in new.pages[0].describe()


def test_start_over_empties_the_quiz_and_forgets_nothing(quiz):
    answer(quiz.pages[0], "blood")
    answer(quiz.pages[2], "10")
    quiz.show(2)
    quiz.over.click()
    assert [page.answer.get() for page in quiz.pages] == [None, [], ""]
    assert {page.verdict.value for page in quiz.pages} == {""}
    assert quiz.index == 0
    assert len(progress.answered()) == 2
    answer(quiz.pages[0], "blood")
    assert len(progress.events()) == 3


@pytest.mark.parametrize("kept", ["an option that is gone", "the sky", ["sky"], 3, None, {"a": 1}])
def test_an_answer_that_no_longer_fits_is_left_out(kept):
    for name in THREE:
        progress.record("answered", name, answer=kept, correct=True)
    assert Kind.RIGHT not in [page.kind for page in Quiz(THREE, "99").pages]


def test_next_leads_through_the_questions_to_the_end_and_no_further(quiz):
    for k, page in enumerate(quiz.pages, start=1):
        assert quiz._place.children == (page.box,)
        assert f"Question {k} of 3" in quiz._head.value
        assert quiz.previous.disabled == (k == 1)
        quiz.next.click()
    for _ in range(2):
        assert quiz._place.children == (quiz._end,)
        assert "The end" in quiz._head.value
        assert quiz.next.description == "No more questions"
        quiz.next.click()
    quiz.previous.click()
    assert quiz._place.children == (quiz.pages[2].box,)
    assert quiz.next.description == "Next"


def test_next_is_the_button_to_look_for_once_the_answer_is_right(quiz):
    check = quiz.pages[0].button
    for value, main, quiet in (("sky", check, quiz.next), ("blood", quiz.next, check)):
        answer(quiz.pages[0], value)
        assert main.style.button_color == MAIN["button_color"]
        assert quiet.style.button_color is None
    quiz.next.click()
    assert quiz.next.style.button_color is None


def ending(quiz):
    """Show the end; return its words, and its buttons by their labels."""
    quiz.show(len(quiz.pages))
    went, again, leads_on = quiz._end.children
    return went.value + leads_on.value, {one.description: one for one in again.children}


def test_the_end_says_how_it_went_and_what_to_try_again(quiz):
    answer(quiz.pages[0], "sky")
    answer(quiz.pages[2], "2.5")
    words, buttons = ending(quiz)
    assert "1 of 3 right." in words
    assert [*buttons] == ["Try question 1 again", "Answer question 2"]
    buttons["Answer question 2"].click()
    assert quiz.index == 1
    answer(quiz.pages[0], "blood")
    answer(quiz.pages[1], ["two", "four"])
    words, buttons = ending(quiz)
    assert "All 3 right; 2 of them at the first try." in words
    assert not buttons
    assert Quiz(THREE, "99").index == 3, "a quiz that is done opens at its end"
    assert "first try" not in ending(Quiz(THREE))[0], "what comes back was answered before"


def test_the_end_leads_to_exercises_that_are_open_and_to_the_next_notebook():
    words, _ = ending(quizzes.quiz("01"))
    assert 'data-notebook="01_network_structure.ipynb" data-place="1.6">exercise 1.6<' in words
    assert 'Next: <span class="place" data-notebook="02_loss.ipynb" data-place="">02 Loss<' in words
    assert len(EXERCISES["01"]) == 6 <= len(checks.__all__), "importing checks numbers them"
    for name in EXERCISES["01"]:
        progress.record("solved", name)
    assert "Still to do" not in ending(quizzes.quiz("01"))[0]
    assert "Next" not in ending(quizzes.quiz("13"))[0]


def test_the_head_says_how_many_are_right(quiz):
    answer(quiz.pages[0], "blood")
    answer(quiz.pages[1], ["three"])
    assert "✓ ✗ ○" in quiz._head.value
    assert "1 of 3 right" in quiz._head.value


def enter(page):
    page.answer.widget._handle_custom_msg({"event": "submit"}, [])


def test_enter_in_the_number_field_checks(quiz):
    page = quiz.pages[2]
    page.answer.set("2.5")
    enter(page)
    assert "Right</span>" in page.verdict.value


@pytest.mark.parametrize("ask", [enter, lambda page: page.button.click()], ids=["Enter", "Check"])
def test_the_kernel_may_take_the_number_after_the_press_that_it_belongs_to(quiz, ask):
    page = quiz.pages[2]
    answer(page, "10")
    ask(page)
    page.answer.widget.value = "2.5"
    assert "Right</span>" in page.verdict.value
    assert [event.detail["answer"] for event in progress.events("answered")] == ["10", "2.5"]


def test_leaving_the_number_field_does_not_check(quiz):
    page = quiz.pages[2]
    page.answer.widget.value = "2.5"
    assert page.verdict.value == ""


def test_what_keeps_an_answer_from_being_kept_is_said_beside_the_verdict(monkeypatch, tmp_path, quiz):
    (tmp_path / "file").write_text("a file")
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "file" / "below"))
    assert "Your progress is not kept" in answer(quiz.pages[0], "blood")
    assert "not kept" not in answer(quiz.pages[0], "sky")


def test_texts_are_shown_as_they_are_written(quiz):
    shown = quiz.pages[0].box.children[0].value
    assert "Which is red &lt;now&gt;?" in shown
    assert "$\\frac{5}{2}$" in quiz.pages[2].box.children[0].value


def test_a_notebook_stores_the_questions_without_the_answers(quiz):
    before = quiz._repr_mimebundle_()["text/plain"]
    assert before.startswith("Question 1 of 3: Which is red <now>?\n- the sky\n- blood\n\nQuestion 2 of 3: ")
    answer(quiz.pages[0], "blood")
    bundle = Quiz(THREE, "99")._repr_mimebundle_()
    assert bundle["text/plain"] == before
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "red." not in before


def test_showing_a_quiz_marks_its_notebook_as_viewed_once_and_solves_nothing(quiz):
    quiz._repr_mimebundle_()
    Quiz(THREE, "99")._repr_mimebundle_()
    assert [(event.kind, event.name) for event in progress.events()] == [("viewed", "99")]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_control_has_a_name_that_is_read_out_and_may_be_as_long_as_it_is(number):
    quiz = quizzes.quiz(number)
    found = [*controls(quiz), *(control for page in quiz.pages for control in controls(page.box))]
    assert len(found) > 8
    for control in found:
        radio = isinstance(control, ipywidgets.RadioButtons)
        labels = control._options_labels if radio else [control.description]
        assert all(label.strip() for label in labels), control
        assert control.layout.width == "auto" or isinstance(control, ipywidgets.Text)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_answer_of_every_quiz_is_judged_through_its_controls(number):
    for page in quizzes.quiz(number).pages:
        question = page.question
        if isinstance(question, Number):
            for mistake, why in question.mistakes.items():
                assert "Not yet</span>" in answer(page, str(mistake)), why
            assert "Right</span>" in answer(page, str(question.value))
            continue
        holding = [option.name for option in question.options if option.holds]
        for option in question.options:
            several = isinstance(question, Several)
            shown = answer(page, [*holding, option.name] if several else option.name)
            assert ("Right</span>" if option.holds else "Not yet</span>") in shown
        assert "Right</span>" in answer(page, holding if isinstance(question, Several) else holding[0])
