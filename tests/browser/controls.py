"""The controls and handles of an explorer, each moved once: picture and words follow, and reset restores.

An explorer is given as an element: a locator is looked for anew at each step, among all that is on the page.
"""

from playwright.sync_api import TimeoutError as TooLate

from browser.lab import wait

STATE = """explorer => [
  explorer.querySelector(".surface-moving").innerHTML + explorer.querySelector(".surface-column img").src,
  explorer.querySelector(".words").textContent,
]"""
REMEMBER = f"explorer => {{ explorer.before = ({STATE})(explorer); }}"
CHANGED = f"explorer => ({STATE})(explorer).every((part, k) => part !== explorer.before[k])"
RESTORED = "([explorer, words]) => explorer.querySelector('.words').textContent === words"
SHOWN = "explorer => explorer.querySelector('.surface-moving').innerHTML.replaceAll(/[0-9a-f]{10}/g, '')"
"""What moves, without matplotlib's names for its parts: they are another time others."""
STILL = f"""async explorer => {{
  const shown = {SHOWN};
  do {{ explorer.opened = shown(explorer); await new Promise(done => setTimeout(done, 120)); }}
  while (explorer.opened !== shown(explorer));
}}"""
AS_OPENED = f"explorer => ({SHOWN})(explorer) === explorer.opened"
DIFFERENCE = f"""explorer => {{
  const now = ({SHOWN})(explorer), {{ opened }} = explorer;
  const at = [...now].findIndex((each, k) => each !== opened[k]);
  return [opened, now].map(text => text.slice(Math.max(0, at - 300), at + 80));
}}"""
VALUES = """explorer => [...explorer.querySelectorAll("[role=slider], select, input")]
  .map(control => control.getAttribute("aria-valuetext") ?? control.checked + control.value).join()"""
OTHER_END = """slider => {
  const [now, least] = ["now", "min"].map(end => slider.getAttribute("aria-value" + end));
  return now === least ? "End" : "Home";
}"""
OTHER_OPTION = "select => [...select.options].find(option => !option.selected).value"
HANDLES = """explorer => [...explorer.querySelectorAll(".surface-grip, .surface-area")]
  .map(handle => handle.getAttribute("class"))"""
IN_VIEW = "explorer => explorer.querySelector('.surface').scrollIntoView({ block: 'nearest' })"
HANDLE = """([explorer, k]) => {
  const handle = explorer.querySelectorAll(".surface-grip, .surface-area")[k];
  const { x, y, width, height } = handle.getBoundingClientRect(), area = handle.matches(".surface-area");
  const share = area ? 0.2 : 0.5;  // off the middle of an area, where a handle may be
  return [x + share * width, y + share * height, area];
}"""
AWAY = [(40, 40), (-40, 40), (-40, -40), (40, -40)]
"""Where a handle is dragged to, one after the other, in pixels: one way may be the end of a slider."""
CUT_OFF = """explorer => {
  const { left, right } = explorer.getBoundingClientRect();
  return [...explorer.querySelectorAll("*:not(mjx-container *, .surface *, .slider-container *)")]
    .filter(part => part.checkVisibility() && part.getClientRects().length)
    .filter(part => {
      const box = part.getBoundingClientRect();
      return box.right > right + 1 || box.left < left - 1 || part.scrollWidth > part.clientWidth + 1
        && !part.matches("input, select, mjx-container") && getComputedStyle(part).overflowX !== "visible";
    })
    .map(part => `${part.className}: ${part.textContent.slice(0, 40)}`);
}"""
"""Its parts that leave it at a side, or hide some of what they hold."""
HEIGHT_AND_ROOM = """explorer => [explorer.offsetHeight,
  explorer.closest(".jp-WindowedPanel-outer, .jp-Notebook").clientHeight]"""
SOON = 10


def change(page, explorer, act):
    """Act, and wait until the picture and the words of an explorer, an element, have changed."""
    explorer.evaluate(REMEMBER)
    act()
    _wait_or_say(
        page, CHANGED, explorer, lambda: f"picture or words have not changed, from: {words(explorer)}"
    )


def open_more(explorer):
    """Press "More" where there is one, for controls and tools that are shown on request."""
    if more := explorer.query_selector("button:text-is('More')"):
        more.click()
        explorer.wait_for_selector("button:text-is('Less')")


def reset(page, explorer, opened):
    """Press the button, and wait until the words are those it opened with."""
    explorer.query_selector("button:has-text('Reset')").click()
    _wait_or_say(
        page,
        RESTORED,
        [explorer, opened],
        lambda: f"Reset has not restored: {opened!r}, but: {words(explorer)!r}",
    )


def look_as_opened(page, explorer):
    """Wait until what moves is what it was when it was last found STILL."""
    _wait_or_say(
        page,
        AS_OPENED,
        explorer,
        lambda: f"{words(explorer)!r}, but the picture is another: {explorer.evaluate(DIFFERENCE)}",
    )


def _wait_or_say(page, condition, arg, complaint):
    """Wait for a condition; raises AssertionError with what complaint returns if it does not come."""
    try:
        wait(page, condition, arg, SOON)
    except TooLate as late:
        raise AssertionError(complaint()) from late


def words(explorer):
    """Return what the explorer says now."""
    return explorer.evaluate(STATE)[1]


def move_all(page, explorer, opened):
    """Move every slider to an end and back to the words it opened with, then every box and every list."""
    open_more(explorer)
    page.wait_for_timeout(100)
    reset(page, explorer, opened)
    for slider in explorer.query_selector_all("[role=slider]"):
        change(page, explorer, lambda slider=slider: slider.press(slider.evaluate(OTHER_END)))
        reset(page, explorer, opened)
    for box in explorer.query_selector_all("[type=checkbox]"):
        change(page, explorer, lambda box=box: box.press("Space"))
    for choice in explorer.query_selector_all("select"):
        other = choice.evaluate(OTHER_OPTION)
        change(page, explorer, lambda choice=choice, other=other: choice.select_option(other))
    reset(page, explorer, opened)


def drag_all(page, explorer, opened, pointer):
    """Drag each handle, and press in each area, with a Mouse: picture, words and sliders move.

    A Finger does so with one of each kind: what it moves is what the mouse has moved.
    """
    open_more(explorer)
    reset(page, explorer, opened)
    explorer.evaluate(STILL)
    kinds = explorer.evaluate(HANDLES)
    one_of_each = {kind: k for k, kind in reversed([*enumerate(kinds)])}.values()
    for k in one_of_each if isinstance(pointer, Finger) else range(len(kinds)):
        values = explorer.evaluate(VALUES)
        change(page, explorer, lambda k=k: drag(page, explorer, k, pointer))
        _wait_or_say(
            page,
            f"([explorer, values]) => ({VALUES})(explorer) !== values",
            [explorer, values],
            lambda k=k: f"handle {k} has moved no control: {words(explorer)}",
        )
        reset(page, explorer, opened)
        look_as_opened(page, explorer)


def drag(page, explorer, k, pointer):
    """Take hold of a handle, and go in all directions until something has changed; in an area press only."""
    explorer.evaluate(IN_VIEW)
    explorer.wait_for_element_state("stable")  # the page moves when JupyterLab has measured a cell above
    x, y, area = page.evaluate(HANDLE, [explorer, k])
    pointer.down(x, y)
    for right, down in () if area else AWAY:
        pointer.move(x + right, y + down)
        if changed_soon(page, explorer):
            break
    pointer.up()


def changed_soon(page, explorer):
    """Return whether picture and words change within half a second."""
    try:
        wait(page, CHANGED, explorer, 0.5)
    except TooLate:
        return False
    return True


class Mouse:
    """A mouse: where it goes, in pixels on the page, with its button down in between."""

    def __init__(self, page):
        self._mouse = page.mouse

    def down(self, x, y):
        self._mouse.move(x, y)
        self._mouse.down()

    def move(self, x, y):
        self._mouse.move(x, y, steps=4)

    def up(self):
        self._mouse.up()


class Finger:
    """A finger on the page, in the same terms."""

    def __init__(self, page):
        self._session = page.context.new_cdp_session(page)

    def down(self, x, y):
        self._touch("touchStart", [{"x": x, "y": y}])

    def move(self, x, y):
        self._touch("touchMove", [{"x": x, "y": y}])

    def up(self):
        self._touch("touchEnd", [])

    def _touch(self, kind, points):
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
