"""What each kernel of the course's environment reads first: make copies it to .venv/etc/ipython.

The notebook's folder is the last place where modules are looked for, in the place of the first: a learner's
own helpers.py or numpy.py beside the notebooks hides nothing that the course needs, and others are found.
"""

import contextlib
import sys

with contextlib.suppress(ImportError):
    import helpers  # noqa: F401 - now, since the editable installation is found after every folder

sys.path.append("")  # IPython leaves it where it is
