"""Every notebook as a deck, walked from the first slide to the last with the keyboard alone."""

import pytest
from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import expect

from browser.lab import PRESENTING, window
from browser.test_notebooks import NOTEBOOKS

SIZES = [(1280, 720), (1920, 1080)]
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
ACTIVE = "() => jupyterapp.shell.currentWidget.content.activeCellIndex"
FIRST = """() => jupyterapp.shell.currentWidget.content.widgets
  .findIndex(cell => cell.hasClass("jp-deck-mod-visible"))"""
VISIBLE = ".jp-deck-mod-visible"
TOO_LARGE = """() => [...document.querySelectorAll(".jp-deck-mod-visible")].flatMap(cell => {
  const { top, right, bottom } = cell.getBoundingClientRect();
  const outside = top < 0 || bottom > innerHeight || right > innerWidth;
  const cut = [...cell.querySelectorAll(".cm-scroller, pre, table, mjx-container, img, .explorer, .quiz")]
    .filter(part => part.offsetParent && (part.scrollWidth > part.clientWidth + 2 && part.tagName !== "IMG"
      || part.getBoundingClientRect().right > innerWidth));
  return [...(outside ? [cell] : []), ...cut].map(part =>
    `${part.tagName} ${Math.round(part.getBoundingClientRect().bottom)}: ${part.textContent.slice(0, 60)}`);
})"""
FOCUS_ON_A_SLIDER = "() => document.activeElement.getAttribute('role') === 'slider'"
OTHER_END = """() => {
  const [now, least] = ["now", "min"].map(end => document.activeElement.getAttribute("aria-value" + end));
  return now === least ? "End" : "Home";
}"""
STATE = """() => ["img", ".words"]
  .map(part => document.querySelector(".jp-deck-mod-visible .explorer " + part))
  .map(part => part.src ?? part.textContent)"""


@pytest.fixture(scope="module", params=NOTEBOOKS)
def walk(request, server, chromium):
    """What one sees on the way from the first slide to the last: a dict for each press of the Space key."""
    with window(chromium, server, *SIZES[0]) as lab:
        lab.open_deck(request.param)
        slides = []
        while not slides or lab.page.evaluate(ACTIVE) != slides[-1]["cell"]:
            slides.append({"cell": lab.page.evaluate(ACTIVE), **seen(lab.page)})
            lab.page.keyboard.press("Space")
            lab.page.evaluate(SETTLED)
        yield slides


def seen(page):
    """Return what is wrong on the present slide: what is too large, an explorer that does not answer."""
    too_large = []
    for width, height in reversed(SIZES):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(SETTLED)
        too_large += [f"{width}: {part}" for part in page.evaluate(TOO_LARGE)]
    return {
        "slide": page.evaluate(FIRST),
        "heading": page.locator(VISIBLE).first.inner_text()[:50] if page.locator(VISIBLE).count() else "",
        "too large": too_large,
        "answers": answers(page) if page.locator(f"{VISIBLE} .explorer").count() else None,
    }


def answers(page):
    """Return whether an explorer, reached by the Tab key, follows the Home or the End key."""
    before = page.evaluate(STATE)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS_ON_A_SLIDER):
            break
    page.keyboard.press(page.evaluate(OTHER_END))
    try:
        changed = f"before => JSON.stringify(({STATE})()) !== JSON.stringify(before)"
        page.wait_for_function(changed, arg=before, timeout=5000)
    except TooLate:
        return False
    return True


def test_is_a_talk_of_12_to_25_slides(walk):
    assert 12 <= len({slide["slide"] for slide in walk}) <= 25
    assert all(slide["heading"] for slide in walk), "a blank slide"


def test_nothing_overflows_or_is_cut_off(walk):
    assert {slide["heading"]: slide["too large"] for slide in walk if slide["too large"]} == {}


def test_explorers_answer_to_the_keyboard(walk):
    assert [slide["heading"] for slide in walk if slide["answers"] is False] == []
    assert any(slide["answers"] for slide in walk)


def test_after_a_talk_that_ended_by_closing_the_browser_jupyterlab_opens_as_usual(server, chromium):
    def keeps_that_a_deck_is_on(response):
        return "jupyterlab-slideshow" in response.url and response.request.method == "PUT"

    with window(chromium, server) as lab, lab.page.expect_response(keeps_that_a_deck_is_on):
        lab.open_deck("02_loss")
    with window(chromium, server) as lab:
        lab.open("02_loss")
        assert not lab.page.evaluate(PRESENTING)
        assert lab.page.locator(".jp-Notebook .jp-Cell").first.is_visible()


def test_a_deck_that_starts_from_a_cell_on_no_slide_shows_the_slide_before_it(lab):
    lab.open("02_loss")
    lab.start_deck("A model is a rule that turns an input into a prediction.")
    assert "Three points, by hand" in lab.page.locator(VISIBLE).first.inner_text()


def test_a_tick_keeps_the_space_key(lab):
    lab.open_deck("02_loss")
    tick = lab.page.locator(f"{VISIBLE} .explorer").get_by_role("checkbox")
    while not tick.count():
        lab.page.keyboard.press("Space")
        lab.page.evaluate(SETTLED)
    tick.press("Space")
    expect(tick).to_be_checked()
    expect(lab.page.locator(f"{VISIBLE} .words")).to_contain_text("Each grey square is one squared residual")
