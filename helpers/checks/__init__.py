"""The exercises of each notebook, in one file a notebook, by the name that it has in helpers/course.py.

Every check_<exercise> of those files is a name here: called with an answer, it returns a Feedback, and its
docstring says what the answer is.
"""

from importlib import import_module
from pkgutil import iter_modules

from helpers.course import NOTEBOOKS


def _checks():
    """Return the checks that the notebooks' files define, by name."""
    files = {file.name for file in iter_modules(__path__)}
    modules = [import_module(f"{__name__}.{one.name}") for one in NOTEBOOKS if one.name in files]
    return {
        name: check for module in modules for name, check in vars(module).items() if name.startswith("check_")
    }


__all__ = sorted(_checks())
globals().update(_checks())
