"""Arrays to pictures: `draw_*` puts artists on Axes and returns those that move, `update_*` moves them.

style   colours, fonts, new figures
picture  a figure as PNG, with words for what it shows
line    points, a line, what it scores, the bowl of its loss
training  the loss along the epochs, the curve of a network
overfitting  a curve through few points, and its two losses
overview  still pictures: fields inside each other, layers of neurons
descent     a slope, the path of a descent, losses along it, factors, ellipses
loss    residuals as squares, a bowl whose data change, three losses and their lines
signed      colours for numbers with a sign, a plane filled with them
neuron      the plane of one neuron, its activation function
network     a network with its weights and activations
curves      a curve as the sum of what hidden neurons add
hidden      XOR in the input plane and in the hidden space
"""
