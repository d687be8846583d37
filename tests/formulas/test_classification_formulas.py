import numpy as np
import pytest

from helpers.formulas import classification as formulas
from helpers.maths import classification


def said(z, y):
    values = classification.binary_losses(z, y)
    h = float(classification.sigmoid(z))
    return formulas.surprise(z, h, y, float(values.cross), float(values.squared_slope))


def test_a_sure_mistake_has_two_slopes_far_apart():
    formula = said(-6.0, 1)
    assert r"e^{-(-6.00)}} = 0.002473 " in formula
    assert r"-\ln(h) = -\ln(0.002473) = 6.002 " in formula
    assert r"(0.002473 - 1) \cdot 0.002473 \cdot (1 - 0.002473) = -0.0025 " in formula
    assert formula.endswith("h - y = 0.002473 - 1 = -0.9975")


def test_with_label_0_the_other_probability_counts():
    formula = said(0.0, 0)
    assert r"-\ln(1 - h) = -\ln(1 - 0.5000) = 0.693 " in formula
    assert formula.endswith("h - y = 0.5000 - 0 = 0.5000")


def test_a_probability_that_a_float_holds_as_1_has_its_surprise_all_the_same():
    assert "= 40.000 " in said(40.0, 0)


def test_softmax_at_the_true_class():
    formula = formulas.softmax([1, 2, 4], 1.0, 1, "ABC", 0.114195, 2.16985)
    assert r"\frac{e^{2.00}}{e^{1.00} + e^{2.00} + e^{4.00}} = 0.1142 " in formula
    assert formula.endswith(r"-\ln\, p_{\mathrm{B}} = -\ln(0.1142) = 2.170")


@pytest.mark.parametrize(
    ("temperature", "p", "expected"),
    [
        (0.2, np.exp(-15), r"\frac{e^{1.00/0.20}}{e^{1.00/0.20} + e^{2.00/0.20} + e^{4.00/0.20}}"),
        (0.2, np.exp(-15), r"-\ln(3.06 \times 10^{-7}) = 15.000"),
        (10.0, 0.2889, r"-\ln(0.2889) = 1.242"),
    ],
)
def test_softmax_says_its_temperature_and_small_probabilities(temperature, p, expected):
    assert expected in formulas.softmax([1, 2, 4], temperature, 0, "ABC", p, -np.log(p))


def test_precision_and_recall():
    formula = formulas.precision_and_recall((9, 1, 63, 927), 0.125, 0.9, 0.936)
    assert r"\text{precision} = \frac{9}{9 + 63} = 0.125" in formula
    assert r"\text{recall} = \frac{9}{9 + 1} = 0.900" in formula
    assert formula.endswith(r"\frac{9 + 927}{1000} = 0.936")


def test_no_precision_where_nothing_is_flagged():
    formula = formulas.precision_and_recall((0, 10, 0, 990), None, 0.0, 0.99)
    assert formula.startswith(r"\text{precision: nothing is flagged} \qquad")
