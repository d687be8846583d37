"""How fast the explorers answer, in the kernel; printed as a table, and held to bars.

    make bench

A frame is what happens in the kernel when a control has moved: the numbers, the
moving artists as SVG, the words. Beside it stands what `interact`
with inline figures does for the same picture: the whole figure drawn anew and
encoded as PNG with a tight box, its layout kept and, as for a figure made anew,
laid out again. The bar is on the first, the harder one. All are medians of the
thread's own time in one run, so their ratios hold on a busy machine too. Leaves
with exit code 1 if a bar is missed.
"""

import asyncio
import statistics
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import nbformat
import psutil
from notebooks.stored import run
from widgets.positions import positions

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
LIBRARIES = "import numpy, matplotlib.figure, ipywidgets"
IMPORTS = {
    "numpy, matplotlib, ipywidgets": LIBRARIES,
    "helpers.widgets on top": LIBRARIES + "; start = time.perf_counter(); import helpers.widgets",
}
FASTER, MEGABYTES, FRAMES, KERNEL_MEGABYTES = 10, 5, 2000, 250


def milliseconds(action):
    """Return how long one call of action keeps its thread busy, whatever else the machine is doing."""
    start = time.thread_time()
    action()
    return 1000 * (time.thread_time() - start)


def back_and_forth(control, count=8):
    """Return values from one end of a control's range to the other and back."""
    values = positions(control, count)
    return [*values, *reversed(values)]


def frames(explorer):
    """Return milliseconds for each frame while every control moves through its range."""
    times = []
    for name in explorer.values:
        explorer.reset()
        for position in back_and_forth(explorer.controls[name]):
            if position != explorer.controls[name].value:
                times.append(
                    milliseconds(lambda n=name, p=position: setattr(explorer.controls[n], "value", p))
                )
    explorer.reset()
    return times


def redraws(explorer, layout, times=5):
    """Return milliseconds for each redraw of the whole figure, as inline figures are drawn.

    layout  "none" if it stays as it is, "constrained" if the figure is laid out again
    """
    figure, moving = explorer.live.figure, explorer.live.moving

    def redraw():
        figure.savefig(BytesIO(), format="png", dpi=100, bbox_inches="tight")

    figure.set_layout_engine(layout)
    dpi, figure.dpi = figure.dpi, 100
    for artist in moving:
        artist.set_animated(False)
    measured = [milliseconds(redraw) for _ in range(times)]
    for artist in moving:
        artist.set_animated(True)
    figure.dpi = dpi
    return measured


def memory_growth(explorer):
    """Return by how many megabytes the process grows over FRAMES frames."""
    control = next(control for control in explorer.controls.values() if hasattr(control, "max"))

    def move(count):
        places = back_and_forth(control, 20)
        for k in range(count):
            control.value = places[k % len(places)]

    move(200)
    before = psutil.Process().memory_info().rss
    move(FRAMES)
    return (psutil.Process().memory_info().rss - before) / 1e6


def kernel_memory(name):
    """Return how many megabytes a kernel holds after it has run a notebook."""
    path = NOTEBOOKS / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(
        nbformat.v4.new_code_cell("import psutil; print(psutil.Process().memory_info().rss / 1e6)")
    )
    run(notebook, path.parent)
    return float(notebook.cells[-1].outputs[0].text)


def import_time(code):
    """Return the seconds that a fresh Python needs for the last import of code; the median of five."""
    program = f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(5)
    ]
    return statistics.median(float(run.stdout) for run in runs)


async def bench():
    """Print the tables; return the bars that were missed."""
    from helpers import widgets

    missed = []
    ratios = f"{'times faster':>14}{'laid out anew':>15}"
    print(f"{'explorer':<20}{'frame ms':>10}{'p95':>8}{'kB':>6}{'redraw ms':>12}{ratios}")
    for name in widgets.__all__:
        explorer = getattr(widgets, name)()
        measured = sorted(frames(explorer))
        whole, anew = (statistics.median(redraws(explorer, layout)) for layout in ("none", "constrained"))
        median, p95 = statistics.median(measured), measured[int(0.95 * len(measured))]
        kilobytes = len(explorer.live.view.moving) / 1000
        ratios = f"{whole / median:>14.1f}{anew / median:>15.1f}"
        print(f"{name:<20}{median:>10.1f}{p95:>8.1f}{kilobytes:>6.0f}{whole:>12.1f}{ratios}", flush=True)
        if whole / median < FASTER:
            missed.append(f"{name} is {whole / median:.1f} times faster than a redraw; {FASTER} is the bar")
    growth = memory_growth(widgets.line_by_hand())
    print(f"\n{FRAMES} frames: {growth:+.1f} MB")
    if growth > MEGABYTES:
        missed.append(f"{FRAMES} frames grow the process by {growth:.1f} MB; {MEGABYTES} is the bar")
    return missed


def imports():
    """Print what importing costs; return the bars that were missed."""
    libraries, ours = (import_time(code) for code in IMPORTS.values())
    for name, seconds in zip(IMPORTS, (libraries, ours), strict=True):
        print(f"import {name}: {1000 * seconds:.0f} ms")
    return [] if ours < libraries else ["importing helpers.widgets costs more than the libraries below it"]


def kernel():
    """Print what a kernel holds after notebook 03; return the bars that were missed."""
    held = kernel_memory("03_gradient_descent")
    print(f"a kernel that has run notebook 03 holds {held:.0f} MB")
    return [] if held < KERNEL_MEGABYTES else [f"it holds more than {KERNEL_MEGABYTES} MB"]


if __name__ == "__main__":
    missed_bars = asyncio.run(bench()) + imports() + kernel()
    print(*(f"MISSED: {bar}" for bar in missed_bars), sep="\n")
    sys.exit(bool(missed_bars))
