"""The course as a static site, to read and to print without JupyterLab: python docs/html/build.py build/html

Each notebook becomes a page with what is stored in it; the first cells give the index, the summaries a sheet
to print. Formulas become MathML, which browsers show by themselves. No page needs a script or a network: with
a script, which lies beside it, pictures of explorers move along their main control.
"""

import re
import shutil
import sys
from base64 import b64decode
from html import escape
from io import BytesIO
from itertools import takewhile
from pathlib import Path

import moves
import nbformat
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from math_core import LatexToMathML
from nbconvert.filters import strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from PIL import Image
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from helpers import widgets
from helpers.course import NOTEBOOKS
from helpers.figures.picture import DENSITY

HERE = Path(__file__).parent
TOP = HERE.parents[1]
TEMPLATES = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
ASSETS = ("style.css", "moves.js", "CourseMath.woff", "CourseMath-LICENSE.txt")
STORED_PICTURE = re.compile(
    r'<img src="data:image/png;base64,([^"]+)" width="\d+" style="[^"]+" alt="([^"]*)">'
)
PICTURE = re.compile(r'<div class="picture">.*?</div></div>')
EXPLORER = re.compile(r"^(?:\w+ = )?widgets\.(\w+)\(", re.MULTILINE)
TO_NOTEBOOK = re.compile(r'(?<=href=")([^":]+)\.ipynb(?=["#])')
SPACE_BETWEEN_ROWS = re.compile(r"(?<=\\\\)\[[\d.]+(?:pt|em|ex)\]")  # math-core would show it as text
FOLDED = {"teacher": "For the teacher", "solution": "Solution"}
KEPT = re.compile(r"<(code|math|pre|strong)\b")
"""What a browser that translates the page must leave as it is: code and what it printed, formulas, terms."""
WORDS = '<span aria-hidden="true">'
"""What an explorer says of its picture begins so."""
SAYS = '<span class="said" aria-hidden="true" aria-live="polite">'
MOVES = "<em>In JupyterLab this picture moves.</em>"
MOVES_FURTHER = "<em>In JupyterLab all its controls move this picture.</em>"
SOUNDS = "<em>The sound is that of the first picture.</em>"
ENDS = {"predict", "exercise", "stuck", "summary", "quiz"}
"""The tags of cells that end what answers a prediction."""
LONG = 40
"""Letters of LaTeX."""
UNREAD = re.compile("#.*run it unread")
"""How code begins that is not there to be read."""
PROSE = {"quiz", "solution"}


class Renderer(IPythonRenderer):
    """Jupyter's Markdown as HTML; keeps the sections of the page, each a pair of anchor and heading."""

    def __init__(self):
        super().__init__(escape=False)
        self.sections, self._anchors, self._math = [], set(), LatexToMathML()

    def heading(self, text, level, **attributes):
        """Return a heading under an anchor of its own, named as JupyterLab names it."""
        anchor = base = re.sub(r"\s", "-", re.sub(r"<[^>]+>", "", text))
        while anchor in self._anchors:
            anchor += "-" + base
        self._anchors.add(anchor)
        if level == 2:
            self.sections.append((anchor, text))
        return f'<h{level} id="{escape(anchor)}">{text}</h{level}>\n'

    def inline_math(self, body):
        """Return a formula within a line; a long one may be wider than a phone."""
        formula = self._math.convert_with_local_state(body, displaystyle=False)
        return formula.replace("<math", '<math class="long"', 1) if len(body) > LONG else formula

    def block_math(self, body):
        """Return a formula of its own line, in a box that scrolls where the page is narrow."""
        body = SPACE_BETWEEN_ROWS.sub("", body)
        return f'<span class="formula">{self._math.convert_with_local_state(body, displaystyle=True)}</span>'

    def latex_environment(self, name, body):
        """Return a formula that stands in an environment instead of dollars."""
        return self.block_math(rf"\begin{{{name}}}{body}\end{{{name}}}")


def answers(cells):
    """Yield the first and the last index of what answers each prediction: it is folded until it was made.

    As in JupyterLab, where predict.js has the rule: the cell that answers, and what follows on its slide.
    """
    for first, cell in enumerate(cells):
        if "answer" in cell.metadata.get("tags", []):
            after = takewhile(lambda k: not _begins_anew(cells[k]), range(first + 1, len(cells)))
            yield first, max(after, default=first)


def _begins_anew(cell):
    heading = cell.cell_type == "markdown" and cell.source.startswith("#")
    slide = cell.metadata.get("slideshow", {}).get("slide_type") == "slide"
    return heading or slide or bool(ENDS & {*cell.metadata.get("tags", [])})


class Page:
    """One notebook of the course as a page: its name, the question of its first cell, and its cells."""

    def __init__(self, notebook, target):
        self.name, self._target, self._pictures = notebook.file, target, []
        self.number, self.title, self.minutes = notebook.number, notebook.title, notebook.minutes
        self._renderer = Renderer()
        self._markdown = MarkdownWithMath(self._renderer)
        cells = nbformat.read(TOP / "notebooks" / f"{notebook.file}.ipynb", as_version=4).cells
        _, question = cells[0].source.split("\n\n")[:2]
        self.question = self.markdown(question)
        self.cells = [self._cell(cell) for cell in cells]
        for first, last in answers(cells):
            self.cells[first]["opens"] = self.cells[last]["closes"] = True
        (summary,) = (cell["html"] for cell in self.cells if cell["kind"] == "markdown summary")
        self.summary = summary.split("</h2>", 1)[1]  # without its heading
        self.sections, self.picture = self._renderer.sections, next(iter(self._pictures), None)

    def markdown(self, source):
        """Return Markdown as HTML."""
        return self._markdown.render(source)

    def _cell(self, cell):
        """Return what the template needs of a cell: its class, HTML, the title of its fold, outputs."""
        tags = cell.metadata.get("tags", [])
        hidden = (
            "Code"
            if cell.metadata.get("jupyter", {}).get("source_hidden") or UNREAD.match(cell.source)
            else ""
        )
        fold = next((FOLDED[tag] for tag in tags if tag in FOLDED), hidden)
        if cell.cell_type == "markdown":
            html = self.markdown(re.sub(r"^\*For the teacher:\*\s*", "", cell.source))
        else:
            html = highlight(cell.source, PythonLexer(), HtmlFormatter(cssclass="code", wrapcode=True))
        explorer = EXPLORER.search(cell.source) if cell.cell_type == "code" else None
        shown = [] if "check" in tags else cell.get("outputs", [])  # there is no answer that it could judge
        outputs = [self._output(output, PROSE & {*tags}, explorer) for output in shown]
        kind = cell.cell_type + " summary" * ("summary" in tags)
        return {"kind": kind, "html": html, "fold": fold, "outputs": outputs, "opens": False, "closes": False}

    def _output(self, output, prose, explorer):
        """Return the richest form of an output that is stored; plain text may be prose, with formulas.

        explorer  a match of EXPLORER in its cell, or None
        """
        if output.output_type == "error":
            return f'<pre class="error">{escape(strip_ansi(output.traceback[-1]))}</pre>'
        if output.output_type == "stream":
            return f"<pre>{escape(strip_ansi(output.text))}</pre>"
        data = output.data
        words = escape(strip_ansi(data["text/plain"]))
        if "text/html" in data:
            html = STORED_PICTURE.sub(lambda found: self._picture(*found.groups()), data["text/html"])
            if "<figcaption>" not in html:  # an explorer has one, no other picture
                return html
            return self._moving(html, explorer and explorer[1], data["text/plain"])
        if "text/latex" in data:
            return self.markdown(data["text/latex"])
        if prose:
            return f'<div class="prose">{self.markdown(data["text/plain"])}</div>'
        return f'<pre class="words">{words}</pre>'

    def _moving(self, html, explorer, words):
        """Return an explorer's figure with what moves it, if it opens without arguments as it is stored."""
        opened = explorer and getattr(widgets, explorer)()
        file = self._target / "moves" / f"{self.name}-{len(self._pictures):02}.js"
        shown = moves.store(opened, file) if opened and opened.describe() == words else None
        if shown is None:
            return html.replace("</figcaption>", f" {MOVES}</figcaption>")
        name, alt = self._pictures[-1]
        picture = TEMPLATES.get_template("moves.html").render(picture=name, alt=alt, **shown)
        note = MOVES_FURTHER + f" {SOUNDS}" * ("<audio" in html)
        html = PICTURE.sub(lambda _: picture, html).replace(WORDS, SAYS)
        return html.replace("</figcaption>", f" {note}</figcaption>")

    def _picture(self, encoded, alt):
        """Store a picture beside the pages; return the HTML that shows it as large as it was drawn."""
        name = f"pictures/{self.name}-{len(self._pictures) + 1:02}.png"
        self._pictures.append((name, alt))
        content = b64decode(encoded)
        (self._target / name).write_bytes(content)
        width, height = (pixels // DENSITY for pixels in Image.open(BytesIO(content)).size)
        image = f'<img src="{name}" width="{width}" height="{height}" alt="{alt}">'
        return f'<div class="picture"><div class="sheet" style="--width: {width}px">{image}</div></div>'


def build(target):
    """Write the site into a folder, which is made if need be."""
    for folder in ("pictures", "moves"):
        (target / folder).mkdir(parents=True, exist_ok=True)
    pages = [Page(notebook, target) for notebook in NOTEBOOKS]
    course = (TOP / "README.md").read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")

    def write(name, template, **values):
        html = TEMPLATES.get_template(template).render(course=course, pages=pages, **values)
        html = KEPT.sub(r'<\1 translate="no"', TO_NOTEBOOK.sub(r"\1.html", html))
        (target / f"{name}.html").write_text(html, encoding="utf-8")

    write("index", "index.html")
    write("summaries", "summaries.html")
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        write(page.name, "page.html", page=page, before=before, after=after)
    for name in ASSETS:
        shutil.copy(HERE / name, target)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
    print(Path(sys.argv[1], "index.html"))
