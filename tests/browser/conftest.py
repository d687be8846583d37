"""A real JupyterLab and a real Chromium: one of each for the whole run."""

import os

import pytest
from playwright.sync_api import Error, sync_playwright

from browser.lab import copy_course, launch, serving, window

HOW = "No Chromium or Chrome: apt install chromium, or .venv/bin/playwright install chromium"


@pytest.fixture(scope="package")
def course(tmp_path_factory):
    """A copy of the course."""
    home = tmp_path_factory.mktemp("course")
    copy_course(home)
    return home


@pytest.fixture(scope="package")
def server(course):
    """The address, with its token, of a JupyterLab as `make lab` starts it."""
    with serving(course) as address:
        yield address


@pytest.fixture(scope="package")
def chromium():
    """A browser; without one the tests skip, and under CI they fail."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except Error:
            if os.environ.get("CI") == "true":
                pytest.fail(HOW)
            pytest.skip(HOW)
        yield browser
        browser.close()


@pytest.fixture
def lab(server, chromium):
    """A new window on JupyterLab, that lets nothing out and notes what tried."""
    with window(chromium, server) as lab:
        yield lab
