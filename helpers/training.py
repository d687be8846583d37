"""What the Keras notebooks share; the only module that imports TensorFlow.

Import it before TensorFlow itself: it starts TensorFlow without the log lines
that C++ writes to standard error.
"""

import contextlib
import os
import sys

import numpy as np

from helpers.network import Layer


@contextlib.contextmanager
def silenced():
    """Send what is written to file descriptor 2, standard error, nowhere while the context lasts.

    C++ code writes to the descriptor itself, out of reach of `sys.stderr`. The
    descriptor is restored whatever happens; where there is none, nothing is done.
    """
    try:
        kept = os.dup(2)
    except OSError:  # a program without a standard error
        yield
        return
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # for what C++ says later: errors alone
with silenced():
    import tensorflow as tf

    tf.constant(1.0) + 1.0  # the first operation looks for devices, and says so
tf.get_logger().setLevel("ERROR")  # many small models: warnings that their functions are traced anew


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


class Watch(tf.keras.callbacks.Callback):
    """A callback for `fit` that shows a training while it runs.

    replay      its `append` is called with the parameters after each epoch, `catch_up` at the end
    parameters  the model -> what `append` takes: `theta` or `layers`
    """

    def __init__(self, replay, parameters):
        super().__init__()
        self._replay, self._parameters = replay, parameters

    def on_epoch_end(self, epoch, logs=None):
        """Hand over the parameters that the epoch has left."""
        self._replay.append(self._parameters(self.model))

    def on_train_end(self, logs=None):
        """Show the last epoch, whatever was skipped on the way."""
        self._replay.catch_up()
