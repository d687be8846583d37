"""Sound as numbers: tones, samples, spectra, mel bands, MFCC, vowels; and letters aligned with frames."""

from itertools import groupby, product

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from helpers.maths.validation import as_data, as_numbers, not_negative, positive, whole

RATE = 8000
"""Samples a second, of every sound here: as on the telephone."""
SIZE, HOP = 400, 200
"""Samples of a frame, and from one frame to the next: 50 and 25 milliseconds."""
BANDS, COEFFICIENTS = 40, 13
"""Mel bands of a frame, and how many coefficients are kept of them."""
FLOOR = 1e-10
"""The least power that has a logarithm here: -100 dB."""


def times(seconds, rate=RATE):
    """Return when samples are taken, in seconds: 0, 1 / rate, 2 / rate, ... before the end."""
    return np.arange(round(positive("seconds", seconds) * positive("rate", rate))) / rate


def tone(frequency, seconds, amplitude=1.0, rate=RATE):
    """Return the samples of a pure tone, (m,).

        x = amplitude sin(2 pi frequency t)

    frequency  >= 0  in hertz, cycles a second
    seconds    > 0
    rate       > 0   samples a second
    """
    return amplitude * np.sin(2 * np.pi * not_negative("frequency", frequency) * times(seconds, rate))


def harmonics(fundamental, amplitudes, seconds, rate=RATE):
    """Return a sum of tones, (m,), at fundamental, 2 fundamental, 3 fundamental, ... with amplitudes (k,)."""
    numbered = enumerate(as_data("amplitudes", amplitudes, 1), start=1)
    return sum(tone(k * fundamental, seconds, amplitude, rate) for k, amplitude in numbered)


def heard(frequency, rate=RATE):
    """Return which frequency the samples of a tone are those of, from 0 to half the rate.

    A tone at f, one at f + rate and one at rate - f have the same samples, signs aside. (At half
    the rate itself the samples of a sine are all 0.)

    Source: Shannon, "Communication in the presence of noise", 1949.
    """
    frequency = not_negative("frequency", frequency) % positive("rate", rate)
    return min(frequency, rate - frequency)


def amplitudes(wave):
    """Return how much of each sine is in a wave, (m // 2 + 1,), for 0, 1, 2, ... cycles in the whole of it.

        c = 2/m sum x cos(2 pi k i / m),  s = 2/m sum x sin(2 pi k i / m),  amplitude sqrt(c^2 + s^2)

    with 1/m for no cycle and, if m is even, for m / 2 cycles: there the sine is 0 throughout.

    wave  (m,)

    By the fast Fourier transform. Source: Cooley and Tukey, "An algorithm for the machine calculation of
    complex Fourier series", 1965.
    """
    wave = as_data("wave", wave, 1)
    found = np.abs(np.fft.rfft(wave)) * 2 / len(wave)
    found[0] /= 2
    if len(wave) % 2 == 0:
        found[-1] /= 2
    return found


def hann(size):
    """Return the Hann window, (size,): 0 at its beginning, 1 in its middle, then down again.

    w = (1 - cos(2 pi i / size)) / 2
    """
    return (1 - np.cos(2 * np.pi * np.arange(whole("size", size, 1)) / size)) / 2


def framed(wave, size=SIZE, hop=HOP):
    """Return the frames of a wave, (k, size): one begins every hop samples; a rest at the end is not used.

    Raises ValueError if the wave is shorter than one frame.
    """
    wave, size = as_data("wave", wave, 1), whole("size", size, 1)
    if len(wave) < size:
        raise ValueError(f"wave has {len(wave)} samples but a frame needs {size}: record for longer")
    return sliding_window_view(wave, size)[:: whole("hop", hop, 1)]


def powers(frames):
    """Return the power of each frequency in each frame, (k, size // 2 + 1): |Fourier transform of w x|^2.

    frames  (k, size)

    Its column j stands for j rate / size hertz.
    """
    frames = as_data("frames", frames, 2)
    return np.abs(np.fft.rfft(frames * hann(frames.shape[1]), axis=1)) ** 2


def decibels(power):
    """Return powers as decibels, ten times the logarithm to the base of ten; below FLOOR all are alike."""
    return 10 * np.log10(np.maximum(power, FLOOR))


def mel(frequency):
    """Return the pitch of a frequency in mel, so that 1,000 Hz are 1,000 mel.

        2595 log10(1 + f / 700)

    Source: O'Shaughnessy, "Speech communication: human and machine", 1987, page 150.
    """
    return 2595 * np.log10(1 + np.asarray(frequency) / 700)


def hertz(pitch):
    """Return the frequency of a pitch in mel, the way back from `mel`."""
    return 700 * (10 ** (np.asarray(pitch) / 2595) - 1)


def triangles(bands=BANDS, size=SIZE, rate=RATE):
    """Return the weight of each frequency in each mel band, (bands, size // 2 + 1).

    Each band rises from the middle of the one before to 1 at its own, and falls to 0 at the next one's; the
    middles are evenly spread in mel, between 0 and half the rate.
    """
    corners = hertz(np.linspace(0, mel(rate / 2), whole("bands", bands, 1) + 2))
    low, middle, high = corners[:-2], corners[1:-1], corners[2:]
    frequencies = np.arange(size // 2 + 1) * rate / size
    rising = (frequencies - low[:, None]) / (middle - low)[:, None]  # (bands, size // 2 + 1)
    falling = (high[:, None] - frequencies) / (high - middle)[:, None]
    return np.clip(np.minimum(rising, falling), 0, None)


def cosines(bands=BANDS):
    """Return the waves of the discrete cosine transform, (bands, bands): row n has n half cycles.

        sqrt(2 / bands) cos(pi n (i + 1/2) / bands),  row 0 divided by sqrt(2)

    Rows are of length 1 and at right angles, so the transpose is the way back.
    Source: Ahmed, Natarajan, Rao, "Discrete cosine transform", 1974.
    """
    n, i = np.indices((whole("bands", bands, 1), bands))
    waves = np.sqrt(2 / bands) * np.cos(np.pi * n * (i + 1 / 2) / bands)
    waves[0] /= np.sqrt(2)
    return waves


def mel_decibels(wave, size=SIZE, hop=HOP, bands=BANDS, rate=RATE):
    """Return the power of each mel band in each frame of a wave, in decibels, (k, bands)."""
    return decibels(powers(framed(wave, size, hop)) @ triangles(bands, size, rate).T)


def mfcc(wave, size=SIZE, hop=HOP, bands=BANDS, rate=RATE, coefficients=COEFFICIENTS):
    """Return the mel-frequency cepstral coefficients of a wave, (k, coefficients), a row for each frame.

    The decibels of the mel bands as a sum of cosines; of these the slowest, which draw the broad shape.

    Source: Davis and Mermelstein, "Comparison of parametric representations for monosyllabic word recognition
    in continuously spoken sentences", 1980.
    """
    coefficients = whole("coefficients", coefficients, 1, bands)
    return mel_decibels(wave, size, hop, bands, rate) @ cosines(bands)[:coefficients].T


def envelope(coefficients, bands=BANDS):
    """Return the decibels of mel bands that coefficients (k, c) stand for, (k, bands); the others are 0."""
    coefficients = as_data("coefficients", coefficients, 2)
    return coefficients @ cosines(bands)[: coefficients.shape[1]]


def buzz(fundamental, seconds, rate=RATE):
    """Return a buzz, as from the vocal folds, (m,): all harmonics below half the rate, of equal amplitude.

    fundamental  0 to rate / 2, in hertz
    """
    number = int((rate / 2 - 1e-9) // positive("fundamental", fundamental))
    if number < 1:
        raise ValueError(f"fundamental must lie below half the rate, {rate / 2:g} Hz, got {fundamental}")
    return harmonics(fundamental, np.full(number, 1 / number), seconds, rate)


def _feedback(frequency, width, rate):
    """Return a and b of a resonance: y[i] = x[i] + a y[i-1] + b y[i-2]."""
    radius = np.exp(-np.pi * positive("width", width) / rate)
    return 2 * radius * np.cos(2 * np.pi * not_negative("frequency", frequency) / rate), -(radius**2)


def resonated(wave, frequency, width, rate=RATE):
    """Return a wave after a resonance, (m,): what swings at its frequency comes out louder.

        y[i] = g x[i] + a y[i-1] + b y[i-2],  r = exp(-pi width / rate)
        a = 2 r cos(2 pi frequency / rate),  b = -r^2,  g = 1 - a - b

    frequency  in hertz
    width      > 0, in hertz: how wide its peak is at half of its power

    Source: Klatt, "Software for a cascade/parallel formant synthesizer", 1980.
    """
    wave = as_data("wave", wave, 1)
    a, b = _feedback(frequency, width, rate)
    once = twice = 0.0
    found = np.empty(len(wave))
    for place, x in enumerate((1 - a - b) * wave):
        once, twice = x + a * once + b * twice, once
        found[place] = once
    return found


def resonance(frequencies, frequency, width, rate=RATE):
    """Return by how much `resonated` multiplies tones of frequencies (k,), once it has begun to swing."""
    a, b = _feedback(frequency, width, rate)
    delay = np.exp(-2j * np.pi * np.asarray(frequencies, dtype=float) / rate)
    return np.abs((1 - a - b) / (1 - a * delay - b * delay**2))


VOWELS = {
    "ee": (270, 2290),
    "i": (390, 1990),
    "e": (530, 1840),
    "a": (660, 1720),
    "ah": (730, 1090),
    "aw": (570, 840),
    "u": (440, 1020),
    "oo": (300, 870),
    "uh": (640, 1190),
    "er": (490, 1350),
}
"""The vowel of heed, hid, head, had, hod, hawed, hood, who'd, hud, heard -> its first two formants, in hertz.

Means of 33 men. Source: Peterson and Barney, "Control methods used in a study of the vowels", 1952, table II.
"""
WIDTHS = (80, 100)
"""Of the two resonances, in hertz."""


def vowel(first, second, fundamental=120.0, seconds=0.5, rate=RATE):
    """Return a sound as of a vowel, (m,): a buzz through two resonances, loudest sample 1.

    first, second  the formants, in hertz
    fundamental    of the buzz, in hertz: how high the voice is
    """
    wave = buzz(fundamental, seconds, rate)
    for frequency, width in zip((first, second), WIDTHS, strict=True):
        wave = resonated(wave, frequency, width, rate)
    return wave / np.abs(wave).max()


def nearest_vowel(first, second):
    """Return which of VOWELS has formants nearest to these, in mel."""
    here = mel([first, second])
    return min(VOWELS, key=lambda name: np.hypot(*(mel(VOWELS[name]) - here)))


def collapsed(path, blank=0):
    """Return what a path spells, a list: equals that follow each other become one, then blanks go.

    path   (t,)  a symbol for each frame
    blank  the symbol that stands for nothing

    Source: Graves and others, "Connectionist temporal classification", 2006.
    """
    return [symbol for symbol, _ in groupby(path) if symbol != blank]


def alignment_probability(P, word):
    """Return how probable a word is, summed over all paths that spell it; symbol 0 is the blank.

    P     (t, k)  probability of each symbol in each frame
    word  list of symbols from 1 to k - 1

    The paths are not listed: what is kept for each place of the word is the sum over all of them so far, as
    the source of `collapsed` does.
    Raises ValueError if the word has other symbols.
    """
    P = as_data("P", P, 2)
    word = [whole(f"word[{k}]", symbol, 1, P.shape[1] - 1) for k, symbol in enumerate(word)]
    places = [0, *(symbol for letter in word for symbol in (letter, 0))]  # a blank before, between, after
    skips = np.array([k >= 2 and one != 0 and one != places[k - 2] for k, one in enumerate(places)])
    held = np.zeros(len(places) + 2)  # two places before the first that stay 0
    held[2] = 1.0  # before the first frame: at the first blank, from which the letter after it is reached
    for p in P:
        stays, one_on, two_on = held[2:], held[1:-1], held[:-2]
        reached = stays + one_on + np.where(skips, two_on, 0)
        held = np.concatenate([[0, 0], reached * p[places]])
    return float(held[2:][-2:].sum())


def paths(P, word):
    """Return each path that spells a word, and its probability: list of (path, probability), likeliest first.

    By trying all k^t of them, so for few frames only.
    """
    P = as_numbers("P", P)
    found = [
        (path, float(np.prod(P[range(len(P)), path])))
        for path in product(range(P.shape[1]), repeat=len(P))
        if collapsed(path) == list(word)
    ]
    return sorted(found, key=lambda each: -each[1])
