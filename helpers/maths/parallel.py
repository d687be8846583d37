"""One step on many machines: shards of a batch, the mean of their gradients, what is sent, how long it is."""

from itertools import pairwise

import numpy as np

from helpers.maths.validation import as_numbers, not_negative, positive, whole


def shards(m, machines):
    """Return where each machine's part of m examples lies, as slices, as equal as can be.

    m         >= machines
    machines  >= 1
    returns   list of slices, the larger ones first

    Raises ValueError or TypeError if a number is out of range.
    """
    machines = whole("machines", machines, 1)
    parts = np.array_split(np.arange(whole("m", m, machines)), machines)
    ends = np.cumsum([0, *map(len, parts)])
    return [slice(int(start), int(stop)) for start, stop in pairwise(ends)]


def combined(gradients, sizes):
    """Return the gradient of the whole batch from those of its shards.

        sum over machines of (m_k / m) g_k

    gradients  list of arrays of one shape, each the mean over its shard's examples
    sizes      list of as many whole numbers >= 1: examples in each shard
    returns    array of that shape

    The plain mean is the same, for any gradients, for equal sizes alone.
    Raises ValueError or TypeError if they do not fit.
    """
    gradients = [as_numbers("gradients", gradient) for gradient in gradients]
    sizes = [whole("sizes", size, 1) for size in sizes]
    if len(gradients) != len(sizes) or not sizes:
        raise ValueError(f"{len(gradients)} gradients but {len(sizes)} sizes; one of each is needed")
    shapes = [gradient.shape for gradient in gradients]
    if len(set(shapes)) > 1:
        raise ValueError(f"the gradients have the shapes {shapes}; all must be equal")
    return sum(size * gradient for size, gradient in zip(sizes, gradients, strict=True)) / sum(sizes)


def ring_bytes(parameters, machines, bytes_each=4):
    """Return how many bytes each machine sends in one step, where all are summed around a ring.

        2 (n - 1) / n  times all parameters: once round to sum, once round to tell

    parameters  >= 1  how many numbers the network has
    machines    n >= 1
    bytes_each  >= 1  4 for float32
    returns     float

    Raises ValueError or TypeError if a number is out of range.
    Source: Patarasuk and Yuan, "Bandwidth optimal all-reduce algorithms", 2009.
    """
    machines = whole("machines", machines, 1)
    size = whole("parameters", parameters, 1) * whole("bytes_each", bytes_each, 1)
    return 2 * (machines - 1) / machines * size


def step_seconds(machines, compute, latency, sent, bandwidth):
    """Return how long one step takes: the share of the work, then the sum.

        compute / n + 2 (n - 1) latency + sent / bandwidth

    machines   n >= 1
    compute    > 0   seconds that the whole batch takes one machine
    latency    >= 0  seconds before a message arrives; a ring has 2 (n - 1) of them, one after the other
    sent       >= 0  bytes that each machine sends, as ring_bytes has it
    bandwidth  > 0   bytes a second
    returns    float, seconds

    Raises ValueError or TypeError if a number is out of range.
    """
    machines = whole("machines", machines, 1)
    waiting = 2 * (machines - 1) * not_negative("latency", latency)
    sending = not_negative("sent", sent) / positive("bandwidth", bandwidth)
    return positive("compute", compute) / machines + waiting + sending
