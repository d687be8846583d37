"""What a newcomer sees and does in the first minute: one click, and the first picture is in their hands."""

import pytest
from playwright.sync_api import expect

from browser.lab import READY, SHOW_ANSWERS, Lab, wait

SIDE_BARS = "() => [jupyterapp.shell.leftCollapsed, jupyterapp.shell.rightCollapsed]"
DIRTY = "() => jupyterapp.shell.currentWidget.context.model.dirty"
OPEN = "path => void jupyterapp.commands.execute('docmanager:open', { path })"
FURTHER = "notebooks/01_network_structure.ipynb"
WAKE = "Make it live"


@pytest.fixture(scope="module")
def lab(chromium, server):
    """JupyterLab as its address opens it, in a browser that was never there."""
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        lab = Lab(context, server)
        lab.page.goto(server)
        wait(lab.page, READY, seconds=120)
        yield lab
        lab.end()


def test_it_opens_on_the_first_picture_with_nothing_around_it(lab):
    lab.page.wait_for_function(f"() => ({SIDE_BARS})().every(Boolean)")
    picture = lab.page.get_by_role("button", name=WAKE).first.locator("xpath=..").locator("img")
    assert picture.bounding_box()["y"] + picture.bounding_box()["height"] < 800, "below the first screen"
    assert lab.page.locator(".jp-cell-toolbar:visible").count() == 0


def test_nothing_is_unsaved_before_anything_was_changed(lab):
    assert lab.page.evaluate(DIRTY) is False
    lab.page.evaluate(
        "() => { jupyterapp.shell.currentWidget.content.widgets[0].model.sharedModel.source += ' '; }"
    )
    assert lab.page.evaluate(DIRTY) is True


def test_one_click_makes_the_first_picture_live_and_it_moves(lab):
    lab.page.get_by_role("button", name=WAKE).first.click()
    explorer = lab.page.locator(".explorer")
    explorer.get_by_role("slider").first.press("Home")
    expect(explorer.locator(".words")).to_contain_text("y = −1.00 + 0.00 x")


def test_a_quiz_begins_at_the_press_of_a_button(lab):
    cell = lab.on_page("quiz")
    stored = lab.page.locator(".course-quiz .jp-OutputArea-output")  # as text, with typed formulas
    expect(stored).to_be_hidden()
    lab.page.get_by_role("button", name="Begin the quiz").click()
    question = lab.page.locator(".quiz").get_by_text("Question 1 of 5")
    expect(question).to_be_in_viewport()
    expect(lab.page.get_by_role("button", name="Begin the quiz")).to_be_hidden()
    cell.get_by_text("Question 1 of 5").click()  # its cell is the active one
    lab.page.evaluate("() => void jupyterapp.commands.execute('notebook:run-cell-and-select-next')")
    wait(lab.page, "() => jupyterapp.shell.currentWidget.content.activeCell.hasClass('course-quiz')")
    expect(question).to_be_in_viewport()


def test_the_bar_names_the_place_that_was_scrolled_to(lab):
    lab.page.mouse.move(600, 400)
    lab.page.mouse.wheel(0, -100_000)
    bar = lab.page.get_by_role("navigation", name="In this notebook")
    expect(bar).to_contain_text("00 Start here")


def test_a_term_shows_its_entry_where_one_is(lab):
    lab.page.locator(".course-term", has_text="data").first.click()
    entry = lab.page.locator(".course-entry")
    expect(entry).to_be_in_viewport(ratio=1)
    expect(entry.locator("code").first).to_have_text("X")
    lab.page.keyboard.press("Escape")
    expect(entry).to_have_count(0)


def test_a_picture_further_down_runs_what_it_needs(lab):
    lab.page.evaluate(OPEN, FURTHER)
    wait(lab.page, READY, FURTHER, seconds=60)
    lab.page.evaluate(SHOW_ANSWERS)
    cell = lab.on_page(line="widgets.xor()")
    cell.get_by_role("button", name=WAKE).press("Enter")
    expect(cell.locator(".explorer")).to_be_visible(timeout=60_000)
