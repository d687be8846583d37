import re
from io import StringIO

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.lines import Line2D

from helpers.figures import signed, strokes, style


def axes():
    ax = style.new_axes(size=(4, 4))
    ax.set(xlim=(0, 1), ylim=(0, 1), position=(0, 0, 1, 1))
    ax.axis("off")
    ax.figure.set_layout_engine("none")
    return ax


def ink(ax):
    """Return how dark each pixel is, (400, 400)."""
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    return 255 - np.asarray(canvas.buffer_rgba())[..., :3].mean(axis=2)


def as_svg(artist):
    """Return an artist as SVG, its figure 288 units wide and high."""
    artist.get_figure().dpi, stream = 72, StringIO()
    artist.draw(RendererSVG(288, 288, stream))
    return stream.getvalue()


def test_dots_look_as_markers_do_and_are_one_path():
    places = np.random.default_rng(0).uniform(0.1, 0.9, (200, 2))
    looks = {"marker": "o", "linestyle": "", "markersize": 6, "color": "black"}
    ours, theirs = axes(), axes()
    dots = strokes.add_line(strokes.Dots, ours, **looks)
    dots.set_data(*places.T)
    theirs.add_line(Line2D(*places.T, **looks))
    expected = ink(theirs)
    assert ink(ours).sum() == pytest.approx(expected.sum(), rel=0.03)
    assert np.abs(ink(ours) - expected).mean() < 6
    assert as_svg(dots).count("<path") == 1


def test_strokes_of_one_look_are_one_path_each():
    ax = axes()
    lines = strokes.Strokes([], capstyle="round")
    ax.add_collection(lines)
    lines.set_segments([[(0, 0), (1, 1)], [(0, 1), (1, 0)], [(0.5, 0), (0.5, 1)]])
    lines.set_colors(["red", "red", "blue"])
    lines.set_linewidths([2, 2, 2])
    drawn = as_svg(lines)
    assert drawn.count("<path") == 2
    assert drawn.count("M ") == 3
    assert ink(ax)[200, 200] > 0
    lines.set_segments([])
    assert "<path" not in as_svg(lines)


def trail(places, **looks):
    path = strokes.add_line(strokes.Trail, axes(), color="black", linewidth=3, **looks)
    path.set_data(*np.transpose(places))
    return path


def test_a_trail_fades_towards_its_past():
    steps = np.column_stack([np.linspace(0.05, 0.95, 60), np.full(60, 0.5)])
    dark = ink(trail(steps).axes)[200]
    assert dark[365] > dark[330] > dark[30] > 0.3 * dark[365]
    assert dark[30] == pytest.approx(dark[100])


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 7, 40])
def test_a_trail_of_any_length_is_drawn_from_its_first_place_to_its_last(steps):
    places = np.column_stack([np.linspace(0.1, 0.9, steps), np.full(steps, 0.5)])
    shown = as_svg(trail(places, marker="o", markersize=4))
    corners = np.array(re.findall(r"[ML] ([\d.]+) ([\d.]+)", shown), dtype=float)
    assert corners[:, 0].min() == pytest.approx(28.8)
    assert corners[:, 0].max() == pytest.approx(288 * (0.9 if steps > 1 else 0.1), abs=0.02)


def test_a_long_trail_stays_short_as_text_and_keeps_its_newest_steps():
    places = np.random.default_rng(1).uniform(0.2, 0.8, (5000, 2))
    shown = as_svg(trail(places))
    assert len(shown) < 30_000
    x = 288 * places[-2, 0]
    assert f"{x:.2f}".rstrip("0") in shown


def test_steps_that_do_not_move_are_drawn_once():
    assert len(as_svg(trail([[0.5, 0.5]] * 1000))) < 1500


def test_a_field_is_a_small_picture_that_the_browser_smooths():
    ax = axes()
    field, _ = signed.draw_field(ax, bar=False)
    field.set_values(np.linspace(-1, 1, 3600).reshape(60, 60))
    shown = as_svg(field)
    assert shown.count("<image") == 1
    assert "pixelated" not in shown
    assert len(shown) < 8000
