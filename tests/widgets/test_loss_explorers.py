import pytest

from helpers import data, widgets
from helpers.maths import linear, losses


def points(m, seed):
    x, y = data.line(m, seed)
    return linear.add_bias(x), y


@pytest.mark.parametrize(("m", "seed"), [(100, 0), (3, 4), (10, 9)])
def test_the_bowl_says_the_loss_and_the_least_for_its_data(m, seed):
    explorer = widgets.loss_bowl()
    explorer.set(m=m, seed=seed, theta0=3, theta1=-0.5)
    X, y = points(m, seed)
    value, best = linear.loss([3, -0.5], X, y), linear.least_squares(X, y)
    assert f"The line 3.00 − 0.50 x over {m} points (seed {seed})" in explorer.describe()
    assert f"/ {2 * m} = {value:.3f}. The least loss, {linear.loss(best, X, y):.3f}," in explorer.describe()
    assert f"θ₁ = {best[1]:.2f}" in explorer.describe()
    assert explorer.formula.endswith(f"= {value:.3f}")


def test_the_button_goes_to_the_least_loss_that_the_sliders_can_reach():
    explorer = widgets.loss_bowl()
    explorer.set(seed=3)
    explorer.controls["least"].click()
    best = linear.least_squares(*points(100, 3))
    assert explorer.values["theta0"] == pytest.approx(best[0], abs=0.0251)
    assert explorer.values["theta1"] == pytest.approx(best[1], abs=0.0251)


def test_a_button_beyond_the_sliders_stops_at_their_end():
    explorer = widgets.loss_bowl()
    for seed in range(10):
        explorer.set(m=3, seed=seed)
        explorer.controls["least"].click()
        assert -1 <= explorer.values["theta1"] <= 7


def test_squares_are_drawn_where_asked_for():
    explorer = widgets.loss_bowl()
    before = explorer.frame()
    explorer.set(as_squares=True)
    assert "square" in explorer.describe().split("θ₁")[1]
    assert explorer.frame() != before
    explorer.reset()
    assert explorer.frame() == before


def test_coming_back_to_the_same_data_shows_the_same_bowl():
    explorer = widgets.loss_bowl()
    before = explorer.frame()
    explorer.set(seed=5, m=3)
    assert explorer.frame() != before
    explorer.reset()
    assert explorer.frame() == before


def test_the_outlier_tilts_squared_loss_most():
    explorer = widgets.outlier()
    explorer.set(**explorer.presets["Far below"])
    assert "squared 1.94, absolute 2.61, Huber 2.62 (with δ 0.5)" in explorer.describe()
    assert "Without the outlier, squared loss has slope 2.71" in explorer.describe()
    assert r"\cdot 4.113^2 = 8.46" in explorer.formula


def test_the_outlier_on_the_line_tilts_nothing():
    explorer = widgets.outlier()
    explorer.set(**explorer.presets["On the line"])
    assert "squared 2.70, absolute 2.69, Huber 2.72" in explorer.describe()


def test_a_click_takes_the_outlier_away_and_another_puts_one():
    explorer = widgets.outlier()
    outlier, left = explorer.live.view.handles
    (x, y), (low, top, width, height) = outlier["places"][0], left["area"]
    pressed = {"handle": 0, "part": 0, "x": x, "y": y, "n": 0, "grab": 1, "clicked": True}
    explorer.live.view.pointer = pressed
    assert explorer.values["there"] is False
    assert "no outlier. Slope of the best line: squared 2.71" in explorer.describe()
    assert explorer.live.view.handles[0]["places"] == [None]
    explorer.set(name="Huber")
    assert "The thick line is that of Huber loss" in explorer.describe()
    place = {"x": low + width / 2, "y": top + height / 2}
    explorer.live.view.pointer = pressed | place | {"handle": 1, "grab": 2, "clicked": False}
    assert "an outlier at x = 1.00, y = 4.5" in explorer.describe()
    assert explorer.values["there"] is True


def test_delta_moves_the_huber_line_while_another_loss_is_chosen():
    explorer = widgets.outlier()
    before = explorer.describe(), explorer.frame()
    explorer.set(delta=3)
    assert explorer.describe() != before[0]
    assert explorer.frame() != before[1]


def test_every_loss_can_be_chosen():
    assert list(widgets.outlier().controls["name"].options) == list(losses.LOSSES)


def test_one_number_has_mean_and_median():
    explorer = widgets.one_number()
    explorer.set(**explorer.presets["c at the mean"])
    assert "25.00, least at the mean, 6.00" in explorer.describe()
    assert "5.60, least at the median, 3.00" in explorer.describe()
    explorer.set(**explorer.presets["c at the median"])
    assert "4.20, least at the median" in explorer.describe()
