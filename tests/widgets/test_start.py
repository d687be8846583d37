import pytest

from helpers import data, widgets
from helpers.maths import linear


@pytest.fixture
def explorer():
    return widgets.line_by_hand()


def loss(theta, m=30, seed=0):
    x, y = data.line(m, seed)
    return linear.loss(theta, linear.add_bias(x), y)


def test_words_hold_the_loss(explorer):
    assert f"y = 4.00 + 0.00 x, has loss {loss([4, 0]):.2f} over 30 points" in explorer.describe()


def test_a_falling_line(explorer):
    explorer.set(theta0=5, theta1=-1)
    assert "y = 5.00 − 1.00 x" in explorer.describe()


@pytest.mark.parametrize(("m", "seed"), [(30, 0), (100, 3), (3, 7), (10, 20)])
def test_the_best_line_is_the_best_for_the_data_on_show(explorer, m, seed):
    explorer.set(m=m, seed=seed)
    explorer.controls["best"].click()
    assert explorer.values["m"] == m
    assert explorer.values["seed"] == seed
    x, y = data.line(m, seed)
    best = linear.least_squares(linear.add_bias(x), y)
    assert abs(explorer.values["theta0"] - best[0]) <= 0.0251
    assert abs(explorer.values["theta1"] - best[1]) <= 0.0251
    assert "No line does better" in explorer.describe()


def test_the_best_line_beyond_the_sliders_stops_at_their_end():
    explorer = widgets.line_by_hand()
    for seed in range(21):
        explorer.set(m=3, seed=seed)
        explorer.controls["best"].click()
        assert -1 <= explorer.values["theta1"] <= 7


def shown_in(box):
    """Yield what is not put away in a panel, down to its controls."""
    for part in box.children:
        if part.layout.display != "none":
            yield from shown_in(part) if hasattr(part, "children") else [part.description]


def test_the_first_explorer_opens_with_two_sliders_and_a_button(explorer):
    sliders = [explorer.controls[name].description for name in ("theta0", "theta1")]
    assert [*shown_in(explorer.panel)] == [*sliders, "Best line", "More"]
    assert explorer.presets == {}
    assert explorer.formula == ""


def test_the_errors_can_be_hidden(explorer):
    assert "longest grey stick" in explorer.describe()
    explorer.set(errors=False)
    assert "stick" not in explorer.describe()
