"""An explorer as a set of stored frames, which a page without a kernel can show.

Along its main control, the first slider with enough stops, and for each preset: what stands still as a
picture, what moves as SVG, and the words. They lie in a script beside the page, since a page opened from disk
may load scripts but not read files.
"""

import json
import re
from base64 import b64encode
from functools import lru_cache
from gzip import compress
from io import BytesIO
from itertools import pairwise

import ipywidgets
from PIL import Image

from helpers.figures.style import MINUS
from helpers.live.controls import nearest

LIMIT = 400_000
"""Bytes that the frames of one explorer may take."""
FEWEST, MOST = 8, 24
"""Stops that a main control should have, and of how many at most there are frames."""
SLIDERS = (ipywidgets.FloatSlider, ipywidgets.IntSlider, ipywidgets.SelectionSlider)
PATH = re.compile(r'(?<= d=")[^"]+')
PLACES = 1
"""Digits behind the point that a path needs: a tenth of its unit, a point, is a seventh of a pixel."""


def main_control(explorer):
    """Return the name and the stops of the first slider with enough stops, or of the first one; or None."""
    sliders = [(name, control) for name, control in explorer.controls.items() if isinstance(control, SLIDERS)]
    stops = {name: _stops(control) for name, control in sliders}
    return next((pair for pair in stops.items() if len(pair[1]) >= FEWEST), next(iter(stops.items()), None))


def store(explorer, file):
    """Write the frames of an explorer; return what moves.html needs, None for one without a slider.

    file  path of a script, whose stem is what the frames are called there
    """
    found = main_control(explorer)
    if found is None:
        return None
    name, stops = found
    opening, control = explorer.values, explorer.controls[name]
    opens = stops.index(nearest(control, opening[name]))
    drawn = {}

    def frame(**values):
        if (key := repr(values)) not in drawn:
            explorer.set(**{**opening, **values})
            shown = explorer.values[name]
            at = min(range(len(stops)), key=lambda k: abs(stops[k] - shown))
            moving = PATH.sub(lambda found: _shorter(found[0]), explorer.live.view.moving)
            words, value = explorer.describe(), _text(control)
            drawn[key] = (explorer.live.view.still, moving, words, value, at)
        return drawn[key]

    every = -(-len(stops) // MOST)
    while True:  # every so many stops, counted from where it opens, and both ends
        places = sorted({0, len(stops) - 1, *range(opens % every, len(stops), every)})
        frames = [frame(**{name: stops[k]}) for k in places]
        frames += [frame(**values) for values in explorer.presets.values()]
        script = _script(file.stem, explorer.live.view.size, frames, places)
        if len(script) <= LIMIT or len(places) < FEWEST:
            break
        every *= 2
    file.write_bytes(script)
    explorer.set(**opening)
    return {
        "file": f"{file.parent.name}/{file.name}",
        "label": _label(explorer, control),
        "last": len(places) - 1,
        "opens": places.index(opens),
        "value": _text(control),
        "presets": [*explorer.presets],
        "columns": _columns(explorer.live.view),
    }


def _script(called, size, frames, places):
    """Return the bytes of a script that keeps the frames, each kind of picture once, packed."""
    stills = [*dict.fromkeys(still for still, *_ in frames)]
    packed = {
        "size": size,
        "stills": [f"data:image/webp;base64,{_base64(_as_webp(still))}" for still in stills],
        "frames": [
            {
                "still": stills.index(still),
                "moving": moving,
                "words": words,
                "value": value,
                "at": min(range(len(places)), key=lambda k: abs(places[k] - at)),
            }
            for still, moving, words, value, at in frames
        ],
    }
    data = compress(json.dumps(packed, ensure_ascii=False).encode(), mtime=0)
    return f'frames["{called}"] = "{_base64(data)}";\n'.encode()


@lru_cache(maxsize=1000)
def _shorter(path):
    """Return a path of SVG with each place told from the one before, so that equal letters are equal text.

    path  a command a line, in absolute places, as matplotlib writes it
    """
    parts, start, last = [], (0, 0), (0, 0)
    for command, *numbers in filter(None, map(str.split, path.split("\n"))):
        pairs = [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if command == "M":
            start, last = pairs[0], (0, 0)
            parts.append(f"M{_short(start[0])} {_short(start[1])}")
        elif pairs:
            places = [[round(z - z0, PLACES) for z, z0 in zip(pair, start, strict=True)] for pair in pairs]
            steps = [z - z0 for place in places for z, z0 in zip(place, last, strict=True)]
            parts.append(command.lower() + " ".join(map(_short, steps)))
            last = places[-1]
        else:
            parts.append(command)
    return "".join(parts)


def _short(number):
    return f"{round(number, PLACES):g}"


def _as_webp(png):
    """Return a picture as WebP, which at this quality differs by less than the eye sees."""
    stream = BytesIO()
    Image.open(BytesIO(png)).save(stream, "webp", quality=80, method=2)
    return stream.getvalue()


def _base64(content):
    return b64encode(content).decode()


def _columns(view):
    """Return for each column of a picture where it begins, its width, and the picture's width and height."""
    begins = [round(place, PLACES) for place in (*view.columns, view.size[0])]
    width, height = (round(side, PLACES) for side in view.size)
    return [
        {"from": start, "wide": round(end - start, PLACES), "all": width, "high": height}
        for start, end in pairwise(begins)
    ]


def _stops(control):
    """Return every value that a slider can have, in order."""
    if hasattr(control, "options"):
        return [value for _, value in control._options_full]
    steps = round((control.max - control.min) / control.step)
    return [*dict.fromkeys(nearest(control, control.min + k * control.step) for k in range(steps + 1))]


def _text(control):
    """Return a slider's value as text."""
    if hasattr(control, "options"):
        return control.label
    return f"{round(control.value, 6):g}".replace("-", MINUS)


def _label(explorer, control):
    """Return what a control is called, with the name of the group in which it stands."""
    boxes = [box for part in explorer.panel.children for box in getattr(part, "children", ())]
    groups = [box.children for box in boxes if "explorer-group" in box._dom_classes]
    headings = [heading.value for heading, *members in groups if control in members]
    return ": ".join([*headings, control.description])
