import numpy as np
import pytest

from helpers.figures import style, training


@pytest.fixture
def axes():
    return style.new_axes()


def test_losses_past_and_now(axes):
    artists = training.draw_losses(axes, epochs=20, limits=(0.1, 10), least=0.2, label="least")
    training.update_progress(artists, np.array([0, 10, 20]), np.array([5.0, 1.0, 0.3]), 1)
    assert artists.whole.get_xydata().tolist() == [[0, 5], [10, 1], [20, 0.3]]
    assert artists.past.get_xydata().tolist() == [[0, 5], [10, 1]]
    assert artists.point.get_xydata().tolist() == [[10, 1]]


def test_losses_are_drawn_by_their_logarithm_with_plain_numbers(axes):
    training.draw_losses(axes, epochs=20, limits=(0.1, 10), least=0.2, label="least")
    assert axes.get_yscale() == "log"
    axes.figure.draw_without_rendering()
    assert "0.1" in [tick.get_text() for tick in axes.get_yticklabels()]


def test_curve_and_its_parts(axes):
    artists = training.draw_curve(axes, np.array([0.0]), np.array([1.0]), x_limits=(0, 1), y_limits=(0, 1))
    grid, parts = np.array([0.0, 0.5, 1.0]), np.array([[0, 1], [0, 2], [0, 3]])
    training.update_curve(artists, grid, parts.sum(axis=1), parts)
    assert artists.curve.get_ydata().tolist() == [1, 2, 3]
    assert [segment[:, 1].tolist() for segment in artists.parts.get_segments()] == [[0, 0, 0], [1, 2, 3]]
    training.update_curve(artists, grid, parts.sum(axis=1), parts[:, :0])
    assert artists.parts.get_segments() == []


def test_a_reference_is_named_in_the_legend(axes):
    training.draw_reference(axes, [0, 1], [2, 3], "best")
    assert [text.get_text() for text in axes.legend().get_texts()] == ["best"]


def test_what_a_training_is_compared_with_lies_above_it(axes):
    losses = training.draw_losses(axes, epochs=20, limits=(0.1, 10), least=0.2, label="least")
    assert losses.point.get_zorder() > losses.least.get_zorder() > losses.past.get_zorder()
    curve = training.draw_curve(axes, np.array([0.0]), np.array([1.0]), x_limits=(0, 1), y_limits=(0.1, 1))
    assert training.draw_reference(axes, [0, 1], [2, 3], "best").get_zorder() > curve.curve.get_zorder()
