"""The static edition, opened from disk with no network: whole, readable on a wide screen and on a phone.

Each page of a notebook is opened once for what is asked of it alone, in the order of this file.
"""

import re
import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from helpers import widgets
from helpers.course import NOTEBOOKS

TOP = Path(__file__).parents[2]
NAMES = [notebook.file for notebook in NOTEBOOKS]
SHEET = "summaries"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 800}
MOVING = "figure:has(.moves)"
EXPLORER = re.compile(r"^(?:\w+ = )?widgets\.(\w+)\(", re.MULTILINE)
PROSE = {"quiz", "solution"}
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
UNFOLD_ANSWERS = UNFOLD.replace("'details'", "'details.answer'")
FIRST_COLUMN = "img:not(.column ~ .column img)"
"""On a narrow page the columns of an explorer's picture stand apart; the words go with the first."""
PICTURES = """pictures => Promise.all([...document.querySelectorAll(pictures)].map(async image => {
  await image.decode();
  return [image.alt.trim(), image.naturalWidth];
}))"""
CUT_OFF = """table => [table, ...table.querySelectorAll("*")]
  .filter(node => node.clientWidth && node.scrollWidth > node.clientWidth + 1).map(node => node.outerHTML)"""
LEAVES = "math :is(mi, mo, mn, mtext)"
USED_FONTS = "CSS.getPlatformFontsForNode"
APPLIED = "\u2061"  # between a function and its argument, for those who hear the formula; it is not drawn


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    target = tmp_path_factory.mktemp("site")
    subprocess.run([sys.executable, TOP / "docs/html/build.py", target], check=True, timeout=200)
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
        self.page.on("requestfailed", self._failed)

    def open(self, name, answers=True):
        """Open a page; unless answers is False, what waits for a prediction is unfolded."""
        self.page.set_viewport_size(WIDE)
        self.page.goto((self.site / f"{name}.html").as_uri())
        if answers:
            self.page.evaluate(UNFOLD_ANSWERS)
        self.page.evaluate("() => document.fonts.ready")

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # the page was left before its pictures had come
            self.errors.append(request.url)

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


def difference(one, other):
    """Return by how much two screenshots differ, a pixel on average, of 255."""
    one, other = (np.asarray(Image.open(BytesIO(png)).convert("L"), dtype=float) for png in (one, other))
    return np.abs(one - other).mean()


def test_solutions_and_notes_for_the_teacher_are_folded(reader, name):
    cells = cells_of(name)
    unread = [cell for cell in cells if re.match("#.*run it unread", cell.source)]
    hidden = unread + [cell for cell in cells if "solution" in cell.metadata.get("tags", [])]
    notes = [cell for cell in cells if "teacher" in cell.metadata.get("tags", [])]
    assert reader.page.locator("details.code").count() == len(hidden)
    assert reader.page.locator("details > summary", has_text="For the teacher").count() == len(notes)
    assert reader.page.locator("details:not(.answer)[open]").count() == 0


def test_a_page_is_whole(reader, name):
    cells = cells_of(name)
    outputs = [output.get("data", {}) for output in outputs_of(cells)]
    stored = sum("data:image/png" in data.get("text/html", "") for data in outputs)

    pictures = reader.page.evaluate(PICTURES, FIRST_COLUMN)
    assert len(pictures) == stored
    assert all(words and width for words, width in pictures)
    explorers = [data["text/plain"] for data in outputs if "<figure" in data.get("text/html", "")]
    shown = reader.page.locator("figure").locator(FIRST_COLUMN).all()
    assert [image.get_attribute("alt") for image in shown] == explorers
    assert reader.page.locator("figcaption em:has-text('In JupyterLab')").count() == len(explorers)

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


def test_code_formulas_and_terms_are_not_translated(reader, name):
    kept = ":is(.code, code, math, pre, strong)"
    assert reader.page.locator(f"{kept}:not(:has([translate=no])):not([translate=no])").count() == 0


def test_an_explorer_that_opens_as_it_is_stored_moves(reader, name):
    """The others are shown with what the notebook trained, which no frame could know."""
    moving = []
    for cell in cells_of(name):
        for called in EXPLORER.findall(cell.source if cell.cell_type == "code" else ""):
            (words,) = (output.data["text/plain"] for output in cell.outputs if "<figure" in str(output.data))
            if getattr(widgets, called)().describe() == words:
                moving.append(words)
            else:
                assert f"widgets.{called}()" not in cell.source
    stored = reader.page.locator(f"{MOVING} img[alt]:not([alt=''])").all()
    assert [image.get_attribute("alt") for image in stored] == moving


def test_the_frames_of_an_explorer_weigh_little(reader, name):
    for controls in reader.page.locator(".moves").all():
        frames = reader.site / controls.get_attribute("data-frames")
        assert 10_000 < frames.stat().st_size <= 400_000, frames
        stops = int(controls.locator("input").get_attribute("max")) + 1
        assert 4 <= stops <= 26
        assert 7 <= stops + controls.get_by_role("button").count() <= 32


def test_text_in_pictures_is_legible_on_a_phone(reader, name):
    """A picture is drawn at 100 pixels an inch, its least text at 12 points."""
    reader.page.evaluate(UNFOLD)
    reader.page.set_viewport_size(PHONE)
    widths = reader.page.evaluate(
        """pictures => [...document.querySelectorAll(pictures)]
          .map(image => [image.getBoundingClientRect().width, image.naturalWidth / 2, image.currentSrc])""",
        "main img",
    )
    assert all(12 / 72 * 100 * width / drawn >= 9 for width, drawn, _ in widths), widths
    columns = reader.page.locator(".column:has(~ .column), .column ~ .column").all()
    assert all(column.is_visible() and column.bounding_box()["x"] < 40 for column in columns)


def test_a_table_of_a_summary_is_wholly_visible_on_a_phone(reader, name):
    reader.page.set_viewport_size(PHONE)
    for table in reader.page.locator(".summary table").all():
        box = table.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert table.evaluate(CUT_OFF) == []


def test_an_answer_waits_for_its_prediction(reader):
    reader.open(name := "13_where_next", answers=False)
    answers = [cell for cell in cells_of(name) if "answer" in cell.metadata.get("tags", [])]
    folds = reader.page.locator("details.answer")
    expect(folds).to_have_count(len(answers))
    told = folds.first.get_by_text("On the digits the support vector machine")
    expect(told).to_be_hidden()
    expect(reader.page.get_by_role("heading", name="How much data does each need?")).to_be_visible()
    folds.first.locator("summary").first.press("Enter")
    expect(told).to_be_visible()
    expect(folds.nth(1).get_by_role("img")).to_be_hidden()


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_slider_and_a_preset_change_picture_and_words(reader, which):
    """Frames come at the first touch, from beside the page."""
    reader.open(("01_network_structure", "05_classification", "12_listening")[which])
    figure = reader.page.locator(MOVING).first
    first, said = figure.locator("img").first.get_attribute("src"), figure.locator(".said")
    slider, value = figure.get_by_role("slider"), figure.locator("output")
    assert reader.page.locator("script[src^=moves\\/]").count() == 0
    assert said.get_attribute("aria-live") == "polite"
    seen = [(first, said.inner_text(), value.inner_text())]

    def changed():
        expect(said).not_to_have_text(seen[-1][1])
        expect(said).not_to_have_attribute("aria-hidden", "true")
        moving = figure.locator("svg").first.inner_html()
        now = (moving, said.inner_text(), value.inner_text())
        assert all(now[0] != before[0] and now[1] != before[1] for before in seen)
        assert slider.get_attribute("aria-valuetext") == now[2]
        seen.append(now)

    slider.press("ArrowLeft")
    changed()
    assert seen[1][2] != seen[0][2]
    slider.press("Home")
    changed()
    preset = figure.get_by_role("button").last
    preset.press("Enter")
    changed()
    assert preset.get_attribute("aria-pressed") == "true"
    slider.press("End")
    changed()
    assert preset.get_attribute("aria-pressed") == "false"


def test_back_where_it_opened_the_frame_is_the_stored_picture(reader):
    """As near as the eye sees: what moves is drawn by the browser."""
    reader.open("00_start_here")
    figure = reader.page.locator(MOVING).first
    figure.scroll_into_view_if_needed()
    said, slider = figure.locator(".said"), figure.get_by_role("slider")
    words, before = said.inner_text(), figure.locator(".picture").screenshot()
    slider.press("ArrowLeft")
    expect(said).not_to_have_text(words)
    moved = figure.locator(".picture").screenshot()
    slider.press("ArrowRight")
    expect(said).to_have_text(words)
    back = figure.locator(".picture").screenshot()
    assert difference(before, back) < 1 < difference(before, moved)


def test_without_scripts_or_frames_no_slider_is_seen(chromium, reader):
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((reader.site / "00_start_here.html").as_uri())
        assert page.locator("figure .said").first.is_visible()
        assert page.locator("figure img").first.is_visible()
        assert page.get_by_role("slider").count() == 0
    with chromium.new_context() as context:
        page = context.new_page()
        page.route("**/moves/*", lambda route: route.abort())
        page.goto((reader.site / "00_start_here.html").as_uri())
        slider = page.get_by_role("slider").first
        slider.press("ArrowLeft")
        expect(slider).to_be_hidden()
        assert page.locator("figure img").first.is_visible()


@pytest.mark.parametrize(("page", "sheet"), [("00_start_here", ".picture"), ("index", ".card")])
def test_pictures_lie_on_dimmed_paper_in_the_dark(reader, page, sheet):
    reader.open(page)
    shown = reader.page.locator(sheet).first
    shown.scroll_into_view_if_needed()
    paper = {}
    for scheme in ("dark", "light"):
        reader.page.emulate_media(color_scheme=scheme)
        picture = Image.open(BytesIO(shown.screenshot())).convert("L")
        paper[scheme] = picture.getpixel((picture.width // 2, 4)), picture.getextrema()[1]
    rim, brightest = paper["dark"]
    assert 190 < rim == brightest < 235
    assert paper["light"][1] == 255


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


def test_the_index_has_a_picture_of_every_notebook(reader):
    for size in (WIDE, PHONE):
        reader.open("index")
        reader.page.set_viewport_size(size)
        images = reader.page.locator(".map li img")
        assert images.count() == len(NAMES)
        for image, name in zip(images.all(), NAMES, strict=True):
            image.scroll_into_view_if_needed()
            assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
            assert image.get_attribute("src").startswith(f"pictures/{name}-")
            assert image.get_attribute("alt").strip()
            assert image.get_attribute("loading") == "lazy"
            box, card = image.bounding_box(), image.locator("..").bounding_box()
            assert box["width"] <= card["width"] <= size["width"]
            assert box["height"] <= card["height"]


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
