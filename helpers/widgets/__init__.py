"""The explorers of each notebook.

Every public name is a function that works with no argument and returns an Explorer.

start      00_start_here
"""

from helpers.widgets.start import line_by_hand

__all__ = ["line_by_hand"]
