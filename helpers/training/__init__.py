"""What the Keras notebooks share; the only folder that needs TensorFlow.

start       TensorFlow itself, without its pages of log; so import this folder before TensorFlow
parameters  a model's weights as theta or as layers, and back
watch       a callback that shows a training while it runs
mirrored    a program of its own: the same training on one device and on two
adam        training by Adam, with a learning rate that rises and falls
inception   a small Inception network, others to compare it with, its weights as NumPy takes them
gpt         a small GPT, its training, its weights as NumPy takes them
speech      a small convolutional network that listens to digits, its training
make_trained  writes helpers/data/trained.npz: that network trained, and how the others fared
make_writer   writes helpers/data/writer.npz: that GPT trained, and how others fared
make_listener  writes helpers/data/listener.npz: how such networks fared, on voices they know and do not know
"""

from helpers.training.parameters import layers, set_theta, theta
from helpers.training.start import silenced, tf
from helpers.training.watch import Watch

__all__ = ["Watch", "layers", "set_theta", "silenced", "tf", "theta"]
