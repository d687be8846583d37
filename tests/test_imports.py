"""Imports run one way: numbers, then figures and formulas, then live, then widgets; numbers, then checks."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

HELPERS = Path(__file__).parents[1] / "helpers"
FILES = sorted(HELPERS.rglob("*.py"))
OTHERS = {
    "buttons",
    "formulas",
    "figures",
    "live",
    "widgets",
    "training",
    "checks",
    "progress",
    "quizzes",
    "progress_view",
    "setup_check",
    "__init__",
}
NUMBERS = {path.relative_to(HELPERS).parts[0].removesuffix(".py") for path in FILES} - OTHERS
ALLOWED = {
    "buttons": set(),
    "formulas": {"formulas"},
    "figures": {"figures"},
    "live": {"buttons", "figures"},
    "widgets": NUMBERS | {"buttons", "formulas", "figures", "live", "widgets"},
    "training": NUMBERS | {"formulas", "figures", "live"},
    "checks": NUMBERS | {"checks", "progress"},
    "progress": set(),
    "quizzes": {"buttons", "checks", "progress", "quizzes"},
    "progress_view": {"buttons", "checks", "figures", "progress", "quizzes"},
    "setup_check": set(),
    "__init__": set(),
}
LIBRARIES = {
    "buttons": {"ipywidgets"},
    "formulas": {"numpy"},
    "figures": {"numpy", "matplotlib", "PIL"},
    "live": {"matplotlib", "PIL", "ipywidgets", "traitlets"},
    "widgets": {"numpy", "matplotlib", "ipywidgets"},
    "training": {"numpy", "tensorflow", "keras", "ipywidgets"},
    "checks": {"numpy", "ipywidgets"},
    "progress": {"platformdirs"},
    "quizzes": {"fsrs", "ipywidgets"},
    "progress_view": {"IPython", "ipywidgets"},
    "setup_check": {"jupyter_core", "packaging"},
    "__init__": set(),
}


def module(path):
    return path.relative_to(HELPERS).parts[0].removesuffix(".py")


def imported(path):
    """Yield the dotted name of everything that a file imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HELPERS)))
def test_imports_run_one_way(path):
    names = list(imported(path))
    ours = {name.split(".")[1] for name in names if name.startswith("helpers.")}
    others = {name.split(".")[0] for name in names if not name.startswith("helpers")}
    assert ours <= ALLOWED.get(module(path), NUMBERS)
    assert others - set(sys.stdlib_module_names) <= LIBRARIES.get(module(path), {"numpy"})
    assert not any("pyplot" in name for name in names)


@pytest.mark.parametrize(
    "name", ["helpers", "helpers.widgets", "helpers.checks", "helpers.progress_view", "helpers.setup_check"]
)
def test_nothing_before_keras_imports_tensorflow(name):
    code = f"import sys, {name}; sys.exit('tensorflow' in sys.modules or 'matplotlib.pyplot' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_checks_draw_nothing():
    code = "import sys, helpers.checks; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
