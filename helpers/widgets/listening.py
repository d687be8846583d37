"""The explorers of notebook 12."""

import math
from functools import lru_cache

import numpy as np

from helpers.data import listener, spoken
from helpers.figures import listening as figures
from helpers.figures import style
from helpers.figures import training as training_figures
from helpers.figures.seeing import draw_learning
from helpers.formulas import listening as formulas
from helpers.formulas import numbers, words
from helpers.formulas.generalisation import share
from helpers.live.controls import choice, slider, stop_slider, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import area, grips, point
from helpers.live.replay import Replay, controls_along, handles_along
from helpers.live.sound import as_wav
from helpers.maths import sound
from helpers.maths.classification import confusion

HARMONICS, SHOWN = 6, 0.02
"""Tones that a wave is made of; seconds of it that are shown."""
HIGHEST = 2400
"""Hertz, of what is shown of its parts."""


def wave_of_tones():
    """Return an explorer of a wave as a sum of tones: its parts are heard and seen."""
    left, right = style.new_axes(2, size=(9, 4), width_ratios=[1.4, 1])
    wave = figures.draw_wave(left, 1000 * SHOWN, 3)
    lines = figures.draw_lines(right, HARMONICS, (HIGHEST, 1.05))
    live = LiveFigure(left.figure, [wave, lines])
    fine = 8 * sound.RATE  # for a picture without corners
    names = [f"a{k}" for k in range(1, HARMONICS + 1)]
    times = sound.times(SHOWN, fine)

    def update(fundamental, **amplitudes):
        frequencies = fundamental * np.arange(1, HARMONICS + 1)
        heights = np.array([amplitudes[name] for name in names])
        parts = heights[:, None] * np.sin(2 * np.pi * frequencies[:, None] * times)  # (6, p)
        figures.update_wave(wave, 1000 * times, parts.sum(axis=0), parts[heights > 0])
        figures.update_lines(lines, frequencies, heights)
        on = [k for k, amplitude in enumerate(heights, start=1) if amplitude > 0]
        text = "The wave is silence."
        if on:
            named = ", ".join(f"{fundamental * k:g} Hz ({words.number(heights[k - 1])})" for k in on)
            again = 1000 / (fundamental * math.gcd(*on))
            text = f"The wave is the sum of {words.count(len(on), 'tone')}: {named}."
            text += f" It comes again after {words.number(again)} milliseconds."
        return Caption(
            text,
            sound=lambda: as_wav(sound.harmonics(fundamental, heights, 1.0), sound.RATE),
        )

    opening = [1.0, 0.0, 0.0, 0.5, 0.0, 0.0]
    controls = {"fundamental": slider("fundamental, Hz", 200, 100, 400, step=10)} | {
        name: slider(f"amplitudes: {k}", opening[k - 1], 0.0, 1.0, step=0.05)
        for k, name in enumerate(names, start=1)
    }
    presets = {
        "One tone": [1, 0, 0, 0, 0, 0],
        "All, ever softer": [1, 0.5, 0.35, 0.25, 0.2, 0.15],
        "Odd ones": [1, 0, 0.35, 0, 0.2, 0],
        "Without the lowest two": [0, 0, 0.6, 0.6, 0.6, 0.6],
    }
    handles = [
        grips(
            lines[0],
            lambda grab: {names[grab.part]: grab.y},
        )
    ]
    chosen = {label: dict(zip(names, heights, strict=True)) for label, heights in presets.items()}
    return Explorer(live, controls, update, chosen, "wave_of_tones", handles)


RATES = (2000, 3000, 4000, 6000, 8000)
"""Samples a second, in samples_of_a_tone."""
TOP = 8000
"""Hertz, of a tone there."""


def samples_of_a_tone():
    """Return an explorer of a tone, of its samples, and of the tone that is heard of them."""
    left, right = style.new_axes(2, size=(9, 4), width_ratios=[1.5, 1])
    seconds = 0.004
    tone = figures.draw_samples(left, 1000 * seconds)
    fold = figures.draw_fold(right, TOP)
    live = LiveFigure(left.figure, [tone, fold])
    fine, grid = np.linspace(0, seconds, 801), np.linspace(0, TOP, 161)

    def update(frequency, rate):
        found = sound.heard(frequency, rate)
        times = np.arange(round(seconds * rate) + 1) / rate
        back = 1 if frequency % rate <= rate / 2 else -1  # what seems to turn back begins downwards
        silent = found in (0, rate / 2)  # each sample falls where the sine is 0
        figures.update_samples(
            tone,
            1000 * fine,
            np.sin(2 * np.pi * frequency * fine),
            (not silent) * back * np.sin(2 * np.pi * found * fine),
            (1000 * times, np.sin(2 * np.pi * frequency * times)),
        )
        figures.update_fold(fold, grid, [sound.heard(one, rate) for one in grid], (frequency, found))
        if silent:
            what = "gives samples that are all 0, so nothing is heard"
        else:
            what = "is heard as it is" if found == frequency else f"is heard as one of {found:g} Hz"
        return Caption(
            f"A tone of {frequency:g} Hz, sampled {rate} times a second, {what}. Below {rate // 2} Hz each"
            f" tone is heard as it is.",
            formulas.heard(frequency, rate, found),
            sound=lambda: as_wav((not silent) * sound.tone(found, 0.7, rate=2 * TOP), 2 * TOP),
        )

    controls = {
        "frequency": slider("tone, Hz", 500, 0, TOP, step=50),
        "rate": stop_slider("samples a second", 4000, RATES, "{:g}"),
    }
    presets = {
        "Slow enough": {"frequency": 500, "rate": 4000},
        "Nearly half the rate": {"frequency": 1900, "rate": 4000},
        "Too fast": {"frequency": 3500, "rate": 4000},
        "As fast as the samples": {"frequency": 4000, "rate": 4000},
    }
    handles = [point(fold.point, x="frequency"), area(right, x="frequency")]
    return Explorer(live, controls, update, presets, "samples_of_a_tone", handles)


SECONDS, LOW, HIGH = 1.0, -70.0, 0.0
"""Of the sounds in windows_of_a_sound; decibels of the palest and of the fullest colour."""
EVEN = 4
"""Decibels of the loudest above the middle one, in a spectrum that is about even."""


def _faded(wave):
    """Return a wave that begins and ends softly, over a twentieth of its length: it does not click."""
    ramp = np.minimum(np.arange(len(wave)), np.arange(len(wave))[::-1]) / (0.05 * len(wave))
    return wave * np.minimum(ramp, 1)


@lru_cache(maxsize=1)
def _sounds():
    """Return dict of a name -> wave of one second, loudest sample 1."""
    t = sound.times(SECONDS)
    clicks = np.zeros(len(t))
    clicks[[2400, 2560, 4800, 4960]] = 1  # two pairs, 20 milliseconds apart
    rising = np.sin(2 * np.pi * (300 * t + 1350 * t**2))  # from 300 to 3000 Hz
    vowels = [sound.vowel(*sound.VOWELS[name], seconds=SECONDS / 3) for name in ("ee", "ah", "oo")]
    waves = {
        "two tones": _faded(sound.tone(1000, SECONDS) + sound.tone(1200, SECONDS)),
        "two pairs of clicks": clicks,
        "a rising tone": _faded(rising),
        "three vowels": np.concatenate([_faded(vowel) for vowel in vowels]),
    }
    return {name: wave / np.abs(wave).max() for name, wave in waves.items()}


def windows_of_a_sound():
    """Return an explorer of spectrograms: what a long window and what a short one can tell."""
    axes = style.new_mosaic(
        [["sound", "none"], ["spectrogram", "spectrum"]],
        size=(9, 4),
        width_ratios=[3, 1],
        height_ratios=[1, 3],
        empty_sentinel="none",
    )
    window = figures.draw_window(axes["sound"], SECONDS)
    top = sound.RATE / 2
    spectrogram = figures.draw_spectrogram(axes["spectrogram"], SECONDS, top)
    spectrum = figures.draw_spectrum(axes["spectrum"], top, LOW, HIGH + 5)
    live = LiveFigure(axes["sound"].figure, [window, spectrogram, spectrum])

    @lru_cache(maxsize=1)
    def decibels(name, size, hop):
        found = sound.decibels(sound.powers(sound.framed(_sounds()[name], size, hop)))
        return found - found.max()

    def update(which, size, hop, moment):
        wave, found = _sounds()[which], decibels(which, size, hop)
        frame = min(max(round((moment * sound.RATE - size / 2) / hop), 0), len(found) - 1)
        times, start = sound.times(SECONDS), frame * hop
        figures.update_window(window, times, wave, (start + np.arange(size)) / sound.RATE, sound.hann(size))
        step = sound.RATE / size
        place = ((size - hop) / 2 / sound.RATE, -step / 2, len(found) * hop / sound.RATE, top + step)
        middle = (start + size / 2) / sound.RATE
        figures.update_spectrogram(spectrogram, found.T, place, middle, LOW, HIGH)
        spectrum.set_data(np.maximum(found[frame], LOW), np.arange(size // 2 + 1) * step)
        silent = found[frame].max() <= LOW
        if silent:
            is_heard = "silent"
        elif found[frame].max() - np.median(found[frame]) < EVEN:
            is_heard = "about equally loud at all frequencies"
        else:
            is_heard = f"loudest at {words.number(found[frame].argmax() * step, 0)} Hz"
        return Caption(
            f"Frames of {size} samples, {words.number(1000 * size / sound.RATE, 0)} milliseconds, one every"
            f" {words.number(1000 * hop / sound.RATE, 0)}; their frequencies lie {numbers.exact(step, 1)} Hz"
            f" apart. Of {which}, the frame around {words.number(middle)} seconds is {is_heard}.",
            formulas.resolution(size, sound.RATE),
            sound=lambda: as_wav(wave, sound.RATE),
        )

    controls = {
        "which": choice("sound", list(_sounds())),
        "size": stop_slider("window, samples", 256, (64, 128, 256, 512, 1024, 2048), "{:g}"),
        "hop": stop_slider("hop, samples", 64, (32, 64, 128, 256), "{:g}"),
        "moment": slider("moment, seconds", 0.5, 0.0, SECONDS, step=0.01),
    }
    presets = {
        "Long, two tones": {"which": "two tones", "size": 2048},
        "Short, two tones": {"which": "two tones", "size": 64, "hop": 32},
        "Long, clicks": {"which": "two pairs of clicks", "size": 2048},
        "Short, clicks": {"which": "two pairs of clicks", "size": 64, "hop": 32},
        "Vowels": {"which": "three vowels", "size": 512},
    }
    handles = [area(axes["spectrogram"], x="moment"), area(axes["sound"], x="moment")]
    return Explorer(live, controls, update, presets, "windows_of_a_sound", handles)


FIRST, SECOND = (200, 800), (700, 2400)
"""Hertz, of the formants in vowel_maker."""


def vowel_maker():
    """Return an explorer of vowels: a buzz through two resonances, in a chart and as a spectrum."""
    left, right = style.new_axes(2, size=(9, 4.2))
    chart = figures.draw_vowels(left, sound.VOWELS, (FIRST, SECOND))
    lowest, top = -50.0, sound.RATE / 2
    spectrum = figures.draw_formants(right, top, lowest)
    live = LiveFigure(left.figure, [chart, spectrum])
    grid = np.linspace(0, top, 201)

    def response(frequencies, first, second):
        return sound.resonance(frequencies, first, sound.WIDTHS[0]) * sound.resonance(
            frequencies, second, sound.WIDTHS[1]
        )

    def update(first, second, fundamental):
        figures.update_vowels(chart, first, second)
        harmonics = np.arange(fundamental, top, fundamental)
        through, loud = response(grid, first, second), response(harmonics, first, second)
        most = through.max()
        figures.update_formants(
            spectrum,
            harmonics,
            20 * np.log10(loud / most),
            grid,
            20 * np.log10(through / most),
        )
        strongest = harmonics[loud.argmax()]
        return Caption(
            f"A buzz of {fundamental:g} Hz, with its {len(harmonics)} harmonics, through resonances at"
            f" {first:g} and {second:g} Hz. Its loudest harmonic lies at {strongest:g} Hz. Nearest is the"
            f" vowel “{sound.nearest_vowel(first, second)}”.",
            sound=lambda: as_wav(_faded(sound.vowel(first, second, fundamental, 0.6)), sound.RATE),
        )

    ah = sound.VOWELS["ah"]
    controls = {
        "first": slider("first formant, Hz", ah[0], *FIRST, step=10),
        "second": slider("second formant, Hz", ah[1], *SECOND, step=10),
        "fundamental": slider("buzz, Hz", 120, 80, 300, step=5),
    }
    presets = {
        name: dict(zip(("first", "second"), sound.VOWELS[name], strict=True))
        for name in ("ee", "ah", "oo", "er")
    }
    handles = [point(chart.point, x="second", y="first"), area(left, x="second", y="first")]
    return Explorer(live, controls, update, presets, "vowel_maker", handles)


def voices_confused():
    """Return an explorer of what a voice's digits are taken for by a network that never heard it."""
    left, right = style.new_axes(2, size=(9, 4.4))
    table = figures.draw_confusion(left, range(10))
    names = [str(voice) for voice in range(1, spoken.VOICES + 1)]
    bars = figures.draw_shares(right, names, "voice left out")
    live = LiveFigure(left.figure, [table, bars])

    def update(voice, learnt_from, centred, digit):
        tables = [listener.confused(one, learnt_from, centred) for one in range(spoken.VOICES)]
        shares = [np.trace(counts) / counts.sum() for counts in tables]
        counts = tables[voice - 1]
        figures.update_confusion(table, counts, digit)
        figures.update_shares(bars, shares, voice - 1)
        mistaken = counts[digit].copy()
        mistaken[digit] = 0
        wrong = int(mistaken.argmax())
        most = f", {mistaken[wrong]} as {wrong}" if mistaken[wrong] else ""
        how = "each recording's mean taken away" if centred else "recordings as they are"
        return Caption(
            f"A network that learnt from {words.count(learnt_from, 'other voice')}, {how}, is right on"
            f" {words.number(shares[voice - 1])} of voice {voice}; over all six voices the mean is"
            f" {words.number(np.mean(shares))}. Of {counts[digit].sum()} times “{digit}”"
            f" {counts[digit, digit]} are heard as {digit}{most}.",
            share(int(np.trace(counts)), int(counts.sum())),
        )

    controls = {
        "voice": whole_slider("voice left out", 3, 1, spoken.VOICES),
        "learnt_from": whole_slider("other voices learnt from", 5, 1, spoken.VOICES - 1),
        "centred": tick("each recording less its mean", False),
        "digit": whole_slider("digit said", 0, 0, 9),
    }
    presets = {
        "As they are": {"learnt_from": 5, "centred": False},
        "Less their mean": {"learnt_from": 5, "centred": True},
        "One voice known": {"learnt_from": 1, "centred": True},
    }
    handles = [
        area(left, y="digit"),
        area(right, x="voice")._replace(values=lambda grab: {"voice": grab.x + 1}),
    ]
    return Explorer(live, controls, update, presets, "voices_confused", handles)


def digits_learnt(record=None, steps=None):
    """Return an explorer of a training on spoken digits: what is taken for what, as the network learns.

    record  what it called each recording that judges, (600,) each, the first from before the training, then
            after every listener.EVERY steps; unless given, that of a network trained beforehand
    steps   how many there will be, if more will be appended; unless given, as many as that network made
    """
    shipped = listener.record()
    record = list(shipped if record is None else record)
    y = spoken.spoken().y
    y = y[~spoken.part(len(y))]
    last = (len(shipped) - 1 if steps is None else steps // listener.EVERY) * listener.EVERY
    left, right = style.new_axes(2, size=(9, 4.4))
    table = figures.draw_confusion(left, range(10))
    curve = draw_learning(right, last, {"nearest neighbour": _nearest()})
    live = LiveFigure(left.figure, [table, curve])
    shares = []

    def update(step):
        shares.extend(np.mean(called == y) for called in record[len(shares) :])
        now = step // listener.EVERY
        figures.update_confusion(table, confusion(y, record[now], 10))
        training_figures.update_progress(curve, listener.EVERY * np.arange(len(shares)), shares, now)
        right_ones = int(np.sum(record[now] == y))
        return Caption(
            f"After step {step} of {last} the network hears {right_ones} of {len(y)} recordings rightly.",
            share(right_ones, len(y)),
        )

    controls = controls_along("step", len(record) - 1, listener.EVERY, milliseconds=120)
    handles = handles_along("step", right, curve.point)
    return Replay(live, controls, update, record, listener.EVERY, last, handles, along="step")


@lru_cache(maxsize=1)
def _nearest():
    """Return the share of right answers of the nearest neighbour, on the recordings that judge."""
    X, y = listener.prepared(), spoken.spoken().y
    learn = spoken.part(len(y))
    return np.mean(y[learn][listener.nearest(X[learn], X[~learn])] == y[~learn])
