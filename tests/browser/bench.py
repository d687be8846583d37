"""How long a control takes to move its picture in JupyterLab; printed as a table, and held to bars.

    make bench

One slider is moved by keys, time and again, in three places on one page: a label that the kernel echoes (the
floor, which no picture can beat), the course's explorer of the loss, and the same figure by `interact`, drawn
anew and shown as an inline PNG; and the explorer's point is dragged in its picture; in turns, so that a busy
machine slows all alike. Then the slider is moved sixty times a second for thirty seconds, and the point is
dragged wildly for ten: do picture and words keep up, and does the page grow?
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from browser.lab import copy_course, launch, serving, window, write_notebook

ROUNDS, MOVES, SECONDS, WILD_SECONDS = 8, 8, 30, 10
TIMES_FLOOR, TIMES_INTERACT, BACKLOG, MEGABYTES = 2, 6, 100, 5
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
POINTER = """const grab = root => {
    const box = [...root.querySelectorAll(".surface-grip")].at(-1).getBoundingClientRect();
    root.place = [box.x + box.width / 2, box.y + box.height / 2];
    point(root, "pointerdown", 0, 0);
  };
  const drag = (root, right, down = 0) => point(root, "pointermove", right, down);
  const point = (root, type, right, down) => {
    const [x, y] = root.place, surface = root.querySelector(".surface");
    surface.setPointerCapture = () => {};  // there is no pointer of that number
    const where = { clientX: x + right, clientY: y + down, pointerId: 1, isPrimary: true, bubbles: true };
    surface.querySelector(".surface-column").dispatchEvent(new PointerEvent(type, where));
  };"""
MOVE = f"""async ([place, changed, times, dragged]) => {{
  {POINTER}
  const root = document.querySelector(place);
  const handle = root.querySelector("[role=slider]");
  const sleep = ms => new Promise(done => setTimeout(done, ms));
  const press = key => handle.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true }}));
  const part = () => root.querySelector(changed);
  const state = () => part()?.src ?? (part()?.viewBox ? part().firstElementChild : part()?.textContent);
  const shown = () => part()?.complete ?? true;
  const measured = [];
  if (dragged) grab(root);
  for (let move = 0; move < times; move++) {{
    const before = state(), start = performance.now();
    if (dragged) drag(root, move % 2 ? 0 : -20);
    else press(move % 2 ? "ArrowLeft" : "ArrowRight");
    await new Promise(done => {{
      const look = () => state() !== before && shown() ? done() : setTimeout(look, 1);
      look();
    }});
    measured.push(performance.now() - start);
    await sleep(300);
  }}
  if (dragged) point(root, "pointerup", 0, 0);
  return measured;
}}"""
WILD = f"""async ([place, changed, seconds, dragged]) => {{
  {POINTER}
  const root = document.querySelector(place);
  const handle = root.querySelector("[role=slider]");
  const sleep = ms => new Promise(done => setTimeout(done, ms));
  let last = performance.now(), frames = 0;
  new MutationObserver(() => {{ last = performance.now(); frames++; }})
    .observe(root.querySelector(changed), {{ childList: true, subtree: true, characterData: true }});
  const start = performance.now();
  if (dragged) grab(root);
  for (let move = 0; performance.now() - start < 1000 * seconds; move++) {{
    const key = move % 60 < 30 ? "ArrowRight" : "ArrowLeft";
    if (dragged) drag(root, -60 + 60 * Math.cos(move / 7), -60 * Math.abs(Math.sin(move / 5)));
    else handle.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true }}));
    await sleep(16);
  }}
  const end = performance.now(), shown = frames;
  await sleep(2000);
  if (dragged) point(root, "pointerup", 0, 0);
  return [Math.max(0, last - end), shown / seconds];
}}"""


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
        "echoed label": ("floor", ".echo", False),
        "interact": ("interact", "img", False),
        "explorer, slider": ("explorer", ".surface-moving", False),
        "explorer, dragged": ("explorer", ".surface-moving", True),
    }
    measured = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way, (name, changed, dragged) in ways.items():
            measured[way] += page.evaluate(MOVE, [f".bench-{name}", changed, MOVES, dragged])
    medians = {way: statistics.median(times) for way, times in measured.items()}
    print(f"{'moved -> changed':<26}{'median ms':>10}{'p95':>8}{'x echo':>8}{'x faster than interact':>24}")
    missed = []
    for way, times in measured.items():
        over, under = medians[way] / medians["echoed label"], medians["interact"] / medians[way]
        p95 = sorted(times)[int(0.95 * len(times))]
        print(f"{way:<26}{medians[way]:>10.0f}{p95:>8.0f}{over:>8.1f}{under:>24.1f}")
        if way.startswith("explorer") and over > TIMES_FLOOR:
            missed.append(f"{way}: {over:.1f} times the echo; {TIMES_FLOOR} is the bar")
        if way.startswith("explorer") and under < TIMES_INTERACT:
            missed.append(f"{way}: {under:.1f} times faster than interact; {TIMES_INTERACT} is the bar")
    return missed


def dragging(page):
    """Print what is left to do after a long drag, and what the page has grown by; return the missed bars."""
    floor, _ = page.evaluate(WILD, [".bench-floor", ".echo", 3, False])
    page.evaluate(WILD, [".bench-explorer", ".words", 3, False])
    before, missed = _megabytes(page), []
    for way, seconds, dragged in (("slider", SECONDS, False), ("point", WILD_SECONDS, True)):
        for part in (".surface-moving", ".explorer-words"):
            late, frames = page.evaluate(WILD, [".bench-explorer", part, seconds, dragged])
            print(
                f"{way} dragged for {seconds} s: {part} settles in {late:.0f} ms, the echo in {floor:.0f};"
                f" {frames:.0f} frames a second"
            )
            if late > BACKLOG:
                missed.append(f"{part} settles {late:.0f} ms after the {way}; {BACKLOG} is the bar")
    grown = _megabytes(page) - before
    print(f"the page has grown by {grown:+.1f} MB")
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
