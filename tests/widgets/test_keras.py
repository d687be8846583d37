import ipywidgets
import numpy as np
import pytest

from helpers import data, widgets
from helpers.maths import descent, linear, network

X, y = data.line()
X1 = linear.add_bias(X)


def test_a_replay_without_arguments_is_our_own_descent():
    replay = widgets.training_replay()
    thetas = descent.gradient_descent(X1, y, alpha=0.02, steps=400, batch_size=32).thetas
    theta = thetas[-1]
    assert f"After epoch 100 of 100 the line is y = {theta[1]:.2f} x + {theta[0]:.2f}" in replay.describe()
    assert f"loss L is {linear.loss(theta, X1, y):.3f}" in replay.describe()
    replay.set(epoch=10)
    assert f"y = {thetas[40][1]:.2f} x + {thetas[40][0]:.2f}" in replay.describe()


def test_a_replay_of_what_was_recorded():
    replay = widgets.training_replay([[0, 0], [-1, 2.5], [2, 3]])
    assert replay.controls["epoch"].max == 2
    replay.set(epoch=1)
    assert "y = 2.50 x − 1.00" in replay.describe()
    assert f"L is {linear.loss([-1, 2.5], X1, y):.3f}" in replay.describe()
    assert "2.50\\,x - 1.00" in replay.formula


def test_a_replay_whose_entries_lie_epochs_apart():
    replay = widgets.training_replay([[0, 0], [1, 1], [2, 3]], every=20)
    assert "After epoch 40 of 40" in replay.describe()
    replay.set(epoch=20)
    assert "y = 1.00 x + 1.00" in replay.describe()
    assert replay.controls["play"].step == 20


def test_presets_of_a_replay():
    replay = widgets.training_replay()
    for label, epoch in [("Before training", 0), ("A tenth of it", 10), ("The end", 100)]:
        replay.set(**replay.presets[label])
        assert f"After epoch {epoch} of 100" in replay.describe()


def test_a_replay_grows_while_the_training_runs():
    replay = widgets.training_replay([[0, 0]], epochs=3)
    frames = [replay.frame()]
    bar = replay.panel.children[0]
    assert isinstance(bar, ipywidgets.IntProgress)
    presets = replay.panel.presets
    assert (bar.layout.display, presets.layout.display) == (None, "none")
    for theta in ([1, 1], [2, 2], [2, 3]):
        replay.append(theta)
        replay.catch_up()
        frames.append(replay.frame())
    assert "After epoch 3 of 3 the line is y = 3.00 x + 2.00" in replay.describe()
    assert replay.controls["epoch"].max == replay.controls["play"].max == bar.value == 3
    assert (bar.layout.display, presets.layout.display) == ("none", None)
    assert len(set(frames)) == 4
    replay.set(epoch=1)
    assert "y = 1.00 x + 1.00" in replay.describe()
    replay.reset()
    assert "After epoch 3 of 3" in replay.describe()
    replay.set(**replay.presets["Before training"])
    assert "After epoch 0 of 3" in replay.describe()
    assert replay.frame() != frames[0]  # the future is now known, and drawn faintly


def test_a_growing_replay_paints_few_frames_and_records_all():
    replay = widgets.training_replay([[0, 0]], epochs=1000)
    painted = []
    replay.live.repaint = lambda handles=(): painted.append(1)
    for k in range(200):
        replay.append([k, k])
    assert len(replay.record) == 201
    assert len(painted) < 100
    replay.catch_up()
    assert "After epoch 200 of 1000" in replay.describe()


@pytest.mark.parametrize("theta", [[np.inf, -np.inf], [np.nan, np.nan], [1e200, 1e200]])
def test_a_diverged_training_is_shown(theta):
    replay = widgets.training_replay([[0, 0], theta])
    replay.frame()
    assert "loss L is beyond the largest number" in replay.describe()


def test_a_network_replay_without_arguments_is_a_line_that_fails():
    replay = widgets.network_replay()
    X, y = data.wave(noise=0.1)
    least = linear.loss(linear.least_squares(linear.add_bias(X), y), linear.add_bias(X), y)
    assert f"that of the best straight line is {least:.4f}" in replay.describe()
    loss = float(replay.describe().split("the loss L is ")[1].split(";")[0])
    assert least - 1e-4 <= loss < 1.2 * least


def test_a_network_replay_shows_what_each_neuron_adds():
    hidden = network.Layer(np.array([[1.0, -1.0]]), np.zeros(2), "relu")
    output = network.Layer(np.array([[1.0], [-1.0]]), np.array([-0.25]))
    replay = widgets.network_replay([[hidden, output], [hidden, output._replace(b=np.array([0.0]))]])
    without = replay.frame()
    replay.set(parts=True, epoch=0)
    assert replay.frame() != without
    assert "the sum of what 2 neurons add, and of the bias, −0.25" in replay.describe()
    assert r"\sum_{k=1}^{2}" in replay.formula


def test_settings_in_the_words_of_the_course():
    settings = widgets.keras_settings()
    settings.set(**settings.presets["The listing, 50 epochs"])
    assert "Learning rate 0.01 on mean_squared_error is α = 0.02 on L" in settings.describe()
    assert "50 epochs in batches of 32 are 200 updates" in settings.describe()
    theta = descent.gradient_descent(X1, y, alpha=0.02, steps=200, batch_size=32).thetas[-1]
    assert f"y = {theta[1]:.2f} x + {theta[0]:.2f}" in settings.describe()
    assert r"\theta - 0.01\,\nabla \mathrm{MSE} = \theta - 0.02\,\nabla L" in settings.formula


def test_the_loss_of_the_course_halves_alpha():
    settings = widgets.keras_settings()
    settings.set(loss="the course's L")
    assert "α = 0.01 on L" in settings.describe()


def test_the_last_batch_of_an_epoch_counts():
    settings = widgets.keras_settings()
    for batch_size, updates in [(1, 500), (10, 50), (32, 20), (100, 5)]:
        settings.set(batch_size=batch_size, epochs=5)
        assert f"are {updates} updates" in settings.describe()


def drawn_path(settings):
    """Return the marks on the edge of the picture of the bowl, and what the note in it says."""
    bowl = settings.live.figure.axes[1]
    (note,) = [text for text in bowl.texts if text in settings.live.moving]
    marks = [line for line in bowl.lines if isinstance(line.get_marker(), tuple) and len(line.get_xdata())]
    return marks, note.get_text()


def test_a_descent_that_stays_ends_in_the_picture():
    settings = widgets.keras_settings()
    marks, note = drawn_path(settings)
    assert not marks
    assert note == ""
    assert "left the picture" not in settings.describe()


@pytest.mark.parametrize(
    ("rate", "batch_size", "epochs"),
    [(1.0, 100, 1), (1.0, 100, 20), (1.0, 1, 50), (0.5, 100, 5), (0.1, 100, 50)],
)
def test_a_descent_that_leaves_is_marked_on_the_edge_and_said(rate, batch_size, epochs):
    settings = widgets.keras_settings()
    settings.set(learning_rate=rate, batch_size=batch_size, epochs=epochs)
    marks, note = drawn_path(settings)
    steps = epochs * 100 // batch_size
    run = descent.gradient_descent(X1, y, alpha=2 * rate, steps=steps, batch_size=batch_size)
    left = not (-1 <= run.thetas[-1, 0] <= 5 and -1 <= run.thetas[-1, 1] <= 7)
    assert left == (rate == 1)
    assert len(marks) == left
    assert note == "it left the picture" * left
    assert ("has left the picture" in settings.describe()) == left
    if left:
        (x,), (height,) = marks[0].get_data()
        assert -1 < x < 5
        assert -1 < height < 7


def test_a_learning_rate_that_is_too_large():
    settings = widgets.keras_settings()
    settings.set(**settings.presets["Learning rate 1"])
    assert "has left the picture" in settings.describe()
    settings.set(batch_size=1, epochs=50)
    assert "beyond the largest number" in settings.describe()
    settings.frame()
