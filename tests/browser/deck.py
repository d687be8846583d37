"""A deck, walked from the first slide to the last with the keyboard alone, and seen at two sizes."""

from playwright.sync_api import TimeoutError as TooLate

SIZES = [(1280, 720), (1920, 1080)]
VISIBLE = ".jp-deck-mod-visible"
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
WHERE = """() => {
  const notebook = jupyterapp.shell.currentWidget.content;
  return {
    cell: notebook.activeCellIndex,
    slide: notebook.widgets.findIndex(cell => cell.hasClass("jp-deck-mod-visible")),
    heading: document.querySelector(".jp-deck-mod-visible")?.innerText.slice(0, 50) ?? "",
    explorer: !!document.querySelector(".jp-deck-mod-visible .explorer"),
  };
}"""
TOO_LARGE = """() => [...document.querySelectorAll(".jp-deck-mod-visible")].flatMap(cell => {
  const { top, right, bottom } = cell.getBoundingClientRect();
  const outside = top < 0 || bottom > innerHeight || right > innerWidth;
  const cut = [...cell.querySelectorAll(".cm-scroller, pre, table, mjx-container, img, .explorer, .quiz")]
    .filter(part => part.offsetParent && (part.scrollWidth > part.clientWidth + 2 && part.tagName !== "IMG"
      || part.getBoundingClientRect().right > innerWidth));
  return [...(outside ? [cell] : []), ...cut].map(part =>
    `${part.tagName} ${Math.round(part.getBoundingClientRect().bottom)}: ${part.textContent.slice(0, 60)}`);
})"""
SEEN = f"async () => {{ await ({SETTLED})(); return ({TOO_LARGE})(); }}"
FITS = f"() => !({TOO_LARGE})().length"
FOCUS_ON_A_SLIDER = "() => document.activeElement.getAttribute('role') === 'slider'"
OTHER_END = """() => {
  const [now, least] = ["now", "min"].map(end => document.activeElement.getAttribute("aria-value" + end));
  return now === least ? "End" : "Home";
}"""
STATE = """() => ["img", ".words"]
  .map(part => document.querySelector(".jp-deck-mod-visible .explorer " + part))
  .map(part => part.src ?? part.textContent)"""


def walked(page):
    """Walk the deck that is up; return a dict for each press of the Space key.

    Each step is seen at both sizes, and the next one first at the size that the last one ended with.
    """
    steps, sizes = [], SIZES[::-1]
    where = page.evaluate(WHERE)
    while not steps or where["cell"] != steps[-1]["cell"]:
        too_large = [part for size in sizes for part in too_large_at(page, size)]
        answer = answers(page) if where["explorer"] else None
        steps.append({**where, "too large": too_large, "answers": answer})
        sizes = sizes[::-1]
        page.keyboard.press("Space")
        page.evaluate(SETTLED)
        where = page.evaluate(WHERE)
    return steps


def too_large_at(page, size):
    """Return what does not fit a screen of a size, also after a moment in which the page may settle."""
    width, height = size
    if page.viewport_size != {"width": width, "height": height}:
        page.set_viewport_size({"width": width, "height": height})
    if page.evaluate(SEEN):
        try:
            page.wait_for_function(FITS, timeout=2000)
        except TooLate:
            return [f"{width}: {part}" for part in page.evaluate(TOO_LARGE)]
    return []


def answers(page):
    """Return whether an explorer, reached by the Tab key, follows the Home or the End key."""
    before = page.evaluate(STATE)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS_ON_A_SLIDER):
            break
    page.keyboard.press(page.evaluate(OTHER_END))
    try:
        changed = f"before => JSON.stringify(({STATE})()) !== JSON.stringify(before)"
        page.wait_for_function(changed, arg=before, timeout=10_000)
    except TooLate:
        return False
    return True
