"""When a question is worth repeating: each is a card of FSRS, each answer a review of it."""

from datetime import UTC, datetime, time, timedelta

from fsrs import Card, Rating, Scheduler

SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
"""In days, not minutes, and without chance: the same answers always come back on the same day."""


def due(answers, now):
    """Return the names of the questions that are due by the end of today, the least remembered first.

    answers  list of progress.Event of kind "answered", oldest first; detail has "correct"
    now      datetime with a time zone
    """
    cards = {}
    for event in answers:
        rating = Rating.Good if event.detail.get("correct") is True else Rating.Again
        card = cards.get(event.name) or Card(card_id=0)
        cards[event.name], _ = SCHEDULER.review_card(card, rating, _utc(datetime.fromisoformat(event.at)))
    tonight = _utc(datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo))
    remembered = {
        name: SCHEDULER.get_card_retrievability(card, _utc(now))
        for name, card in cards.items()
        if card.due < tonight
    }
    return sorted(remembered, key=remembered.get)


def _utc(moment):
    return moment.astimezone(UTC)
