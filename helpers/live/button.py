"""A button that calls a function: the same in explorers, quizzes and the map of the course."""

import ipywidgets


def button(label, on_click, **looks):
    """Return a button as wide as its label, that calls on_click without arguments.

    looks  go to ipywidgets.Button: tooltip, style, button_style
    """
    control = ipywidgets.Button(description=label, layout=ipywidgets.Layout(width="auto"), **looks)
    control.on_click(lambda _: on_click())
    return control
