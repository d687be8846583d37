import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from helpers.figures import labels, style
from helpers.figures.labels import Labels


def ink(add):
    """Return how dark each pixel of a picture is, (400, 400), once add has put something on its Axes."""
    ax = style.new_axes(size=(4, 4))
    ax.set(xlim=(0, 1), ylim=(0, 1), position=(0, 0, 1, 1))
    ax.axis("off")
    ax.figure.set_layout_engine("none")
    add(ax)
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    return 255 - np.asarray(canvas.buffer_rgba())[..., :3].mean(axis=2)


def labelled(words, places, size=30):
    def add(ax):
        ax.add_artist(Labels(size)).set_labels(words, places)

    return ink(add)


@pytest.mark.parametrize("word", ["0.8", "-0.5", "hidden 1", "0,1"])
def test_a_label_looks_as_text_does(word):
    text = ink(lambda ax: ax.text(0.5, 0.5, word, size=30, ha="center", va="center", color=style.INK))
    label = labelled([word], [(0.5, 0.5)])
    assert label.sum() == pytest.approx(text.sum(), rel=0.05)
    for axis in (0, 1):
        rows, expected = (np.flatnonzero(each.any(axis=axis)) for each in (label, text))
        assert np.ptp(rows) == pytest.approx(np.ptp(expected), rel=0.03, abs=2), "as large"
        assert abs(rows.mean() - expected.mean()) <= 6, "in the same place"


def test_labels_stand_on_their_places():
    picture = labelled(["1", "2"], [(0.25, 0.75), (0.75, 0.25)])
    assert picture[50:150, 50:150].any()
    assert picture[250:350, 250:350].any()
    assert not picture[:200, 200:].any()
    assert not picture[200:, :200].any()


def test_no_words_draw_nothing():
    assert not labelled([], []).any()


LIMITS = np.array([[0.0, 200], [0, 200]])


def beside(points, lines=(), wanted=(1, 1), size=(30, 10)):
    points = np.array(points, dtype=float)
    return labels.beside(
        points, np.tile(size, (len(points), 1)), np.tile(wanted, (len(points), 1)), lines, LIMITS
    )


def test_a_label_stands_where_it_is_wanted_if_nothing_is_in_the_way():
    (place,) = beside([[100, 100]])
    assert (place > 100).all()
    assert np.hypot(*(place - 100)) < 50


@pytest.mark.parametrize("w", [(1, 0), (0, 1), (1, 1), (1, -1), (0.3, 1)])
@pytest.mark.parametrize("wanted", [(1, 1), (-1, 1), (1, -1)])
def test_no_line_through_a_point_crosses_its_label(w, wanted):
    b = -100.0 * sum(w)
    (place,) = beside([[100, 100]], [(np.array(w), b)], wanted)
    corners = place + np.array([(x, y) for x in (-15, 15) for y in (-5, 5)])
    sides = np.sign(corners @ w + b)
    assert abs(sides.sum()) == 4


def test_labels_keep_off_each_other_and_inside():
    places = beside([[100, 100], [104, 96], [195, 195], [5, 5]])
    gaps = np.abs(places[0] - places[1]) - (30, 10)
    assert gaps.max() > 0
    assert (places > (15, 5)).all()
    assert (places < (185, 195)).all()


def test_a_word_is_as_large_as_its_letters():
    assert labels.size_of("0,1", 12)[0] == pytest.approx(labels.size_of("0,1", 24)[0] / 2, rel=0.02)
    assert 7 < labels.size_of("0", 12)[1] < 11
