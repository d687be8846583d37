"""How long a control takes to move its picture in JupyterLab; printed as a table, and held to bars.

    make bench

One slider is moved by keys, time and again, in three places on one page: a label that the kernel echoes (the
floor, which no picture can beat), the course's explorer of the loss, and the same figure by `interact`, drawn
anew and shown as an inline PNG; in turns, so that a busy machine slows all alike. Then the explorer is
moved sixty times a second for thirty seconds: does its picture keep up, and does the page grow?
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from browser.lab import copy_course, launch, serving, window, write_notebook

ROUNDS, MOVES, SECONDS = 8, 8, 30
TIMES_FLOOR, TIMES_INTERACT, BACKLOG, MEGABYTES = 3.5, 4, 150, 5
CELLS = (
    """from io import BytesIO
import ipywidgets
from IPython.display import Image, display
from helpers import widgets""",
    """slider, label = ipywidgets.IntSlider(50), ipywidgets.Label("50")
slider.observe(lambda change: setattr(label, "value", str(change.new)), "value")
label.add_class("echo")
ipywidgets.VBox([slider, label]).add_class("bench-floor")""",
    """widgets.loss_bowl().add_class("bench-explorer")""",
    """bowl = widgets.loss_bowl()
for artist in bowl.live.moving:
    artist.set_animated(False)
bowl.live.figure.dpi = 100
def draw(theta0):
    bowl._update(**bowl.values | {"theta0": theta0})
    png = BytesIO()
    bowl.live.figure.savefig(png, format="png", bbox_inches="tight")
    display(Image(png.getvalue()))
drawn = ipywidgets.interactive(draw, theta0=ipywidgets.FloatSlider(2, min=-1, max=5, step=0.05))
drawn.add_class("bench-interact")""",
)
MOVE = """async ([place, changed, times]) => {
  const root = document.querySelector(place);
  const handle = root.querySelector("[role=slider]");
  const sleep = ms => new Promise(done => setTimeout(done, ms));
  const press = key => handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const part = () => root.querySelector(changed);
  const state = () => part()?.src ?? part()?.textContent;
  const shown = () => part()?.complete ?? true;
  const measured = [];
  for (let move = 0; move < times; move++) {
    const before = state(), start = performance.now();
    press(move % 2 ? "ArrowLeft" : "ArrowRight");
    await new Promise(done => {
      const look = () => state() !== before && shown() ? done() : setTimeout(look, 1);
      look();
    });
    measured.push(performance.now() - start);
    await sleep(300);
  }
  return measured;
}"""
DRAG = """async ([place, changed, seconds]) => {
  const root = document.querySelector(place);
  const handle = root.querySelector("[role=slider]");
  const sleep = ms => new Promise(done => setTimeout(done, ms));
  let last = performance.now();
  new MutationObserver(() => { last = performance.now(); })
    .observe(root.querySelector(changed), { childList: true, subtree: true, characterData: true });
  const start = performance.now();
  for (let move = 0; performance.now() - start < 1000 * seconds; move++) {
    const key = move % 60 < 30 ? "ArrowRight" : "ArrowLeft";
    handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await sleep(16);
  }
  const end = performance.now();
  await sleep(2000);
  return Math.max(0, last - end);
}"""


def main():
    """Print the tables; return the bars that were missed."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder)
        copy_course(home)
        write_notebook(home, "latency", CELLS)
        try:
            browser = launch(playwright, "--enable-precise-memory-info")
        except Error as error:
            print(f"No browser, so no latency: {error}")
            return []
        with serving(home) as address, window(browser, address) as lab:
            lab.open("latency")
            lab.run_all()
            lab.show_all()
            return latency(lab.page) + dragging(lab.page)


def latency(page):
    """Print how long a picture takes to follow its control; return the bars that were missed."""
    ways = {
        "echoed label": ("floor", ".echo"),
        "explorer": ("explorer", "img"),
        "interact": ("interact", "img"),
    }
    measured = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way, (name, changed) in ways.items():
            measured[way] += page.evaluate(MOVE, [f".bench-{name}", changed, MOVES])
    medians = {way: statistics.median(times) for way, times in measured.items()}
    print(f"{'control moved -> changed':<26}{'median ms':>10}{'p95':>8}")
    for way, times in measured.items():
        print(f"{way:<26}{medians[way]:>10.0f}{sorted(times)[int(0.95 * len(times))]:>8.0f}")
    over, under = medians["explorer"] / medians["echoed label"], medians["interact"] / medians["explorer"]
    print(f"the explorer: {over:.1f} times the floor, {under:.1f} times faster than interact")
    missed = [f"{over:.1f} times the floor; {TIMES_FLOOR} is the bar"] if over > TIMES_FLOOR else []
    return missed + (
        [f"{under:.1f} times faster; {TIMES_INTERACT} is the bar"] if under < TIMES_INTERACT else []
    )


def dragging(page):
    """Print what is left to do after a long drag, and what the page has grown by; return the missed bars."""
    floor = page.evaluate(DRAG, [".bench-floor", ".echo", 3])
    page.evaluate(DRAG, [".bench-explorer", ".words", 3])
    before = _megabytes(page)
    settled = page.evaluate(DRAG, [".bench-explorer", ":scope > :last-child", SECONDS])
    grown = _megabytes(page) - before
    print(f"after {SECONDS} s of dragging it settles in {settled:.0f} ms, the floor in {floor:.0f} ms")
    print(f"the page has grown by {grown:+.1f} MB")
    missed = [f"it settles {settled - floor:.0f} ms after the floor"] if settled - floor > BACKLOG else []
    return missed + ([f"the page grows by {grown:.1f} MB"] if grown > MEGABYTES else [])


def _megabytes(page):
    """Return what the page's objects hold after a garbage collection."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return page.evaluate("() => performance.memory.usedJSHeapSize") / 1e6


if __name__ == "__main__":
    missed_bars = main()
    print(*(f"MISSED: {bar}" for bar in missed_bars), sep="\n")
    sys.exit(bool(missed_bars))
