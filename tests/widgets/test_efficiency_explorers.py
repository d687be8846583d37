"""The race, the signal through ten layers, the map of batches, the shards: what the lesson says holds."""

import re

import numpy as np
import pytest

from helpers import widgets
from helpers.figures.labels import Labels
from helpers.figures.strokes import Strokes
from helpers.widgets import efficiency


def preset(explorer, label):
    return explorer.set(**explorer.presets[label])


def read(text):
    powers = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
    return float(text.translate(powers).replace(" × 10", "e"))


@pytest.fixture(scope="module")
def race():
    return widgets.race()


def losses(race):
    said = race.describe().rpartition("by: ")[2].rstrip(".")
    return {name: read(value) for name, value in re.findall(r"(\w+) ([\d.]+(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)", said)}


def test_in_the_ravine_momentum_is_ahead_of_plain_descent(race):
    found = losses(preset(race, "Ravine"))
    assert found["momentum"] < found["plain"]


def test_at_the_limit_plain_descent_does_not_come_down_and_adam_does(race):
    found = losses(preset(race, "Ravine, too fast for plain"))
    assert found["plain"] > 10
    assert found["Adam"] < 1


def test_on_the_plateau_those_that_divide_by_the_slope_move(race):
    found = losses(preset(race, "Plateau"))
    assert found["Adam"] < 0.1 < 0.9 < found["plain"]


@pytest.fixture(scope="module")
def signal():
    return widgets.signal()


def spreads(signal):
    found = re.search(
        r"spread by (.*?) in layer 1, (.*?) in layer 5 and (.*?) in layer", signal.describe()
    ).groups()
    return [read(each) for each in found]


@pytest.mark.parametrize(
    ("label", "low", "high"),
    [("Too small", 0, 1e-9), ("√(2/n)", 0.2, 3), ("Too large", 1e6, 1e10), ("Too small, normalised", 0.2, 3)],
)
def test_the_beginning_decides_what_is_left_in_layer_10(signal, label, low, high):
    assert low < spreads(preset(signal, label))[-1] < high


@pytest.fixture(scope="module")
def batch_map():
    return widgets.batch_map()


def test_the_best_alpha_grows_with_the_batch():
    runs = efficiency._batch_runs()
    best = [
        min(efficiency.RATES, key=lambda a, b=b: np.nan_to_num(runs[b, a][-1], nan=9))
        for b in efficiency.SIZES
    ]
    assert best == sorted(best)
    assert best[-1] >= 10 * best[0]


def test_at_one_alpha_small_batches_are_ahead_and_large_ones_catch_up_with_their_own(batch_map):
    def loss(label):
        return read(re.search(r"the loss is (\d\.\d+)", preset(batch_map, label).describe())[1])

    assert loss("One at a time") < loss("256, the same α") / 2
    assert loss("256, its own α") < loss("256, the same α") - 0.5


@pytest.fixture(scope="module")
def shards():
    return widgets.shards()


def apart(shards):
    return read(re.search(r": (\S+(?: × \S+)?) apart", shards.describe())[1])


def test_only_the_weighted_mean_is_that_of_the_whole_for_unequal_shards(shards):
    assert apart(preset(shards, "Equal shards")) < 1e-12
    assert apart(preset(shards, "Unequal, plain mean")) > 1e-3
    assert apart(preset(shards, "Unequal, weighted")) < 1e-12


@pytest.mark.parametrize("split", efficiency.SPLITS)
@pytest.mark.parametrize("machines", efficiency.COUNTS)
def test_shards_hold_every_example_once(machines, split):
    sizes = efficiency._shard_sizes(machines, split)
    assert len(sizes) == machines
    assert sum(sizes) == efficiency.BATCH
    assert min(sizes) >= 1


def test_far_apart_fewer_machines_are_faster(shards):
    preset(shards, "Far apart")
    best = int(re.search(r"machines (\d+) are fastest", shards.describe())[1])
    assert best < 16


@pytest.mark.parametrize("split", efficiency.SPLITS)
@pytest.mark.parametrize("machines", efficiency.COUNTS)
def test_no_gradient_and_no_size_stands_outside_the_picture(shards, machines, split):
    shards.set(machines=machines, split=split)
    (parts,) = (artist for artist in shards.live.moving if isinstance(artist, Strokes))
    (sizes,) = (artist for artist in shards.live.moving if isinstance(artist, Labels))
    places = np.concatenate([sizes.places, *parts.get_segments()])
    low, high = np.transpose([parts.axes.get_xlim(), parts.axes.get_ylim()])
    assert ((low < places) & (places < high)).all()
