"""The code behind the course, one idea a module.

    data        small seeded data sets
    linear      the linear model: prediction, loss, gradient, closed form
    network     layers, activations, the forward pass
    descent     gradient descent, one step and whole runs
    formulas    numbers to LaTeX, with the numbers put in
    figures     arrays to pictures
    live        pictures that move, and explorers: controls, picture, words
    widgets     the explorers of each notebook
    training    what the Keras notebooks share; the only module that needs TensorFlow

Imports run one way: numbers, then figures and formulas, then live, then widgets.
Importing this package imports none of them.
"""
