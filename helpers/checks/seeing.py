"""The exercises of notebook 10: a kernel at each place, how many places, a module's parameters, how far a
neuron sees, where an answer comes from."""

import math

import numpy as np

from helpers.learner.exercise import AnyOf, function_exercise, over, wrong
from helpers.maths import convolution, inception

WINDOWS = [
    {
        "image": np.array(
            [
                [0.21, 0.94, 0.37, 0.08, 0.66, 0.53, 0.79],
                [0.85, 0.12, 0.58, 0.97, 0.34, 0.46, 0.03],
                [0.49, 0.71, 0.26, 0.62, 0.15, 0.88, 0.31],
                [0.07, 0.39, 0.91, 0.44, 0.73, 0.19, 0.56],
                [0.64, 0.28, 0.82, 0.13, 0.51, 0.95, 0.41],
            ]
        ),
        "kernel": np.array([[1.317, -0.743, 0.419], [-1.931, 2.657, 0.983]]),
    },
    {  # square, so that what is turned round fits, and can be named
        "image": np.array(
            [
                [0.72, 0.05, 0.63, 0.29, 0.81, 0.47],
                [0.18, 0.93, 0.36, 0.54, 0.09, 0.68],
                [0.59, 0.24, 0.87, 0.11, 0.76, 0.33],
                [0.42, 0.65, 0.02, 0.98, 0.27, 0.83],
                [0.89, 0.16, 0.74, 0.38, 0.61, 0.22],
                [0.31, 0.57, 0.48, 0.86, 0.14, 0.92],
            ]
        ),
        "kernel": np.array([[0.613, -1.427, 2.351], [1.739, 0.841, -0.577], [-2.163, 1.129, 0.337]]),
    },
    {
        "image": np.array([[0.43, 0.78, 0.17, 0.52], [0.96, 0.23, 0.69, 0.04], [0.35, 0.84, 0.61, 0.27]]),
        "kernel": np.array([[-0.823, 1.547]]),
    },
]


def _window(image, kernel, r, c):
    a, b = kernel.shape
    return image[r : r + a, c : c + b]


def _convolve(entry=lambda window, kernel: np.sum(window * kernel), step=lambda a, b: (1, 1), less=1):
    """Return a kernel at each place as a function; each keyword replaces a part of it by that of a mistake.

    entry  of a window and the kernel, returns what stands in the result
    step   of the kernel's height and width, returns how far one place is from the next, both ways
    less   how many fewer than a height of the kernel are left out below, and so on the right
    """

    def function(image, kernel):
        (h, w), (a, b) = image.shape, kernel.shape
        down, right = step(a, b)
        rows, columns = range(0, h - a + less, down), range(0, w - b + less, right)
        return np.array([[entry(_window(image, kernel, r, c), kernel) for c in columns] for r in rows])

    return function


_right_convolve = _convolve()


def _other_kernel(change):
    """Return a kernel at each place, the kernel changed first."""
    return lambda image, kernel: _right_convolve(image, change(kernel))


def _after(change):
    """Return a kernel at each place, the result changed."""
    return lambda image, kernel: change(_right_convolve(image, kernel))


def _in_zeros(image, kernel):
    found, sums = np.zeros(image.shape), _right_convolve(image, kernel)
    found[: sums.shape[0], : sums.shape[1]] = sums
    return found


def _padded(before):
    """Return a kernel at as many places as pixels; before: how many zeros stand above and left of a size."""

    def function(image, kernel):
        around = [(before(size), size - 1 - before(size)) for size in kernel.shape]
        return _right_convolve(np.pad(image, around), kernel)

    return function


check_convolve = function_exercise(
    "10.convolve",
    """Check convolve(image, kernel), which returns what the kernel gives at each place.

    Entry [r, c] is the sum of the kernel times the pixels under it, its upper left weight on pixel [r, c];
    all places at which it fits, (h - a + 1, w - b + 1).
    """,
    solve=_right_convolve,
    on=WINDOWS,
    right="At each place the same weights, times what lies under them, added up.",
    meaning="one entry for each place at which the kernel fits",
    mistakes={
        "no kernel": wrong(
            "These are sums of pixels. Each pixel counts with the weight above it.",
            _convolve(entry=lambda window, kernel: window.sum()),
            _convolve(entry=lambda window, kernel: window.mean()),
        ),
        "kernel alone": wrong(
            "Every place gives the same: the sum of the weights. What lies under them counts too.",
            _convolve(entry=lambda window, kernel: kernel.sum()),
        ),
        "turned": wrong(
            "The kernel was turned upside down and mirrored. Mathematics does so and calls it convolution;"
            " networks lay the kernel down as it is.",
            _other_kernel(lambda kernel: kernel[::-1, ::-1]),
        ),
        "mirrored": wrong(
            "The kernel was mirrored, left and right or above and below. Its first weight belongs to the"
            " upper left pixel.",
            _other_kernel(lambda kernel: kernel[:, ::-1]),
            _other_kernel(lambda kernel: kernel[::-1]),
        ),
        "kernel transposed": wrong(
            "Rows and columns of the kernel have changed places.",
            _other_kernel(lambda kernel: kernel.T),
        ),
        "mean": wrong(
            "The sums were divided, by a number of weights or places. The plain sum is asked for.",
            AnyOf(
                lambda image, kernel: over(
                    _right_convolve(image, kernel), kernel.size, *kernel.shape, image.size
                )
            ),
        ),
        "over the weights": wrong(
            "The sums were divided by the sum of the weights. That makes a mean of a blur; here the plain sum"
            " is asked for.",
            AnyOf(
                lambda image, kernel: over(
                    _right_convolve(image, kernel), kernel.sum(), np.abs(kernel).sum(), np.linalg.norm(kernel)
                )
            ),
        ),
        "largest": wrong(
            "The largest product of each window was taken. The products are added up.",
            _convolve(entry=lambda window, kernel: np.max(window * kernel)),
        ),
        "largest pixel": wrong(
            "This is pooling: the largest pixel of each window. Here all pixels count, each with its weight.",
            _convolve(entry=lambda window, kernel: window.max()),
        ),
        "matrix product": wrong(
            "Window and kernel were multiplied as matrices. Each weight meets the one pixel under it: `*`,"
            " not `@`.",
            _convolve(entry=lambda window, kernel: np.sum(window @ kernel)),
            _convolve(entry=lambda window, kernel: np.trace(window @ kernel)),
        ),
        "plus": wrong(
            "Weights were added to the pixels, or taken from them. Each is multiplied by the pixel under it.",
            _convolve(entry=lambda window, kernel: np.sum(window + kernel)),
            _convolve(entry=lambda window, kernel: np.sum(window - kernel)),
            _convolve(entry=lambda window, kernel: np.sum(kernel - window)),
        ),
        "distance": wrong(
            "This measures how far window and kernel are apart. The sum of products is asked for.",
            _convolve(entry=lambda window, kernel: np.sum((window - kernel) ** 2)),
            _convolve(entry=lambda window, kernel: np.sum(np.abs(window - kernel))),
        ),
        "relu": wrong(
            "Sums below 0 were set to 0. Relu comes after this, as a step of its own.",
            _after(lambda sums: np.maximum(sums, 0)),
        ),
        "absolute": wrong(
            "The signs are lost. An edge from dark to light and one from light to dark are told apart by"
            " them.",
            _after(np.abs),
            _convolve(entry=lambda window, kernel: np.sum(np.abs(window * kernel))),
        ),
        "sign": wrong(
            "All signs are flipped. Is something subtracted, or negated, on the way?", _after(np.negative)
        ),
        "squared": wrong(
            "A square is in it. The sum of the products is asked for as it is.",
            _after(np.square),
            _convolve(entry=lambda window, kernel: np.sum((window * kernel) ** 2)),
        ),
        "too few places": wrong(
            "The last places are missing, where the kernel touches the lower or the right edge. It still fits"
            " there.",
            _after(lambda sums: sums[:-1, :-1]),
            _after(lambda sums: sums[:-1]),
            _after(lambda sums: sums[:, :-1]),
        ),
        "padded": wrong(
            "There is an entry for each pixel. No zeros stand around the image here, so there are fewer"
            " places than pixels.",
            _in_zeros,
            _padded(lambda size: size // 2),
            _padded(lambda size: (size - 1) // 2),
            _padded(lambda size: 0),
        ),
        "tiles": wrong(
            "The windows lie side by side. The next place is one pixel further on, and windows overlap.",
            _convolve(step=lambda a, b: (a, b)),
        ),
        "transposed": wrong(
            "The places are turned round: the row of a place is its row in the result too.",
            _after(np.transpose),
        ),
        "upside down": wrong(
            "The sums are right, but stand in another order. The first place is at the upper left.",
            _after(lambda sums: sums[::-1, ::-1]),
            _after(lambda sums: sums[::-1]),
            _after(lambda sums: sums[:, ::-1]),
        ),
        "one row": wrong(
            "The sums stand in one long row. They are asked for as their places lie in the image.",
            _after(np.ravel),
        ),
        "summed": wrong(
            "All places were put together into one number. Each has its own entry.",
            AnyOf(
                lambda image, kernel: [
                    put(_right_convolve(image, kernel)) for put in (np.sum, np.mean, np.max)
                ]
            ),
        ),
        "one place": wrong(
            "Only one place is left. Does `return` stand inside the loop, or does each place replace the last"
            " one?",
            AnyOf(lambda image, kernel: [_right_convolve(image, kernel)[k, k] for k in (0, -1)]),
            without_loop="Only one place is left. The kernel goes over the whole image.",
        ),
        "one line": wrong(
            "Only one line of the kernel was used. All its weights count, row by row.",
            _convolve(entry=lambda window, kernel: np.sum((window * kernel)[0])),
            _convolve(entry=lambda window, kernel: np.sum((window * kernel)[:, 0])),
            _convolve(entry=lambda window, kernel: np.sum((window * kernel)[-1])),
        ),
    },
    hints=[
        "One place first: `image[r : r + a, c : c + b]` is what lies under a kernel of shape `(a, b)`.",
        "Its entry is `np.sum(image[r : r + a, c : c + b] * kernel)`.",
        "Two loops over `range(h - a + 1)` and `range(w - b + 1)` fill an array of that shape.",
    ],
)

SIZES = [
    {"size": 11, "kernel": 4, "stride": 2, "padding": 1},
    {"size": 17, "kernel": 5, "stride": 3, "padding": 2},
    {"size": 12, "kernel": 3, "stride": 4, "padding": 1},
    {"size": 29, "kernel": 7, "stride": 5, "padding": 3},
]

check_places = function_exercise(
    "10.places",
    "Check places(size, kernel, stride, padding), which returns how many places there are along one side.",
    solve=convolution.output_size,
    on=SIZES,
    right="Room less the kernel, in strides, and one for the place where it begins.",
    mistakes={
        "no one": wrong(
            "One place is missing. With room for no step at all the kernel still has one place.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel) // stride,
        ),
        "one inside": wrong(
            "The 1 was added before the strides were counted. It is the place where the kernel begins, one"
            " whatever the stride.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel + 1) // stride,
        ),
        "one and one": wrong(
            "A place too many. Steps are counted first, then one place more than steps.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel) // stride + 2,
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel + 1) // stride + 1,
        ),
        "padding once": wrong(
            "The padding was counted once. It stands at both ends of the line.",
            lambda size, kernel, stride, padding: (size + padding - kernel) // stride + 1,
        ),
        "no padding": wrong(
            "The padding does not count here. It makes the line longer, at both ends.",
            lambda size, kernel, stride, padding: (size - kernel) // stride + 1,
        ),
        "padding taken off": wrong(
            "The padding was taken off. It makes room.",
            lambda size, kernel, stride, padding: (size - 2 * padding - kernel) // stride + 1,
            lambda size, kernel, stride, padding: (size - padding - kernel) // stride + 1,
        ),
        "no stride": wrong(
            "The stride does not count here: this is how many places there are with a stride of 1.",
            lambda size, kernel, stride, padding: size + 2 * padding - kernel + 1,
        ),
        "stride times": wrong(
            "The stride multiplies. Longer steps lead to fewer places.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel) * stride + 1,
        ),
        "up": wrong(
            "The number of steps was rounded up, or to the nearest. A last step for which there is no room is"
            " not made.",
            lambda size, kernel, stride, padding: math.ceil((size + 2 * padding - kernel) / stride) + 1,
            lambda size, kernel, stride, padding: round((size + 2 * padding - kernel) / stride) + 1,
        ),
        "no floor": wrong(
            "There are whole places only. `//` leaves out the step for which there is no room.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel) / stride + 1,
        ),
        "no floor, one inside": wrong(
            "There are whole steps only, and the 1 comes after them.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel + 1) / stride,
        ),
        "kernel added": wrong(
            "The kernel was added to the room. It takes room away: where it stands it needs its own width.",
            lambda size, kernel, stride, padding: (size + 2 * padding + kernel) // stride + 1,
        ),
        "no kernel": wrong(
            "The width of the kernel does not count here. Near the far end it would stick out.",
            lambda size, kernel, stride, padding: (size + 2 * padding) // stride,
            lambda size, kernel, stride, padding: (size + 2 * padding) // stride + 1,
            lambda size, kernel, stride, padding: (size + 2 * padding - 1) // stride + 1,
        ),
        "kernel as stride": wrong(
            "The kernel's width stands where the stride belongs. Windows may overlap.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel) // kernel + 1,
        ),
        "half a kernel": wrong(
            "Only a part of the kernel was taken off. All of it has to fit in.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel // 2) // stride + 1,
            lambda size, kernel, stride, padding: (size + 2 * padding - 2 * (kernel // 2)) // stride + 1,
        ),
        "both ways": wrong(
            "These are the places of a whole image. Those along one side are asked for.",
            lambda size, kernel, stride, padding: convolution.output_size(size, kernel, stride, padding) ** 2,
        ),
        "from left to right": wrong(
            "Brackets are missing: only the kernel was divided by the stride. Python divides before it takes"
            " away.",
            lambda size, kernel, stride, padding: size + 2 * padding - kernel // stride + 1,
            lambda size, kernel, stride, padding: size + 2 * padding - kernel / stride + 1,
        ),
        "with room left": wrong(
            "The steps were divided with the 1. One place belongs to no step.",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel) // (stride + 1),
        ),
    },
    hints=[
        "How long is the line with its padding, at both ends? How far can the kernel still move on it?",
        "So far is `size + 2 * padding - kernel`; in whole steps of `stride`: `//`.",
        "And one: before its first step the kernel stands already.",
    ],
)

CHAINS = [
    {"kernels": np.array([3, 2, 5, 4]), "strides": np.array([2, 3, 1, 4])},
    {"kernels": np.array([7, 3, 4]), "strides": np.array([3, 2, 2])},
    {"kernels": np.array([5, 6, 3, 2, 4]), "strides": np.array([1, 4, 2, 3, 1])},
]


def _field(each=lambda k: k - 1, steps=lambda strides: np.cumprod([1, *strides[:-1]]), start=1):
    """Return how far a neuron sees as a function; each keyword replaces a part by that of a mistake.

    each   of a kernel's size, returns what it adds, in steps
    steps  of all strides, returns how long a step is before each layer, in pixels
    start  what is there before any layer
    """
    return lambda kernels, strides: start + int(np.sum(each(kernels) * steps(strides)))


_receptive_field = _field()

check_receptive_field = function_exercise(
    "10.receptive_field",
    "Check receptive_field(kernels, strides), which returns how many pixels along one side an output sees.",
    solve=_receptive_field,
    on=CHAINS,
    right="Each layer adds its kernel less one, in steps as long as all strides before it make them.",
    mistakes={
        "no strides": wrong(
            "The strides do not count here. After a stride of 2, neighbours are two pixels apart.",
            _field(steps=lambda strides: 1),
        ),
        "own stride": wrong(
            "A layer's own stride was counted for its own kernel. Its kernel lies on what the layers before"
            " left; its stride counts for those after.",
            _field(steps=np.cumprod),
        ),
        "own stride alone": wrong(
            "Each kernel was multiplied by its own stride alone. Its step is as long as all strides before it"
            " make it.",
            _field(steps=lambda strides: strides),
        ),
        "last stride alone": wrong(
            "Only the stride of the layer right before was counted. All strides before a layer multiply.",
            _field(steps=lambda strides: np.concatenate([[1], strides[:-1]])),
        ),
        "strides added": wrong(
            "The strides were added up. They multiply: every second of every third is every sixth.",
            _field(steps=lambda strides: np.cumsum([1, *strides[:-1]])),
            _field(steps=lambda strides: np.cumsum([0, *strides[:-1]])),
        ),
        "whole kernels": wrong(
            "Each kernel was added whole. One of its pixels was seen already: a kernel of 1 adds nothing.",
            _field(each=lambda k: k),
            _field(each=lambda k: k, start=0),
        ),
        "no one": wrong(
            "One pixel is missing: an output sees one before any layer widens it.",
            _field(start=0),
        ),
        "sum": wrong(
            "These are the kernels' sizes added up, with or without one less for each. They lie on steps of"
            " different lengths.",
            lambda kernels, strides: kernels.sum(),
            lambda kernels, strides: kernels.sum() - len(kernels),
        ),
        "product": wrong(
            "The kernels were multiplied. A further layer adds pixels at both ends.",
            lambda kernels, strides: kernels.prod(),
        ),
        "strides alone": wrong(
            "This is how far apart two neighbouring outputs are. How many pixels one sees is asked for.",
            lambda kernels, strides: strides.prod(),
        ),
        "from the end": wrong(
            "The layers were taken from the last one to the first. The strides before a layer count for it.",
            lambda kernels, strides: _receptive_field(kernels[::-1], strides[::-1]),
        ),
        "all strides": wrong(
            "Every layer was given the product of all strides. Only those before it count.",
            _field(steps=lambda strides: strides.prod()),
        ),
        "one layer": wrong(
            "Only one layer is left. In a loop: is each layer's part added, or does it replace the last one?",
            AnyOf(
                lambda kernels, strides: [
                    kernels[0],
                    kernels[-1],
                    1 + (kernels[-1] - 1) * strides[:-1].prod(),
                ]
            ),
            without_loop="Only one layer is left. Each one widens what is seen.",
        ),
        "last left out": wrong(
            "A layer is missing, the first or the last: where does the loop begin, and where does it end?",
            lambda kernels, strides: _receptive_field(kernels[:-1], strides[:-1]),
            lambda kernels, strides: _receptive_field(kernels[1:], strides[1:]),
        ),
        "area": wrong(
            "These are all pixels of the square. Those along one side are asked for.",
            lambda kernels, strides: _receptive_field(kernels, strides) ** 2,
        ),
        "both sides": wrong(
            "A layer adds its kernel less one in all, at both ends together: neither a half of it nor twice"
            " as much.",
            _field(each=lambda k: k // 2),
            _field(each=lambda k: 2 * (k - 1)),
            _field(each=lambda k: 2 * (k // 2)),
        ),
    },
    hints=[
        "Begin with one pixel and a step of one pixel.",
        "Each layer adds `(kernel - 1) * step` pixels.",
        "After that its stride makes the step longer: `step = step * stride`.",
    ],
)


MODULES = [
    {"inputs": 40, "one": 17, "reduce3": 13, "three": 31, "reduce5": 7, "five": 19, "pool": 11},
    {"inputs": 83, "one": 16, "reduce3": 12, "three": 37, "reduce5": 9, "five": 23, "pool": 14},
    {"inputs": 21, "one": 5, "reduce3": 18, "three": 8, "reduce5": 15, "five": 29, "pool": 26},
]


def _count(
    kernels=(1, 1, 3, 1, 5, 1),
    ins=lambda n, r3, r5, one, three: (n, n, r3, n, r5, n),
    used=(1, 1, 1, 1, 1, 1),
    biases=lambda outs: sum(outs),
    area=lambda side: side**2,
):
    """Return the count of a module as a function; each keyword replaces a part of it by that of a mistake.

    kernels  sides of the six kernels: one, reduce3, three, reduce5, five, pool
    ins      channels that come into each of them
    used     whether each counts
    biases   of the channels that come out of those that count, returns how many biases there are
    area     of a kernel's side, returns its weights for one channel in and one out
    """

    def function(inputs, one, reduce3, three, reduce5, five, pool):
        outs = (one, reduce3, three, reduce5, five, pool)
        into = ins(inputs, reduce3, reduce5, one, three)
        rows = [
            row for row, counts in zip(zip(kernels, into, outs, strict=True), used, strict=True) if counts
        ]
        return sum(area(side) * n * k for side, n, k in rows) + biases([k for _, _, k in rows])

    return function


_parameters = _count()

check_module_parameters = function_exercise(
    "10.module_parameters",
    """Check module_parameters(inputs, one, reduce3, three, reduce5, five, pool): a whole number.

    All weights and biases of the six convolutions of an Inception module.
    """,
    solve=_parameters,
    on=MODULES,
    right="Each convolution has a kernel for each channel in and out, and a bias for each channel out.",
    mistakes={
        "no biases": wrong(
            "The biases are missing: one for each channel that a convolution gives.",
            _count(biases=lambda outs: 0),
        ),
        "few biases": wrong(
            "One bias was counted for each convolution or branch, or one in all. Each channel that comes out"
            " has its own.",
            _count(biases=len),
            _count(biases=lambda outs: 1),
            _count(biases=lambda outs: 4),
        ),
        "biases at the end": wrong(
            "Biases were counted for the four branches' ends alone. The 1 × 1 convolutions before have"
            " theirs.",
            lambda inputs, one, reduce3, three, reduce5, five, pool: (
                _parameters(inputs, one, reduce3, three, reduce5, five, pool) - reduce3 - reduce5
            ),
        ),
        "side by side": wrong(
            "The kernels' sides were not squared: one of 3 × 3 has nine weights, one of 5 × 5 has 25.",
            _count(area=lambda side: side),
            _count(area=lambda side: 2 * side if side > 1 else 1),
        ),
        "no kernels": wrong(
            "Every convolution was counted as one of 1 × 1.",
            _count(area=lambda side: 1),
        ),
        "channels alone": wrong(
            "Kernels were counted without the channels that come in. A kernel has its weights for each of"
            " them.",
            _count(ins=lambda n, r3, r5, one, three: (1,) * 6),
        ),
        "nothing before": wrong(
            "The kernels of 3 × 3 and 5 × 5 were counted on all inputs. They see what the 1 × 1 before them"
            " leaves.",
            _count(ins=lambda n, r3, r5, one, three: (n,) * 6),
            _count(ins=lambda n, r3, r5, one, three: (n,) * 6, used=(1, 0, 1, 0, 1, 1)),
        ),
        "before left out": wrong(
            "The 1 × 1 convolutions before were left out. They have weights and biases too.",
            _count(used=(1, 0, 1, 0, 1, 1)),
        ),
        "one left out": wrong(
            "The branch of 1 × 1 was left out.",
            _count(used=(0, 1, 1, 1, 1, 1)),
        ),
        "pool left out": wrong(
            "The branch with the maximum was left out. The maximum has no weights, the 1 × 1 after it has.",
            _count(used=(1, 1, 1, 1, 1, 0)),
        ),
        "three left out": wrong(
            "A branch is missing: that of 3 × 3, or that of 5 × 5.",
            _count(used=(1, 0, 0, 1, 1, 1)),
            _count(used=(1, 1, 1, 0, 0, 1)),
            _count(used=(1, 1, 0, 1, 1, 1)),
            _count(used=(1, 1, 1, 1, 0, 1)),
        ),
        "pool as nine": wrong(
            "The maximum of 3 × 3 was given weights. It only looks for the largest number.",
            _count(kernels=(1, 1, 3, 1, 5, 3)),
            lambda inputs, one, reduce3, three, reduce5, five, pool: (
                _parameters(inputs, one, reduce3, three, reduce5, five, pool) + 9
            ),
            lambda inputs, one, reduce3, three, reduce5, five, pool: (
                _parameters(inputs, one, reduce3, three, reduce5, five, pool) + 9 * inputs
            ),
        ),
        "in a row": wrong(
            "The branches were put one after another. They stand side by side: all begin at the inputs.",
            _count(ins=lambda n, r3, r5, one, three: (n, one, r3, three, r5, n)),
        ),
        "swapped": wrong(
            "reduce3 and reduce5 have changed places: each belongs before its own kernel.",
            _count(ins=lambda n, r3, r5, one, three: (n, n, r5, n, r3, n)),
        ),
        "sizes swapped": wrong(
            "The kernels of 3 × 3 and 5 × 5 have changed places.",
            _count(kernels=(1, 1, 5, 1, 3, 1)),
        ),
        "outputs": wrong(
            "These are channels: how many the module gives. Its weights and biases are asked for.",
            lambda inputs, one, reduce3, three, reduce5, five, pool: one + three + five + pool,
            lambda inputs, one, reduce3, three, reduce5, five, pool: (
                one + reduce3 + three + reduce5 + five + pool
            ),
        ),
        "input biases": wrong(
            "A bias was counted for each channel that comes in. It belongs to each that comes out.",
            lambda inputs, one, reduce3, three, reduce5, five, pool: (
                _count(biases=lambda outs: 0)(inputs, one, reduce3, three, reduce5, five, pool)
                + 4 * inputs
                + reduce3
                + reduce5
            ),
        ),
    },
    hints=[
        "One convolution of `k` channels from `n`: `side**2 * n * k` weights, and `k` biases.",
        "Four of the six begin at `inputs`: `one`, `reduce3`, `reduce5`, `pool`.",
        "That of 3 × 3 sees `reduce3` channels, that of 5 × 5 sees `reduce5`. The maximum has no weights.",
    ],
)

CAMS = [
    {
        "maps": np.array(
            [
                [[0.83, 0.12, 1.47], [0.29, 1.91, 0.05], [1.16, 0.74, 0.38], [0.57, 0.21, 1.62]],
                [[0.94, 1.33, 0.46], [1.78, 0.09, 0.67], [0.31, 1.52, 0.88], [1.24, 0.43, 0.17]],
            ]
        ),
        "slopes": np.array(
            [
                [[0.41, -0.93, 0.28], [-0.16, -0.52, 0.77], [0.69, 0.14, -0.35], [0.22, -1.18, 0.06]],
                [[-0.27, 0.39, 0.81], [0.58, -0.71, -0.44], [0.95, -0.23, 0.11], [-0.08, -0.36, 0.53]],
            ]
        ),
    },
    {
        "maps": np.array(
            [[[0.72, 1.08], [1.45, 0.26]], [[0.13, 0.97], [0.61, 1.84]], [[1.37, 0.48], [0.85, 0.33]]]
        ),
        "slopes": np.array(
            [[[0.64, -0.87], [0.31, -0.12]], [[-0.45, -0.28], [0.92, -0.59]], [[0.17, 0.36], [0.73, -0.94]]]
        ),
    },
    {  # square, and as many channels as sides, so that what is turned round fits, and can be named
        "maps": np.array([[[0.53, 1.27], [0.96, 0.34]], [[1.68, 0.41], [0.19, 0.75]]]),
        "slopes": np.array([[[0.25, 0.79], [0.55, -0.55]], [[-0.4, 0.75], [-0.99, 0.64]]]),
    },
]


def _map(
    weights=lambda slopes: slopes.mean(axis=(0, 1)),
    seen=lambda maps: maps,
    end=lambda found: np.maximum(found, 0),
):
    """Return a class map as a function; each keyword replaces a part of it by that of a mistake."""
    return lambda maps, slopes: end(np.sum(seen(maps) * weights(slopes), axis=2))


def _relu(values):
    return np.maximum(values, 0)


check_class_map = function_exercise(
    "10.class_map",
    "Check class_map(maps, slopes), which returns where the channels speak for the class, (h, w).",
    solve=inception.class_map,
    on=CAMS,
    right="Each channel counts by its mean slope, and what speaks against the class is left out.",
    meaning="one entry for each place",
    mistakes={
        "no relu": wrong(
            "Places that speak against the class are below 0 here. Relu leaves them out.",
            _map(end=lambda found: found),
        ),
        "absolute": wrong(
            "The signs were taken off: what speaks against the class looks like what speaks for it.",
            _map(end=np.abs),
        ),
        "sign": wrong(
            "The signs are flipped: what speaks against the class is left.",
            _map(end=lambda found: _relu(-found)),
        ),
        "relu early": wrong(
            "Relu came before the channels were added up. A channel that speaks against the class may weigh"
            " more than one that speaks for it.",
            _map(weights=lambda slopes: _relu(slopes.mean(axis=(0, 1)))),
            lambda maps, slopes: _relu(maps * slopes.mean(axis=(0, 1))).sum(axis=2),
            _map(weights=lambda slopes: _relu(slopes).mean(axis=(0, 1))),
        ),
        "absolute slopes": wrong(
            "The signs of the slopes were taken off. A channel whose slopes are below 0 speaks against the"
            " class.",
            _map(weights=lambda slopes: np.abs(slopes).mean(axis=(0, 1))),
            _map(weights=lambda slopes: np.abs(slopes.mean(axis=(0, 1)))),
        ),
        "sum": wrong(
            "The slopes of a channel were added up. Their mean is its weight.",
            _map(weights=lambda slopes: slopes.sum(axis=(0, 1))),
        ),
        "place by place": wrong(
            "Each place was multiplied by its own slope. A channel has one weight, the mean of its slopes"
            " over all places.",
            _map(weights=lambda slopes: slopes),
            _map(weights=lambda slopes: slopes, end=lambda found: found),
        ),
        "no slopes": wrong(
            "All channels count alike here. Which class is asked about comes in by the slopes.",
            _map(weights=lambda slopes: 1),
            lambda maps, slopes: maps.mean(axis=2),
        ),
        "slopes alone": wrong(
            "The slopes alone say how a change would count. What is there, the maps, belongs to it.",
            lambda maps, slopes: _relu(slopes.mean(axis=2)),
            lambda maps, slopes: slopes.mean(axis=2),
            lambda maps, slopes: _relu(slopes.sum(axis=2)),
            lambda maps, slopes: slopes.sum(axis=2),
        ),
        "over channels": wrong(
            "The slopes were put together over the channels. A channel's weight is a mean over places.",
            lambda maps, slopes: _relu((maps * slopes.mean(axis=2, keepdims=True)).sum(axis=2)),
            lambda maps, slopes: _relu(maps.sum(axis=2) * slopes.sum(axis=2)),
        ),
        "mean of channels": wrong(
            "The channels were averaged at the end. They are added up, each with its weight.",
            lambda maps, slopes: inception.class_map(maps, slopes) / maps.shape[2],
        ),
        "one axis": wrong(
            "The mean was taken along rows or columns alone. All places of a channel make its weight.",
            _map(weights=lambda slopes: slopes.mean(axis=0)),
            _map(weights=lambda slopes: slopes.mean(axis=1)[:, None]),
        ),
        "maps averaged": wrong(
            "The maps were averaged and the slopes kept. It is the other way round: places belong to the"
            " maps.",
            lambda maps, slopes: _relu(np.sum(maps.mean(axis=(0, 1)) * slopes, axis=2)),
        ),
        "largest channel": wrong(
            "Only one channel is left. All are added up.",
            AnyOf(
                lambda maps, slopes: [
                    _relu(maps[:, :, k] * slopes[:, :, k].mean())
                    for k in (0, maps.shape[2] - 1, slopes.mean(axis=(0, 1)).argmax())
                ]
            ),
        ),
        "scaled": wrong(
            "The map was divided by its largest value or its sum. It is asked for as it is.",
            AnyOf(
                lambda maps, slopes: over(
                    inception.class_map(maps, slopes),
                    inception.class_map(maps, slopes).max(),
                    inception.class_map(maps, slopes).sum(),
                )
            ),
        ),
        "channels": wrong(
            "One number for each channel came out. The map has one for each place.",
            lambda maps, slopes: slopes.mean(axis=(0, 1)),
            lambda maps, slopes: maps.mean(axis=(0, 1)) * slopes.mean(axis=(0, 1)),
        ),
        "not added": wrong(
            "The channels still stand side by side. Add them up: one number for each place.",
            lambda maps, slopes: maps * slopes.mean(axis=(0, 1)),
            lambda maps, slopes: _relu(maps * slopes.mean(axis=(0, 1))),
        ),
        "summed": wrong(
            "All places were put together into one number. Each has its own entry.",
            lambda maps, slopes: inception.class_map(maps, slopes).sum(),
            lambda maps, slopes: inception.class_map(maps, slopes).mean(),
            lambda maps, slopes: np.sum(maps * slopes),
        ),
        "transposed": wrong(
            "Rows and columns of the map have changed places.",
            lambda maps, slopes: inception.class_map(maps, slopes).T,
        ),
        "squared": wrong(
            "A square is in it. The weighted sum is asked for as it is.",
            lambda maps, slopes: inception.class_map(maps, slopes) ** 2,
        ),
    },
    hints=[
        "One weight for each channel: `slopes.mean(axis=(0, 1))`, (c,).",
        "`maps @ weights` adds up the channels at each place, each with its weight: (h, w).",
        "`np.maximum(..., 0)` leaves out what speaks against the class.",
    ],
)
