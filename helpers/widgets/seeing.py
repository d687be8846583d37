"""The explorers of notebook 10."""

from functools import lru_cache

import numpy as np

from helpers.data import augmentation, drawings, marks, trained
from helpers.data.animals import NAMES, SIDE
from helpers.figures import explanations, pictures, style
from helpers.figures import seeing as figures
from helpers.figures import training as training_figures
from helpers.formulas import seeing as formulas
from helpers.formulas import words
from helpers.formulas.generalisation import share as share_formula
from helpers.live.controls import choice, slider, text, tick, whole_slider
from helpers.live.explorer import Caption, Explorer
from helpers.live.figure import LiveFigure
from helpers.live.handle import Handle, grips
from helpers.live.replay import Replay, controls_along, handles_along
from helpers.maths import classification, convolution, inception, network, saliency
from helpers.widgets import animals_shown
from helpers.widgets.written import rows

KERNEL, LARGEST = figures.SIDE, 9
"""Weights along each side of the kernel; the largest size of one."""
KERNELS = {
    "Left edges": ("-1 1 0; -1 1 0; -1 1 0", 1),
    "Upper edges": ("-1 -1 -1; 1 1 1; 0 0 0", 1),
    "Blur": ("1 1 1; 1 1 1; 1 1 1", 9),
    "Sharpen": ("0 -1 0; -1 5 -1; 0 -1 0", 1),
    "Nothing": ("0 0 0; 0 1 0; 0 0 0", 1),
}
"""Name of a preset -> the weights row by row, and by what the sum is divided."""
ZEBRA = NAMES.index("zebra")


def kernel_over_image():
    """Return an explorer of one kernel of nine weights that slides over an animal."""
    left, middle, right = style.new_axes(3, size=(9, 3.3), width_ratios=[1, 0.8, 1])
    image_artists = explanations.draw_image(left, SIDE, "image, with the window")
    kernel_artists = figures.draw_kernel(middle, "weights × pixels")
    out = explanations.draw_image(right, SIDE, "all the sums", signed=True)
    live = LiveFigure(left.figure, [image_artists, kernel_artists, out])

    def update(image, stride, padding, divisor, row, column, weights):
        X, y = animals_shown.shown()
        kernel, refused = _kernel(weights)
        padded = np.pad(X[image].reshape(SIDE, SIDE), padding)
        sums = convolution.convolved(padded[None, :, :, None], kernel[:, :, None, None], stride)[0, :, :, 0]
        sums = sums / divisor
        row, column = (min(place, len(sums) - 1) for place in (row, column))
        top, start = row * stride, column * stride
        window = padded[top : top + KERNEL, start : start + KERNEL]
        total = sums[row, column]
        explanations.update_image(image_artists, padded, patch=(top, start, KERNEL))
        explanations.update_map(out, sums, (row, column, 1))
        by = f" / {divisor}" * (divisor > 1)
        figures.update_kernel(kernel_artists, kernel, window, divisor, f"sum{by} = {words.number(total)}")
        said = ", ".join(" ".join(words.number(weight, 0) for weight in line) for line in kernel)
        strongest = np.unravel_index(np.abs(sums).argmax(), sums.shape)
        return Caption(
            f"Image: {NAMES[y[image]]}, {words.count(padding, 'pixel')} of padding. The kernel, row by row:"
            f" {said}{f', all divided by {divisor}' * (divisor > 1)}. With its upper left corner at row"
            f" {top}, column {start} it gives {words.number(total)}. Stride {stride}: {len(sums)} ×"
            f" {len(sums)} sums, the farthest from 0 is {words.number(sums[strongest])}, at place"
            f" {strongest[0]}, {strongest[1]}.{refused}",
            formulas.places(SIDE, KERNEL, stride, padding, len(sums)),
        )

    controls = {
        "image": whole_slider("image", ZEBRA, 0, animals_shown.SHOWN - 1),
        "stride": whole_slider("stride", 1, 1, 4),
        "padding": whole_slider("padding", 0, 0, 2),
        "row": whole_slider("row of the place", 12, 0, SIDE + 1),
        "column": whole_slider("column of the place", 8, 0, SIDE + 1),
        "divisor": choice("sum divided by", [1, 9]),
        "weights": text("weights", KERNELS["Left edges"][0], example="1 2 3; 4 5 6; 7 8 9"),
    }
    presets = {
        label: {"weights": weights, "divisor": divisor} for label, (weights, divisor) in KERNELS.items()
    }

    def placed(grab, corner):
        """Return the place whose window has its middle, or whose sum, is there."""
        stride, padding = controls["stride"].value, controls["padding"].value
        pixels = SIDE + 2 * padding
        outputs = convolution.output_size(SIDE, KERNEL, stride, padding)
        found = [
            ((at + 0.5) * pixels / SIDE - KERNEL / 2) / stride
            if corner
            else (at + 0.5) * outputs / SIDE - 0.5
            for at in (grab.y, grab.x)
        ]
        row, column = (int(np.clip(round(place), 0, outputs - 1)) for place in found)
        return {"row": row, "column": column}

    def turned_up(grab):
        kernel, _ = _kernel(grab.start["weights"])
        change = round(6 * (grab.y - figures.grips()[grab.part, 1]))
        kernel.flat[grab.part] = np.clip(kernel.flat[grab.part] + change, -LARGEST, LARGEST)
        return {"weights": "; ".join(" ".join(map(str, line)) for line in kernel)}

    handles = [
        Handle(left, None, lambda grab: placed(grab, True)),
        grips(middle, figures.grips, turned_up),
        Handle(right, None, lambda grab: placed(grab, False)),
    ]
    more = ["divisor", "weights"]
    return Explorer(live, controls, update, presets, "kernel_over_image", handles, more=more)


def _kernel(written):
    """Return the kernel that a text names, (KERNEL, KERNEL) of int, and what to say if it names none."""
    kernel = rows(written, (KERNEL, KERNEL), LARGEST, int)
    if kernel is None:
        needed = f"three rows of three whole numbers, none beyond {LARGEST}, as in 1 2 3; 4 5 6; 7 8 9"
        return _kernel(KERNELS["Nothing"][0])[0], f" Not understood: “{written}”. A kernel is {needed}."
    return kernel, ""


REAL = {
    "size": 28,
    "inputs": 192,
    "one": 64,
    "reduce3": 96,
    "three": 128,
    "reduce5": 16,
    "five": 32,
    "pool": 32,
}
"""The first module of the network that won in 2014, Szegedy and others' Table 1: inception (3a)."""
OURS = {"size": 7, "inputs": 80, "one": 16, "reduce3": 16, "three": 32, "reduce5": 8, "five": 16, "pool": 16}
"""The last module of helpers.training.inception.small."""


def inception_module():
    """Return an explorer of an Inception module: its channels, and what each branch costs."""
    left, right = style.new_axes(2, size=(9, 4), width_ratios=[1.15, 1])
    drawing = figures.draw_module(left)
    bars = figures.draw_costs(right)
    live = LiveFigure(left.figure, [drawing, bars])

    def update(reduced, size, **channels):
        n = channels["inputs"]
        costs = convolution.module_cost(**channels, size=size, reduced=reduced)
        most = convolution.module_cost(**channels, size=size, reduced=False)
        whole, total = convolution.total(most).multiplications, convolution.total(costs)
        outputs = channels["one"] + channels["three"] + channels["five"] + channels["pool"]
        figures.update_module(
            drawing,
            {name: channels[name] for name in figures.BOXES if name in channels},
            f"in: {words.count(n, 'channel')} of {size} × {size}",
            f"out: {words.count(outputs, 'channel')} of {size} × {size}",
            reduced,
        )
        before = [costs[branch][0].multiplications / whole for branch in costs]
        kernel = [costs[branch][1].multiplications / whole for branch in costs]
        each = [sum(part.multiplications for part in parts) for parts in costs.values()]
        said, short = ([words.millions(one, unit) for one in each] for unit in ("million", "M"))
        figures.update_costs(bars, before, kernel, short)
        named = ", ".join(f"{name} {number}" for name, number in zip(figures.BRANCHES, said, strict=True))
        way = (
            f"1 × 1 before, to {channels['reduce3']} and {channels['reduce5']} channels"
            if reduced
            else (f"no 1 × 1 before (so neither {channels['reduce3']} nor {channels['reduce5']} channels)")
        )
        return Caption(
            f"{words.count(n, 'channel')} of {size} × {size} come{'s' * (n == 1)} in, {outputs} go out;"
            f" {way}. {total.parameters:,} parameters, {words.millions(total.multiplications)}"
            f" multiplications an image, of them: {named}. That is"
            f" {total.multiplications / whole:.2f} of what it costs with no 1 × 1 before.",
            formulas.module_outputs(channels["one"], channels["three"], channels["five"], channels["pool"]),
        )

    controls = {
        "inputs": whole_slider("channels in", REAL["inputs"], 1, 256),
        "reduce3": whole_slider("1 × 1 before 3 × 3", REAL["reduce3"], 1, 128),
        "three": whole_slider("3 × 3", REAL["three"], 1, 192),
        "reduce5": whole_slider("1 × 1 before 5 × 5", REAL["reduce5"], 1, 64),
        "five": whole_slider("5 × 5", REAL["five"], 1, 64),
        "reduced": tick("1 × 1 before 3 × 3 and 5 × 5", True),
        "one": whole_slider("1 × 1", REAL["one"], 1, 128),
        "pool": whole_slider("1 × 1 after the maximum", REAL["pool"], 1, 64),
        "size": choice("size", [7, 14, 28, 56], REAL["size"]),
    }
    presets = {
        "The real one": REAL | {"reduced": True},
        "Nothing before": REAL | {"reduced": False},
        "Ours": OURS | {"reduced": True},
        "Ours, nothing before": OURS | {"reduced": False},
    }
    parts = [name for name in figures.BOXES if name in controls]

    def turned_up(grab):
        name = parts[grab.part]
        return {name: grab.start[name] + round(60 * (grab.y - figures.box_grip(name)[1]))}

    handles = [grips(left, lambda: [figures.box_grip(name) for name in parts], turned_up)]
    return Explorer(
        live, controls, update, presets, "inception_module", handles, more=["one", "pool", "size"]
    )


def seeing_learnt(record=None, steps=None):
    """Return an explorer of a training on the animals: what the network calls them, as it learns.

    record  what it called each animal for choosing, (1000,) each, the first from before the training, then
            after every trained.EVERY steps; unless given, that of the network that ships
    steps   how many there will be, if more will be appended; unless given, as many as that network made
    """
    shipped = trained.record()
    record = list(shipped if record is None else record)
    X, y = animals_shown.choosing()
    places = [(kind, 2) for kind in range(len(NAMES))] + [(marks.CAT, 3), (marks.CAT, 4)]
    chosen = [np.flatnonzero(y == kind)[number] for kind, number in places]
    images = X[chosen].reshape(-1, SIDE, SIDE)
    left, right = style.new_axes(2, size=(9, 4), width_ratios=[1.25, 1])
    gallery = pictures.draw_pictures(left, "what the network calls them")
    last = (len(shipped) - 1 if steps is None else steps // trained.EVERY) * trained.EVERY
    curve = figures.draw_learning(right, last, {"a dense network of notebook 09": 0.83})
    live = LiveFigure(left.figure, [gallery, curve])
    shares = []

    def update(step):
        shares.extend(np.mean(called == y) for called in record[len(shares) :])
        now = step // trained.EVERY
        called = np.asarray(record[now])[chosen]
        pictures.update_pictures(gallery, images, [NAMES[k] for k in called], called == y[chosen])
        training_figures.update_progress(curve, trained.EVERY * np.arange(len(shares)), shares, now)
        right_ones = int(np.sum(record[now] == y))
        return Caption(
            f"After step {step} of {last} the network is right on {right_ones} of the {len(y)} animals for"
            f" choosing, and on {int(np.sum(called == y[chosen]))} of the {len(chosen)} that are shown.",
            share_formula(right_ones, len(y)),
        )

    controls = controls_along("step", len(record) - 1, trained.EVERY, milliseconds=120)
    handles = handles_along("step", right, curve.point)
    return Replay(live, controls, update, record, trained.EVERY, last, handles, along="step")


MOVE, COVER = 10, 14
"""Pixels that animal_changed moves an image by at most, each way; the largest cover."""
CORNER = {"cover": 1, "row": 0, "column": 0}
"""Where the cover waits: on paper."""


def animal_changed():
    """Return an explorer of a trained network on an animal that is moved, turned, made noisy or covered."""
    left, middle, right = style.new_axes(3, size=(9, 3.6), width_ratios=[1, 1, 1.2])
    image_artists = explanations.draw_image(left, SIDE, "image")
    where = explanations.draw_image(middle, trained.LAST, "speaks for its answer", signed=True)
    bars = explanations.draw_bars(right, NAMES)
    live = LiveFigure(left.figure, [image_artists, where, bars])

    def update(image, turn, right, down, noise, cover, row, column, mirrored, inverted):
        X, y = animals_shown.shown()
        changed = X[image].reshape(1, SIDE, SIDE)
        changed = augmentation.mirrored(changed) if mirrored else changed
        changed = augmentation.shifted(augmentation.turned(changed, turn), down, right)
        changed = np.clip(changed + noise * np.random.default_rng(0).standard_normal(changed.shape), 0, 1)
        row, column = (min(place, SIDE - cover) for place in (row, column))
        changed[:, row : row + cover, column : column + cover] = 0
        changed = 1 - changed if inverted else changed
        outputs = inception.forward(trained.inception(), changed)
        p = classification.softmax(outputs.scores)[0]
        dense = classification.softmax(network.forward(marks.trained(0.0), changed.reshape(1, -1))[-1].Z)[0]
        explanations.update_image(image_artists, changed[0], patch=(row, column, cover) if cover else None)
        explanations.update_map(where, _class_map(outputs, p.argmax()))
        explanations.update_bars(bars, p, y[image])
        moves = f"moved by {right} to the right and {down} down, turned by {turn}°".replace("-", words.MINUS)
        more = " mirrored," * mirrored + " ink and paper swapped," * inverted
        covered = (
            f"{cover} × {cover} pixels at row {row}, column {column} covered"
            if cover
            else (f"nothing covered (row {row}, column {column})")
        )
        return Caption(
            f"Image: {NAMES[y[image]]},{more} {moves}, noise {noise:.2f}, {covered}. The Inception network"
            f" says {NAMES[p.argmax()]} ({words.number(p.max())}), a dense one that learnt from 3,000 animals"
            f" {NAMES[dense.argmax()]} ({words.number(dense.max())})."
        )

    controls = {
        "image": whole_slider("image", 4, 0, animals_shown.SHOWN - 1),
        "right": whole_slider("pixels to the right", 0, -MOVE, MOVE),
        "down": whole_slider("pixels down", 0, -MOVE, MOVE),
        "turn": whole_slider("turned by, degrees", 0, -180, 180),
        "noise": slider("noise", 0.0, 0, 0.6, step=0.05),
        "cover": whole_slider("size of the cover", CORNER["cover"], 0, COVER),
        "row": whole_slider("row of the cover", CORNER["row"], 0, SIDE),
        "column": whole_slider("column of the cover", CORNER["column"], 0, SIDE),
        "mirrored": tick("mirrored"),
        "inverted": tick("ink and paper swapped"),
    }
    controls["turn"].step = 5
    plain = {"right": 0, "down": 0, "turn": 0, "noise": 0.0, "mirrored": False, "inverted": False}
    plain |= CORNER
    presets = {
        "As it is": plain,
        "Moved": plain | {"right": 3, "down": 2},
        "Upside down": plain | {"turn": 180},
        "Noisy": plain | {"noise": 0.3},
        "Head covered": plain | {"cover": 8, "row": 3, "column": 1},
        "Ink and paper swapped": plain | {"inverted": True},
    }

    def moved(grab):
        return {"right": round(grab.x - (SIDE - 1) / 2), "down": round(grab.y - (SIDE - 1) / 2)}

    more = ["row", "column", "mirrored", "inverted"]
    return Explorer(live, controls, update, presets, "animal_changed", [Handle(left, None, moved)], more=more)


SOFT = 0.4
"""How soft the edges of a drawing are: animals whose pixels were made 0 or 1 are then told apart best."""


def draw_your_own():
    """Return an explorer with a pad to draw on, and what a trained network says to the drawing."""
    left, right = style.new_axes(2, size=(9, 4), width_ratios=[1, 1.15])
    pad = explanations.draw_image(left, SIDE, "draw here")
    bars = explanations.draw_bars(right, NAMES, truth=False)
    nib = figures.draw_pen(left, SIDE)
    live = LiveFigure(left.figure, [pad, bars, nib])

    def update(drawing, soft, pen, width):
        pixels, refused = drawings.drawn(drawing)
        image = saliency.blurred(pixels.astype(float), soft)
        p = classification.softmax(inception.forward(trained.inception(), image[None]).scores)[0]
        explanations.update_image(pad, image)
        figures.update_pen(nib, SIDE, width, pen)
        explanations.update_bars(bars, p)
        first, second = np.argsort(-p)[:2]
        said = (
            f"{words.count(int(pixels.sum()), 'pixel')} of ink, edges softened by {soft:.1f}: the network"
            f" says {NAMES[first]} ({words.number(p[first])}), then {NAMES[second]}"
            f" ({words.number(p[second])}). The pen {'draws' if pen else 'rubs out'},"
            f" {words.count(width, 'pixel')} wide."
        )
        if refused:
            said += f" Not understood: “{refused[0]}”. A row is its number and its columns, as in 5 8-19."
        return Caption(said)

    controls = {
        "soft": slider("soft edges", SOFT, 0, 0.8),
        "pen": choice("the pen", {"draws": 1, "rubs out": 0}),
        "width": whole_slider("width of the pen", 3, 1, 6),
        "drawing": text("rows", _drawings()["A giraffe"], example="row from-to; …"),
    }
    presets = {label: {"drawing": drawing, "soft": SOFT} for label, drawing in _drawings().items()}
    presets["A cat, hard edges"] = presets["A cat"] | {"soft": 0.0}
    before = {}

    def stroke(grab):
        """Draw from where the pen was in this same stroke, or begin here."""
        place = grab.y, grab.x
        start = before["place"] if before.get("stroke") is grab.start else place
        before.update(stroke=grab.start, place=place)
        pixels, _ = drawings.drawn(controls["drawing"].value)
        drawn = drawings.with_stroke(
            pixels, start, place, controls["width"].value, bool(controls["pen"].value)
        )
        return {"drawing": drawings.written(drawn)}

    handles = [Handle(left, None, stroke)]
    return Explorer(live, controls, update, presets, "draw_your_own", handles, more=["drawing"])


@lru_cache(maxsize=1)
def _drawings():
    """Return a dict of a preset's label -> the text of a drawing."""
    X, y = animals_shown.shown()
    cat, giraffe = (
        X[list(y).index(NAMES.index(name))].reshape(SIDE, SIDE) > 0.5 for name in ("cat", "giraffe")
    )
    return {
        "A cat": drawings.written(cat),
        "Its outline": drawings.written(drawings.outline(cat)),
        "A giraffe": drawings.written(giraffe),
        "Empty": "",
    }


def _class_map(outputs, k):
    """Return where the last channels speak for class k, (LAST, LAST)."""
    maps = outputs.maps[-1][0]
    slopes = np.broadcast_to(trained.inception().W[:, k] / trained.LAST**2, maps.shape)
    return inception.class_map(maps, slopes)
