"""The explorers of notebook 06."""

from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import numpy as np

from helpers import data
from helpers.figures import backward as backward_figures
from helpers.figures import playground as playground_figures
from helpers.figures import signed, style
from helpers.formulas import backward as backward_formulas
from helpers.formulas import layers as layer_formulas
from helpers.formulas import words
from helpers.live.button import button
from helpers.live.controls import choice, player, slider, text, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import Handle, area, point
from helpers.maths import backprop, network
from helpers.maths.network import Layer

PLANE, CELLS, COARSE = 2.6, 45, 3
"""Half the width of the plane; cells along each side; each how many of them a neuron's own map has."""
STEPS, EVERY = 3000, 10
"""Steps that playground shows at most; each how many of them a network is kept."""
OTHERS = 100
"""Points of the validation set."""


def _two_heaps(m, seed, noise):
    X, y = data.two_heaps(m, seed, distance=6)
    middle = np.array([np.sqrt(3) / 2, 1 / 2]) * 1.2
    return (2 * y - 1)[:, None] * middle + (0.2 + noise) * (X - (2 * y - 1)[:, None] * 2.5 * middle), y


def _slope(m, seed, noise):
    rng = np.random.default_rng(seed)
    X = rng.uniform(-2.2, 2.2, (m, 2))
    return X, np.clip((X[:, 0] + X[:, 1]) / 4 + noise * rng.standard_normal(m), -1, 1)


def _hills(m, seed, noise):
    rng = np.random.default_rng(seed)
    X = rng.uniform(-2.2, 2.2, (m, 2))
    heights = [
        sign * np.exp(-np.sum((X - place) ** 2, axis=1))
        for sign, place in ((1, (-1, 1)), (1, (1, -1)), (-1, (1, 1)), (-1, (-1, -1)))
    ]
    return X, np.clip(np.sum(heights, axis=0) + noise * rng.standard_normal(m), -1, 1)


DATA = {
    "two heaps": _two_heaps,
    "XOR": data.corners,
    "ring": data.circles,
    "moons": lambda m, seed, noise: _times(1.4, data.moons(m, seed, noise)),
    "spirals": lambda m, seed, noise: data.spirals(m, seed, noise, arms=2, turns=1.1),
    "a slope": _slope,
    "hills": _hills,
}
"""Name -> function of m, seed, noise that returns X (m, 2), y (m,): classes 0 and 1, or numbers -1 to 1."""
NUMBERS = ("a slope", "hills")
"""Those whose targets are numbers: regression."""
INPUTS = {"x₁, x₂": 2, "and squares, product": 5, "and sines": 7}
"""What the network is given: so many of _features."""


def _times(factor, points):
    return factor * points[0], points[1]


def _features(X, count):
    """Return the first of x1, x2, x1², x2², x1 x2, sin 2x1 and sin 2x2: (m, 2) -> (m, count)."""
    x1, x2 = X.T
    return np.column_stack([x1, x2, x1**2, x2**2, x1 * x2, np.sin(2 * x1), np.sin(2 * x2)][:count])


class _Settings(NamedTuple):
    """All that a training depends on."""

    kind: str
    noise: float
    m: int
    own: tuple
    inputs: int
    layers: int
    neurons: int
    activation: str
    alpha: float
    batch: int
    decay: float
    seed: int


class _Run:
    """A training that is continued as far as it is asked for.

    training, validation  X (m, 2) and y (m,) of the points
    losses                list of (training, validation), one for each network kept
    """

    def __init__(self, settings):
        self.settings = s = settings
        X, y = DATA[s.kind](s.m, s.seed, s.noise)
        if s.own:
            own = np.array(s.own)
            y_own = 2 * own[:, 2] - 1 if s.kind in NUMBERS else own[:, 2].astype(int)
            X, y = np.vstack([X, own[:, :2]]), np.append(y, y_own)
        self.training, self.validation = (X, y), DATA[s.kind](OTHERS, s.seed + 1000, s.noise)
        self.loss = "half_mse" if s.kind in NUMBERS else "binary"
        sizes = [s.inputs, *[s.neurons] * s.layers, 1]
        self.sizes = sizes
        start = backprop.random_layers(sizes, self.loss, s.activation, s.seed)
        self._parts = [(_features(X, s.inputs), y) for X, y in (self.training, self.validation)]
        self._networks = backprop.descending(
            start,
            *self._parts[0],
            loss=self.loss,
            alpha=s.alpha,
            batch_size=min(s.batch, len(y)) if s.batch else None,
            seed=s.seed,
            decay=s.decay,
        )
        self._kept, self.losses = [next(self._networks)], []

    def at(self, step):
        """Return the network after a step, a multiple of EVERY; the losses up to there are known then."""
        while len(self._kept) <= step // EVERY:
            self._kept.append(next(islice(self._networks, EVERY - 1, None)))
        for layers in self._kept[len(self.losses) :]:
            self.losses.append([backprop.loss(layers, *part, self.loss) for part in self._parts])
        return self._kept[step // EVERY]

    def right(self, layers, X, y):
        """Return the share of points that the network calls rightly."""
        h = network.forward(layers, _features(X, self.settings.inputs))[-1].A[:, 0]
        return np.mean((h > 0.5) == (y == 1))


_run = lru_cache(maxsize=16)(_Run)


def playground():
    """Return an explorer in which a network learns points in the plane, with each neuron's own map."""
    rows = [["network", "map"], ["loss", "map"]]
    axes = style.new_mosaic(rows, size=(9, 4.1), width_ratios=[1.25, 1], height_ratios=[1.75, 1])
    drawing = playground_figures.draw_network(axes["network"])
    plane = playground_figures.draw_map(axes["map"], PLANE)
    losses = playground_figures.draw_losses(axes["loss"], steps=STEPS, limits=(0.003, 3))
    live = LiveFigure(axes["map"].figure, [drawing, plane, losses])
    cells = signed.plane(-PLANE, PLANE, CELLS)  # (CELLS², 2)

    def update(
        step, kind, noise, m, inputs, layers, neurons, activation, alpha, batch, decay, seed, others, **own
    ):
        points, refused = _own_points(own["own"])
        settings = _Settings(
            kind, noise, m, points, inputs, layers, neurons, activation, alpha, batch, decay, seed
        )
        run, step = _run(settings), step // EVERY * EVERY
        parameters = run.at(step)
        features = _features(cells, inputs)
        outputs = network.forward(parameters, features)
        output = outputs[-1].A.reshape(CELLS, CELLS)
        maps = [_coarse(A) for _, A in outputs[:-1]]
        low, high = {"relu": (-2.0, 2.0), "sigmoid": (0.0, 1.0)}.get(activation, (-1.0, 1.0))
        weights = [W for W, _, _ in parameters]
        playground_figures.update_network(drawing, weights, _coarse(features), maps, low, high)
        numbers = kind in NUMBERS
        (X, y), (X_others, y_others) = run.training, run.validation
        targets, targets_others = (each if numbers else 2.0 * each - 1 for each in (y, y_others))
        nothing = np.empty((0, 2)), np.empty(0)
        playground_figures.update_map(
            plane,
            output if numbers else 2 * output - 1,
            (X, targets),
            (X_others, targets_others) if others else nothing,
            X[len(X) - len(points) :],
            2 * own["adds"] - 1,
        )
        history = np.array(run.losses[: step // EVERY + 1])
        playground_figures.update_losses(losses, np.arange(len(history)) * EVERY, history)
        text = (
            _playground_words(run, parameters, step, history[-1], others, len(points), own["adds"]) + refused
        )
        return Caption(text, layer_formulas.parameter_count(run.sizes))

    steps = whole_slider("steps", 300, 0, STEPS)
    play = player(steps, 40)
    steps.step = play.step = EVERY
    controls = {
        "step": steps,
        "player": play,
        "kind": choice("data", list(DATA), "moons"),
        "layers": whole_slider("hidden layers", 2, 0, playground_figures.LAYERS),
        "neurons": whole_slider("neurons in each", 4, 1, playground_figures.NEURONS),
        "activation": choice("activation", ["tanh", "relu", "sigmoid", "identity"]),
        "alpha": choice("α, the learning rate", [0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0], 0.3),
        "seed": whole_slider("seed", 0, 0, 9),
        "inputs": choice("inputs", INPUTS),
        "noise": slider("noise", 0.15, 0, 0.5, step=0.05),
        "m": choice("points to learn from", [20, 50, 100, 200], 100),
        "batch": choice("batch size", {"all": 0, "1": 1, "10": 10, "30": 30}),
        "decay": choice("weight decay", [0.0, 0.001, 0.003, 0.01, 0.03, 0.1]),
        "others": tick("show the validation points"),
        "adds": choice("a click adds", {"class 0": 0, "class 1": 1}, 1),
        "own": text("own points", example="x₁ x₂ class; …"),
    }
    plain = {"layers": 2, "neurons": 4, "activation": "tanh", "alpha": 0.3, "inputs": 2, "noise": 0.15}
    plain |= {"m": 100, "batch": 0, "decay": 0.0, "seed": 0, "own": ""}
    presets = {
        "Untrained": plain | {"kind": "moons", "step": 0},
        "Moons": plain | {"kind": "moons", "step": 600},
        "XOR by one line": plain | {"kind": "XOR", "layers": 0, "step": 600},
        "Spirals": plain
        | {"kind": "spirals", "neurons": 8, "noise": 0.05, "m": 200, "alpha": 1.0, "step": 2000},
        "Learnt by heart": plain | {"kind": "moons", "m": 20, "noise": 0.4, "neurons": 8, "step": 2000},
    }

    def add(grab):
        place = f"{grab.x:.2f} {grab.y:.2f} {grab.start['adds']}"
        return {"own": "; ".join([*filter(None, [grab.start["own"].strip("; ")]), place])}

    handles = [Handle(axes["map"], None, add), area(axes["loss"], x="step")]
    more = ["inputs", "noise", "m", "batch", "decay", "others", "adds", "own"]
    return Explorer(live, controls, update, presets, "playground", handles, more=more)


def _coarse(values):
    """Return the columns of values (CELLS², k) as maps of fewer cells, (k, q, q)."""
    return values.reshape(CELLS, CELLS, -1)[::COARSE, ::COARSE].transpose(2, 0, 1)


def _own_points(written):
    """Return the points that a text names, ((x1, x2, class), ...), and what to say of the rest of it."""
    points, refused = [], []
    for part in filter(None, map(str.strip, written.split(";"))):
        try:
            x1, x2, label = map(float, part.replace("−", "-").split())
            if not (abs(x1) <= PLANE and abs(x2) <= PLANE and label in (0, 1)):
                raise ValueError
        except ValueError:
            refused.append(part)
        else:
            points.append((x1, x2, label))
    if not refused:
        return tuple(points), ""
    needed = f"two numbers between −{PLANE} and {PLANE} and a class, 0 or 1, as in 0.5 -1.2 1"
    return tuple(points), f" Not understood: “{refused[0]}”. A point is {needed}."


def _playground_words(run, layers, step, losses, others, own, adds):
    s = run.settings
    if s.layers:
        shape = f"{s.layers} × {words.count(s.neurons, 'hidden neuron')} ({s.activation})"
    else:
        shape = f"no hidden layer (so neither {words.count(s.neurons, 'neuron')} nor {s.activation})"
    how = f"α {s.alpha:g}, batches of {s.batch or 'all'}, weight decay {s.decay:g}, seed {s.seed}"
    kind = f"{s.kind} (noise {s.noise:.2f}, {s.m} points"
    kind += f", {words.count(own, 'own point')})" if own else ")"
    text = (
        f"{kind[0].upper()}{kind[1:]}, {s.inputs} inputs, {shape}; {how}. After"
        f" {words.count(step, 'step')} the loss is {words.number(losses[0], 3)}, on {OTHERS} validation"
        f" points{' (shown)' * others} {words.number(losses[1], 3)}"
    )
    if run.loss == "binary":
        text += (
            f"; right are {run.right(layers, *run.training):.2f} and {run.right(layers, *run.validation):.2f}"
        )
    high = "1" if run.loss == "half_mse" else "class 1"
    added = f"class {adds}" if run.loss == "binary" else ("−1", "1")[adds]
    return f"{text}. Orange is {high}; a click adds {added}."


W1, B1 = np.array([[0.5, -1.0], [1.0, 0.5]]), np.array([0.0, 0.5])
W2, B2 = np.array([[1.0], [-2.0]]), np.array([0.5])
"""The network of 2-2-1 that the lesson computes by hand."""
NUMBERS_OF_IT = {
    "W1[0, 0]": (0, "W", (0, 0), "W_{1,00}"),
    "W1[0, 1]": (0, "W", (0, 1), "W_{1,01}"),
    "W1[1, 0]": (0, "W", (1, 0), "W_{1,10}"),
    "W1[1, 1]": (0, "W", (1, 1), "W_{1,11}"),
    "b1[0]": (0, "b", (0,), "b_{1,0}"),
    "b1[1]": (0, "b", (1,), "b_{1,1}"),
    "W2[0, 0]": (1, "W", (0, 0), "W_{2,00}"),
    "W2[1, 0]": (1, "W", (1, 0), "W_{2,10}"),
    "b2[0]": (1, "b", (0,), "b_{2,0}"),
}
"""Name of a weight or bias -> its layer, what it is of it, where, and its name in LaTeX."""
FIRST = {(0, 2), (0, 3), (1, 2), (1, 3)}
"""The lines of the first layer."""
STAGES = (
    ("The inputs and the weights are known; the numbers in between are still to come.", {0, 1}),
    (
        "Forward: each hidden neuron adds up its inputs times its weights, and its bias.",
        {(0, 2), (0, 3), (1, 2), (1, 3)},
    ),
    ("Forward: the activation turns each z into a.", {2, 3}),
    ("Forward: the output h adds up the two a times their weights, and its bias.", {(2, 4), (3, 4), 4}),
    ("Forward: the loss is half the square of h − y.", {(4, 5), 5}),
    ("Backward: the blame δ of the output is h − y.", {(4, 5), 4}),
    ("Backward: the slope of each weight into the output is what flows in, a, times δ.", {(2, 4), (3, 4)}),
    ("Backward: through its weight, each a gets δ times that weight as its slope.", {(2, 4), (3, 4), 2, 3}),
    ("Backward: times the slope of the activation, that is the δ of each hidden neuron.", {2, 3}),
    (
        "Backward: the slope of each first weight is its input times the δ of its neuron.",
        {(0, 2), (0, 3), (1, 2), (1, 3)},
    ),
)
"""What is said of each step, and what of the drawing it is about."""
LAST = len(STAGES) - 1


def backward_pass():
    """Return an explorer of a network of 2-2-1 with all its numbers, forward and backward, step by step."""
    left, right = style.new_axes(2, size=(9, 4), width_ratios=[1.7, 1])
    drawing = backward_figures.draw_pass(left)
    nudged = backward_figures.draw_nudge(right, limit=1, top=6)
    live = LiveFigure(left.figure, [drawing, nudged])
    along = np.linspace(-1, 1, 41)

    def update(step, which, epsilon, activation, x1, x2, y):
        layers = [Layer(W1, B1, activation), Layer(W2, B2)]
        X, Y = np.array([[x1, x2]]), np.array([[y]])
        outputs, deltas = network.forward(layers, X), backprop.deltas(layers, X, Y, "half_mse")
        found = backprop.gradients(layers, X, Y, "half_mse")
        loss = backprop.loss(layers, X, Y, "half_mse")
        _show_pass(drawing, step, (x1, x2, y), layers, outputs, deltas, found, loss)
        layer, part, where, latex = NUMBERS_OF_IT[which]
        slope = float(getattr(found[layer], f"d{part}")[where])

        def after(nudge):
            changed = np.array(getattr(layers[layer], part))
            changed[where] += nudge
            nudged_layers = [*layers]
            nudged_layers[layer] = layers[layer]._replace(**{part: changed})
            return backprop.loss(nudged_layers, X, Y, "half_mse")

        known = step >= (6 if layer == 1 else LAST)
        happens = after(epsilon)
        curve = np.array([after(nudge) for nudge in along])
        backward_figures.update_nudge(nudged, along, curve, loss, slope if known else None, epsilon, happens)
        text = _pass_words(step, (x1, x2, y), activation, outputs, loss)
        text += _nudge_words(which, epsilon, loss, happens, slope if known else None)
        if not known:
            return Caption(text, r"\text{the slope comes later}")
        return Caption(text, backward_formulas.foretold(latex, slope, epsilon, happens - loss))

    steps = whole_slider("step", 0, 0, LAST)
    controls = {
        "step": steps,
        "next": button("Next step", lambda: steps.set_trait("value", min(steps.value + 1, LAST))),
        "player": player(steps, 1500),
        "which": choice("nudge", list(NUMBERS_OF_IT), "W1[0, 0]"),
        "epsilon": slider("ε, by how much", 0.5, -1, 1, step=0.05),
        "activation": choice("activation", ["relu", "tanh", "sigmoid", "identity"]),
        "x1": slider("x₁", 1, -2, 2, step=0.5),
        "x2": slider("x₂", 2, -2, 2, step=0.5),
        "y": slider("y, the target", 1, -2, 4, step=0.5),
    }
    plain = {"x1": 1, "x2": 2, "y": 1, "activation": "relu"}
    presets = {
        "Forward": plain | {"step": 4},
        "All slopes": plain | {"step": LAST},
        "A relu that is off": plain | {"x1": 2, "x2": 0.5, "step": LAST, "which": "W1[0, 1]"},
        "Sigmoids": plain | {"activation": "sigmoid", "step": LAST},
    }
    handles = [point(nudged.happens, x="epsilon"), area(right, x="epsilon")]
    return Explorer(
        live, controls, update, presets, "backward_pass", handles, more=["activation", "x1", "x2", "y"]
    )


def _show_pass(drawing, step, example, layers, outputs, deltas, found, loss):
    """Put onto the drawing what is known at a step."""
    (hidden, output), (x1, x2, y) = outputs, example
    say = words.number
    inside = [say(x1), say(x2), *(say(a) if step >= 2 else "" for a in hidden.A[0])]
    inside += [say(output.A[0, 0]) if step >= 3 else "", say(loss) if step >= 4 else ""]
    above = [
        "x₁",
        "x₂",
        *(f"z {say(z)}" if step >= 1 else "" for z in hidden.Z[0]),
        "h",
        f"L, y = {say(y, 1)}",
    ]
    back = [""] * 6
    if step >= 6:
        back[4:] = [say(slope) for slope in found[1].dW[:, 0]]
    if step >= LAST:
        back[:4] = [say(slope) for slope in found[0].dW.ravel()]
    below = [""] * 6
    if step >= 5:
        below[4] = f"δ {say(deltas[1][0, 0])}"
    if step == 7:
        below[2:4] = [f"∂a {say(slope)}" for slope in deltas[1][0, 0] * layers[1].W[:, 0]]
    if step >= 8:
        below[2:4] = [f"δ {say(delta)}" for delta in deltas[0][0]]
    edges = [say(w, 1) for w in (*layers[0].W.ravel(), *layers[1].W.ravel())]
    backward_figures.update_pass(drawing, inside, above, below, edges, back, STAGES[step][1])


def _pass_words(step, example, activation, outputs, loss):
    x1, x2, y = example
    text = f"Step {step} of {LAST}. {STAGES[step][0]} The input is {words.pair((x1, x2), 1)}, the target"
    text += f" {words.number(y, 1)}, the hidden activation {activation}."
    if step >= 4:
        text += f" The output is {words.number(outputs[1].A[0, 0])} and the loss {words.number(loss, 3)}."
    return text


def _nudge_words(which, epsilon, loss, happens, slope):
    text = f" {which} nudged by {words.number(epsilon)}: the loss goes from {words.number(loss, 3)} to"
    text += f" {words.number(happens, 3)}, a change of {words.number(happens - loss, 3)}"
    if slope is None:
        return f"{text}; its slope is not known yet."
    return f"{text}; its slope, {words.number(slope, 3)}, foretold {words.number(slope * epsilon, 3)}."


DEEPEST, EXAMPLES = 20, 60
"""Layers at most, and examples of the network that `depth` shows."""


def depth():
    """Return an explorer of how large activations and slopes are, layer by layer, before any training."""
    left, right = style.new_axes(2, size=(9, 3.6))
    activations = backward_figures.draw_sizes(left, layers=DEEPEST, ylabel="size of $A$", colour=style.DATA)
    slopes = backward_figures.draw_sizes(
        right, layers=DEEPEST, ylabel="size of $\\partial L / \\partial W$", colour=style.MODEL
    )
    live = LiveFigure(left.figure, [activations, slopes])

    def update(layers, activation, scale, width, seed):
        of_a, of_slopes = _sizes(layers, activation, scale, width, seed)
        backward_figures.update_sizes(activations, of_a, layers - 1)
        backward_figures.update_sizes(slopes, of_slopes, 0)
        ratio = of_slopes[0] / of_slopes[-1]
        return Caption(
            f"{words.count(layers, 'layer')} of {width} neurons ({activation}), weights {scale:.2f}/√n (seed"
            f" {seed}): the last activations are of size {words.size(of_a[-1], 3)}; the slopes are of size"
            f" {words.size(of_slopes[0], 3)} in layer 1 and {words.size(of_slopes[-1], 3)} in layer {layers},"
            f" a ratio of {words.size(ratio, 3)}.",
            rf"\text{{each weight: }} \frac{{{scale:.2f}}}{{\sqrt{{n}}}}"
            r" \cdot \text{a standard normal number}",
        )

    controls = {
        "layers": whole_slider("layers", 12, 2, DEEPEST),
        "activation": choice("activation", ["sigmoid", "tanh", "relu", "identity"]),
        "scale": slider("scale of the weights", 1, 0.2, 3, step=0.05),
        "width": choice("n, neurons in a layer", [10, 30, 100], 30),
        "seed": whole_slider("seed", 0, 0, 9),
    }
    presets = {
        "Sigmoids vanish": {"activation": "sigmoid", "scale": 1, "layers": 12},
        "relu, too small": {"activation": "relu", "scale": 0.7, "layers": 20},
        "relu, √2": {"activation": "relu", "scale": 1.4, "layers": 20},
        "relu, too large": {"activation": "relu", "scale": 2.5, "layers": 20},
    }
    handles = [point(activations.end, x="layers"), area(left, x="layers")]
    return Explorer(live, controls, update, presets, "depth", handles, more=["width", "seed"])


def _sizes(layers, activation, scale, width, seed):
    """Return the root mean square of A and of dL/dW of each layer, (layers,) both, of a random network."""
    rng = np.random.default_rng(seed)
    built = [
        Layer(scale * rng.standard_normal((width, width)) / np.sqrt(width), np.zeros(width), activation)
        for _ in range(layers)
    ]
    X, Y = rng.standard_normal((2, EXAMPLES, width))
    found = backprop.gradients(built, X, Y, "half_mse")
    with np.errstate(over="ignore", invalid="ignore"):
        return (
            np.array([_size(A) for _, A in network.forward(built, X)]),
            np.array([_size(each.dW) for each in found]),
        )


def _size(values):
    return np.sqrt(np.mean(values**2))
