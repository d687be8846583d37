"""Numbers to LaTeX, each formula of the course with the current numbers put in; and numbers to words.

A module holds the formulas of one subject, which several notebooks may use.

numbers         one number in LaTeX, rounded and signed
words           one number, a pair, a line in plain words
loss            the loss over m points, of one residual, of one predicted number
descent         a nudge, a step, the limit of the learning rate, a batch, the shape of the bowl
training        Keras's words as formulas
neuron          one neuron, and the activations written out
layers          how many parameters, and what small networks compute
polynomial      a polynomial and its two losses
classification  the slopes of two losses, a softmax, precision and recall
boundary        the score of one point, and what it costs
backward        what a slope foretells of a nudge
efficiency      momentum and Adam, the mean of shards, how spread grows, updates
interpretability  the fall of a score under a cover, a step up a score
seeing          how many places a kernel has, the channels that a module gives
writing         the score that a query gives a key
listening       what is heard of a sampled tone, how long a frame is
generalisation  weight decay, random waves, a share of right answers
"""
