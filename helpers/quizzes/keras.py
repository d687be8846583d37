"""The quiz of notebook 04."""

from helpers.learner.questions import Choice, Number, Several, named, right, wrong
from helpers.learner.quiz import Quiz

QUESTIONS = named(
    "04",
    [
        Number(
            "same_path",
            "Keras trains with `SGD(learning_rate=0.05)` and `mean_squared_error`. "
            "Which $\\alpha$ gives our own descent on $L$ the same path?",
            0.1,
            "Keras's loss is 2L, so its gradient is twice ours; our α has to be twice its learning rate.",
            "What Keras calls the loss is 2L. "
            "How large is its gradient beside ours, and what makes up for that?",
            tolerance=0.001,
            mistakes={
                0.05: "Then our steps are half as long: Keras's loss, and so its gradient, is twice ours.",
                0.025: "The factor 2 went to the wrong side: our gradient is the smaller one.",
                0.2: "Twice, not four times: the gradient grows with the loss, not with its square.",
                0.01: "That is Keras's default. Here the learning rate is given.",
                0.02: "That belongs to Keras's default, 0.01. Here the learning rate is 0.05.",
            },
        ),
        Number(
            "updates",
            "`model.fit(X, Y, epochs=50, batch_size=20)` with 90 examples. How many updates are made?",
            250,
            "The batches are 20, 20, 20, 20 and 10: five updates an epoch, and 50 epochs.",
            "Cut 90 examples into batches of 20. "
            "How many are there, the last one included? That in each epoch.",
            mistakes={
                200: "The last batch, of 10 examples, makes an update too.",
                225: "4.5 batches an epoch: the short one is an update like the others.",
                4500: "That is an update for each example. The examples of a batch share one.",
                50: "That is one update an epoch. Each batch makes one.",
                1000: "Epochs times batch size is no number of updates. How many batches does an epoch have?",
                5: "That is one epoch.",
            },
        ),
        Choice(
            "dense",
            "The data have three features. What does `Dense(1)` hold after `Input((3,))`?",
            [
                wrong(
                    "One weight and one bias",
                    "The 1 counts neurons, not weights. The neuron has a weight for each input.",
                ),
                right(
                    "Three weights and one bias",
                    "One neuron, with a weight for each feature: h = XW + b, where W is (3, 1).",
                ),
                wrong(
                    "Four weights, one of them for the column of ones",
                    "Keras needs no column of ones. What stood beside it, θ₀, is the bias b.",
                ),
                wrong(
                    "Three weights and three biases",
                    "The features are no neurons. The one neuron adds its bias once.",
                ),
            ],
        ),
        Choice(
            "wave",
            "On the wave, `Dense(1)` stays at the loss of the best straight line. "
            "Which change can bring it below?",
            [
                wrong(
                    "Ten times as many epochs",
                    "Least squares is the best of all lines, and the training has arrived there.",
                ),
                wrong(
                    "A smaller learning rate",
                    "It ends nearer to the bottom of the same bowl, and the bottom is the best line.",
                ),
                right(
                    "Dense(16, activation='relu') before it",
                    "Each of the 16 neurons can bend once, and so their sum can follow the wave.",
                ),
                wrong(
                    "Dense(16) before it",
                    "Without an activation two layers multiply out to one: a straight line again.",
                ),
            ],
        ),
        Several(
            "same_numbers",
            "Which pairs give the same predictions, up to the rounding of float32?",
            [
                right(
                    "model.predict(X) and model(X)",
                    "The two calls differ in time and type, not in formula.",
                ),
                right(
                    "Input((1,)) with Dense(1), and Dense(1, input_shape=(1,)), with equal weights",
                    "The warning about `input_shape` is about how it is written.",
                ),
                wrong(
                    "A seed set once, and then two trainings of 5 epochs",
                    "the second draws other first weights and other batches; set the seed again before it.",
                ),
                wrong(
                    "Keras's 'sgd' and our descent with α = 0.01: same start, same 400 batches",
                    "our steps on L are half as long, so after 400 of them the line is elsewhere.",
                ),
                right("A model, and the one loaded from its .keras file", "And the file holds all weights."),
            ],
        ),
    ],
)


def reading_keras():
    """Return the quiz of notebook 04."""
    return Quiz(QUESTIONS, "04")
