"""What a learner predicted before they saw the answer: kept with their progress, and never scored.

JupyterLab's side of the course calls `keep` and `kept`: jupyter/labextensions/course/static/predict.js.
"""

from datetime import datetime
from urllib.parse import quote

from IPython.display import JSON, Markdown

from helpers.learner import progress, schedule

NOTHING = "No prediction to make again today. Those that come otherwise than you thought come back here."


def keep(name, section, question, guess, right=None):
    """Keep a prediction; the latest one under a name counts.

    name      "predict.05." and the id of the cell that asks
    section   the heading that it stands under
    question  what it asks, as plain text
    guess     what was typed; "" if the answer was asked for at once
    right     whether it came as the learner thought; None while they have not said
    returns   "", or a sentence on what keeps it from being kept
    """
    return progress.record("predicted", name, section=section, question=question, guess=guess, right=right)


def kept(number):
    """Return what was predicted in a notebook, such as "05", as JSON.

    It is name -> what `keep` was given, and "again": whether it is to be predicted anew.
    """
    again = {event.name for event in surprises(datetime.now().astimezone())}
    return JSON(
        {
            event.name: event.detail | {"again": event.name in again}
            for event in _latest().values()
            if event.name.split(".")[1] == number
        }
    )


def surprises(now):
    """Return the latest Event of each prediction that came otherwise than thought, once a day has passed.

    now  datetime with a time zone
    """
    latest = _latest()
    compared = [
        event._replace(detail={"correct": event.detail["right"]})
        for event in progress.events("predicted")
        if event.detail.get("right") is not None
    ]
    due = (latest[name] for name in schedule.due(compared, now))
    return [event for event in due if event.detail.get("right") is False]


def as_list(now, files):
    """Return the surprises as a list in Markdown, each with a link to its place, and with what was thought.

    now    datetime with a time zone
    files  dict of a notebook's number -> its file's name; surprises of other notebooks are left out
    """
    found = ((files.get(event.name.split(".")[1]), event.detail) for event in surprises(now))
    lines = [
        f"- [{file[:2]} {detail['section']}]({file}#{quote(detail['section'].replace(' ', '-'))}):"
        f" {detail['question']} You thought: `{detail['guess']}`"
        for file, detail in found
        if file
    ]
    return Markdown("\n".join(lines) or NOTHING)


def _latest():
    return {event.name: event for event in progress.events("predicted")}
