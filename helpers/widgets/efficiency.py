"""The explorers of notebook 07."""

from functools import lru_cache
from itertools import islice, pairwise, product

import numpy as np

from helpers import data
from helpers.figures import batches as batch_figures
from helpers.figures import race as race_figures
from helpers.figures import shards as shard_figures
from helpers.figures import signal as signal_figures
from helpers.figures import style
from helpers.formulas import efficiency as formulas
from helpers.formulas import words
from helpers.live.controls import choice, log_slider, player, slider, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import Handle, area, point
from helpers.maths import backprop, linear, network, normalisation, optimisers, parallel

STEPS, LOWEST = 200, 1e-6
"""Of a race, at most; the lowest loss in its picture."""
LEAST = {"bowl": 0.0, "ravine": 0.0, "saddle": 0.0, "two valleys": None, "plateau": 0.0}
"""The lowest loss of each surface; None where it is found on a grid."""


def race():
    """Return an explorer of four optimisers on one surface: their paths, and their losses along the way."""
    left, right = style.new_axes(2, size=(9, 3.8), width_ratios=[1.25, 1])
    artists = race_figures.draw_race(left, right, steps=STEPS, limits=(LOWEST, 1e3))
    race_figures.draw_surface(left, optimisers.SURFACES["bowl"])
    live = LiveFigure(left.figure, [artists])

    def update(steps, surface, alpha, beta, alpha_scaled, x, y):
        ground = optimisers.SURFACES[surface]
        if live.background_of(surface):
            race_figures.draw_surface(left, ground)
        rates = {"sgd": alpha, "momentum": alpha, "rmsprop": alpha_scaled, "adam": alpha_scaled}
        settings = {"momentum": {"beta": beta}, "adam": {"beta1": beta}}
        paths = {
            name: optimisers.path(name, ground.slope, [x, y], rate, steps, **settings.get(name, {}))
            for name, rate in rates.items()
        }
        with np.errstate(over="ignore", invalid="ignore"):
            losses = {name: ground.loss(*path.T) - _least(surface) for name, path in paths.items()}
        race_figures.update_race(artists, paths, losses)
        return Caption(
            _race_words(surface, steps, alpha, beta, alpha_scaled, (x, y), losses), formulas.adam()
        )

    made = whole_slider("steps", 60, 0, STEPS)
    controls = {
        "steps": made,
        "player": player(made, 60),
        "surface": choice("surface", list(optimisers.SURFACES), "ravine"),
        "alpha": log_slider("α of plain and momentum", 0.02, 0.001, 1.0, exactly=(0.01, 0.045, 0.05, 0.1)),
        "beta": slider("β, how much is kept", 0.9, 0, 0.99, step=0.01),
        "alpha_scaled": log_slider("α of RMSProp and Adam", 0.1, 0.001, 1.0, exactly=(0.01, 0.03, 0.3)),
        "x": slider("x at the start", -2.5, -4, 4),
        "y": slider("y at the start", 1.5, -3, 3, step=0.01),
    }

    def at(surface, steps, alpha, alpha_scaled, beta=0.9):
        x, y = optimisers.SURFACES[surface].start
        rates = {"alpha": alpha, "alpha_scaled": alpha_scaled, "beta": beta}
        return {"surface": surface, "steps": steps, "x": x, "y": y, **rates}

    presets = {
        "Bowl": at("bowl", 40, 0.1, 0.1),
        "Ravine": at("ravine", 100, 0.02, 0.1),
        "Ravine, too fast for plain": at("ravine", 100, 0.05, 0.1),
        "Saddle": at("saddle", 60, 0.1, 0.1),
        "Two valleys": at("two valleys", 100, 0.02, 0.1),
        "Plateau": at("plateau", 100, 0.1, 0.1),
    }
    handles = [
        point(artists.start, "x", "y"),
        area(left, "x", "y"),
        area(right, x="steps"),
    ]
    return Explorer(live, controls, update, presets, "race", handles)


@lru_cache(maxsize=8)
def _least(surface):
    """Return the lowest loss of a surface."""
    if LEAST[surface] is not None:
        return LEAST[surface]
    x = np.linspace(*optimisers.SURFACES[surface].limits[0], 20_001)
    return float(optimisers.SURFACES[surface].loss(x, 0 * x).min())


def _above(loss):
    """Return how far a loss is above the least: what is below the picture is left to rounding."""
    return words.size(loss, 3) if not loss < LOWEST else "hardly anything"


def _race_words(surface, steps, alpha, beta, alpha_scaled, start, losses):
    said = ", ".join(
        f"{race_figures.LOOKS[name]['label']} {_above(loss[-1])}" for name, loss in losses.items()
    )
    return (
        f"{surface[0].upper()}{surface[1:]}, from {words.pair(start, 2)}; α {alpha:g} for plain and momentum,"
        f" β {beta:.2f}, α {alpha_scaled:g} for RMSProp and Adam. After {words.count(steps, 'step')} they are"
        f" above the least by: {said}."
    )


BATCH = 256
"""Examples that the machines share."""
SPLITS = ("equal", "one has half", "one has most")
COUNTS = [1, 2, 4, 8, 16, 32, 64]
THETA, ROUNDING = np.zeros(2), 1e-9
"""Where the line is whose slope all machines take; gradients so far apart are equal but for rounding."""


def shards():
    """Return an explorer of one step on many machines: gradients of shards, their mean, and its time."""
    left, right = style.new_axes(2, size=(9, 3.8), width_ratios=[1.1, 1])
    x, y = data.line(BATCH)
    X = linear.add_bias(x)
    whole = linear.gradient(THETA, X, y)
    artists = shard_figures.draw_shards(left, ((-5.4, 0.5), (-4.8, 0.3)))
    times = shard_figures.draw_times(right, (1e-3, 30))
    live = LiveFigure(left.figure, [artists, times])

    def update(machines, split, weighted, compute, parameters, bandwidth, latency):
        sizes = _shard_sizes(machines, split)
        ends = np.cumsum([0, *sizes])
        found = [linear.gradient(THETA, X[a:b], y[a:b]) for a, b in pairwise(ends)]
        together = parallel.combined(found, sizes) if weighted else np.mean(found, axis=0)
        shard_figures.update_shards(artists, found, sizes, whole, together)
        seconds = [
            parallel.step_seconds(
                n, compute, latency / 1000, parallel.ring_bytes(parameters, n), bandwidth * 1e9 / 8
            )
            for n in COUNTS
        ]
        here = COUNTS.index(machines)
        shard_figures.update_times(times, COUNTS, seconds, [compute / n for n in COUNTS], here)
        text = _shard_words(sizes, weighted, whole, together)
        text += _time_words(machines, compute, parameters, bandwidth, latency, seconds, here)
        return Caption(text, formulas.mean_of_shards(sizes, weighted))

    controls = {
        "split": choice("examples", list(SPLITS), "one has most"),
        "machines": choice("machines", COUNTS, 4),
        "weighted": tick("weigh each gradient by its examples", True),
        "compute": log_slider("seconds for one machine", 1.0, 0.01, 10.0),
        "parameters": choice("parameters", {"2,410": 2410, "1 million": 10**6, "1 billion": 10**9}, 10**6),
        "bandwidth": choice("gigabits a second", [1, 10, 100], 10),
        "latency": choice("milliseconds to arrive", [0.01, 1, 50], 1),
    }
    plain = {"compute": 1.0, "bandwidth": 10, "latency": 1, "parameters": 10**6}
    presets = {
        "Equal shards": plain | {"machines": 4, "split": "equal", "weighted": False},
        "Unequal, plain mean": plain | {"machines": 4, "split": "one has most", "weighted": False},
        "Unequal, weighted": plain | {"machines": 4, "split": "one has most", "weighted": True},
        "A large network": plain | {"machines": 16, "split": "equal", "weighted": True, "parameters": 10**9},
        "Far apart": plain | {"machines": 64, "split": "equal", "weighted": True, "latency": 50},
    }
    handles = [area(right, x="machines")]
    return Explorer(
        live, controls, update, presets, "shards", handles, more=["parameters", "bandwidth", "latency"]
    )


def _shard_sizes(machines, split):
    """Return how many of BATCH examples each machine has."""
    if split == "equal" or machines == 1:
        return _sizes(BATCH, machines)
    first = BATCH // 2 if split == "one has half" else BATCH - 2 * (machines - 1)
    return [first, *_sizes(BATCH - first, machines - 1)]


def _sizes(m, machines):
    return [part.stop - part.start for part in parallel.shards(m, machines)]


def _shard_words(sizes, weighted, whole, together):
    mean, apart = "weighted mean" if weighted else "plain mean", float(np.linalg.norm(whole - together))
    shown = ", ".join(map(str, sizes[:8])) + (", …" if len(sizes) > 8 else "")
    return (
        f"{words.count(len(sizes), 'machine')} with {shown} examples. The gradient of the whole batch is"
        f" {words.pair(whole, 3)}, the {mean} of theirs {words.pair(together, 3)}:"
        f" {words.size(apart, 3) if apart > ROUNDING else 0} apart."
    )


def _time_words(machines, compute, parameters, bandwidth, latency, seconds, here):
    best = COUNTS[int(np.argmin(seconds))]
    sent = parallel.ring_bytes(parameters, machines) / 1e6
    return (
        f" Each sends {f'{sent:,.4g} MB' if sent else 'nothing'} a step ({parameters:,} parameters),"
        f" at {bandwidth} Gbit/s, {latency:g} ms a message. With {compute:.3g} s of work a step lasts"
        f" {words.size(seconds[here], 3)} s; of 1, 2, 4 … 64 machines {best}"
        f" {'is' if best == 1 else 'are'} fastest."
    )


DEEP, WIDE, MANY = 10, 100, 200
"""Layers, neurons in each, and examples of the network that `signal` shows."""
SPREADS = {"0.01": 0.01, "1/√n": 1 / np.sqrt(WIDE), "√(2/n)": np.sqrt(2 / WIDE), "1": 1.0}


def signal():
    """Return an explorer of ten layers before training: how activations spread, with batch norm or not."""
    left, right = style.new_axes(2, size=(9, 3.8), width_ratios=[1.25, 1])
    bands = signal_figures.draw_bands(left, DEEP)
    spreads = signal_figures.draw_spreads(right, DEEP)
    live = LiveFigure(left.figure, [bands, spreads])

    def update(start, activation, normalised, offset, seed):
        sums, layers = _signal(start, activation, normalised, offset, seed)
        quantiles = [np.quantile(A, signal_figures.QUANTILES) for A in layers]
        signal_figures.update_bands(bands, quantiles, offset)
        found = np.array([A.std() for A in layers])
        signal_figures.update_spreads(spreads, np.array([Z.std() for Z in sums]), found)
        how = "with" if normalised else "without"
        return Caption(
            f"{DEEP} layers of {WIDE} neurons ({activation}), weights of spread {start}, {how} batch"
            f" normalisation; inputs around {words.number(offset, 1)} (seed {seed}). The activations spread"
            f" by {words.size(found[0], 3)} in layer 1, {words.size(found[4], 3)} in layer 5 and"
            f" {words.size(found[-1], 3)} in layer {DEEP}.",
            formulas.spread(SPREADS[start], WIDE) if activation == "relu" and not normalised else "",
        )

    controls = {
        "start": choice("spread of the weights", list(SPREADS), "1/√n"),
        "activation": choice("activation", ["relu", "tanh", "sigmoid"]),
        "normalised": tick("batch normalisation"),
        "offset": slider("mean of the inputs", 0, -2.5, 2.5, step=0.5),
        "seed": whole_slider("seed", 0, 0, 9),
    }
    plain = {"activation": "relu", "normalised": False, "offset": 0, "seed": 0}
    presets = {
        "Too small": plain | {"start": "0.01"},
        "√(2/n)": plain | {"start": "√(2/n)"},
        "Too large": plain | {"start": "1"},
        "Too small, normalised": plain | {"start": "0.01", "normalised": True},
        "tanh, too large": plain | {"start": "1", "activation": "tanh"},
    }
    handles = [point(bands.inputs, y="offset")]
    return Explorer(live, controls, update, presets, "signal", handles, more=["seed"])


def _signal(start, activation, normalised, offset, seed):
    """Return each layer's weighted sums, before they are normalised, and its activations, (MANY, WIDE)."""
    rng = np.random.default_rng(seed)
    A, sums, found = offset + rng.standard_normal((MANY, WIDE)), [], []
    g = network.activation(activation)
    ones, zeros = np.ones(WIDE), np.zeros(WIDE)
    for _ in range(DEEP):
        Z = A @ (SPREADS[start] * rng.standard_normal((WIDE, WIDE)))
        sums.append(Z)
        if normalised:
            Z = normalisation.batch_norm(Z, ones, zeros, zeros, ones, training=True, epsilon=1e-12).A
        A = g(Z)
        found.append(A)
    return sums, found


SIZES, RATES = [1, 4, 16, 64, 256], [0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0]
"""Of batches, and of alpha, in the map."""
EXAMPLES, WATCHED, PASSES = 256, 30, 6
"""What the network learns from; in how many parts of its run the loss is looked at; passes at most."""


def batch_map():
    """Return an explorer of batch size and alpha: the loss after the same work, and the run of one pair."""
    left, right = style.new_axes(2, size=(9, 3.8), width_ratios=[1, 1.15])
    tiles = batch_figures.draw_tiles(left, SIZES, RATES)
    curve = batch_figures.draw_curve(right, (0.03, 4))
    live = LiveFigure(left.figure, [tiles, curve])

    def update(size, alpha, passes, along):
        runs = _batch_runs()
        last = passes * WATCHED // PASSES
        ends = np.array([[runs[b, a][last] for a in RATES] for b in SIZES])
        chosen = runs[size, alpha][: last + 1]
        batch_figures.update_tiles(tiles, ends, SIZES.index(size), RATES.index(alpha))
        seen = np.arange(last + 1) * PASSES * EXAMPLES / WATCHED
        batch_figures.update_curve(curve, seen if along == "examples" else seen / size, chosen, along)
        best = RATES[int(np.nanargmin(np.nan_to_num(ends[SIZES.index(size)], nan=np.inf)))]
        return Caption(
            f"Batches of {size}, α {alpha:g}: after {words.count(passes, 'pass', 'passes')} over {EXAMPLES:,}"
            f" images ({words.count(passes * EXAMPLES // size, 'update')}; shown by {along}) the loss is"
            f" {words.number(chosen[-1], 3)}. The best α of the map for batches of {size} is {best:g}, with"
            f" {words.number(float(ends[SIZES.index(size)].min()), 3)}.",
            formulas.updates(passes, EXAMPLES, size),
        )

    controls = {
        "size": choice("batch size", SIZES, 16),
        "alpha": choice("α, the learning rate", RATES, 0.1),
        "passes": whole_slider("passes over the data", PASSES, 1, PASSES),
        "along": choice("curve along", ["examples", "updates"]),
    }
    plain = {"passes": PASSES, "along": "examples"}
    presets = {
        "One at a time": plain | {"size": 1, "alpha": 0.01},
        "One at a time, too fast": plain | {"size": 1, "alpha": 0.3},
        "256, the same α": plain | {"size": 256, "alpha": 0.01},
        "256, its own α": plain | {"size": 256, "alpha": 1.0},
    }

    def moved(grab):
        return {
            "size": SIZES[int(np.clip(round(grab.x), 0, len(SIZES) - 1))],
            "alpha": RATES[int(np.clip(round(grab.y), 0, len(RATES) - 1))],
        }

    handles = [Handle(left, None, moved)]
    return Explorer(live, controls, update, presets, "batch_map", handles)


@lru_cache(maxsize=1)
def _batch_runs():
    """Return the losses of each run of the map: (batch size, alpha) -> (WATCHED + 1,), before it and on."""
    digits = data.digits()
    X, y = digits.X[:EXAMPLES], digits.y[:EXAMPLES]
    runs = {}
    for size, alpha in product(SIZES, RATES):
        start = backprop.random_layers((64, 16, 10), "softmax", "relu", seed=0)
        steps = PASSES * EXAMPLES // size
        watched = np.linspace(0, steps, WATCHED + 1).round().astype(int)
        networks = backprop.descending(start, X, y, loss="softmax", alpha=alpha, batch_size=size, seed=0)
        kept = {step: layers for step, layers in enumerate(islice(networks, steps + 1)) if step in {*watched}}
        runs[size, alpha] = np.array([backprop.loss(kept[step], X, y, "softmax") for step in watched])
    return runs
