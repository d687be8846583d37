"""Gradient descent with the numbers put in: a nudge, a step, the limit, a batch, the shape of the bowl."""

import math

from helpers.formulas.numbers import factor, number


def size(value, digits=2):
    r"""Return value in LaTeX, as a \times 10^{b} where it is too small or too large for so many digits."""
    if not math.isfinite(value) or value == 0 or 10.0**-digits <= abs(value) < 1e5:
        return number(value, digits)
    head, power = f"{value:.1e}".split("e")
    return rf"{head} \times 10^{{{int(power)}}}"


def nudge(losses, epsilon, slope, exact, *, central):
    """Return a slope by nudging theta0, beside the slope by formula, in LaTeX.

    losses   two: after and before the nudge; or after the nudges up and down, if central
    epsilon  the nudge
    slope    what it measures
    exact    what the formula says
    """
    digits = 2 if epsilon >= 0.1 else 5
    if central:
        top, bottom = r"L(\theta_0 + \varepsilon) - L(\theta_0 - \varepsilon)", r"2\,\varepsilon"
    else:
        top, bottom = r"L(\theta_0 + \varepsilon) - L(\theta_0)", r"\varepsilon"
    numbers = f"{number(losses[0], digits)} - {number(losses[1], digits)}"
    width = number(epsilon * (2 if central else 1), 3)
    return (
        rf"\frac{{{top}}}{{{bottom}}} = \frac{{{numbers}}}{{{width}}} = {number(slope, 3)}"
        rf"\qquad \frac{{\partial L}}{{\partial \theta_0}} = {number(exact, 3)}"
    )


def step(theta, gradient, alpha, after, t):
    r"""Return the update of both parameters in step t+1 with every number put in, in LaTeX.

        \theta_0^{(1)} = 0.00 - 0.50 \times (-3.41) = 1.71,  and so for theta1

    theta, gradient  (2,)  before the step
    after            (2,)  the parameters after it
    """
    parts = []
    for j in range(2):
        slope = size(gradient[j])
        slope = f"({slope})" if slope.startswith("-") or "times" in slope else slope
        change = rf"{size(theta[j])} - {number(alpha)} \times {slope}"
        parts.append(rf"\theta_{j}^{{({t + 1})}} = {change} = {size(after[j])}")
    return r" \qquad ".join(parts)


def limit(alpha, values, factors, largest):
    """Return the limit 2 / lambda_max, and the factor of a step in either direction, in LaTeX.

    values   (2,)  eigenvalues, the smaller first
    factors  (2,)  1 - alpha lambda of each
    largest  the limit
    """
    steep, flat = (
        rf"1 - \alpha \lambda_{{\{name}}} = 1 - {number(alpha, 3)} \times {number(value)}"
        rf" = {number(factor, 3)}"
        for name, value, factor in (("max", values[1], factors[1]), ("min", values[0], factors[0]))
    )
    limit = rf"\frac{{2}}{{\lambda_{{\max}}}} = \frac{{2}}{{{number(values[1])}}} = {number(largest)}"
    return rf"{limit} \qquad {steep} \qquad {flat}"


def batch_update(alpha, size):
    """Return one update from a batch of that size, in LaTeX."""
    total = rf"\frac{{1}}{{{size}}} \sum_{{i \in \text{{batch}}}}" if size > 1 else ""
    return (
        rf"\theta^{{(t+1)}} = \theta^{{(t)}} - {number(alpha, 3)} \times"
        rf" {total} (h_\theta(x^{{(i)}}) - y^{{(i)}})\, x^{{(i)}}"
    )


def condition(values, ratio, share, alpha):
    """Return the condition number, and the learning rate as a share of the limit, in LaTeX.

    values  (2,)  eigenvalues, the smaller first
    ratio   the larger over the smaller
    """
    small, large = (size(value) for value in values)
    quotient = r"\frac{\lambda_{\max}}{\lambda_{\min}}"
    return (
        rf"\kappa = {quotient} = \frac{{{large}}}{{{small}}} = {size(ratio, 1)}"
        rf"\qquad \alpha = {factor(share)} \times \frac{{2}}{{\lambda_{{\max}}}} = {size(alpha, 3)}"
    )
