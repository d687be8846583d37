"""Taking hold of a line w @ x + b = 0 in a plane: it is shifted by its foot, and turned."""

import numpy as np

from helpers.figures.neuron import line_of
from helpers.live.handle import grips

ARM = 0.6
"""Of a plane's half width: how far from a line's foot it is taken to turn it."""


def arrow(axes, controls, names):
    """Return a handle on a line's foot, which shifts it, and on the tip of its arrow, which is w.

    controls  of an explorer, by name
    names     of the controls that hold w[0], w[1] and b
    """

    def where():
        w, b = _line(controls, names)
        foot, _ = line_of(w, b)
        return [[np.nan, np.nan], w] if foot is None else [foot, foot + w]

    def values(grab):
        w, b, place = _started(grab, names)
        if grab.part == 0:
            return {names[2]: -w @ place}
        far = np.hypot(*place)
        if far < 1e-9:
            return {}
        # foot + w = place, with the foot at -b w / |w|^2, so along place: t - b / t = far
        length = (far + np.sqrt(max(far**2 + 4 * b, 0))) / 2
        return dict(zip(names[:2], length * place / far, strict=True))

    return grips(axes, where, values)


def lever(axes, controls, names, level=0):
    """Return a handle on a line's foot, which shifts it, and on a place along it, which turns it there.

    controls  of an explorer, by name
    names     of the controls that hold w[0], w[1] and b
    level     the line is where w @ x + b is this
    """
    arm = ARM * np.ptp(axes.get_xlim()) / 2

    def where():
        w, b = _line(controls, names)
        foot, along = line_of(w, b - level)
        return [] if foot is None else [foot, foot + arm * along]

    def values(grab):
        w, b, place = _started(grab, names)
        if grab.part == 0:
            return {names[2]: level - w @ place}
        foot, _ = line_of(w, b - level)
        away = place - foot
        far = np.hypot(*away)
        if far < 1e-9:
            return {}
        turned = np.hypot(*w) * np.array([away[1], -away[0]]) / far
        return dict(zip(names, (*turned, level - turned @ foot), strict=True))

    return grips(axes, where, values)


def _line(controls, names):
    w0, w1, b = (controls[name].value for name in names)
    return np.array([w0, w1]), b


def _started(grab, names):
    w0, w1, b = (grab.start[name] for name in names)
    return np.array([w0, w1]), b, np.array([grab.x, grab.y])
