import numpy as np

from helpers.figures import overfitting, style

LOSSES = np.array([[0.4, 0.5], [0.2, 0.3], [0.0, 2.0]])


def test_both_losses_are_drawn_and_the_chosen_degree_is_marked():
    artists = overfitting.draw_losses(style.new_axes(), range(3), limit=0.6)
    overfitting.update_losses(artists, range(3), LOSSES, 1)
    assert artists.train.get_ydata().tolist() == [0.4, 0.2, 0.0]
    assert artists.test.get_ydata().tolist() == [0.5, 0.3, 2.0]
    assert artists.chosen_train.get_data() == ([1], [0.2])
    assert artists.chosen_test.get_data() == ([1], [0.3])


def test_a_loss_above_the_axis_is_marked_at_its_end():
    artists = overfitting.draw_losses(style.new_axes(), range(3), limit=0.6)
    overfitting.update_losses(artists, range(3), LOSSES, 2)
    assert artists.chosen_test.get_ydata() == [0.6]
