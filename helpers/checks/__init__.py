"""The exercises of each notebook, each with the mistakes that it knows by name.

Every public name is check_<exercise>(answer), which returns a Feedback; its docstring says what answer is.

start      00_start_here
structure  01_network_structure
loss       02_loss
descent    03_gradient_descent
keras      04_keras_linear_regression
"""

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
from helpers.checks.loss import (
    check_careful_loss,
    check_half_and_mean,
    check_loss,
    check_many_losses,
    check_three_points,
)
from helpers.checks.start import check_loss_of_three_points, check_one_neuron
from helpers.checks.structure import (
    check_count,
    check_forward,
    check_gates,
    check_joined,
    check_layer_shapes,
    check_xor,
)

__all__ = [
    "check_careful_loss",
    "check_count",
    "check_curves",
    "check_descent",
    "check_epoch",
    "check_forward",
    "check_from_keras",
    "check_gates",
    "check_gradient",
    "check_half_and_mean",
    "check_joined",
    "check_keras_output",
    "check_layer_shapes",
    "check_learning_rate",
    "check_loss",
    "check_loss_of_three_points",
    "check_many_losses",
    "check_model",
    "check_one_neuron",
    "check_step_by_hand",
    "check_three_points",
    "check_undo_scaling",
    "check_updates",
    "check_xor",
]
