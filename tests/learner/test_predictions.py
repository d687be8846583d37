"""What was predicted is kept, and what came otherwise than thought comes back after a day."""

from datetime import UTC, datetime, timedelta

from helpers import quizzes
from helpers.learner import predictions, progress

NAME, ASKED = "predict.05.1a2b3c4d", ("Three scores", "which one wins?")


def in_days(days):
    return datetime.now(UTC) + timedelta(days=days)


def test_the_latest_prediction_counts():
    predictions.keep(NAME, *ASKED, 'the "first" \\ one')
    predictions.keep(NAME, *ASKED, 'the "first" \\ one', True)
    predictions.keep("predict.06.1a2b3c4d", *ASKED, "")
    assert predictions.kept("05").data == {
        NAME: {
            "section": ASKED[0],
            "question": ASKED[1],
            "guess": 'the "first" \\ one',
            "right": True,
            "again": False,
        }
    }
    assert predictions.kept("07").data == {}


def test_it_solves_and_answers_nothing():
    predictions.keep(NAME, *ASKED, "the first", True)
    assert progress.solved() == set()
    assert progress.answered() == {}


def test_a_surprise_comes_back_after_a_day_until_it_is_none():
    predictions.keep(NAME, *ASKED, "the first", False)
    assert predictions.surprises(in_days(0)) == []
    (event,) = predictions.surprises(in_days(2))
    assert (event.name, event.detail["guess"]) == (NAME, "the first")
    predictions.keep(NAME, *ASKED, "the second")
    assert predictions.surprises(in_days(2)) == [], "it was predicted anew, and not compared yet"
    predictions.keep(NAME, *ASKED, "the second", True)
    assert predictions.surprises(in_days(100)) == []


def test_what_came_as_thought_or_was_shown_at_once_does_not_come_back():
    predictions.keep(NAME, *ASKED, "the first", True)
    predictions.keep("predict.05.shown", *ASKED, "")
    assert predictions.surprises(in_days(100)) == []


def test_the_review_names_question_and_guess_and_leads_there():
    assert "No prediction" in quizzes.surprises().data
    predictions.keep(NAME, *ASKED, "the *first*", False)
    shown = quizzes.surprises(in_days(2)).data
    assert "[05 Three scores](05_classification.ipynb#Three-scores): which one wins?" in shown
    assert "`the *first*`" in shown
    predictions.keep("predict.99.1a2b3c4d", *ASKED, "of a notebook that is no more", False)
    assert "no more" not in quizzes.surprises(in_days(2)).data
