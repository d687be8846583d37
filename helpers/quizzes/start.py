"""The quiz of notebook 00."""

from helpers.learner.questions import Choice, Number, Several, named, right, wrong
from helpers.learner.quiz import Quiz

QUESTIONS = named(
    "00",
    [
        Choice(
            "two_hits",
            "Three points. Line A makes the errors 0, 0 and 4; line B makes the errors 2, 2 and 2. "
            "Which line has the smaller loss $L = \\frac{1}{2m} \\sum (h - y)^2$?",
            [
                wrong(
                    "A: it hits two points of three",
                    "The loss does not count hits. The one error of 4 weighs 16: what do those of B weigh?",
                ),
                wrong(
                    "A: its errors add up to 4, those of B to 6",
                    "The errors are squared first, so one large error weighs more than several small ones.",
                ),
                right(
                    "B",
                    "The squares add up to 16 for A and to 12 for B, so the losses are 16/6 and 12/6.",
                ),
                wrong(
                    "That cannot be said without the points",
                    "The loss is made of the errors alone, and all six are given.",
                ),
            ],
        ),
        Number(
            "loss_by_hand",
            "Two examples: a model predicts 4 and 5, the targets are 1 and 6. "
            "What is the loss $L = \\frac{1}{2m} \\sum (h - y)^2$?",
            2.5,
            "The errors are 3 and −1, their squares 9 and 1, and 10 / (2 · 2) = 2.5.",
            "Prediction minus target for both; square each; add them; divide by 2m, where m is 2.",
            mistakes={
                10: "That is the sum of the squares. It is still to be divided by 2m.",
                5: "That is divided by m, the number of examples, but the formula divides by twice as much.",
                2: "Square each error before you add: 3 gives 9, and −1 gives 1, which is added and not"
                " subtracted.",
                1: "The errors are to be squared, each one, before they are added; here they were added"
                " as they are.",
                0.5: "The errors are to be squared; here 3 and −1 were added, and partly cancelled.",
            },
        ),
        Choice(
            "no_line",
            "The best of all lines through the 40 points of the wave has loss 0.11. What can bring the"
            " loss on these 40 points below that?",
            [
                wrong(
                    "Turning the two parameters in finer steps",
                    "They are at the best values that exist: every other line has a loss of 0.11 or more.",
                ),
                wrong(
                    "More points of the same wave",
                    "More points do not teach a line to bend: on the old 40, every line still has a loss"
                    " of 0.11 or more.",
                ),
                right(
                    "A model that can bend",
                    "The shape of the model was wrong, not its parameters. Three neurons reach 0.02.",
                ),
                wrong(
                    "Leaving out the points that are far from the line",
                    "On the points that remain the loss is smaller. On all 40, every line still has 0.11"
                    " or more.",
                ),
            ],
        ),
        Several(
            "what_learns",
            "Which of these are machine learning?",
            [
                right(
                    "A spam filter that counts the words of old mail",
                    "The filter found its rule by counting.",
                ),
                wrong(
                    "A chess program whose every rule was written by its author",
                    "such a program may be artificial intelligence, but it finds no rule from examples.",
                ),
                right(
                    "A random forest that decides on loans", "The forest grew its questions from old loans."
                ),
                right(
                    "A network of ten layers that recognises cats",
                    "The network did so too; it is the one that is deep learning besides.",
                ),
                wrong(
                    "A heater that switches on below 18 degrees",
                    "the 18 was set by somebody; nothing is found from examples.",
                ),
            ],
        ),
        Number(
            "neuron",
            "A neuron with $a = \\max(z, 0)$ has the weights −1 and 0.5 and the bias 1. "
            "Its inputs are 2 and 1. What is its output $a$?",
            0,
            "z = (−1) · 2 + 0.5 · 1 + 1 = −0.5, and of −0.5 and 0 the larger is 0.",
            "First z: each weight times its input, added up, plus the bias. Then the larger of z and 0.",
            mistakes={
                -0.5: "That is z. The last step is missing: the neuron gives out the larger of z and 0.",
                -1.5: "That is the sum without the bias; and what does the neuron do with a negative sum?",
                0.5: "That is the size of z without its sign. A negative z is not turned round.",
                2.5: "Two slips: the first weight is −1, not 1, and the bias is missing.",
                3.5: "Mind the sign of the first weight: −1 times 2.",
            },
        ),
    ],
)


def first_ideas():
    """Return the quiz of notebook 00."""
    return Quiz(QUESTIONS, "00")
