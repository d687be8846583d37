"""The picture in hand, beyond dragging: a click on a point and beside it, and what is seen to flow."""

import pytest
from playwright.sync_api import expect

from browser.lab import SCREEN

NO_OUTLIER = "20 points (seed 0) and no outlier."


@pytest.fixture
def shown(desk):
    """A function that runs a cell of a notebook that gives an explorer, and returns page and explorer."""

    def show(notebook, code):
        lab = desk(notebook)
        lab.page.set_viewport_size(SCREEN)
        lab.run_cell("from helpers import")
        lab.run_cell(code)
        explorer = lab.on_page(line=code).locator(".explorer")
        explorer.locator(".words").wait_for()
        return lab.page, explorer

    return show


def test_a_click_takes_the_outlier_away_and_another_puts_one(shown):
    page, explorer = shown("02_loss", "widgets.outlier()")
    words, there = explorer.locator(".words"), explorer.get_by_label("with the outlier")
    expect(there).to_be_checked()
    explorer.locator(".surface-grip").click(force=True)
    expect(words).to_contain_text(NO_OUTLIER)
    expect(there).not_to_be_checked()
    expect(explorer.locator(".surface-grip")).to_have_count(0)
    explorer.locator(".surface-area").click()
    expect(words).to_contain_text("20 points (seed 0) and an outlier at x = 1.0")
    expect(there).to_be_checked()
    explorer.locator(".surface-grip").hover(force=True)
    page.mouse.down()
    page.mouse.move(*middle_of(explorer.locator(".surface-area"), 0.25), steps=5)
    page.mouse.up()
    expect(words).to_contain_text("and an outlier at x = 0.4")
    expect(there).to_be_checked()


def middle_of(part, share=0.5):
    """Return a place on the page: a share of the way across a part, in the middle of its height."""
    box = part.bounding_box()
    return box["x"] + share * box["width"], box["y"] + box["height"] / 2


def test_what_flows_along_the_lines_of_a_network_is_seen_for_a_moment(shown):
    page, explorer = shown("01_network_structure", "widgets.network()")
    expect(explorer.locator(".surface-moving .flow")).to_have_count(0)
    explorer.get_by_label("lines show weight times activation").check()
    lines = explorer.locator(".surface-moving .flow path").first
    expect(lines).to_have_css("animation-name", "surface-flow")
    page.emulate_media(reduced_motion="reduce")
    expect(lines).to_have_css("animation-name", "none")
    page.emulate_media(reduced_motion="no-preference")
