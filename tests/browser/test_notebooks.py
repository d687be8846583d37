"""Each notebook in a real JupyterLab: as it is stored, run from top to bottom, as a deck, and its explorers.

One visit serves all of it, in the order of this file: a notebook is opened once and run once.
"""

import re
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe

from browser import controls, deck, quiz
from browser.lab import SCREEN, once_settled, wait
from conftest import visit_of
from helpers import widgets
from helpers.course import NOTEBOOKS

FILES = [notebook.file for notebook in NOTEBOOKS]
STORED = Path(__file__).parents[2] / "notebooks"
CALL = re.compile(r"^(?:\w+ = )?widgets\.(\w+)\(", re.MULTILINE)
WITHOUT_A_PICTURE = """() => [...document.querySelectorAll(".jp-OutputArea-output")]
  .filter(output => !output.textContent.trim() && !output.querySelector("img, canvas, svg"))
  .map(output => output.outerHTML.slice(0, 300))"""
SHOWN = "() => document.querySelectorAll('.jp-OutputArea-output img').length"
VIEW = ".jp-OutputArea-output:has(.jupyter-widgets)"
CONTENT = {"include": [[".jp-RenderedMarkdown"], [".jp-OutputArea-output"]]}
"""What is the course's own; the rest of the page is JupyterLab's."""
with_explorers = pytest.mark.parametrize(
    "opened", [notebook.file for notebook in NOTEBOOKS if notebook.explorers], indirect=True
)


def explorers_of(file):
    """Return the names of the explorers that cells of a notebook show, in order, each once."""
    cells = nbformat.read(STORED / f"{file}.ipynb", as_version=4).cells
    return list(dict.fromkeys(name for cell in cells for name in CALL.findall(cell.source)))


def explorer(lab, name):
    """Return the first explorer on the page that is shown by a cell of its own, as an element."""
    return lab.with_line(f"widgets.{name}(").locator(".explorer").element_handle()


@pytest.fixture(scope="module", params=FILES)
def opened(request, desk):
    """A notebook that was opened, with nothing run."""
    lab = desk(request.param)
    lab.show_all()
    return lab


@pytest.fixture(scope="module")
def ran(opened):
    """The notebook, run from top to bottom."""
    opened.run_all()
    opened.show_all()
    opened.page.locator(f".jp-Cell:has-text('quizzes.') {VIEW}").last.wait_for()
    return opened


@pytest.fixture(scope="module")
def opening_words(ran):
    """What each explorer of the notebook says before anybody has moved a control: name -> words."""
    return {name: controls.words(explorer(ran, name)) for name in explorers_of(ran.notebook)}


@pytest.fixture(scope="module")
def walk(ran, opening_words):
    """What one sees on the way from the first slide to the last: a dict for each press of the Space key."""
    return deck.walked(ran)


@pytest.fixture(scope="module")
def on_large(ran, walk):
    """The same slides, each as it is in the end, on a larger screen."""
    return deck.looked_at(ran, walk)


def test_all_that_is_asked_of_a_notebook_is_one_visit(request):
    asked = [item for item in request.session.items if "opened" in getattr(item, "fixturenames", ())]
    visits = {(item.callspec.params["opened"], visit_of(item.nodeid)) for item in asked}
    assert len(visits) == len({file for file, _ in visits}) == len({visit for _, visit in visits})


def test_the_list_of_notebooks_is_what_lies_in_the_folder():
    assert sorted(path.stem for path in STORED.glob("*.ipynb")) == FILES


def test_every_explorer_is_in_a_notebook():
    assert {name for file in FILES for name in explorers_of(file)} == {*widgets.__all__}


def test_shows_its_pictures_as_it_is_stored(opened):
    stored = sum("image/png" in str(output) for output in opened.outputs())
    assert opened.page.evaluate(SHOWN) == stored
    assert opened.page.evaluate(WITHOUT_A_PICTURE) == []
    assert opened.page.get_by_text("model not found").count() == 0


def test_its_quiz_needs_no_other_cell(opened):
    opened.run_tagged("quiz")
    opened.tagged("quiz").locator(".quiz").wait_for()
    assert opened.errors == []


def test_runs_from_top_to_bottom(ran):
    outputs = ran.outputs()
    views = sum("widget-view" in str(output.get("data", {}).keys()) for output in outputs)
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    assert ran.page.locator(VIEW).count() == views > 0
    assert ran.errors == []
    assert ran.outside == []


def test_axe_finds_nothing_critical_or_serious(ran):
    found = Axe().run(ran.page, context=CONTENT, options={"resultTypes": ["violations"]}).response
    assert [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found["violations"]
        if violation["impact"] in ("critical", "serious")
        for node in violation["nodes"]
    ] == []


def test_is_a_talk_of_12_to_25_slides(walk):
    assert 12 <= len({slide["slide"] for slide in walk}) <= 25
    assert all(slide["heading"] for slide in walk), "a blank slide"
    assert [slide["heading"] for slide in walk if not slide["titled"]] == []


def test_nothing_overflows_or_is_cut_off_on_a_slide(walk):
    assert {slide["heading"]: slide["tooLarge"] for slide in walk if slide["tooLarge"]} == {}


def test_nothing_overflows_or_is_cut_off_on_a_larger_screen(on_large):
    assert {slide["heading"]: slide["tooLarge"] for slide in on_large if slide["tooLarge"]} == {}


def test_titles_stand_at_one_height_and_the_last_row_can_read_a_slide(walk, on_large):
    for slides in (walk, on_large):
        assert {slide["heading"]: slide["tooSmall"] for slide in slides if slide["tooSmall"]} == {}
        assert len({slide["titleAt"] for slide in slides} - {None}) == 1


@with_explorers
def test_explorers_on_slides_answer_to_the_keyboard(walk):
    assert [slide["heading"] for slide in walk if not slide.get("answers", True)] == []
    assert any(slide.get("answers") for slide in walk)


@with_explorers
def test_keys_and_clicks_move_picture_and_words(ran, opening_words, walk):
    for name, words in opening_words.items():
        ran.page.keyboard.press("Escape")
        found = explorer(ran, name)
        found.scroll_into_view_if_needed()
        controls.move_all(ran.page, found, words)


@with_explorers
@pytest.mark.parametrize("pointer", [controls.Mouse, controls.Finger])
def test_handles_can_be_dragged(ran, opening_words, pointer):
    for name, words in opening_words.items():
        found = explorer(ran, name)
        found.scroll_into_view_if_needed()
        controls.drag_all(ran.page, found, words, pointer(ran.page))


@with_explorers
@pytest.mark.parametrize(("width", "whole"), [(1280, True), (800, False), (640, False)])
def test_an_explorer_fits_its_page(ran, opening_words, width, whole):
    ran.page.set_viewport_size({"width": width, "height": 720})
    for name in opening_words:
        found = explorer(ran, name)
        wait(
            ran.page,
            "([explorer, width]) => innerWidth === width && explorer.clientWidth < width",
            [found, width],
        )
        assert once_settled(ran.page, controls.CUT_OFF, found, controls.SOON) == [], name
        height, room = found.evaluate(controls.HEIGHT_AND_ROOM)
        assert height <= room or not whole, f"{name} is higher than the screen"
    ran.page.set_viewport_size(SCREEN)


@with_explorers
def test_an_explorer_runs_twice(ran, opening_words):
    name, words = next(iter(opening_words.items()))
    ran.run_cell(f"widgets.{name}(")
    wait(ran.page, controls.RESTORED, [explorer(ran, name), words])
    assert ran.errors == []


def test_each_question_of_its_quiz_fits_a_slide_with_every_explanation(ran):
    quiz.try_on_slides(ran)
    assert ran.errors == []


@pytest.mark.parametrize("opened", ["00_start_here"], indirect=True)
def test_after_a_restart_explorers_work_again(ran):
    ran.restart()
    ran.run_cell("widgets.line_by_hand()")
    ran.page.locator(".explorer").wait_for(state="attached")
    first = ran.page.locator(".explorer").first
    words = first.locator(".words").text_content()
    first.get_by_role("slider").first.press("Home")
    wait(ran.page, "words => document.querySelector('.words').textContent !== words", words)
