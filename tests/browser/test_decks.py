"""A talk that `make slides` opened and that ended by closing the browser; and JupyterLab afterwards."""

import pytest
from playwright.sync_api import expect

from browser.deck import SETTLED, VISIBLE
from browser.lab import PRESENTING, window

NOTEBOOK = "02_loss"


@pytest.fixture(scope="module")
def talk(server, chromium):
    """A deck that `make slides` opened, already run, with its first slide up; it ends with the window."""

    def keeps_that_a_deck_is_on(response):
        return "jupyterlab-slideshow" in response.url and response.request.method == "PUT"

    with window(chromium, server) as lab:
        with lab.page.expect_response(keeps_that_a_deck_is_on, timeout=240_000):
            lab.open_deck(NOTEBOOK)
        yield lab


@pytest.fixture(scope="module")
def afterwards(server, chromium, talk):
    """JupyterLab opened anew, with the same notebook, after a talk that ended by closing the browser."""
    talk.end()
    with window(chromium, server) as lab:
        lab.open(NOTEBOOK)
        yield lab


def test_a_tick_keeps_the_space_key(talk):
    tick = talk.page.locator(f"{VISIBLE} .explorer").get_by_role("checkbox")
    while not tick.count():
        talk.page.keyboard.press("Space")
        talk.page.evaluate(SETTLED)
    tick.press("Space")
    expect(tick).to_be_checked()
    expect(talk.page.locator(f"{VISIBLE} .words")).to_contain_text("Each grey square is one squared residual")


def test_after_a_talk_that_ended_by_closing_the_browser_jupyterlab_opens_as_usual(afterwards):
    assert not afterwards.page.evaluate(PRESENTING)
    assert afterwards.page.locator(".jp-Notebook .jp-Cell").first.is_visible()


def test_a_cell_run_too_early_says_what_is_missing(afterwards):
    afterwards.run_cell("widgets.loss_bowl()")
    assert afterwards.outputs_of("widgets.loss_bowl()")[0]["ename"] == "NameError"
    assert afterwards.errors == []


def test_a_deck_that_starts_from_a_cell_on_no_slide_shows_the_slide_before_it(afterwards):
    afterwards.start_deck("A model is a rule that turns an input into a prediction.")
    assert "Three points, by hand" in afterwards.page.locator(VISIBLE).first.inner_text()
    afterwards.stop_deck()


def test_a_bold_term_shows_its_entry_in_place_and_leads_to_the_glossary(afterwards):
    term = afterwards.page.locator(".jp-RenderedMarkdown strong", has_text="residual").first
    expect(afterwards.page.locator(".jp-RenderedMarkdown strong:not(.course-term)")).to_have_count(0)
    entry = afterwards.page.locator(".course-entry")
    term.press("Enter")
    expect(entry).to_contain_text("prediction minus target")
    afterwards.page.keyboard.press("Escape")
    expect(entry).to_have_count(0)
    term.click()
    entry.get_by_role("link", name="In the glossary").click()
    meaning = afterwards.page.get_by_text("prediction minus target, h − y, for one example").last
    expect(meaning).to_be_in_viewport(timeout=60_000)
