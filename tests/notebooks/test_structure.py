"""What every stored notebook of the course keeps to."""

import ast
import os
import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from markdown_it import MarkdownIt
from nbclient import NotebookClient
from stored import normalised

from helpers import checks, course
from helpers.learner import onward, progress
from helpers.learner.exercise import SOLUTION

FOLDER = Path(__file__).parents[2] / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
WITH_EXERCISES = [
    path for path in PATHS if any(path.stem == one.file and one.exercises for one in course.NOTEBOOKS)
]
PARTS = ["exercise", "stub", "check", "solution"]
"""The tags of the cells of an exercise, in order."""
FORBIDDEN = re.compile(
    r"\b(just|easy|easily|simply|obviously|clearly|trivial|trivially|of course)\b", re.IGNORECASE
)


@cache
def read(path):
    return nbformat.read(path, as_version=4)


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def notebook(request):
    return read(request.param)


def number_of(notebook):
    """Return the number in a notebook's title, such as "03"."""
    return notebook.cells[0].source[2:4]


def entry(notebook):
    """Return what helpers/course.py says of a notebook; raises ValueError if it says nothing."""
    return course.notebook(number_of(notebook))


def cells(notebook, kind, without=()):
    return [cell for cell in notebook.cells if cell.cell_type == kind and not {*without} & {*tags(cell)}]


def tags(cell):
    return cell.metadata.get("tags", [])


def exercises(notebook):
    """Return the four cells of each exercise: the task, the stub, the check, the solution."""
    marked = [cell for cell in notebook.cells if {*PARTS} & {*tags(cell)}]
    return [marked[start : start + 4] for start in range(0, len(marked), 4)]


def bound(cell):
    """Return the names that a code cell gives values to."""
    nodes = [*ast.walk(ast.parse(cell.source))]
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    inside = {
        inner.id
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.comprehension)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)
    }
    return (stored - inside) | {node.name for node in ast.parse(cell.source).body if hasattr(node, "name")}


def call_of(cell):
    """Return the last line of a cell as (name of the check, its keywords)."""
    call = ast.parse(cell.source).body[-1].value
    return call.func.attr, {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords}


def words(source):
    """Return the words of Markdown prose: formulas, code, tables and addresses left out."""
    prose = re.sub(
        r"\$\$.*?\$\$|\$[^$]*\$|```.*?```|`[^`]*`|^\|.*$|\]\([^)]*\)", " ", source, flags=re.S | re.M
    )
    return re.findall(r"[A-Za-zÀ-ÿ'’-]+", prose)


def bold(source):
    """Yield the text of everything that is bold in Markdown."""
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        inside = False
        for child in token.children or []:
            if child.type == "strong_open":
                inside, text = True, ""
            elif child.type == "strong_close":
                inside = False
                yield text.strip()
            elif inside:
                text += child.content


def terms(notebook):
    return {term for cell in cells(notebook, "markdown", without=["glossary"]) for term in bold(cell.source)}


def test_is_stored_as_make_notebooks_stores_it(notebook):
    assert normalised(notebook) == notebook
    assert notebook.nbformat_minor >= 5, "cells need ids"
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_is_stored_executed_from_top_to_bottom(notebook):
    counts = [cell.execution_count for cell in cells(notebook, "code")]
    assert counts == list(range(1, len(counts) + 1))
    assert sum(len(cell.outputs) for cell in cells(notebook, "code")) >= len(counts) / 3


def test_shows_no_error_and_no_chatter_that_is_not_meant(notebook):
    for cell in cells(notebook, "code"):
        for output in cell.outputs:
            assert output.get("name") != "stderr", cell.source
            if output.output_type == "error":
                assert "raises-exception" in tags(cell), cell.source


def test_opens_with_what_one_will_be_able_to_do(notebook):
    first = notebook.cells[0]
    assert first.cell_type == "markdown"
    assert re.match(r"# \d\d \S", first.source)
    assert "After this notebook you can\n" in first.source
    assert re.search(r"^Minutes: \d+\. Builds on: .+\.$", first.source, flags=re.M)


def test_has_a_summary_on_one_page_and_helps_whoever_is_stuck(notebook):
    (summary,) = (cell.source for cell in notebook.cells if "summary" in tags(cell))
    assert summary.startswith("## On one page\n")
    assert "$" in summary
    (stuck,) = (cell.source for cell in notebook.cells if "stuck" in tags(cell))
    assert len(re.findall(r"<details>\n<summary>[^<`$]+</summary>\n\n[^<]+\n\n</details>", stuck)) == 3


def test_closes_with_what_was_learned_and_what_is_next(notebook):
    learned, onward = notebook.cells[-2:]
    assert learned.source.startswith("## What you learned\n")
    assert onward.source.startswith("## Where next\n")
    assert re.search(r"\]\(\d\d_\w+\.ipynb\)", onward.source)


def test_links_lead_somewhere(notebook):
    for cell in cells(notebook, "markdown"):
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", cell.source):
            if "://" not in target:
                assert (FOLDER / target).exists(), target


def test_cells_are_short(notebook):
    for cell in cells(notebook, "code"):
        assert len(cell.source.splitlines()) <= 16, cell.source
    for cell in cells(notebook, "markdown", without=["glossary"]):
        assert len(words(cell.source)) <= 130, f"{len(words(cell.source))} words: {cell.source[:200]}"


def test_a_folded_solution_gives_nothing_away(notebook):
    for cell in cells(notebook, "code"):
        if "solution" in tags(cell):  # JupyterLab shows the first line of a folded cell
            assert re.match("#|def ", cell.source), cell.source


def test_code_that_only_draws_is_folded(notebook):
    for cell in cells(notebook, "code"):
        folded = "solution" in tags(cell) or cell.source.startswith("# This only draws")
        assert cell.metadata.get("jupyter", {}).get("source_hidden", False) == folded, cell.source


def test_prose_does_not_belittle(notebook):
    for cell in cells(notebook, "markdown"):
        assert not FORBIDDEN.search(cell.source), FORBIDDEN.search(cell.source)[0] + ": " + cell.source[:200]


def test_fails_once_on_purpose(notebook):
    assert any("deliberate-failure" in tags(cell) for cell in cells(notebook, "code"))


def test_code_keeps_to_what_can_be_compared(notebook):
    for cell in cells(notebook, "code"):
        assert not cell.source.rstrip().endswith(";"), cell.source
        assert not re.search(r"\binteract\w*\(|\bOutput\(|clear_output|pyplot|%matplotlib", cell.source), (
            cell.source
        )


def test_what_is_not_compared_is_asserted(notebook):
    code = cells(notebook, "code")
    for cell, following in zip(code, [*code[1:], None], strict=True):
        if "NBVAL_IGNORE_OUTPUT" in cell.source or "nbval-ignore-output" in tags(cell):
            assert following is not None, cell.source
            assert "assert " in following.source, following.source


def test_imports_tensorflow_if_course_says_so_and_only_then(notebook):
    imports = [
        ast.unparse(node)
        for cell in cells(notebook, "code")
        for node in ast.walk(ast.parse(re.sub(r"^%.*$", "", cell.source, flags=re.M)))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    needs_it = any(re.search(r"\b(tensorflow|keras|training)\b", line) for line in imports)
    assert needs_it == entry(notebook).tensorflow


def test_slides_are_a_talk(notebook):
    kinds = [cell.metadata.get("slideshow", {}).get("slide_type") for cell in notebook.cells]
    assert {*kinds} <= {"slide", "fragment", "skip", None}, (
        "None continues a slide; the deck knows no '-', and shows notes empty"
    )
    assert kinds[0] == kinds[-1] == "slide", "a deck that starts from any cell needs a slide on either side"
    assert 12 <= kinds.count("slide") <= 25


def test_notes_for_the_teacher_say_so(notebook):
    for cell in notebook.cells:
        is_note = "teacher" in tags(cell)
        assert cell.source.startswith("*For the teacher:* ") == is_note, cell.source
        if is_note:
            assert cell.metadata["slideshow"]["slide_type"] == "skip"


def test_what_is_to_be_predicted_is_answered_before_the_next_question(notebook):
    order = [tag for cell in notebook.cells for tag in tags(cell) if tag in ("predict", "answer")]
    assert order == ["predict", "answer"] * (len(order) // 2)


def test_every_bold_term_is_in_the_glossary():
    glossary = {
        term.lower()
        for cell in read(FOLDER / "13_where_next.ipynb").cells
        if "glossary" in tags(cell)
        for term in bold(cell.source)
    }
    missing = {
        f"{path.stem}: {term}" for path in PATHS for term in terms(read(path)) if term.lower() not in glossary
    }
    assert not missing


def test_has_as_many_exercises_as_course_says(notebook):
    assert len(exercises(notebook)) == entry(notebook).exercises


def test_an_exercise_is_a_task_a_stub_a_check_and_a_solution_folded_away(notebook):
    ids = [cell.id for cell in notebook.cells]
    for count, four in enumerate(exercises(notebook), start=1):
        assert [tags(cell) for cell in four] == [[part] for part in PARTS], four[0].source
        assert [cell.cell_type for cell in four] == ["markdown", "code", "code", "code"]
        start = ids.index(four[0].id)
        assert ids[start : start + 4] == [cell.id for cell in four], "something stands between"
        number = int(number_of(notebook))
        assert re.match(rf"### Exercise {number}\.{count}: \S", four[0].source)
        assert {cell.metadata.slideshow.slide_type for cell in four} == {"skip"}
        hidden = [cell.metadata.get("jupyter", {}).get("source_hidden", False) for cell in four]
        assert hidden == [False, False, False, True]


def test_a_stub_is_open_and_nothing_else_uses_its_names(notebook):
    others = [cell for cell in cells(notebook, "code") if not {*PARTS} & {*tags(cell)}]
    for _, stub, check, solution in exercises(notebook):
        assert "..." in stub.source
        assert all(name.startswith("my_") for name in bound(stub)), "a later cell could overwrite it"
        assert all(name.startswith("solution_") for name in bound(solution)), (
            "it could overwrite the learner's"
        )
        assert "my_" not in solution.source, "it would depend on what the learner wrote"
        assert not bound(check)
        for name in bound(stub) | bound(solution):
            assert not any(re.search(rf"\b{name}\b", cell.source) for cell in others), name


def test_a_check_and_its_solution_belong_together(notebook):
    for _, _, check, solution in exercises(notebook):
        name, options = call_of(check)
        assert not options
        assert check.source == check.source.splitlines()[-1]
        assert call_of(solution) == (name, {"keep": False})
        assert getattr(checks, name).name.startswith(f"{number_of(notebook)}.")
        (shown,) = check.outputs
        assert shown.data["text/plain"].startswith("Not attempted: ")
        (shown,) = solution.outputs
        assert shown.data["text/plain"] == SOLUTION


def test_every_check_stands_in_one_notebook():
    used = [call_of(check)[0] for path in PATHS for _, _, check, _ in exercises(read(path))]
    assert sorted(used) == sorted(checks.__all__)


def test_checks_are_numbered_as_their_exercises_are(notebook):
    names = [getattr(checks, call_of(check)[0]).name for _, _, check, _ in exercises(notebook)]
    assert names == onward.EXERCISES[number_of(notebook)]


@pytest.fixture(scope="module")
def kernel():
    """A function that forgets what a kernel was given, and runs code cells in it one after the other.

    The kernel is one for all notebooks: what takes it longest is to import TensorFlow.
    """
    client = NotebookClient(nbformat.v4.new_notebook(), timeout=60)

    def ran(code):
        client.nb.cells = [
            nbformat.v4.new_code_cell(f"%reset -f\n%env COURSE_PROGRESS={os.environ['COURSE_PROGRESS']}"),
            *code,
        ]
        for index, cell in enumerate(client.nb.cells):
            client.execute_cell(cell, index)

    with client.setup_kernel():
        yield ran


@pytest.mark.parametrize("path", WITH_EXERCISES, ids=lambda path: path.stem)
def test_running_all_solves_nothing_and_the_solutions_solve_everything(path, kernel):
    """The exercises need only the cell that imports checks; a solution is kept as solved where it may be."""
    notebook = nbformat.from_dict(read(path))
    start = next(
        cell for cell in cells(notebook, "code") if re.search(r"import\s[^=]*\bchecks\b", cell.source)
    )
    fresh = [start, *(cell for four in exercises(notebook) for cell in four[1:])]
    kernel(fresh)
    assert progress.solved() == set()
    for four in exercises(notebook):
        four[3].source = four[3].source.replace(", keep=False", "")
    kernel([start, *(four[3] for four in exercises(notebook))])
    assert progress.solved() == {
        getattr(checks, call_of(check)[0]).name for _, _, check, _ in exercises(notebook)
    }


def test_a_quiz_is_a_slide_before_what_was_learned(notebook):
    (quiz,) = (cell for cell in notebook.cells if "quiz" in tags(cell))
    heading = notebook.cells[-4]
    assert quiz is notebook.cells[-3]
    assert heading.source.startswith("## Quiz\n")
    assert heading.metadata.slideshow.slide_type == "slide"
    assert "slideshow" not in quiz.metadata, "it continues the slide of its heading"
    assert quiz.source.splitlines()[-1] == f'quizzes.quiz("{number_of(notebook)}")'
