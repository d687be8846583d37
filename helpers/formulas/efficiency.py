"""What optimisers, batches, initialisation and many machines compute, with the numbers put in."""

from helpers.formulas.numbers import number


def adam():
    """Return the steps of momentum and of Adam, in LaTeX."""
    return (
        r"\text{momentum: } v \leftarrow \beta v + g,\ \theta \leftarrow \theta - \alpha v \qquad"
        r" \text{Adam: } \theta \leftarrow \theta - \alpha\, \frac{m'}{\sqrt{s'} + \epsilon}"
    )


def mean_of_shards(sizes, weighted):
    """Return how the gradients of shards are combined, in LaTeX with the sizes put in."""
    if not weighted:
        return rf"g = \frac{{1}}{{{len(sizes)}}} \sum_k g_k"
    if len(sizes) > 4:
        return rf"g = \sum_k \frac{{m_k}}{{{sum(sizes)}}}\, g_k"
    parts = " + ".join(rf"\tfrac{{{size}}}{{{sum(sizes)}}}\, g_{k}" for k, size in enumerate(sizes, 1))
    return f"g = {parts}"


def spread(weights, n):
    """Return by what relu multiplies the mean square in each layer, in LaTeX with the numbers put in."""
    share = n / 2 * weights**2
    return (
        rf"\text{{relu multiplies squares by }} \tfrac{{n}}{{2}} \sigma_W^2"
        rf" = \tfrac{{{n}}}{{2}} \cdot {number(weights, 4)}^2 = {number(share, 3)}"
    )


def updates(passes, m, size):
    """Return how many updates so many passes make, in LaTeX with the numbers put in."""
    return rf"\text{{updates}} = {passes} \cdot \frac{{{m}}}{{{size}}} = {passes * m // size}"
