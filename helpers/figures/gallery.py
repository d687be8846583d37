"""Small grey images side by side, each with its title."""

import numpy as np

from helpers.figures import style


@style.own_settings
def draw_gallery(axes, images, titles):
    """Draw images, dark ink on white paper, each on its own Axes with its title above.

    axes    as many Axes as there are images, in any nesting
    images  (k, s * s)  rows of pixels, 0 paper to 1 ink, from the top
    titles  (k,)        words or numbers

    Raises ValueError if an image is not square or the lengths differ.
    """
    side = round(np.sqrt(np.shape(images)[1]))
    if side**2 != np.shape(images)[1]:
        raise ValueError(f"an image has {np.shape(images)[1]} pixels; a square number of them is needed")
    for ax, image, title in zip(np.ravel(axes), images, titles, strict=True):
        ax.imshow(np.reshape(image, (side, side)), cmap="Greys", vmin=0, vmax=1)
        ax.set_title(title, fontsize=13, pad=3)
        ax.set_axis_off()
