"""The exercises of notebook 12: the tone that is heard, an amplitude, frames, a mean taken away, what a path
spells."""

from itertools import groupby, pairwise

import numpy as np

from helpers.learner.exercise import function_exercise, wrong
from helpers.maths import sound

TONES = [  # one of small numbers, so that a rounded answer can be told
    {"frequency": 5230, "rate": 8000},
    {"frequency": 3170, "rate": 8000},
    {"frequency": 9310, "rate": 8000},
    {"frequency": 41690, "rate": 11025},
    {"frequency": 29530, "rate": 16000},
    {"frequency": 19.271834, "rate": 7.45},
    {"frequency": 12000, "rate": 8000},
    {"frequency": 16000, "rate": 8000},
]


def _heard(frequency, rate):
    rest = frequency % rate
    return min(rest, rate - rest)


def _after_heard(change):
    """Return the tone that is heard with a change at the end; change: of it and the arguments."""
    return lambda frequency, rate: change(_heard(frequency, rate), frequency, rate)


def _above_half(change):
    """Return a tone that stays below half the rate, and above is changed; change: of frequency and rate."""
    return lambda frequency, rate: frequency if frequency <= rate / 2 else change(frequency, rate)


def _samples_a_cycle(found, frequency, rate):
    if found == 0:
        raise ValueError("no cycle")
    return rate / found


check_heard = function_exercise(
    "12.heard",
    """Check heard(frequency, rate), which returns the frequency that is heard of a sampled tone, in hertz.

    From 0 to half the rate.
    """,
    solve=_heard,
    on=TONES,
    right="Whole cycles between two samples leave no trace, and more than half a cycle looks like turning"
    " back.",
    mistakes={
        "unchanged": wrong(
            "The frequency came back as it was. Above half the rate there are too few samples for it:"
            " another tone has the same ones.",
            lambda frequency, rate: frequency,
        ),
        "clipped": wrong(
            "Whatever lies above half the rate became half the rate. It is heard as lower tones: 5,000 Hz"
            " as 3,000 at 8,000 samples a second.",
            lambda frequency, rate: min(frequency, rate / 2),
        ),
        "silent": wrong(
            "Whatever lies above half the rate became 0. It does not fall silent; it is heard as another"
            " tone.",
            _above_half(lambda frequency, rate: 0),
        ),
        "not folded": wrong(
            "Some results lie between half the rate and the rate. Whole rates are taken off; what is left"
            " above half has to be folded back.",
            lambda frequency, rate: frequency % rate,
            lambda frequency, rate: frequency % rate or rate,
        ),
        "modulo half": wrong(
            "Halves of the rate were taken off until less than one was left. At 8,000 samples a second"
            " 5,000 Hz would then be 1,000, but 3,000 are heard.",
            lambda frequency, rate: frequency % (rate / 2),
            lambda frequency, rate: frequency % (rate / 2) or rate / 2,
            lambda frequency, rate: frequency % (rate // 2),
        ),
        "a quarter": wrong(
            "Nothing comes out above a quarter of the rate. Tones are heard up to half of it.",
            lambda frequency, rate: _heard(frequency, rate / 2),
        ),
        "negative": wrong(
            "Above the rate the result is negative. What is heard repeats with every further rate: take"
            " whole rates off first.",
            lambda frequency, rate: min(frequency, rate - frequency),
        ),
        "folded once": wrong(
            "Above one and a half of the rate the result climbs on. The pattern repeats with every further"
            " rate.",
            lambda frequency, rate: min(frequency, abs(rate - frequency)),
            _above_half(lambda frequency, rate: abs(rate - frequency)),
        ),
        "rate less frequency": wrong(
            "This is the difference of rate and frequency, whatever the frequency is. Below half the rate"
            " a tone stays as it is.",
            lambda frequency, rate: rate - frequency,
            lambda frequency, rate: abs(rate - frequency),
        ),
        "always back": wrong(
            "What was left after whole rates was always taken from the rate. Only what lies above half of"
            " it is folded back.",
            lambda frequency, rate: rate - frequency % rate,
            lambda frequency, rate: -frequency % rate,
        ),
        "frequency asked": wrong(
            "Every tone above half the rate was folded back, 9,000 Hz to 7,000 at 8,000 samples a second."
            " What decides is what is left after whole rates are taken off.",
            _above_half(lambda frequency, rate: rate - frequency % rate),
        ),
        "always down": wrong(
            "Above half the rate the result always falls from half the rate to 0, then starts at half"
            " again. It goes down and up by turns.",
            _above_half(lambda frequency, rate: rate / 2 - frequency % (rate / 2)),
        ),
        "above half": wrong(
            "A distance from half the rate came back. A tone that lies so far above it is heard as one"
            " that lies as far below.",
            _above_half(lambda frequency, rate: frequency - rate / 2),
            lambda frequency, rate: frequency - rate / 2,
            lambda frequency, rate: abs(frequency - rate / 2),
            lambda frequency, rate: abs(frequency % rate - rate / 2),
            lambda frequency, rate: rate / 2 - frequency % rate,
            lambda frequency, rate: frequency % rate - (frequency % rate > rate / 2) * rate / 2,
        ),
        "folded at rate": wrong(
            "Results reach up to the rate: tones were folded back there. The turning point is half the"
            " rate, and all repeats after one rate.",
            lambda frequency, rate: _heard(frequency, 2 * rate),
        ),
        "signed": wrong(
            "The size is right, but some results are negative. A tone that seems to turn back sounds like"
            " the one that turns forward.",
            lambda frequency, rate: frequency % rate - rate * (frequency % rate > rate / 2),
            lambda frequency, rate: (frequency + rate / 2) % rate - rate / 2,
            lambda frequency, rate: frequency - rate * round(frequency / rate),
            _after_heard(lambda found, frequency, rate: -found),
        ),
        "larger": wrong(
            "The larger of the two frequencies came back. The lower one, up to half the rate, is heard.",
            lambda frequency, rate: max(frequency % rate, rate - frequency % rate),
        ),
        "swapped": wrong(
            "Frequency and rate have changed places: whole rates are taken off the frequency, not the"
            " other way round.",
            lambda frequency, rate: _heard(rate, frequency),
            lambda frequency, rate: rate % frequency,
        ),
        "cycles": wrong(
            "These are cycles from one sample to the next, or only whole ones. A frequency in hertz is"
            " asked for.",
            lambda frequency, rate: frequency / rate,
            lambda frequency, rate: frequency // rate,
            lambda frequency, rate: frequency % rate / rate,
            _after_heard(lambda found, frequency, rate: found / rate),
        ),
        "samples": wrong(
            "This is how many samples a cycle has. A frequency in hertz is asked for.",
            lambda frequency, rate: rate / frequency,
            _after_heard(_samples_a_cycle),
        ),
        "angle": wrong(
            "A factor of 2 pi came in. Hertz are cycles a second, not angles.",
            lambda frequency, rate: 2 * np.pi * frequency,
            lambda frequency, rate: 2 * np.pi * frequency / rate,
            _after_heard(lambda found, frequency, rate: 2 * np.pi * found),
            _after_heard(lambda found, frequency, rate: 2 * np.pi * found / rate),
        ),
        "half the rate": wrong(
            "This is half the rate, the highest tone that can be heard. Which tone is heard depends on the"
            " frequency.",
            lambda frequency, rate: rate / 2,
            lambda frequency, rate: rate // 2,
        ),
        "taken off": wrong(
            "The difference of the tone and what is heard came back, not what is heard.",
            _after_heard(lambda found, frequency, rate: frequency - found),
        ),
        "kilohertz": wrong(
            "These are kilohertz. The frequency is asked for in hertz, as it came in.",
            _after_heard(lambda found, frequency, rate: found / 1000),
        ),
    },
    hints=[
        "A tone with the whole rate added has the same samples. So what counts is what is left when all"
        " whole rates are taken off: `frequency % rate`.",
        "What is left lies between 0 and the rate. Up to half the rate it is heard as it is.",
        "Above half it is heard as `rate - rest`. Whichever of `rest` and `rate - rest` is smaller is the"
        " answer.",
    ],
)


def _wave(m, seed):
    """Return a wave (m,) of no order and not around 0, so that nothing in it is there by chance."""
    rng = np.random.default_rng(seed)
    return (0.4 + rng.normal(size=m)).round(3)


WAVES = [
    {"wave": _wave(13, 1), "cycles": 3},
    {"wave": _wave(18, 2), "cycles": 4},
    {"wave": _wave(23, 3), "cycles": 5},
    {"wave": _wave(14, 4), "cycles": 2},
]


def _amplitude(
    angle=lambda k, i, m: 2 * np.pi * k * i / m, scale=lambda m: 2 / m, join=np.hypot, of=lambda wave: wave
):
    """Return the amplitude as a function; each keyword replaces a part of it by that of a mistake.

    angle  of cycles, the numbers of the samples and how many there are, returns what cos and sin are taken of
    scale  of how many samples there are, returns the factor before both sums
    join   of c and s, returns the result
    of     of the wave, returns what is used of it
    """

    def function(wave, cycles):
        x, m = of(wave), len(wave)
        angles = angle(cycles, np.arange(m), m)
        return join(scale(m) * np.sum(x * np.cos(angles)), scale(m) * np.sum(x * np.sin(angles)))

    return function


_right_amplitude = _amplitude()


def _amplitude_by(wave, cycles, cosine, sine):
    """Return the amplitude with these factors before the two sums."""
    return _amplitude(scale=lambda m: 1, join=lambda c, s: np.hypot(cosine * c, sine * s))(wave, cycles)


def _amplitude_without(first, last):
    """Return the amplitude without so many samples at the beginning and at the end."""
    return _amplitude(of=lambda wave: np.r_[np.zeros(first), wave[first : len(wave) - last], np.zeros(last)])


def _after_amplitude(change):
    """Return the amplitude with a change at the end."""
    return lambda wave, cycles: change(_right_amplitude(wave, cycles))


check_amplitude = function_exercise(
    "12.amplitude",
    """Check amplitude(wave, cycles), which returns how much of a sine of so many cycles is in a wave.

    The root of c^2 + s^2, of a cosine's and a sine's share.
    """,
    solve=_right_amplitude,
    on=WAVES,
    right="Cosine and sine together find a tone wherever in its cycle it begins, and say how much there is.",
    mistakes={
        "cosine alone": wrong(
            "Only the cosine's share came back. A tone that begins like a sine has none of it; both shares"
            " are needed.",
            _amplitude(join=lambda c, s: c),
            _amplitude(join=lambda c, s: abs(c)),
            _amplitude(join=lambda c, s: c**2),
        ),
        "sine alone": wrong(
            "Only the sine's share came back. A tone that begins at its top has none of it; both shares"
            " are needed.",
            _amplitude(join=lambda c, s: s),
            _amplitude(join=lambda c, s: abs(s)),
            _amplitude(join=lambda c, s: -s),
            _amplitude(join=lambda c, s: s**2),
        ),
        "same twice": wrong(
            "Both shares were taken with the same curve. One needs the cosine, the other the sine.",
            _amplitude(join=lambda c, s: np.hypot(c, c)),
            _amplitude(join=lambda c, s: np.hypot(s, s)),
        ),
        "squares": wrong(
            "The root is missing: this is the sum of the squares, or a multiple of it. The amplitude is"
            " its root.",
            _amplitude(join=lambda c, s: c**2 + s**2),
            _amplitude(scale=lambda m: 1 / m, join=lambda c, s: c**2 + s**2),
            _amplitude(scale=lambda m: 1, join=lambda c, s: c**2 + s**2),
            _amplitude(join=lambda c, s: (c**2 + s**2) / 2),
            _amplitude(scale=lambda m: np.sqrt(1 / m), join=lambda c, s: c**2 + s**2),
            _amplitude(scale=lambda m: np.sqrt(2 / m), join=lambda c, s: c**2 + s**2),
        ),
        "added": wrong(
            "The two shares were added or subtracted as they are. They stand at right angles: square each,"
            " add, take the root.",
            _amplitude(join=lambda c, s: c + s),
            _amplitude(join=lambda c, s: abs(c) + abs(s)),
            _amplitude(join=lambda c, s: abs(c + s)),
            _amplitude(join=lambda c, s: c - s),
            _amplitude(join=lambda c, s: s - c),
            _amplitude(join=lambda c, s: np.sqrt(abs(c + s))),
            _amplitude(join=lambda c, s: np.sqrt(abs(c) + abs(s))),
        ),
        "squares subtracted": wrong(
            "One square was subtracted from the other. They are added, as in a right-angled triangle.",
            _amplitude(join=lambda c, s: np.sqrt(abs(c**2 - s**2))),
            _amplitude(join=lambda c, s: c**2 - s**2),
            _amplitude(join=lambda c, s: s**2 - c**2),
        ),
        "no two": wrong(
            "The result is half of what it should be. A sine times itself is 1/2 on average, which the 2"
            " in 2/m makes good.",
            _amplitude(scale=lambda m: 1 / m),
        ),
        "twice": wrong(
            "The result is twice what it should be. The factor before each sum is 2/m, and it comes once.",
            _amplitude(scale=lambda m: 4 / m),
        ),
        "root of two": wrong(
            "The result is off by the root of 2. The mean of two squares is not their sum, and 2/m comes"
            " before squaring.",
            _amplitude(scale=lambda m: np.sqrt(2) / m),
            _amplitude(scale=lambda m: np.sqrt(8) / m),
        ),
        "root of factor": wrong(
            "The root was taken of 2/m, or of 1/m, as well. The factor comes before the sums are squared,"
            " or stands outside the root.",
            _amplitude(scale=lambda m: np.sqrt(2 / m)),
            _amplitude(scale=lambda m: np.sqrt(1 / m)),
        ),
        "sum": wrong(
            "The sums were not divided by the number of samples, so the result grows with the length of"
            " the wave.",
            _amplitude(scale=lambda m: 1),
            _amplitude(scale=lambda m: 2),
        ),
        "factor once": wrong(
            "Of the two sums only one got its factor 2/m. Each has it.",
            lambda wave, cycles: _amplitude_by(wave, cycles, 2 / len(wave), 1),
            lambda wave, cycles: _amplitude_by(wave, cycles, 1, 2 / len(wave)),
        ),
        "divided twice": wrong(
            "The sums were divided by the number of samples twice. The sum of the products is divided"
            " once, with the factor 2/m.",
            _amplitude(scale=lambda m: 2 / m**2),
            _amplitude(scale=lambda m: 1 / m**2),
        ),
        "one less": wrong(
            "The sums were divided by m - 1. There are m samples, and 2/m stands before the sums.",
            _amplitude(scale=lambda m: 2 / (m - 1)),
            _amplitude(scale=lambda m: 1 / (m - 1)),
        ),
        "fewer": wrong(
            "The sums were divided by the number of tones, not of samples. What stands before them is 2/m.",
            _amplitude(scale=lambda m: 2 / (m // 2 + 1)),
            _amplitude(scale=lambda m: 1 / (m // 2 + 1)),
        ),
        "half a turn": wrong(
            "The angle is half of what it should be: a whole cycle is a turn of 2 pi, not of pi.",
            _amplitude(angle=lambda k, i, m: np.pi * k * i / m),
        ),
        "no pi": wrong(
            "In the angle pi is missing. A cycle is a turn of 2 pi, as `np.cos` and `np.sin` count angles.",
            _amplitude(angle=lambda k, i, m: k * i / m),
            _amplitude(angle=lambda k, i, m: 2 * k * i / m),
        ),
        "degrees": wrong(
            "The angles are in degrees, or were turned into radians once too often. `np.cos` and `np.sin`"
            " take radians: 2 pi is a turn.",
            _amplitude(angle=lambda k, i, m: 360 * k * i / m),
            _amplitude(angle=lambda k, i, m: np.radians(2 * np.pi * k * i / m)),
        ),
        "endpoint": wrong(
            "The angles reach the end of the last cycle at the last sample. They go in steps of 1/m, so"
            " the end would come one sample later.",
            _amplitude(angle=lambda k, i, m: 2 * np.pi * k * i / (m - 1)),
        ),
        "level": wrong(
            "This is the mean of the wave, or twice it: no cosine and no sine sorts out the tone. Does the"
            " angle change with i, and is it divided by m?",
            _amplitude(angle=lambda k, i, m: 2 * np.pi * k * i),
            lambda wave, cycles: abs(wave.mean()),
            lambda wave, cycles: wave.mean(),
            lambda wave, cycles: 2 * wave.mean(),
        ),
        "one cycle": wrong(
            "This looks for one cycle in the whole wave, whatever `cycles` is. The angle needs it as a"
            " factor.",
            lambda wave, cycles: _right_amplitude(wave, 1),
        ),
        "a neighbour": wrong(
            "This is the amplitude for one cycle more, or one less. The list of a spectrum begins with no"
            " cycle, at index 0.",
            lambda wave, cycles: _right_amplitude(wave, cycles + 1),
            lambda wave, cycles: _right_amplitude(wave, cycles - 1),
        ),
        "twice the cycles": wrong(
            "This is the amplitude for twice as many cycles. Does 2 pi stand in the angle once?",
            _amplitude(angle=lambda k, i, m: 4 * np.pi * k * i / m),
        ),
        "whole wave": wrong(
            "This says how loud the whole wave is, whichever tones are in it. How much of one tone there"
            " is takes a cosine and a sine.",
            lambda wave, cycles: np.max(wave),
            lambda wave, cycles: np.abs(wave).max(),
            lambda wave, cycles: np.ptp(wave) / 2,
            lambda wave, cycles: np.ptp(wave),
            lambda wave, cycles: np.sqrt(np.mean(wave**2)),
            lambda wave, cycles: np.sqrt(2 * np.mean(wave**2)),
            lambda wave, cycles: np.std(wave),
            lambda wave, cycles: np.sqrt(2) * np.std(wave),
            lambda wave, cycles: np.abs(wave).mean(),
        ),
        "root too early": wrong(
            "Squares, or their roots, were taken for each sample. Add up the products first, then square"
            " the two sums.",
            lambda wave, cycles: 2 * np.abs(wave).mean(),
            lambda wave, cycles: 2 / len(wave) * np.sqrt(np.sum(wave**2)),
            lambda wave, cycles: np.sum(wave**2) * 4 / len(wave) ** 2,
            lambda wave, cycles: np.sum(wave**2) * 2 / len(wave),
        ),
        "no wave": wrong(
            "This is 0. Is each product added to its sum? And does the sample stand in it? The cosines alone,"
            " and the sines alone, add up to 0.",
            _amplitude(of=np.ones_like),
        ),
        "window": wrong(
            "The wave was multiplied by a window first. Here it is used as it is.",
            _amplitude(of=lambda wave: wave * sound.hann(len(wave))),
            _amplitude(of=lambda wave: wave * np.hanning(len(wave))),
            _amplitude(of=lambda wave: wave * np.hamming(len(wave))),
        ),
        "one sample": wrong(
            "Only one sample counts here, the first or the last. Does `return` stand inside the loop, or"
            " `=` in the place of `+=`?",
            lambda wave, cycles: 2 / len(wave) * abs(wave[0]),
            lambda wave, cycles: 2 / len(wave) * abs(wave[-1]),
            lambda wave, cycles: abs(wave[0]),
            lambda wave, cycles: abs(wave[-1]),
            without_loop="Only one sample counts here, the first or the last. The sums go over all of them.",
        ),
        "end missing": wrong(
            "The first or the last sample is missing in the sums. i goes from 0 to m - 1.",
            _amplitude_without(1, 0),
            _amplitude_without(0, 1),
        ),
        "both": wrong(
            "The two shares came back side by side. Their squares are added, and the root is one number.",
            _amplitude(join=lambda c, s: np.array([c, s])),
            _amplitude(join=lambda c, s: np.array([s, c])),
        ),
        "spectrum": wrong(
            "The amplitudes of all tones came back. That of `cycles` is asked for.",
            lambda wave, cycles: sound.amplitudes(wave),
            lambda wave, cycles: 2 / len(wave) * np.abs(np.fft.rfft(wave)),
            lambda wave, cycles: 2 / len(wave) * np.abs(np.fft.fft(wave)),
            lambda wave, cycles: np.abs(np.fft.rfft(wave)),
            lambda wave, cycles: np.abs(np.fft.fft(wave)),
        ),
        "loudest": wrong(
            "This is about the loudest tone in the wave: its amplitude, or how many cycles it has. The"
            " tone of `cycles` cycles is asked for.",
            lambda wave, cycles: sound.amplitudes(wave).max(),
            lambda wave, cycles: sound.amplitudes(wave)[1:].max(),
            lambda wave, cycles: sound.amplitudes(wave).argmax(),
            lambda wave, cycles: sound.amplitudes(wave)[1:].argmax() + 1,
        ),
        "phase": wrong(
            "This is an angle: where the tone begins. How large it is is asked for.",
            _amplitude(join=lambda c, s: np.arctan2(s, c)),
            _amplitude(join=lambda c, s: np.arctan2(c, s)),
            _amplitude(join=lambda c, s: np.arctan2(-s, c)),
        ),
        "relative": wrong(
            "The result was divided by the largest, or by the sum of all. The amplitude itself is asked for.",
            lambda wave, cycles: _right_amplitude(wave, cycles) / sound.amplitudes(wave).max(),
            lambda wave, cycles: _right_amplitude(wave, cycles) / sound.amplitudes(wave)[1:].max(),
            lambda wave, cycles: _right_amplitude(wave, cycles) / sound.amplitudes(wave).sum(),
            lambda wave, cycles: _right_amplitude(wave, cycles) / np.abs(wave).max(),
        ),
        "sign": wrong(
            "The sign is flipped. An amplitude is a root: 0 or more.",
            _after_amplitude(lambda found: -found),
        ),
        "decibels": wrong(
            "This is a logarithm, as of decibels. The amplitude itself is asked for.",
            _after_amplitude(lambda found: 20 * np.log10(found)),
            _after_amplitude(lambda found: 10 * np.log10(found)),
            _after_amplitude(np.log10),
            _after_amplitude(np.log),
        ),
    },
    hints=[
        "For all samples at once: `angle = 2 * np.pi * cycles * np.arange(m) / m`, with `m = len(wave)`.",
        "The cosine's share is `c = 2 / m * np.sum(wave * np.cos(angle))`; the sine's goes the same way.",
        "c and s are the legs of a right-angled triangle, and the amplitude is its long side: $\\sqrt{c^2"
        " + s^2}$.",
    ],
)


def _numbers(m, seed):
    return np.random.default_rng(seed).normal(size=m).round(6)


CUTS = [  # the second is used up to its end; in the last one samples are left out
    {"wave": _numbers(26, 5), "size": 8, "hop": 5},
    {"wave": _numbers(29, 6), "size": 5, "hop": 3},
    {"wave": _numbers(23, 7), "size": 6, "hop": 4},
    {"wave": _numbers(30, 8), "size": 3, "hop": 7},
]


def _frames(
    starts=lambda m, size, hop: range(0, m - size + 1, hop),
    width=lambda size, hop: size,
    longer=lambda wave, extra: wave,
):
    """Return the frames as a function; each keyword replaces a part of it by that of a mistake.

    starts  of the length of the wave, size and hop, returns where the frames begin
    width   of size and hop, returns how long they are
    longer  of the wave and a number of samples, returns what the frames are cut from

    It raises ValueError if a frame is not full.
    """

    def function(wave, size, hop):
        source, wide = longer(wave, size + hop), width(size, hop)
        rows = [source[start : start + wide] for start in starts(len(wave), size, hop)]
        if not rows or any(len(row) != wide for row in rows):
            raise ValueError("a frame is not full")
        return np.array(rows)  # (k, wide)

    return function


def _cut(wave, size, hop):
    starts = range(0, len(wave) - size + 1, hop)
    return np.array([wave[start : start + size] for start in starts]).reshape(-1, size)


def _after_frames(change):
    """Return the frames with a change at the end; change: of them and the arguments."""
    return lambda wave, size, hop: change(_cut(wave, size, hop), wave, size, hop)


def _padded(mode):
    return lambda wave, extra: np.pad(wave, (0, extra), mode)


def _all_starts(m, size, hop):
    return range(0, m, hop)


def _up(m, size, hop):
    return range(0, m - size + hop, hop)


def _one_more(m, size, hop):
    return range(0, m - size + 1 + hop, hop)


def _end_again(frames, wave, size, hop):
    rest = (len(wave) - size) % hop
    return np.vstack([frames, wave[-size:]]) if rest else frames


def _few(frames, wave, size, hop):
    count = len(wave) // size
    if count > len(frames):
        raise ValueError("not so many frames")
    return frames[:count]


check_frames = function_exercise(
    "12.frames",
    """Check frames(wave, size, hop), which returns the frames of a wave, (k, size).

    One begins every hop samples; what does not fill a frame is not used.
    """,
    solve=_cut,
    on=CUTS,
    right="Each frame begins one hop after the one before, and the last is the last that is full.",
    meaning="one row for each full frame, one column for each of its samples",
    mistakes={
        "last lost": wrong(
            "The last frame is missing. It may end with the last sample: where is the last place at which"
            " a full frame begins?",
            _frames(starts=lambda m, size, hop: range(0, m - size, hop)),
            _frames(starts=lambda m, size, hop: range(0, m - size - 1, hop)),
            _after_frames(lambda frames, *_: frames[:-1]),
        ),
        "rest filled up": wrong(
            "What is left at the end became a frame too, filled up with something. Only full frames count.",
            *[
                _frames(starts=starts, longer=_padded(mode))
                for starts in (_all_starts, _up, _one_more)
                for mode in ("constant", "wrap", "edge", "reflect")
            ],
        ),
        "end again": wrong(
            "One frame more was cut at the end, closer to the one before than a hop. What is left there is"
            " not used.",
            _after_frames(_end_again),
        ),
        "first lost": wrong(
            "The first frame is missing. It begins with the first sample, at 0.",
            _after_frames(lambda frames, *_: frames[1:]),
            _frames(starts=lambda m, size, hop: range(size, m - size + 1, hop)),
        ),
        "one late": wrong(
            "The frames begin one sample too late. The first sample has the index 0.",
            _frames(starts=lambda m, size, hop: range(1, m - size + 1, hop)),
            _frames(
                starts=lambda m, size, hop: range(1, m - size + 2, hop),
                longer=lambda wave, extra: np.pad(wave, (0, 1)),
            ),
        ),
        "side by side": wrong(
            "Each frame begins where the one before ends, as if the hop were the size. The next one begins"
            " `hop` samples after the start of the one before.",
            _frames(starts=lambda m, size, hop: range(0, m - size + 1, size)),
        ),
        "every sample": wrong(
            "Each frame begins one sample after the one before. It should be `hop` samples.",
            _frames(starts=lambda m, size, hop: range(m - size + 1)),
            _frames(starts=lambda m, size, hop: range(m - size)),
            _frames(starts=lambda m, size, hop: range((m - size) // hop + 1)),
        ),
        "overlap": wrong(
            "The hop was taken as what two frames share. It says how far apart they begin.",
            _frames(starts=lambda m, size, hop: range(0, m - size + 1, size - hop)),
        ),
        "gap": wrong(
            "The hop was taken from the end of a frame to the start of the next. It goes from start to"
            " start.",
            _frames(starts=lambda m, size, hop: range(0, m - size + 1, size + hop)),
        ),
        "swapped": wrong(
            "Size and hop have changed places: the frames are as long as a hop, and begin a size apart.",
            lambda wave, size, hop: _cut(wave, hop, size),
        ),
        "hop wide": wrong(
            "The frames are as long as a hop. They have `size` samples each.",
            _frames(width=lambda size, hop: hop),
            _frames(width=lambda size, hop: hop, longer=_padded("constant")),
            lambda wave, size, hop: _cut(wave, hop, hop),
        ),
        "a sample short": wrong(
            "Each frame is one sample short. The end of a slice is not part of it: `wave[0:4]` has four"
            " samples.",
            _frames(width=lambda size, hop: size - 1),
            lambda wave, size, hop: _cut(wave, size - 1, hop),
        ),
        "a sample long": wrong(
            "Each frame has one sample more than `size`. The end of a slice is not part of it.",
            lambda wave, size, hop: _cut(wave, size + 1, hop),
            _frames(width=lambda size, hop: size + 1, longer=_padded("constant")),
        ),
        "few": wrong(
            "There are too few frames: as many as fit side by side. One begins every `hop` samples, as"
            " long as it is full.",
            _after_frames(_few),
        ),
        "transposed": wrong(
            "The frames stand side by side, as columns. Each is a row.",
            _after_frames(lambda frames, *_: frames.T),
        ),
        "window": wrong(
            "The frames were multiplied by a window. Here the samples stay as they are.",
            _after_frames(lambda frames, wave, size, hop: frames * sound.hann(size)),
            _after_frames(lambda frames, wave, size, hop: frames * np.hanning(size)),
            _after_frames(lambda frames, wave, size, hop: frames * np.hamming(size)),
        ),
        "one frame": wrong(
            "Only one frame is left. Does `return` stand inside the loop, or is each frame written over"
            " the one before?",
            _after_frames(lambda frames, *_: frames[0]),
            _after_frames(lambda frames, *_: frames[-1]),
            _after_frames(lambda frames, *_: frames[:1]),
            _after_frames(lambda frames, *_: frames[-1:]),
            without_loop="Only one frame is left. All of them are asked for, one below the other.",
        ),
        "backwards": wrong(
            "The frames, or the samples in them, stand backwards. What comes first stands first.",
            _after_frames(lambda frames, *_: frames[::-1]),
            _after_frames(lambda frames, *_: frames[:, ::-1]),
            _after_frames(lambda frames, *_: frames[::-1, ::-1]),
        ),
        "from the end": wrong(
            "The frames were counted from the end of the wave. They begin at its first sample, and what is"
            " left lies at the end.",
            _frames(starts=lambda m, size, hop: range((m - size) % hop, m - size + 1, hop)),
            lambda wave, size, hop: _cut(wave[::-1], size, hop),
        ),
        "one row": wrong(
            "All frames follow each other in one row. They stand one below the other.",
            _after_frames(lambda frames, *_: frames.ravel()),
        ),
        "starts": wrong(
            "These are the places at which the frames begin. The samples from there on are asked for.",
            lambda wave, size, hop: np.arange(0, len(wave) - size + 1, hop),
        ),
        "places": wrong(
            "These are the numbers of the samples. The samples that stand there are asked for: `wave[...]`.",
            lambda wave, size, hop: _cut(np.arange(len(wave)), size, hop),
        ),
        "count": wrong(
            "This is how many frames there are. The frames themselves are asked for.",
            _after_frames(lambda frames, *_: len(frames)),
        ),
        "summed": wrong(
            "Each frame became one number. All its samples are kept.",
            _after_frames(lambda frames, *_: frames.mean(axis=1)),
            _after_frames(lambda frames, *_: frames.sum(axis=1)),
            _after_frames(lambda frames, *_: (frames**2).sum(axis=1)),
            _after_frames(lambda frames, *_: (frames**2).mean(axis=1)),
        ),
        "centred": wrong(
            "A mean was taken away. The samples stay as they are.",
            _after_frames(lambda frames, *_: frames - frames.mean(axis=1, keepdims=True)),
            _after_frames(lambda frames, *_: frames - frames.mean()),
            lambda wave, size, hop: _cut(wave - wave.mean(), size, hop),
        ),
        "empty": wrong(
            "The table holds nothing but zeros. Each row takes its samples from the wave.",
            _after_frames(lambda frames, *_: 0 * frames),
        ),
    },
    hints=[
        "A frame that begins at `start` is `wave[start : start + size]`. Where do the first, the second,"
        " the third begin?",
        "The last place at which a full frame can begin is `len(wave) - size`; the end of a `range` is not"
        " part of it.",
        "So the places are `range(0, len(wave) - size + 1, hop)`; `np.array` of the list of frames is the"
        " table.",
    ],
)


def _recording(t, k, length, seed):
    """Return frames (t, k) with a recording of so many rows, not around 0, and zeros below."""
    rng = np.random.default_rng(seed)
    frames = np.zeros((t, k))
    frames[:length] = (1.5 + 2 * rng.normal(size=(length, k)) + 3 * rng.normal(size=k)).round(3)
    return frames


def _with_zeros(frames, *places):
    for place in places:
        frames[place] = 0
    return frames


RECORDINGS = [  # in the third a row of the recording is 0, the last fills all rows
    {"frames": _recording(9, 4, 5, 11), "length": 5},
    {"frames": _recording(8, 6, 3, 12), "length": 3},
    {"frames": _with_zeros(_recording(12, 5, 6, 13), 5, (2, 1)), "length": 6},
    {"frames": _recording(7, 3, 7, 14), "length": 7},
]


def _centre(
    mean=lambda x, frames, length: x.mean(axis=0),
    rest=lambda x, mean: x - mean,
    used=lambda length, t: length,
    everywhere=False,
):
    """Return the centring of frames as a function; each keyword replaces a part of it by that of a mistake.

    mean        of the recording, all frames and the length, returns what is taken away
    rest        of the rows and that, returns what is left
    used        of the length and the number of rows, returns how many rows count as the recording
    everywhere  whether the rows that fill up are changed too

    It raises IndexError if the length is more than there are rows.
    """

    def function(frames, length):
        if length > len(frames):
            raise IndexError("not so many rows")
        count = used(length, len(frames))
        away = mean(frames[:count], frames, length)
        rows = len(frames) if everywhere else count
        return np.concatenate([rest(frames[:rows], away), frames[rows:]])  # (t, k)

    return function


def _centred(frames, length):
    found = np.zeros(frames.shape)
    found[:length] = frames[:length] - frames[:length].mean(axis=0)
    return found


def _after_centre(change):
    """Return the centring with a change at the end; change: of the result, the frames and the length."""
    right = _centre()
    return lambda frames, length: change(right(frames, length), frames, length)


def _over_rows(x, frames, length):
    return x.mean(axis=1, keepdims=True)


def _without_zeros(x, frames, length):
    """Return the mean of what is not 0 in each column; ValueError where there is none."""
    count = (frames != 0).sum(axis=0)
    if not count.all():
        raise ValueError("no numbers")
    return frames.sum(axis=0) / count


def _row_by_row(frames, length):
    found = frames[:length].copy()
    for row in range(length):
        found[row] = found[row] - found.mean(axis=0)
    return np.concatenate([found, frames[length:]])


def _so_far(frames, length):
    means = np.cumsum(frames[:length], axis=0) / np.arange(1, len(frames[:length]) + 1)[:, None]
    return np.concatenate([frames[:length] - means, frames[length:]])


def _differences(frames, length):
    return np.concatenate([frames[:1], np.diff(frames[:length], axis=0), frames[length:]])


def _columns_cut(frames, length):
    found = frames.copy()
    found[:, :length] -= found[:, :length].mean(axis=0)
    return found


def _one_column(frames, length):
    found = frames.copy()
    found[:, 0] = _centred(frames, length)[:, 0]
    return found


check_centred = function_exercise(
    "12.centred",
    """Check centred(frames, length), which returns a recording's frames less the mean of each column, (t, k).

    Only the first length rows count; the others are 0 and stay so.
    """,
    solve=_centred,
    on=RECORDINGS,
    right="Each column of the recording is around 0 now, and the rows that fill up are still 0.",
    meaning="one row for each frame, one column for each coefficient",
    mistakes={
        "unchanged": wrong(
            "The frames came back as they were: no mean was taken away.",
            lambda frames, length: frames,
        ),
        "all rows": wrong(
            "The rows that fill up were treated like frames: they count in the mean, and it was taken from"
            " them too.",
            _centre(used=lambda length, t: t),
        ),
        "zeros counted": wrong(
            "The rows that fill up count in the mean and draw it towards 0. Only the first `length` rows"
            " are the recording.",
            _centre(mean=lambda x, frames, length: frames.mean(axis=0)),
        ),
        "padding changed": wrong(
            "The mean was taken from the rows that fill up too. They stay 0.",
            _centre(everywhere=True),
        ),
        "padding filled": wrong(
            "The rows that fill up were given the mean. They stay 0.",
            _after_centre(
                lambda found, frames, length: np.concatenate(
                    [
                        found[:length],
                        np.repeat(frames[:length].mean(axis=0)[None], len(frames) - length, axis=0),
                    ]
                )
            ),
        ),
        "by zeros": wrong(
            "Which entries are the recording was read off from the zeros, but it may hold zeros of its"
            " own. `length` says how many rows it has.",
            lambda frames, length: np.where(
                (frames != 0).any(axis=1)[:, None],
                frames - frames[(frames != 0).any(axis=1)].mean(axis=0),
                0,
            ),
            lambda frames, length: frames - (frames != 0) * _without_zeros(None, frames, length),
            _centre(mean=_without_zeros),
            lambda frames, length: frames - (frames != 0) * frames[:length].mean(axis=0),
        ),
        "one mean": wrong(
            "One mean was taken of all numbers together. Each column has its own.",
            _centre(mean=lambda x, frames, length: x.mean()),
            _centre(mean=lambda x, frames, length: x.mean(), everywhere=True),
            _centre(mean=lambda x, frames, length: frames.mean()),
            _centre(mean=lambda x, frames, length: frames.mean(), everywhere=True),
        ),
        "rows": wrong(
            "The mean of each row was taken away, over its coefficients. It is that of each column, over"
            " the frames.",
            _centre(mean=_over_rows),
        ),
        "both means": wrong(
            "The means of the rows were taken away as well as those of the columns. Only the columns have"
            " theirs taken away.",
            lambda frames, length: _centred(_centre(mean=_over_rows)(frames, length), length),
        ),
        "divided": wrong(
            "The result was divided by the spread as well. Only the mean is taken away.",
            *[
                _centre(
                    rest=lambda x, mean, square=square, ddof=ddof: (
                        (x - mean) / x.std(axis=0, ddof=ddof) ** square
                    )
                )
                for square in (1, 2)
                for ddof in (0, 1)
            ],
            _centre(rest=lambda x, mean: (x - mean) / x.std()),
        ),
        "relative": wrong(
            "The frames were divided by the mean. It is taken away: a difference.",
            _centre(rest=lambda x, mean: x / mean),
            _centre(rest=lambda x, mean: (x - mean) / mean),
        ),
        "middle one": wrong(
            "The middle one by size, the median, was taken away. The mean is the sum divided by how many"
            " there are.",
            _centre(mean=lambda x, frames, length: np.median(x, axis=0)),
            _centre(mean=lambda x, frames, length: np.median(frames, axis=0)),
        ),
        "sum": wrong(
            "The sum of each column was taken away. Divided by the number of frames it is the mean.",
            _centre(mean=lambda x, frames, length: x.sum(axis=0)),
            _centre(mean=lambda x, frames, length: x.sum(axis=0), everywhere=True),
        ),
        "one less": wrong(
            "The sum was divided by one less, or one more, than there are frames. The recording has"
            " `length` of them.",
            _centre(mean=lambda x, frames, length: x.sum(axis=0) / (length - 1)),
            _centre(mean=lambda x, frames, length: x.sum(axis=0) / (length + 1)),
        ),
        "by columns": wrong(
            "The sum was divided by how many columns there are. It is over the frames, of which the"
            " recording has `length`.",
            _centre(mean=lambda x, frames, length: x.sum(axis=0) / x.shape[1]),
        ),
        "one frame": wrong(
            "One frame was taken away from all of them, the first or the last. What is taken away is their"
            " mean.",
            _centre(mean=lambda x, frames, length: x[0]),
            _centre(mean=lambda x, frames, length: x[-1]),
            _centre(mean=lambda x, frames, length: x[0], everywhere=True),
        ),
        "extreme": wrong(
            "The largest or the smallest of each column was taken away, or the middle between the two."
            " What is taken away is the mean.",
            _centre(mean=lambda x, frames, length: x.max(axis=0)),
            _centre(mean=lambda x, frames, length: x.min(axis=0)),
            _centre(mean=lambda x, frames, length: (x.max(axis=0) + x.min(axis=0)) / 2),
        ),
        "end missing": wrong(
            "A frame of the recording is missing. `frames[:length]` holds all of them, from 0 to `length -"
            " 1`.",
            _centre(used=lambda length, t: length - 1),
            _centre(mean=lambda x, frames, length: x[:-1].mean(axis=0)),
            _centre(mean=lambda x, frames, length: x[1:].mean(axis=0)),
            lambda frames, length: np.concatenate(
                [frames[:1], frames[1:length] - frames[1:length].mean(axis=0), frames[length:]]
            ),
        ),
        "one more": wrong(
            "A row too many counts as the recording. Its last frame is at `length - 1`, the last in"
            " `frames[:length]`.",
            _centre(used=lambda length, t: length + 1),
            _centre(mean=lambda x, frames, length: frames[: length + 1].mean(axis=0)),
        ),
        "last rows": wrong(
            "The last rows were taken for the recording. It is at the beginning: the first `length` rows.",
            _centre(mean=lambda x, frames, length: frames[-length:].mean(axis=0)),
            lambda frames, length: np.concatenate(
                [frames[:-length], frames[-length:] - frames[-length:].mean(axis=0)]
            ),
        ),
        "columns cut": wrong(
            "`length` was used for columns. It says how many rows are the recording: `frames[:length]`.",
            _columns_cut,
        ),
        "cut": wrong(
            "Only the recording came back. The rows that fill up stay below it, as 0.",
            lambda frames, length: _centred(frames, length)[:length],
        ),
        "one column": wrong(
            "Only one column had its mean taken away. Each has its own.",
            _one_column,
        ),
        "sign": wrong(
            "The sign is flipped: this is the mean less the frames. The mean is taken away from them.",
            _centre(rest=lambda x, mean: mean - x),
            _centre(rest=lambda x, mean: mean - x, everywhere=True),
        ),
        "plus": wrong(
            "The mean was added. It is taken away.",
            _centre(rest=lambda x, mean: x + mean),
            _centre(rest=lambda x, mean: x + mean, everywhere=True),
        ),
        "absolute": wrong(
            "The signs are lost, or squares were taken. What lies below the mean is negative.",
            _after_centre(lambda found, *_: abs(found)),
            _after_centre(lambda found, *_: found**2),
        ),
        "means": wrong(
            "These are the means, or the sums. The frames less their means are asked for.",
            lambda frames, length: frames[:length].mean(axis=0),
            lambda frames, length: frames.mean(axis=0),
            lambda frames, length: frames[:length].sum(axis=0),
            _centre(rest=lambda x, mean: 0 * x + mean),
            _centre(rest=lambda x, mean: 0 * x + mean, everywhere=True),
        ),
        "while changing": wrong(
            "The mean was taken anew for each row, of rows changed already. Take it once, before any row"
            " is changed.",
            _row_by_row,
        ),
        "so far": wrong(
            "From each frame the mean of the frames so far was taken away. It is that of the whole"
            " recording.",
            _so_far,
        ),
        "differences": wrong(
            "From each frame the one before was taken away. What is taken away is the mean of all.",
            _differences,
            lambda frames, length: _differences(frames, length) * (np.arange(len(frames)) > 0)[:, None],
        ),
        "transposed": wrong(
            "Rows and columns have changed places. A row is a frame, as in `frames`.",
            _after_centre(lambda found, *_: found.T),
        ),
        "empty": wrong(
            "The table holds nothing but zeros. The first `length` rows are the frames less their mean.",
            lambda frames, length: 0 * frames,
        ),
    },
    hints=[
        "The recording is `frames[:length]`. Along which axis is a mean that leaves one number for each"
        " column?",
        "`frames[:length].mean(axis=0)` is that mean, (k,). Taken from the recording it meets each of its"
        " rows.",
        "Begin with zeros, `found = np.zeros(frames.shape)`, and fill in `found[:length]`; the rest is 0"
        " already.",
    ],
)

PATHS = [
    {"path": [0, 0, 3, 3, 0, 3, 5, 5, 5, 2, 0, 0, 2, 7, 3, 0], "blank": 0},
    {"path": [6, 6, 3, 6, 0, 0, 4, 3, 3, 4, 4, 1, 6, 3, 0], "blank": 3},
    {"path": [5, 2, 2, 2, 8, 8, 5, 8, 1, 5, 5, 2, 2, 9, 9, 5, 5], "blank": 5},
    {"path": [0, 0, 7, 7, 7, 7, 4, 4, 4, 2, 4, 2, 7, 2, 2, 8, 0, 0], "blank": 2},
    {"path": [1, 8, 8, 8, 1, 9], "blank": 4},
    {"path": [6, 6, 6, 6], "blank": 6},
]


def _runs(path):
    """Return each run of a path: its symbol and its length."""
    return [(symbol, len([*run])) for symbol, run in groupby(path)]


def _merged(path):
    return [symbol for symbol, _ in _runs(path)]


def _spelt(keep=lambda symbol, count, blank: symbol != blank, put=lambda symbol, count: [symbol]):
    """Return what a path spells as a function; each keyword replaces a part of it by that of a mistake.

    keep  of a run's symbol, its length and the blank, returns whether it counts
    put   of its symbol and its length, returns what is left of it
    """
    return lambda path, blank: [
        one for symbol, count in _runs(path) if keep(symbol, count, blank) for one in put(symbol, count)
    ]


_right_spelt = _spelt()


def _after_spelt(change):
    """Return what a path spells with a change at the end."""
    return lambda path, blank: change(_right_spelt(path, blank))


def _symbol_by_symbol(keep):
    """Return the symbols of a path that are kept; keep: of symbol, the one before or None, and blank."""
    return lambda path, blank: [
        symbol for before, symbol in zip([None, *path], path, strict=False) if keep(symbol, before, blank)
    ]


def _places_kept(filler):
    """Return a path in which what is left out was replaced; filler: of the blank."""
    return lambda path, blank: [
        filler(blank) if symbol in (before, blank) else symbol
        for before, symbol in zip([None, *path], path, strict=False)
    ]


def _one_blank_gone(path, blank):
    found = _merged(path)
    if blank in found:
        found.remove(blank)
    return found


def _ends_stripped(path, blank):
    found = _merged(path)
    return found[found[0] == blank : len(found) - (found[-1] == blank)]


def _around(path, blank):
    return [symbol for k, symbol in enumerate(path) if symbol not in (path[k - 1], blank)]


def _zero_at_first(path, blank):
    return [symbol for before, symbol in zip([0, *path], path, strict=False) if symbol not in (before, blank)]


def _words(path, blank):
    """Return what stands between blanks, a list each."""
    return [[*run] for is_blank, run in groupby(path, lambda symbol: symbol == blank) if not is_blank]


def _until_blank(path, blank):
    found = _merged(path)
    found = found[1:] if found[0] == blank else found
    return found[: found.index(blank)] if blank in found else found


check_collapsed = function_exercise(
    "12.collapsed",
    """Check collapsed(path, blank), which returns what a path spells, a list.

    Equal symbols that follow each other become one; then the blanks are left out.
    """,
    solve=sound.collapsed,
    on=PATHS,
    right="Equal symbols became one, and the blank kept apart what comes twice.",
    meaning="one entry for each symbol that is spelt",
    mistakes={
        "unchanged": wrong(
            "The path came back as it was. Equal neighbours become one, and blanks are left out.",
            lambda path, blank: path,
        ),
        "blanks first": wrong(
            "Equal symbols with a blank between them became one too. It keeps them apart: `[3, 0, 3]`"
            " spells two 3s with 0 as the blank.",
            lambda path, blank: _merged([symbol for symbol in path if symbol != blank]),
        ),
        "blanks kept": wrong(
            "Equal symbols became one, but the blanks are still there. They are left out.",
            lambda path, blank: _merged(path),
            lambda path, blank: _merged(path)[path[0] == blank :],
        ),
        "repeats kept": wrong(
            "The blanks are gone, but equal symbols that follow each other directly still stand there more"
            " than once.",
            lambda path, blank: [symbol for symbol in path if symbol != blank],
        ),
        "or": wrong(
            "Blanks were merged and symbols were not: an `or` where both have to hold. A symbol stays if"
            " it is new and is not the blank.",
            _symbol_by_symbol(lambda symbol, before, blank: symbol != before or symbol != blank),
            without_loop="Blanks were merged, and symbols were not. A symbol stays if it differs from the"
            " one before and is not the blank.",
        ),
        "one blank": wrong(
            "One blank was left out, the first. All of them are: `remove` takes away one only.",
            _one_blank_gone,
            lambda path, blank: (
                path[: path.index(blank)] + path[path.index(blank) + 1 :] if blank in path else path
            ),
        ),
        "ends alone": wrong(
            "Blanks were left out at the beginning and the end alone. Those between have done their work"
            " too.",
            _ends_stripped,
        ),
        "zero": wrong(
            "0 was left out, whatever `blank` is. The blank may be any number.",
            lambda path, blank: _right_spelt(path, 0),
        ),
        "each once": wrong(
            "Each symbol stands there once at most. A symbol may come again later, or after a blank.",
            lambda path, blank: [symbol for symbol in dict.fromkeys(path) if symbol != blank],
            lambda path, blank: [*dict.fromkeys(path)],
            lambda path, blank: sorted({*path} - {blank}),
            lambda path, blank: sorted({*path}),
        ),
        "sorted": wrong(
            "The symbols were sorted. Their order is what is spelt.",
            _after_spelt(sorted),
            _after_spelt(lambda found: sorted(found, reverse=True)),
        ),
        "pairs": wrong(
            "Equal symbols became one two by two, so three in a row leave two. However many follow each"
            " other, one is left.",
            _spelt(put=lambda symbol, count: [symbol] * ((count + 1) // 2)),
        ),
        "one fewer": wrong(
            "From each row of equal symbols one was taken away. However many follow each other, one is left.",
            _spelt(put=lambda symbol, count: [symbol] * max(count - 1, 1)),
        ),
        "repeats gone": wrong(
            "Symbols that follow each other directly are gone altogether. One of them stays.",
            _spelt(keep=lambda symbol, count, blank: symbol != blank and count == 1),
        ),
        "singles gone": wrong(
            "Only symbols that come more than once in a row are left. One that stands alone counts too.",
            _spelt(keep=lambda symbol, count, blank: symbol != blank and count > 1),
            _spelt(
                keep=lambda symbol, count, blank: symbol != blank and count > 1,
                put=lambda symbol, count: [symbol] * (count - 1),
            ),
        ),
        "ends": wrong(
            "A symbol at the very beginning or the very end is lost. Nothing stands before the first,"
            " nothing after the last, and both count.",
            lambda path, blank: [symbol for symbol in _merged(path)[1:] if symbol != blank],
            lambda path, blank: [symbol for symbol in _merged(path)[:-1] if symbol != blank],
            lambda path, blank: [symbol for symbol in _merged(path)[1:-1] if symbol != blank],
            lambda path, blank: _right_spelt(path[:-1], blank),
            lambda path, blank: _right_spelt(path[1:], blank),
            _zero_at_first,
        ),
        "around": wrong(
            "The first symbol was compared with the last: at 0, `path[k - 1]` is `path[-1]`. Nothing comes"
            " before the first.",
            _around,
        ),
        "after blanks": wrong(
            "Symbols are left only right after a blank, or right before one, or at an end. A symbol may"
            " follow another one directly.",
            _symbol_by_symbol(lambda symbol, before, blank: before == blank and symbol != blank),
            _symbol_by_symbol(lambda symbol, before, blank: before in (None, blank) and symbol != blank),
            lambda path, blank: [
                symbol for symbol, after in pairwise(path) if after == blank and symbol != blank
            ],
            lambda path, blank: [word[-1] for word in _words(path, blank)],
        ),
        "places kept": wrong(
            "Something was put in the place of what is left out. The list becomes shorter.",
            _places_kept(lambda blank: blank),
            _places_kept(lambda blank: 0),
            _places_kept(lambda blank: -1),
            lambda path, blank: [0 if symbol == blank else symbol for symbol in _merged(path)],
            lambda path, blank: [-1 if symbol == blank else symbol for symbol in _merged(path)],
        ),
        "first run": wrong(
            "What comes after the first blank within the path is lost. Go on to its end.",
            _until_blank,
        ),
        "one symbol": wrong(
            "At most one symbol is left, the first or the last. Does `return` stand inside the loop?",
            _after_spelt(lambda found: found[:1]),
            _after_spelt(lambda found: found[-1:]),
            lambda path, blank: path[:1] if path[0] != blank else [],
            without_loop="At most one symbol is left, the first or the last. All that is spelt is asked for.",
        ),
        "backwards": wrong(
            "The symbols stand backwards. What comes first in the path comes first.",
            _after_spelt(lambda found: found[::-1]),
        ),
        "count": wrong(
            "This is how many symbols are spelt, with or without blanks. The symbols themselves are asked"
            " for.",
            _after_spelt(len),
            lambda path, blank: len(_merged(path)),
        ),
        "lengths": wrong(
            "These say how often symbols follow each other. The symbols themselves are asked for.",
            _spelt(put=lambda symbol, count: [count]),
            lambda path, blank: [count for _, count in _runs(path)],
        ),
        "places": wrong(
            "These are the places at which symbols begin. The symbols that stand there are asked for.",
            lambda path, blank: [
                k for k, symbol in enumerate(path) if symbol != blank and (k == 0 or path[k - 1] != symbol)
            ],
        ),
        "blank wanted": wrong(
            "Only blanks are left, or nothing at all. It is the blanks that are left out.",
            _spelt(keep=lambda symbol, count, blank: symbol == blank),
            lambda path, blank: [symbol for symbol in path if symbol == blank],
            lambda path, blank: [],
        ),
        "put together": wrong(
            "The symbols were written side by side as one number, or added up. A list of them is asked for.",
            lambda path, blank: float("".join(map(str, _right_spelt(path, blank))) or 0),
            _after_spelt(sum),
        ),
    },
    hints=[
        "Keep in mind which symbol came before, for each symbol of the path: `before`, `None` at first.",
        "A symbol is added if it differs from `before` and is not the blank.",
        "At the end of each turn of the loop: `before = symbol`, whether it was added or not. A blank in"
        " between then keeps two equal symbols apart.",
    ],
)
