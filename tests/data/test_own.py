"""Tables, images and texts of one's own."""

import json

import numpy as np
import pytest
from PIL import Image

from helpers import data
from helpers.data import own


def written(tmp_path, text, name="own.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / name


def test_numbers_stay_words_become_columns_and_what_is_missing_is_nan(tmp_path):
    file = written(tmp_path, "size,colour,kind\n1.5,red,a\n,blue,b\n-2,,a\n1.5,red,a\n")
    X, y, names = own.table(file, "kind")
    assert names == ["size", "colour blue", "colour red"]
    np.testing.assert_array_equal(X, [[1.5, 0, 1], [np.nan, 1, 0], [-2, 0, 0]])
    assert y.tolist() == ["a", "b", "a"]


def test_what_is_to_be_left_out_is_left_out():
    X, y, names = own.table(data.PARCELS, "late", leave_out=["order", "complaints"])
    assert names == ["distance_km", "weight_kg", "weather dry", "weather rain", "weather snow"]
    assert X.shape == (300, 5)  # twelve of 312 rows stood there twice
    assert set(y) == {"0", "1"}
    assert np.isnan(X).any(axis=0).tolist() == [False, True, False, False, False]


def test_a_mark_at_the_beginning_of_a_file_is_no_part_of_a_name(tmp_path):
    file = written(tmp_path, "\ufeffa,b\n1,x\n2,y\n")
    assert own.table(file, "b")[2] == ["a"]


@pytest.mark.parametrize(
    ("text", "target", "leave_out", "words"),
    [
        ("a,b\n1,x\n", "c", [], r"own\.csv has no column 'c'; it has a, b"),
        ("a,b\n1,x\n", "b", ["z"], "has no column 'z'"),
        ("a,b\n1,x\n", "b", ["a"], "no column left to predict 'b' from"),
        ("a,b\n,x\n,y\n", "b", [], "column 'a' is empty: leave it out"),
        ("", "b", [], "it has none"),
        ("a,b\n1,x\n2,y,z\n", "b", [], "needs 2 cells, one of them 'b'; this one differs: 2,y,z"),
        ("a,b\n1,x\n2, \n", "b", [], "this one differs: 2, "),
    ],
)
def test_a_table_that_cannot_be_used_says_why(tmp_path, text, target, leave_out, words):
    with pytest.raises(ValueError, match=words):
        own.table(written(tmp_path, text), target, leave_out)


def test_a_file_that_is_not_there_says_where_was_looked(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"none\.csv is not in .*"):
        own.table(tmp_path / "none.csv", "a")
    with pytest.raises(FileNotFoundError, match="pictures is not in"):
        own.images(tmp_path / "pictures")


def folder_of(tmp_path, **kinds):
    for kind, files in kinds.items():
        (tmp_path / "own" / kind).mkdir(parents=True)
        for name, content in files.items():
            place = tmp_path / "own" / kind / name
            content.save(place) if isinstance(content, Image.Image) else place.write_bytes(content)
    return tmp_path / "own"


def test_images_are_cut_to_a_square_and_grey(tmp_path):
    wide = Image.new("RGB", (90, 30), "black")
    wide.paste("white", (30, 0, 60, 30))  # the square in its middle
    folder = folder_of(
        tmp_path, cat={"1.png": wide, "notes.txt": b""}, dog={"2.jpg": Image.new("L", (50, 80), 51)}
    )
    X, y = own.images(folder, side=10)
    assert y.tolist() == ["cat", "dog"]
    assert X.shape == (2, 100)
    assert X[0].min() > 0.9
    assert X[1] == pytest.approx(0.2, abs=0.02)


def test_what_is_no_image_is_named(tmp_path):
    folder = folder_of(tmp_path, cat={"1.png": b"no image"}, dog={"2.png": Image.new("L", (9, 9))})
    with pytest.raises(ValueError, match=r"1\.png in cat cannot be read as an image"):
        own.images(folder)


def test_one_class_is_none(tmp_path):
    folder = folder_of(tmp_path, cat={"1.png": Image.new("L", (9, 9))}, dog={"a.txt": b"words"})
    with pytest.raises(ValueError, match=r"own must have two folders or more.*found: cat"):
        own.images(folder)


LONG = "one two three four five six seven eight nine ten eleven twelve"


def test_paragraphs_are_examples_each_once_and_headings_none(tmp_path):
    folder = folder_of(
        tmp_path,
        letters={"a.txt": f"Dear you\n\n{LONG}\nand more\n\n{LONG} again".encode()},
        notes={"b.md": f"{LONG} again\n\n{LONG} other".encode()},
    )
    found, y = own.texts(folder)
    assert found == [f"{LONG} and more", f"{LONG} again", f"{LONG} other"]
    assert y.tolist() == ["letters", "letters", "notes"]


def test_of_a_notebook_the_text_counts(tmp_path):
    cells = [
        {"cell_type": "markdown", "source": [f"# Title\n\n{LONG}"]},
        {"cell_type": "code", "source": [f"# {LONG} {LONG}"]},
    ]
    file = written(tmp_path, json.dumps({"cells": cells}), "some.ipynb")
    assert own.paragraphs({file: "I"})[0] == [LONG]
