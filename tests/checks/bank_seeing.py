"""Answers to the exercises of notebook 10, written from the tasks alone."""

import math

import numpy as np
from bank import Bank
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d, correlate2d


def in_loops(image, kernel):
    rows = len(image) - len(kernel) + 1
    columns = len(image[0]) - len(kernel[0]) + 1
    out = np.empty((rows, columns))
    for r in range(rows):
        for c in range(columns):
            total = 0
            for u in range(len(kernel)):
                for v in range(len(kernel[0])):
                    total += kernel[u][v] * image[r + u][c + v]
            out[r][c] = total
    return out


def with_windows(image, kernel):
    return np.einsum("rcuv,uv->rc", sliding_window_view(image, kernel.shape), kernel)


def as_matrix(image, kernel):
    windows = sliding_window_view(image, kernel.shape)
    return windows.reshape(*windows.shape[:2], -1) @ kernel.ravel()


def each_window(entry):
    def function(image, kernel):
        a, b = kernel.shape
        return [
            [entry(image[r : r + a, c : c + b], kernel) for c in range(image.shape[1] - b + 1)]
            for r in range(image.shape[0] - a + 1)
        ]

    return function


def returns_early(image, kernel):
    for r in range(len(image) - len(kernel) + 1):
        for c in range(image.shape[1] - kernel.shape[1] + 1):
            return np.sum(image[r : r + kernel.shape[0], c : c + kernel.shape[1]] * kernel)


def side_by_side(image, kernel):
    a, b = kernel.shape
    return [
        [(image[r : r + a, c : c + b] * kernel).sum() for c in range(0, image.shape[1] - b + 1, b)]
        for r in range(0, image.shape[0] - a + 1, a)
    ]


def spoils_image(image, kernel):
    found = in_loops(image, kernel)
    image[:] = 0
    return found


CONVOLVE = Bank(
    right=[
        in_loops,
        with_windows,
        as_matrix,
        lambda image, kernel: correlate2d(image, kernel, mode="valid"),
        lambda image, kernel: convolve2d(image, kernel[::-1, ::-1], "valid"),
        each_window(lambda window, kernel: np.vdot(window, kernel)),
    ],
    wrong=[
        ("turned", lambda image, kernel: convolve2d(image, kernel, "valid")),
        ("mirrored", lambda image, kernel: correlate2d(image, np.fliplr(kernel), "valid")),
        ("mirrored", lambda image, kernel: correlate2d(image, np.flipud(kernel), "valid")),
        ("padded", lambda image, kernel: correlate2d(image, kernel, "same")),
        ("mean", each_window(lambda window, kernel: (window * kernel).mean())),
        ("no kernel", each_window(lambda window, kernel: sum(sum(window)))),
        ("kernel alone", each_window(lambda window, kernel: sum(sum(kernel)))),
        ("largest", each_window(lambda window, kernel: (kernel * window).max())),
        ("largest pixel", each_window(lambda window, kernel: window.max())),
        ("plus", each_window(lambda window, kernel: (window + kernel).sum())),
        ("distance", each_window(lambda window, kernel: ((kernel - window) ** 2).sum())),
        ("relu", lambda *given: np.where(in_loops(*given) > 0, in_loops(*given), 0)),
        ("absolute", lambda *given: abs(in_loops(*given))),
        ("sign", lambda *given: -with_windows(*given)),
        ("squared", lambda *given: with_windows(*given) ** 2),
        ("too few places", lambda *given: with_windows(*given)[:-1, :-1]),
        ("tiles", side_by_side),
        ("transposed", lambda *given: with_windows(*given).T),
        ("upside down", lambda *given: with_windows(*given)[::-1]),
        ("one row", lambda *given: with_windows(*given).flatten()),
        ("summed", lambda *given: with_windows(*given).sum()),
        ("one place", returns_early),
        ("one line", each_window(lambda window, kernel: window[0] @ kernel[0])),
        ("over the weights", lambda image, kernel: with_windows(image, kernel) / kernel.sum()),
        ("changed `image`", spoils_image),
    ],
    general=[lambda *given: 3 * in_loops(*given)],
)


def by_stepping(size, kernel, stride, padding):
    count, start = 0, -padding
    while start + kernel <= size + padding:
        count += 1
        start += stride
    return count


PLACES = Bank(
    right=[
        by_stepping,
        lambda size, kernel, stride, padding: 1 + (2 * padding + size - kernel) // stride,
        lambda size, kernel, stride, padding: math.floor((size + 2 * padding - kernel) / stride + 1),
        lambda size, kernel, stride, padding: len(np.arange(0, size + 2 * padding - kernel + 1, stride)),
        lambda size, kernel, stride, padding: (size + 2 * padding - kernel + stride) // stride,
    ],
    wrong=[
        ("no one", lambda size, kernel, stride, padding: (2 * padding + size - kernel) // stride),
        ("one inside", lambda size, kernel, stride, padding: (size - kernel + 2 * padding + 1) // stride),
        ("padding once", lambda size, kernel, stride, padding: (size - kernel + padding) // stride + 1),
        ("no padding", lambda size, kernel, stride, padding: 1 + (size - kernel) // stride),
        (
            "padding taken off",
            lambda size, kernel, stride, padding: (size - 2 * padding - kernel) // stride + 1,
        ),
        ("no stride", lambda size, kernel, stride, padding: size + 2 * padding - (kernel - 1)),
        ("stride times", lambda size, kernel, stride, padding: 1 + stride * (size + 2 * padding - kernel)),
        ("up", lambda size, kernel, stride, padding: -(-(size + 2 * padding - kernel) // stride) + 1),
        (
            "up",
            lambda size, kernel, stride, padding: int(np.ceil((size + 2 * padding - kernel) / stride + 1)),
        ),
        ("no floor", lambda size, kernel, stride, padding: 1 + (size + 2 * padding - kernel) / stride),
        ("kernel added", lambda size, kernel, stride, padding: (size + 2 * padding + kernel) // stride + 1),
        ("no kernel", lambda size, kernel, stride, padding: (size + 2 * padding) // stride),
        ("kernel as stride", lambda size, kernel, stride, padding: (size + 2 * padding) // kernel),
        ("both ways", lambda *given: by_stepping(*given) ** 2),
        (
            "from left to right",
            lambda size, kernel, stride, padding: size + 2 * padding - kernel // stride + 1,
        ),
    ],
    general=[lambda *given: by_stepping(*given) + 40],
)


def row_by_row(inputs, one, reduce3, three, reduce5, five, pool):
    total = 0
    for side, n, k in [
        (1, inputs, one),
        (1, inputs, reduce3),
        (3, reduce3, three),
        (1, inputs, reduce5),
        (5, reduce5, five),
        (1, inputs, pool),
    ]:
        total += side**2 * n * k
        total += k
    return total


def branches(n, one, r3, three, r5, five, pool):
    a = n * one + one
    b = n * r3 + r3 + r3 * three * 9 + three
    c = n * r5 + r5 + r5 * five * 25 + five
    d = n * pool + pool
    return a, b, c, d


MODULE_PARAMETERS = Bank(
    right=[
        row_by_row,
        lambda *given: sum(branches(*given)),
        lambda n, a, b, c, d, e, f: (n + 1) * (a + b + d + f) + (9 * b + 1) * c + (25 * d + 1) * e,
        lambda n, a, b, c, d, e, f: n * (a + b + d + f) + 9 * b * c + 25 * d * e + a + b + c + d + e + f,
        lambda *given: float(row_by_row(*given)),
    ],
    wrong=[
        ("no biases", lambda n, a, b, c, d, e, f: n * a + n * b + 9 * b * c + n * d + 25 * d * e + n * f),
        ("few biases", lambda n, a, b, c, d, e, f: n * (a + b + d + f) + 9 * b * c + 25 * d * e + 6),
        (
            "biases at the end",
            lambda n, a, b, c, d, e, f: n * (a + b + d + f) + 9 * b * c + 25 * d * e + a + c + e + f,
        ),
        (
            "side by side",
            lambda n, a, b, c, d, e, f: (n + 1) * (a + b + d + f) + 3 * b * c + c + 5 * d * e + e,
        ),
        ("no kernels", lambda n, a, b, c, d, e, f: (n + 1) * (a + b + d + f) + (b + 1) * c + (d + 1) * e),
        ("channels alone", lambda n, a, b, c, d, e, f: 2 * (a + b + d + f) + 10 * c + 26 * e),
        (
            "nothing before",
            lambda n, a, b, c, d, e, f: (n + 1) * (a + f) + (9 * n + 1) * c + (25 * n + 1) * e,
        ),
        (
            "before left out",
            lambda n, a, b, c, d, e, f: (n + 1) * (a + f) + (9 * b + 1) * c + (25 * d + 1) * e,
        ),
        ("one left out", lambda *given: sum(branches(*given)[1:])),
        ("pool left out", lambda *given: sum(branches(*given)[:3])),
        ("three left out", lambda *given: sum(branches(*given)[k] for k in (0, 1, 3))),
        ("pool as nine", lambda n, a, b, c, d, e, f: row_by_row(n, a, b, c, d, e, f) + 8 * n * f),
        (
            "swapped",
            lambda n, a, b, c, d, e, f: (n + 1) * (a + b + d + f) + (9 * d + 1) * c + (25 * b + 1) * e,
        ),
        ("outputs", lambda n, a, b, c, d, e, f: sum((a, c, e, f))),
    ],
    general=[lambda *given: 3 * row_by_row(*given)],
)


def backwards(kernels, strides):
    seen = 1
    for k, s in list(zip(kernels, strides, strict=True))[::-1]:
        seen = (seen - 1) * s + k
    return seen


def by_trying(kernels, strides):
    """Light one pixel after the other, and see which reach the first output."""
    length, places = 3000, [0]
    for k, s in list(zip(kernels, strides, strict=True))[::-1]:
        places = sorted({place * s + u for place in places for u in range(k)})
    assert max(places) < length
    return len(range(min(places), max(places) + 1))


def replaced(kernels, strides):
    step = 1
    for k, s in zip(kernels, strides, strict=True):
        field = 1 + (k - 1) * step
        step *= s
    return field


RECEPTIVE_FIELD = Bank(
    right=[
        backwards,
        by_trying,
        lambda kernels, strides: 1 + (kernels - 1) @ np.cumprod(np.append(1, strides[:-1])),
        lambda kernels, strides: (
            1 + sum((kernels[n] - 1) * math.prod(strides[:n]) for n in range(len(kernels)))
        ),
        lambda kernels, strides: int(backwards(list(kernels), list(strides))),
    ],
    wrong=[
        ("no strides", lambda kernels, strides: sum(kernels) - len(kernels) + 1),
        ("own stride", lambda kernels, strides: 1 + (kernels - 1) @ np.cumprod(strides)),
        ("own stride alone", lambda kernels, strides: 1 + (kernels - 1) @ strides),
        ("last stride alone", lambda kernels, strides: 1 + (kernels - 1) @ np.append(1, strides[:-1])),
        ("whole kernels", lambda kernels, strides: 1 + kernels @ np.cumprod(np.append(1, strides[:-1]))),
        ("whole kernels", lambda kernels, strides: kernels @ np.cumprod(np.append(1, strides[:-1]))),
        ("no one", lambda kernels, strides: (kernels - 1) @ np.cumprod(np.append(1, strides[:-1]))),
        ("sum", lambda kernels, strides: np.sum(kernels)),
        ("product", lambda kernels, strides: np.prod(kernels)),
        ("strides alone", lambda kernels, strides: math.prod(strides)),
        ("from the end", lambda kernels, strides: backwards(kernels[::-1], strides[::-1])),
        ("one layer", replaced),
        ("area", lambda kernels, strides: backwards(kernels, strides) ** 2),
        ("last left out", lambda kernels, strides: backwards(kernels[:-1], strides[:-1])),
    ],
    general=[lambda kernels, strides: backwards(kernels, strides) + 50],
)


def channel_by_channel(maps, slopes):
    total = np.zeros(maps.shape[:2])
    for k in range(maps.shape[2]):
        total += maps[:, :, k] * np.mean(slopes[:, :, k])
    total[total < 0] = 0
    return total


def spoils_maps(maps, slopes):
    maps *= slopes.mean(axis=(0, 1))
    return np.maximum(maps.sum(axis=2), 0)


def weighted(maps, slopes):
    return maps * slopes.mean(axis=(0, 1), keepdims=True)


CLASS_MAP = Bank(
    right=[
        channel_by_channel,
        lambda maps, slopes: np.maximum(weighted(maps, slopes).sum(-1), 0),
        lambda maps, slopes: np.tensordot(maps, slopes.mean(axis=0).mean(axis=0), 1).clip(0),
        lambda maps, slopes: np.maximum(0, maps.dot(slopes.reshape(-1, maps.shape[2]).mean(axis=0))),
        lambda maps, slopes: [[max(0, each.sum()) for each in row] for row in weighted(maps, slopes)],
    ],
    wrong=[
        ("no relu", lambda maps, slopes: weighted(maps, slopes).sum(axis=2)),
        ("absolute", lambda maps, slopes: abs(weighted(maps, slopes).sum(axis=2))),
        ("sign", lambda maps, slopes: channel_by_channel(maps, -slopes)),
        ("relu early", lambda maps, slopes: np.maximum(weighted(maps, slopes), 0).sum(axis=2)),
        ("relu early", lambda maps, slopes: maps @ np.maximum(slopes.mean((0, 1)), 0)),
        ("sum", lambda maps, slopes: np.maximum(maps @ slopes.sum((0, 1)), 0)),
        ("place by place", lambda maps, slopes: np.maximum(np.einsum("rck,rck->rc", maps, slopes), 0)),
        ("no slopes", lambda maps, slopes: maps.sum(axis=2)),
        ("slopes alone", lambda maps, slopes: np.maximum(slopes.mean(axis=-1), 0)),
        ("mean of channels", lambda maps, slopes: np.maximum(weighted(maps, slopes).mean(axis=2), 0)),
        (
            "scaled",
            lambda maps, slopes: channel_by_channel(maps, slopes) / channel_by_channel(maps, slopes).max(),
        ),
        ("channels", lambda maps, slopes: slopes.mean(axis=(0, 1))),
        ("not added", weighted),
        ("summed", lambda maps, slopes: channel_by_channel(maps, slopes).sum()),
        ("transposed", lambda maps, slopes: channel_by_channel(maps, slopes).T),
        ("squared", lambda maps, slopes: channel_by_channel(maps, slopes) ** 2),
        ("changed `maps`", spoils_maps),
    ],
    general=[lambda maps, slopes: 3 * channel_by_channel(maps, slopes)],
)

BANK = {
    "check_convolve": CONVOLVE,
    "check_places": PLACES,
    "check_module_parameters": MODULE_PARAMETERS,
    "check_receptive_field": RECEPTIVE_FIELD,
    "check_class_map": CLASS_MAP,
}
