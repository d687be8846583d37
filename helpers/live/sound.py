"""A wave as something to listen to: a WAV file, and an element of HTML that plays it."""

import io
import wave as wav
from base64 import b64encode

import numpy as np

SOUND = "The sound of this picture"
"""What the player of an explorer is called, in names.js too."""
LOUDEST = 0.8
"""The loudest sample of every wave, as a share of what a sample can be: so all are alike loud."""


def as_wav(wave, rate):
    """Return the bytes of a WAV file of a wave (m,), 16 bits a sample, its loudest sample LOUDEST.

    rate  samples a second
    """
    wave = np.asarray(wave, dtype=float)
    scale = LOUDEST * np.iinfo(np.int16).max / max(np.abs(wave).max(initial=0), 1e-12)
    stream = io.BytesIO()
    with wav.open(stream, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes((wave * scale).astype("<i2").tobytes())
    return stream.getvalue()


def as_audio(sound, words):
    """Return the bytes of a WAV file as an HTML element that plays it; words: what it is called."""
    source = f"data:audio/wav;base64,{b64encode(sound).decode()}"
    return f'<audio controls="controls" src="{source}" aria-label="{words}"></audio>'
