import numpy as np
import pytest

from helpers.maths import text


def test_characters_become_places_and_come_back():
    letters = text.alphabet("if x:\n")
    assert letters == "\n :fix"
    assert text.encoded("fix", letters).tolist() == [3, 4, 5]
    assert text.decoded(text.encoded("if x", letters), letters) == "if x"


def test_an_empty_text_has_no_alphabet_and_others_are_named():
    with pytest.raises(ValueError, match="empty"):
        text.alphabet("")
    with pytest.raises(ValueError, match="'z', 'é' not in the alphabet of 3"):
        text.encoded("zéa", "abc")


def test_pairs_are_merged_from_left_to_right_each_once():
    assert text.merged(list("abbbab"), ("b", "b")) == ["a", "bb", "b", "a", "b"]
    assert text.merged(list("ab"), ("b", "a")) == ["a", "b"]


def test_the_commonest_pair_first_and_then_with_what_it_has_become():
    pairs, pieces = text.merges("abababcab", 2)
    assert pairs == [("a", "b"), ("ab", "ab")]
    assert pieces == ["abab", "ab", "c", "ab"]
    assert "".join(pieces) == "abababcab"


def test_merging_ends_with_one_piece():
    pairs, pieces = text.merges("aaaa", 10)
    assert pieces == ["aaaa"]
    assert len(pairs) == 2


def test_only_the_largest_stay_and_a_temperature_sharpens():
    scores = np.log([0.1, 0.4, 0.2, 0.3])
    assert text.sharpened(scores) == pytest.approx([0.1, 0.4, 0.2, 0.3])
    assert text.sharpened(scores, top=2) == pytest.approx([0, 4 / 7, 0, 3 / 7])
    squares = np.array([0.1, 0.4, 0.2, 0.3]) ** 2
    assert text.sharpened(scores, 0.5) == pytest.approx(squares / squares.sum())
    assert text.sharpened(scores, 0.5, 1).tolist() == [0, 1, 0, 0]


@pytest.mark.parametrize("wrong", [{"temperature": 0}, {"temperature": -1}, {"top": 0}, {"top": 1.5}])
def test_what_cannot_sharpen_is_refused(wrong):
    with pytest.raises((ValueError, TypeError)):
        text.sharpened([0.0, 1.0], **wrong)


def test_what_is_written_follows_the_probabilities_and_the_seed():
    asked = []

    def expects(so_far):
        asked.append(so_far)
        return np.log([0.2, 0.8])

    said = text.written(expects, "ab", "b", 2000)
    assert said.startswith("b")
    assert asked[:2] == ["b", said[:2]]
    assert len(said) == 2001
    assert said.count("a") / 2000 == pytest.approx(0.2, abs=0.03)
    assert said == text.written(expects, "ab", "b", 2000)
    assert said != text.written(expects, "ab", "b", 2000, seed=1)
    assert text.written(expects, "ab", "", 5, top=1) == "bbbbb"


def test_the_longest_copy():
    assert text.longest_copy("xxhere isyy", "there is one") == "here is"
    assert text.longest_copy("zz", "abc") == ""
