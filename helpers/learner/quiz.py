"""A quiz in place: one question at a time, answered by mouse or keyboard, explained at once."""

import html
import math
import time
from functools import partial

import ipywidgets

from helpers.learner import onward, progress
from helpers.learner.questions import Choice, Number, Several
from helpers.learner.verdict import SIGNS, Kind, as_html, with_sign
from helpers.live.button import button

MAIN = {"button_color": "#0072B2", "text_color": "white"}
QUIET = dict.fromkeys(MAIN)
"""The button that one looks for, and the others."""
FILL = {"width": "auto"}
SECONDS_TOGETHER = 1
"""A number that comes so soon after Enter or Check was typed before it."""


class Quiz(ipywidgets.VBox):
    """Questions one at a time, each judged at the press of a button; what was answered is kept.

    questions  dict of the name under which an answer is kept -> Choice, Several or Number
    notebook   number of the notebook that counts as viewed once the quiz is shown, such as "03"
    again      True: open every question unanswered, even if it was answered before
    nothing    what to say if there are no questions
    """

    def __init__(self, questions, notebook=None, *, again=False, nothing=""):
        self.questions, self.notebook, self._nothing = dict(questions), notebook, nothing
        self.pages = [Page(name, question, self._mark) for name, question in self.questions.items()]
        self.index = 0
        self.previous = button("Previous", lambda: self.show(self.index - 1))
        self.next = button("Next", lambda: self.show(self.index + 1))
        self.over = button("Start over", self.start_over)
        self._head, self._place, self._end = ipywidgets.HTML(), ipywidgets.VBox(), ipywidgets.VBox()
        navigation = ipywidgets.HBox([self.previous, self.next, self.over])
        navigation.add_class("quiz-steps")
        super().__init__([self._head, self._place, navigation] if self.pages else [_words(nothing)])
        self.add_class("quiz")
        if not again:
            self._restore()
        if self.pages:
            self.show(self._first_open())

    def show(self, index):
        """Show the question of that index; after the last comes the end, which says how it went."""
        self.index = min(max(index, 0), len(self.pages))
        if self.index == len(self.pages):
            self._end.children = self._closing()
        self._place.children = [[*(page.box for page in self.pages), self._end][self.index]]
        self._mark()

    def start_over(self):
        """Empty all questions, and show the first; what is kept of the answers stays."""
        for page in self.pages:
            page.clear()
        self.show(0)

    def describe(self):
        """Return the questions and their options as text, without the answers."""
        if not self.pages:
            return self._nothing
        total = len(self.pages)
        texts = [f"Question {k} of {total}: {page.describe()}" for k, page in enumerate(self.pages, start=1)]
        return "\n\n".join(texts)

    def _mark(self):
        """Say above the question which one it is, and how the others stand."""
        states = [page.kind for page in self.pages]
        signs = " ".join(SIGNS[state] for state in states)
        right = states.count(Kind.RIGHT)
        ended = self.index == len(states)
        where = "The end" if ended else f"Question {self.index + 1} of {len(states)}"
        kind = "quiz-head quiz-done" if right == len(states) else "quiz-head"
        self._head.value = (
            f'<div class="{kind}"><span role="status">{where}</span>'
            f'<span><span aria-hidden="true">{signs}</span>&ensp;{right} of {len(states)} right</span></div>'
        )
        self.previous.disabled = self.index == 0
        self.next.description = "No more questions" if ended else "Next"  # disabled, it would lose the focus
        done = not ended and states[self.index] is Kind.RIGHT
        _look(self.next, MAIN if done else QUIET)
        if not ended:
            _look(self.pages[self.index].button, QUIET if done else MAIN)

    def _closing(self):
        """Return the widgets of the end: how it went, what to try again, and what is next."""
        total = len(self.pages)
        missed = {k: page for k, page in enumerate(self.pages) if page.kind is not Kind.RIGHT}
        went, onward_to = f"{total - len(missed)} of {total} right.", []
        if self.notebook:
            if not missed:
                went = f"All {total} right; {_right_at_first(self.questions)} of them at the first try."
            places = ", ".join(place.as_html() for place in onward.open_exercises(self.notebook))
            following = onward.next_notebook(self.notebook)
            onward_to += [f"Still to do in this notebook: {places}"] * bool(places)
            onward_to += [f"Next: {following.as_html()}"] if following else []
        again = [button(self._ask(k, page), partial(self.show, k)) for k, page in missed.items()]
        return [_lines([went]), ipywidgets.HBox(again).add_class("quiz-again"), _lines(onward_to)]

    def _ask(self, k, page):
        return f"Try question {k + 1} again" if page.kind is Kind.NOT_YET else f"Answer question {k + 1}"

    def _restore(self):
        kept = progress.answered()
        for page in self.pages:
            if page.name in kept:
                page.restore(kept[page.name].detail.get("answer"))

    def _first_open(self):
        open_ones = (k for k, page in enumerate(self.pages) if page.kind is not Kind.RIGHT)
        return next(open_ones, len(self.pages))

    def _repr_mimebundle_(self, **kwargs):
        """Return the live view with, beside it, the questions as text for where nothing is live."""
        if self.notebook and self.notebook not in progress.viewed():
            progress.record("viewed", self.notebook)
        bundle = super()._repr_mimebundle_(**kwargs)
        bundle["text/plain"] = self.describe()
        return bundle


class Page:
    """One question of a quiz: its text, its control, the button that checks, and the verdict.

    name      under which the answer is kept
    question  Choice, Several or Number
    changed   called without arguments after each verdict
    """

    def __init__(self, name, question, changed):
        self.name, self.question, self._changed = name, question, changed
        self.kind, self._judged = Kind.NOT_ATTEMPTED, None
        self.answer = CONTROLS[type(question)](question, self.check)
        self.button = button("Check", self.check, style=MAIN)
        self.button.add_class("quiz-check")
        self.verdict = ipywidgets.HTMLMath()
        self.box = ipywidgets.VBox([_words(question.text), self.answer.widget, self.button, self.verdict])

    def check(self):
        """Judge what is chosen, show the verdict, and keep it."""
        answer = self.answer.get()
        verdict = self.question.judge(answer)
        trouble = ""
        if verdict.correct is not None and answer != self._judged:  # the button may be pressed twice
            trouble = progress.record("answered", self.name, answer=answer, correct=verdict.correct)
            self._judged = answer
        self._show(verdict, trouble)

    def restore(self, answer):
        """Show an answer that was kept, with its verdict; an answer that fits no longer is left out."""
        self.answer.set(answer)
        verdict = self.question.judge(self.answer.get())
        if verdict.correct is not None:
            self._judged = self.answer.get()
            self._show(verdict)

    def clear(self):
        """Empty the control and the verdict."""
        self.answer.set(None)
        self.kind, self._judged, self.verdict.value = Kind.NOT_ATTEMPTED, None, ""

    def describe(self):
        """Return the question and its options as text."""
        options = [f"- {option.text}" for option in getattr(self.question, "options", [])]
        return "\n".join([self.question.text, *options])

    def _show(self, verdict, trouble=""):
        self.kind = verdict.kind
        lines = "".join(f"<div>{as_html(line)}</div>" for line in verdict.text.split("\n"))
        note = f"<div>{html.escape(trouble)}</div>" if trouble else ""
        self.verdict.value = (
            f'<div role="alert" class="quiz-verdict verdict-{verdict.kind.value}">'
            f'<span class="quiz-word">{with_sign(verdict.kind)}</span>{lines}{note}</div>'
        )
        self._changed()


class OneOf:
    """Radio buttons for a Choice.

    Each is a widget of its own: JupyterLab takes the arrow keys that move within a group for itself,
    so every option must be reached with Tab and chosen with Space.
    """

    def __init__(self, question, _):
        self.buttons = {
            option.name: ipywidgets.RadioButtons(
                options=[(option.text, option.name)], value=None, layout=ipywidgets.Layout(**FILL)
            )
            for option in question.options
        }
        for radio in self.buttons.values():
            radio.observe(self._only, "value")
        self.widget = _group("Choose one:", self.buttons.values())

    def get(self):
        """Return the name of the option that is chosen, or None."""
        return next((name for name, radio in self.buttons.items() if radio.value), None)

    def set(self, answer):
        """Choose the option of that name, or none."""
        for name, radio in self.buttons.items():
            radio.value = name if name == answer else None

    def _only(self, change):
        if change["new"] is not None:
            for radio in self.buttons.values():
                if radio is not change["owner"]:
                    radio.value = None


class SomeOf:
    """A checkbox for each option of a Several."""

    def __init__(self, question, _):
        self.boxes = {
            option.name: ipywidgets.Checkbox(
                False, description=option.text, indent=False, layout=ipywidgets.Layout(**FILL)
            )
            for option in question.options
        }
        self.widget = _group("Tick all that hold:", self.boxes.values())

    def get(self):
        """Return the names of the options that are ticked."""
        return [name for name, box in self.boxes.items() if box.value]

    def set(self, answer):
        """Tick the options of those names, and no other."""
        for name, box in self.boxes.items():
            box.value = isinstance(answer, list) and name in answer


class Typed:
    """A field for a Number; Enter checks.

    It sends what was typed when Enter is pressed or the field is left, as by the press on Check. That press
    is another message, and the kernel may take it first: a number right after it is what was meant.
    """

    def __init__(self, question, check):
        self.widget = ipywidgets.Text(
            description="Your number:",
            continuous_update=False,
            style={"description_width": "initial"},
            layout=ipywidgets.Layout(width="260px"),
        )
        self._check, self._asked = check, -math.inf
        self.widget.on_msg(self._enter)
        self.widget.observe(self._arrive, "value")
        self.widget.add_class("quiz-answer")

    def get(self):
        """Return what is typed."""
        self._asked = time.monotonic()
        return self.widget.value

    def set(self, answer):
        """Put an answer into the field, or empty it."""
        self._asked = -math.inf
        self.widget.value = answer if isinstance(answer, str) else ""

    def _enter(self, _, content, __):
        if content.get("event") == "submit" and self.get():
            self._check()

    def _arrive(self, _):
        if time.monotonic() - self._asked < SECONDS_TOGETHER:
            self._check()


CONTROLS = {Choice: OneOf, Several: SomeOf, Number: Typed}


def _group(lead, controls):
    group = ipywidgets.VBox([ipywidgets.HTML(f'<span class="quiz-lead">{lead}</span>'), *controls])
    group.add_class("quiz-answer")
    return group


def _lines(lines):
    return ipywidgets.HTML("".join(f'<div class="quiz-text">{line}</div>' for line in lines))


def _look(control, looks):
    """Give a button its colours."""
    for name, colour in looks.items():
        setattr(control.style, name, colour)


def _right_at_first(names):
    """Return how many of these questions were answered right at the first try of all."""
    first = {event.name: event.detail.get("correct") for event in reversed(progress.events("answered"))}
    return sum(first.get(name) is True for name in names)


def _words(text):
    return ipywidgets.HTMLMath(f'<div class="quiz-text">{as_html(text)}</div>')
