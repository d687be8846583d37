"""Answers to the exercises of notebook 11, written from the tasks alone."""

import re
from collections import Counter, defaultdict

import numpy as np
import scipy.special
from bank import Bank


def in_place(numbers, pair, new):
    out, i = list(numbers), 0
    while i < len(out) - 1:
        if out[i] == pair[0] and out[i + 1] == pair[1]:
            out[i : i + 2] = [new]
        i += 1
    return out


def with_a_flag(numbers, pair, new):
    out, skip = [], False
    for i, n in enumerate(numbers):
        if skip:
            skip = False
        elif i + 1 < len(numbers) and (n, numbers[i + 1]) == pair:
            out.append(new)
            skip = True
        else:
            out.append(n)
    return out


def looking_back(numbers, pair, new):
    out, fresh = [], False
    for n in numbers:
        if out and not fresh and (out[-1], n) == pair:
            out[-1], fresh = new, True
        else:
            out.append(n)
            fresh = False
    return out


def as_text(numbers, pair, new):
    text = "".join(map(chr, numbers))
    return [ord(c) for c in text.replace("".join(map(chr, pair)), chr(new))]


def by_pattern(numbers, pair, new):
    text = "".join(chr(n + 200) for n in numbers)
    return tuple(ord(c) - 200 for c in re.sub("".join(chr(n + 200) for n in pair), chr(new + 200), text))


def recursive(numbers, pair, new):
    if len(numbers) < 2:
        return numbers[:]
    if tuple(numbers[:2]) == pair:
        return [new, *recursive(numbers[2:], pair, new)]
    return [numbers[0], *recursive(numbers[1:], pair, new)]


def for_loop(numbers, pair, new):
    """Nothing keeps it from using the second of a pair again."""
    out = []
    for i in range(len(numbers) - 1):
        out.append(new if (numbers[i], numbers[i + 1]) == pair else numbers[i])
    out.append(numbers[-1])
    return out


def without_else(numbers, pair, new):
    out = list(numbers)
    for i in range(len(numbers) - 1):
        if tuple(numbers[i : i + 2]) == pair:
            out[i] = new
    return out


def until_none_is_left(numbers, pair, new):
    out, i = list(numbers), 0
    while i < len(out) - 1:
        if tuple(out[i : i + 2]) == pair:
            out[i : i + 2] = [new]
            i = 0
        else:
            i += 1
    return out


def list_and_tuple(numbers, pair, new):
    out, i = [], 0
    while i < len(numbers):
        if numbers[i : i + 2] == pair:
            out.append(new)
            i += 1
        else:
            out.append(numbers[i])
        i += 1
    return out


def stops_early(numbers, pair, new):
    out, i = [], 0
    while i < len(numbers) - 1:
        if tuple(numbers[i : i + 2]) == pair:
            out.append(new)
            i += 2
        else:
            out.append(numbers[i])
            i += 1
    return out


def adds_the_last(numbers, pair, new):
    return [*stops_early(numbers, pair, new), numbers[-1]]


def only_first(numbers, pair, new):
    for i in range(len(numbers) - 1):
        if tuple(numbers[i : i + 2]) == pair:
            return [*numbers[:i], new, *numbers[i + 2 :]]
    return numbers


def from_the_end(numbers, pair, new):
    out, i = list(numbers), len(numbers) - 2
    while i >= 0:
        if tuple(out[i : i + 2]) == pair:
            out[i : i + 2] = [new]
            i -= 1
        i -= 1
    return out


def taking(put):
    """Return a walk in which `put` says what stands in the place of a pair."""

    def function(numbers, pair, new):
        out, rest = [], list(numbers)
        while rest:
            if tuple(rest[:2]) == pair:
                out += put(rest[0], rest[1], new)
                rest = rest[2:]
            else:
                out.append(rest.pop(0))
        return out

    return function


def spoils_numbers(numbers, pair, new):
    i = 0
    while i < len(numbers):
        if tuple(numbers[i : i + 2]) == pair:
            numbers[i : i + 2] = [new]
        i += 1
    return numbers


MERGED = Bank(
    right=[
        in_place,
        with_a_flag,
        looking_back,
        as_text,
        by_pattern,
        recursive,
        taking(lambda a, b, new: [new]),
    ],
    wrong=[
        ("second kept", for_loop),
        ("second kept", without_else),
        ("second kept", taking(lambda a, b, new: [new, b])),
        ("again", until_none_is_left),
        ("nothing", list_and_tuple),
        ("last lost", stops_early),
        ("last twice", adds_the_last),
        ("first pair", only_first),
        ("from the right", from_the_end),
        ("removed", taking(lambda a, b, new: [])),
        ("inserted", taking(lambda a, b, new: [a, b, new])),
        ("first kept", taking(lambda a, b, new: [a, new])),
        ("each replaced", taking(lambda a, b, new: [new, new])),
        ("length kept", taking(lambda a, b, new: [new, 0])),
        ("sum", taking(lambda a, b, new: [a + b])),
        ("reversed", lambda numbers, pair, new: in_place(numbers, pair[::-1], new)),
        ("one number", lambda numbers, pair, new: [new if n in pair else n for n in numbers]),
        ("count", lambda numbers, pair, new: len(numbers) - len(in_place(numbers, pair, new))),
        ("sorted", lambda *given: sorted(in_place(*given))),
        ("backwards", lambda *given: in_place(*given)[::-1]),
        ("changed `numbers`.*list", spoils_numbers),
    ],
    general=[lambda *given: [n + 100 for n in in_place(*given)]],
)


def with_dicts(numbers, k):
    after = defaultdict(Counter)
    for i in range(1, len(numbers)):
        after[int(numbers[i - 1])][int(numbers[i])] += 1
    return [[(after[a][b] + 1) / (after[a].total() + k) for b in range(k)] for a in range(k)]


def one_hot(numbers, k):
    rows = np.eye(k)[numbers]
    counts = rows[:-1].T @ rows[1:] + 1
    return counts / counts.sum(axis=1).reshape(-1, 1)


def row_by_row(numbers, k):
    table = np.zeros((k, k))
    for a in range(k):
        seconds = numbers[1:][numbers[:-1] == a]
        table[a] = (np.bincount(seconds, minlength=k) + 1) / (len(seconds) + k)
    return table


def by_code(numbers, k):
    counts = np.bincount(numbers[:-1] * k + numbers[1:], minlength=k * k).reshape(k, k) + 1
    return (counts.T / counts.sum(1)).T


def counted(numbers, k, start=0):
    found = np.full((k, k), float(start))
    for i in range(len(numbers) - 1):
        found[numbers[i], numbers[i + 1]] += 1
    return found


def at_once(numbers, k):
    found = np.ones((k, k))
    found[numbers[:-1], numbers[1:]] += 1
    return found / found.sum(axis=1, keepdims=True)


def around(numbers, k):
    found = np.ones((k, k))
    for i in range(len(numbers)):
        found[numbers[i - 1], numbers[i]] += 1
    return found / found.sum(axis=1, keepdims=True)


def pair_after_pair(numbers, k):
    found = np.ones((k, k))
    for i in range(0, len(numbers) - 1, 2):
        found[numbers[i], numbers[i + 1]] += 1
    return found / found.sum(axis=1, keepdims=True)


def by_how_often(numbers, k):
    often = np.array([np.sum(numbers == a) for a in range(k)])
    return counted(numbers, k, 1) / (often[:, None] + k)


def rows_of(table):
    return table / table.sum(axis=1, keepdims=True)


def quietly_divided(numbers, k):
    with np.errstate(all="ignore"):
        return rows_of(counted(numbers, k))


FOLLOW = Bank(
    right=[
        with_dicts,
        one_hot,
        row_by_row,
        by_code,
        lambda numbers, k: rows_of(counted(numbers, k) + 1),
        lambda numbers, k: [row / sum(row) for row in counted(numbers, k, 1)],
    ],
    wrong=[
        ("no one", quietly_divided),
        ("no one", lambda numbers, k: np.nan_to_num(quietly_divided(numbers, k))),
        ("one after", lambda numbers, k: quietly_divided(numbers, k) + 1),
        (
            "one too few",
            lambda numbers, k: rows_of(np.where(counted(numbers, k) == 0, 1, counted(numbers, k))),
        ),
        ("other amount", lambda numbers, k: rows_of(counted(numbers, k, 0.5))),
        ("before", lambda numbers, k: rows_of(counted(numbers, k, 1).T)),
        ("before", lambda numbers, k: with_dicts(numbers[::-1], k)),
        ("columns", lambda numbers, k: counted(numbers, k, 1) / counted(numbers, k, 1).sum(axis=0)),
        ("keepdims", lambda numbers, k: counted(numbers, k, 1) / counted(numbers, k, 1).sum(axis=1)),
        ("whole table", lambda numbers, k: counted(numbers, k, 1) / counted(numbers, k, 1).sum()),
        ("counts", lambda numbers, k: counted(numbers, k).astype(int)),
        ("counts", lambda numbers, k: counted(numbers, k, 1)),
        ("by m", lambda numbers, k: counted(numbers, k, 1) / len(numbers)),
        (
            "total without k",
            lambda numbers, k: counted(numbers, k, 1) / (counted(numbers, k).sum(1, keepdims=True) + 1),
        ),
        (
            "added below alone",
            lambda numbers, k: counted(numbers, k) / (counted(numbers, k).sum(1, keepdims=True) + k),
        ),
        ("last counted", by_how_often),
        ("alone", lambda numbers, k: np.bincount(numbers, minlength=k) / len(numbers)),
        ("circle", around),
        ("two apart", lambda numbers, k: rows_of(np.eye(k)[numbers[:-2]].T @ np.eye(k)[numbers[2:]] + 1)),
        ("both ways", lambda numbers, k: rows_of(counted(numbers, k) + counted(numbers[::-1], k) + 1)),
        ("once", at_once),
        ("step of two", pair_after_pair),
        ("end missing", lambda numbers, k: one_hot(numbers[:-1], k)),
        ("end missing", lambda numbers, k: one_hot(numbers[1:], k)),
        ("logarithm", lambda numbers, k: np.log(one_hot(numbers, k))),
        ("likeliest", lambda numbers, k: np.argmax(one_hot(numbers, k), axis=1)),
        ("softmax", lambda numbers, k: scipy.special.softmax(counted(numbers, k), axis=1)),
        ("one row", lambda numbers, k: one_hot(numbers, k)[0]),
        ("percent", lambda numbers, k: one_hot(numbers, k) * 100),
    ],
    general=[lambda numbers, k: 3 * one_hot(numbers, k)],
)


def with_infinity(scores, temperature, top):
    kept = np.full(len(scores), -np.inf)
    best = np.argsort(scores)[-top:]
    kept[best] = scores[best]
    return scipy.special.softmax(kept / temperature)


def into_zeros(scores, temperature, top):
    p = np.zeros(scores.shape)
    best = np.argpartition(scores, -top)[-top:]
    p[best] = np.exp(scores[best] / temperature)
    p /= p.sum()
    return p


def cut_after(scores, temperature, top):
    p = scipy.special.softmax(scores / temperature)
    p[p < sorted(p)[-top]] = 0
    return p


def shared_anew(scores, temperature, top):
    p = cut_after(scores, temperature, top)
    return p / sum(p)


def plain(scores, temperature, top):
    limit = sorted(scores, reverse=True)[top - 1]
    powers = [np.e ** (s / temperature) if s >= limit else 0 for s in scores]
    return [power / sum(powers) for power in powers]


def biggest_first(scores, temperature, top):
    return np.sort(with_infinity(scores, temperature, top))[::-1]


def with_zero_scores(scores, temperature, top):
    kept = np.where(scores >= np.sort(scores)[-top], scores, 0)
    return scipy.special.softmax(kept / temperature)


def greater(scores, temperature, top):
    stays = scores > np.sort(scores)[-top]
    return scipy.special.softmax(np.where(stays, scores / temperature, -np.inf))


SHARPENED = Bank(
    right=[
        with_infinity,
        into_zeros,
        shared_anew,
        plain,
        lambda scores, temperature, top: tuple(plain(scores, temperature, top)),
        lambda scores, T, top: into_zeros(scores - scores.mean(), T, top),
    ],
    wrong=[
        ("not shared anew", cut_after),
        ("no cut", lambda scores, temperature, top: scipy.special.softmax(scores / temperature)),
        ("no temperature", lambda scores, temperature, top: plain(scores, 1, top)),
        ("times", lambda scores, temperature, top: plain(scores, 1 / temperature, top)),
        ("after softmax", lambda scores, temperature, top: into_zeros(scores, 1, top) / temperature),
        ("after softmax", lambda scores, temperature, top: into_zeros(scores, 1, top) ** (1 / temperature)),
        ("other power", lambda scores, temperature, top: plain(scores, temperature**0.5, top)),
        ("one less", greater),
        ("one less", lambda scores, temperature, top: into_zeros(scores, temperature, top - 1)),
        ("one more", lambda scores, temperature, top: into_zeros(scores, temperature, top + 1)),
        (
            "from below",
            lambda scores, T, top: scipy.special.softmax(
                np.where(scores < np.sort(scores)[top], -np.inf, scores) / T
            ),
        ),
        (
            "smallest",
            lambda scores, T, top: scipy.special.softmax(
                np.where(scores <= np.sort(scores)[top - 1], scores, -np.inf) / T
            ),
        ),
        (
            "first ones",
            lambda scores, T, top: np.append(
                scipy.special.softmax(scores[:top] / T), np.zeros(len(scores) - top)
            ),
        ),
        ("zero for a score", with_zero_scores),
        ("sorted", biggest_first),
        ("only the top", lambda *given: biggest_first(*given)[: given[2]]),
        ("only the top", lambda scores, T, top: scipy.special.softmax(np.sort(scores)[-top:] / T)),
        ("not divided", lambda scores, T, top: np.exp(scores / T) * (scores >= np.sort(scores)[-top])),
        ("scores", lambda scores, temperature, top: scores / temperature),
        ("sign", lambda scores, temperature, top: plain_of_best(scores, -temperature, top)),
        ("one-hot", lambda scores, temperature, top: np.eye(len(scores))[scores.argmax()]),
        ("alike", lambda scores, temperature, top: (scores >= np.sort(scores)[-top]) / top),
        ("place", lambda scores, temperature, top: np.argmax(scores)),
        ("softmax twice", lambda scores, T, top: into_zeros(scipy.special.softmax(scores), T, top)),
        ("percent", lambda *given: 100 * into_zeros(*given)),
    ],
    general=[lambda *given: 3 * into_zeros(*given)],
)


def plain_of_best(scores, temperature, top):
    p = np.zeros(len(scores))
    best = np.argsort(scores)[-top:]
    p[best] = scipy.special.softmax(scores[best] / temperature)
    return p


def place_by_place(Q, K, V):
    out = []
    for i in range(len(Q)):
        scores = [sum(Q[i] * K[j]) / len(Q[i]) ** 0.5 for j in range(i + 1)]
        powers = np.exp(scores)
        out.append(sum(p * v for p, v in zip(powers, V, strict=False)) / sum(powers))
    return np.array(out)


def cut_rows(Q, K, V):
    return np.stack(
        [scipy.special.softmax(K[: i + 1] @ q / np.sqrt(q.size)) @ V[: i + 1] for i, q in enumerate(Q)]
    )


def low_numbers(Q, K, V):
    S = np.einsum("id,jd->ij", Q, K) / Q.shape[-1] ** 0.5
    S[np.triu_indices(len(S), 1)] = -1e9
    return scipy.special.softmax(S, axis=-1) @ V


def powers_cut(Q, K, V):
    powers = np.tril(np.exp(Q @ K.T / np.sqrt(Q.shape[1])))
    return powers @ V / powers.sum(axis=1, keepdims=True)


def shares_anew(Q, K, V):
    A = scipy.special.softmax(Q @ K.T / np.sqrt(Q.shape[1]), axis=1) * np.tri(len(Q))
    return (A / A.sum(axis=1)[:, None]) @ V


def all_places(Q, K, V):
    return scipy.special.softmax(Q @ K.T / np.sqrt(Q.shape[1]), axis=1)


def head(root=lambda Q, V: np.sqrt(Q.shape[1]), hidden=lambda t: np.triu(np.ones((t, t)), 1), axis=1):
    def shares(Q, K, V):
        S = Q @ K.T / root(Q, V)
        return scipy.special.softmax(np.where(hidden(len(S)) > 0, -1e12, S), axis=axis)

    return shares


def mixing(shares):
    return lambda Q, K, V: shares(Q, K, V) @ V


ATTENTION = Bank(
    right=[
        place_by_place,
        cut_rows,
        low_numbers,
        powers_cut,
        shares_anew,
        mixing(head()),
        lambda Q, K, V: place_by_place(Q, K, V).tolist(),
    ],
    wrong=[
        ("no mask", mixing(all_places)),
        ("mask after", lambda Q, K, V: np.tril(all_places(Q, K, V)) @ V),
        (
            "zero for a score",
            lambda Q, K, V: scipy.special.softmax(Q @ K.T / Q.shape[1] ** 0.5 * np.tri(len(Q)), axis=1) @ V,
        ),
        ("ahead", mixing(head(hidden=lambda t: np.tri(t, k=-1)))),
        ("itself", mixing(head(hidden=lambda t: np.triu(np.ones((t, t)))))),
        ("one further", mixing(head(hidden=lambda t: np.triu(np.ones((t, t)), 2)))),
        ("no root", mixing(head(root=lambda Q, V: 1))),
        ("by d", mixing(head(root=lambda Q, V: Q.shape[1]))),
        ("other root", mixing(head(root=lambda Q, V: len(Q) ** 0.5))),
        ("times root", mixing(head(root=lambda Q, V: 1 / np.sqrt(Q.shape[1])))),
        ("columns", mixing(head(axis=0))),
        ("swapped", lambda Q, K, V: place_by_place(K, Q, V)),
        ("one with itself", lambda Q, K, V: place_by_place(Q, Q, V)),
        ("keys mixed", lambda Q, K, V: place_by_place(Q, K, K)),
        ("keys mixed", lambda Q, K, V: place_by_place(Q, K, Q)),
        ("shares", head()),
        ("scores", lambda Q, K, V: np.tril(Q @ K.T) / np.sqrt(Q.shape[1]) @ V),
        ("shares turned", lambda Q, K, V: head()(Q, K, V).T @ V),
        ("not divided", lambda Q, K, V: np.tril(np.exp(Q @ K.T / np.sqrt(Q.shape[1]))) @ V),
        ("values", lambda Q, K, V: V.copy()),
        ("summed", lambda Q, K, V: np.tri(len(V)) @ V),
        ("mean", lambda Q, K, V: [V[: i + 1].mean(axis=0) for i in range(len(V))]),
        ("hard", lambda Q, K, V: [V[np.argmax(K[: i + 1] @ q)] for i, q in enumerate(Q)]),
        ("one place", lambda Q, K, V: place_by_place(Q, K, V)[-1]),
        ("all places", lambda Q, K, V: place_by_place(Q, K, V).sum(axis=0)),
        ("transposed", lambda Q, K, V: place_by_place(Q, K, V).T),
        ("added", lambda Q, K, V: V + cut_rows(Q, K, V)),
        ("sign", lambda Q, K, V: cut_rows(-Q, K, V)),
    ],
    general=[lambda Q, K, V: 3 * place_by_place(Q, K, V)],
)


def layer(n, k):
    return n * k + k


def shapes(k, d, t, n):
    """Return the shapes of all arrays."""
    found = [(k, d), (t, d)]
    for _ in range(n):
        found += [(d, d), (d,)] * 4 + [(d, 4 * d), (4 * d,), (4 * d, d), (d,)] + [(d,)] * 4
    return [*found, (d,), (d,), (d, k), (k,)]


def filled(symbols, width, context, blocks):
    return sum(np.zeros(shape).size for shape in shapes(symbols, width, context, blocks))


def in_parts(k, d, t, n):
    block = 4 * layer(d, d), layer(d, 4 * d) + layer(4 * d, d), 4 * d
    return k * d, t * d, *(n * part for part in block), 2 * d, layer(d, k)


GPT_PARAMETERS = Bank(
    right=[
        filled,
        lambda *given: sum(in_parts(*given)),
        lambda k, d, t, n: (2 * k + t + 2) * d + k + n * d * (12 * d + 13),
        lambda k, d, t, n: sum(np.prod(shape) for shape in shapes(k, d, t, n)),
        lambda *given: float(filled(*given)),
    ],
    wrong=[
        ("no biases", lambda k, d, t, n: k * d + t * d + n * (12 * d**2 + 4 * d) + 2 * d + d * k),
        ("no biases in blocks", lambda k, d, t, n: filled(k, d, t, n) - 9 * n * d),
        ("four widths short", lambda k, d, t, n: filled(k, d, t, n) - n * 4 * d),
        ("a width short", lambda k, d, t, n: filled(k, d, t, n) - n * d),
        ("no biases of network", lambda k, d, t, n: filled(k, d, t, n) - n * 5 * d),
        ("no biases of scores", lambda k, d, t, n: filled(k, d, t, n) - k),
        ("no tables", lambda *given: sum(in_parts(*given)[2:])),
        ("symbols once", lambda *given: sum(in_parts(*given)[1:])),
        ("no positions", lambda k, d, t, n: sum(in_parts(k, d, 0, n))),
        ("one norm", lambda k, d, t, n: filled(k, d, t, n) - n * 2 * d),
        ("no norms", lambda k, d, t, n: filled(k, d, t, n) - n * 4 * d - 2 * d),
        ("no last norm", lambda k, d, t, n: filled(k, d, t, n) - 2 * d),
        ("no shift", lambda k, d, t, n: filled(k, d, t, n) - (2 * n + 1) * d),
        ("one block", lambda k, d, t, n: filled(k, d, t, 1)),
        ("one block off", lambda k, d, t, n: filled(k, d, t, n - 1)),
        ("all in blocks", lambda k, d, t, n: n * filled(k, d, t, 1)),
        ("three matrices", lambda k, d, t, n: filled(k, d, t, n) - n * layer(d, d)),
        ("no heads", lambda k, d, t, n: filled(k, d, t, n) - 4 * n * layer(d, d)),
        ("narrow", lambda k, d, t, n: sum(in_parts(k, d, t, n)) - n * (8 * d * d + 5 * d - 2 * layer(d, d))),
        ("heads alone", lambda k, d, t, n: sum(in_parts(k, d, t, n)[m] for m in (0, 1, 2, 4, 5, 6))),
        ("no scores", lambda *given: sum(in_parts(*given)[:-1])),
        ("swapped", lambda k, d, t, n: filled(t, d, k, n)),
        ("context squared", lambda k, d, t, n: filled(k, d, t, n) + n * t**2),
        ("each place", lambda k, d, t, n: filled(k, d, t, n * t)),
        ("squares alone", lambda k, d, t, n: n * 12 * d * d),
        ("blocks alone", lambda *given: sum(in_parts(*given)[2:5])),
        ("bytes", lambda *given: 4 * filled(*given)),
    ],
    general=[lambda *given: 3 * filled(*given)],
)

BANK = {
    "check_merged": MERGED,
    "check_follow": FOLLOW,
    "check_sharpened": SHARPENED,
    "check_attention": ATTENTION,
    "check_gpt_parameters": GPT_PARAMETERS,
}
