import numpy as np

from helpers.figures import explanations, seeing, style, training


def test_each_weight_stands_at_its_place_with_its_pixel_below():
    artists = seeing.draw_kernel(style.new_axes(), "title")
    seeing.update_kernel(artists, np.arange(-4, 5).reshape(3, 3), np.full((3, 3), 0.25), 1, "sum = 0")
    assert artists.weights.words == ["−4", "−3", "−2", "−1", "0", "1", "2", "3", "4"]
    assert artists.pixels.words == ["× 0.25"] * 9
    assert artists.total.words == ["sum = 0"]
    x, y = artists.weights.places.T
    assert np.ceil(x).tolist() == [0, 1, 2] * 3
    assert np.floor(y).tolist() == [0, 0, 0, -1, -1, -1, -2, -2, -2]


def test_a_frame_on_another_number_of_pixels_is_scaled():
    artists = explanations.draw_image(style.new_axes(), 28, "image")
    explanations.update_image(artists, np.zeros((14, 14)), patch=(3, 5, 2))
    x, y = artists.frame.get_data()
    assert (min(x), max(x)) == (9.5, 13.5)
    assert (min(y), max(y)) == (5.5, 9.5)


def test_what_a_module_leaves_out_is_crossed_and_has_no_number():
    channels = {"one": 1, "reduce3": 2, "three": 3, "reduce5": 4, "five": 5, "pool": 6}
    artists = seeing.draw_module(style.new_axes())
    seeing.update_module(artists, channels, "in", "out", True)
    assert artists.channels.words == ["1", "2", "3", "4", "5", "6"]
    assert len(artists.crosses.get_xdata()) == 0
    seeing.update_module(artists, channels, "in", "out", False)
    assert artists.channels.words == ["1", "3", "5", "6"]
    assert np.isfinite(artists.crosses.get_xdata()).sum() == 8


def test_bars_of_costs_stand_on_each_other():
    artists = seeing.draw_costs(style.new_axes())
    seeing.update_costs(artists, [0, 0.1, 0.2, 0], [0.1, 0.3, 0.6, 0], ["a", "b", "c", "d"])
    assert [bar.get_x() for bar in artists.kernel] == [0, 0.1, 0.2, 0]
    assert [bar.get_width() for bar in artists.kernel] == [0.1, 0.3, 0.6, 0]
    x = artists.numbers.places[:, 0]
    assert x[1] > 0.4, "beside a short bar"
    assert x[2] < 0.8, "on a long one"


def test_learning_is_bold_up_to_its_point():
    artists = seeing.draw_learning(style.new_axes(), 60, {"a": 0.5})
    training.update_progress(artists, np.array([0, 20, 40]), [0.1, 0.4, 0.7], 1)
    assert list(artists.past.get_ydata()) == [0.1, 0.4]
    assert artists.point.get_xydata().tolist() == [[20, 0.4]]
    assert len(artists.whole.get_xdata()) == 3
