"""The GPT that ships writes and is surprised as the lesson says."""

import numpy as np
import pytest

from helpers import data
from helpers.data import writer
from helpers.maths import ngrams, text, transformer

LETTERS = text.alphabet(data.manual())
LEARN, TEST = data.split_text(data.manual())
NUMBERS = text.encoded(TEST, LETTERS)


def loss(net):
    return transformer.losses(net, NUMBERS[:12_000], writer.BEFORE).mean()


def test_it_is_less_surprised_than_the_best_by_counting():
    five = ngrams.losses(writer.counted(5), TEST[:12_000], writer.BEFORE).mean()
    assert loss(writer.gpt()) < five


def test_how_counting_fares_is_as_the_file_says():
    found = [ngrams.losses(writer.counted(n), TEST, writer.BEFORE).mean() for n in (1, 2, 3, 4, 5)]
    assert writer.ngram_losses()[:5] == pytest.approx(found)
    assert writer.ngram_losses().argmin() == 4


def test_its_record_ends_where_it_ends():
    record = writer.record()
    last = writer.moment(writer.gpt())
    assert last.loss == pytest.approx(record[-1].loss, abs=0.01)  # its weights ship in sixteen bits
    assert record[0].loss > np.log(len(LETTERS))
    assert (len(record) - 1) * writer.EVERY == writer.fared()["two blocks, longer"].steps


def test_how_networks_fared():
    fared = writer.fared()
    three, four, five = writer.ngram_losses()[2:5]
    assert [len(one.losses) for one in fared.values()] == [3, 3, 1]
    assert four < min(fared["one block"].losses) < max(fared["one block"].losses) < three
    assert max(fared["two blocks"].losses) < min(fared["one block"].losses)
    assert fared["two blocks, longer"].losses[0] < five
    assert fared["one block"].parameters == transformer.parameters(len(LETTERS), 64, 64, 1)


def test_weights_come_back_from_the_file_as_they_were_packed():
    packed = writer.packed(writer.gpt())
    assert {values.dtype for values in packed.values()} == {np.dtype(np.float16)}
    assert sum(values.size for values in packed.values()) == transformer.parameters(len(LETTERS), 64, 64, 2)
