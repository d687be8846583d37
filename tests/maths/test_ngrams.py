import numpy as np
import pytest

from helpers.maths import ngrams


def test_counts_are_what_followed():
    model = ngrams.counted("abab", 2, "ab")
    assert model.followed[0][""] == {"a": 2, "b": 2}
    assert model.followed[1] == {"a": {"b": 2}, "b": {"a": 1}}


def test_by_hand():
    """After "b" in "abac": a once of once, one kind; before that 2, 1, 1 of 4, three kinds, of 1/3 each."""
    model = ngrams.counted("abac", 2, "abc")
    one = (np.array([2, 1, 1]) + 3 / 3) / (4 + 3)
    assert ngrams.probabilities(model, "") == pytest.approx(one)
    assert ngrams.probabilities(model, "xb") == pytest.approx((np.array([1, 0, 0]) + one) / 2)
    assert ngrams.probabilities(model, "c") == pytest.approx(one), "nothing ever followed it"


@pytest.mark.parametrize("n", [1, 2, 3, 5])
def test_probabilities_add_up_and_losses_are_their_surprises(n):
    letters = "abcde "
    text = "abc de abcd e aabb ccd"
    model = ngrams.counted(text, n, letters)
    judged = "ab dce abe"
    p = [ngrams.probabilities(model, judged[:place]) for place in range(len(judged))]
    assert np.sum(p, axis=1) == pytest.approx(np.ones(len(judged)))
    expected = [-np.log(p[place][letters.index(one)]) for place, one in enumerate(judged)]
    assert ngrams.losses(model, judged) == pytest.approx(expected)
    assert ngrams.losses(model, judged, 4) == pytest.approx(expected[4:])


def test_longer_contexts_know_the_text_by_heart():
    text = "the cat sat on the mat; the dog sat on the log"
    letters = "".join(sorted(set(text)))
    losses = [ngrams.losses(ngrams.counted(text, n, letters), text).mean() for n in (1, 2, 3, 5)]
    assert losses == sorted(losses, reverse=True)


def test_n_is_a_whole_number():
    with pytest.raises(ValueError, match="n"):
        ngrams.counted("ab", 0, "ab")
