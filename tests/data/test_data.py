"""The line data: shapes, seeds, the law they follow, and bad input. (The wave has its own file.)"""

import numpy as np
import pytest

from helpers import data


def test_shapes():
    x, y = data.line()
    assert x.shape == (100, 1)
    assert y.shape == (100,)
    assert data.line(7)[0].shape == (7, 1)


def test_the_first_numbers_of_seed_0():
    x, y = data.line(m=2, seed=0)
    rng = np.random.default_rng(0)
    inputs, noise = rng.random(2), rng.standard_normal(2)
    np.testing.assert_array_equal(x[:, 0], inputs)
    np.testing.assert_allclose(y, 3 * inputs + 2 + 0.5 * noise, rtol=1e-15)
    assert x[0, 0] == pytest.approx(0.6369616873, abs=1e-9)  # as NumPy has promised for this generator


def test_the_same_seed_gives_the_same_points_and_another_gives_others():
    for first, again in zip(data.line(9, 4), data.line(9, 4), strict=True):
        np.testing.assert_array_equal(first, again)
    assert (data.line(9, 4)[1] != data.line(9, 5)[1]).all()


def test_making_data_leaves_the_global_generator_alone():
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    data.line()
    np.testing.assert_array_equal(np.random.get_state()[1], before)  # noqa: NPY002


def test_the_points_follow_the_law():
    x, y = data.line(m=20_000, seed=1)
    assert x.min() >= 0
    assert x.max() < 1
    assert 0.49 < x.mean() < 0.51
    noise = y - (3 * x[:, 0] + 2)
    assert abs(noise.mean()) < 0.015
    assert 0.49 < noise.std() < 0.51
    assert abs(np.corrcoef(noise, x[:, 0])[0, 1]) < 0.03


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"m": 0}, ValueError, "m must be at least 1, got 0"),
        ({"m": -3}, ValueError, "m must be at least 1, got -3"),
        ({"m": 2.5}, TypeError, "m must be a whole number, got 2.5"),
        ({"m": "ten"}, TypeError, "m must be a whole number, got 'ten'"),
        ({"m": True}, TypeError, "m must be a whole number, got True"),
        ({"seed": -1}, ValueError, "seed must be at least 0, got -1"),
        ({"seed": None}, TypeError, "seed must be a whole number, got None"),
    ],
)
def test_refuses(arguments, error, message):
    with pytest.raises(error, match=message):
        data.line(**arguments)
