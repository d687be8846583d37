import itertools

import numpy as np
import pytest

from helpers import data, widgets
from helpers.maths import classification


def preset(explorer, label):
    return explorer.set(**explorer.presets[label])


def drag(explorer, handle, part, to):
    """Drag a place of a handle to data coordinates."""
    axes = explorer._handles[handle].axes
    x, y = axes.transData.transform(to)
    place = {"x": float(x), "y": float(axes.figure.bbox.height - y)}
    explorer.live.view.pointer = {"handle": handle, "part": part, **place, "grab": 1, "n": 0}
    return explorer


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Sure and right", "is 0.000, with the slope −0.0003; the cross-entropy is 0.018 nats"),
        ("Undecided", "slope −0.1250; the cross-entropy is 0.693 nats, with the slope −0.5000"),
        ("Sure and wrong", "slope −0.0025; the cross-entropy is 6.002 nats, with the slope −0.9975"),
        ("Sure and wrong, label 0", "slope 0.0025; the cross-entropy is 6.002 nats, with the slope 0.9975"),
    ],
)
def test_surprise_shows_what_the_lesson_says(label, words):
    explorer = preset(widgets.surprise(), label)
    assert words in explorer.describe()
    z, y = explorer.values["z"], explorer.values["y"]
    assert (
        f"probability h = {classification.sigmoid(z):.4f} of class 1; the label is {y}" in explorer.describe()
    )


def test_the_label_can_be_dragged_to_the_other_class():
    explorer = drag(widgets.surprise(), 0, 0, (-2.5, 0.2))
    assert explorer.values == {"z": -2.5, "y": 0}
    assert drag(explorer, 1, 0, (3, 0.9)).values == {"z": 3, "y": 0}


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("All alike", "0.333, 0.333, 0.333. The true class is B: the surprise at it is 1.099 nats"),
        ("One leads", "0.042, 0.114, 0.844. The true class is C: the surprise at it is 0.170 nats"),
        ("Hot", "0.289, 0.320, 0.391."),
        ("Cold", "0.000, 0.000, 1.000. The true class is B: the surprise at it is 10.000 nats"),
        ("Sure and wrong", "it is 7.008 nats, and p − y is −0.999, +0.007, +0.992."),
    ],
)
def test_softmax_shows_what_the_lesson_says(label, words):
    assert words in preset(widgets.scores_to_probabilities(), label).describe()


def test_what_is_added_to_all_scores_changes_no_probability():
    explorer = widgets.scores_to_probabilities()
    artists = explorer.live.moving
    before = explorer.describe()
    explorer.set(added=-4)
    assert "A −3.0, B −2.0, C 0.0 (−4.0 to each included" in explorer.describe()
    assert before.partition("become")[2] == explorer.describe().partition("become")[2]
    assert [-3, -2, 0] in [list(one.get_ydata()) for one in artists if hasattr(one, "get_ydata")]


def test_a_score_is_dragged_to_where_it_stands_with_what_was_added():
    explorer = drag(widgets.scores_to_probabilities().set(added=2), 0, 2, (2, 3))
    assert explorer.values["z2"] == 1
    assert explorer.values["added"] == 2


def test_a_click_on_a_class_makes_it_the_true_one():
    explorer = drag(widgets.scores_to_probabilities(), 1, 0, (1.8, 0.5))
    assert "The true class is C" in explorer.describe()


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (
            "99 % right, none found",
            "No precision, since none is flagged; recall 0.000, accuracy 0.990; “always",
        ),
        ("Find nearly all", "98 found, 2 missed, 413 false alarms, 487 rightly left"),
        ("Few false alarms", "Precision 0.917; recall 0.330, accuracy 0.930; “always no” has accuracy 0.900"),
        ("Balanced", "Precision 0.866; recall 0.830, accuracy 0.851; “always no” has accuracy 0.500"),
    ],
)
def test_threshold_shows_what_the_lesson_says(label, words):
    assert words in preset(widgets.threshold(), label).describe()


@pytest.mark.parametrize("values", [{"seed": 3, "share": 0.01, "t": 1.5}, {"distance": 0, "share": 0.5}])
def test_the_threshold_counts_what_lies_above_it(values):
    explorer = widgets.threshold().set(**values)
    now = explorer.values
    scores, y = data.scores(1000, now["seed"], now["share"], now["distance"])
    found = classification.counts(y, scores > now["t"])
    assert f"{found.found} found, {found.missed} missed" in explorer.describe()
    assert f"recall {found.recall:.3f}, accuracy {found.accuracy:.3f}" in explorer.describe()
    assert f"has accuracy {np.mean(y == 0):.3f}" in explorer.describe()


def test_every_score_has_its_place_in_a_histogram():
    from helpers.widgets import classification as module

    for seed in range(10):
        scores, _ = data.scores(module.M, seed, 0.5, 4.0)
        assert module.EDGES[0] < scores.min() <= scores.max() < module.EDGES[-1]
        for share, distance in itertools.product((0.01, 0.2, 0.5), (0.0, 2.0, 4.0)):
            scores, y = data.scores(module.M, seed, share, distance)
            for name, k in (("of it", 1), ("others", 0)):
                bars, _ = np.histogram(scores[y == k], module.EDGES)
                assert bars.max() <= module.HIGHEST[name][-1]


def test_the_threshold_can_be_dragged_in_both_histograms():
    explorer = widgets.threshold()
    for handle, to in ((0, 2.5), (1, -0.5)):
        assert drag(explorer, handle, 1, (to, 1)).values["t"] == to
