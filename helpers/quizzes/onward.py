"""The quiz of notebook 13."""

from helpers.learner.questions import Choice, Number, Several, named, right, wrong
from helpers.learner.quiz import Quiz

QUESTIONS = named(
    "13",
    [
        Choice(
            "two_losses",
            "Three models, each with its loss on the training set and on the test set. "
            "A: 0.00 and 0.42. B: 0.04 and 0.05. C: 0.21 and 0.21. What do you conclude?",
            [
                wrong(
                    "A is the best: it makes no error on the training set",
                    "It has learnt its examples by heart, noise included; on new data it is the worst.",
                ),
                wrong(
                    "C is the best: its two losses are equal",
                    "Equal and both high is under-fitting: "
                    "C is too stiff even for the examples it learnt from.",
                ),
                wrong(
                    "B over-fits: its second loss is the larger one",
                    "A small gap is usual, since the parameters suit the training set. "
                    "Over-fitting is the gap of A.",
                ),
                right(
                    "A over-fits, C under-fits, B is the one to use",
                    "B has the least loss on data that were kept aside, and that is what counts.",
                ),
            ],
        ),
        Number(
            "convolution",
            "A convolution of 3 × 3, with 4 inputs and 8 outputs, slides over an image of 100 × 100. "
            "How many weights does it have, without the biases?",
            288,
            "4 · 8 · 3 · 3 = 288. The image may be of any size: the same weights are used everywhere.",
            "Inputs times outputs times height times width of the small set that slides.",
            mistakes={
                2_880_000: "The weights are not new at each place: one small set serves the whole image.",
                320_000: "The height and width are those of the small set that slides, not of the image.",
                9: "That would serve one input and one output. Each pair of them has its own 3 × 3.",
                72: "Those are the weights for one input. Each of the four has its own.",
                36: "Those are the weights for one output. Each of the eight has its own.",
                96: "3 × 3 is nine weights, not three.",
            },
        ),
        Choice(
            "few_examples",
            "You have 200 photographs of two kinds of moss. Which plan is the most promising?",
            [
                wrong(
                    "Train a network of 20 layers on 160 of them from random weights; judge on 40",
                    "Millions of parameters and 160 examples: it can learn them by heart.",
                ),
                wrong(
                    "Train on all 200, and judge on the same 200, since they are few",
                    "A loss on what was learnt from proves nothing: coin tosses reach 0 too.",
                ),
                right(
                    "Train the last layers of a network that others trained, on 160; judge on 40",
                    "That is transfer learning: "
                    "edges and parts are learnt already, and 40 unseen ones judge.",
                ),
                wrong(
                    "Use a network that others trained on ImageNet as it is",
                    "None of its own 1000 classes is a moss. Its last layers have to learn yours.",
                ),
            ],
        ),
        Choice(
            "who_makes_features",
            "Photographs of cats and dogs. "
            "What does a deep network do here that a random forest leaves to people?",
            [
                wrong(
                    "It finds its rule from examples",
                    "A random forest does too. That is what makes both of them machine learning.",
                ),
                right(
                    "It makes the features itself",
                    "It gets raw pixels, and its layers learn edges, parts and objects. "
                    "A forest is given features.",
                ),
                wrong(
                    "It can say why it answered so",
                    "That it cannot is one of its drawbacks: nobody can read millions of weights.",
                ),
                wrong(
                    "It learns from fewer examples",
                    "It needs more of them, since it has the features to learn as well.",
                ),
            ],
        ),
        Several(
            "claims",
            "Which of these claims hold?",
            [
                right(
                    "A network can be wrong and sound as sure as ever",
                    "At x = 2, far from its examples, a model answered like anywhere else.",
                ),
                wrong(
                    "A training loss of 0 shows that there was a pattern",
                    "on ten coin tosses, which have none, degree 9 reached 0 too.",
                ),
                right(
                    "If test and training loss are far apart, more data help",
                    "With 100 points degree 9 closed its gap.",
                ),
                wrong(
                    "A formula gives the best number of layers",
                    "nobody knows how; start small, and grow.",
                ),
                wrong(
                    "A small mean loss is small for each group of people",
                    "a mean can hide it: 34.7 % wrong for one group, 0.8 % for another. Measure each.",
                ),
            ],
        ),
    ],
)


def judging_models():
    """Return the quiz of notebook 13."""
    return Quiz(QUESTIONS, "13")
