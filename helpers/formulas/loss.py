"""The loss with its numbers put in: of a line over m points, and of one residual."""

from helpers.formulas.numbers import factor, number, signed


def line_and_sum(theta, m, total):
    """Return h and L = 1/(2m) * the sum of the squared residuals, in LaTeX with the numbers put in.

    theta  (2,)
    m      number of points
    total  sum of the squared residuals
    """
    line = rf"h_\theta(x) = {number(theta[0])} {signed(theta[1])}\,x"
    total, mean = number(total), number(total / (2 * m), 3)
    return rf"{line} \qquad L(\theta) = \frac{{1}}{{2 \cdot {m}}} \cdot {total} = {mean}"


def residual_loss(name, r, delta, loss, pull):
    """Return the loss of one residual and its slope there, in LaTeX with the numbers put in.

    name   "squared", "absolute" or "Huber"
    r      the residual; delta: where Huber's loss turns straight
    loss   its loss; pull: the slope of the loss there
    """
    straight = name == "Huber" and abs(r) > delta
    if name == "absolute":
        value = rf"|r| = |{number(r)}|"
    elif straight:
        value = (
            rf"\delta\left(|r| - \tfrac{{\delta}}{{2}}\right)"
            rf" = {number(delta)}\left(|{number(r)}| - \tfrac{{{number(delta)}}}{{2}}\right)"
        )
    else:
        value = rf"\tfrac{{1}}{{2}} r^2 = \tfrac{{1}}{{2}} \cdot {factor(r)}^2"
    return rf"\text{{{name}:}}\quad {value} = {number(loss)} \qquad \text{{slope there: }} {number(pull)}"


def two_means(c, m, squares, absolutes):
    """Return the two mean losses of one predicted number c, in LaTeX with the numbers put in.

    m          how many numbers are predicted
    squares    sum of their squared residuals; absolutes: sum of their absolute residuals
    """
    squared = rf"\frac{{1}}{{2 \cdot {m}}} \sum_i (c - y_i)^2 = \frac{{{number(squares)}}}{{{2 * m}}}"
    absolute = rf"\frac{{1}}{{{m}}} \sum_i |c - y_i| = \frac{{{number(absolutes)}}}{{{m}}}"
    values = number(squares / (2 * m)), number(absolutes / m)
    return rf"c = {number(c)}: \qquad {squared} = {values[0]} \qquad {absolute} = {values[1]}"
