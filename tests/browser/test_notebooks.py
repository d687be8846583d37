"""Each notebook in a real JupyterLab: as it is stored, and run from top to bottom."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser.lab import window

NOTEBOOKS = sorted(path.stem for path in (Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
WITHOUT_A_PICTURE = """() => [...document.querySelectorAll(".jp-OutputArea-output")]
  .filter(output => !output.textContent.trim() && !output.querySelector("img, canvas, svg"))
  .map(output => output.outerHTML.slice(0, 300))"""


SHOWN = "() => document.querySelectorAll('.jp-OutputArea-output img').length"
VIEW = ".jp-OutputArea-output:has(.jupyter-widgets)"
CONTENT = {"include": [[".jp-RenderedMarkdown"], [".jp-OutputArea-output"]]}
"""What is the course's own; the rest of the page is JupyterLab's."""


@pytest.fixture(scope="module", params=NOTEBOOKS)
def visit(request, server, chromium):
    """What one sees who opens a notebook, and then runs it from top to bottom."""
    with window(chromium, server) as lab:
        lab.open(request.param)
        lab.show_all()
        seen = {
            "stored pictures": sum("image/png" in str(output) for output in lab.outputs()),
            "pictures shown": lab.page.evaluate(SHOWN),
            "shown empty": lab.page.evaluate(WITHOUT_A_PICTURE),
            "models not found": lab.page.get_by_text("model not found").count(),
        }
        lab.run_all()
        lab.show_all()
        lab.page.locator(f".jp-Cell:has-text('quizzes.') {VIEW}").last.wait_for()
        yield {
            **seen,
            "chatter": [output for output in lab.outputs() if output.get("name") == "stderr"],
            "views": sum("widget-view" in str(output.get("data", {}).keys()) for output in lab.outputs()),
            "views shown": lab.page.locator(VIEW).count(),
            "axe": Axe().run(lab.page, context=CONTENT).response["violations"],
            "errors": lab.errors,
            "outside": lab.outside,
        }


def test_shows_its_pictures_as_it_is_stored(visit):
    assert visit["pictures shown"] == visit["stored pictures"]
    assert visit["shown empty"] == []
    assert visit["models not found"] == 0


def test_runs_from_top_to_bottom(visit):
    assert visit["chatter"] == []
    assert visit["views shown"] == visit["views"] > 0
    assert visit["errors"] == []
    assert visit["outside"] == []


def test_axe_finds_nothing_critical_or_serious(visit):
    assert [
        f"{found['id']}: {node['html'][:200]}"
        for found in visit["axe"]
        if found["impact"] in ("critical", "serious")
        for node in found["nodes"]
    ] == []


def test_cells_run_out_of_order_say_what_is_missing_and_an_explorer_runs_twice(lab):
    lab.open("02_loss")
    lab.show_all()
    lab.run_cell("widgets.loss_bowl()")
    assert lab.outputs_of("widgets.loss_bowl()")[0]["ename"] == "NameError"
    lab.run_all()
    lab.run_cell("widgets.loss_bowl()")
    lab.page.locator('.jp-CodeCell:has-text("widgets.loss_bowl()") .explorer').wait_for()
    assert lab.errors == []


def test_after_a_restart_explorers_work_again(lab):
    lab.open("00_start_here")
    lab.run_all()
    lab.restart()
    lab.run_all()
    explorer = lab.page.locator(".explorer").first
    words = explorer.locator(".words").text_content()
    explorer.get_by_role("slider").first.press("Home")
    lab.page.wait_for_function("words => document.querySelector('.words').textContent !== words", arg=words)


def test_a_bold_term_says_what_it_means_and_leads_to_the_glossary(lab):
    lab.open("02_loss")
    lab.show_all()
    term = lab.page.locator(".jp-RenderedMarkdown strong", has_text="residual").first
    expect(term).to_have_attribute("title", re.compile("prediction minus target"))
    expect(lab.page.locator(".jp-RenderedMarkdown strong:not([title])")).to_have_count(0)
    term.press("Enter")
    expect(lab.page.get_by_text("prediction minus target, h − y, for one example").last).to_be_in_viewport()
