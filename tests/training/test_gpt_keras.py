"""The small GPT in Keras and in NumPy."""

import numpy as np
import pytest

from helpers.maths import attention, transformer
from helpers.training import gpt
from helpers.training.start import tf

RNG = np.random.default_rng(2)


def disturbed(model):
    """Return the model with other numbers everywhere, also where a new one has 0 and 1."""
    for weight in model.weights:
        weight.assign(np.asarray(weight) + RNG.uniform(0.05, 0.2, weight.shape).astype("float32"))
    return model


@pytest.mark.parametrize(("blocks", "heads"), [(1, 4), (2, 2)])
def test_numpy_gives_keras_scores(blocks, heads):
    model = disturbed(gpt.gpt(11, width=16, context=12, blocks=blocks, heads=heads))
    net = gpt.as_numpy(model)
    for length in (1, 5, 12):
        numbers = RNG.integers(0, 11, length)
        theirs = model(numbers[None]).numpy()[0]
        assert transformer.forward(net, numbers) == pytest.approx(theirs, rel=1e-3, abs=1e-3)
    assert model.count_params() == transformer.parameters(11, 16, 12, blocks)


@pytest.mark.parametrize("causal", [True, False])
def test_attention_is_keras_attention(causal):
    Q, K, V = (RNG.standard_normal((6, 4)).astype("float32") for _ in range(3))
    layer = tf.keras.layers.Attention(use_scale=False)
    theirs = layer([(Q / 2)[None], V[None], K[None]], use_causal_mask=causal).numpy()[0]  # 2: root of 4
    assert attention.mixed(Q, K, V, causal) == pytest.approx(theirs, abs=1e-5)


def test_a_norm_is_keras_layer_normalisation():
    X = RNG.standard_normal((5, 8)).astype("float32")
    layer = tf.keras.layers.LayerNormalization(epsilon=transformer.EPSILON)
    theirs = layer(X).numpy()
    assert transformer.Norm(np.ones(8), np.zeros(8))(X) == pytest.approx(theirs, abs=1e-5)


def test_it_learns_what_repeats():
    numbers = np.tile([0, 3, 1, 2, 1], 200)
    tf.keras.utils.set_random_seed(0)
    model = gpt.gpt(4, width=16, context=16, blocks=1, heads=2)
    before = transformer.losses(gpt.as_numpy(model), numbers[:100], 8).mean()
    gpt.learn(model, numbers, 60)
    after = transformer.losses(gpt.as_numpy(model), numbers[:100], 8).mean()
    assert after < 0.1 < before
    assert transformer.expected(gpt.as_numpy(model), [0, 3, 1, 2]).argmax() == 1


def test_a_text_that_is_too_short_is_refused():
    with pytest.raises(ValueError, match="the text has 12 characters; more than 12 are needed"):
        gpt.learn(gpt.gpt(4, width=8, context=12, heads=2), np.zeros(12, dtype=int), 1)
