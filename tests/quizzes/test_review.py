"""What comes back today: wrong answers after a day, right ones later, at most five, the weakest first."""

from datetime import UTC, datetime, timedelta

import pytest

from helpers import quizzes
from helpers.learner import progress
from helpers.learner.questions import Number
from helpers.learner.schedule import due
from helpers.learner.verdict import Kind

START = datetime(2025, 3, 1, 10, tzinfo=UTC)


def answers(*those):
    """Return events of (name, days after the start, correct)."""
    return [
        progress.Event(
            str(k), (START + timedelta(days=days)).isoformat(), "answered", name, {"correct": correct}
        )
        for k, (name, days, correct) in enumerate(those)
    ]


def days_until_due(*correct):
    """Return after how many days a question comes back, and each time is answered as given."""
    events, day, waits = [], 0, []
    for answer in correct:
        events += answers(("a", day, answer))
        wait = next(k for k in range(1, 1000) if due(events, START + timedelta(days=day + k)))
        waits.append(wait)
        day += wait
    return waits


def test_nothing_answered_nothing_due():
    assert due([], START) == []


def test_what_was_answered_today_does_not_come_back_today():
    assert due(answers(("right", 0, True), ("wrong", 0, False)), START + timedelta(hours=5)) == []


def test_a_wrong_answer_comes_back_tomorrow_and_a_right_one_later():
    assert days_until_due(False) == [1]
    waits = days_until_due(True, True, True, True)
    assert waits[0] >= 2
    assert waits == sorted(waits)
    assert waits[-1] > 30


def test_a_slip_brings_a_question_back_soon():
    before, after = days_until_due(True, True, True, False)[-2:]
    assert after < before / 3


def test_it_comes_back_from_the_morning_of_its_day():
    events = answers(("a", 0, False))  # at 10 in the morning
    assert due(events, START.replace(day=2, hour=1)) == ["a"]


def test_the_least_remembered_comes_first():
    events = answers(("right lately", 5, True), ("right long ago", 0, True), ("wrong lately", 5, False))
    now = START + timedelta(days=10)
    assert due(events, now) == ["wrong lately", "right long ago", "right lately"]


def test_the_same_answers_always_come_back_on_the_same_day():
    events = answers(*((f"q{k}", k % 4, k % 3 == 0) for k in range(20)))
    assert due(events, START + timedelta(days=9)) == due(events, START + timedelta(days=9))


def test_answers_of_an_older_or_broken_export_do_no_harm():
    events = answers(("a", 0, True))
    odd = events[0]._replace(detail={}, at="2025-03-01T12:00:00")
    assert due([*events, odd], START + timedelta(days=30)) == ["a"]


def test_what_was_answered_while_the_clock_was_ahead_comes_back_today(progress_folder):
    progress.record("answered", "a", correct=True)
    file = progress_folder / "progress.jsonl"
    file.write_text(file.read_text().replace('"at": "20', '"at": "29'))
    assert due(progress.events("answered"), datetime.now(UTC)) == ["a"]


@pytest.fixture
def seven(monkeypatch):
    """Seven questions, all answered wrong three days ago."""
    questions = {
        f"quiz.98.q{k}": Number(f"q{k}", f"What is {k}?", k, "It is.", "It is not.") for k in range(7)
    }
    monkeypatch.setattr(quizzes, "QUESTIONS", questions)
    past = (datetime.now(UTC) - timedelta(days=3)).isoformat()
    monkeypatch.setattr(progress, "_now", lambda: past)
    for name in [*questions, "quiz.98.gone"]:
        progress.record("answered", name, answer="9", correct=False)
    monkeypatch.setattr(progress, "_now", lambda: datetime.now(UTC).isoformat())
    return questions


def test_at_most_five_come_back_unanswered(seven):
    quiz = quizzes.due_today()
    assert len(quiz.pages) == 5
    assert {page.kind for page in quiz.pages} == {Kind.NOT_ATTEMPTED}
    assert {page.answer.get() for page in quiz.pages} == {""}


def test_what_is_answered_makes_room_for_the_rest(seven):
    for left in (5, 2, 0):
        quiz = quizzes.due_today()
        assert len(quiz.pages) == left
        for page in quiz.pages:
            page.answer.set("9")
            page.button.click()
            assert "Not yet</span>" in page.verdict.value


def test_with_nothing_due_it_says_so():
    quiz = quizzes.due_today()
    assert quiz.pages == []
    assert quiz._repr_mimebundle_()["text/plain"].startswith("Nothing to repeat today.")
    assert progress.events() == []
