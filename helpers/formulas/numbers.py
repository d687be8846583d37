"""One number in LaTeX: rounded, and signed where it is added to something."""

import math


def number(value, digits=2):
    r"""Return value in LaTeX, rounded to so many digits behind the point; infinity as \infty, never -0."""
    if math.isnan(value):
        return r"\text{undefined}"
    if math.isinf(value):
        return r"\infty" if value > 0 else r"-\infty"
    text = f"{value:.{digits}f}"
    return text.removeprefix("-") if float(text) == 0 else text


def signed(value, digits=2):
    """Return value in LaTeX with its sign in front, to be added: "+ 3.00" or "- 1.20"."""
    text = number(value, digits)
    return f"- {text[1:]}" if text.startswith("-") else f"+ {text}"


def factor(value, digits=2):
    """Return value in LaTeX as a factor: in brackets if it is negative."""
    text = number(value, digits)
    return f"({text})" if text.startswith("-") else text
