"""A quiz in a real JupyterLab: answered by keyboard alone, nothing cut off, kept beyond the kernel."""

import pytest
from playwright.sync_api import expect

from browser.lab import wait
from browser.quiz import QUESTIONS, SLIDE, answer_all_wrong, shows, start_over, word

FOCUSED = "() => document.activeElement.labels?.[0]?.textContent.trim() || document.activeElement.textContent"
BLUE = "rgb(0, 114, 178)"
CUT_OFF = """quiz => [...quiz.querySelectorAll("label, button, .widget-html-content, .quiz-verdict")]
  .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1
            || e.getBoundingClientRect().right > quiz.getBoundingClientRect().right + 1)
  .map(e => e.textContent)"""


@pytest.fixture(scope="module")
def lab(desk):
    lab = desk("00_start_here")
    lab.run_tagged("quiz")
    return lab


@pytest.fixture
def quiz(lab):
    lab.page.set_viewport_size(SLIDE)
    quiz = lab.on_page("quiz").locator(".quiz")
    start_over(quiz)
    return quiz


def tab_to(page, label):
    """Press Tab until the control of that label has the focus."""
    for _ in range(10):
        if page.evaluate(FOCUSED) == label:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {label}, but to {page.evaluate(FOCUSED)}")


def test_the_keyboard_alone_is_enough(lab, quiz):
    press = lab.page.keyboard.press
    quiz.get_by_role("radio").first.focus()
    press("Space")
    tab_to(lab.page, "B")
    press("Space")
    wait(lab.page, "() => document.querySelectorAll('.quiz input:checked').length === 1")
    assert quiz.get_by_label("B", exact=True).is_checked()
    tab_to(lab.page, "Check")
    press("Enter")
    word(quiz, "Right").wait_for()
    tab_to(lab.page, "Next")
    press("Space")
    shows(quiz, 2)
    quiz.get_by_role("textbox", name="Your number:").focus()
    lab.page.keyboard.type("2,5")
    press("Enter")
    word(quiz, "Right").wait_for()
    quiz.get_by_text(f"2 of {QUESTIONS} right").wait_for()
    assert lab.errors == []
    assert lab.outside == []


def test_the_end_says_how_it_went_and_leads_on(lab, quiz):
    expect(quiz.get_by_role("button", name="Previous")).to_be_disabled()
    quiz.get_by_label("B", exact=True).check()
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.get_by_role("button", name="Next")).to_have_css("background-color", BLUE)
    expect(quiz.get_by_role("button", name="Check")).not_to_have_css("background-color", BLUE)
    for number in range(1, QUESTIONS + 1):
        shows(quiz, number)
        quiz.get_by_role("button", name="Next").click()
    expect(quiz.get_by_text(f"1 of {QUESTIONS} right.")).to_be_visible()
    assert quiz.evaluate(CUT_OFF) == []
    quiz.get_by_role("button", name="Answer question 3").click()
    shows(quiz, 3)


def test_nothing_is_cut_off(lab, quiz):
    for number in range(1, QUESTIONS + 1):
        shows(quiz, number)
        answer_all_wrong(quiz)
        for width in (1280, 700):
            lab.page.set_viewport_size({"width": width, "height": 720})
            wait(lab.page, "width => innerWidth === width", width)
            assert quiz.evaluate(CUT_OFF) == []
        quiz.get_by_role("button", name="Next").click()


def test_an_answer_is_found_again_in_a_new_kernel(lab, quiz):
    quiz.get_by_label("B", exact=True).check()
    quiz.get_by_role("button", name="Check").click()
    word(quiz, "Right").wait_for()
    lab.restart()
    lab.run_tagged("quiz")
    shows(lab.tagged("quiz").locator(".quiz"), 2)
    lab.tagged("quiz").locator(".quiz").get_by_text(f"1 of {QUESTIONS} right").wait_for()


def test_the_end_opens_the_next_notebook(lab, quiz):
    for number in range(1, QUESTIONS + 1):
        shows(quiz, number)
        quiz.get_by_role("button", name="Next").click()
    quiz.get_by_role("link", name="01 Network structure").press("Enter")
    expect(lab.page.get_by_role("heading", name="01 Network structure")).to_be_in_viewport()
    assert lab.errors == []
