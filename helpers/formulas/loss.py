"""The loss with its numbers put in: of a line over m points, and of one residual."""

from helpers.formulas.numbers import bracketed, carrying, exact, number, signed


def line_and_sum(theta, m, total, loss):
    """Return h and L = 1/(2m) * the sum of the squared residuals, in LaTeX with the numbers put in.

    theta  (2,)
    m      number of points
    total  sum of the squared residuals
    loss   their L
    """
    line = rf"h_\theta(x) = {number(theta[0])} {signed(theta[1])}\,x"
    product = rf"\frac{{1}}{{2 \cdot {m}}} \cdot {sum_of_squares(total, m, loss)}"
    return rf"{line} \qquad L(\theta) = {product} = {number(loss, 3)}"


def sum_of_squares(total, m, loss):
    """Return the sum of the squared residuals of m points, with the digits that L needs, shown with three."""
    return carrying([total], (lambda t: t / (2 * m), number(loss, 3)))[0]


def residual_loss(name, r, delta, loss, pull):
    """Return the loss of one residual and its slope there, in LaTeX with the numbers put in.

    name   "squared", "absolute" or "Huber"
    r      the residual; delta: where Huber's loss turns straight
    loss   its loss; pull: the slope of the loss there
    """
    if name == "absolute":
        (residual,) = carrying([r], (abs, number(loss)))
        value = rf"|r| = |{residual}|"
    elif name == "Huber" and abs(r) > delta:
        (residual,) = carrying([r], (lambda r: delta * (abs(r) - delta / 2), number(loss)))
        value = (
            rf"\delta\left(|r| - \tfrac{{\delta}}{{2}}\right)"
            rf" = {exact(delta)}\left(|{residual}| - \tfrac{{{exact(delta)}}}{{2}}\right)"
        )
    else:
        (residual,) = carrying([r], (lambda r: r**2 / 2, number(loss)))
        value = rf"\tfrac{{1}}{{2}} r^2 = \tfrac{{1}}{{2}} \cdot {bracketed(residual)}^2"
    return rf"\text{{{name}:}}\quad {value} = {number(loss)} \qquad \text{{slope there: }} {number(pull)}"


def two_means(c, m, sums, losses):
    """Return the two mean losses of one predicted number c, in LaTeX with the numbers put in.

    m       how many numbers are predicted
    sums    of their squared residuals and of their absolute ones
    losses  the mean losses, squared and absolute
    """
    shown = [number(loss) for loss in losses]
    squares, absolutes = carrying(
        sums, (lambda squares, _: squares / (2 * m), shown[0]), (lambda _, absolutes: absolutes / m, shown[1])
    )
    squared = rf"\frac{{1}}{{2 \cdot {m}}} \sum_i (c - y_i)^2 = \frac{{{squares}}}{{{2 * m}}} = {shown[0]}"
    absolute = rf"\frac{{1}}{{{m}}} \sum_i |c - y_i| = \frac{{{absolutes}}}{{{m}}} = {shown[1]}"
    return rf"c = {number(c)}: \qquad {squared} \qquad {absolute}"
