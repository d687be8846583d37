"""What a library's exception means for a learner: NumPy speaks of core dimensions and casting rules."""

import re

CAST = (
    "an array of whole numbers (its `dtype` is int) should take up numbers with digits after the point, which"
    " it cannot. `x.astype(float)` makes a copy of x that can."
)


def idea_of(error, line):
    """Return what an exception means for the learner, or None where its own words say it.

    line  the text of the learner's line
    """
    words = str(error)
    for kinds, pattern, idea in IDEAS:
        found = re.search(pattern, words) if isinstance(error, kinds) else None
        if found:
            return idea if isinstance(idea, str) else idea(found, line)
    return None


def _of_product(found, _):
    right, left = found.groups()
    return (
        "the shapes do not fit: in a product the rows on the right are as many as the columns on the left,"
        f" but here {left} columns meet {right} rows. Write the two shapes side by side."
    )


def _of_dot(found, _):
    first, second, left, right = found.groups()
    return (
        f"the shapes ({first}) and ({second}) do not fit: in a product the inner two numbers are equal, but"
        f" here they are {left} and {right}."
    )


def _of_shapes(found, line):
    product = " A sum of products is `@`; `*` goes entry by entry." * ("*" in line.replace("**", ""))
    return (
        f"arrays of the shapes {found[1].strip().replace(' ', ' and ')} do not fit together, entry by entry."
        f" What is counted along each of them?{product}"
    )


def _of_end(found, _):
    size = (
        f"the last of {found[1]} has the index {int(found[1]) - 1}"
        if found.lastindex
        else "the last is n - 1"
    )
    return f"an index goes past the end: counting starts at 0, so {size}."


def _of_start(found, _):
    return f"`{found[1]}` is used before it has a value. What is it to begin with?"


IDEAS = [
    (TypeError, "Cannot cast ufunc '(?!bitwise)", CAST),
    (TypeError, r"bitwise_xor|for \^", "`^` is no power in Python: the square of r is written `r**2`."),
    (ValueError, r"core dimension.*\(size (\d+) is different from (\d+)\)", _of_product),
    (ValueError, r"shapes \((.*?)\) and \((.*?)\) not aligned: (\d+) .*?!= (\d+)", _of_dot),
    (
        ValueError,
        "does not have enough dimensions",
        "`@` was given a single number. It multiplies arrays; a number is multiplied by `*`.",
    ),
    (
        ValueError,
        "truth value of an array",
        "one True or False is needed, but comparing an array gives one for each entry. `if`, `and` and"
        " Python's `max` take one number; NumPy has functions for every entry.",
    ),
    (
        (TypeError, ValueError),
        "only length-1 arrays|only 0-dim|array element with a sequence|only size-1",
        "one number is needed, but an array came: `float`, `int`, `math` and a single place in an array take"
        " one number. What has not been added up, or not been picked, yet?",
    ),
    (ValueError, r"could not be broadcast together with (?:remapped )?shapes ((?:\(.*?\) ?)+)", _of_shapes),
    (
        ValueError,
        r"could not broadcast input array from shape (\(.*?\)) into shape (\(.*?\))",
        lambda found, _: f"an array of shape {found[1]} does not fit into a place of shape {found[2]}.",
    ),
    (ValueError, "inhomogeneous", "the rows have different lengths, so they make no table."),
    (IndexError, r"index \d+ is out of bounds for axis \d+ with size (\d+)", _of_end),
    (IndexError, "(?:tuple|list|string) index out of range", _of_end),
    (
        IndexError,
        r"too many indices for array: array is (\d)-dimensional, but (\d)",
        lambda found, _: (
            f"an array was given {found[2]} indices, but the length of its `.shape` is {found[1]}."
        ),
    ),
    (UnboundLocalError, r"variable '(\w+)'", _of_start),
    (
        TypeError,
        r"'(?:\w+\.)?(?:int|float|float64|ndarray|int64|tuple|list)' object is not callable",
        "brackets after a number or an array call it like a function. Is a `*` or `@` missing, or does a"
        " variable bear a function's name?",
    ),
]
"""Kinds of exception, a pattern of its words, and the idea: a sentence without its beginning, or its code."""
