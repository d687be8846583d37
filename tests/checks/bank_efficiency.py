"""Answers to the exercises of notebook 07, written from the tasks alone."""

import numpy as np
from bank import Bank

MOMENTUM_BY_HAND = Bank(
    right=[
        (3.6, 2.92, 2.084),
        (3.6, 2.92, 2.08),
        [3.60, 2.92, 2.0840],
        np.array([3.6, 2.92, 2.084]),
        (4 - 0.1 * 4, 3.6 - 0.1 * 6.8, 2.92 - 0.1 * 8.36),
    ],
    wrong=[
        ("plain", (3.6, 3.24, 2.916)),
        ("plain", (3.6, 3.24, 2.92)),
        ("alpha twice", (3.96, 3.888, 3.792)),
        ("mean", (3.92, 3.778, 3.588)),
        ("whole velocity", (3.6, 2.84, 1.796)),
        ("beta on both", (3.68, 3.13, 2.439)),
        ("uphill", (4.4, 5.16, 6.284)),
        ("old velocity", (4, 3.6, 2.88)),
        ("first slope", (3.6, 2.88, 1.904)),
        ("no alpha", (0, -3.2, -2.56)),
        ("velocities", (4, 6.8, 8.36)),
        ("one too early", (4, 3.6, 2.92)),
        ("2 numbers", (3.6, 2.92)),
        ("text", ("3.6", 2.92, 2.084)),
    ],
    general=[(3.6, 2.92, 2.5), (3.6, 3.1, 2.084)],
)


def adam(g, m, s, t, b1=0.9, b2=0.999, e=1e-7):
    m, s = b1 * m + (1 - b1) * g, b2 * s + (1 - b2) * g**2
    return (m / (1 - b1**t)) / (np.sqrt(s / (1 - b2**t)) + e)


def adam_hats(g, m, s, t):
    m_new = m * 0.9 + g * 0.1
    s_new = s * 0.999 + np.square(g) * 0.001
    m_hat, s_hat = m_new / (1 - pow(0.9, t)), s_new / (1 - pow(0.999, t))
    return np.divide(m_hat, np.power(s_hat, 0.5) + 1e-7)


def adam_loop(g, m, s, t):
    out = []
    for k in range(len(g)):
        a = 0.9 * m[k] + 0.1 * g[k]
        b = 0.999 * s[k] + 0.001 * g[k] ** 2
        out.append(a / (1 - 0.9**t) / ((b / (1 - 0.999**t)) ** 0.5 + 0.0000001))
    return np.array(out)


def memories(g, m, s):
    return 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * g**2


def adam_spoils(g, m, s, t):
    m *= 0.9
    m += 0.1 * g
    s *= 0.999
    s += 0.001 * g**2
    return (m / (1 - 0.9**t)) / (np.sqrt(s / (1 - 0.999**t)) + 1e-7)


def with_memory(end):
    def function(g, m, s, t):
        return end(g, *memories(g, m, s), t)

    return function


ADAM = Bank(
    right=[
        adam,
        adam_hats,
        adam_loop,
        lambda g, m, s, t: list(adam(g, m, s, t)),
        lambda *given: adam(*given),
    ],
    wrong=[
        ("no correction", with_memory(lambda g, m, s, t: m / (s**0.5 + 1e-7))),
        ("corrected once", with_memory(lambda g, m, s, t: m / (1 - 0.9**t) / (s**0.5 + 1e-7))),
        ("corrected once", with_memory(lambda g, m, s, t: m / ((s / (1 - 0.999**t)) ** 0.5 + 1e-7))),
        (
            "correction multiplied",
            with_memory(lambda g, m, s, t: m * (1 - 0.9**t) / ((s * (1 - 0.999**t)) ** 0.5 + 1e-7)),
        ),
        ("beta once", with_memory(lambda g, m, s, t: m / 0.1 / ((s / 0.001) ** 0.5 + 1e-7))),
        (
            "one beta",
            lambda g, m, s, t: (
                (0.9 * m + 0.1 * g) / (1 - 0.9**t) / (((0.9 * s + 0.1 * g**2) / (1 - 0.9**t)) ** 0.5 + 1e-7)
            ),
        ),
        ("betas swapped", lambda g, m, s, t: adam(g, m, s, t, b1=0.999, b2=0.9)),
        ("no root", with_memory(lambda g, m, s, t: m / (1 - 0.9**t) / (s / (1 - 0.999**t) + 1e-7))),
        ("slope above", with_memory(lambda g, m, s, t: g / ((s / (1 - 0.999**t)) ** 0.5 + 1e-7))),
        ("mean alone", with_memory(lambda g, m, s, t: m / (1 - 0.9**t))),
        ("old memory", lambda g, m, s, t: m / (1 - 0.9**t) / ((s / (1 - 0.999**t)) ** 0.5 + 1e-7)),
        (
            "whole slope",
            lambda g, m, s, t: (
                (0.9 * m + g) / (1 - 0.9**t) / (((0.999 * s + g**2) / (1 - 0.999**t)) ** 0.5 + 1e-7)
            ),
        ),
        ("sign", lambda g, m, s, t: -adam(g, m, s, t)),
        ("step", lambda g, m, s, t: 0.01 * adam(g, m, s, t)),
        ("changed `m`", adam_spoils),
        ("returned", lambda g, m, s, t: adam(g, m, s, t).sum()),
        ("raised", lambda g, m, s, t: adam(g, m, s)),
    ],
    general=[lambda g, m, s, t: 3 * adam(g, m, s, t)],
)


def norm(Z, gamma, beta):
    mean = np.mean(Z, axis=0)
    spread = np.sqrt(np.mean((Z - mean) ** 2, axis=0) + 0.001)
    return (Z - mean) / spread * gamma + beta


def norm_rows(Z, gamma, beta):
    return np.array([gamma * (row - Z.mean(axis=0)) / (Z.var(axis=0) + 1e-3) ** 0.5 + beta for row in Z])


def norm_columns(Z, gamma, beta):
    out = np.empty(Z.shape)
    for k in range(Z.shape[1]):
        out[:, k] = (Z[:, k] - Z[:, k].mean()) / np.sqrt(Z[:, k].var() + 0.001)
        out[:, k] = out[:, k] * gamma[k] + beta[k]
    return out


def norm_spoils(Z, gamma, beta):
    Z -= Z.mean(axis=0)
    return gamma * Z / np.sqrt((Z**2).mean(axis=0) + 0.001) + beta


BATCH_NORM = Bank(
    right=[
        norm,
        norm_rows,
        norm_columns,
        lambda Z, gamma, beta: norm(Z, gamma, beta).tolist(),
        lambda Z, gamma, beta: np.add(beta, np.multiply(gamma, (Z - Z.mean(0)) / np.sqrt(Z.var(0) + 0.001))),
    ],
    wrong=[
        ("rows", lambda Z, gamma, beta: norm(Z.T, 1, 0).T * gamma + beta),
        ("whole table", lambda Z, gamma, beta: gamma * (Z - Z.mean()) / np.sqrt(Z.var() + 0.001) + beta),
        (
            "one less",
            lambda Z, gamma, beta: gamma * (Z - Z.mean(0)) / np.sqrt(np.var(Z, 0, ddof=1) + 0.001) + beta,
        ),
        ("no root", lambda Z, gamma, beta: gamma * (Z - Z.mean(0)) / (Z.var(0) + 0.001) + beta),
        (
            "epsilon outside",
            lambda Z, gamma, beta: gamma * (Z - Z.mean(0)) / (np.sqrt(Z.var(0)) + 0.001) + beta,
        ),
        ("no epsilon", lambda Z, gamma, beta: gamma * (Z - Z.mean(0)) / np.sqrt(Z.var(0)) + beta),
        ("no mean", lambda Z, gamma, beta: gamma * Z / np.sqrt(Z.var(0) + 0.001) + beta),
        ("not divided", lambda Z, gamma, beta: gamma * (Z - Z.mean(0)) + beta),
        ("no gamma and beta", lambda Z, gamma, beta: norm(Z, 1, 0)),
        ("no gamma", lambda Z, gamma, beta: norm(Z, 1, beta)),
        ("no beta", lambda Z, gamma, beta: norm(Z, gamma, 0)),
        ("swapped", lambda Z, gamma, beta: norm(Z, beta, gamma)),
        ("beta first", lambda Z, gamma, beta: gamma * norm(Z, 1, beta)),
        ("changed `Z`", norm_spoils),
        ("returned", lambda Z, gamma, beta: norm(Z, gamma, beta).mean()),
    ],
    general=[lambda Z, gamma, beta: 3 * norm(Z, gamma, beta)],
)


def weighted(gradients, sizes):
    return sum(size * gradient for size, gradient in zip(sizes, gradients, strict=True)) / sum(sizes)


def replaced(gradients, sizes):
    for k in range(len(sizes)):
        total = sizes[k] * gradients[k] / sizes.sum()
    return total


COMBINED = Bank(
    right=[
        weighted,
        lambda gradients, sizes: np.average(gradients, axis=0, weights=sizes),
        lambda gradients, sizes: (gradients.T * sizes).sum(axis=1) / sizes.sum(),
        lambda gradients, sizes: np.einsum("kn,k->n", gradients, sizes / sizes.sum()),
        lambda gradients, sizes: list(weighted(gradients, sizes)),
    ],
    wrong=[
        ("plain mean", lambda gradients, sizes: gradients.sum(axis=0) / len(gradients)),
        ("sum", lambda gradients, sizes: sum(gradients)),
        ("not divided", lambda gradients, sizes: sizes @ gradients),
        ("divided by machines", lambda gradients, sizes: (sizes[:, None] * gradients).mean(axis=0)),
        ("upside down", lambda gradients, sizes: np.average(gradients, axis=0, weights=1 / sizes)),
        ("weights of the largest", lambda gradients, sizes: (sizes / max(sizes)) @ gradients),
        ("mean twice", lambda gradients, sizes: (sizes[:, None] * gradients / sizes.sum()).mean(axis=0)),
        ("largest alone", lambda gradients, sizes: gradients[np.argmax(sizes)]),
        ("one machine", replaced),
        ("sign", lambda gradients, sizes: -weighted(gradients, sizes)),
        ("squares", lambda gradients, sizes: np.average(gradients, axis=0, weights=sizes**2)),
        ("each", lambda gradients, sizes: sizes.reshape(-1, 1) / sizes.sum() * gradients),
        ("returned", lambda gradients, sizes: weighted(gradients, sizes).sum()),
    ],
    general=[lambda gradients, sizes: 3 * weighted(gradients, sizes)],
)

TRAINING_COST = Bank(
    right=[
        (2410, 2368, 9640, 38560),
        [2410, 2368, 9640, 38560],
        np.array([2410, 2368, 9640, 38560]),
        (65 * 32 + 33 * 10, 64 * 32 + 320, 4 * 2410, 16 * 2410),
        (2410.0, 2368.0, 9640.0, 38560.0),
    ],
    wrong=[
        (("Parameters", "no biases"), (2368, 2368, 9640, 38560)),
        (("Parameters", "input biases"), (2474, 2368, 9640, 38560)),
        (("Parameters", "biases once"), (2400, 2368, 9640, 38560)),
        (("Parameters", "biases once"), (2378, 2368, 9640, 38560)),
        (("Parameters", "neurons"), (106, 2368, 9640, 38560)),
        (("Parameters", "all to all"), (20480, 2368, 9640, 38560)),
        (("Multiplications", "biases"), (2410, 2410, 9640, 38560)),
        (("Multiplications", "first layer"), (2410, 2048, 9640, 38560)),
        (("Multiplications", "all to all"), (2410, 20480, 9640, 38560)),
        (("Multiplications", "with sums"), (2410, 4736, 9640, 38560)),
        (("Bytes of the parameters", "bits"), (2410, 2368, 77120, 38560)),
        (("Bytes of the parameters", "float64"), (2410, 2368, 19280, 38560)),
        (("Bytes of the parameters", "numbers"), (2410, 2368, 2410, 38560)),
        (("Bytes of training", "numbers"), (2410, 2368, 9640, 9640)),
        (("Bytes of training", "no gradient"), (2410, 2368, 9640, 28920)),
        (("Bytes of training", "two"), (2410, 2368, 9640, 19280)),
        (("Bytes of training", "one more"), (2410, 2368, 9640, 48200)),
    ],
)

BANK = {
    "check_momentum_by_hand": MOMENTUM_BY_HAND,
    "check_adam": ADAM,
    "check_batch_norm": BATCH_NORM,
    "check_combined": COMBINED,
    "check_training_cost": TRAINING_COST,
}
