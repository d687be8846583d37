"""Data sets: small ones made anew from a seed, handwritten digits, animals, and how data are parted.

The same seed gives the same numbers on every machine.

planes        classes in the plane that no line parts: moons, spirals
animals       shapes of ten kinds of animals
augmentation  images changed a little: mirrored, shifted, turned, made noisy
marks         animals with a planted mark, and networks that learnt from them
trained       a small Inception network that learnt the animals, and how others fared
drawings      drawings as a short text and back, and a pen
manual        texts: the Python manual's topics, this course's words
writer        a small GPT that learnt the manual, and how others fared
spoken        spoken digits, a recording of one's own
listener      how small networks fared that learnt those digits, and nearest neighbour
methods       how six methods fared on the same data
own           a table, images or texts of one's own
shipped       the files of arrays that ship: read whole, or refused by name
make_animals  writes them, animals.npz, from the package that they come from
make_learning_curve  writes learning_curve.npz: what models of the animals learnt from few and many
make_marked   writes those networks, marked.npz
make_manual   writes the manual's topics, manual.npz
make_spoken   writes the spoken digits, spoken.npz, from the package that they come from
make_methods  writes how they fared, methods.npz
make_parcels  writes the made-up table parcels.csv
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from helpers.data.animals import animals, first_of_equals  # noqa: F401
from helpers.data.manual import course_text, manual, split_text  # noqa: F401
from helpers.data.planes import circles, corners, moons, spirals  # noqa: F401
from helpers.maths.validation import not_negative, whole

PARCELS = Path(__file__).with_name("parcels.csv")
"""A made-up table of parcels, some of them late; make_parcels.py wrote it and says what is in it."""


def line(m=100, seed=0):
    """Return m points scattered around the line y = 3 x + 2.

        y = 3 x + 2 + 0.5 e,  x uniform on [0, 1), e standard normal

    m        >= 1     number of points
    returns  X (m, 1), y (m,)

    Raises TypeError or ValueError if m or seed is not a whole number in range.
    Source: the chapter's listing, section 4.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    X = rng.random((whole("m", m, 1), 1))
    y = 3 * X[:, 0] + 2 + 0.5 * rng.standard_normal(m)
    return X, y


def wave(m=100, seed=0, noise=0.2):
    """Return m points scattered around one period of a sine.

        y = sin(pi x) + noise e,  x in even steps from -1 to 1, e standard normal

    m        >= 1     number of points
    noise    >= 0     standard deviation of y around the sine
    returns  X (m, 1), y (m,)

    Raises TypeError or ValueError if m, seed or noise is out of range.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    noise = not_negative("noise", noise)
    x = np.linspace(-1, 1, whole("m", m, 1))
    return x[:, None], np.sin(np.pi * x) + noise * rng.standard_normal(m)


def two_heaps(m=40, seed=0, distance=2.0):
    """Return two heaps of points in the plane, of two classes.

        x = (distance / 2) (cos 30°, sin 30°) + e for class 1, minus that + e for class 0, e standard normal

    m         >= 2  number of points; every second one is of class 1
    distance  >= 0  between the middles of the heaps; 0 lays one on the other
    returns   X (m, 2), y (m,) of 0 and 1

    Raises TypeError or ValueError if m, seed or distance is out of range.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    y = np.arange(whole("m", m, 2)) % 2
    middle = not_negative("distance", distance) / 2 * np.array([np.sqrt(3) / 2, 1 / 2])
    return (2 * y - 1)[:, None] * middle + rng.standard_normal((m, 2)), y  # (m, 1) * (2,) -> (m, 2)


class Digits(NamedTuple):
    """Handwritten digits.

    X     (1797, 64)  brightness of the 8 × 8 pixels, row by row from the top; 0 paper to 1 ink
    y     (1797,)     which digit it is, 0 to 9
    form  (1797,)     on which of the 14 forms it was written, 0 to 13
    """

    X: np.ndarray
    y: np.ndarray
    form: np.ndarray


FORM_STARTS = (0, 130, 256, 386, 516, 646, 776, 915, 1029, 1157, 1287, 1415, 1545, 1667)
"""Where a form of the digits begins.

The data do not say it, but their order does: each form asks for the same digits in the same order, beginning
with 0 to 9 twice or thrice and 0955650989 (tests/data/test_digits.py finds these places anew).
"""


def digits():
    """Return 1,797 handwritten digits, with the form that each stands on.

    returns  Digits

    Thirteen people filled in the forms, so two of the 14 are of one hand; which, is not known.
    Source: scikit-learn's load_digits, the test part of E. Alpaydin and C. Kaynak, "Optical Recognition of
    Handwritten Digits", UCI Machine Learning Repository, 1998, CC BY 4.0.
    """
    from sklearn.datasets import load_digits  # takes a second to import, so only where it is wanted

    found = load_digits()
    form = np.searchsorted(FORM_STARTS, np.arange(len(found.target)), side="right") - 1
    return Digits(found.data / 16, found.target, form)


def split_by_group(group, parts=(8, 3, 3), seed=0):
    """Return which examples belong to each part, so that no group is in two of them.

    group    (m,)  the group of each example, whatever names it: a form, a patient, a day
    parts    how many groups each part gets: training, validation, test
    returns  list of (m,) of bool, one a part

    Raises ValueError if the parts do not add up to the number of groups.
    """
    names = np.unique(group)
    parts = [whole(f"parts[{k}]", part, 1) for k, part in enumerate(parts)]
    if sum(parts) != len(names):
        raise ValueError(f"parts add up to {sum(parts)} but there are {len(names)} groups; they must agree")
    order = np.random.default_rng(whole("seed", seed, 0)).permutation(names)
    pieces = np.split(order, np.cumsum(parts)[:-1])
    return [np.isin(group, piece) for piece in pieces]


def scores(m=1000, seed=0, share=0.1, distance=2.0):
    """Return scores of two classes as two heaps, one of them perhaps rare.

        score = e for class 0,  distance + e for class 1, e standard normal

    m         >= 10      number of examples
    share     0 to 1     of class 1, at least one and not all
    distance  >= 0       between the middles of the heaps
    returns   scores (m,), y (m,) of 0 and 1

    Raises TypeError or ValueError if an argument is out of range.
    """
    rng = np.random.default_rng(whole("seed", seed, 0))
    m = whole("m", m, 10)
    if not 0 < share < 1:
        raise ValueError(f"share must lie between 0 and 1, got {share}")
    y = (np.arange(m) < max(1, round(share * m))).astype(int)
    return rng.standard_normal(m) + y * not_negative("distance", distance), y
