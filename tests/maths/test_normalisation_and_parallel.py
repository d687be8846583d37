import numpy as np
import pytest

from helpers.maths import backprop, normalisation, parallel

Z = np.array([[1.0, 10], [3, 30], [5, 20]])


def norm(**settings):
    given = {"gamma": [1, 1], "beta": [0, 0], "mean": [0, 0], "variance": [1, 1]} | settings
    return normalisation.batch_norm(Z, **given)


def test_in_training_each_feature_gets_mean_0_and_variance_1():
    A = norm(training=True, epsilon=1e-12).A
    assert A.mean(axis=0) == pytest.approx([0, 0], abs=1e-12)
    assert A.var(axis=0) == pytest.approx([1, 1])


def test_scale_and_shift_come_after_it():
    A = norm(training=True, epsilon=1e-12, gamma=[2, 3], beta=[5, -1]).A
    assert A.mean(axis=0) == pytest.approx([5, -1])
    assert A.std(axis=0) == pytest.approx([2, 3])


def test_the_running_numbers_follow_the_batches_in_training_alone():
    after = norm(training=True, momentum=0.9)
    assert after.mean == pytest.approx([0.3, 2])
    assert after.variance == pytest.approx([0.9 + 0.1 * 8 / 3, 0.9 + 0.1 * 200 / 3])
    still = norm(training=False, mean=[3, 20], variance=[4, 100], epsilon=1e-12)
    assert pytest.approx(np.array([[-1, -1], [0, 1], [1, 0]])) == still.A
    assert still.mean.tolist() == [3, 20]


@pytest.mark.parametrize(
    ("settings", "message"),
    [({"gamma": [1, 1, 1]}, "shape"), ({"momentum": 2}, "momentum"), ({"epsilon": 0}, "epsilon")],
)
def test_what_does_not_fit_is_refused(settings, message):
    with pytest.raises(ValueError, match=message):
        norm(training=True, **settings)


def test_shards_hold_every_example_once_and_are_as_equal_as_can_be():
    parts = parallel.shards(10, 4)
    assert [part.stop - part.start for part in parts] == [3, 3, 2, 2]
    assert [row for part in parts for row in range(part.start, part.stop)] == [*range(10)]


def test_shards_together_give_the_gradient_of_the_whole_and_the_plain_mean_does_not():
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((64, 3)), rng.integers(0, 2, 64)
    layers = backprop.random_layers((3, 5, 1), "binary", "tanh", seed=0)

    def gradient(rows):
        return backprop.gradients(layers, X[rows], y[rows], "binary")[0].dW

    whole, parts = gradient(slice(None)), [gradient(slice(0, 48)), gradient(slice(48, 64))]
    assert parallel.combined(parts, [48, 16]) == pytest.approx(whole, abs=1e-15)
    assert np.abs(np.mean(parts, axis=0) - whole).max() > 1e-3


def test_a_ring_sends_nearly_all_parameters_twice():
    assert parallel.ring_bytes(1000, 1) == 0
    assert parallel.ring_bytes(1000, 2) == 4000
    assert parallel.ring_bytes(1000, 100) == pytest.approx(7920)


def test_more_machines_help_until_waiting_outweighs_what_they_save():
    def seconds(n):
        return parallel.step_seconds(n, 1.0, 0.01, parallel.ring_bytes(10**6, n), 10**8)

    times = [seconds(n) for n in range(1, 30)]
    assert times[0] == 1
    best = int(np.argmin(times))
    assert 3 < best < 20
    assert times[-1] > times[best]


@pytest.mark.parametrize(
    ("gradients", "sizes", "message"),
    [
        ([[1.0], [2.0]], [3], "2 gradients but 1 sizes"),
        ([[1.0], [2.0, 3]], [3, 3], "shapes"),
        ([[1.0]], [0], "at least 1"),
        ([], [], "one of each"),
    ],
)
def test_shards_that_do_not_fit_are_refused(gradients, sizes, message):
    with pytest.raises(ValueError, match=message):
        parallel.combined(gradients, sizes)
