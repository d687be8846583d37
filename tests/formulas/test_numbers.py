import math

import pytest

from helpers.formulas.numbers import factor, number, signed


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (3, 2, "3.00"),
        (-1.234, 1, "-1.2"),
        (-0.001, 2, "0.00"),
        (0.0, 0, "0"),
        (math.inf, 2, r"\infty"),
        (-math.inf, 2, r"-\infty"),
        (math.nan, 2, r"\text{undefined}"),
    ],
)
def test_number(value, digits, text):
    assert number(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"), [(3, "+ 3.00"), (-1.2, "- 1.20"), (-0.001, "+ 0.00"), (-math.inf, r"- \infty")]
)
def test_signed(value, text):
    assert signed(value) == text


@pytest.mark.parametrize(("value", "text"), [(3, "3.00"), (-1.2, "(-1.20)"), (-0.001, "0.00")])
def test_factor(value, text):
    assert factor(value) == text
