"""Two heaps with their losses, and weight pictures: the artists stand where the arrays say."""

import numpy as np

from helpers.figures import boundary, digits, style
from helpers.figures.signed import PALETTE, Field
from helpers.live.figure import LiveFigure

X, Y = np.array([[1.0, 2], [-1, 0], [0.5, -1]]), np.array([1, 0, 0])


def test_each_class_has_its_points_and_the_worst_its_ring():
    artists = boundary.draw_boundary(style.new_axes(), 4)
    boundary.update_boundary(artists, np.full((2, 2), 0.5), np.array([0.0, 1, 1]), X, Y, worst=2)
    assert artists.classes[1].get_xydata().tolist() == [[1, 2]]
    assert artists.classes[0].get_xydata().tolist() == [[-1, 0], [0.5, -1]]
    assert artists.worst.get_xydata().tolist() == [[0.5, -1]]


def test_without_weights_there_is_no_line():
    artists = boundary.draw_boundary(style.new_axes(), 4)
    boundary.update_boundary(artists, np.full((2, 2), 0.5), np.zeros(3), X, Y, worst=0)
    assert not artists.arrow.get_visible()
    assert np.isnan(artists.line.get_xydata()).all()


def test_a_point_beyond_the_picture_stands_at_its_edge():
    ax = style.new_axes()
    artists = boundary.draw_margins(ax, np.array([-8.0, 8]), np.array([8.0, 0]), top=8)
    boundary.update_margins(artists, np.array([3.0, -20, 1]), np.array([0.05, 20, 0.3]), Y, worst=1)
    assert artists.worst.get_xydata().tolist() == [[-8, 8]]
    assert artists.mean.get_ydata() == [20.35 / 3] * 2


def test_weights_and_image_are_shown_from_the_top():
    artists = digits.draw_gallery(style.new_axes(), range(2), "image")
    picture = np.zeros(64)
    picture[0] = 1  # the pixel in the upper left corner
    digits.update_gallery(artists, np.stack([picture, -picture]), picture, limit=1)
    first, second = (field._colours[::-1] for field in artists.weights)
    assert (first[0, 0], second[0, 0], first[1, 1]) == (255, 0, 128)
    assert artists.image._colours[::-1][0, 0] == 255


def test_pictures_of_a_gallery_do_not_overlap():
    places = [digits._place(k, 11) for k in range(11)]
    assert len({place[:2] for place in places}) == 11
    for left, bottom, width, height in places:
        assert 0 <= left <= digits.ACROSS * digits.ROOM[0] - width
        assert 0 <= bottom <= 3 * digits.ROOM[1] - height


def test_bars_and_curves_follow():
    bars = digits.draw_probabilities(style.new_axes(), 3)
    digits.update_probabilities(bars, [0.2, 0.5, 0.3], truth=2)
    assert [bar.get_height() for bar in bars.bars] == [0.2, 0.5, 0.3]
    assert bars.truth.get_xydata().tolist() == [[2, 1]]
    curves = digits.draw_curves(style.new_axes(), steps=2, limits=(0, 1), ylabel="loss")
    digits.update_curves(curves, np.array([3.0, 2, 1]), np.array([4.0, 3, 2]), step=1)
    assert [point.get_xydata().tolist() for point in curves.points] == [[[1, 2]], [[1, 3]]]


def test_a_field_with_a_place_colours_nothing_else():
    ax = style.new_axes(size=(2, 2))
    ax.set(xlim=(0, 4), ylim=(0, 4))
    ax.axis("off")
    field = ax.add_artist(Field(smooth=False, place=(1, 1, 2, 1)))
    field.set_values([[1.0, -1]])
    pixels = np.asarray(LiveFigure(ax.figure, [field]).draw().convert("RGB"))
    for (x, y), colour in {
        (1.4, 1.5): PALETTE[-1],
        (2.6, 1.5): PALETTE[0],
        (2, 2.5): (255, 255, 255),
    }.items():
        ax.figure.dpi = 200
        across, up = ax.transData.transform((x, y))
        assert pixels[len(pixels) - 1 - round(up), round(across)].tolist() == list(colour)


def test_axes_below_each_other_are_one_column():
    axes = style.new_mosaic([["a", "b", "b"], ["a", "c", "d"]], size=(9, 4))
    for ax in axes.values():
        ax.set(xlabel="x", ylabel="y")
    (line,) = axes["a"].plot([], [])
    columns = LiveFigure(axes["a"].figure, [line]).view.columns
    boxes = {name: ax.get_tightbbox() for name, ax in axes.items()}
    assert len(columns) == 2
    assert boxes["a"].x1 <= columns[1] <= min(boxes["b"].x0, boxes["c"].x0)
