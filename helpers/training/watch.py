"""A callback that shows a Keras training while it runs."""

from helpers.training.start import tf


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
