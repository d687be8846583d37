import numpy as np
import pytest

from helpers import data
from helpers.maths import features


def fit(count, lambda_=0.0, seed=0, m=15):
    (x, y), grid = data.wave(m, 2, 0.3), np.linspace(-1, 1, 50)
    F, F_new = (features.random_waves(each, count, seed) for each in (x[:, 0], grid))
    return F, F_new, y, features.fit(features.decomposed(F, F_new), y, lambda_)


def test_further_waves_leave_the_first_ones_as_they_are():
    x = np.linspace(-1, 1, 5)
    few, many = features.random_waves(x, 3, 1), features.random_waves(x, 12, 1)
    assert few * np.sqrt(3) == pytest.approx(many[:, :3] * np.sqrt(12))


@pytest.mark.parametrize("count", [4, 40])
def test_without_decay_it_is_the_smallest_least_squares(count):
    F, F_new, y, found = fit(count)
    theta = np.linalg.lstsq(F, y, rcond=1e-10)[0]
    assert found.h == pytest.approx(F @ theta, abs=1e-8)
    assert found.h_new == pytest.approx(F_new @ theta, abs=1e-6)
    assert found.size == pytest.approx(np.linalg.norm(theta), rel=1e-6)


def test_with_decay_it_solves_the_closed_form():
    F, F_new, y, found = fit(12, 0.01)
    theta = np.linalg.solve(F.T @ F / 15 + 0.01 * np.eye(12), F.T @ y / 15)
    assert found.h_new == pytest.approx(F_new @ theta, abs=1e-9)


def test_the_loss_on_new_points_has_its_peak_at_as_many_features_as_points():
    truth = np.sin(np.pi * np.linspace(-1, 1, 50))
    few, as_many, far_more = (
        np.median([np.mean((fit(count, seed=seed)[3].h_new - truth) ** 2) for seed in range(8)])
        for count in (8, 15, 1000)
    )
    assert as_many > 10 * max(few, far_more)


def test_targets_that_do_not_fit_are_refused():
    F, F_new, y, _ = fit(4)
    with pytest.raises(ValueError, match="they must agree"):
        features.fit(features.decomposed(F, F_new), y[:-1])
