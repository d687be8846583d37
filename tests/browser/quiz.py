"""A quiz in JupyterLab: what a learner does with it, and whether its questions fit a slide."""

from browser.lab import wait

QUESTIONS = 5
SLIDE = {"width": 1280, "height": 720}
FITS = """quiz => {
  const box = quiz.getBoundingClientRect();
  const cut = [...quiz.querySelectorAll("label, button, .widget-html-content, .quiz-verdict")]
    .some(part => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1);
  return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && !cut;
}"""
EXPLAINED = "quiz => quiz.querySelector('[role=alert]')?.textContent"


def word(quiz, text):
    """Return the word of the verdict that is up, as a locator."""
    return quiz.locator(".quiz-word", has_text=text)


def shows(quiz, number):
    """Wait until the question of that number is up."""
    quiz.get_by_text(f"Question {number} of {QUESTIONS}").wait_for()


def start_over(quiz):
    """Press the button, and wait until the kernel has emptied every question."""
    quiz.get_by_role("button", name="Start over").click()
    quiz.get_by_text(" ".join("○" * QUESTIONS)).wait_for()
    shows(quiz, 1)


def answer_all_wrong(quiz):
    """Choose whatever takes the most room to explain, and check."""
    for box in quiz.get_by_role("checkbox").all():
        box.check()
    for radio in quiz.get_by_role("radio").all()[:1]:
        radio.check()
    for field in quiz.get_by_role("textbox").all():
        field.fill("-77")
    quiz.get_by_role("button", name="Check").click()
    word(quiz, "Not yet").wait_for()


def explanations(quiz):
    """Show in turn each option's explanation, or those of all boxes at once, or that of a strange number."""
    check = quiz.get_by_role("button", name="Check")
    for radio in quiz.get_by_role("radio").all():
        before = quiz.evaluate(EXPLAINED)
        radio.dispatch_event("click")  # without the search for a place where a mouse could click
        check.dispatch_event("click")
        wait(
            quiz.page, f"([quiz, before]) => ({EXPLAINED})(quiz) !== before", [quiz.element_handle(), before]
        )
        yield
    if not quiz.get_by_role("radio").count():
        answer_all_wrong(quiz)
        yield


def try_on_slides(lab):
    """Show the quiz in the deck, and wait until each question fits its slide, with every explanation."""
    quiz = lab.on_page("quiz").locator(".quiz")
    lab.page.set_viewport_size(SLIDE)
    start_over(quiz)
    lab.start_deck("## Quiz")
    for number in range(1, QUESTIONS + 1):
        shows(quiz, number)
        for _ in explanations(quiz):
            wait(lab.page, FITS, quiz.element_handle(), seconds=5)
        quiz.get_by_role("button", name="Next").click()
    lab.stop_deck()
