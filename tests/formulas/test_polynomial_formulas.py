from helpers.formulas.polynomial import polynomial, two_losses


def test_a_polynomial_leaves_a_long_middle_out():
    assert polynomial(0) == r"h = \theta_0"
    assert polynomial(1) == r"h = \theta_0 + \theta_1 x"
    assert polynomial(3) == r"h = \theta_0 + \theta_1 x + \theta_2 x^2 + \theta_3 x^3"
    assert polynomial(9) == r"h = \theta_0 + \theta_1 x + \dots + \theta_9 x^9"


def test_two_losses():
    assert two_losses(1, 0.26, 0.1525).endswith(r"L_{\text{data}} = 0.260 \qquad L_{\text{new}} = 0.152")
