"""The line by hand: its equation and its loss, with the numbers put in."""

from helpers.formulas.numbers import carrying, number, signed


def line_and_loss(theta, m, total, loss):
    r"""Return h = theta0 + theta1 x, and L = (sum of the squared residuals) / (2 m), in LaTeX.

    theta  (2,)
    m      number of points
    total  sum of their squared residuals
    loss   their L
    """
    line = rf"h = {number(theta[0])} {signed(theta[1])}\,x"
    (squares,) = carrying([total], (lambda t: t / (2 * m), number(loss)))
    return rf"{line} \qquad L = \frac{{{squares}}}{{2 \cdot {m}}} = {number(loss)}"
