import numpy as np
import pytest

from helpers.figures import classification as figures
from helpers.figures import style
from helpers.figures.labels import size_of

Z = np.linspace(-7, 7, 15)


@pytest.fixture
def example():
    axes = style.new_axes(3, size=(9, 3.5))
    return (axes, *figures.draw_surprise(*axes, Z, 1 / (1 + np.exp(-Z))))


def test_an_example_lies_at_its_score_in_all_three_pictures(example):
    *_, moving = example
    losses, slopes = {"squared": 0.4, "cross-entropy": 3}, {"squared": -0.1, "cross-entropy": -0.9}
    figures.update_surprise(moving, -3, 0.05, 1, losses, slopes)
    assert moving.label.get_xydata().tolist() == [[-3, 1]]
    assert moving.probability.get_xydata().tolist() == [[-3, 0.05]]
    assert moving.error.get_ydata() == [1, 0.05]
    for name in figures.LOSSES:
        assert moving.losses[name].get_xydata().tolist() == [[-3, losses[name]]]
        assert moving.slopes[name].get_xydata().tolist() == [[-3, slopes[name]]]


def test_tangents_touch_with_the_slope_and_are_of_one_length(example):
    (_, middle, _), *_, moving = example
    slopes = {"squared": 0.0, "cross-entropy": -1.0}
    figures.update_surprise(moving, 0, 0.5, 1, dict.fromkeys(slopes, 2), slopes)
    middle.figure.draw_without_rendering()
    lengths = []
    for name, slope in slopes.items():
        (x0, x1), (y0, y1) = moving.tangents[name].get_data()
        assert (y1 - y0) / (x1 - x0) == pytest.approx(slope)
        assert (y0 + y1) / 2 == pytest.approx(2)
        lengths.append(
            np.hypot(
                *np.diff(
                    middle.transAxes.inverted().transform(middle.transData.transform([(x0, y0), (x1, y1)])),
                    axis=0,
                )[0]
            )
        )
    assert lengths[0] == pytest.approx(lengths[1])


@pytest.mark.parametrize("y", [0, 1])
def test_a_label_has_its_curves_and_names_beside_them(example, y):
    (_, middle, right), losses, slopes, _ = example
    h = 1 / (1 + np.exp(-Z))
    loss_curves = {"squared": (h - y) ** 2 / 2, "cross-entropy": -np.log(h if y else 1 - h)}
    slope_curves = {"squared": (h - y) * h * (1 - h), "cross-entropy": h - y}
    figures.set_label(losses, slopes, y, Z, loss_curves, slope_curves)
    for still, expected in ((losses, loss_curves), (slopes, slope_curves)):
        for name, curve in still.curves.items():
            assert np.array_equal(curve.get_ydata(), expected[name])
    low, high = right.get_ylim()
    assert low < slope_curves["cross-entropy"].min() < slope_curves["cross-entropy"].max() < high
    middle.figure.draw_without_rendering()
    for still in (losses, slopes):
        for name, text in still.names.items():
            assert text.get_text() == name
            box = text.get_window_extent()
            assert text.axes.bbox.x0 < box.x0 < box.x1 < text.axes.bbox.x1
            assert text.axes.bbox.y0 < box.y0 < box.y1 < text.axes.bbox.y1
            for curve in still.curves.values():
                assert not curve.get_path().transformed(curve.get_transform()).intersects_bbox(box, False)


@pytest.fixture
def softmax():
    axes = style.new_axes(3, size=(9, 3.6))
    p = np.linspace(0.01, 1, 9)
    return figures.draw_softmax(*axes, p, -np.log(p), limit=8, top=7)


def test_probabilities_are_bars_and_the_difference_stands_from_label_to_bar(softmax):
    p, y = np.array([0.2, 0.7, 0.1]), np.array([0, 0, 1])
    figures.update_softmax(softmax, np.array([1.0, 2.5, -2]), p, y, 2.3)
    assert softmax.scores.get_ydata().tolist() == [1, 2.5, -2]
    assert [bar[1][1] for bar in softmax.bars.get_segments()] == p.tolist()
    assert [(one[0][1], one[1][1]) for one in softmax.errors.get_segments()] == [(0, 0.2), (0, 0.7), (1, 0.1)]
    assert softmax.labels.get_ydata().tolist() == [0, 0, 1]
    assert softmax.shares.words == ["0.200", "0.700", "0.100"]
    assert softmax.differences.words == ["+0.200", "+0.700", "−0.900"]
    assert softmax.surprise.get_xydata().tolist() == [[0.1, 2.3]]
    assert softmax.surprise.get_marker() == "o"


def test_a_surprise_beyond_the_picture_becomes_an_arrow_at_its_edge(softmax):
    figures.update_softmax(softmax, np.zeros(3), np.array([1.0, 0, 0]), np.array([0, 1, 0]), 80)
    assert softmax.surprise.get_marker() == "^"
    assert 6 < softmax.surprise.get_ydata()[0] < 7


EDGES = np.array([0.0, 1, 2, 3])


def area(heap):
    (path,) = heap.get_paths()
    x, y = path.vertices.T
    return abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2


@pytest.mark.parametrize(("threshold", "left"), [(0, 0), (1, 4), (1.5, 5), (2, 6), (3, 12)])
def test_a_histogram_is_cut_at_the_threshold(threshold, left):
    ax = style.new_axes()
    heap = figures.draw_heap(ax, "of it", (0, 3))
    figures.scale_heap(ax, 10)
    figures.update_heap(heap, EDGES, np.array([4, 2, 6]), threshold, ("missed 5", "found 7"))
    assert area(heap.left) == pytest.approx(left)
    assert area(heap.left) + area(heap.flagged) == pytest.approx(12)
    assert [labels.words for labels in heap.how_many] == [["missed 5"], ["found 7"]]
    assert ax.get_yticks().tolist() == [0, 5, 10]


def test_the_threshold_ends_below_the_words_and_above_the_bars():
    ax = style.new_axes()
    heap = figures.draw_heap(ax, "others", (0, 3))
    figures.scale_heap(ax, 10)
    figures.update_heap(heap, EDGES, np.array([4, 2, 10]), 1, ("a", "b"))
    ax.figure.draw_without_rendering()
    middles = [ax.transData.transform(labels.places[0])[1] for labels in heap.how_many]
    words = [middle - ax.figure.dpi / 72 * size_of("a", 14)[1] / 2 for middle in middles]
    bars, _, line = ax.transData.transform([(1, 10), (1, 0), heap.threshold.get_xydata()[1]])[:, 1]
    assert bars < line < min(words)


def test_shares_along_the_threshold_have_a_point_each_but_for_the_reference():
    artists = figures.draw_shares(style.new_axes(), ("accuracy", "always no"), (-3, 6))
    along = {"accuracy": np.array([0.1, 0.9]), "always no": np.array([0.9, 0.9]), "recall": np.array([1, 0])}
    figures.update_shares(artists, [0, 1], along, 0.5, {"accuracy": 0.6, "recall": 0.5})
    assert artists.now.keys() == {"accuracy"}
    assert artists.now["accuracy"].get_xydata().tolist() == [[0.5, 0.6]]
    assert artists.curves["always no"].get_ydata().tolist() == [0.9, 0.9]
    assert artists.threshold.get_xdata() == [0.5, 0.5]
