"""Classes from scores: by hand, by nudging, by TensorFlow's own losses, and what is refused."""

import numpy as np
import pytest

from helpers import data
from helpers.maths import classification, descent, linear

Z = np.array([-3.0, -0.5, 0, 0.5, 3])


def test_sigmoid_by_hand():
    np.testing.assert_allclose(classification.sigmoid(Z), 1 / (1 + np.exp(-Z)), rtol=1e-14)
    assert classification.sigmoid(-1000.0) == 0
    assert classification.sigmoid(1000.0) == 1


@pytest.mark.parametrize("y", [0.0, 1.0])
def test_both_losses_by_hand_and_their_slopes_by_nudging(y):
    y = np.full(5, y)
    found = classification.binary_losses(Z, y)
    h = 1 / (1 + np.exp(-Z))
    np.testing.assert_allclose(found.squared, (h - y) ** 2 / 2)
    np.testing.assert_allclose(found.cross, -np.log(np.where(y == 1, h, 1 - h)), rtol=1e-12)
    low, high = (classification.binary_losses(Z + nudge, y) for nudge in (-1e-6, 1e-6))
    np.testing.assert_allclose(found.squared_slope, (high.squared - low.squared) / 2e-6, atol=1e-8)
    np.testing.assert_allclose(found.cross_slope, (high.cross - low.cross) / 2e-6, atol=1e-8)


def test_the_surprise_of_a_sure_mistake_is_not_infinite():
    assert classification.binary_losses(-1000.0, 1.0).cross == pytest.approx(1000)
    assert classification.binary_losses(1000.0, 0.0).cross == pytest.approx(1000)


def heaps():
    X, y = data.two_heaps(30, seed=1, distance=1)
    return linear.add_bias(X), y


def test_the_logistic_gradient_is_what_nudging_says():
    X, y = heaps()
    theta = np.array([0.3, -0.7, 1.1])
    nudged = [
        descent.nudged_slope(lambda t: classification.logistic_loss(t, X, y), theta, j, 1e-5)
        for j in range(3)
    ]
    np.testing.assert_allclose(classification.logistic_gradient(theta, X, y), nudged, rtol=1e-7)


def test_a_logistic_descent_ends_where_the_gradient_is_0():
    X, y = heaps()
    run = classification.logistic_descent(X, y, alpha=1, steps=2000)
    assert run.losses[0] == pytest.approx(np.log(2))
    assert (np.diff(run.losses) <= 1e-12).all()
    np.testing.assert_allclose(classification.logistic_gradient(run.thetas[-1], X, y), 0, atol=1e-6)


def test_two_classes_of_softmax_are_the_sigmoid():
    both = classification.softmax(np.column_stack([np.zeros(5), Z]))
    np.testing.assert_allclose(both[:, 1], classification.sigmoid(Z), rtol=1e-13)
    np.testing.assert_allclose(both.sum(axis=1), 1)


def test_softmax_by_hand_and_with_a_temperature():
    scores = np.log([1.0, 2, 5])
    np.testing.assert_allclose(classification.softmax(scores), [1 / 8, 2 / 8, 5 / 8])
    np.testing.assert_allclose(classification.softmax(scores, 0.5), np.array([1, 4, 25]) / 30)
    np.testing.assert_allclose(classification.softmax(scores + 1000), [1 / 8, 2 / 8, 5 / 8])
    np.testing.assert_allclose(classification.softmax(scores, 1e6), 1 / 3, rtol=1e-5)


def test_one_hot_by_hand():
    assert classification.one_hot([2, 0], 3).tolist() == [[0, 0, 1], [1, 0, 0]]


def three_classes():
    rng = np.random.default_rng(0)
    X = linear.add_bias(rng.standard_normal((20, 2)))
    return X, rng.integers(0, 3, 20), rng.standard_normal((3, 3))


def test_class_losses_are_the_surprise_at_the_true_class():
    X, labels, theta = three_classes()
    P = classification.softmax(X @ theta)
    expected = -np.log(P[np.arange(20), labels])
    np.testing.assert_allclose(classification.class_losses(X @ theta, labels), expected, rtol=1e-12)
    assert classification.softmax_loss(theta, X, labels) == pytest.approx(expected.mean())
    assert classification.class_losses([[0.0, 2000]], [0])[0] == pytest.approx(2000)


def test_the_softmax_gradient_is_what_nudging_says():
    X, labels, theta = three_classes()
    found = classification.softmax_gradient(theta, X, labels)

    def loss(flat):
        return classification.softmax_loss(flat.reshape(3, 3), X, labels)

    nudged = [descent.nudged_slope(loss, theta.ravel(), j, 1e-5) for j in range(9)]
    np.testing.assert_allclose(found.ravel(), nudged, rtol=1e-6, atol=1e-10)


def test_losses_and_gradients_are_those_of_tensorflow():
    tf = pytest.importorskip("tensorflow")
    X, labels, theta = three_classes()
    variable = tf.Variable(theta)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(
            tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=tf.constant(X) @ variable)
        )
    assert classification.softmax_loss(theta, X, labels) == pytest.approx(float(loss), rel=1e-12)
    expected = tape.gradient(loss, variable).numpy()
    np.testing.assert_allclose(classification.softmax_gradient(theta, X, labels), expected, rtol=1e-10)
    y = (labels == 1).astype(float)
    column = tf.Variable(theta[:, 0])
    with tf.GradientTape() as tape:
        scores = tf.linalg.matvec(tf.constant(X), column)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=scores))
    assert classification.logistic_loss(theta[:, 0], X, y) == pytest.approx(float(loss), rel=1e-12)
    expected = tape.gradient(loss, column).numpy()
    np.testing.assert_allclose(classification.logistic_gradient(theta[:, 0], X, y), expected, rtol=1e-10)


def test_a_softmax_descent_starts_at_log_k_and_falls():
    X, labels, _ = three_classes()
    run = classification.softmax_descent(X, labels, 3, alpha=0.5, steps=50)
    assert run.thetas.shape == (51, 3, 3)
    assert run.losses[0] == pytest.approx(np.log(3))
    assert (np.diff(run.losses) < 0).all()


def test_confusion_by_hand():
    table = classification.confusion([0, 0, 1, 2, 2, 2], [0, 1, 1, 2, 2, 0], 3)
    assert table.tolist() == [[1, 1, 0], [0, 1, 0], [1, 0, 2]]


def test_counts_by_hand():
    found = classification.counts([1, 1, 1, 0, 0, 0, 0, 0], [1, 1, 0, 1, 0, 0, 0, 0])
    assert found == (2, 1, 1, 4)
    assert (found.precision, found.recall, found.accuracy) == (2 / 3, 2 / 3, 6 / 8)


def test_without_any_flag_there_is_no_precision():
    found = classification.counts([1, 0, 0], [0, 0, 0])
    assert np.isnan(found.precision)
    assert found.recall == 0


def test_calibration_by_hand():
    found = classification.calibration([0.1, 0.3, 0.9, 1.0], [0, 1, 1, 1], bins=2)
    np.testing.assert_allclose(found.promised, [0.2, 0.95])
    np.testing.assert_allclose(found.came, [0.5, 1])
    assert found.count.tolist() == [2, 2]
    assert np.isnan(classification.calibration([0.1], [0], bins=2).came[1])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: classification.binary_losses(Z, Z[:, None]), r"shape \(5, 1\)"),
        (lambda: classification.binary_losses([1.0], [2.0]), "holds 2"),
        (lambda: classification.logistic_loss([0, 0], [[1.0, 2]], [3]), "holds 3"),
        (lambda: classification.softmax(np.zeros((2, 2, 2))), r"\(m, k\)"),
        (lambda: classification.softmax([1.0, 2], 0), "temperature"),
        (lambda: classification.one_hot([0, 3], 3), "0 to 2"),
        (lambda: classification.one_hot([0.5], 3), "holds 0.5"),
        (lambda: classification.class_losses(np.zeros((2, 3)), [0]), "2 rows"),
        (lambda: classification.softmax_loss(np.zeros((2, 3)), np.ones((4, 3)), [0] * 4), r"\(3, k\)"),
        (lambda: classification.confusion([0, 1], [0], 2), "2 entries"),
        (lambda: classification.counts([0, 1], [0]), "2 entries"),
        (lambda: classification.counts([0, 1], [0, 7]), "flagged holds 7"),
        (lambda: classification.calibration([0.1, 1.2], [0, 1]), "1.2"),
        (lambda: classification.calibration([0.1], [0, 1]), "1 entries"),
    ],
)
def test_refuses(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_the_nearest_row_is_found():
    rng = np.random.default_rng(3)
    X, X_new = rng.normal(size=(30, 4)), rng.normal(size=(7, 4))
    by_hand = [int(np.argmin([np.sum((row - new) ** 2) for row in X])) for new in X_new]
    assert classification.nearest(X, X_new).tolist() == by_hand
