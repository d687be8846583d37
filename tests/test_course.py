"""What is said of a notebook anywhere is what helpers/course.py says, and each notebook has all its parts.

Whatever is parametrised here runs once for each entry of course.py, so that a part which is missing has a
failing test that names the notebook and the place.
"""

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest

from helpers import checks, course, widgets
from helpers.course import NOTEBOOKS, PARTS

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
GUIDE = (TOP / "docs" / "teaching.md").read_text(encoding="utf-8")
DASH = "–"
"""Between the first and the last of several slides."""
HOUR = 60
"""The longest sitting, in minutes."""
WORDS_A_MINUTE = 110
MINUTES = {"code": 1.3, "unread": 0.5, "explorer": 4, "exercise": 8, "quiz": 5}
"""What a newcomer needs for a cell that is read, one that is run unread, and so on."""
NOT_COUNTED = {"teacher", "stuck", "summary", "glossary", "stub", "check", "solution"}
each_notebook = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.file)


@cache
def cells(notebook):
    return nbformat.read(TOP / "notebooks" / f"{notebook.file}.ipynb", 4).cells


def prose(notebook):
    """Return all Markdown of a notebook."""
    return "\n\n".join(cell.source for cell in cells(notebook) if cell.cell_type == "markdown")


def course_map():
    return prose(course.notebook("00"))


def needs():
    """Return the numbers in the teacher's table of what each notebook needs."""
    before_class = re.search(r"^## 2\. Before class\n(.*?)^## ", GUIDE, flags=re.M | re.S)[1]
    return re.findall(r"^\| (\d\d) \| ", before_class, flags=re.M)


def section(notebook):
    """Return what the teacher's guide says of a notebook in its plan, slide by slide."""
    found = re.search(rf"^### {notebook.heading}\n(.*?)(?=^##)", GUIDE, flags=re.M | re.S)
    assert found, f'docs/teaching.md has no "### {notebook.heading}"'
    return found[1]


def test_notebooks_holds_the_files_that_course_lists_in_the_order_of_their_numbers():
    assert [notebook.file for notebook in NOTEBOOKS] == sorted(
        path.stem for path in TOP.glob("notebooks/*.ipynb")
    )


def test_numbers_names_and_titles_are_used_once():
    for field in ("number", "name", "title"):
        used = [getattr(notebook, field) for notebook in NOTEBOOKS]
        assert len({*used}) == len(used), used


def test_a_number_that_no_notebook_has_is_refused_in_words():
    assert course.notebook("03").file == "03_gradient_descent"
    with pytest.raises(ValueError, match="no notebook has the number '99'; there are 00, 01"):
        course.notebook("99")


@each_notebook
def test_opens_with_its_title_and_its_minutes(notebook):
    first = cells(notebook)[0].source
    assert first.startswith(f"# {notebook.heading}\n")
    assert re.search(r"^Minutes: (\d+)\.", first, flags=re.M)[1] == str(notebook.minutes)


@each_notebook
def test_says_where_to_break_if_it_is_longer_than_an_hour(notebook):
    breaks = sum(cell.source.startswith("A good place to break: ") for cell in cells(notebook))
    assert breaks == (notebook.minutes > HOUR)
    assert notebook.minutes <= 2 * HOUR


@each_notebook
def test_its_minutes_are_those_that_its_cells_add_up_to(notebook):
    assert abs(sum(map(minutes_of, cells(notebook))) - notebook.minutes) <= 0.1 * notebook.minutes


def minutes_of(cell):
    """Return the minutes that a newcomer needs for a cell: none for what is folded away or goes further."""
    tags = {*cell.metadata.get("tags", [])}
    if tags & NOT_COUNTED or "*Further practice" in cell.source:
        return 0
    if cell.cell_type == "markdown":
        read = re.sub(r"<details>.*?</details>", "", cell.source, flags=re.S)
        return len(read.split()) / WORDS_A_MINUTE + MINUTES["exercise"] * ("exercise" in tags)
    if cell.source.startswith("# For the curious"):
        return 0
    if cell.source.startswith("# This only"):
        return MINUTES["unread"]
    explorer = re.search(r"^widgets\.\w+\(", cell.source, flags=re.M)
    return MINUTES["explorer" if explorer else "quiz" if "quiz" in tags else "code"]


@each_notebook
def test_has_its_row_in_the_readme(notebook):
    link = f"[{notebook.heading}](notebooks/{notebook.file}.ipynb)"
    assert f"| {link} | {notebook.about} | {notebook.minutes} |" in README.splitlines()


@each_notebook
def test_has_its_row_in_the_map_of_notebook_00(notebook):
    link = f"[{notebook.heading}]({notebook.file}.ipynb)"
    name = notebook.heading if notebook.number == "00" else link  # 00 does not link to itself
    assert f"| {name} | {notebook.minutes} |" in course_map().splitlines()


@each_notebook
def test_the_teacher_is_told_what_it_needs(notebook):
    assert notebook.number in needs()


@each_notebook
def test_the_teacher_has_a_plan_of_all_its_slides(notebook):
    plan = section(notebook)
    slides, minutes = map(int, re.search(r"^(\d+) slides, (\d+) minutes", plan, flags=re.M).groups())
    kinds = [cell.metadata.get("slideshow", {}).get("slide_type") for cell in cells(notebook)]
    assert slides == kinds.count("slide"), "this many slides has the deck"
    rows = re.findall(rf"^\| (?:(\d+)(?:{DASH}(\d+))? |Exercise )[^|]*\| (\d+) \|", plan, flags=re.M)
    assert minutes == sum(int(one) for *_, one in rows), "so long are the rows together"
    covered = [n for first, last, _ in rows if first for n in range(int(first), int(last or first) + 1)]
    assert covered == [*range(1, slides + 1)]


@each_notebook
@pytest.mark.parametrize("folder", ["widgets", "checks", "quizzes"])
def test_has_a_file_of_its_name_in(folder, notebook):
    ending = ".md" if folder == "quizzes" else ".py"
    expected = {"widgets": notebook.explorers, "checks": notebook.exercises > 0, "quizzes": True}[folder]
    path = TOP / "helpers" / folder / (notebook.name + ending)
    assert path.is_file() == expected, path


@each_notebook
def test_its_explorers_and_exercises_are_public_names(notebook):
    for package, some in ((widgets, notebook.explorers), (checks, notebook.exercises > 0)):
        module = getattr(package, notebook.name, None)
        found = [name for name in package.__all__ if getattr(package, name) is getattr(module, name, ())]
        assert bool(found) == some, package.__name__


def test_no_two_files_give_the_same_name_to_an_explorer_or_an_exercise():
    for package in (widgets, checks):
        modules = [getattr(package, notebook.name, None) for notebook in NOTEBOOKS]
        for name in package.__all__:
            assert sum(callable(getattr(module, name, None)) for module in modules) == 1, name
        assert not {*package.__all__} & {notebook.name for notebook in NOTEBOOKS}


def test_the_readme_lists_parts_and_notebooks_in_order():
    table = re.search(r"^\| notebook \| what .*?(?=\n\n)", README, flags=re.M | re.S)[0].splitlines()[2:]
    expected = [
        start
        for part, about in PARTS.items()
        for start in (
            f"| Part {part} | {about}",
            *(f"| [{notebook.number} " for notebook in NOTEBOOKS if notebook.part == part),
        )
    ]
    assert len(table) == len(expected)
    assert all(row.startswith(start) for row, start in zip(table, expected, strict=True)), table


def test_the_map_and_the_teachers_plan_follow_the_order_of_the_course():
    numbers = [notebook.number for notebook in NOTEBOOKS]
    assert re.findall(r"^\| \[?(\d\d) [^|]+\| \d+ \|$", course_map(), flags=re.M) == numbers
    assert needs() == numbers
    assert re.findall(r"^### (\d\d) ", GUIDE, flags=re.M) == numbers


@each_notebook
def test_a_link_with_a_title_gives_the_title_of_where_it_leads(notebook):
    headings = {one.file: one.heading for one in NOTEBOOKS}
    links = re.findall(r"\[(\d\d [^\]]+)\]\((\d\d_\w+)\.ipynb\)", prose(notebook))
    assert links, "at least the last cell leads on"
    assert [text for text, _ in links] == [headings[file] for _, file in links]


@each_notebook
def test_the_exercises_that_the_teacher_is_told_of_are_there(notebook):
    number = int(notebook.number)
    there = {*re.findall(rf"^### (Exercise {number}\.\d+: .+)$", prose(notebook), flags=re.M)}
    named = re.findall(rf"(Exercise {number}\.\d+: [^|]+?)(?=, Exercise| \||, or |\.\n)", GUIDE)
    assert {*named} <= there


def test_what_runs_without_tensorflow_is_said_as_it_is():
    """Such as "00 to 03 and 13": the notebooks before the first that needs it, and the others after it."""
    needs = [notebook.number for notebook in NOTEBOOKS if notebook.tensorflow]
    without = [notebook.number for notebook in NOTEBOOKS if not notebook.tensorflow]
    before = [number for number in without if number < needs[0]]
    later = without[len(before) :]
    said = f"{before[0]} to {before[-1]}{', ' * bool(later[:-1])}{', '.join(later[:-1])} and {later[-1]}"
    for text in (README, GUIDE):
        assert f"{said} " in text.replace("\n", " "), said
