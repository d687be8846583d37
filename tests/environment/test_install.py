"""What `make` says on a machine that cannot take the course: one clear sentence each."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="make lab is for Linux and macOS; Windows uses conda"
)


@pytest.fixture
def checkout(tmp_path):
    """A copy of what the installation reads, without an environment."""
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(TOP / name, tmp_path)
    for name in (".ci", "helpers", "jupyter"):
        shutil.copytree(TOP / name, tmp_path / name)
    return tmp_path


def install(checkout, **environment):
    """Run make as a learner would; return its exit code and what it said on stderr."""
    variables = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        ["make", ".venv/ready"],
        cwd=checkout,
        env=variables | {"PYTHON": sys.executable} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stderr


def test_a_python_that_is_too_old(checkout):
    old = checkout / "python-old"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" || exit 1\n')
    old.chmod(0o755)
    code, said = install(checkout, PYTHON=str(old))
    assert code != 0
    assert "needs Python 3.11, 3.12 or 3.13, and found Python 3.9.2" in said


def test_a_disk_that_is_too_full(checkout):
    code, said = install(checkout, NEEDED_MB="999999999")
    assert code != 0
    assert "The disk is too full: the course needs about 999999999 MB" in said


@pytest.mark.parametrize("more", ["", "[install]\nuser = true\n"], ids=["", "user"])
def test_no_network(checkout, more):
    """Also where pip.conf says to install for the user, which pip refuses in .venv before all else."""
    nowhere = checkout / "pip.conf"  # port 9 of this machine: nothing listens there
    nowhere.write_text(f"[global]\nindex-url = http://127.0.0.1:9/simple\nfind-links =\n{more}")
    code, said = install(checkout, PIP_CONFIG_FILE=str(nowhere))
    assert code != 0
    assert "could not be downloaded: is there a network?" in said
    assert not (checkout / ".venv/ready").exists()


def test_a_package_whose_hash_differs(checkout):
    package = checkout / "packages" / "tiny-1.0-py3-none-any.whl"
    package.parent.mkdir()
    package.write_bytes(b"not what was locked")
    (checkout / "requirements.txt").write_text(f"tiny==1.0 --hash=sha256:{'0' * 64}\n")
    local = checkout / "pip.conf"
    local.write_text(f"[global]\nno-index = true\nfind-links = {package.parent}\n")
    code, said = install(checkout, PIP_CONFIG_FILE=str(local))
    assert code != 0
    assert "its hash differs" in said


def what_jupyter_is_asked(checkout, *arguments, **environment):
    """Run make with a jupyter that only writes down its options and its BROWSER; return the options."""
    jupyter = checkout / ".venv" / "bin" / "jupyter"
    jupyter.parent.mkdir(parents=True, exist_ok=True)
    jupyter.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > said\nprintf "%s" "$BROWSER" > browser\n')
    jupyter.chmod(0o755)
    python = jupyter.with_name("python")
    python.unlink(missing_ok=True)
    python.symlink_to(sys.executable)
    (checkout / ".venv" / "ready").touch()
    others = {name: value for name, value in os.environ.items() if name != "BROWSER"}
    subprocess.run(["make", *arguments], cwd=checkout, env=others | environment, check=True, timeout=60)
    return (checkout / "said").read_text().splitlines()


@pytest.mark.parametrize(
    ("named", "environment", "options", "seen"),
    [
        ([], {}, "", ""),
        ([], {"BROWSER": "/opt/editor/browser.sh %s"}, "", "/opt/editor/browser.sh %s"),
        (["BROWSER=firefox"], {"BROWSER": "other"}, "--browser=firefox", "firefox"),
        (["BROWSER=none"], {}, "--no-browser", "none"),
        ([], {"BROWSER": "none"}, "--no-browser", "none"),
    ],
)
def test_which_browser_jupyter_opens(checkout, named, environment, options, seen):
    """Editors' terminals and WSL name one in the environment, where Python's webbrowser finds it."""
    said = what_jupyter_is_asked(checkout, "lab", *named, **environment)
    assert [option for option in said if "browser" in option] == ([options] if options else [])
    assert (checkout / "browser").read_text() == seen


def test_lab_and_slides_open_the_learners_copies_and_the_courses_own_if_asked(checkout):
    shutil.copytree(TOP / "notebooks", checkout / "notebooks")
    for target, folder, opens in (
        (["lab"], "my-course", "/lab/tree/my-course/00_start_here.ipynb"),
        (["slides", "NB=03"], "my-course", "/lab/workspaces/deck/tree/my-course/03_gradient_descent.ipynb"),
        (["lab", "FOLDER=notebooks"], "notebooks", "/lab/tree/notebooks/00_start_here.ipynb"),
    ):
        said = what_jupyter_is_asked(checkout, *target)
        assert f"--LabApp.default_url={opens}" in said
        assert (checkout / folder / "00_start_here.ipynb").exists()
