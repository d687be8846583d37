"""The explorers of notebook 08."""

from functools import lru_cache, partial

import numpy as np

from helpers import data
from helpers.data import augmentation, shipped
from helpers.data import make_learning_curve as learnt
from helpers.data.animals import LEARNING_CURVE, NAMES, SIDE
from helpers.figures import features as feature_figures
from helpers.figures import overfitting as curve_figures
from helpers.figures import pictures, style
from helpers.formulas import generalisation as formulas
from helpers.formulas import numbers, words
from helpers.live.controls import choice, slider, stop_slider, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import Handle
from helpers.maths import backprop, features, linear, network, polynomial, regularisation

_lambda_words = partial(numbers.exact, digits=0)  # 0.00001, where a format would write 1e-05
NEW_POINTS, NEW_SEED = 100, 1000
"""Points of the validation set, and what is added to the seed of the data for theirs."""
DEGREES, LAMBDAS = range(1, 10), (0.0, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1.0)
SETTINGS = {"degree": [str(degree) for degree in DEGREES], "λ": [_lambda_words(each) for each in LAMBDAS]}
TICKS = SETTINGS | {"λ": ["0", *(f"$10^{{{round(np.log10(each))}}}$" for each in LAMBDAS[1:])]}
"""What the losses can be shown along -> the settings there."""


def overfitting():
    """Return an explorer of a polynomial's degree and weight decay, with both losses along either."""
    grid, truth = data.wave(201, noise=0)
    left, right = style.new_axes(2, size=(9, 3.6), width_ratios=[1.2, 1])
    curve = curve_figures.draw_curve(left, grid[:, 0], truth)
    losses = curve_figures.draw_losses(right, limit=0.6)
    live = LiveFigure(left.figure, [curve, losses])

    def update(degree, lambda_, along, m, noise, seed):
        if live.background_of(along):
            name = "degree of the polynomial" if along == "degree" else r"$\lambda$, weight decay"
            curve_figures.set_settings(right, TICKS[along], name)
        train, valid = data.wave(m, seed, noise), data.wave(NEW_POINTS, seed + NEW_SEED, noise)
        pairs = [(d, lambda_) for d in DEGREES] if along == "degree" else [(degree, each) for each in LAMBDAS]
        fits = [regularisation.ridge(polynomial.powers(train[0], d), train[1], each) for d, each in pairs]
        both = np.array(
            [
                [linear.loss(theta, polynomial.powers(X, d), y) for X, y in (train, valid)]
                for theta, (d, _) in zip(fits, pairs, strict=True)
            ]
        )
        at = pairs.index((degree, lambda_))
        h = linear.predict(fits[at], polynomial.powers(grid, degree))
        curve_figures.update_curve(curve, *((x[:, 0], y) for x, y in ((grid, h), train, valid)))
        curve_figures.update_losses(losses, both, at)
        text = _fit_words(degree, lambda_, m, noise, seed, both[at], fits[at])
        text += _best_words(along, both)
        return Caption(text, formulas.penalised(degree, lambda_, *both[at]))

    controls = {
        "along": choice("losses along", list(SETTINGS)),
        "degree": whole_slider("degree of the polynomial", 3, DEGREES[0], DEGREES[-1]),
        "lambda_": stop_slider("λ, weight decay", 0.0, LAMBDAS, _lambda_words),
        "m": whole_slider("m, points to learn from", 10, 10, 100),
        "noise": slider("noise", 0.3, 0, 0.4, step=0.05),
        "seed": whole_slider("seed of the points", 2, 0, 20),
    }
    ten = {"m": 10, "noise": 0.3, "seed": 2, "lambda_": 0.0, "along": "degree"}
    presets = {
        "Too stiff": ten | {"degree": 1},
        "About right": ten | {"degree": 3},
        "Too flexible": ten | {"degree": 9},
        "Too flexible, with 100 points": ten | {"degree": 9, "m": 100},
        "Too flexible, with decay": ten | {"degree": 9, "lambda_": 0.001, "along": "λ"},
    }

    def moved(grab):
        along = grab.start["along"]
        at = int(np.clip(round(grab.x), 0, len(SETTINGS[along]) - 1))
        return {"degree": DEGREES[at]} if along == "degree" else {"lambda_": LAMBDAS[at]}

    handles = [Handle(right, None, moved)]
    return Explorer(live, controls, update, presets, "overfitting", handles, more=["seed"])


def _fit_words(degree, lambda_, m, noise, seed, losses, theta):
    train, valid = losses
    return (
        f"A polynomial of degree {degree}, with {degree + 1} parameters, fitted to {m} points"
        f" (noise {noise:.2f}, seed {seed}) with λ = {_lambda_words(lambda_)}: its loss is {train:.3f}"
        f" on them and {valid:.3f} on {NEW_POINTS} others, the validation set; its largest parameter is"
        f" {words.size(float(np.abs(theta).max()), 2)}."
    )


def _best_words(along, losses):
    best = int(np.argmin(losses[:, 1]))
    name = "degree " if along == "degree" else "λ = "
    return f" There {name}{SETTINGS[along][best]} does best, with {losses[best, 1]:.3f}."


COUNTS = (
    1,
    2,
    3,
    4,
    5,
    6,
    8,
    10,
    11,
    12,
    13,
    14,
    15,
    16,
    17,
    18,
    20,
    22,
    25,
    28,
    30,
    32,
    35,
    40,
    50,
    70,
    100,
)
COUNTS += (200, 400, 1000)
"""Numbers of features that are tried; the numbers of examples are among them."""
DRAWS, DECAYS = 8, (0.0, 1e-6, 1e-5, 1e-4, 1e-3, 0.01)


def double_descent():
    """Return an explorer of random waves as features, from fewer than there are examples to far more."""
    left, right = style.new_axes(2, size=(9, 3.6), width_ratios=[1.1, 1])
    grid, truth = data.wave(201, noise=0)
    curve = curve_figures.draw_curve(left, grid[:, 0], truth)
    losses = feature_figures.draw_descent(right, COUNTS, DRAWS, (0.003, 30))
    live = LiveFigure(left.figure, [curve, losses])

    def update(count, m, noise, lambda_, seed):
        train, valid = data.wave(m, seed, noise), data.wave(NEW_POINTS, seed + NEW_SEED, noise)
        fits = [[features.fit(parts, train[1], lambda_) for parts in draw] for draw in _parts(m)]
        new = np.array([[_half_mse(fit.h_new[:NEW_POINTS], valid[1]) for fit in draw] for draw in fits])
        first, at = fits[0], COUNTS.index(count)
        at_train = np.array([_half_mse(fit.h, train[1]) for fit in first])
        h = first[at].h_new[NEW_POINTS:]
        curve_figures.update_curve(curve, *((x[:, 0], y) for x, y in ((grid, h), train, valid)))
        middle = np.median(new, axis=0)
        feature_figures.update_descent(losses, COUNTS, new, middle, at_train, at, m, new[0, at])
        text = _feature_words(count, m, noise, lambda_, seed, at_train[at], new[0, at], first[at].size)
        return Caption(text + _peak_words(middle, at), formulas.random_waves(count, m))

    controls = {
        "count": stop_slider("number of features", 6, COUNTS, "{:,}"),
        "m": choice("m, points to learn from", [10, 15, 20], 15),
        "noise": slider("noise", 0.3, 0, 0.4, step=0.05),
        "lambda_": stop_slider("λ, weight decay", 0.0, DECAYS, _lambda_words),
        "seed": whole_slider("seed of the points", 2, 0, 20),
    }
    plain = {"m": 15, "noise": 0.3, "lambda_": 0.0, "seed": 2}
    presets = {
        "Few features": plain | {"count": 6},
        "As many as points": plain | {"count": 15},
        "Far more": plain | {"count": 1000},
        "As many as points, with decay": plain | {"count": 15, "lambda_": 1e-4},
    }

    def moved(grab):
        return {"count": min(COUNTS, key=lambda count: abs(np.log(count / grab.x)))}

    return Explorer(
        live, controls, update, presets, "double_descent", [Handle(right, None, moved)], more=["seed"]
    )


@lru_cache(maxsize=8)
def _parts(m):
    """Return, for each draw and count, the features of m examples, of the new points and of a grid."""
    x = data.wave(m, noise=0)[0][:, 0]
    new = np.concatenate([data.wave(NEW_POINTS, noise=0)[0][:, 0], data.wave(201, noise=0)[0][:, 0]])
    return [
        [
            features.decomposed(*(features.random_waves(each, count, draw) for each in (x, new)))
            for count in COUNTS
        ]
        for draw in range(DRAWS)
    ]


def _half_mse(h, y):
    return float(linear.half_mean_square(h - y))


def _feature_words(count, m, noise, lambda_, seed, train, valid, size):
    return (
        f"{words.count(count, 'random wave')} fitted to {m} points (noise {noise:.2f}, seed {seed}),"
        f" λ = {_lambda_words(lambda_)}: loss {_small(train)} on them and {words.size(valid, 3)} on"
        f" {NEW_POINTS} others; the parameters together have the size {words.size(size, 3)}."
    )


def _small(loss):
    return words.size(loss, 3) if loss > 1e-9 else "0"


def _peak_words(middle, at):
    peak, best = int(np.argmax(middle[4:])) + 4, int(np.argmin(middle))
    return (
        f" The median of {DRAWS} draws of features has {words.size(middle[at], 3)} here; from 5 features"
        f" on it is worst with {COUNTS[peak]}, {words.size(middle[peak], 3)}, and of all it is best with"
        f" {COUNTS[best]:,}, {words.size(middle[best], 3)}."
    )


def learning_curve():
    """Return an explorer of how many animals a model learns from, and what it then calls twelve others."""
    left, right = style.new_axes(2, size=(9, 3.9), width_ratios=[1, 1.1])
    shown = pictures.draw_pictures(left, "not seen before; framed: wrong")
    limits = (learnt.SIZES[0] * 0.8, learnt.SIZES[-1] * 1.25)
    shares = pictures.draw_shares(right, ["training", "validation"], "images to learn from", limits, log=True)
    live = LiveFigure(left.figure, [shown, shares])

    def update(size, model, draw):
        X, y, called, trained, twelve = _learnt()
        which, at = learnt.MODELS.index(model), learnt.SIZES.index(size)
        right_ones = called[which] == y  # (sizes, draws, judged)
        answers = called[which, at, draw]
        pictures.update_pictures(
            shown,
            X[twelve].reshape(-1, SIDE, SIDE),
            [NAMES[k] for k in answers[twelve]],
            (answers == y)[twelve],
        )
        runs = {"training": trained[which].T, "validation": right_ones.mean(axis=2).T}
        means = {name: each.mean(axis=0) for name, each in runs.items()}
        pictures.update_shares(shares, learnt.SIZES, means, at, runs)
        hits = int(right_ones[at, draw].sum())
        return Caption(
            f"{model[0].upper()}{model[1:]}, learning from {size:,} images (draw {draw}): right on"
            f" {trained[which, at, draw]:.3f} of them, and on {hits} of {learnt.JUDGED} others"
            f" ({hits / learnt.JUDGED:.3f}), of the twelve shown on {int((answers == y)[twelve].sum())}."
            f" Mean of {learnt.DRAWS} draws: {means['training'][at]:.3f} and {means['validation'][at]:.3f}.",
            formulas.share(hits, learnt.JUDGED),
        )

    controls = {
        "size": stop_slider("images to learn from", 300, learnt.SIZES, "{:,}"),
        "model": choice("model", list(learnt.MODELS), learnt.MODELS[2]),
        "draw": choice("draw of the images", list(range(learnt.DRAWS))),
    }
    presets = {
        "Few": {"size": 30, "model": learnt.MODELS[2], "draw": 0},
        "Many": {"size": 3000, "model": learnt.MODELS[2], "draw": 0},
        "A stiff model": {"size": 3000, "model": learnt.MODELS[1], "draw": 0},
        "Nothing learnt but kept": {"size": 1000, "model": learnt.MODELS[0], "draw": 0},
        "Mirrored": {"size": 1000, "model": learnt.MODELS[3], "draw": 0},
    }

    def moved(grab):
        return {"size": min(learnt.SIZES, key=lambda size: abs(np.log(size / max(grab.x, 1))))}

    return Explorer(live, controls, update, presets, "learning_curve", [Handle(right, None, moved)])


@lru_cache(maxsize=1)
def _learnt():
    """Return the judged images, their classes, what models say, their training shares, which are shown."""
    X, y = data.animals()
    judged, _ = learnt.parts()
    held = shipped.arrays(LEARNING_CURVE)
    called, trained = held["called"].astype(int), held["trained"]
    X, y = X[judged], y[judged]
    twelve = [np.flatnonzero(y == kind)[3] for kind in range(len(NAMES))]  # one of each kind, and
    twelve += [np.flatnonzero(y == kind)[4] for kind in (2, 4)]  # another cat and another dog
    return X, y, called, trained, twelve


STRENGTHS = np.linspace(0, 1, 11)
TESTED = 200
"""Images on which a change is judged."""
SOURCES = ("animals", "digits")


def augmentations():
    """Return an explorer of changed images: twelve of one, and what a network makes of many."""
    left, right = style.new_axes(2, size=(9, 3.9), width_ratios=[1, 1.1])
    shown = pictures.draw_pictures(left, "changed twelve times; framed: wrong")
    shares = pictures.draw_shares(right, ["validation"], "strength of the change", (-0.03, 1.03))
    live = LiveFigure(left.figure, [shown, shares])

    def update(source, image, kind, strength, seed):
        layers, images, y, names = _network(source)
        twelve = augmentation.changed(np.repeat(images[image][None], 12, axis=0), kind, strength, seed)
        answers = _called(layers, twelve)
        pictures.update_pictures(shown, twelve, [names[k] for k in answers], answers == y[image])
        held = _held(source, kind)
        at = round(strength * (len(STRENGTHS) - 1))
        pictures.update_shares(shares, STRENGTHS, {"validation": held}, at)
        unit = _unit(kind, strength)
        same = int((answers == y[image]).sum())
        return Caption(
            f"Image: {names[y[image]]}, {kind}, {unit} (seed {seed}). The network, which saw no changed"
            f" image, says {names[y[image]]} to {same} of 12. Of {TESTED} {source} changed like this it names"
            f" {held[at]:.3f} right, unchanged {held[0]:.3f}.",
            formulas.share(round(held[at] * TESTED), TESTED),
        )

    controls = {
        "source": choice("images", list(SOURCES)),
        "image": whole_slider("image", 7, 0, 19),
        "kind": choice("change", list(augmentation.KINDS)),
        "strength": slider("strength", 0.5, 0, 1, step=0.1),
        "seed": whole_slider("seed", 0, 0, 9),
    }
    plain = {"image": 7, "seed": 0}
    presets = {
        "Mirrored animals": plain | {"source": "animals", "kind": "mirrored", "strength": 0.5},
        "Mirrored digits": plain | {"source": "digits", "kind": "mirrored", "strength": 0.5, "image": 2},
        "A little shifted": plain | {"source": "animals", "kind": "shifted", "strength": 0.3},
        "A little turned": plain | {"source": "digits", "kind": "turned", "strength": 0.1, "image": 2},
        "Upside down": plain | {"source": "digits", "kind": "turned", "strength": 1.0, "image": 6},
    }
    handles = [Handle(right, None, lambda grab: {"strength": float(np.clip(round(grab.x, 1), 0, 1))})]
    return Explorer(live, controls, update, presets, "augmentations", handles, more=["seed"])


@lru_cache(maxsize=2)
def _network(source):
    """Return a network, images (TESTED, h, w) new to it, their classes, and what the classes are called."""
    if source == "animals":
        X, y = data.animals()
        judged, (pool, *_) = learnt.parts()
        trained, epochs, hidden, names = pool[:1000], 30, 64, NAMES
    else:
        digits = data.digits()
        X, y = digits.X, digits.y
        train, valid, _ = data.split_by_group(digits.form)
        trained, judged = np.flatnonzero(train), np.flatnonzero(valid)
        epochs, hidden, names = 20, 32, tuple("0123456789")
    nets = regularisation.learning(
        backprop.random_layers((X.shape[1], hidden, 10), "softmax", "relu", seed=0),
        X[trained],
        y[trained],
        alpha=0.1,
    )
    for _ in range(epochs + 1):
        layers = next(nets)
    side = round(np.sqrt(X.shape[1]))
    judged = judged[:TESTED]
    return layers, X[judged].reshape(-1, side, side), y[judged], names


def _called(layers, images):
    return network.forward(layers, images.reshape(len(images), -1))[-1].Z.argmax(axis=1)


@lru_cache(maxsize=32)
def _held(source, kind):
    """Return the share of right answers at each of STRENGTHS."""
    layers, images, y, _ = _network(source)
    return np.array(
        [
            np.mean(_called(layers, augmentation.changed(images, kind, strength)) == y)
            for strength in STRENGTHS
        ]
    )


def _unit(kind, strength):
    way = augmentation.KINDS[kind]
    amount = strength * way.most
    return way.unit.format(2**amount if kind == "larger or smaller" else amount)
