from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba

from helpers.figures import curves, hidden, network, neuron, signed, style

HUGE = [0.0, 1e-12, 1e6, np.inf, np.nan]


def painted(ax):
    """Return the pixels of the figure of ax, top row first; anything that cannot be drawn raises here."""
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].astype(int)


def is_warm(colour):
    """Return whether a colour is on the side of vermilion: more red than blue."""
    return colour[0] > colour[2]


# signed


def test_lines_are_vermilion_from_zero_up_and_purple_below():
    colours = signed.line_colours([2, 0, -0.1])
    np.testing.assert_array_equal(
        colours, [to_rgba(signed.POSITIVE), to_rgba(signed.POSITIVE), to_rgba(signed.NEGATIVE)]
    )


def test_fills_grow_stronger_with_size_and_stop_at_the_ends():
    pale = 1 - signed.fill_colours([-9, -1, -0.5, 0, 0.5, 1, 9])[:, :3].min(axis=1)  # 0 is white
    assert pale[0] == pale[1] > pale[2] > pale[3] < pale[4] < pale[5] == pale[6]
    low, high = signed.fill_colours([-1, 1])
    assert not is_warm(low)
    assert is_warm(high)


def test_fills_between_other_ends():
    np.testing.assert_allclose(signed.fill_colours([0, 4], 0, 4), signed.fill_colours([-1, 1]))


def test_a_field_lies_as_its_axes_do():
    """Values run from bottom to top and left to right: only the cell at the top right is above 0."""
    ax = style.new_axes(size=(4, 4))
    field, _ = signed.draw_field(ax, bar=False)
    field.set_values(np.array([[-1.0, -1], [-1, 1]]))
    picture = painted(ax)
    for x, y, warm in [(0.1, 0.1, False), (0.9, 0.1, False), (0.1, 0.9, False), (0.9, 0.9, True)]:
        column, row = ax.transAxes.transform((x, y)).round().astype(int)
        assert is_warm(picture[len(picture) - row, column]) == warm, (x, y)


def test_a_hidden_field_is_not_drawn():
    ax = style.new_axes(size=(4, 4))
    field, _ = signed.draw_field(ax, bar=False)
    field.set_values(np.ones((2, 2)))
    shown = painted(ax)
    field.set_visible(False)
    assert (painted(ax) != shown).any()


def test_centres_by_hand():
    np.testing.assert_allclose(signed.centres(-2, 2, 4), [-1.5, -0.5, 0.5, 1.5])


def test_the_bar_shows_the_ends_of_the_colours():
    _, bar = signed.draw_field(style.new_axes(), label="$a$", low=0, high=4)
    assert bar.get_ticks().tolist() == [0, 1, 2, 3, 4]
    assert bar.ax.get_ylabel() == "$a$"
    assert signed.draw_field(style.new_axes(), bar=False)[1] is None


# neuron


@pytest.mark.parametrize(("w", "b"), [((1.5, -1), 0.5), ((0.1, 0), 2), ((0, -2), 0), ((-0.3, 0.7), -2)])
def test_the_line_is_where_z_is_zero(w, b):
    artists, _ = neuron.draw_plane(style.new_axes(), 2)
    neuron.update_plane(artists, np.zeros((3, 3)), -1, 1, np.array(w), b, (0, 0))
    ends = artists.line.get_xydata()
    np.testing.assert_allclose(ends @ w + b, 0, atol=1e-12)
    middle, length = ends.mean(axis=0), np.hypot(*(ends[1] - ends[0]))
    foot, along = neuron.line_of(w, b)
    np.testing.assert_allclose(middle, foot, atol=1e-12)
    assert np.hypot(*foot) == pytest.approx(abs(b) / np.hypot(*w))  # the distance of a line from the origin
    assert along @ w == pytest.approx(0)
    assert length / 2 > 4 * np.sqrt(2)  # the diagonal of the plane: it runs out at both ends
    np.testing.assert_allclose(artists.arrow.get_offsets()[0], foot)
    assert artists.arrow.get_visible()
    assert (artists.arrow.U.item(), artists.arrow.V.item()) == w


@pytest.mark.parametrize("w", [(0.0, 0.0), (-1e-17, 2e-17)])
def test_without_weights_there_is_neither_line_nor_arrow(w):
    ax = style.new_axes()
    artists, _ = neuron.draw_plane(ax, 2)
    neuron.update_plane(artists, np.ones((3, 3)), -1, 1, np.array(w), 1.0, (1, -2))
    assert neuron.line_of(w, 1.0) == (None, None)
    assert np.isnan(artists.line.get_xydata()).all()
    assert not artists.arrow.get_visible()
    painted(ax)
    neuron.update_plane(artists, np.ones((3, 3)), -1, 1, np.array([1.0, 0]), 1.0, (1, -2))
    assert artists.arrow.get_visible()
    assert artists.point.get_xydata().tolist() == [[1, -2]]


def test_the_guide_leads_from_z_over_the_point_to_a():
    artists = neuron.draw_activation(style.new_axes(), 10.5)
    z = np.linspace(-3, 3, 5)
    neuron.update_activation(artists, z, z**2, 1.5, 2.25)
    np.testing.assert_array_equal(artists.curve.get_xydata(), np.column_stack([z, z**2]))
    assert artists.point.get_xydata().tolist() == [[1.5, 2.25]]
    guide = artists.guide.get_xydata()
    assert guide[0, 0] == 1.5
    assert guide[1].tolist() == [1.5, 2.25]
    assert guide[2, 1] == 2.25
    assert guide[0, 1] < -50
    assert guide[2, 0] < -50


def test_rescale_moves_bar_and_axis():
    left, right = style.new_axes(2)
    _, bar = neuron.draw_plane(left, 2)
    neuron.rescale(bar, right, -4, 4, (-1.0, 10.5))
    assert (bar.norm.vmin, bar.norm.vmax) == (-4, 4)
    assert bar.get_ticks().tolist() == [-4, -2, 0, 2, 4]
    assert right.get_ylim() == (-1, 10.5)


def test_the_bar_leaves_out_what_never_comes():
    left, right = style.new_axes(2)
    artists, bar = neuron.draw_plane(left, 2)
    neuron.rescale(bar, right, -4, 4, (-1.0, 10.5), least=0, most=np.inf)
    names = [text.get_text() for text in bar.ax.get_yticklabels()]
    assert names == ["0", "1", "2", "3", "≥ 4"]
    np.testing.assert_allclose(bar.cmap(0.0), signed.fill_colours([0])[0], atol=0.01)
    np.testing.assert_allclose(bar.cmap(1.0), signed.fill_colours([1])[0], atol=0.01)
    neuron.rescale(bar, right, 0, 1, (-1.3, 1.3), least=0, most=1)
    assert (bar.norm.vmin, bar.norm.vmax) == (0, 1)
    np.testing.assert_allclose(bar.cmap(0.5), signed.fill_colours([0])[0], atol=0.02)
    neuron.update_plane(artists, np.ones((3, 3)), 0, 1, np.array([1.0, 0]), 1.0, (1, -2))
    painted(left)


def test_functions_side_by_side():
    axes, z = style.new_axes(2), np.linspace(-3, 3, 5)
    neuron.draw_functions(axes, z, {"half": z / 2, "zero": 0 * z})
    assert [ax.get_title() for ax in axes] == ["half", "zero"]
    np.testing.assert_array_equal(axes[0].lines[-1].get_xydata(), np.column_stack([z, z / 2]))
    with pytest.raises(ValueError, match="zip"):
        neuron.draw_functions(axes, z, {"half": z / 2})


# network

INPUTS, HIDDEN, OUTPUT = np.array([1.0, -0.04]), np.array([0.5, -1.0, 0.0]), np.array([-2.0])
STRENGTHS = [np.array([[1.0, -0.5, 0.01], [0.2, -100, 0]]), np.array([[2.0], [-0.3], [1.0]])]


def drawn_network(activations=(INPUTS, HIDDEN, OUTPUT), strengths=tuple(STRENGTHS)):
    ax = style.new_axes()
    artists = network.draw_network(ax)
    network.update_network(artists, list(activations), list(strengths))
    return ax, artists


def shown(texts):
    return [text.get_text() for text in texts if text.get_visible()]


def test_a_network_has_a_circle_with_its_number_for_each_neuron():
    _, artists = drawn_network()
    assert artists.numbers.words == ["1.0", "0.0", "0.5", "−1.0", "0.0", "−2.0"]
    assert artists.names.words == ["inputs", "hidden 1", "output"]
    places = artists.neurons.get_offsets()
    assert np.unique(places, axis=0).shape == (6, 2)
    np.testing.assert_array_equal(artists.numbers.places, places)
    np.testing.assert_array_equal(
        artists.neurons.get_facecolors(), signed.fill_colours([1, -0.04, 0.5, -1, 0, -2])
    )


def test_layers_stand_left_to_right_and_the_first_neuron_on_top():
    _, artists = drawn_network()
    x, y = artists.neurons.get_offsets().T
    assert x.tolist() == [0, 0, 0.5, 0.5, 0.5, 1]
    assert y[0] > y[1]
    assert y[2] > y[3] > y[4]
    assert y[0] + y[1] == pytest.approx(y[2] + y[4]) == pytest.approx(2 * y[5])


def test_each_weight_joins_its_own_two_neurons():
    _, artists = drawn_network()
    segments, places = artists.links.get_segments(), artists.neurons.get_offsets()
    layers = places[:2], places[2:5], places[5:]
    joined = [(p, q) for a, b in pairwise(layers) for p in a for q in b]  # as in W, row by row
    np.testing.assert_allclose(segments, joined)


def test_weights_have_the_colour_of_their_sign_and_the_width_of_their_size():
    _, artists = drawn_network()
    flat = np.concatenate([each.ravel() for each in STRENGTHS])
    np.testing.assert_array_equal(artists.links.get_colors(), signed.line_colours(flat))
    widths = np.array(artists.links.get_linewidths())
    by_size = np.argsort(np.abs(flat), kind="stable")
    assert (np.diff(widths[by_size]) >= 0).all()
    assert widths[0] == 2 * widths[1]  # 1 and -0.5
    assert widths.min() > 0  # a weight of 0 can still be seen
    assert widths.max() < 10  # and one of -100 hides nothing


def test_the_first_weight_has_a_rim_of_its_own():
    _, artists = drawn_network()
    segments, links = artists.first.get_segments(), artists.links
    assert len(segments) == 3
    for segment in segments:
        np.testing.assert_allclose(segment, links.get_segments()[0])
    widths = artists.first.get_linewidths()
    assert widths[0] > widths[1] > widths[2] == links.get_linewidths()[0]
    np.testing.assert_array_equal(artists.first.get_colors()[2], links.get_colors()[0])


def test_circles_do_not_touch_in_the_tallest_layer():
    most = network.TALLEST
    ax = style.new_axes(2, size=(9, 3.4), width_ratios=[1.9, 1])[0]  # as the explorer has it
    artists = network.draw_network(ax)
    layers = [np.zeros(2), np.zeros(most), np.zeros(1)]
    network.update_network(artists, layers, [np.ones((len(a), len(b))) for a, b in pairwise(layers)])
    ax.figure.dpi = 72
    ax.figure.draw_without_rendering()
    heights = ax.transData.transform(artists.neurons.get_offsets())[2:-1, 1]
    across = np.sqrt(artists.neurons.get_sizes()[0]) + artists.neurons.get_linewidths()[0]
    assert -np.diff(heights).max() > across + 2


def test_a_smaller_network_leaves_nothing_of_a_larger_one():
    _, artists = drawn_network()
    network.update_network(artists, [INPUTS, OUTPUT], [np.ones((2, 1))])
    assert artists.numbers.words == ["1.0", "0.0", "−2.0"]
    assert artists.names.words == ["inputs", "output"]
    assert len(artists.neurons.get_offsets()) == 3
    assert len(artists.links.get_segments()) == len(artists.links.get_linewidths()) == 2


def test_the_tallest_network_stays_inside():
    most = network.TALLEST
    layers = [np.zeros(2), *[np.full(most, 1e6)] * 3, np.full(1, -1e6)]
    weights = [np.ones((len(a), len(b))) for a, b in pairwise(layers)]
    ax, artists = drawn_network(layers, weights)
    x, y = artists.neurons.get_offsets().T
    assert ax.get_xlim()[0] < x.min() < x.max() < ax.get_xlim()[1]
    assert ax.get_ylim()[0] < y.min() < y.max() < artists.names.places[0, 1]
    assert len(artists.numbers.words) == 2 + 3 * most + 1
    painted(ax)


def test_the_output_over_the_plane_and_the_point():
    ax = style.new_axes(size=(4, 4))
    artists = network.draw_output(ax, 2)
    network.update_output(artists, np.full((2, 2), -1.0), (0.5, -1))
    before = painted(ax)
    network.update_output(artists, np.full((2, 2), 1.0), (0.5, -1))
    after = painted(ax)
    column, row = ax.transData.transform((-1, 1)).round().astype(int)
    assert not is_warm(before[len(before) - row, column])
    assert is_warm(after[len(after) - row, column])
    assert artists.point.get_xydata().tolist() == [[0.5, -1]]


# hidden

CORNERS, TARGETS = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])


def drawn_space(points=CORNERS, cuts=(((1.0, 1), -0.5), ((2.0, -1), 0.3)), grid=hidden.NO_LINES):
    ax = style.new_axes()
    artists = hidden.draw_space(ax, limits=(-0.5, 1.5), lines=len(cuts), labels=("one", "two"))
    hidden.update_space(artists, np.zeros((3, 3)), points, TARGETS, cuts, grid)
    return ax, artists


def test_points_are_sorted_by_target_and_named_by_input():
    _, artists = drawn_space()
    assert artists.zeros.get_xydata().tolist() == [[0, 0], [1, 1]]
    assert artists.ones.get_xydata().tolist() == [[0, 1], [1, 0]]
    assert artists.names.words == ["0,0", "0,1", "1,0", "1,1"]
    assert np.hypot(*(artists.names.places - CORNERS).T).max() < 0.3
    assert artists.zeros.get_markerfacecolor() != artists.ones.get_markerfacecolor()


def test_both_cuts_are_where_z_is_zero_and_look_different():
    _, artists = drawn_space()
    for line, (w, b) in zip(artists.lines, [((1, 1), -0.5), ((2, -1), 0.3)], strict=True):
        np.testing.assert_allclose(line.get_xydata() @ w + b, 0, atol=1e-12)
    assert artists.lines[0].get_linestyle() != artists.lines[1].get_linestyle()


def test_the_name_of_a_point_outside_is_not_shown():
    _, artists = drawn_space(points=np.array([[0.0, 0], [0, 7], [-9, 0], [1, 1]]))
    assert artists.names.words == ["0,0", "1,1"]
    hidden.update_space(artists, np.zeros((3, 3)), CORNERS, TARGETS, [((1, 0), 0), ((0, 1), 0)])
    assert len(artists.names.words) == 4


def test_points_on_each_other_have_both_names():
    _, artists = drawn_space(points=np.array([[0.0, 0], [1, 0], [1, 0], [1, 1]]))
    assert artists.names.words == ["0,0", "0,1 and 1,0", "1,1"]
    hidden.update_space(artists, np.zeros((3, 3)), np.ones((4, 2)), TARGETS, [((1, 0), 0), ((0, 1), 0)])
    assert artists.names.words == ["all four"]


def test_a_neuron_without_weights_has_no_line():
    ax, artists = drawn_space(cuts=[((0.0, 0.0), 1.0)])
    assert np.isnan(artists.lines[0].get_xydata()).all()
    painted(ax)


def test_the_grid_is_what_was_given():
    _, artists = drawn_space(grid=np.arange(12.0).reshape(2, 3, 2))
    first, second = np.arange(12.0).reshape(2, 3, 2)
    gap = np.full((1, 2), np.nan)  # where the pen is lifted
    np.testing.assert_array_equal(artists.grid.get_xydata(), np.concatenate([first, gap, second, gap]))


# curves

X = np.linspace(-3, 3, 7)
PARTS = np.array([X, -2 * np.maximum(X, 0)])
SUM, TARGET = PARTS.sum(axis=0), np.sin(X)


def drawn_sum(parts=PARTS, total=SUM, positions=(-1.0, 0.0)):
    left, right = style.new_axes(2)
    artists = curves.draw_sum(left, right, 2, x_limits=(-3, 3), part_limits=(-3, 3), sum_limits=(-1.6, 1.6))
    curves.update_sum(artists, X, parts, total, TARGET, np.array(positions))
    return left, artists


def test_parts_and_sum_are_where_they_were_asked_for():
    _, artists = drawn_sum()
    np.testing.assert_array_equal([line.get_ydata() for line in artists.parts], PARTS)
    np.testing.assert_array_equal(artists.total.get_ydata(), SUM)
    np.testing.assert_array_equal(artists.target.get_ydata(), TARGET)
    np.testing.assert_allclose(artists.hinges.get_xydata(), [[-1, -1], [0, 0]])
    assert [text.get_position() for text in artists.names] == [(-1, -1), (0, 0)]
    assert shown(artists.names) == ["1", "2"]


def test_the_gap_is_between_sum_and_target():
    _, artists = drawn_sum()
    (path,) = artists.gap.get_paths()
    corners = {tuple(corner) for corner in path.vertices}
    assert corners == {*zip(X, SUM, strict=True), *zip(X, TARGET, strict=True)}
    curves.update_sum(artists, X, PARTS, TARGET, TARGET, np.zeros(2))
    (path,) = artists.gap.get_paths()
    assert set(map(tuple, path.vertices)) == {*zip(X, TARGET, strict=True)}


def test_numbers_of_neurons_stay_inside_where_their_lines_leave():
    left, artists = drawn_sum(parts=100 * PARTS, total=100 * SUM, positions=(3, -3))
    low, high = left.get_ylim()
    assert all(low < text.get_position()[1] < high for text in artists.names)
    painted(left)


def test_neurons_beside_each_other_have_different_dashes():
    left, right = style.new_axes(2)
    limits = {"x_limits": (-3, 3), "part_limits": (-3, 3), "sum_limits": (-2, 2)}
    artists = curves.draw_sum(left, right, 4, **limits)
    assert len({line.get_linestyle() for line in artists.parts}) == 4


@pytest.mark.parametrize(("target", "names"), [(TARGET, ["target", "few", "many"]), (None, ["few", "many"])])
def test_curves_with_and_without_a_target(target, names):
    ax = style.new_axes()
    curves.draw_curves(ax, X, target, {"few": X, "many": SUM})
    assert [text.get_text() for text in ax.get_legend().get_texts()] == names
    np.testing.assert_array_equal(ax.lines[-1].get_xydata(), np.column_stack([X, SUM]))
    assert ax.lines[-1].get_linestyle() != ax.lines[-2].get_linestyle()


# extremes


@pytest.mark.parametrize("value", HUGE)
def test_nothing_raises_where_numbers_have_left_every_scale(value):
    plane, space, sums = style.new_axes(), style.new_axes(), style.new_axes(2)
    values = np.full((3, 3), value)
    artists, _ = neuron.draw_plane(plane, 2)
    neuron.update_plane(artists, values, -1, 1, np.array([2.0, -2]), 1e6, (2, 2))
    cut = hidden.draw_space(space, limits=(-1, 2), lines=1, labels=("one", "two"))
    hidden.update_space(cut, values, np.full((4, 2), value), TARGETS, [((1, 1), value)])
    parts = curves.draw_sum(*sums, 2, x_limits=(-3, 3), part_limits=(-3, 3), sum_limits=(-2, 2))
    curves.update_sum(parts, X, np.full((2, 7), value), np.full(7, value), TARGET, np.zeros(2))
    circles, _ = drawn_network([INPUTS, np.full(1, value)], [np.full((2, 1), value)])
    for ax in (plane, space, sums[0], circles):
        painted(ax)
