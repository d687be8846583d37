import numpy as np
import pytest
from scipy import stats

from helpers.maths import backprop, linear, network, saliency

RNG = np.random.default_rng(3)
X = RNG.normal(size=(4, 6))
IMAGE = RNG.random((7, 9))
WEIGHTS = RNG.normal(size=IMAGE.shape)


def layers(activation="tanh", seed=1):
    return backprop.random_layers((6, 5, 4, 3), "softmax", activation, seed=seed)


def score(k, activation="tanh"):
    return lambda x: network.forward(layers(activation), np.atleast_2d(x))[-1].Z[:, k]


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
@pytest.mark.parametrize("k", [0, 2])
def test_the_score_gradient_is_what_nudging_gives(activation, k):
    found = saliency.score_gradient(layers(activation), X, k)
    for j in range(6):
        nudge = 1e-6 * np.eye(6)[j]
        by_nudging = (score(k, activation)(X + nudge) - score(k, activation)(X - nudge)) / 2e-6
        assert found[:, j] == pytest.approx(by_nudging, abs=1e-7)


def test_a_class_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="k must"):
        saliency.score_gradient(layers(), X, 3)


def linear_score(images):
    return (images * WEIGHTS).sum(axis=(1, 2))


@pytest.mark.parametrize(("size", "stride", "fill"), [(1, 1, 0.0), (3, 1, 0.5), (2, 3, 1.0), (7, 2, 0.0)])
def test_occlusion_of_a_weighted_sum_is_the_sum_under_the_patch(size, stride, fill):
    found = saliency.occlusion(linear_score, IMAGE, size, stride, fill)
    rows, columns = range(0, 7 - size + 1, stride), range(0, 9 - size + 1, stride)
    expected = [
        [np.sum((WEIGHTS * (IMAGE - fill))[r : r + size, c : c + size]) for c in columns] for r in rows
    ]
    assert found == pytest.approx(np.array(expected))


def test_covering_leaves_the_image_as_it_was():
    before = IMAGE.copy()
    saliency.covered(IMAGE, 3, 1, 9.0)
    assert np.array_equal(before, IMAGE)


@pytest.mark.parametrize(("size", "stride"), [(0, 1), (8, 1), (2, 0), (2.5, 1)])
def test_patches_that_do_not_fit_are_refused(size, stride):
    with pytest.raises((ValueError, TypeError), match=r"size|stride"):
        saliency.covered(IMAGE, size, stride)


def test_a_pixel_gets_the_mean_of_the_patches_over_it_and_0_without_any():
    drops = np.array([[1.0, 3.0]])
    found = saliency.spread(drops, 2, 1, (3, 4))
    assert found.tolist() == [[1, 2, 3, 0], [1, 2, 3, 0], [0, 0, 0, 0]]


@pytest.mark.parametrize("seed", range(5))
def test_rank_correlation_is_scipys_with_equal_entries_too(seed):
    a, b = np.random.default_rng(seed).integers(0, 6, (2, 40))
    assert saliency.rank_correlation(a, b) == pytest.approx(stats.spearmanr(a, b).statistic)


def test_rank_correlation_refuses_what_has_no_order():
    with pytest.raises(ValueError, match="no order"):
        saliency.rank_correlation([1, 1, 1], [1, 2, 3])
    with pytest.raises(ValueError, match="3 entries but b has 2"):
        saliency.rank_correlation([1, 2, 3], [1, 2])


def test_a_climb_goes_up_by_steps_of_its_length_within_0_and_1():
    def gradient(x):
        return saliency.score_gradient(layers(), x[None], 1)[0]

    found = list(saliency.favourite(gradient, np.full(6, 0.5), 8, 0.1))
    assert len(found) == 9
    assert np.linalg.norm(found[1] - found[0]) == pytest.approx(0.1)
    assert score(1)(found[-1]) > score(1)(found[0])
    assert np.min(found) >= 0
    assert np.max(found) <= 1


def test_blurring_keeps_what_is_even_and_spreads_a_point():
    point = np.zeros((5, 5))
    point[2, 2] = 1
    found = saliency.blurred(point, 0.4)
    assert found[2, 2] == pytest.approx(0.6)
    assert found[1, 2] == pytest.approx(0.1)
    assert saliency.blurred(np.ones((5, 5)), 0.4)[2, 2] == pytest.approx(1)
    with pytest.raises(ValueError, match="between 0 and 1"):
        saliency.blurred(point, 1.5)


def test_the_smallest_change_ends_at_score_0_along_the_weights():
    w, x, b = np.array([0.3, -1.2, 2.0]), np.array([1.0, 2.0, -0.5]), 0.7
    found = saliency.smallest_change(w, b, x)
    assert w @ found + b == pytest.approx(0)
    assert np.linalg.matrix_rank(np.stack([found - x, w]), tol=1e-9) == 1
    with pytest.raises(ValueError, match="0 everywhere"):
        saliency.smallest_change(np.zeros(3), b, x)


@pytest.mark.parametrize("k", [0, 1, 2])
def test_a_counterfactual_is_called_what_was_asked_for(k):
    start = np.random.default_rng(k).random(6)
    found = saliency.counterfactual(layers(), start, k)
    scores = network.forward(layers(), found.x[None])[-1].Z[0]
    assert found.there == (scores.argmax() == k)
    assert found.x.min() >= 0
    assert found.x.max() <= 1


def test_what_is_called_so_already_stays():
    start = np.full(6, 0.3)
    k = network.forward(layers(), start[None])[-1].Z[0].argmax()
    found = saliency.counterfactual(layers(), start, int(k))
    assert (found.steps, found.there) == (0, True)
    assert np.array_equal(found.x, start)


def test_without_slopes_there_is_no_way_to_another_class():
    flat = [network.Layer(np.zeros((6, 3)), np.array([1.0, 0.0, 0.0]))]
    found = saliency.counterfactual(flat, np.full(6, 0.3), 2)
    assert not found.there
    assert np.array_equal(found.x, np.full(6, 0.3))


def test_importance_is_the_rise_for_each_column_alone():
    A, y = RNG.normal(size=(30, 3)), RNG.normal(size=30)
    mixed = np.random.default_rng(0).permuted(A, axis=0)
    theta = np.array([1.0, -2.0, 0.0])
    found = saliency.permutation_importance(lambda B: linear.loss(theta, B, y), A, mixed)
    for j in range(3):
        other = A.copy()
        other[:, j] = mixed[:, j]
        assert found[j] == pytest.approx(linear.loss(theta, other, y) - linear.loss(theta, A, y))
    assert found[2] == 0
    with pytest.raises(ValueError, match="must agree"):
        saliency.permutation_importance(lambda B: 0.0, A, mixed[:, :2])
