import base64
import re
from io import BytesIO

import pytest
from PIL import Image

from helpers.figures import style
from helpers.figures.picture import Picture


def test_a_picture_carries_its_words_and_is_drawn_at_double_density():
    axes = style.new_axes(2, size=(6, 3))
    axes[0].plot([1, 2], [3, 4])
    shown = Picture(axes, 'A line that rises from "3" to 4')._repr_mimebundle_()
    assert shown["text/plain"] == 'A line that rises from "3" to 4'
    assert 'alt="A line that rises from &quot;3&quot; to 4"' in shown["text/html"]
    assert 'width="600"' in shown["text/html"]
    data = re.search(r"base64,([^\"]+)", shown["text/html"])[1]
    assert Image.open(BytesIO(base64.b64decode(data))).size == (1200, 600)


@pytest.mark.parametrize("alt", ["", "  "])
def test_a_picture_without_words_is_refused(alt):
    with pytest.raises(ValueError, match="alt is empty"):
        Picture(style.new_axes(), alt)
