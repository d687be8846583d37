"""The exercises of each notebook; completed below."""

from helpers.checks.descent import (
    check_descent,
    check_epoch,
    check_gradient,
    check_learning_rate,
    check_step_by_hand,
    check_undo_scaling,
)
from helpers.checks.keras import (
    check_curves,
    check_from_keras,
    check_keras_output,
    check_model,
    check_updates,
)
from helpers.checks.start import check_loss_of_three_points, check_one_neuron

__all__ = [
    "check_curves",
    "check_descent",
    "check_epoch",
    "check_from_keras",
    "check_gradient",
    "check_keras_output",
    "check_learning_rate",
    "check_loss_of_three_points",
    "check_model",
    "check_one_neuron",
    "check_step_by_hand",
    "check_undo_scaling",
    "check_updates",
]
