"""Each example of the table "Python that this course uses" in notebook 00 gives what the table says."""

import ast
import re
from itertools import islice
from pathlib import Path

import nbformat
import numpy as np
import pytest

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "00_start_here.ipynb"
(TABLE,) = (
    cell.source
    for cell in nbformat.read(NOTEBOOK, 4).cells
    if cell.source.startswith("## Python that this course uses\n")
)
ROWS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| .+ \| \d\d \|$", TABLE, flags=re.M)
NAMES = {"np": np, "islice": islice}


def given():
    """Return x and X as the text above the table makes them."""
    made = re.findall(r"`(x|X) = ([^`]+)`", TABLE)
    return {name: eval(code, NAMES) for name, code in made}  # noqa: S307  (our own notebook)


def test_every_row_has_an_example():
    assert given().keys() == {"x", "X"}
    assert len(ROWS) == len(re.findall(r"^\| ", TABLE, flags=re.M)) - 1, "all but the head"


@pytest.mark.parametrize(("example", "gives"), ROWS, ids=[example for example, _ in ROWS])
def test_the_example_gives_what_the_table_says(example, gives):
    found, said = eval(example, NAMES | given()), ast.literal_eval(gives)  # noqa: S307
    if isinstance(found, np.ndarray):
        assert found.shape == np.shape(said)
        found = found.tolist()
    assert found == said
