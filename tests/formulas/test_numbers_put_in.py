"""Of every formula that an explorer shows with its numbers put in, these give the result beside them."""

import math
import random
import re
from decimal import Decimal
from itertools import islice

import ipywidgets
import numpy as np
import pytest

from helpers import widgets
from helpers.maths import curves, descent, network

BETWEEN = 100
"""States that are tried beside the ends of each control, all controls moved at once."""
NO_RESULT = {
    "batches",
    "curve_builder",
    "depth",
    "double_descent",
    "network_replay",
    "overfitting",
    "race",
    "shards",
}
NO_RESULT |= {
    "animal_changed",
    "draw_your_own",
    "favourite_input",
    "heads_at_work",
    "line_by_hand",
    "next_character",
    "pair_table",
    "random_weights",
    "training_replay",
    "vowel_maker",
    "wave_of_tones",
    "writing_learnt",
    "xor",
}
"""Explorers whose formula says what its numbers are, and not what they come to."""
FUNCTIONS = {
    "step": lambda z: np.where(np.asarray(z) > 0, 1.0, 0.0),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "exp": np.exp,
    "ln": np.log,
    "max": max,
    "abs": abs,
    "floor": math.floor,
}
PYTHON = [
    (r"\\mathrm\{(\w+)\}", r"\1"),
    (r"\\lambda_\{\\max\}", "lambda_max"),
    (r"\\nabla ", ""),
    (r"\\left\\lfloor|\\right\\rfloor", lambda found: "floor(" if "left" in found[0] else ")"),
    (r"\\left(?![a-z])|\\right(?![a-z])", ""),
    (r"\\(infty|tanh|max|ln|theta)(?![a-z])", r"\1"),
    (r"e\^\{([^{}]*)\}", r"exp(\1)"),
    (r"\^\{([^{}]*)\}", r"**(\1)"),
    (r"\^2", "**2"),
    (r"\\sqrt\{([^{}]*)\}", r"(\1)**0.5"),
    *[(r"\\t?frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))")] * 2,  # the inner ones first
    (r"\|([^|]*)\|", r"abs(\1)"),
    (r",\\,", ","),
    (r"\\times|\\cdot|\\,", "*"),
    (r"(\d)(?=[x(])", r"\1*"),
]
"""LaTeX -> Python, in this order."""


def values_of(control):
    """Return every value that a control takes, in order."""
    if hasattr(control, "options"):
        return [value for _, value in control._options_full]
    if isinstance(control, ipywidgets.Text):
        return ["", "0.5 -1.2 1"]
    if not hasattr(control, "max"):
        return [False, True]
    steps = round((control.max - control.min) / control.step)
    return [type(control.value)(round(control.min + k * control.step, 9)) for k in range(steps + 1)]


def states(name):
    """Yield an explorer in one state after the other: each control at its ends, then anything between.

    Nothing is drawn where a control has moved, since that takes most of the time.
    """
    explorer = getattr(widgets, name)()
    explorer.live.repaint = lambda handles=(): None
    opening = explorer.values
    places = {control: values_of(explorer.controls[control]) for control in opening}
    ends = [opening | {control: end} for control, values in places.items() for end in (values[0], values[-1])]
    pick = random.Random(0)  # noqa: S311 - the same states in every run
    between = [{control: pick.choice(places[control]) for control in places} for _ in range(BETWEEN)]
    for state in [opening, *ends, *between]:
        yield explorer.set(**state)


def sides(clause):
    """Return what stands between the equals signs of a clause, as Python."""
    for latex, python in PYTHON:
        clause = re.sub(latex, python, clause)
    return [side.strip() for side in re.split(r"=(?![^{]*\})", clause)]


def computed(side, **given):
    """Return the value of a side, or None where it holds more than numbers and the letters given."""
    known = FUNCTIONS | {"infty": np.inf} | given
    if not side or set(re.findall(r"[A-Za-z_]\w*|[\\:{]", side)) - known.keys():
        return None
    return eval(side, known)  # noqa: S307 - our own formula


def half_a_unit(shown):
    """Return half a unit of the last digit of a number, "0.120" or "1.2 * 10**(-3)"; of anything else 0."""
    number = re.sub(r" \* 10\*\*\((.*)\)$", r"e\1", shown)
    if not re.fullmatch(r"-?[\d.]+(e-?\d+)?", number):
        return 0
    return 0.5 * 10.0 ** Decimal(number).as_tuple().exponent


def results(formula):
    """Yield each result in a formula, half a unit of its last digit, and what the numbers give."""
    given = {"theta": 10, "L": 1, "MSE": 2} if "MSE" in formula else {}  # MSE is 2 L
    for steepest in re.findall(r"\\kappa = [^=]*= \\frac\{([\d.]+)\}", formula):
        given["lambda_max"] = float(steepest)  # shown in one clause, used in the next
    for clause in formula.split(r"\qquad"):
        parts = sides(clause)
        *put_in, shown = [computed(part, **given) for part in parts]
        if shown is not None:
            yield from ((shown, half_a_unit(parts[-1]), value) for value in put_in if value is not None)


@pytest.mark.parametrize("name", widgets.__all__)
def test_the_numbers_shown_give_the_result_shown(name):
    found = 0
    for explorer in states(name):
        for shown, half, value in results(explorer.formula):
            found += 1
            assert value == pytest.approx(shown, abs=half * (1 + 1e-9), rel=1e-12), explorer.formula
    assert (found == 0) == (name in NO_RESULT)


@pytest.mark.parametrize(
    ("formula", "by"),
    [
        (r"\frac{3.65 - 3.91}{0.100} = -2.555", 0.045),
        (r"\theta_0^{(1)} = 0.00 - 0.50 \times (-3.0 \times 10^{4}) = 1.6 \times 10^{4}", 1e3),
        (r"\kappa = k = \frac{4.00}{2.00} \qquad \alpha = 0.50 \times \frac{2}{\lambda_{\max}} = 0.26", 0.01),
        (r"a = \frac{1}{1 + e^{-(0.00)}} = 0.60", 0.1),
        (r"\delta = 0.50\left(|-3.00| - \tfrac{0.50}{2}\right) = 1.40", 0.025),
        (r"-\ln p = -\ln(1 - 0.00) = 0.02", 0.02),
        (r"p_{\mathrm{B}} = \frac{e^{0.00/2.00}}{e^{0.00} + e^{-0.00/2.00}} = 0.60", 0.1),
        (r"\theta - 0.01\,\nabla \mathrm{MSE} = \theta - 0.03\,\nabla L", 0.01),
    ],
)
def test_what_does_not_carry_its_result_is_found(formula, by):
    *_, (shown, half, value) = results(formula)
    assert abs(value - shown) == pytest.approx(by)
    assert half < by


def line(values, x):
    return values["theta0"] + values["theta1"] * x


def curve(values, x):
    positions, out_weights = ([values[f"{one}{k}"] for k in range(1, 5)] for one in "pv")
    layers = curves.hinged(
        positions, out_weights, in_weight=values["w"], bias=values["b"], activation=values["activation"]
    )
    return network.forward(layers, x[:, None])[-1].A[:, 0]


def two_neurons(values, x):
    W = np.array([[values["w11"], values["w12"]], [values["w21"], values["w22"]]])
    b, v = np.array([values["b1"], values["b2"]]), np.array([[values["v1"]], [values["v2"]]])
    layers = [network.Layer(W, b, values["activation"]), network.Layer(v, np.array([values["c"]]))]
    return network.forward(layers, np.column_stack([x, x**2]))[-1].A[:, 0]


@pytest.mark.parametrize(
    ("name", "model"),
    {"loss_bowl": line, "curve_builder": curve, "xor": two_neurons}.items(),
)
def test_a_formula_with_inputs_gives_what_the_model_predicts(name, model):
    x = np.linspace(-3, 3, 13) + 0.0137  # off the places where a step steps
    for explorer in states(name):
        shown = sides(explorer.formula.split(r"\qquad")[0])[-1]
        value = computed(shown, x=x, x_1=x, x_2=x**2)
        np.testing.assert_allclose(value, model(explorer.values, x), atol=1e-9, err_msg=explorer.formula)


def test_a_batch_is_divided_by_how_many_are_in_it():
    """Of each size the numbers in the formula are those of the batches of a pass, the last one included."""
    for explorer in states("batches"):
        size = explorer.values["batch_size"]
        rows = islice(descent.batches(100, size), descent.updates_an_epoch(100, size))
        _, _, said = explorer.formula.partition("|B| =")
        assert {len(batch) for batch in rows} == ({*map(int, re.findall(r"\d+", said))} or {1})
        assert (r"\frac{1}{|B|} \sum_{i \in B}" in explorer.formula) == (size > 1)
