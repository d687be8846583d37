"""A deck, walked from the first slide to the last with the keyboard alone; and its slides on a larger screen.

To resize the window at each slide takes twice as long as to go through twice: every editor is measured anew.
"""

from playwright.sync_api import TimeoutError as TooLate

from browser.lab import once_settled, wait

SMALL, LARGE = {"width": 1280, "height": 720}, {"width": 1920, "height": 1080}
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
TOO_LARGE = """() => {
  const edge = document.querySelector(".jp-Deck").getBoundingClientRect().right + 2;
  const hasBar = part => part.offsetHeight > part.clientHeight + 4 || part.offsetWidth > part.clientWidth + 4;
  const panels = ".jp-Deck, .jp-Deck :is(.jp-Notebook, .jp-WindowedPanel-outer)";
  const scrolls = [...document.querySelectorAll(`${panels}, .jp-deck-mod-visible :is(div, pre)`)]
    .filter(part => hasBar(part) && /auto|scroll/.test(getComputedStyle(part).overflow));
  const cells = [...document.querySelectorAll(".jp-deck-mod-visible")].flatMap(cell => {
    const { top, right, bottom } = cell.getBoundingClientRect();
    const outside = top < 0 || bottom > innerHeight || right > edge;
    const cut = [...cell.querySelectorAll(".cm-scroller, pre, table, mjx-container, img, .explorer, .quiz")]
      .filter(part => part.offsetParent && (part.scrollWidth > part.clientWidth + 2 && part.tagName !== "IMG"
        || part.getBoundingClientRect().right > edge));
    return [...(outside ? [cell] : []), ...cut];
  });
  const say = part => {
    const { right, bottom } = part.getBoundingClientRect();
    return `${part.tagName} ${Math.round(right)}, ${Math.round(bottom)}: ${part.textContent.slice(0, 60)}`;
  };
  return [...scrolls.map(part => "a scroll bar on " + part.className + " " + say(part)), ...cells.map(say)];
}"""
"""What does not fit the slide, and what has a scroll bar."""
TOO_SMALL = """() => {
  const size = part => parseFloat(getComputedStyle(part).fontSize);
  const hasText = part => [...part.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
  const under = (least, parts) => [...document.querySelectorAll(`.jp-deck-mod-visible ${parts}`)]
    .filter(part => part.offsetParent && hasText(part) && size(part) < least - 0.01);
  return [
    ...under(innerHeight / 45, ".explorer :is(.widget-label, .widget-readout, .words, label, button)"),
    ...under(innerHeight / 28, ".jp-MarkdownOutput :is(p, li)"),
  ].map(part => `${part.tagName} ${size(part)}: ${part.textContent.slice(0, 60)}`);
}"""
"""What the last row cannot read: an explorer's words under 1/45 of the height, prose under 1/28."""
LOOK = f"""async () => {{
  await ({SETTLED})();
  const title = document.querySelector(".jp-deck-mod-visible .jp-MarkdownOutput > :is(h1, h2):first-child");
  const before = getComputedStyle(document.querySelector(".jp-deck-mod-visible"), "::before");
  return {{
    ...({WHERE})(),
    titled: !!title || !["none", '""'].includes(before.content),
    tooLarge: ({TOO_LARGE})(),
    tooSmall: ({TOO_SMALL})(),
    titleAt: title && Math.round(title.getBoundingClientRect().top),
  }};
}}"""
FOCUS_ON_A_SLIDER = "() => document.activeElement.getAttribute('role') === 'slider'"
OTHER_END = """() => {
  const [now, least] = ["now", "min"].map(end => document.activeElement.getAttribute("aria-value" + end));
  return now === least ? "End" : "Home";
}"""
SHOW = "index => { jupyterapp.shell.currentWidget.content.activeCellIndex = index; }"
STATE = """() => [".surface-moving", ".words"]
  .map(part => document.querySelector(".jp-deck-mod-visible .explorer " + part).innerHTML)"""


def walked(lab):
    """Walk the open notebook's deck on the small screen; return a dict for each press of Space."""
    lab.page.set_viewport_size(SMALL)
    lab.start_deck("# ")
    steps = []
    seen = look(lab.page)
    while not steps or seen["cell"] != steps[-1]["cell"]:
        if seen["explorer"]:
            seen["answers"] = answers(lab.page)
        steps.append(seen)
        lab.page.keyboard.press("Space")
        seen = look(lab.page)
    lab.stop_deck()
    return steps


def looked_at(lab, steps):
    """Show each slide of a walk as it is in the end, on the large screen; return a dict for each."""
    ends = {step["slide"]: step["cell"] for step in steps}
    lab.page.set_viewport_size(LARGE)
    lab.start_deck("# ")
    seen = []
    for cell in ends.values():
        lab.page.evaluate(SHOW, cell)
        seen.append(look(lab.page))
    lab.stop_deck()
    assert {slide["slide"]: slide["cell"] for slide in seen} == ends, "other slides than on the walk"
    return seen


def look(page):
    """Return what is seen, a dict; what does not fit the screen has a moment in which the page may settle."""
    seen = page.evaluate(LOOK)
    if seen["tooLarge"]:
        seen["tooLarge"] = once_settled(page, TOO_LARGE)
    return seen


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
        wait(page, changed, before, seconds=10)
    except TooLate:
        return False
    return True
