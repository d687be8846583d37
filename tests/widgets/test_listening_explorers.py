"""Tones and their sum, samples, windows, vowels, digits that are taken for others."""

import io
import re
import wave as wav

import numpy as np
import pytest
from dragging import dragged

from helpers import widgets
from helpers.data import listener, spoken
from helpers.live.sound import as_wav
from helpers.maths import sound


def said(explorer, pattern):
    return [float(each.replace("−", "-")) for each in re.search(pattern, explorer.describe()).groups()]


def test_what_is_heard_is_what_is_drawn():
    tones = widgets.wave_of_tones()
    tones.set(**tones.presets["Odd ones"], fundamental=250)
    wave = sound.harmonics(250, [1, 0, 0.35, 0, 0.2, 0], 1.0)
    assert tones.panel.sound.value == as_wav(wave, sound.RATE)
    assert "3 tones: 250 Hz (1.00), 750 Hz (0.35), 1250 Hz (0.20)" in tones.describe()
    assert "again after 4.00 milliseconds" in tones.describe()


def test_a_tone_is_made_louder_by_its_point():
    tones = widgets.wave_of_tones()
    dragged(tones, 0, 600, 0.7, part=2)
    assert tones.values["a3"] == 0.7
    tones.set(**dict.fromkeys(("a1", "a3", "a4"), 0.0))
    assert "silence" in tones.describe()


@pytest.mark.parametrize(
    ("frequency", "rate", "heard"),
    [(500, 4000, 500), (3500, 4000, 500), (5000, 8000, 3000), (7950, 2000, 50)],
)
def test_what_passes_for_what(frequency, rate, heard):
    tone = widgets.samples_of_a_tone().set(frequency=frequency, rate=rate)
    if frequency == heard:
        assert "is heard as it is" in tone.describe()
    else:
        assert f"is heard as one of {heard} Hz" in tone.describe()
    assert tone.panel.sound.value == as_wav(sound.tone(heard, 0.7, rate=16000), 16000)


@pytest.mark.parametrize("frequency", [0, 2000, 4000, 8000])
def test_samples_that_are_all_0_are_silent(frequency):
    tone = widgets.samples_of_a_tone().set(frequency=frequency, rate=4000)
    assert "all 0, so nothing is heard" in tone.describe()
    assert tone.panel.sound.value == as_wav(np.zeros(11200), 16000)


def test_a_click_in_the_fold_moves_the_tone():
    tone = widgets.samples_of_a_tone()
    dragged(tone, 1, 6210, 1000)
    assert tone.values["frequency"] == 6200


def heard(explorer):
    """Return the samples that an explorer plays."""
    with wav.open(io.BytesIO(explorer.panel.sound.value)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32767


def peaks(decibels):
    """Return how many values of a row are above both neighbours and near the loudest."""
    inner = decibels[1:-1]
    above = (inner > decibels[:-2]) & (inner >= decibels[2:])
    return int(np.sum(above & (inner > decibels.max() - 20)))


@pytest.mark.parametrize(
    ("label", "along", "found"),
    [
        ("Long, two tones", "frequency", 2),
        ("Short, two tones", "frequency", 1),
        ("Long, clicks", "time", 2),
        ("Short, clicks", "time", 4),
    ],
)
def test_a_long_window_parts_tones_and_a_short_one_clicks(label, along, found):
    windows = widgets.windows_of_a_sound()
    windows.set(**windows.presets[label])
    frames = sound.framed(heard(windows), windows.values["size"], windows.values["hop"])
    power = sound.decibels(sound.powers(frames))
    assert peaks(power[len(power) // 2] if along == "frequency" else power.max(axis=1)) == found


def test_words_give_the_frame_that_the_moment_lies_in():
    windows = widgets.windows_of_a_sound()
    windows.set(which="a rising tone", size=256, hop=64, moment=0.6)
    middle, loudest = said(windows, r"frame around (\S+) seconds is loudest at (\d+) Hz")
    assert middle == pytest.approx(0.6, abs=0.006)
    assert loudest == pytest.approx(300 + 2700 * 0.6, abs=40)
    dragged(windows, 0, 0.25, 2000)
    assert windows.values["moment"] == 0.25


def test_a_vowel_is_taken_from_the_chart():
    maker = widgets.vowel_maker()
    dragged(maker, 1, 2290, 270)
    assert (maker.values["first"], maker.values["second"]) == (270, 2290)
    assert "the vowel “ee”" in maker.describe()
    low = maker.panel.sound.value
    maker.set(fundamental=200)
    assert maker.panel.sound.value != low
    assert "with its 19 harmonics" in maker.describe()


def test_shares_are_those_of_the_tables():
    voices = widgets.voices_confused()
    for centred in (False, True):
        voices.set(voice=5, centred=centred, digit=7)
        table = listener.confused(4, 5, centred)
        right, mean = said(voices, r"right on (\S+) of voice 5; over all six voices the mean is (\d\.\d\d)")
        assert right == pytest.approx(np.trace(table) / table.sum(), abs=0.006)
        assert mean == pytest.approx(np.mean(listener.fared(centred).left_out[0]), abs=0.006)
        assert f"Of {table[7].sum()} times “7” {table[7, 7]} are heard as 7" in voices.describe()
    dragged(voices, 0, 3, 3.2)
    dragged(voices, 1, 0.1, 0.5)
    assert (voices.values["digit"], voices.values["voice"]) == (3, 1)


def test_a_training_is_shown_while_it_runs():
    y = spoken.spoken().y[~spoken.part(3000)]
    replay = widgets.digits_learnt([np.zeros(600, dtype=int)], steps=40)
    assert f"hears {np.sum(y == 0)} of 600" in replay.describe()
    replay.append(np.where(y == 3, 8, y))
    replay.append(y)
    replay.catch_up()
    assert "After step 40 of 40 the network hears 600 of 600" in replay.describe()


def test_the_record_that_ships_is_shown():
    replay = widgets.digits_learnt()
    last = (len(listener.record()) - 1) * listener.EVERY
    (right,) = said(replay, rf"After step {last} of {last} the network hears (\d+) of 600")
    assert right / 600 == pytest.approx(listener.fared().random[0], abs=0.01)
