"""A small Inception network: convolutions of several sizes side by side, and what it answers."""

from typing import NamedTuple

import numpy as np

from helpers.maths.convolution import convolved, pooled
from helpers.maths.validation import as_data


class Convolution(NamedTuple):
    """A convolution whose outputs are as large as its inputs, with relu after it.

    W  (a, a, j, k)  a odd; as `convolution.convolved` takes it
    b  (k,)
    """

    W: np.ndarray
    b: np.ndarray

    def __call__(self, images):
        """Return relu of the convolution of images (m, h, w, j), (m, h, w, k)."""
        return np.maximum(convolved(images, self.W, padding=len(self.W) // 2) + self.b, 0)


class Module(NamedTuple):
    """The four branches of an Inception module, each a Convolution.

    one               1 × 1
    reduce3, three    1 × 1, then 3 × 3
    reduce5, five     1 × 1, then 5 × 5
    pool              the largest of 3 × 3, then 1 × 1
    """

    one: Convolution
    reduce3: Convolution
    three: Convolution
    reduce5: Convolution
    five: Convolution
    pool: Convolution

    def __call__(self, images):
        """Return the channels of all branches one after another: images (m, h, w, j) -> (m, h, w, k)."""
        largest = pooled(np.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0))), 3, 1)  # after relu 0 changes none
        branches = [
            self.one(images),
            self.three(self.reduce3(images)),
            self.five(self.reduce5(images)),
            self.pool(largest),
        ]
        return np.concatenate(branches, axis=3)


class Inception(NamedTuple):
    """A first convolution, modules, the mean over all places, and a score for each class.

    first    Convolution of images with one channel
    modules  list of Module; before the first two the largest of each 2 × 2 is taken
    W, b     (c, k), (k,)  from the means of c channels to k scores
    """

    first: Convolution
    modules: list
    W: np.ndarray
    b: np.ndarray


class Outputs(NamedTuple):
    """What an Inception network makes of images.

    maps    list: the channels after the first convolution and after each module, (m, h, w, c) each
    scores  (m, k)
    """

    maps: list
    scores: np.ndarray


def forward(net, images):
    """Return the Outputs of a network for images (m, h, w), brightness 0 to 1.

    net  Inception

    Raises ValueError or TypeError if images are no numbers or have another number of axes.
    """
    maps = [net.first(as_data("images", images, 3)[..., None])]
    for number, module in enumerate(net.modules):
        before = pooled(maps[-1], 2) if number < 2 else maps[-1]
        maps.append(module(before))
    return Outputs(maps, maps[-1].mean(axis=(1, 2)) @ net.W + net.b)


def class_map(maps, slopes):
    """Return where in an image channels speak for a class: Grad-CAM.

        relu( sum over c of  mean over all places of slopes[:, :, c]  ·  maps[:, :, c] )

    maps     (h, w, c)  the channels after a layer
    slopes   (h, w, c)  of the score of the class, by each of them
    returns  (h, w)

    Raises ValueError if the shapes differ.
    Source: Selvaraju and others, "Grad-CAM", 2017, arXiv:1610.02391.
    """
    maps, slopes = as_data("maps", maps, 3), as_data("slopes", slopes, 3)
    if maps.shape != slopes.shape:
        raise ValueError(f"maps have shape {maps.shape} but slopes {slopes.shape}; they must be equal")
    return np.maximum(maps @ slopes.mean(axis=(0, 1)), 0)
