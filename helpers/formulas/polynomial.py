"""A polynomial and its two losses, with the numbers put in."""

from helpers.formulas.numbers import number


def polynomial(degree):
    r"""Return h = theta_0 + theta_1 x + ... up to x^degree, in LaTeX; a long middle is left out."""
    terms = [r"\theta_0", r"\theta_1 x", *(rf"\theta_{k} x^{k}" for k in range(2, degree + 1))][: degree + 1]
    return "h = " + " + ".join(terms if degree < 4 else [*terms[:2], r"\dots", terms[-1]])


def two_losses(degree, train, test):
    """Return the polynomial, and its loss on the data that it was fitted to and on new data, in LaTeX."""
    losses = rf"L_{{\text{{data}}}} = {number(train, 3)} \qquad L_{{\text{{new}}}} = {number(test, 3)}"
    return rf"{polynomial(degree)} \qquad {losses}"
