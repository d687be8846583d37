"""Keras as others configure it: the course sets what it needs, or says in a sentence what is in its way."""

import json
import os
import subprocess
import sys


def run(code, **environment):
    command, others = [sys.executable, "-c", code], os.environ | environment
    return subprocess.run(command, env=others, capture_output=True, text=True, timeout=300)


def test_settings_of_the_machine_change_nothing(tmp_path):
    settings = {"floatx": "float16", "epsilon": 0.1, "image_data_format": "channels_first"}
    (tmp_path / "keras.json").write_text(json.dumps(settings | {"backend": "torch"}))
    done = run(
        """
from helpers import checks, training
import tensorflow as tf
config = tf.keras.config
print(config.floatx(), config.epsilon(), config.image_data_format(), config.backend())
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.05), loss="mean_squared_error")
history = model.fit(tf.ones((3, 2)), tf.ones((3, 1)), epochs=2, verbose=0)
print(model.weights[0].dtype, len(history.history["loss"]), checks.check_model(model).passed)
""",
        KERAS_HOME=str(tmp_path),
        TF_USE_LEGACY_KERAS="1",
        KERAS_BACKEND="torch",
        KERAS_MAX_EPOCHS="1",
    )
    assert done.stdout == "float32 1e-07 channels_last tensorflow\nfloat32 2 True\n", done.stderr


def test_settings_that_keras_refuses_are_named(tmp_path):
    (tmp_path / "keras.json").write_text('{"floatx": "bfloat16"}')
    done = run("import helpers.training", KERAS_HOME=str(tmp_path))
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("ImportError: Keras does not start")
    assert f"keras.json, which lies in {tmp_path}," in last


def test_keras_that_was_imported_before_with_another_version():
    done = run(
        """
import tensorflow as tf
try:
    tf.keras.layers
except ImportError:
    pass
import helpers.training
""",
        TF_USE_LEGACY_KERAS="1",
    )
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("ImportError: Keras was imported before the course")
    assert "Restart Kernel" in last
