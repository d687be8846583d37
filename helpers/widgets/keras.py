"""The explorers of notebook 04: trainings replayed epoch by epoch, also while they run; Keras's settings."""

from functools import lru_cache

import numpy as np

from helpers import data
from helpers.figures import descent as descent_figures
from helpers.figures import line, style
from helpers.figures import training as figures
from helpers.formulas import training as formulas
from helpers.formulas import words
from helpers.live.controls import choice, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import grips
from helpers.live.replay import Replay, controls_along, handles_along
from helpers.maths import descent, linear, network
from helpers.widgets import line_scene

SIZE = (9, 3.4)  # inches; lower than usual, since a line or two of code stand above while a training runs

EPOCHS = 50
FACTORS = {"mean_squared_error": 2, "the course's L": 1}
"""How many times L each loss is."""


def training_replay(thetas=None, X=None, y=None, *, every=1, epochs=None):
    """Return an explorer of a training of the linear model: the line and its loss after each epoch.

    thetas  (k, 2)   recorded, the first from before the training; unless given, our own mini-batch descent
    X, y             the data, (m, 1) and (m,); data.line() unless given
    every            how many epochs lie between two of the thetas
    epochs           how many there will be, if more will be appended
    """
    X, y = data.line() if X is None else (X, y)
    X = linear.add_bias(X)
    x, best = X[:, 1], linear.least_squares(X, y)
    if thetas is None:  # 4 updates an epoch, over 100 epochs
        thetas = descent.gradient_descent(X, y, alpha=0.02, steps=400, batch_size=32).thetas[::4]
    thetas = [np.asarray(theta, dtype=float) for theta in thetas]
    epochs, least = epochs or every * (len(thetas) - 1), linear.loss(best, X, y)

    left, right = style.new_axes(2, size=SIZE)
    reference = figures.draw_reference(left, [0, 1], linear.predict(best, [[1, 0], [1, 1]]), "least squares")
    fit = line.draw_fit(left, x, y, x_limits=line_scene.SIDES, y_limits=(-0.5, 7))
    left.legend(loc="upper left", fontsize=12)
    limits = (0.8 * least, 1.5 * max(linear.loss(thetas[0], X, y), 2 * least))
    curve = figures.draw_losses(right, epochs=epochs, limits=limits, least=least, label="least squares")
    live = LiveFigure(left.figure, [reference, fit, curve])
    losses = []

    def update(epoch):
        losses.extend(linear.loss(theta, X, y) for theta in thetas[len(losses) :])
        now = epoch // every
        line.update_fit(fit, x, y, linear.predict(thetas[now], X))
        figures.update_progress(curve, every * np.arange(len(losses)), losses, now)
        now_line = words.line(thetas[now], slope_first=True)
        text = (
            f"After epoch {epoch} of {epochs} the line is y = {now_line}, and its loss L is"
            f" {words.number(losses[now], 3)}; the least loss of any line is {least:.3f}."
        )
        return Caption(text, formulas.line_and_loss(thetas[now], losses[now]))

    controls = controls_along("epoch", len(thetas) - 1, every)
    return Replay(live, controls, update, thetas, every, epochs, handles_along("epoch", right, curve.point))


def network_replay(record=None, X=None, y=None, *, every=1, epochs=None, parts=False):
    """Return an explorer of a training of a network: the curve it draws, and the loss after each epoch.

    record  lists of network.Layer, one input and one output, the first from before the training;
            unless given, our own descent of a straight line
    X, y    the data, (m, 1) and (m,); data.wave(noise=0.1) unless given
    every   how many epochs lie between two entries of the record
    epochs  how many there will be, if more will be appended
    parts   whether it opens with what each neuron adds
    """
    X, y = data.wave(noise=0.1) if X is None else (X, y)
    record = _straight_line(X, y) if record is None else list(record)
    best = linear.least_squares(linear.add_bias(X), y)
    least, grid = linear.loss(best, linear.add_bias(X), y), np.linspace(-1.05, 1.05, 106)[:, None]
    epochs = epochs or every * (len(record) - 1)

    left, right = style.new_axes(2, size=SIZE)
    ends = linear.predict(best, [[1, -1], [1, 1]])
    reference = figures.draw_reference(left, [-1, 1], ends, "best straight line")
    artists = figures.draw_curve(left, X[:, 0], y, x_limits=(-1.05, 1.05), y_limits=(-2, 2))
    limits = (0.003, 1.5 * max(network.loss(record[0], X, y), 2 * least))
    curve = figures.draw_losses(right, epochs=epochs, limits=limits, least=least, label="best straight line")
    live = LiveFigure(left.figure, [reference, artists, curve])
    losses = []

    def update(epoch, parts):
        losses.extend(network.loss(layers, X, y) for layers in record[len(losses) :])
        now = epoch // every
        added, b = network.contributions(record[now], grid), record[now][-1].b[0]
        h = network.forward(record[now], grid)[-1].A[:, 0]  # (g, 1) -> (g,)
        figures.update_curve(artists, grid[:, 0], h, added if parts else added[:, :0])
        figures.update_progress(curve, every * np.arange(len(losses)), losses, now)
        text = (
            f"After epoch {epoch} of {epochs} the loss L is {words.number(losses[now], 4)};"
            f" that of the best straight line is {least:.4f}."
        )
        if parts:
            text += (
                f" The curve is the sum of {_added_by(added.shape[1])}, and of the bias, {words.number(b)}."
            )
        return Caption(text, _sum(record[now], losses[now]))

    controls = controls_along("epoch", len(record) - 1, every)
    controls["parts"] = tick("What each neuron adds", parts)
    return Replay(live, controls, update, record, every, epochs, handles_along("epoch", right, curve.point))


def keras_settings():
    """Return an explorer of what Keras's learning rate, batch size, epochs and loss mean for the descent."""
    X, y = line_scene.points()
    x, best = X[:, 1], linear.least_squares(X, y)
    least = linear.loss(best, X, y)

    left, right = style.new_axes(2, size=SIZE)
    fit = line.draw_fit(left, x, y, x_limits=line_scene.SIDES, y_limits=(-0.5, 7))
    left.legend(loc="upper left", fontsize=12)
    line_scene.draw_bowl(right, X, y)
    path = descent_figures.draw_path(right, marker="", width=1.2)
    right.legend(**style.ABOVE)
    live = LiveFigure(left.figure, [fit, path])

    @lru_cache(maxsize=32)
    def descended(alpha, batch_size):
        steps = EPOCHS * descent.updates_an_epoch(len(y), batch_size)
        return descent.gradient_descent(X, y, alpha=alpha, steps=steps, batch_size=batch_size)

    def update(learning_rate, loss, batch_size, epochs):
        factor = FACTORS[loss]
        updates = epochs * descent.updates_an_epoch(len(y), batch_size)
        thetas, losses = descended(factor * learning_rate, batch_size)
        theta, value = thetas[updates], losses[updates]
        line.update_fit(fit, x, y, linear.predict(theta, X))
        descent_figures.update_path(path, thetas[: updates + 1], best)
        text = (
            f"Learning rate {learning_rate:g} on {loss} is α = {factor * learning_rate:g} on L;"
            f" {words.count(epochs, 'epoch')} in batches of {batch_size} {'is' if epochs == 1 else 'are'}"
            f" {words.count(updates, 'update')}. "
        )
        arrived = _arrived(theta, value, least, inside=descent_figures.is_inside(right, theta))
        return Caption(text + arrived, _update(learning_rate, loss))

    controls = {
        "learning_rate": choice("learning_rate", [0.001, 0.01, 0.1, 0.5, 1.0], 0.01),
        "loss": choice("loss", list(FACTORS)),
        "batch_size": choice("batch_size", [1, 10, 32, 100], 32),
        "epochs": whole_slider("epochs", 20, 0, EPOCHS),
    }
    listing = {"learning_rate": 0.01, "loss": "mean_squared_error", "batch_size": 32}
    presets = {
        "The listing, 50 epochs": listing | {"epochs": EPOCHS},
        "All 100 examples": listing | {"batch_size": 100, "epochs": EPOCHS},
        "One example": listing | {"batch_size": 1, "epochs": EPOCHS},
        "Learning rate 1": listing | {"learning_rate": 1.0, "epochs": 5},
    }

    def nearest_epoch(grab):
        alpha, batch_size = (
            FACTORS[grab.start["loss"]] * grab.start["learning_rate"],
            grab.start["batch_size"],
        )
        thetas = descended(alpha, batch_size).thetas[:: descent.updates_an_epoch(len(y), batch_size)]
        return {"epochs": line_scene.nearest_on(thetas, grab)}

    return Explorer(live, controls, update, presets, "keras_settings", [grips(path.end, nearest_epoch)])


def _update(learning_rate, loss):
    name = r"\mathrm{MSE}" if FACTORS[loss] == 2 else "L"
    return formulas.update(learning_rate, FACTORS[loss], name)


def _arrived(theta, loss, least, inside):
    if not inside:
        return f"The descent has left the picture: its loss L is {words.size(loss)}."
    line = words.line(theta, slope_first=True)
    return f"The line is y = {line}, its loss L is {loss:.3f}, and the least is {least:.3f}."


def _sum(layers, loss):
    """Return the formula of a network's output: that of a line, if it has one layer."""
    W, b = layers[-1].W, layers[-1].b[0]
    if len(layers) == 1:
        return formulas.line_and_loss([b, W[0, 0]], loss)
    return formulas.sum_of_neurons(len(W), b, loss)


def _added_by(neurons):
    return "what its one input adds" if neurons == 1 else f"what {neurons} neurons add"


def _straight_line(X, y):
    """Return the record of a straight line that our own descent fits, as a network of one layer."""
    steps = descent.gradient_descent(linear.add_bias(X), y, alpha=0.2, steps=240, batch_size=32).thetas[::4]
    return [[network.Layer(theta[1:, None], theta[:1])] for theta in steps]
