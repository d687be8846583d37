"""The code behind the course, one idea a module.

    data        small seeded data sets
    linear      the linear model: prediction, loss, gradient, closed form
    losses      squared, absolute and Huber: their values, their pull, their best lines
    network     layers, activations, the forward pass
    curves      curves to build from hidden neurons
    descent     gradient descent, one step and whole runs
    polynomial  a linear model over the powers of one input
    regression  networks with one output: loss, what each neuron adds
    setup_check what is missing on this machine, in words
    formulas    numbers to LaTeX, with the numbers put in
    figures     arrays to pictures
    buttons     the one kind of button that all of these share
    live        pictures that move, and explorers: controls, picture, words
    widgets     the explorers of each notebook
    checks      the exercises of each notebook, each with its known mistakes
    progress    what a learner solved, answered and viewed, kept on their disk
    quizzes     the quiz of each notebook, and what to repeat today
    progress_view  a map of the course with what is done
    training    what the Keras notebooks share; the only module that needs TensorFlow

Imports run one way: numbers, then figures and formulas, then live, then widgets; numbers, then checks.
Importing this package imports none of them.
"""
