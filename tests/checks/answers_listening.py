"""Known answers to the exercises of notebook 12."""

from itertools import groupby

import numpy as np
from answers import Answers


def hearing(frequency, rate):
    rest = frequency % rate
    return min(rest, rate - rest)


def by_turns(frequency, rate):
    while frequency > rate / 2:
        frequency = abs(frequency - rate)
    return frequency


def back_once(frequency, rate):
    if frequency > rate / 2:
        return rate - frequency
    return frequency


HEARD = Answers(
    right=[hearing, by_turns, lambda frequency, rate: abs(frequency - rate * round(frequency / rate))],
    mistakes={
        "negative": back_once,
        "clipped": lambda frequency, rate: frequency if frequency < rate / 2 else rate / 2,
        "not folded": lambda frequency, rate: frequency - rate * int(frequency // rate),
        "larger": lambda frequency, rate: rate - hearing(frequency, rate),
    },
    others={
        "should be": lambda frequency, rate: hearing(frequency, rate) + 10,
        "array of shape": lambda frequency, rate: [frequency, rate],
        "raised": lambda frequency, rate: frequency[0],
        "Another value of `rate`": lambda frequency, rate: hearing(frequency, 8000),
        "rounded": lambda frequency, rate: np.round(hearing(frequency, rate), 1),
    },
)


def measured(wave, cycles):
    m = len(wave)
    angle = 2 * np.pi * cycles * np.arange(m) / m
    c, s = 2 / m * np.sum(wave * np.cos(angle)), 2 / m * np.sum(wave * np.sin(angle))
    return np.sqrt(c**2 + s**2)


def summed_up(wave, cycles):
    c = s = 0
    for i, x in enumerate(wave):
        c += x * np.cos(2 * np.pi * cycles * i / len(wave))
        s += x * np.sin(2 * np.pi * cycles * i / len(wave))
    return 2 / len(wave) * np.hypot(c, s)


def first_sample(wave, cycles):
    for i, x in enumerate(wave):
        angle = 2 * np.pi * cycles * i / len(wave)
        return 2 / len(wave) * np.hypot(x * np.cos(angle), x * np.sin(angle))


AMPLITUDE = Answers(
    right=[measured, summed_up, lambda wave, cycles: 2 * abs(np.fft.fft(wave)[cycles]) / len(wave)],
    mistakes={
        "one sample": first_sample,
        "squares": lambda wave, cycles: measured(wave, cycles) ** 2,
        "sum": lambda wave, cycles: abs(np.fft.rfft(wave)[cycles]),
        "cosine alone": lambda wave, cycles: 2 / len(wave) * np.fft.rfft(wave)[cycles].real,
        "a neighbour": lambda wave, cycles: 2 / len(wave) * abs(np.fft.rfft(wave)[cycles - 1]),
    },
    others={
        "should be": lambda wave, cycles: measured(wave, cycles) + 0.1,
        "array of shape": lambda wave, cycles: wave * measured(wave, cycles),
        "raised": lambda wave, cycles: wave[len(wave)],
        "Another value of `wave`": lambda wave, cycles: cycles / 7,
        "Another value of `cycles`": lambda wave, cycles: measured(wave, 2),
    },
)


def cutting(wave, size, hop):
    starts = range(0, len(wave) - size + 1, hop)
    return np.array([wave[start : start + size] for start in starts])


def filled_in(wave, size, hop):
    frames = np.zeros(((len(wave) - size) // hop + 1, size))
    for k in range(len(frames)):
        frames[k] = wave[k * hop : k * hop + size]
    return frames


def with_a_rest(wave, size, hop):
    longer = np.append(wave, np.zeros(size))
    return np.array([longer[start : start + size] for start in range(0, len(wave), hop)])


FRAMES = Answers(
    right=[cutting, filled_in, lambda *given: [list(row) for row in cutting(*given)]],
    mistakes={
        "rest filled up": with_a_rest,
        "side by side": lambda wave, size, hop: wave[: len(wave) // size * size].reshape(-1, size),
        "last lost": lambda wave, size, hop: [wave[k : k + size] for k in range(0, len(wave) - size, hop)],
        "every sample": lambda wave, size, hop: np.lib.stride_tricks.sliding_window_view(wave, size),
    },
    others={
        "should be": lambda *given: cutting(*given) + 0.1,
        "array of shape": lambda *given: cutting(*given)[:, 2:],
        "raised": lambda wave, size, hop: wave[len(wave) + hop],
        "Another value of `wave`": lambda wave, size, hop: cutting(np.arange(len(wave)) / 7, size, hop),
    },
)


def centring(frames, length):
    found = np.zeros(frames.shape)
    found[:length] = frames[:length] - frames[:length].mean(axis=0)
    return found


def by_mask(frames, length):
    used = (np.arange(len(frames)) < length)[:, None]
    return (frames - frames.sum(axis=0) / length) * used


def spoiled(frames, length):
    frames[:length] -= frames[:length].mean(axis=0)
    return frames


CENTRED = Answers(
    right=[centring, by_mask, lambda *given: centring(*given).tolist()],
    mistakes={
        "all rows": lambda frames, length: frames - frames.mean(axis=0),
        "padding changed": lambda frames, length: frames - frames[:length].mean(axis=0),
        "cut": lambda frames, length: frames[:length] - frames[:length].mean(axis=0),
        "plus": lambda frames, length: 2 * frames - centring(frames, length),
    },
    others={
        "should be": lambda frames, length: centring(frames, length) + 0.1,
        "array of shape": lambda frames, length: centring(frames, length)[:, 1:],
        "raised": lambda frames, length: frames[len(frames)],
        "Another value of `length`": lambda frames, length: centring(frames, 4),
        "has changed `frames`": spoiled,
    },
)


def collapsing(path, blank):
    found, before = [], None
    for symbol in path:
        if symbol != before and symbol != blank:
            found.append(symbol)
        before = symbol
    return found


def last_kept(path, blank):
    found = []
    for symbol in path:
        if symbol != blank and (not found or found[-1] != symbol):
            found.append(symbol)
    return found


def emptied(path, blank):
    found = collapsing(path, blank)
    path.clear()
    return found


COLLAPSED = Answers(
    right=[
        collapsing,
        lambda path, blank: [symbol for symbol, _ in groupby(path) if symbol != blank],
        lambda *given: np.array(collapsing(*given)),
    ],
    mistakes={
        "blanks first": last_kept,
        "repeats kept": lambda path, blank: list(filter(lambda symbol: symbol != blank, path)),
        "sorted": lambda *given: sorted(collapsing(*given)),
        "zero": lambda path, blank: collapsing(path, 0),
    },
    others={
        "should be": lambda *given: [symbol + 50 for symbol in collapsing(*given)],
        "one number": lambda path, blank: 3.0,
        "raised": lambda path, blank: path + blank,
        "array of shape": lambda path, blank: collapsing(path, 5),
        "has changed `path`": emptied,
    },
)

ANSWERS = {
    "check_heard": HEARD,
    "check_amplitude": AMPLITUDE,
    "check_frames": FRAMES,
    "check_centred": CENTRED,
    "check_collapsed": COLLAPSED,
}
