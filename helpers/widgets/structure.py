"""The explorers of notebook 01."""

import numpy as np

from helpers.figures import curves as curve_figures
from helpers.figures import hidden as hidden_figures
from helpers.figures import network as network_figures
from helpers.figures import neuron as neuron_figures
from helpers.figures import signed, style
from helpers.formulas import layers as layer_formulas
from helpers.formulas import neuron as neuron_formulas
from helpers.formulas import words
from helpers.formulas.words import number
from helpers.live.controls import choice, slider, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import area, grips, point
from helpers.maths import curves, losses
from helpers.maths import network as networks
from helpers.maths.network import Layer
from helpers.widgets import cuts

CELLS = 60
"""Cells along each side of a coloured plane."""


def _plane(low, high):
    """Return the inputs at the middles of the cells of a plane, (CELLS * CELLS, 2), row by row."""
    return signed.plane(low, high, CELLS)


def _over(parameters, X):
    """Return a network's one output at the inputs of a plane, (CELLS, CELLS)."""
    return networks.forward(parameters, X)[-1].A.reshape(CELLS, CELLS)


def _settled(layer, X):
    """Return a layer's Z and A without the rounding errors that sums of tenths leave beside 0 and 0.5.

    A step, or a cut at 0.5, would take such an error for one side.
    """
    Z = networks.forward([layer], X)[0].Z.round(9) + 0.0  # -0 becomes 0
    return Z, networks.activation(layer.activation)(Z)


NEURON_SCALES = {
    "sigmoid": (0, 1, (-1.3, 1.3), 0, 1),
    "tanh": (-1, 1, (-1.3, 1.3), -1, 1),
    "step": (0, 1, (-1.3, 1.3), 0, 1),
    "relu": (-4, 4, (-1.0, 10.5), 0, np.inf),
    "identity": (-4, 4, (-10.5, 10.5), -np.inf, np.inf),
}
"""Activation -> ends of the colours, limits of the axis of a, between what a can be.

White, the middle of the colours, is what a is on the line: where z = 0, but for a step, which jumps there.
"""


def neuron():
    """Return an explorer of one neuron: its weights, bias, activation and inputs; its plane and its curve."""
    left, right = style.new_axes(2, size=(9, 3.7), width_ratios=[1.2, 1])
    plane, bar = neuron_figures.draw_plane(left, 2)
    curve = neuron_figures.draw_activation(right, 10.5)
    live = LiveFigure(left.figure, [plane, curve])
    X, z_curve = _plane(-2, 2), np.linspace(-10.5, 10.5, 421)

    def update(w1, w2, b, activation, x1, x2):
        w, x = np.array([w1, w2]), np.array([x1, x2])
        layer = Layer(w[:, None], np.array([b]), activation)  # W (2, 1)
        Z, A = _settled(layer, x[None])
        z, a = Z[0, 0], A[0, 0]
        low, high, a_limits, least, most = scale = NEURON_SCALES[activation]
        neuron_figures.update_plane(plane, _over([layer], X), low, high, w, b, x)
        neuron_figures.update_activation(curve, z_curve, networks.activation(activation)(z_curve), z, a)
        if live.background_of(scale):
            neuron_figures.rescale(bar, right, low, high, a_limits, least=least, most=most)
        return Caption(
            _neuron_words(w, b, activation, x, z, a), neuron_formulas.neuron(w, b, x, z, a, activation)
        )

    controls = {
        "w1": slider("w₁, weight of x₁", 1.5, -2, 2),
        "w2": slider("w₂, weight of x₂", -1, -2, 2),
        "x1": slider("x₁, first input", 1, -2, 2),
        "x2": slider("x₂, second input", 0.5, -2, 2),
        "b": slider("b, bias", 0.5, -2, 2),
        "activation": choice("activation", list(NEURON_SCALES)),
    }
    corner = {"x1": 1, "x2": 1, "activation": "step"}
    return Explorer(
        live,
        controls,
        update,
        name="neuron",
        handles=[
            point(plane.point, "x1", "x2"),
            cuts.arrow(left, controls, ("w1", "w2", "b")),
            area(left, "x1", "x2"),
        ],
        presets={
            "Both (AND)": {"w1": 1, "w2": 1, "b": -1.5, **corner},
            "At least one (OR)": {"w1": 1, "w2": 1, "b": -0.5, **corner},
            "Blind to x₂": {"w2": 0},
            "No weights": {"w1": 0, "w2": 0},
        },
    )


def _neuron_words(w, b, activation, x, z, a):
    text = (
        f"The inputs {words.pair(x, 1)}, weights {words.pair(w, 1)} and bias {number(b, 1)} give the"
        f" weighted sum z = {number(z)}, which {activation} turns into a = {number(a)}."
    )
    foot, _ = neuron_figures.line_of(w, b)
    if foot is None:
        return text + " With both weights 0 no line is left: the output is the same at every point."
    side = "on the side the arrow points to" if z > 0 else "on the line" if z == 0 else "behind it"
    return text + (
        f" The line where z = 0 passes the origin at distance {np.hypot(*foot):.2f}; the point is {side}."
    )


def network():
    """Return an explorer of a whole network: its layers and weights, and what flows through for one input."""
    left, right = style.new_axes(2, size=(9, 3.4), width_ratios=[1.9, 1])
    most, drawing = network_figures.TALLEST, network_figures.draw_network(left)
    output = network_figures.draw_output(right, 2)
    live = LiveFigure(left.figure, [drawing, output])
    X = _plane(-2, 2)

    def update(h1, h2, h3, activation, seed, x1, x2, change, flow):
        sizes = [2, *(h for h in (h1, h2, h3) if h > 0), 1]
        before = networks.random_layers(sizes, activation, seed)
        parameters = _with_first_weight(before, change)
        x = np.array([[x1, x2]])  # (1, 2)
        outputs = networks.forward(parameters, x)
        activations = [x[0], *(A[0] for _, A in outputs)]
        strengths = [layer.W for layer in parameters]
        if flow:  # (n,) as a column times (n, h): what each line carries
            strengths = [a[:, None] * W for a, W in zip(activations[:-1], strengths, strict=True)]
        network_figures.update_network(drawing, activations, strengths, flow)
        network_figures.update_output(output, _over(parameters, X), x[0])
        y_hat, y_before = activations[-1][0], networks.forward(before, x)[-1].A[0, 0]
        text = _network_words(parameters, activation, seed, x[0], y_hat, flow)
        text += _change_words(change, before[0].W[0, 0], y_hat - y_before)
        return Caption(text, layer_formulas.parameter_count(sizes))

    controls = {
        "x1": slider("x₁, first input", 1, -2, 2),
        "x2": slider("x₂, second input", -0.5, -2, 2),
        "h1": whole_slider("neurons in hidden layer 1", 4, 0, most),
        "h2": whole_slider("neurons in hidden layer 2", 3, 0, most),
        "h3": whole_slider("neurons in hidden layer 3", 0, 0, most),
        "change": slider("added to the first weight of x₁", 0, -3, 3),
        "activation": choice("activation", ["tanh", "relu", "sigmoid", "step", "identity"]),
        "seed": whole_slider("seed of the weights", 8, 0, 20),
        "flow": tick("lines show weight times activation"),
    }
    deep = {"h1": 6, "h2": 5, "h3": 4, "seed": 1}
    return Explorer(
        live,
        controls,
        update,
        name="network",
        handles=[point(output.point, "x1", "x2"), area(right, "x1", "x2")],
        more=["h3", "seed"],
        presets={
            "No hidden layer": {"h1": 0, "h2": 0, "h3": 0},
            "One hidden layer": {"h1": 4, "h2": 0, "h3": 0},
            "Three hidden layers": {**deep, "activation": "tanh"},
            "The same, identity": {**deep, "activation": "identity"},
        },
    )


def _with_first_weight(parameters, change):
    """Return the same layers with change added to the weight from the first input to the first neuron."""
    W = parameters[0].W.copy()
    W[0, 0] += change
    return [parameters[0]._replace(W=W), *parameters[1:]]


def _network_words(parameters, activation, seed, x, y_hat, flow):
    neurons = ", ".join(str(len(layer.b)) for layer in parameters[:-1])
    hidden = (
        f"{neurons} hidden neuron{'s' * (neurons != '1')} ({activation})" if neurons else "no hidden neurons"
    )
    total = networks.count_parameters(parameters)
    lines = "the weights times what flows into them" if flow else "the weights"
    return (
        f"A network with 2 inputs, {hidden} and 1 output has {total} parameters"
        f" (random, seed {seed}). The lines show {lines}: orange above 0, purple below, the wider the"
        " stronger; that of the first weight of x₁ has a dark rim."
        f" The inputs {words.pair(x, 1)} give the output {number(y_hat, 3)}."
    )


def _change_words(change, weight, difference):
    if abs(change) < 1e-9:  # a slider at 0 may stand a rounding error beside it
        return f" The first weight of x₁ is {number(weight)}."
    return (
        f" The first weight of x₁ went from {number(weight)} to {number(weight + change)}; this moved the"
        f" output by {words.change(difference, 3)}."
    )


def curve_builder():
    """Return an explorer in which a curve is built from four hidden neurons, and compared with a target."""
    left, right = style.new_axes(2, size=(9, 3.3), sharex=True)
    artists = curve_figures.draw_sum(
        left, right, 4, x_limits=(-3, 3), part_limits=(-3, 3), sum_limits=(-1.6, 1.6)
    )
    live = LiveFigure(left.figure, [artists])
    x = np.linspace(-3, 3, 241)

    def update(target, activation, w, b, **neurons):
        positions = np.array([neurons[f"p{k}"] for k in range(1, 5)])
        out_weights = np.array([neurons[f"v{k}"] for k in range(1, 5)])
        layers = curves.hinged(positions, out_weights, in_weight=w, bias=b, activation=activation)
        parts = networks.contributions(layers, x[:, None]).T  # (4, 241)
        total, goal = networks.forward(layers, x[:, None])[-1].A[:, 0], curves.TARGETS[target](x)
        curve_figures.update_sum(artists, x, parts, total, goal, positions)
        difference = curves.mean_squared_difference(total, goal)
        flat = np.full_like(goal, losses.best_constant("squared", goal))
        text = _curve_words(positions, out_weights, w, b, activation)
        text += (
            f" The mean squared difference to the target, {target}, is {words.size(difference, 4)};"
            f" the best flat line has {curves.mean_squared_difference(flat, goal):.4f}."
        )
        return Caption(text, layer_formulas.hinge_sum(w, layers[0].b, out_weights, b, activation))

    controls = {
        "target": choice("target", list(curves.TARGETS)),
        "activation": choice("activation", ["relu", "sigmoid", "tanh", "step", "identity"]),
        "w": slider("weight of x", 1, 0.5, 10, step=0.5),
        "b": slider("output bias", 0, -2, 2),
    }
    for k, position, out_weight in zip(range(1, 5), (-2, -1, 1, 2), (0.5, -0.5, -0.5, 0.5), strict=True):
        controls[f"p{k}"] = slider(f"neuron {k}: z = 0 at x", position, -3, 3)
        controls[f"v{k}"] = slider(f"neuron {k}: out-weight", out_weight, -4, 4)
    handles = [
        grips(left, lambda: [name.get_position() for name in artists.names], _hinge_moved),
        grips(left, lambda: [_height_place(k, part) for k, part in enumerate(artists.parts)], _height_moved),
    ]
    return Explorer(live, controls, update, CURVES, "curve_builder", handles)


def _hinge_moved(grab):
    return {f"p{grab.part + 1}": grab.x}


def _height_place(k, part):
    """Return where the out-weight of neuron k is taken: as far right on its part as it is in the picture."""
    x, heights = part.get_data()
    low, high = part.axes.get_ylim()
    seen = np.flatnonzero((x <= 2.9 - 0.3 * k) & (heights >= low) & (heights <= high))
    return (x[seen[-1]], heights[seen[-1]]) if len(seen) else (np.nan, np.nan)


def _height_moved(grab):
    k, values = grab.part + 1, grab.start
    of_one = networks.activation(values["activation"])(values["w"] * (grab.x - values[f"p{k}"]))
    return {f"v{k}": grab.y / of_one} if abs(of_one) > 1e-6 else {}


def _curve(target, activation, w, b, positions, out_weights):
    """Return the value of every control of `curve_builder` by name."""
    neurons = zip(range(1, 5), positions, out_weights, strict=True)
    placed = {name: value for k, p, v in neurons for name, value in ((f"p{k}", p), (f"v{k}", v))}
    return {"target": target, "activation": activation, "w": w, "b": b, **placed}


CURVES = {
    "One bump": _curve("bump", "relu", 1, 0, (-1, 0, 1, 2), (1, -2, 1, 0)),
    "Four hinges for a sine": _curve("sine", "relu", 1, -0.2, (-3, -1.8, -1.1, 1.5), (-0.7, 0.9, 0.6, -1.4)),
    "Two sigmoids": _curve("bump", "sigmoid", 4, 0, (-0.6, 0.6, 1.5, 2.5), (1.1, -1.1, 0, 0)),
    "A step": _curve("step", "sigmoid", 10, 0, (0, 1, 1.5, 2), (1, 0, 0, 0)),
    "No bend": _curve("sine", "identity", 1, -0.9, (-3, -1.8, -1.1, 1.5), (-0.7, 0.9, 0.6, -0.5)),
}
"""A button's label -> the values of all controls."""


def _curve_words(positions, out_weights, w, b, activation):
    turns = ", ".join(number(p, 1) for p in positions)
    added = ", ".join(words.change(v, 1) for v in out_weights)
    text = (
        f"Four hidden {activation} neurons, each with weight {w:.1f} from x, have z = 0 at x = {turns}; they"
        f" are added with out-weights {added}, and a bias of {number(b, 1)}."
    )
    return text + " Without a bend in any of them, the sum is a straight line." * (activation == "identity")


XOR_X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
XOR_Y = np.array([0, 1, 1, 0])


def xor():
    """Return an explorer of two hidden neurons on XOR: their lines, and the hidden space that they make."""
    left, right = style.new_axes(2, size=(9, 3.5), width_ratios=[1, 1.12])
    limits, hidden_limits = (-0.5, 1.5), (-1.3, 2.5)
    labels = ("activation of neuron 1", "activation of neuron 2")
    inputs = hidden_figures.draw_space(left, limits=limits, lines=2, labels=("$x_1$", "$x_2$"))
    hidden = hidden_figures.draw_space(right, limits=hidden_limits, lines=1, labels=labels, bar=True)
    live = LiveFigure(left.figure, [inputs, hidden])
    X, A, grid = _plane(*limits), _plane(*hidden_limits), _grid(*limits)

    def update(w11, w21, b1, w12, w22, b2, v1, v2, c, activation):
        W, b, v = np.array([[w11, w12], [w21, w22]]), np.array([b1, b2]), np.array([v1, v2])
        layers = [Layer(W, b, activation), Layer(v[:, None], np.array([c]))]
        places = _settled(layers[0], XOR_X)[1]
        outputs = _settled(layers[1], places)[1][:, 0]
        folded = networks.forward(layers[:1], grid.reshape(-1, 2))[0].A.reshape(grid.shape)
        cuts = [(W[:, 0], b1), (W[:, 1], b2)]
        hidden_figures.update_space(inputs, _over(layers, X), XOR_X, XOR_Y, cuts, grid)
        half = [(v, c - 0.5)]  # the line where the output is 0.5
        hidden_figures.update_space(hidden, _over(layers[1:], A), places, XOR_Y, half, folded)
        text = _xor_words(places, outputs, activation)
        return Caption(text, layer_formulas.two_hidden(W, b, v, c, activation))

    controls = {
        f"{name}{suffix}": slider(f"neuron {k}: {label}", value, -2, 2)
        for k, values in ((1, (1, 1, 0)), (2, (1, 1, -1)))
        for name, suffix, label, value in zip(
            ("w1", "w2", "b"), (k, k, k), ("weight of x₁", "weight of x₂", "bias"), values, strict=True
        )
    }
    controls |= {
        "v1": slider("output: weight of neuron 1", 1, -3, 3),
        "v2": slider("output: weight of neuron 2", -1, -3, 3),
        "c": slider("output: bias", 0, -2, 2),
        "activation": choice("activation", ["relu", "step", "sigmoid", "tanh", "identity"]),
    }
    handles = [
        cuts.lever(left, controls, ("w11", "w21", "b1")),
        cuts.lever(left, controls, ("w12", "w22", "b2")),
        cuts.lever(right, controls, ("v1", "v2", "c"), level=0.5),
    ]
    return Explorer(live, controls, update, _xor_presets(), "xor", handles)


def _grid(low, high):
    """Return the lines of a square grid, (18, 41, 2): nine upright, nine level."""
    along, at = np.linspace(low, high, 41), np.linspace(low, high, 9)
    upright = np.stack(np.broadcast_arrays(at[:, None], along[None]), axis=2)  # (9, 41, 2)
    return np.concatenate([upright, upright[..., ::-1]])


def _xor_presets():
    same = {"w11": 1, "w21": 1, "w12": 1, "w22": 1, "c": 0}
    relu = {**same, "b1": 0, "b2": -1, "v1": 1, "v2": -2, "activation": "relu"}
    step = {**same, "b1": -0.5, "b2": -1.5, "v1": 1, "v2": -1, "activation": "step"}
    tanh = {"w11": 2, "w21": -2, "b1": -1, "w12": -2, "w22": 2, "b2": -1, "v1": 0.7, "v2": 0.7, "c": 1}
    return {
        "Solved with relu": relu,
        "Solved with step": step,
        "Solved with tanh": {**tanh, "activation": "tanh"},
        "Same weights, identity": {**relu, "activation": "identity"},
    }


def _xor_words(places, outputs, activation):
    right = int(np.sum((outputs > 0.5) == (XOR_Y == 1)))
    where = ", ".join(words.pair(place, 1) for place in places)
    answers = ", ".join(map(number, outputs))
    return (
        f"For the inputs 0,0; 0,1; 1,0; 1,1 the two {activation} neurons put the points at {where}, and the"
        f" output is {answers}. Cut at 0.5, {right} of 4 agree with the targets 0, 1, 1, 0 (filled: 1). Left,"
        " each neuron's z is 0 on its line, solid for neuron 1, dashed for neuron 2; right, the output is 0.5"
        " on the line."
    )
