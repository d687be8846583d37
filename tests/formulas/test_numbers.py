import math

import pytest

from helpers.formulas.numbers import carries, carrying, exact, factor, number, read, signed, significant, size


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


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (9999.5, "9999.50"),
        (12345.6, r"1.2 \times 10^{4}"),
        (1.234, "1.23"),
        (0, "0.00"),
        (-0.05, "-0.05"),
        (3.4e-7, r"3.4 \times 10^{-7}"),
        (-1.2e12, r"-1.2 \times 10^{12}"),
        (float("inf"), r"\infty"),
    ],
)
def test_size(value, text):
    assert size(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "0.50"), (0.0107, "0.0107"), (0.1 + 0.2, "0.30"), (1e-17, "0.00"), (1 / 3, "0.333333333")],
)
def test_an_exact_number_has_all_its_digits(value, text):
    assert exact(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.3231, "1.32"), (0.0067178, "0.00672"), (0.99999, "1.00"), (2035.7, "2036"), (0, "0.00")],
)
def test_significant_digits(value, text):
    assert significant(value) == text


@pytest.mark.parametrize("text", ["-1.25", r"-1.2 \times 10^{12}", r"3.4 \times 10^{-7}", r"-\infty"])
def test_what_is_shown_is_read(text):
    assert size(read(text)) == text


def test_undefined_is_read():
    assert math.isnan(read(number(math.nan)))


@pytest.mark.parametrize(
    ("value", "shown", "expected"),
    [
        (0.305, "0.31", True),
        (0.3049, "0.31", False),
        (12499, r"1.2 \times 10^{4}", True),
        (12501, r"1.2 \times 10^{4}", False),
        (5, r"\infty", True),
        (math.nan, "1.00", True),
    ],
)
def test_a_result_is_carried_within_half_a_unit(value, shown, expected):
    assert carries(value, shown) == expected


def test_numbers_have_as_few_digits_as_carry_the_result():
    assert carrying([35.468], (lambda total: total / 60, "0.59")) == ["35.47"]
    assert carrying([6.831234], (lambda r: r**2 / 2, "23.33")) == ["6.831"]
    assert carrying([1.0, 1 / 3], (lambda a, b: a - b, "0.66667"), digits=1) == ["1.0", "0.33333"]


def test_numbers_carry_every_result():
    both = (lambda r: r, "6.8312"), (lambda r: r**2 / 2, "23.33")
    assert carrying([6.831234], *both) == ["6.8312"]
