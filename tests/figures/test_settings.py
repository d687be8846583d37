"""The course's pictures depend on none of the learner's own settings of matplotlib, and change none."""

import ast
import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import matplotlib
import numpy as np
import pytest

from helpers import widgets
from helpers.figures import line, loss, overview, style
from helpers.figures.picture import Picture

HOSTILE = """
agg.path.chunksize: 3
axes.autolimit_mode: round_numbers
axes.facecolor: black
axes.formatter.limits: -1, 1
axes.linewidth: 4
axes.prop_cycle: cycler('color', ['w'])
axes.titlelocation: left
axes.unicode_minus: False
axes.xmargin: 0.4
figure.autolayout: True
figure.constrained_layout.h_pad: 0.5
figure.dpi: 30
figure.facecolor: black
figure.frameon: False
font.family: No Such Font
grid.alpha: 0.1
image.cmap: jet
image.interpolation: bicubic
image.lut: 3
legend.frameon: False
legend.loc: center
legend.numpoints: 3
lines.antialiased: False
lines.linestyle: none
lines.marker: s
markers.fillstyle: none
mathtext.default: bf
patch.antialiased: False
patch.force_edgecolor: True
patch.linewidth: 4
path.simplify: False
path.sketch: 5, 50, 2
path.snap: False
savefig.bbox: tight
savefig.dpi: 20
savefig.facecolor: black
savefig.transparent: True
scatter.marker: x
text.antialiased: False
text.color: white
text.usetex: True
xtick.bottom: False
xtick.direction: in
xtick.minor.visible: True
ytick.labelleft: False
"""


def still_pictures():
    """Return pictures as notebooks make them: with methods of Axes, and with functions of figures."""
    left, right = style.new_axes(2, size=(6, 3))
    X, y = np.linspace(-1, 1, 200), np.linspace(-1, 1, 200) ** 2
    fit = line.draw_fit(left, X, y, x_limits=(-1, 1), y_limits=(-1, 1))
    line.update_fit(fit, X, y, X)
    loss.update_squares(loss.draw_squares(left), X[::40], y[::40], X[::40])
    left.legend()
    right.plot(X, y, label="$x^2$")
    right.scatter(X[::20], y[::20])
    right.hist(y)
    right.figure.colorbar(right.imshow(np.eye(3), extent=(0, 1, 0, 1)), label="$a$")
    right.text(0, 0, "text")
    right.set(title="title", xlabel="$x$", xscale="symlog")
    fields = style.new_axes(size=(6, 3))
    overview.draw_fields(fields, "abc", "de")
    return [Picture([left, right], "a line"), Picture(fields, "boxes")]


def pictures():
    """Return a digest of each explorer's picture, and of still pictures, by name."""
    pixels = {name: getattr(widgets, name)().live.draw().tobytes() for name in widgets.__all__}
    pixels |= {picture.alt: picture.png() for picture in still_pictures()}
    return {name: sha256(drawn).hexdigest() for name, drawn in pixels.items()}


def test_under_hostile_settings_every_picture_is_the_same_to_the_pixel(tmp_path):
    (tmp_path / "matplotlibrc").write_text(HOSTILE)
    environment = os.environ | {"MATPLOTLIBRC": str(tmp_path)}
    command = [sys.executable, __file__]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as other:
        expected = pictures()
        found, complaints = other.communicate(timeout=300)
    assert json.loads(found or "{}") == expected, complaints.decode()


def test_the_learners_own_settings_come_back(monkeypatch):
    monkeypatch.setitem(matplotlib.rcParams, "lines.linewidth", 7)
    before = dict(dict.items(matplotlib.rcParams))  # as they lie there: to look at "backend" would choose one
    with pytest.raises(AttributeError):
        style.new_axes().plot([0, 1], no_such_property=1)
    widgets.line_by_hand().controls["theta0"].value = 1
    assert dict(dict.items(matplotlib.rcParams)) == before
    assert matplotlib.figure.Figure().subplots().plot([0, 1])[0].get_linewidth() == 7


HELPERS = Path(style.__file__).parents[1]
MAKES_FIGURES = {"Figure", "subplots", "subplot_mosaic", "add_subplot", "add_axes", "pyplot"}


def names_used(path):
    """Yield every name in a module that is called or imported, without the modules before its dots."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", None))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.name.rpartition(".")[2] for alias in node.names if alias.name != "Figure")


@pytest.mark.parametrize("path", sorted(HELPERS.rglob("*.py")), ids=lambda path: path.stem)
def test_only_the_style_makes_figures_and_axes(path):
    made = MAKES_FIGURES & set(names_used(path))
    assert not made or path == Path(style.__file__), f"use style.new_axes in the place of {sorted(made)}"


if __name__ == "__main__":
    print(json.dumps(pictures()))
