"""The exercises of notebook 04: Keras's numbers in ours, updates, a model, its output, loss curves.

Nothing here imports Keras: a model is judged by its steps, and by its attributes.
"""

import numpy as np

from helpers.learner.comparing import compare, compare_each, kind, shown
from helpers.learner.exercise import exercise
from helpers.learner.verdict import Feedback
from helpers.maths import descent, linear, network


@exercise(
    "04.from_keras",
    right="Loss and slope are half of Keras's, alpha is twice its rate, and so the step is the same.",
    mistakes={
        "same loss": "L: this is Keras's own number. Which factor does Keras leave out of the formula?",
        "twice the loss": "L: it became larger. Which of the two formulas has the 1/2 in it, and which is"
        " the smaller number then?",
        "same slope": "Slope: this is the slope of Keras's loss. If a bowl is half as high everywhere, how"
        " steep is it?",
        "twice the slope": "Slope: it became steeper. Our bowl is the flatter one of the two.",
        "sign": "Slope: its sign has changed. A positive factor between two losses leaves each direction as"
        " it is.",
        "same rate": "Alpha: with Keras's learning rate our steps are too short, because our slope is not"
        " Keras's.",
        "half the rate": "Alpha: the factor went to the wrong side. Our slope is the smaller one; what makes"
        " up for that?",
        "four times": "Alpha: that is the factor twice over. A slope grows as its loss does, not as its"
        " square.",
        "uphill": "The intercept after the step: this step climbs. It goes against the slope.",
        "mixed": "The intercept after the step: this multiplies a rate of the one by a slope of the other."
        " Both from Keras, or both ours.",
        "change": "The intercept after the step: this is the step alone. Where does it lead from 1?",
        "no rate": "The intercept after the step: the whole slope was taken. What share of it is a step?",
    },
    hints=[
        "$\\text{MSE} = 2L$, so every number of Keras's bowl is twice ours: its height, and how steep it is.",
        "A step is rate times slope. The slope of $L$ is half of Keras's; for the same step, the rate has to"
        " make up for it.",
        "The step by Keras's own numbers: 1 - 0.05 times (-0.8). By ours it has to be the same.",
    ],
)
def check_from_keras(numbers):
    """Check numbers, four: L, its slope along theta_0, our alpha, and theta_0 after the step.

    Keras's loss is 0.36, its slope along b is -0.8, its learning rate 0.05, and b is 1.
    """
    yield from compare_each(
        numbers,
        FROM_KERAS,
        meaning="L, slope, alpha, intercept",
        tolerance=0.0011,
        unknown="a loss, its slope and the rate differ between Keras and us; where a step leads does not.",
    )


FROM_KERAS = [
    ("L", 0.18, {"same loss": 0.36, "twice the loss": 0.72}),
    ("Slope", -0.4, {"same slope": -0.8, "twice the slope": -1.6, "sign": (0.4, 0.8, 1.6)}),
    ("Alpha", 0.1, {"same rate": 0.05, "half the rate": 0.025, "four times": 0.2}),
    (
        "The intercept after the step",
        1.04,
        {
            "uphill": (0.96, 0.98, 0.92),
            "mixed": (1.02, 1.08),
            "change": (0.04, -0.04),
            "no rate": (1.8, 1.4, 0.2, 0.6),
        },
    ),
]
"""What is asked, what is right, and what known mistakes give."""


@exercise(
    "04.updates",
    right="Every batch makes an update, the small one at the end of each epoch too.",
    mistakes={
        "last forgotten": "Updates are missing: `//`, `int` and `round` drop the last, smaller batch, which"
        " makes an update too. It is there in each epoch.",
        "fraction": "Part of a batch is no part of an update. What remains at the end of an epoch makes a"
        " whole one.",
        "across epochs": "Here the batches run on across the ends of epochs. Each epoch begins with a new"
        " batch, so the one before it may be short.",
        "one more": "This counts a last, smaller batch even where the division leaves nothing over.",
        "one epoch": "This is one epoch. How often is it repeated?",
        "epochs": "This comes to one update for each epoch. Each batch makes one: how many batches go into m"
        " examples?",
        "examples": "This is one update for each example. All examples of a batch share one.",
        "batch sizes": "The batch size was multiplied. Are there more or fewer updates when a batch is"
        " larger?",
        "swapped": "The division is upside down: how many batches go into m examples?",
        "added": "Batches and epochs were added. The batches are gone through in every epoch.",
        "short": "One epoch is missing: every epoch counts, the first and the last.",
    },
    hints=[
        "First one epoch: into how many batches are m examples cut, the last one included?",
        "That is m / batch_size, rounded up: `np.ceil` or `math.ceil` does it. (`//` rounds down.)",
        "Round up first, inside one epoch, then multiply by the number of epochs.",
    ],
)
def check_updates(updates):
    """Check updates(m, batch_size, epochs): how many updates fit makes, a whole number."""
    for m, batch_size, epochs in SETTINGS:
        arguments = {"m": m, "batch_size": batch_size, "epochs": epochs}
        yield compare(updates, arguments, -(-m // batch_size) * epochs, _wrong_updates(**arguments))


SETTINGS = [(100, 32, 10), (90, 20, 7), (96, 32, 5), (20, 32, 3), (81, 20, 2)]
"""m, batch_size, epochs: with little left over, with much, with nothing, less than one batch, one example."""


def _wrong_updates(m, batch_size, epochs):
    each, total = m / batch_size, m * epochs / batch_size
    up = -(-m // batch_size)
    return {
        "last forgotten": (m // batch_size * epochs, round(each) * epochs, int(total)),
        "fraction": total,
        "across epochs": np.ceil(total),
        "one more": (m // batch_size + 1) * epochs,
        "one epoch": (up, m // batch_size, each),
        "epochs": epochs,
        "examples": m * epochs,
        "batch sizes": (batch_size * epochs, m * batch_size * epochs, up * batch_size * epochs),
        "swapped": (batch_size / m * epochs, batch_size // m * epochs if m > batch_size else ()),
        "added": (up + epochs, m // batch_size + epochs),
        "short": up * (epochs - 1),
    }


@exercise(
    "04.model",
    right="One neuron without activation, and its steps are ours: its rate times its gradient is alpha times"
    " our gradient.",
    mistakes={
        "None": "This is None. `compile` changes the model and returns nothing: keep the model, and write"
        " `my_model.compile(...)` on a line of its own.",
        "layer": "This is a layer, not a model. `Sequential` makes a model of a list of layers.",
        "list": "This is a list of layers. `Sequential` makes a model of it.",
        "empty": "The model has an input and no layer. Where is `XW + b` computed?",
        "hidden": "There is more than one layer. Our linear model has one set of weights, between the"
        " features and h.",
        "units": "The number in `Dense(...)` counts neurons, one for each output. The features are counted"
        " at the input.",
        "activation": "The output goes through an activation. `h = XW + b` may be any number; what does an"
        " activation make of it?",
        "no bias": "The bias is switched off. Which of our parameters would be missing?",
        "no input": "The model does not know yet how many features there are. Which entry of the list says"
        " so?",
        "one feature": "The input has one feature, as in the listing. Here an example has two numbers.",
        "x0": "The input has three numbers. There are two features, and Keras needs no x0: `Dense` adds the"
        " bias by itself.",
        "examples": "The input's shape counts examples. It is the shape of one example; how many there are"
        " may change.",
        "not compiled": "The layers are right, but the model is not compiled: it has no loss and no rule for"
        " its updates.",
        "no loss": "The layers are right, but `compile` was given no loss.",
        "absolute": "The layers are right. This loss is the mean absolute error; ours adds up squares.",
        "other loss": "The layers are right. This loss is not the one that is twice our L: which one takes"
        " the mean of squares?",
        "sum": "The layers are right. This loss adds up the squares over the batch; ours is a mean.",
        "other optimizer": "Layers and loss are right. The optimizer follows another rule; Keras takes"
        " RMSprop when it is given none. Theta minus rate times gradient is called `SGD`.",
        "momentum": "Layers and loss are right. With momentum a step also carries on the one before; our"
        " descent has none.",
        "default": "Layers and loss are right. The rate is 0.01, which Keras takes when it is given none.",
        "same rate": "Layers and loss are right. The learning rate is our alpha. But Keras's gradient is not"
        " ours: its loss has no half.",
        "twice": "Layers and loss are right. The learning rate went the wrong way: Keras's gradient is the"
        " larger one, so its rate has to be the smaller.",
    },
    hints=[
        "The list for `Sequential` has two entries: `Input` with the shape of one example, a tuple, and one"
        " layer.",
        "Two features: `tf.keras.Input((2,))`. One output without activation: `Dense(1)`. The loss has the"
        " name that it has in the listing.",
        "Keras's loss is 2L, so its gradient is twice ours. Rate times gradient has to be 0.1 times our"
        " gradient.",
    ],
)
def check_model(model):
    """Check model, compiled: the linear model of two features, whose steps are ours with alpha = 0.1."""
    if not _is_a(model, "Model"):
        yield _no_model(model)
        return
    if _walks_as_we_do(model):
        return
    yield None if model.layers else "empty"
    yield _input(model)
    yield _layers(model)
    yield _loss(model)
    yield _optimizer(model)
    yield Feedback(
        False,
        "Layers, loss and rate look right, but a step of this model is not one of ours. What else was it"
        " given? Our descent has no penalty on weights, no limit on slopes, and a rate that stays.",
    )


def _walks_as_we_do(model):
    """Say whether two steps of model are ours; afterwards it is as it was."""
    if getattr(model, "optimizer", None) is None or not model.built:
        return False
    before = [(variable, variable.numpy()) for variable in (*model.variables, *model.optimizer.variables)]
    X, y = np.array([[1.0, 2], [0, -1], [3, 1], [-2, 0.5]]), np.array([1.0, 3, -2, 0.5])
    theta = np.array([0.25, 0.5, -1])
    try:
        weights, bias = model.trainable_variables
        weights.assign(theta[1:, None])
        bias.assign(theta[:1])
        ours = descent.gradient_descent(linear.add_bias(X), y, alpha=0.1, steps=2, theta=theta).thetas[1:]
        theirs = []
        for _ in ours:
            model.train_on_batch(X, y[:, None])
            theirs.append([*bias.numpy(), *weights.numpy()[:, 0]])
        return np.shape(theirs) == ours.shape and np.allclose(theirs, ours, atol=1e-4)
    except Exception:  # whatever else it is, it is no such model
        return False
    finally:
        for variable, value in before:
            variable.assign(value)


def _is_a(value, name):
    """Say whether value is of a class of Keras, or of a class derived from it."""
    return any(base.__name__ == name and base.__module__.startswith("keras.") for base in type(value).__mro__)


def _no_model(value):
    if value is None:
        return "None"
    if _is_a(value, "Layer"):
        return "layer"
    if isinstance(value, list | tuple):
        return "list"
    return Feedback(False, f"The check needs a Keras model, but it was given {kind(value)}.")


def _layers(model):
    for layer in model.layers:
        if not _is_a(layer, "Dense") and not _is_a(layer, "InputLayer"):
            what = type(layer).__name__
            return Feedback(
                False, f"One layer of the model is of type {what}. `XW + b` is computed by a `Dense`."
            )
    dense = [layer for layer in model.layers if _is_a(layer, "Dense")]
    if len(dense) != 1:
        return "hidden" if dense else "empty"
    if dense[0].units != 1:
        return "units"
    if _name(dense[0].activation) != "linear":
        return "activation"
    return None if dense[0].use_bias else "no bias"


def _input(model):
    try:
        shape = model.input_shape
    except (AttributeError, ValueError):  # not built
        return "no input"
    if shape == (None, 2):
        return None
    if shape == (None, 1):
        return "one feature"
    if shape == (None, 3):
        return "x0"
    if len(shape) == 3 and shape[-1] == 2 and shape[1] != 1:
        return "examples"
    return Feedback(
        False, f"The input of one example is {shape[1:]}, but it is a row of two numbers: `(2,)`."
    )


def _loss(model):
    if getattr(model, "optimizer", None) is None:
        return "not compiled"
    if model.loss is None:
        return "no loss"
    name = SHORT.get(_name(model.loss), _name(model.loss))
    if name != "meansquarederror":
        return "absolute" if name == "meanabsoluteerror" else "other loss"
    return "sum" if getattr(model.loss, "reduction", "") == "sum" else None


SHORT = {"mse": "meansquarederror", "mae": "meanabsoluteerror"}


def _name(value):
    """Return the name of a loss or an activation, however it was given, in small letters."""
    name = value if isinstance(value, str) else getattr(value, "__name__", type(value).__name__)
    return name.lower().replace("_", "")


def _optimizer(model):
    optimizer, alpha = model.optimizer, 0.1
    if not _is_a(optimizer, "SGD"):
        return "other optimizer"
    if optimizer.momentum:
        return "momentum"
    rate = float(optimizer.learning_rate)
    if abs(rate - alpha / 2) < 1e-5:
        return None
    for key, wrong in {"default": 0.01, "same rate": alpha, "twice": 2 * alpha}.items():
        if abs(rate - wrong) < 1e-5:
            return key
    return Feedback(
        False,
        f"Layers and loss are right. The learning rate {shown(rate)} does not make the steps of alpha = 0.1.",
    )


@exercise(
    "04.keras_output",
    right="This is what the network computes from its weights; `predict` does the same, in float32.",
    mistakes={
        "no relu": "Without the activation two layers are one line again. What is done to Z1 before it"
        " goes on?",
        "relu at the end": "The output goes through relu too: it can never be negative then. Which layer has"
        " the activation?",
        "relu only at the end": "The relu stands at the output. It belongs to the hidden layer, between the"
        " two products.",
        "other activation": "The hidden layer uses another activation. relu leaves positive numbers as they"
        " are and puts 0 in place of the others.",
        "step": "This takes 1 where Z1 is positive. relu lets the number itself through there.",
        "wrong side": "This keeps the negative numbers and drops the positive ones.",
        "no b1": "The biases of the hidden layer are missing: all its neurons would bend at the same place.",
        "no b2": "The bias of the output is missing.",
        "late b1": "b1 is added after relu. It moves the bend, so it belongs inside.",
        "hidden": "These are the activations of the hidden layer. One layer is still to come.",
        "no W2": "The activations are added up as they are. Each goes into the sum with its weight, from W2.",
        "row": "The numbers are right, but as a row (m,). Keras gives a column for each output: (m, 1).",
        "mean": "This is one number for all examples, or a mean over them. Each row of X has its own output.",
    },
    hints=[
        "Two layers, one after the other: $Z_1 = X W_1 + b_1$, then $A_1 = \\text{relu}(Z_1)$, then $h = A_1"
        " W_2 + b_2$.",
        "`@` multiplies the matrices. relu of an array: `np.maximum(0, Z1)`.",
        "Shapes: X (m, n), W1 (n, h), so Z1 and A1 are (m, h); W2 is (h, 1), so the result is (m, 1). No"
        " reshaping is needed.",
    ],
)
def check_keras_output(forward):
    """Check forward(X, W1, b1, W2, b2): the network's output, (m, 1), with relu in the hidden layer."""
    for arguments in NETWORKS:
        X, W1, b1, W2, b2 = arguments.values()
        layers = [network.Layer(W1, b1, "relu"), network.Layer(W2, b2, "identity")]
        right = network.forward(layers, X)[-1].A
        meaning = "one row for each example, one column for the output"
        yield compare(forward, arguments, right, _wrong_outputs(**arguments), meaning=meaning)


NETWORKS = [
    {
        "X": np.array([[1.0, 2], [-1, 0.5], [0, -3], [2, 1]]),
        "W1": np.array([[1.0, -2, 0.5], [0.5, 1, -1]]),
        "b1": np.array([0.5, -1, 0.25]),
        "W2": np.array([[1.0], [-2], [3]]),
        "b2": np.array([-1.5]),
    },
    {
        "X": np.array([[-2.0], [0.5], [3]]),
        "W1": np.array([[1.5, -1]]),
        "b1": np.array([-1.0, 0.5]),
        "W2": np.array([[-2.0], [1]]),
        "b2": np.array([0.7]),
    },
]


def _wrong_outputs(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.maximum(Z1, 0)
    right = A1 @ W2 + b2

    def after(hidden):
        return hidden @ W2 + b2

    return {
        "no relu": after(Z1),
        "relu at the end": np.maximum(right, 0),
        "relu only at the end": np.maximum(after(Z1), 0),
        "other activation": (after(np.tanh(Z1)), after(1 / (1 + np.exp(-Z1))), after(np.abs(Z1))),
        "step": after(Z1 > 0),
        "wrong side": after(np.minimum(Z1, 0)),
        "no b1": after(np.maximum(X @ W1, 0)),
        "no b2": A1 @ W2,
        "late b1": after(np.maximum(X @ W1, 0) + b1),
        "hidden": A1,
        "no W2": tuple(A1.sum(axis=1, keepdims=keep) + b for keep in (True, False) for b in (0, b2)),
        "row": right[:, 0],
        "mean": (right.mean(), right.mean(axis=0), right.sum(), right.sum(axis=0)),
    }


@exercise(
    "04.curves",
    right="Whether a flat curve is done, only the noise says: A is down to what it leaves, B is far above.",
    mistakes={
        "A1": "A: the curve has been flat for a long time. What would more epochs add to it?",
        "A2": "A: the curve does not climb, and it lies still at its end. What would smaller steps cure?",
        "A3": "A: noise of 0.5 alone makes Keras's loss about 0.25, whatever the model. How much is there"
        " left to gain?",
        "B1": "B: the curve has been flat for a long time. More of the same will leave it there.",
        "B2": "B: the curve does not climb, and it lies still at its end. Smaller steps would lead to the"
        " same place, later.",
        "B4": "B: it is flat, but how high? The square of the noise here is 0.01.",
        "C2": "C: the curve falls, but slowly. What would a smaller rate do to that?",
        "C3": "C: the curve is falling still at its end, so it has not shown yet what this model can do.",
        "C4": "C: the curve is falling still at its end, and noise of 0.5 would leave about 0.25. It has not"
        " arrived.",
        "D1": "D: the curve climbs. Where would more epochs take it?",
        "D3": "D: the curve climbs, from the first epochs on. That is no sign of a small model; what makes a"
        " step overshoot?",
        "D4": "D: the curve climbs, high above where it started. Noise moves a loss up and down, not away.",
    },
    hints=[
        "First the direction: does a curve fall still at its end, lie flat, or climb? That settles two of"
        " the four.",
        "Two are flat. What is the least that a loss can come to? Keras's loss is the mean of the squares,"
        " and noise of standard deviation s leaves about s squared.",
        "A lies at about 0.24 with noise of 0.5, B at about 0.22 with noise of 0.1: compare each with its"
        " noise squared.",
    ],
)
def check_curves(remedies):
    """Check remedies, four numbers from 1 to 4: what each of the curves A, B, C and D calls for."""
    asked = [
        (curve, needed, {f"{curve}{remedy}": remedy for remedy in (1, 2, 3, 4) if remedy != needed})
        for curve, needed in {"A": 4, "B": 3, "C": 1, "D": 2}.items()
    ]
    yield from compare_each(
        remedies,
        asked,
        meaning="one for each curve",
        tolerance=0.01,
        unknown="give a whole number from 1 to 4, as in the list.",
    )
