"""The explorers of each notebook.

Every public name is a function that works with no argument and returns an Explorer.

start      00_start_here
structure  01_network_structure
loss       02_loss
descent    03_gradient_descent
keras      04_keras_linear_regression
onward     13_where_next

line_scene holds what several of them share: the points of a line and the bowl of their loss.
"""

from helpers.widgets.descent import (
    batches,
    descent_steps,
    feature_scaling,
    learning_rate,
    slope_by_nudging,
)
from helpers.widgets.keras import keras_settings, network_replay, training_replay
from helpers.widgets.loss import loss_bowl, one_number, outlier
from helpers.widgets.onward import overfitting
from helpers.widgets.start import line_by_hand
from helpers.widgets.structure import curve_builder, network, neuron, xor

__all__ = [
    "batches",
    "curve_builder",
    "descent_steps",
    "feature_scaling",
    "keras_settings",
    "learning_rate",
    "line_by_hand",
    "loss_bowl",
    "network",
    "network_replay",
    "neuron",
    "one_number",
    "outlier",
    "overfitting",
    "slope_by_nudging",
    "training_replay",
    "xor",
]
