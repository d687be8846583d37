from itertools import islice

import numpy as np
import pytest

from helpers import data
from helpers.maths import backprop, linear, polynomial, regularisation
from helpers.maths.descent import batches

RNG = np.random.default_rng(0)
X = linear.add_bias(RNG.standard_normal((7, 2)))
Y, THETA = RNG.standard_normal(7), RNG.standard_normal(3)


def test_ridge_loss_leaves_the_intercept_out():
    more = regularisation.ridge_loss(THETA, X, Y, 0.6) - linear.loss(THETA, X, Y)
    assert more == pytest.approx(0.3 * (THETA[1] ** 2 + THETA[2] ** 2))


def test_ridge_gradient_is_what_nudging_says():
    nudged = [
        (regularisation.ridge_loss(THETA + e, X, Y, 0.6) - regularisation.ridge_loss(THETA - e, X, Y, 0.6))
        / 2e-6
        for e in 1e-6 * np.eye(3)
    ]
    assert regularisation.ridge_gradient(THETA, X, Y, 0.6) == pytest.approx(nudged, abs=1e-8)


def test_at_the_ridge_parameters_the_gradient_is_0_and_they_are_those_of_the_closed_form():
    theta = regularisation.ridge(X, Y, 0.6)
    assert regularisation.ridge_gradient(theta, X, Y, 0.6) == pytest.approx(0, abs=1e-12)
    penalty = 0.6 * np.diag([0.0, 1, 1])
    assert theta == pytest.approx(np.linalg.solve(X.T @ X / 7 + penalty, X.T @ Y / 7))


def test_without_decay_ridge_is_least_squares():
    assert regularisation.ridge(X, Y, 0) == pytest.approx(linear.least_squares(X, Y))


def test_decay_cures_a_polynomial_that_goes_through_every_point():
    train, new = data.wave(10, 2, 0.3), data.wave(100, 1002, 0.3)
    losses = [
        linear.loss(
            regularisation.ridge(polynomial.powers(train[0], 9), train[1], lambda_),
            polynomial.powers(new[0], 9),
            new[1],
        )
        for lambda_ in (0, 0.001)
    ]
    assert losses == [pytest.approx(0.424, abs=5e-4), pytest.approx(0.044, abs=5e-4)]


@pytest.mark.parametrize(("m", "k"), [(20, 5), (7, 3)])
def test_each_row_is_in_one_fold_and_folds_are_about_equal(m, k):
    folds = regularisation.folds(m, k, seed=1)
    assert sorted(np.concatenate(folds)) == list(range(m))
    sizes = [len(fold) for fold in folds]
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize(
    ("losses", "patience", "stop"),
    [
        ([0.9, 0.6, 0.5, 0.6, 0.4], 2, (4, 4)),
        ([0.9, 0.6, 0.5, 0.6, 0.4], 1, (3, 2)),
        ([1.0, 2, 3, 4], 2, (2, 0)),
        ([1.0, 1, 1], 5, (2, 0)),
    ],
)
def test_it_stops_when_patience_is_over_and_keeps_the_best_until_then(losses, patience, stop):
    assert regularisation.early_stop(losses, patience) == stop


def test_dropout_switches_off_below_p_and_keeps_the_mean():
    A, U = np.array([[1.0, 2, 3]]), np.array([[0.1, 0.5, 0.9]])
    assert regularisation.dropout(A, U, 0.5).tolist() == [[0, 4, 6]]
    U = np.random.default_rng(0).random((200, 300))
    assert regularisation.dropout(np.ones((200, 300)), U, 0.3).mean() == pytest.approx(1, abs=0.01)


def network_and_data():
    digits = data.digits()
    layers = backprop.random_layers((64, 12, 10), "softmax", "relu", seed=0)
    return layers, digits.X[:50], digits.y[:50]


def test_learning_without_more_is_the_descent_of_backprop():
    layers, inputs, y = network_and_data()
    steps = 2 * 4  # 50 images in batches of 16 are four a pass
    settings = {"alpha": 0.1, "batch_size": 16, "seed": 3, "decay": 0.02}
    plain = backprop.train(layers, inputs, y, loss="softmax", steps=steps, **settings).layers[-1]
    for ours, theirs in zip(
        next(islice(regularisation.learning(layers, inputs, y, **settings), 2, None)), plain, strict=True
    ):
        assert np.abs(ours.W - theirs.W).max() < 1e-12
        assert np.abs(ours.b - theirs.b).max() < 1e-12


def test_a_step_with_dropout_goes_along_the_slope_of_the_network_that_is_left():
    """With all of a neuron's outputs off or twice as large, nudging that thinner network says the same."""
    layers, inputs, y = network_and_data()
    one = inputs[:1], y[:1]
    before, after = islice(
        regularisation.learning(layers, *one, alpha=1.0, batch_size=1, seed=5, dropped=0.5), 2
    )
    on = (before[0].W != after[0].W).any(axis=0) | (before[1].W != after[1].W).any(axis=1)
    thin = [layers[0], layers[1]._replace(W=layers[1].W * 2 * on[:, None])]
    slope, taken = backprop.gradients(thin, *one, "softmax"), before[1].W - after[1].W
    assert 0 < on.sum() < len(on)
    assert np.abs(before[0].W - after[0].W - slope[0].dW).max() < 1e-12
    assert taken == pytest.approx(2 * slope[1].dW * on[:, None], abs=1e-12)


def test_what_augment_returns_is_learnt_from_and_batches_stay_the_same():
    layers, inputs, y = network_and_data()
    seen = []

    def augment(given, rng):
        seen.append(given)
        return np.zeros_like(given)

    after = next(islice(regularisation.learning(layers, inputs, y, alpha=0.1, augment=augment), 1, None))
    assert (after[0].W == layers[0].W).all()  # inputs of 0 have no slope
    rows = batches(50, 32, 0)
    assert all((inputs[next(rows)] == given).all() for given in seen)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: regularisation.ridge(X, Y, -1), "lambda_"),
        (lambda: regularisation.folds(3, 4), "m must"),
        (lambda: regularisation.early_stop([], 2), "losses is empty"),
        (lambda: regularisation.early_stop([1.0], 0), "patience"),
        (lambda: regularisation.dropout(np.ones((2, 2)), np.ones((2, 3)), 0.5), "they must be equal"),
        (lambda: regularisation.dropout(np.ones((2, 2)), np.ones((2, 2)), 1), "below 1"),
    ],
)
def test_what_does_not_fit_is_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()
