from helpers.checks.start import check_loss_of_three_points, check_one_neuron

__all__ = ["check_loss_of_three_points", "check_one_neuron"]
