"""Every kind of question: right, each wrong answer by its own words, nothing, garbage; and all quizzes."""

import re

import pytest

from helpers.learner.questions import Choice, Number, Several, as_number, named, right, wrong
from helpers.quizzes.catalogue import QUESTIONS, notebook_of

CHOICE = Choice(
    "colour",
    "Which is a colour?",
    [wrong("loud", "That is heard."), right("red", "It is seen."), wrong("wet", "That is felt.")],
)
SEVERAL = Several(
    "even",
    "Which are even?",
    [
        right("2", "2 = 2 · 1."),
        wrong("3", "it leaves 1."),
        right("4", "4 = 2 · 2."),
        wrong("5", "it leaves 1 too."),
    ],
)
NUMBER = Number(
    "half",
    "Half of 5?",
    2.5,
    "5 / 2 is 2.5.",
    "Divide by 2.",
    tolerance=0.01,
    mistakes={10: "That is twice 5."},
)


def test_choice_right():
    assert CHOICE.judge("red") == (True, "It is seen.")
    assert CHOICE.judge("red").word == "Right"


@pytest.mark.parametrize(("answer", "why"), [("loud", "That is heard."), ("wet", "That is felt.")])
def test_choice_says_of_each_wrong_option_why(answer, why):
    assert CHOICE.judge(answer) == (False, why)
    assert CHOICE.judge(answer).word == "Not yet"


@pytest.mark.parametrize("answer", [None, "", "green", 3, ["red"]])
def test_choice_of_nothing_is_not_attempted(answer):
    assert CHOICE.judge(answer).correct is None
    assert CHOICE.judge(answer).word == "Not attempted"


def test_several_right():
    assert SEVERAL.judge(["4", "2"]) == (True, "2 = 2 · 1. 4 = 2 · 2.")


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (["2", "4", "3"], "“3” does not hold: it leaves 1."),
        (["2", "4", "5"], "“5” does not hold: it leaves 1 too."),
        (["2"], "One that holds is not ticked yet."),
        (["3"], "“3” does not hold: it leaves 1.\n2 options that hold are not ticked yet."),
        (
            ["2", "3", "5"],
            "“3” does not hold: it leaves 1.\n“5” does not hold: it leaves 1 too.\n"
            "One that holds is not ticked yet.",
        ),
    ],
)
def test_several_says_what_is_wrong_and_how_many_are_missing(answer, text):
    assert SEVERAL.judge(answer) == (False, text)


@pytest.mark.parametrize("answer", [None, [], ["6"]])
def test_several_of_nothing_is_not_attempted(answer):
    assert SEVERAL.judge(answer).correct is None


@pytest.mark.parametrize("answer", ["2.5", " 2,5 ", "5/2", "2.509", "2.491", "25e-1", "+2.5"])
def test_number_within_the_tolerance_is_right(answer):
    assert NUMBER.judge(answer) == (True, "5 / 2 is 2.5.")


@pytest.mark.parametrize("answer", ["2.52", "2.48", "-2.5", "−2.5", "0", "1e300"])
def test_number_outside_the_tolerance_is_not(answer):
    assert NUMBER.judge(answer) == (False, "Divide by 2.")


def test_number_names_a_known_mistake():
    assert NUMBER.judge("10.0") == (False, "That is twice 5.")


@pytest.mark.parametrize("answer", ["two", "2.5.5", "nan", "inf", "1/0", "1e999", "2 5/2/3", "--1", "½x"])
def test_number_that_is_none_says_so(answer):
    verdict = NUMBER.judge(answer)
    assert verdict.correct is None
    assert f"“{answer}” is not read as a number" in verdict.text


@pytest.mark.parametrize("answer", [None, "", "  "])
def test_number_of_nothing_is_not_attempted(answer):
    assert NUMBER.judge(answer) == (None, "Type a number first.")


def test_numbers_are_read_as_they_are_typed():
    assert [as_number(text) for text in ["0,25", "−3", "1/4", "2e-3", ".5"]] == [0.25, -3, 0.25, 0.002, 0.5]


def test_two_questions_of_one_name_are_refused():
    with pytest.raises(ValueError, match="notebook 03 have the same name"):
        named("03", [CHOICE, CHOICE])


FORBIDDEN = r"\b(just|easy|easily|simply|obviously|clearly|trivial|trivially|of course)\b"


def texts(question):
    """Yield every text of a question."""
    yield question.text
    if isinstance(question, Number):
        yield from [question.why, question.otherwise, *question.mistakes.values()]
    else:
        for option in question.options:
            yield from [option.text, option.why]


@pytest.fixture(params=QUESTIONS, ids=str)
def question(request):
    return QUESTIONS[request.param]


def test_a_quiz_has_three_to_five_questions():
    numbers = [notebook_of(name) for name in QUESTIONS]
    assert {number: 3 <= numbers.count(number) <= 5 for number in numbers} == dict.fromkeys(numbers, True)


def test_a_question_has_a_lasting_name(question):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", question.name)


def test_a_question_has_the_right_options(question):
    if isinstance(question, Number):
        return
    labels = [option.text for option in question.options]
    holding = [option for option in question.options if option.holds]
    assert len({*labels}) == len(labels) >= 3
    if isinstance(question, Choice):
        assert len(holding) == 1
    else:
        assert 1 <= len(holding) < len(labels)
    assert not any(re.search(r"[$`<>]", label) for label in labels), "an option is shown as plain text"


def test_each_wrong_answer_has_an_explanation_of_its_own(question):
    if isinstance(question, Number):
        whys = [question.why, question.otherwise, *question.mistakes.values()]
        assert len(question.mistakes) >= 2
        for mistake, why in question.mistakes.items():
            assert question.judge(str(mistake)) == (False, why), "it lies within the tolerance of another"
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
