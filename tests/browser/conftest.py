"""A real JupyterLab, a real Chromium and one window on it: one of each for each worker of the run.

They end with these tests: while a browser is driven, an event loop runs, which other tests would take for a
kernel's.
"""

import os

import pytest
from playwright.sync_api import Error, sync_playwright

from browser.lab import copy_course, launch, serving, window
from conftest import NO_BROWSER


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
    """What opens a notebook, as stored and with a new kernel, in the one window, and returns the window.

    The page is loaded once, and again only after a failure, which may have left anything on it.
    """
    with window(chromium, server) as lab:
        failed = None

        def opened(notebook):
            nonlocal failed
            again, failed = failed != request.session.testsfailed, request.session.testsfailed
            (lab.open if again else lab.open_instead)(notebook)
            return lab

        yield opened
