"""A small GPT in Keras, its training, and its weights as NumPy takes them."""

import numpy as np

from helpers.maths.transformer import EPSILON, GPT, Block, Heads, Norm
from helpers.training import adam
from helpers.training.start import tf

BATCH, RATE = 32, 0.003
"""Of a training: pieces of text of a step, largest learning rate."""


class Positions(tf.keras.layers.Layer):
    """Adds a vector of its own to each place of a text."""

    def __init__(self, context, **others):
        super().__init__(**others)
        self.context = context

    def build(self, shape):
        """Make the table, (context, width)."""
        self.table = self.add_weight(shape=(self.context, shape[-1]), initializer="uniform", name="table")

    def call(self, X):
        """Return X (m, t, d) with the vector of each place added."""
        return X + self.table[: tf.shape(X)[1]]


def block(x, heads, name):
    """Return x (m, t, d) after a block: attention, then a small network, both added to what came in."""
    width = x.shape[-1]
    normed = tf.keras.layers.LayerNormalization(epsilon=EPSILON, name=f"{name}_before_heads")(x)
    attention = tf.keras.layers.MultiHeadAttention(heads, width // heads, name=f"{name}_heads")
    x = x + attention(normed, normed, use_causal_mask=True)
    normed = tf.keras.layers.LayerNormalization(epsilon=EPSILON, name=f"{name}_before_network")(x)
    hidden = tf.keras.layers.Dense(4 * width, activation="relu", name=f"{name}_first")(normed)
    return x + tf.keras.layers.Dense(width, name=f"{name}_second")(hidden)


def gpt(symbols, width=64, context=64, blocks=1, heads=4):
    """Return a small GPT: numbers of symbols (m, t) -> scores of what comes next (m, t, symbols)."""
    numbers = tf.keras.Input((None,), dtype="int32")
    x = Positions(context, name="positions")(
        tf.keras.layers.Embedding(symbols, width, name="tokens")(numbers)
    )
    for number in range(1, blocks + 1):
        x = block(x, heads, f"block{number}")
    x = tf.keras.layers.LayerNormalization(epsilon=EPSILON, name="last")(x)
    return tf.keras.Model(numbers, tf.keras.layers.Dense(symbols, name="scores")(x))


def learn(model, numbers, steps, callbacks=(), seed=0):
    """Train a model on pieces of a text, by Adam, the learning rate rising first, then falling to 0.

    numbers  (m,)  of the characters of the text
    steps    of BATCH pieces each, from places drawn by the seed

    Raises ValueError if there are not more numbers than the model has positions.
    """
    context = model.get_layer("positions").context
    if len(numbers) <= context:
        raise ValueError(
            f"the text has {len(numbers)} characters; more than {context} are needed, far more to learn from"
        )
    starts = np.random.default_rng(seed).integers(0, len(numbers) - context, steps * BATCH)
    pieces = np.asarray(numbers, dtype="int32")[starts[:, None] + np.arange(context + 1)]
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(tf.keras.optimizers.Adam(adam.rate(RATE, steps), clipnorm=1.0), loss)
    model.fit(
        pieces[:, :-1], pieces[:, 1:], batch_size=BATCH, shuffle=False, verbose=0, callbacks=list(callbacks)
    )


def as_numpy(model):
    """Return a `gpt` model as helpers.maths.transformer takes it."""

    def of(name):
        return [np.asarray(values, dtype=float) for values in model.get_layer(name).get_weights()]

    def one(name):
        heads, first, second = (of(f"{name}_{part}") for part in ("heads", "first", "second"))
        norms = [Norm(*of(f"{name}_before_{part}")) for part in ("heads", "network")]
        return Block(norms[0], Heads(*heads), norms[1], *first, *second)

    names = [layer.name for layer in model.layers]
    blocks = [
        one(name.removesuffix("_heads")) for name in names if name.endswith("_heads") and "before" not in name
    ]
    return GPT(*of("tokens"), *of("positions"), blocks, Norm(*of("last")), *of("scores"))
