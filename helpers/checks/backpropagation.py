"""The exercises of notebook 06: a pass by hand, a hidden delta, every layer, an error, a wrong pass."""

import numpy as np

from helpers.learner.exercise import AnyOf, function_exercise, number_exercise, wrong

BY_HAND = {
    "x": np.array([3.0, 2]),
    "W1": np.array([[0.5, -1], [1, 1]]),
    "b1": np.array([0, 0.5]),
    "W2": np.array([2.0, 3]),
    "b2": -1.0,
    "y": 1.0,
}
"""A network of 2-2-1 with relu, whose second hidden neuron is off."""


def _by_hand(x, W1, b1, W2, b2, y, *, error=None, into=None, slope=None, way=None, first=None):
    """Return six numbers of the way back; each keyword replaces a part of it by that of a mistake."""
    z = x @ W1 + b1
    a = np.maximum(z, 0)
    h = a @ W2 + b2
    delta_out = h - y if error is None else error(h, y)
    slopes = (a if into is None else into(z, a)) * delta_out
    back = delta_out * (W2 if way is None else way)
    delta = back * ((z > 0) if slope is None else slope(z, a))
    return np.array([delta_out, *slopes, *delta, (x[0] if first is None else first) * delta[0]])


def _in_pass(**parts):
    return lambda x, W1, b1, W2, b2, y: _by_hand(x, W1, b1, W2, b2, y, **parts)


check_backward_by_hand = number_exercise(
    "06.backward_by_hand",
    """Check six numbers: the output's delta, the slopes of its two weights, both hidden deltas, one more.

    The last is the slope of W1[0, 0]. The network is of 2-2-1 with relu: x = (3, 2), y = 1; hidden neuron 1
    has the weights 0.5 and 1 and the bias 0, hidden neuron 2 has -1, 1 and 0.5, the output 2, 3 and -1.
    """,
    solve=_in_pass(),
    on=BY_HAND,
    tolerance=0.01,
    unknown="Follow the numbers forward first: z, a and h. Then back: h - y, what flows in times it, then"
    " through the weights.",
    names=("The delta of the output", "slope 1", "slope 2", "hidden delta 1", "hidden delta 2", "the last"),
    right="What flows in times delta for each weight; back through the weight, times the slope of relu.",
    mistakes={
        "sign": wrong(
            "All signs are flipped: the delta of the output is prediction minus target.",
            _in_pass(error=lambda h, y: y - h),
        ),
        "loss": wrong(
            "The first number is the loss. Its slope along h is asked for: the square goes away.",
            _in_pass(error=lambda h, y: (h - y) ** 2 / 2),
        ),
        "square": wrong(
            "The first number is the square of the error. Its slope, with the half, is the error itself.",
            _in_pass(error=lambda h, y: (h - y) ** 2),
        ),
        "twice": wrong(
            "The first number is twice the error. The half in the loss takes the 2 of the square away.",
            _in_pass(error=lambda h, y: 2 * (h - y)),
        ),
        "no target": wrong(
            "The first number is the output. How far is it from its target?",
            _in_pass(error=lambda h, y: h),
        ),
        "no slope": wrong(
            "Hidden neuron 2 is off: its z is below 0. Which slope has relu there?",
            _in_pass(slope=lambda z, a: 1),
        ),
        "z for slope": wrong(
            "The hidden deltas were multiplied by z or a. The slope of relu is wanted: 0 or 1.",
            _in_pass(slope=lambda z, a: z),
            _in_pass(slope=lambda z, a: a),
        ),
        "z flows": wrong(
            "z was taken for what flows into the output. relu has turned it into a.",
            _in_pass(into=lambda z, a: z),
        ),
        "no way": wrong(
            "On its way back the delta passes a weight of the output: each hidden neuron has its own.",
            _in_pass(way=1),
        ),
        "weights for slopes": wrong(
            "The weights themselves were multiplied by delta. The slope of a weight is what flows through it,"
            " times delta.",
            _in_pass(into=lambda z, a: np.array([2.0, 3])),
        ),
        "ones flow": wrong(
            "The slopes of the weights into the output miss what flows in: the activation of the hidden"
            " neuron.",
            _in_pass(into=lambda z, a: np.ones(2)),
        ),
        "other input": wrong(
            "All but the last is right. The first weight of hidden neuron 1 belongs to the first input.",
            _in_pass(first=2.0),
        ),
        "no input": wrong(
            "All but the last is right. The slope of a weight also holds what flows in, here the first"
            " input.",
            _in_pass(first=1.0),
        ),
        "activation for input": wrong(
            "All but the last is right. What flows into the first layer is the input, not an activation.",
            _in_pass(first=3.5),
        ),
        "swapped hidden": wrong(
            "The two hidden deltas have changed places: neuron 2 is the one that is off.",
            lambda *given: _by_hand(*given)[[0, 1, 2, 4, 3, 5]],
        ),
        "swapped slopes": wrong(
            "The two slopes into the output have changed places: neuron 2 hands on 0.",
            lambda *given: _by_hand(*given)[[0, 2, 1, 3, 4, 5]],
        ),
        "backwards": wrong(
            "The six numbers are right, but in the wrong order: begin at the output.",
            lambda *given: _by_hand(*given)[::-1],
        ),
    },
    hints=[
        "Forward: `z` is 3.5 and -0.5, so `a` is 3.5 and 0, and `h` is 6.",
        "The output's delta is `h - y`. The slope of a weight into the output is the `a` that flows through"
        " it, times this delta.",
        "A hidden delta is the output's delta times the weight between, times 1 where `z` is above 0, else"
        " 0. Last, times `x[0]`.",
    ],
)


def _relu_slope(Z):
    return (Z > 0).astype(float)


def _hidden_delta(delta, W, Z):
    return delta @ W.T * _relu_slope(Z)


DELTAS = [
    {
        "delta": np.array([[0.317, -0.521, 0.204], [-0.113, 0.418, -0.305]]),
        "W": np.array([[1.13, -0.42, 0.57], [0.31, 2.07, -0.83], [-1.21, 0.64, 0.92], [0.77, -0.35, 1.46]]),
        "Z": np.array([[0.52, -1.31, 2.17, -0.46], [-0.73, 0.94, 1.28, 0.35]]),
    },
    {
        "delta": np.array(
            [[0.611, -0.237], [-0.412, 0.153], [0.289, 0.734], [-0.178, -0.326], [0.523, 0.117]]
        ),
        "W": np.array([[0.83, -1.32], [-0.47, 0.58], [1.91, 0.26]]),
        "Z": np.array(
            [[1.3, -0.7, 0.2], [-0.4, 1.1, -2.2], [0.6, 0.8, -0.5], [-1.7, -0.3, 0.9], [2.4, -1.2, 0.1]]
        ),
    },
]

check_hidden_delta = function_exercise(
    "06.hidden_delta",
    "Check hidden_delta(delta, W, Z), which returns the delta of a layer with relu, (m, n).",
    solve=_hidden_delta,
    on=DELTAS,
    right="Back through the weights, turned round, and times the slope of relu at this layer's own Z.",
    meaning="one row for each example, one column for each neuron of the layer before",
    mistakes={
        "no slope": wrong(
            "The slope of relu is missing: where Z is below 0 nothing comes back.",
            lambda delta, W, Z: delta @ W.T,
        ),
        "Z for slope": wrong(
            "It was multiplied by Z. The slope of relu is wanted: 1 above 0, else 0.",
            lambda delta, W, Z: delta @ W.T * Z,
        ),
        "A for slope": wrong(
            "It was multiplied by relu of Z. That is what the layer hands on; its slope is 1 or 0.",
            lambda delta, W, Z: delta @ W.T * np.maximum(Z, 0),
        ),
        "slope turned": wrong(
            "The slope is 1 where it should be 0. relu lets through what is above 0.",
            lambda delta, W, Z: delta @ W.T * (Z <= 0),
        ),
        "signs": wrong(
            "The sign of Z was taken: below 0 it gives -1, where relu has the slope 0.",
            lambda delta, W, Z: delta @ W.T * np.sign(Z),
        ),
        "sign": wrong(
            "The sign is flipped: nothing is to be negated on the way back.",
            lambda delta, W, Z: -_hidden_delta(delta, W, Z),
        ),
        "relu of the result": wrong(
            "What came back was cut at 0. A delta may well be negative: it is Z that decides what passes.",
            lambda delta, W, Z: np.maximum(delta @ W.T, 0),
            lambda delta, W, Z: np.maximum(delta @ W.T, 0) * _relu_slope(Z),
        ),
        "mean": wrong(
            "It was divided by m. The mean comes later, in dW: a delta belongs to one example.",
            lambda delta, W, Z: _hidden_delta(delta, W, Z) / len(delta),
        ),
        "sigmoid": wrong(
            "This is the slope of another activation. Here it is relu.",
            lambda delta, W, Z: delta @ W.T / (2 + np.exp(Z) + np.exp(-Z)),
            lambda delta, W, Z: delta @ W.T * (1 - np.tanh(Z) ** 2),
            lambda delta, W, Z: delta @ W.T * Z * (1 - Z),
            lambda delta, W, Z: delta @ W.T * (1 - Z**2),
        ),
        "absolute weights": wrong(
            "The weights lost their signs. Through a negative weight the delta comes back with the other"
            " sign.",
            lambda delta, W, Z: delta @ np.abs(W).T * _relu_slope(Z),
        ),
        "forward": wrong(
            "Z was sent forward through the weights. Here delta goes back: which of the two is to be turned?",
            lambda delta, W, Z: Z @ W,
            lambda delta, W, Z: np.maximum(Z, 0) @ W,
            lambda delta, W, Z: Z @ W * delta,
        ),
        "transposed": wrong(
            "Rows and columns have changed places: one row for each example is needed.",
            lambda delta, W, Z: _hidden_delta(delta, W, Z).T,
        ),
        "slopes of weights": wrong(
            "This is the gradient of weights, with a sum over the examples. A delta has a row for each"
            " example.",
            lambda delta, W, Z: Z.T @ delta,
            lambda delta, W, Z: Z.T @ delta / len(delta),
            lambda delta, W, Z: np.maximum(Z, 0).T @ delta / len(delta),
        ),
        "one output": wrong(
            "Only one neuron of the next layer is in it. What a neuron handed to many, it gets back from"
            " all.",
            AnyOf(lambda delta, W, Z: [np.outer(delta[:, k], W[:, k]) * _relu_slope(Z) for k in (0, 1, -1)]),
        ),
        "averaged": wrong(
            "The mean over the next layer was taken. What comes back from several neurons adds up.",
            lambda delta, W, Z: _hidden_delta(delta, W, Z) / delta.shape[1],
        ),
    },
    hints=[
        "`delta` is (m, h) and `W` is (n, h). Which product of the two gives (m, n)? One of them is turned.",
        "`delta @ W.T` brings the deltas back through the weights.",
        "Then entry by entry times the slope of relu: `(Z > 0)` is 1 where Z is above 0, else 0.",
    ],
)


def _network(layers, m, n, seed):
    """Return the arguments of `gradients` for a network of relu without biases."""
    rng = np.random.default_rng(seed)
    W = rng.standard_normal((layers, n, n)).round(2)
    A, Z = [rng.standard_normal((m, n)).round(2)], []
    for weights in W:
        Z.append(A[-1] @ weights)
        A.append(np.maximum(Z[-1], 0))
    return {"A": np.array(A[:-1]), "W": W, "Z": np.array(Z), "delta": rng.standard_normal((m, n)).round(2)}


NETWORKS = [_network(layers=3, m=5, n=3, seed=4), _network(layers=2, m=4, n=2, seed=1)]


def _flows_in(A, Z, k, delta):
    return A[k].T @ delta / len(delta)


def _carry_back(W, Z, k, delta):
    return _hidden_delta(delta, W[k], Z[k - 1])


def _gradients(A, W, Z, delta, slopes=_flows_in, back=_carry_back):
    """Return dW of each layer, (layers, n, n); slopes and back may be those of a mistake."""
    found = []
    for k in reversed(range(len(W))):
        found.insert(0, slopes(A, Z, k, delta))
        if k > 0:
            delta = back(W, Z, k, delta)
    return np.array(found)


def _on_the_way(**parts):
    return lambda A, W, Z, delta: _gradients(A, W, Z, delta, **parts)


def _scaled(factor):
    """Return a mistake in each dW: a factor that may depend on A[k] and delta."""
    return _on_the_way(slopes=lambda A, Z, k, delta: A[k].T @ delta * factor(A[k], delta))


def _too_early(A, W, Z, delta):
    found = []
    for k in reversed(range(len(W))):
        delta = _carry_back(W, Z, k, delta) if k > 0 else delta
        found.insert(0, _flows_in(A, Z, k, delta))
    return found


def _forwards(which):
    """Return a loop that goes from the first layer to the last; which: the layer whose Z it takes."""

    def loop(A, W, Z, delta):
        found = []
        for k in range(len(W)):
            found.append(_flows_in(A, Z, k, delta))
            delta = delta @ W[k].T * _relu_slope(Z[k - which])
        return found

    return loop


def _with_new_weights(A, W, Z, delta):
    """Return what comes out if each layer's weights take their step before the delta goes back."""
    return [
        _gradients(
            A,
            W,
            Z,
            delta,
            back=lambda W, Z, k, delta, alpha=alpha: _hidden_delta(
                delta, W[k] - alpha * _flows_in(A, Z, k, delta), Z[k - 1]
            ),
        )
        for alpha in (0.01, 0.1, 0.5, 1)
    ]


check_gradients = function_exercise(
    "06.gradients",
    "Check gradients(A, W, Z, delta), which returns dW of every layer, the first one first.",
    solve=_gradients,
    on=NETWORKS,
    right="One visit to each layer, from the last to the first: its slopes, then the delta one layer back.",
    meaning="for each layer a row for each input and a column for each neuron",
    mistakes={
        "sum": wrong(
            "Each dW is m times too big: added up over the examples, but not averaged.",
            _scaled(lambda A, delta: 1),
        ),
        "sign": wrong(
            "The sign is flipped. The gradient points uphill; the update takes it off.",
            _scaled(lambda A, delta: -1 / len(A)),
        ),
        "half": wrong(
            "Each dW is half as big as it should be. The half of the loss has gone into delta already.",
            _scaled(lambda A, delta: 1 / 2 / len(A)),
        ),
        "one less": wrong(
            "It was divided by one example too few. The mean is over all m.",
            _scaled(lambda A, delta: 1 / (len(A) - 1)),
        ),
        "neurons counted": wrong(
            "It was divided by the number of neurons or of entries. The mean is over the examples.",
            _scaled(lambda A, delta: 1 / A.shape[1]),
            _scaled(lambda A, delta: 1 / A.size),
        ),
        "step": wrong(
            "A learning rate is in it. The gradient alone is asked for.",
            AnyOf(
                lambda A, W, Z, delta: [
                    alpha * _gradients(A, W, Z, delta) for alpha in (0.1, 0.01, 0.001, -0.1)
                ]
            ),
        ),
        "transposed": wrong(
            "Rows and columns have changed places: each dW has the shape of its W, a row for each input.",
            _on_the_way(slopes=lambda A, Z, k, delta: delta.T @ A[k] / len(delta)),
        ),
        "last first": wrong(
            "The layers stand in the wrong order: the first layer's dW comes first in the list.",
            lambda A, W, Z, delta: _gradients(A, W, Z, delta)[::-1],
        ),
        "same delta": wrong(
            "The last layer's delta was used for every layer. Each layer back needs its own.",
            _on_the_way(back=lambda W, Z, k, delta: delta),
        ),
        "no slope": wrong(
            "The slope of relu is missing on the way back: where Z is below 0 nothing passes.",
            _on_the_way(back=lambda W, Z, k, delta: delta @ W[k].T),
        ),
        "Z for slope": wrong(
            "On the way back it was multiplied by Z, or by relu of it. Its slope is wanted: 1 above 0, else"
            " 0.",
            _on_the_way(back=lambda W, Z, k, delta: delta @ W[k].T * Z[k - 1]),
            _on_the_way(back=lambda W, Z, k, delta: delta @ W[k].T * np.maximum(Z[k - 1], 0)),
        ),
        "slope turned": wrong(
            "The slope is 1 where it should be 0. relu lets through what is above 0.",
            _on_the_way(back=lambda W, Z, k, delta: delta @ W[k].T * (Z[k - 1] <= 0)),
        ),
        "other Z": wrong(
            "The slope was taken at the Z of the layer that delta comes from. Where does delta arrive?",
            _on_the_way(back=lambda W, Z, k, delta: _hidden_delta(delta, W[k], Z[k])),
        ),
        "not turned": wrong(
            "On the way back the weights were not turned round: `W[k].T` has a row for each neuron that delta"
            " comes from.",
            _on_the_way(back=lambda W, Z, k, delta: delta @ W[k] * _relu_slope(Z[k - 1])),
        ),
        "other weights": wrong(
            "Delta came back through another layer's weights. Which W lies between the two layers?",
            _on_the_way(back=lambda W, Z, k, delta: _hidden_delta(delta, W[k - 1], Z[k - 1])),
        ),
        "no weights": wrong(
            "On its way back delta met no weights. It comes through `W[k]`, turned round.",
            _on_the_way(back=lambda W, Z, k, delta: delta * _relu_slope(Z[k - 1])),
        ),
        "averaged on the way": wrong(
            "Delta was divided by m at each layer. It belongs to single examples; the mean is taken in dW.",
            _on_the_way(back=lambda W, Z, k, delta: _carry_back(W, Z, k, delta) / len(delta)),
        ),
        "divided before": wrong(
            "It was divided by m twice: in delta, and in dW.",
            lambda A, W, Z, delta: _gradients(A, W, Z, delta / len(delta)),
        ),
        "too early": wrong(
            "Delta went back before dW was taken: each layer needs its own delta, not that of the layer"
            " before.",
            _too_early,
        ),
        "slope at the end": wrong(
            "The given delta was multiplied by a slope of relu. It is the last layer's delta already.",
            lambda A, W, Z, delta: _gradients(A, W, Z, delta * _relu_slope(Z[-1])),
        ),
        "forwards": wrong(
            "The loop goes from the first layer to the last. The given delta belongs to the last one.",
            _forwards(which=0),
            _forwards(which=1),
        ),
        "new weights": wrong(
            "The weights took their step before delta came back through them. It needs the old ones.",
            AnyOf(_with_new_weights),
        ),
        "what flows out": wrong(
            "For dW what flows out of the layer was taken. What flows in, `A[k]`, is needed.",
            _on_the_way(slopes=lambda A, Z, k, delta: np.maximum(Z[k], 0).T @ delta / len(delta)),
        ),
        "Z flows in": wrong(
            "Z was taken for what flows into a layer. relu has turned it into A.",
            _on_the_way(slopes=lambda A, Z, k, delta: (Z[k - 1] if k else A[0]).T @ delta / len(delta)),
        ),
        "biases": wrong(
            "These are the slopes of biases: what flows in is missing.",
            _on_the_way(slopes=lambda A, Z, k, delta: delta.mean(axis=0)),
            _on_the_way(slopes=lambda A, Z, k, delta: np.tile(delta.mean(axis=0), (A.shape[2], 1))),
        ),
        "deltas": wrong(
            "These are the deltas. The slopes of the weights are what flows in times delta, averaged.",
            _on_the_way(slopes=lambda A, Z, k, delta: delta),
        ),
    },
    hints=[
        "Begin at the last layer, k = `len(W) - 1`: its dW is `A[k].T @ delta / len(delta)`.",
        "Then bring delta one layer back, as in exercise 6.2: through `W[k]`, with the slope at `Z[k - 1]`.",
        "`for k in reversed(range(len(W))):` goes from the last layer to the first, and"
        " `found.insert(0, dW)` puts in front. Nothing is to be brought back from layer 0.",
    ],
)

GRADIENTS = [
    {"a": np.array([0.31, -1.27, 0.84, 2.15]), "b": np.array([0.35, -1.21, 0.88, 2.08])},
    {"a": np.array([2.4, -0.7, 1.1]), "b": np.array([-1.3, 0.9, 0.4])},
    {"a": np.array([0.12, 0.05, -0.31, 0.27, -0.08]), "b": np.array([0.52, -0.44, -1.37, 0.9, 0.61])},
]


def _norm(values):
    return np.sqrt(np.sum(values**2))


check_relative_error = function_exercise(
    "06.relative_error",
    "Check relative_error(a, b), one number: how far two gradients are apart, as a share of the longer.",
    solve=lambda a, b: _norm(a - b) / max(_norm(a), _norm(b)),
    on=GRADIENTS,
    right="The length of the difference, divided by the longer of the two lengths.",
    mistakes={
        "not divided": wrong(
            "This is the length of the difference. As a share of what?",
            lambda a, b: _norm(a - b),
        ),
        "by the sum": wrong(
            "It was divided by both lengths together. The longer of the two is asked for.",
            lambda a, b: _norm(a - b) / (_norm(a) + _norm(b)),
        ),
        "by one": wrong(
            "It was divided by the length of one of the two, always the same. Which of them is longer?",
            lambda a, b: _norm(a - b) / _norm(a),
            lambda a, b: _norm(a - b) / _norm(b),
        ),
        "by the shorter": wrong(
            "It was divided by the shorter of the two.",
            lambda a, b: _norm(a - b) / min(_norm(a), _norm(b)),
        ),
        "no root": wrong(
            "The squares were added, and no root was taken.",
            lambda a, b: np.sum((a - b) ** 2) / max(np.sum(a**2), np.sum(b**2)),
        ),
        "no root above": wrong(
            "Above, the squares were added and no root was taken; below, it was.",
            lambda a, b: np.sum((a - b) ** 2) / max(_norm(a), _norm(b)),
        ),
        "sizes": wrong(
            "The sizes were added up. The length of a list is the root of the sum of its squares.",
            lambda a, b: np.sum(np.abs(a - b)) / max(np.sum(np.abs(a)), np.sum(np.abs(b))),
            lambda a, b: np.sum(np.abs(a - b)) / max(_norm(a), _norm(b)),
        ),
        "largest": wrong(
            "The largest entries were compared. The length takes all of them.",
            lambda a, b: np.max(np.abs(a - b)) / max(np.max(np.abs(a)), np.max(np.abs(b))),
            lambda a, b: np.max(np.abs(a - b)),
        ),
        "difference of lengths": wrong(
            "This is the difference of the two lengths. Two arrows of equal length may point elsewhere: take"
            " the length of the difference.",
            lambda a, b: abs(_norm(a) - _norm(b)) / max(_norm(a), _norm(b)),
            lambda a, b: (_norm(a) - _norm(b)) / max(_norm(a), _norm(b)),
        ),
        "entry by entry": wrong(
            "Each difference was divided by its own entry. One number is asked for, from the lengths of whole"
            " lists.",
            lambda a, b: np.mean(np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))),
            lambda a, b: np.abs(a - b) / np.maximum(np.abs(a), np.abs(b)),
            lambda a, b: np.max(np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))),
        ),
        "mean": wrong(
            "A mean was taken in one place and not in the other.",
            lambda a, b: np.sqrt(np.mean((a - b) ** 2)) / max(_norm(a), _norm(b)),
            lambda a, b: np.mean(np.abs(a - b)) / max(_norm(a), _norm(b)),
        ),
        "cancelled": wrong(
            "The differences were added with their signs, so they cancel.",
            lambda a, b: np.sum(a - b) / max(_norm(a), _norm(b)),
            lambda a, b: abs(np.sum(a - b)) / max(_norm(a), _norm(b)),
        ),
        "plus": wrong(
            "The two were added. How far they are apart is in their difference.",
            lambda a, b: _norm(a + b) / max(_norm(a), _norm(b)),
        ),
        "upside down": wrong(
            "The fraction stands on its head.",
            lambda a, b: max(_norm(a), _norm(b)) / _norm(a - b),
        ),
        "percent": wrong(
            "This is in percent. Return a share.",
            lambda a, b: 100 * _norm(a - b) / max(_norm(a), _norm(b)),
        ),
    },
    hints=[
        "The length of a list of numbers: square each, add up, take the root. `np.linalg.norm` does it.",
        "Three lengths are needed: of `a - b`, of `a` and of `b`.",
        "`np.linalg.norm(a - b)` divided by the larger of the other two: `max(...)`.",
    ],
)

WRONG_PASS = {"which": 3, "line": 3}
"""Of the three backward passes in the task, and of its lines."""


def _answers(*pairs):
    """Return code for one of some answers (which, line)."""
    return AnyOf(lambda which, line: [np.array(pair, dtype=float) for pair in pairs])


check_wrong_pass = number_exercise(
    "06.wrong_pass",
    "Check a pair: which of the three backward passes is wrong, 1, 2 or 3, and the number of the line.",
    solve=lambda which, line: np.array([which, line], dtype=float),
    on=WRONG_PASS,
    tolerance=0.1,
    unknown="Two whole numbers are needed: the pass, 1 to 3, and one of its lines, 1 to 5.",
    names=("The pass", "the line"),
    right="The old weights carry the error back; they may be changed only after that.",
    mistakes={
        "A for Z": wrong(
            "With relu, A1 is above 0 exactly where Z1 is. So this line gives the same; with sigmoid it would"
            " not.",
            _answers((2, 3)),
        ),
        "line too late": wrong(
            "The right pass, but this line is as it should be. What has happened to W2 just before it?",
            _answers((3, 4)),
        ),
        "other line": wrong(
            "The right pass. Go through it line by line: which line changes something that is needed later?",
            _answers((3, 1), (3, 2), (3, 5)),
        ),
        "first pass": wrong(
            "The first pass is right: compare each of its lines with the formulas above.",
            _answers(*((1, line) for line in range(1, 5))),
        ),
        "second pass": wrong(
            "This line of the second pass is the same as in the first. Where do the two differ, and does it"
            " matter?",
            _answers(*((2, line) for line in (1, 2, 4))),
        ),
        "no such line": wrong("Passes 1 and 2 have four lines.", _answers((1, 5), (2, 5))),
        "swapped": wrong(
            "First the pass, 1 to 3, then its line: these look as if they had changed places.",
            _answers((4, 3), (5, 3), (4, 2), (5, 2), (4, 1), (5, 1)),
        ),
        "from zero": wrong(
            "Passes and lines are counted from 1 here.",
            _answers((0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (2, 0), (3, 0), (0, 4), (0, 5)),
        ),
    },
    hints=[
        "Hold each line against the formulas: the last delta, dW from what flowed in, back through W, times"
        " the slope.",
        "Passes 1 and 2 differ in one line. For relu, where is `A1 > 0`, and where is `Z1 > 0`?",
        "Pass 3 has a line more. Which W2 is used after it, the old or the new one?",
    ],
)
