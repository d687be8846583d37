"""Known answers to the exercises of notebook 10."""

import numpy as np
from answers import Answers


def convolving(image, kernel):
    (h, w), (a, b) = image.shape, kernel.shape
    sums = np.zeros((h - a + 1, w - b + 1))
    for r in range(h - a + 1):
        for c in range(w - b + 1):
            sums[r, c] = np.sum(image[r : r + a, c : c + b] * kernel)
    return sums


def by_weights(image, kernel):
    (h, w), (a, b) = image.shape, kernel.shape
    rows, columns = h - a + 1, w - b + 1
    return sum(kernel[u, v] * image[u : u + rows, v : v + columns] for u in range(a) for v in range(b))


def counted_by_size(image, kernel):
    (h, w), (a, b) = image.shape, kernel.shape
    return convolving(image, kernel)[: h - a, : w - b]


CONVOLVE = Answers(
    right=[convolving, by_weights, lambda image, kernel: convolving(image, kernel).tolist()],
    mistakes={
        "turned": lambda image, kernel: by_weights(image, np.rot90(kernel, 2)),
        "mean": lambda image, kernel: by_weights(image, kernel) / kernel.size,
        "too few places": counted_by_size,
        "relu": lambda image, kernel: np.maximum(by_weights(image, kernel), 0),
    },
    others={
        "should be": lambda image, kernel: convolving(image, kernel) + 0.1,
        "one number": lambda image, kernel: 3.0,
        "raised": lambda image, kernel: image @ kernel @ image,
        "Another value of `kernel`": lambda image, kernel: by_weights(image, np.full(kernel.shape, 0.5)),
    },
)

PLACES = Answers(
    right=[
        lambda size, kernel, stride, padding: (size + 2 * padding - kernel) // stride + 1,
        lambda size, kernel, stride, padding: len(range(0, size + 2 * padding - kernel + 1, stride)),
        lambda size, kernel, stride, padding: int((size + 2 * padding - kernel) / stride) + 1,
    ],
    mistakes={
        "no one": lambda size, kernel, stride, padding: int((size + 2 * padding - kernel) / stride),
        "padding once": lambda size, kernel, stride, padding: 1 + (size - kernel + padding) // stride,
        "no stride": lambda size, kernel, stride, padding: 1 + 2 * padding + size - kernel,
    },
    others={
        "should be": lambda size, kernel, stride, padding: 100,
        "array of shape": lambda size, kernel, stride, padding: [size, kernel],
        "raised": lambda size, kernel, stride, padding: size[0],
        "Another value of `padding`": lambda size, kernel, stride, padding: (size + 5 - kernel) // stride + 1,
    },
)


def parameters(inputs, one, reduce3, three, reduce5, five, pool):
    def of(side, n, k):
        return side * side * n * k + k

    branches = of(1, inputs, one), of(1, inputs, reduce3) + of(3, reduce3, three)
    branches += of(1, inputs, reduce5) + of(5, reduce5, five), of(1, inputs, pool)
    return sum(branches)


MODULE_PARAMETERS = Answers(
    right=[
        parameters,
        lambda n, one, r3, three, r5, five, pool: (
            (n + 1) * (one + r3 + r5 + pool) + (9 * r3 + 1) * three + (25 * r5 + 1) * five
        ),
    ],
    mistakes={
        "no biases": lambda n, one, r3, three, r5, five, pool: (
            n * (one + r3 + r5 + pool) + 9 * r3 * three + 25 * r5 * five
        ),
        "pool left out": lambda n, one, r3, three, r5, five, pool: (
            (n + 1) * (one + r3 + r5) + (9 * r3 + 1) * three + (25 * r5 + 1) * five
        ),
        "nothing before": lambda n, one, r3, three, r5, five, pool: (
            (n + 1) * (one + pool) + (9 * n + 1) * three + (25 * n + 1) * five
        ),
    },
    others={
        "should be": lambda n, one, r3, three, r5, five, pool: 1000,
        "array of shape": lambda n, one, r3, three, r5, five, pool: [one, three, five, pool],
        "raised": lambda n, one, r3, three, r5, five, pool: n[0],
        "Another value of `inputs`": lambda n, *others: parameters(192, *others),
    },
)


def field(kernels, strides):
    found, step = 1, 1
    for kernel, stride in zip(kernels, strides, strict=True):
        found += (kernel - 1) * step
        step *= stride
    return found


def from_the_end(kernels, strides):
    found = 1
    for kernel, stride in zip(kernels[::-1], strides[::-1], strict=True):
        found = (found - 1) * stride + kernel
    return found


RECEPTIVE_FIELD = Answers(
    right=[field, from_the_end, lambda kernels, strides: float(field(kernels, strides))],
    mistakes={
        "no strides": lambda kernels, strides: 1 + sum(kernels - 1),
        "own stride": lambda kernels, strides: 1 + sum((kernels - 1) * np.cumprod(strides)),
        "no one": lambda kernels, strides: field(kernels, strides) - 1,
        "area": lambda kernels, strides: field(kernels, strides) * field(kernels, strides),
    },
    others={
        "should be": lambda kernels, strides: 100,
        "array of shape": lambda kernels, strides: (kernels - 1) * strides,
        "raised": lambda kernels, strides: kernels @ strides.reshape(1, -1),
        "Another value of `kernels`": lambda kernels, strides: field(np.full(len(strides), 3), strides),
    },
)


def mapped(maps, slopes):
    return np.maximum(maps @ slopes.mean(axis=(0, 1)), 0)


CLASS_MAP = Answers(
    right=[
        mapped,
        lambda maps, slopes: np.clip(np.einsum("rck,k->rc", maps, slopes.mean((0, 1))), 0, None),
        lambda maps, slopes: mapped(maps, slopes).tolist(),
    ],
    mistakes={
        "no relu": lambda maps, slopes: maps @ slopes.mean(axis=(0, 1)),
        "sum": lambda maps, slopes: np.maximum(maps @ slopes.sum(axis=(0, 1)), 0),
        "place by place": lambda maps, slopes: np.maximum((maps * slopes).sum(axis=-1), 0),
        "mean of channels": lambda maps, slopes: np.maximum((maps * slopes.mean((0, 1))).mean(axis=2), 0),
    },
    others={
        "should be": lambda maps, slopes: mapped(maps, slopes) + 0.1,
        "array of shape": lambda maps, slopes: slopes[0, 0],
        "raised": lambda maps, slopes: maps @ slopes,
        "Another value of `maps`": lambda maps, slopes: mapped(np.ones_like(maps), slopes),
    },
)

ANSWERS = {
    "check_convolve": CONVOLVE,
    "check_places": PLACES,
    "check_module_parameters": MODULE_PARAMETERS,
    "check_receptive_field": RECEPTIVE_FIELD,
    "check_class_map": CLASS_MAP,
}
