"""What comes after a right answer: the next exercise, then the quiz, then the next notebook."""

import pytest

from helpers import checks
from helpers.course import NOTEBOOKS
from helpers.learner import onward, progress
from helpers.learner.onward import EXERCISES, Place


def solve(*numbers):
    """Solve the exercises of notebook 01 with these numbers within it."""
    for number in numbers:
        progress.record("solved", EXERCISES["01"][number - 1])


def after(number):
    done, place = onward.after_exercise(EXERCISES["01"][number - 1])
    return done, place.where


def test_the_next_is_the_first_open_one_behind_and_then_before():
    solve(1)
    assert after(1) == ("1 of 6 done.", "1.2")
    solve(2, 4)
    assert after(1) == ("3 of 6 done.", "1.3")
    assert after(4) == ("3 of 6 done.", "1.5")
    solve(5, 6)
    assert after(6) == ("5 of 6 done.", "1.3")
    assert onward.solved_numbers("01") == ["1.1", "1.2", "1.4", "1.5", "1.6"]


def test_after_the_last_comes_the_quiz():
    solve(*range(1, 7))
    assert after(3) == ("All 6 done.", "quiz")


def test_an_exercise_that_no_notebook_has_leads_nowhere():
    assert onward.after_exercise("99.double") is None


@pytest.mark.parametrize("one", NOTEBOOKS, ids=lambda one: one.number)
def test_every_notebook_but_the_last_leads_to_the_next(one):
    place = onward.next_notebook(one.number)
    following = NOTEBOOKS[NOTEBOOKS.index(one) + 1 :]
    assert place == (Place(following[0].heading, following[0].file) if following else None)


def test_a_right_answer_says_it_as_text_and_as_a_place():
    feedback = checks.check_loss_of_three_points(5)
    assert repr(feedback).endswith("\n\n1 of 2 done. Next: exercise 0.2")
    shown = feedback.view().children[0].value
    assert 'data-solved="0.1"' in shown
    assert '<span class="place" data-notebook="00_start_here.ipynb" data-place="0.2">exercise 0.2<' in shown
    assert "Next" not in repr(checks.check_loss_of_three_points(6))
    assert "Next" not in repr(checks.check_loss_of_three_points(5, keep=False))
