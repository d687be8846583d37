import numpy as np
import pytest

from helpers.maths import convolution

RNG = np.random.default_rng(4)
IMAGES, KERNELS = RNG.normal(size=(2, 6, 7, 3)), RNG.normal(size=(3, 2, 3, 4))


def slowly(images, kernels, stride, padding):
    images = np.pad(images, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    a, b, _, k = kernels.shape
    m, h, w, _ = images.shape
    rows, columns = (h - a) // stride + 1, (w - b) // stride + 1
    out = np.zeros((m, rows, columns, k))
    for i, r, c in np.ndindex(m, rows, columns):
        patch = images[i, r * stride : r * stride + a, c * stride : c * stride + b]
        out[i, r, c] = [(patch * kernels[..., each]).sum() for each in range(k)]
    return out


@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("padding", [0, 1, 2])
def test_it_is_the_sum_under_the_kernel_at_each_place(stride, padding):
    found = convolution.convolved(IMAGES, KERNELS, stride, padding)
    assert found == pytest.approx(slowly(IMAGES, KERNELS, stride, padding))
    assert found.shape[1:3] == tuple(
        convolution.output_size(size, kernel, stride, padding) for size, kernel in ((6, 3), (7, 2))
    )


@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("padding", [0, 1])
def test_the_gradients_are_what_nudging_gives(stride, padding):
    weights = RNG.normal(size=convolution.convolved(IMAGES, KERNELS, stride, padding).shape)

    def value(images, kernels):
        return np.sum(weights * convolution.convolved(images, kernels, stride, padding))

    found = convolution.gradients(IMAGES, KERNELS, weights, stride, padding)
    for number, given in enumerate((IMAGES, KERNELS)):
        gradient = (found.images, found.kernels)[number]
        for place in list(np.ndindex(given.shape))[::5]:
            nudge = np.zeros(given.shape)
            nudge[place] = 1e-6
            up = [given + nudge, KERNELS] if number == 0 else [IMAGES, given + nudge]
            down = [given - nudge, KERNELS] if number == 0 else [IMAGES, given - nudge]
            assert gradient[place] == pytest.approx((value(*up) - value(*down)) / 2e-6, abs=1e-6)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((IMAGES, KERNELS[:, :, :2]), "3 channels but the kernels are for 2"),
        ((IMAGES[0], KERNELS), "images"),
        ((IMAGES[:, :2], KERNELS), "does not fit into 2"),
        ((IMAGES, KERNELS, 0), "stride"),
        ((IMAGES, KERNELS, 1, -1), "padding"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(given, words):
    with pytest.raises(ValueError, match=words):
        convolution.convolved(*given)


def test_a_delta_of_another_shape_is_refused():
    with pytest.raises(ValueError, match="but the output has"):
        convolution.gradients(IMAGES, KERNELS, np.zeros((2, 6, 7, 4)))


def test_pooling_keeps_the_largest_of_each_square_and_channel():
    image = np.arange(32.0).reshape(1, 4, 4, 2)
    assert convolution.pooled(image, 2)[0, :, :, 0].tolist() == [[10, 14], [26, 30]]
    assert convolution.pooled(image, 2, 1).shape == (1, 3, 3, 2)


@pytest.mark.parametrize(
    ("layers", "field"),
    [([], 1), ([(3, 1)], 3), ([(3, 1), (3, 1)], 5), ([(3, 2), (3, 1)], 7), ([(2, 2)] * 3, 8)],
)
def test_the_receptive_field_is_what_an_output_depends_on(layers, field):
    assert convolution.receptive_field(layers) == field
    images = np.eye(20)[:, :, None, None] * np.ones((1, 1, 20, 1))  # image p is 1 in its row p
    for kernel, stride in layers:
        images = convolution.convolved(images, np.ones((kernel, kernel, 1, 1)), stride)
    assert np.sum(images[:, 0, 0, 0] != 0) == field


def test_the_cost_of_one_branch_of_inception_3a():
    direct = convolution.cost(28, 192, 32, 5)
    shrunk = convolution.cost(28, 192, 16, 1) + convolution.cost(28, 16, 32, 5)
    assert direct == (153_632, 120_422_400)
    assert shrunk == (192 * 16 + 16 + 25 * 16 * 32 + 32, 28**2 * (192 * 16 + 25 * 16 * 32))
