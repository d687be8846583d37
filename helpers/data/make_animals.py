"""Write animals.npz: `python -m helpers.data.make_animals FOLDER`.

FOLDER is where the wheel animal_mnist 0.4 of the Python Package Index is unpacked; its own dependencies are
not needed. Two pixels of 16 greys share a byte.
"""

import gzip
import pickle
import sys
from pathlib import Path

import numpy as np

from helpers.data.animals import FILE, GREYS

INSIDE = "animal_mnist/data/Animal_MNIST/animal_{}_version_3.gz"


class ArraysOnly(pickle.Unpickler):
    """Reads arrays of NumPy, and refuses whatever else a pickle may hold."""

    def find_class(self, module, name):
        """Return a class of NumPy; raises UnpicklingError for any other."""
        if module.split(".")[0] != "numpy":
            raise pickle.UnpicklingError(f"{module}.{name} is not of NumPy")
        return super().find_class(module, name)


def packed(images):
    """Return images (m, 28, 28) of 0 to 255 with 16 greys, two pixels a byte, (m, 392)."""
    greys = np.rint(images.reshape(len(images), -1) / 255 * (GREYS - 1)).astype(np.uint8)
    return greys[:, ::2] << 4 | greys[:, 1::2]


def main(folder):
    """Write the file from an unpacked wheel."""
    read = {}
    for what in ("data", "label"):
        with gzip.open(Path(folder) / INSIDE.format(what)) as file:
            read[what] = ArraysOnly(file).load()
    np.savez_compressed(FILE, packed=packed(read["data"]), y=read["label"].astype(np.uint8))


if __name__ == "__main__":
    main(*sys.argv[1:])
