"""The controls of an explorer, each moved once: picture and words follow, and reset restores the words.

An explorer is given as an element: a locator is looked for anew at each step, among all that is on the page.
"""

from browser.lab import wait

STATE = """explorer => [
  explorer.querySelector("img").src,
  explorer.querySelector(".words").textContent,
]"""
CHANGED = """([explorer, picture, words]) => explorer.querySelector("img").src !== picture
  && explorer.querySelector(".words").textContent !== words"""
RESTORED = "([explorer, words]) => explorer.querySelector('.words').textContent === words"
OTHER_END = """slider => {
  const [now, least] = ["now", "min"].map(end => slider.getAttribute("aria-value" + end));
  return now === least ? "End" : "Home";
}"""
OTHER_OPTION = "select => [...select.options].find(option => !option.selected).value"
SOON = 10


def change(page, explorer, act):
    """Act, and wait until the picture and the words of an explorer, an element, have changed."""
    picture, words = explorer.evaluate(STATE)
    act()
    wait(page, CHANGED, [explorer, picture, words], SOON)


def reset(page, explorer, opened):
    """Press the button, and wait until the words are those it opened with."""
    explorer.query_selector("button:has-text('Reset')").click()
    wait(page, RESTORED, [explorer, opened], SOON)


def words(explorer):
    """Return what the explorer says now."""
    return explorer.evaluate(STATE)[1]


def move_all(page, explorer, opened):
    """Move every slider to an end and back to the words it opened with, then every box and every list."""
    reset(page, explorer, opened)
    for slider in explorer.query_selector_all("[role=slider]"):
        change(page, explorer, lambda slider=slider: slider.press(slider.evaluate(OTHER_END)))
        reset(page, explorer, opened)
    for box in explorer.query_selector_all("[type=checkbox]"):
        change(page, explorer, lambda box=box: box.press("Space"))
    for choice in explorer.query_selector_all("select"):
        other = choice.evaluate(OTHER_OPTION)
        change(page, explorer, lambda choice=choice, other=other: choice.select_option(other))


def drag(page, explorer):
    """Drag the first slider to its left end with the mouse."""
    explorer.scroll_into_view_if_needed()
    box = explorer.query_selector("[role=slider]").bounding_box()

    def left():
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] - 60, box["y"], steps=5)
        page.mouse.up()

    change(page, explorer, left)
