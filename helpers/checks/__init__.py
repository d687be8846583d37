"""The exercises of each notebook, each with the mistakes that it knows by name.

Every public name is check_<exercise>(answer), which returns a Feedback; its docstring says what answer is.

descent  03_gradient_descent
"""

from helpers.checks.descent import (
    check_descent,
    check_epoch,
    check_gradient,
    check_learning_rate,
    check_step_by_hand,
    check_undo_scaling,
)

__all__ = [
    "check_descent",
    "check_epoch",
    "check_gradient",
    "check_learning_rate",
    "check_step_by_hand",
    "check_undo_scaling",
]
