"""The values that a test or the bench moves a control through."""

import ipywidgets


def positions(control, count=6):
    """Return the values of a control: all that it lists, or both ends of its range and steps between."""
    if hasattr(control, "options"):
        return [value for _, value in control._options_full]
    if isinstance(control, ipywidgets.Checkbox):
        return [not control.value, control.value]
    if isinstance(control, ipywidgets.Text):
        return [control.value, "0.5 -1.25 1", "0.5 -1.25 1; nonsense", "0.5 -1.25 1; -1 0.3 0"]
    steps = round((control.max - control.min) / control.step)
    values = [control.min + control.step * (steps * k // count) for k in range(count + 1)]
    return [type(control.value)(min(value, control.max)) for value in values]  # 0.1 + 29 * 0.1 is above 3
