"""Keras's words as the course's formulas, with the numbers put in."""

from helpers.formulas.numbers import added, bracketed, carrying, number, signed


def dense(x, W, b, h):
    r"""Return Dense(1) for one input: h = x W + b."""
    x, W, b = carrying([x, W, b], (lambda x, W, b: x * W + b, number(h)))
    return rf"h = x\,W + b = {x} \cdot {bracketed(W)} {added(b)} = {number(h)}"


def line_and_loss(theta, loss):
    r"""Return the line of theta (2,), weight and bias named as Keras names them, and its loss."""
    b, W = theta
    return rf"h = x\,W + b = {number(W)}\,x {signed(b)} \qquad L(\theta) = {number(loss, 3)}"


def update(learning_rate, times, name):
    r"""Return an update by the gradient of a loss that is so many times the chapter's L.

    name  of that loss, in LaTeX
    """
    steps = [rf"\theta - {learning_rate:g}\,\nabla {name}", rf"\theta - {times * learning_rate:g}\,\nabla L"]
    return " = ".join([r"\theta_{\text{new}}", *dict.fromkeys(steps)])  # the same step is said once


def sum_of_neurons(neurons, b, loss):
    r"""Return a network's output as the sum of what its neurons add, its last bias b, and its loss."""
    terms = rf"\sum_{{k=1}}^{{{neurons}}} A_{{1,k}}\,W_{{2,k}} {signed(b)}"
    return rf"h = {terms} \qquad L = {number(loss, 4)}"
