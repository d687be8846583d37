"""Activations and the forward pass by hand, by loops, by central differences, and against bad input."""

import math

import numpy as np
import pytest

from helpers import data
from helpers.maths import linear, network
from helpers.maths.network import ACTIVATIONS, Layer, forward, random_layers

Z = np.array([-2.0, -0.5, 0.0, 0.5, 2.0])
X = np.array([[1.0, 2], [0, -1]])
HIDDEN = Layer(np.array([[1.0, -1, 0.5], [0.5, 1, -1]]), np.array([0.0, 0, 0.5]), "relu")
OUTPUT = Layer(np.array([[1.0], [-2], [3]]), np.array([0.5]))

FORMULAS = {
    "identity": lambda z: z,
    "step": lambda z: 1.0 if z >= 0 else 0.0,
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": lambda z: (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z)),
    "relu": lambda z: max(0.0, z),
}


def by_loops(layers, example):
    """Return z and a of every layer for one example, with nothing but multiplying and adding."""
    outputs, before = [], list(example)
    for W, b, name in layers:
        z = []
        for k in range(len(b)):
            z.append(b[k])
            for j in range(len(before)):
                z[k] += before[j] * W[j][k]
        before = [FORMULAS[name](each) for each in z]
        outputs.append((z, before))
    return outputs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("identity", [-2, -0.5, 0, 0.5, 2]),
        ("step", [0, 0, 1, 1, 1]),
        ("sigmoid", [0.11920292, 0.37754067, 0.5, 0.62245933, 0.88079708]),
        ("tanh", [-0.96402758, -0.46211716, 0, 0.46211716, 0.96402758]),
        ("relu", [0, 0, 0, 0.5, 2]),
    ],
)
def test_activations_by_hand(name, expected):
    np.testing.assert_allclose(ACTIVATIONS[name](Z), expected, atol=1e-8)
    np.testing.assert_allclose(ACTIVATIONS[name](Z), [FORMULAS[name](z) for z in Z], atol=1e-15)
    assert network.activation(name) is ACTIVATIONS[name]


def test_every_activation_is_tried():
    assert FORMULAS.keys() == ACTIVATIONS.keys()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_derivative_by_central_differences(name):
    g, nudge = ACTIVATIONS[name], 1e-6
    z = np.array([[-3.0, -1.2, -0.3], [0.3, 1.2, 3.0]])  # away from 0, where step and relu have a kink
    np.testing.assert_allclose(
        g.derivative(z), (g(z + nudge) - g(z - nudge)) / (2 * nudge), rtol=1e-7, atol=1e-9
    )


@pytest.mark.parametrize(
    ("name", "slope"), [("identity", 1), ("step", 0), ("sigmoid", 0.25), ("tanh", 1), ("relu", 0)]
)
def test_derivative_at_zero(name, slope):
    assert ACTIVATIONS[name].derivative(np.zeros(2)).tolist() == [slope, slope]


def test_sigmoid_far_out_does_not_overflow():
    far = np.array([-1000.0, 1000, -np.inf, np.inf])
    assert ACTIVATIONS["sigmoid"](far).tolist() == [0, 1, 0, 1]
    assert ACTIVATIONS["sigmoid"].derivative(far).tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations_take_any_shape_and_leave_it_alone(name):
    g, whole, z = ACTIVATIONS[name], [[-1, 0], [2, 3]], Z.copy()
    assert g(whole).shape == (2, 2)
    assert g(whole).dtype == float
    assert g(1).shape == ()
    g(z)[:] = 9
    g.derivative(z)[:] = 9
    np.testing.assert_array_equal(z, Z)


def test_forward_by_hand():
    """Example 1: z is 1 + 1, -1 + 2, 0.5 - 2 + 0.5, the output 2 - 2 * 1 + 0.5.

    Example 2: z is -0.5, -1, 1 + 0.5, the output 3 * 1.5 + 0.5.
    """
    first, second = forward([HIDDEN, OUTPUT], X)
    np.testing.assert_array_equal(first.Z, [[2, 1, -1], [-0.5, -1, 1.5]])
    np.testing.assert_array_equal(first.A, [[2, 1, 0], [0, 0, 1.5]])
    np.testing.assert_array_equal(second.Z, [[0.5], [5]])
    np.testing.assert_array_equal(second.A, [[0.5], [5]])


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("seed", range(3))
def test_forward_by_loops(name, seed):
    layers = random_layers((4, 5, 3, 2), name, seed)
    examples = np.random.default_rng(seed).normal(size=(6, 4))
    outputs = forward(layers, examples)
    assert [(Z.shape, A.shape) for Z, A in outputs] == [((6, h), (6, h)) for h in (5, 3, 2)]
    for i, example in enumerate(examples):
        for (Z, A), (z, a) in zip(outputs, by_loops(layers, example), strict=True):
            np.testing.assert_allclose(Z[i], z, rtol=1e-12, atol=1e-14)
            np.testing.assert_allclose(A[i], a, rtol=1e-12, atol=1e-14)


def test_layers_without_a_bend_are_one_layer():
    layers = random_layers((3, 4, 5, 2), "identity")
    examples = np.random.default_rng(0).normal(size=(7, 3))
    (W1, b1, _), (W2, b2, _), (W3, b3, _) = layers
    expected = examples @ (W1 @ W2 @ W3) + (b1 @ W2 + b2) @ W3 + b3
    np.testing.assert_allclose(forward(layers, examples)[-1].A, expected, rtol=1e-12)


def test_lists_and_whole_numbers_are_taken():
    ((Z, A),) = forward([Layer([[1], [2]], [3], "relu")], [[1, -3], [1, 1]])
    assert Z.tolist() == [[-2], [6]]
    assert A.tolist() == [[0], [6]]


def test_diverged_weights_are_no_error():
    ((_, A),) = forward([Layer(np.array([[1e200]]), np.zeros(1))], [[1e200]])
    assert np.isinf(A).all()
    ((_, A),) = forward([Layer(np.array([[np.inf], [-np.inf]]), np.zeros(1))], [[1, 1]])
    assert np.isnan(A).all()


def test_arguments_are_left_alone():
    layers = [Layer(np.ones((2, 3)), np.ones(3)), Layer(np.ones((3, 1)), np.ones(1), "tanh")]
    examples = X.copy()
    outputs = forward(layers, examples)
    outputs[0].A[:] = 9
    assert (outputs[0].Z != 9).all()
    np.testing.assert_array_equal(examples, X)
    assert all((layer.W == 1).all() and (layer.b == 1).all() for layer in layers)


@pytest.mark.parametrize(
    ("sizes", "count"), [((2, 1), 3), ((2, 3, 1), 13), ((2, 4, 3, 1), 31), ((784, 100, 10), 79510)]
)
def test_count_parameters_by_hand(sizes, count):
    assert network.count_parameters(random_layers(sizes)) == count


def test_no_layers_have_no_parameters():
    assert network.count_parameters([]) == 0


def test_random_layers_have_the_shapes_asked_for():
    layers = random_layers((2, 3, 4, 1), "tanh")
    assert [layer.W.shape for layer in layers] == [(2, 3), (3, 4), (4, 1)]
    assert [layer.b.shape for layer in layers] == [(3,), (4,), (1,)]
    assert [layer.activation for layer in layers] == ["tanh", "tanh", "identity"]
    assert [layer.activation for layer in random_layers((2, 1), "tanh")] == ["identity"]


def test_random_layers_repeat_by_seed():
    def numbers(**seed):
        return np.concatenate([np.append(layer.W, layer.b) for layer in random_layers((2, 5, 1), **seed)])

    np.testing.assert_array_equal(numbers(seed=3), numbers(seed=3))
    np.testing.assert_array_equal(numbers(), numbers(seed=0))
    assert (numbers(seed=3) != numbers(seed=4)).all()


@pytest.mark.parametrize("n", [4, 100])
def test_random_layers_spread(n):
    (layer,) = random_layers((n, 5000))
    assert layer.W.std() * np.sqrt(n) == pytest.approx(1, abs=0.03)
    assert layer.b.std() == pytest.approx(0.5, abs=0.03)
    assert abs(layer.W.mean()) * np.sqrt(n) < 0.03
    assert abs(layer.b.mean()) < 0.03


@pytest.mark.parametrize("name", ["swish", "ReLU", None, ["relu"]])
def test_refuses_an_unknown_activation(name):
    message = r"unknown activation .* the known ones are identity, step, sigmoid, tanh, relu"
    for call in (
        lambda: network.activation(name),
        lambda: forward([HIDDEN._replace(activation=name)], X),
        lambda: random_layers((2, 3, 1), name),
    ):
        with pytest.raises(ValueError, match=message) as caught:
            call()
        assert repr(name) in str(caught.value)


BAD_LAYERS = {
    "first W": ([OUTPUT], r"W1 has shape \(3, 1\) but layer 1 gets 2 inputs, so \(2, h\) is needed"),
    "second W": ([HIDDEN, HIDDEN], r"W2 has shape \(2, 3\) but layer 2 gets 3 inputs, so \(3, h\) is needed"),
    "flat W": ([Layer(np.ones(2), np.ones(1))], r"W1 has shape \(2,\) but layer 1 gets 2 inputs"),
    "short b": (
        [HIDDEN._replace(b=np.ones(2))],
        r"b1 has shape \(2,\) but W1 has 3 columns, so \(3,\) is needed",
    ),
    "b as a row": (
        [HIDDEN, OUTPUT._replace(b=np.ones((1, 1)))],
        r"b2 has shape \(1, 1\) .* \(1,\) is needed",
    ),
    "b as a number": ([HIDDEN, OUTPUT._replace(b=0.5)], r"b2 has shape \(\) but W2 has 1 columns"),
    "no layer": ([], "parameters is empty; at least one Layer is needed"),
}


@pytest.mark.parametrize(("layers", "message"), BAD_LAYERS.values(), ids=BAD_LAYERS)
def test_refuses_layers_that_do_not_fit(layers, message):
    with pytest.raises(ValueError, match=message):
        forward(layers, X)


@pytest.mark.parametrize(
    ("layers", "message"),
    [
        (HIDDEN, "parameters must be a list of Layer, got ndarray at index 0"),
        ([HIDDEN, (OUTPUT.W, OUTPUT.b)], "parameters must be a list of Layer, got tuple at index 1"),
        ([HIDDEN._replace(W=[["a"], ["b"]])], "W1 must be an array of real numbers"),
        ([HIDDEN, OUTPUT._replace(b=[None])], "b2 must be an array of real numbers"),
    ],
)
def test_refuses_what_is_no_layer(layers, message):
    with pytest.raises(TypeError, match=message):
        forward(layers, X)


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        (X[0], r"X has shape \(2,\) but \(m, n\) is needed; X\[:, None\]"),
        (X[None], r"X has shape \(1, 2, 2\) but \(m, n\) is needed"),
        (np.empty((0, 2)), r"X is empty, with shape \(0, 2\)"),
        ([[1, np.nan]], r"X holds nan at index \(0, 1\)"),
        ([[1, 2], [np.inf, 2]], r"X holds inf at index \(1, 0\)"),
    ],
)
def test_refuses_bad_inputs(inputs, message):
    with pytest.raises(ValueError, match=message):
        forward([HIDDEN], inputs)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"sizes": ()}, ValueError, "sizes has 0 entries; the inputs and the outputs are needed"),
        ({"sizes": (2,)}, ValueError, "sizes has 1 entries"),
        ({"sizes": (2, 0, 1)}, ValueError, r"sizes\[1\] must be at least 1, got 0"),
        ({"sizes": (-2, 1)}, ValueError, r"sizes\[0\] must be at least 1, got -2"),
        ({"sizes": (2, 3.0, 1)}, TypeError, r"sizes\[1\] must be a whole number, got 3.0"),
        ({"sizes": (2, True)}, TypeError, r"sizes\[1\] must be a whole number, got True"),
        ({"sizes": (2, 1), "seed": -1}, ValueError, "seed must be at least 0, got -1"),
        ({"sizes": (2, 1), "seed": None}, TypeError, "seed must be a whole number, got None"),
    ],
)
def test_refuses_sizes_and_seeds(arguments, error, message):
    with pytest.raises(error, match=message):
        random_layers(**arguments)


BENT = Layer(np.array([[1.0, -2.0]]), np.array([0.5, 0.0]), "relu")
SUM = Layer(np.array([[3.0], [1.0]]), np.array([-1.0]))


def test_loss_of_a_network_by_hand():
    """At x = 1 the neurons give 1.5 and 0 and the output is 3.5; at x = -1 they give 0 and 2, and it is 1."""
    loss = network.loss([BENT, SUM], [[1.0], [-1.0]], [3.0, 3.0])
    assert loss == pytest.approx((0.5**2 + 2.0**2) / 4)


def test_loss_of_a_line_is_that_of_the_linear_model():
    X, y = data.line()
    layer = Layer(np.array([[1.5]]), np.array([0.5]))
    assert network.loss([layer], X, y) == pytest.approx(linear.loss([0.5, 1.5], linear.add_bias(X), y))


def test_diverged_parameters_have_infinite_loss():
    layer = Layer(np.array([[np.inf]]), np.array([-np.inf]))
    assert network.loss([layer], [[1.0]], [0.0]) == np.inf


def test_contributions_and_the_bias_add_up_to_the_output():
    X = np.linspace(-2, 2, 9)[:, None]
    added = network.contributions([BENT, SUM], X)
    assert added.shape == (9, 2)
    expected = network.forward([BENT, SUM], X)[-1].A[:, 0]
    np.testing.assert_allclose(added.sum(axis=1) + SUM.b, expected)


def test_contributions_to_a_single_layer_are_those_of_its_inputs():
    np.testing.assert_allclose(network.contributions([SUM], [[1.0, 2.0]]), [[3.0, 2.0]])


def test_loss_and_contributions_refuse():
    with pytest.raises(ValueError, match=r"\(1, 2\); one output"):
        network.loss([BENT], [[1.0]], [1.0])
    with pytest.raises(ValueError, match="activation relu"):
        network.contributions([SUM._replace(activation="relu")], [[1.0, 2.0]])
    with pytest.raises(ValueError, match="X has 2 rows but y has 1"):
        network.loss([BENT, SUM], [[1.0], [2.0]], [1.0])
