"""The explorers of notebook 05."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from helpers import data
from helpers.figures import boundary as boundary_figures
from helpers.figures import classification as figures
from helpers.figures import digits as digit_figures
from helpers.figures import signed, style
from helpers.formulas import boundary as boundary_formulas
from helpers.formulas import classification as formulas
from helpers.formulas import words
from helpers.live.button import button
from helpers.live.controls import choice, log_slider, nearest, player, slider, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import area, grips, point
from helpers.maths import classification, linear
from helpers.widgets import cuts


def surprise():
    """Return an explorer of one example: its score, and what two losses and their slopes say of it."""
    axes = style.new_axes(3, size=(9, 3.5))
    grid = np.linspace(-7, 7, 281)
    losses, slopes, example = figures.draw_surprise(*axes, grid, classification.sigmoid(grid))
    live = LiveFigure(axes[0].figure, [example])

    def update(z, y):
        h, now = float(classification.sigmoid(z)), classification.binary_losses(z, y)
        values = {"squared": float(now.squared), "cross-entropy": float(now.cross)}
        steep = {"squared": float(now.squared_slope), "cross-entropy": float(now.cross_slope)}
        figures.update_surprise(example, z, h, y, values, steep)
        if live.background_of(y):  # the curves stand still while the score moves
            along = classification.binary_losses(grid, np.full_like(grid, y))
            figures.set_label(
                losses,
                slopes,
                y,
                grid,
                {"squared": along.squared, "cross-entropy": along.cross},
                {"squared": along.squared_slope, "cross-entropy": along.cross_slope},
            )
        return Caption(
            _surprise_words(z, h, y, values, steep),
            formulas.surprise(z, h, y, values["cross-entropy"], steep["squared"]),
        )

    controls = {
        "z": slider("z, the score", 1, -7, 7),
        "y": choice("y, the label", {"1": 1, "0": 0}),
    }
    presets = {
        "Sure and right": {"z": 4, "y": 1},
        "Undecided": {"z": 0, "y": 1},
        "Sure and wrong": {"z": -6, "y": 1},
        "Sure and wrong, label 0": {"z": 6, "y": 0},
    }
    handles = [
        point(example.label, "z", "y"),
        point(example.probability, x="z"),
        *(point(each, x="z") for each in (*example.losses.values(), *example.slopes.values())),
        *(area(ax, x="z") for ax in axes),
    ]
    return Explorer(live, controls, update, presets, "surprise", handles)


def _surprise_words(z, h, y, losses, slopes):
    squared, cross = ((losses[name], slopes[name]) for name in ("squared", "cross-entropy"))
    return (
        f"The score {words.number(z, 1)} becomes the probability h = {h:.4f} of class 1; the label is {y}."
        f" The squared loss is {squared[0]:.3f}, with the slope {words.number(squared[1], 4)};"
        f" the cross-entropy is {cross[0]:.3f} nats, with the slope {words.number(cross[1], 4)}."
    )


def scores_to_probabilities():
    """Return an explorer of the softmax: three scores, their probabilities, the surprise at the truth."""
    left, middle, right = style.new_axes(3, size=(9, 3.6), width_ratios=[1, 1.3, 0.85])
    share = np.geomspace(1e-4, 1, 200)
    artists = figures.draw_softmax(left, middle, right, share, -np.log(share), limit=8.6, top=8.6)
    live = LiveFigure(left.figure, [artists])

    def update(z0, z1, z2, added, temperature, true):
        scores = np.array([z0, z1, z2]) + added
        p, y = classification.softmax(scores, temperature), classification.one_hot([true], 3)[0]
        (loss,) = classification.class_losses(scores[None] / temperature, [true])
        figures.update_softmax(artists, scores, p, y, loss)
        return Caption(
            _softmax_words(scores, added, temperature, true, p, y, loss),
            formulas.softmax(scores, temperature, true, figures.CLASSES, p[true], loss),
        )

    controls = {
        f"z{k}": slider(f"z of {name}", value, -4, 4)
        for k, (name, value) in enumerate(zip(figures.CLASSES, (1, 2, 4), strict=True))
    } | {
        "added": slider("added to all scores", 0, -4, 4),
        "temperature": log_slider("temperature", 1.0, 0.1, 10.0, exactly=(0.2, 0.5, 2.0, 5.0)),
        "true": choice("true class", {name: k for k, name in enumerate(figures.CLASSES)}, 1),
    }
    opening = {"z0": 1, "z1": 2, "z2": 4, "added": 0, "temperature": 1.0, "true": 1}
    presets = {
        "All alike": opening | {"z0": 0, "z1": 0, "z2": 0},
        "One leads": opening | {"true": 2},
        "Hot": opening | {"temperature": 10.0},
        "Cold": opening | {"temperature": 0.2},
        "Sure and wrong": opening | {"z0": -3, "z1": -1, "true": 0},
    }

    def moved(grab):
        return {f"z{grab.part}": grab.y - grab.start["added"]}

    handles = [grips(artists.scores, moved), area(middle, x="true")]
    return Explorer(live, controls, update, presets, "scores_to_probabilities", handles)


def _softmax_words(scores, added, temperature, true, p, y, loss):
    named = [f"{name} {words.number(score, 1)}" for name, score in zip(figures.CLASSES, scores, strict=True)]
    of_all = "" if abs(added) < 1e-9 else f"{words.change(added, 1)} to each included, "
    shares = ", ".join(f"{share:.3f}" for share in p)
    errors = ", ".join(words.change(error, 3) for error in p - y)
    return (
        f"The scores {', '.join(named)} ({of_all}temperature {temperature:g}) become the probabilities"
        f" {shares}. The true class is {figures.CLASSES[true]}: the surprise at it is {loss:.3f} nats,"
        f" and p − y is {errors}."
    )


M = 1000
"""How many examples have a score."""
THRESHOLDS = np.linspace(-3, 6, 91)
LIMITS, EDGES = (-3.7, 7.4), np.linspace(-4.5, 9, 55)
"""Of the scores in the picture; between the bars of a histogram, 0.25 wide."""
HIGHEST = {"of it": (4, 12, 30, 80), "others": (150,)}
"""For how many examples in a bar each histogram may be scaled: few steps, since each is a whole redraw."""


def threshold():
    """Return an explorer of a threshold on the scores of a class that may be rare, and of what it finds."""
    axes = style.new_axes(2, 2, size=(9, 4.4), width_ratios=[1.15, 1], sharex=True)
    heaps = {
        name: figures.draw_heap(ax, name, LIMITS)
        for name, ax in zip(("of it", "others"), axes[:, 0], strict=True)
    }
    two = figures.draw_shares(axes[0, 1], ("precision", "recall"), LIMITS)
    one = figures.draw_shares(axes[1, 1], ("accuracy", "always no"), LIMITS)
    for ax in axes[0]:
        ax.xaxis.label.set_visible(False)  # it stands below, as its numbers do
    live = LiveFigure(axes[0, 0].figure, [heaps, two, one])

    def update(t, share, distance, seed):
        scores, y = data.scores(M, seed, share, distance)
        found = classification.counts(y, scores > t)
        counts = {name: np.histogram(scores[y == k], EDGES)[0] for name, k in (("of it", 1), ("others", 0))}
        highest = [min(each for each in HIGHEST[name] if each >= counts[name].max()) for name in heaps]
        if live.background_of(highest):
            for ax, most in zip(axes[:, 0], highest, strict=True):
                figures.scale_heap(ax, most)
        said = {
            "of it": (f"missed {found.missed}", f"found {found.found}"),
            "others": (f"rightly left {found.rightly_left:,}", f"false alarms {found.false_alarms:,}"),
        }
        for name in heaps:
            figures.update_heap(heaps[name], EDGES, counts[name], t, said[name])
        along = _shares_along(share, distance, seed)
        now = {"precision": found.precision, "recall": found.recall, "accuracy": found.accuracy}
        for shares in (two, one):
            figures.update_shares(shares, THRESHOLDS, along, t, now)
        return Caption(
            _threshold_words(t, share, distance, seed, found),
            formulas.precision_and_recall(
                found,
                found.precision if found.found + found.false_alarms else None,
                found.recall,
                found.accuracy,
            ),
        )

    controls = {
        "t": slider("threshold", 1, -3, 6),
        "share": slider("share of the class y = 1", 0.1, 0.01, 0.5, step=0.01),
        "distance": slider("distance of the heaps", 2, 0, 4),
        "seed": whole_slider("seed of the scores", 0, 0, 9),
    }
    same = {"distance": 2, "seed": 0}
    presets = {
        "99 % right, none found": {"t": 4, "share": 0.01, **same},
        "Find nearly all": {"t": 0, "share": 0.1, **same},
        "Few false alarms": {"t": 2.5, "share": 0.1, **same},
        "Balanced": {"t": 1, "share": 0.5, **same},
    }
    handles = [
        *(grips(heap.threshold, lambda grab: {"t": grab.x}) for heap in heaps.values()),
        *(point(each, x="t") for each in (*two.now.values(), *one.now.values())),
        *(area(ax, x="t") for ax in axes.flat),
    ]
    return Explorer(live, controls, update, presets, "threshold", handles, more=["seed"])


@lru_cache(maxsize=64)
def _shares_along(share, distance, seed):
    """Return precision, recall, accuracy and that of "always no" at THRESHOLDS, (q,) each, by name."""
    scores, y = data.scores(M, seed, share, distance)
    found = [classification.counts(y, scores > place) for place in THRESHOLDS]
    shares = {
        name: np.array([getattr(each, name) for each in found])
        for name in ("precision", "recall", "accuracy")
    }
    return shares | {"always no": np.full(len(THRESHOLDS), np.mean(y == 0))}


def _threshold_words(t, share, distance, seed, found):
    there = found.found + found.missed
    flagged = found.found + found.false_alarms
    precise = f"Precision {found.precision:.3f}" if flagged else "No precision, since none is flagged"
    return (
        f"Of {M:,} examples, {there} are of class 1"
        f" (share {share:.2f}, distance {distance:.1f}, seed {seed})."
        f" The threshold {words.number(t, 1)} flags {flagged:,}: {found.found} found, {found.missed} missed,"
        f" {words.count(found.false_alarms, 'false alarm')}, {found.rightly_left} rightly left."
        f" {precise}; recall {found.recall:.3f}, accuracy {found.accuracy:.3f};"
        f" “always no” has accuracy {1 - there / M:.3f}."
    )


PLANE, CELLS = 4, 60
"""Half the width of the plane of two heaps, and cells along each side of its colours."""
THETAS = ("theta0", "theta1", "theta2")


def boundary():
    """Return an explorer of logistic regression in the plane: line, probability, and each point's loss."""
    left, right = style.new_axes(2, size=(9, 3.7), width_ratios=[1.15, 1])
    plane = boundary_figures.draw_boundary(left, PLANE)
    margin_grid = np.linspace(-8, 8, 161)
    curve = classification.binary_losses(margin_grid, np.ones_like(margin_grid)).cross
    margins = boundary_figures.draw_margins(right, margin_grid, curve, top=8)
    live = LiveFigure(left.figure, [plane, margins])
    over = linear.add_bias(signed.plane(-PLANE, PLANE, CELLS))  # (CELLS², 3)

    def update(theta0, theta1, theta2, m, distance, seed):
        theta, (X, y) = np.array([theta0, theta1, theta2]), _heaps(m, seed, distance)
        z = linear.predict(theta, X)
        losses = classification.binary_losses(z, y).cross
        worst = int(np.argmax(losses))
        h = classification.sigmoid(linear.predict(theta, over)).reshape(CELLS, CELLS)
        boundary_figures.update_boundary(plane, h, theta, X[:, 1:], y, worst)
        boundary_figures.update_margins(margins, np.where(y == 1, z, -z), losses, y, worst)
        text = _boundary_words(theta, losses, z, y, worst, f"distance {distance:.1f}, seed {seed}")
        return Caption(
            text, boundary_formulas.score_and_loss(theta, X[worst, 1:], y[worst], z[worst], losses[worst])
        )

    def descend(steps):
        values = explorer.values
        X, y = _heaps(*(values[name] for name in ("m", "seed", "distance")))
        start = np.array([values[name] for name in THETAS])
        theta = classification.logistic_descent(X, y, alpha=1, steps=steps, theta=start).thetas[-1]
        at = {
            name: nearest(explorer.controls[name], value) for name, value in zip(THETAS, theta, strict=True)
        }
        explorer.go_to(at)

    controls = {
        "theta0": slider("θ₀, the intercept", 0, -6, 6, step=0.05),
        "theta1": slider("θ₁, weight of x₁", -0.5, -6, 6, step=0.05),
        "theta2": slider("θ₂, weight of x₂", 1, -6, 6, step=0.05),
        "ten": button("10 steps of descent", lambda: descend(10)),
        "hundred": button("100 steps", lambda: descend(100)),
        "distance": slider("distance of the heaps", 1.5, 0, 4, step=0.5),
        "m": choice("m, how many points", [20, 40, 100], 40),
        "seed": whole_slider("seed of the points", 0, 0, 9),
    }
    heaps = {"distance": 1.5, "m": 40, "seed": 0}
    presets = {
        "It knows nothing": {"theta0": 0, "theta1": 0, "theta2": 0, **heaps},
        "The wrong way round": {"theta0": 0, "theta1": -1, "theta2": -0.5, **heaps},
        "After 100 steps": {"theta0": 0, "theta1": 1.65, "theta2": 0.9, **heaps},
        "The same line, 3 times as sure": {"theta0": 0, "theta1": 4.95, "theta2": 2.7, **heaps},
    }
    handles = [
        cuts.lever(left, controls, ("theta1", "theta2", "theta0")),
        cuts.arrow(left, controls, ("theta1", "theta2", "theta0")),
    ]
    explorer = Explorer(live, controls, update, presets, "boundary", handles, more=["distance", "m", "seed"])
    return explorer


@lru_cache(maxsize=8)
def _heaps(m, seed, distance):
    """Return the points of two heaps with x0 = 1 in front, and their labels."""
    X, y = data.two_heaps(m, seed, distance)
    return linear.add_bias(X), y


def _boundary_words(theta, losses, z, y, worst, heaps):
    right = np.sum((z > 0) == (y == 1))
    h = float(classification.sigmoid(z[worst]))
    ringed = (
        "All have the same, the ringed one too"
        if words.alike(losses)
        else f"The largest, {losses[worst]:.2f}, has the ringed point"
    )
    return (
        f"The model with θ = ({', '.join(words.number(value) for value in theta)}) is right on {right} of"
        f" {len(y)} points ({heaps}); their mean loss is {losses.mean():.3f} nats."
        f" {ringed}: its label is {y[worst]}, and h = {h:.4f}."
    )


STEPS = 200
"""Of the descents that digit_weights shows."""
LEAST, SHOWN = 1e-9, 1.0
"""Between these lies the weight of the fullest colour: the largest there is, so that first steps are seen."""


def digit_weights():
    """Return an explorer of ten weight pictures that learn handwritten digits, and of one image judged."""
    rows = [["weights", "bars", "bars"], ["weights", "loss", "right"]]
    axes = style.new_mosaic(rows, size=(9, 4.2), width_ratios=[2.1, 1, 1])
    gallery = digit_figures.draw_gallery(axes["weights"], range(10), "image")
    bars = digit_figures.draw_probabilities(axes["bars"], 10)
    losses = digit_figures.draw_curves(axes["loss"], steps=STEPS, limits=(0, 2.4), ylabel="loss")
    right = digit_figures.draw_curves(
        axes["right"], steps=STEPS, limits=(0, 1.02), ylabel="share right", legend=True
    )
    live = LiveFigure(axes["weights"].figure, [gallery, bars, losses, right])

    def update(step, alpha, example):
        parts, run = _digits(), _digit_run(alpha)
        theta, X = run.thetas[step], parts["validation"][0]
        fullest = np.clip(np.abs(theta[1:]).max(), LEAST, SHOWN)
        digit_figures.update_gallery(gallery, theta[1:].T, X[example, 1:], fullest)  # (64, 10) -> (10, 64)
        truth = int(parts["validation"][1][example])
        p = classification.softmax(X[example] @ theta)
        digit_figures.update_probabilities(bars, p, truth)
        digit_figures.update_curves(losses, *run.losses, step)
        digit_figures.update_curves(right, *run.right, step)
        said = int(np.argmax(p))
        return Caption(
            _digit_words(step, alpha, run, example, truth, said, p), formulas.one_surprise(truth, p[truth])
        )

    steps = whole_slider("steps of descent", 50, 0, STEPS)
    controls = {
        "step": steps,
        "player": player(steps, 60),
        "alpha": choice("α, the learning rate", [0.1, 0.3, 1.0, 3.0], 1.0),
        "example": whole_slider("image of the validation set", 0, 0, 398),
    }
    presets = {
        "Before the first step": {"step": 0, "alpha": 1.0},
        "After one step": {"step": 1, "alpha": 1.0},
        "After 200 steps": {"step": STEPS, "alpha": 1.0},
        "An 8 taken for a 1": {"step": STEPS, "alpha": 1.0, "example": 18},
    }
    handles = [area(axes[name], x="step") for name in ("loss", "right")]
    return Explorer(live, controls, update, presets, "digit_weights", handles)


class _DigitRun(NamedTuple):
    """A descent of softmax regression: thetas, and losses and shares right of training and validation."""

    thetas: np.ndarray
    losses: tuple[np.ndarray, np.ndarray]
    right: tuple[np.ndarray, np.ndarray]


@lru_cache(maxsize=1)
def _digits():
    """Return inputs, with x0 = 1 in front, and labels of the training forms and the validation forms."""
    digits = data.digits()
    parts = zip(("training", "validation"), data.split_by_group(digits.form), strict=False)
    return {name: (linear.add_bias(digits.X[part]), digits.y[part]) for name, part in parts}


@lru_cache(maxsize=8)
def _digit_run(alpha):
    parts = _digits().values()
    run = classification.softmax_descent(*_digits()["training"], 10, alpha=alpha, steps=STEPS)
    losses, right = (
        tuple(np.array([measure(theta, X, y) for theta in run.thetas]) for X, y in parts)
        for measure in (classification.softmax_loss, _share_right)
    )
    return _DigitRun(run.thetas, losses, right)


def _share_right(theta, X, labels):
    return np.mean((X @ theta).argmax(axis=1) == labels)


def _a(digit):
    return f"an {digit}" if digit == 8 else f"a {digit}"


def _digit_words(step, alpha, run, example, truth, said, p):
    verdict = "rightly" if said == truth else f"but it is {_a(truth)}, which gets {words.size(p[truth], 3)}"
    called = f"Image {example} is called {_a(said)} (p = {p[said]:.3f}), {verdict}."
    if words.alike(p):
        called = f"All ten digits get p = {p[said]:.3f} for image {example}."
    return (
        f"After {words.count(step, 'step')} with α {alpha:g} the loss is {run.losses[0][step]:.3f} on the"
        f" training forms and {run.losses[1][step]:.3f} on the validation forms; right are"
        f" {run.right[0][step]:.3f} and {run.right[1][step]:.3f}. {called} Ink speaks for"
        " a digit where its picture is orange, and against it where it is purple."
    )
