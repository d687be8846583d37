"""The quiz of notebook 02."""

from helpers.learner.questions import Choice, Number, Several, named, right, wrong
from helpers.learner.quiz import Quiz

QUESTIONS = named(
    "02",
    [
        Number(
            "three_points",
            "The line $h = 1 + 2x$ and the points $(0, -1)$, $(1, 7)$ and $(2, 3)$. "
            "What is the loss $L = \\frac{1}{2m} \\sum (h - y)^2$?",
            4,
            "The residuals are 2, −4 and 2, their squares 4, 16 and 4, and 24 / (2 · 3) = 4.",
            "Compute h at each x, then h − y; square each; add up; divide by 2m.",
            mistakes={
                24: "That is the sum of the squares. It is still to be divided by 2m.",
                8: "8 is the mean of the squares, and this loss is half of it. (8 is 2 + 4 + 2 as well:"
                " are the residuals squared?)",
                12: "That is half the sum. It is to be divided by the number of points as well.",
                0: "The residuals cancel if they are added as they are. Square each one first.",
                1.3333: "Here the sizes 2, 4 and 2 were added. Their squares count.",
                -1.3333: "The 16 was subtracted: the square of −4 is positive, and no loss is below 0.",
            },
        ),
        Number(
            "three_times",
            "On the same ten points, each residual of line A is 3 times that of line B. "
            "How many times as large is A's loss?",
            9,
            "Each square is 3² = 9 times as large, so their sum is too. Half and mean are the same for both.",
            "Take any residual, say 1, and three times it: what does each contribute to the sum?",
            mistakes={
                3: "That would hold for absolute loss. Here each residual is squared before it is added.",
                6: "Squaring 3 is 3 · 3, not 2 · 3.",
                4.5: "The half stands in both losses, so it does not change how many times one is the other.",
                90: "The ten points are in both losses, and a mean is taken over them in both.",
                0.1111: "That is B's loss as a part of A's. Turn it round.",
            },
        ),
        Several(
            "bottom_stays",
            "Which of these changes leave the bottom of the bowl at the same $\\theta$?",
            [
                right(
                    "Leaving out the half",
                    "Twice the loss everywhere stretches the bowl upwards, no more.",
                ),
                wrong(
                    "Absolute values in place of squares",
                    "they weigh large residuals less, so another line balances the pulls.",
                ),
                right(
                    "The sum in place of the mean",
                    "The sum is the mean times m, the same m for all lines.",
                ),
                wrong(
                    "Moving the point farthest above the line still farther up",
                    "a square pulls harder the farther the point, and the line gives way to it.",
                ),
                right(
                    "Every point given twice",
                    "With every point twice, each line has the loss that it had.",
                ),
            ],
        ),
        Choice(
            "column",
            "`h` has shape (100,). The targets came as a column, `y` of shape (100, 1). "
            "What does `np.square(h - y).mean() / 2` give?",
            [
                wrong(
                    "An error, since the shapes differ",
                    "It would be better so. NumPy stretches both until they fit, and says nothing.",
                ),
                wrong(
                    "The right loss: they are the same 100 targets",
                    "Each prediction is compared with all 100 targets; only one of them is its own.",
                ),
                wrong(
                    "100 times the right loss",
                    "The mean divides by all 10 000 differences, so the size looks plausible.",
                ),
                right(
                    "A number that is least for a flat line",
                    "Each prediction is compared with all targets, and the mean of y suits them best.",
                ),
            ],
        ),
        Choice(
            "one_mistyped",
            "One number $c$ is to predict 1, 2, 3, 4 and 5; the best is 3, under squared and "
            "under absolute loss. Then the 5 is mistyped as 50. Where are the best $c$ now?",
            [
                wrong(
                    "Squared: 12. Absolute: 12",
                    "For absolute loss, two numbers still lie above 3 and two below: "
                    "how far above has no say.",
                ),
                right(
                    "Squared: 12. Absolute: 3",
                    "The mean becomes 60 / 5 = 12. The median, the middle of the sorted numbers, is still 3.",
                ),
                wrong(
                    "Squared: 3. Absolute: 12",
                    "It is the other way round: "
                    "the pull of a square grows with the residual, that of |r| is 1.",
                ),
                wrong(
                    "Squared: 3. Absolute: 3",
                    "Under squared loss one point of five is not outvoted: "
                    "it pulls with the size of its residual.",
                ),
            ],
        ),
    ],
)


def what_loss_says():
    """Return the quiz of notebook 02."""
    return Quiz(QUESTIONS, "02")
