"""Every kind of question: right, each wrong answer by its own words, nothing, garbage."""

import pytest

from helpers.learner.questions import Number, as_number
from helpers.learner.reading import questions
from helpers.learner.verdict import Kind

CHOICE, SEVERAL, NUMBER = questions(
    """
## Choice: colour
Which is a colour?
- [ ] It is loud {#loud}
  That is heard.
- [x] It is red {#red}
  It is seen.
- [ ] It is wet {#wet}
  That is felt.

## Several: even
Which are even?
- [x] The 2 {#two}
  2 = 2 · 1.
- [ ] The 3 {#three}
  it leaves 1.
- [x] The 4 {#four}
  4 = 2 · 2.
- [ ] The 5 {#five}
  it leaves 1 too.

## Number: half
Half of 5?
- [x] 2.5 ± 0.01
  5 / 2 is 2.5.
- [ ] 10
  That is twice 5.
- [ ] otherwise
  Divide by 2.
""",
    "test",
)


def test_choice_right():
    assert CHOICE.judge("red") == (True, "It is seen.")
    assert CHOICE.judge("red").kind is Kind.RIGHT


@pytest.mark.parametrize(("answer", "why"), [("loud", "That is heard."), ("wet", "That is felt.")])
def test_choice_says_of_each_wrong_option_why(answer, why):
    assert CHOICE.judge(answer) == (False, why)
    assert CHOICE.judge(answer).kind is Kind.NOT_YET


@pytest.mark.parametrize("answer", [None, "", "It is red", 3, ["red"]])
def test_choice_of_nothing_is_not_attempted(answer):
    assert CHOICE.judge(answer).correct is None
    assert CHOICE.judge(answer).kind is Kind.NOT_ATTEMPTED


def test_several_right():
    assert SEVERAL.judge(["four", "two"]) == (True, "2 = 2 · 1. 4 = 2 · 2.")


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (["two", "four", "three"], "“The 3” does not hold: it leaves 1."),
        (["two", "four", "five"], "“The 5” does not hold: it leaves 1 too."),
        (["two"], "One that holds is not ticked yet."),
        (["three"], "“The 3” does not hold: it leaves 1.\n2 options that hold are not ticked yet."),
        (
            ["two", "three", "five"],
            "“The 3” does not hold: it leaves 1.\n“The 5” does not hold: it leaves 1 too.\n"
            "One that holds is not ticked yet.",
        ),
    ],
)
def test_several_says_what_is_wrong_and_how_many_are_missing(answer, text):
    assert SEVERAL.judge(answer) == (False, text)


@pytest.mark.parametrize("answer", [None, [], ["six"], ["The 2"]])
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


def test_a_comma_may_stand_before_thousands():
    number = Number("alias", "Which?", 3000, "Below the rate.", "Fold it.", mistakes={17000: "Together."})
    assert number.judge("3,000").correct
    assert number.judge("17,000").text == "Together."
    assert not number.judge("3,0").correct


def test_numbers_are_read_as_they_are_typed():
    assert [as_number(text) for text in ["0,25", "−3", "1/4", "2e-3", ".5"]] == [0.25, -3, 0.25, 0.002, 0.5]
