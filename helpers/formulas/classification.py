"""Scores and classes with the numbers put in: one example's slopes, a softmax, precision and recall."""

from math import log

from helpers.formulas.numbers import MOST, carries, carrying, exact, number, read, size

DIGITS = 4
"""Of a probability and of a slope: 0.0025 is not 0. A loss has one less."""


def surprise(z, h, y, cross, squared_slope):
    r"""Return h = sigmoid(z), the cross-entropy and both losses' slopes along z, in LaTeX with the numbers.

    h      of z; y: the label, 0 or 1
    cross  the cross-entropy; squared_slope: that of (h - y)^2 / 2. That of the cross-entropy is h - y.
    """
    shown = {"cross": number(cross, DIGITS - 1), "squared": number(squared_slope, DIGITS)}
    shown["error"] = number(h - y, DIGITS)
    (p,) = carrying(
        [h],
        (lambda h: -log(h if y else 1 - h) if 0 < h < 1 else float("nan"), shown["cross"]),
        (lambda h: (h - y) * h * (1 - h), shown["squared"]),
        (lambda h: h - y, shown["error"]),
        digits=DIGITS,
    )
    happened, its = ("h", p) if y else ("1 - h", f"1 - {p}")
    return (
        rf"h = \frac{{1}}{{1 + e^{{-({exact(z)})}}}} = {p}"
        rf" \qquad -\ln({happened}) = -\ln({its}) = {shown['cross']}"
        rf" \qquad \text{{slopes: squared }} (h - y)\,h\,(1 - h) = ({p} - {y}) \cdot {p} \cdot (1 - {p})"
        rf" = {shown['squared']}"
        rf" \qquad \text{{cross-entropy }} h - y = {p} - {y} = {shown['error']}"
    )


def softmax(scores, temperature, true, names, p, loss):
    r"""Return the probability of the true class and the surprise at it, in LaTeX with the numbers put in.

    scores  (k,); names: of the classes, (k,)
    true    which of them is true
    p       its probability; loss: -ln p
    """
    by = "" if temperature == 1 else f"/{exact(temperature)}"
    powers = [rf"e^{{{exact(score)}{by}}}" for score in scores]
    which, shown = rf"{{\mathrm{{{names[true]}}}}}", number(loss, 3)
    share = _share(p, shown)
    return (
        rf"p_{which} = \frac{{e^{{z_{which} / T}}}}{{\sum_j e^{{z_j / T}}}}"
        rf" = \frac{{{powers[true]}}}{{{' + '.join(powers)}}} = {share}"
        rf" \qquad -\ln\, p_{which} = -\ln({share}) = {shown}"
    )


def precision_and_recall(counts, precision, recall, accuracy):
    r"""Return three shares of what was flagged and what was not, in LaTeX with the numbers put in.

    counts     found, missed, falsely flagged, rightly left
    precision  None where nothing is flagged, so that there is none
    """
    found, missed, false_alarms, rightly_left = counts
    first = r"\text{precision: nothing is flagged}"
    if precision is not None:
        quotient = rf"\frac{{{found}}}{{{found} + {false_alarms}}}"
        first = rf"\text{{precision}} = {quotient} = {number(precision, 3)}"
    return (
        rf"{first} \qquad \text{{recall}} = \frac{{{found}}}{{{found} + {missed}}} = {number(recall, 3)}"
        rf" \qquad \text{{accuracy}} = \frac{{{found} + {rightly_left}}}{{{sum(counts)}}}"
        rf" = {number(accuracy, 3)}"
    )


def one_surprise(label, p):
    r"""Return the surprise at one label that had the probability p, in LaTeX with the numbers put in."""
    loss = number(-log(p), 3)
    share = _share(p, loss)
    return rf"-\ln\, p_{{{label}}} = -\ln({share}) = {loss}"


def _share(p, loss):
    """Return p with the digits that its surprise needs; `carrying` takes 1e-14 and 2e-14 for alike."""
    texts = (size(p, digits) for digits in range(3, MOST + 1))
    return next(text for text in texts if carries(-log(read(text)), loss))
