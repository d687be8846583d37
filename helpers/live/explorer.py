"""An explorer: controls, a live picture, and words that say what the picture shows."""

import html
from functools import partial
from typing import NamedTuple

import ipywidgets
from traitlets import TraitError

from helpers.figures.picture import as_image
from helpers.figures.style import own_settings
from helpers.live.button import button
from helpers.live.figure import kernel_loop

SECONDS_TO_TYPESET = 0.1
"""A browser needs longer to typeset a formula than to show a picture, which must not wait for it."""
FEW = 6
"""Of so many controls each has room for its label above it, beside the picture in a deck."""


def _move(name, control, value):
    """Set a control's value; raises ValueError if the control does not take it as it is."""
    try:
        control.value = value
    except TraitError as error:
        raise ValueError(f"{name} takes no {value!r}: {error}") from error
    if control.value != value:
        raise ValueError(f"{name} takes no {value!r}; it would become {control.value!r}")


class Caption(NamedTuple):
    """What an explorer says of its picture: words, and a formula in LaTeX with the numbers put in."""

    words: str
    formula: str = ""


class Explorer(ipywidgets.VBox):
    """Controls, a live picture, and words that say what the picture shows.

    live      LiveFigure
    controls  dict of name -> ipywidgets control, in the order in which they are shown
    update    called with the value of every control by name; moves the artists, returns a Caption
    presets   dict of a button's label -> dict of control name -> value
    name      of the function in `helpers.widgets` that made it; without one its state cannot be shared

    Buttons and players have no value of their own: they are shown, and left to the caller to wire.
    """

    def __init__(self, live, controls, update, presets=None, name=None):
        self.live, self.controls, self.presets = live, dict(controls), dict(presets or {})
        self._update, self._name = own_settings(update), name
        self._opening = self.values
        self._moving = False
        self._held = ipywidgets.ToggleButton(
            description="Predict first",
            tooltip="Hold the picture and the words while controls move; press again to see",
            layout=ipywidgets.Layout(width="auto"),
        )
        self._code = ipywidgets.Text(
            description="Paste into a cell:",
            style={"description_width": "initial"},
            layout=ipywidgets.Layout(width="100%", display="none"),
        )
        self._formula, self._timer = ipywidgets.HTMLMath(), None
        self._words, self._said = ipywidgets.HTML(), ""
        for name in self._opening:
            self.controls[name].observe(self._changed, "value")
        self._refresh(live.sharpen)
        self._typeset()
        self._held.observe(self._hold_or_reveal, "value")
        formula, words = self._formula.add_class("explorer-formula"), self._words.add_class("explorer-words")
        super().__init__([self._panel(), formula, live.image.add_class("explorer-picture"), words])
        self.add_class("explorer")
        if len(self.controls) > FEW:
            self.add_class("explorer-many")

    @property
    def values(self):
        """The value of every control that has one, by name."""
        return {
            name: control.value
            for name, control in self.controls.items()
            if hasattr(control, "value") and not isinstance(control, ipywidgets.Play)
        }

    def set(self, **values):
        """Move several controls at once, repaint once, and return the explorer.

        Raises ValueError for a name that is not a control, or a value that the control does not take;
        then nothing has moved.
        """
        unknown = values.keys() - self._opening.keys()
        if unknown:
            names = ", ".join(self._opening)
            raise ValueError(f"no control is called {', '.join(sorted(unknown))}; there are {names}")
        before = self.values
        self._moving = True
        try:
            for name, value in values.items():
                _move(name, self.controls[name], value)
        except ValueError:
            for name, value in before.items():
                self.controls[name].value = value
            raise
        finally:
            self._moving = False
        self._refresh(self.live.repaint)
        return self

    def reset(self):
        """Go back to how the explorer opened."""
        self.reveal()
        self.set(**self._opening)

    def hold(self):
        """Hold the picture, the words and the formula while controls move, as "Predict first" does."""
        self._held.value = True

    def reveal(self):
        """Show what has become of the picture since `hold`, as "Reveal" does."""
        self._held.value = False

    def as_code(self):
        """Return one line of Python that gives an explorer in the present state, on any machine."""
        if self._name is None:
            raise ValueError("this explorer was made without a name, so no code can make it anew")
        values = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"widgets.{self._name}().set({values})"

    def describe(self):
        """Return what the picture now shows, in one or two sentences: the words that stand under it.

        What "Predict first" holds back is not told: until it is revealed, the words say that it is held.
        """
        return self._said

    @property
    def formula(self):
        """The formula in LaTeX, with the numbers of the picture that is shown; "" if there is none."""
        return self._shown.formula

    def frame(self):
        """Return the current picture as PNG bytes."""
        return self.live.frame()

    def _changed(self, _):
        if not self._moving:
            self._refresh(self.live.repaint)

    def _hold_or_reveal(self, _):
        """Hold what is shown while controls move, so that one can predict; or show what has become of it."""
        self._held.description = "Reveal" if self._held.value else "Predict first"
        if self._held.value:
            self.live.sharpen()  # now, since a frame that is still to come would show what is to be predicted
            self._say("Held: move the controls, predict, then press Reveal.")
        else:
            self._refresh(self.live.sharpen)

    def _refresh(self, paint):
        caption = self._update(**self.values)
        self._write_code()
        if self._held.value:
            return
        self._shown = caption
        paint()
        self._say(self._shown.words)
        loop = kernel_loop()
        if loop is None:
            self._typeset()
        elif self._timer is None:
            self._timer = loop.call_later(SECONDS_TO_TYPESET, self._typeset)

    def _typeset(self):
        """Show the formula of what is shown."""
        self._timer = None
        formula = self._shown.formula
        self._formula.value = f"$$\\displaystyle {formula}$$" if formula else ""
        self._formula.layout.display = None if formula else "none"

    def _say(self, words):
        self._said = words
        self._words.value = f'<div class="words">{html.escape(words)}</div>'

    def _panel(self):
        """Return the controls, then the presets and what else a teacher needs as buttons."""
        buttons = [button(label, partial(self.set, **values)) for label, values in self.presets.items()]
        buttons += [button("Reset", self.reset), self._held]
        if self._name:
            buttons.append(
                button("Share", self._share, tooltip="Show this state as a line to paste into a cell")
            )
        row = ipywidgets.Layout(flex_flow="row wrap", align_items="center")
        controls = ipywidgets.Box([*self.controls.values()], layout=row).add_class("explorer-controls")
        buttons = ipywidgets.Box(buttons, layout=row).add_class("explorer-buttons")
        return ipywidgets.VBox([controls, buttons, self._code.add_class("explorer-line")]).add_class(
            "explorer-panel"
        )

    def _share(self):
        """Show the line that gives this state, or put it away."""
        self._code.layout.display = None if self._code.layout.display == "none" else "none"
        self._write_code()

    def _write_code(self):
        """Bring the line up to date, if it is on the page: most frames need none."""
        if self._code.layout.display != "none":
            self._code.value = self.as_code()

    def _repr_mimebundle_(self, **kwargs):
        """Return the live view with, beside it, the picture and the words for where nothing is live.

        A screen reader has the words as the picture's alt text.
        """
        bundle = super()._repr_mimebundle_(**kwargs)
        bundle["text/plain"] = words = self.describe()
        image = as_image(self.live.figure, self.frame(), words)
        caption = f'<figcaption><span aria-hidden="true">{html.escape(words)}</span></figcaption>'
        bundle["text/html"] = f'<figure style="margin: 0">{image}{caption}</figure>'
        return bundle
