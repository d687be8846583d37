"""Say in words what is missing on this machine for the course, and the command that mends it.

Only metadata are read: no package of the course is imported, so that a broken
one cannot break the check, and TensorFlow costs no time.
"""

import json
import os
import platform
from importlib import metadata
from pathlib import Path

from jupyter_core.paths import jupyter_config_path, jupyter_path
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

COURSE = "deep-learning-foundations"
WIDGETS = "@jupyter-widgets/jupyterlab-manager"
STAND_INS = {"tensorflow-cpu": "tensorflow"}
"""Package -> another one that holds the same and will do."""

KERAS_KNOWS = {
    "floatx": lambda value: value in ("float16", "float32", "float64"),
    "epsilon": lambda value: isinstance(value, float),
    "image_data_format": lambda value: value in ("channels_last", "channels_first"),
}
"""Setting in keras.json -> whether Keras takes a value of it."""


def report():
    """Print what is missing, a sentence and a command for each; or that everything is in place."""
    found = problems()
    for sentence in found or ["Everything is in place."]:
        print(sentence)
    if found:
        print("Then choose Restart Kernel in the Kernel menu, and run this cell again.")


def problems():
    """Return a list of sentences on what is missing here; empty when all is well."""
    here = Path(__file__).resolve().parent
    try:
        course = metadata.metadata(COURSE)
    except metadata.PackageNotFoundError:
        command = f'%pip install -e "{here.parent}"'
        return [f"The course is not installed in this Python. {_mend(command)}"]
    return [
        *python_problems(platform.python_version(), course["Requires-Python"]),
        *package_problems(course.get_all("Requires-Dist") or [], installed_version),
        *widget_problems(jupyter_path("labextensions"), jupyter_config_path()),
        *folder_problems(Path.cwd(), here),
        *keras_problems(Path(os.environ.get("KERAS_HOME", "~/.keras")).expanduser() / "keras.json"),
    ]


def installed_version(name):
    """Return the version of an installed package as text, or None if there is none."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def python_problems(version, needed):
    """Return a sentence in a list if version, such as "3.12.4", is not in needed, such as ">=3.11,<3.14"."""
    if SpecifierSet(needed).contains(version, prereleases=True):
        return []
    command = "conda env create -f environment.yml"
    return [
        f"This is Python {version}, and the course needs {needed}. "
        f"In a terminal, in the course's folder: {command}  (then choose the kernel of that environment)"
    ]


def package_problems(requirements, version_of, environment=None):
    """Return a sentence for each required package that is missing or of the wrong version.

    requirements  list of str, as in Requires-Dist: 'numpy>=2.1; python_version > "3"'
    version_of    called with a name, returns its version as str or None
    environment   what the markers are evaluated against; this machine unless given
    """
    found = []
    for requirement in map(Requirement, requirements):
        if requirement.marker and not requirement.marker.evaluate({"extra": "", **(environment or {})}):
            continue
        candidates = {name: version_of(name) for name in _names(requirement.name)}
        if any(v and requirement.specifier.contains(v, prereleases=True) for v in candidates.values()):
            continue
        found.append(_package_sentence(requirement, candidates[requirement.name]))
    return found


def widget_problems(extension_folders, config_folders):
    """Return a sentence in a list if JupyterLab could not show the explorers.

    extension_folders  where JupyterLab looks for its extensions
    config_folders     where it looks for its settings; the first one rules
    """
    if not any((Path(folder) / WIDGETS / "package.json").is_file() for folder in extension_folders):
        command = "%pip install --force-reinstall jupyterlab_widgets"
        return [f"JupyterLab has no extension for widgets, so no explorer can move. {_mend(command)}"]
    if _disabled(config_folders):
        command = f"!jupyter labextension enable {WIDGETS}"
        return [f"JupyterLab's extension for widgets is off, so no explorer can move. {_mend(command)}"]
    return []


def folder_problems(folder, helpers):
    """Return a sentence in a list if the notebooks in folder lie beside other helpers than those in use.

    folder   Path of the folder that the notebook runs in
    helpers  Path of the helpers in use
    """
    beside = folder.resolve().parent / "helpers"
    if not (beside / "setup_check.py").is_file() or beside == helpers:
        return []
    command = f'%pip install -e "{beside.parent}"'
    return [
        f"This notebook belongs to {beside.parent}, but the helpers in use are those of "
        f"{helpers.parent}. {_mend(command)}"
    ]


def keras_problems(path):
    """Return a sentence in a list if Keras will not start for its file of settings, which may be missing.

    What such a file may say, the course sets otherwise where it must; what Keras does not know, it refuses.
    """
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # none, or one that Keras passes over
        return []
    faults = ["the file itself"]
    if isinstance(settings, dict):
        faults = [
            name for name, knows in KERAS_KNOWS.items() if name in settings and not knows(settings[name])
        ]
    if not faults:
        return []
    command = f'import os; os.rename(r"{path}", r"{path}.old")'
    return [
        f"Keras will not start for notebook 04: {path} says what it does not know ({', '.join(faults)}). "
        f"{_mend(command)}"
    ]


def _names(name):
    return [name, *([STAND_INS[name]] if name in STAND_INS else [])]


def _package_sentence(requirement, version):
    needed = f"{requirement.name}{requirement.specifier}"
    fault = f"is version {version}" if version else "is missing"
    command = f'%pip install "{needed}"'
    return f"{requirement.name} {fault}, and the course needs {needed}. {_mend(command)}"


def _mend(command):
    return f"In a new cell, run: {command}"


def _disabled(config_folders):
    settings = {}
    for folder in reversed(list(config_folders)):  # the first folder has the last word
        try:
            text = (Path(folder) / "labconfig" / "page_config.json").read_text(encoding="utf-8")
            settings |= dict(json.loads(text).get("disabledExtensions", {}))
        except (OSError, ValueError, TypeError, AttributeError):  # no such file, or not one of JupyterLab's
            continue
    return any(off and name.split(":")[0] == WIDGETS for name, off in settings.items())
