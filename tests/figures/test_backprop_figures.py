import numpy as np
import pytest

from helpers.figures import backward, playground, style

Q = 5
"""Cells along each side of a map."""


@pytest.fixture
def ax():
    return style.new_axes(size=(5, 4))


@pytest.fixture
def network(ax):
    """A network of 2-3-1 as drawn, and the weights."""
    artists = playground.draw_network(ax)
    weights = [np.array([[1.0, -2, 0.5], [0.1, 0.0, 3]]), np.array([[1.0], [-1], [9]])]
    maps = np.zeros((3, Q, Q))
    playground.update_network(artists, weights, np.zeros((2, Q, Q)), [maps], -1, 1)
    return artists, weights


def test_every_neuron_has_its_map_and_every_weight_its_line(network):
    artists, weights = network
    assert [field.get_visible() for field in artists.inputs].count(True) == 2
    assert [[field.get_visible() for field in layer].count(True) for layer in artists.hidden] == [3, 0, 0, 0]
    assert len(artists.links.get_segments()) == sum(W.size for W in weights)
    assert len(artists.frames.get_segments()) == 2 + 3
    assert artists.names.words == ["inputs", "hidden 1", "output"]


def test_a_larger_weight_is_a_bolder_line_and_its_sign_a_colour(network):
    artists, _ = network
    widths = artists.links.get_linewidths()
    assert widths[1] > widths[0] > widths[3] >= widths[4] > 0
    assert max(widths) == widths[8], "even the largest leaves room for the others"
    colours = artists.links.get_colors()
    assert tuple(colours[0]) != tuple(colours[1])
    assert tuple(colours[0]) == tuple(colours[2])


def test_a_smaller_network_leaves_nothing_of_the_larger_one(network):
    artists, _ = network
    playground.update_network(artists, [np.ones((2, 1))], np.zeros((2, Q, Q)), [], -1, 1)
    assert not any(field.get_visible() for layer in artists.hidden for field in layer)
    assert len(artists.links.get_segments()) == 2


def test_points_stand_in_the_map_in_the_colour_of_their_target(ax):
    artists = playground.draw_map(ax, 2.6)
    X = np.array([[0.0, 1], [1, 0], [2, 2]])
    none = np.empty((0, 2)), np.empty(0)
    playground.update_map(artists, np.zeros((Q, Q)), (X, np.array([-1.0, 1, 0])), none, X[:1], 1)
    rims, training = artists.training
    found = [dots.get_xydata().tolist() for dots in training]
    assert found == [[[0, 1]], [], [[2, 2]], [], [[1, 0]]]
    assert rims.get_xydata().tolist() == X.tolist()
    assert not any(len(dots.get_xydata()) for dots in artists.validation[1])
    assert artists.own.get_xydata().tolist() == [[0, 1]]
    assert artists.adds.get_color() == training[-1].get_color()
    playground.update_map(artists, np.zeros((Q, Q)), none, none, [], -1)
    assert artists.adds.get_color() == training[0].get_color()


def test_a_loss_beyond_the_axis_stands_at_its_edge(ax):
    artists = playground.draw_losses(ax, steps=100, limits=(0.01, 3))
    playground.update_losses(artists, [0, 50, 100], np.array([[1, 2], [0.5, np.nan], [1e-9, np.inf]]))
    training, validation = (curve.get_ydata().tolist() for curve in artists.curves)
    assert (training, validation) == ([1, 0.5, 0.01], [2, 3, 3])
    assert [point.get_xydata().tolist() for point in artists.points] == [[[100, 0.01]], [[100, 3]]]


def test_what_is_not_known_yet_is_not_there(ax):
    artists = backward.draw_pass(ax)
    inside, above, below = ["1", "2", "", "", "", ""], ["x"] * 6, [""] * 6
    backward.update_pass(artists, inside, above, below, ["w"] * 6, ["", "", "", "", "5", ""], {4, (2, 4)})
    assert artists.forward.words == ["1", "2", *"x" * 6, *"w" * 6]
    assert artists.backward.words == ["5"]
    widths = artists.lines.get_linewidths()
    assert [k for k, width in enumerate(widths) if width == max(widths)] == [backward.EDGES.index((2, 4))]
    rims = artists.nodes.get_linewidths()
    assert [k for k, rim in enumerate(rims) if rim == max(rims)] == [4]


def test_the_tangent_touches_where_nothing_is_nudged_and_foretells_along_its_slope(ax):
    artists = backward.draw_nudge(ax, limit=1, top=6)
    nudges = np.array([-1.0, 0, 1])
    backward.update_nudge(artists, nudges, nudges**2 + 1, 1.0, 3.0, 0.5, 1.25)
    assert artists.tangent.get_ydata().tolist() == [-2, 1, 4]
    assert artists.foretold.get_xydata().tolist() == [[0.5, 2.5]]
    assert artists.happens.get_xydata().tolist() == [[0.5, 1.25]]
    backward.update_nudge(artists, nudges, nudges**2 + 1, 1.0, None, 0.5, 1.25)
    assert np.isnan(artists.tangent.get_ydata()).all()
    assert np.isnan(artists.foretold.get_ydata()).all()


def test_sizes_that_overflow_stand_at_the_edge(ax):
    artists = backward.draw_sizes(ax, layers=20, ylabel="size", colour=style.DATA)
    backward.update_sizes(artists, np.array([1.0, 1e-30, np.inf, np.nan]), 3)
    low, high = ax.get_ylim()
    assert artists.line.get_xydata().tolist() == [[1, 1], [2, low], [3, high], [4, high]]
    assert artists.end.get_xydata().tolist() == [[4, high]]
