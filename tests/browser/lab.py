"""A window on JupyterLab, driven through its own commands."""

from urllib.parse import urlsplit

RUN_ALL = """async () => {
  const panel = jupyterapp.shell.currentWidget;
  await jupyterapp.commands.execute("notebook:run-all-cells");
  await panel.context.save();
}"""
READY = """() => {
  const panel = globalThis.jupyterapp?.shell.currentWidget;
  return panel?.sessionContext?.session?.kernel?.status === "idle" && panel.content.widgets.length > 0;
}"""
EXPECTED = ("ResizeObserver loop", "favicon")
"""What JupyterLab itself writes to the console."""


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
        self.page.on("console", lambda message: message.type == "error" and self._note(message.text))
        self.page.on("pageerror", lambda error: self._note(str(error)))

    def open(self, notebook):
        """Open a notebook by its name, and wait until its kernel is idle."""
        path = f"/lab/workspaces/{notebook}/tree/notebooks/{notebook}.ipynb?reset&{self._address.query}"
        self.page.goto(f"{self._address.scheme}://{self._address.netloc}{path}")
        self.page.wait_for_function(READY, timeout=60_000)

    def run_all(self):
        """Run every cell, and wait for the last."""
        self.page.set_default_timeout(300_000)
        self.page.evaluate(RUN_ALL)
        self.page.wait_for_function(READY)

    def outputs(self):
        """Return every output of the notebook as stored JSON."""
        return self.page.evaluate(
            "() => jupyterapp.shell.currentWidget.model.toJSON().cells.flatMap(cell => cell.outputs ?? [])"
        )

    def _refuse(self, route):
        self.outside.append(route.request.url)
        route.abort()

    def _note(self, text):
        if not any(known in text for known in EXPECTED):
            self.errors.append(text)
