"""The Python manual as a text, and the texts that a learner may take instead."""

import pytest

from helpers import data
from helpers.course import NOTEBOOKS
from helpers.data.manual import FILE


def test_the_manual_is_ascii_and_long_enough():
    text = data.manual()
    assert text.isascii()
    assert text.isprintable() or set(text) - set(filter(str.isprintable, text)) == {"\n"}
    assert len(text) == 373_164
    assert FILE.with_suffix(".txt").read_text().count("PSF") > 5


def test_no_paragraph_stands_there_twice():
    paragraphs = [" ".join(part.split()) for part in data.manual().split("\n\n")]
    assert len(paragraphs) == len(set(paragraphs))


def test_a_text_is_parted_into_nine_tenths_and_one():
    learn, test = data.split_text("0123456789" * 10)
    assert (len(learn), len(test)) == (90, 10)
    assert learn + test == "0123456789" * 10


def test_the_courses_own_words():
    text = data.course_text("notebooks")
    for notebook in NOTEBOOKS:
        assert f"# {notebook.heading}" in text
    assert "widgets." not in text.split("## ")[1]


def test_a_folder_without_notebooks_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=tmp_path.name):
        data.course_text(tmp_path)
