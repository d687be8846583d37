"""Pictures that answer: figures of which only some artists move, and the explorers around them.

figure    a figure with a cached background over which some artists move
explorer  controls, a live figure, and words that say what it shows
replay    an explorer of a training, which grows while the training runs
controls  sliders, lists and ticks, sized and labelled alike
button    the one kind of button of the course
"""
