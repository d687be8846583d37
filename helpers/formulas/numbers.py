"""One number in LaTeX, rounded, and signed where it is added to something; numbers that carry a result."""

import math
from decimal import Decimal

MOST = 9
"""Of digits behind the point that a number is given so that it carries a result."""


def number(value, digits=2):
    r"""Return value in LaTeX, rounded to so many digits behind the point; infinity as \infty, never -0."""
    if math.isnan(value):
        return r"\text{undefined}"
    if math.isinf(value):
        return r"\infty" if value > 0 else r"-\infty"
    text = f"{value:.{digits}f}"
    return text.removeprefix("-") if float(text) == 0 else text


def size(value, digits=2):
    r"""Return value in LaTeX, as a \times 10^{b} where it is too small or too large for so many digits."""
    if not math.isfinite(value) or value == 0 or 10.0**-digits <= abs(value) < 1e4:
        return number(value, digits)
    head, power = f"{value:.{max(digits - 1, 1)}e}".split("e")
    return rf"{head} \times 10^{{{int(power)}}}"


def signed(value, digits=2):
    """Return value in LaTeX with its sign in front, to be added: "+ 3.00" or "- 1.20"."""
    return added(number(value, digits))


def factor(value, digits=2):
    """Return value in LaTeX as a factor: in brackets if it is negative."""
    return bracketed(number(value, digits))


def added(text):
    """Return a number in LaTeX with its sign in front, as `signed` does."""
    return f"- {text[1:]}" if text.startswith("-") else f"+ {text}"


def bracketed(text):
    """Return a number in LaTeX as a factor: in brackets if it is negative or holds a product."""
    return f"({text})" if text.startswith("-") or "times" in text else text


def significant(value, digits=3):
    """Return value in LaTeX with so many digits, zeros in front not counted, or with all before the point."""
    if not math.isfinite(value):
        return number(value)
    power = int(f"{value:.{digits - 1}e}".partition("e")[2])  # of the value once rounded: 0.9999 is 1.00
    return number(value, max(digits - 1 - power, 0))


def exact(value, digits=2, say=number, most=MOST):
    """Return value in LaTeX with all its digits, at least so many: 0.0107 as it is, 0.5 as "0.50".

    For what a control gives, which has few. What has more digits than most is rounded to that.
    """
    texts = [say(value, many) for many in range(digits, most + 1)]
    return next((text for text in texts if _is_all(text, value)), texts[-1])


def carrying(values, *results, digits=2, say=number):
    """Return values in LaTeX, with as few digits as carry the results; at least so many, no zeros beyond.

    results  pairs of a function of the values, and what it comes to as it is shown, in LaTeX
    say      writes a number in so many digits: `number`, `size` or `significant`
    """
    for most in range(digits, MOST + 1):
        texts = [exact(value, digits, say, most) for value in values]
        if all(carries(compute(*map(read, texts)), shown) for compute, shown in results):
            break
    return texts


def carries(value, shown):
    """Return whether value is what is shown, in LaTeX, within half a unit of its last digit.

    Infinity and what is undefined have no digits: anything carries them.
    """
    if not (math.isfinite(value) and math.isfinite(read(shown))):
        return True
    unit = 10.0 ** Decimal(_as_python(shown)).as_tuple().exponent
    return abs(value - read(shown)) <= 0.5 * unit * (1 + 1e-9)  # a tie may be rounded either way


def read(text):
    """Return the number that `number` or `size` shows in LaTeX."""
    return float(_as_python(text))


def _as_python(text):
    for latex, python in ((r" \times 10^{", "e"), (r"\text{undefined", "nan"), (r"\infty", "inf"), ("}", "")):
        text = text.replace(latex, python)
    return text


def _is_all(text, value):
    """Return whether a value is shown to its last digit, errors of rounding aside."""
    return math.isnan(value) or math.isclose(read(text), value, rel_tol=1e-13, abs_tol=1e-13)
