import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

from helpers.figures import explanations, style


def test_the_frame_is_around_the_pixels_of_the_patch():
    artists = explanations.draw_image(style.new_axes(), 6, "image")
    explanations.update_image(artists, np.zeros((6, 6)), patch=(1, 3, 2))
    x, y = artists.frame.get_data()
    assert (min(x), max(x)) == (2.5, 4.5)
    assert (min(y), max(y)) == (0.5, 2.5)
    explanations.update_image(artists, np.zeros((6, 6)))
    assert not artists.frame.get_visible()


def test_the_first_row_stands_at_the_top():
    ax = style.new_axes()
    artists = explanations.draw_image(ax, 6, "image")
    values = np.zeros((6, 6))
    values[0, 0] = 1
    explanations.update_image(artists, values)
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())[:, :, 0]
    places = [ax.transData.transform(place) for place in ((0, 0), (5, 0), (0, 5))]
    assert [pixels[round(len(pixels) - y), round(x)] < 100 for x, y in places] == [True, False, False]


def test_a_map_of_zeros_is_white_and_signs_have_their_colours():
    artists = explanations.draw_image(style.new_axes(), 2, "map", signed=True)
    explanations.update_map(artists, np.zeros((2, 2)))
    middle = artists.field._colours[0, 0]
    assert explanations.PALETTE[middle].min() > 240
    explanations.update_map(artists, np.array([[2.0, -2.0], [0.0, 1.0]]))
    colours = explanations.PALETTE[artists.field._colours[::-1]].astype(int)  # from the top again
    assert colours[0, 0, 0] > colours[0, 0, 2], "orange above 0"
    assert colours[0, 1, 2] > colours[0, 1, 0], "purple below 0"


def test_bars_have_their_lengths_and_numbers():
    artists = explanations.draw_bars(style.new_axes(), ["a", "b"])
    explanations.update_bars(artists, [0.25, 0.75], 1)
    assert [bar.get_width() for bar in artists.bars] == [0.25, 0.75]
    assert artists.numbers.words == ["0.25", "0.75"]
    assert artists.truth.get_data() == ([0], [1])


def test_points_stand_on_the_lines():
    climb = explanations.draw_climb(style.new_axes(), 3)
    explanations.update_climb(climb, [0, 0.2, 0.6, 0.9], [1, 0.5, 0.3, 0.1], 2)
    assert climb.points.get_xydata().tolist() == [[2, 0.6], [2, 0.3]]
    orders = explanations.draw_orders(style.new_axes(), ["a", "b", "c"], 2)
    explanations.update_orders(orders, [[1, 0.5, 0.1], [1, 0.9, 0.8], [1, 0.7, 0.6]], 1)
    assert orders.marks.get_ydata() == [0.5, 0.9, 0.7]
