"""The quiz of notebook 01."""

from helpers.learner.questions import Choice, Number, Several, named, right, wrong
from helpers.learner.quiz import Quiz

QUESTIONS = named(
    "01",
    [
        Number(
            "forward_by_hand",
            "Two hidden neurons, "
            "$a_1 = \\mathrm{relu}(x_1 + x_2 - 1)$ and $a_2 = \\mathrm{relu}(x_1 - x_2)$, "
            "and the output $2 a_1 + 5 a_2 + 1$. What is the output for the inputs $x_1 = 1$, $x_2 = 2$?",
            5,
            "The sums are 2 and −1. Relu keeps the 2 and turns the −1 into 0, and 2 · 2 + 5 · 0 + 1 = 5.",
            "First the two sums; then relu of each; only then the output's weights and bias.",
            mistakes={
                0: "Here −1 went on to the output. Relu hands on 0 in place of a negative sum.",
                10: "The second sum is 1 − 2 = −1, and relu does not turn it into 1: it hands on 0.",
                4: "The output neuron has a bias too.",
                7: "The bias of the first hidden neuron is missing: its sum is 1 + 2 − 1.",
                3: "Those are the two activations and the bias. Each activation has a weight on its way.",
                2: "That is what the first hidden neuron hands on. The output is computed from it.",
            },
        ),
        Several(
            "what_turns",
            "A neuron has the weights $w_1 = 1$, $w_2 = 2$ and the bias $b = -2$. "
            "Its black line holds the inputs with $z = 0$. Which of these changes turn the line?",
            [
                wrong(
                    "b from −2 to 2",
                    "the bias shifts the line; its direction comes from the weights alone.",
                ),
                right("w₁ from 1 to 3", "The arrow (3, 2) points elsewhere than (1, 2)."),
                wrong(
                    "Both weights doubled",
                    "the arrow points the same way as before; the line only moves.",
                ),
                wrong(
                    "Both weights and b doubled",
                    "all of z doubles, so it is 0 in the same places.",
                ),
                right(
                    "w₂ from 2 to −2",
                    "And with the arrow (1, −2) the line rises to the right where it fell before.",
                ),
            ],
        ),
        Choice(
            "shapes",
            "50 examples with 3 features go into a hidden layer of 8 neurons: `Z1 = X @ W1 + b1`. "
            "What shapes do `W1` and `Z1` have?",
            [
                wrong(
                    "W1 (8, 3), Z1 (50, 8)",
                    "A neuron is a column of W1, not a row. "
                    "In (50, 3) @ (8, 3) the inner numbers 3 and 8 differ.",
                ),
                wrong(
                    "W1 (50, 8), Z1 (50, 8)",
                    "Weights belong to the network, not to the examples: the 50 is no part of their shape.",
                ),
                right(
                    "W1 (3, 8), Z1 (50, 8)",
                    "(50, 3) @ (3, 8): the inner 3 meets, the outer numbers stay. "
                    "A row an example, a column a neuron.",
                ),
                wrong(
                    "W1 (3, 8), Z1 (3, 8)",
                    "Z1 has a row for each example; what went through the product was X, with 50 of them.",
                ),
            ],
        ),
        Number(
            "count_parameters",
            "A fully connected network has 3 inputs, one hidden layer of 5 neurons, and 2 outputs. "
            "How many parameters does it have?",
            32,
            "The hidden layer has (3 + 1) · 5 = 20, the output layer (5 + 1) · 2 = 12.",
            "Two layers compute. In each, every neuron has a weight for each of its inputs, and a bias.",
            mistakes={
                25: "Those are the weights. Each neuron has a bias besides.",
                30: "3 · 5 · 2 counts the ways through the network. Each layer is counted alone; then add.",
                10: "Those are the neurons and inputs. A parameter is a weight or a bias.",
                35: "The inputs have no bias: they are given, and computed by nothing.",
                27: "That is one bias a layer. Each neuron has a bias of its own.",
                20: "That is the hidden layer. The output neurons have weights and biases too.",
            },
        ),
        Choice(
            "what_mends_xor",
            "2 inputs, 100 hidden neurons with the identity, 1 output: this network cannot compute XOR. "
            "Which change alone can mend that?",
            [
                wrong(
                    "1000 hidden neurons in place of 100",
                    "Whatever the width, the two matrices multiply out to 2 weights and a bias.",
                ),
                wrong(
                    "A second hidden layer with the identity",
                    "The product of three matrices is again one matrix: still 2 weights and a bias.",
                ),
                wrong(
                    "A sigmoid at the output",
                    "Then the whole is one neuron: "
                    "its bend comes last, and its line z = 0 is still straight.",
                ),
                right(
                    "Relu in the hidden layer",
                    "With a bend between the layers they no longer multiply out to one. "
                    "Two such neurons are enough.",
                ),
                wrong(
                    "Training it for longer",
                    "Whatever the weights, h(0, 0) + h(1, 1) = h(0, 1) + h(1, 0). "
                    "For the targets these are 0 and 2.",
                ),
            ],
        ),
    ],
)


def neurons_and_layers():
    """Return the quiz of notebook 01."""
    return Quiz(QUESTIONS, "01")
