"""Questions out of Markdown: each kind as it is written, and one clear error for what is not written so."""

import pytest

from helpers.learner.questions import Choice, Number, Option, Several
from helpers.learner.reading import QuestionError, questions, read

CHOICE = """\
## Choice: colour

Which is a colour
of $\\frac{1}{2}$ `a_b * c`?

- [ ] loud {#loud}
  That is heard,
  not *seen*.
- [x] red: a, b {#red_1}

  It is seen.
"""
SEVERAL = """\
## Several: even
Which are even?
- [X] 2 {#two}
  2 = 2 · 1.
- [ ] 3 {#three}
\tit leaves 1.
- [x] 4 {#four}
  4 = 2 · 2.
"""
NUMBER = """\
## Number: half

Half of 5?

- [x] 2.5 ± 0.01
  5 / 2 is 2.5.
- [ ] −10
  That is
  twice 5.
- [ ] 1/4
  A quarter.
- [ ] otherwise
  Divide by 2.
"""


def test_a_choice():
    assert questions(CHOICE, "") == [
        Choice(
            "colour",
            "Which is a colour of $\\frac{1}{2}$ `a_b * c`?",
            [
                Option("loud", "loud", False, "That is heard, not *seen*."),
                Option("red_1", "red: a, b", True, "It is seen."),
            ],
        )
    ]


def test_a_several():
    assert questions(SEVERAL, "") == [
        Several(
            "even",
            "Which are even?",
            [
                Option("two", "2", True, "2 = 2 · 1."),
                Option("three", "3", False, "it leaves 1."),
                Option("four", "4", True, "4 = 2 · 2."),
            ],
        )
    ]


def test_a_number():
    assert questions(NUMBER, "") == [
        Number(
            "half",
            "Half of 5?",
            2.5,
            "5 / 2 is 2.5.",
            "Divide by 2.",
            tolerance=0.01,
            mistakes={-10: "That is twice 5.", 0.25: "A quarter."},
        )
    ]


def test_a_number_without_a_tolerance_has_the_usual_one():
    (question,) = questions(NUMBER.replace(" ± 0.01", ""), "")
    assert question.tolerance == Number.tolerance == 0.005


def test_questions_keep_their_order_below_a_title():
    assert [question.name for question in questions(f"# A quiz\n\n{NUMBER}\n{CHOICE}{SEVERAL}", "")] == [
        "half",
        "colour",
        "even",
    ]


def test_a_file_as_windows_stores_it(tmp_path):
    path = tmp_path / "loss.md"
    path.write_bytes(b"\xef\xbb\xbf" + CHOICE.replace("\n", "\r\n").encode())
    assert read(path) == questions(CHOICE, "loss.md")


MISTAKES = {
    "heading without a kind": (CHOICE, "Choice: colour", "colour", "line 3: found “## colour”; a question"),
    "heading of an unknown kind": (
        CHOICE,
        "Choice",
        "choice",
        "line 3: found “## choice: colour”; a question",
    ),
    "heading without a name": (CHOICE, ": colour", "", "line 3: found “## Choice”; a question begins with"),
    "name with a blank": (CHOICE, "colour\n\n", "a colour\n\n", "line 3: found “## Choice: a colour”;"),
    "heading of another level": (CHOICE, "## ", "### ", "line 3: found “### Choice: colour”; a question"),
    "text above the first question": (
        CHOICE,
        "## ",
        "Hello\n## ",
        "line 3: found “Hello”; a question begins",
    ),
    "title below the first question": (
        CHOICE,
        "- [x]",
        "# A\n- [x]",
        "line 11: found “# A”; a question begins",
    ),
    "indented heading": (
        CHOICE,
        "## ",
        "## Choice: a\nA\n ## ",
        "line 5, question a: found “ ## Choice: col",
    ),
    "no text": (NUMBER, "Half of 5?", "", "line 3, question half: it has no text"),
    "no options": (NUMBER[: NUMBER.index("-")], "", "", "line 3, question half: it has no options"),
    "no box": (
        CHOICE,
        "- [ ]",
        "-",
        "line 8, question colour: found “- loud {#loud}”; an option begins with",
    ),
    "empty box": (
        CHOICE,
        "- [ ]",
        "- []",
        "line 8, question colour: found “- [] loud {#loud}”; an option begins",
    ),
    "box without a dash": (
        CHOICE,
        "- [x]",
        "[x]",
        "line 11, question colour: found “[x] red: a, b {#red_1}”;",
    ),
    "another bullet": (
        CHOICE,
        "- [x]",
        "* [x]",
        "line 11, question colour: found “* [x] red: a, b {#red_1}”;",
    ),
    "another tick": (CHOICE, "- [x]", "- [v]", "line 11, question colour: found “- [v] red: a, b {#red_1}”;"),
    "indented option": (
        CHOICE,
        "- [x]",
        " - [x]",
        "line 11, question colour: found “ - [x] red: a, b {#red_1}”;",
    ),
    "explanation not indented": (
        CHOICE,
        "  It",
        "It",
        "line 13, question colour: found “It is seen.”; an expl",
    ),
    "option without explanation": (
        SEVERAL,
        "\tit leaves 1.",
        "",
        "line 7, question even: “3 {#three}” has no expl",
    ),
    "number without explanation": (
        NUMBER,
        "  A quarter.",
        "",
        "line 12, question half: “1/4” has no explanation",
    ),
    "option without name": (CHOICE, " {#loud}", "", "line 8, question colour: “loud” has no name; an option"),
    "name without a text": (
        CHOICE,
        "loud {",
        "{",
        "line 8, question colour: “{#loud}” has no name; an option",
    ),
    "name that is none": (
        CHOICE,
        "{#loud}",
        "{#Too loud}",
        "line 8, question colour: “loud {#Too loud}” has no",
    ),
    "name in a second line": (
        CHOICE,
        " {#",
        "\n  {#",
        "line 8, question colour: “loud” has no name; an option is",
    ),
    "options of one name": (
        SEVERAL,
        "#four",
        "#two",
        "line 9, question even: two options have the name “two”",
    ),
    "options of one text": (
        SEVERAL,
        "] 4",
        "] 2",
        "line 9, question even: two options have the text “2”; each",
    ),
    "questions of one name": (
        CHOICE + SEVERAL,
        "even",
        "colour",
        "line 14, question colour: a question of that",
    ),
    "none right": (
        CHOICE,
        "[x]",
        "[ ]",
        "line 3, question colour: 0 options are marked [x]; a Choice has one",
    ),
    "two right": (
        CHOICE,
        "[ ]",
        "[x]",
        "line 3, question colour: 2 options are marked [x]; a Choice has one",
    ),
    "several: none right": (
        SEVERAL.replace("x", " "),
        "X",
        " ",
        "line 3, question even: 0 of 3 options are mark",
    ),
    "several: all right": (
        SEVERAL,
        "[ ]",
        "[x]",
        "line 3, question even: 3 of 3 options are marked [x]; some",
    ),
    "number: no value": (NUMBER, "[x]", "[ ]", "line 3, question half: found 0 times a number marked [x]; a"),
    "number: two values": (
        NUMBER,
        "[ ]",
        "[x]",
        "line 3, question half: found 2 times a number marked [x]; a",
    ),
    "number: none": (
        NUMBER,
        "2.5 ±",
        "two ±",
        "line 7, question half: “two ± 0.01” is not read as a number;",
    ),
    "number: named": (
        NUMBER,
        "1/4",
        "1/4 {#a}",
        "line 12, question half: “1/4 {#a}” is not read as a number;",
    ),
    "number: no tolerance": (
        NUMBER,
        "± 0.01",
        "±",
        "line 7, question half: “2.5 ±” is not read as a number;",
    ),
    "number: tolerance of 0": (
        NUMBER,
        "± 0.01",
        "± 0",
        "line 7, question half: the tolerance is 0; it has to be",
    ),
    "number: wrong is right": (
        NUMBER,
        "1/4",
        "2.505",
        "line 12, question half: 2.505 lies within the tolerance",
    ),
    "number: wrong twice": (
        NUMBER,
        "1/4",
        "-10.0",
        "line 12, question half: -10.0 lies within the tolerance, 0.01",
    ),
    "number: no otherwise": (
        NUMBER,
        "otherwise",
        "7",
        "line 3, question half: found 0 times a line - [ ] otherw",
    ),
    "number: otherwise twice": (
        NUMBER,
        "1/4",
        "otherwise",
        "line 3, question half: found 2 times a line - [ ] o",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_file_line_and_question(mistake):
    text, old, new, said = MISTAKES[mistake]
    wrong = "# A quiz\n\n" + text.replace(old, new, 1)
    assert old in text
    with pytest.raises(QuestionError) as raised:
        questions(wrong, "loss.md")
    assert f"loss.md, {said}" in str(raised.value)
    assert issubclass(QuestionError, ValueError)


def test_a_file_that_is_not_there_or_not_in_utf_8(tmp_path):
    with pytest.raises(QuestionError, match=r"there is no file loss\.md in"):
        read(tmp_path / "loss.md")
    (tmp_path / "loss.md").write_bytes("Größe".encode("latin-1"))
    with pytest.raises(QuestionError, match=r"loss\.md is not stored as UTF-8; save it again"):
        read(tmp_path / "loss.md")
