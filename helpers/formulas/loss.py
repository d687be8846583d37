"""The loss with its numbers put in: of a line over m points, and of one residual."""

from helpers.formulas.numbers import factor, number, signed


def line_and_sum(theta, m, total, loss):
    """Return h and L = 1/(2m) * the sum of the squared residuals, in LaTeX with the numbers put in.

    theta  (2,)
    m      number of points
    total  sum of the squared residuals
    loss   their L
    """
    line = rf"h_\theta(x) = {number(theta[0])} {signed(theta[1])}\,x"
    product = rf"\frac{{1}}{{2 \cdot {m}}} \cdot {number(total)}"
    return rf"{line} \qquad L(\theta) = {product} = {number(loss, 3)}"


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


def two_means(c, m, sums, losses):
    """Return the two mean losses of one predicted number c, in LaTeX with the numbers put in.

    m       how many numbers are predicted
    sums    of their squared residuals and of their absolute ones
    losses  the mean losses, squared and absolute
    """
    squared = rf"\frac{{1}}{{2 \cdot {m}}} \sum_i (c - y_i)^2 = \frac{{{number(sums[0])}}}{{{2 * m}}}"
    absolute = rf"\frac{{1}}{{{m}}} \sum_i |c - y_i| = \frac{{{number(sums[1])}}}{{{m}}}"
    squared, absolute = f"{squared} = {number(losses[0])}", f"{absolute} = {number(losses[1])}"
    return rf"c = {number(c)}: \qquad {squared} \qquad {absolute}"
