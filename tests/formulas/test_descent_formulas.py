import pytest

from helpers.formulas import descent


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


def test_a_nudge_shows_as_many_digits_as_the_slope_needs():
    text = descent.nudge([7.008398, 7.012003], 0.001, -3.6049, -3.6054, central=False)
    assert r"\frac{7.008398 - 7.012003}{0.001} = -3.605" in text
    text = descent.nudge([3.652447, 3.907965], 0.1, -2.55518, -2.6054, central=False)
    assert r"\frac{3.65245 - 3.90796}{0.100} = -2.555" in text


def test_a_nudge_that_a_control_gives_is_shown_as_it_is():
    assert r"{0.00107}" in descent.nudge([7.0081, 7.012], 0.00107, -3.6449, -3.6054, central=False)


def test_the_limit_and_both_factors():
    limit, steep, flat = descent.limit(1.0, [0.07, 1.32], [0.93, -0.32], 2 / 1.32).split(r" \qquad ")
    assert limit.endswith(r"\frac{2}{1.320} = 1.52")
    assert steep.endswith(r"1 - 1.000 \times 1.320 = -0.320")
    assert flat.endswith("= 0.930")


def test_the_limit_shows_the_digits_that_its_results_need():
    values = [0.06944, 1.323051]
    text = descent.limit(0.987, values, [1 - 0.987 * one for one in values], 2 / values[1])
    assert r"1 - 0.987 \times 1.32305 = -0.306" in text
    assert r"\frac{2}{1.32305}" in text


def test_a_batch_of_one_has_no_mean():
    assert "sum" not in descent.batch_update(0.2, 1, 1)


def test_a_batch_is_divided_by_its_own_size():
    text = descent.batch_update(0.0415, 8, 4)
    assert r"- 0.0415 \times \frac{1}{|B|} \sum_{i \in B}" in text
    assert text.endswith(r"|B| = 8,\ \text{in the last batch of a pass } 4")
    assert descent.batch_update(0.2, 100, 100).endswith("|B| = 100")


def test_the_condition_number():
    text = descent.condition([0.002, 13.0], 6500.0, 0.9, 0.1385)
    assert r"\frac{13.0}{0.00200} = 6500" in text
    assert r"\alpha = 0.90 \times" in text


def test_a_large_condition_number_is_a_power_of_ten():
    assert r"\frac{9.49}{0.000407} = 2.3 \times 10^{4}" in descent.condition(
        [4.07e-4, 9.49], 23317, 0.7, 0.148
    )
