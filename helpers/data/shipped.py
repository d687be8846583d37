"""The files of arrays that the course ships: read whole, or refused by name."""

import zipfile
import zlib

import numpy as np


def arrays(path):
    """Return a dict of the arrays in a file of helpers/data.

    Raises FileNotFoundError if it is not there, ValueError if it is damaged; both name it.
    """
    if not path.exists():
        raise FileNotFoundError(f"{path.name} is missing in {path.parent}: get the course anew")
    try:
        with path.open("rb") as file, np.load(file) as held:
            return {name: held[name] for name in held.files}
    except (ValueError, EOFError, OSError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(f"{path.name} in {path.parent} is damaged ({error}): get the course anew") from error
