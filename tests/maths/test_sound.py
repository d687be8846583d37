"""Sound, each thing a second way: SciPy's, or what it must do to a tone."""

import numpy as np
import pytest
import scipy.fft
import scipy.signal

from helpers.maths import sound

RNG = np.random.default_rng(5)
WAVE = RNG.normal(size=1000)


def test_a_tone_has_as_many_cycles_as_its_frequency_says():
    wave = sound.tone(50, 2, 0.5)
    assert len(wave) == 16000
    assert ((wave[:-1] < 0) & (wave[1:] >= 0)).sum() == pytest.approx(100, abs=1)
    assert np.abs(wave).max() == pytest.approx(0.5)


def test_harmonics_are_a_sum_of_tones():
    found = sound.harmonics(100, [1, 0, 0.5], 0.1)
    assert found == pytest.approx(sound.tone(100, 0.1) + sound.tone(300, 0.1, 0.5))


@pytest.mark.parametrize(("frequency", "rate"), [(1000, 8000), (5000, 8000), (9000, 8000), (12, 10)])
def test_samples_are_those_of_what_is_heard(frequency, rate):
    other = sound.heard(frequency, rate)
    assert 0 <= other <= rate / 2
    samples, of_other = sound.tone(frequency, 2, rate=rate), sound.tone(other, 2, rate=rate)
    assert min(np.abs(samples - of_other).max(), np.abs(samples + of_other).max()) < 1e-9


@pytest.mark.parametrize("m", [10, 11])
def test_amplitudes_are_what_sines_were_added_with(m):
    i = np.arange(m)
    wave = 3 + 0.7 * np.sin(2 * np.pi * 2 * i / m + 1) - 0.2 * np.cos(2 * np.pi * 4 * i / m)
    if m % 2 == 0:
        wave += 0.4 * (-1.0) ** i
    found = sound.amplitudes(wave)
    assert found[[0, 2, 4]] == pytest.approx([3, 0.7, 0.2])
    assert found[[1, 3]] == pytest.approx([0, 0])
    if m % 2 == 0:
        assert found[5] == pytest.approx(0.4)


def test_the_window_is_scipys():
    assert sound.hann(24) == pytest.approx(scipy.signal.windows.hann(24, sym=False))


def test_frames_begin_every_hop():
    frames = sound.framed(WAVE, 300, 128)
    assert frames.shape == (6, 300)
    assert (frames[3] == WAVE[384:684]).all()
    assert len(sound.framed(WAVE[:300], 300, 128)) == 1


def test_a_wave_shorter_than_a_frame_is_refused():
    with pytest.raises(ValueError, match="300 samples but a frame needs 400"):
        sound.framed(WAVE[:300])


def test_powers_are_scipys():
    found = sound.powers(sound.framed(WAVE, 256, 64))
    short = scipy.signal.ShortTimeFFT(scipy.signal.windows.hann(256, sym=False), 64, 1.0)
    theirs = np.abs(short.stft(WAVE, p0=0, k_offset=128)) ** 2  # a frame begins at each 64th sample
    assert found == pytest.approx(theirs.T[: len(found)])


def test_parsevals_theorem_holds():
    frames = sound.framed(WAVE, 256, 64)
    both = np.concatenate([[1], np.full(127, 2), [1]])  # two of a pair
    assert sound.powers(frames) @ both / 256 == pytest.approx(((frames * sound.hann(256)) ** 2).sum(axis=1))


def test_decibels_have_a_floor():
    assert sound.decibels([1000, 1, 0]) == pytest.approx([30, 0, -100])


def test_mel_goes_there_and_back():
    f = np.linspace(0, 4000, 30)
    assert sound.hertz(sound.mel(f)) == pytest.approx(f)
    assert sound.mel(1000) == pytest.approx(1000, abs=0.1)


def test_triangles_add_up_to_1_between_the_first_and_the_last_middle():
    weights = sound.triangles(20, 1024)
    frequencies = np.arange(513) * 8000 / 1024
    middles = sound.hertz(np.linspace(0, sound.mel(4000), 22))[1:-1]
    inner = (frequencies > middles[0]) & (frequencies < middles[-1])
    assert weights[:, inner].sum(axis=0) == pytest.approx(1)
    assert weights.min() == 0
    assert frequencies[weights.argmax(axis=1)] == pytest.approx(middles, abs=8)


def test_every_band_hears_something():
    assert (sound.triangles().sum(axis=1) > 0).all()


def test_cosines_are_scipys_and_their_transpose_is_the_way_back():
    waves, row = sound.cosines(20), RNG.normal(size=20)
    assert waves @ row == pytest.approx(scipy.fft.dct(row, norm="ortho"))
    assert waves @ waves.T == pytest.approx(np.eye(20))


def test_all_coefficients_give_the_bands_back_and_few_their_broad_shape():
    wave = sound.vowel(700, 1100)
    bands = sound.mel_decibels(wave)
    assert sound.envelope(sound.mfcc(wave, coefficients=sound.BANDS)) == pytest.approx(bands)
    errors = [np.abs(sound.envelope(sound.mfcc(wave, coefficients=c)) - bands).mean() for c in (1, 5, 13, 30)]
    assert errors == sorted(errors, reverse=True)


def test_louder_moves_the_first_coefficient_alone():
    wave = sound.vowel(700, 1100) + 1e-3 * RNG.normal(size=4000)  # no band below the floor
    moved = sound.mfcc(2 * wave) - sound.mfcc(wave)
    assert moved[:, 0] == pytest.approx(20 * np.log10(2) * np.sqrt(sound.BANDS))
    assert moved[:, 1:] == pytest.approx(0, abs=1e-6)


def test_a_buzz_has_all_harmonics_alike():
    found = sound.amplitudes(sound.buzz(250, 1))  # in a second as many cycles as hertz
    assert found[250:4000:250] == pytest.approx(1 / 15)
    assert np.delete(found, np.arange(250, 4000, 250)) == pytest.approx(0, abs=1e-9)
    with pytest.raises(ValueError, match="below half the rate"):
        sound.buzz(4000, 1)


def test_a_resonance_is_scipys_filter_and_its_response():
    a, b = sound._feedback(700, 80, sound.RATE)
    assert sound.resonated(WAVE, 700, 80) == pytest.approx(
        scipy.signal.lfilter([1 - a - b], [1, -a, -b], WAVE)
    )
    frequencies, response = scipy.signal.freqz([1 - a - b], [1, -a, -b], worN=50, fs=sound.RATE)
    assert sound.resonance(frequencies, 700, 80) == pytest.approx(np.abs(response))


def test_a_resonance_makes_its_own_frequency_louder():
    loud = [np.abs(sound.resonated(sound.tone(f, 1), 700, 80)[4000:]).max() for f in (300, 700, 1500)]
    assert loud[1] > 3 * max(loud[0], loud[2])
    assert loud == pytest.approx(sound.resonance([300, 700, 1500], 700, 80), rel=0.01)


@pytest.mark.parametrize("name", list(sound.VOWELS))
def test_a_vowel_has_its_formants(name):
    first, second = sound.VOWELS[name]
    wave = sound.vowel(first, second, 100, 1)
    assert np.abs(wave).max() == pytest.approx(1)
    found = sound.amplitudes(wave)[100:4000:100]  # of the harmonics
    expected = sound.resonance(np.arange(100, 4000, 100), first, 80) * sound.resonance(
        np.arange(100, 4000, 100), second, 100
    )
    assert found / found.max() == pytest.approx(expected / expected.max(), abs=0.02)
    assert sound.nearest_vowel(first + 5, second - 5) == name


def test_paths_collapse():
    assert sound.collapsed([0, 3, 3, 0, 3, 5, 5, 0]) == [3, 3, 5]
    assert sound.collapsed([0, 0]) == []


@pytest.mark.parametrize("word", [[], [1], [2], [1, 2], [1, 1], [2, 1, 2], [1, 1, 2], [1, 1, 1]])
def test_the_sum_over_paths_is_what_trying_all_gives(word):
    P = RNG.dirichlet([1, 1, 1], size=4)
    assert sound.alignment_probability(P, word) == pytest.approx(sum(p for _, p in sound.paths(P, word)))


def test_all_words_together_have_probability_1():
    P = RNG.dirichlet([1, 1, 1], size=3)
    words = {tuple(sound.collapsed(path)) for path in np.ndindex(3, 3, 3)}
    assert sum(sound.alignment_probability(P, word) for word in words) == pytest.approx(1)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: sound.tone(-1, 1), "frequency"),
        (lambda: sound.tone(1, 0), "seconds"),
        (lambda: sound.framed(WAVE, 100, 0), "hop"),
        (lambda: sound.mfcc(WAVE, coefficients=41), "coefficients must be at most 40"),
        (lambda: sound.heard(1, 0), "rate"),
        (lambda: sound.resonated(WAVE, 700, 0), "width"),
        (lambda: sound.alignment_probability(np.full((2, 3), 1 / 3), [3]), r"word\[0\] must be at most 2"),
        (lambda: sound.alignment_probability(np.full((2, 3), 1 / 3), [0]), r"word\[0\] must be at least 1"),
    ],
)
def test_what_makes_no_sense_is_refused(call, words):
    with pytest.raises((ValueError, TypeError), match=words):
        call()
