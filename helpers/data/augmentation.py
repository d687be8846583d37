"""Images changed a little, as a camera or a hand might: mirrored, shifted, turned, made larger, made noisy.

Each function takes images (m, h, w) of brightness 0 to 1 and returns new ones; what comes in from outside an
image is 0, the ground.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from helpers.maths.validation import as_data, fraction, whole


class Kind(NamedTuple):
    """A way to change images.

    change  called with images (m, h, w), an amount for each (m,), and a random generator
    most    the largest amount
    random  whether the amount of each image is drawn evenly from -amount to amount; else it is the amount
    unit    what the amount counts, with {} where it stands
    """

    change: Callable
    most: float
    random: bool
    unit: str


def moved(images, matrix, shift=(0.0, 0.0)):
    """Return images under a map of the plane: each place shows what was at matrix @ place + shift.

    images   (m, h, w)
    matrix   (2, 2) or (m, 2, 2)  rows, then columns
    shift    (2,) or (m, 2)       pixels, down and to the right; places count from the middle
    returns  (m, h, w)            read between the pixels by straight lines

    Raises ValueError if images are not (m, h, w).
    Source: scipy.ndimage.affine_transform, which does the reading.
    """
    images = as_data("images", images, 3)
    middle = (np.array(images.shape[1:]) - 1) / 2
    matrices = np.broadcast_to(matrix, (len(images), 2, 2))
    shifts = np.broadcast_to(shift, (len(images), 2))
    return np.stack(
        [
            ndimage.affine_transform(image, A, middle - A @ middle + d, order=1)
            for image, A, d in zip(images, matrices, shifts, strict=True)
        ]
    )


def mirrored(images):
    """Return images (m, h, w) with left and right swapped."""
    return as_data("images", images, 3)[:, :, ::-1].copy()


def sometimes_mirrored(X, rng):
    """Return square images as rows of pixels, (m, s * s), each mirrored with a chance of one half."""
    side = round(np.sqrt(np.shape(X)[1]))
    images = np.reshape(X, (-1, side, side))  # (m, s * s) -> (m, s, s)
    return _perhaps(images, mirrored(images), 0.5, rng).reshape(len(images), -1)


def shifted(images, down, right):
    """Return images (m, h, w) moved by whole pixels or parts of them; numbers, or (m,) each."""
    return moved(images, np.eye(2), -np.stack(np.broadcast_arrays(down, right), axis=-1))


def turned(images, degrees):
    """Return images (m, h, w) turned to the left about their middle; a number, or (m,)."""
    t = np.atleast_1d(np.radians(degrees))
    rows = np.stack([np.cos(t), np.sin(t), -np.sin(t), np.cos(t)], axis=1)  # (m, 4)
    return moved(images, rows.reshape(-1, 2, 2))


def zoomed(images, factor):
    """Return images (m, h, w) so many times as large about their middle; a number above 0, or (m,)."""
    return moved(images, np.eye(2) / np.reshape(factor, (-1, 1, 1)))


def _perhaps(images, others, chances, rng):
    """Return images (m, h, w), each with its chance replaced by that of others (m, h, w)."""
    return np.where((rng.random(len(images)) < chances)[:, None, None], others, images)


def _shift(images, amounts, rng):
    """Shift by that share of the height; to the right by the amount of another image."""
    pixels = amounts * images.shape[1]
    return shifted(images, pixels, rng.permutation(pixels))


def _noise(images, amounts, rng):
    return np.clip(images + amounts[:, None, None] * rng.standard_normal(images.shape), 0, 1)


def _cover(images, amounts, rng):
    """Cover a square whose side is that share of the image's."""
    height, width = images.shape[1:]
    sides = np.rint(amounts * height).astype(int)
    top, left = (rng.random((2, len(images))) * (height + 1 - sides)).astype(int)
    rows, columns = np.arange(height), np.arange(width)
    in_rows = (rows >= top[:, None]) & (rows < (top + sides)[:, None])  # (m, h)
    in_columns = (columns >= left[:, None]) & (columns < (left + sides)[:, None])  # (m, w)
    return np.where(in_rows[:, :, None] & in_columns[:, None, :], 0.0, images)


KINDS = {
    "mirrored": Kind(
        lambda images, amounts, rng: _perhaps(images, mirrored(images), amounts, rng),
        1.0,
        False,
        "each with a chance of {:.0%}",
    ),
    "upside down": Kind(
        lambda images, amounts, rng: _perhaps(images, images[:, ::-1], amounts, rng),
        1.0,
        False,
        "each with a chance of {:.0%}",
    ),
    "shifted": Kind(_shift, 0.25, True, "by up to {:.0%} of the side"),
    "turned": Kind(lambda images, amounts, rng: turned(images, amounts), 180.0, True, "by up to {:.0f}°"),
    "larger or smaller": Kind(
        lambda images, amounts, rng: zoomed(images, 2**amounts), 1.0, True, "by a factor of up to {:.2f}"
    ),
    "noisy": Kind(_noise, 0.8, False, "noise of {:.2f}"),
    "covered": Kind(_cover, 0.6, False, "a square of {:.0%} of the side"),
}
"""Name -> Kind."""


def changed(images, kind, strength, seed=0):
    """Return images changed in one way, each by an amount of its own where the kind draws it.

    images    (m, h, w)  brightness 0 to 1
    kind      a name in KINDS
    strength  0 to 1     share of the kind's largest amount
    returns   (m, h, w)

    Raises ValueError or TypeError if the kind is unknown or a number is out of range.
    """
    images, strength = as_data("images", images, 3), fraction("strength", strength)
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind!r}; the known ones are {', '.join(KINDS)}")
    way, rng = KINDS[kind], np.random.default_rng(whole("seed", seed, 0))
    amounts = np.full(len(images), strength * way.most)
    if way.random:
        amounts = amounts * rng.uniform(-1, 1, len(images))
    return way.change(images, amounts, rng)
