import numpy as np

from helpers.figures import features, overfitting, pictures, style

LOSSES = np.array([[0.4, 0.5], [0.2, 0.3], [0.0, 2.0]])


def drawn():
    ax = style.new_axes()
    artists = overfitting.draw_losses(ax, limit=0.6)
    overfitting.set_settings(ax, ["1", "2", "3"], "degree")
    return ax, artists


def test_both_losses_are_drawn_and_the_chosen_setting_is_marked():
    ax, artists = drawn()
    overfitting.update_losses(artists, LOSSES, 1)
    assert artists.train.get_ydata().tolist() == [0.4, 0.2, 0.0]
    assert artists.new.get_ydata().tolist() == [0.5, 0.3, 2.0]
    assert artists.chosen_train.get_data() == ([1], [0.2])
    assert artists.chosen_new.get_data() == ([1], [0.3])
    assert [label.get_text() for label in ax.get_xticklabels()] == ["1", "2", "3"]


def test_a_loss_above_the_axis_is_marked_at_its_end():
    _, artists = drawn()
    overfitting.update_losses(artists, LOSSES, 2)
    assert artists.chosen_new.get_ydata() == [0.6]


def test_losses_along_features_end_at_the_edge_and_the_examples_have_their_line():
    artists = features.draw_descent(style.new_axes(), [1, 15, 100], 2, (0.01, 10))
    draws = np.array([[0.1, 1e9, 0.2], [0.3, 2.0, 0.4]])
    features.update_descent(
        artists, [1, 15, 100], draws, np.median(draws, axis=0), np.array([0.1, 0, 0]), 1, 15, 1e9
    )
    assert artists.draws[0].get_ydata().tolist() == [0.1, 10, 0.2]
    assert artists.train.get_ydata().tolist() == [0.1, 0.01, 0.01]
    assert artists.chosen.get_xydata().tolist() == [[15, 10]]
    assert artists.examples.get_xdata() == [15, 15]


def test_wrong_answers_alone_are_framed_and_each_name_stands_below_its_image():
    artists = pictures.draw_pictures(style.new_axes(), "title")
    right = np.arange(12) != 5
    pictures.update_pictures(artists, np.zeros((12, 8, 8)), [f"name {k}" for k in range(12)], right)
    x, y = artists.wrong.get_data()
    assert len(x) == 6
    assert len(artists.frames.get_xdata()) == 72
    left, low = np.nanmin(x), np.nanmin(y)
    assert artists.names.places[5].tolist() == [left + 0.5, low - 0.2]


def test_shares_are_marked_where_the_setting_is_and_runs_are_dots():
    artists = pictures.draw_shares(style.new_axes(), ["training", "validation"], "m", (1, 100), log=True)
    means = {"training": np.array([1.0, 0.9]), "validation": np.array([0.3, 0.6])}
    runs = {name: np.tile(each, (3, 1)) for name, each in means.items()}
    pictures.update_shares(artists, [10, 50], means, 1, runs)
    assert artists.marks["validation"].get_xydata().tolist() == [[50, 0.6]]
    assert len(artists.dots["training"].get_xdata()) == 6
