"""A gallery shows each image as it was given, with its title."""

import numpy as np
import pytest

from helpers.figures import gallery, style


def test_each_image_has_its_title_and_its_pixels():
    images = np.linspace(0, 1, 12).reshape(3, 4)
    axes = style.new_axes(3)
    gallery.draw_gallery(axes, images, [7, "1, said 9", 3])
    for ax, image, title in zip(axes, images, ("7", "1, said 9", "3"), strict=True):
        np.testing.assert_array_equal(ax.images[0].get_array(), image.reshape(2, 2))
        assert ax.get_title() == title


def test_refuses_what_is_not_square():
    with pytest.raises(ValueError, match="6 pixels"):
        gallery.draw_gallery(style.new_axes(2), np.zeros((2, 6)), "ab")
