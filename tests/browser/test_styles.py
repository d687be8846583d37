"""What the extension adds to JupyterLab: its style sheet, and names for what comes to the page."""

import pytest
from playwright.sync_api import expect

EXPLORER = "widgets.loss_bowl()"
SLIDE = "## A line is a point in the bowl"
HIDDEN_TWINS = """() => [...document.querySelectorAll("mjx-assistive-mml")]
  .map(twin => Math.max(twin.offsetWidth, twin.offsetHeight))"""
COUNT_SCANS = """() => {
  globalThis.scans = 0;
  const all = document.querySelectorAll;
  document.querySelectorAll = function(selector) {
    globalThis.scans += new Error().stack.includes("/labextensions/course/");
    return all.call(this, selector);
  };
}"""
LAYOUT = """explorer => Object.fromEntries(["panel", "formula", "picture", "words"].map(name =>
  [name, explorer.querySelector(`.explorer-${name}`).getBoundingClientRect().toJSON()]))"""
VERDICTS = ("right", "not-yet", "not-attempted")
COLOURS = """(explorer, html) => {
  explorer.insertAdjacentHTML("beforeend", html);
  const colour = (part, side) => getComputedStyle(part)[side];
  const colours = [...explorer.querySelectorAll(".verdict")].map(verdict =>
    [colour(verdict, "borderLeftColor"), colour(verdict.firstElementChild, "backgroundColor")]);
  explorer.querySelectorAll(".verdict").forEach(verdict => verdict.remove());
  return colours;
}"""

SIZE_OF_CODE = """container => {
  container.insertAdjacentHTML("beforeend", '<div class="quiz" style="font-size: 20px"><code>x</code></div>');
  const code = container.lastElementChild.firstChild, size = getComputedStyle(code).fontSize;
  code.parentNode.remove();
  return size;
}"""


@pytest.fixture(scope="module")
def lab(desk):
    lab = desk("02_loss")
    lab.run_cell("from helpers import checks, data, widgets")
    lab.run_cell(EXPLORER)
    lab.page.locator(".explorer .words").wait_for()
    lab.page.get_by_role("button", name="More").click()
    return lab


@pytest.fixture
def explorer(lab):
    return lab.page.locator(".explorer")


def test_an_explorer_that_comes_is_named_and_described(explorer):
    expect(explorer).to_have_role("group")
    words = explorer.locator(".explorer-words")
    expect(words).to_have_attribute("aria-live", "polite")
    picture = explorer.get_by_role("img", name="Live picture")
    expect(picture).to_have_attribute("aria-describedby", words.get_attribute("id"))
    for slider in explorer.locator(".widget-slider").all():
        label = slider.locator(".widget-label").inner_text()
        expect(slider.get_by_role("slider")).to_have_accessible_name(label)


def test_a_change_of_the_page_makes_no_search_of_the_whole_page(lab, explorer):
    lab.page.evaluate(COUNT_SCANS)
    before = explorer.locator(".words").inner_text()
    explorer.get_by_role("slider").first.press("Home")
    expect(explorer.locator(".words")).not_to_have_text(before)
    assert lab.page.evaluate("scans") == 0


def test_the_twin_of_a_formula_for_screen_readers_takes_no_room(lab):
    sizes = lab.page.evaluate(HIDDEN_TWINS)
    assert sizes
    assert max(sizes) <= 2


def test_each_verdict_has_its_colour(explorer):
    block = '<div class="verdict verdict-{}"><div class="verdict-word">word</div></div>'
    shown = explorer.evaluate(COLOURS, "".join(map(block.format, VERDICTS)))
    assert all(border == badge for border, badge in shown)
    assert len({border for border, _ in shown}) == 3


def test_in_high_contrast_buttons_and_tracks_have_edges(lab, explorer):
    lab.page.emulate_media(forced_colors="active")
    expect(explorer.get_by_role("button", name="Reset")).to_have_css("border-top-width", "1px")
    expect(explorer.locator(".noUi-target").first).to_have_css("outline-width", "1px")
    lab.page.emulate_media(forced_colors="none")
    expect(explorer.get_by_role("button", name="Reset")).to_have_css("border-top-width", "0px")


def test_code_in_a_quiz_is_as_large_as_its_text_whatever_the_theme_says(lab):
    themed = lab.page.locator(".jp-ThemedContainer").first
    assert themed.evaluate(SIZE_OF_CODE) == "18.4px"


def test_in_a_deck_the_controls_stand_beside_the_picture_and_the_words_below_it(lab, explorer):
    lab.page.set_viewport_size({"width": 1280, "height": 720})
    lab.start_deck(SLIDE)
    box = explorer.evaluate(LAYOUT)
    assert box["formula"]["bottom"] <= box["picture"]["top"] + 1
    assert box["picture"]["right"] < box["panel"]["left"]
    assert box["picture"]["bottom"] <= box["words"]["top"] + 1
    assert box["picture"]["width"] > 1280 / 2
