"""The mathematics of the course in NumPy: pure functions, each with its shapes, its errors and its source.

validation      what the others accept, and what they say when they refuse
linear          the linear model: prediction, loss, gradient, closed form
losses          squared, absolute and Huber: their values, their pull, their best lines
descent         gradient descent, one step and whole runs
scaling         features with mean 0 and deviation 1, and theta in the old units again
polynomial      a linear model over the powers of one input
network         layers, activations, the forward pass, the loss of a network
classification  sigmoid and softmax, cross-entropy and its gradient, what is counted of classes
backprop        the gradient of a network, a descent along it, and what both cost
optimisers      momentum, RMSProp and Adam, schedules of the rate, surfaces to walk on
normalisation   batch normalisation, in training and after
parallel        one step on many machines: the mean of the shards, what is sent, how long it is
regularisation  weight decay, dropout, stopping early, folds, and a descent with the first two
convolution     a small set of weights at each place of an image, its gradient, its cost
inception       a small Inception network forward, and where it sees a class
text            characters and their numbers, merged pairs, drawing what comes next
ngrams          what comes next, by counting
attention       who takes how much from whom
transformer     a small GPT forward, and its parameters
sound           tones and samples, spectra, mel bands, MFCC, vowels, letters aligned with frames
saliency        slopes by the inputs, covered images, favourite inputs, importance of columns
features        least squares over random waves, fewer or far more than examples
curves          curves to build from hidden neurons
"""
