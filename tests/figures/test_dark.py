"""In a dark theme one rule turns pictures dark; what their colours mean stays, and stands out as well."""

import re
from colorsys import rgb_to_hls
from pathlib import Path

import numpy as np
import pytest
from matplotlib.colors import to_rgb

import helpers.live
from helpers.figures import style

CSS = (Path(helpers.live.__file__).parent / "surface.css").read_text(encoding="utf-8")
ENOUGH = 7
"""Contrast that even small text needs, by WCAG 2.2, 1.4.6."""
COLOURS = {name: getattr(style, name) for name in ("DATA", "MODEL", "ERROR", "ACCENT", "INK", "FAINT")}


def darkened(colour):
    """Return what the style sheet's filter makes of a colour, by "Filter Effects", 9.4 and 9.6."""
    share = float(re.search(r"\[data-jp-theme-light=\"false\"\] \.surface {[^}]*invert\((.*?)\)", CSS)[1])
    assert "hue-rotate(180deg)" in CSS
    inverted = share + np.array(to_rgb(colour)) * (1 - 2 * share)
    lightness = np.full((3, 3), [0.213, 0.715, 0.072])
    return np.clip((2 * lightness - np.eye(3)) @ inverted, 0, 1)  # turned by half a circle around grey


def contrast(colour, ground):
    """Return the contrast of two colours, by WCAG 2.2."""
    channels = np.array([colour, ground])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    dim, bright = sorted(linear @ [0.2126, 0.7152, 0.0722])
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_stands_out_from_a_dark_ground_as_from_white(name):
    colour = to_rgb(COLOURS[name])
    dark = contrast(darkened(colour), darkened("white"))
    assert dark >= min(ENOUGH, contrast(colour, to_rgb("white")))


@pytest.mark.parametrize("name", ["DATA", "MODEL", "ACCENT"])
def test_a_colour_keeps_its_hue(name):
    before, after = (360 * rgb_to_hls(*rgb)[0] for rgb in (to_rgb(COLOURS[name]), darkened(COLOURS[name])))
    assert abs(before - after) < 15, "blue stays blue, and orange orange"


def test_the_ground_is_dark():
    assert max(darkened("white")) < 0.1
