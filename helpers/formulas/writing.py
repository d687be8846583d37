"""The score that a query gives a key, with the numbers put in."""

from helpers.formulas.numbers import factor, number


def score(query, key):
    """Return the score of a query (2,) for a key (2,), in LaTeX; both rounded to one digit."""
    (a, b), (c, d) = query, key
    total = (a * c + b * d) / 2**0.5
    products = rf"{factor(a, 1)} \cdot {factor(c, 1)} + {factor(b, 1)} \cdot {factor(d, 1)}"
    return rf"\frac{{{products}}}{{\sqrt{{2}}}} = {number(total)}"
