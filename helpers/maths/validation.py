"""Clear refusals of bad input, shared by the numeric modules.

Each function returns its argument as the float array or number that the caller
goes on with, or raises ValueError or TypeError with the argument's name, what
it got and what it needs.
"""

import numbers

import numpy as np


def as_numbers(name, value):
    """Return value as a float array.

    Raises TypeError if value does not hold real numbers.
    """
    try:
        array = np.asarray(value)
    except ValueError as error:  # rows of different lengths
        raise TypeError(f"{name} must be an array of numbers, got rows of different lengths") from error
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{name} must be an array of real numbers, got {array.dtype} values")
    return array.astype(float)


def as_data(name, value, ndim):
    """Return value as a float array with ndim dimensions, at least one entry and no NaN or inf."""
    array = as_numbers(name, value)
    needed = {1: "(m,)", 2: "(m, n)", 3: "(m, h, w)", 4: "(m, h, w, j)"}[ndim]
    if array.ndim != ndim:
        hint = ""
        if ndim == 1 and array.ndim == 2 and 1 in array.shape:
            hint = f"; {name}.ravel() makes it one-dimensional"
        if ndim == 2 and array.ndim == 1:
            hint = f"; {name}[:, None] makes it one column"
        raise ValueError(f"{name} has shape {array.shape} but {needed} is needed{hint}")
    if array.size == 0:
        raise ValueError(f"{name} is empty, with shape {array.shape}; at least one example is needed")
    if not np.isfinite(array).all():
        where = tuple(int(k) for k in np.argwhere(~np.isfinite(array))[0])
        raise ValueError(f"{name} holds {array[where]} at index {where}; every entry must be a finite number")
    return array


def as_examples(X, y):
    """Return X (m, n) and y (m,) as float arrays of the same length."""
    X, y = as_data("X", X, 2), as_data("y", y, 1)
    if len(X) != len(y):
        raise ValueError(f"X has {len(X)} rows but y has {len(y)} entries; each row of X needs one target")
    return X, y


def as_parameters(theta, columns):
    """Return theta as a float array of shape (columns,); inf and NaN pass, since descents diverge."""
    theta = as_numbers("theta", theta)
    if theta.shape != (columns,):
        raise ValueError(
            f"theta has shape {theta.shape} but X has {columns} columns, so theta must have shape"
            f" ({columns},); X holds x0 = 1 in column 0 (see add_bias)"
        )
    return theta


def positive(name, value):
    """Return value as a float; raises unless it is a positive, finite number."""
    _refuse_no_number(name, value)
    if not 0 < value < np.inf:
        raise ValueError(f"{name} must be positive and finite, got {value}")
    return float(value)


def not_negative(name, value):
    """Return value as a float; raises unless it is zero or a positive, finite number."""
    _refuse_no_number(name, value)
    if not 0 <= value < np.inf:
        raise ValueError(f"{name} must be zero or a positive, finite number, got {value}")
    return float(value)


def fraction(name, value):
    """Return value as a float; raises unless it is a number from 0 to 1."""
    _refuse_no_number(name, value)
    if not 0 <= value <= 1:
        raise ValueError(f"{name} must lie between 0 and 1, got {value}")
    return float(value)


def whole(name, value, low, high=None):
    """Return value as an int; raises unless it is a whole number of at least low and at most high."""
    if isinstance(value, bool) or not isinstance(value, numbers.Integral):
        raise TypeError(f"{name} must be a whole number, got {value!r}")
    if value < low:
        raise ValueError(f"{name} must be at least {low}, got {value}")
    if high is not None and value > high:
        raise ValueError(f"{name} must be at most {high}, got {value}")
    return int(value)


def _refuse_no_number(name, value):
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError(f"{name} must be a number, got {value!r}")
