"""An explorer: controls, a live picture, and words that say what the picture shows."""

import html
from collections.abc import Callable
from contextlib import ExitStack
from typing import NamedTuple

import ipywidgets
from traitlets import TraitError

from helpers.figures.picture import as_image
from helpers.figures.style import in_turn, own_settings
from helpers.live.controls import as_number, nearest
from helpers.live.figure import kernel_loop
from helpers.live.formula import as_html
from helpers.live.panel import Panel
from helpers.live.sound import SOUND, as_audio

SECONDS_TO_REST = 0.1
"""A browser needs longer for a formula or a sound than to show a picture, which must not wait for them."""
FRAMES, SECONDS_A_FRAME = 10, 0.03
"""Of a preset's way from where the controls are to its own values."""
FEW = 7
"""Of so many controls each has room for its label above it, beside the picture."""
SECONDS_TO_FALL_BACK = 0.2
"""Between two pictures where the browser cannot show a Surface: each is a whole PNG."""
GLIDE = (ipywidgets.FloatSlider, ipywidgets.IntSlider, ipywidgets.SelectionSlider)
HELD = "Held: move the controls, predict, then press Reveal."


def _move(name, control, value):
    """Set a control's value; raises ValueError if the control does not take it as it is."""
    try:
        control.value = value
    except TraitError as error:
        raise ValueError(f"{name} takes no {value!r}: {error}") from error
    taken = as_number(control, control.value)
    if taken != as_number(control, value):
        raise ValueError(f"{name} takes no {value!r}; it would become {taken!r}")


class Caption(NamedTuple):
    """What an explorer says of its picture.

    words    one or two sentences
    formula  in LaTeX, with the numbers put in
    sound    called without an argument once the controls rest, returns a WAV file's bytes, to be listened to
    """

    words: str
    formula: str = ""
    sound: Callable | None = None


class Explorer(ipywidgets.VBox):
    """Controls, a live picture, and words that say what the picture shows.

    live      LiveFigure
    controls  dict of name -> ipywidgets control, in the order in which they are shown
    update    called with the value of every control by name; moves the artists, returns a Caption
    presets   dict of a button's label -> dict of control name -> value
    name      of the function in `helpers.widgets` that made it; without one its state cannot be shared
    handles   what can be taken hold of in the picture: list of `helpers.live.handle.Handle`
    more      names of controls that the lesson can do without, shown on request
    quiet     whether Reset, "Predict first" and Share are shown on request too; there must be more then

    Buttons and players have no value of their own: they are shown, and left to the caller to wire.
    """

    def __init__(self, live, controls, update, presets=None, name=None, handles=(), more=(), quiet=False):
        self.live, self.controls, self.presets = live, dict(controls), dict(presets or {})
        self._update, self.name, self._handles = own_settings(update), name, list(handles)
        self._opening = self.values
        self._moving = False
        self._grab, self._dropped, self._taken = None, None, {}
        self._timer, self._later = None, None
        self._ways = 0  # of a preset: another number each time that one is left
        self._formula, self._words, self._said = ipywidgets.HTMLMath(), ipywidgets.HTML(), ""
        self._picture = ipywidgets.Image(format="png", layout=ipywidgets.Layout(max_width="100%"))
        self.panel = Panel(self, more, quiet)
        for name in self._opening:
            self.controls[name].observe(self._changed, "value")
        self._refresh()
        if self._shown.sound is not None:
            self.panel.add_sound()
        self._at_rest()
        self.panel.held.observe(self._hold_or_reveal, "value")
        live.view.observe(self._dragged, "pointer")
        live.view.observe(self._hovered, "hovered")
        live.view.observe(self._came_alive, "alive")
        picture = ipywidgets.Box([live.view, self._picture.add_class("explorer-fallback")])
        parts = {"formula": self._formula, "picture": picture, "panel": self.panel, "words": self._words}
        named = [part.add_class(f"explorer-{name}") for name, part in parts.items()]
        stage = ipywidgets.VBox([self.panel.presets, *named] if self.presets else named)
        super().__init__([stage.add_class("explorer-stage")])
        self.add_class("explorer")
        if len(self.controls) - len(more) > FEW:
            self.add_class("explorer-many")

    @property
    def values(self):
        """The value of every control that has one, by name."""
        return {
            name: as_number(control, control.value)
            for name, control in self.controls.items()
            if hasattr(control, "value") and not isinstance(control, ipywidgets.Play)
        }

    @in_turn
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
        self._refresh()
        return self

    @in_turn
    def reset(self):
        """Go back to how the explorer opened."""
        self._let_go()
        self.reveal()
        self.set(**self._opening)

    def hold(self):
        """Hold the picture, the words and the formula while controls move, as "Predict first" does."""
        self.panel.held.value = True

    def reveal(self):
        """Show what has become of the picture since `hold`, as "Reveal" does."""
        self.panel.held.value = False

    def as_code(self):
        """Return one line of Python that gives an explorer in the present state, on any machine."""
        if self.name is None:
            raise ValueError("this explorer was made without a name, so no code can make it anew")
        values = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"widgets.{self.name}().set({values})"

    def describe(self):
        """Return what the picture now shows, in one or two sentences: the words that stand under it.

        What "Predict first" holds back is not told: until it is revealed, the words say that it is held.
        """
        return self._said

    @property
    def formula(self):
        """The formula in LaTeX, with the numbers of the picture that is shown; "" if there is none."""
        return self._shown.formula

    @in_turn
    def frame(self):
        """Return the current picture as PNG bytes."""
        return self.live.frame()

    @in_turn
    def go_to(self, values):
        """Move the controls to the values of a preset: in a kernel they glide, unless that is not wanted."""
        for control in self.controls.values():
            if isinstance(control, ipywidgets.Play):
                control.playing = False
        before = self.values
        numbers = {
            name: (before[name], value)
            for name, value in values.items()
            if isinstance(self.controls[name], GLIDE)
        }
        self._let_go()
        loop, view = kernel_loop(), self.live.view
        if loop is None or not view.alive or view.calm or self.panel.held.value or not numbers:
            self.set(**values)
            return
        self.set(**{name: value for name, value in values.items() if name not in numbers})
        way = self._ways

        @in_turn
        def glide(frame):
            if way != self._ways:
                return
            if frame == FRAMES:
                self.set(**values)
                return
            share = frame / FRAMES
            places = {name: start + share * (end - start) for name, (start, end) in numbers.items()}
            self.set(**{name: nearest(self.controls[name], place) for name, place in places.items()})
            loop.call_later(SECONDS_A_FRAME, glide, frame + 1)

        glide(1)

    def _let_go(self):
        """Heed no more of a drag, whose last place may still be on its way, nor go on gliding."""
        self._dropped = self._grab
        self._stop_gliding()

    def _stop_gliding(self):
        self._ways += 1

    @in_turn
    def _changed(self, _):
        if not self._moving:
            self._stop_gliding()
            self._refresh()

    @in_turn
    def _hold_or_reveal(self, _):
        """Hold what is shown while controls move, so that one can predict; or show what has become of it."""
        self._stop_gliding()
        if self.panel.held.value:
            self.add_class("explorer-held")
            self._say(HELD)
        else:
            self.remove_class("explorer-held")
            self._refresh()

    @in_turn
    def _dragged(self, change):
        """Move the controls to where a handle was dragged; the picture goes first, the sliders follow."""
        pointer = change["new"]
        self._stop_gliding()
        if pointer["grab"] == self._dropped:
            return
        if pointer["grab"] != self._grab:
            self._grab, self._taken = pointer["grab"], self.values
        handle = self._handles[pointer["handle"]]
        if pointer.get("clicked"):
            values = handle.clicked
        else:
            values = handle.moved(pointer["x"], pointer["y"], pointer["part"], self._taken)
        with ExitStack() as sent_later:
            for name in values:
                sent_later.enter_context(self.controls[name].hold_sync())
            self.set(**{name: nearest(self.controls[name], value) for name, value in values.items()})

    @in_turn
    def _hovered(self, change):
        """Show what a click would do where a mouse is, or no longer."""
        for which in {place["handle"] for place in (change["old"], change["new"]) if place}:
            here = change["new"] if change["new"].get("handle") == which else {}
            self._handles[which].hovered(here.get("x"), here.get("y"))
        if not self.panel.held.value:
            self.live.repaint(self._handles)

    @in_turn
    def _came_alive(self, _):
        """The browser shows the surface: from now on the picture that stands in for it is not needed."""
        self._picture.value, self._picture.layout.display = b"", "none"

    def _refresh(self):
        caption = self._update(**self.values)
        self.panel.follow()
        if self.panel.held.value:
            return
        self._shown = caption
        self.live.repaint(self._handles)
        self._say(self._shown.words)
        loop = kernel_loop()
        if loop is None:
            self._at_rest()
            return
        if self._timer is None:
            self._timer = loop.call_later(SECONDS_TO_REST, self._at_rest)
        if self._picture.value and self._later is None:
            self._later = loop.call_later(SECONDS_TO_FALL_BACK, self._fall_back)

    @in_turn
    def _fall_back(self):
        """Show the whole picture where the browser has not said that it shows the surface."""
        self._later = None
        if not self.live.view.alive:
            self._picture.value = self.frame()

    @in_turn
    def _at_rest(self):
        """Show the formula of what is shown, and hold its sound ready."""
        self._timer = None
        formula = self._shown.formula
        self._formula.value = as_html(formula) if formula else ""
        self._formula.layout.display = None if formula else "none"
        if self.panel.sound is not None:
            self.panel.sound.value = self._shown.sound()

    def _say(self, words):
        self._said = words
        self._words.value = f'<div class="words">{html.escape(words)}</div>'

    @in_turn
    def _repr_mimebundle_(self, **kwargs):
        """Return the live view with, beside it, the picture and the words for where nothing is live.

        A screen reader has the words as the picture's alt text.
        """
        bundle = super()._repr_mimebundle_(**kwargs)
        bundle["text/plain"] = words = self.describe()
        png = self.frame()
        if not self.live.view.alive:
            self._picture.value = png
        image = as_image(self.live.figure, png, words)
        caption = f'<figcaption><span aria-hidden="true">{html.escape(words)}</span></figcaption>'
        sound = "" if self._shown.sound is None else as_audio(self._shown.sound(), SOUND)
        bundle["text/html"] = f'<figure style="margin: 0">{image}{sound}{caption}</figure>'
        return bundle
