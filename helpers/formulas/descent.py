"""Gradient descent with the numbers put in: a nudge, a step, the limit, a batch, the shape of the bowl."""

import math

from helpers.formulas.numbers import bracketed, carrying, exact, number, significant, size


def nudge(losses, epsilon, slope, by_formula, *, central):
    """Return a slope by nudging theta0, beside the slope by formula, in LaTeX.

    losses      two: after and before the nudge; or after the nudges up and down, if central
    epsilon     the nudge
    slope       what it measures
    by_formula  what the formula says
    """
    if central:
        top, bottom = r"L(\theta_0 + \varepsilon) - L(\theta_0 - \varepsilon)", r"2\,\varepsilon"
    else:
        top, bottom = r"L(\theta_0 + \varepsilon) - L(\theta_0)", r"\varepsilon"
    width = (2 if central else 1) * epsilon
    after, before = carrying(losses, (lambda *L: (L[0] - L[1]) / width, number(slope, 3)))
    return (
        rf"\frac{{{top}}}{{{bottom}}} = \frac{{{after} - {before}}}{{{exact(width, 3)}}} = {number(slope, 3)}"
        rf"\qquad \frac{{\partial L}}{{\partial \theta_0}} = {number(by_formula, 3)}"
    )


def step(theta, gradient, alpha, after, t):
    r"""Return the update of both parameters in step t+1 with every number put in, in LaTeX.

        \theta_0^{(1)} = 0.00 - 0.50 \times (-3.41) = 1.71,  and so for theta1

    theta, gradient  (2,)  before the step
    after            (2,)  the parameters after it
    """
    parts = []
    for j in range(2):
        shown = size(after[j])
        old, slope = carrying([theta[j], gradient[j]], (lambda o, s: o - alpha * s, shown), say=size)
        change = rf"{old} - {exact(alpha)} \times {bracketed(slope)}"
        parts.append(rf"\theta_{j}^{{({t + 1})}} = {change} = {shown}")
    return r" \qquad ".join(parts)


def limit(alpha, values, factors, largest):
    """Return the limit 2 / lambda_max, and the factor of a step in either direction, in LaTeX.

    values   (2,)  eigenvalues, the smaller first
    factors  (2,)  1 - alpha lambda of each
    largest  the limit
    """
    names, flat_and_steep = ("min", "max"), [number(one, 3) for one in factors]
    *lambdas, rate = carrying(
        [*values, alpha],
        (lambda low, high, a: 2 / high, number(largest)),
        (lambda low, high, a: 1 - a * low, flat_and_steep[0]),
        (lambda low, high, a: 1 - a * high, flat_and_steep[1]),
        digits=3,
    )
    flat, steep = (
        rf"1 - \alpha \lambda_{{\{name}}} = 1 - {rate} \times {one} = {shown}"
        for name, one, shown in zip(names, lambdas, flat_and_steep, strict=True)
    )
    limit = rf"\frac{{2}}{{\lambda_{{\max}}}} = \frac{{2}}{{{lambdas[1]}}} = {number(largest)}"
    return rf"{limit} \qquad {steep} \qquad {flat}"


def batch_update(alpha, size, last):
    r"""Return one update from a batch B, and how many examples |B| are in it, in LaTeX.

    size  examples in each batch
    last  examples in the last batch of a pass, which may be fewer
    """
    slope = r"(h_\theta(x^{(i)}) - y^{(i)})\, x^{(i)}"
    step = rf"\theta^{{(t+1)}} = \theta^{{(t)}} - {exact(alpha, 3)} \times"
    if size == 1:
        return rf"{step} {slope}"
    end = rf",\ \text{{in the last batch of a pass }} {last}" if last < size else ""
    return rf"{step} \frac{{1}}{{|B|}} \sum_{{i \in B}} {slope} \qquad |B| = {size}{end}"


def condition(values, ratio, share, alpha):
    """Return the condition number, and the learning rate as a share of the limit, in LaTeX.

    values  (2,)  eigenvalues, the smaller first
    ratio   the larger over the smaller
    """
    kappa, rate = size(ratio) if ratio >= 1e4 else significant(ratio), significant(alpha)
    small, large = carrying(
        values,
        (lambda low, high: high / low if low else math.inf, kappa),
        (lambda low, high: share * 2 / high, rate),
        digits=3,
        say=significant,
    )
    quotient = r"\frac{\lambda_{\max}}{\lambda_{\min}}"
    return (
        rf"\kappa = {quotient} = \frac{{{large}}}{{{small}}} = {kappa}"
        rf"\qquad \alpha = {exact(share)} \times \frac{{2}}{{\lambda_{{\max}}}} = {rate}"
    )
