import numpy as np
import pytest

from helpers.figures import descent, style

CENTRE = np.array([2.0, 3.0])


def axes():
    ax = style.new_axes()
    ax.set(xlim=(-2, 6), ylim=(-2, 8))
    return ax


def taken(thetas):
    artists = descent.draw_path(axes())
    descent.update_path(artists, np.array(thetas, dtype=float), CENTRE)
    return artists


def test_a_path_inside_ends_with_a_point_and_says_nothing():
    artists = taken([[0, 0], [1, 2], [2, 3]])
    assert np.column_stack(artists.path.get_data()).tolist() == [[0, 0], [1, 2], [2, 3]]
    assert np.column_stack(artists.start.get_data()).tolist() == [[0, 0]]
    assert np.column_stack(artists.end.get_data()).tolist() == [[2, 3]]
    assert len(artists.edge.get_xdata()) == 0
    assert artists.note.get_text() == ""


@pytest.mark.parametrize("last", [[1e30, 3], [7, 3], [np.inf, 3], [np.nan, np.nan]])
def test_a_path_that_left_says_so_and_marks_the_edge(last):
    artists = taken([[0, 0], [20, 3], last])
    assert artists.note.get_text() == "it left the picture"
    assert len(artists.end.get_xdata()) == 0
    assert artists.edge.get_xdata()[0] == pytest.approx(2 + 0.94 * 4)  # towards the right edge
    assert artists.edge.get_ydata()[0] == pytest.approx(3)
    assert np.abs(artists.path.get_xydata()).max() < 2e4


@pytest.mark.parametrize(
    ("point", "inside"),
    [
        ([2, 3], True),
        ([-2, 8], True),
        ([6.1, 3], False),
        ([2, -3], False),
        ([np.inf, 3], False),
        ([np.nan, 3], False),
    ],
)
def test_what_lies_in_the_picture(point, inside):
    assert descent.is_inside(axes(), np.array(point, dtype=float)) == inside


def test_a_path_that_comes_back_needs_no_mark():
    artists = taken([[0, 0], [50, 3], [2, 3]])
    assert artists.note.get_text() == ""
    assert len(artists.end.get_xdata()) == 1


def test_the_arrow_reaches_from_here_by_the_change():
    arrow = descent.draw_arrow(axes())
    descent.update_arrow(arrow, np.array([0.0, 1.0]), np.array([2.0, -1.0]))
    assert arrow.get_visible()
    corners = arrow.get_path().vertices
    for end in ([0, 1], [2, 0]):
        assert np.abs(corners - end).max(axis=1).min() < 0.1


@pytest.mark.parametrize(
    ("tail", "change"), [([0, 0], [1e-4, 0]), ([99, 0], [1, 1]), ([0, 0], [np.inf, 0]), ([0, 0], [1e20, 0])]
)
def test_an_arrow_too_short_too_long_or_outside_is_hidden(tail, change):
    arrow = descent.draw_arrow(axes())
    descent.update_arrow(arrow, np.array(tail, dtype=float), np.array(change, dtype=float))
    assert not arrow.get_visible()


def test_a_loss_that_leaves_upwards_gets_a_mark_there():
    curves = descent.draw_curves(
        style.new_axes(), ["a", "b"], ["k", "r"], far=10, y_limits=(1e-5, 1e2), xlabel="step"
    )
    steps = np.arange(4)
    descent.update_curves(
        curves, [(steps, np.array([1, 0.1, 0.0, -1e-17])), (steps, np.array([1, 500, 1e9, np.inf]))]
    )
    assert [len(mark.get_xdata()) for mark in curves.marks] == [0, 1]
    assert curves.marks[1].get_xdata()[0] == 1
    assert all(
        np.isfinite(curve.get_ydata()).all() and (curve.get_ydata() > 0).all() for curve in curves.curves
    )


def test_ellipses_are_where_the_loss_is_as_said():
    turn = np.array([[0.8, -0.6], [0.6, 0.8]])
    values, losses = np.array([0.5, 4.0]), np.array([1.0, 3.0])
    ellipses = descent.draw_ellipses(style.new_axes(), 2, limit=4)
    descent.update_ellipses(ellipses, values, turn, losses)
    hessian = turn @ np.diag(values) @ turn.T
    for points, loss in zip(ellipses.get_segments(), losses, strict=True):
        np.testing.assert_allclose(np.einsum("pi,ij,pj->p", points, hessian, points) / 2, loss, rtol=1e-10)


def test_the_secant_runs_through_the_nudged_points():
    slope = descent.draw_slope(style.new_axes(), x_limits=(-2, 2), y_limits=(0, 4))
    grid = np.linspace(-2, 2, 5)
    nudged = np.array([[1.0, 1.0], [0.0, 0.0]])
    descent.update_slope(slope, (grid, grid**2), (0.0, 0.0), nudged, 1.0, 0.0)
    assert slope.secant.get_ydata() == pytest.approx([-2, 2])
    assert slope.tangent.get_ydata() == pytest.approx([0, 0])


def test_factors_follow_the_rate():
    alphas = np.linspace(0, 2, 5)
    factors = descent.draw_factors(
        style.new_axes(), alphas, np.abs(1 - np.outer([1.3, 0.1], alphas)), "ab", 1.5
    )
    descent.update_factors(factors, 0.5, [0.35, 0.95])
    assert list(factors.rate.get_xdata()) == [0.5, 0.5]
    assert list(factors.points.get_ydata()) == [0.35, 0.95]


def test_the_star_lies_above_the_path_and_its_end():
    artists = taken([[0, 0], [2, 3]])
    assert np.column_stack(artists.star.get_data()).tolist() == [CENTRE.tolist()]
    assert artists.star.get_zorder() > artists.end.get_zorder() > artists.path.get_zorder()


def test_a_running_mean_keeps_the_first_value_and_a_level():
    values = np.array([9.0, 1, 1, 1, 1, 1, 1])
    mean = descent.running_mean(values, 4)
    assert mean[0] == 9
    assert mean[-1] == 1
    assert mean[2] == pytest.approx(values[:5].mean())
    assert descent.running_mean(values, 1).tolist() == values.tolist()


def test_a_noisy_run_has_a_bold_mean_and_keeps_its_extremes():
    curves = descent.draw_curves(
        style.new_axes(), ["a", "b"], ["k", "r"], far=20, y_limits=(1e-5, 1e2), xlabel="passes", mean="mean"
    )
    far, above = np.linspace(0, 20, 2001), np.random.default_rng(0).lognormal(-4, 1, 2001)
    descent.update_curves(curves, [(far, above), (far, above)], 100)
    noise, mean = curves.curves[-1], curves.means[0]
    assert len(noise.get_xdata()) < 1000
    assert noise.get_ydata().max() == above.max()
    assert noise.get_ydata().min() == above.min()
    assert (np.diff(noise.get_xdata()) > 0).all()
    assert mean.get_linewidth() > 2 * noise.get_linewidth()
    assert np.ptp(mean.get_ydata()[50:]) < 0.1 * np.ptp(above)


def test_the_rate_reaches_no_higher_than_its_factors():
    factors = descent.draw_factors(style.new_axes(), np.linspace(0, 2, 5), np.ones((2, 5)), "ab", 1.5)
    descent.update_factors(factors, 0.5, [0.35, 0.95])
    assert list(factors.rate.get_ydata()) == [0, 0.95]


@pytest.mark.parametrize(("low", "high"), [(3, 4), (-3, -2), (-1, 2), (0, 0.2)])
def test_an_axis_follows_its_data_and_shows_zero(low, high):
    ax = style.new_axes()
    axis = descent.draw_moving_axis(ax, "feature")
    descent.update_moving_axis(axis, np.array([low, high], dtype=float))
    left, right = ax.get_xlim()
    assert left < min(low, 0) <= max(high, 0) < right
    assert high - low >= 0.2 * (right - left)
    assert ax.get_xlabel() == "feature"
    shown = [float(word.replace("−", "-")) for word in axis.numbers.words]
    assert 0 in shown
    assert 3 <= len(shown) <= 6
    np.testing.assert_allclose(axis.numbers.places[:, 0], shown, atol=1e-9)
    assert len(axis.grid.get_segments()) == len(shown)
