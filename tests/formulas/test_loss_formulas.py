import pytest

from helpers.formulas.loss import line_and_sum, residual_loss, two_means


def test_a_line_and_its_loss():
    formula = line_and_sum((4, -0.5), 100, 61.3, 61.3 / 200)
    assert r"h_\theta(x) = 4.00 - 0.50\,x" in formula
    assert formula.endswith(r"\frac{1}{2 \cdot 100} \cdot 61.30 = 0.306")  # 0.3065, a tie in binary


@pytest.mark.parametrize(
    ("name", "r", "value", "pull", "expected"),
    [
        ("squared", -3, 4.5, -3, r"\tfrac{1}{2} \cdot (-3.00)^2 = 4.50 \qquad \text{slope there: } -3.00"),
        ("absolute", -3, 3, -1, r"|-3.00| = 3.00 \qquad \text{slope there: } -1.00"),
        ("Huber", 0.4, 0.08, 0.4, r"\tfrac{1}{2} \cdot 0.40^2 = 0.08 \qquad \text{slope there: } 0.40"),
        ("Huber", 0.5, 0.125, 0.5, r"\tfrac{1}{2} \cdot 0.50^2"),
        ("Huber", 3, 1.375, 0.5, r"0.50\left(|3.00| - \tfrac{0.50}{2}\right) = 1.38"),
    ],
)
def test_the_loss_of_a_residual(name, r, value, pull, expected):
    assert expected in residual_loss(name, r, 0.5, value, pull)


def test_two_means_of_one_number():
    formula = two_means(6, 5, (250, 28), (25, 5.6))
    assert r"\frac{250.00}{10} = 25.00" in formula
    assert r"\frac{28.00}{5} = 5.60" in formula
