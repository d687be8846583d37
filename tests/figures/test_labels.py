import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from helpers.figures import style
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
