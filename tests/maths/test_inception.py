"""The Inception network in NumPy: shapes, branches, and where a class is seen."""

import numpy as np
import pytest

from helpers.maths import inception
from helpers.maths.inception import Convolution, Inception, Module

RNG = np.random.default_rng(3)


def layer(size, inputs, outputs):
    return Convolution(RNG.normal(size=(size, size, inputs, outputs)), RNG.normal(size=outputs))


def module(inputs):
    ends = [(1, inputs, 2), (1, inputs, 3), (3, 3, 4), (1, inputs, 2), (5, 2, 3), (1, inputs, 1)]
    return Module(*(layer(*each) for each in ends))


def net():
    return Inception(
        layer(3, 1, 5), [module(5), module(10), module(10)], RNG.normal(size=(10, 3)), np.zeros(3)
    )


def test_each_convolution_keeps_the_size_and_ends_with_relu():
    images = RNG.normal(size=(2, 6, 7, 3))
    for size in (1, 3, 5):
        found = layer(size, 3, 4)(images)
        assert found.shape == (2, 6, 7, 4)
        assert found.min() == 0


def test_the_branches_of_a_module_lie_one_after_another():
    images = np.maximum(RNG.normal(size=(2, 6, 6, 5)), 0)
    one = module(5)
    found = one(images)
    assert found.shape == (2, 6, 6, 2 + 4 + 3 + 1)
    assert np.array_equal(found[..., :2], one.one(images))
    assert np.array_equal(found[..., 2:6], one.three(one.reduce3(images)))
    assert np.array_equal(found[..., 6:9], one.five(one.reduce5(images)))


def test_the_last_branch_takes_the_largest_of_the_neighbours_first():
    images = np.zeros((1, 5, 5, 1))
    images[0, 2, 2, 0] = 3
    hand_on = [
        Convolution(np.full((1, 1, 1, 1), weight), np.zeros(1)) for weight in (0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    ]
    found = Module(*hand_on)(images)[0, :, :, 3]
    assert found.tolist() == [[0] * 5, [0, 3, 3, 3, 0], [0, 3, 3, 3, 0], [0, 3, 3, 3, 0], [0] * 5]


def test_a_network_gives_channels_and_scores():
    outputs = inception.forward(net(), RNG.random((2, 28, 28)))
    assert [maps.shape for maps in outputs.maps] == [
        (2, 28, 28, 5),
        (2, 14, 14, 10),
        (2, 7, 7, 10),
        (2, 7, 7, 10),
    ]
    assert outputs.scores.shape == (2, 3)


def test_images_without_an_axis_are_refused():
    with pytest.raises(ValueError, match="images"):
        inception.forward(net(), np.zeros((28, 28)))


def test_a_class_map_is_the_weighted_sum_of_the_channels_without_what_is_below_0():
    maps, slopes = RNG.random((3, 4, 5)), RNG.normal(size=(3, 4, 5))
    expected = sum(maps[:, :, k] * slopes[:, :, k].mean() for k in range(5))
    assert inception.class_map(maps, slopes) == pytest.approx(np.maximum(expected, 0))
    assert (expected < 0).any()


def test_the_map_of_a_mean_and_a_weighted_sum_adds_up_to_the_score():
    one = net()
    outputs = inception.forward(one, RNG.random((1, 28, 28)))
    A = outputs.maps[-1][0]
    slopes = np.broadcast_to(one.W[:, 1] / 49, A.shape)
    assert np.sum(A * slopes) + one.b[1] == pytest.approx(outputs.scores[0, 1])


def test_maps_and_slopes_of_different_shapes_are_refused():
    with pytest.raises(ValueError, match=r"\(3, 4, 5\).*\(3, 4, 6\)"):
        inception.class_map(np.zeros((3, 4, 5)), np.zeros((3, 4, 6)))
