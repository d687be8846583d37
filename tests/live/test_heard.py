"""What an explorer sounds like: a WAV file that follows the controls once they rest."""

import asyncio
import io
import wave as wav

import numpy as np
import pytest

from helpers.figures import style
from helpers.live.controls import slider
from helpers.live.explorer import SECONDS_TO_REST, Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.sound import LOUDEST, as_audio, as_wav


def samples(sound):
    with wav.open(io.BytesIO(sound)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2"), file.getframerate()


@pytest.mark.parametrize("loudest", [0.001, 1, 70])
def test_every_wave_is_alike_loud(loudest):
    wave = loudest * np.sin(np.arange(100))
    found, rate = samples(as_wav(wave, 8000))
    assert rate == 8000
    assert np.abs(found).max() == pytest.approx(LOUDEST * 32767, abs=1)
    assert np.corrcoef(found, wave)[0, 1] > 0.9999


def test_silence_stays_silent():
    found, _ = samples(as_wav(np.zeros(50), 8000))
    assert found.tolist() == [0] * 50


def test_html_names_and_holds_it():
    html = as_audio(as_wav(np.ones(4), 8000), "A tone")
    assert html.startswith('<audio controls="controls" src="data:audio/wav;base64,UklGR')
    assert 'aria-label="A tone"' in html


@pytest.fixture
def made():
    ax = style.new_axes(size=(4, 3))
    (point,) = ax.plot([0.5], [0.5], "o")
    asked = []

    def update(x):
        point.set_data([x], [0.5])

        def sound():
            asked.append(x)
            return as_wav(np.sin(x * np.arange(100)), 8000)

        return Caption(f"x is {x}", sound=sound)

    explorer = Explorer(LiveFigure(ax.figure, [point]), {"x": slider("x", 0.5, 0.1, 1.0)}, update)
    return explorer, asked


def test_the_player_follows_the_controls(made):
    explorer, _ = made
    before = explorer.panel.sound.value
    explorer.set(x=0.9)
    assert samples(explorer.panel.sound.value)[0].tolist() != samples(before)[0].tolist()
    explorer.reset()
    assert explorer.panel.sound.value == before


def test_in_a_kernel_it_waits_until_the_controls_rest(made):
    explorer, asked = made
    asked.clear()

    async def drag():
        for x in (0.6, 0.7, 0.8):
            explorer.controls["x"].value = x
        assert asked == []
        await asyncio.sleep(2 * SECONDS_TO_REST)

    asyncio.run(drag())
    assert asked == [0.8]


def test_what_is_held_back_is_not_heard(made):
    explorer, _ = made
    before = explorer.panel.sound.value
    explorer.hold()
    explorer.set(x=0.9)
    assert explorer.panel.sound.value == before
    explorer.reveal()
    assert explorer.panel.sound.value != before


def test_a_stored_notebook_can_play_it(made):
    explorer, _ = made
    assert "<audio" in explorer._repr_mimebundle_()["text/html"]


def test_where_nothing_sounds_there_is_no_player():
    ax = style.new_axes(size=(4, 3))
    (point,) = ax.plot([0.5], [0.5], "o")
    explorer = Explorer(LiveFigure(ax.figure, [point]), {}, lambda: Caption("still"))
    assert explorer.panel.sound is None
    assert "<audio" not in explorer._repr_mimebundle_()["text/html"]
