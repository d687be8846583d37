"""A callback that shows a Keras training while it runs."""

from helpers.training.start import tf


class Watch(tf.keras.callbacks.Callback):
    """A callback for `fit` that shows a training while it runs.

    replay      its `append` is called with the parameters after each epoch, `catch_up` at the end
    parameters  the model -> what `append` takes: `theta`, `layers` or a function of one's own
    every       steps after which `append` is called, in place of an epoch; 0 for epochs
    """

    def __init__(self, replay, parameters, every=0):
        super().__init__()
        self._replay, self._parameters, self._every, self._steps = replay, parameters, every, 0

    def on_train_batch_end(self, batch, logs=None):
        """Hand over the parameters that so many steps have left."""
        self._steps += 1
        if self._every and self._steps % self._every == 0:
            self._replay.append(self._parameters(self.model))

    def on_epoch_end(self, epoch, logs=None):
        """Hand over the parameters that the epoch has left."""
        if not self._every:
            self._replay.append(self._parameters(self.model))

    def on_train_end(self, logs=None):
        """Show the last epoch, whatever was skipped on the way."""
        self._replay.catch_up()


class Record(list):
    """What Watch may append to where nothing is shown."""

    def catch_up(self):
        """Show nothing."""
