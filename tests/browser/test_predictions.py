"""An answer waits for a prediction: typed or not wanted, kept, and beside the answer on the next day too."""

import pytest
from playwright.sync_api import expect

from browser.lab import wait, window

NOTEBOOK = "06_backpropagation"
GUESS = 'it "grows" \\ by 2'
KEPT = """async () => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  const kept = "__import__('helpers.learner.predictions', fromlist=['x']).kept('06')";
  const reply = await kernel.requestExecute({ code: "", silent: true, user_expressions: { kept } }).done;
  return Object.values(reply.content.user_expressions.kept.data["application/json"]);
}"""
VEILED = "() => document.querySelectorAll('.course-veiled').length"
PLACE = """() => {
  const { widgets } = jupyterapp.shell.currentWidget.content;
  const has = (cell, tag) => cell.model.getMetadata("tags")?.includes(tag);
  const asks = widgets.findIndex(cell => has(cell, "predict"));
  return [asks, widgets.findIndex((cell, k) => k > asks && has(cell, "answer"))];
}"""
SHOW = """async index => {
  const { content } = jupyterapp.shell.currentWidget;
  content.activeCellIndex = index;
  await content.scrollToItem(index);
  content.widgets[index].node.dataset.answer = index;
}"""


@pytest.fixture
def lab(chromium, server):
    """A window on the notebook, with its answers veiled."""
    with window(chromium, server) as lab:
        lab.open(NOTEBOOK, answers=False)
        lab.show_all()
        yield lab


def first_answer(lab, answer):
    """Return the first cell that answers a prediction, as a locator."""
    lab.page.evaluate(SHOW, answer)
    return lab.page.locator(f'[data-answer="{answer}"]')


def test_a_prediction_uncovers_its_answer_and_stands_beside_it_on_the_next_day_too(lab):
    (_, number), veiled = lab.page.evaluate(PLACE), lab.page.evaluate(VEILED)
    answer = first_answer(lab, number)
    code, outputs = answer.locator(".jp-InputArea"), answer.locator(".jp-OutputArea")
    expect(code).to_be_hidden()
    expect(outputs).to_be_hidden()
    lab.page.keyboard.press("Shift+Enter")
    expect(answer.get_by_role("textbox", name="Your prediction")).to_be_focused()
    lab.page.keyboard.type(GUESS)
    lab.page.keyboard.press("Enter")
    expect(code).to_be_visible()
    expect(outputs).to_be_visible()
    expect(answer.locator(".prediction")).to_contain_text(GUESS)
    assert lab.page.evaluate(VEILED) == veiled - 1
    answer.get_by_role("button", name="It surprised me").press("Enter")
    expect(answer.get_by_role("button", name="It surprised me")).to_have_attribute("aria-pressed", "true")
    wait(lab.page, f"async () => (await ({KEPT})()).some(kept => kept.right === false)")
    assert [kept["guess"] for kept in lab.page.evaluate(KEPT)] == [GUESS]
    lab.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    lab.open(NOTEBOOK, answers=False)
    answer = first_answer(lab, number)
    expect(answer.locator(".prediction")).to_contain_text(GUESS)
    expect(answer.locator(".jp-OutputArea")).to_be_visible()
    assert lab.errors == []


def test_who_wants_no_prediction_sees_one_answer_or_all(lab):
    veiled = lab.page.evaluate(VEILED)
    lab.page.get_by_role("button", name="Show me").first.click()
    assert lab.page.evaluate(VEILED) == veiled - 1
    lab.page.get_by_role("menuitem", name="View").click()
    lab.page.get_by_role("menuitem", name="Show All Answers").click()
    assert lab.page.evaluate(VEILED) == 0


def test_a_deck_hides_and_shows_answers_in_its_own_way(lab):
    asks, answer = lab.page.evaluate(PLACE)
    lab.page.evaluate(SHOW, asks)
    lab.page.evaluate("() => jupyterapp.commands.execute('deck:start')")
    code = lab.page.locator(".jp-deck-mod-visible")
    expect(code.first).to_be_visible()
    lab.page.evaluate(SHOW, answer)
    expect(first_answer(lab, answer).locator(".prediction")).to_be_hidden()
    expect(first_answer(lab, answer).locator(".jp-OutputArea")).to_be_visible()
    lab.stop_deck()


def test_notes_for_the_teacher_come_when_asked_for(lab):
    note = lab.page.locator(".course-teacher").first
    expect(note).to_be_hidden()
    for shown in (expect(note).to_be_visible, expect(note).to_be_hidden):
        lab.page.get_by_role("menuitem", name="View").click()
        lab.page.locator(".lm-Menu-item", has_text="Notes for Teachers").click()
        shown()
