"""A talk that `make slides` opened and that ended by closing the browser; and JupyterLab afterwards."""

import re

import pytest
from playwright.sync_api import expect

from browser.deck import SETTLED, SMALL, VISIBLE
from browser.lab import PRESENTING, Lab, wait, window

NOTEBOOK = "02_loss"
BEGINS = 3
LAST = 23
CELLS = "() => JSON.stringify(jupyterapp.shell.currentWidget.model.toJSON().cells.map(cell => cell.source))"
MODE = "() => jupyterapp.shell.currentWidget.content.mode"
SPACES = {"PageDown": "Space", "PageUp": "Shift+Space"}
SHOWN = """() => jupyterapp.shell.currentWidget.content.widgets
  .flatMap((cell, k) => cell.hasClass("jp-deck-mod-visible") ? [k] : [])"""
ANSWERS_MISSING = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter(cell => cell.model.getMetadata("slideshow")?.slide_type === "fragment")
  .map(cell => cell.node.querySelector(".jp-OutputArea-output, .jp-MarkdownOutput")?.textContent ?? "")
  .filter(answer => !document.querySelector(".talk-paper").textContent.includes(answer))"""
TITLE_AND_LAST = """() => {
  const { children } = document.querySelector(".jp-deck-mod-visible .jp-MarkdownOutput");
  return [children[0], [...children].at(-1)].map(part => {
    const { top, bottom } = part.getBoundingClientRect();
    return { size: parseFloat(getComputedStyle(part).fontSize), top, bottom };
  });
}"""
STANDS = """() => {
  const { activeCell: { node }, outerNode } = jupyterapp.shell.currentWidget.content;
  const { top, bottom } = outerNode.getBoundingClientRect(), at = node.getBoundingClientRect().top;
  return node.isConnected && at >= top - 1 && at < bottom;
}"""
STAYS = f"""async () => {{
  for (let frames = 0; frames < 90; frames++) {{
    await new Promise(requestAnimationFrame);
    if (!({STANDS})()) return false;
  }}
  return true;
}}"""


@pytest.fixture(scope="module")
def talk(server, chromium):
    """A deck that `make slides` opened, already run, at the slide of its address; it ends with the window."""

    def keeps_that_a_deck_is_on(response):
        return "jupyterlab-slideshow" in response.url and response.request.method == "PUT"

    with window(chromium, server) as lab:
        with lab.page.expect_response(keeps_that_a_deck_is_on, timeout=240_000):
            lab.open_deck(NOTEBOOK, BEGINS)
        yield lab


def is_at(talk, number):
    """Expect that a slide is up, by the number that stands on it."""
    expect(talk.page.locator(".talk-footing button")).to_have_text(f"{number} / {LAST}")


def show(talk, number):
    """Show a slide by its number."""
    talk.page.evaluate("number => jupyterapp.commands.execute('course:slide', { number })", number)
    is_at(talk, number)


def test_the_deck_begins_at_the_slide_of_its_address_and_the_address_follows(talk):
    is_at(talk, BEGINS)
    talk.page.keyboard.press("Home")
    is_at(talk, 1)
    assert talk.page.url.endswith(f"/{NOTEBOOK}.ipynb#slide=1")
    talk.page.keyboard.press("End")
    is_at(talk, LAST)
    assert talk.page.url.endswith(f"/{NOTEBOOK}.ipynb#slide={LAST}")


@pytest.mark.parametrize(("remote", "space"), SPACES.items())
def test_a_remote_turns_slides_as_the_space_key_does(talk, remote, space):
    seen = {}
    for key in (remote, space):
        talk.page.keyboard.press("End" if key.endswith("Up") or "Shift" in key else "Home")
        seen[key] = []
        for _ in range(4):
            before = talk.page.evaluate(SHOWN)
            talk.page.keyboard.press(key)
            wait(talk.page, f"before => JSON.stringify(({SHOWN})()) !== JSON.stringify(before)", before)
            seen[key].append(talk.page.evaluate(SHOWN))
    assert seen[remote] == seen[space]


def test_no_key_changes_the_notebook(talk):
    before = talk.page.evaluate(CELLS)
    talk.page.keyboard.press("Home")
    for key in [
        "b",
        "b",
        "x",
        "d",
        "d",
        "a",
        "m",
        "1",
        "z",
        "v",
        "Delete",
        "Shift+M",
        "Shift+ArrowDown",
        "Enter",
    ]:
        talk.page.keyboard.press(key)
    assert talk.page.evaluate(CELLS) == before
    assert talk.page.evaluate(MODE) == "command"


@pytest.mark.parametrize("key", ["b", "."])
def test_the_screen_is_black_until_the_next_press(talk, key):
    black = talk.page.locator(".talk-black")
    talk.page.keyboard.press(key)
    expect(black).to_be_visible()
    assert black.bounding_box() == {"x": 0, "y": 0, **talk.page.viewport_size}
    talk.page.keyboard.press(key)
    expect(black).to_have_count(0)
    talk.page.keyboard.press(key)
    talk.page.keyboard.press("Escape")
    expect(black).to_have_count(0)
    assert talk.page.evaluate(PRESENTING)


def test_a_dot_follows_the_mouse(talk):
    dot = talk.page.locator(".talk-pointer")
    talk.page.keyboard.press("p")
    for x, y in [(300, 200), (700, 450)]:
        talk.page.mouse.move(x, y)
        box = dot.bounding_box()
        assert abs(box["x"] + box["width"] / 2 - x) < 2
        assert abs(box["y"] + box["height"] / 2 - y) < 2
    talk.page.keyboard.press("p")
    expect(dot).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (1024, 768)])
def test_a_text_alone_on_its_slide_fills_it(talk, width, height):
    talk.page.set_viewport_size({"width": width, "height": height})
    show(talk, 4)
    talk.page.evaluate(SETTLED)
    title, text = talk.page.evaluate(TITLE_AND_LAST)
    assert text["size"] == pytest.approx(title["size"], rel=0.01)
    assert (text["top"] + text["bottom"]) / 2 == pytest.approx(
        (title["bottom"] + height) / 2, abs=0.08 * height
    )
    talk.page.set_viewport_size(SMALL)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_a_picture_that_ends_a_slide_takes_the_room_that_is_left(talk, width, height):
    talk.page.set_viewport_size({"width": width, "height": height})
    show(talk, 17)
    talk.page.keyboard.press("Space")
    picture = talk.page.locator(f"{VISIBLE} img")
    expect(picture).to_be_visible()
    talk.page.evaluate(SETTLED)
    box = picture.bounding_box()
    assert 0.9 * height < box["y"] + box["height"] < height
    talk.page.set_viewport_size(SMALL)


def test_the_overview_leads_to_any_slide(talk):
    talk.page.keyboard.press("End")
    talk.page.keyboard.press("g")
    overview = talk.page.get_by_role("dialog", name="All slides")
    expect(overview.get_by_role("listitem")).to_have_count(LAST)
    expect(overview.locator("[aria-current=true]")).to_be_focused()
    for key in ["ArrowUp", "ArrowUp", "Enter"]:
        talk.page.keyboard.press(key)
    is_at(talk, LAST - 2)
    talk.page.locator(".talk-footing button").click()
    overview.get_by_role("button", name="Quiz").click()
    expect(talk.page.locator(VISIBLE).first).to_contain_text("Quiz")
    talk.page.keyboard.press("?")
    expect(overview).to_contain_text("Page Down")
    talk.page.keyboard.press("Escape")
    expect(overview).to_have_count(0)
    assert talk.page.evaluate(PRESENTING)


def test_the_editor_of_layers_is_out_of_sight(talk):
    expect(talk.page.locator(".jp-Deck-DesignTools")).to_be_hidden()


def test_notes_follow_in_a_second_window_and_turn_the_slides(talk):
    talk.page.keyboard.press("Home")
    with talk.page.expect_popup() as opened:
        talk.page.keyboard.press("n")
    notes = opened.value
    expect(notes.locator("header")).to_contain_text(f"1 / {LAST}")
    while not notes.locator(".talk-note").count():
        now = talk.page.locator(".talk-footing button").inner_text()
        notes.keyboard.press("PageDown")
        talk.page.evaluate(SETTLED)
        expect(notes.locator("header")).to_contain_text(
            talk.page.locator(".talk-footing button").inner_text()
        )
        assert now != f"{LAST} / {LAST}", "no slide with a note"
    expect(notes.locator(".talk-note").first).to_contain_text("For the teacher:")
    expect(notes.locator("footer")).to_contain_text("Next: ")
    notes.close()


def test_a_blocked_window_of_notes_says_so(talk):
    talk.page.evaluate("() => { globalThis.opens = open; globalThis.open = () => null; }")
    talk.page.keyboard.press("n")
    expect(talk.page.get_by_text("allow pop-ups for this page").first).to_be_visible()
    talk.page.evaluate("() => { globalThis.open = opens; }")


def test_all_slides_are_printed_two_on_a_page_with_answers_and_questions(talk):
    talk.page.keyboard.press("Home")
    assert len(re.findall(rb"/Type\s*/Page\b", talk.page.pdf(prefer_css_page_size=True))) == (LAST + 1) // 2
    talk.page.evaluate(
        "() => { print = () => { globalThis.sheets = document.querySelector('.talk-paper'); }; }"
    )
    talk.page.keyboard.press("Control+p")
    wait(talk.page, "() => globalThis.sheets")
    sheets = talk.page.locator(".talk-paper section")
    expect(sheets).to_have_count(LAST)
    assert talk.page.evaluate(ANSWERS_MISSING) == []
    questions = sheets.filter(has_text="Question 1 of 5")
    expect(questions).to_contain_text("Question 5 of 5")
    expect(questions.locator("mjx-container").first).to_be_attached()
    talk.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(sheets).to_have_count(0)


def test_a_second_deck_leaves_the_first_alone(talk, server):
    talk.page.keyboard.press("Home")
    other = Lab(talk.page.context, server)
    other.open_deck("00_start_here")
    assert "/workspaces/auto-" in other.page.url
    other.stop_deck()
    other.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    other.page.close()
    talk.page.keyboard.press("End")
    is_at(talk, LAST)


@pytest.fixture(scope="module")
def afterwards(server, chromium, talk):
    """JupyterLab opened anew, with the same notebook, after a talk that ended by closing the browser."""
    talk.end()
    with window(chromium, server) as lab:
        lab.open(NOTEBOOK)
        yield lab


def test_a_tick_keeps_the_space_key(talk):
    tick = talk.page.locator(f"{VISIBLE} .explorer").get_by_role("checkbox")
    talk.page.keyboard.press("Home")
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


def test_escape_leaves_the_notebook_where_the_talk_was(afterwards):
    afterwards.start_deck("# ")
    afterwards.page.keyboard.press("End")
    for _ in range(9):
        afterwards.page.keyboard.press("PageUp")
    afterwards.page.keyboard.press("Escape")
    wait(afterwards.page, f"() => !({PRESENTING})() && ({STANDS})()")
    assert afterwards.page.evaluate(STAYS)
    assert "#" not in afterwards.page.url


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
