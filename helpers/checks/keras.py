"""The exercises of notebook 04: Keras's numbers in ours, updates, a model, its output, loss curves.

Keras is imported only to make the models of known mistakes: a model is judged by steps and attributes.
"""

from types import FunctionType

import numpy as np

from helpers.checks.structure import OUT_OF_PLACE
from helpers.learner.exercise import AnyOf, Made, Part, exercise, function_exercise, parts_exercise, wrong
from helpers.learner.verdict import Unnamed, Wrong
from helpers.learner.wording import kind, shown
from helpers.maths import descent, linear, network

check_from_keras = parts_exercise(
    "04.from_keras",
    """Check numbers, four: L, its slope along theta_0, our alpha, and theta_0 after the step.

    Keras's loss is 0.36, its slope along b is -0.8, its learning rate 0.05, and b is 1.
    """,
    on={"loss": 0.36, "slope": -0.8, "rate": 0.05, "b": 1.0},
    parts={
        "L": Part(
            lambda loss, slope, rate, b: loss / 2,
            {
                "same loss": wrong(
                    "L: this is Keras's own number. Which factor does Keras leave out of the formula?",
                    lambda loss, slope, rate, b: loss,
                ),
                "twice the loss": wrong(
                    "L: it became larger. Which of the two formulas has the 1/2 in it, and which is the"
                    " smaller number then?",
                    lambda loss, slope, rate, b: 2 * loss,
                ),
                "factor": wrong(
                    "L: this is the factor between the two. The number itself is asked for.",
                    0.5,
                ),
                "root": wrong(
                    "L: a root was taken. Both losses are means of squares; only a factor lies between them.",
                    lambda loss, slope, rate, b: np.sqrt(loss),
                    lambda loss, slope, rate, b: np.sqrt(loss / 2),
                ),
                "square": wrong(
                    "L: the loss was squared. Only a factor lies between the two.",
                    lambda loss, slope, rate, b: loss**2,
                ),
                "quarter": wrong(
                    "L: this is a quarter. The half stands in our loss once.",
                    lambda loss, slope, rate, b: loss / 4,
                ),
            },
        ),
        "Slope": Part(
            lambda loss, slope, rate, b: slope / 2,
            {
                "same slope": wrong(
                    "Slope: this is the slope of Keras's loss. If a bowl is half as high everywhere, how"
                    " steep is it?",
                    lambda loss, slope, rate, b: slope,
                ),
                "twice the slope": wrong(
                    "Slope: it became steeper. Our bowl is the flatter one of the two.",
                    lambda loss, slope, rate, b: 2 * slope,
                ),
                "sign": wrong(
                    "Slope: its sign has changed. A positive factor between two losses leaves each direction"
                    " as it is.",
                    AnyOf(lambda loss, slope, rate, b: [-slope / 2, -slope, -2 * slope]),
                ),
                "factor": wrong(
                    "Slope: this is the factor between the two. The number itself is asked for.",
                    0.5,
                ),
                "quarter": wrong(
                    "Slope: this is a quarter. A slope grows as its loss does: once by the half.",
                    lambda loss, slope, rate, b: slope / 4,
                ),
            },
        ),
        "Alpha": Part(
            lambda loss, slope, rate, b: 2 * rate,
            {
                "same rate": wrong(
                    "Alpha: with Keras's learning rate our steps are too short, because our slope is not"
                    " Keras's.",
                    lambda loss, slope, rate, b: rate,
                ),
                "half the rate": wrong(
                    "Alpha: the factor went to the wrong side. Our slope is the smaller one; what makes up"
                    " for that?",
                    lambda loss, slope, rate, b: rate / 2,
                ),
                "four times": wrong(
                    "Alpha: that is the factor twice over. A slope grows as its loss does, not as its"
                    " square.",
                    lambda loss, slope, rate, b: 4 * rate,
                ),
                "factor": wrong(
                    "Alpha: this is the factor between the two. The number itself is asked for.",
                    2.0,
                    0.5,
                ),
                "step": wrong(
                    "Alpha: this is the length of the step. Which rate, times our slope, gives it?",
                    lambda loss, slope, rate, b: -rate * slope,
                ),
            },
        ),
        "The intercept after the step": Part(
            lambda loss, slope, rate, b: b - rate * slope,
            {
                "uphill": wrong(
                    "The intercept after the step: this step climbs. It goes against the slope.",
                    AnyOf(
                        lambda loss, slope, rate, b: [b + rate * slope * factor for factor in (1, 1 / 2, 2)]
                    ),
                ),
                "mixed": wrong(
                    "The intercept after the step: this multiplies a rate of the one by a slope of the other."
                    " Both from Keras, or both ours.",
                    lambda loss, slope, rate, b: b - rate * slope / 2,
                    lambda loss, slope, rate, b: b - 2 * rate * slope,
                ),
                "unmoved": wrong(
                    "The intercept after the step: this is where it stood before.",
                    lambda loss, slope, rate, b: b,
                ),
                "by the loss": wrong(
                    "The intercept after the step: the rate was multiplied by the loss. A step is the rate"
                    " times the slope.",
                    AnyOf(
                        lambda loss, slope, rate, b: [
                            b + sign * rate * loss * factor for sign in (1, -1) for factor in (1, 2)
                        ]
                    ),
                ),
                "change": wrong(
                    "The intercept after the step: this is the step alone. Where does it lead from 1?",
                    lambda loss, slope, rate, b: -rate * slope,
                    lambda loss, slope, rate, b: rate * slope,
                ),
                "no rate": wrong(
                    "The intercept after the step: the whole slope was taken. What share of it is a step?",
                    AnyOf(
                        lambda loss, slope, rate, b: [b - slope * share for share in (1, 1 / 2, -1, -1 / 2)]
                    ),
                ),
            },
        ),
    },
    meaning="L, slope, alpha, intercept",
    tolerance=0.0011,
    unknown="a loss, its slope and the rate differ between Keras and us; where a step leads does not.",
    right="Loss and slope are half of Keras's, alpha is twice its rate, and so the step is the same.",
    hints=[
        "$\\text{MSE} = 2L$, so every number of Keras's bowl is twice ours: its height, and how steep it is.",
        "A step is rate times slope. The slope of $L$ is half of Keras's; for the same step, the rate has to"
        " make up for it.",
        "The step by Keras's own numbers: 1 - 0.05 times (-0.8). By ours it has to be the same.",
    ],
)


SETTINGS = [(100, 32, 10), (90, 20, 7), (96, 32, 5), (20, 32, 3), (81, 20, 2)]
"""m, batch_size, epochs: with little left over, with much, with nothing, less than one batch, one example."""

check_updates = function_exercise(
    "04.updates",
    "Check updates(m, batch_size, epochs): how many updates fit makes, a whole number.",
    solve=lambda m, size, epochs: int(np.ceil(m / size)) * epochs,
    on=[dict(zip(("m", "batch_size", "epochs"), setting, strict=True)) for setting in SETTINGS],
    right="Every batch makes an update, the small one at the end of each epoch too.",
    mistakes={
        "last forgotten": wrong(
            "Updates are missing: `//`, `int` and `round` drop the last, smaller batch, which makes an update"
            " too. It is there in each epoch.",
            lambda m, size, epochs: m // size * epochs,
            lambda m, size, epochs: round(m / size) * epochs,
            lambda m, size, epochs: int(m * epochs / size),
            lambda m, size, epochs: max(m // size, 1) * epochs,
        ),
        "last once": wrong(
            "The last, smaller batch is counted once. It is there in each epoch.",
            lambda m, size, epochs: m // size * epochs + (m % size > 0),
        ),
        "one batch less": wrong(
            "One batch is missing in each epoch: all of them count, the first and the last. Where does a"
            " count or a `range` begin, and where does it end?",
            lambda m, size, epochs: (np.ceil(m / size) - 1) * epochs,
        ),
        "fraction": wrong(
            "Part of a batch is no part of an update. What remains at the end of an epoch makes a whole one.",
            lambda m, size, epochs: m * epochs / size,
        ),
        "across epochs": wrong(
            "Here the batches run on across the ends of epochs. Each epoch begins with a new batch, so the"
            " one before it may be short.",
            lambda m, size, epochs: np.ceil(m * epochs / size),
            lambda m, size, epochs: m * epochs // size + 1,
        ),
        "one more": wrong(
            "This counts a last, smaller batch even where the division leaves nothing over.",
            lambda m, size, epochs: (m // size + 1) * epochs,
        ),
        "one epoch": wrong(
            "This is one epoch. How often is it repeated?",
            lambda m, size, epochs: np.ceil(m / size),
            lambda m, size, epochs: m // size,
            lambda m, size, epochs: m / size,
        ),
        "epochs": wrong(
            "This comes to one update for each epoch. Each batch makes one: how many batches go into m"
            " examples?",
            lambda m, size, epochs: epochs,
        ),
        "examples": wrong(
            "This is one update for each example. All examples of a batch share one.",
            lambda m, size, epochs: m * epochs,
        ),
        "batch sizes": wrong(
            "The batch size was multiplied. Are there more or fewer updates when a batch is larger?",
            lambda m, size, epochs: size * epochs,
            lambda m, size, epochs: m * size * epochs,
            lambda m, size, epochs: np.ceil(m / size) * size * epochs,
        ),
        "swapped": wrong(
            "The division is upside down: how many batches go into m examples?",
            lambda m, size, epochs: size / m * epochs,
            lambda m, size, epochs: size // m * epochs,
            lambda m, size, epochs: np.ceil(size / m) * epochs,
        ),
        "added": wrong(
            "Batches and epochs were added. The batches are gone through in every epoch.",
            lambda m, size, epochs: np.ceil(m / size) + epochs,
            lambda m, size, epochs: m // size + epochs,
        ),
        "short": wrong(
            "One epoch is missing: every epoch counts, the first and the last.",
            lambda m, size, epochs: np.ceil(m / size) * (epochs - 1),
        ),
        "long": wrong(
            "One epoch too many is counted. `epochs` says how often all examples are gone through.",
            lambda m, size, epochs: np.ceil(m / size) * (epochs + 1),
        ),
        "power": wrong(
            "The epochs stand as a power here. Each epoch makes the same number of updates again: that is a"
            " product.",
            lambda m, size, epochs: np.ceil(m / size) ** epochs,
        ),
        "divided": wrong(
            "It is divided by the epochs. Each epoch makes as many updates as the one before.",
            lambda m, size, epochs: np.ceil(m / size / epochs),
            lambda m, size, epochs: np.ceil(m / size) / epochs,
            lambda m, size, epochs: m / size / epochs,
        ),
        "rest": wrong(
            "`%` gives what is left over, in examples. How many batches are there?",
            lambda m, size, epochs: m % size * epochs,
            lambda m, size, epochs: m % size,
        ),
        "each left over": wrong(
            "`%` gives what is left over, in examples, and each of them counts as a batch here. Together they"
            " make how many?",
            lambda m, size, epochs: (m // size + m % size) * epochs,
            lambda m, size, epochs: m // size * epochs + m % size,
        ),
    },
    hints=[
        "First one epoch: into how many batches are m examples cut, the last one included?",
        "That is m / batch_size, rounded up: `np.ceil` or `math.ceil` does it. (`//` rounds down.)",
        "Round up first, inside one epoch, then multiply by the number of epochs.",
    ],
)


def _keras():
    """Return Keras, which only the models below need: the exercises before this notebook do without it."""
    from helpers.training import tf

    return tf.keras


def _dense(units=1, **options):
    return _keras().layers.Dense(units, **options)


def _sgd(rate=0.05, **options):
    return _keras().optimizers.SGD(rate, **options)


def _model(layers=None, *, shape=(2,), loss="mean_squared_error", optimizer=None):
    """Return a compiled model that is right, but for what is given."""
    model = _keras().Sequential([_keras().Input(shape), *([_dense()] if layers is None else layers)])
    model.compile(optimizer=optimizer or _sgd(), loss=loss)
    return model


def _not_compiled():
    return _keras().Sequential([_keras().Input((2,)), _dense()])


def _half_of_the_mean(y, h):
    return _keras().ops.mean((y - h) ** 2) / 2


def _of_a_class_not_built():
    class Line(_keras().Model):
        def __init__(self):
            super().__init__()
            self.dense = _dense()

        def call(self, X):
            return self.dense(X)

    model = Line()
    model.compile(optimizer=_sgd(), loss="mse")
    return model


def _without_input():
    model = _keras().Sequential([_dense()])
    model.compile(optimizer="sgd", loss="mse")
    return model


@exercise(
    "04.model",
    right="One neuron without activation, and its steps are ours: its rate times its gradient is alpha times"
    " our gradient.",
    mistakes={
        "None": wrong(
            "This is None. `compile` changes the model and returns nothing: keep the model, and write"
            " `my_model.compile(...)` on a line of its own.",
            None,
        ),
        "layer": wrong(
            "This is a layer, not a model. `Sequential` makes a model of a list of layers.",
            Made(_dense),
        ),
        "list": wrong(
            "This is a list of layers. `Sequential` makes a model of it.",
            Made(lambda: [_keras().Input((2,)), _dense()]),
        ),
        "empty": wrong(
            "The model has an input and no layer. Where is `XW + b` computed?",
            Made(lambda: _model([])),
            Made(lambda: _keras().Sequential()),
        ),
        "hidden": wrong(
            "There is more than one layer. Our linear model has one set of weights, between the features"
            " and h.",
            Made(lambda: _model([_dense(16, activation="relu"), _dense()])),
        ),
        "units": wrong(
            "The number in `Dense(...)` counts neurons, one for each output. The features are counted at"
            " the input.",
            Made(lambda: _model([_dense(2)])),
        ),
        "activation": wrong(
            "The output goes through an activation. `h = XW + b` may be any number; what does an activation"
            " make of it?",
            Made(lambda: _model([_dense(activation="relu")])),
        ),
        "no bias": wrong(
            "The bias is switched off. Which of our parameters would be missing?",
            Made(lambda: _model([_dense(use_bias=False)])),
        ),
        "no input": wrong(
            "The model does not know yet how many features there are. Which entry of the list says so?",
            Made(_without_input),
        ),
        "no weights": wrong(
            "The model has no weights yet: it does not know how many features there are. A model of a class"
            " of your own makes them when it is called. Call it once on two numbers, `np.zeros((1, 2))`.",
            Made(_of_a_class_not_built),
        ),
        "one feature": wrong(
            "The input has one feature, as in the listing. Here an example has two numbers.",
            Made(lambda: _model(shape=(1,))),
        ),
        "x0": wrong(
            "The input has three numbers. There are two features, and Keras needs no x0: `Dense` adds the"
            " bias by itself.",
            Made(lambda: _model(shape=(3,))),
        ),
        "examples": wrong(
            "The input's shape counts examples. It is the shape of one example; how many there are may"
            " change.",
            Made(lambda: _model(shape=(100, 2))),
        ),
        "not compiled": wrong(
            "The layers are right, but the model is not compiled: it has no loss and no rule for its"
            " updates.",
            Made(_not_compiled),
        ),
        "no loss": wrong(
            "The layers are right, but `compile` was given no loss.",
            Made(lambda: _model(loss=None)),
        ),
        "absolute": wrong(
            "The layers are right. This loss is the mean absolute error; ours adds up squares.",
            Made(lambda: _model(loss="mae")),
        ),
        "other loss": wrong(
            "The layers are right. This loss is not the one that is twice our L: which one takes the mean"
            " of squares?",
            Made(lambda: _model(loss="binary_crossentropy")),
        ),
        "own loss": wrong(
            "The layers are right. With a loss of your own, its slopes times the rate have to be 0.1 times"
            " the slopes of L: by which factor do the two losses differ?",
            Made(lambda: _model(loss=_half_of_the_mean)),
        ),
        "sum": wrong(
            "The layers are right. This loss adds up the squares over the batch; ours is a mean.",
            Made(lambda: _model(loss=_keras().losses.MeanSquaredError(reduction="sum"))),
        ),
        "other optimizer": wrong(
            "Layers and loss are right. The optimizer follows another rule; Keras takes RMSprop when it is"
            " given none. Theta minus rate times gradient is called `SGD`.",
            Made(lambda: _model(optimizer="adam")),
        ),
        "momentum": wrong(
            "Layers and loss are right. With momentum a step also carries on the one before; our descent"
            " has none.",
            Made(lambda: _model(optimizer=_sgd(momentum=0.9))),
        ),
        "default": wrong(
            "Layers and loss are right. The rate is 0.01, which Keras takes when it is given none.",
            Made(lambda: _model(optimizer="sgd")),
        ),
        "same rate": wrong(
            "Layers and loss are right. The learning rate is our alpha. But Keras's gradient is not ours:"
            " its loss has no half.",
            Made(lambda: _model(optimizer=_sgd(0.1))),
        ),
        "twice": wrong(
            "Layers and loss are right. The learning rate went the wrong way: Keras's gradient is the"
            " larger one, so its rate has to be the smaller.",
            Made(lambda: _model(optimizer=_sgd(0.2))),
        ),
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
        _refuse_other_things(model)
    if _walks_as_we_do(model):
        return
    if not model.layers and not model.variables:
        raise Wrong("empty" if _is_a(model, "Sequential") or _is_a(model, "Functional") else "no weights")
    _judge_input(model)
    _judge_layers(model)
    _judge_loss(model)
    _judge_optimizer(model)
    raise Unnamed(
        "Layers, loss and rate look right, but a step of this model is not one of ours. What else was it"
        " given? Our descent has no penalty on weights, no limit on slopes, and a rate that stays."
    )


def _walks_as_we_do(model):
    """Say whether two steps of model are ours; afterwards it is as it was."""
    if getattr(model, "optimizer", None) is None or not model.built:
        return False
    before = [(variable, variable.numpy()) for variable in (*model.variables, *model.optimizer.variables)]
    X, y = np.array([[1.0, 2], [0, -1], [3, 1], [-2, 0.5]]), np.array([1.0, 3, -2, 0.5])
    theta = np.array([0.25, 0.5, -1])
    try:
        weights, bias = sorted(model.trainable_variables, key=lambda one: -np.prod(one.shape))
        weights.assign(theta[1:].reshape(weights.shape))
        bias.assign(theta[:1].reshape(bias.shape))
        ours = descent.gradient_descent(linear.add_bias(X), y, alpha=0.1, steps=2, theta=theta).thetas[1:]
        theirs = []
        for _ in ours:
            model.train_on_batch(X, y[:, None])
            theirs.append([*bias.numpy().ravel(), *weights.numpy().ravel()])
        return np.shape(theirs) == ours.shape and np.allclose(theirs, ours, atol=1e-4)
    except Exception:  # whatever else it is, it is no such model
        return False
    finally:
        for variable, value in before:
            variable.assign(value)


def _is_a(value, name):
    """Say whether value is of a class of Keras, or of a class derived from it."""
    return any(base.__name__ == name and base.__module__.startswith("keras.") for base in type(value).__mro__)


def _refuse_other_things(value):
    """Raise what is to be said of a value that is no model."""
    if value is None:
        raise Wrong("None")
    if _is_a(value, "Layer"):
        raise Wrong("layer")
    if isinstance(value, list | tuple):
        raise Wrong("list")
    raise Unnamed(f"The check needs a Keras model, but it was given {kind(value)}.")


def _judge_input(model):
    shape = _input_shape(model)
    if shape == (None, 2):
        return
    if shape == (None, 1):
        raise Wrong("one feature")
    if shape == (None, 3):
        raise Wrong("x0")
    if len(shape) == 3 and shape[-1] == 2 and shape[1] != 1:
        raise Wrong("examples")
    raise Unnamed(f"The input of one example is {shape[1:]}, but it is a row of two numbers: `(2,)`.")


def _input_shape(model):
    """Return the shape of a model's input; one of a class of its own keeps none, but its weights do."""
    try:
        return model.input_shape
    except (AttributeError, ValueError):  # not built, or of a class of its own
        pass
    if _is_a(model, "Sequential"):
        raise Wrong("no input")
    weights = next((one for one in model.variables if len(one.shape) == 2), None)
    if weights is None:
        raise Wrong("no weights")
    return (None, weights.shape[0])


def _judge_layers(model):
    for layer in model.layers:
        if not _is_a(layer, "Dense") and not _is_a(layer, "InputLayer"):
            what = type(layer).__name__
            raise Unnamed(f"One layer of the model is of type {what}. `XW + b` is computed by a `Dense`.")
    dense = [layer for layer in model.layers if _is_a(layer, "Dense")]
    if not dense and model.variables:
        return  # weights of a class of its own: only its steps say more
    if len(dense) != 1:
        raise Wrong("hidden" if dense else "empty")
    if dense[0].units != 1:
        raise Wrong("units")
    if _name(dense[0].activation) != "linear":
        raise Wrong("activation")
    if not dense[0].use_bias:
        raise Wrong("no bias")


SHORT = {"mse": "meansquarederror", "mae": "meanabsoluteerror"}


def _judge_loss(model):
    if getattr(model, "optimizer", None) is None:
        raise Wrong("not compiled")
    if model.loss is None:
        raise Wrong("no loss")
    name = SHORT.get(_name(model.loss), _name(model.loss))
    if isinstance(model.loss, FunctionType) and not model.loss.__module__.startswith("keras."):
        raise Wrong("own loss")
    if name != "meansquarederror":
        raise Wrong("absolute" if name == "meanabsoluteerror" else "other loss")
    if getattr(model.loss, "reduction", "") == "sum":
        raise Wrong("sum")


def _name(value):
    """Return the name of a loss or an activation, however it was given, in small letters."""
    name = value if isinstance(value, str) else getattr(value, "__name__", type(value).__name__)
    return name.lower().replace("_", "")


RATES = {"default": 0.01, "same rate": 0.1, "twice": 0.2}


def _judge_optimizer(model):
    if not _is_a(model.optimizer, "SGD"):
        raise Wrong("other optimizer")
    if model.optimizer.momentum:
        raise Wrong("momentum")
    rate = float(model.optimizer.learning_rate)
    for key, wrong_rate in RATES.items():
        if abs(rate - wrong_rate) < 1e-5:
            raise Wrong(key)
    if abs(rate - 0.05) >= 1e-5:
        raise Unnamed(
            f"Layers and loss are right. The learning rate {shown(rate)} does not make the steps of"
            " alpha = 0.1."
        )


NETWORKS = [
    {
        "X": np.array([[1.0, 2], [-1, 0.5], [0, -3], [2, 1]]),
        "W1": np.array([[1.0, -2, 0.5], [0.5, 1, -1]]),
        "b1": np.array([0.5, -1, 0.25]),
        "W2": np.array([[1.0], [-2.1], [3]]),
        "b2": np.array([-1.513748]),
    },
    {
        "X": np.array([[-2.0], [0.5], [3]]),
        "W1": np.array([[1.5, -1]]),
        "b1": np.array([-1.0, 0.5]),
        "W2": np.array([[-2.0], [1]]),
        "b2": np.array([0.721936]),
    },
    {  # as many examples as features and neurons, so that turned weights fit too and can be named
        "X": np.array([[1.0, -2], [0.7, 3]]),
        "W1": np.array([[1.5, -1], [0.4, 2.1]]),
        "b1": np.array([-1.013, 0.5]),
        "W2": np.array([[-2.0], [1.3]]),
        "b2": np.array([0.721936]),
    },
]


def _relu(Z):
    return np.maximum(Z, 0)


def _through(activation):
    """Return code for the network whose hidden layer has another activation."""
    return lambda X, W1, b1, W2, b2: activation(X @ W1 + b1) @ W2 + b2


def _output(X, W1, b1, W2, b2):
    layers = [network.Layer(W1, b1, "relu"), network.Layer(W2, b2, "identity")]
    return network.forward(layers, X)[-1].A


check_keras_output = function_exercise(
    "04.keras_output",
    "Check forward(X, W1, b1, W2, b2): the network's output, (m, 1), with relu in the hidden layer.",
    solve=_output,
    on=NETWORKS,
    meaning="one row for each example, one column for the output",
    right="This is what the network computes from its weights; `predict` does the same, in float32.",
    mistakes={
        "no relu": wrong(
            "Without the activation two layers are one line again. What is done to Z1 before it goes on?",
            _through(lambda Z: Z),
        ),
        "relu at the end": wrong(
            "The output goes through relu too, which cuts off its negative sums. Which layer has the"
            " activation?",
            lambda X, W1, b1, W2, b2: _relu(_relu(X @ W1 + b1) @ W2 + b2),
            lambda X, W1, b1, W2, b2: _relu(_relu(X @ W1 + b1) @ W2) + b2,
        ),
        "relu only at the end": wrong(
            "The relu stands at the output. It belongs to the hidden layer, between the two products.",
            lambda X, W1, b1, W2, b2: _relu((X @ W1 + b1) @ W2 + b2),
        ),
        "other activation": wrong(
            "The hidden layer uses another activation. relu leaves positive numbers as they are and puts 0 in"
            " place of the others.",
            _through(np.tanh),
            _through(lambda Z: 1 / (1 + np.exp(-Z))),
            _through(lambda Z: np.log1p(np.exp(Z))),
            _through(lambda Z: np.maximum(Z, 0.01 * Z)),
            _through(lambda Z: np.maximum(Z, 0.1 * Z)),
        ),
        "step": wrong(
            "This takes 1 where Z1 is positive. relu lets the number itself through there.",
            _through(lambda Z: Z > 0),
        ),
        "wrong side": wrong(
            "This keeps the negative numbers and drops the positive ones.",
            _through(lambda Z: np.minimum(Z, 0)),
        ),
        "no b1": wrong(
            "The biases of the hidden layer are missing: all its neurons would bend at the same place.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1) @ W2 + b2,
        ),
        "no b2": wrong(
            "The bias of the output is missing.", lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1) @ W2
        ),
        "late b1": wrong(
            "b1 is added after relu. It moves the bend, so it belongs inside.",
            lambda X, W1, b1, W2, b2: (_relu(X @ W1) + b1) @ W2 + b2,
        ),
        "as given": wrong(
            "This computes what the code of the task computes. Ask of each `np.maximum` what it should hold:"
            " what moves the bends, and may a prediction be negative?",
            lambda X, W1, b1, W2, b2: _relu((_relu(X @ W1) + b1) @ W2 + b2),
        ),
        "hidden": wrong(
            "These are the activations of the hidden layer. One layer is still to come.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1),
        ),
        "no W2": wrong(
            "The activations are added up as they are. Each goes into the sum with its weight, from W2.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1).sum(axis=1, keepdims=True),
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1).sum(axis=1, keepdims=True) + b2,
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1).sum(axis=1),
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1).sum(axis=1) + b2,
        ),
        "row": wrong(
            "The numbers are right, but as a row (m,). Keras gives a column for each output: (m, 1).",
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, b2)[:, 0],
        ),
        "mean": wrong(
            "This is one number for all examples, or a mean over them. Each row of X has its own output.",
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, b2).mean(),
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, b2).mean(axis=0),
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, b2).sum(),
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, b2).sum(axis=0),
        ),
        "absolute": wrong(
            "The minus signs were dropped. Relu makes a negative number 0.",
            lambda X, W1, b1, W2, b2: np.abs(X @ W1 + b1) @ W2 + b2,
        ),
        "no biases": wrong(
            "Both biases are missing.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1) @ W2,
        ),
        "bias twice": wrong(
            "A bias was added more than once. `@` has added the products already; the bias comes once.",
            lambda X, W1, b1, W2, b2: _output(X, W1, 2 * b1, W2, b2),
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, 2 * b2),
            lambda X, W1, b1, W2, b2: _output(X, W1, 2 * b1, W2, 2 * b2),
            lambda X, W1, b1, W2, b2: _output(X, W1, len(W1) * b1, W2, b2),
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, len(W2) * b2),
            lambda X, W1, b1, W2, b2: (_relu(X @ W1 + b1) + b1) @ W2 + b2,
        ),
        "minus bias": wrong(
            "A bias was taken off. It is added.",
            lambda X, W1, b1, W2, b2: _output(X, W1, -b1, W2, b2),
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, -b2),
            lambda X, W1, b1, W2, b2: _output(X, W1, -b1, W2, -b2),
        ),
        "swapped": wrong(
            "The biases have changed places, or one of them stands in both layers: b1 belongs to the hidden"
            " layer, b2 to the output.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b2) @ W2 + b1,
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b2) @ W2 + b1[0],
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1) @ W2 + b1,
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b2) @ W2 + b2,
        ),
        "transposed": wrong(
            "W1 was turned round. Its columns are the neurons; the rows of X meet these columns.",
            lambda X, W1, b1, W2, b2: _relu(X @ W1.T + b1) @ W2 + b2,
        ),
        "order": wrong(
            "The weights stand on the left of `@`. The examples are the rows, so they come first.",
            lambda X, W1, b1, W2, b2: _relu(W1 @ X + b1) @ W2 + b2,
        ),
        "entry by entry": wrong(
            "`*` multiplies entry by entry. A weighted sum is a dot product: `@`.",
            lambda X, W1, b1, W2, b2: _relu(X * W1 + b1) @ W2 + b2,
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1) * W2 + b2,
            lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1) * W2[:, 0] + b2,
        ),
        "turned": wrong(
            "The numbers are right, but turned round, (1, m). Each example has its row: (m, 1).",
            lambda X, W1, b1, W2, b2: _output(X, W1, b1, W2, b2).T,
        ),
        **OUT_OF_PLACE,
        "sigmoid at the end": wrong(
            "The output goes through a sigmoid. Here it has no activation: h is any number.",
            lambda X, W1, b1, W2, b2: 1 / (1 + np.exp(-_output(X, W1, b1, W2, b2))),
        ),
        "largest": wrong(
            "`np.max(Z1, 0)` takes the largest number of each column: it reads the 0 as an axis. relu"
            " compares every entry with 0.",
            lambda X, W1, b1, W2, b2: np.max(X @ W1 + b1, axis=0) @ W2 + b2,
        ),
    },
    hints=[
        "Two layers, one after the other: $Z_1 = X W_1 + b_1$, then $A_1 = \\text{relu}(Z_1)$, then $h = A_1"
        " W_2 + b_2$.",
        "`@` multiplies the matrices. relu of an array: `np.maximum(0, Z1)`.",
        "Shapes: X (m, n), W1 (n, k), so Z1 and A1 are (m, k); W2 is (k, 1), so the result is (m, 1). No"
        " reshaping is needed.",
    ],
)


check_curves = parts_exercise(
    "04.curves",
    "Check remedies, four numbers from 1 to 4: what each of the curves A, B, C and D calls for.",
    parts={
        "A": Part(
            4,
            {
                "longer": wrong(
                    "A: the curve has been flat for a long time. What would more epochs add to it?",
                    1,
                ),
                "smaller steps": wrong(
                    "A: the curve does not climb, and it lies still at its end. What would smaller steps"
                    " cure?",
                    2,
                ),
                "larger model": wrong(
                    "A: noise of 0.5 makes Keras's loss about 0.25 even for the true line. What would a"
                    " richer model still learn from these points?",
                    3,
                ),
            },
        ),
        "B": Part(
            3,
            {
                "longer": wrong(
                    "B: the curve has been flat for a long time. More of the same will leave it there.",
                    1,
                ),
                "smaller steps": wrong(
                    "B: the curve does not climb, and it lies still at its end. Smaller steps would lead to"
                    " the same place, later.",
                    2,
                ),
                "done": wrong(
                    "B: it is flat, but how high? The square of the noise here is 0.01.",
                    4,
                ),
            },
        ),
        "C": Part(
            1,
            {
                "smaller steps": wrong(
                    "C: the curve falls, but slowly. What would a smaller rate do to that?",
                    2,
                ),
                "larger model": wrong(
                    "C: the curve is falling still at its end, so it has not shown yet what this model can"
                    " do.",
                    3,
                ),
                "done": wrong(
                    "C: the curve is falling still at its end, and noise of 0.5 would leave about 0.25. It"
                    " has not arrived.",
                    4,
                ),
            },
        ),
        "D": Part(
            2,
            {
                "longer": wrong(
                    "D: the curve climbs. Where would more epochs take it?",
                    1,
                ),
                "larger model": wrong(
                    "D: the curve climbs, from the first epochs on. That is no sign of a stiff model; what"
                    " makes a step overshoot?",
                    3,
                ),
                "done": wrong(
                    "D: the curve climbs, high above where it started. Noise moves a loss up and down, not"
                    " away.",
                    4,
                ),
            },
        ),
    },
    together={
        "from 0": wrong("The remedies are counted from 1: the first in the list is number 1.", (3, 2, 0, 1)),
        "other way": wrong(
            "These are the curves in the order of the remedies. What is asked for is the number of a remedy"
            " for each curve, A first.",
            (3, 4, 2, 1),
        ),
    },
    meaning="one for each curve",
    tolerance=0.01,
    unknown="give a whole number from 1 to 4, as in the list.",
    right="Whether a flat curve is done, only the noise says: A is down to what it leaves, B is far above.",
    hints=[
        "First the direction: does a curve fall still at its end, lie flat, or climb? That settles two of"
        " the four.",
        "Two are flat. What does noise leave even of the true model? Keras's loss is the mean of the squares,"
        " and noise of standard deviation s leaves about s squared.",
        "A lies at about 0.24 with noise of 0.5, B at about 0.22 with noise of 0.1: compare each with its"
        " noise squared.",
    ],
)
