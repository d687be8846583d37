"""TensorFlow, started without the log lines that C++ writes to standard error."""

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


os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # for what C++ says later: errors alone
with silenced():
    import tensorflow as tf

    tf.constant(1.0) + 1.0  # the first operation looks for devices, and says so
tf.get_logger().setLevel("ERROR")  # many small models: warnings that their functions are traced anew
