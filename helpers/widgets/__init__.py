"""The explorers of each notebook, in one file a notebook, by the name that it has in helpers/course.py.

Every public function of those files is a name here. It works with no argument and returns an Explorer.
line_scene holds what several of them share, the points of a line and the bowl of their loss;
animals_shown the animals.
"""

from importlib import import_module
from inspect import isfunction
from pkgutil import iter_modules

from helpers.course import NOTEBOOKS


def _explorers():
    """Return the public functions that the notebooks' files define, by name."""
    files = {file.name for file in iter_modules(__path__)}
    modules = [import_module(f"{__name__}.{one.name}") for one in NOTEBOOKS if one.name in files]
    return {
        name: thing
        for module in modules
        for name, thing in vars(module).items()
        if isfunction(thing) and thing.__module__ == module.__name__ and not name.startswith("_")
    }


__all__ = sorted(_explorers())
globals().update(_explorers())
