"""Numbers to LaTeX: each formula of the course with the current numbers put in.

numbers  one number, rounded and signed
line     a line and its loss
training  Keras's words as formulas
polynomial  a polynomial and its two losses
descent  a nudge, a step, the limit of the learning rate, a batch, the shape of the bowl
loss     the loss over m points, of one residual, of one predicted number
neuron   one neuron, and the activations written out
layers   how many parameters, and what small networks compute
"""
