"""The Inception network that ships tells the animals apart as the lesson says."""

import numpy as np

from helpers import data
from helpers.data import augmentation, marks, trained
from helpers.maths import inception

X, Y = data.animals()
VALID, TEST, _ = marks.parts()


def right(images, rows):
    return np.mean(inception.forward(trained.inception(), images).scores.argmax(axis=1) == Y[rows])


def images(rows):
    return X[rows].reshape(-1, 28, 28)


def test_it_is_right_on_new_animals():
    assert right(images(TEST), TEST) > 0.96


def test_its_record_ends_where_it_ends():
    record = trained.record()
    called = inception.forward(trained.inception(), images(VALID)).scores.argmax(axis=1)
    assert record.shape == (31, 1000)
    assert np.mean(record[-1] == called) > 0.995  # its weights ship in sixteen bits
    assert np.mean(record[0] == Y[VALID]) < 0.2


def test_moving_costs_little_and_hard_edges_much():
    V = images(VALID)
    assert right(augmentation.shifted(V, 3, 0), VALID) > 0.9
    assert right(np.round(V), VALID) < 0.5
    assert right(V[:, ::-1], VALID) < 0.4
    assert right(1 - V, VALID) < 0.2


def test_how_others_fared():
    fared = trained.fared()
    mean = {kind: np.mean(one.right) for kind, one in fared.items()}
    assert {one.right.shape for one in fared.values()} == {(3,)}
    assert min(fared["Inception"].right) > 0.94
    assert mean["without normalisation"] < mean["plain"] < mean["without 1 × 1 before"]
    assert fared["without 1 × 1 before"].parameters > 3 * fared["Inception"].parameters


def test_weights_come_back_from_the_file_as_they_were_packed():
    packed = trained.packed(trained.inception())
    assert {values.dtype for values in packed.values()} == {np.dtype(np.float16)}
    assert len(packed) == 2 + 2 * (1 + 3 * 6)
