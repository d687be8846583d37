"""A notebook that lacks one of its parts fails tests that name it: tried on three that are made up.

The course is copied. Beside its own notebooks the copy holds a file that course.py does not list, an entry of
course.py that has nothing else, and a notebook of which everything is said wrongly. The copy's own tests run
there, those of the whole course and those of the three.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.course import NOTEBOOKS

TOP = Path(__file__).parents[1]
COPIED = ["pyproject.toml", "README.md", "docs/teaching.md", "helpers", "notebooks"]
TESTS = ["tests/test_course.py", "tests/notebooks/stored.py", "tests/notebooks/test_structure.py"]
FILE, ENTRY, WRONG = "14_a_file_alone", "15_an_entry_alone", "16_said_wrongly"
ENTRIES = f"""
NOTEBOOKS += (
    Notebook("{ENTRY}", "entry", "An entry alone", "III", "nothing", minutes=60, exercises=1),
    Notebook("{WRONG}", "wrongly", "Said wrongly", "III", "errors", minutes=45, exercises=3, tensorflow=True),
)
"""
FAILS = {
    "test_notebooks_holds_the_files_that_course_lists_in_the_order_of_their_numbers",
    "test_the_readme_lists_parts_and_notebooks_in_order",
    "test_the_map_and_the_teachers_plan_follow_the_order_of_the_course",
    "test_what_runs_without_tensorflow_is_said_as_it_is",
    f"test_has_as_many_exercises_as_course_says[{FILE}]",
    f"test_checks_are_numbered_as_their_exercises_are[{FILE}]",
    f"test_imports_tensorflow_if_course_says_so_and_only_then[{FILE}]",
    f"test_a_quiz_is_a_slide_before_what_was_learned[{FILE}]",
    f"test_a_link_with_a_title_gives_the_title_of_where_it_leads[{ENTRY}]",
    f"test_the_exercises_that_the_teacher_is_told_of_are_there[{ENTRY}]",
    f"test_the_teacher_is_told_what_it_needs[{ENTRY}]",
    f"test_says_where_to_break_if_it_is_longer_than_an_hour[{ENTRY}]",
    f"test_has_as_many_exercises_as_course_says[{WRONG}]",
    f"test_imports_tensorflow_if_course_says_so_and_only_then[{WRONG}]",
    f"test_a_quiz_is_a_slide_before_what_was_learned[{WRONG}]",
    *(
        f"test_{test}{file}]"
        for file in (ENTRY, WRONG)
        for test in (
            "opens_with_its_title_and_its_minutes[",
            "its_minutes_are_those_that_its_cells_add_up_to[",
            "has_its_row_in_the_readme[",
            "has_its_row_in_the_map_of_notebook_00[",
            "the_teacher_has_a_plan_of_all_its_slides[",
            "has_a_file_of_its_name_in[widgets-",
            "has_a_file_of_its_name_in[checks-",
            "has_a_file_of_its_name_in[quizzes-",
            "its_explorers_and_exercises_are_public_names[",
        )
    ),
}


def add_notebook(folder, file, title):
    """Store a copy of the closing notebook under another name, with a title of its own."""
    notebook = json.loads((folder / "13_where_next.ipynb").read_text(encoding="utf-8"))
    notebook["cells"][0]["source"][0] = f"# {title}\n"
    (folder / f"{file}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def change(path, pattern, replacement):
    """Change what matches in a file, which must be there once."""
    text, count = re.subn(pattern, replacement, path.read_text(encoding="utf-8"), flags=re.M | re.S)
    assert count == 1, (path, pattern, count)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def copy(tmp_path):
    for name in COPIED + TESTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        if (TOP / name).is_dir():
            shutil.copytree(TOP / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(TOP / name, tmp_path / name)
    return tmp_path


def failures(copy):
    """Run the copy's tests but for those of one notebook of ours; return which fail, and what was printed."""
    ours = " or ".join(notebook.file for notebook in NOTEBOOKS)
    options = ["-q", "--tb=no", "-rfE", "-p", "no:cacheprovider", "-k", f"not ({ours} or running_all)"]
    command = [sys.executable, "-m", "pytest", *options, *(name for name in TESTS if "test_" in name)]
    environment = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # half of the time would go to plugins
    done = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    return {*re.findall(r"^(?:FAILED|ERROR) \S+?::(\S+)", done.stdout, flags=re.M)}, done.stdout


def test_a_notebook_that_is_missing_somewhere_fails_the_tests_that_say_where(copy):
    add_notebook(copy / "notebooks", FILE, "14 A file alone")
    add_notebook(copy / "notebooks", WRONG, "16 Said wrongly")
    with (copy / "helpers" / "course.py").open("a", encoding="utf-8") as course:
        course.write(ENTRIES)
    row = r"(\| \[)13 Where next(\]\(\S*)13_where_next(\.ipynb\).*? \| \d+ \|)$"
    change(copy / "README.md", row, rf"\g<0>\n\g<1>16 Said wrongly\g<2>{WRONG}\3")
    change(
        copy / "notebooks" / "00_start_here.ipynb",
        r'(\| \[)13 Where next(\]\()13_where_next(\.ipynb\) \| \d+ \|)(?=")',
        rf'\g<0>\\n", "\g<1>16 Said wrongly\g<2>{WRONG}\3',
    )
    change(copy / "docs" / "teaching.md", r"^\| 13 \| 05 .*?$", r"\g<0>\n| 16 | nothing | nothing |")
    change(
        copy / "docs" / "teaching.md",
        "^### 13 Where next\n\n24(.*?)(?=^## )",
        r"\g<0>### 16 Said wrongly\n\n21\1",
    )
    failed, said = failures(copy)
    assert failed == FAILS, said
