"""How far a learner has come: a map of the course, what comes next, and progress as a file to carry along."""

import base64
import html
from datetime import datetime
from typing import NamedTuple

import ipywidgets
from IPython.display import display

from helpers import checks
from helpers.course import NOTEBOOKS, Notebook
from helpers.figures.style import ACCENT
from helpers.learner import onward, progress
from helpers.live.button import button
from helpers.quizzes import QUESTIONS, notebook_of

EXERCISES = {getattr(checks, name).name for name in checks.__all__}
WIDTH = 120
"""Of a full bar, in pixels."""


class Standing(NamedTuple):
    """How far a notebook is done.

    notebook   of the course
    exercises  (solved, of how many)
    quiz       (right, of how many): questions whose latest answer was right
    viewed     whether its quiz was ever shown
    """

    notebook: Notebook
    exercises: tuple
    quiz: tuple
    viewed: bool

    @property
    def left(self):
        """Return how many exercises and questions are left."""
        return sum(of - done for done, of in (self.exercises, self.quiz))

    @property
    def word(self):
        """Return how far it is, in a word or two."""
        if self.left == 0 and self.exercises[1] + self.quiz[1]:
            return "done"
        return "begun" if self.viewed or self.exercises[0] or self.quiz[0] else "not begun"


def standings():
    """Return the Standing of every notebook, in the order of the course."""
    solved = progress.solved()
    right = {name for name, event in progress.answered().items() if event.detail.get("correct") is True}
    viewed = progress.viewed()
    return [
        Standing(
            notebook,
            _share(EXERCISES, solved, notebook),
            _share(QUESTIONS, right, notebook),
            notebook.number in viewed,
        )
        for notebook in NOTEBOOKS
    ]


def next_step(rows):
    """Return the first Standing of a list that is not done, or None."""
    return next((row for row in rows if row.word != "done"), None)


def how_far():
    """Return a display of how far the learner has come, with export, import and forget."""
    return HowFar()


class HowFar:
    """A map of the course with what is done, what comes next as a link, and how to carry it elsewhere.

    `keeper` is the Keeper below the map.
    """

    def __init__(self):
        self.keeper = Keeper(self.refresh)
        self._shown = None

    def refresh(self):
        """Show the map as it now is, where it stands."""
        if self._shown is not None:
            self._shown.update(self._bundle(), raw=True)

    def describe(self):
        """Return how far the learner has come, in a few sentences."""
        rows = standings()
        done = ", ".join(row.notebook.heading for row in rows if row.word == "done")
        sentences = [_sum(rows), f"Done: {done}." if done else "", _next(rows), progress.trouble()]
        return " ".join(filter(None, sentences))

    def _bundle(self):
        return {"text/html": as_html(standings(), progress.trouble()), "text/plain": self.describe()}

    def _ipython_display_(self):
        if "00" not in progress.viewed():
            progress.record("viewed", "00")  # the map shows whether progress can be kept
        self._shown = display(self._bundle(), raw=True, display_id=True)
        display(self.keeper)


LINK = "text-decoration: underline; color: var(--jp-content-link-color, #0072B2)"


class Keeper(ipywidgets.VBox):
    """Buttons that export, import and forget progress.

    changed  called without arguments when what is kept has changed

    `controls` holds them by name: refresh, export, import, forget, yes, no.
    """

    def __init__(self, changed):
        self._changed = changed
        self.controls = {
            "refresh": button("Refresh", self._refresh),
            "export": button("Export", self._export),
            "import": ipywidgets.FileUpload(accept=".json", description="Import", layout={"width": "auto"}),
            "forget": button("Forget all", self._ask),
            "yes": button("Yes, forget all of it", self._forget, button_style="danger"),
            "no": button("No, keep it", self._keep),
        }
        self.controls["import"].observe(self._import, "value")
        self._question = ipywidgets.HBox([self.controls["yes"], self.controls["no"]])
        self._message = ipywidgets.HTML()
        row = ipywidgets.HBox([self.controls[name] for name in ("refresh", "export", "import", "forget")])
        super().__init__([row, self._message, self._question])
        self._say(f"Kept on this computer only, in <code>{html.escape(str(progress.place()))}</code>")

    @property
    def message(self):
        """Return what it last said, as HTML."""
        return self._message.value

    def _say(self, text, ask=False):
        self._message.value = f'<div role="status" style="line-height:1.5">{text}</div>'
        self._question.layout.display = None if ask else "none"

    def _refresh(self):
        self._changed()
        self._say("The map is up to date.")

    def _export(self):
        name = f"course-progress-{datetime.now():%Y-%m-%d}.json"
        data = base64.b64encode(progress.export().encode()).decode()
        link = (
            f'<a download="{name}" href="data:application/json;base64,{data}" style="{LINK}">Save {name}</a>'
        )
        self._say(f"{link} ({len(progress.events())} entries). On another machine, Import adds them.")

    def _import(self, change):
        if not change["new"]:
            return
        (file,) = change["new"]
        try:
            new = progress.merge(bytes(file["content"]))
            text = f"{new} entries were new, and are added to what was here."
            self._say(html.escape(f"{text} {progress.trouble()}"))
        except ValueError as error:
            self._say(html.escape(str(error)))
        self.controls["import"].value = ()  # so that the same file can be chosen again
        self._changed()

    def _ask(self):
        count = len(progress.events())
        self._say(
            f"Forget all {count} entries: what you solved, answered and viewed? This cannot be undone;"
            " an export made before can be imported again.",
            ask=True,
        )

    def _forget(self):
        self._say(html.escape(progress.forget() or "All is forgotten."))
        self._changed()

    def _keep(self):
        self._say("All is kept.")

    def _repr_mimebundle_(self, **kwargs):
        """Return the live view, with words for where nothing is live."""
        bundle = super()._repr_mimebundle_(**kwargs)
        bundle["text/plain"] = "Buttons: refresh, export, import, forget all."
        return bundle


def as_html(rows, trouble=""):
    """Return a list of Standing as HTML: a sentence, the next step as a link, and a table with bars."""
    body = "".join(map(_row, rows))
    note = f"<p>{html.escape(trouble)}</p>" if trouble else ""
    return (
        f"<p>{_sum(rows)} {_next(rows, link=True)}</p>{note}<table>"
        f"<thead>{_cells('th', ['notebook', 'exercises', 'quiz', 'state'])}</thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _row(standing):
    cells = [_link(standing.notebook), _bar(*standing.exercises), _bar(*standing.quiz), standing.word]
    return _cells("td", cells)


def _cells(tag, contents):
    return "<tr>" + "".join(f'<{tag} style="text-align: left">{cell}</{tag}>' for cell in contents) + "</tr>"


def _link(notebook, place=None):
    """Return a link to a notebook; the extension follows it to a place, an exercise's number or "quiz"."""
    there = f' class="place" data-notebook="{notebook.file}.ipynb" data-place="{place}"' if place else ""
    return f'<a{there} href="{notebook.file}.ipynb">{html.escape(notebook.heading)}</a>'


def _bar(done, of):
    """Return a bar with its numbers; of nothing, a dash."""
    if not of:
        return "–"
    width = f"{WIDTH * done // of}px"
    seen = f"background: {ACCENT}; forced-color-adjust: none"  # in high contrast too
    fill = f'<span style="display: inline-block; height: 10px; width: {width}; {seen}"></span>'
    return (
        f'<span aria-hidden="true" style="display: inline-block; height: 10px; width: {WIDTH}px;'
        ' line-height: 0; border: 1px solid #8A8A8A; border-radius: 3px">'
        f"{fill}</span> {done} of {of}"
    )


def _share(names, done, notebook):
    """Return how many of the names that belong to a notebook are among those done, and how many there are."""
    ours = {name for name in names if notebook_of(name) == notebook.number}
    return len(ours & done), len(ours)


def _sum(rows):
    """Return how much of the course is done, in a sentence."""
    solved = sum(row.exercises[0] for row in rows)
    right = sum(row.quiz[0] for row in rows)
    if not solved + right:
        return "Nothing is solved yet."
    return f"You solved {_many(solved, 'exercise')}, and answered {_many(right, 'question')} right."


def _next(rows, link=False):
    """Return what comes next, in a sentence; as a link if asked for."""
    step = next_step(rows)
    if step is None:
        return "All notebooks are done."
    if not link:
        return f"Next: {step.notebook.heading}."
    left = onward.open_exercises(step.notebook.number)
    return f"Next: {_link(step.notebook, left[0].where if left else 'quiz')}."


def _many(count, thing):
    return f"{count} {thing}{'' if count == 1 else 's'}"
