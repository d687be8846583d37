import pytest

from helpers import data, widgets
from helpers.maths import polynomial


@pytest.fixture
def explorer():
    return widgets.overfitting()


def test_words_and_formula_hold_both_losses(explorer):
    explorer.set(**explorer.presets["Too flexible"])
    ((train, test),) = polynomial.train_and_test(data.wave(10, 2, 0.3), data.wave(100, 1002, 0.3), [9])
    assert f"its loss is {train:.3f} on them and {test:.3f} on 100 new points" in explorer.describe()
    assert f"{test:.3f}" in explorer.formula


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Too stiff", "its loss is 0.260 on them and 0.152"),
        ("About right", "its loss is 0.045 on them and 0.046"),
        ("Too flexible", "its loss is 0.000 on them and 0.424"),
        ("Too flexible, with 100 points", "its loss is 0.039 on them and 0.041"),
    ],
)
def test_the_presets_show_what_the_lesson_says(explorer, label, words):
    explorer.set(**explorer.presets[label])
    assert words in explorer.describe()
