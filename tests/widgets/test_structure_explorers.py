import re
from functools import cache
from itertools import product

import numpy as np
import pytest

from helpers import widgets
from helpers.maths import curves, network
from helpers.maths.network import Layer
from helpers.widgets.structure import CURVES

CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]
NUMBER = r"[+−]?\d+\.\d+"


@cache
def made(name):
    return getattr(widgets, name)()


def opened(name):
    """Return the explorer of that name as it opens: made once, since that takes longer than a reset."""
    explorer = made(name)
    explorer.reset()
    return explorer


def at(explorer, preset=None, **values):
    """Return the words after a preset, if one is named, and then some controls have been moved."""
    explorer.set(**(explorer.presets[preset] if preset else {}) | values)
    return explorer.describe()


def said(value, digits):
    """Return a number as words say it, by another way than they do: 0 without a sign, − below it."""
    rounded = round(float(value), digits)
    return ("−" if rounded < 0 else "") + f"{abs(rounded):.{digits}f}"


def read(number):
    """Return the number that words say."""
    return float(number.replace("−", "-"))


def numbers_after(text, words):
    """Return the numbers in words that follow a text, up to the end of the clause."""
    return [read(each) for each in re.findall(NUMBER, re.split(r"[;.:] |\.$", words.split(text)[1])[0])]


# neuron


def neuron_layers(v):
    return [Layer([[v["w1"]], [v["w2"]]], [v["b"]], v["activation"])]


@pytest.mark.parametrize("activation", network.ACTIVATIONS)
@pytest.mark.parametrize(
    ("w1", "w2", "b", "x1", "x2"),
    [(1.5, -1, 0.5, 1, 0.5), (2, 2, 2, 2, 2), (-2, 2, -2, 2, -2), (0, 0.3, 0.1, 0, -1.2)],
)
def test_a_neuron_says_its_sum_and_its_output(activation, w1, w2, b, x1, x2):
    explorer = opened("neuron")
    words = at(explorer, activation=activation, w1=w1, w2=w2, b=b, x1=x1, x2=x2)
    ((Z, A),) = network.forward(neuron_layers(explorer.values), [[x1, x2]])
    inputs, weights = (f"({said(one, 1)}, {said(two, 1)})" for one, two in ((x1, x2), (w1, w2)))
    assert f"inputs {inputs}, weights {weights} and bias {said(b, 1)} give" in words
    assert f"z = {said(Z.item(), 2)}, which {activation} turns into a = {said(A.item(), 2)}." in words
    assert f"at distance {abs(b) / np.hypot(w1, w2):.2f}; the point is" in words
    assert ("on the side the arrow points to" if Z > 0 else "behind it") in words
    assert explorer.formula.endswith(f" = {A.item():.2f}")


def test_every_activation_can_be_chosen():
    for explorer in (opened("neuron"), opened("network"), opened("curve_builder"), opened("xor")):
        assert set(explorer.controls["activation"].options) == set(network.ACTIVATIONS)


@pytest.mark.parametrize(("preset", "gate"), [("Both (AND)", min), ("At least one (OR)", max)])
def test_a_gate_answers_for_all_four_corners(preset, gate):
    explorer = opened("neuron")
    for x1, x2 in CORNERS:
        assert f"step turns into a = {gate(x1, x2):.2f}" in at(explorer, preset, x1=x1, x2=x2)


@pytest.mark.parametrize(("preset", "blind_to"), [("Blind to x₂", ["x2"]), ("No weights", ["x1", "x2"])])
def test_a_neuron_is_blind_to_an_input_without_weight(preset, blind_to):
    explorer = opened("neuron")
    outputs = {name: set() for name in ("x1", "x2")}
    for name, value in product(outputs, (-2, 2)):
        moved = {"x1": 1, "x2": 1} | {name: value}
        outputs[name].add(at(explorer, preset, **moved).split("a = ")[1][:4])
    assert [name for name, seen in outputs.items() if len(seen) == 1] == blind_to


def test_without_weights_no_line_is_spoken_of():
    words = at(opened("neuron"), "No weights")
    assert "no line is left" in words
    assert "distance" not in words


@pytest.mark.parametrize(
    ("w1", "w2", "b", "x1", "x2"),
    [(1, 1, -1.5, 1, 0.5), (1.9, 1.0, -0.8, 1.0, -1.1), (0.3, -0.1, -0.2, 1, 1)],
)
def test_a_point_on_the_line_is_on_it_for_the_step_too(w1, w2, b, x1, x2):
    """In tenths z is 0; in binary it may be a rounding error away."""
    words = at(opened("neuron"), activation="step", w1=w1, w2=w2, b=b, x1=x1, x2=x2)
    assert "z = 0.00, which step turns into a = 1.00" in words
    assert words.endswith("the point is on the line.")


def test_a_zero_has_no_sign():
    explorer = opened("neuron")
    words = at(explorer, w1=-1e-17, w2=-1e-17, b=-1e-17, x1=-1e-17, x2=-1e-17, activation="identity")
    assert not re.search(r"[-−]0\.0+\b", words + explorer.formula)


# network


def network_layers(v):
    """Return the layers that the controls of the network ask for, before and after the change."""
    sizes = [2, *(v[name] for name in ("h1", "h2", "h3") if v[name]), 1]
    before = network.random_layers(sizes, v["activation"], v["seed"])
    W = before[0].W.copy()
    W[0, 0] += v["change"]
    return before, [before[0]._replace(W=W), *before[1:]]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"change": 3, "flow": True},
        {"h1": 6, "h2": 6, "h3": 6, "seed": 20, "x1": -2, "x2": 2, "activation": "relu", "change": -3},
        {"h1": 0, "h2": 0, "h3": 2, "seed": 3, "activation": "sigmoid", "change": 0.1},
        {"h1": 0, "h2": 0, "h3": 0, "x1": 0, "change": -1},
        {"h1": 1, "h2": 0, "activation": "step", "change": 1},
    ],
)
def test_a_network_says_its_output_and_what_the_change_did(values):
    explorer = opened("network")
    words, v = at(explorer, **values), explorer.values
    before, after = network_layers(v)
    outputs = [network.forward(layers, [[v["x1"], v["x2"]]])[-1].A.item() for layers in (before, after)]
    assert f"inputs ({said(v['x1'], 1)}, {said(v['x2'], 1)}) give the output {said(outputs[1], 3)}." in words
    first = before[0].W[0, 0]
    if v["change"] == 0:
        assert words.endswith(f"The first weight of x₁ is {said(first, 2)}.")
    else:
        assert f"went from {said(first, 2)} to {said(first + v['change'], 2)}" in words
        assert read(words.split("output by ")[1][:-1]) == pytest.approx(outputs[1] - outputs[0], abs=5e-4)


@pytest.mark.parametrize(
    ("hidden", "spoken", "count"),
    [
        ((4, 3, 0), "4, 3 hidden neurons (tanh)", 3 * 4 + 5 * 3 + 4),
        ((0, 0, 0), "no hidden neurons", 3),
        ((0, 5, 0), "5 hidden neurons (tanh)", 3 * 5 + 6),
        ((1, 0, 6), "1, 6 hidden neurons (tanh)", 3 + 2 * 6 + 7),
        ((6, 6, 6), "6, 6, 6 hidden neurons (tanh)", 3 * 6 + 7 * 6 + 7 * 6 + 7),
    ],
)
def test_choosing_the_layers_changes_the_count_of_parameters(hidden, spoken, count):
    explorer = opened("network")
    words = at(explorer, **dict(zip(("h1", "h2", "h3"), hidden, strict=True)))
    assert f"2 inputs, {spoken} and 1 output has {count} parameters" in words
    assert explorer.formula.endswith(f"= {count}")


@pytest.mark.parametrize(
    ("preset", "spoken"),
    [
        ("No hidden layer", "no hidden neurons"),
        ("One hidden layer", "4 hidden neurons (tanh)"),
        ("Three hidden layers", "6, 5, 4 hidden neurons (tanh)"),
        ("The same, identity", "6, 5, 4 hidden neurons (identity)"),
    ],
)
def test_a_network_has_the_layers_of_its_preset(preset, spoken):
    assert f"2 inputs, {spoken} and 1 output" in at(opened("network"), preset)


@pytest.mark.parametrize(
    ("preset", "straight"), [("The same, identity", True), ("Three hidden layers", False)]
)
def test_a_deep_network_is_a_plane_only_with_the_identity(preset, straight):
    """On a plane the middle of two points has the mean of their outputs."""
    explorer, outputs = opened("network"), []
    for x1, x2 in [(-2, 1), (0, 0), (2, -1)]:
        outputs += numbers_after("give the output", at(explorer, preset, x1=x1, x2=x2))
    assert (outputs[0] + outputs[2] == pytest.approx(2 * outputs[1], abs=2e-3)) == straight


def test_the_lines_show_weights_or_what_flows():
    explorer = opened("network")
    before = explorer.frame()
    assert "lines show the weights:" in explorer.describe()
    assert "lines show the weights times what flows into them:" in at(explorer, flow=True)
    assert explorer.frame() != before


# curve_builder


def curve_layers(v):
    positions, out_weights = ([v[f"{name}{k}"] for k in range(1, 5)] for name in "pv")
    return curves.hinged(positions, out_weights, in_weight=v["w"], bias=v["b"], activation=v["activation"])


X = np.linspace(-3, 3, 241)


def spoken_differences(words):
    return float(re.search(r"target, \w+, is ([\d.]+);", words)[1]), float(
        re.search(r"line has ([\d.]+)\.$", words)[1]
    )


@pytest.mark.parametrize(
    "values",
    [
        {},
        *CURVES.values(),
        {"activation": "tanh", "w": 10, "b": -2, "p1": 3, "v1": -4, "target": "parabola"},
        {"activation": "step", "w": 0.5, "b": 2, "p4": -3, "v4": 4, "target": "step"},
    ],
    ids=["opening", *CURVES, "tanh", "step"],
)
def test_a_built_curve_says_where_it_is_and_how_far_from_the_target(values):
    explorer = opened("curve_builder")
    words, v = at(explorer, **values), explorer.values
    output, goal = network.forward(curve_layers(v), X[:, None])[-1].A[:, 0], curves.TARGETS[v["target"]](X)
    difference, flat = spoken_differences(words)
    assert difference == pytest.approx(np.mean((output - goal) ** 2), abs=5.1e-5)
    assert flat == pytest.approx(np.var(goal), abs=5.1e-5)
    assert f"Four hidden {v['activation']} neurons, each with weight {v['w']:.1f} from x" in words
    assert numbers_after("z = 0 at x =", words) == [v[f"p{k}"] for k in range(1, 5)]
    assert numbers_after("with out-weights", words) == [v[f"v{k}"] for k in range(1, 5)] + [v["b"]]


def test_the_best_flat_line_is_the_best():
    _, flat = spoken_differences(at(opened("curve_builder"), target="sine"))
    assert flat == pytest.approx(
        min(np.mean((np.sin(X) - c) ** 2) for c in np.linspace(-1, 1, 201)), abs=1e-4
    )


@pytest.mark.parametrize(
    ("preset", "most"),
    [("One bump", 0), ("Four hinges for a sine", 0.01), ("Two sigmoids", 0.01), ("A step", 0.01)],
)
def test_a_preset_comes_close_to_its_target(preset, most):
    difference, flat = spoken_differences(at(opened("curve_builder"), preset))
    assert difference <= most < flat / 5


def test_without_a_bend_the_curve_is_straight():
    explorer = opened("curve_builder")
    words = at(explorer, "No bend")
    output = network.forward(curve_layers(explorer.values), X[:, None])[-1].A[:, 0]
    np.testing.assert_allclose(np.diff(output, 2), 0, atol=1e-12)
    assert "the sum is a straight line." in words
    assert "straight line" not in at(explorer, activation="relu")


def test_every_target_can_be_chosen():
    assert list(opened("curve_builder").controls["target"].options) == list(curves.TARGETS)


# xor


def xor_layers(v):
    hidden = Layer([[v["w11"], v["w12"]], [v["w21"], v["w22"]]], [v["b1"], v["b2"]], v["activation"])
    return [hidden, Layer([[v["v1"]], [v["v2"]]], [v["c"]])]


@pytest.mark.parametrize(
    ("preset", "values"),
    [
        (None, {}),
        ("Solved with relu", {}),
        ("Solved with step", {}),
        ("Solved with tanh", {}),
        ("Same weights, identity", {}),
        (None, {"w11": -2, "w21": 1, "b1": 2, "w12": 2, "w22": -2, "b2": -2, "v1": 3, "v2": -3, "c": 2}),
        (None, {"w11": 0, "w21": 0, "w12": 0, "w22": 0, "v1": 0, "v2": 0, "activation": "sigmoid"}),
    ],
)
def test_xor_says_where_the_points_are_and_how_many_are_right(preset, values):
    explorer = opened("xor")
    words = at(explorer, preset, **values)
    hidden, last = network.forward(xor_layers(explorer.values), CORNERS)
    places, outputs = re.search(r"put the points at (.*), and the output is (.*)\. Cut", words).groups()
    np.testing.assert_allclose([read(a) for a in re.findall(NUMBER, places)], hidden.A.ravel(), atol=0.0501)
    np.testing.assert_allclose([read(a) for a in outputs.split(", ")], last.A[:, 0], atol=0.00501)
    right = sum((y_hat > 0.5) == (x1 != x2) for (x1, x2), y_hat in zip(CORNERS, last.A[:, 0], strict=True))
    assert f"Cut at 0.5, {right} of 4 agree" in words
    assert "−0.0" not in places


@pytest.mark.parametrize("preset", ["Solved with relu", "Solved with step", "Solved with tanh"])
def test_a_solution_solves_xor(preset):
    explorer = opened("xor")
    assert "3 of 4 agree" in explorer.describe()
    words = at(explorer, preset)
    assert "4 of 4 agree" in words
    assert f"the two {preset.split()[-1]} neurons" in words


def test_the_same_weights_without_a_bend_do_not_solve_xor():
    explorer = opened("xor")
    at(explorer, "Solved with relu")
    solved = explorer.values
    assert "4 of 4" not in at(explorer, "Same weights, identity")
    assert explorer.values == solved | {"activation": "identity"}


def test_no_line_solves_xor():
    """Whatever the weights in the controls' range, with the identity at most 3 of 4 agree."""
    explorer, rng = opened("xor"), np.random.default_rng(0)
    for _ in range(10):
        values = {name: float(rng.integers(-20, 21)) / 10 for name in explorer.values.keys() - {"activation"}}
        assert "4 of 4" not in at(explorer, **values, activation="identity")


@pytest.mark.parametrize(("v1", "c"), [(1.1, -0.6), (0.9, -0.4), (0.3, 0.2)])
def test_an_output_of_one_half_is_not_above_it(v1, c):
    """In tenths the outputs of 0,1 and 1,0 are 0.5; in binary they may be a rounding error away."""
    words = at(opened("xor"), w11=1, w21=1, b1=0, v1=v1, v2=0, c=c, activation="relu")
    assert "0.50, 0.50" in words
    assert "1 of 4 agree" in words


def test_a_point_on_a_neurons_line_is_on_it_for_the_step():
    words = at(opened("xor"), w11=0.3, w21=-0.1, b1=-0.2, w12=0, w22=0, b2=-1, activation="step")
    assert "points at (0.0, 0.0), (0.0, 0.0), (1.0, 0.0), (1.0, 0.0)," in words


# all four


@pytest.mark.parametrize("name", ["neuron", "network", "curve_builder", "xor"])
@pytest.mark.parametrize("end", ["min", "max"])
def test_every_control_at_its_end_at_once(name, end):
    explorer = opened(name)
    before = explorer.frame()
    ends = {key: getattr(control, end) for key, control in explorer.controls.items() if hasattr(control, end)}
    for activation in network.ACTIVATIONS:
        words = at(explorer, **ends, activation=activation)
        assert not {"nan", "inf", "infty"} & set(re.findall(r"\w+", words + explorer.formula))
        assert explorer.frame() != before
