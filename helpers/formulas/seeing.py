"""How many places a kernel has, and how many channels a module gives, with the numbers put in."""


def places(size, kernel, stride, padding, outputs):
    """Return how many places a kernel has along one side, in LaTeX."""
    room = rf"{size} + 2 \cdot {padding} - {kernel}"
    return rf"\left\lfloor \frac{{{room}}}{{{stride}}} \right\rfloor + 1 = {outputs}"


def module_outputs(one, three, five, pool):
    """Return the channels that a module gives, in LaTeX."""
    return f"{one} + {three} + {five} + {pool} = {one + three + five + pool}"
