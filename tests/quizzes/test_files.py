"""The questions of every notebook, as their files hold them: short, whole, each wrong answer explained."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import course, quizzes
from helpers.learner import reading
from helpers.learner.questions import Choice, Number, Several

TOP = Path(__file__).parents[2]
FILES = sorted(quizzes.FOLDER.glob("*.md"))
FOUND = {f"{path.stem}: {question.name}": question for path in FILES for question in reading.read(path)}
FORBIDDEN = r"\b(just|easy|easily|simply|obviously|clearly|trivial|trivially|of course)\b"


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def file(request):
    return request.param


@pytest.fixture(params=FOUND)
def question(request):
    return FOUND[request.param]


def texts(question):
    """Yield every text of a question."""
    yield question.text
    if isinstance(question, Number):
        yield from [question.why, question.otherwise, *question.mistakes.values()]
    else:
        for option in question.options:
            yield from [option.text, option.why]


def test_every_notebook_has_a_file_and_every_file_a_notebook():
    assert {path.stem for path in FILES} == {notebook.name for notebook in course.NOTEBOOKS}


def test_a_file_has_the_title_of_its_notebook(file):
    (title,) = [notebook.title for notebook in course.NOTEBOOKS if notebook.name == file.stem]
    assert file.read_text(encoding="utf-8").startswith(f"# Quiz: {title}\n\n## ")


def test_lines_are_short_enough_to_edit(file):
    assert [line for line in file.read_text(encoding="utf-8").split("\n") if len(line) > 110] == []


def test_a_quiz_has_three_to_five_questions(file):
    assert 3 <= len(reading.read(file)) <= 5


@pytest.mark.parametrize("notebook", course.NOTEBOOKS, ids=lambda notebook: notebook.file)
def test_a_quiz_has_the_questions_of_its_file(notebook):
    quiz = quizzes.quiz(notebook.number)
    found = reading.read(quizzes.FOLDER / f"{notebook.name}.md")
    assert [*quiz.questions.values()] == found
    assert [*quiz.questions] == [f"quiz.{notebook.number}.{question.name}" for question in found]
    assert quiz.notebook == notebook.number


def test_all_questions_are_known_by_the_names_under_which_answers_are_kept():
    together = {}
    for notebook in course.NOTEBOOKS:
        together |= quizzes.quiz(notebook.number).questions
    assert together == quizzes.QUESTIONS
    assert {quizzes.notebook_of(name) for name in together} == {one.number for one in course.NOTEBOOKS}


@pytest.mark.parametrize("number", ["99", "3", 3, "", None])
def test_a_number_of_no_notebook_is_refused(number):
    with pytest.raises(ValueError, match=rf"no notebook has the number {number!r}; there are 00, 01"):
        quizzes.quiz(number)


def test_a_notebook_without_a_file_is_told_so(monkeypatch, tmp_path):
    monkeypatch.setattr(quizzes, "FOLDER", tmp_path)
    with pytest.raises(reading.QuestionError, match=r"there is no file descent\.md"):
        quizzes.quiz("03")


def test_a_file_that_was_edited_is_read_anew(monkeypatch, tmp_path):
    monkeypatch.setattr(quizzes, "FOLDER", tmp_path)
    for text in ("Half of 5?", "Half of five?"):
        lines = f"## Number: half\n{text}\n- [x] 2.5\n  It is.\n- [ ] otherwise\n  Divide."
        (tmp_path / "descent.md").write_text(lines, encoding="utf-8")
        assert text in quizzes.quiz("03").describe()


def test_a_quiz_needs_no_pictures_and_no_tensorflow():
    code = "import sys, helpers.quizzes; sys.exit(bool({'matplotlib', 'tensorflow'} & {*sys.modules}))"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_files_are_installed_with_the_package(tmp_path):
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-TEXT"):
        shutil.copy(TOP / name, tmp_path)
    shutil.copytree(quizzes.FOLDER, tmp_path / "helpers" / "quizzes")
    build = [
        sys.executable,
        "-c",
        "import setuptools; setuptools.setup()",
        "build_py",
        "--build-lib",
        "built",
    ]
    subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)
    assert {path.name for path in tmp_path.glob("built/**/*.md")} == {path.name for path in FILES}


def test_the_example_for_contributors_is_read():
    (example,) = re.findall(
        r"```markdown\n(# Quiz.*?)```", (TOP / "CONTRIBUTING.md").read_text("utf-8"), re.S
    )
    assert [type(question) for question in reading.questions(example, "the example")] == [Choice, Number]


def test_there_are_options_enough_and_they_are_plain_text(question):
    if isinstance(question, Choice | Several):
        assert len(question.options) >= 3
        assert not any(re.search(r"[$`<>]", option.text) for option in question.options)


def test_each_wrong_answer_has_an_explanation_of_its_own(question):
    if isinstance(question, Number):
        whys = [question.why, question.otherwise, *question.mistakes.values()]
        assert len(question.mistakes) >= 2
        for mistake, why in question.mistakes.items():
            assert question.judge(str(mistake)) == (False, why)
        assert question.judge(str(question.value)).correct is True
    else:
        whys = [option.why for option in question.options]
    assert all(len(why) > 15 for why in whys)
    assert len({*whys}) == len(whys)


def test_texts_are_plain_short_and_whole(question):
    for text in texts(question):
        assert "**" not in text
        assert not re.search(r"<\w", text)
        assert not re.search(FORBIDDEN, text, flags=re.IGNORECASE), text
        assert text.count("$") % 2 == text.count("`") % 2 == 0
        assert text.count("{") == text.count("}")
        assert len(text) <= 260, "one question fits one slide"
