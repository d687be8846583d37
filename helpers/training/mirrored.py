"""One training on one device and on two: a program, which needs a Python of its own.

A machine with one processor can pretend to have two devices, but only before TensorFlow has looked for them.
"""

import subprocess
import sys

import numpy as np

EXAMPLES, BATCH, EPOCHS, ALPHA = 256, 64, 2, 0.1


def run():
    """Return what this program prints, run in a Python of its own; raises CalledProcessError if it fails."""
    command = [sys.executable, __file__]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603


def main():
    """Train the same network on one device and on two of the same processor; print how far apart they end."""
    import tensorflow as tf

    cpu = tf.config.list_physical_devices("CPU")[0]
    tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
    one = _trained(tf, tf.distribute.get_strategy())
    two = _trained(tf, tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"]))
    print("weights on two devices as on one, to 1e-5:", bool(np.abs(one - two).max() < 1e-5))


def _trained(tf, strategy):
    """Return all weights of a network of 64-32-10 after a training, (2410,)."""
    keras, rng = tf.keras, np.random.default_rng(0)
    X, y = rng.standard_normal((EXAMPLES, 64)).astype("float32"), rng.integers(0, 10, EXAMPLES)
    with strategy.scope():
        keras.utils.set_random_seed(0)
        layers = [keras.layers.Dense(32, "relu"), keras.layers.Dense(10)]
        model = keras.Sequential([keras.Input((64,)), *layers])
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile(keras.optimizers.SGD(ALPHA), loss)
    model.fit(X, y, batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0)
    return np.concatenate([np.ravel(weights) for weights in model.get_weights()])


if __name__ == "__main__":
    main()
