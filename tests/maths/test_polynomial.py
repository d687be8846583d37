import numpy as np
import pytest

from helpers import data
from helpers.maths import polynomial

X = np.array([[-1.0], [0.0], [2.0]])


def test_powers_by_hand():
    assert polynomial.powers(X, 3).tolist() == [[1, -1, 1, -1], [1, 0, 0, 0], [1, 2, 4, 8]]
    assert polynomial.powers(X, 0).tolist() == [[1], [1], [1]]


def test_losses_agree_with_numpys_own_fit():
    train, test = data.wave(12, 1), data.wave(30, 2)
    losses = polynomial.train_and_test(train, test, range(6))
    for degree, row in enumerate(losses):
        fit = np.polynomial.Polynomial.fit(train[0][:, 0], train[1], degree)
        own = [np.mean((fit(x[:, 0]) - y) ** 2) / 2 for x, y in (train, test)]
        np.testing.assert_allclose(row, own, rtol=1e-9)


def test_the_loss_on_the_data_never_rises_with_the_degree():
    for seed in range(20):
        losses = polynomial.train_and_test(data.wave(10, seed), data.wave(100, seed + 1000), range(10))
        assert (np.diff(losses[:, 0]) <= 1e-12).all()
        assert losses[9, 0] < 1e-12, "ten points, ten parameters"


@pytest.mark.parametrize(
    ("bad", "degree", "words"),
    [(np.ones((3, 2)), 1, "2 columns"), (X, -1, "degree"), (np.ones(3), 1, "shape")],
)
def test_refuses(bad, degree, words):
    with pytest.raises(ValueError, match=words):
        polynomial.powers(bad, degree)
