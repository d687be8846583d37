"""What a check or a question says of an answer, and the ways in which a check ends early.

A check returns if the answer is right. Else it raises: `Wrong` with the key of a known mistake, `Unnamed`
with a sentence on what no known mistake explains, `NotAttempted` where something still is to be written.
"""

import functools
import html
import re
from enum import Enum

import ipywidgets

from helpers.live.button import button


class Kind(Enum):
    """What a verdict is; the value is the ending of its style's class."""

    RIGHT = "right"
    NOT_YET = "not-yet"
    NOT_ATTEMPTED = "not-attempted"
    SOLUTION = "solution"


WORDS = {
    Kind.RIGHT: "Right",
    Kind.NOT_YET: "Not yet",
    Kind.NOT_ATTEMPTED: "Not attempted",
    Kind.SOLUTION: "Solution",
}
"""What a learner reads for each kind."""
SIGNS = {Kind.RIGHT: "✓", Kind.NOT_YET: "✗", Kind.NOT_ATTEMPTED: "○"}


class Wrong(Exception):  # noqa: N818 - a verdict, no error
    """The answer makes a known mistake: its key in the exercise's `mistakes`.

    more  str  what there is to say beyond the mistake's sentence, a space in front
    """

    def __init__(self, key, more=""):
        super().__init__(key)
        self.key, self.more = key, more


class Unnamed(Exception):  # noqa: N818
    """The answer is wrong in a way that no known mistake explains; the sentence says what there is to say.

    sentence  str
    detail    str  what helps to try it again: the call, with its arguments
    """

    def __init__(self, sentence, detail=""):
        super().__init__(sentence)
        self.sentence, self.detail = sentence, detail


class Stopped(Unnamed):
    """The learner's code ran too long; it is not called again."""


class NotAttempted(Exception):  # noqa: N818
    """Something still is to be written; the sentence says what, and where."""

    def __init__(self, sentence):
        super().__init__(sentence)
        self.sentence = sentence


class Feedback:
    """What a check says of an answer.

    kind      Kind
    message   str  what is right, or which mistake was made; code stands in backticks
    detail    str  what helps to try it again: the call, with its arguments
    hints     list of str, which are shown one at a time
    onward    of a right answer: how much is done, as str, and the Place that comes next; or None
    solved    list of the numbers of the exercises of its notebook that are solved

    The last expression of a cell shows it as a widget; as text it is the word, the message and the detail. Of
    the course's own solution only the message is shown, lest it look like praise for an answer not given.
    """

    def __init__(self, kind, message, *, detail="", hints=()):
        self.kind, self.message, self.detail, self.hints = kind, message, detail, list(hints)
        self.onward, self.solved = None, []

    @property
    def passed(self):
        """Return whether the answer is right."""
        return self.kind in {Kind.RIGHT, Kind.SOLUTION}

    @property
    def word(self):
        """Return the word that is shown for the kind."""
        return WORDS[self.kind]

    def __repr__(self):
        if self.kind is Kind.SOLUTION:
            return self.message
        onward = self.onward and f"{self.onward[0]} Next: {self.onward[1].words}"
        return "\n\n".join(filter(None, [f"{self.word}: {self.message}", self.detail, onward]))

    def view(self):
        """Return a new widget that shows it."""
        words = ipywidgets.HTML(self._html())
        box = ipywidgets.VBox([words, *([hint_box(tuple(self.hints))] if self.hints else [])])
        box.add_class("feedback")
        return box

    def _html(self):
        if self.kind is Kind.SOLUTION:
            return f'<div class="verdict verdict-solution">{as_html(self.message)}</div>'
        detail = f'<pre class="verdict-detail">{html.escape(self.detail)}</pre>' if self.detail else ""
        onward = ""
        if self.onward:
            onward = f'<div class="onward">{self.onward[0]} Next: {self.onward[1].as_html()}</div>'
        return (
            f'<div role="status" class="verdict verdict-{self.kind.value}"'
            f' data-solved="{" ".join(self.solved)}">'
            f'<div class="verdict-word">{with_sign(self.kind)}</div>'
            f"<div>{as_html(self.message)}</div>{detail}{onward}</div>"
        )

    def _repr_mimebundle_(self, **kwargs):
        """Return the widget with, beside it, the text for where nothing is live."""
        bundle = self.view()._repr_mimebundle_(**kwargs)
        bundle["text/plain"] = repr(self)
        return bundle


def with_sign(kind):
    """Return the word of a Kind with its sign, as HTML."""
    return f'<span aria-hidden="true">{SIGNS[kind]}</span> {WORDS[kind]}'


@functools.cache
def hint_box(hints):
    """Return a button, and above it each hint that was asked for.

    hints  tuple of str, at least one; code in backticks, formulas in dollars

    The same hints give the same box, so that those asked for stay when the answer is checked again.
    """
    shown, total = ipywidgets.VBox(), len(hints)

    def label():
        given = len(shown.children)
        asks.description = f"Hint {given + 1} of {total}" if given < total else "No more hints"

    def more():
        given = len(shown.children)
        if given == total:
            return  # the button stays alive: one that is disabled loses the focus
        last = " After this there is only the solution: open the folded cell below." * (given + 1 == total)
        text = f"<b>Hint {given + 1} of {total}.</b> {as_html(hints[given] + last)}"
        shown.children += (ipywidgets.HTMLMath(f'<div role="status" class="hint">{text}</div>'),)
        label()

    asks = button("", more)
    label()
    row = ipywidgets.Box([asks])
    row.add_class("hint-more")
    return ipywidgets.VBox([shown, row])


def as_html(text):
    """Return text as HTML: escaped, and what stands in backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))
