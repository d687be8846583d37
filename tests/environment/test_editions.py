"""New editions of the notebooks reach the learner's own copies, and nothing that he wrote is lost."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

SCRIPT = Path(__file__).parents[2] / "jupyter" / "editions.py"
BESIDE = "02_loss (new edition).ipynb"


@pytest.fixture
def stored(tmp_path):
    """The folder of a course of two notebooks, in its first edition."""
    (tmp_path / "notebooks").mkdir()
    for name in ("01_network", "02_loss"):
        write(tmp_path / "notebooks" / f"{name}.ipynb", "first")
    return tmp_path / "notebooks"


@pytest.fixture
def own(tmp_path, stored):
    """The learner's folder, with the first edition."""
    assert hand_out(stored, tmp_path / "my course") == ""
    return tmp_path / "my course"


def hand_out(stored, own):
    """Run the script, as make does; return what it says."""
    done = subprocess.run([sys.executable, SCRIPT, stored, own], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def write(path, *sources):
    nbformat.write(new_notebook(cells=[new_code_cell(source) for source in sources]), path)


def read(path):
    return [cell.source for cell in nbformat.read(path, as_version=4).cells]


def run(path):
    """Change a notebook as running it does."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].execution_count = 7
    notebook.cells[0].outputs = [nbformat.v4.new_output("stream", text="1")]
    notebook.metadata["kernelspec"] = {"name": "mine", "display_name": "Mine"}
    nbformat.write(notebook, path)


def test_the_first_time_all_are_copied_as_they_are(stored, own):
    for path in stored.iterdir():
        assert (own / path.name).read_bytes() == path.read_bytes()


def test_a_notebook_that_was_only_run_is_brought_up_to_date(stored, own):
    run(own / "02_loss.ipynb")
    write(stored / "02_loss.ipynb", "second")
    assert hand_out(stored, own) == "02_loss: the new edition has arrived."
    assert read(own / "02_loss.ipynb") == ["second"]
    assert hand_out(stored, own) == ""


def test_beside_what_was_written_in_the_new_edition_is_laid_once(stored, own):
    write(own / "02_loss.ipynb", "first", "my_loss = 5")
    write(stored / "02_loss.ipynb", "second")
    said = hand_out(stored, own)
    assert "stays as it is" in said
    assert BESIDE in said
    assert read(own / "02_loss.ipynb") == ["first", "my_loss = 5"]
    assert read(own / BESIDE) == ["second"]
    assert hand_out(stored, own) == ""


def test_a_third_edition_takes_the_place_of_an_untouched_second_alone(stored, own):
    write(own / "02_loss.ipynb", "first", "my_loss = 5")
    write(stored / "02_loss.ipynb", "second")
    hand_out(stored, own)
    write(stored / "02_loss.ipynb", "third")
    assert BESIDE in hand_out(stored, own)
    assert read(own / BESIDE) == ["third"]
    write(own / BESIDE, "third", "my_loss = 6")
    write(stored / "02_loss.ipynb", "fourth")
    assert "02_loss (new edition 2).ipynb" in hand_out(stored, own)
    assert read(own / BESIDE) == ["third", "my_loss = 6"]


def test_a_new_notebook_comes_and_a_deleted_one_comes_again(stored, own):
    write(stored / "05_more.ipynb", "new")
    (own / "01_network.ipynb").unlink()
    assert hand_out(stored, own) == ""
    assert read(own / "05_more.ipynb") == ["new"]
    assert read(own / "01_network.ipynb") == ["first"]


@pytest.mark.parametrize("record", [None, "", "{}", "[]", "garbage"])
def test_without_its_record_nothing_is_overwritten(stored, own, record):
    handed = own / ".handed-out.json"
    handed.unlink() if record is None else handed.write_text(record)
    write(own / "02_loss.ipynb", "first", "my_loss = 5")
    write(stored / "02_loss.ipynb", "second")
    hand_out(stored, own)
    assert read(own / "02_loss.ipynb") == ["first", "my_loss = 5"]
    assert read(own / BESIDE) == ["second"]
    assert json.loads(handed.read_text()).keys() == {"01_network.ipynb", "02_loss.ipynb", BESIDE}


def test_a_copy_that_is_no_notebook_any_more_stays(stored, own):
    (own / "02_loss.ipynb").write_text("<<<<<<< HEAD")
    write(stored / "02_loss.ipynb", "second")
    assert BESIDE in hand_out(stored, own)
    assert (own / "02_loss.ipynb").read_text() == "<<<<<<< HEAD"


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(stored, tmp_path):
    (tmp_path / "taken").write_text("a file")
    done = subprocess.run(
        [sys.executable, SCRIPT, stored, tmp_path / "taken"], capture_output=True, text=True, check=False
    )
    assert done.returncode
    assert done.stderr.startswith("Your copies cannot be written:")
    assert "Traceback" not in done.stderr
