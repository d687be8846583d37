import numpy as np
import pytest

from helpers.figures import line, style

X = np.array([2.0, 1.0, 3.0])
Y = np.array([3.0, 2.0, 7.0])
H = np.array([4.0, 1.5, 6.5])


def fitted(**kwargs):
    artists = line.draw_fit(style.new_axes(), X, Y, x_limits=(0, 4), y_limits=(0, 8))
    line.update_fit(artists, X, Y, H, **kwargs)
    return artists


def test_the_line_runs_from_left_to_right():
    x, h = fitted().line.get_data()
    assert x.tolist() == [1, 2, 3]
    assert h.tolist() == [1.5, 4, 6.5]


def test_each_stick_joins_a_point_to_its_prediction():
    sticks = fitted().residuals.get_segments()
    assert [stick.tolist() for stick in sticks] == [[[2, 3], [2, 4]], [[1, 2], [1, 1.5]], [[3, 7], [3, 6.5]]]
    assert not fitted(residuals=False).residuals.get_visible()


def test_the_line_may_be_drawn_elsewhere_than_at_the_points():
    assert list(fitted(curve=([0, 4], [-1, 9])).line.get_xdata()) == [0, 4]


def test_the_points_move():
    artists = fitted()
    line.update_fit(artists, X[:2], Y[:2], H[:2])
    assert len(artists.points.get_xdata()) == 2
    assert len(artists.residuals.get_segments()) == 2


def test_bars_are_as_long_as_the_losses_and_end_with_the_picture():
    scores = line.draw_scores(style.new_axes(), ["yours", "best"], [style.MODEL, style.ACCENT], limit=2)
    line.update_scores(scores, [13.4, 0.25])
    assert [bar.get_width() for bar in scores.bars] == [2, 0.25]
    assert [number.get_text() for number in scores.numbers] == ["13.40", "0.25"]
    assert [len(arrow.get_xdata()) for arrow in scores.arrows] == [1, 0]


def test_a_loss_that_has_left_all_numbers_ends_with_an_arrow():
    scores = line.draw_scores(style.new_axes(), ["yours"], [style.MODEL], limit=2)
    line.update_scores(scores, [float("inf")])
    assert scores.bars[0].get_width() == 2
    assert len(scores.arrows[0].get_xdata()) == 1


@pytest.mark.parametrize(
    ("heights", "shown"),
    [((1, 3), True), ((-5, 20), True), ((9, 12), False), ((-3, -1), False), ((np.inf, -np.inf), False)],
)
def test_a_line_that_is_nowhere_in_the_picture_is_missed_in_words(heights, shown):
    artists = fitted(curve=(np.array([-1.0, 5]), np.array(heights, dtype=float)))
    assert artists.note.get_text() == ("" if shown else "the line has left the picture")


def test_a_bowl_has_round_numbers_on_its_contours_and_is_lightest_at_the_least():
    ax, grid = style.new_axes(), np.linspace(-3, 3, 61)
    line.draw_bowl(ax, grid, grid, 0.3 + grid[:, None] ** 2 + grid**2, (0, 0))
    written = [text.get_text() for text in ax.texts]
    assert {"1", "2", "5", "10"} <= set(written)
    lightness = np.array(line.DEPTHS(np.linspace(0, 1, 9)))[:, :3].mean(axis=1)
    assert (np.diff(lightness) < 0).all()


def test_a_flat_bowl_is_drawn_too():
    grid = np.linspace(-1, 1, 5)
    line.draw_bowl(style.new_axes(), grid, grid, 3.0 + 1e-9 * np.ones((5, 5)) * grid, (0, 0))
