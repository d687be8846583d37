r"""One neuron: z = w @ x + b and a = activation(z), with the numbers put in."""

from helpers.formulas.numbers import factor, number, signed


def neuron(w, b, x, z, a, activation):
    r"""Return z = w_1 x_1 + w_2 x_2 + b and a = activation(z), with their numbers, in LaTeX.

    w, x  (2,)
    """
    products = " + ".join(
        rf"{factor(weight)} \cdot {factor(entry)}" for weight, entry in zip(w, x, strict=True)
    )
    total = rf"z = w_1 x_1 + w_2 x_2 + b = {products} {signed(b)} = {number(z)}"
    return rf"{total} \qquad a = {applied(activation, number(z))} = {number(a)}"


def applied(activation, z):
    r"""Return an activation of z in LaTeX, written out: \max(0, z) for relu.

    activation  a name in network.ACTIVATIONS
    z           LaTeX
    """
    forms = {
        "identity": r"{z}",
        "step": r"\mathrm{{step}}({z})",
        "sigmoid": r"\frac{{1}}{{1 + e^{{-({z})}}}}",
        "tanh": r"\tanh({z})",
        "relu": r"\max(0,\, {z})",
    }
    return forms[activation].format(z=z)


def named(activation, z):
    r"""Return an activation of z in LaTeX, by its name: \mathrm{relu}(z); the identity is brackets alone."""
    return f"({z})" if activation == "identity" else rf"\mathrm{{{activation}}}({z})"
