"""Storing a notebook runs it with the progress of nobody."""

import os
from pathlib import Path

import nbformat
from stored import execute


def test_a_notebook_is_stored_without_the_learners_progress(tmp_path, progress_folder):
    progress_folder.mkdir()
    source = "import os\nprint(os.environ['COURSE_PROGRESS'], len(os.listdir(os.environ['COURSE_PROGRESS'])))"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    nbformat.write(notebook, tmp_path / "some.ipynb")
    execute(tmp_path / "some.ipynb")
    (output,) = nbformat.read(tmp_path / "some.ipynb", 4).cells[0].outputs
    folder, entries = output.text.split()
    assert entries == "0"
    assert Path(folder) != progress_folder
    assert not Path(folder).exists()
    assert os.environ["COURSE_PROGRESS"] == str(progress_folder)
