"""The exercises of notebook 07: momentum by hand, a step of Adam, batch norm, unequal shards, a count."""

import numpy as np

from helpers.learner.exercise import AnyOf, Part, function_exercise, number_exercise, parts_exercise, wrong

START, ALPHA, BETA = 4.0, 0.1, 0.8


def _three_steps(velocity=None, step=None, slope=None):
    """Return theta after each of three steps; each function replaces a part by that of a mistake."""
    theta, v, found = START, 0.0, []
    for _ in range(3):
        g = theta if slope is None else slope
        old, v = v, BETA * v + g if velocity is None else velocity(v, g)
        theta = theta - ALPHA * v if step is None else step(theta, v, old)
        found.append(theta)
    return np.array(found)


def _with(**parts):
    return lambda: _three_steps(**parts)


check_momentum_by_hand = number_exercise(
    "07.momentum_by_hand",
    """Check three numbers: theta after each of three steps of momentum.

    The loss is theta²/2, so its slope is theta; theta begins at 4, alpha is 0.1, beta 0.8, the velocity 0.
    """,
    solve=_with(),
    on={},
    tolerance=0.006,
    unknown="Follow it in a table: the slope at theta, the velocity, the new theta, three times.",
    names=("Theta 1", "theta 2", "theta 3"),
    right="From the second on each step is longer than the slope alone makes it: velocity is kept.",
    mistakes={
        "plain": wrong(
            "These are steps of plain descent. The share beta of the velocity before is added to each slope.",
            _with(velocity=lambda v, g: g),
        ),
        "alpha twice": wrong(
            "The learning rate is in it twice: in the velocity and in the step.",
            _with(velocity=lambda v, g: BETA * v + ALPHA * g),
        ),
        "mean": wrong(
            "The slope was multiplied by 1 - beta. Here the whole slope is added to the velocity.",
            _with(velocity=lambda v, g: BETA * v + (1 - BETA) * g),
        ),
        "whole velocity": wrong(
            "The whole old velocity was kept. Only the share beta of it goes on.",
            _with(velocity=lambda v, g: v + g),
        ),
        "beta on both": wrong(
            "Beta was multiplied with the slope too. It belongs to the old velocity alone.",
            _with(velocity=lambda v, g: BETA * (v + g)),
        ),
        "uphill": wrong(
            "It went uphill: the step is taken off.",
            _with(step=lambda theta, v, old: theta + ALPHA * v),
        ),
        "old velocity": wrong(
            "The step was made with the velocity from before this slope came in.",
            _with(step=lambda theta, v, old: theta - ALPHA * old),
        ),
        "first slope": wrong(
            "The slope stayed that of the start. At each new theta it is another.",
            _with(slope=START),
        ),
        "no alpha": wrong(
            "The learning rate is missing: the step is alpha times the velocity.",
            _with(step=lambda theta, v, old: theta - v),
        ),
        "velocities": wrong(
            "These are the velocities. Theta after each step is asked for.",
            lambda: -np.diff(_three_steps(), prepend=START) / ALPHA,
        ),
        "one too early": wrong(
            "The first number is the start. Theta after the first step comes first.",
            lambda: np.append(START, _three_steps()[:-1]),
        ),
    },
    hints=[
        "First step: the slope is 4, the velocity `0.8 * 0 + 4`, the step 0.1 times that.",
        "Second step: the slope is the new theta, and the velocity `0.8 * 4` plus that slope.",
        "Third step: 0.8 of the second velocity, plus theta after two steps.",
    ],
)

B1, B2, EPSILON = 0.9, 0.999, 1e-7


def _adam(g, m, s, t, mean=None, square=None, end=None):
    m = B1 * m + (1 - B1) * g if mean is None else mean(m, g)
    s = B2 * s + (1 - B2) * g**2 if square is None else square(s, g)
    if end is not None:
        return end(g, m, s, t)
    return (m / (1 - B1**t)) / (np.sqrt(s / (1 - B2**t)) + EPSILON)


def _in_adam(**parts):
    return lambda g, m, s, t: _adam(g, m, s, t, **parts)


MEMORIES = [
    {"g": np.array([0.31, -1.27, 0.84]), "m": np.zeros(3), "s": np.zeros(3), "t": 1},
    {"g": np.array([2.4, -0.7]), "m": np.array([0.6, 0.35]), "s": np.array([0.021, 0.004]), "t": 3},
    {
        "g": np.array([0.12, 0.85, -0.31, 0.27]),
        "m": np.array([0.2, -0.4, 0.1, 0.3]),
        "s": np.full(4, 0.05),
        "t": 40,
    },
    {"g": np.array([2e-7, -2e-6, 0.43]), "m": np.zeros(3), "s": np.zeros(3), "t": 1},  # small beside 1e-7
]

check_adam = function_exercise(
    "07.adam",
    "Check adam(g, m, s, t), which returns the direction of step t of Adam, (n,).",
    solve=_adam,
    on=MEMORIES,
    right="A running mean of the slopes, divided by the root of that of their squares, both made up for the"
    " start.",
    meaning="one direction for each parameter",
    mistakes={
        "no correction": wrong(
            "The start is not made up for: m and s began at 0. Divide by 1 - beta to the power of t.",
            _in_adam(end=lambda g, m, s, t: m / (np.sqrt(s) + EPSILON)),
        ),
        "corrected once": wrong(
            "Only one of the two means is made up for. Both began at 0.",
            _in_adam(end=lambda g, m, s, t: m / (1 - B1**t) / (np.sqrt(s) + EPSILON)),
            _in_adam(end=lambda g, m, s, t: m / (np.sqrt(s / (1 - B2**t)) + EPSILON)),
        ),
        "correction multiplied": wrong(
            "It was multiplied by 1 - beta to the power of t. A mean that is still too small is to be"
            " divided by it.",
            _in_adam(end=lambda g, m, s, t: m * (1 - B1**t) / (np.sqrt(s * (1 - B2**t)) + EPSILON)),
        ),
        "beta once": wrong(
            "It was divided by 1 - beta, whatever the step. The power of t is missing.",
            _in_adam(end=lambda g, m, s, t: m / (1 - B1) / (np.sqrt(s / (1 - B2)) + EPSILON)),
        ),
        "one beta": wrong(
            "The same beta was taken for both. m goes with beta1, s with beta2.",
            _in_adam(
                square=lambda s, g: B1 * s + (1 - B1) * g**2,
                end=lambda g, m, s, t: m / (1 - B1**t) / (np.sqrt(s / (1 - B1**t)) + EPSILON),
            ),
            _in_adam(end=lambda g, m, s, t: m / (1 - B1**t) / (np.sqrt(s / (1 - B1**t)) + EPSILON)),
        ),
        "betas swapped": wrong(
            "The two betas have changed places: 0.9 belongs to m, 0.999 to s.",
            lambda g, m, s, t: (
                ((B2 * m + (1 - B2) * g) / (1 - B2**t))
                / (np.sqrt((B1 * s + (1 - B1) * g**2) / (1 - B1**t)) + EPSILON)
            ),
        ),
        "no epsilon": wrong(
            "The 1e-7 is missing. It keeps a parameter whose slope was always 0 from a division by 0.",
            _in_adam(end=lambda g, m, s, t: m / (1 - B1**t) / np.sqrt(s / (1 - B2**t))),
        ),
        "epsilon under the root": wrong(
            "The 1e-7 stands under the root. It is added to the root.",
            _in_adam(end=lambda g, m, s, t: m / (1 - B1**t) / np.sqrt(s / (1 - B2**t) + EPSILON)),
        ),
        "another epsilon": wrong(
            "Another small number than 1e-7 is added to the root.",
            _in_adam(end=lambda g, m, s, t: m / (1 - B1**t) / (np.sqrt(s / (1 - B2**t)) + 1e-8)),
            _in_adam(end=lambda g, m, s, t: m / (1 - B1**t) / (np.sqrt(s / (1 - B2**t)) + 1e-6)),
        ),
        "no root": wrong(
            "The root is missing: s holds squares.",
            _in_adam(end=lambda g, m, s, t: m / (1 - B1**t) / (s / (1 - B2**t) + EPSILON)),
        ),
        "no square": wrong(
            "The slopes went into s without being squared.",
            _in_adam(square=lambda s, g: B2 * s + (1 - B2) * np.abs(g)),
        ),
        "slope above": wrong(
            "Above the line stands this step's slope. The running mean m belongs there.",
            _in_adam(end=lambda g, m, s, t: g / (np.sqrt(s / (1 - B2**t)) + EPSILON)),
        ),
        "mean alone": wrong(
            "This is the corrected mean alone. It is to be divided by the root of s.",
            _in_adam(end=lambda g, m, s, t: m / (1 - B1**t)),
        ),
        "old memory": wrong(
            "m and s were used as they came. First this step's slope goes into both.",
            _in_adam(mean=lambda m, g: m, square=lambda s, g: s),
        ),
        "whole slope": wrong(
            "The new slope was added whole. In a running mean it counts 1 - beta.",
            _in_adam(mean=lambda m, g: B1 * m + g, square=lambda s, g: B2 * s + g**2),
        ),
        "sign": wrong(
            "The sign is flipped. The direction is taken off the parameters later.",
            lambda g, m, s, t: -_adam(g, m, s, t),
        ),
        "step": wrong(
            "A learning rate is in it. The direction alone is asked for.",
            AnyOf(lambda g, m, s, t: [alpha * _adam(g, m, s, t) for alpha in (0.1, 0.01, 0.001, -0.001)]),
        ),
        "t late": wrong(
            "The power is one too high. At the first step t is 1.",
            _in_adam(
                end=lambda g, m, s, t: m / (1 - B1 ** (t + 1)) / (np.sqrt(s / (1 - B2 ** (t + 1))) + EPSILON)
            ),
        ),
    },
    hints=[
        "First the memory: `m = 0.9 * m + 0.1 * g` and `s = 0.999 * s + 0.001 * g**2`.",
        "Both began at 0: `m / (1 - 0.9**t)` and `s / (1 - 0.999**t)` make up for that.",
        "The direction: the first of these, divided by the root of the second plus 1e-7.",
    ],
)

E3 = 1e-3


def _batch_norm(Z, gamma, beta):
    return gamma * (Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0) + E3) + beta


LAYERS = [
    {
        "Z": np.array([[0.52, -1.31], [2.17, -0.46], [-0.73, 0.94], [1.28, 0.35]]),
        "gamma": np.array([1.3, 0.7]),
        "beta": np.array([0.2, -0.5]),
    },
    {
        "Z": np.array([[5.1, -0.2, 0.03], [6.4, 0.1, 0.01], [4.2, -0.4, 0.05]]),
        "gamma": np.array([0.9, 1.1, 2.0]),
        "beta": np.array([-0.3, 0.4, 1.0]),
    },
]

check_batch_norm = function_exercise(
    "07.batch_norm",
    "Check batch_norm(Z, gamma, beta), which returns Z normalised over the batch, (m, n).",
    solve=_batch_norm,
    on=LAYERS,
    right="Each feature gets mean 0, and variance about 1 where its own is far above 0.001; then come gamma"
    " and beta.",
    meaning="one row for each example, one column for each feature",
    mistakes={
        "rows": wrong(
            "Mean and variance were taken along each row. Each feature is normalised over the examples.",
            lambda Z, gamma, beta: (
                gamma * (Z - Z.mean(axis=1, keepdims=True)) / np.sqrt(Z.var(axis=1, keepdims=True) + E3)
                + beta
            ),
        ),
        "whole table": wrong(
            "Mean and variance of the whole table were taken. Each feature has its own.",
            lambda Z, gamma, beta: gamma * (Z - Z.mean()) / np.sqrt(Z.var() + E3) + beta,
        ),
        "one less": wrong(
            "The variance was divided by m - 1. Batch normalisation divides by m.",
            lambda Z, gamma, beta: gamma * (Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0, ddof=1) + E3) + beta,
        ),
        "no root": wrong(
            "It was divided by the variance. Its root belongs there.",
            lambda Z, gamma, beta: gamma * (Z - Z.mean(axis=0)) / (Z.var(axis=0) + E3) + beta,
        ),
        "epsilon outside": wrong(
            "The 0.001 was added to the root. It goes to the variance, under the root.",
            lambda Z, gamma, beta: gamma * (Z - Z.mean(axis=0)) / (Z.std(axis=0) + E3) + beta,
        ),
        "no epsilon": wrong(
            "The 0.001 under the root is missing. It keeps a feature that never changes from a division by"
            " 0.",
            lambda Z, gamma, beta: gamma * (Z - Z.mean(axis=0)) / Z.std(axis=0) + beta,
        ),
        "no mean": wrong(
            "The mean was not taken off.",
            lambda Z, gamma, beta: gamma * Z / np.sqrt(Z.var(axis=0) + E3) + beta,
        ),
        "not divided": wrong(
            "The mean is taken off, but nothing was divided by the root of the variance.",
            lambda Z, gamma, beta: gamma * (Z - Z.mean(axis=0)) + beta,
        ),
        "no gamma and beta": wrong(
            "gamma and beta are missing: scale, then shift.",
            lambda Z, gamma, beta: (Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0) + E3),
        ),
        "no gamma": wrong(
            "gamma is missing: each feature is multiplied by it.",
            lambda Z, gamma, beta: (Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0) + E3) + beta,
        ),
        "no beta": wrong(
            "beta is missing: it is added at the end.",
            lambda Z, gamma, beta: gamma * (Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0) + E3),
        ),
        "swapped": wrong(
            "gamma and beta have changed places: gamma multiplies, beta is added.",
            lambda Z, gamma, beta: beta * (Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0) + E3) + gamma,
        ),
        "beta first": wrong(
            "beta was added before gamma multiplied. First scale, then shift.",
            lambda Z, gamma, beta: gamma * ((Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0) + E3) + beta),
        ),
    },
    hints=[
        "`Z.mean(axis=0)` and `Z.var(axis=0)` are the mean and the variance of each column.",
        "`(Z - Z.mean(axis=0)) / np.sqrt(Z.var(axis=0) + 0.001)` is normalised.",
        "Last: times `gamma`, plus `beta`.",
    ],
)

check_training_cost = parts_exercise(
    "07.training_cost",
    """Check four numbers about a network of 64, 32 and 10, in float32, trained by Adam.

    Parameters; multiplications of one image's forward pass; bytes of the parameters; bytes of all that
    training keeps for each parameter: itself, its gradient, and Adam's two means.
    """,
    parts={
        "Parameters": Part(
            64 * 32 + 32 + 32 * 10 + 10,
            {
                "no biases": wrong(
                    "Parameters: the biases are missing, one for each neuron.", 64 * 32 + 32 * 10
                ),
                "input biases": wrong("Parameters: the inputs have no bias.", 65 * 32 + 33 * 10 + 64),
                "biases once": wrong(
                    "Parameters: only one layer's biases are in it.", 65 * 32 + 32 * 10, 64 * 32 + 33 * 10
                ),
                "neurons": wrong(
                    "Parameters: this is the number of neurons. Each connection has a weight.", 106, 42
                ),
                "all to all": wrong("Parameters: each layer has its own weights. Add them up.", 64 * 32 * 10),
            },
        ),
        "Multiplications": Part(
            64 * 32 + 32 * 10,
            {
                "biases": wrong("Multiplications: a bias is added, and needs none.", 65 * 32 + 33 * 10),
                "first layer": wrong("Multiplications: the second layer is missing.", 64 * 32),
                "all to all": wrong(
                    "Multiplications: one layer comes after the other; their counts add up.", 64 * 32 * 10
                ),
                "with sums": wrong(
                    "Multiplications: the additions are counted too. They are not asked for.",
                    2 * (64 * 32 + 32 * 10),
                ),
            },
        ),
        "Bytes of the parameters": Part(
            4 * 2410,
            {
                "bits": wrong(
                    "Bytes of the parameters: these are bits. A byte has eight of them.", 32 * 2410
                ),
                "float64": wrong(
                    "Bytes of the parameters: that is float64. A float32 has 32 bits.", 8 * 2410
                ),
                "numbers": wrong(
                    "Bytes of the parameters: so many numbers they are. Each takes several bytes.", 2410
                ),
                "no biases": wrong("Bytes of the parameters: the biases take room too.", 4 * 2368),
            },
        ),
        "Bytes of training": Part(
            4 * 4 * 2410,
            {
                "numbers": wrong(
                    "Bytes of training: so many numbers are kept. Each takes several bytes.", 4 * 2410
                ),
                "no gradient": wrong(
                    "Bytes of training: one of the four is missing, of number, slope, two means.",
                    3 * 4 * 2410,
                ),
                "two": wrong("Bytes of training: Adam keeps two means for each parameter.", 2 * 4 * 2410),
                "one more": wrong(
                    "Bytes of training: four for each parameter, the number itself, its slope, two means.",
                    5 * 4 * 2410,
                ),
                "no biases": wrong("Bytes of training: the biases have slopes and means too.", 4 * 4 * 2368),
            },
        ),
    },
    right="Training takes four times the room of the network, and that before any activation is kept.",
    meaning="parameters, multiplications, bytes, bytes of training",
    tolerance=0.5,
    unknown="count layer by layer: 64 inputs to 32 neurons, then 32 to 10.",
    hints=[
        "A layer of h neurons with n inputs has n h weights and h biases.",
        "Each weight is multiplied once for an image. A float32 takes 4 bytes.",
        "For each parameter, training keeps four numbers.",
    ],
)


SHARDS = [
    {"gradients": np.array([[0.31, -1.27], [0.84, 0.15]]), "sizes": np.array([48, 16])},
    {
        "gradients": np.array([[1.4, 0.2, -0.7], [0.6, -0.9, 0.3], [2.1, 0.4, 0.8]]),
        "sizes": np.array([5, 20, 7]),
    },
]


def _combined(gradients, sizes):
    return sizes @ gradients / sizes.sum()


check_combined = function_exercise(
    "07.combined",
    "Check combined(gradients, sizes), which returns the gradient of the whole batch, (n,).",
    solve=_combined,
    on=SHARDS,
    right="Each machine counts as much as the examples that it has.",
    meaning="one slope for each parameter",
    mistakes={
        "plain mean": wrong(
            "This is the plain mean. A machine with more examples has to count more.",
            lambda gradients, sizes: gradients.mean(axis=0),
        ),
        "sum": wrong(
            "The gradients were added up. Each of them is a mean already; the whole is a weighted mean of"
            " them.",
            lambda gradients, sizes: gradients.sum(axis=0),
        ),
        "not divided": wrong(
            "Weighed, and added up: now divide by the number of all examples.",
            lambda gradients, sizes: sizes @ gradients,
        ),
        "divided by machines": wrong(
            "It was divided by the number of machines. The sum holds as many slopes as there are examples.",
            lambda gradients, sizes: sizes @ gradients / len(sizes),
        ),
        "upside down": wrong(
            "The machine with the fewest examples counts most. It has to be the other way.",
            lambda gradients, sizes: (1 / sizes) @ gradients / (1 / sizes).sum(),
        ),
        "weights of the largest": wrong(
            "The sizes were divided by the largest. They have to add up to 1.",
            lambda gradients, sizes: sizes / sizes.max() @ gradients,
        ),
        "mean twice": wrong(
            "A weighted mean was taken, and then divided by the machines once more.",
            lambda gradients, sizes: _combined(gradients, sizes) / len(sizes),
        ),
        "largest alone": wrong(
            "Only the machine with the most examples is in it.",
            lambda gradients, sizes: gradients[sizes.argmax()],
        ),
        "one machine": wrong(
            "Only one machine is left in it. In a loop: is each part added, or does it replace the one"
            " before?",
            AnyOf(lambda gradients, sizes: [*gradients, *(sizes[:, None] * gradients / sizes.sum())]),
            without_loop="Only one machine is left in it. All of them belong to the mean.",
        ),
        "sign": wrong(
            "The sign is flipped. The gradient points uphill; the update takes it off.",
            lambda gradients, sizes: -_combined(gradients, sizes),
        ),
        "squares": wrong(
            "The sizes were squared. Each counts as it is.",
            lambda gradients, sizes: sizes**2 @ gradients / (sizes**2).sum(),
        ),
        "each": wrong(
            "These are the parts of the machines, weighed. Add them up.",
            lambda gradients, sizes: sizes[:, None] * gradients / sizes.sum(),
        ),
    },
    hints=[
        "A machine's gradient is the mean over its own examples. Times their number, it is their sum.",
        "Add up these sums over the machines: `sizes @ gradients`.",
        "Divide by the number of all examples, `sizes.sum()`.",
    ],
)
