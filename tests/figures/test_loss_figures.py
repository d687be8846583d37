import numpy as np
import pytest

from helpers.figures import line, loss, style
from helpers.maths import losses


def test_squares_look_square_and_stay_inside():
    ax = style.new_axes(size=(5, 4))
    ax.set(xlim=(0, 2), ylim=(0, 10))
    squares = loss.draw_squares(ax)
    loss.update_squares(squares, np.array([0.2, 1.8]), np.array([3.0, 8]), np.array([5.0, 7]))
    ax.figure.draw_without_rendering()
    for path, side in zip(squares.get_paths(), (2, 1), strict=True):
        corners = ax.transData.transform(path.vertices)
        width, height = np.ptp(corners, axis=0)
        assert width == pytest.approx(height, rel=1e-6)
        assert np.ptp(path.vertices[:, 1]) == side
        assert 0 <= path.vertices[:, 0].min() < path.vertices[:, 0].max() <= 2


def test_no_points_no_squares():
    squares = loss.draw_squares(style.new_axes())
    loss.update_squares(squares, *[np.array([])] * 3)
    assert not squares.get_paths()


def test_a_bowl_of_other_data_keeps_its_point():
    ax, grid = style.new_axes(), np.linspace(-1, 1, 9)
    values = 0.1 + grid[:, None] ** 2 + grid**2
    artists = line.draw_bowl(ax, grid, grid, values, (0, 0))
    line.update_bowl(artists, (0.5, 0.25))
    count = len(ax.collections), len(ax.lines)
    loss.change_bowl(ax, artists, grid, grid, values + 1, (0.3, 0.4))
    assert (len(ax.collections), len(ax.lines)) == count
    assert artists.point.get_xdata() == [0.5]
    assert any(list(star.get_xdata()) == [0.3] for star in ax.lines if star is not artists.point)


def test_the_chosen_loss_has_the_thick_line():
    artists = loss.draw_outlier(style.new_axes(), x_limits=(0, 2), y_limits=(0, 9))
    heights = {name: np.array([k, k]) for k, name in enumerate(loss.STYLES)}
    points = np.zeros(3), np.ones(3)
    loss.update_outlier(artists, points, (1, 5), "absolute", np.array([0, 2]), heights, np.array([7, 8]))
    widths = {name: artist.get_linewidth() for name, artist in artists.lines.items()}
    assert max(widths, key=widths.get) == "absolute"
    assert artists.lines["Huber"].get_ydata().tolist() == [2, 2]
    assert artists.without.get_ydata().tolist() == [7, 8]
    assert artists.outlier.get_ydata() == [5]


def test_a_loss_beyond_the_picture_becomes_an_arrow_at_its_edge():
    artists = loss.draw_curves(style.new_axes(), limit=8, top=14)
    grid = np.linspace(-8, 8, 5)
    curves = dict.fromkeys(loss.STYLES, grid**2)
    outliers = {"squared": (7, 24.5), "absolute": (7, 7), "Huber": (7, 3)}
    loss.update_curves(artists, "squared", grid, curves, outliers, (np.zeros(2), np.zeros(2)))
    assert artists.outliers["squared"].get_marker() == "^"
    assert artists.outliers["squared"].get_ydata()[0] < 14
    assert artists.outliers["absolute"].get_marker() == "D"


def test_every_loss_has_its_own_dashes():
    assert loss.STYLES.keys() == losses.LOSSES.keys()
    assert len(set(map(str, loss.STYLES.values()))) == len(loss.STYLES)


def test_the_legend_of_the_losses_shows_which_is_chosen_and_thin_lines_lie_above():
    artists = loss.draw_curves(style.new_axes(), limit=8, top=14)
    grid = np.linspace(-8, 8, 5)
    places = dict.fromkeys(loss.STYLES, (1, 1))
    loss.update_curves(artists, "Huber", grid, dict.fromkeys(loss.STYLES, grid**2), places, (grid, grid))
    for name, sample in artists.samples.items():
        curve = artists.curves[name]
        assert sample.get_linewidth() == curve.get_linewidth()
        assert sample.get_color() == curve.get_color() == (style.MODEL if name == "Huber" else loss.THIN)
    assert artists.curves["absolute"].get_zorder() > artists.curves["Huber"].get_zorder()
