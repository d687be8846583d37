"""The parameters of Keras models as the course's theta and layers, and back."""

import numpy as np

from helpers.maths.network import Layer
from helpers.training.start import tf


def theta(model):
    """Return the parameters of a Keras model with one neuron as the course's theta.

    model    its weights are W (n, 1) and b (1,)
    returns  (n+1,)  b, then the weights

    Raises ValueError if the model has other weights.
    """
    weights = model.get_weights()
    shapes = [weight.shape for weight in weights]
    if len(shapes) != 2 or shapes[1] != (1,):
        raise ValueError(f"model has weights of shapes {shapes}; one neuron has (n, 1) and (1,)")
    W, b = weights
    return np.concatenate([b, W[:, 0]]).astype(float)  # (1,) and (n,) -> (n+1,)


def set_theta(model, theta):
    """Set the parameters of a Keras model with one neuron.

    theta  (n+1,)  the bias, then the weights
    """
    theta = np.asarray(theta, dtype=float)
    model.set_weights([theta[1:, None], theta[:1]])  # W (n, 1), b (1,)


def layers(model):
    """Return the layers of a Keras model of Dense layers, as `network.forward` takes them.

    returns  list of network.Layer

    Raises ValueError if a layer is not Dense.
    """
    for layer in model.layers:
        if not isinstance(layer, tf.keras.layers.Dense):
            raise ValueError(f"layer {layer.name} is a {type(layer).__name__}; every layer must be Dense")
    return [
        Layer(
            *(weight.astype(float) for weight in layer.get_weights()),
            layer.activation.__name__.replace("linear", "identity"),
        )
        for layer in model.layers
    ]
