"""A quiz in a real JupyterLab: answered by keyboard alone, nothing cut off, each question on one slide."""

import pytest

from browser.lab import window
from helpers import course, quizzes

QUIZ = 'quizzes.quiz("00")'
QUESTIONS = len(quizzes.quiz("00").questions)
SLIDE = (1280, 720)
FOCUSED = "() => document.activeElement.labels?.[0]?.textContent.trim() || document.activeElement.textContent"
CUT_OFF = """quiz => [...quiz.querySelectorAll("label, button, .widget-html-content, .quiz-verdict")]
  .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1
            || e.getBoundingClientRect().right > quiz.getBoundingClientRect().right + 1)
  .map(e => e.textContent)"""
FITS = """() => {
  const quiz = document.querySelector(".quiz");
  const box = quiz.getBoundingClientRect();
  const cut = [...quiz.querySelectorAll("label, button, .widget-html-content, .quiz-verdict")]
    .some(part => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1);
  return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && !cut;
}"""


@pytest.fixture(scope="module")
def lab(server, chromium):
    with window(chromium, server, height=720) as lab:
        lab.open("00_start_here")
        lab.run_cell(QUIZ)
        lab.page.locator(".quiz").wait_for()
        yield lab


@pytest.fixture
def quiz(lab):
    lab.page.set_viewport_size({"width": 1280, "height": 720})
    quiz = lab.page.locator(".quiz")
    start_over(quiz)
    return quiz


def shows(quiz, number, total=QUESTIONS):
    quiz.get_by_text(f"Question {number} of {total}").wait_for()


def start_over(quiz, total=QUESTIONS):
    """Press the button, and wait until the kernel has emptied every question."""
    quiz.get_by_role("button", name="Start over").click()
    quiz.get_by_text(" ".join("○" * total)).wait_for()
    shows(quiz, 1, total)


def tab_to(page, label):
    """Press Tab until the control of that label has the focus."""
    for _ in range(10):
        if page.evaluate(FOCUSED) == label:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {label}, but to {page.evaluate(FOCUSED)}")


def answer_all_wrong(quiz):
    """Choose whatever takes the most room to explain, and check."""
    for box in quiz.get_by_role("checkbox").all():
        box.check()
    for radio in quiz.get_by_role("radio").all()[:1]:
        radio.check()
    for field in quiz.get_by_role("textbox").all():
        field.fill("-77")
    quiz.get_by_role("button", name="Check").click()
    quiz.get_by_text("Not yet:").wait_for()


def explanations(quiz):
    """Show in turn each option's explanation, or those of all boxes at once, or that of a strange number."""
    check = quiz.get_by_role("button", name="Check")
    for radio in quiz.get_by_role("radio").all():
        radio.check()
        check.click()
        quiz.get_by_role("alert").wait_for()
        yield
    if not quiz.get_by_role("radio").count():
        answer_all_wrong(quiz)
        yield


def test_the_keyboard_alone_is_enough(lab, quiz):
    press = lab.page.keyboard.press
    quiz.get_by_role("radio").first.focus()
    press("Space")
    tab_to(lab.page, "B")
    press("Space")
    lab.page.wait_for_function("() => document.querySelectorAll('.quiz input:checked').length === 1")
    assert quiz.get_by_label("B", exact=True).is_checked()
    tab_to(lab.page, "Check")
    press("Enter")
    quiz.get_by_text("Right:").wait_for()
    tab_to(lab.page, "Next")
    press("Space")
    shows(quiz, 2)
    quiz.get_by_role("textbox", name="Your number:").focus()
    lab.page.keyboard.type("2,5")
    press("Enter")
    quiz.get_by_text("Right:").wait_for()
    quiz.get_by_text(f"2 of {QUESTIONS} right").wait_for()
    assert lab.errors == []
    assert lab.outside == []


@pytest.mark.parametrize("width", [1280, 700])
def test_nothing_is_cut_off(lab, quiz, width):
    lab.page.set_viewport_size({"width": width, "height": 720})
    for number in range(1, QUESTIONS + 1):
        shows(quiz, number)
        answer_all_wrong(quiz)
        assert quiz.evaluate(CUT_OFF) == []
        quiz.get_by_role("button", name="Next").click()


def test_an_answer_is_found_again_in_a_new_kernel(lab, quiz):
    quiz.get_by_label("B", exact=True).check()
    quiz.get_by_role("button", name="Check").click()
    quiz.get_by_text("Right:").wait_for()
    lab.restart()
    lab.run_cell(QUIZ)
    shows(lab.page.locator(".quiz"), 2)
    lab.page.locator(".quiz").get_by_text(f"1 of {QUESTIONS} right").wait_for()


@pytest.mark.parametrize("notebook", course.NOTEBOOKS, ids=lambda notebook: notebook.file)
def test_each_question_fits_a_slide_with_every_explanation(server, chromium, notebook):
    total = len(quizzes.quiz(notebook.number).questions)
    with window(chromium, server, *SLIDE) as lab:
        lab.open(notebook.file)
        lab.run_cell(f'quizzes.quiz("{notebook.number}")')
        quiz = lab.page.locator(".quiz")
        quiz.wait_for()
        start_over(quiz, total)
        lab.start_deck("## Quiz")
        for number in range(1, total + 1):
            shows(quiz, number, total)
            for _ in explanations(quiz):
                lab.page.wait_for_function(FITS, timeout=5000)
            quiz.get_by_role("button", name="Next").click()
        assert lab.errors == []
