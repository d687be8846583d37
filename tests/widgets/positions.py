"""The values that a test or the bench moves a control through."""

import ipywidgets

WRITTEN = {
    "x₁ x₂ class; …": ["0.5 -1.25 1", "0.5 -1.25 1; nonsense", "0.5 -1.25 1; -1 0.3 0"],
    "1 2 3; 4 5 6; 7 8 9": ["1 2 3; 4 5 6; 7 8 9", "1 2; 3", "0 0 0; 0 0 2; 0 0 0"],
    "0 1; 1 0; 2 0; 1 1": ["0 1; 1 0; 2 0; 1 1", "1 2; x", "-1 0.5; 2.5 -3; 0 0; 1 -1"],
    "a text to read": ["class Point:", "café ≠ tea", "def f(x): return x * x"],
    "row from-to; …": ["5 8-19", "5 8-19; nonsense", "5 8-19; 6 7-12 15-20"],
}
"""What may be written into a field for text, by the form that it asks for."""


def positions(control, count=6):
    """Return the values of a control: all that it lists, or both ends of its range and steps between."""
    if hasattr(control, "options"):
        return [value for _, value in control._options_full]
    if isinstance(control, ipywidgets.Checkbox):
        return [not control.value, control.value]
    if isinstance(control, ipywidgets.Text):
        return [control.value, *WRITTEN[control.placeholder]]
    steps = round((control.max - control.min) / control.step)
    values = [control.min + control.step * (steps * k // count) for k in range(count + 1)]
    return [type(control.value)(min(value, control.max)) for value in values]  # 0.1 + 29 * 0.1 is above 3
