import pytest

from helpers.formulas import descent


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.234, "1.23"),
        (0, "0.00"),
        (-0.05, "-0.05"),
        (3.4e-7, r"3.4 \times 10^{-7}"),
        (-1.2e12, r"-1.2 \times 10^{12}"),
        (float("inf"), r"\infty"),
    ],
)
def test_size(value, text):
    assert descent.size(value) == text


def test_a_step_has_every_number_put_in():
    text = descent.step([0.0, 1.0], [-3.41, 2.0], 0.5, [1.705, 0.0], 0)
    first, second = text.split(r" \qquad ")
    assert first == r"\theta_0^{(1)} = 0.00 - 0.50 \times (-3.41) = 1.71"
    assert second == r"\theta_1^{(1)} = 1.00 - 0.50 \times 2.00 = 0.00"


def test_a_step_far_out_brackets_powers_of_ten():
    text = descent.step([1e9, 0], [2e9, 0], 0.5, [0, 0], 11)
    assert text.startswith(r"\theta_0^{(12)} = 1.0 \times 10^{9} - 0.50 \times (2.0 \times 10^{9}) = 0.00")


@pytest.mark.parametrize(("central", "width"), [(False, "0.200"), (True, "0.400")])
def test_a_nudge_divides_by_how_far_it_went(central, width):
    text = descent.nudge([1.0, 1.5], 0.2, -2.5, -2.6, central=central)
    assert rf"\frac{{1.00 - 1.50}}{{{width}}} = -2.500" in text
    assert text.endswith("= -2.600")
    assert (r"2\,\varepsilon" in text) == central


def test_a_small_nudge_shows_enough_digits():
    assert r"\frac{7.00840 - 7.01200}{0.001}" in descent.nudge(
        [7.0084, 7.012], 0.001, -3.6, -3.6, central=False
    )


def test_the_limit_and_both_factors():
    limit, steep, flat = descent.limit(1.0, [0.07, 1.32], [0.93, -0.32], 1.515).split(r" \qquad ")
    assert limit.endswith(r"\frac{2}{1.32} = 1.51")
    assert steep.endswith("= -0.320")
    assert flat.endswith("= 0.930")


def test_a_batch_of_one_has_no_mean():
    assert r"\frac{1}{8} \sum" in descent.batch_update(0.2, 8)
    assert "sum" not in descent.batch_update(0.2, 1)


def test_the_condition_number():
    text = descent.condition([0.002, 13.0], 6500.0, 0.9, 0.1385)
    assert r"\frac{13.00}{2.0 \times 10^{-3}} = 6500.0" in text
    assert r"\alpha = 0.90 \times" in text
