"""How the course looks is said in course.css alone, of parts that have names."""

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


@pytest.mark.parametrize(("make", "many"), [(widgets.loss_bowl, False), (widgets.network, True)])
def test_an_explorer_and_its_parts_have_names(make, many):
    explorer = make()
    assert part(explorer, "explorer-picture") is explorer.live.image
    assert explorer.describe() in part(explorer, "explorer-words").value
    assert "displaystyle" in part(explorer, "explorer-formula").value
    controls = part(part(explorer, "explorer-panel"), "explorer-controls")
    assert [*controls.children] == [*explorer.controls.values()]
    assert ("explorer-many" in explorer._dom_classes) == many
