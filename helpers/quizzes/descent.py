"""The quiz of notebook 03."""

from helpers.learner.questions import Choice, Number, Several, named, right, wrong
from helpers.learner.quiz import Quiz

QUESTIONS = named(
    "03",
    [
        Number(
            "one_step",
            "Two points, $(1, 3)$ and $(3, 1)$. The line stands at $\\theta = (0, 1)$, so $h = x$. "
            "Where is $\\theta_1$ after one step with $\\alpha = 0.1$?",
            0.8,
            "The errors h − y are −2 and 2, the slope is (−2 · 1 + 2 · 3) / 2 = 2, and 1 − 0.1 · 2 = 0.8.",
            "The errors h − y; each times its x; "
            "the mean of these is the slope; then old minus α times slope.",
            mistakes={
                1.2: "This step goes uphill. Is the error h − y, and is the step subtracted?",
                0.6: "Here the slope was 4, twice too large. It has 1/m in front: neither 1 nor 2/m.",
                0.9: "The slope has 1/m in front, not 1/(2m): the half has cancelled the 2 of the square.",
                1: "The errors alone add up to 0. For the slope along θ₁ each is multiplied by its x.",
                0.2: "That is how far the step goes. It is still to be subtracted from the old θ₁.",
                -1: "The learning rate is missing: the step is α times the slope.",
                2: "That is the slope. The step is α times it, subtracted from the old θ₁.",
            },
        ),
        Number(
            "limit",
            "The bowl of another data set has the eigenvalues $\\lambda = 0.1$ and $\\lambda = 4$. "
            "Above which $\\alpha$ does gradient descent diverge?",
            0.5,
            "The steepest direction goes first: 1 − α · 4 reaches −1 at α = 2 / 4 = 0.5.",
            "Each step multiplies the distance by 1 − αλ. For which λ does that reach −1 first?",
            mistakes={
                20: "That is the limit of the flat direction alone. The steep one diverges long before.",
                0.25: "There 1 − αλ is 0: the steep direction is done in one step. It diverges below −1.",
                0.4878: "The eigenvalues are not added: each direction shrinks or grows by its own factor.",
                2: "Divide by λ: the steeper the bowl, the smaller α has to be.",
                8: "The steeper the bowl, the smaller α has to be. Here a larger λ would allow a larger one.",
            },
        ),
        Choice(
            "reading_losses",
            "The loss after each of the first steps: 2.0, 2.4, 2.9, 3.5, 4.2. "
            "All examples are used in each step. What would you try first?",
            [
                wrong(
                    "More steps",
                    "Each step makes the loss about 1.2 times as large. More steps make it larger still.",
                ),
                wrong(
                    "A larger α, to get over the hill",
                    "A convex bowl has no hill. The steps overshoot; longer ones overshoot by more.",
                ),
                wrong(
                    "Another starting point",
                    "The factor 1 − αλ is the same wherever the walk begins.",
                ),
                right(
                    "A smaller α",
                    "Each step lands farther away on the other side: 1 − αλ is below −1, so α is too large.",
                ),
            ],
        ),
        Several(
            "batches",
            "100 examples and a constant $\\alpha$. "
            "Each step uses one example in place of all 100. Which of these hold?",
            [
                right("One epoch makes 100 times as many updates", "An epoch is 100 updates, not one."),
                wrong(
                    "The loss over all data falls at every step",
                    "a step suits one example, and the others may lose by it.",
                ),
                wrong(
                    "After enough epochs the path comes to rest at the best θ",
                    "there the mean slope is 0, but each example alone still pulls towards its own line.",
                ),
                right(
                    "A smaller α makes the dance around the best θ smaller",
                    "And the noise ball shrinks with α.",
                ),
            ],
        ),
        Choice(
            "other_units",
            "The feature $x$ was given in metres; now it comes in millimetres, 1000 times as large. "
            "Nothing else changes. What about the descent?",
            [
                wrong(
                    "Nothing changes: the data are the same",
                    "The best line fits as before, but the old α now diverges: "
                    "the bowl is much steeper along θ₁.",
                ),
                right(
                    "The bowl is much narrower and needs a much smaller α",
                    "The slope along θ₁ holds x, its curvature x². "
                    "The steep direction sets α, the flat one then crawls.",
                ),
                wrong(
                    "The best line fits worse",
                    "Its slope becomes a thousandth, and each prediction stays what it was.",
                ),
                wrong(
                    "α has to be 1000 times as large, since θ₁ gets so small",
                    "The other way round: λ grows with the square of x, and the limit is 2 / λ.",
                ),
            ],
        ),
    ],
)


def the_way_down():
    """Return the quiz of notebook 03."""
    return Quiz(QUESTIONS, "03")
