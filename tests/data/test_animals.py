"""The animals that ship are those of their package, and what the lesson says of their doubles holds."""

import hashlib
import pickle
from io import BytesIO

import numpy as np
import pytest

from helpers import data
from helpers.data import make_animals
from helpers.data.animals import FILE, NAMES


def test_the_file_is_the_one_that_was_looked_at():
    with np.load(FILE) as held:
        digest = hashlib.sha256(held["packed"].tobytes() + held["y"].tobytes()).hexdigest()
    assert digest == "61d032650bcae8e30c598b8de3a889170f74f37871da52ee29e199bc6b255ab0"


def test_there_are_a_thousand_of_each_kind_with_doubles():
    X, y = data.animals(doubles=True)
    assert X.shape == (10_000, 784)
    assert (X.min(), X.max()) == (0, 1)
    assert np.bincount(y).tolist() == [1000] * len(NAMES)


def test_without_doubles_no_image_is_there_twice_and_none_is_lost():
    X, y = data.animals()
    whole = data.animals(doubles=True)
    assert len(X) == len(y) == len(np.unique(X, axis=0)) == len(np.unique(whole.X, axis=0)) == 9716


def test_what_is_returned_can_be_changed_without_harm():
    X, y = data.animals()
    X[:], y[:] = 0, 0
    again = data.animals()
    assert again.X.any()
    assert again.y.any()


def test_of_equal_rows_the_first_stays():
    X = np.array([[3, 1], [1, 5], [3, 1], [5, 1], [1, 5]])
    assert data.first_of_equals(X).tolist() == [0, 1, 3]


def test_packing_keeps_sixteen_greys_in_order():
    images = np.zeros((1, 28, 28), dtype=np.uint8)
    images[0, 0, :4] = [255, 0, 17, 200]
    packed = make_animals.packed(images)
    assert packed.shape == (1, 392)
    assert [packed[0, 0] >> 4, packed[0, 0] & 15, packed[0, 1] >> 4, packed[0, 1] & 15] == [15, 0, 1, 12]


def test_whatever_is_no_array_is_refused():
    with pytest.raises(pickle.UnpicklingError, match="is not of NumPy"):
        make_animals.ArraysOnly(BytesIO(pickle.dumps(print))).load()
