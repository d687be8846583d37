"""The static edition, opened from disk with no network: whole, readable on a wide screen and on a phone.

Each page of a notebook is opened once for what is asked of it alone, in the order of this file.
"""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest

from helpers.course import NOTEBOOKS

TOP = Path(__file__).parents[2]
NAMES = [notebook.file for notebook in NOTEBOOKS]
SHEET = "summaries"
WIDE = {"width": 1280, "height": 900}
PROSE = {"quiz", "check", "solution"}
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.DOTALL | re.MULTILINE)
FORMULA = re.compile(r"\$\$.+?\$\$|\$.+?\$", re.DOTALL)

RAW_TEXT = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const {data, parentElement} = walker.currentNode;
    if (!parentElement.closest("pre, code") && /[$\\]|\]\(/.test(data)) found.push(data);
  }
  return found;
}"""
BROKEN_FORMULAS = r"""() => [...document.querySelectorAll("math")]
  .filter(math => math.querySelector("merror") || /\\|\[\d+pt\]/.test(math.textContent)
    || !math.getBoundingClientRect().width)
  .map(math => math.outerHTML)"""
UNFOLD = "() => document.querySelectorAll('details').forEach(details => { details.open = true })"
PICTURES = """() => Promise.all([...document.images].map(async image => {
  await image.decode();
  return [image.alt.trim(), image.naturalWidth];
}))"""
LEAVES = "math :is(mi, mo, mn, mtext)"
USED_FONTS = "CSS.getPlatformFontsForNode"
APPLIED = "\u2061"  # between a function and its argument, for those who hear the formula; it is not drawn


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    target = tmp_path_factory.mktemp("site")
    subprocess.run([sys.executable, TOP / "docs/html/build.py", target], check=True, timeout=120)
    return target


class Reader:
    """A window without a network, that notes what went wrong and what was asked for beyond the site."""

    def __init__(self, context, site):
        self.site, self.errors, self.outside = site, [], []
        context.set_offline(True)
        context.on("request", lambda request: self._note(request.url))
        self.page = context.new_page()
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("requestfailed", lambda request: self.errors.append(request.url))

    def open(self, name):
        self.page.set_viewport_size(WIDE)
        self.page.goto((self.site / f"{name}.html").as_uri())
        self.page.evaluate("() => document.fonts.ready")

    def _note(self, url):
        if not url.startswith((self.site.as_uri(), "data:")):
            self.outside.append(url)


@pytest.fixture(scope="module")
def window(chromium, site):
    with chromium.new_context(viewport=WIDE) as context:
        yield Reader(context, site)


@pytest.fixture
def reader(window):
    """The window, in which nothing may go wrong."""
    yield window
    assert window.errors == []
    assert window.outside == []


@pytest.fixture(scope="module", params=NAMES)
def name(window, request):
    """The name of a notebook whose page is open."""
    window.open(request.param)
    return request.param


def cells_of(name):
    return nbformat.read(TOP / "notebooks" / f"{name}.ipynb", as_version=4).cells


def outputs_of(cells):
    return [output for cell in cells for output in cell.get("outputs", [])]


def formulas_of(cells):
    """Count the formulas of a notebook's text, apart from how the site finds them."""
    texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
    texts += [output.get("data", {}).get("text/latex", "") for output in outputs_of(cells)]
    prose = [cell for cell in cells if PROSE & {*cell.metadata.get("tags", [])}]
    texts += [output.get("data", {}).get("text/plain", "") for output in outputs_of(prose)]
    return sum(len(FORMULA.findall(CODE.sub("", text))) for text in texts)


def test_solutions_and_notes_for_the_teacher_are_folded(reader, name):
    cells = cells_of(name)
    hidden = [cell for cell in cells if cell.metadata.get("jupyter", {}).get("source_hidden")]
    notes = [cell for cell in cells if "teacher" in cell.metadata.get("tags", [])]
    assert reader.page.locator("details.code").count() == len(hidden)
    assert reader.page.locator("details", has_text="For the teacher").count() == len(notes)
    assert reader.page.locator("details[open]").count() == 0


def test_a_page_is_whole(reader, name):
    cells = cells_of(name)
    outputs = [output.get("data", {}) for output in outputs_of(cells)]
    stored = sum("data:image/png" in data.get("text/html", "") for data in outputs)

    pictures = reader.page.evaluate(PICTURES)
    assert len(pictures) == stored
    assert all(words and width for words, width in pictures)
    explorers = [data["text/plain"] for data in outputs if "<figure" in data.get("text/html", "")]
    assert [image.get_attribute("alt") for image in reader.page.locator("figure img").all()] == explorers
    assert reader.page.get_by_text("In JupyterLab this picture moves.").count() == len(explorers)

    reader.page.evaluate(UNFOLD)
    assert reader.page.evaluate(RAW_TEXT) == []
    assert reader.page.evaluate(BROKEN_FORMULAS) == []
    assert reader.page.locator("math").count() - reader.page.locator(".contents math").count() == formulas_of(
        cells
    )


def test_every_symbol_is_in_the_font_beside_the_page(reader, name):
    """Whatever the reader's system has: a formula in two fonts looks broken."""
    # A page of its own: the developer tools ask for the file once more, and may not have it.
    page = reader.page.context.new_page()
    page.goto(reader.page.url)
    page.evaluate("() => document.fonts.ready")
    page.evaluate(UNFOLD)
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    leaves = devtools.send("DOM.querySelectorAll", {"nodeId": root, "selector": LEAVES})["nodeIds"]
    symbols = dict(zip(page.locator(LEAVES).all_text_contents(), leaves, strict=True))
    fonts = {
        symbol: [font["familyName"] for font in devtools.send(USED_FONTS, {"nodeId": leaf})["fonts"]]
        for symbol, leaf in symbols.items()
        if symbol != APPLIED
    }
    page.close()
    assert {symbol: used for symbol, used in fonts.items() if used != ["Course Math"]} == {}


def test_code_and_formulas_are_not_translated(reader, name):
    assert (
        reader.page.locator(":is(.code, code, math):not(:has([translate=no])):not([translate=no])").count()
        == 0
    )


def assert_no_scrolling_sideways(page):
    page.evaluate(UNFOLD)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_no_page_scrolls_sideways(reader, name):
    assert_no_scrolling_sideways(reader.page)


@pytest.mark.parametrize("page", ["index", SHEET])
def test_no_list_scrolls_sideways(reader, page):
    reader.open(page)
    assert_no_scrolling_sideways(reader.page)


def test_the_index_lists_every_notebook_with_its_minutes_and_question(reader):
    reader.open("index")
    items = reader.page.locator(".map li").all()
    assert [item.get_by_role("link").get_attribute("href") for item in items] == [
        f"{name}.html" for name in NAMES
    ]
    for item, name in zip(items, NAMES, strict=True):
        first = cells_of(name)[0].source
        minutes = re.search(r"Minutes: (\d+)", first)[1]
        assert item.locator(".minutes").inner_text() == f"{minutes} minutes"
        assert item.locator("p").inner_text() == " ".join(first.split("\n\n")[1].replace("`", "").split())


def test_the_summaries_stand_on_one_sheet_too(reader):
    reader.open("index")
    reader.page.get_by_role("link", name="Summaries").click()
    reader.page.wait_for_url(f"**/{SHEET}.html")
    sections = reader.page.locator("section.summary").all()
    on_sheet = [" ".join(section.inner_text().split()) for section in sections]
    for name, words in zip(NAMES, on_sheet, strict=True):
        reader.open(name)
        (summary,) = reader.page.locator("div.summary").all_inner_texts()
        assert " ".join(summary.split()).removeprefix("On one page ") == words.split(" ", 1)[1].removeprefix(
            reader.page.locator("h1").inner_text().split(" ", 1)[1] + " "
        )


def test_next_leads_from_the_first_page_to_the_last_previous_back_and_each_to_the_index(reader):
    reader.open(NAMES[0])
    for there, back in [*pairwise(NAMES)]:
        step = reader.page.locator("header").get_by_role("link")
        step.and_(reader.page.locator("[rel=next]")).click()
        reader.page.wait_for_url(f"**/{back}.html")
        reader.page.locator("footer [rel=prev]").click()
        reader.page.wait_for_url(f"**/{there}.html")
        reader.page.locator("footer [rel=next]").click()
        reader.page.wait_for_url(f"**/{back}.html")
    assert reader.page.locator("[rel=next]").count() == 0
    reader.page.locator("header .index").click()
    reader.page.wait_for_url("**/index.html")


def test_every_link_has_an_end(reader):
    """Links within the site, to a page or to a heading of it; those to the outside are left to the reader."""
    links, anchors = [], {}
    for name in ["index", SHEET, *NAMES]:
        reader.open(name)
        anchors[name] = reader.page.evaluate(
            "() => [...document.querySelectorAll('[id]')].map(node => node.id)"
        )
        assert len({*anchors[name]}) == len(anchors[name])
        links += reader.page.evaluate("() => [...document.links].map(link => link.href)")
    inside = [urlsplit(link) for link in links if not link.startswith("http")]
    assert len(inside) > len(NAMES)
    for link in inside:
        page = Path(unquote(link.path))
        assert page.parent == reader.site
        assert page.exists()
        assert not link.fragment or unquote(link.fragment) in anchors[page.stem]
