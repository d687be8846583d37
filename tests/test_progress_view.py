"""The map of the course: what is done, what is next; and export, import and forget by their buttons."""

import base64
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers import course, progress_view
from helpers.course import NOTEBOOKS
from helpers.learner import progress
from helpers.progress_view import EXERCISES, QUESTIONS, Standing, as_html, next_step, standings

FOLDER = Path(__file__).parents[1] / "notebooks"


def finish(number):
    """Solve and answer everything of a notebook."""
    for name in EXERCISES:
        if name.startswith(number):
            progress.record("solved", name)
    for name in QUESTIONS:
        if name.startswith(f"quiz.{number}."):
            progress.record("answered", name, correct=True)


@pytest.fixture
def display():
    return progress_view.how_far()


def press(display, name):
    display.keeper.controls[name].click()
    return display.keeper.message


def choose(display, content):
    """Choose a file in the way in which the browser does."""
    upload = display.keeper.controls["import"]
    file = {"name": "a.json", "type": "", "size": len(content), "content": memoryview(content)}
    file["last_modified"] = datetime.now(UTC)
    upload.set_trait("value", (file,))
    return display.keeper.message


def test_the_map_has_every_notebook_in_the_order_of_the_course():
    assert [row.notebook for row in standings()] == [*NOTEBOOKS]


def test_every_exercise_and_question_belongs_to_a_notebook():
    rows = standings()
    assert [row.exercises[1] for row in rows] == [notebook.exercises for notebook in NOTEBOOKS]
    assert sum(row.exercises[1] for row in rows) == len(EXERCISES) > 3
    assert sum(row.quiz[1] for row in rows) == len(QUESTIONS) > 3


def test_with_nothing_done_the_first_notebook_is_next(display):
    assert {row.word for row in standings()} == {"not begun"}
    assert display.describe() == "Nothing is solved yet. Next: 00 Start here."


def test_what_is_solved_and_answered_right_counts_once():
    for _ in range(2):
        progress.record("solved", "03.gradient")
        progress.record("answered", "quiz.00.two_hits", correct=True)
    progress.record("answered", "quiz.00.neuron", correct=False)
    progress.record("solved", "03.an_exercise_that_is_gone")
    rows = {row.notebook.number: row for row in standings()}
    assert rows["03"].exercises[0] == 1
    assert rows["00"].quiz[0] == 1
    assert rows["00"].word == rows["03"].word == "begun"


def test_a_question_that_is_later_answered_wrong_is_open_again():
    progress.record("answered", "quiz.00.two_hits", correct=True)
    progress.record("answered", "quiz.00.two_hits", correct=False)
    assert standings()[0].quiz[0] == 0


def test_a_finished_notebook_is_done_and_the_next_one_is_named(display):
    finish("00")
    assert standings()[0].word == "done"
    assert "Done: 00 Start here. Next: 01 Network structure." in display.describe()


def test_when_all_is_done_it_says_so():
    done = [Standing(notebook, (2, 2), (3, 3), True) for notebook in NOTEBOOKS]
    assert next_step(done) is None
    assert "All notebooks are done." in as_html(done)


def test_a_notebook_with_nothing_to_answer_is_not_called_done():
    assert Standing(course.notebook("13"), (0, 0), (0, 0), True).word == "begun"


def test_the_html_links_to_notebooks_that_are_there_and_gives_every_number_as_text():
    progress.record("answered", "quiz.00.two_hits", correct=True)
    page = as_html(standings())
    links = re.findall(r'href="([^"]+)"', page)
    assert links[0] == "00_start_here.ipynb", "what is next comes first"
    assert {*links} == {f"{notebook.file}.ipynb" for notebook in NOTEBOOKS}
    assert all((FOLDER / link).exists() for link in links)
    assert f"1 of {standings()[0].quiz[1]}" in page
    assert re.search(rf"width: {120 // standings()[0].quiz[1]}px", page), "the bar is as long as the share"


def test_what_is_next_leads_to_the_first_open_exercise_and_then_to_the_quiz():
    place = re.compile('class="place" data-notebook="00_start_here.ipynb" data-place="(.+?)"')
    assert place.findall(as_html(standings())) == ["0.1"]
    progress.record("solved", "00.loss_of_three_points")
    assert place.findall(as_html(standings())) == ["0.2"]
    progress.record("solved", "00.one_neuron")
    assert place.findall(as_html(standings())) == ["quiz"]


def test_what_is_shown_of_an_empty_file_names_no_machine(display):
    assert str(Path.home()) not in as_html(standings()) + display.describe()
    assert str(progress.place()) in display.keeper.message
    assert display.keeper._repr_mimebundle_()["text/plain"] == "Buttons: refresh, export, import, forget all."


def test_every_button_has_a_name(display):
    assert all(control.description for control in display.keeper.controls.values())


def test_export_offers_a_file_that_import_reads(display, monkeypatch, tmp_path):
    progress.record("solved", "03.gradient")
    message = press(display, "export")
    name, data = re.search(
        r'download="([^"]+)" href="data:application/json;base64,([^"]+)"', message
    ).groups()
    assert re.fullmatch(r"course-progress-\d{4}-\d\d-\d\d\.json", name)
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "there"))
    assert "1 entries were new" in choose(display, base64.b64decode(data))
    assert progress.solved() == {"03.gradient"}
    assert "0 entries were new" in choose(display, base64.b64decode(data)), (
        "the same file can be chosen again"
    )


def test_a_file_that_is_no_export_is_refused_in_words(display):
    assert "not JSON" in choose(display, b"<b>hello</b>")
    assert "no export of this course" in choose(display, b"{}")
    assert progress.events() == []


def test_forget_asks_first(display):
    progress.record("solved", "03.gradient")
    assert display.keeper._question.layout.display == "none"
    assert "Forget all 1 entries" in press(display, "forget")
    assert display.keeper._question.layout.display is None
    assert press(display, "no").count("All is kept.")
    assert progress.solved() == {"03.gradient"}
    assert display.keeper._question.layout.display == "none"
    press(display, "forget")
    assert "All is forgotten." in press(display, "yes")
    assert progress.events() == []
    assert display.keeper._question.layout.display == "none"


def test_the_map_follows_what_its_buttons_do(display, monkeypatch):
    shown = []

    class Handle:
        def update(self, bundle, raw):
            shown.append(bundle["text/plain"])

    monkeypatch.setattr(progress_view, "display", lambda *args, **kwargs: Handle())
    display._ipython_display_()
    finish("00")
    press(display, "refresh")
    assert "Done: 00" in shown[-1]
    press(display, "forget")
    press(display, "yes")
    assert "Nothing is solved yet." in shown[-1]


def test_a_disk_that_keeps_nothing_is_told_on_the_map(display, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("a file")
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "file" / "below"))
    monkeypatch.setattr(progress_view, "display", lambda *args, **kwargs: None)
    display._ipython_display_()
    assert "Your progress is not kept" in display.describe()
    assert "Your progress is not kept" in display._bundle()["text/html"]
