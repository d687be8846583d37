"""What every stored notebook of the course keeps to."""

import ast
import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from markdown_it import MarkdownIt
from stored import normalised

FOLDER = Path(__file__).parents[2] / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
PART_ONE = ["00_start_here", "01_network_structure", "02_loss", "03_gradient_descent"]
PART_ONE += ["04_keras_linear_regression", "12_where_next"]
FORBIDDEN = re.compile(
    r"\b(just|easy|easily|simply|obviously|clearly|trivial|trivially|of course)\b", re.IGNORECASE
)


@cache
def read(path):
    return nbformat.read(path, as_version=4)


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def notebook(request):
    return read(request.param)


def cells(notebook, kind, without=()):
    return [cell for cell in notebook.cells if cell.cell_type == kind and not {*without} & {*tags(cell)}]


def tags(cell):
    return cell.metadata.get("tags", [])


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


def test_part_one_is_whole():
    assert {*PART_ONE} <= {path.stem for path in PATHS}


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


def test_tensorflow_waits_for_notebook_04(request, notebook):
    number = notebook.cells[0].source[2:4]
    if number in {"00", "01", "02", "03", "12"}:
        for cell in cells(notebook, "code"):
            for node in ast.walk(ast.parse(re.sub(r"^%.*$", "", cell.source, flags=re.M))):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    assert "tensorflow" not in ast.unparse(node)
                    assert "training" not in ast.unparse(node)


def test_slides_are_a_talk(notebook):
    kinds = [cell.metadata.get("slideshow", {}).get("slide_type") for cell in notebook.cells]
    assert {*kinds} <= {"slide", "skip", None}, (
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


def test_every_bold_term_is_in_the_glossary():
    glossary = {
        term.lower()
        for cell in read(FOLDER / "12_where_next.ipynb").cells
        if "glossary" in tags(cell)
        for term in bold(cell.source)
    }
    missing = {
        f"{path.stem}: {term}" for path in PATHS for term in terms(read(path)) if term.lower() not in glossary
    }
    assert not missing
