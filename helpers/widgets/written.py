"""Numbers that a learner types into a field, row by row."""

import numpy as np


def rows(written, shape, largest, number=float):
    """Return the numbers of a text such as "1 2; 3 4", an array; None if it does not name just those.

    shape    rows, and numbers in each
    largest  that a number may be, with either sign
    number   what each is: float or int
    """
    try:
        read = [[number(each) for each in row.replace("−", "-").split()] for row in written.split(";")]
        found = np.array(read)
    except ValueError:  # also where the rows are of different lengths
        return None
    return found if found.shape == shape and (np.abs(found) <= largest).all() else None
