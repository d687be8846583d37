import numpy as np
import pytest

from helpers.data import augmentation

IMAGES = np.random.default_rng(0).random((3, 7, 7))


def test_mirrored_swaps_left_and_right():
    assert (augmentation.mirrored(IMAGES) == np.flip(IMAGES, axis=2)).all()


def test_shifted_moves_down_and_right_and_brings_in_the_ground():
    moved = augmentation.shifted(IMAGES, 2, -1)
    assert moved[:, 2:, :-1] == pytest.approx(IMAGES[:, :-2, 1:])
    assert not moved[:, :2].any()


def test_a_quarter_turn_to_the_left_is_numpys():
    assert augmentation.turned(IMAGES, 90)[:, 1:-1, 1:-1] == pytest.approx(
        np.rot90(IMAGES, axes=(1, 2))[:, 1:-1, 1:-1]
    )


def test_zoomed_by_two_shows_every_pixel_at_twice_its_distance_from_the_middle():
    larger = augmentation.zoomed(IMAGES, 2)
    assert larger[:, 1, 1] == pytest.approx(IMAGES[:, 2, 2])
    assert larger[:, 3, 3] == pytest.approx(IMAGES[:, 3, 3])


@pytest.mark.parametrize("kind", augmentation.KINDS)
def test_strength_0_changes_nothing_and_more_of_it_more(kind):
    apart = [
        np.abs(augmentation.changed(IMAGES, kind, strength, seed=1) - IMAGES).mean() for strength in (0, 1)
    ]
    assert apart[0] < 1e-12
    assert apart[1] > 0.05


@pytest.mark.parametrize("kind", augmentation.KINDS)
def test_a_seed_says_what_happens_and_brightness_stays_in_its_range(kind):
    once, again = (augmentation.changed(IMAGES, kind, 0.7, seed=4) for _ in range(2))
    assert (once == again).all()
    assert once.min() >= 0
    assert once.max() <= 1


def test_about_half_are_mirrored_and_the_others_stay():
    X = np.random.default_rng(1).random((400, 9))
    made = augmentation.sometimes_mirrored(X, np.random.default_rng(0)).reshape(-1, 3, 3)
    images = X.reshape(-1, 3, 3)
    stayed, turned = ((made == each).all(axis=(1, 2)) for each in (images, images[:, :, ::-1]))
    assert (stayed ^ turned).all()
    assert 150 < turned.sum() < 250


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((IMAGES[0], "noisy", 1), r"\(m, h, w\)"),
        ((IMAGES, "blue", 1), "unknown kind"),
        ((IMAGES, "noisy", 2), "0 and 1"),
    ],
)
def test_what_does_not_fit_is_refused(given, words):
    with pytest.raises(ValueError, match=words):
        augmentation.changed(*given)
