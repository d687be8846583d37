"""A window on JupyterLab, driven through its own commands."""

from contextlib import contextmanager
from urllib.parse import urlsplit

RUN_ALL = """async () => {
  await jupyterapp.commands.execute("notebook:run-all-cells");
}"""
READY = """() => {
  const panel = globalThis.jupyterapp?.shell.currentWidget;
  return panel?.sessionContext?.session?.kernel?.status === "idle" && panel.content.widgets.length > 0;
}"""
EXPECTED = ("ResizeObserver loop", "favicon")
"""What JupyterLab itself writes to the console."""


@contextmanager
def window(browser, address, width=1280, height=900):
    """Open a window on JupyterLab; its kernel ends with it, so that the next one starts afresh."""
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        lab = Lab(context, address)
        yield lab
        lab.page.evaluate("() => jupyterapp.shell.currentWidget?.sessionContext.shutdown()")


class Lab:
    """A page in JupyterLab.

    errors   what was written to the console as an error, or raised in the page
    outside  addresses beyond localhost that the page asked for; each was refused
    """

    def __init__(self, context, address):
        self.errors, self.outside = [], []
        self._address = urlsplit(address)
        context.route(lambda url: urlsplit(url).hostname != self._address.hostname, self._refuse)
        self.page = context.new_page()
        dialog = self.page.get_by_role("dialog").filter(has_text="Select Kernel")
        self.page.add_locator_handler(dialog, lambda: dialog.get_by_role("button", name="Select").click())
        self.page.on("console", lambda message: message.type == "error" and self._note(message.text))
        self.page.on("pageerror", lambda error: self._note(str(error)))

    def open(self, notebook, workspace="test"):
        """Open a notebook by its name, and wait until its kernel is idle."""
        path = f"/lab/workspaces/{workspace}/tree/notebooks/{notebook}.ipynb?reset&{self._address.query}"
        self.page.goto(f"{self._address.scheme}://{self._address.netloc}{path}")
        self.page.wait_for_function(READY, timeout=60_000)

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
        self.page.wait_for_function(READY)

    def run_cell(self, text):
        """Run the code cell that holds a text."""
        self.page.evaluate(
            """async text => {
              const notebook = jupyterapp.shell.currentWidget.content;
              notebook.activeCellIndex = notebook.widgets.findIndex(cell =>
                cell.model.type === "code" && cell.model.sharedModel.source.includes(text));
              notebook.deselectAll();
              await jupyterapp.commands.execute("notebook:run-cell");
            }""",
            text,
        )

    def restart(self):
        """Restart the kernel, and wait until it is idle."""
        self.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
        self.page.wait_for_function(READY)

    def outputs(self):
        """Return every output of the notebook as stored JSON."""
        return [output for cell in self._cells() for output in cell.get("outputs", [])]

    def outputs_of(self, text):
        """Return the outputs of the code cell that holds a text."""
        return next(cell["outputs"] for cell in self._cells() if "outputs" in cell and text in cell["source"])

    def _cells(self):
        return self.page.evaluate("() => jupyterapp.shell.currentWidget.model.toJSON().cells")

    def _refuse(self, route):
        self.outside.append(route.request.url)
        route.abort()

    def _note(self, text):
        if not any(known in text for known in EXPECTED):
            self.errors.append(text)
