import numpy as np
import pytest

from helpers.data import drawings


def test_a_drawing_is_its_text_and_back():
    pixels = np.random.default_rng(0).random((28, 28)) < 0.4
    found, refused = drawings.drawn(drawings.written(pixels))
    assert np.array_equal(found, pixels)
    assert refused == []


def test_rows_and_columns():
    pixels, refused = drawings.drawn("5 8-10; 27 0 26-27")
    assert np.argwhere(pixels).tolist() == [[5, 8], [5, 9], [5, 10], [27, 0], [27, 26], [27, 27]]
    assert refused == []
    assert drawings.written(pixels) == "5 8-10; 27 0 26-27"
    assert drawings.written(np.zeros((28, 28))) == ""


@pytest.mark.parametrize("part", ["28 1-2", "5", "5 8-28", "5 9-8", "a 1", "5-6 1", "5 1.5", "-1 2", "5 1 x"])
def test_what_says_no_row_is_returned_and_the_rest_is_drawn(part):
    pixels, refused = drawings.drawn(f"1 2; {part}; 3 4")
    assert refused == [part]
    assert np.argwhere(pixels).tolist() == [[1, 2], [3, 4]]


def test_a_stroke_is_a_straight_line_of_a_round_pen():
    empty = np.zeros((28, 28), dtype=bool)
    line = drawings.with_stroke(empty, (5, 5), (5, 15), 1)
    assert np.argwhere(line).tolist() == [[5, column] for column in range(5, 16)]
    dot = drawings.with_stroke(empty, (10, 10), (10, 10), 3)
    assert dot.sum() == 9 - 4 + 4 * (np.hypot(1, 1) <= 1.5)
    assert not empty.any()


def test_a_pen_rubs_out():
    full = np.ones((28, 28), dtype=bool)
    rubbed = drawings.with_stroke(full, (0, 3), (27, 3), 1, ink=False)
    assert not rubbed[:, 3].any()
    assert rubbed.sum() == 27 * 28


def test_an_outline_is_what_touches_white():
    square = np.zeros((9, 9), dtype=bool)
    square[2:7, 2:7] = True
    found = drawings.outline(square)
    assert found.sum() == 16
    assert not found[3:6, 3:6].any()
    assert drawings.outline(np.ones((4, 4))).sum() == 12, "beyond the edge it is white"
