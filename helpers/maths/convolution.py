"""Convolution as networks do it: a small set of weights slides over an image, and gives a sum each time."""

from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from helpers.maths.validation import as_data, whole


def output_size(size, kernel, stride=1, padding=0):
    """Return how many places a kernel has along one side of an image.

        (size + 2 padding - kernel) // stride + 1

    size, kernel, stride  >= 1, pixels
    padding               >= 0, pixels of 0 at each end

    Raises ValueError or TypeError if a number is out of range or the kernel does not fit in.
    Source: Dumoulin, Visin, "A guide to convolution arithmetic for deep learning", 2016, arXiv:1603.07285.
    """
    size, kernel, stride = whole("size", size, 1), whole("kernel", kernel, 1), whole("stride", stride, 1)
    room = size + 2 * whole("padding", padding, 0)
    if kernel > room:
        raise ValueError(f"a kernel of {kernel} pixels does not fit into {room}")
    return (room - kernel) // stride + 1


def convolved(images, kernels, stride=1, padding=0):
    """Return what each kernel gives at each place of each image.

        out[i, r, c, k] = sum over u, v, j of images[i, r stride + u, c stride + v, j] kernels[u, v, j, k]

    images   (m, h, w, j)   j channels, such as red, green and blue
    kernels  (a, b, j, k)   the weights of k kernels, in the order in which Keras keeps them
    stride   >= 1           pixels from one place to the next
    padding  >= 0           pixels of 0 around each image first
    returns  (m, h', w', k) h' and w' as output_size says

    No kernel is turned round, so in mathematics it is called cross-correlation.
    Raises ValueError or TypeError if shapes do not fit each other or a number is out of range.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 9.1.
    """
    images, kernels = _checked(images, kernels)
    windows = _windows(images, kernels.shape[:2], stride, padding)
    return np.tensordot(windows, kernels, axes=([3, 4, 5], [2, 0, 1]))  # j, a and b are summed over


class Gradient(NamedTuple):
    """The gradient of a loss by kernels and images, in their shapes."""

    kernels: np.ndarray
    images: np.ndarray


def gradients(images, kernels, delta, stride=1, padding=0):
    """Return the gradient of a loss by the kernels and by the images, if it is known by each output.

        d kernels[u, v, j, k] = sum over i, r, c of images[i, r stride + u, c stride + v, j] delta[i, r, c, k]
        d images: each delta goes back to the pixels that its sum was made of, times their weights

    delta    (m, h', w', k)  the gradient by what convolved returns
    others   as convolved
    returns  Gradient

    Raises as convolved, or if delta has another shape.
    """
    images, kernels = _checked(images, kernels)
    windows, delta = _windows(images, kernels.shape[:2], stride, padding), as_data("delta", delta, 4)
    expected = (*windows.shape[:3], kernels.shape[3])
    if delta.shape != expected:
        raise ValueError(f"delta has shape {delta.shape} but the output has {expected}")
    by_kernels = np.tensordot(windows, delta, axes=([0, 1, 2], [0, 1, 2]))  # (j, a, b, k)
    wide = np.zeros(_padded(images, padding).shape)
    rows, columns = expected[1:3]
    for u, v in np.ndindex(*kernels.shape[:2]):
        places = np.s_[:, u : u + stride * rows : stride, v : v + stride * columns : stride]
        wide[places] += delta @ kernels[u, v].T  # (m, h', w', k) @ (k, j)
    height, width = images.shape[1:3]
    inner = wide[:, padding : padding + height, padding : padding + width]
    return Gradient(by_kernels.transpose(1, 2, 0, 3), inner)


def pooled(images, size, stride=None):
    """Return the largest number in each square of each channel.

    images   (m, h, w, j)
    size     pixels along each side of the square
    stride   pixels from one square to the next; size if None
    returns  (m, h', w', j)

    Raises as convolved.
    """
    images, stride = as_data("images", images, 4), size if stride is None else stride
    return _windows(images, (size, size), stride, 0).max(axis=(4, 5))


def receptive_field(layers):
    """Return how many pixels along each side one output of a chain of layers depends on.

    layers   list of (kernel, stride), first to last
    returns  int: 1 for no layer

    Each layer adds (kernel - 1) times the product of all strides before it.
    """
    field, step = 1, 1
    for kernel, stride in layers:
        field += (whole("kernel", kernel, 1) - 1) * step
        step *= whole("stride", stride, 1)
    return field


class Cost(NamedTuple):
    """What a convolution costs: weights and biases to learn, and multiplications for one image."""

    parameters: int
    multiplications: int

    def __add__(self, other):
        """Return the cost of two convolutions together."""
        return Cost(self.parameters + other.parameters, self.multiplications + other.multiplications)


def cost(size, inputs, outputs, kernel):
    """Return the Cost of a convolution with stride 1 whose outputs are as large as its inputs.

        parameters kernel^2 inputs outputs + outputs,  multiplications size^2 kernel^2 inputs outputs

    size             pixels along each side of the image
    inputs, outputs  channels
    kernel           pixels along each side of a kernel
    """
    weights = kernel**2 * inputs * outputs
    return Cost(weights + outputs, size**2 * weights)


NOTHING = Cost(0, 0)


def module_cost(size, inputs, one, reduce3, three, reduce5, five, pool, reduced=True):
    """Return what the branches of an Inception module cost: dict of a branch -> two Costs.

    The first is that of the 1 × 1 convolution before the branch's last, NOTHING where there is none.

    inputs   channels that come in
    others   channels of each convolution, in the order of helpers.maths.inception.Module
    reduced  whether 1 × 1 convolutions stand before those of 3 × 3 and 5 × 5

    Source: Szegedy and others, "Going deeper with convolutions", 2014, arXiv:1409.4842, figure 2.
    """

    def branch(channels, kernel, before):
        if not (reduced and before):
            return NOTHING, cost(size, inputs, channels, kernel)
        return cost(size, inputs, before, 1), cost(size, before, channels, kernel)

    return {
        "one": branch(one, 1, 0),
        "three": branch(three, 3, reduce3),
        "five": branch(five, 5, reduce5),
        "pool": branch(pool, 1, 0),
    }


def total(costs):
    """Return the Cost of all branches of a module together, from what `module_cost` returns."""
    return sum((part for parts in costs.values() for part in parts), NOTHING)


def _checked(images, kernels):
    images, kernels = as_data("images", images, 4), as_data("kernels", kernels, 4)
    if images.shape[3] != kernels.shape[2]:
        raise ValueError(
            f"images have {images.shape[3]} channels but the kernels are for {kernels.shape[2]}: "
            "images (m, h, w, j) and kernels (a, b, j, k) need the same j"
        )
    return images, kernels


def _padded(images, padding):
    around = whole("padding", padding, 0)
    return np.pad(images, ((0, 0), (around, around), (around, around), (0, 0)))


def _windows(images, kernel, stride, padding):
    """Return what lies under a kernel at each place, (m, h', w', j, a, b)."""
    for size, side in zip(images.shape[1:3], kernel, strict=True):
        output_size(size, side, stride, padding)  # refuses what does not fit
    windows = sliding_window_view(_padded(images, padding), kernel, axis=(1, 2))
    return windows[:, ::stride, ::stride]
