"""Each notebook in a real JupyterLab: as it is stored, and run from top to bottom."""

from pathlib import Path

import pytest

NOTEBOOKS = sorted(path.stem for path in (Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
WITHOUT_A_PICTURE = """() => [...document.querySelectorAll(".jp-OutputArea-output")]
  .filter(output => !output.textContent.trim() && !output.querySelector("img, canvas, svg"))
  .map(output => output.outerHTML.slice(0, 300))"""


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_shows_its_pictures_as_it_is_stored_and_runs_from_top_to_bottom(lab, notebook):
    lab.open(notebook)
    lab.show_all()
    pictures = sum("image/png" in str(output) for output in lab.outputs())
    lab.page.wait_for_function(
        "count => document.querySelectorAll('.jp-OutputArea-output img').length === count", arg=pictures
    )
    assert lab.page.evaluate(WITHOUT_A_PICTURE) == []
    assert lab.page.get_by_text("model not found").count() == 0

    lab.run_all()
    assert [output for output in lab.outputs() if output.get("name") == "stderr"] == []
    live = sum("widget-view" in str(output.get("data", {}).keys()) for output in lab.outputs())
    lab.page.wait_for_function("count => document.querySelectorAll('.explorer').length === count", arg=live)
    assert lab.errors == []
    assert lab.outside == []


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
