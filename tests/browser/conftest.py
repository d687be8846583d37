"""A real JupyterLab, a real Chromium and one window on it: one of each for each worker of the run.

They end with these tests: while a browser is driven, an event loop runs, which other tests would take for a
kernel's.
"""

import os
from contextlib import ExitStack

import pytest
from playwright.sync_api import Error, sync_playwright

from browser.lab import copy_course, launch, serving, window
from conftest import NO_BROWSER

NOTEBOOKS_A_WINDOW = 2


@pytest.fixture(scope="package")
def chromium():
    """A browser; without one the tests skip, and under CI they fail."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except Error:
            if os.environ.get("CI") == "true":
                pytest.fail(NO_BROWSER)
            pytest.skip(NO_BROWSER)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def server(tmp_path_factory, chromium):
    """The address, with its token, of a JupyterLab as `make lab` starts it, on a copy of the course."""
    home = tmp_path_factory.mktemp("course")
    copy_course(home)
    with serving(home) as address:
        yield address


@pytest.fixture(scope="package")
def desk(request, server, chromium):
    """What opens a notebook, as stored and with a new kernel, in a window, and returns the window.

    The window is another one after a failure, which may have left anything on its page, and after a few
    notebooks: the page keeps what they showed, two thousand megabytes for ten, and becomes slow.
    """
    with ExitStack() as stack:
        lab, more, failed = None, 0, 0

        def opened(notebook):
            nonlocal lab, more, failed
            if more and failed == request.session.testsfailed:
                lab.open_instead(notebook)
            else:
                stack.close()
                lab = stack.enter_context(window(chromium, server))
                lab.open(notebook)
                more, failed = NOTEBOOKS_A_WINDOW, request.session.testsfailed
            more -= 1
            return lab

        yield opened
