"""TensorFlow, started without the log lines that C++ writes, and Keras with the settings it ships with.

What a machine's environment or its keras.json set otherwise is set here, in this process alone.
"""

import contextlib
import os
import sys


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


_ENVIRONMENT = {"KERAS_BACKEND": "tensorflow", "TF_USE_LEGACY_KERAS": "0"}
_LIMITS = ("KERAS_MAX_EPOCHS", "KERAS_MAX_STEPS_PER_EPOCH")
_EARLIER = (
    "Keras was imported before the course, with settings that it cannot use. Choose Restart Kernel in the"
    " Kernel menu, and run the first cells of this notebook before anything else imports TensorFlow or Keras."
)
_FILE = (
    "Keras does not start, since its file of settings holds what it does not know. Mend or remove keras.json,"
    " which lies in {}, and restart the kernel."
)


def _import():
    """Return TensorFlow, which has looked for its devices; raises ImportError with what is in Keras's way."""
    os.environ.update(_ENVIRONMENT)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # for what C++ says later: errors alone
    for limit in _LIMITS:  # of a program that was to be tried quickly: every training would be cut short
        os.environ.pop(limit, None)
    try:
        with silenced():
            import tensorflow as tf

            tf.constant(1.0) + 1.0  # the first operation looks for devices, and says so
            version, backend = tf.keras.__version__, tf.keras.backend.backend()  # this imports Keras
    except RecursionError as error:  # an earlier look has failed
        raise ImportError(_EARLIER) from error
    except (AssertionError, AttributeError, TypeError, ValueError) as error:  # Keras, on its file
        raise ImportError(_FILE.format(os.environ.get("KERAS_HOME", "~/.keras"))) from error
    if not version.startswith("3.") or backend != "tensorflow":
        raise ImportError(_EARLIER)
    return tf


def _set_keras():
    """Give Keras the settings that it has when no file says otherwise."""
    tf.keras.backend.set_floatx("float32")
    tf.keras.backend.set_epsilon(1e-7)
    tf.keras.backend.set_image_data_format("channels_last")
    tf.keras.config.set_dtype_policy("float32")  # what an earlier floatx has left


tf = _import()
_set_keras()
tf.get_logger().setLevel("ERROR")  # many small models: warnings that their functions are traced anew
