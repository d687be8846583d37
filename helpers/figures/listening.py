"""Waves and their parts, samples, spectra, a spectrogram, a chart of vowels, a table of what is heard."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.container import BarContainer
from matplotlib.lines import Line2D

from helpers.figures import style
from helpers.figures.labels import Labels
from helpers.figures.signed import Field
from helpers.figures.training import REFERENCE
from helpers.figures.writing import draw_table, update_table

COLUMNS = 400
"""Of a drawn sound, from its beginning to its end."""
FREE = {"clip_on": False, "in_layout": False}
"""Of a point that may lie on the edge of its axes."""


class WaveArtists(NamedTuple):
    """What moves in a wave: the wave itself, and its parts."""

    wave: Line2D
    parts: LineCollection


@style.own_settings
def draw_wave(ax, milliseconds, limit):
    """Draw axes for a wave; return what `update_wave` moves."""
    parts = LineCollection([], colors=style.ERROR, linewidths=1, alpha=0.7, zorder=2)
    ax.add_collection(parts)
    (wave,) = ax.plot([], [], color=style.DATA, linewidth=2.5, zorder=3)
    ax.set(xlim=(0, milliseconds), ylim=(-limit, limit), xlabel="milliseconds", ylabel="pressure")
    ax.locator_params("x", nbins=4)
    return WaveArtists(wave, parts)


def update_wave(artists, milliseconds, wave, parts=()):
    """Show a wave (p,) over time (p,), and its parts, each (p,)."""
    artists.wave.set_data(milliseconds, wave)
    artists.parts.set_segments([np.column_stack([milliseconds, part]) for part in parts])


@style.own_settings
def draw_lines(ax, number, limits):
    """Draw room for so many spectral lines with a point on each; return the points, then the lines.

    limits  (highest frequency, highest amplitude)
    """
    lines = LineCollection([], colors=style.MODEL, linewidths=4, zorder=2)
    ax.add_collection(lines)
    (points,) = ax.plot(
        [], [], "o", color=style.MODEL, markersize=11, markeredgecolor="white", zorder=3, **FREE
    )
    ax.set(xlim=(0, limits[0]), ylim=(0, limits[1]), xlabel="hertz", ylabel="amplitude")
    return points, lines


def update_lines(artists, frequencies, amplitudes):
    """Show a line of each amplitude (k,) at its frequency (k,)."""
    points, lines = artists
    points.set_data(frequencies, amplitudes)
    lines.set_segments([[(f, 0), (f, a)] for f, a in zip(frequencies, amplitudes, strict=True)])


class SampleArtists(NamedTuple):
    """What moves when a tone is sampled: the tone, its samples, what is heard of them."""

    tone: Line2D
    heard: Line2D
    samples: Line2D


@style.own_settings
def draw_samples(ax, milliseconds):
    """Draw axes for a tone and its samples; return what `update_samples` moves."""
    (tone,) = ax.plot([], [], color=style.ERROR, linewidth=1.5, label="the tone")
    (heard,) = ax.plot([], [], color=style.MODEL, linewidth=2.5, linestyle=(0, (4, 1.5)), label="heard")
    (samples,) = ax.plot([], [], "o", color=style.DATA, markersize=8, label="samples", zorder=4, **FREE)
    ax.set(xlim=(0, milliseconds), ylim=(-1.15, 1.15), xlabel="milliseconds", ylabel="pressure")
    ax.legend(ncols=3, **style.ABOVE)
    return SampleArtists(tone, heard, samples)


def update_samples(artists, milliseconds, tone, heard, samples):
    """Show a tone (p,) over time (p,), what is heard (p,), and samples: their times and values, (k,) each."""
    artists.tone.set_data(milliseconds, tone)
    artists.heard.set_data(milliseconds, heard)
    artists.samples.set_data(*samples)


class FoldArtists(NamedTuple):
    """What moves where frequencies fold: the way they do at this rate, and where one is."""

    fold: Line2D
    point: Line2D


@style.own_settings
def draw_fold(ax, highest):
    """Draw axes for what is heard of each frequency; return what `update_fold` moves."""
    (fold,) = ax.plot([], [], color=style.MODEL, linewidth=2)
    (point,) = ax.plot(
        [], [], "o", color=style.MODEL, markersize=11, markeredgecolor="white", zorder=4, **FREE
    )
    ax.set(xlim=(0, highest), ylim=(0, highest / 2), xlabel="tone, hertz", ylabel="heard, hertz")
    ax.locator_params("x", nbins=4)
    return FoldArtists(fold, point)


def update_fold(artists, frequencies, heard, here):
    """Show what is heard (p,) of frequencies (p,), and a point here, (frequency, heard)."""
    artists.fold.set_data(frequencies, heard)
    artists.point.set_data([here[0]], [here[1]])


class WindowArtists(NamedTuple):
    """What moves over a sound: the sound, one window, the part of the sound under it."""

    sound: Line2D
    window: Line2D


@style.own_settings
def draw_window(ax, seconds):
    """Draw axes for a sound and a window on it; return what `update_window` moves."""
    (sound,) = ax.plot([], [], color=style.DATA, linewidth=0.8)
    (window,) = ax.plot([], [], color=style.MODEL, linewidth=2.5, zorder=4)
    ax.set(xlim=(0, seconds), ylim=(-1.1, 1.1), ylabel="pressure", xticks=[], yticks=[])
    return WindowArtists(sound, window)


def update_window(artists, times, wave, window_times, window):
    """Show a sound (m,) over its times (m,), and a window (q,) over its own (q,).

    Of a few samples side by side, only the least and the largest are drawn: they share a pixel.
    """
    few = len(wave) // COLUMNS
    pieces, moments = (np.reshape(one[: few * COLUMNS], (COLUMNS, few)) for one in (wave, times))
    ends = np.stack([pieces.min(axis=1), pieces.max(axis=1)], axis=1).ravel()  # (2 COLUMNS,)
    artists.sound.set_data(np.repeat(moments[:, 0], 2), ends)
    artists.window.set_data(window_times, window)


class SpectrogramArtists(NamedTuple):
    """What moves in a spectrogram: colours, and a line at one moment."""

    field: Field
    moment: Line2D


@style.own_settings
def draw_spectrogram(ax, seconds, highest):
    """Draw axes for a spectrogram; return what `update_spectrogram` moves."""
    field = ax.add_artist(Field(smooth=False))
    (moment,) = ax.plot([], [], color=style.MODEL, linewidth=2, zorder=4)
    ax.set(xlim=(0, seconds), ylim=(0, highest), xlabel="seconds", ylabel="hertz")
    ax.grid(False)
    return SpectrogramArtists(field, moment)


def update_spectrogram(artists, decibels, place, moment, low, high):
    """Show decibels (frequencies, frames), coloured from low, white, to high.

    place   left, bottom, width and height of all of it
    moment  where the line stands
    """
    artists.field.move_to(place)
    artists.field.set_values(np.maximum(decibels, low), 2 * low - high, high)
    artists.moment.set_data([moment, moment], artists.moment.axes.get_ylim())


@style.own_settings
def draw_spectrum(ax, highest, low, high):
    """Draw axes for one spectrum, frequencies upwards; return the line to move."""
    (line,) = ax.plot([], [], color=style.MODEL, linewidth=2)
    ax.set(xlim=(low, high), ylim=(0, highest), xlabel="decibels", yticks=[])
    return line


class VowelArtists(NamedTuple):
    """What moves in a chart of vowels: a point."""

    point: Line2D


@style.own_settings
def draw_vowels(ax, vowels, limits):
    """Draw a chart of vowels as phoneticians do, both axes from large to small; return what moves.

    vowels  dict of a name -> (first formant, second formant), in hertz
    limits  ((low, high), (low, high)) of the first and the second
    """
    for name, (first, second) in vowels.items():
        ax.plot([second], [first], ".", color=style.DATA)
        looks = {"ha": "center", "fontsize": 14, "color": style.DATA, "weight": "bold"}
        ax.annotate(name, (second, first), (0, 9), textcoords="offset points", **looks)
    (point,) = ax.plot(
        [], [], "o", color=style.MODEL, markersize=14, markeredgecolor="white", zorder=4, **FREE
    )
    point.set_alpha(0.8)
    (first, second) = limits
    ax.set(xlim=second[::-1], ylim=first[::-1], xlabel="second formant, hertz", ylabel="first formant, hertz")
    return VowelArtists(point)


def update_vowels(artists, first, second):
    """Show the point at two formants."""
    artists.point.set_data([second], [first])


class FormantArtists(NamedTuple):
    """What moves in the spectrum of a vowel: its harmonics, what the resonances let through."""

    harmonics: LineCollection
    resonances: Line2D


@style.own_settings
def draw_formants(ax, highest, low):
    """Draw axes for the spectrum of a vowel, in decibels; return what `update_formants` moves."""
    harmonics = LineCollection([], colors=style.DATA, linewidths=2, zorder=2, label="harmonics of the buzz")
    ax.add_collection(harmonics)
    (resonances,) = ax.plot([], [], color=style.MODEL, linewidth=2.5, zorder=3, label="the two resonances")
    ax.set(xlim=(0, highest), ylim=(low, 3), xlabel="hertz", ylabel="decibels")
    ax.locator_params("x", nbins=4)
    ax.legend(ncols=2, **style.ABOVE)
    return FormantArtists(harmonics, resonances)


def update_formants(artists, frequencies, decibels, grid, resonances):
    """Show harmonics (k,), decibels at their frequencies (k,), and the resonances (p,) over a grid (p,)."""
    low, _ = artists.resonances.axes.get_ylim()
    shown = [[(f, low), (f, max(d, low))] for f, d in zip(frequencies, decibels, strict=True)]
    artists.harmonics.set_segments(shown)
    artists.resonances.set_data(grid, np.where(np.asarray(resonances) < low, np.nan, resonances))


class ConfusionArtists(NamedTuple):
    """What moves in a table of what was said and what was heard: colours, numbers, a frame around a row."""

    field: Field
    numbers: Labels
    frame: Line2D


@style.own_settings
def draw_confusion(ax, names):
    """Draw room for a table, a row and a column for each name; return what `update_confusion` moves."""
    table = draw_table(ax, names)
    ax.set(xlabel="heard", ylabel="said", aspect="equal")
    ax.tick_params(labelsize=12)
    return ConfusionArtists(table.field, ax.add_artist(Labels(11)), table.frame)


def update_confusion(artists, counts, row=None):
    """Show counts (k, k), coloured by their share of the row, and a frame around a row if there is one."""
    counts = np.asarray(counts)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    update_table(artists, shares, row or 0, 0.7)
    artists.frame.set_visible(row is not None)
    said, heard = np.nonzero(counts)
    artists.numbers.set_labels([str(count) for count in counts[said, heard]], np.column_stack([heard, said]))


class ShareArtists(NamedTuple):
    """What moves with shares: their bars, a mark below one, a line at their mean."""

    bars: BarContainer
    mark: Line2D
    mean: Line2D


@style.own_settings
def draw_shares(ax, names, xlabel):
    """Draw a bar from 0 to 1 for each name; return what `update_shares` moves."""
    bars = ax.bar(range(len(names)), np.zeros(len(names)), color=style.MODEL, width=0.7, zorder=2)
    (mark,) = ax.plot([], [], "^", color=style.DATA, markersize=11, zorder=4, **FREE)
    mean = ax.axhline(0, **REFERENCE, label="mean")
    ax.set(xlim=(-0.6, len(names) - 0.4), ylim=(0, 1), xlabel=xlabel, ylabel="share of right answers")
    ax.set_xticks(range(len(names)), names)
    ax.legend(ncols=1, **style.ABOVE)
    return ShareArtists(bars, mark, mean)


def update_shares(artists, shares, chosen):
    """Show shares (k,), their mean, and a mark at the chosen one."""
    for bar, share in zip(artists.bars, shares, strict=True):
        bar.set_height(share)
    artists.mark.set_data([chosen], [0.03])
    artists.mean.set_ydata([np.mean(shares)] * 2)
