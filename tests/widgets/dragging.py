"""What a drag of a handle does."""

from helpers.live.controls import nearest


def dragged(explorer, number, x, y, part=0):
    """Take a handle to a place in data coordinates; set what it asks for, as near as the controls come."""
    handle = explorer._handles[number]
    across, up = handle.axes.transData.transform((x, y))
    values = handle.moved(across, handle.axes.figure.bbox.height - up, part, explorer.values)
    explorer.set(**{name: nearest(explorer.controls[name], value) for name, value in values.items()})
