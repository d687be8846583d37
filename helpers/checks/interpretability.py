"""The exercises of notebook 09: an input's slope, covering, the smallest change, importance, the hottest."""

import numpy as np

from helpers.learner.exercise import AnyOf, function_exercise, over, wrong
from helpers.maths import linear

NEURONS = [
    {
        "W": np.array([[0.83, -1.27, 0.46, 1.91], [-0.58, 0.92, 1.34, -0.71], [1.16, 0.37, -1.48, 0.64]]),
        "b": np.array([-0.94, 1.57, 0.28, -1.73]),
        "v": np.array([1.213, -0.867, 0.541, 1.479]),
        "x": np.array([0.72, -0.39, 1.18]),
    },
    {
        "W": np.array([[1.42, -0.63, 0.87, -1.15, 0.34], [-0.76, 1.09, 0.52, 0.98, -1.67]]),
        "b": np.array([0.31, -0.82, -1.96, 0.47, 2.08]),
        "v": np.array([-0.733, 1.627, 0.914, -1.381, 0.459]),
        "x": np.array([-0.57, 1.36]),
    },
    {  # square, so that what is turned round fits, and can be named
        "W": np.array([[0.69, 1.53, -0.88], [-1.24, 0.41, 1.17], [0.95, -0.36, 0.73]]),
        "b": np.array([0.96, -1.08, -0.29]),
        "v": np.array([0.857, 1.342, -1.619]),
        "x": np.array([1.27, 0.84, -0.51]),
    },
]


def _sums(W, b, x):
    return x @ W + b


def _slopes(slope=lambda z: z > 0, sums=_sums, way=lambda v: v):
    """Return the gradient by the inputs as a function; each keyword replaces a part by that of a mistake."""
    return lambda W, b, v, x: W @ (way(v) * slope(sums(W, b, x)))


_input_gradient = _slopes()


def _relu(z):
    return np.maximum(z, 0)


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


check_input_gradient = function_exercise(
    "09.input_gradient",
    "Check input_gradient(W, b, v, x), which returns the slope of the score by each input, (n,).",
    solve=_input_gradient,
    on=NEURONS,
    right="Each way from an input to the score counts, if the neuron on it is on.",
    meaning="one slope for each input",
    mistakes={
        "no slope": wrong(
            "All neurons count here, the silent ones too. What does relu hand on of a change where z is"
            " below 0?",
            _slopes(slope=np.ones_like),
        ),
        "no bias": wrong(
            "The bias is missing in z. It helps to decide which neurons are on.",
            _slopes(sums=lambda W, b, x: x @ W),
        ),
        "bias sign": wrong(
            "The bias was taken off in z. It is added.",
            _slopes(sums=lambda W, b, x: x @ W - b),
        ),
        "bias twice": wrong(
            "The bias came into z more than once.",
            _slopes(sums=lambda W, b, x: x @ W + 2 * b),
            _slopes(sums=lambda W, b, x: x @ W + len(x) * b),
        ),
        "bias alone": wrong(
            "Whether a neuron is on was read off the bias alone. Its z holds the inputs too.",
            _slopes(sums=lambda W, b, x: b),
        ),
        "a for slope": wrong(
            "The activations a stand where the slope of relu belongs. How strongly a neuron fires is not how"
            " it reacts to a change.",
            _slopes(slope=_relu),
        ),
        "z for slope": wrong(
            "The weighted sums z stand where the slope of relu belongs, which is 0 or 1.",
            _slopes(slope=lambda z: z),
        ),
        "slope turned": wrong(
            "The neurons that are off were counted, and those that are on left out.",
            _slopes(slope=lambda z: z <= 0),
        ),
        "other slope": wrong(
            "This is the slope of another curve, sigmoid or tanh. The hidden layer has relu.",
            _slopes(slope=lambda z: _sigmoid(z) * (1 - _sigmoid(z))),
            _slopes(slope=lambda z: 1 - np.tanh(z) ** 2),
            _slopes(slope=lambda z: _relu(z) * (1 - _relu(z))),
        ),
        "sigmoid itself": wrong(
            "How far a neuron is on was taken from the sigmoid. The slope of relu has two values only.",
            _slopes(slope=_sigmoid),
        ),
        "no v": wrong(
            "The weights from the neurons to the score are missing.",
            _slopes(way=np.ones_like),
        ),
        "v's signs": wrong(
            "Only a part of v was used: its signs, its sizes, or what is above 0. A neuron may speak for the"
            " score or against it, loudly or not.",
            _slopes(way=np.sign),
            _slopes(way=np.abs),
            _slopes(way=_relu),
        ),
        "relu at inputs": wrong(
            "It was asked which inputs are above 0. Relu stands at the neurons: look at their z.",
            lambda W, b, v, x: (W @ v) * (x > 0),
        ),
        "relu at the end": wrong(
            "Slopes below 0 were set to 0. An input that lowers the score has a negative slope.",
            lambda W, b, v, x: _relu(_input_gradient(W, b, v, x)),
        ),
        "times x": wrong(
            "The slopes were multiplied by the inputs. The slope itself is asked for, whatever x is.",
            lambda W, b, v, x: x * _input_gradient(W, b, v, x),
            lambda W, b, v, x: x @ _input_gradient(W, b, v, x),
            lambda W, b, v, x: x * (W @ v),
        ),
        "absolute": wrong(
            "The signs are lost. They say whether the score rises or falls with an input.",
            lambda W, b, v, x: np.abs(_input_gradient(W, b, v, x)),
        ),
        "signs": wrong(
            "These are the signs of the slopes alone. How steep it is counts as well.",
            lambda W, b, v, x: np.sign(_input_gradient(W, b, v, x)),
        ),
        "sign": wrong(
            "All signs are flipped: where the score rises with an input, its slope is above 0.",
            lambda W, b, v, x: -_input_gradient(W, b, v, x),
        ),
        "squared": wrong(
            "The slopes were squared. They are asked for as they are.",
            lambda W, b, v, x: _input_gradient(W, b, v, x) ** 2,
        ),
        "scaled": wrong(
            "The slopes were divided, by their length, their largest or how many there are. Nothing is to be"
            " divided here.",
            AnyOf(
                lambda W, b, v, x: over(
                    _input_gradient(W, b, v, x),
                    np.linalg.norm(_input_gradient(W, b, v, x)),
                    np.abs(_input_gradient(W, b, v, x)).max(),
                    np.abs(_input_gradient(W, b, v, x)).sum(),
                    len(b),
                    len(x),
                )
            ),
        ),
        "summed": wrong(
            "The slopes of all inputs were put together into one. Each input has its own.",
            lambda W, b, v, x: _input_gradient(W, b, v, x).sum(),
            lambda W, b, v, x: _input_gradient(W, b, v, x).mean(),
        ),
        "score": wrong(
            "This is the score, without its c. How it changes with each input is asked for.",
            lambda W, b, v, x: _relu(_sums(W, b, x)) @ v,
        ),
        "transposed": wrong(
            "W was turned round on one of its two ways. Its rows are the inputs, its columns the neurons.",
            lambda W, b, v, x: W.T @ (v * (_sums(W, b, x) > 0)),
            _slopes(sums=lambda W, b, x: W @ x + b),
            lambda W, b, v, x: W.T @ (v * (W @ x + b > 0)),
        ),
        "at the neurons": wrong(
            "It stopped at the neurons: one number for each of them. From there the way back to the inputs"
            " goes through W.",
            lambda W, b, v, x: v * (_sums(W, b, x) > 0),
            lambda W, b, v, x: (_sums(W, b, x) > 0) * 1.0,
        ),
        "by weights": wrong(
            "This is the slope by each weight in W. Here the weights stay and the inputs change.",
            lambda W, b, v, x: np.outer(x, v * (_sums(W, b, x) > 0)),
        ),
        "table": wrong(
            "The ways through the neurons still stand side by side. Add up, for each input, all its ways.",
            lambda W, b, v, x: W * (v * (_sums(W, b, x) > 0)),
        ),
        "one neuron": wrong(
            "Only one hidden neuron is left in it. In a loop: is each neuron's part added, or does it replace"
            " the last one?",
            AnyOf(lambda W, b, v, x: [W[:, k] * v[k] * (_sums(W, b, x)[k] > 0) for k in (0, -1)]),
            without_loop="Only one hidden neuron is left in it. An input reaches the score through all that"
            " are on.",
        ),
    },
    hints=[
        "Go forward first: `z = x @ W + b`. Where `z > 0` a neuron is on, and relu has the slope 1; else 0.",
        "The slope of the score by each neuron's z is `v * (z > 0)`, (h,).",
        "Each input reaches all neurons through its row of `W`, so `W @ ...` leads back to the inputs.",
    ],
)

PICTURES = [
    {
        "W": np.array(
            [
                [0.413, -0.827, 1.156, 0.274, -0.591],
                [-1.238, 0.645, 0.387, -0.962, 1.419],
                [0.756, 1.083, -0.534, 0.891, -0.317],
                [-0.448, 0.219, 0.973, -1.365, 0.682],
            ]
        ),
        "image": np.array(
            [
                [0.92, 0.17, 0.58, 0.83, 0.29],
                [0.46, 0.71, 0.05, 0.64, 0.98],
                [0.13, 0.87, 0.42, 0.21, 0.76],
                [0.69, 0.33, 0.94, 0.55, 0.08],
            ]
        ),
        "size": 2,
        "fill": 0.37,
    },
    {
        "W": np.array(
            [[0.362, -1.147, 0.785, 0.538], [1.274, 0.693, -0.456, -0.819], [-0.931, 0.218, 1.067, 0.584]]
        ),
        "image": np.array([[0.31, 0.84, 0.07, 0.62], [0.95, 0.26, 0.73, 0.48], [0.19, 0.57, 0.88, 0.11]]),
        "size": 1,
        "fill": 0.66,
    },
    {
        "W": np.array(
            [
                [0.127, 0.894, -0.653, 0.341, 1.216, -0.478, 0.765],
                [-0.982, 0.439, 0.571, -1.324, 0.268, 0.807, -0.193],
                [0.616, -0.745, 1.138, 0.952, -0.387, 0.524, -1.071],
                [1.463, 0.286, -0.819, 0.175, 0.693, -0.956, 0.412],
                [-0.534, 1.027, 0.358, -0.641, 0.889, 0.247, -0.762],
                [0.981, -0.213, -1.146, 0.732, 0.465, -0.874, 1.329],
            ]
        ),
        "image": np.array(
            [
                [0.24, 0.91, 0.36, 0.78, 0.03, 0.67, 0.52],
                [0.85, 0.12, 0.59, 0.44, 0.97, 0.28, 0.16],
                [0.39, 0.74, 0.01, 0.82, 0.47, 0.63, 0.93],
                [0.56, 0.22, 0.89, 0.34, 0.15, 0.71, 0.08],
                [0.77, 0.49, 0.18, 0.96, 0.61, 0.27, 0.86],
                [0.14, 0.68, 0.83, 0.09, 0.54, 0.99, 0.31],
            ]
        ),
        "size": 3,
        "fill": 0.23,
    },
]


def _from_corner(r, c, size):
    return slice(r, r + size), slice(c, c + size)


def _from_centre(r, c, size):
    r, c = r - size // 2, c - size // 2
    return slice(max(r, 0), r + size), slice(max(c, 0), c + size)


def _falls(
    patch=_from_corner,
    filled=lambda image, where, fill: fill,
    end=lambda score, covered: score - covered,
    less=lambda size: size - 1,
    step=lambda size: 1,
):
    """Return covering as a function; each keyword replaces a part of it by that of a mistake.

    patch   of a place and a size, returns the rows and columns that are covered
    filled  of the image, the patch and fill, returns what the patch is set to
    end     of the score and that of the covered image, returns the entry
    less    of the size, returns how many places fewer than pixels there are along an edge
    step    of the size, returns how far one place is from the next
    """

    def function(W, image, size, fill):
        def entry(r, c):
            covered, where = image.copy(), patch(r, c, size)
            covered[where] = filled(image, where, fill)
            return end(np.sum(W * image), np.sum(W * covered))

        h, w = (range(0, max(pixels - less(size), 0), step(size)) for pixels in image.shape)
        return np.array([[entry(r, c) for c in w] for r in h])

    return function


_occlusion = _falls()


def _staying(anew=False, against_last=False):
    """Return covering that leaves a patch covered when the next one comes; anew: each row begins anew."""

    def function(W, image, size, fill):
        first, covered, found = np.sum(W * image), image.copy(), []
        for r in range(image.shape[0] - size + 1):
            covered = image.copy() if anew else covered
            found.append([])
            for c in range(image.shape[1] - size + 1):
                before = np.sum(W * covered) if against_last else first
                covered[_from_corner(r, c, size)] = fill
                found[-1].append(before - np.sum(W * covered))
        return np.array(found)

    return function


def _place(table):
    """Return the row and the column of the largest entry of a table."""
    return np.array(np.unravel_index(np.argmax(table), table.shape))


def _in_zeros(W, image, size, fill):
    """Return the falls in the upper left corner of an array of zeros, as large as the image."""
    found, falls = np.zeros(image.shape), _occlusion(W, image, size, fill)
    found[: falls.shape[0], : falls.shape[1]] = falls
    return found


check_occlusion = function_exercise(
    "09.occlusion",
    """Check occlusion(W, image, size, fill), which returns by how much the score falls at each place.

    The score of an image is the sum of W * image. Entry [r, c] belongs to the patch of size x size pixels
    whose upper left one is [r, c], set to fill; all places at which it fits, (h - size + 1, w - size + 1).
    """,
    solve=_occlusion,
    on=PICTURES,
    right="Where the score falls far, the patch hid something that spoke for it.",
    meaning="one entry for each place at which the patch fits",
    mistakes={
        "score": wrong(
            "These are the scores of the covered images. How far each fell is asked for.",
            _falls(end=lambda score, covered: covered),
        ),
        "sign": wrong(
            "The sign is flipped: a fall is what the score was, minus what it is when covered.",
            _falls(end=lambda score, covered: covered - score),
        ),
        "covered with 0": wrong(
            "The patch was covered with 0. The grey to cover it with is `fill`.",
            _falls(filled=lambda image, where, fill: 0),
        ),
        "covered with 1": wrong(
            "The patch was covered with 1, ink. It is `fill` that says with what.",
            _falls(filled=lambda image, where, fill: 1),
        ),
        "covered with the mean": wrong(
            "The patch was covered with a mean of the image, not with `fill`.",
            _falls(filled=lambda image, where, fill: image.mean()),
            _falls(filled=lambda image, where, fill: image[where].mean()),
        ),
        "without image": wrong(
            "What the image shows does not count here. A covered pixel goes from its own value to fill:"
            " it is set, not shifted.",
            _falls(filled=lambda image, where, fill: image[where] + fill),
            _falls(filled=lambda image, where, fill: image[where] - fill),
        ),
        "fill times": wrong(
            "The patch was multiplied by fill. Its pixels are to be set to it.",
            _falls(filled=lambda image, where, fill: image[where] * fill),
        ),
        "covers stay": wrong(
            "The patches before stay covered, so that ever more is hidden. Each place begins with the whole"
            " image: work on a copy.",
            _staying(),
            _staying(against_last=True),
            _staying(anew=True),
            _staying(anew=True, against_last=True),
        ),
        "the rest": wrong(
            "All but the patch was covered. The patch is what is to be hidden.",
            lambda W, image, size, fill: np.sum(W * (image - fill)) - _occlusion(W, image, size, fill),
        ),
        "whole stripes": wrong(
            "Whole rows or columns were covered. The patch ends on all four sides.",
            _falls(patch=lambda r, c, size: (slice(r, r + size), slice(None))),
            _falls(patch=lambda r, c, size: (slice(None), slice(c, c + size))),
        ),
        "one pixel": wrong(
            "Only one pixel was covered at each place. The patch has `size` of them along each side.",
            _falls(patch=lambda r, c, size: (r, c)),
        ),
        "one line": wrong(
            "Only one row, one column or one diagonal of the patch was covered. It is a square.",
            _falls(patch=lambda r, c, size: (r, slice(c, c + size))),
            _falls(patch=lambda r, c, size: (slice(r, r + size), c)),
            _falls(patch=lambda r, c, size: (np.arange(r, r + size), np.arange(c, c + size))),
        ),
        "size less": wrong(
            "The patch is one pixel too small along each side. The end of a slice is not part of it.",
            _falls(patch=lambda r, c, size: _from_corner(r, c, size - 1)),
        ),
        "size more": wrong(
            "The patch is one pixel too large along each side. A slice from r to r + 2 holds two rows.",
            _falls(patch=lambda r, c, size: _from_corner(r, c, size + 1)),
        ),
        "centred": wrong(
            "The patch was laid with its centre at the place. Its upper left pixel belongs there.",
            _falls(patch=_from_centre),
            _falls(patch=_from_centre, less=lambda size: 0),
            _falls(
                patch=lambda r, c, size: (
                    slice(r - size // 2, r - size // 2 + size),
                    slice(c - size // 2, c - size // 2 + size),
                )
            ),
        ),
        "swapped": wrong(
            "Row and column of the patch have changed places: r counts rows, the first index.",
            _falls(patch=lambda r, c, size: _from_corner(c, r, size)),
        ),
        "transposed": wrong(
            "The places are turned round: the row of a place is its row in the result too.",
            lambda W, image, size, fill: _occlusion(W, image, size, fill).T,
        ),
        "upside down": wrong(
            "The places are right, but run from the lower right. The first one is at the upper left.",
            lambda W, image, size, fill: _occlusion(W, image, size, fill)[::-1, ::-1],
            lambda W, image, size, fill: _occlusion(W, image, size, fill)[::-1],
            lambda W, image, size, fill: _occlusion(W, image, size, fill)[:, ::-1],
        ),
        "too few places": wrong(
            "The last places are missing, where the patch touches the lower or the right edge. It still fits"
            " there.",
            lambda W, image, size, fill: _occlusion(W, image, size, fill)[:-1, :-1],
            lambda W, image, size, fill: _occlusion(W, image, size, fill)[:-1],
            lambda W, image, size, fill: _occlusion(W, image, size, fill)[:, :-1],
        ),
        "a place for each pixel": wrong(
            "There is an entry for each pixel. Near the lower and the right edge the patch would stick out:"
            " these are no places for it.",
            _falls(less=lambda size: 0),
            _in_zeros,
        ),
        "tiles": wrong(
            "The patches were laid side by side. The next place is one pixel further on, and patches"
            " overlap.",
            _falls(step=lambda size: size),
        ),
        "one place": wrong(
            "Only one place is left. Does `return` stand inside the loop, or does each place replace the last"
            " one?",
            AnyOf(lambda W, image, size, fill: [_occlusion(W, image, size, fill)[k, k] for k in (0, -1)]),
            without_loop="Only one place is left. The patch moves over the whole image.",
        ),
        "summed": wrong(
            "All places were put together into one number. Each of them has its own entry.",
            AnyOf(
                lambda W, image, size, fill: [
                    put(_occlusion(W, image, size, fill)) for put in (np.sum, np.mean, np.max)
                ]
            ),
        ),
        "where": wrong(
            "This says where the score falls most. How far it falls, at every place, is asked for.",
            lambda W, image, size, fill: _place(_occlusion(W, image, size, fill)),
            lambda W, image, size, fill: np.argmax(_occlusion(W, image, size, fill)),
        ),
        "one row": wrong(
            "The places stand in one long row. They are asked for as they lie in the image.",
            lambda W, image, size, fill: _occlusion(W, image, size, fill).ravel(),
        ),
        "over pixels": wrong(
            "The fall was divided by a number of pixels. The whole fall is asked for.",
            AnyOf(
                lambda W, image, size, fill: over(_occlusion(W, image, size, fill), size**2, size, image.size)
            ),
        ),
        "relative": wrong(
            "The fall was divided by the score. It is asked for as it is.",
            _falls(end=lambda score, covered: (score - covered) / score),
            _falls(end=lambda score, covered: covered / score),
            _falls(end=lambda score, covered: (score - covered) / abs(score)),
        ),
        "absolute": wrong(
            "The sign is lost. Where the patch hides what spoke against it, the score rises: the fall is"
            " below 0.",
            _falls(end=lambda score, covered: abs(score - covered)),
            _falls(end=lambda score, covered: max(score - covered, 0)),
        ),
        "squared": wrong(
            "A square is in it. The score is a plain sum, and so is its fall.",
            _falls(end=lambda score, covered: (score - covered) ** 2),
            lambda W, image, size, fill: _occlusion(W, (image - fill) ** 2, size, 0.0),
        ),
        "no W": wrong(
            "The weights are missing: this is how far the sum of the pixels fell. A score weighs each.",
            lambda W, image, size, fill: _occlusion(np.ones_like(W), image, size, fill),
        ),
        "weights alone": wrong(
            "These are sums of the weights under the patch. A score also holds the pixels.",
            lambda W, image, size, fill: _occlusion(W, np.ones_like(W), size, 0.0),
        ),
        "weights covered": wrong(
            "The weights were covered, not the image. The network stays as it is.",
            lambda W, image, size, fill: _occlusion(image, W, size, fill),
        ),
    },
    hints=[
        "One place first: `covered = image.copy()`, then `covered[r : r + size, c : c + size] = fill`.",
        "Its entry is `np.sum(W * image) - np.sum(W * covered)`.",
        "Two loops over `range(h - size + 1)` and `range(w - size + 1)` fill an array of that shape.",
    ],
)

POINTS = [
    {"w": np.array([1.37, -0.82, 0.56]), "b": 0.74, "x": np.array([0.93, -1.48, 2.15])},
    {"w": np.array([-0.64, 1.93]), "b": -1.27, "x": np.array([1.86, 0.39])},
    {"w": np.array([0.47, 1.28, -1.71, 0.92]), "b": 0.58, "x": np.array([-1.34, 0.77, 1.09, -0.42])},
]


def _score(w, b, x):
    return w @ x + b


def _moved(divisor=lambda w: w @ w, score=_score, direction=lambda w: w):
    """Return the nearest point as a function; each keyword replaces a part of it by that of a mistake."""
    return lambda w, b, x: x - score(w, b, x) * direction(w) / divisor(w)


_smallest_change = _moved()


def _one_entry(which):
    """Return a function that changes one entry alone until the score is 0; which finds it in w."""

    def function(w, b, x):
        k = which(w)
        return x - _score(w, b, x) / w[k] * (np.arange(len(w)) == k)

    return function


check_smallest_change = function_exercise(
    "09.smallest_change",
    "Check smallest_change(w, b, x), which returns the nearest point to x where w . x + b is 0, (n,).",
    solve=_smallest_change,
    on=POINTS,
    right="It goes straight along w until the score is 0: no shorter way leads there.",
    meaning="one entry for each input",
    mistakes={
        "length": wrong(
            "It was divided by the length of w. A step along w counts twice: by its length, and by how fast"
            " the score changes on it.",
            _moved(divisor=np.linalg.norm),
        ),
        "not divided": wrong(
            "It went along w by the score, but how long w is counts as well: what becomes of the score"
            " there?",
            _moved(divisor=lambda w: 1),
        ),
        "no bias": wrong(
            "The bias is missing in the score.",
            _moved(score=lambda w, b, x: w @ x),
        ),
        "bias sign": wrong(
            "The bias was taken off. It is part of the score with its own sign.",
            _moved(score=lambda w, b, x: w @ x - b),
        ),
        "bias twice": wrong(
            "The bias came into the score more than once.",
            _moved(score=lambda w, b, x: w @ x + 2 * b),
            _moved(score=lambda w, b, x: (w * x + b).sum()),
        ),
        "bias in the length": wrong(
            "The bias was taken into the length of w. It does not change with x.",
            lambda w, b, x: x - _score(w, b, x) * w / (w @ w + b**2),
        ),
        "farther": wrong(
            "It went the wrong way: there the score is twice as large.",
            lambda w, b, x: x + _score(w, b, x) * w / (w @ w),
        ),
        "change": wrong(
            "This is the change alone. Where it leads from x is asked for.",
            lambda w, b, x: _smallest_change(w, b, x) - x,
            lambda w, b, x: x - _smallest_change(w, b, x),
        ),
        "mirror": wrong(
            "It went twice as far, to the mirror image beyond the line. It was to stop at score 0.",
            lambda w, b, x: 2 * _smallest_change(w, b, x) - x,
        ),
        "half way": wrong(
            "It stopped half-way: half of the score is left.",
            lambda w, b, x: (x + _smallest_change(w, b, x)) / 2,
        ),
        "one entry": wrong(
            "Only one entry was changed. The score is 0 there, but a little of all makes a shorter way.",
            _one_entry(lambda w: np.abs(w).argmax()),
            _one_entry(np.argmax),
            _one_entry(lambda w: 0),
            _one_entry(lambda w: -1 % len(w)),
        ),
        "each alone": wrong(
            "Each entry was moved as if it had to bring the score to 0 alone. Together they go too far.",
            lambda w, b, x: x - _score(w, b, x) / w,
            lambda w, b, x: (w * x - _score(w, b, x)) / w,
        ),
        "shared": wrong(
            "Each entry took an equal share of the score. Those with large weights get more done for the"
            " same way.",
            lambda w, b, x: x - _score(w, b, x) / (len(w) * w),
        ),
        "equally": wrong(
            "All entries were moved by the same amount. The nearest point lies straight along w.",
            lambda w, b, x: x - _score(w, b, x) / w.sum(),
            lambda w, b, x: x - _score(w, b, x),
            lambda w, b, x: x - _score(w, b, x) / len(w),
        ),
        "equally, by sign": wrong(
            "All entries were moved equally far, each by the sign of its weight. A large weight deserves a"
            " larger part.",
            lambda w, b, x: x - _score(w, b, x) * np.sign(w) / np.abs(w).sum(),
            lambda w, b, x: x - _score(w, b, x) * np.sign(w),
            lambda w, b, x: x - np.sign(_score(w, b, x)) * np.sign(w),
        ),
        "from the origin": wrong(
            "This is the point nearest to the origin. The one nearest to x is asked for.",
            lambda w, b, x: -b * w / (w @ w),
        ),
        "along x": wrong(
            "It went along x, not along w: the way from x through the origin is longer.",
            lambda w, b, x: -b / (w @ x) * x,
            lambda w, b, x: x - _score(w, b, x) * x / (x @ x),
            lambda w, b, x: x - _score(w, b, x) * x,
        ),
        "over n": wrong(
            "It was divided by the number of entries. How many there are does not matter here.",
            AnyOf(
                lambda w, b, x: [
                    x - _score(w, b, x) * w / (divisor * len(w)) for divisor in (w @ w, np.linalg.norm(w), 1)
                ]
            ),
        ),
        "over the sum": wrong(
            "It was divided by the sum of the weights. On the way along w each weight counts with its"
            " square.",
            _moved(divisor=np.sum),
            _moved(divisor=lambda w: np.abs(w).sum()),
        ),
        "entry by entry": wrong(
            "Score and weights were multiplied entry by entry. All entries share one score, and one length.",
            lambda w, b, x: x - (w * x + b) * w / (w @ w),
            lambda w, b, x: x - (w * x + b) / w,
        ),
        "absolute": wrong(
            "A sign is lost: below 0 the score has to rise, and a negative weight pulls the other way.",
            _moved(score=lambda w, b, x: abs(_score(w, b, x))),
            _moved(direction=np.abs),
        ),
        "score ignored": wrong(
            "It always goes equally far. The larger the score, the farther away is 0.",
            lambda w, b, x: x - w / (w @ w),
            lambda w, b, x: x - w / np.linalg.norm(w),
            lambda w, b, x: x - w,
            lambda w, b, x: x - np.sign(_score(w, b, x)) * w / np.linalg.norm(w),
        ),
        "distance": wrong(
            "This is how far it is. The point itself is asked for.",
            lambda w, b, x: abs(_score(w, b, x)) / np.linalg.norm(w),
            lambda w, b, x: _score(w, b, x) / np.linalg.norm(w),
        ),
        "score": wrong(
            "This is the score at x. The point where it becomes 0 is asked for.",
            _score,
        ),
        "how often": wrong(
            "This one number says how many times w is too much in x. The point that is left is asked for.",
            lambda w, b, x: _score(w, b, x) / (w @ w),
            lambda w, b, x: -_score(w, b, x) / (w @ w),
        ),
    },
    hints=[
        "The score changes fastest along `w`, so the nearest point is `x - t * w` for some number t.",
        "Put it in: `w @ (x - t * w) + b` is the score at x, minus `t * (w @ w)`. For which t is that 0?",
        "`t = (w @ x + b) / (w @ w)`; return `x - t * w`.",
    ],
)

X6 = np.array(
    [[1, 0.43, -1.28], [1, 1.71, 0.64], [1, -0.82, 2.13], [1, 2.26, -0.57], [1, -1.39, 0.91], [1, 0.18, 1.47]]
)
X5 = np.array(
    [
        [1, 0.31, 1.74, -0.66],
        [1, -1.27, 0.52, 0.83],
        [1, 2.08, -0.95, 0.29],
        [1, 0.67, 1.13, -1.58],
        [1, -0.44, -1.86, 2.17],
    ]
)


def _mixed(X, *orders):
    """Return X with each column but the first in an order of its own."""
    return np.column_stack([X[:, 0], *(X[order, j + 1] for j, order in enumerate(map(list, orders)))])


SHUFFLED = [
    {
        "theta": np.array([0.74, -1.23, 0.91]),
        "X": X6,
        "y": np.array([-1.07, -0.36, 3.92, -2.58, 3.41, 1.63]),
        "mixed": _mixed(X6, (3, 0, 5, 4, 2, 1), (2, 5, 4, 0, 1, 3)),
    },
    {
        "theta": np.array([-0.38, 0.86, 1.47, -0.47]),
        "X": X5,
        "y": np.array([2.14, -0.73, 0.65, 1.38, -3.57]),
        "mixed": _mixed(X5, (2, 4, 3, 0, 1), (1, 0, 4, 2, 3), (4, 3, 0, 1, 2)),
    },
]


def _with_column(X, j, column):
    """Return X with another column in the place of column j."""
    return np.column_stack([X[:, :j], column, X[:, j + 1 :]])


def _rises(
    given=lambda X, mixed, j: _with_column(X, j, mixed[:, j]),
    loss=linear.loss,
    end=lambda after, before: after - before,
    learnt=lambda theta, X, y: theta,
    start=lambda theta, X, y: theta,
):
    """Return importance as a function; each keyword replaces a part of it by that of a mistake.

    given   of X, mixed and a column, returns the inputs on which the model is judged
    loss    of theta, inputs and targets
    end     of the loss after and before, returns the entry
    learnt  of theta, those inputs and y, returns the parameters that are judged
    start   the same, for the loss before, with X
    """

    def function(theta, X, y, mixed):
        found, before = [], loss(start(theta, X, y), X, y)
        for j in range(1, X.shape[1]):
            inputs = given(X, mixed, j)
            found.append(end(loss(learnt(theta, inputs, y), inputs, y), before))
        return np.array(found)

    return function


_importance = _rises()


def _anew(theta, X, y):
    return linear.least_squares(X, y)


def _one_by_one(theta, X, y, mixed):
    """Return how far the loss rises from each column to the next, where mixed columns stay mixed."""
    found = [
        linear.loss(theta, np.column_stack([mixed[:, :j], X[:, j:]]), y) for j in range(1, 1 + X.shape[1])
    ]
    return np.diff(found)


def _all_at_once(theta, X, y, mixed):
    return linear.loss(theta, mixed, y) - linear.loss(theta, X, y)


def _judged_before(theta, X, y, mixed):
    """Return the rise for models that learnt from a mixed column and are judged on X."""
    return np.array(
        [
            linear.loss(linear.least_squares(_with_column(X, j, mixed[:, j]), y), X, y)
            - linear.loss(theta, X, y)
            for j in range(1, X.shape[1])
        ]
    )


def _changes(size):
    """Return how much the predictions change as a function; size makes one number of the changes."""
    return lambda theta, X, y, mixed: np.array(
        [size((mixed[:, j] - X[:, j]) * theta[j]) for j in range(1, X.shape[1])]
    )


check_importance = function_exercise(
    "09.importance",
    """Check importance(theta, X, y, mixed), which returns how far the loss rises for each column, (n,).

    mixed holds each column of X shuffled. Entry j - 1 belongs to column j: the loss with that column from
    mixed and all others from X, minus the loss on X. Column 0, x0 = 1, has no entry.
    """,
    solve=_importance,
    on=SHUFFLED,
    right="The more the model leans on a column, the worse it fares when that column is shuffled.",
    meaning="one entry for each column but that of x0",
    mistakes={
        "sign": wrong(
            "The sign is flipped: the rise is the loss afterwards, minus the loss before.",
            _rises(end=lambda after, before: before - after),
        ),
        "loss": wrong(
            "These are the losses with a shuffled column. How far each lies above that on X is asked for.",
            _rises(end=lambda after, before: after),
        ),
        "all at once": wrong(
            "All columns were shuffled at once. One at a time says which of them matters.",
            lambda *given: np.full(len(given[0]) - 1, _all_at_once(*given)),
            _all_at_once,
        ),
        "columns stay": wrong(
            "A column that was shuffled stays so when the next one comes. Each begins with X as it was.",
            lambda theta, X, y, mixed: np.cumsum(_one_by_one(theta, X, y, mixed)),
            _one_by_one,
            lambda theta, X, y, mixed: linear.loss(theta, X, y) + np.cumsum(_one_by_one(theta, X, y, mixed)),
        ),
        "the others": wrong(
            "The others were shuffled, and the column itself was kept. It is the one to shuffle.",
            _rises(given=lambda X, mixed, j: _with_column(mixed, j, X[:, j])),
        ),
        "swapped": wrong(
            "X and mixed have changed places: begin with X, and take one column from mixed.",
            lambda theta, X, y, mixed: _importance(theta, mixed, y, X),
            lambda theta, X, y, mixed: -_importance(theta, mixed, y, X),
        ),
        "set to 0": wrong(
            "The column was set to 0. Shuffled it keeps its numbers, but not in their rows.",
            _rises(given=lambda X, mixed, j: _with_column(X, j, 0 * X[:, j])),
        ),
        "set to the mean": wrong(
            "The column was set to its mean. Take it from mixed instead.",
            _rises(given=lambda X, mixed, j: _with_column(X, j, 0 * X[:, j] + X[:, j].mean())),
        ),
        "trained anew": wrong(
            "A new model was trained on the shuffled column. What this model needs is asked for: theta"
            " stays.",
            _rises(learnt=_anew),
            _rises(learnt=_anew, start=_anew),
            _judged_before,
        ),
        "left out": wrong(
            "The column was left out and a new model trained. Here the same theta goes on, on a shuffled"
            " column.",
            _rises(given=lambda X, mixed, j: np.delete(X, j, axis=1), learnt=_anew),
            _rises(given=lambda X, mixed, j: np.delete(X, j, axis=1), learnt=_anew, start=_anew),
        ),
        "least loss before": wrong(
            "Before is the loss of the best theta. It has to be that of the theta given.",
            _rises(start=_anew),
        ),
        "relative": wrong(
            "The loss afterwards was divided by the one before. Their difference is asked for.",
            _rises(end=lambda after, before: after / before),
            _rises(end=lambda after, before: after / before - 1),
            _rises(end=lambda after, before: 100 * (after / before - 1)),
            _rises(end=lambda after, before: before / after),
        ),
        "shares": wrong(
            "The rises were made shares, of their sum or of the largest. They are asked for as they are.",
            AnyOf(
                lambda *given: over(_importance(*given), _importance(*given).sum(), _importance(*given).max())
            ),
        ),
        "sum": wrong(
            "The squares were added up over the examples. The loss is their mean, with a half.",
            AnyOf(lambda *given: over(_importance(*given), 1 / len(given[2]), 0.5 / len(given[2]))),
        ),
        "no half": wrong(
            "It is twice as large. The loss of this course holds a half.",
            lambda *given: 2 * _importance(*given),
        ),
        "divided": wrong(
            "The rise was divided by the number of examples or of columns. Nothing is left to be divided.",
            AnyOf(lambda *given: over(_importance(*given), len(given[2]), len(given[0]) - 1, len(given[0]))),
        ),
        "root": wrong(
            "Roots were taken. Both losses go in as they are.",
            _rises(loss=lambda theta, X, y: np.sqrt(linear.loss(theta, X, y))),
            _rises(loss=lambda theta, X, y: np.sqrt(2 * linear.loss(theta, X, y))),
        ),
        "squared": wrong(
            "The rise was squared. A loss has its squares inside already.",
            lambda *given: _importance(*given) ** 2,
        ),
        "absolute errors": wrong(
            "The errors were taken without their signs, but not squared. The loss here has squares.",
            _rises(loss=lambda theta, X, y: np.mean(np.abs(X @ theta - y))),
            _rises(loss=lambda theta, X, y: np.mean(np.abs(X @ theta - y)) / 2),
        ),
        "absolute": wrong(
            "A fall of the loss was turned into a rise, or into 0. A column may well do harm: then its entry"
            " is negative.",
            lambda *given: np.abs(_importance(*given)),
            lambda *given: np.maximum(_importance(*given), 0),
        ),
        "parameters": wrong(
            "This only looks at the parameters, or at a column's spread with them. Ask the loss instead.",
            lambda theta, X, y, mixed: theta[1:],
            lambda theta, X, y, mixed: np.abs(theta[1:]),
            lambda theta, X, y, mixed: theta[1:] ** 2,
            lambda theta, X, y, mixed: np.abs(theta[1:]) * X[:, 1:].std(axis=0),
        ),
        "predictions": wrong(
            "This is how much the predictions change. Whether they became worse is asked for: y belongs to"
            " it.",
            _changes(lambda change: np.mean(np.abs(change))),
            _changes(lambda change: np.mean(change**2)),
            _changes(lambda change: np.mean(change**2) / 2),
        ),
        "gradient": wrong(
            "This is the gradient of the loss, which nudges theta. Here a column is shuffled.",
            lambda theta, X, y, mixed: linear.gradient(theta, X, y)[1:],
            lambda theta, X, y, mixed: np.abs(linear.gradient(theta, X, y))[1:],
        ),
        "column 0": wrong(
            "The columns are one too far to the left. Entry 0 belongs to column 1, since x0 is no input.",
            lambda *given: np.append(0, _importance(*given)[:-1]),
        ),
        "intercept too": wrong(
            "There is an entry for x0 as well. Nothing can be shuffled in a column of ones.",
            lambda *given: np.append(0, _importance(*given)),
        ),
        "backwards": wrong(
            "The entries run from the last column to the first, or by size. Each keeps its column's place.",
            lambda *given: _importance(*given)[::-1],
            lambda *given: np.sort(_importance(*given)),
            lambda *given: np.sort(_importance(*given))[::-1],
        ),
        "one column": wrong(
            "Only one column is left. In a loop: is each rise kept, or does it replace the last?",
            AnyOf(lambda *given: list(_importance(*given)[[0, -1]])),
            without_loop="Only one column is left. Each of them is shuffled once.",
        ),
        "summed": wrong(
            "The rises were put together into one number. Each column has its own.",
            AnyOf(lambda *given: [put(_importance(*given)) for put in (np.sum, np.mean, np.max)]),
        ),
        "which": wrong(
            "This says which columns matter most. How much each of them matters is asked for.",
            AnyOf(lambda *given: [np.argmax(_importance(*given)) + first for first in (0, 1)]),
            AnyOf(
                lambda *given: [
                    first + np.argsort(sign * _importance(*given)) for sign in (1, -1) for first in (0, 1)
                ]
            ),
        ),
    },
    hints=[
        "For column j: `other = X.copy()`, then `other[:, j] = mixed[:, j]`.",
        "Its entry is `linear.loss(theta, other, y) - linear.loss(theta, X, y)`.",
        "Loop over `range(1, X.shape[1])`, and copy X anew each time.",
    ],
)

MAPS = [
    {
        "maps": np.array(
            [
                [[1.27, 1.12, 0.82, -0.32], [0.43, 0.54, 0.82, -0.5]],
                [[-0.31, -0.86, -1.07, 0.49], [-1.97, -1.5, 1.04, -0.04]],
                [[-1.1, 0.93, 0.06, -0.99], [-1.06, 1.22, 1.49, -0.12]],
            ]
        )
    },
    {
        "maps": np.array(
            [
                [[-1.64, 0.4], [1.06, 0.34], [0.37, 0.26], [-0.43, -1.55]],
                [[0.01, 2.17], [1.27, -0.39], [0.71, -0.51], [-0.32, -0.75]],
                [[-0.35, 2.06], [1.79, -0.01], [0.16, 0.03], [-1.35, 0.55]],
                [[0.29, -0.19], [0.31, 0.16], [-0.4, -2.05], [-1.76, 0.57]],
                [[0.19, -2.41], [0.35, -0.58], [0.67, 0.32], [-0.55, 0.42]],
            ]
        )
    },
    {
        "maps": np.array(
            [
                [[-0.13, 1.24, -0.48, -0.74, -0.99], [-0.18, -0.61, -0.3, 0.09, 0.43]],
                [[1.27, 0.82, -0.55, -0.25, 0.77], [1.49, 0.56, -0.49, 0.61, 0.34]],
                [[0.08, 0.53, 1.14, 0.15, 0.69], [0.85, -1.69, -0.8, 0.38, -1.06]],
                [[-0.43, 0.51, -0.45, -2.51, -0.04], [-1.67, 1.48, 0.88, -0.88, -1.37]],
            ]
        )
    },
    {
        "maps": np.array(
            [
                [
                    [0.43, -0.87, -1.35],
                    [1.04, -0.18, 1.65],
                    [0.52, -0.72, -0.99],
                    [-1.32, 1.17, -0.38],
                    [0.74, -0.85, -0.13],
                ],
                [
                    [0.08, -0.5, 0.5],
                    [-0.75, 0.76, 0.0],
                    [0.32, -0.16, -1.17],
                    [-1.09, -0.1, 2.01],
                    [-0.36, 0.06, -0.4],
                ],
            ]
        )
    },
]


def _hottest(maps):
    return _place(np.abs(maps).mean(axis=0))


def _each_hottest(maps):
    """Return row and column of the hottest pixel of each map, (m, 2)."""
    return np.array([_place(np.abs(one)) for one in maps])


def _most_often(maps):
    places, counts = np.unique(_each_hottest(maps), axis=0, return_counts=True)
    return places[counts.argmax()]


def _flat(maps):
    return np.abs(maps).mean(axis=0).argmax()


check_hottest = function_exercise(
    "09.hottest",
    """Check hottest(maps), which returns the row and the column of the hottest pixel, (2,).

    It is the one at which the mean of the absolute values over the maps, (m, h, w), is largest.
    """,
    solve=_hottest,
    on=MAPS,
    right="On average over the maps, no other pixel is as far from 0, upwards or downwards.",
    meaning="the row and the column",
    mistakes={
        "no absolute": wrong(
            "In this mean, values of both signs cancel each other. A pixel is hot on either side of 0.",
            lambda maps: _place(maps.mean(axis=0)),
            lambda maps: _place(-maps.mean(axis=0)),
        ),
        "absolute late": wrong(
            "The signs were dropped after the mean, when they had cancelled each other already.",
            lambda maps: _place(np.abs(maps.mean(axis=0))),
        ),
        "coldest": wrong(
            "This is the coldest pixel. Where is the mean largest?",
            lambda maps: _place(-np.abs(maps).mean(axis=0)),
        ),
        "positive only": wrong(
            "Only the values above 0 count here, or only those below. Both make a pixel hot.",
            lambda maps: _place(np.maximum(maps, 0).mean(axis=0)),
            lambda maps: _place(np.maximum(-maps, 0).mean(axis=0)),
        ),
        "signs": wrong(
            "Only signs were counted. How large a value is counts too.",
            lambda maps: _place(np.sign(maps).mean(axis=0)),
            lambda maps: _place((maps > 0).sum(axis=0)),
        ),
        "swapped": wrong(
            "The two have changed places: first the row, then the column.",
            lambda maps: _hottest(maps)[::-1],
        ),
        "from 1": wrong(
            "Rows and columns were counted from 1. The upper left pixel is 0, 0.",
            lambda maps: _hottest(maps) + 1,
        ),
        "flat": wrong(
            "One number counts through all pixels, row by row. Which row and which column is that?",
            _flat,
        ),
        "single map": wrong(
            "This is the largest value in any single map. First take the mean over the maps.",
            lambda maps: _place(np.abs(maps).max(axis=0)),
            lambda maps: _place(maps.max(axis=0)),
            lambda maps: _place(np.abs(maps)),
            lambda maps: _place(maps),
            lambda maps: np.argmax(np.abs(maps)),
            lambda maps: np.argmax(maps),
        ),
        "one map": wrong(
            "Only one of the maps was looked at. A pixel may be hot in one and cold in the others.",
            AnyOf(lambda maps: [_place(one) for one in (np.abs(maps[0]), np.abs(maps[-1]))]),
            AnyOf(lambda maps: [_place(one) for one in (maps[0], maps[-1])]),
        ),
        "each map": wrong(
            "Each map has its own pixel here. Take the mean over the maps first, then one pixel.",
            _each_hottest,
            lambda maps: _each_hottest(maps).T,
            lambda maps: np.array([np.abs(one).argmax() for one in maps]),
            lambda maps: np.array([_place(one) for one in maps]),
        ),
        "most often": wrong(
            "This pixel is the hottest of most single maps. The mean also says by how much.",
            _most_often,
        ),
        "mean place": wrong(
            "A mean was taken of places. Between two hot pixels it may be cold: the values are averaged.",
            lambda maps: _each_hottest(maps).mean(axis=0),
            lambda maps: _each_hottest(maps).mean(axis=0).round(),
            lambda maps: _each_hottest(maps).mean(axis=0).astype(int),
        ),
        "apart": wrong(
            "Row and column were looked for apart, by sums. The hottest row need not hold the hottest pixel.",
            lambda maps: np.array(
                [np.abs(maps).mean(axis=(0, 2)).argmax(), np.abs(maps).mean(axis=(0, 1)).argmax()]
            ),
        ),
        "apart, of each": wrong(
            "These are the hottest pixels of each row or each column. Only one of them all is asked for.",
            lambda maps: np.abs(maps).mean(axis=0).argmax(axis=0),
            lambda maps: np.abs(maps).mean(axis=0).argmax(axis=1),
        ),
        "wrong width": wrong(
            "The running number was divided by the wrong length. A row is as long as there are columns.",
            lambda maps: np.array(divmod(_flat(maps), maps.shape[1])),
            lambda maps: np.array(divmod(_flat(maps), maps.shape[1]))[::-1],
            lambda maps: np.array(divmod(_flat(maps), maps.shape[0])),
        ),
        "shape of all maps": wrong(
            "The running number was read with the shape of all the maps. It counts through one of them.",
            lambda maps: np.array(np.unravel_index(_flat(maps), maps.shape)),
            lambda maps: np.array(np.unravel_index(_flat(maps), maps.shape))[:2],
        ),
        "wrong axis": wrong(
            "The mean was taken along rows or columns. The maps are counted by the first axis.",
            lambda maps: _place(np.abs(maps).mean(axis=1)),
            lambda maps: _place(np.abs(maps).mean(axis=2)),
        ),
        "squares": wrong(
            "Squares were averaged, so that one large value outweighs many. Take absolute values.",
            lambda maps: _place((maps**2).mean(axis=0)),
        ),
        "middle one": wrong(
            "This is the median over the maps. Here the mean counts.",
            lambda maps: _place(np.median(np.abs(maps), axis=0)),
        ),
        "spread": wrong(
            "This is where the maps differ most. Where they are far from 0 is asked for.",
            lambda maps: _place(maps.std(axis=0)),
        ),
        "value": wrong(
            "This is how hot it is. Where it is so is asked for.",
            lambda maps: np.abs(maps).mean(axis=0).max(),
            lambda maps: np.abs(maps).max(),
        ),
        "means": wrong(
            "These are the means of all pixels. The place of the largest is asked for.",
            lambda maps: np.abs(maps).mean(axis=0),
        ),
        "which map": wrong(
            "This says which map is the hottest, not which pixel.",
            lambda maps: np.abs(maps).argmax(axis=0),
            lambda maps: maps.argmax(axis=0),
            lambda maps: np.abs(maps).mean(axis=(1, 2)).argmax(),
        ),
    },
    hints=[
        "`np.abs(maps).mean(axis=0)` is one image, (h, w): the mean over the maps.",
        "`argmax()` of it counts through the pixels row by row, and gives one number.",
        "`np.unravel_index(number, shape)` makes row and column of it; the shape is that of one map.",
    ],
)
