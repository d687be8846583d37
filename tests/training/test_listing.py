"""The chapter's listing, run as it is printed in the notebook, and the fast form of it."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from helpers import data, training
from helpers.maths import linear

# isort: split
import tensorflow as tf

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "04_keras_linear_regression.ipynb"
REPORT = """
import json
W, b = model.get_weights()
answer = {"W": W.tolist(), "b": b.tolist(), "X": X.tolist(), "Y": Y.tolist(), "y_pred": y_pred.tolist()}
print("\\n" + json.dumps(answer))
"""


def listing():
    """Return the code of the cell that shows the listing."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    (shown,) = [source for source in sources if source.startswith("```python\n")]
    return shown.removeprefix("```python\n").removesuffix("\n```")


def test_the_listing_is_the_one_that_is_printed():
    lines = [line for line in listing().splitlines() if line and not line.startswith("#")]
    assert lines == [
        "import tensorflow as tf",
        "import numpy as np",
        "X = np.random.rand(100, 1)",
        "Y = 3 * X + 2 + np.random.randn(100, 1) * 0.5",
        "model = tf.keras.Sequential([",
        "    tf.keras.layers.Dense(1, input_shape=(1,))",
        "])",
        "model.compile(optimizer='sgd', loss='mean_squared_error')",
        "model.fit(X, Y, epochs=1000)",
        "y_pred = model.predict(X)",
    ]


def test_the_listing_runs_as_printed():
    """Takes about a minute: 1000 epochs, printed one by one.

    The data are random, without a seed. The standard errors of the best slope and
    intercept are 0.17 and 0.10, so the ranges around 3 and 2 span 6 of them. Keras
    itself must come much nearer to least squares on the same data.
    """
    done = subprocess.run(
        [sys.executable, "-c", listing() + REPORT], capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Epoch 1000/1000" in done.stdout
    assert "Do not pass an `input_shape`" in done.stderr
    answer = {name: np.array(value) for name, value in json.loads(done.stdout.splitlines()[-1]).items()}
    X, y = linear.add_bias(answer["X"]), answer["Y"][:, 0]
    theta = np.concatenate([answer["b"], answer["W"][0]])
    assert theta == pytest.approx([2, 3], abs=1.1)
    assert abs(theta[0] - 2) < 0.65
    assert theta == pytest.approx(linear.least_squares(X, y), abs=0.2)
    assert answer["y_pred"].shape == (100, 1)
    assert answer["y_pred"][:, 0] == pytest.approx(linear.predict(theta, X), abs=1e-4)


def test_the_fast_form_comes_to_the_same_line():
    X, y = data.line()
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mean_squared_error", steps_per_execution=400)
    examples = tf.data.Dataset.from_tensor_slices((X.astype("float32"), y[:, None].astype("float32")))
    batches = examples.cache().shuffle(100).batch(32).repeat()
    assert [len(inputs) for inputs, _ in batches.take(5)] == [32, 32, 32, 4, 32]
    model.fit(batches, epochs=10, steps_per_epoch=400, shuffle=False, verbose=0)
    assert int(model.optimizer.iterations.numpy()) == 4000
    best = linear.least_squares(linear.add_bias(X), y)
    assert training.theta(model) == pytest.approx(best, abs=0.15)
