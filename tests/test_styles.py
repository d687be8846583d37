"""How the course looks is said in course.css alone, of parts that have names."""

import html
import re
from pathlib import Path

import pytest

from helpers import widgets

TOP = Path(__file__).parents[1]
SHEET = (TOP / "jupyter/labextensions/course/static/course.css").read_text(encoding="utf-8")
CSS = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)


@pytest.mark.parametrize("path", sorted((TOP / "jupyter").rglob("*.json")), ids=lambda path: path.name)
def test_no_settings_file_holds_css(path):
    assert re.findall(r"\.jp-[\w-]+|!important|\d(?:px|vw|vh|em)\b|nth-child", path.read_text()) == []


def test_no_part_is_known_by_its_place():
    assert re.findall(r":(?:nth|first|last|only)-[\w-]+", CSS) == []


def test_nothing_is_fetched_for_it():
    assert re.findall(r"@import|url\(|//", CSS) == []


def part(widget, name):
    """Return the one part of a widget that has a class."""
    children = getattr(widget, "children", ())
    found = [child for child in children if name in child._dom_classes]
    return found[0] if found else next(filter(None, (part(child, name) for child in children)), None)


def everything(widget):
    """Yield a widget and all that it holds."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything(child)


@pytest.mark.parametrize(("make", "many"), [(widgets.loss_bowl, False), (widgets.xor, True)])
def test_an_explorer_and_its_parts_have_names(make, many):
    explorer = make()
    assert explorer.live.view in part(explorer, "explorer-picture").children
    assert html.escape(explorer.describe()) in part(explorer, "explorer-words").value
    assert "displaystyle" in part(explorer, "explorer-formula").value
    assert {*explorer.controls.values()} <= {*everything(part(explorer, "explorer-panel"))}
    assert ("explorer-many" in explorer._dom_classes) == many
