import math

import pytest

from helpers.formulas import words


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(3, 2, "3.00"), (-1.234, 1, "−1.2"), (-0.001, 2, "0.00"), (0.0, 0, "0")]
    + [(value, 2, "beyond the largest number") for value in (math.inf, -math.inf, math.nan)],
)
def test_number(value, digits, text):
    assert words.number(value, digits) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (1.234, 2, "1.23"),
        (-0.05, 2, "−0.05"),
        (0, 2, "0.00"),
        (9999, 2, "9999.00"),
        (3.4e-7, 4, "3.4 × 10⁻⁷"),
        (-1.2e12, 2, "−1.2 × 10¹²"),
        (math.inf, 2, "beyond the largest number"),
    ],
)
def test_size(value, digits, text):
    assert words.size(value, digits) == text


@pytest.mark.parametrize(
    ("value", "apart", "joined"),
    [(3, "+ 3.00", "+3.00"), (-1.2, "− 1.20", "−1.20"), (-0.001, "+ 0.00", "+0.00")],
)
def test_a_number_with_its_sign(value, apart, joined):
    assert words.signed(value) == apart
    assert words.change(value) == joined


def test_a_pair():
    assert words.pair((1, -2.5), 1) == "(1.0, −2.5)"
    assert words.pair((1, -1e-5), say=words.size) == "(1.00, −1.0 × 10⁻⁵)"


def test_a_line_either_way_round():
    assert words.line((2, -3)) == "2.00 − 3.00 x"
    assert words.line((-2, 3), slope_first=True) == "3.00 x − 2.00"
    assert words.line((math.nan, math.inf)).startswith("undefined")


def test_a_count():
    assert [words.count(k, "step") for k in (0, 1, 2)] == ["0 steps", "1 step", "2 steps"]
    assert words.count(2, "pass", "passes") == "2 passes"


def test_a_number_that_carries_what_is_made_of_it():
    assert words.carrying(-0.0036049, lambda change: change / 0.001, "−3.605", digits=4) == "−0.003605"
    assert words.carrying(-3.21061, lambda change: change / 2, "−1.605", digits=4) == "−3.2106"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (62_720, "62,720"),
        (288_512, "0.289 million"),
        (2_408_448, "2.41 million"),
        (128_049_152, "128 million"),
    ],
)
def test_a_large_number_is_said_in_millions_and_a_small_one_as_it_is(value, said):
    assert words.millions(value) == said
    assert words.millions(value, "M") == said.replace("million", "M")
