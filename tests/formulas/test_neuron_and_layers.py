import math

import pytest

from helpers.formulas.layers import hinge_sum, parameter_count, two_hidden
from helpers.formulas.neuron import applied, named, neuron
from helpers.maths.network import ACTIVATIONS


def test_a_neuron():
    formula = neuron((1.5, -1), -0.5, (1, -2), 3, 1 / (1 + math.exp(-3)), "sigmoid")
    assert formula == (
        r"z = w_1 x_1 + w_2 x_2 + b = 1.50 \cdot 1.00 + (-1.00) \cdot (-2.00) - 0.50 = 3.00"
        r" \qquad a = \frac{1}{1 + e^{-(3.00)}} = 0.95"
    )


def test_a_negative_sum_keeps_its_brackets_and_zero_has_no_sign():
    formula = neuron((-0.0, 1), 0, (2, -1), -1, -0.0, "relu")
    assert formula.startswith(
        r"z = w_1 x_1 + w_2 x_2 + b = 0.00 \cdot 2.00 + 1.00 \cdot (-1.00) + 0.00 = -1.00"
    )
    assert formula.endswith(r"a = \max(0,\, -1.00) = 0.00")


@pytest.mark.parametrize(
    ("activation", "expected", "name"),
    [
        ("identity", "z", "(z)"),
        ("step", r"\mathrm{step}(z)", r"\mathrm{step}(z)"),
        ("sigmoid", r"\frac{1}{1 + e^{-(z)}}", r"\mathrm{sigmoid}(z)"),
        ("tanh", r"\tanh(z)", r"\mathrm{tanh}(z)"),
        ("relu", r"\max(0,\, z)", r"\mathrm{relu}(z)"),
    ],
)
def test_an_activation_written_out_and_by_its_name(activation, expected, name):
    assert applied(activation, "z") == expected
    assert named(activation, "z") == name


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_has_a_form(activation):
    assert r"\frac{1}{2}" in applied(activation, r"\frac{1}{2}")


@pytest.mark.parametrize(
    ("sizes", "end"),
    [
        ((2, 1), r"= (2 + 1) \cdot 1 = 3"),
        ((2, 4, 1), r"= (2 + 1) \cdot 4 + (4 + 1) \cdot 1 = 12 + 5 = 17"),
        ((2, 4, 3, 1), r"= (2 + 1) \cdot 4 + (4 + 1) \cdot 3 + (3 + 1) \cdot 1 = 12 + 15 + 4 = 31"),
    ],
)
def test_a_parameter_count(sizes, end):
    assert parameter_count(sizes) == r"\text{parameters} = \sum_{\text{layers}} (n + 1)\, h " + end


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            (1, (2, -0.0), (0.5, -1), -0.5, "relu"),
            r"\hat{y} = -0.5 + 0.5\,\mathrm{relu}(1.0x + 2.0) - 1.0\,\mathrm{relu}(1.0x + 0.0)",
        ),
        ((10, (-3,), (0,), 0, "identity"), r"\hat{y} = 0.0 + 0.0\,(10.0x - 3.0)"),
    ],
)
def test_a_sum_of_hinges(arguments, expected):
    assert hinge_sum(*arguments) == expected


def test_two_hidden_neurons_take_their_weights_from_the_columns():
    formula = two_hidden([[1, 3], [-2, 4]], (0, -1), (1, -2), 0.5, "relu")
    assert formula == (
        r"\hat{y} = 1.0 \cdot \mathrm{relu}(1.0\,x_1 - 2.0\,x_2 + 0.0)"
        r" + (-2.0) \cdot \mathrm{relu}(3.0\,x_1 + 4.0\,x_2 - 1.0) + 0.5"
    )


def test_two_hidden_neurons_without_a_bend_are_in_brackets():
    formula = two_hidden([[1, 0], [1, 0]], (0, 0), (2, 0), -1, "identity")
    assert (
        formula
        == r"\hat{y} = 2.0 \cdot (1.0\,x_1 + 1.0\,x_2 + 0.0) + 0.0 \cdot (0.0\,x_1 + 0.0\,x_2 + 0.0) - 1.0"
    )
