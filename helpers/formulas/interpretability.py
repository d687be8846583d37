"""The fall of a score under a cover, and a step towards a favourite input, with the numbers put in."""

from helpers.formulas.numbers import factor, number


def fall(before, after):
    """Return by how much a score falls, from its rounded values, in LaTeX."""
    before, after = round(before, 2), round(after, 2)
    return rf"\text{{fall}} = {number(before)} - {factor(after)} = {number(before - after)}"


def climb(step):
    """Return one step up a score, its length put in, in LaTeX."""
    return rf"x \leftarrow x + {number(step)}\, \frac{{g}}{{|g|}} \qquad g = \nabla_x\, z"
