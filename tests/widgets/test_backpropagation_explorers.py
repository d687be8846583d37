"""The playground, a pass back step by step, and slopes through depth: what the lesson says of them holds."""

import re

import numpy as np
import pytest

from helpers import data, widgets
from helpers.live.handle import Grab
from helpers.maths import backprop, network
from helpers.widgets import backpropagation


def preset(explorer, label):
    return explorer.set(**explorer.presets[label])


def numbers(pattern, explorer):
    return [float(found.replace("−", "-")) for found in re.search(pattern, explorer.describe()).groups()]


LOSSES = r"the loss is (\S+), on 100 validation points (?:\(shown\) )?(\d\S*?)[;.] "
RIGHT = r"right are (\d\.\d\d) and (\d\.\d\d)"


@pytest.fixture(scope="module")
def playground():
    return widgets.playground()


def test_the_playground_trains_as_the_lessons_own_loop_does(playground):
    preset(playground, "Moons")
    X, y = data.moons(100, 0, 0.15)
    X = 1.4 * X  # as wide as the other data
    start = backprop.random_layers((2, 4, 4, 1), "binary", "tanh", seed=0)
    run = backprop.train(start, X, y, loss="binary", alpha=0.3, steps=600)
    h = network.forward(run.layers[-1], X)[-1].A[:, 0]
    assert numbers(LOSSES, playground)[0] == pytest.approx(run.losses[-1], abs=6e-4)
    assert numbers(RIGHT, playground)[0] == pytest.approx(np.mean((h > 0.5) == y), abs=6e-3)


def test_going_back_and_forth_leads_to_the_same_network(playground):
    preset(playground, "Moons")
    words, picture = playground.describe(), playground.frame()
    playground.set(step=100)
    playground.set(step=1200)
    assert playground.describe() != words
    preset(playground, "Moons")
    assert (playground.describe(), playground.frame()) == (words, picture)


@pytest.mark.parametrize(
    ("label", "low", "high"),
    [("Untrained", 0.3, 0.7), ("XOR by one line", 0.0, 0.75), ("Moons", 0.95, 1), ("Spirals", 0.95, 1)],
)
def test_presets_get_as_many_right_as_the_lesson_says(playground, label, low, high):
    preset(playground, label)
    assert all(low <= share <= high for share in numbers(RIGHT, playground))


def test_few_noisy_points_are_learnt_by_heart_and_the_validation_loss_rises(playground):
    preset(playground, "Learnt by heart")
    training, validation = numbers(LOSSES, playground)
    playground.set(step=100)
    assert training < 0.01
    assert validation > 2 * numbers(LOSSES, playground)[1]


@pytest.mark.parametrize("kind", backpropagation.DATA)
def test_every_data_set_can_be_learnt(playground, kind):
    preset(playground, "Moons")
    playground.set(kind=kind, layers=2, neurons=8, noise=0.05, step=0)
    before = numbers(LOSSES, playground)[0]
    playground.set(step=1000)
    assert numbers(LOSSES, playground)[0] < 0.7 * before


def test_a_click_adds_a_point_which_training_then_sees(playground):
    preset(playground, "Untrained")
    add = playground._handles[0].values
    playground.set(adds=0, **add(Grab(-1.0, 1.5, 0, playground.values | {"adds": 0})))
    playground.set(adds=1, **add(Grab(2.0, 0.25, 0, playground.values | {"adds": 1})))
    assert playground.values["own"] == "-1.00 1.50 0; 2.00 0.25 1"
    assert "2 own points" in playground.describe()
    X, y = backpropagation._run(_settings_of(playground)).training
    assert X[-2:].tolist() == [[-1, 1.5], [2, 0.25]]
    assert y[-2:].tolist() == [0, 1]


def _settings_of(playground):
    values = playground.values
    own, _ = backpropagation._own_points(values["own"])
    names = [name for name in backpropagation._Settings._fields if name != "own"]
    return backpropagation._Settings(own=own, **{name: values[name] for name in names})


@pytest.mark.parametrize("written", ["1 2", "a b 1", "9 0 1", "0 0 2", "nan 0 1"])
def test_a_point_that_is_none_is_refused_with_what_is_needed_and_the_others_stay(playground, written):
    preset(playground, "Untrained")
    playground.set(own=f"0.5 -1.2 1; {written}")
    assert f"Not understood: “{written}”. A point is two numbers between" in playground.describe()
    assert "1 own point)" in playground.describe()


@pytest.fixture(scope="module")
def backward_pass():
    return widgets.backward_pass()


@pytest.mark.parametrize("which", backpropagation.NUMBERS_OF_IT)
@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
def test_a_slope_foretells_what_a_small_nudge_does(backward_pass, which, activation):
    backward_pass.set(step=backpropagation.LAST, which=which, activation=activation, epsilon=0.05)
    happens, slope, foretold = numbers(
        r"a change of (\S+); its slope, (\S+), foretold (\S+)\.", backward_pass
    )
    assert foretold == pytest.approx(0.05 * slope, abs=1e-3)
    assert happens == pytest.approx(foretold, abs=0.03)


def test_numbers_come_with_their_steps(backward_pass):
    shown = []
    for step in range(backpropagation.LAST + 1):
        backward_pass.set(step=step, activation="relu", which="W1[0, 0]")
        shown.append(len(backward_pass.live.view.moving))
        known = "is not known yet" not in backward_pass.describe()
        assert known == (step == backpropagation.LAST)
    assert shown[-1] > shown[0]


def test_a_relu_that_is_off_hears_of_nothing(backward_pass):
    preset(backward_pass, "A relu that is off")
    assert "a change of 0.000; its slope, 0.000, foretold 0.000" in backward_pass.describe()


@pytest.fixture(scope="module")
def depth():
    return widgets.depth()


SIZES = r"activations are of size (.*?); the slopes are of size (.*?) in layer 1 and (.*?) in layer"


def sizes(depth):
    powers = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    found = re.search(SIZES, depth.describe()).groups()
    return [float(each.translate(powers).replace(" × 10", "e")) for each in found]


def test_slopes_of_sigmoids_vanish(depth):
    _, first, last = sizes(preset(depth, "Sigmoids vanish"))
    assert 1e-9 < first / last < 1e-7


@pytest.mark.parametrize(
    ("label", "low", "high"),
    [("relu, too small", 0, 1e-4), ("relu, √2", 0.1, 10), ("relu, too large", 1e4, 1e12)],
)
def test_the_scale_of_relus_weights_decides_how_large_all_becomes(depth, label, low, high):
    assert all(low < size < high for size in sizes(preset(depth, label)))


@pytest.mark.parametrize(("width", "apart"), [(30, 100), (100, 10)])
def test_the_root_of_two_keeps_sizes_for_any_seed_and_the_wider_the_better(depth, width, apart):
    preset(depth, "relu, √2")
    for seed in range(10):
        assert all(1 / apart < size < apart for size in sizes(depth.set(seed=seed, width=width)))
