"""The explorers of notebook 09."""

from functools import lru_cache

import numpy as np

from helpers.data import marks
from helpers.data.animals import NAMES, SIDE
from helpers.figures import explanations, style
from helpers.formulas import interpretability as formulas
from helpers.formulas import words
from helpers.formulas.generalisation import share as share_formula
from helpers.live.controls import choice, slider, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import Handle
from helpers.maths import backprop, classification, network, saliency
from helpers.widgets import animals_shown

COVERS = {"ground, 0": 0.0, "grey, 0.5": 0.5, "ink, 1": 1.0}
SLOPES = ("slope", "slope × input")
METHODS = (*SLOPES, "falls")
PATCH = 4
"""Pixels along each side of the patch that the sanity check covers."""


def explanations_of_one():
    """Return an explorer of two maps of one score: its slopes, and how it falls where a patch is covered."""
    left, middle, right = style.new_axes(3, size=(9, 3.3))
    image_artists = explanations.draw_image(left, SIDE, "image, with the cover")
    slopes = explanations.draw_image(middle, SIDE, "slope, or slope × input", signed=True)
    falls = explanations.draw_image(right, SIDE, "falls of the score", signed=True)
    live = LiveFigure(left.figure, [image_artists, slopes, falls])

    def update(image, asked, method, size, stride, fill, row, column):
        X, y = animals_shown.shown()
        layers, x, k = marks.trained(0.0), X[image], NAMES.index(asked)
        row, column = (min(at, SIDE - size) for at in (row, column))
        covered = x.reshape(SIDE, SIDE).copy()
        covered[row : row + size, column : column + size] = fill
        scores, after = _scores(layers, np.stack([x, covered.ravel()]))
        slope = _slopes(layers, x, k, method)
        drops, falls_map = _falls(image, 0, 0, k, size, stride, fill)
        patch = (row, column, size)
        explanations.update_image(image_artists, covered, patch=patch)
        explanations.update_map(slopes, slope, patch)
        explanations.update_map(falls, falls_map, patch)
        steepest = np.unravel_index(np.abs(slope).argmax(), slope.shape)
        deepest = np.unravel_index(drops.argmax(), drops.shape)
        return Caption(
            f"Image: {NAMES[y[image]]}. The score of {asked} is {words.number(scores[k])}, the largest is"
            f" that of {NAMES[scores.argmax()]}, {words.number(scores.max())}. With {size} × {size} pixels at"
            f" row {row}, column {column} covered the score is {words.number(after[k])}. Strongest {method}:"
            f" {words.number(slope[steepest])}, at row {steepest[0]}, column {steepest[1]}; largest fall,"
            f" every {words.count(stride, 'pixel')}: {words.number(drops.max())}, at row"
            f" {deepest[0] * stride}, column {deepest[1] * stride}.",
            formulas.fall(scores[k], after[k]),
        )

    controls = {
        "image": whole_slider("image", 2, 0, animals_shown.SHOWN - 1),
        "asked": choice("score of", list(NAMES), "cat"),
        "method": choice("slopes", list(SLOPES)),
        "size": whole_slider("size of the cover", PATCH, 1, 10),
        "stride": whole_slider("stride", 1, 1, 6),
        "fill": choice("cover with", COVERS),
        "row": whole_slider("row", 10, 0, SIDE - 1),
        "column": whole_slider("column", 12, 0, SIDE - 1),
    }
    plain = {"image": 2, "asked": "cat", "method": "slope", "size": 4, "stride": 1, "fill": 0.0}
    plain |= {"row": 10, "column": 12}
    presets = {
        "Score of cat": plain,
        "Score of dog": plain | {"asked": "dog"},
        "Times the input": plain | {"method": "slope × input"},
        "Large and rare": plain | {"size": 8, "stride": 4},
        "A zebra, in ink": plain | {"image": 9, "asked": "zebra", "fill": 1.0},
    }
    handles = [_placed(axes, lambda: controls["size"].value) for axes in (left, middle, right)]
    return Explorer(live, controls, update, presets, "explanations_of_one", handles, more=["row", "column"])


def planted_mark():
    """Return an explorer of a planted mark: put it on any animal, and read what networks say."""
    left, right = style.new_axes(2, size=(9, 3.9), width_ratios=[1, 1.25])
    image_artists = explanations.draw_image(left, SIDE, "image, with the mark framed")
    bars = explanations.draw_bars(right, NAMES)
    live = LiveFigure(left.figure, [image_artists, bars])

    def update(share, image, strength, row, column):
        X, y = animals_shown.shown()
        layers, place = marks.trained(share), (row, column)
        x = marks.marked(X[image][None], place, strength)
        p = classification.softmax(_scores(layers, x))[0]
        explanations.update_image(image_artists, x.reshape(SIDE, SIDE), patch=(*place, marks.SIZE))
        explanations.update_bars(bars, p, y[image])
        others = _others()
        cats = _called_cats(layers, marks.marked(others, place, strength))
        mark = "with the mark" if strength else "without a mark"
        return Caption(
            f"The network that learnt with {share:.0%} of its cats marked says {NAMES[p.argmax()]}"
            f" ({words.number(p.max())}) to this {NAMES[y[image]]} {mark} ({strength:.1f} of ink)"
            f" at row {row}, column {column}. Of {len(others)} others that are no cats it calls {cats} a cat"
            f" with such a mark, and {_called_cats_without(share)} without.",
            share_formula(cats, len(others), "share called a cat"),
        )

    controls = {
        "share": choice("cats marked in training", {f"{share:.0%}": share for share in marks.SHARES}, 0.95),
        "image": whole_slider("image", 4, 0, animals_shown.SHOWN - 1),
        "strength": slider("strength of the mark", 1.0, 0, 1),
        "row": whole_slider("row", marks.PLACE[0], 0, SIDE - marks.SIZE),
        "column": whole_slider("column", marks.PLACE[1], 0, SIDE - marks.SIZE),
    }
    plain = {"share": 0.95, "image": 4, "strength": 1.0, "row": marks.PLACE[0], "column": marks.PLACE[1]}
    presets = {
        "A dog, marked": plain,
        "No mark": plain | {"strength": 0.0},
        "Another corner": plain | {"row": 23, "column": 23},
        "A cat without it": plain | {"image": 2, "strength": 0.0},
        "No cats marked": plain | {"share": 0.0},
    }
    handles = [_placed(left, lambda: marks.SIZE)]
    return Explorer(live, controls, update, presets, "planted_mark", handles)


def random_weights():
    """Return an explorer that draws a network's layers anew, and compares its maps with those before."""
    left, middle, right = style.new_axes(3, size=(9, 3.5), width_ratios=[1, 1, 1.15])
    before = explanations.draw_image(left, SIDE, "as it was trained", signed=True)
    after = explanations.draw_image(middle, SIDE, "with layers drawn anew", signed=True)
    orders = explanations.draw_orders(right, METHODS, 3)
    live = LiveFigure(left.figure, [before, after, orders])

    def update(image, method, layers, seed):
        maps = [_maps(image, number, seed) for number in range(4)]
        which = METHODS.index(method)
        explanations.update_map(before, maps[0][which])
        explanations.update_map(after, maps[layers][which])
        alike = [
            [saliency.rank_correlation(np.abs(maps[0][m]), np.abs(one[m])) for one in maps]
            for m in range(len(METHODS))
        ]
        explanations.update_orders(orders, alike, layers)
        y = animals_shown.shown()[1][image]
        here = [f"{name} {words.number(line[layers])}" for name, line in zip(METHODS, alike, strict=True)]
        anew = ("no layer", "the last layer", "the last two layers", "all three layers")[layers]
        return Caption(
            f"Image: {NAMES[y]}, {method}; {anew} drawn anew (seed {seed}). Rank correlation of the map's"
            f" sizes with those before: {', '.join(here)}. 1 is the same order, 0 nothing in common."
        )

    controls = {
        "image": whole_slider("image", 2, 0, animals_shown.SHOWN - 1),
        "method": choice("map", list(METHODS)),
        "layers": whole_slider("layers drawn anew", 3, 0, 3),
        "seed": whole_slider("seed", 1, marks.SEED + 1, 9),
    }
    plain = {"image": 2, "seed": 1}
    presets = {
        f"{name}, all anew".capitalize(): plain | {"method": name, "layers": 3} for name in METHODS
    } | {"The last layer alone": plain | {"method": "slope", "layers": 1}}

    def moved(grab):
        return {"layers": int(np.clip(round(grab.x), 0, 3))}

    return Explorer(live, controls, update, presets, "random_weights", [Handle(right, None, moved)])


MOST_STEPS, STEP = 60, 0.5
"""Of the climb to a favourite input."""


def favourite_input():
    """Return an explorer of the image that a score likes best, climbed to from paper."""
    left, right = style.new_axes(2, size=(9, 3.7), width_ratios=[1, 1.35])
    image_artists = explanations.draw_image(left, SIDE, "what the score likes")
    curves = explanations.draw_climb(right, MOST_STEPS)
    live = LiveFigure(left.figure, [image_artists, curves])

    def update(asked, steps, smooth, noise):
        k = NAMES.index(asked)
        climb, p, scores = _climb(k, smooth, noise)
        explanations.update_image(image_artists, climb[steps].reshape(SIDE, SIDE))
        rival = np.delete(p, k, axis=1).max(axis=1)
        explanations.update_climb(curves, p[:, k], rival, steps)
        name = np.delete(NAMES, k)[np.delete(p[steps], k).argmax()]
        return Caption(
            f"After {words.count(steps, 'step')} up the score of {asked} (smoothed by {smooth:.1f}, started"
            f" from {f'noise up to {noise:.1f}' if noise else 'paper'}): score"
            f" {words.number(scores[steps, k])}, p = {words.number(p[steps, k], 3)}; the strongest other"
            f" class is {name} with {words.number(rival[steps], 3)}.",
            formulas.climb(STEP),
        )

    controls = {
        "asked": choice("score of", list(NAMES), "cat"),
        "steps": whole_slider("steps", 40, 0, MOST_STEPS),
        "smooth": slider("smoothing", 0.0, 0, 0.6, step=0.1),
        "noise": slider("noise at the start", 0.0, 0, 0.5, step=0.1),
    }
    plain = {"asked": "cat", "steps": 40, "smooth": 0.0, "noise": 0.0}
    presets = {
        "A cat": plain,
        "A cat, smooth": plain | {"smooth": 0.4},
        "An elephant, smooth": plain | {"asked": "elephant", "smooth": 0.4},
        "From noise": plain | {"noise": 0.5},
    }

    def moved(grab):
        return {"steps": int(np.clip(round(grab.x), 0, MOST_STEPS))}

    return Explorer(live, controls, update, presets, "favourite_input", [Handle(right, None, moved)])


@lru_cache(maxsize=1)
def _others():
    """Return the animals for choosing that are no cats."""
    X, y = animals_shown.choosing()
    return X[y != marks.CAT]


def _called_cats(layers, X):
    """Return how many of these images are called cats."""
    return int((_scores(layers, X).argmax(axis=1) == marks.CAT).sum())


@lru_cache(maxsize=len(marks.SHARES))
def _called_cats_without(share):
    """Return how many of the others a network calls cats without a mark."""
    return _called_cats(marks.trained(share), _others())


def _scores(layers, X):
    return network.forward(layers, X)[-1].Z


def _slopes(layers, x, k, method):
    """Return the slope of score k by each pixel, times the pixel if so wanted, (SIDE, SIDE)."""
    slope = saliency.score_gradient(layers, x[None], k)[0]
    return (slope * x if method == SLOPES[1] else slope).reshape(SIDE, SIDE)


@lru_cache(maxsize=64)
def _falls(image, number, seed, k, size, stride, fill):
    """Return the falls of score k of an image for each place of a cover, (r, c), and for each pixel.

    The network is that with so many of its layers drawn anew.
    """
    layers = _drawn_anew(number, seed)

    def score(images):
        return _scores(layers, images.reshape(len(images), -1))[:, k]

    drops = saliency.occlusion(score, animals_shown.shown()[0][image].reshape(SIDE, SIDE), size, stride, fill)
    return drops, saliency.spread(drops, size, stride, (SIDE, SIDE))


def _drawn_anew(number, seed):
    """Return the network with its last layers, so many, drawn at random."""
    drawn = backprop.random_layers(marks.LAYERS, "softmax", "relu", seed=seed)
    return marks.trained(0.0)[: 3 - number] + drawn[3 - number :]


@lru_cache(maxsize=128)
def _maps(image, number, seed):
    """Return the maps of METHODS of an animal's own class, of a network with layers drawn anew."""
    X, y = animals_shown.shown()
    layers = _drawn_anew(number, seed)
    _, falls = _falls(image, number, seed, y[image], PATCH, 2, 0.0)
    return [*(_slopes(layers, X[image], y[image], method) for method in SLOPES), falls]


@lru_cache(maxsize=64)
def _climb(k, smooth, noise):
    """Return the images of a climb, (MOST_STEPS + 1, 784), and their probabilities and scores, (…, 10)."""
    layers = marks.trained(0.0)
    start = noise * np.random.default_rng(0).random(SIDE**2)
    found = saliency.favourite(
        lambda x: saliency.score_gradient(layers, x[None], k)[0],
        start,
        MOST_STEPS,
        STEP,
        lambda x: saliency.blurred(x.reshape(SIDE, SIDE), smooth).ravel(),
    )
    images = np.array(list(found))
    scores = _scores(layers, images)
    return images, classification.softmax(scores), scores


def _placed(axes, size):
    """Return a handle that sets row and column, so that a square of size() has its middle at the place."""

    def values(grab):
        most = SIDE - size()
        row, column = (int(np.clip(round(at - (size() - 1) / 2), 0, most)) for at in (grab.y, grab.x))
        return {"row": row, "column": column}

    return Handle(axes, None, values)
