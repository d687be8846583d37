"""The exercises of notebook 11: merging a pair, who follows whom, a temperature, a head that does not look
ahead, the parameters of a GPT."""

from itertools import pairwise

import numpy as np

from helpers.learner.exercise import AnyOf, function_exercise, over, wrong
from helpers.maths import attention, transformer
from helpers.maths.classification import softmax

ROWS = [
    {"numbers": [4, 7, 7, 7, 2, 7, 7, 4, 4, 7, 7, 7, 7, 9, 7], "pair": (7, 7), "new": 12},
    {"numbers": [3, 5, 8, 5, 3, 3, 5, 6, 3, 3, 1, 5, 3, 5, 8, 3, 5], "pair": (3, 5), "new": 11},
    {  # the new number is one of the pair, so that what is merged once more can be named
        "numbers": [1, 6, 2, 2, 8, 6, 6, 2, 2, 2, 9, 6, 2, 5, 2, 6],
        "pair": (6, 2),
        "new": 6,
    },
]


def _merge(hit=lambda a, b, pair: (a, b) == pair, put=lambda a, b, new: [new], step=2):
    """Return the merging of a pair as a function; each keyword replaces a part of it by that of a mistake.

    hit   says whether two neighbours are merged
    put   of two neighbours and the new number, returns what takes their place
    step  how far to go on after them
    """

    def function(numbers, pair, new):
        found, place = [], 0
        while place < len(numbers):
            two = numbers[place : place + 2]
            if len(two) == 2 and hit(*two, pair):
                found += put(*two, new)
                place += step
            else:
                found.append(numbers[place])
                place += 1
        return np.array(found)

    return function


_right_merge = _merge()


def _starts(numbers, pair):
    """Return the places at which the pairs begin that are merged."""
    found = []
    for place in range(len(numbers) - 1):
        if (numbers[place], numbers[place + 1]) == pair and place - 1 not in found:
            found.append(place)
    return found


def _merge_some(chosen):
    """Return the merging of those pairs alone that are chosen of all, by where they begin."""

    def function(numbers, pair, new):
        starts = chosen(_starts(numbers, pair), len(numbers))
        row = [new if place in starts else one for place, one in enumerate(numbers)]
        return [one for place, one in enumerate(row) if place - 1 not in starts]

    return function


def _after_merge(change):
    """Return the merging with its result changed; change is called with it and the arguments."""
    return lambda numbers, pair, new: change(_right_merge(numbers, pair, new), numbers, pair, new)


def _overlapping(numbers, pair, new):
    found, used = [], False
    for place, one in enumerate(numbers):
        is_pair = tuple(numbers[place : place + 2]) == pair
        if is_pair or not used:
            found.append(new if is_pair else one)
        used = is_pair
    return found


def _merge_again(numbers, pair, new):
    while _starts(numbers, pair):
        numbers = _merge_some(lambda starts, m: starts[:1])(numbers, pair, new)
    return numbers


def _merge_passes(numbers, pair, new):
    while _starts(numbers, pair):
        numbers = _right_merge(numbers, pair, new).tolist()
    return numbers


def _in_blocks(numbers, pair, new):
    found = []
    for place in range(0, len(numbers), 2):
        two = numbers[place : place + 2]
        found += [new] if tuple(two) == pair else two
    return found


def _replace(which):
    """Return each number of a pair replaced wherever it stands; which: those numbers."""
    return lambda numbers, pair, new: [new if one in which(pair) else one for one in numbers]


def _apart(put):
    """Return pairs merged that have one number between them; put: of it and new, returns what is left."""

    def function(numbers, pair, new):
        found, place = [], 0
        while place < len(numbers):
            if tuple(numbers[place : place + 3 : 2]) == pair:
                found += put(numbers[place + 1], new)
                place += 3
            else:
                found.append(numbers[place])
                place += 1
        return found

    return function


def _last_lost(result, numbers, pair, new):
    return result if len(numbers) - 2 in _starts(numbers, pair) else result[:-1]


def _last_twice(result, numbers, pair, new):
    return [*result, numbers[-1]] if len(numbers) - 2 in _starts(numbers, pair) else result


check_merged = function_exercise(
    "11.merged",
    """Check merged(numbers, pair, new), which returns the numbers with each such pair as one new number.

    From left to right; a number that has gone into one pair is in no other.
    """,
    solve=_right_merge,
    on=ROWS,
    right="From left to right, two neighbours became one, and none was used twice.",
    meaning="one entry for each number that is left",
    mistakes={
        "nothing": wrong(
            "Nothing was replaced. A list never equals a tuple: is `tuple(numbers[k : k + 2])` what you"
            " compare with `pair`? Or did `numbers` itself come back?",
            lambda numbers, pair, new: numbers,
        ),
        "overlapping": wrong(
            "A number went into two pairs. In 7, 7, 7 the first two become one, and the third is left as it"
            " is.",
            _overlapping,
        ),
        "second kept": wrong(
            "The new number came in, but the second of the pair stayed. After a pair, go on two places.",
            _merge(step=1),
            lambda numbers, pair, new: _merge(step=1)(numbers, pair, new)[:-1],
            _merge(put=lambda a, b, new: [new, b]),
        ),
        "first kept": wrong(
            "The first of the pair stayed in front of the new number. Both make room for it.",
            _merge(put=lambda a, b, new: [a, new]),
        ),
        "inserted": wrong(
            "The new number was put in beside the pair, or between. It takes the place of both.",
            _merge(put=lambda a, b, new: [a, b, new]),
            _merge(put=lambda a, b, new: [new, a, b]),
            _merge(put=lambda a, b, new: [a, new, b]),
        ),
        "removed": wrong(
            "The pairs are gone, and nothing stands in their place. Each leaves one `new`.",
            _merge(put=lambda a, b, new: []),
        ),
        "each replaced": wrong(
            "Both numbers of a pair were replaced, each by a new one. Together they become one.",
            _merge(put=lambda a, b, new: [new, new]),
        ),
        "length kept": wrong(
            "A filler was left where the second of a pair stood. The list becomes shorter by one with each"
            " pair.",
            _merge(put=lambda a, b, new: [new, 0]),
            _merge(put=lambda a, b, new: [new, -1]),
            _merge(put=lambda a, b, new: [0, new]),
        ),
        "sum": wrong(
            "The two numbers were put together into a sum, or written side by side. What takes their place is"
            " `new`.",
            _merge(put=lambda a, b, new: [a + b]),
            _merge(put=lambda a, b, new: [10 * a + b]),
        ),
        "first pair": wrong(
            "Only the first pair was merged. Go on to the end of the list.",
            _merge_some(lambda starts, m: starts[:1]),
        ),
        "last pair": wrong(
            "Only the last pair was merged. Does each pair begin again from `numbers`, so that the ones"
            " before are lost?",
            _merge_some(lambda starts, m: starts[-1:]),
            without_loop="Only the last pair was merged. All of them are, from left to right.",
        ),
        "reversed": wrong(
            "The pair was looked for the wrong way round. Its first number comes first in the list too.",
            _merge(hit=lambda a, b, pair: (b, a) == pair),
        ),
        "either order": wrong(
            "The pair was merged the other way round too. A pair has an order: (3, 5) is not (5, 3).",
            _merge(hit=lambda a, b, pair: sorted((a, b)) == sorted(pair)),
        ),
        "from the right": wrong(
            "The pairs were taken from right to left. In 7, 7, 7 it is the first two that are merged.",
            lambda numbers, pair, new: _right_merge(numbers[::-1], pair[::-1], new)[::-1],
        ),
        "again": wrong(
            "What was merged was merged once more: here `new` is itself one of the pair. Only pairs of what"
            " came in are replaced.",
            _merge_again,
            _merge_passes,
        ),
        "one number": wrong(
            "Numbers were replaced wherever they stand. Only where both stand side by side do they make a"
            " pair.",
            _replace(lambda pair: pair[:1]),
            _replace(lambda pair: pair[1:]),
            _replace(lambda pair: pair),
        ),
        "one of them": wrong(
            "Neighbours were merged of which one alone belongs to the pair. Both have to agree: `and`, not"
            " `or`.",
            _merge(hit=lambda a, b, pair: a == pair[0] or b == pair[1]),
            _merge(hit=lambda a, b, pair: a == pair[0]),
            _merge(hit=lambda a, b, pair: b == pair[1]),
        ),
        "apart": wrong(
            "Numbers were merged with another one between them. A pair stands side by side, at `k` and"
            " `k + 1`.",
            _apart(lambda between, new: [new]),
            _apart(lambda between, new: [new, between]),
        ),
        "in blocks": wrong(
            "Only every second place was looked at, so pairs that begin at an odd one were missed. Without a"
            " pair, go on by one.",
            _in_blocks,
        ),
        "ends": wrong(
            "A pair at the very beginning or the very end was left as it was. How far does the loop go?",
            _merge_some(lambda starts, m: [k for k in starts if k < m - 2]),
            _merge_some(lambda starts, m: [k for k in starts if k > 0]),
            without_loop="A pair at the very beginning or the very end was left as it was.",
        ),
        "last lost": wrong(
            "The last number is lost where it belongs to no pair. It has no neighbour, and stays all the"
            " same.",
            _after_merge(_last_lost),
        ),
        "last twice": wrong(
            "The last number was added although it had gone into a pair already.",
            _after_merge(_last_twice),
        ),
        "backwards": wrong(
            "The right numbers, in the wrong order: they stand backwards.",
            _after_merge(lambda result, *_: result[::-1]),
        ),
        "sorted": wrong(
            "The numbers were sorted. They are a text, and their order is what it says.",
            _after_merge(lambda result, *_: np.sort(result)),
            lambda numbers, pair, new: _right_merge(sorted(numbers), pair, new),
        ),
        "count": wrong(
            "This is how many pairs there are, or how long the list becomes. The list itself is asked for.",
            lambda numbers, pair, new: len(_starts(numbers, pair)),
            lambda numbers, pair, new: sum(two == pair for two in pairwise(numbers)),
            _after_merge(lambda result, *_: len(result)),
        ),
        "places": wrong(
            "These are the places at which the pairs begin. The list with the pairs merged is asked for.",
            lambda numbers, pair, new: _starts(numbers, pair),
        ),
        "new alone": wrong(
            "Only the new numbers came back. Those that belong to no pair stay in the list.",
            lambda numbers, pair, new: [new] * len(_starts(numbers, pair)),
        ),
    },
    hints=[
        "Walk through the list with `while place < len(numbers)`; how far you go on depends on what you"
        " find.",
        "At a place the two neighbours are `numbers[place : place + 2]`; `tuple(...)` makes them comparable"
        " with `tuple(pair)`.",
        "If they are the pair, append `new` and go on two places; else append `numbers[place]` and go on"
        " one.",
    ],
)

TEXTS = [
    {"numbers": np.array([0, 1, 0, 1, 1, 2, 0, 1, 0, 2, 2, 2, 0, 1, 2, 1, 1, 0, 1]), "k": 3},
    {"numbers": np.array([3, 1, 3, 3, 0, 2, 3, 1, 1, 3, 2, 0, 3, 1, 3, 0, 0, 2, 3, 1, 2, 2, 1]), "k": 4},
    {"numbers": np.array([4, 0, 4, 4, 1, 0, 4, 0, 0, 1, 4, 0, 4, 2]), "k": 5},  # nothing comes after 2 or 3
]


def _counts(firsts, seconds, k):
    """Return how often each number comes with each, (k, k); IndexError if there is one above k - 1."""
    found = np.zeros((k, k))
    np.add.at(found, (firsts, seconds), 1)
    return found


def _by_rows(counts):
    return counts / counts.sum(axis=1, keepdims=True)


def _follows(
    pairs=lambda numbers: (numbers[:-1], numbers[1:]),
    add=lambda counts: counts + 1,
    share=lambda counted, counts: _by_rows(counted),
):
    """Return the table of who follows whom as a function; each keyword replaces a part by that of a mistake.

    pairs  of the numbers, returns the first ones and the second ones
    add    of the counts, returns what is shared out
    share  of that and the counts, returns the table

    It raises ValueError where there are entries of no value, of 0 / 0.
    """

    def function(numbers, k):
        counts = _counts(*pairs(numbers), k)
        with np.errstate(all="ignore"):
            table = share(add(counts), counts)
        if not np.isfinite(table).all():
            raise ValueError("0 / 0")
        return table

    return function


_right_follow = _follows()


def _follow(numbers, k):
    """Return the right table; one without values where a number is not below k, as nothing is right there."""
    return _right_follow(numbers, k) if numbers.max() < k else np.full((k, k), np.nan)


def _after_follow(change):
    """Return the table of who follows whom with a change at the end."""
    return lambda numbers, k: change(_right_follow(numbers, k))


def _alone(numbers, k):
    """Return how often each number comes, (k,)."""
    return _counts(numbers, numbers, k).sum(axis=1)


def _circle(numbers):
    return numbers, np.roll(numbers, -1)


def _lengths(numbers, k):
    """Return what a table may have been divided by; not m - 1, the sum of all counts."""
    return len(numbers), len(numbers) + k, len(numbers) + k - 1, k, k**2


def _nothing_added(counts):
    return counts


check_follow = function_exercise(
    "11.follow",
    """Check follow(numbers, k), which returns the probability of each number after each, (k, k).

    In row a and column b that b comes right after a: counted, 1 added to each count, each row adds up to 1.
    """,
    solve=_follow,
    on=TEXTS,
    right="Each pair counts, each count has one more, and a row shares out what may come next.",
    meaning="one row for each number, one column for each that may come after it",
    mistakes={
        "no one": wrong(
            "No 1 was added. A pair that was never seen has probability 0 here, and is held to be"
            " impossible.",
            _follows(add=_nothing_added),
            _follows(add=_nothing_added, share=lambda counted, counts: np.nan_to_num(_by_rows(counts))),
        ),
        "one after": wrong(
            "The 1 was added to probabilities, after dividing. It belongs to the counts, before the rows are"
            " made to add up to 1.",
            _follows(add=_nothing_added, share=lambda counted, counts: _by_rows(counts) + 1),
            _follows(add=_nothing_added, share=lambda counted, counts: _by_rows(_by_rows(counts) + 1)),
            _after_follow(lambda table: table + 1),
        ),
        "one too few": wrong(
            "The 1 was added to some of the counts only. All of them get one, those of pairs that were seen"
            " too.",
            _follows(add=lambda counts: np.maximum(counts, 1)),
            _follows(add=lambda counts: counts + (counts > 0)),
            _follows(add=lambda counts: counts + np.eye(len(counts))),
        ),
        "other amount": wrong(
            "Something was added to each count, but it was not 1.",
            AnyOf(
                lambda numbers, k: [
                    _follows(add=lambda counts, more=more: counts + more)(numbers, k)
                    for more in (2, 0.5, 0.1, 0.01, 0.001, 1 / k, k)
                ]
            ),
        ),
        "before": wrong(
            "Who came before and who came after have changed places. Row a holds what comes after a.",
            _follows(pairs=lambda numbers: (numbers[1:], numbers[:-1])),
            _after_follow(np.transpose),
        ),
        "columns": wrong(
            "The columns add up to 1. A row holds what may come after one number: along which axis does one"
            " sum?",
            _follows(share=lambda counted, counts: counted / counted.sum(axis=0)),
        ),
        "keepdims": wrong(
            "The sums of the rows were laid along the columns, so each entry met the sum of another row."
            " `keepdims=True` keeps them a column.",
            _follows(share=lambda counted, counts: counted / counted.sum(axis=1)),
        ),
        "whole table": wrong(
            "The whole table adds up to 1. Each row does so by itself: what comes after one number.",
            _follows(share=lambda counted, counts: counted / counted.sum()),
            _follows(add=_nothing_added, share=lambda counted, counts: counts / counts.sum()),
        ),
        "counts": wrong(
            "These are counts. Divide each row by its sum, and they become probabilities.",
            _follows(share=lambda counted, counts: counted),
            _follows(share=lambda counted, counts: counts),
        ),
        "by m": wrong(
            "Everything was divided by one number, how many numbers or kinds of them there are. Each row has"
            " its own sum.",
            AnyOf(
                lambda numbers, k: over(
                    1 + _counts(numbers[:-1], numbers[1:], k), *_lengths(numbers, k), len(numbers) - 1
                )
            ),
            AnyOf(lambda numbers, k: over(_counts(numbers[:-1], numbers[1:], k), *_lengths(numbers, k))),
        ),
        "total without k": wrong(
            "The rows add up to more than 1: their sums were taken before the 1 was added to each of the k"
            " counts.",
            _follows(share=lambda counted, counts: counted / counts.sum(axis=1, keepdims=True)),
            _follows(share=lambda counted, counts: counted / (counts.sum(axis=1, keepdims=True) + 1)),
        ),
        "added below alone": wrong(
            "The rows add up to less than 1: what was added went into their sums, and not into the counts.",
            _follows(share=lambda counted, counts: counts / counted.sum(axis=1, keepdims=True)),
            _follows(share=lambda counted, counts: counts / (counts.sum(axis=1, keepdims=True) + 1)),
        ),
        "last counted": wrong(
            "A row was divided by how often its number comes at all. The last number of the list has nothing"
            " after it.",
            lambda numbers, k: (
                (_counts(numbers[:-1], numbers[1:], k) + 1) / (_alone(numbers, k)[:, None] + k)
            ),
            lambda numbers, k: (
                (_counts(numbers[:-1], numbers[1:], k) + 1) / np.maximum(_alone(numbers, k)[:, None], 1)
            ),
        ),
        "alone": wrong(
            "Numbers were counted one by one, not in pairs. What comes next depends on what came before.",
            lambda numbers, k: (_alone(numbers, k) + 1) / (len(numbers) + k),
            lambda numbers, k: _alone(numbers, k) / len(numbers),
            lambda numbers, k: np.tile((_alone(numbers, k) + 1) / (len(numbers) + k), (k, 1)),
            lambda numbers, k: np.tile(_alone(numbers, k) / len(numbers), (k, 1)),
        ),
        "circle": wrong(
            "The first number was counted as what comes after the last. `numbers[k - 1]` for k = 0 and"
            " `np.roll` go round in a circle.",
            _follows(pairs=_circle),
        ),
        "two apart": wrong(
            "Pairs with another number between them were counted. The second comes right after the first.",
            _follows(pairs=lambda numbers: (numbers[:-2], numbers[2:])),
        ),
        "both ways": wrong(
            "Each pair was counted both ways. That b comes after a does not say that a comes after b.",
            _follows(add=lambda counts: counts + counts.T + 1),
        ),
        "once": wrong(
            "Each pair counts once here, however often it came. With whole arrays `counts[a, b] += 1` forgets"
            " repeats; count pair by pair, in a loop.",
            _follows(add=lambda counts: np.minimum(counts, 1) + 1),
            _follows(add=lambda counts: np.minimum(counts, 1) + 0),
        ),
        "step of two": wrong(
            "Every second pair was left out. A number is the second of one pair and the first of the next.",
            _follows(pairs=lambda numbers: (numbers[:-1:2], numbers[1::2])),
        ),
        "end missing": wrong(
            "A pair is missing, the first or the last. Of m numbers there are m - 1 pairs.",
            _follows(pairs=lambda numbers: (numbers[:-2], numbers[1:-1])),
            _follows(pairs=lambda numbers: (numbers[1:-1], numbers[2:])),
        ),
        "logarithm": wrong(
            "These are logarithms, or surprises. The probabilities themselves are asked for.",
            _after_follow(np.log),
            _after_follow(lambda table: -np.log(table)),
        ),
        "likeliest": wrong(
            "Only the likeliest number of each row is left. The table keeps the probability of all.",
            _after_follow(lambda table: table.argmax(axis=1)),
            _after_follow(lambda table: np.eye(len(table))[table.argmax(axis=1)]),
            _after_follow(lambda table: table.max(axis=1)),
        ),
        "softmax": wrong(
            "Counts went through softmax. They are divided by their sum; no power of e is needed.",
            _follows(share=lambda counted, counts: _by_rows(np.exp(counted))),
        ),
        "one row": wrong(
            "Only one row is left. Does `return` stand inside the loop?",
            AnyOf(lambda numbers, k: [_right_follow(numbers, k)[row] for row in (0, -1)]),
            without_loop="Only one row is left. Each number has its own.",
        ),
        "percent": wrong(
            "This is in percent. A probability lies between 0 and 1.",
            _after_follow(lambda table: 100 * table),
        ),
    },
    hints=[
        "Begin with a table of ones, `np.ones((k, k))`: then the 1 is added already.",
        "The pairs are `zip(numbers[:-1], numbers[1:])`; for each, `counts[first, second] += 1`.",
        "`counts.sum(axis=1, keepdims=True)` is the sum of each row, (k, 1); divide by it.",
    ],
)


SCORES = [  # the shortest first: any of its places may be what a mistake gives
    {
        "scores": np.array([-2.41, 0.93, -0.67, 1.84, 0.31, -1.16, 1.29]),
        "temperature": 1.64,
        "top": 2,
    },
    {
        "scores": np.array([1.37, -0.82, 2.94, 0.26, 3.61, -1.73, 2.18, 0.55]),
        "temperature": 0.72,
        "top": 3,
    },
    {
        "scores": np.array([4.12, 3.05, -0.38, 5.27, 2.49, 3.76, 0.81, 1.93, -1.52]),
        "temperature": 2.35,
        "top": 4,
    },
]


def _largest(scores, top):
    """Return for each score whether it is among the largest, so many."""
    return (-scores).argsort().argsort() < top


def _sharpen(
    stays=_largest,
    stretch=lambda scores, temperature: scores / temperature,
    powers=np.exp,
    share=lambda powers: powers / powers.sum(),
):
    """Return the probabilities at a temperature as a function; each keyword replaces a part by a mistake's.

    stays    of scores and top, returns which scores stay in the game
    stretch  of scores and temperature, returns what goes through softmax
    powers   of that
    share    of the powers, 0 for those that do not stay, returns the probabilities
    """

    def function(scores, temperature, top):
        found = np.where(stays(scores, top), powers(stretch(scores, temperature)), 0)
        return share(found)

    return function


_right_sharpen = _sharpen()


def _after_sharpen(change):
    """Return the probabilities with a change at the end; change: of them and top."""
    return lambda scores, temperature, top: change(_right_sharpen(scores, temperature, top), top)


def _cut_to(change):
    """Return softmax over all, where the scores that do not stay were changed, not left out."""

    def function(scores, temperature, top):
        return softmax(change(scores, _largest(scores, top), temperature))

    return function


def _logarithm(p, top):
    with np.errstate(all="ignore"):
        return np.where(p > 0, np.log(p), 0)


check_sharpened = function_exercise(
    "11.sharpened",
    """Check sharpened(scores, temperature, top), which returns the probabilities to draw from, (k,).

    Those of the top largest scores, divided by the temperature, through softmax; the others get 0.
    """,
    solve=_right_sharpen,
    on=SCORES,
    right="Those that stay share out the whole probability, boldly or carefully as the temperature says.",
    meaning="one probability for each score",
    mistakes={
        "no cut": wrong(
            "All scores stay in the game here. Those that are not among the `top` largest get probability 0.",
            _sharpen(stays=lambda scores, top: scores > -np.inf),
        ),
        "no temperature": wrong(
            "The temperature does not count here. Divide the scores by it before the powers of e are taken.",
            _sharpen(stretch=lambda scores, temperature: scores),
        ),
        "times": wrong(
            "The scores were multiplied by the temperature. A high one makes them more alike: they are"
            " divided by it.",
            _sharpen(stretch=lambda scores, temperature: scores * temperature),
        ),
        "other power": wrong(
            "The square or the root of the temperature stands here, or something was added to it. The scores"
            " are divided by it as it is.",
            _sharpen(stretch=lambda scores, temperature: scores / temperature**2),
            _sharpen(stretch=lambda scores, temperature: scores / np.sqrt(temperature)),
            _sharpen(stretch=lambda scores, temperature: scores / (1 + temperature)),
        ),
        "after softmax": wrong(
            "The temperature came after softmax, so the probabilities no longer add up to 1. Divide the"
            " scores by it, before.",
            lambda scores, temperature, top: _right_sharpen(scores, 1, top) / temperature,
            lambda scores, temperature, top: _right_sharpen(scores, 1, top) ** (1 / temperature),
            lambda scores, temperature, top: _right_sharpen(scores, 1, top) ** temperature,
            lambda scores, temperature, top: _right_sharpen(scores, 1, top) * temperature,
            lambda scores, temperature, top: _right_sharpen(scores, temperature, top) / temperature,
        ),
        "not shared anew": wrong(
            "The probabilities were cut after softmax, and those left no longer add up to 1. Who stays is"
            " settled first, or they are divided by their sum.",
            lambda scores, temperature, top: softmax(scores / temperature) * _largest(scores, top),
            lambda scores, temperature, top: softmax(scores) * _largest(scores, top),
        ),
        "one less": wrong(
            "One too few stays in the game. With `>` the smallest of the `top` is lost; `>=` keeps it.",
            _sharpen(stays=lambda scores, top: _largest(scores, top - 1)),
        ),
        "one more": wrong(
            "One too many stays in the game. Sorted upwards, the smallest that stays is at `-top`.",
            _sharpen(stays=lambda scores, top: _largest(scores, top + 1)),
        ),
        "from below": wrong(
            "The limit was counted from the smallest score. `np.sort` goes upwards: the largest stand at the"
            " end.",
            _sharpen(stays=lambda scores, top: scores >= np.sort(scores)[top]),
            _sharpen(stays=lambda scores, top: scores >= np.sort(scores)[top - 1]),
            _sharpen(stays=lambda scores, top: scores > np.sort(scores)[top]),
        ),
        "smallest": wrong(
            "The smallest scores stay here. It is the largest that do.",
            _sharpen(stays=lambda scores, top: _largest(-scores, top)),
        ),
        "largest left out": wrong(
            "The largest scores were left out, and the others stay. It is the other way round.",
            _sharpen(stays=lambda scores, top: ~_largest(scores, top)),
        ),
        "first ones": wrong(
            "Scores stay by where they stand, at the beginning or the end. Those that are largest do.",
            _sharpen(stays=lambda scores, top: np.arange(len(scores)) < top),
            _sharpen(stays=lambda scores, top: np.arange(len(scores)) >= len(scores) - top),
        ),
        "zero for a score": wrong(
            "The others' scores were set to 0, and e to the power of 0 is 1: they still get a share. A score"
            " of minus infinity gets none.",
            _cut_to(lambda scores, stays, T: np.where(stays, scores, 0) / T),
            _cut_to(lambda scores, stays, T: np.where(stays, scores - scores.max(), 0) / T),
            _cut_to(lambda scores, stays, T: np.where(stays, scores, 0)),
        ),
        "sorted": wrong(
            "The probabilities stand in the order of their size. Each belongs at the place of its score.",
            _after_sharpen(lambda p, top: np.sort(p)),
            _after_sharpen(lambda p, top: np.sort(p)[::-1]),
        ),
        "only the top": wrong(
            "Only those that stay came back. The others have a place too, with probability 0.",
            _after_sharpen(lambda p, top: p[p > 0]),
            _after_sharpen(lambda p, top: np.sort(p)[::-1][:top]),
            _after_sharpen(lambda p, top: np.sort(p)[-top:]),
        ),
        "no powers": wrong(
            "The scores themselves were divided by their sum. Softmax takes the powers of e first.",
            _sharpen(powers=lambda scores: scores),
        ),
        "other base": wrong(
            "Powers of 2 or of 10 were taken. Softmax takes powers of e, `np.exp`.",
            _sharpen(powers=lambda scores: 2**scores),
            _sharpen(powers=lambda scores: 10**scores),
        ),
        "not divided": wrong(
            "These are powers of e. Divided by their sum they add up to 1.",
            _sharpen(share=lambda powers: powers),
            _sharpen(share=lambda powers: powers / powers.max()),
        ),
        "scores": wrong(
            "These are scores still. They go through softmax, and those that do not stay get 0.",
            lambda scores, temperature, top: scores / temperature,
            _sharpen(powers=lambda scores: scores, share=lambda powers: powers),
        ),
        "sign": wrong(
            "The sign of the scores is flipped: the smallest of those that stay has the largest share.",
            _sharpen(stretch=lambda scores, temperature: -scores / temperature),
        ),
        "softmax twice": wrong(
            "Softmax was taken twice: probabilities were treated as scores once more.",
            lambda scores, temperature, top: _right_sharpen(softmax(scores), temperature, top),
            lambda scores, temperature, top: _right_sharpen(softmax(scores / temperature), 1, top),
            lambda scores, temperature, top: softmax(_right_sharpen(scores, temperature, top)),
        ),
        "logarithm": wrong(
            "These are logarithms of the probabilities. The probabilities themselves are asked for.",
            _after_sharpen(_logarithm),
        ),
        "one-hot": wrong(
            "All probability went to the largest score. Those that stay share it.",
            _after_sharpen(lambda p, top: 1.0 * (p == p.max())),
        ),
        "alike": wrong(
            "Those that stay all have the same probability. Which one is larger is in their scores.",
            _after_sharpen(lambda p, top: (p > 0) / top),
            _after_sharpen(lambda p, top: 1.0 * (p > 0)),
        ),
        "place": wrong(
            "This is a place, as if a character had been drawn. Here the probabilities to draw from are asked"
            " for.",
            AnyOf(lambda scores, temperature, top: np.arange(len(scores))),
            lambda scores, temperature, top: np.argsort(scores)[-top:],
            lambda scores, temperature, top: np.argsort(-scores)[:top],
        ),
        "percent": wrong(
            "This is in percent. A probability lies between 0 and 1.",
            _after_sharpen(lambda p, top: 100 * p),
        ),
    },
    hints=[
        "Who stays? Sorted upwards by `np.sort(scores)`, the smallest that stays is at `[-top]`.",
        "`stays = scores >= np.sort(scores)[-top]` is True and False; times the powers it makes the others"
        " 0.",
        "The powers are `np.exp(scores / temperature) * stays`; divide them by their sum.",
    ],
)


def _places(t, d, e, seed):
    """Return t queries and keys of d numbers, and values of e."""
    rng = np.random.default_rng(seed)
    return {name: rng.normal(size=(t, n)).round(2) for name, n in (("Q", d), ("K", d), ("V", e))}


PLACES = [
    _places(5, 3, 2, seed=1),
    _places(4, 2, 6, seed=2),
    _places(4, 3, 3, seed=3),  # values as long as keys, and below as many places, so that what is turned fits
    _places(3, 3, 3, seed=4),
]


def _products(Q, K, V):
    return Q @ K.T


def _by_root(S, Q, K, V):
    return S / np.sqrt(Q.shape[1])


def _not_ahead(S):
    return np.where(np.tri(len(S), dtype=bool), S, -np.inf)


def _attend(
    ask=_products,
    scale=_by_root,
    mask=_not_ahead,
    share=softmax,
    after=lambda A: A,
    mix=lambda A, Q, K, V: A @ V,
):
    """Return a head of attention as a function; each keyword replaces a part of it by that of a mistake.

    ask    of Q, K, V, returns the products
    scale  of them and Q, K, V, returns the scores
    mask   of them, returns them masked
    share  of them, returns the shares
    after  changes the shares
    mix    of them and Q, K, V, returns what each place holds

    It raises ValueError where there are entries of no value.
    """

    def function(Q, K, V):
        with np.errstate(all="ignore"):
            found = mix(after(share(mask(scale(ask(Q, K, V), Q, K, V)))), Q, K, V)
        if not np.isfinite(found).all():
            raise ValueError("0 / 0")
        return found

    return function


_right_attend = attention.mixed


def _powers(S):
    return np.exp(S - S.max(axis=1, keepdims=True))


def _others_before(S):
    """Return S with a very low score for the place itself and those after it."""
    return np.where(np.tri(len(S), k=-1, dtype=bool), S, -1e9)


def _first_itself(A):
    return np.where(np.eye(len(A)) * (np.arange(len(A)) == 0), 1, np.nan_to_num(A))


def _mask_before(S):
    return np.where(np.tri(len(S), k=-1, dtype=bool), S, -np.inf)


def _after_attend(change):
    """Return a head with a change at the end; change: of what it gives, and of V."""
    return lambda Q, K, V: change(_right_attend(Q, K, V), V)


check_attention = function_exercise(
    "11.attention",
    """Check attention(Q, K, V), which returns what each place holds after one head, (t, e).

    Scores Q K^T / sqrt(d), no place asks one after it, shares by softmax along rows, times V.
    """,
    solve=_right_attend,
    on=PLACES,
    right="Each place mixes the values of itself and of those before it, most of those whose keys fit.",
    meaning="one row for each place, as long as a value",
    mistakes={
        "no mask": wrong(
            "Places look ahead here. A place asks itself and those before it; what comes later gets the share"
            " 0.",
            _attend(mask=lambda S: S),
        ),
        "mask after": wrong(
            "The shares were cut after softmax, and what is left of a row no longer adds up to 1. Mask the"
            " scores, before softmax.",
            _attend(mask=lambda S: S, after=np.tril),
        ),
        "zero for a score": wrong(
            "Scores of later places were set to 0, and e to the power of 0 is 1: they still get a share."
            " Minus infinity gets none.",
            _attend(mask=np.tril),
        ),
        "low score": wrong(
            "Later places got a low score, but not low enough: they still get a little share. `-np.inf`"
            " leaves none.",
            AnyOf(
                lambda Q, K, V: [
                    _attend(mask=lambda S, low=low: np.where(np.tri(len(S), dtype=bool), S, low))(Q, K, V)
                    for low in (-1, -2, -5)
                ]
            ),
            _attend(mask=lambda S: S - (1 - np.tri(len(S)))),
        ),
        "ahead": wrong(
            "The mask is the wrong way round: a place asks itself and those that come later. `np.tri` is 1"
            " where row i may ask column j, up to i.",
            _attend(mask=lambda S: np.where(np.tri(len(S), dtype=bool).T, S, -np.inf)),
            _attend(mask=lambda S: np.where(np.tri(len(S), k=-1, dtype=bool), -1e9, S)),
            _attend(mask=lambda S: S, after=np.triu),
        ),
        "one further": wrong(
            "Each place sees the next one too. With that, what comes next is known before it is asked for.",
            _attend(mask=lambda S: np.where(np.tri(len(S), k=1, dtype=bool), S, -np.inf)),
        ),
        "itself": wrong(
            "A place does not ask itself here. It does, and the first one has nothing else to ask.",
            _attend(mask=_others_before),
            _attend(mask=_mask_before, after=np.nan_to_num),
            _attend(mask=_mask_before, after=_first_itself),
        ),
        "no root": wrong(
            "The products were not divided by the root of d, the length of a query. They grow with d, and the"
            " shares become too sharp.",
            _attend(scale=lambda S, Q, K, V: S),
        ),
        "by d": wrong(
            "The products were divided by d. It is its square root.",
            _attend(scale=lambda S, Q, K, V: S / Q.shape[1]),
        ),
        "other root": wrong(
            "The root of another length was taken. d is how many numbers a query has: the columns of Q.",
            _attend(scale=lambda S, Q, K, V: S / np.sqrt(len(Q))),
            _attend(scale=lambda S, Q, K, V: S / np.sqrt(V.shape[1])),
            _attend(scale=lambda S, Q, K, V: S / np.sqrt(Q.size)),
        ),
        "times root": wrong(
            "The products were multiplied by the root of d, or by d. They are divided by the root.",
            _attend(scale=lambda S, Q, K, V: S * np.sqrt(Q.shape[1])),
            _attend(scale=lambda S, Q, K, V: S * Q.shape[1]),
        ),
        "root too late": wrong(
            "The root of d divides what comes after softmax. It belongs to the scores, before.",
            lambda Q, K, V: _attend(scale=lambda S, *_: S)(Q, K, V) / np.sqrt(Q.shape[1]),
            lambda Q, K, V: _right_attend(Q, K, V) / np.sqrt(Q.shape[1]),
        ),
        "columns": wrong(
            "The columns of the shares add up to 1. Each row does: what one place takes from the others.",
            _attend(share=lambda S: softmax(S.T).T),
        ),
        "keepdims": wrong(
            "The sums of the rows were laid along the columns, so shares met the sum of another row."
            " `keepdims=True` keeps them a column.",
            _attend(share=lambda S: _powers(S) / _powers(S).sum(axis=1)),
            _attend(share=lambda S: np.exp(S) / np.exp(S).sum(axis=1)),
        ),
        "whole table": wrong(
            "All shares together add up to 1. Each row does so by itself.",
            _attend(share=lambda S: np.exp(S) / np.exp(S).sum()),
        ),
        "swapped": wrong(
            "Queries and keys have changed places. Row i holds the scores of query i for each key: `Q @"
            " K.T`.",
            _attend(ask=lambda Q, K, V: K @ Q.T),
        ),
        "one with itself": wrong(
            "Queries met queries, or keys met keys. What a place looks for, its query, meets what others"
            " offer, their keys.",
            _attend(ask=lambda Q, K, V: Q @ Q.T),
            _attend(ask=lambda Q, K, V: K @ K.T),
        ),
        "values asked": wrong(
            "Values stand in the scores. They are what is mixed; queries and keys settle the shares.",
            _attend(ask=lambda Q, K, V: V @ V.T),
            _attend(ask=lambda Q, K, V: Q @ V.T),
            _attend(ask=lambda Q, K, V: V @ K.T),
        ),
        "keys mixed": wrong(
            "Keys or queries were mixed. What a place takes from others are their values, V.",
            _attend(mix=lambda A, Q, K, V: A @ K),
            _attend(mix=lambda A, Q, K, V: A @ Q),
        ),
        "shares": wrong(
            "These are the shares, one for each pair of places. They are still to mix the values: `@ V`.",
            _attend(mix=lambda A, Q, K, V: A),
            _attend(mask=lambda S: S, mix=lambda A, Q, K, V: A),
        ),
        "scores": wrong(
            "There is no softmax in it. The scores become shares first, above 0, each row adding up to 1.",
            _attend(mask=np.tril, share=lambda S: S),
            _attend(mask=lambda S: S, share=lambda S: S),
            _attend(mask=np.tril, share=lambda S: S / S.sum(axis=1, keepdims=True)),
            lambda Q, K, V: Q @ K.T / np.sqrt(Q.shape[1]),
            lambda Q, K, V: np.tril(Q @ K.T / np.sqrt(Q.shape[1])),
        ),
        "not divided": wrong(
            "The powers of e were not divided by the sum of their row. Shares of a place add up to 1.",
            _attend(share=np.exp),
            _attend(share=_powers),
        ),
        "shares turned": wrong(
            "The shares were turned over before they mixed the values. Row i of them says what place i"
            " takes.",
            _attend(after=np.transpose),
        ),
        "values": wrong(
            "These are the values as they came in. Each place mixes its own with those before it.",
            lambda Q, K, V: V,
        ),
        "added": wrong(
            "The values were added to what the head gives. A block adds what came in, later on; the head"
            " alone is asked for.",
            lambda Q, K, V: _right_attend(Q, K, V) + V,
        ),
        "summed": wrong(
            "The values before a place were added up, all alike. Their shares say how much of each counts.",
            lambda Q, K, V: np.cumsum(V, axis=0),
        ),
        "mean": wrong(
            "This is the mean of the values up to each place. Which of them count more is in the scores.",
            lambda Q, K, V: np.cumsum(V, axis=0) / np.arange(1, len(V) + 1)[:, None],
            lambda Q, K, V: np.tile(V.mean(axis=0), (len(V), 1)),
        ),
        "hard": wrong(
            "Each place took all from the one with the largest score. Softmax lets the others have their"
            " share.",
            _attend(share=lambda S: np.eye(len(S))[S.argmax(axis=1)]),
            _attend(mask=lambda S: S, share=lambda S: np.eye(len(S))[S.argmax(axis=1)]),
        ),
        "one place": wrong(
            "Only one place is left. Does `return` stand inside the loop?",
            AnyOf(lambda Q, K, V: [_right_attend(Q, K, V)[k] for k in (-1, 0)]),
            without_loop="Only one place is left. Each has its own row.",
        ),
        "all places": wrong(
            "The places were put together into one row, or one number. Each has its own row.",
            _after_attend(lambda found, V: found.mean(axis=0)),
            _after_attend(lambda found, V: found.sum(axis=0)),
            _after_attend(lambda found, V: found.sum()),
            _after_attend(lambda found, V: found.sum(axis=1)),
        ),
        "transposed": wrong(
            "Rows and columns of the result have changed places: a place is a row.",
            _after_attend(lambda found, V: found.T),
        ),
        "sign": wrong(
            "The sign of the scores is flipped: the keys that fit least get the largest share.",
            _attend(scale=lambda S, Q, K, V: -_by_root(S, Q, K, V)),
        ),
    },
    hints=[
        "The scores of all places at once: `Q @ K.T / np.sqrt(Q.shape[1])`, (t, t).",
        "`np.where(np.tri(t) == 1, scores, -np.inf)` leaves those of later places no share: e to the power of"
        " minus infinity is 0.",
        "Softmax along each row, with `axis=1, keepdims=True`; then `shares @ V`, (t, e).",
    ],
)

SIZES = [
    {"symbols": 37, "width": 14, "context": 23, "blocks": 3},
    {"symbols": 61, "width": 10, "context": 45, "blocks": 4},
    {"symbols": 29, "width": 18, "context": 52, "blocks": 5},
]


def _gpt(
    tokens=lambda k, d: k * d,
    positions=lambda t, d: t * d,
    heads=lambda d: 4 * (d * d + d),
    network=lambda d: d * 4 * d + 4 * d + 4 * d * d + d,
    norm=lambda d: 2 * d,
    norms=2,
    last=1,
    times=lambda n: n,
    scores=lambda k, d: d * k + k,
):
    """Return the count of a GPT as a function; each keyword replaces a part of it by that of a mistake.

    norm   parameters of a normalisation of a width
    norms  how many there are in a block
    last   how many after the blocks
    times  of the number of blocks, returns how often a block counts
    """

    def function(symbols, width, context, blocks):
        k, d, t = symbols, width, context
        block = heads(d) + network(d) + norms * norm(d)
        return tokens(k, d) + positions(t, d) + times(blocks) * block + last * norm(d) + scores(k, d)

    return function


_right_gpt = transformer.parameters


def _more(more):
    """Return the count with something added; more: of symbols, width, context and blocks."""
    return lambda symbols, width, context, blocks: (
        _right_gpt(symbols, width, context, blocks) + more(symbols, width, context, blocks)
    )


NO_BIASES = {
    "heads": lambda d: 4 * d * d,
    "network": lambda d: 8 * d * d,
    "scores": lambda k, d: d * k,
}

check_gpt_parameters = function_exercise(
    "11.gpt_parameters",
    "Check gpt_parameters(symbols, width, context, blocks), which returns how many parameters a GPT has.",
    solve=_right_gpt,
    on=SIZES,
    right=(
        "Two tables, blocks of 12 squares of the width and a little more, and the scores of what comes next."
    ),
    mistakes={
        "no biases": wrong(
            "The biases are missing: one for each number that a matrix gives, in the heads, the network and"
            " the scores.",
            _gpt(**NO_BIASES),
        ),
        "no biases in blocks": wrong(
            "The biases of the blocks are missing, of heads and network. Those of the scores are there.",
            _gpt(heads=NO_BIASES["heads"], network=NO_BIASES["network"]),
        ),
        "four widths short": wrong(
            "In each block 4 · `width` are missing: the biases of the heads' four matrices, or those of the"
            " first layer of the network, or both normalisations.",
            _gpt(heads=lambda d: 4 * d * d),
            _gpt(network=lambda d: 8 * d * d + d),
            _gpt(norms=0),
        ),
        "few biases": wrong(
            "Too few biases were counted in each block. The heads' four matrices have `width` each, the"
            " layers of the network 4 · `width` and `width`.",
            _gpt(heads=lambda d: 4 * d * d + d),
            _gpt(heads=lambda d: 4 * d * d + 4),
            _gpt(network=lambda d: 8 * d * d + 2 * d),
            _gpt(network=lambda d: 8 * d * d + 2),
        ),
        "a width short": wrong(
            "In each block `width` biases are missing: those of one of the heads' four matrices, or those of"
            " the network's second layer.",
            _gpt(heads=lambda d: 4 * d * d + 3 * d),
            _gpt(network=lambda d: 8 * d * d + 4 * d),
        ),
        "no biases of network": wrong(
            "The biases of the small network are missing: 4 · `width` in its first layer, `width` in its"
            " second.",
            _gpt(network=lambda d: 8 * d * d),
        ),
        "many biases": wrong(
            "The network's second layer was given 4 · `width` biases. A layer has as many as numbers come out"
            " of it.",
            _gpt(network=lambda d: 8 * d * d + 8 * d),
        ),
        "no biases of scores": wrong(
            "The last layer's biases are missing: one for each symbol.",
            _gpt(scores=lambda k, d: d * k),
        ),
        "other biases of scores": wrong(
            "The last layer has a bias for each symbol that it gives a score: neither for each of `width`,"
            " nor one in all.",
            _gpt(scores=lambda k, d: d * k + d),
            _gpt(scores=lambda k, d: d * k + 1),
        ),
        "no tables": wrong(
            "Both tables are missing at the beginning: a vector for each symbol, and one for each place.",
            _gpt(tokens=lambda k, d: 0, positions=lambda t, d: 0),
        ),
        "symbols once": wrong(
            "Symbols times `width` was counted once. It is there twice: the table of the symbols, and the"
            " weights of the last layer.",
            _gpt(tokens=lambda k, d: 0),
            _gpt(scores=lambda k, d: k),
        ),
        "one number each": wrong(
            "One number was counted for each symbol, or for each place. Each has a vector, of `width`"
            " numbers.",
            _gpt(tokens=lambda k, d: k),
            _gpt(positions=lambda t, d: t),
            _gpt(tokens=lambda k, d: k, positions=lambda t, d: t),
        ),
        "no positions": wrong(
            "The vectors of the places are missing: `width` numbers for each of `context`.",
            _gpt(positions=lambda t, d: 0),
        ),
        "one norm": wrong(
            "A block has two normalisations, one before the heads and one before the network. One was"
            " counted.",
            _gpt(norms=1),
        ),
        "no norms": wrong(
            "There are no normalisations in it. Each has a gain and a shift for `width` numbers.",
            _gpt(norms=0, last=0),
        ),
        "no last norm": wrong(
            "One normalisation is missing: that after the blocks.",
            _gpt(last=0),
        ),
        "last norm in blocks": wrong(
            "A third normalisation was counted in each block, or a second one at the end. There are two in a"
            " block, and one after all.",
            _gpt(norms=3),
            _gpt(norms=3, last=0),
            _gpt(last=2),
        ),
        "no shift": wrong(
            "A normalisation has a gain and a shift for each of `width` numbers. Only one of them was"
            " counted.",
            _gpt(norm=lambda d: d),
        ),
        "norm of two": wrong(
            "A normalisation was given two parameters in all, a square, or four for each number. It has a"
            " gain and a shift for each of `width` numbers.",
            _gpt(norm=lambda d: 2),
            _gpt(norm=lambda d: 4 * d),
            _gpt(norm=lambda d: d * d),
            _gpt(norm=lambda d: d * d + d),
        ),
        "one block": wrong(
            "One block was counted. There are `blocks` of them, each with parameters of its own.",
            _gpt(times=lambda n: 1),
        ),
        "one block off": wrong(
            "A block too few was counted, or one too many: how often does the loop run?",
            _gpt(times=lambda n: n - 1),
            _gpt(times=lambda n: n + 1),
        ),
        "all in blocks": wrong(
            "Tables, last normalisation or scores were counted once for each block. They are there once.",
            lambda symbols, width, context, blocks: blocks * _right_gpt(symbols, width, context, 1),
            _more(lambda k, d, t, n: (n - 1) * (k * d + t * d)),
            _more(lambda k, d, t, n: (n - 1) * (2 * d + d * k + k)),
            _more(lambda k, d, t, n: (n - 1) * (d * k + k)),
        ),
        "three matrices": wrong(
            "Three matrices were counted in the heads. The fourth leads back, after the values are mixed.",
            _gpt(heads=lambda d: 3 * (d * d + d)),
            _gpt(heads=lambda d: 3 * d * d),
        ),
        "one matrix": wrong(
            "One matrix was counted in the heads. Queries, keys, values and the way back have one each.",
            _gpt(heads=lambda d: d * d + d),
        ),
        "no heads": wrong(
            "In each block four squares of the width and 4 · `width` are missing: the heads' four matrices"
            " with biases, or the layer to 4 · `width`.",
            _gpt(heads=lambda d: 0),
            _gpt(network=lambda d: 4 * d * d + d),
        ),
        "heads alone": wrong(
            "The small network is missing in the blocks: a layer to 4 · `width`, and one back.",
            _gpt(network=lambda d: 0),
        ),
        "narrow": wrong(
            "The small network was counted from `width` to `width`. It is four times as wide between its"
            " layers.",
            _gpt(network=lambda d: 2 * (d * d + d)),
            _gpt(network=lambda d: d * d + d),
        ),
        "half a network": wrong(
            "One layer of the small network was counted. The second leads back from 4 · `width` to `width`.",
            _gpt(network=lambda d: 4 * d * d + 4 * d),
        ),
        "too wide": wrong(
            "The second layer of the network was counted from 4 · `width` to 4 · `width`. It leads back to"
            " `width`.",
            _gpt(network=lambda d: 4 * d * d + 4 * d + 16 * d * d + 4 * d),
        ),
        "no scores": wrong(
            "The last layer is missing: from `width` to a score for each symbol, with biases.",
            _gpt(scores=lambda k, d: 0),
        ),
        "swapped": wrong(
            "Symbols and places have changed places: scores are given to symbols.",
            lambda symbols, width, context, blocks: _right_gpt(context, width, symbols, blocks),
        ),
        "context squared": wrong(
            "The scores of places for places were counted. They are computed anew for each text: no parameter"
            " belongs to them.",
            _more(lambda k, d, t, n: n * t * t),
            _more(lambda k, d, t, n: t * t),
            _more(lambda k, d, t, n: t * t - t * d),
        ),
        "each place": wrong(
            "The blocks were counted for each place. All places share the same parameters.",
            lambda symbols, width, context, blocks: _right_gpt(symbols, width, context, blocks * context),
        ),
        "squares alone": wrong(
            "This is the rule of thumb, 12 squares of the width for each block. It leaves out tables, scores,"
            " normalisations and biases.",
            lambda symbols, width, context, blocks: 12 * blocks * width**2,
            _gpt(**NO_BIASES, norms=0, last=0),
        ),
        "blocks alone": wrong(
            "Only the blocks were counted. The two tables come before them, a normalisation and the scores"
            " after them.",
            _gpt(tokens=lambda k, d: 0, positions=lambda t, d: 0, last=0, scores=lambda k, d: 0),
        ),
        "bytes": wrong(
            "These are bytes, or thousands. The number of parameters is asked for as it is.",
            AnyOf(lambda *given: [_right_gpt(*given) * f for f in (4, 2, 1e-3, 1e-6)]),
        ),
    },
    hints=[
        "A layer from n numbers to k with biases has n · k + k parameters.",
        "A block: `4 * (width * width + width)` for the heads, two layers for the network, and two"
        " normalisations of `2 * width`.",
        "Count one block, and take it `blocks` times. Two tables, a normalisation and the last layer are"
        " there once.",
    ],
)
