"""Pictures that answer: figures of which only some artists move, and the explorers around them.

figure    a figure with a cached background over which some artists move
surface   its view in the browser: the picture, what moves over it, and handles to take hold of
handle    what can be taken hold of in a picture, and which controls a place then moves
explorer  presets, a formula, a live figure, controls, and words that say what it shows
panel     the controls of an explorer in groups, and its tools
formula   a formula in pieces, so that it fits a narrow page
sound     a wave as something to listen to
replay    an explorer of a training, which grows while the training runs
controls  sliders, lists and ticks, sized and labelled alike
button    the one kind of button of the course
"""
