"""Each notebook in a real JupyterLab: opened, and run from top to bottom."""

from pathlib import Path

import pytest

NOTEBOOKS = sorted(path.stem for path in (Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_runs_from_top_to_bottom(lab, notebook):
    lab.open(notebook)
    lab.run_all()
    outputs = lab.outputs()
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    assert lab.errors == []
    assert lab.outside == []
