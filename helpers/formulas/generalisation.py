"""Weight decay, random features, and a share of right answers, with the numbers put in."""

from helpers.formulas.numbers import exact, number
from helpers.formulas.polynomial import polynomial


def penalised(degree, lambda_, train, new):
    """Return a polynomial, what is minimised, and its loss on both parts of the data, in LaTeX."""
    decay = rf" + \frac{{{exact(lambda_, 0)}}}{{2}} \sum_{{j \ge 1}} \theta_j^2" if lambda_ else ""
    losses = rf"L_{{\text{{train}}}} = {number(train, 3)},\ L_{{\text{{valid}}}} = {number(new, 3)}"
    return rf"{polynomial(degree)} \qquad \text{{least }} L{decay} \qquad {losses}"


def random_waves(features, m):
    """Return the model over random waves, with their number and that of the examples, in LaTeX."""
    return (
        rf"h = \sum_{{k=1}}^{{{features}}} \theta_k \cos(w_k x + b_k) \qquad"
        rf" {features} \text{{ {'parameter' if features == 1 else 'parameters'}, }} {m} \text{{ examples}}"
    )


def share(right, of, what="share right"):
    """Return a share of so many answers, in LaTeX with the numbers put in."""
    return rf"\text{{{what}}} = \frac{{{right}}}{{{of}}} = {number(right / of, 3)}"
