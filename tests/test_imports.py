"""Imports run one way, by folder; no module imports itself in a circle; each folder says what it holds.

The folders are read from the disk: a new one needs a line in the two tables below, a new module needs none.
"""

import ast
import graphlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

HELPERS = Path(__file__).parents[1] / "helpers"
FILES = sorted(HELPERS.rglob("*.py"))
CONTENT = {HELPERS / name for name in ("widgets", "checks", "quizzes")}
"""Folders whose files are the notebooks' own: helpers/course.py names them."""
MAY_IMPORT = {
    "__init__": set(),
    "course": set(),
    "setup_check": set(),
    "data": {"data", "maths"},
    "maths": {"maths"},
    "formulas": {"formulas"},
    "figures": {"figures"},
    "live": {"live", "figures"},
    "learner": {"learner", "course", "live.button"},
    "training": {"training", "maths", "data"},
    "widgets": {"widgets", "course", "data", "maths", "formulas", "figures", "live", "training"},
    "checks": {"checks", "course", "data", "maths", "learner", "training"},
    "quizzes": {"quizzes", "course", "learner"},
    "progress_view": {"course", "learner", "checks", "quizzes", "figures.style", "live.button"},
}
"""Folder of `helpers/`, or module beside them -> the folders and modules of `helpers/` that it may import."""
LIBRARIES = {
    "__init__": set(),
    "course": set(),
    "setup_check": {"jupyter_core", "packaging"},
    "data": {"numpy", "sklearn", "scipy", "PIL"},
    "maths": {"numpy"},
    "formulas": {"numpy"},
    "figures": {"numpy", "matplotlib", "PIL"},
    "live": {"numpy", "matplotlib", "PIL", "ipywidgets", "anywidget", "traitlets"},
    "learner": {"numpy", "IPython", "ipywidgets", "platformdirs", "fsrs"},
    "training": {"numpy", "tensorflow", "keras"},
    "widgets": {"numpy", "matplotlib", "ipywidgets"},
    "checks": {"numpy"},
    "quizzes": set(),
    "progress_view": {"IPython", "ipywidgets"},
}
"""The same -> the libraries, beyond Python's own, that it may import."""


def place(path):
    """Return the folder of `helpers/` that a file lies in, or the name of a module beside the folders."""
    return path.relative_to(HELPERS).parts[0].removesuffix(".py")


def dotted(path):
    """Return a file's name as a module: "helpers.maths" for helpers/maths/__init__.py."""
    parts = path.relative_to(HELPERS.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


MODULES = {dotted(path): path for path in FILES}


def imported(path):
    """Yield the dotted name of everything that a file imports, at its top or within a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write out where it imports from"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(name):
    """Return the module that is, or holds, what has a dotted name such as helpers.maths.linear.loss."""
    while name not in MODULES:
        assert "." in name, name
        name = name.rpartition(".")[0]
    return name


def ours(path):
    """Return the modules of the course that a file imports."""
    return {module_of(name) for name in imported(path) if name.split(".")[0] == "helpers"}


def allowed(module, path):
    within = module.removeprefix("helpers").removeprefix(".")
    return any(f"{within}.".startswith(f"{name}.") for name in MAY_IMPORT[place(path)])


def test_every_folder_has_a_line_in_each_table():
    places = {place(path) for path in FILES}
    assert places == MAY_IMPORT.keys() == LIBRARIES.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HELPERS)))
def test_imports_run_one_way(path):
    assert [module for module in ours(path) if not allowed(module, path)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HELPERS)))
def test_only_the_libraries_of_its_folder_are_imported_and_never_pyplot(path):
    names = [name for name in imported(path) if name.split(".")[0] != "helpers"]
    libraries = {name.split(".")[0] for name in names} - set(sys.stdlib_module_names)
    assert libraries <= LIBRARIES[place(path)]
    assert not any("pyplot" in name for name in names)


def test_no_module_imports_itself_in_a_circle():
    try:
        graphlib.TopologicalSorter({name: ours(path) for name, path in MODULES.items()}).prepare()
    except graphlib.CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_no_folder_is_opened_by_name_but_for_the_notebooks_own():
    """What `import_module` loads is not seen above: widgets and checks load their own files, nothing else."""
    users = {dotted(path) for path in FILES if re.search("import_module|__import__", path.read_text("utf-8"))}
    assert users <= {"helpers.widgets", "helpers.checks"}


@pytest.mark.parametrize("folder", sorted({path.parent for path in FILES} - CONTENT), ids=dotted)
def test_a_folder_says_what_its_files_are(folder):
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    listed = re.findall(r"^ *(\w+)(?:/|\.py)?  +\S", said, flags=re.M)
    here = {path.stem for path in [*folder.glob("*.py"), *folder.glob("*/")] if "__" not in path.stem}
    assert sorted(listed) == sorted(here)


@pytest.mark.parametrize(
    "name", ["helpers", "helpers.widgets", "helpers.checks", "helpers.progress_view", "helpers.setup_check"]
)
def test_nothing_before_keras_imports_tensorflow(name):
    code = f"import sys, {name}; sys.exit('tensorflow' in sys.modules or 'matplotlib.pyplot' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_checks_draw_nothing():
    code = "import sys, helpers.checks; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
