"""Numbers to plain words, for what an explorer says of its picture; below zero with the minus sign U+2212."""

import math

from helpers.formulas import numbers

MINUS = "−"
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value, digits=2):
    """Return value rounded to so many digits behind the point; never -0, nor inf, which says nothing."""
    if not math.isfinite(value):
        return "beyond the largest number"
    return numbers.number(value, digits).replace("-", MINUS)


def size(value, digits=2):
    """Return value as `number` does; 1.2 × 10⁻⁵ where it is too small or too large for so many digits."""
    if not math.isfinite(value) or value == 0 or 10.0**-digits <= abs(value) < 1e4:
        return number(value, digits)
    head, power = f"{value:.1e}".split("e")
    return f"{head} × 10{str(int(power)).translate(RAISED)}".replace("-", MINUS)


def carrying(value, compute, result, digits=2):
    """Return value with as few digits as carry compute(value), which is said as result; at least so many."""
    (text,) = numbers.carrying([value], (compute, result.replace(MINUS, "-")), digits=digits)
    return text.replace("-", MINUS)


def signed(value, digits=2):
    """Return value with its sign in front, to be added: "+ 3.00" or "− 1.20"."""
    return numbers.signed(value, digits).replace("-", MINUS)


def change(value, digits=2):
    """Return value with its sign, as one word: "+3.00" or "−1.20"."""
    return signed(value, digits).replace(" ", "")


def pair(values, digits=2, say=number):
    """Return two numbers as the coordinates of a point; say is `number` or `size`."""
    return f"({say(values[0], digits)}, {say(values[1], digits)})"


def line(theta, *, slope_first=False):
    """Return what a line of theta (2,) is equal to: "2.00 + 3.00 x", or "3.00 x + 2.00"."""
    if not all(map(math.isfinite, theta)):
        return "undefined, since its numbers have overflowed"
    if slope_first:
        return f"{number(theta[1])} x {signed(theta[0])}"
    return f"{number(theta[0])} {signed(theta[1])} x"


def count(how_many, one, many=None):
    """Return how many of something there are: "1 step", "2 steps"; many is the plural, if not one + s."""
    return f"{how_many} {one if how_many == 1 else many or one + 's'}"


def alike(values):
    """Return whether numbers are the same but for rounding, so that none can be called the largest."""
    return max(values) - min(values) < 1e-9


def millions(value, unit="million"):
    """Return a large number in millions, three digits: "128 million", "2.41 million"; a small one whole."""
    if value < 1e5:
        return f"{value:,}"
    digits = max(0, 2 - int(math.log10(value / 1e6))) if value >= 1e6 else 3
    return f"{value / 1e6:.{digits}f} {unit}"


def character(one):
    """Return what a character is called: “a”, or what leaves no ink."""
    return {" ": "the space", "\n": "the new line"}.get(one, f"“{one}”")
