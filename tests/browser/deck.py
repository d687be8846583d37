"""A deck, walked from the first slide to the last with the keyboard alone, on a screen of each size.

To resize the window at each slide takes twice as long as to walk twice: every editor is measured anew.
"""

from playwright.sync_api import TimeoutError as TooLate

SIZES = [{"width": 1280, "height": 720}, {"width": 1920, "height": 1080}]
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


def walked(lab, size):
    """Walk the open notebook's deck on a screen of one size; return a dict for each press of Space."""
    lab.page.set_viewport_size(size)
    lab.start_deck("# ")
    steps = []
    where = lab.page.evaluate(WHERE)
    while not steps or where["cell"] != steps[-1]["cell"]:
        too_large = [f"{size['width']}: {part}" for part in seen_too_large(lab.page)]
        answer = answers(lab.page) if where["explorer"] and size == SIZES[0] else None
        steps.append({**where, "too large": too_large, "answers": answer})
        lab.page.keyboard.press("Space")
        lab.page.evaluate(SETTLED)
        where = lab.page.evaluate(WHERE)
    lab.stop_deck()
    return steps


def seen_too_large(page):
    """Return what does not fit the screen, also after a moment in which the page may settle."""
    if page.evaluate(SEEN):
        try:
            page.wait_for_function(FITS, timeout=2000)
        except TooLate:
            return page.evaluate(TOO_LARGE)
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
