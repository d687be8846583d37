"""The panel of an explorer: its presets, its controls in groups, and its tools."""

from functools import partial
from itertools import groupby

import ipywidgets

from helpers.live.button import button

BETWEEN = ": "
"""In a control's label, after the name of the group that it belongs to."""


class Panel(ipywidgets.VBox):
    """What moves an explorer.

    explorer  whose controls and presets are shown
    more      names of the controls that are shown on request
    quiet     whether the tools are shown on request too

    `presets` holds their buttons, shown apart; `held` is the toggle of "Predict first"; `sound` plays what
    the picture sounds like, None where it has no sound.
    """

    def __init__(self, explorer, more, quiet):
        self._explorer = explorer
        self._presets = {
            label: button(label, partial(explorer.go_to, values))
            for label, values in explorer.presets.items()
        }
        self.presets = _box("presets", self._presets.values())
        self.held = _toggle(
            "Predict first", "Hold the picture and the words while controls move; press again to see"
        )
        self._guess = ipywidgets.Text(
            description="Your guess:", placeholder="what changes, and which way?", continuous_update=False
        )
        self._guess.layout.display = "none"
        self.held.observe(self._offer_a_guess, "value")
        self._code = ipywidgets.Text(description="Paste into a cell:", style={"description_width": "initial"})
        self._line = _box("line", [self._code, button("Copy", lambda: None).add_class("explorer-copy")])
        self._line.layout.display = "none"
        tools = [button("Reset", self._reset, tooltip="Back to how it opened"), self.held]
        if explorer.name:
            tip = "Show this state as a line to paste into a cell"
            tools.append(button("Share", self._share, tooltip=tip))
        shown = {name: control for name, control in explorer.controls.items() if name not in more}
        parts, tools = [_box("controls", _grouped(shown.values()))], _box("tools", tools)
        if more:
            parts += _on_request([*(explorer.controls[name] for name in more), *([tools] if quiet else [])])
        self.sound = None
        self._guess.add_class("explorer-guess")
        super().__init__([*parts, *([] if quiet else [tools]), self._guess, self._line])

    def add_sound(self):
        """Show a player below the controls, which keys reach first."""
        self.sound = ipywidgets.Audio(format="wav", autoplay=False, loop=False)
        self.sound.add_class("explorer-sound")  # no tooltip: ipywidgets 8 fails on one
        *controls, tools, guess, line = self.children
        self.children = [*controls, self.sound, tools, guess, line]

    def follow(self):
        """Mark the preset that the controls now show, and bring the line to share up to date."""
        values = self._explorer.values
        for label, preset in self._presets.items():
            chosen = all(values[name] == value for name, value in self._explorer.presets[label].items())
            (preset.add_class if chosen else preset.remove_class)("explorer-chosen")
        if self._line.layout.display != "none":  # most frames need none
            self._code.value = self._explorer.as_code()

    def _offer_a_guess(self, change):
        """While the picture is held there is a place for a guess; it stands there beside the answer."""
        held = change["new"]
        self.held.description = "Reveal" if held else "Predict first"
        self._guess.disabled = not held
        if held:
            self._guess.value = ""
        self._guess.layout.display = None if held or self._guess.value else "none"

    def _reset(self):
        self._explorer.reset()
        self._guess.layout.display = "none"

    def _share(self):
        """Show the line that gives this state, or put it away."""
        self._line.layout.display = None if self._line.layout.display == "none" else "none"
        self.follow()


def _grouped(controls):
    """Return the controls, those whose labels begin alike together under what they begin with."""
    parts = []
    for heading, together in groupby(controls, key=_heading):
        if not heading:
            parts += together
            continue
        members = list(together)
        for control in members:
            control.description = control.description.removeprefix(heading + BETWEEN)
        parts.append(_box("group", [ipywidgets.Label(heading).add_class("explorer-heading"), *members]))
    return parts


def _heading(control):
    heading, found, _ = getattr(control, "description", "").partition(BETWEEN)
    return heading if found else ""


def _on_request(controls):
    """Return a toggle, and the controls that it shows and hides."""
    toggle, box = _toggle("More", "Show or hide further controls"), _box("controls", controls)
    box.layout.display = "none"

    def show(change):
        box.layout.display = None if change["new"] else "none"
        toggle.description = "Less" if change["new"] else "More"

    toggle.observe(show, "value")
    return [toggle.add_class("explorer-more"), box]


def _toggle(label, tooltip):
    return ipywidgets.ToggleButton(description=label, tooltip=tooltip, layout=ipywidgets.Layout(width="auto"))


def _box(name, parts):
    layout = ipywidgets.Layout(flex_flow="row wrap", align_items="center")
    return ipywidgets.Box([*parts], layout=layout).add_class(f"explorer-{name}")
