import numpy as np
import pytest

from helpers.maths import optimisers
from helpers.maths.descent import nudged_slope

G = np.array([1.0, -2.0, 0.5])


def test_momentum_by_hand():
    velocity = optimisers.momentum(G, np.zeros(3), 0.5)
    assert velocity.tolist() == [1, -2, 0.5]
    velocity = optimisers.momentum(G, velocity, 0.5)
    assert velocity.tolist() == [1.5, -3, 0.75]


def test_a_constant_gradient_makes_momentum_ten_times_as_fast_in_the_end():
    velocity = np.zeros(3)
    for _ in range(300):
        velocity = optimisers.momentum(G, velocity, 0.9)
    assert velocity == pytest.approx(10 * G)


def test_rmsprop_goes_as_far_along_each_axis_whatever_the_slope():
    square = np.zeros(3)
    for _ in range(300):
        direction, square = optimisers.rmsprop(G, square)
    assert direction == pytest.approx(np.sign(G), rel=1e-5)
    assert square == pytest.approx(G**2)


def test_adam_takes_a_first_step_of_one_alpha_along_each_axis():
    direction, memory = optimisers.adam(G)
    assert direction == pytest.approx(np.sign(G), rel=1e-5)
    assert memory.steps == 1
    assert memory.mean == pytest.approx(0.1 * G)
    assert memory.square == pytest.approx(0.001 * G**2)


@pytest.mark.parametrize("name", optimisers.SURFACES)
def test_the_slope_of_a_surface_is_what_nudging_says(name):
    surface = optimisers.SURFACES[name]
    rng = np.random.default_rng(0)
    for place in (np.array(surface.start), *rng.uniform(-1.5, 1.5, (5, 2))):
        nudged = [nudged_slope(lambda p: surface.loss(*p), place, j, 1e-5) for j in range(2)]
        assert surface.slope(place) == pytest.approx(nudged, abs=1e-8)


def test_on_a_ravine_momentum_gets_further_than_plain_descent():
    surface = optimisers.SURFACES["ravine"]
    rates = {"sgd": 0.045, "momentum": 0.02}
    ends = {
        name: surface.loss(*optimisers.path(name, surface.slope, surface.start, alpha, 100)[-1])
        for name, alpha in rates.items()
    }
    assert ends["momentum"] < ends["sgd"] / 3


def test_a_path_begins_at_its_start_and_has_a_place_for_each_step():
    path = optimisers.path("sgd", lambda p: p, [1.0, -1], 0.5, 3)
    assert path.tolist() == [[1, -1], [0.5, -0.5], [0.25, -0.25], [0.125, -0.125]]


def test_a_path_that_diverges_ends_in_infinity_without_a_warning():
    path = optimisers.path("sgd", lambda p: 100 * p, [1.0, -1], 1.0, 400)
    assert not np.isfinite(path[-1]).all()


def test_schedules():
    up = optimisers.warm_up(0.4, 4)
    assert [up(step) for step in range(6)] == pytest.approx([0.1, 0.2, 0.3, 0.4, 0.4, 0.4])
    wave = optimisers.cosine(0.4, 10)
    assert [wave(step) for step in (0, 5, 10, 11)] == pytest.approx([0.4, 0.2, 0, 0])
    both = optimisers.warm_up(0.4, 2, then=optimisers.cosine(0.4, 10))
    assert [both(step) for step in (0, 1, 2, 7, 12)] == pytest.approx([0.2, 0.4, 0.4, 0.2, 0])
    falls = optimisers.decay(0.4, 0.5)
    assert [falls(step) for step in range(3)] == [0.4, 0.2, 0.1]


def test_a_path_follows_its_schedule():
    path = optimisers.path("sgd", lambda p: np.ones(1), [0.0], optimisers.decay(1, 0.5), 3)
    assert path[:, 0].tolist() == [0, -1, -1.5, -1.75]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: optimisers.momentum(G, np.zeros(2)), "shape"),
        (lambda: optimisers.momentum(G, np.zeros(3), 1.0), "beta must be below 1, got 1.0"),
        (lambda: optimisers.adam(G, beta2=-0.1), "beta2 must be zero or a positive"),
        (lambda: optimisers.path("adagrad", lambda p: p, [1.0], 0.1, 1), "no optimiser is called 'adagrad'"),
        (lambda: optimisers.path("sgd", lambda p: p, [1.0], 0.1, -1), "steps must be at least 0"),
        (lambda: optimisers.decay(1, 1.5), "rate must be at most 1"),
    ],
)
def test_what_does_not_fit_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_plain_descent_has_no_settings():
    with pytest.raises(TypeError, match="sgd has no beta"):
        optimisers.path("sgd", lambda p: p, [1.0], 0.1, 1, beta=0.9)
