"""A JupyterLab, a browser, and a window on the one in the other, driven through JupyterLab's own commands."""

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
from playwright.sync_api import TimeoutError as TooLate

TOP = Path(__file__).parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FLAGS += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]
SCROLL_BARS = ["--hide-scrollbars"]
"""What Playwright would add: then nobody sees a scroll bar that people see."""
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
"""The first one that is there is driven: the shell is Chromium without windows, and a fifth faster."""
SCREEN = {"width": 1280, "height": 900}

RUN_ALL = """async () => {
  await jupyterapp.commands.execute("notebook:run-all-cells");
}"""
READY = """path => {
  const panel = globalThis.jupyterapp?.shell.currentWidget;
  return panel?.sessionContext?.session?.kernel?.status === "idle" && panel.content.widgets.length > 0
    && (!path || panel.context.path === path);
}"""
OPEN_INSTEAD = """async path => {
  const { shell, commands } = jupyterapp;
  await commands.execute("deck:stop");
  for (const panel of [...shell.widgets("main")]) {
    await panel.sessionContext?.shutdown();
    panel.dispose();  // without a question whether to save
  }
  await commands.execute("docmanager:open", { path });
}"""
FIND = """async ([tag, line]) => {
  const notebook = jupyterapp.shell.currentWidget.content, { widgets } = notebook;
  const begins = source => source.split("\\n").some(each => each.replace(/^\\w+ = /, "").startsWith(line));
  const index = widgets.findIndex(({ model }) => tag ? model.getMetadata("tags")?.includes(tag)
    : model.type === "code" && begins(model.sharedModel.source));
  widgets[index].node.dataset.found = index;
  if (!widgets[index].node.isConnected) await notebook.scrollToItem(index);
  return index;
}"""
RUN = """async index => {
  const notebook = jupyterapp.shell.currentWidget.content;
  notebook.activeCellIndex = index;
  notebook.deselectAll();
  await jupyterapp.commands.execute("notebook:run-cell");
}"""
PRESENTING = "() => document.body.dataset.jpDeckMode === 'presenting'"
START_DECK = """async text => {
  const notebook = jupyterapp.shell.currentWidget.content;
  const starts = cell => cell.model.sharedModel.source.startsWith(text);
  notebook.activeCellIndex = notebook.widgets.findIndex(starts);
  await jupyterapp.commands.execute("deck:start");
}"""
SHOW_ANSWERS = "() => jupyterapp.commands.execute('course:show-answers')"
"""Who is to see the whole notebook has no prediction to make."""
DIALOG = "css:light=.jp-Dialog"
"""Looked for before each action, so by what is cheapest: no roles, no look into shadow trees."""
POLL = 20
"""Milliseconds between two looks at the page. To look at each frame, as Playwright does, paints them all."""
EXPECTED = ("ResizeObserver loop", "favicon")
"""What JupyterLab itself writes to the console."""


def wait(page, condition, arg=None, seconds=30):
    """Wait until a JavaScript function returns something true; raises Playwright's TimeoutError."""
    page.wait_for_function(condition, arg=arg, timeout=1000 * seconds, polling=POLL)


def once_settled(page, parts, arg=None, seconds=2):
    """Return the list that a JavaScript function gives; the page first has a moment to make it empty."""
    with suppress(TooLate):
        wait(page, f"arg => !({parts})(arg).length", arg, seconds)
    return page.evaluate(parts, arg)


def copy_course(home):
    """Copy the course to a folder, so that nothing that is run there changes what is stored."""
    for name in ("notebooks", "jupyter"):
        shutil.copytree(TOP / name, home / name)
    shutil.copy(TOP / "jupyter_lab_config.py", home)


def write_notebook(home, name, sources):
    """Add a notebook with these code cells to a copy of the course."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, home / "notebooks" / f"{name}.ipynb")


@contextmanager
def serving(home):
    """Serve a copy of the course as `make lab` does; give the address with its token."""
    command = [sys.executable, "-m", "jupyterlab", "--config=jupyter_lab_config.py", "--no-browser"]
    command += ["--port=0", "--allow-root", "--LabApp.expose_app_in_browser=True"]
    kept = home / "settings" / "@jupyterlab" / "docmanager-extension" / "plugin.jupyterlab-settings"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"autosave": false}')  # who opens a notebook again finds it as it is stored
    settings = {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "COURSE_PROGRESS": str(home / "progress"),
    }
    with (
        open(home / "server.log", "w") as log,
        subprocess.Popen(command, cwd=home, env=os.environ | settings, stderr=log) as process,
    ):
        try:
            yield _address(home / "server.log", process)
        finally:
            process.terminate()
            process.wait(30)


def _address(log, process):
    """Wait until the server has written its address to its log; raises RuntimeError if it ends before."""
    while process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+/\S*token=\S+", log.read_text()):
            return found[0]
        time.sleep(0.1)
    raise RuntimeError("JupyterLab did not start:\n" + log.read_text())


def launch(playwright, *flags):
    """Start the system's Chromium or Chrome, else Playwright's; raises playwright's Error without any."""
    found = filter(None, map(shutil.which, BROWSERS))
    return playwright.chromium.launch(
        executable_path=next(found, None), args=[*FLAGS, *flags], ignore_default_args=SCROLL_BARS
    )


@contextmanager
def window(browser, address):
    """Open a window on JupyterLab; its kernel ends with it, so that the next one starts afresh."""
    with browser.new_context(viewport=SCREEN) as context:
        lab = Lab(context, address)
        yield lab
        lab.end()


class Lab:
    """A page in JupyterLab.

    notebook which was opened last, without its ending
    errors   what was written to the console as an error, or raised in the page
    outside  addresses beyond localhost that the page asked for; the browser finds none of them
    """

    def __init__(self, context, address):
        self.notebook, self.errors, self.outside = None, [], []
        self._address = urlsplit(address)
        self.page = context.new_page()
        dialog = self.page.locator(DIALOG).filter(has_text="Select Kernel")
        self.page.add_locator_handler(dialog, lambda: dialog.get_by_role("button", name="Select").click())
        self.page.on("request", lambda request: self._asks(request.url))
        self.page.on("websocket", lambda socket: self._asks(socket.url))
        self.page.on("console", lambda message: message.type == "error" and self._note(message.text))
        self.page.on("pageerror", lambda error: self._note(str(error)))

    def end(self):
        """End the kernel, and close the window."""
        if not self.page.is_closed():
            self.page.evaluate("() => globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.shutdown()")
            self.page.context.close()

    def open(self, notebook, workspace="test", part="", answers=True):
        """Load JupyterLab with a notebook, named without its ending, and wait until its kernel is idle.

        part  of the address, as in "#slide=7". Here, unless answers is False, and in open_instead no answer
        waits for a prediction.
        """
        self._forget(notebook)
        path = (
            f"/lab/workspaces/{workspace}/tree/notebooks/{notebook}.ipynb?reset&{self._address.query}{part}"
        )
        self.page.goto(f"{self._address.scheme}://{self._address.netloc}{path}")
        wait(self.page, READY, seconds=120)
        if answers:
            self.page.evaluate(SHOW_ANSWERS)

    def open_instead(self, notebook):
        """Close whatever is open, kernel and changes too, and open a notebook in the page that is there."""
        path = f"notebooks/{notebook}.ipynb"
        self._forget(notebook)
        self.page.evaluate(OPEN_INSTEAD, path)
        wait(self.page, READY, path, seconds=60)
        self.page.evaluate(SHOW_ANSWERS)

    def open_deck(self, notebook, slide=1):
        """Open a notebook as `make slides` does, and wait until it has run and a slide is up."""
        self.open(notebook, workspace="deck", part=f"#slide={slide}" if slide > 1 else "")
        wait(self.page, PRESENTING, seconds=120)

    def start_deck(self, text):
        """Start the deck of the open notebook at the cell that begins with a text."""
        self.page.evaluate(START_DECK, text)
        wait(self.page, PRESENTING)

    def stop_deck(self):
        """Leave the deck for the notebook."""
        self.page.evaluate("() => jupyterapp.commands.execute('deck:stop')")
        wait(self.page, f"() => !({PRESENTING})()")
        self.page.set_viewport_size(SCREEN)

    def show_all(self):
        """Scroll past every cell: JupyterLab puts a cell on the page when it first comes into view."""
        self.page.evaluate(
            """async () => {
              const notebook = jupyterapp.shell.currentWidget.content;
              for (const index of notebook.widgets.keys()) await notebook.scrollToItem(index);
            }"""
        )

    def run_all(self):
        """Run every cell, and wait for the last."""
        self.page.evaluate(RUN_ALL)
        wait(self.page, READY)

    def run_cell(self, text):
        """Run the code cell that holds a text."""
        index = self.page.evaluate(
            """text => jupyterapp.shell.currentWidget.content.widgets.findIndex(cell =>
                 cell.model.type === "code" && cell.model.sharedModel.source.includes(text))""",
            text,
        )
        self.page.evaluate(RUN, index)

    def run_tagged(self, tag):
        """Run the first cell that has a tag."""
        self.page.evaluate(RUN, self.page.evaluate(FIND, [tag, None]))

    def tagged(self, tag):
        """Return the first cell that has a tag, as a locator."""
        return self.page.locator(f'.jp-Cell[data-found="{self.page.evaluate(FIND, [tag, None])}"]')

    def on_page(self, tag=None, line=None):
        """Scroll to the first cell with a tag or a line until it stays on the page; return it as a locator.

        JupyterLab takes cells off the page while it lays it out anew, as after a change of its size.
        """
        for attempt in range(10):
            cell = self.tagged(tag) if tag else self.with_line(line)
            try:
                cell.scroll_into_view_if_needed(timeout=3000)
                return cell
            except TooLate:
                if attempt == 9:
                    raise

    def with_line(self, start):
        """Return the first code cell with a line that starts with a text, or names what it gives."""
        return self.page.locator(f'.jp-Cell[data-found="{self.page.evaluate(FIND, [None, start])}"]')

    def restart(self):
        """Restart the kernel, and wait until it is idle."""
        self.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
        wait(self.page, READY)

    def outputs(self):
        """Return every output of the notebook as stored JSON."""
        return [output for cell in self._cells() for output in cell.get("outputs", [])]

    def outputs_of(self, text):
        """Return the outputs of the code cell that holds a text."""
        return next(cell["outputs"] for cell in self._cells() if "outputs" in cell and text in cell["source"])

    def _cells(self):
        return self.page.evaluate("() => jupyterapp.shell.currentWidget.model.toJSON().cells")

    def _forget(self, notebook):
        self.notebook = notebook
        self.errors.clear()
        self.outside.clear()
        self.page.set_viewport_size(SCREEN)

    def _asks(self, url):
        address = urlsplit(url)
        if address.hostname != self._address.hostname and address.scheme not in ("data", "blob"):
            self.outside.append(url)

    def _note(self, text):
        if not any(known in text for known in EXPECTED):
            self.errors.append(text)
