"""Answers to the exercises of notebook 12, written from the tasks alone."""

import math
import re

import numpy as np
from bank import Bank


def zigzag(f, rate):
    half = rate / 2
    return half - abs(f % rate - half)


def taking_off(f, rate):
    while f >= rate:
        f -= rate
    if f > rate / 2:
        f = rate - f
    return f


def by_halves(f, rate):
    n, rest = divmod(f, rate / 2)
    return rest if n % 2 == 0 else rate / 2 - rest


def by_angle(f, rate):
    return math.acos(math.cos(2 * math.pi * f / rate)) * rate / (2 * math.pi)


def nearest(f, rate):
    return min(abs(f - n * rate) for n in range(int(f // rate) + 2))


def halves_off(f, rate):
    while f > rate / 2:
        f -= rate / 2
    return f


def asks_the_tone(f, rate):
    return f if f <= rate / 2 else rate - f % rate


HEARD = Bank(
    right=[zigzag, taking_off, by_halves, by_angle, nearest, lambda f, r: np.minimum(f % r, -f % r)],
    wrong=[
        ("unchanged", lambda f, rate: f),
        ("clipped", lambda f, rate: np.clip(f, 0, rate / 2)),
        ("silent", lambda f, rate: f if f < rate / 2 or f == rate / 2 else 0),
        ("not folded", lambda f, rate: np.mod(f, rate)),
        ("modulo half", lambda f, rate: f % (rate / 2)),
        ("modulo half", halves_off),
        ("negative", lambda f, rate: f if f <= rate / 2 else rate / 2 - (f - rate / 2)),
        ("folded once", lambda f, rate: f if f <= rate / 2 else abs(f - rate)),
        ("rate less frequency", lambda f, rate: abs(f - rate)),
        ("rate less frequency", lambda f, rate: rate - f),
        ("always back", lambda f, rate: rate - f % rate),
        ("frequency asked", asks_the_tone),
        ("above half", lambda f, rate: f if f <= rate / 2 else f - rate / 2),
        ("above half", lambda f, rate: abs(rate / 2 - f)),
        ("signed", lambda f, rate: f % rate if f % rate <= rate / 2 else f % rate - rate),
        ("folded at rate", lambda f, rate: rate - abs(f % (2 * rate) - rate)),
        ("swapped", lambda rate, f: zigzag(f, rate)),
        ("cycles", lambda f, rate: f / rate),
        ("half the rate", lambda f, rate: rate / 2),
        ("angle", lambda f, rate: 2 * np.pi * zigzag(f, rate)),
        ("kilohertz", lambda f, rate: zigzag(f, rate) / 1000),
        ("rounded|cut off", lambda f, rate: round(zigzag(f, rate))),
        ("Another value of `rate`", lambda f, rate: zigzag(f, 8000)),
    ],
    general=[lambda f, rate: 3 * zigzag(f, rate)],
)


def parts(x, k):
    m = len(x)
    angle = 2 * np.pi * k * np.arange(m) / m
    return 2 / m * x @ np.cos(angle), 2 / m * x @ np.sin(angle)


def in_a_loop(x, k):
    m, c, s = len(x), 0, 0
    for i in range(m):
        c = c + x[i] * math.cos(2 * math.pi * k * i / m)
        s = s + x[i] * math.sin(2 * math.pi * k * i / m)
    return ((2 * c / m) ** 2 + (2 * s / m) ** 2) ** 0.5


def complex_sum(x, k):
    turns = np.exp(-2j * np.pi * k * np.arange(len(x)) / len(x))
    return abs(np.mean(2 * x * turns))


def with_angle(angle):
    """Return the amplitude with another angle, of k, i and m."""

    def function(x, k):
        a = angle(k, np.arange(len(x)), len(x))
        return 2 / len(x) * np.hypot(np.sum(x * np.cos(a)), np.sum(x * np.sin(a)))

    return function


def with_linspace(x, k):
    t = np.linspace(0, 1, len(x))
    return 2 / len(x) * np.hypot(np.sum(x * np.cos(2 * np.pi * k * t)), np.sum(x * np.sin(2 * np.pi * k * t)))


def overwritten(x, k):
    m = len(x)
    for i in range(m):
        c = 2 / m * x[i] * np.cos(2 * np.pi * k * i / m)
        s = 2 / m * x[i] * np.sin(2 * np.pi * k * i / m)
    return np.sqrt(c**2 + s**2)


def to_the_last_but_one(x, k):
    m, c, s = len(x), 0, 0
    for i in range(m - 1):
        c += 2 / m * x[i] * np.cos(2 * np.pi * k * i / m)
        s += 2 / m * x[i] * np.sin(2 * np.pi * k * i / m)
    return np.sqrt(c**2 + s**2)


def scaled_in_place(x, k):
    x *= 2 / len(x)
    a = 2 * np.pi * k * np.arange(len(x)) / len(x)
    return np.hypot(np.sum(x * np.cos(a)), np.sum(x * np.sin(a)))


AMPLITUDE = Bank(
    right=[
        lambda x, k: math.hypot(*parts(x, k)),
        lambda x, k: np.linalg.norm(parts(x, k)),
        in_a_loop,
        complex_sum,
        lambda x, k: np.abs(np.fft.rfft(x))[k] * 2 / len(x),
        with_angle(lambda k, i, m: 2 * np.pi * k * (i + 1) / m),
    ],
    wrong=[
        ("cosine alone", lambda x, k: parts(x, k)[0]),
        ("cosine alone", lambda x, k: abs(parts(x, k)[0])),
        ("cosine alone", lambda x, k: np.real(np.fft.fft(x)[k]) * 2 / len(x)),
        ("sine alone", lambda x, k: parts(x, k)[1]),
        ("same twice", lambda x, k: math.hypot(parts(x, k)[0], parts(x, k)[0])),
        ("squares", lambda x, k: sum(p**2 for p in parts(x, k))),
        ("squares", lambda x, k: np.abs(np.fft.rfft(x)[k]) ** 2),
        ("added", lambda x, k: sum(parts(x, k))),
        ("added", lambda x, k: sum(map(abs, parts(x, k)))),
        ("no two", lambda x, k: math.hypot(*parts(x, k)) / 2),
        ("sum", lambda x, k: abs(np.fft.fft(x)[k])),
        ("root of factor", lambda x, k: math.hypot(*parts(x, k)) * math.sqrt(len(x) / 2)),
        ("one less", lambda x, k: math.hypot(*parts(x, k)) * len(x) / (len(x) - 1)),
        ("half a turn", with_angle(lambda k, i, m: np.pi * k * i / m)),
        ("no pi", with_angle(lambda k, i, m: k * i / m)),
        ("degrees", with_angle(lambda k, i, m: np.degrees(2 * np.pi * k * i / m))),
        ("level", with_angle(lambda k, i, m: 2 * np.pi * k * i)),
        ("one cycle", with_angle(lambda k, i, m: 2 * np.pi * i / m)),
        ("endpoint", with_linspace),
        ("one sample", overwritten),
        ("end missing", to_the_last_but_one),
        ("whole wave", lambda x, k: max(x)),
        ("whole wave", lambda x, k: np.sqrt(np.mean(x**2))),
        ("both", parts),
        ("spectrum", lambda x, k: np.abs(np.fft.rfft(x)) * 2 / len(x)),
        ("phase", lambda x, k: math.atan2(*parts(x, k))),
        ("a neighbour", lambda x, k: np.abs(np.fft.rfft(x))[k + 1] * 2 / len(x)),
        ("changed `x`|changed `wave`", scaled_in_place),
        ("complex", lambda x, k: np.fft.rfft(x)[k] * 2 / len(x)),
    ],
    general=[lambda x, k: 3 * math.hypot(*parts(x, k))],
)


def by_index(wave, size, hop):
    count = 1 + (len(wave) - size) // hop
    return wave[hop * np.arange(count)[:, None] + np.arange(size)]


def while_it_fits(wave, size, hop):
    rows, start = [], 0
    while start + size <= len(wave):
        rows.append(wave[start : start + size])
        start += hop
    return rows


def full_ones(wave, size, hop):
    rows = [wave[k : k + size] for k in range(0, len(wave), hop)]
    return np.stack([row for row in rows if len(row) == size])


def stacked(wave, size, hop):
    rows = np.empty((0, size))
    for start in range(0, len(wave) - size + 1, hop):
        rows = np.vstack([rows, wave[start : start + size]])
    return rows


def shortened(wave, size, hop):
    rows = []
    while len(wave) >= size:
        rows.append(wave[:size])
        wave = wave[hop:]
    return np.array(rows)


def stops_before(wave, size, hop):
    rows, start = [], 0
    while start + size < len(wave):
        rows.append(wave[start : start + size])
        start += hop
    return np.array(rows)


def rounded_up(wave, size, hop):
    count = math.ceil((len(wave) - size) / hop) + 1
    frames = np.zeros((count, size))
    for k in range(count):
        part = wave[k * hop : k * hop + size]
        frames[k, : len(part)] = part
    return frames


def returns_at_once(wave, size, hop):
    for start in range(0, len(wave) - size + 1, hop):
        return wave[start : start + size]


def starts_at(first):
    return lambda wave, size, hop: full_ones(wave[first(size, hop) :], size, hop)


FRAMES = Bank(
    right=[
        by_index,
        while_it_fits,
        full_ones,
        stacked,
        shortened,
        lambda wave, size, hop: np.lib.stride_tricks.sliding_window_view(wave, size)[::hop],
    ],
    wrong=[
        ("last lost", stops_before),
        ("last lost", lambda wave, size, hop: by_index(wave, size, hop)[:-1]),
        ("rest filled up", rounded_up),
        ("side by side", lambda wave, size, hop: full_ones(wave, size, size)),
        ("every sample", lambda wave, size, hop: full_ones(wave, size, 1)),
        ("swapped", lambda wave, size, hop: full_ones(wave, hop, size)),
        ("transposed", lambda *given: by_index(*given).T),
        ("window", lambda wave, size, hop: by_index(wave, size, hop) * np.hanning(size)),
        ("first lost", starts_at(lambda size, hop: hop)),
        ("one late", starts_at(lambda size, hop: 1)),
        ("one frame", returns_at_once),
        ("one frame", lambda *given: by_index(*given)[-1]),
        ("backwards", lambda *given: by_index(*given)[::-1]),
        ("backwards", lambda *given: np.fliplr(by_index(*given))),
        (
            "overlap",
            lambda wave, size, hop: [wave[k : k + size] for k in range(0, len(wave) - size + 1, size - hop)],
        ),
        ("gap", lambda wave, size, hop: full_ones(wave, size, size + hop)),
        ("a sample short", lambda *given: by_index(*given)[:, :-1]),
        ("starts", lambda wave, size, hop: list(range(0, len(wave) - size + 1, hop))),
        ("places", lambda wave, size, hop: by_index(np.arange(len(wave)), size, hop)),
        ("count", lambda wave, size, hop: 1 + (len(wave) - size) // hop),
        ("one row", lambda *given: np.concatenate(by_index(*given))),
        ("summed", lambda *given: np.mean(by_index(*given), axis=1)),
        (
            "raised|not all|same length|array of numbers|list",
            lambda wave, size, hop: [wave[k : k + size] for k in range(0, len(wave), hop)],
        ),
    ],
    general=[lambda *given: 3 * by_index(*given)],
)


def with_where(frames, length):
    row = np.arange(len(frames))[:, np.newaxis]
    return np.where(row < length, frames - frames.sum(axis=0) / length, 0)


def on_a_copy(frames, length):
    out = frames.copy()
    out[:length] -= np.mean(out[:length], axis=0)
    return out


def column_by_column(frames, length):
    out = np.zeros_like(frames)
    for j in range(frames.shape[1]):
        mean = sum(frames[i, j] for i in range(length)) / length
        for i in range(length):
            out[i, j] = frames[i, j] - mean
    return out


def put_together(frames, length):
    used, rest = frames[:length], frames[length:]
    return np.vstack([used - used.mean(0), rest])


def zeroed(frames, length):
    out = frames - frames[:length].mean(axis=0)
    out[length:] = 0
    return out


def in_place(frames, length):
    frames[:length] -= frames[:length].mean(axis=0)
    return frames


def zeroed_after(mean):
    """Return the frames less what mean gives of them and the length, the rest put to 0 again."""

    def function(frames, length):
        out = frames - mean(frames, length)
        out[length:] = 0
        return out

    return function


def by_what_is_not_zero(frames, length):
    used = np.any(frames != 0, axis=1)
    out = frames.copy()
    out[used] -= frames[used].mean(axis=0)
    return out


def anew_each_time(frames, length):
    out = frames.copy()
    for i in range(length):
        out[i] -= out[:length].mean(axis=0)
    return out


CENTRED = Bank(
    right=[with_where, on_a_copy, column_by_column, put_together, zeroed],
    wrong=[
        ("unchanged", lambda frames, length: frames.copy()),
        ("all rows", lambda frames, length: frames - frames.mean(axis=0)),
        ("zeros counted", zeroed_after(lambda x, n: x.mean(axis=0))),
        ("padding changed", lambda x, n: x - x[:n].mean(axis=0)),
        ("one mean", zeroed_after(lambda x, n: x[:n].mean())),
        ("one mean", lambda x, n: x - x.mean()),
        ("rows", lambda x, n: x - x.mean(axis=1, keepdims=True)),
        ("divided", lambda x, n: zeroed(x, n) / x[:n].std(axis=0)),
        ("middle one", zeroed_after(lambda x, n: np.median(x[:n], axis=0))),
        ("cut", lambda x, n: x[:n] - x[:n].mean(axis=0)),
        ("sum", zeroed_after(lambda x, n: x[:n].sum(axis=0))),
        ("one frame", zeroed_after(lambda x, n: x[0])),
        ("one less", zeroed_after(lambda x, n: x[:n].sum(axis=0) / (n - 1))),
        ("end missing", lambda x, n: on_a_copy(x, n - 1)),
        ("end missing", zeroed_after(lambda x, n: x[: n - 1].mean(axis=0))),
        ("one more", zeroed_after(lambda x, n: x[: n + 1].mean(axis=0))),
        ("by zeros", by_what_is_not_zero),
        ("sign", lambda x, n: -zeroed(x, n)),
        ("plus", zeroed_after(lambda x, n: -x[:n].mean(axis=0))),
        ("means", lambda x, n: x[:n].mean(axis=0)),
        ("relative", lambda x, n: x / x[:n].mean(axis=0)),
        ("absolute", lambda x, n: np.abs(zeroed(x, n))),
        ("while changing", anew_each_time),
        ("transposed", lambda x, n: zeroed(x, n).T),
        ("changed `frames`", in_place),
        ("Another value of `length`", lambda x, n: zeroed(x, 3)),
    ],
    general=[lambda x, n: 3 * zeroed(x, n)],
)


def looking_back(path, blank):
    return [s for i, s in enumerate(path) if s != blank and (i == 0 or path[i - 1] != s)]


def looking_ahead(path, blank):
    return [s for i, s in enumerate(path) if s != blank and (i + 1 == len(path) or path[i + 1] != s)]


def in_two_steps(path, blank):
    merged = path[:1]
    for s in path[1:]:
        if s != merged[-1]:
            merged.append(s)
    while blank in merged:
        merged.remove(blank)
    return merged


def by_pattern(path, blank):
    text = re.sub(r"(.)\1+", r"\1", "".join(chr(s + 200) for s in path))
    return tuple(ord(c) - 200 for c in text if ord(c) - 200 != blank)


def with_indices(path, blank):
    out, i = [], 0
    while i < len(path):
        if path[i] != blank:
            out.append(path[i])
        j = i
        while j < len(path) and path[j] == path[i]:
            j += 1
        i = j
    return out


def with_numpy(path, blank):
    p = np.array(path)
    first = np.append(True, p[1:] != p[:-1])
    return p[first & (p != blank)]


def last_one_kept(path, blank):
    out = []
    for s in path:
        if s == blank:
            continue
        if not out or s != out[-1]:
            out.append(s)
    return out


def before_when_kept(path, blank):
    out, before = [], blank
    for s in path:
        if s != before and s != blank:
            out.append(s)
            before = s
    return out


def pair_by_pair(path, blank):
    out, i = [], 0
    while i < len(path):
        out.append(path[i])
        i += 2 if i + 1 < len(path) and path[i + 1] == path[i] else 1
    return [s for s in out if s != blank]


def from_the_second(path, blank):
    return [path[i] for i in range(1, len(path)) if path[i] != path[i - 1] and path[i] != blank]


def to_the_last_but_one(path, blank):
    return [path[i] for i in range(len(path) - 1) if path[i] != path[i + 1] and path[i] != blank]


def removes_once(path, blank):
    out = [s for i, s in enumerate(path) if i == 0 or s != path[i - 1]]
    if blank in out:
        out.remove(blank)
    return out


def returns_early(path, blank):
    out = []
    for s in path:
        if s != blank:
            out.append(s)
        return out


def spoils_path(path, blank):
    out = looking_back(path, blank)
    path[:] = out
    return path


COLLAPSED = Bank(
    right=[looking_back, looking_ahead, in_two_steps, by_pattern, with_indices, with_numpy],
    wrong=[
        ("blanks first", last_one_kept),
        ("blanks first", before_when_kept),
        ("blanks kept", lambda path, blank: [s for i, s in enumerate(path) if i == 0 or s != path[i - 1]]),
        ("repeats kept", lambda path, blank: [s for s in path if s != blank]),
        ("unchanged", lambda path, blank: list(path)),
        ("each once", lambda path, blank: sorted(set(path) - {blank})),
        ("each once", lambda path, blank: [s for s in dict.fromkeys(path) if s != blank]),
        ("zero", lambda path, blank: looking_back(path, 0)),
        ("pairs", pair_by_pair),
        ("ends", from_the_second),
        ("ends", to_the_last_but_one),
        (
            "around",
            lambda path, blank: [path[i] for i in range(len(path)) if path[i] not in (path[i - 1], blank)],
        ),
        (
            "or",
            lambda path, blank: [s for i, s in enumerate(path) if i == 0 or s != path[i - 1] or s != blank],
        ),
        ("one blank", removes_once),
        ("one symbol", returns_early),
        ("backwards", lambda *given: looking_back(*given)[::-1]),
        ("sorted", lambda *given: sorted(looking_back(*given))),
        ("count", lambda *given: len(looking_back(*given))),
        ("blank wanted", lambda path, blank: [s for s in path if s == blank]),
        ("text|a string", lambda *given: "".join(map(str, looking_back(*given)))),
        ("changed `path`", spoils_path),
    ],
    general=[lambda *given: [s + 100 for s in looking_back(*given)]],
)

BANK = {
    "check_heard": HEARD,
    "check_amplitude": AMPLITUDE,
    "check_frames": FRAMES,
    "check_centred": CENTRED,
    "check_collapsed": COLLAPSED,
}
