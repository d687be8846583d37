"""Arrays to pictures: `draw_*` puts artists on Axes and returns those that move, `update_*` moves them.

A module holds the pictures of one subject, which several notebooks may use.

style           colours, fonts, new figures
picture         a still picture, with words for those who cannot see it
labels          short words that move, and where they fit
strokes         lines, dots and paths of many parts, each as one stroke
signed          colours for numbers with a sign, a plane filled with them
line            points, a line, what it scores, the bowl of its loss
loss            residuals as squares, a bowl whose data change, three losses and their lines
descent         a slope, the path of a descent, losses along it, factors, ellipses
training        the loss along the epochs, the curve of a network
neuron          the plane of one neuron, its activation function
network         a network with its weights and activations
curves          a curve as the sum of what hidden neurons add
hidden          XOR in the input plane and in the hidden space
overfitting     a curve through few points, its two losses, along the degree or along λ
features        losses along the number of features, from few to far more than examples
explanations    an image with a frame on it, maps of what mattered in it, ten probabilities, a climb
pictures        twelve small images with what a model calls each, shares right along one setting
classification  one example under two losses, scores beside their probabilities, a threshold
seeing          a kernel on a window, an Inception module and its costs, a share right along steps
writing         characters in rows, tables of them, what comes next, queries and keys, a falling loss
listening       a wave and its parts, samples, a spectrogram, a chart of vowels, what is taken for what
methods         how methods fare with more and more examples
gallery         small grey images side by side
boundary        two heaps of points, the probability over their plane, what each point costs
digits          weight pictures of digits, one image with its probabilities, two curves
backward        a network of 2-2-1 with all its numbers, the loss along a nudge, sizes layer by layer
playground      a network while it learns, with each neuron's own map
race            optimisers on a surface of losses, their paths and losses
signal          how activations spread from layer to layer
batches         batch size and learning rate as a map of losses
shards          gradients of parts of a batch, seconds by number of machines
overview        still pictures: fields inside each other, layers of neurons
"""
