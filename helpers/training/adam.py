"""Training by Adam, the learning rate rising first, then falling to 0."""

from helpers.training.start import tf


def rate(largest, steps):
    """Return a learning rate that rises over a tenth of the steps, then falls to 0 along a cosine."""
    warm = steps // 10
    return tf.keras.optimizers.schedules.CosineDecay(
        largest / 10, steps - warm, warmup_target=largest, warmup_steps=warm
    )


def learn(model, X, y, *, epochs, batch, largest, callbacks=()):
    """Train a model that gives scores of classes.

    X        as the model takes it
    y        (m,)  classes
    largest  learning rate
    """
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(tf.keras.optimizers.Adam(rate(largest, epochs * -(-len(y) // batch))), loss)
    model.fit(X, y, batch_size=batch, epochs=epochs, verbose=0, callbacks=list(callbacks))
