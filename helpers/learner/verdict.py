"""What a check says of an answer: a word, a sign and a colour, the mistake by name, and hints on request."""

import functools
import html
import re

import ipywidgets

LOOKS = {
    "Right": ("✓", "#006B4F"),
    "Not yet": ("✗", "#A84300"),
    "Not attempted": ("○", "#5C5C5C"),
}
"""Word -> sign and colour; white on each has a contrast of at least 5.9 to 1."""

CODE = "background:rgba(128,128,128,0.16);border-radius:2px;padding:0 4px"
BLOCK = "padding:2px 0 2px 14px;margin:2px 0;max-width:75ch;line-height:1.5;font-size:14px"


class Feedback:
    """What a check says of an answer.

    passed    bool  the answer is right
    message   str   what is right, or which mistake was made; code stands in backticks
    detail    str   what helps to try it again: the call, with its arguments
    hints     list of str, which are shown one at a time
    word      "Right", "Not yet", "Not attempted", or "Solution" for the course's own

    The last expression of a cell shows it as a widget; as text it is the word, the message and the detail. Of
    the course's own solution only the message is shown, lest it look like praise for an answer not given.
    """

    def __init__(self, passed, message, *, detail="", hints=(), word=None):
        self.passed, self.message, self.detail, self.hints = passed, message, detail, list(hints)
        self.word = word or ("Right" if passed else "Not yet")

    def __repr__(self):
        if self.word == "Solution":
            return self.message
        return "\n\n".join(filter(None, [f"{self.word}: {self.message}", self.detail]))

    def view(self):
        """Return a new widget that shows it."""
        words = ipywidgets.HTML(self._html())
        box = ipywidgets.VBox([words, *([hint_box(tuple(self.hints))] if self.hints else [])])
        box.add_class("feedback")
        return box

    def _html(self):
        if self.word == "Solution":
            return f'<div style="{BLOCK}">{as_html(self.message)}</div>'
        sign, colour = LOOKS[self.word]
        badge = (
            f"display:inline-block;background:{colour};color:white;font-weight:600;padding:1px 10px;"
            "border-radius:10px;margin:0 0 4px"
        )
        detail = f'<pre style="margin:6px 0 0;font-size:0.92em">{html.escape(self.detail)}</pre>'
        return (
            f'<div role="status" style="border-left:4px solid {colour};{BLOCK}">'
            f'<div style="{badge}"><span aria-hidden="true">{sign}</span> {self.word}</div>'
            f"<div>{as_html(self.message)}</div>{detail if self.detail else ''}</div>"
        )

    def _repr_mimebundle_(self, **kwargs):
        """Return the widget with, beside it, the text for where nothing is live."""
        bundle = self.view()._repr_mimebundle_(**kwargs)
        bundle["text/plain"] = repr(self)
        return bundle


@functools.cache
def hint_box(hints):
    """Return a button, and above it each hint that was asked for.

    hints  tuple of str, at least one; code in backticks, formulas in dollars

    The same hints give the same box, so that those asked for stay when the answer is checked again.
    """
    button = ipywidgets.Button(layout=ipywidgets.Layout(width="auto", margin="4px 0 4px 18px"))
    shown = ipywidgets.VBox()
    total = len(hints)

    def label():
        given = len(shown.children)
        button.description = f"Hint {given + 1} of {total}" if given < total else "No more hints"
        button.disabled = given == total

    def more(_):
        given = len(shown.children)
        last = " After this there is only the solution: open the folded cell below." * (given + 1 == total)
        text = f"<b>Hint {given + 1} of {total}.</b> {as_html(hints[given] + last)}"
        line = f'<div role="status" style="border-left:4px solid #8A8A8A;{BLOCK}">{text}</div>'
        shown.children += (ipywidgets.HTMLMath(line),)
        label()

    label()
    button.on_click(more)
    return ipywidgets.VBox([shown, ipywidgets.Box([button])])


def as_html(text):
    """Return text as HTML: escaped, and what stands in backticks as code."""
    return re.sub(r"`([^`]+)`", f'<code style="{CODE}">\\1</code>', html.escape(text, quote=False))
