import numpy as np
import pytest

from helpers.maths import transformer
from helpers.maths.classification import class_losses
from helpers.maths.transformer import GPT, Block, Heads, Norm


def random_gpt(symbols=7, width=6, context=8, blocks=2, heads=3, seed=0):
    rng = np.random.default_rng(seed)

    def some(*shape):
        return 0.5 * rng.standard_normal(shape)

    def norm():
        return Norm(1 + some(width), some(width))

    def block():
        e = width // heads
        into = [part for _ in range(3) for part in (some(width, heads, e), some(heads, e))]
        attention = Heads(*into, some(heads, e, width), some(width))
        dense = some(width, 4 * width), some(4 * width), some(4 * width, width), some(width)
        return Block(norm(), attention, norm(), *dense)

    tables = some(symbols, width), some(context, width)
    return GPT(*tables, [block() for _ in range(blocks)], norm(), some(width, symbols), some(symbols))


NET = random_gpt()
NUMBERS = np.array([3, 1, 6, 0, 2, 5, 4, 3])


def arrays_in(part):
    if isinstance(part, np.ndarray):
        return [part]
    return [array for each in part for array in arrays_in(each)]


def test_its_parameters_are_those_that_the_formula_counts():
    counted = sum(array.size for array in arrays_in(NET))
    assert counted == transformer.parameters(symbols=7, width=6, context=8, blocks=2)


def test_gpt_3_has_about_as_many_as_its_paper_says():
    assert transformer.parameters(50257, 12288, 2048, 96) == pytest.approx(175e9, rel=0.01)


def test_a_norm_leaves_mean_0_and_variance_1():
    X = np.random.default_rng(0).standard_normal((3, 50)) * 7 + 2
    normed = Norm(np.ones(50), np.zeros(50))(X)
    assert normed.mean(axis=1) == pytest.approx(np.zeros(3), abs=1e-12)
    assert normed.var(axis=1) == pytest.approx(np.ones(3), rel=1e-4)


def test_no_place_sees_what_comes_later():
    scores = transformer.forward(NET, NUMBERS)
    assert scores.shape == (8, 7)
    for told in (1, 4, 7):
        assert transformer.forward(NET, NUMBERS[:told]) == pytest.approx(scores[:told])


def test_places_are_told_apart():
    scores = transformer.forward(NET, [3, 1, 3, 1])
    assert scores[0] != pytest.approx(scores[2])


def test_each_head_of_each_block_has_its_shares():
    looked = transformer.looked_at(NET, NUMBERS)
    assert [A.shape for A in looked] == [(3, 8, 8)] * 2
    assert np.sum(looked, axis=3) == pytest.approx(np.ones((2, 3, 8)))
    assert np.triu(looked[1][2], 1).max() == 0


def test_what_is_expected_comes_from_the_last_that_fit():
    longer = np.array([5, 5, *NUMBERS])
    assert transformer.expected(NET, longer) == pytest.approx(transformer.forward(NET, NUMBERS)[-1])


@pytest.mark.parametrize("before", [1, 3, 8])
def test_each_symbol_is_judged_once_with_enough_before_it(before):
    numbers = np.random.default_rng(1).integers(0, 7, 40)
    found = transformer.losses(NET, numbers, before)
    assert len(found) == 40 - before
    first = class_losses(transformer.forward(NET, numbers[:8]), numbers[1:9])[before - 1 :]
    assert found[: len(first)] == pytest.approx(first)


@pytest.mark.parametrize("numbers", [[], [0] * 9])
def test_too_few_or_too_many_symbols_are_refused(numbers):
    with pytest.raises(ValueError, match="takes 1 to 8"):
        transformer.forward(NET, numbers)


@pytest.mark.parametrize(("before", "symbols"), [(0, 20), (9, 20), (3, 3)])
def test_what_cannot_be_judged_is_refused(before, symbols):
    with pytest.raises(ValueError, match="before"):
        transformer.losses(NET, np.zeros(symbols, dtype=int), before)
