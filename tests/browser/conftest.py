"""A real JupyterLab and a real Chromium: one of each for the whole run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

from browser.lab import window

TOP = Path(__file__).parents[2]
HOW = "No Chromium or Chrome: apt install chromium, or .venv/bin/playwright install chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="package")
def course(tmp_path_factory):
    """A copy of the course, so that nothing that is run here changes what is stored."""
    home = tmp_path_factory.mktemp("course")
    for name in ("notebooks", "jupyter"):
        shutil.copytree(TOP / name, home / name)
    shutil.copy(TOP / "jupyter_lab_config.py", home)
    return home


@pytest.fixture(scope="package")
def server(course):
    """The address, with its token, of a JupyterLab as `make lab` starts it."""
    command = [sys.executable, "-m", "jupyterlab", "--config=jupyter_lab_config.py", "--no-browser"]
    command += ["--port=0", "--allow-root", "--LabApp.expose_app_in_browser=True"]
    settings = {
        "JUPYTER_CONFIG_DIR": str(course / "config"),
        "JUPYTERLAB_SETTINGS_DIR": str(course / "settings"),
        "COURSE_PROGRESS": str(course / "progress"),
    }
    with subprocess.Popen(
        command, cwd=course, env=os.environ | settings, stderr=subprocess.PIPE, text=True
    ) as process:
        log = []
        for line in process.stderr:
            log.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/\S*token=\S+", line):
                break
        else:
            pytest.fail("JupyterLab did not start:\n" + "".join(log))
        drain = subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)
        yield found[0]
        process.terminate()
        process.wait(30)
        drain.kill()
        drain.wait()


@pytest.fixture(scope="package")
def chromium():
    """The system's Chromium or Chrome, else Playwright's; without one the tests skip, and fail under CI."""
    with sync_playwright() as playwright:
        found = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome")))
        try:
            browser = playwright.chromium.launch(executable_path=next(found, None), args=FLAGS)
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
