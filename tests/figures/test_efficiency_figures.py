import numpy as np
import pytest

from helpers.figures import batches, race, shards, signal, style
from helpers.maths.optimisers import SURFACES


@pytest.fixture
def two():
    return style.new_axes(2, size=(9, 3.8))


def test_runners_stand_where_their_paths_end_and_begin_together(two):
    artists = race.draw_race(*two, steps=10, limits=(1e-6, 1e3))
    paths = {name: np.array([[1.0, 1], [k, 0]]) for k, name in enumerate(race.LOOKS)}
    losses = {name: np.array([1.0, 10.0 ** (-k)]) for k, name in enumerate(race.LOOKS)}
    race.update_race(artists, paths, losses)
    assert [end.get_xydata().tolist() for end in artists.ends.values()] == [[[k, 0]] for k in range(4)]
    assert artists.start.get_xydata().tolist() == [[1, 1]]
    assert artists.last["adam"].get_xydata().tolist() == [[1, 1e-3]]


def test_a_runner_that_has_overflowed_stays_where_it_was_last_seen(two):
    artists = race.draw_race(*two, steps=10, limits=(1e-6, 1e3))
    path = np.array([[1.0, 1], [40, 2], [np.inf, np.nan]])
    race.update_race(
        artists, dict.fromkeys(race.LOOKS, path), dict.fromkeys(race.LOOKS, np.array([1, 1e9, np.nan]))
    )
    assert artists.ends["sgd"].get_xydata().tolist() == [[40, 2]]
    assert artists.curves["sgd"].get_ydata().tolist() == [1, 1e3, 1e3]


def test_another_surface_leaves_nothing_of_the_one_before(two):
    race.draw_surface(two[0], SURFACES["bowl"])
    before = len(two[0].collections)
    race.draw_surface(two[0], SURFACES["saddle"])
    assert len(two[0].collections) == before
    assert two[0].get_ylim() == SURFACES["saddle"].limits[1]


def test_boxes_hold_what_lies_between_quantiles_and_end_at_the_edge(two):
    bands = signal.draw_bands(two[0], 2)
    quantiles = [np.array([-2, -1, 0, 1, 2]), np.array([-99, -1, 0.5, 1, np.inf])]
    signal.update_bands(bands, quantiles, 1.5)
    assert bands.inputs.get_xydata().tolist() == [[0, 1.5]]
    heights = [path.vertices[:, 1] for path in bands.wide.get_paths()]
    assert [(each.min(), each.max()) for each in heights] == [(-2, 2), (-signal.TALL, signal.TALL)]
    assert bands.middle.get_xydata().tolist() == [[1, 0], [2, 0.5]]


def test_a_spread_beyond_the_axis_stands_at_its_edge(two):
    artists = signal.draw_spreads(two[1], 3)
    signal.update_spreads(artists, np.array([1.0, 2, 3]), np.array([1.0, 0.0, np.inf]))
    low, high = two[1].get_ylim()
    assert artists.sums.get_ydata().tolist() == [1, 2, 3]
    assert artists.activations.get_ydata().tolist() == [1, low, high]


def test_tiles_name_their_losses_and_star_the_best_of_each_column(two):
    tiles = batches.draw_tiles(two[0], [1, 16], [0.1, 1.0])
    batches.update_tiles(tiles, np.array([[0.5, np.nan], [0.9, 0.2]]), 1, 0)
    assert tiles.losses.words == ["0.500", "∞", "0.900", "0.200"]
    assert np.round(tiles.best.get_ydata()).tolist() == [0, 1]
    assert (tiles.frame.get_xdata()[0], tiles.frame.get_ydata()[0]) == (0.5, -0.5)


def test_each_shard_has_its_arrow_and_its_size(two):
    artists = shards.draw_shards(two[0], ((-5, 1), (-5, 1)))
    shards.update_shards(artists, [[-1.0, -2], [-3, -1]], [3, 1], (-1.5, -1.75), (-2, -1.5))
    assert np.array(artists.parts.get_segments())[:, 1].tolist() == [[-1, -2], [-3, -1]]
    assert artists.sizes.words == ["3", "1"]
    assert artists.combined.get_xydata().tolist() == [[-2, -1.5]]
    assert artists.whole.get_xydata().tolist() == [[-1.5, -1.75]]


def test_the_point_stands_on_the_curve_of_times(two):
    artists = shards.draw_times(two[1], (1e-3, 30))
    shards.update_times(artists, [1, 2, 4], [4, 2.5, 3], [4, 2, 1], 1)
    assert artists.here.get_xydata().tolist() == [[2, 2.5]]
