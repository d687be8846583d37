import numpy as np
import pytest
from scipy.special import softmax

from helpers.maths import attention

RNG = np.random.default_rng(3)
Q, K, V = RNG.standard_normal((5, 4)), RNG.standard_normal((5, 4)), RNG.standard_normal((5, 3))


def test_scores_are_products_over_the_root():
    assert attention.scores(Q, K)[1, 3] == pytest.approx(sum(Q[1] * K[3]) / 2)


def test_each_row_is_a_softmax_of_those_not_later():
    A = attention.shares(Q, K)
    for place in range(5):
        expected = softmax(Q[place] @ K[: place + 1].T / 2)
        assert A[place] == pytest.approx([*expected, *[0] * (4 - place)])
    assert attention.shares(Q, K, causal=False) == pytest.approx(softmax(Q @ K.T / 2, axis=1))


def test_large_scores_do_not_overflow():
    A = attention.shares(1000 * Q, 1000 * K)
    assert np.isfinite(A).all()
    assert A.sum(axis=1) == pytest.approx(np.ones(5))


def test_what_comes_later_changes_nothing():
    before = attention.mixed(Q, K, V)
    changed = [np.vstack([each[:4], 9 * each[4:]]) for each in (Q, K, V)]
    assert attention.mixed(*changed)[:4] == pytest.approx(before[:4])
    assert attention.mixed(Q, K, V, causal=False)[0] != pytest.approx(before[0])


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="queries have 4 numbers but keys 3"):
        attention.scores(Q, K[:, :3])
    with pytest.raises(ValueError, match="5 keys but 4 values"):
        attention.mixed(Q, K, V[:4])


def test_waves_are_sines_and_cosines_of_longer_and_longer_waves():
    W = attention.waves(50, 6)
    assert W.shape == (50, 6)
    assert W[7, 0] == pytest.approx(np.sin(7))
    assert W[7, 3] == pytest.approx(np.cos(7 / 10000 ** (1 / 3)))
    assert len({tuple(row) for row in W.round(9)}) == 50
