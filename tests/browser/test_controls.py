"""Every explorer in a real JupyterLab: controls move the picture and the words, reset restores both."""

import pytest

from browser.lab import window, write_notebook
from helpers import widgets

STATE = """explorer => [
  explorer.querySelector("img").src,
  explorer.querySelector(".words").textContent,
]"""


@pytest.fixture(scope="module")
def page(server, course, chromium):
    """A notebook with one cell for each explorer, run."""
    calls = [f"widgets.{name}()" for name in widgets.__all__]
    write_notebook(course, "explorers", ["from helpers import widgets", *calls])
    with window(chromium, server) as lab:
        lab.open("explorers")
        lab.run_all()
        yield lab.page


@pytest.fixture(params=widgets.__all__)
def explorer(page, request):
    page.keyboard.press("Escape")
    cell = page.locator(f'.jp-CodeCell:has-text("widgets.{request.param}()")')
    cell.scroll_into_view_if_needed()
    return cell.locator(".explorer")


def change(page, explorer, act):
    """Act, and wait until the picture and the words have changed."""
    picture, words = explorer.evaluate(STATE)
    act()
    page.wait_for_function(
        """([explorer, picture, words]) => explorer.querySelector("img").src !== picture
            && explorer.querySelector(".words").textContent !== words""",
        arg=[explorer.element_handle(), picture, words],
        timeout=5000,
    )


def test_keys_and_clicks_move_picture_and_words(page, explorer):
    opened = explorer.evaluate(STATE)[1]
    for slider in explorer.get_by_role("slider").all():
        key = (
            "Home"
            if slider.get_attribute("aria-valuenow") != slider.get_attribute("aria-valuemin")
            else "End"
        )
        change(page, explorer, lambda slider=slider, key=key: slider.press(key))
        explorer.get_by_role("button", name="Reset").click()
        page.wait_for_function(
            "([explorer, words]) => explorer.querySelector('.words').textContent === words",
            arg=[explorer.element_handle(), opened],
        )
    for box in explorer.get_by_role("checkbox").all():
        change(page, explorer, lambda box=box: box.press("Space"))
    for choice in explorer.get_by_role("combobox").all():
        other = choice.evaluate("select => [...select.options].find(option => !option.selected).value")
        change(page, explorer, lambda choice=choice, other=other: choice.select_option(other))


def test_a_drag_moves_picture_and_words(page):
    explorer = page.locator('.jp-CodeCell:has-text("widgets.line_by_hand()") .explorer')
    explorer.scroll_into_view_if_needed()
    box = explorer.get_by_role("slider").first.bounding_box()

    def drag():
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] - 60, box["y"], steps=5)
        page.mouse.up()

    change(page, explorer, drag)
