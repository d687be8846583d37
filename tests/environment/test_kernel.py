"""What a kernel of the course's environment finds in a notebook's folder."""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

CONFIG = Path("etc", "ipython", "ipython_kernel_config.py")


def test_the_installation_has_put_the_settings_of_kernels_into_the_environment():
    stored = Path(__file__).parents[2] / "jupyter" / CONFIG.name
    installed = Path(sys.prefix, CONFIG)
    assert installed.read_text() == stored.read_text(), "run make, which installs the course anew"


def test_a_learners_own_files_beside_a_notebook_hide_nothing_and_are_found(tmp_path):
    for name in ("helpers", "numpy", "matplotlib", "ipywidgets", "checks", "json", "mine"):
        (tmp_path / f"{name}.py").write_text("whose = 'the learner'")
    cell = nbformat.v4.new_code_cell(
        "from helpers import setup_check, widgets\n"
        "import numpy, matplotlib, json, mine\n"
        "[hasattr(module, 'whose') for module in (numpy, matplotlib, json, mine)]"
    )
    notebook = nbformat.v4.new_notebook(cells=[cell])
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()
    assert cell.outputs[0]["data"]["text/plain"] == "[False, False, False, True]"
