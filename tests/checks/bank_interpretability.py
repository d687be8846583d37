"""Answers to the exercises of notebook 09, written from the tasks alone."""

import numpy as np
from bank import Bank

from helpers.maths import linear


def by_chain(W, b, v, x):
    z = x @ W + b
    da = v
    dz = da * np.where(z > 0, 1, 0)
    return dz @ W.T


def with_loops(W, b, v, x):
    slopes = np.zeros(len(x))
    for i in range(len(x)):
        for k in range(len(b)):
            if x @ W[:, k] + b[k] > 0:
                slopes[i] += W[i, k] * v[k]
    return slopes


def only_those_on(W, b, v, x):
    on = x @ W + b > 0
    return W[:, on] @ v[on]


def by_nudging(W, b, v, x):
    def score(x):
        return np.maximum(x @ W + b, 0) @ v

    steps = 1e-4 * np.eye(len(x))
    return np.array([(score(x + step) - score(x - step)) / 2e-4 for step in steps])


def last_neuron(W, b, v, x):
    for k in range(len(b)):
        slope = W[:, k] * v[k] * (x @ W[:, k] + b[k] > 0)
    return slope


def spoils_v(W, b, v, x):
    v[x @ W + b <= 0] = 0
    return W @ v


INPUT_GRADIENT = Bank(
    right=[
        by_chain,
        with_loops,
        only_those_on,
        by_nudging,
        lambda W, b, v, x: (W * v) @ np.heaviside(x @ W + b, 0),
        lambda *given: list(by_chain(*given)),
    ],
    wrong=[
        ("no slope", lambda W, b, v, x: W.dot(v)),
        ("no slope", lambda W, b, v, x: (W * v).sum(axis=1)),
        ("no bias", lambda W, b, v, x: W @ (v * (x @ W > 0))),
        ("bias sign", lambda W, b, v, x: W @ (v * (x @ W > b))),
        ("a for slope", lambda W, b, v, x: W @ (v * np.maximum(x @ W + b, 0))),
        ("z for slope", lambda W, b, v, x: W @ ((x @ W + b) * v)),
        ("slope turned", lambda W, b, v, x: W @ (v * (x @ W + b < 0))),
        ("slope turned", lambda W, b, v, x: W @ np.where(x @ W + b > 0, 0, v)),
        ("no v", lambda W, b, v, x: W @ (x @ W + b > 0)),
        ("no v", lambda W, b, v, x: W[:, x @ W + b > 0].sum(axis=1)),
        ("times x", lambda W, b, v, x: x * by_chain(W, b, v, x)),
        ("absolute", lambda *given: abs(by_chain(*given))),
        ("signs", lambda *given: np.sign(by_chain(*given))),
        ("sign", lambda *given: -by_chain(*given)),
        ("summed", lambda *given: sum(by_chain(*given))),
        ("at the neurons", lambda W, b, v, x: v * (x @ W + b > 0)),
        ("by weights", lambda W, b, v, x: x[:, None] * (v * (x @ W + b > 0))),
        ("table", lambda W, b, v, x: W * v * (x @ W + b > 0)),
        ("score", lambda W, b, v, x: np.maximum(x @ W + b, 0) @ v),
        ("squared", lambda *given: by_chain(*given) ** 2),
        ("scaled", lambda *given: by_chain(*given) / np.sqrt(sum(by_chain(*given) ** 2))),
        ("scaled", lambda *given: by_chain(*given) / max(abs(by_chain(*given)))),
        ("relu at inputs", lambda W, b, v, x: np.where(x > 0, W @ v, 0)),
        ("relu at the end", lambda *given: np.maximum(0, by_chain(*given))),
        ("other slope", lambda W, b, v, x: W @ (v / (2 + np.exp(x @ W + b) + np.exp(-x @ W - b)))),
        ("transposed", lambda W, b, v, x: (v * (x @ W + b > 0)) @ W),
        ("one neuron", last_neuron),
        ("changed `v`", spoils_v),
    ],
    general=[lambda *given: 3 * by_chain(*given)],
)


def in_loops(W, image, size, fill):
    before = (W * image).sum()
    falls = np.empty((len(image) - size + 1, len(image[0]) - size + 1))
    for r in range(falls.shape[0]):
        for c in range(falls.shape[1]):
            copy = image.copy()
            copy[r : r + size, c : c + size] = fill
            falls[r, c] = before - (W * copy).sum()
    return falls


def with_windows(W, image, size, fill):
    windows = np.lib.stride_tricks.sliding_window_view(W * (image - fill), (size, size))
    return windows.sum(axis=(2, 3))


def shifted(W, image, size, fill):
    h, w = image.shape
    one = W * (image - fill)
    rows, columns = h - size + 1, w - size + 1
    return sum(one[i : i + rows, j : j + columns] for i in range(size) for j in range(size))


def put_back(W, image, size, fill):
    h, w = image.shape
    work, found = image.copy(), []
    for r in range(h - size + 1):
        for c in range(w - size + 1):
            kept = work[r : r + size, c : c + size].copy()
            work[r : r + size, c : c + size] = fill
            found.append(np.vdot(W, image) - np.vdot(W, work))
            work[r : r + size, c : c + size] = kept
    return np.reshape(found, (h - size + 1, -1))


def each_place(entry, h_more=0, w_more=0):
    """Return the table of an entry of W, image, size, fill, r, c over all places, or a few more."""

    def function(W, image, size, fill):
        h, w = image.shape
        return [
            [entry(W, image.copy(), size, fill, r, c) for c in range(w - size + 1 + w_more)]
            for r in range(h - size + 1 + h_more)
        ]

    return function


def hidden(size_of=lambda size: size, with_what=lambda image, fill: fill, judge=lambda a, b: a - b):
    def entry(W, image, size, fill, r, c):
        before, size = np.sum(W * image), size_of(size)
        image[r : r + size, c : c + size] = with_what(image, fill)
        return judge(before, np.sum(W * image))

    return entry


def spoils_image(W, image, size, fill):
    before, h, w = np.sum(W * image), *image.shape
    falls = np.zeros((h - size + 1, w - size + 1))
    for r in range(h - size + 1):
        for c in range(w - size + 1):
            covered = image
            covered[r : r + size, c : c + size] = fill
            falls[r, c] = before - np.sum(W * covered)
    return falls


def swapped(W, image, size, fill, r, c):
    before = np.sum(W * image)
    image[c : c + size, r : r + size] = fill
    return before - np.sum(W * image)


def one_pixel(W, image, size, fill, r, c):
    before = np.sum(W * image)
    image[r, c] = fill
    return before - np.sum(W * image)


def centred(W, image, size, fill, r, c):
    before, top, left = np.sum(W * image), max(0, r - size // 2), max(0, c - size // 2)
    image[top : r - size // 2 + size, left : c - size // 2 + size] = fill
    return before - np.sum(W * image)


def all_but(W, image, size, fill, r, c):
    covered = np.full(image.shape, fill)
    covered[r : r + size, c : c + size] = image[r : r + size, c : c + size]
    return np.sum(W * image) - np.sum(W * covered)


def returns_at_once(W, image, size, fill):
    for r in range(len(image) - size + 1):
        for c in range(len(image[0]) - size + 1):
            covered = image.copy()
            covered[r : r + size, c : c + size] = fill
            return np.sum(W * image) - np.sum(W * covered)


def side_by_side(W, image, size, fill):
    h, w = image.shape
    return [
        [hidden()(W, image.copy(), size, fill, r, c) for c in range(0, w - size + 1, size)]
        for r in range(0, h - size + 1, size)
    ]


def left_in_zeros(W, image, size, fill):
    falls = np.zeros(image.shape)
    falls[: len(image) - size + 1, : len(image[0]) - size + 1] = in_loops(W, image, size, fill)
    return falls


OCCLUSION = Bank(
    right=[
        in_loops,
        with_windows,
        shifted,
        put_back,
        each_place(hidden()),
        lambda *given: in_loops(*given).tolist(),
    ],
    wrong=[
        ("score", each_place(hidden(judge=lambda before, after: after))),
        ("sign", each_place(hidden(judge=lambda before, after: after - before))),
        ("covered with 0", each_place(hidden(with_what=lambda image, fill: 0))),
        ("covered with 1", each_place(hidden(with_what=lambda image, fill: 1))),
        ("covered with the mean", each_place(hidden(with_what=lambda image, fill: np.mean(image)))),
        ("covers stay", spoils_image),
        ("too few places", each_place(hidden(), -1, -1)),
        ("too few places", each_place(hidden(), 0, -1)),
        ("a place for each pixel", lambda W, image, size, fill: left_in_zeros(W, image, size, fill)),
        ("size less", each_place(hidden(size_of=lambda size: size - 1))),
        ("size more", each_place(hidden(size_of=lambda size: size + 1))),
        ("swapped", each_place(swapped)),
        ("transposed", lambda *given: in_loops(*given).T),
        ("one pixel", each_place(one_pixel)),
        (
            "one pixel",
            lambda W, image, size, fill: in_loops(W, image, 1, fill)[: 1 - size or None, : 1 - size or None],
        ),
        ("centred", each_place(centred)),
        ("the rest", each_place(all_but)),
        ("tiles", side_by_side),
        ("one place", returns_at_once),
        ("summed", lambda *given: in_loops(*given).mean()),
        ("summed", lambda *given: in_loops(*given).max()),
        ("over pixels", lambda W, image, size, fill: in_loops(W, image, size, fill) / size**2),
        ("relative", each_place(hidden(judge=lambda before, after: 1 - after / before))),
        ("relative", each_place(hidden(judge=lambda before, after: after / before))),
        ("absolute", lambda *given: np.abs(in_loops(*given))),
        ("squared", each_place(hidden(judge=lambda before, after: (before - after) ** 2))),
        ("no W", lambda W, image, size, fill: with_windows(1, image, size, fill)),
        (
            "without image",
            lambda W, image, size, fill: in_loops(W, image, size, 0) - with_windows(W, image + fill, size, 0),
        ),
        ("weights covered", lambda W, image, size, fill: with_windows(image, W, size, fill)),
        ("one row", lambda *given: in_loops(*given).flatten()),
        ("where", lambda *given: np.argwhere(in_loops(*given) == in_loops(*given).max())[0]),
        ("rounded", lambda *given: in_loops(*given).round(2)),
    ],
    general=[lambda *given: 3 * in_loops(*given), lambda *given: in_loops(*given) + 1],
)


def by_share(w, b, x):
    share = (sum(w * x) + b) / sum(w**2)
    return x - share * w


def by_unit(w, b, x):
    length = np.linalg.norm(w)
    distance = (w @ x + b) / length
    return x - distance * w / length


def by_projection(w, b, x):
    on_line = -b * w / (w @ w)
    return x - np.outer(w, w) @ (x - on_line) / (w @ w)


def by_system(w, b, x):
    n = len(w)
    A = np.block([[np.eye(n), w[:, None]], [w[None, :], np.zeros((1, 1))]])
    return np.linalg.solve(A, np.append(x, -b))[:n]


def spoils_x(w, b, x):
    x -= (w @ x + b) * w / (w @ w)
    return x


def with_largest(w, b, x):
    point, k = x.copy(), np.argmax(abs(w))
    point[k] -= (w @ x + b) / w[k]
    return point


def moved(step):
    return lambda w, b, x: x - step(w, w @ x + b)


SMALLEST_CHANGE = Bank(
    right=[
        by_share,
        by_unit,
        by_projection,
        by_system,
        lambda w, b, x: x - np.linalg.pinv(w[None, :])[:, 0] * (w @ x + b),
        lambda *given: tuple(by_share(*given)),
    ],
    wrong=[
        ("length", moved(lambda w, z: z * w / np.sqrt(sum(w**2)))),
        ("not divided", moved(lambda w, z: z * w)),
        ("no bias", lambda w, b, x: x - np.dot(w, x) / np.dot(w, w) * w),
        ("bias sign", lambda w, b, x: x - (w @ x - b) / (w @ w) * w),
        ("farther", moved(lambda w, z: -z * w / (w @ w))),
        ("change", lambda w, b, x: -(w @ x + b) / (w @ w) * w),
        ("change", lambda w, b, x: (w @ x + b) / (w @ w) * w),
        ("mirror", moved(lambda w, z: 2 * z * w / (w @ w))),
        ("half way", moved(lambda w, z: z * w / (w @ w) / 2)),
        ("one entry", with_largest),
        ("each alone", moved(lambda w, z: z / w)),
        ("shared", moved(lambda w, z: z / len(w) / w)),
        ("equally", moved(lambda w, z: z / sum(w))),
        ("equally", moved(lambda w, z: z / len(w))),
        ("equally, by sign", moved(lambda w, z: z / sum(abs(w)) * np.sign(w))),
        ("from the origin", lambda w, b, x: -b * w / sum(w * w)),
        ("along x", lambda w, b, x: x * -b / (w @ x)),
        ("over n", moved(lambda w, z: z * w / len(w))),
        ("over n", moved(lambda w, z: z * w / (w @ w) / len(w))),
        ("over the sum", moved(lambda w, z: z * w / sum(w))),
        ("absolute", moved(lambda w, z: abs(z) * w / (w @ w))),
        ("absolute", moved(lambda w, z: z * abs(w) / (w @ w))),
        ("score ignored", moved(lambda w, z: w / np.linalg.norm(w))),
        ("distance", lambda w, b, x: abs(w @ x + b) / np.sqrt(w @ w)),
        ("score", lambda w, b, x: w @ x + b),
        ("entry by entry", lambda w, b, x: x - (w * x + b) * w / (w @ w)),
        ("changed `x`", spoils_x),
    ],
    general=[
        lambda *given: by_share(*given) + 1,
        moved(lambda w, z: z * w / (w @ w) ** 2),
    ],
)


def shuffled_alone(theta, X, y, mixed):
    found = []
    for j in range(1, len(theta)):
        other = X.copy()
        other[:, j] = mixed[:, j]
        found.append(linear.loss(theta, other, y) - linear.loss(theta, X, y))
    return np.array(found)


def by_hand(theta, X, y, mixed):
    h = X @ theta
    before = ((h - y) ** 2).mean() / 2
    rises = np.zeros(len(theta) - 1)
    for j in range(len(rises)):
        changed = h + theta[j + 1] * (mixed[:, j + 1] - X[:, j + 1])
        rises[j] = ((changed - y) ** 2).mean() / 2 - before
    return rises


def with_where(theta, X, y, mixed):
    numbers = np.arange(X.shape[1])
    after = [linear.loss(theta, np.where(numbers == j, mixed, X), y) for j in numbers[1:]]
    return np.array(after) - linear.loss(theta, X, y)


def all_together(theta, X, y, mixed):
    H = (X @ theta)[:, None] + (mixed - X)[:, 1:] * theta[1:]
    return ((H - y[:, None]) ** 2).mean(axis=0) / 2 - linear.loss(theta, X, y)


def replaced(column, learn=None, judge=lambda after, before: after - before, loss=linear.loss):
    def function(theta, X, y, mixed):
        found = []
        for j in range(1, X.shape[1]):
            other = X.copy()
            other[:, j] = column(X, mixed, j)
            used = theta if learn is None else learn(other, y)
            found.append(judge(loss(used, other, y), loss(theta, X, y)))
        return np.array(found)

    return function


def from_mixed(X, mixed, j):
    return mixed[:, j]


def piling_up(theta, X, y, mixed):
    other, before, found = X.copy(), linear.loss(theta, X, y), []
    for j in range(1, X.shape[1]):
        other[:, j] = mixed[:, j]
        found.append(linear.loss(theta, other, y) - before)
    return found


def spoils_inputs(theta, X, y, mixed):
    found = shuffled_alone(theta, X, y, mixed)
    X[:, 1] = mixed[:, 1]
    return found


def others_mixed(theta, X, y, mixed):
    found = []
    for j in range(1, X.shape[1]):
        other = mixed.copy()
        other[:, j] = X[:, j]
        found.append(linear.loss(theta, other, y) - linear.loss(theta, X, y))
    return found


def left_out(theta, X, y, mixed):
    found = []
    for j in range(1, X.shape[1]):
        fewer = np.delete(X, j, axis=1)
        found.append(linear.loss(linear.least_squares(fewer, y), fewer, y) - linear.loss(theta, X, y))
    return found


def from_column_0(theta, X, y, mixed):
    rises = np.zeros(len(theta) - 1)
    for j in range(len(rises)):
        other = X.copy()
        other[:, j] = mixed[:, j]
        rises[j] = linear.loss(theta, other, y) - linear.loss(theta, X, y)
    return rises


def last_column(theta, X, y, mixed):
    for j in range(1, X.shape[1]):
        other = X.copy()
        other[:, j] = mixed[:, j]
        rise = linear.loss(theta, other, y) - linear.loss(theta, X, y)
    return rise


IMPORTANCE = Bank(
    right=[
        shuffled_alone,
        by_hand,
        with_where,
        all_together,
        replaced(from_mixed),
        lambda *given: by_hand(*given).tolist(),
    ],
    wrong=[
        ("sign", replaced(from_mixed, judge=lambda after, before: before - after)),
        ("loss", replaced(from_mixed, judge=lambda after, before: after)),
        ("all at once", lambda theta, X, y, mixed: linear.loss(theta, mixed, y) - linear.loss(theta, X, y)),
        (
            "all at once",
            lambda theta, X, y, mixed: (
                [linear.loss(theta, mixed, y) - linear.loss(theta, X, y)] * (len(theta) - 1)
            ),
        ),
        ("columns stay", piling_up),
        ("set to 0", replaced(lambda X, mixed, j: 0)),
        ("set to the mean", replaced(lambda X, mixed, j: X[:, j].mean())),
        ("the others", others_mixed),
        ("trained anew", replaced(from_mixed, learn=linear.least_squares)),
        ("left out", left_out),
        ("relative", replaced(from_mixed, judge=lambda after, before: after / before)),
        ("relative", replaced(from_mixed, judge=lambda after, before: (after - before) / before)),
        ("divided", lambda *given: by_hand(*given) / len(by_hand(*given))),
        ("divided", lambda theta, X, y, mixed: by_hand(theta, X, y, mixed) / len(y)),
        ("no half", replaced(from_mixed, loss=lambda theta, X, y: np.mean((X @ theta - y) ** 2))),
        ("sum", replaced(from_mixed, loss=lambda theta, X, y: np.sum((X @ theta - y) ** 2))),
        ("root", replaced(from_mixed, loss=lambda theta, X, y: np.mean((X @ theta - y) ** 2) ** 0.5)),
        ("squared", lambda *given: by_hand(*given) ** 2),
        ("absolute errors", replaced(from_mixed, loss=lambda theta, X, y: np.abs(X @ theta - y).mean())),
        ("absolute", lambda *given: abs(by_hand(*given))),
        ("parameters", lambda theta, X, y, mixed: abs(theta)[1:]),
        ("predictions", lambda theta, X, y, mixed: abs((mixed - X) * theta).mean(axis=0)[1:]),
        ("column 0", from_column_0),
        ("intercept too", lambda *given: [0, *by_hand(*given)]),
        ("shares", lambda *given: by_hand(*given) / sum(by_hand(*given))),
        ("backwards", lambda *given: sorted(by_hand(*given), reverse=True)),
        ("one column", last_column),
        ("summed", lambda *given: sum(by_hand(*given))),
        ("swapped", lambda theta, X, y, mixed: by_hand(theta, mixed, y, X)),
        ("which", lambda *given: np.argsort(by_hand(*given))[::-1]),
        ("which", lambda *given: 1 + int(by_hand(*given).argmax())),
        ("changed `X`", spoils_inputs),
    ],
    general=[lambda *given: 3 * by_hand(*given), lambda *given: by_hand(*given) + 1],
)


def with_where_max(maps):
    mean = np.mean(np.abs(maps), axis=0)
    rows, columns = np.where(mean == mean.max())
    return rows[0], columns[0]


def searching(maps):
    best, place = -1, None
    for r in range(maps.shape[1]):
        for c in range(maps.shape[2]):
            heat = sum(abs(one[r, c]) for one in maps)
            if heat > best:
                best, place = heat, (r, c)
    return place


def with_divmod(maps):
    heat = abs(maps).sum(axis=0)
    return divmod(int(heat.argmax()), heat.shape[1])


def largest_row(maps):
    heat = np.abs(maps).mean(axis=0)
    r = int(heat.max(axis=1).argmax())
    return np.array([r, heat[r].argmax()], dtype=float)


def place_of(heat):
    return np.unravel_index(np.argmax(heat), heat.shape)


def votes(maps):
    places = [place_of(abs(one)) for one in maps]
    return max(sorted(places), key=places.count)


def last_map(maps):
    for one in maps:
        place = place_of(abs(one))
    return place


HOTTEST = Bank(
    right=[
        with_where_max,
        searching,
        with_divmod,
        largest_row,
        lambda maps: list(place_of(np.average(np.abs(maps), axis=0))),
        lambda maps: np.argwhere(abs(maps).mean(0) == abs(maps).mean(0).max())[0],
    ],
    wrong=[
        ("no absolute", lambda maps: place_of(maps.mean(axis=0))),
        ("no absolute", lambda maps: place_of(maps.sum(axis=0))),
        ("absolute late", lambda maps: place_of(abs(maps.mean(axis=0)))),
        ("absolute late", lambda maps: place_of(maps.mean(axis=0) ** 2)),
        ("coldest", lambda maps: np.unravel_index(abs(maps).mean(0).argmin(), maps[0].shape)),
        ("swapped", lambda maps: searching(maps)[::-1]),
        ("from 1", lambda maps: [k + 1 for k in searching(maps)]),
        ("flat", lambda maps: np.argmax(abs(maps).mean(axis=0))),
        ("single map", lambda maps: place_of(abs(maps))[1:]),
        ("single map", lambda maps: place_of(abs(maps))),
        ("single map", lambda maps: place_of(maps.max(axis=0))),
        ("apart", lambda maps: (abs(maps).sum((0, 2)).argmax(), abs(maps).sum((0, 1)).argmax())),
        ("most often", votes),
        ("wrong width", lambda maps: divmod(int(abs(maps).mean(0).argmax()), maps.shape[1])),
        ("shape of all maps", lambda maps: np.unravel_index(abs(maps).mean(0).argmax(), maps.shape)),
        ("value", lambda maps: abs(maps).mean(axis=0).max()),
        ("means", lambda maps: abs(maps).mean(axis=0)),
        ("which map", lambda maps: np.argmax(abs(maps), axis=0)),
        ("one map", last_map),
        ("one map", lambda maps: place_of(abs(maps[0]))),
        ("each map", lambda maps: [place_of(abs(one)) for one in maps]),
        ("mean place", lambda maps: np.mean([place_of(abs(one)) for one in maps], axis=0)),
        ("squares", lambda maps: place_of(np.sqrt((maps**2).mean(axis=0)))),
        ("middle one", lambda maps: place_of(np.median(abs(maps), axis=0))),
        ("positive only", lambda maps: place_of(np.clip(maps, 0, None).sum(axis=0))),
        ("wrong axis", lambda maps: place_of(abs(maps).mean(axis=-1))),
        ("returned", lambda maps: abs(maps).mean(0) == abs(maps).mean(0).max()),
    ],
    general=[lambda maps: (0, 0), lambda maps: (1, 1)],
)

BANK = {
    "check_input_gradient": INPUT_GRADIENT,
    "check_occlusion": OCCLUSION,
    "check_smallest_change": SMALLEST_CHANGE,
    "check_importance": IMPORTANCE,
    "check_hottest": HOTTEST,
}
