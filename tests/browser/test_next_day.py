"""A notebook that was run and saved, opened with another kernel: what is stored is shown, not an error."""

import pytest
from playwright.sync_api import expect

NOTEBOOK = "00_start_here"
NEEDED = (
    "helpers import",
    "widgets.line_by_hand()",
    "my_first",
    "checks.check_one_neuron((",
    "quizzes.quiz(",
)
"""What the code cells hold that are looked at, and those that they need."""
KEEP = """async ([path, name, needed]) => {
  const { contents } = jupyterapp.serviceManager, notebook = await contents.get(path);
  notebook.content.cells = notebook.content.cells
    .filter(({ cell_type, source }) => cell_type === "code" && needed.some(text => source.includes(text)));
  await contents.save(`notebooks/${name}.ipynb`, notebook);
}"""
SAVE = "() => jupyterapp.commands.execute('docmanager:save')"


@pytest.fixture(scope="module")
def day_after(desk):
    """Some cells of the notebook, run, saved, closed with their kernel, and opened again."""
    lab = desk(NOTEBOOK)
    lab.page.evaluate(KEEP, [f"notebooks/{NOTEBOOK}.ipynb", "some_cells", NEEDED])
    lab.open_instead("some_cells")
    lab.run_all()  # all that is shown is then trusted, on the next day too
    lab.page.evaluate(SAVE)
    lab.open_instead("some_cells")
    lab.show_all()
    return lab


def cell(lab, text):
    """Return the output of the code cell that holds a text, as a locator."""
    return lab.page.locator(".jp-CodeCell", has_text=text).locator(".jp-OutputArea-output")


def test_the_picture_and_the_words_of_an_explorer_are_shown(day_after):
    stored = cell(day_after, "widgets.line_by_hand()")
    words = stored.locator("figcaption")
    expect(words).to_contain_text("loss")
    expect(stored.locator("img")).to_have_attribute("alt", words.text_content())
    expect(stored).to_contain_text("To make it live again")


def test_what_a_check_said_and_the_questions_of_a_quiz_are_shown(day_after):
    expect(cell(day_after, "checks.check_one_neuron((")).to_contain_text("Not attempted")
    quiz = cell(day_after, 'quizzes.quiz("00")')
    expect(quiz).to_contain_text("Question 1 of 5")
    expect(quiz.locator("mjx-container").first).to_be_visible()
    expect(day_after.page.get_by_text("Error displaying widget")).to_have_count(0)


def test_run_again_it_is_live(day_after):
    day_after.run_cell("widgets.line_by_hand()")
    expect(cell(day_after, "widgets.line_by_hand()").locator(".explorer")).to_be_visible()
    expect(cell(day_after, "widgets.line_by_hand()").locator(".stored-again")).to_have_count(0)
