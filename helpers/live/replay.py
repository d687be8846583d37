"""A replay: an explorer of one training, epoch by epoch, also while it runs."""

import time

import ipywidgets

from helpers.live.controls import player, whole_slider
from helpers.live.explorer import Explorer
from helpers.live.handle import area, point

SECONDS_A_FRAME = 0.05


def controls_along(name, last, every, milliseconds=80):
    """Return the controls of a Replay: a slider of that name, from 0 to last · every, and its player."""
    along = whole_slider(name.capitalize(), last * every, 0, max(last, 1) * every)
    along.step = every
    play = player(along, milliseconds)
    play.step = every
    return {name: along, "play": play}


def handles_along(name, ax, artist):
    """Return the handles of a Replay: a point that goes along the axis of that control, and the axes."""
    return [point(artist, x=name), area(ax, x=name)]


class Replay(Explorer):
    """An explorer of one training, which grows while the training runs.

    record  list of the parameters after every so many epochs, the first from before the training
    every   how many epochs lie between two entries of the record
    epochs  how many there will be; a bar shows the progress while some are missing
    along   name of the control that goes through them, if it counts steps and no epochs
    others as in Explorer; `controls` has those of `controls_along`
    """

    def __init__(self, live, controls, update, record, every, epochs, handles=(), along="epoch"):
        self.record, self._every, self._along = record, every, along
        last = (len(record) - 1) * every
        super().__init__(live, controls, update, _moments(along, epochs, every), handles=handles)
        self._painted = 0.0
        self._bar = ipywidgets.IntProgress(last, max=epochs, description="Training")
        self._bar.add_class("explorer-bar")
        self.panel.children = [self._bar, *self.panel.children]
        self._show_what_is_there(last)

    def append(self, parameters):
        """Record the parameters after more training, and show them, at most some 20 times a second."""
        self.record.append(parameters)
        if time.monotonic() - self._painted > SECONDS_A_FRAME:
            self.catch_up()
            self._painted = time.monotonic()

    def catch_up(self):
        """Go to the last epoch that was recorded."""
        last = (len(self.record) - 1) * self._every
        self.controls["play"].max = self.controls[self._along].max = self._bar.value = last
        self.set(**{self._along: last})
        self._show_what_is_there(last)

    def _show_what_is_there(self, last):
        """Show the bar while epochs are missing; after that the presets, which need all of them."""
        over = last == self._bar.max
        self._bar.layout.display = "none" if over else None
        self.panel.presets.layout.display = None if over else "none"
        if over:
            self._opening = self.values  # where Reset leads back to


def _moments(along, last, every):
    """Return the presets of a training that is over."""
    moments = {"Before training": 0, "A tenth of it": last // 10 // every * every, "The end": last}
    return {label: {along: place} for label, place in moments.items()}
