"""An exercise in a real JupyterLab: what a learner writes is answered in place, by mouse or by one key."""

import re

import pytest
from playwright.sync_api import expect

from browser.lab import wait

STUB, CHECK = "def my_gradient", "checks.check_gradient(my_gradient)"
WRITE = """([stub, check, source]) => {
  const models = jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model);
  const holding = text =>
    models.find(model => model.type === "code" && model.sharedModel.source.includes(text));
  holding(stub).sharedModel.source = source;
  holding(check).outputs.clear();  // so that what is found there is new
}"""
RIGHT = "return X.T @ (X @ theta - y) / len(y)"
SIGN = "return X.T @ (y - X @ theta) / len(y)"
ENDLESS = "while True:\n        try: len(y)\n        except: pass"
WRITES_IN = """() => {
  const { mode, activeCell } = jupyterapp.shell.currentWidget.content;
  return mode === "edit" && activeCell.editor.hasFocus() && activeCell.model.sharedModel.source;
}"""
HERE = """() => {
  const here = document.querySelector(".course-bar [aria-current]").getAttribute("aria-label");
  const seen = [...document.querySelectorAll(".jp-Notebook :is(h1, h2, h3)")].filter(heading => {
    const { top, bottom } = heading.getBoundingClientRect();
    return bottom > 0 && top < innerHeight / 3;
  });
  return seen.some(heading => heading.textContent.includes(here.replace(", solved", "")));
}"""
COUNTS = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter(({ model }) => model.type === "code").map(({ model }) => model.executionCount)"""


@pytest.fixture(scope="module")
def lab(desk):
    lab = desk("03_gradient_descent")
    lab.run_cell("from helpers import checks")
    return lab


def part(lab, text):
    """Return the code cell that holds a text, as a locator."""
    return lab.page.locator(f'.jp-CodeCell:has-text("{text}")').first


def feedback_with(lab, word):
    """Return the feedback once it says the word."""
    feedback = part(lab, CHECK).locator(".feedback")
    feedback.get_by_text(word).wait_for(timeout=60_000)  # in a busy machine's new kernel too
    return feedback


def write(lab, body):
    """Write the body of the function, with the cursor in it."""
    lab.page.evaluate(WRITE, [STUB, CHECK, f"def my_gradient(theta, X, y):\n    {body}"])
    lab.on_page(line=STUB).locator(".cm-content").click()


def answered(lab, body, word):
    """Write the body of the function, press Shift+Enter, and return the feedback once it says the word."""
    write(lab, body)
    lab.page.keyboard.press("Shift+Enter")
    return feedback_with(lab, word)


def test_one_key_checks_and_the_cursor_stays_in_the_answer(lab):
    keys = lab.page.keyboard
    write(lab, "...")
    keys.press("Control+End")
    for typed, word in ((SIGN, "Not yet"), (RIGHT, "Right")):
        keys.press("Shift+Home")
        keys.type(typed)
        keys.press("Shift+Enter")
        feedback = feedback_with(lab, word)
        assert lab.page.evaluate(WRITES_IN).endswith(typed)
        answer, below = part(lab, STUB).bounding_box(), feedback.bounding_box()
        assert 0 <= below["y"] - answer["y"] - answer["height"] < 60, "only the button stands between"
        expect(feedback).to_be_in_viewport(ratio=1)


def test_a_button_checks_and_opens_the_code_of_the_check(lab):
    write(lab, SIGN)
    part(lab, CHECK).get_by_role("button", name="Check exercise 3.2").click()
    feedback_with(lab, "Not yet")
    assert lab.page.evaluate(WRITES_IN).endswith(SIGN)
    code = part(lab, CHECK).locator(".cm-content")
    expect(code).to_be_hidden()
    for opens, shown in ((True, "true"), (False, "false")):
        button = part(lab, CHECK).get_by_role("button", name="Code of the check")
        button.press("Enter")
        expect(button).to_have_attribute("aria-expanded", shown)
        expect(code).to_be_visible(visible=opens)


def test_a_right_answer_leads_to_the_next_exercise(lab):
    feedback = answered(lab, RIGHT, "Right")
    expect(feedback).to_contain_text(re.compile(r"\d of 6 done\. Next: 3\.\d \w+"))
    onward = feedback.get_by_role("link")
    number = onward.text_content().split()[0]
    onward.focus()
    lab.page.keyboard.press("Enter")
    expect(lab.page.get_by_role("heading", name=f"Exercise {number}")).to_be_in_viewport()
    wait(lab.page, f"() => ({WRITES_IN})()?.includes('...')")
    lab.page.keyboard.type("#")
    assert lab.page.evaluate(WRITES_IN).count("#") > 0, "one can write at once"


def test_an_answer_that_fails_leaves_no_old_verdict_below_it(lab):
    answered(lab, RIGHT, "Right")
    lab.page.keyboard.press("Control+End")
    lab.page.keyboard.type(" +")
    lab.page.keyboard.press("Shift+Enter")
    part(lab, STUB).get_by_text("SyntaxError").first.wait_for()
    expect(part(lab, CHECK).locator(".feedback")).to_have_count(0)


def test_who_only_walks_through_goes_on_past_the_check(lab):
    write(lab, "...")
    lab.page.keyboard.press("Escape")
    lab.page.keyboard.press("Shift+Enter")
    feedback_with(lab, "Not attempted")
    expect(part(lab, "def solution_gradient")).to_have_class(re.compile("jp-mod-active"))


def test_hints_come_one_by_one_by_key(lab):
    feedback = answered(lab, "...", "Not attempted")
    for number in (1, 2, 3):
        button = feedback.get_by_role("button", name=f"Hint {number} of 3")
        assert feedback.get_by_text("Hint").count() == number, "the hints given, and the button"
        button.press("Enter")
        feedback.get_by_text(f"Hint {number} of 3.").wait_for()
    expect(feedback.get_by_role("button", name="No more hints")).to_be_focused()


def test_a_mistake_is_named_and_a_right_answer_is_called_right(lab):
    feedback = answered(lab, SIGN, "Not yet")
    assert "The sign is flipped" in feedback.text_content()
    feedback = answered(lab, "return X.T @ (X @ theta - y[1:]) / len(y)", "Not yet")
    assert re.search(r"In line 2, return X\.T .* arrays of the shapes .* do not fit", feedback.text_content())
    assert "Traceback" not in feedback.text_content()
    feedback = answered(lab, RIGHT, "Right")
    assert feedback.get_by_role("button").count() == 0


def test_an_endless_loop_ends_and_the_kernel_goes_on(lab):
    feedback = answered(lab, ENDLESS, "Not yet")
    assert re.search(r"After 3 seconds it was still running, in line \d", feedback.text_content())
    answered(lab, RIGHT, "Right")
    assert lab.errors == []


def test_who_runs_a_check_first_is_offered_to_run_the_cells_above(lab):
    lab.restart()
    write(lab, "...")
    lab.page.keyboard.press("Shift+Enter")
    offer = lab.page.get_by_role("alert").filter(has_text='further up defines "checks"')
    offer.get_by_role("button", name="Run all cells above").click()
    answered(lab, "...", "Not attempted")


def test_a_name_that_no_cell_defines_is_not_said_to_be_further_up(lab):
    lab.page.evaluate(WRITE, [STUB, CHECK, "def my_gradient(theta, X, y): ...\nnowhere"])
    lab.run_cell(STUB)
    part(lab, STUB).get_by_text("name 'nowhere' is not defined").wait_for()
    answered(lab, "...", "Not attempted")
    assert lab.page.get_by_role("alert").count() == 0


def test_the_solution_is_folded_and_opens(lab):
    cell = lab.page.locator('.jp-CodeCell:has-text("def solution_gradient")')
    cell.scroll_into_view_if_needed()
    assert cell.locator(".cm-content").count() == 0 or not cell.locator(".cm-content").is_visible()
    cell.locator(".jp-Placeholder").first.click()
    cell.locator(".cm-content").get_by_text("errors = X @ theta - y").wait_for()


def test_the_bar_fills_what_is_solved_and_goes_there(lab):
    bar = lab.page.get_by_role("navigation", name="In this notebook")
    answered(lab, RIGHT, "Right")
    solved = bar.get_by_role("link", name=re.compile("^Exercise 3.2: .+, solved$"))
    expect(solved).to_have_attribute("aria-current", "location")
    expect(bar.get_by_role("link", name=re.compile("^Exercise 3.6: .+, solved$"))).to_have_count(0)
    expect(bar).to_contain_text("Exercise 3.2: The gradient")
    solved.focus()
    lab.page.keyboard.press("ArrowRight")
    section = "All slopes at once"
    expect(bar.get_by_role("link", name=section)).to_be_focused()
    expect(bar).to_contain_text(section)
    lab.page.keyboard.press("Enter")
    heading = lab.page.get_by_role("heading", name=section)
    expect(heading).to_be_in_viewport()
    expect(bar.get_by_role("link", name=section)).to_have_attribute("aria-current", "location")
    bar.get_by_role("link", name="Quiz").click()
    expect(lab.page.get_by_role("heading", name="Quiz")).to_be_in_viewport()
    expect(bar).to_have_css("height", "28px")
    lab.start_deck("# 03")
    expect(bar).to_be_hidden()
    lab.stop_deck()
    expect(bar).to_be_visible()
    wait(lab.page, HERE)


def test_running_all_runs_each_cell_once(lab):
    lab.restart()
    lab.run_all()
    counts = lab.page.evaluate(COUNTS)
    assert counts == [*range(1, len(counts) + 1)]


def test_the_bar_knows_on_another_day_what_is_solved(lab):
    lab.open_instead("03_gradient_descent")
    bar = lab.page.get_by_role("navigation", name="In this notebook")
    expect(bar.get_by_role("link", name=re.compile("^Exercise 3.2: .+, solved$"))).to_be_visible()
    assert lab.page.locator(".verdict").count() == 0
