r"""Layers: how many parameters they have, and what small networks compute, with the numbers put in."""

from itertools import pairwise

from helpers.formulas.neuron import named
from helpers.formulas.numbers import added, exact, factor, number, signed


def parameter_count(sizes):
    r"""Return the sum of (n + 1) h over all layers, with its numbers, in LaTeX.

    sizes  the inputs, the neurons of each hidden layer, the outputs
    """
    pairs = list(pairwise(sizes))
    terms = " + ".join(rf"({n} + 1) \cdot {h}" for n, h in pairs)
    numbers = [(n + 1) * h for n, h in pairs]
    middle = " + ".join(map(str, numbers)) + " = " if len(numbers) > 1 else ""
    return rf"\text{{parameters}} = \sum_{{\text{{layers}}}} (n + 1)\, h = {terms} = {middle}{sum(numbers)}"


def hinge_sum(in_weight, biases, out_weights, bias, activation):
    r"""Return the output of a hidden layer with one input, with its numbers, in LaTeX.

    biases, out_weights  (k,)
    """
    neurons = [
        rf"{signed(v, 1)}\,{named(activation, rf'{number(in_weight, 1)}x {added(exact(b, 1))}')}"
        for v, b in zip(out_weights, biases, strict=True)
    ]
    return rf"\hat{{y}} = {number(bias, 1)} {' '.join(neurons)}"


def two_hidden(hidden_W, hidden_b, out_W, bias, activation):
    r"""Return the output of two hidden neurons with two inputs, with its numbers, in LaTeX.

    hidden_W          (2, 2)  column k holds the weights of neuron k
    hidden_b, out_W   (2,)
    """
    terms = []
    for w, b, v in zip(zip(*hidden_W, strict=True), hidden_b, out_W, strict=True):
        z = rf"{number(w[0], 1)}\,x_1 {signed(w[1], 1)}\,x_2 {signed(b, 1)}"
        terms.append(rf"{factor(v, 1)} \cdot {named(activation, z)}")
    return rf"\hat{{y}} = {' + '.join(terms)} {signed(bias, 1)}"
