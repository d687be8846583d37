"""Spoken digits, who speaks, how networks fared on them, and a recording of one's own."""

import numpy as np
import pytest
from scipy.io import wavfile

from helpers.data import listener, make_spoken, spoken
from helpers.maths import sound

DIGITS = spoken.spoken()


def test_six_voices_say_each_digit_about_fifty_times():
    assert len(DIGITS.frames) == len(DIGITS.y) == len(DIGITS.voice) == 3000
    assert np.bincount(DIGITS.y).tolist() == [300] * 10
    counts = np.zeros((10, 6))
    np.add.at(counts, (DIGITS.y, DIGITS.voice), 1)
    assert 42 < counts.min() < counts.max() < 58
    assert {frames.shape[1] for frames in DIGITS.frames} == {13}


def test_clustering_finds_the_voices_anew():
    found = make_spoken.voices(DIGITS.frames, DIGITS.y)
    names = [np.bincount(DIGITS.voice[found == one]).argmax() for one in range(6)]
    assert sorted(names) == list(range(6))
    assert np.mean(np.array(names)[found] == DIGITS.voice) > 0.97


def test_recordings_are_filled_up_or_cut():
    found = spoken.resized([np.ones((2, 3)), np.full((9, 3), 2.0)], length=5)
    assert found[0].tolist() == [[1, 1, 1]] * 2 + [[0, 0, 0]] * 3
    assert found[1].tolist() == [[2, 2, 2]] * 5


def test_each_recording_loses_its_own_mean():
    first, second = spoken.centred([np.array([[1.0], [3.0]]), np.array([[7.0]])])
    assert first.tolist() == [[-1], [1]]
    assert second.tolist() == [[0]]


def test_a_seed_draws_its_part():
    assert spoken.part(3000).sum() == 2400
    assert (spoken.part(3000) == spoken.part(3000)).all()
    assert (spoken.part(3000, seed=1) != spoken.part(3000)).any()


def test_nearest_is_nearest():
    rng = np.random.default_rng(0)
    known, X = rng.normal(size=(20, 4, 3)), rng.normal(size=(5, 4, 3))
    known[:, :, 1] *= 100  # alike once divided by its deviation
    X[:, :, 1] *= 100
    deviation = known.std(axis=(0, 1))
    by_hand = [np.argmin([(((a - b) / deviation) ** 2).sum() for a in known]) for b in X]
    assert listener.nearest(known, X).tolist() == by_hand


def test_how_networks_fared():
    raw, centred = listener.fared(), listener.fared(centred=True)
    assert raw.random.min() > 0.97 > raw.left_out.max() > 0.85
    assert raw.left_out.mean() == pytest.approx(0.68, abs=0.01)
    assert centred.left_out.mean() == pytest.approx(0.77, abs=0.01)
    assert centred.random.max() < raw.random.min()


def test_tables_count_every_recording_of_the_voice():
    for voice in range(6):
        expected = np.bincount(DIGITS.y[DIGITS.voice == voice])
        for number in range(1, 6):
            assert (listener.confused(voice, number, True).sum(axis=1) == expected).all()
        table = listener.confused(voice)
        assert np.trace(table) / table.sum() == pytest.approx(listener.fared().left_out[0, voice])


def test_the_others_come_after_the_voice_in_a_circle():
    assert listener.others(4, 3) == [5, 0, 1]
    assert listener.others(0, 5) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("given", [(6, 5), (0, 0), (0, 6), (1.5, 2)])
def test_a_voice_that_is_not_there_is_refused(given):
    with pytest.raises((ValueError, TypeError), match="must be"):
        listener.confused(*given)


def test_the_record_ends_where_the_network_does():
    y = DIGITS.y[~spoken.part(3000)]
    shares = [np.mean(called == y) for called in listener.record()]
    assert shares[0] < 0.2
    assert shares[-1] == pytest.approx(listener.fared().random[0], abs=0.01)


def written(tmp_path, samples, rate):
    wavfile.write(tmp_path / "own.wav", rate, samples)
    return tmp_path / "own.wav"


@pytest.mark.parametrize("rate", [8000, 16000, 44100])
def test_a_recording_comes_at_our_rate(tmp_path, rate):
    tone = (20000 * sound.tone(440, 0.5, rate=rate)).astype(np.int16)
    wave = spoken.recording(written(tmp_path, tone, rate))
    assert len(wave) == 4000
    assert np.abs(wave).max() == pytest.approx(1)
    assert sound.amplitudes(wave).argmax() == 220  # cycles in half a second


def test_two_channels_become_one_and_bytes_have_their_middle_at_128(tmp_path):
    tone = sound.tone(440, 0.5)
    both = np.column_stack([tone, 0 * tone]).astype(np.float32)
    assert spoken.recording(written(tmp_path, both, 8000)) == pytest.approx(tone, abs=1e-3)
    as_bytes = np.rint(128 + 100 * tone).astype(np.uint8)
    assert spoken.recording(written(tmp_path, as_bytes, 8000)) == pytest.approx(tone, abs=0.02)


def test_a_tone_above_half_our_rate_is_not_heard_as_another(tmp_path):
    rate = 44100
    both = sound.tone(440, 0.5, rate=rate) + sound.tone(7000, 0.5, rate=rate)
    found = sound.amplitudes(spoken.recording(written(tmp_path, both.astype(np.float32), rate)))
    assert found[500] < 0.02 * found[220]  # 7,000 Hz would pass for 1,000


def test_what_is_no_recording_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"own\.wav is not in "):
        spoken.recording(tmp_path / "own.wav")
    (tmp_path / "own.wav").write_bytes(b"ID3 no wave at all")
    with pytest.raises(ValueError, match=r"own\.wav cannot be read as a WAV file"):
        spoken.recording(tmp_path / "own.wav")
    with pytest.raises(ValueError, match=r"own\.wav is silent"):
        spoken.recording(written(tmp_path, np.zeros(900, dtype=np.int16), 8000))


def test_silence_before_and_after_is_cut():
    quiet = 1e-4 * np.random.default_rng(0).normal(size=4000)
    found = spoken.trimmed(np.concatenate([quiet, sound.tone(300, 0.5), quiet]))
    assert len(found) == pytest.approx(4000, abs=2 * sound.SIZE)


def test_a_wave_in_the_units_of_the_recordings():
    found = spoken.as_spoken(sound.vowel(700, 1100))
    assert found.shape == (19, 13)
    assert found.mean(axis=0) == pytest.approx(0, abs=1e-9)
