"""A point's score, and what it costs, with the numbers put in."""

from math import exp, log

from helpers.formulas.numbers import bracketed, carrying, exact, number, signed


def score_and_loss(theta, x, y, z, loss):
    r"""Return the score of one point and its cross-entropy, in LaTeX with the numbers put in.

    theta  (3,), theta[0] the intercept
    x      (2,)  the point; y: its label, 0 or 1
    z      its score; loss: log(1 + e^-z) for label 1, log(1 + e^z) for label 0
    """
    shown, sign = number(loss, 3), -1 if y else 1
    (z_text,) = carrying([z], (lambda z: log(1 + exp(sign * z)), shown))
    x_texts = carrying(x, (lambda a, b: theta[0] + theta[1] * a + theta[2] * b, z_text))
    products = [
        rf"{signed(weight)} \cdot {bracketed(text)}" for weight, text in zip(theta[1:], x_texts, strict=True)
    ]
    power = z_text if sign == 1 else rf"-{bracketed(z_text)}"
    return (
        rf"z = {exact(theta[0])} {' '.join(products)} = {z_text}"
        rf" \qquad \text{{its loss: }} \ln(1 + e^{{{power}}}) = {shown}"
    )
