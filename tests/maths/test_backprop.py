"""Backpropagation by hand, by central differences, by the models it contains; mistakes planted and found."""

import math

import numpy as np
import pytest

from helpers import data
from helpers.maths import backprop, classification, linear, network
from helpers.maths.network import ACTIVATIONS, Layer

LOSSES = ["half_mse", "binary", "softmax"]
SMOOTH = ["identity", "sigmoid", "tanh"]

# 2-2-1 with relu, two examples: Z1 = [[3, -0.5], [1, 1.5]], A1 = [[3, 0], [1, 1.5]], h = [6.5, 1]
RELU = [
    Layer(np.array([[1.0, -1], [2, 1]]), np.array([0, -0.5]), "relu"),
    Layer(np.array([[2.0], [-1]]), np.array([0.5])),
]
X, Y = np.array([[1.0, 1], [-1, 1]]), np.array([[5.5], [3]])


def same(found, expected, **tolerance):
    assert len(found) == len(expected)
    for (dW, db), (expected_dW, expected_db) in zip(found, expected, strict=True):
        np.testing.assert_allclose(dW, expected_dW, **tolerance)
        np.testing.assert_allclose(db, expected_db, **tolerance)


def example(loss, hidden="tanh", m=7, seed=0, sizes=(2, 4, 3)):
    """Return layers, X and Y of a loss; no two sizes are alike."""
    rng = np.random.default_rng(100 + seed)  # not the numbers of the weights again
    outputs = {"half_mse": 2, "binary": 1, "softmax": 3}[loss]
    layers = backprop.random_layers((*sizes, outputs), loss, hidden, seed)
    targets = {
        "half_mse": rng.standard_normal((m, 2)),
        "binary": np.arange(m) % 2,
        "softmax": rng.integers(0, 3, m),
    }
    return layers, rng.standard_normal((m, 2)), targets[loss]


def test_squared_loss_by_hand():
    assert backprop.loss(RELU, X, Y, "half_mse") == 1.25  # errors 1 and -2: (1 + 4) / (2 * 2)
    first, last = backprop.deltas(RELU, X, Y, "half_mse")
    assert last.tolist() == [[1], [-2]]
    assert first.tolist() == [[2, 0], [-4, 2]]  # [[2, -1], [-4, 2]], where the relu is on
    found = backprop.gradients(RELU, X, Y, "half_mse")
    same(found, [([[3, -1], [-1, 1]], [-1, 1]), ([[0.5], [-1.5]], [-0.5])], rtol=1e-15)
    assert found[0].dW is found[0][0]
    assert found[1].db is found[1][1]


def test_binary_loss_by_hand():
    # A1 = sigmoid(ln 3, 0) = (3/4, 1/2), z = 4 (3/4) - 2 (1/2) + b = ln(1/4), h = 1/5, y = 1
    layers = [
        Layer(np.zeros((2, 2)), np.array([math.log(3), 0]), "sigmoid"),
        Layer(np.array([[4.0], [-2]]), np.array([math.log(1 / 4) - 2]), "sigmoid"),
    ]
    x, y = np.array([[2.0, 1]]), np.array([1])
    assert backprop.loss(layers, x, y, "binary") == pytest.approx(math.log(5))
    first, last = backprop.deltas(layers, x, y, "binary")
    np.testing.assert_allclose(last, [[-0.8]])
    np.testing.assert_allclose(first, [[-0.8 * 4 * 3 / 16, -0.8 * -2 / 4]])  # -0.6, 0.4
    expected = [([[-1.2, 0.8], [-0.6, 0.4]], [-0.6, 0.4]), ([[-0.6], [-0.4]], [-0.8])]
    same(backprop.gradients(layers, x, y, "binary"), expected)
    assert backprop.loss(layers, x, [[1]], "binary") == backprop.loss(layers, x, y, "binary")


def test_softmax_by_hand():
    layers = [Layer(np.zeros((2, 3)), np.log([1.0, 2, 5]))]  # P = (1/8, 2/8, 5/8)
    x, y = np.array([[2.0, -1]]), np.array([1])
    assert backprop.loss(layers, x, y, "softmax") == pytest.approx(math.log(4))
    delta = np.array([1, -6, 5]) / 8
    np.testing.assert_allclose(backprop.deltas(layers, x, y, "softmax"), [[delta]])
    same(backprop.gradients(layers, x, y, "softmax"), [([2 * delta, -delta], delta)])


@pytest.mark.parametrize("far", [1000.0, 1e300])
def test_scores_far_out_do_not_overflow(far):
    x, zero = np.array([[1.0]]), np.zeros(3)
    scores = [Layer(np.array([[far, 0, -far]]), zero)]
    assert [backprop.loss(scores, x, [k], "softmax") for k in range(3)] == [0, far, 2 * far]
    assert backprop.gradients(scores, x, [1], "softmax")[0].db.tolist() == [1, -1, 0]
    score = [Layer(np.array([[far]]), zero[:1], "sigmoid")]
    assert backprop.loss(score, x, [0], "binary") == far
    assert backprop.gradients(score, x, [0], "binary")[0].db.tolist() == [1]


def test_a_weight_is_felt_along_every_path():
    """The derivative of the output by an input weight is a sum over paths of products."""
    layers, x, _ = example("half_mse", "tanh", m=1)
    output = network.forward(layers, x)
    w2, w3 = layers[1].W, layers[2].W
    slope1, slope2 = 1 - output[0].A[0] ** 2, 1 - output[1].A[0] ** 2
    y = output[2].A - [[1.0, 0]]  # errors (1, 0): the gradient of the first output
    found = backprop.gradients(layers, x, y, "half_mse")[0].dW
    for j in range(2):
        for k in range(4):
            paths = [x[0, j] * slope1[k] * w2[k, q] * slope2[q] * w3[q, 0] for q in range(3)]
            assert found[j, k] == pytest.approx(sum(paths), rel=1e-12)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("hidden", [*SMOOTH, "relu"])
@pytest.mark.parametrize("loss", LOSSES)
def test_the_gradient_is_what_nudging_says(loss, hidden, seed):
    layers, x, y = example(loss, hidden, seed=seed)
    if hidden == "relu":
        outputs = network.forward(layers, x)[:-1]
        assert min(np.abs(output.Z).min() for output in outputs) > 1e-4  # else a nudge crosses the kink
    found, nudged = backprop.gradients(layers, x, y, loss), backprop.nudged_gradients(layers, x, y, loss)
    assert backprop.relative_error(found, nudged) < 1e-7
    for one, other in zip(found, nudged, strict=True):
        assert [part.shape for part in one] == [part.shape for part in other]
        assert backprop.relative_error(one, other) < 1e-7


@pytest.mark.parametrize("last", [*SMOOTH, "relu"])
def test_half_mse_after_any_last_activation(last):
    layers, x, y = example("half_mse")
    layers[-1] = layers[-1]._replace(activation=last)
    found, nudged = (f(layers, x, y, "half_mse") for f in (backprop.gradients, backprop.nudged_gradients))
    assert backprop.relative_error(found, nudged) < 1e-7


def test_a_step_learns_nothing_before_it():
    layers, x, y = example("softmax", "step")
    first, second, last = backprop.gradients(layers, x, y, "softmax")
    assert not any(part.any() for part in (*first, *second))
    assert last.dW.any()
    same([last], backprop.nudged_gradients(layers, x, y, "softmax")[2:], atol=1e-9)


def test_a_relu_that_is_off_learns_nothing():
    layers, x, y = example("half_mse", "relu", seed=1)
    layers[0].b[2] = -100
    dW, db = backprop.gradients(layers, x, y, "half_mse")[0]
    assert db[2] == 0
    assert not dW[:, 2].any()
    assert dW[:, :2].any()


def test_nudging_by_its_own_formula_and_leaving_all_as_it_was():
    layers, x, y = example("softmax")
    before = [(layer.W.copy(), layer.b.copy()) for layer in layers]
    found = backprop.nudged_gradients(layers, x, y, "softmax", 0.1)
    same([layer[:2] for layer in layers], before, rtol=0)
    losses = []
    for nudge in (0.1, -0.1):
        layers[1].b[2] += nudge
        losses.append(backprop.loss(layers, x, y, "softmax"))
        layers[1].b[2] = before[1][1][2]
    assert found[1].db[2] == pytest.approx((losses[0] - losses[1]) / 0.2, rel=1e-12)


def test_one_layer_is_the_linear_model():
    x, y = data.line(9)
    theta = np.array([0.4, -1.2])
    layer = Layer(theta[1:, None], theta[:1])
    [(dW, db)] = backprop.gradients([layer], x, y, "half_mse")
    np.testing.assert_allclose([*db, *dW[:, 0]], linear.gradient(theta, linear.add_bias(x), y), rtol=1e-13)
    assert backprop.loss([layer], x, y, "half_mse") == pytest.approx(network.loss([layer], x, y), rel=1e-14)


def test_one_layer_is_logistic_regression():
    x, y = data.two_heaps(9)
    theta, ones = np.array([0.3, -0.7, 1.1]), linear.add_bias(x)
    layer = Layer(theta[1:, None], theta[:1], "sigmoid")
    [(dW, db)] = backprop.gradients([layer], x, y, "binary")
    expected = classification.logistic_gradient(theta, ones, y)
    np.testing.assert_allclose([*db, *dW[:, 0]], expected, rtol=1e-13)
    loss = classification.logistic_loss(theta, ones, y)
    assert backprop.loss([layer], x, y, "binary") == pytest.approx(loss, rel=1e-14)


def test_one_layer_is_softmax_regression():
    x, y = data.spirals(10)
    theta, ones = np.random.default_rng(0).standard_normal((3, 3)), linear.add_bias(x)
    layer = Layer(theta[1:], theta[0])
    [(dW, db)] = backprop.gradients([layer], x, y, "softmax")
    expected = classification.softmax_gradient(theta, ones, y)
    np.testing.assert_allclose(np.vstack([db, dW]), expected, rtol=1e-12)
    loss = classification.softmax_loss(theta, ones, y)
    assert backprop.loss([layer], x, y, "softmax") == pytest.approx(loss, rel=1e-14)


def test_the_loss_is_the_mean_of_what_each_example_has():
    for name in LOSSES:
        layers, x, y = example(name)
        each = [backprop.loss(layers, x[i : i + 1], y[i : i + 1], name) for i in range(7)]
        assert backprop.loss(layers, x, y, name) == pytest.approx(np.mean(each))


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("layer", range(3))
def test_a_delta_is_what_a_nudge_of_z_does_to_its_example(loss, layer):
    """A bias that differs between examples is a nudge of their z: one example alone, its bias nudged."""
    layers, x, y = example(loss)
    found = backprop.deltas(layers, x, y, loss)[layer]
    assert found.shape == network.forward(layers, x)[layer].Z.shape
    for i in range(7):
        nudged = backprop.nudged_gradients(layers, x[i : i + 1], y[i : i + 1], loss)[layer].db
        np.testing.assert_allclose(found[i], nudged, atol=1e-8)


# Mistakes, each a whole backward pass with one line wrong


def backward(layers, x, y, *, last=None, back=None, slope=None, dW=None, db=None):
    """Return the gradients of half_mse, with the given lines in place of the right ones."""
    outputs, m = network.forward(layers, x), len(x)
    inputs = [x] + [output.A for output in outputs[:-1]]
    delta = (last or (lambda h, y: h - y))(outputs[-1].A, y)
    found = []
    for k in range(len(layers) - 1, -1, -1):
        found.append(
            (
                (dW or (lambda A, delta: A.T @ delta / m))(inputs[k], delta),
                (db or (lambda delta: delta.sum(axis=0) / m))(delta),
            )
        )
        if k:
            delta = (back or (lambda delta, W: delta @ W.T))(delta, layers[k].W)
            name = layers[k - 1].activation
            delta = delta * (slope or (lambda Z, A, name: ACTIVATIONS[name].derivative(Z)))(
                *outputs[k - 1], name
            )
    return found[::-1]


BUGS = {
    "sign": {"last": lambda h, y: y - h},
    "twice": {"last": lambda h, y: 2 * (h - y)},
    "no m": {"dW": lambda A, delta: A.T @ delta},
    "db without m": {"db": lambda delta: delta.sum(axis=0)},
    "db of one example": {"db": lambda delta: delta[0] / len(delta)},
    "db forgotten": {"db": lambda delta: np.zeros(delta.shape[1])},
    "W not transposed": {"back": lambda delta, W: delta @ (W if W.shape[0] == W.shape[1] else W.T)},
    "no slope": {"slope": lambda Z, A, name: np.ones_like(Z)},
    "slope of A": {"slope": lambda Z, A, name: ACTIVATIONS[name].derivative(A)},
    "slope is g": {"slope": lambda Z, A, name: A},
}


def test_planted_mistakes_are_found():
    layers, x, y = example("half_mse", "tanh", sizes=(2, 4, 4))
    nudged = backprop.nudged_gradients(layers, x, y, "half_mse")
    assert backprop.relative_error(backward(layers, x, y), nudged) < 1e-7
    for name, bug in BUGS.items():
        assert backprop.relative_error(backward(layers, x, y, **bug), nudged) > 1e-2, name


def test_the_layer_with_the_mistake_is_found():
    layers, x, y = example("half_mse")
    nudged = backprop.nudged_gradients(layers, x, y, "half_mse")
    found = backward(
        layers, x, y, slope=lambda Z, A, name: A if Z.shape[1] == 4 else 1 - A**2
    )  # layer 1 alone
    apart = [backprop.relative_error(a, b) > 1e-2 for a, b in zip(found, nudged, strict=True)]
    assert apart == [True, False, False]


def test_relative_error_by_hand():
    assert backprop.relative_error([3.0, 0], [3.0, 4]) == 0.8  # 4 / 5
    assert backprop.relative_error([1.0, 2], [1.0, 2]) == 0
    assert backprop.relative_error([1.0, 2], [0.0, 0]) == 1
    assert backprop.relative_error([1.0, 2], [-1.0, -2]) == 2
    assert backprop.relative_error(np.zeros(3), np.zeros(3)) == 0
    assert backprop.relative_error(np.full(3, 1e-9), np.full(3, 2e-9)) == pytest.approx(0.5)
    assert math.isnan(backprop.relative_error([1.0, np.nan], [1.0, 2]))
    assert math.isnan(backprop.relative_error([1.0, np.inf], [1.0, np.inf]))
    a, b = [(np.array([[3.0]]), np.array([0.0]))], [(np.array([[3.0]]), np.array([4.0]))]
    assert backprop.relative_error(a, b) == 0.8


def test_relative_error_refuses_what_would_broadcast():
    with pytest.raises(ValueError, match=r"a has the shapes \(3,\) but b has \(3, 1\)"):
        backprop.relative_error(np.ones(3), np.ones((3, 1)))
    layers, x, y = example("half_mse")
    found = backprop.gradients(layers, x, y, "half_mse")
    with pytest.raises(ValueError, match="must be equal"):
        backprop.relative_error(found, found[:2])
    with pytest.raises(TypeError, match=r"b\[0\]\[1\] must be an array of real numbers"):
        backprop.relative_error([(np.ones(1), np.ones(1))], [(np.ones(1), np.array(["a"]))])


def test_the_fast_forward_pass_is_that_of_network():
    for name in ACTIVATIONS:
        layers, x, _ = example("softmax", name)
        for fast, slow in zip(backprop._forward(layers, x), network.forward(layers, x), strict=True):
            np.testing.assert_array_equal(fast.Z, slow.Z)
            np.testing.assert_array_equal(fast.A, slow.A)


# Training


def accuracy(layers, x, y):
    A = network.forward(layers, x)[-1].A
    said = A[:, 0] > 0.5 if A.shape[1] == 1 else A.argmax(axis=1)
    return np.mean(said == y)


@pytest.mark.parametrize("batch_size", [None, 20])
@pytest.mark.parametrize("activation", ["relu", "tanh"])
@pytest.mark.parametrize(
    ("make", "sizes", "loss"),
    [(data.moons, (2, 16, 1), "binary"), (data.spirals, (2, 16, 16, 3), "softmax")],
)
def test_what_no_line_parts_is_learnt(make, sizes, loss, activation, batch_size):
    layers = backprop.random_layers(sizes, loss, activation)
    found = backprop.train(
        layers, *make(300), loss=loss, alpha=0.5, steps=1000, batch_size=batch_size, every=100
    )
    assert accuracy(found.layers[0], *make(1000, seed=1)) < 0.9
    assert accuracy(found.layers[-1], *make(1000, seed=1)) > 0.97
    assert found.losses[-1] < 0.1 < found.losses[0]


def test_five_arms_and_half_mse_are_learnt_too():
    layers = backprop.random_layers((2, 32, 32, 5), "softmax")
    found = backprop.train(
        layers, *data.spirals(500, arms=5), loss="softmax", alpha=0.5, steps=1000, batch_size=50, every=1000
    )
    assert accuracy(found.layers[-1], *data.spirals(1000, 1, arms=5)) > 0.95
    x, y = data.moons(300)
    layers = backprop.random_layers((2, 16, 1), "half_mse")
    found = backprop.train(layers, x, y, loss="half_mse", alpha=0.3, steps=2000, batch_size=20, every=2000)
    assert accuracy(found.layers[-1], *data.moons(1000, 1)) > 0.95


def test_a_step_by_hand():
    found = backprop.train(RELU, X, Y, loss="half_mse", alpha=0.5, steps=1, decay=0.1)
    dW = [np.array([[3.0, -1], [-1, 1]]), np.array([[0.5], [-1.5]])]
    db = [np.array([-1.0, 1]), np.array([-0.5])]
    for before, after, slope, each in zip(RELU, found.layers[1], dW, db, strict=True):
        np.testing.assert_allclose(after.W, before.W - 0.5 * (slope + 0.1 * before.W), rtol=1e-15)
        np.testing.assert_allclose(after.b, before.b - 0.5 * each, rtol=1e-15)
        assert after.activation == before.activation


def test_what_is_kept():
    layers, x, y = example("softmax")
    whole_run = backprop.train(layers, x, y, loss="softmax", alpha=0.1, steps=7)
    assert whole_run.steps.tolist() == list(range(8))
    for step in range(8):
        loss = backprop.loss(whole_run.layers[step], x, y, "softmax")
        assert whole_run.losses[step] == loss
    some = backprop.train(layers, x, y, loss="softmax", alpha=0.1, steps=7, every=3)
    assert some.steps.tolist() == [0, 3, 6, 7]
    assert some.losses.tolist() == whole_run.losses[[0, 3, 6, 7]].tolist()
    same([each[:2] for each in some.layers[2]], [each[:2] for each in whole_run.layers[6]], rtol=0)
    assert backprop.train(layers, x, y, loss="softmax", alpha=0.1, steps=0).steps.tolist() == [0]


def test_a_run_can_be_carried_on():
    layers, x, y = example("softmax")
    settings = {"loss": "softmax", "alpha": 0.1}
    at_once = backprop.train(layers, x, y, steps=10, **settings)
    half = backprop.train(layers, x, y, steps=5, **settings)
    rest = backprop.train(half.layers[-1], x, y, steps=5, **settings)
    assert at_once.losses.tolist() == [*half.losses, *rest.losses[1:]]


def test_the_same_seed_gives_the_same_run():
    layers, x, y = example("binary")

    def losses(seed):
        settings = {"alpha": 0.3, "steps": 20, "batch_size": 3, "seed": seed}
        return backprop.train(layers, x, y, loss="binary", **settings).losses.tolist()

    assert losses(4) == losses(4)
    assert losses(4) != losses(5)


def test_a_batch_is_that_of_descent():
    from helpers.maths.descent import batches

    layers, x, y = example("binary")
    rows = next(batches(7, 3, seed=2))
    found = backprop.train(layers, x, y, loss="binary", alpha=1, steps=1, batch_size=3, seed=2)
    expected = backprop.gradients(layers, x[rows], y[rows], "binary")
    same([(a.W - b.W, a.b - b.b) for a, b in zip(layers, found.layers[1], strict=True)], expected, atol=1e-14)


def test_decay_makes_the_weights_small_and_training_leaves_its_arguments_alone():
    layers, x, y = example("softmax")
    before = [(layer.W.copy(), layer.b.copy()) for layer in layers]

    def size(decay):
        run = backprop.train(layers, x, y, loss="softmax", alpha=0.3, steps=300, decay=decay)
        return sum(float(np.sum(layer.W**2)) for layer in run.layers[-1])

    assert size(0.1) < size(0.01) < size(0)
    same([layer[:2] for layer in layers], before, rtol=0)
    kept = backprop.train(layers, x, y, loss="softmax", alpha=0.3, steps=0).layers[0]
    assert kept[0].W is not layers[0].W


@pytest.mark.parametrize("loss", LOSSES)
def test_a_run_that_diverges_is_data(loss):
    layers, x, y = example(loss, "identity")
    found = backprop.train(layers, x, y, loss=loss, alpha=1e200, steps=6)
    assert found.losses[-1] == np.inf
    assert not np.isnan(found.losses).any()
    assert backprop.loss(found.layers[-1], x, y, loss) == np.inf
    assert np.isnan(backprop.gradients(found.layers[-1], x, y, loss)[0].dW).any()


# Cost


def test_multiplications_by_hand():
    layers = network.random_layers((2, 3, 1))
    found = backprop.multiplications(layers, 5)
    assert found.forward == 5 * (2 * 3 + 3 * 1)
    assert found.backward == 5 * (2 * 3 + 3 * 1) + 5 * 3 * 1
    assert found.nudging == 2 * (6 + 3 + 3 + 1) * found.forward


def test_multiplications_are_those_that_are_made(monkeypatch):
    """Count them where they are made: an array that adds up what each @ costs."""
    made = []

    class Counted(np.ndarray):
        def __array_ufunc__(self, ufunc, method, *inputs, **settings):
            if ufunc is np.matmul:
                made.append(inputs[0].shape[0] * inputs[0].shape[1] * inputs[1].shape[1])
            plain = [each.view(np.ndarray) if isinstance(each, Counted) else each for each in inputs]
            found = getattr(ufunc, method)(*plain, **settings)
            return found.view(Counted) if isinstance(found, np.ndarray) else found

    layers, x, y = example("half_mse")
    counted = [Layer(W.view(Counted), b.view(Counted), name) for W, b, name in layers]
    x, y = x.view(Counted), y.view(Counted)
    expected = backprop.multiplications(layers, 7)
    backprop._forward(counted, x)
    assert sum(made) == expected.forward
    made.clear()
    backprop._gradients(counted, x, y, "half_mse")
    assert sum(made) == expected.forward + expected.backward


def test_random_layers_end_as_the_loss_needs():
    assert [layer.activation for layer in backprop.random_layers((2, 3, 1), "binary")] == ["tanh", "sigmoid"]
    assert backprop.random_layers((2, 3, 4), "softmax", "relu", 5)[1].activation == "identity"
    same(
        [layer[:2] for layer in backprop.random_layers((2, 3, 1), "binary", "relu", 5)],
        [layer[:2] for layer in network.random_layers((2, 3, 1), "relu", 5)],
        rtol=0,
    )
    with pytest.raises(ValueError, match="unknown loss 'hinge'"):
        backprop.random_layers((2, 1), "hinge")


# Refusals

FUNCTIONS = [backprop.loss, backprop.deltas, backprop.gradients, backprop.nudged_gradients]


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(
    ("loss", "change", "words"),
    [
        ("half_mse", {"Y": np.ones(7)}, r"Y has shape \(7,\) but \(7, 2\) is needed: rows as X"),
        ("half_mse", {"Y": np.ones((7, 1))}, r"Y has shape \(7, 1\) but \(7, 2\) is needed"),
        ("half_mse", {"Y": np.ones((6, 2))}, r"Y has shape \(6, 2\) but \(7, 2\)"),
        ("half_mse", {"Y": np.ones((2, 7))}, r"Y has shape \(2, 7\) but \(7, 2\)"),
        ("half_mse", {"X": np.ones((7, 3))}, r"W1 has shape \(2, 4\) but layer 1 gets 3 inputs"),
        ("half_mse", {"X": np.ones(7)}, r"X has shape \(7,\)"),
        ("half_mse", {"Y": np.full((7, 2), np.nan)}, "Y holds nan"),
        ("half_mse", {"loss": "mse"}, "unknown loss 'mse'; the known ones are half_mse, binary, softmax"),
        ("half_mse", {"loss": ["half_mse"]}, "unknown loss"),
        ("half_mse", {"layers": []}, "at least one Layer"),
        ("half_mse", {"loss": "binary"}, "activation identity; the loss binary needs sigmoid"),
        ("binary", {"loss": "softmax"}, "activation sigmoid; the loss softmax needs identity"),
        ("binary", {"Y": np.ones(6)}, r"Y has shape \(6,\) but \(7, 1\) or \(7,\) is needed"),
        ("binary", {"Y": np.ones((1, 7))}, r"Y has shape \(1, 7\)"),
        ("binary", {"Y": np.arange(7)}, "Y holds 2; each entry must be a whole number from 0 to 1"),
        ("softmax", {"Y": np.eye(3)[[0, 1, 2, 0, 1, 2, 0]]}, r"Y.argmax\(axis=1\) gives it"),
        ("softmax", {"Y": np.zeros((7, 1))}, r"Y has shape \(7, 1\) but \(m,\) is needed"),
        ("softmax", {"Y": np.zeros(6)}, "X has 7 rows but Y has 6 entries"),
        ("softmax", {"Y": np.arange(7)}, "Y holds 3; each entry must be a whole number from 0 to 2"),
        ("softmax", {"Y": np.full(7, -1)}, "Y holds -1"),
        ("softmax", {"Y": np.full(7, 0.5)}, r"Y holds 0\.5"),
    ],
)
def test_what_does_not_fit_is_refused(function, loss, change, words):
    layers, x, y = example(loss)
    arguments = {"layers": layers, "X": x, "Y": y, "loss": loss, **change}
    with pytest.raises(ValueError, match=words):
        function(**arguments)
    with pytest.raises(ValueError, match=words):
        backprop.train(**arguments, alpha=0.1, steps=0)


def test_a_last_layer_with_other_outputs_is_refused():
    layers = network.random_layers((2, 2))
    with pytest.raises(ValueError, match="the loss binary needs one output, but the last layer has 2"):
        backprop.loss([layers[0]._replace(activation="sigmoid")], X, [0, 1], "binary")
    with pytest.raises(ValueError, match=r"the loss softmax needs two outputs .* the last layer has 1"):
        backprop.loss(network.random_layers((2, 1)), X, [0, 0], "softmax")


def test_layers_that_do_not_fit_each_other_are_refused():
    layers, x, y = example("half_mse")
    with pytest.raises(ValueError, match=r"W2 has shape \(3, 2\) but layer 2 gets 4 inputs"):
        backprop.gradients([layers[0], layers[2]], x, y, "half_mse")
    with pytest.raises(TypeError, match="list of Layer"):
        backprop.gradients([tuple(layers[0])], x, y, "half_mse")


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"alpha": 0}, ValueError, "alpha"),
        ({"alpha": "1"}, TypeError, "alpha"),
        ({"steps": -1}, ValueError, "steps"),
        ({"steps": 1.5}, TypeError, "steps"),
        ({"batch_size": 8}, ValueError, "batch_size must be at most 7"),
        ({"batch_size": 0}, ValueError, "batch_size"),
        ({"batch_size": 3, "seed": -1}, ValueError, "seed"),
        ({"decay": -0.1}, ValueError, "decay must be zero or a positive"),
        ({"decay": True}, TypeError, "decay"),
        ({"decay": np.nan}, ValueError, "decay"),
        ({"every": 0}, ValueError, "every"),
    ],
)
def test_settings_out_of_range_are_refused(change, error, words):
    layers, x, y = example("softmax")
    with pytest.raises(error, match=words):
        backprop.train(layers, x, y, **{"loss": "softmax", "alpha": 0.1, "steps": 0, **change})


def test_other_numbers_out_of_range_are_refused():
    layers, x, y = example("softmax")
    with pytest.raises(ValueError, match="epsilon"):
        backprop.nudged_gradients(layers, x, y, "softmax", 0)
    with pytest.raises(ValueError, match="m must be at least 1"):
        backprop.multiplications(layers, 0)
    with pytest.raises(ValueError, match="layers is empty"):
        backprop.multiplications([], 1)
