import numpy as np
import pytest

from helpers.maths import descent, linear, scaling


def test_standardised_columns_have_mean_0_and_deviation_1():
    raw = np.random.default_rng(0).normal([5, -300], [0.1, 40], (50, 2))
    Z, mean, std = scaling.standardise(raw)
    np.testing.assert_allclose(Z.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(Z.std(axis=0), 1)
    np.testing.assert_allclose(Z * std + mean, raw)
    assert descent.curvature(linear.add_bias(Z[:, :1])).condition == pytest.approx(1)


def test_undoing_keeps_the_predictions():
    raw = np.random.default_rng(0).normal([5, -300], [0.1, 40], (50, 2))
    Z, mean, std = scaling.standardise(raw)
    theta = np.array([1.0, -2.0, 3.0])
    back = scaling.undo_standardise(theta, mean, std)
    np.testing.assert_allclose(
        linear.predict(back, linear.add_bias(raw)), linear.predict(theta, linear.add_bias(Z))
    )


def test_standardise_refuses_what_has_no_spread():
    with pytest.raises(ValueError, match=r"column 1 of X is constant.*leave out the column x0 = 1"):
        scaling.standardise([[1.0, 0.1], [2.0, 0.1], [3.0, 0.1]])
    with pytest.raises(ValueError, match="X has shape"):
        scaling.standardise([1.0, 2.0])


@pytest.mark.parametrize(
    ("theta", "std", "words"),
    [
        ([1.0, 2.0], [0.0], "std must hold 1 positive"),
        ([1.0, 2.0], [1.0, 1.0], "std must"),
        ([1.0], [1.0], "theta"),
    ],
)
def test_undo_standardise_refuses(theta, std, words):
    with pytest.raises(ValueError, match=words):
        scaling.undo_standardise(theta, [1.0], std)


def test_arguments_stay_as_they_were():
    raw, theta = np.array([[1.0, 5], [2, 7]]), np.array([1.0, 2, 3])
    scaling.standardise(raw)
    scaling.undo_standardise(theta, [1.0, 2], [2.0, 3])
    assert raw.tolist() == [[1, 5], [2, 7]]
    assert theta.tolist() == [1, 2, 3]
