"""What a library's exception means for a learner: NumPy speaks of core dimensions and casting rules."""

import re

CAST = (
    "an array of whole numbers (its `dtype` is int) should take up numbers with digits after the point, which"
    " it cannot. `x.astype(float)` makes a copy of x that can."
)
JOIN = (
    "`np.concatenate` and its like take one list of arrays: two pairs of brackets, `np.concatenate([a, b])`."
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


def _of_scalar_index(_, line):
    if "range(" in line:
        return "`range` takes one number, but an array came: is `range(len(...))` meant?"
    if "concatenate(" in line:
        return JOIN
    return "one whole number is needed, but an array came. Which of its entries, or its length, is meant?"


def _of_place(_, line):
    values = re.search(r"\bfor (\w+) in (\w+)\b(?![.(\[])", line)
    loop = (
        f"`for {values[1]} in {values[2]}` goes through the values, not the places."
        if values
        else "Does a loop go through values, as `for i in y` does, where places are to be counted?"
    )
    return f"an index is a whole number, but something else came as one. {loop}"


def _of_whole_number(_, line):
    slash = " `/` gives a number with a point, even 4.0; `//` gives a whole one." * ("/" in line)
    return f"a whole number is needed here, but a number with a point came.{slash}"


def _of_nothing_to_go_through(_, line):
    loop = re.search(r"\bfor \w+ in (\w+)\s*[:\])]", line)
    times = f": is `range({loop[1]})` meant?" if loop else "."
    return f"one number came where several are gone through; it has no parts{times}"


def _of_keras_inputs(found, _):
    return (
        f"the number of inputs of the Keras model is {found['takes']}, but an example here has"
        f" {found['came']}. The function is to compute with the arrays that it is given, whatever their"
        " sizes."
    )


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
    (TypeError, "only integer scalar arrays", _of_scalar_index),
    (TypeError, "dispatcher for __array_function__ did not return an iterable", JOIN),
    (IndexError, "only integers, slices", _of_place),
    (TypeError, "(?:list|tuple) indices must be integers or slices, not (?:numpy.)?float", _of_place),
    (TypeError, r"'(?:numpy\.)?float\d*' object cannot be interpreted as an integer", _of_whole_number),
    (TypeError, r"'(?:numpy\.)?(?:int|float)\d*' object is not iterable", _of_nothing_to_go_through),
    (
        TypeError,
        "can't multiply sequence by non-int",
        "`*` of a tuple, a list or text is no product of numbers: it repeats what is in it. `np.array(...)`"
        " makes an array of numbers, which `*` multiplies entry by entry.",
    ),
    (
        TypeError,
        r"unsupported operand type\(s\) for .*'NoneType'",
        "None came where a number was expected. Does a function that is called here return nothing, or"
        " nothing yet?",
    ),
    (
        Exception,  # TensorFlow's own kind, which is not imported here
        r"Matrix size-incompatible: In\[0\]: \[\d+,(?P<came>\d+)\], In\[1\]: \[(?P<takes>\d+),",
        _of_keras_inputs,
    ),
    (
        ValueError,
        r"expected axis -1 of input shape to have value (?P<takes>\d+), but received input with shape"
        r" \(.*?(?P<came>\d+)\)",
        _of_keras_inputs,
    ),
]
"""Kinds of exception, a pattern of its words, and the idea: a sentence without its beginning, or its code."""
