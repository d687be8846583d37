"""What a slope foretells of a nudge, with the numbers put in."""

from helpers.formulas.numbers import bracketed, carrying, exact, number


def foretold(name, slope, nudge, change):
    r"""Return what a slope foretells of the loss, in LaTeX with the numbers put in.

    name    of the number that is nudged, in LaTeX
    slope   of the loss along it; nudge: by how much it changes
    change  of the loss, as it happens
    """
    shown = number(slope * nudge, 4)
    (text,) = carrying([slope], (lambda slope: slope * nudge, shown), digits=3)
    return (
        rf"\text{{foretold: }} \frac{{\partial L}}{{\partial {name}}}\,\varepsilon"
        rf" = {bracketed(text)} \cdot {bracketed(exact(nudge))} = {shown}"
        rf" \qquad \text{{it happens: }} {number(change, 4)}"
    )
