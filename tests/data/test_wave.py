import numpy as np
import pytest

from helpers import data


def test_without_noise_it_is_a_sine():
    x, y = data.wave(5, noise=0)
    np.testing.assert_allclose(x[:, 0], [-1, -0.5, 0, 0.5, 1])
    np.testing.assert_allclose(y, [0, -1, 0, 1, 0], atol=1e-15)


def test_noise_has_the_size_that_was_asked_for():
    y, still = data.wave(4000, 3, 0.3)[1], data.wave(4000, 3, 0)[1]
    assert 0.28 < np.std(y - still) < 0.32


def test_the_same_seed_gives_the_same_points():
    assert (data.wave(9, 4)[1] == data.wave(9, 4)[1]).all()
    assert (data.wave(9, 4)[1] != data.wave(9, 5)[1]).any()


@pytest.mark.parametrize("noise", [-0.1, float("nan"), float("inf")])
def test_refuses_noise(noise):
    with pytest.raises(ValueError, match="noise"):
        data.wave(9, noise=noise)
