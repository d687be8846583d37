"""Pairs, attention by hand, and a small GPT: what it expects, what it looks at, how it learns."""

import re

import numpy as np
import pytest
from dragging import dragged

from helpers import data, widgets
from helpers.data import writer
from helpers.maths import attention


def said(explorer, pattern):
    return [float(each.replace("−", "-")) for each in re.search(pattern, explorer.describe()).groups()]


@pytest.fixture(scope="module")
def pairs():
    return widgets.pair_table()


def test_what_comes_after_h_is_counted(pairs):
    pairs.set(**pairs.presets["After h"])
    learn, _ = data.split_text(data.manual())
    share = learn.count("he") / learn.count("h")
    assert "comes “e”" in pairs.describe()
    assert said(pairs, r"probability (\S+), temp") == [pytest.approx(share, abs=0.006)]


def test_a_low_temperature_makes_the_likeliest_likelier(pairs):
    probabilities = []
    for label in ("Careful", "Bold"):
        pairs.set(**pairs.presets["After h"] | pairs.presets[label])
        probabilities += said(pairs, r"probability (\S+), temp")
    assert probabilities[0] > 0.95 > 0.5 > probabilities[1]


def test_a_row_of_the_table_is_clicked(pairs):
    pairs.reset()
    dragged(pairs, 0, 3, 5.2)
    assert pairs.values["character"] == 5


@pytest.fixture(scope="module")
def hand():
    return widgets.attention_by_hand()


def test_shares_are_those_of_the_formula(hand):
    hand.reset()
    Q = np.array([[0, 1], [0.5, 0], [2, 1.5], [2, -1]])
    K = np.array([[2, 0.5], [-0.5, 2], [0.5, -1.5], [-1, -1]])
    for masked in (True, False):
        hand.set(masked=masked, asks=2)
        expected = attention.shares(Q, K, masked)[2]
        found = said(hand, r"Ada (\S+), feeds (\S+), her (\S+), cat (\d\.\d\d)")
        assert found == pytest.approx(expected, abs=0.006)


def test_the_first_word_can_ask_itself_alone(hand):
    hand.reset()
    hand.set(asks=0)
    assert said(hand, r"Ada (\S+), feeds (\S+),") == [1, 0]


def test_query_and_keys_are_dragged(hand):
    hand.reset()
    dragged(hand, 0, -1.04, 2.5)
    assert hand.values["queries"].split("; ")[2] == "-1 2.5"
    dragged(hand, 1, 9, 1, part=1)
    assert hand.values["keys"].split("; ")[1] == "3 1"
    dragged(hand, 2, 0, 3.1)
    assert hand.values["asks"] == 3


@pytest.mark.parametrize("written", ["", "1 2", "1 2; 3 4; 5 6; 7 8", "1 2; 1 x; 1 1; 0 0", "1; 2; 3; 0"])
def test_what_are_no_vectors_is_said(hand, written):
    hand.reset()
    assert f"Not understood: “{written}”. Needed are four pairs" in hand.set(keys=written).describe()


@pytest.fixture(scope="module")
def expects():
    return widgets.next_character()


def test_what_comes_is_where_the_frame_stands(expects):
    expects.reset()
    expects.set(given="return None", told=7)
    assert "After 7 of 11 characters" in expects.describe()
    assert "“N” comes" in expects.describe()
    expects.set(told=54)
    assert "here the text ends" in expects.describe()


def test_only_the_likeliest_stay(expects):
    expects.reset()
    expects.set(top=1)
    assert said(expects, r"GPT expects .*? \((\S+)\), the 5-gram .*? \((\S+)\)") == [1, 1]


def test_code_surprises_it_less_than_no_sense(expects):
    expects.reset()
    means = []
    for label in ("A sentence", "No sense"):
        expects.set(**expects.presets[label])
        means += said(expects, r"mean surprise is (\S+) nats")
    assert means[0] < 2 < 3 < means[1]


def test_a_character_beyond_the_manual_is_left_out(expects):
    expects.reset()
    assert "Left out: “é”, not in the manual" in expects.set(given="café").describe()
    assert "of 3 characters of “caf”" in expects.describe()
    assert "A text is needed" in expects.set(given="").describe()
    assert "Only the first 54" in expects.set(given="ab " * 30).describe()
    assert "Only" not in expects.set(given="é" * 60 + "abc").describe()


def test_no_head_looks_ahead_and_a_click_moves_the_place():
    heads = widgets.heads_at_work()
    for head in (1, 2, 3, 4):
        heads.set(asks=0, block=1, head=head)
        assert "takes most from “I”, itself: 1.00" in heads.describe()
    dragged(heads, 0, 17.2, 0)
    assert heads.values["asks"] == 17
    dragged(heads, 1, 3, 8)
    assert heads.values["asks"] == 8


def test_the_record_that_ships_is_shown():
    replay = widgets.writing_learnt()
    record = writer.record()
    for step in (0, 100, 100 * (len(record) - 1)):
        replay.set(step=step)
        assert said(replay, r"surprise is (\S+) nats") == [pytest.approx(record[step // 100].loss, abs=0.006)]
    assert "less than the 5-gram" in replay.describe()


def test_a_training_appends_to_it():
    replay = widgets.writing_learnt([writer.Moment(4.6, "xq")], steps=200)
    assert "more than each of the n-grams" in replay.describe()
    replay.append(writer.Moment(2.0, "The cat\nand more"))
    replay.append(writer.Moment(1.7, "The dog"))
    replay.catch_up()
    assert replay.values["step"] == 200
    assert "less than the 3-gram. It writes: The dog" in replay.describe()


def test_a_point_is_dragged_to_a_step_that_was_recorded():
    replay = widgets.writing_learnt()
    dragged(replay, 0, 760, 2)
    assert replay.values["step"] == 800
    dragged(replay, 1, 9999, 2)
    assert replay.values["step"] == 5000
