"""Execute notebooks and store them: text and pictures kept, all that changes from run to run dropped.

python tests/notebooks/stored.py notebooks/03_gradient_descent.ipynb
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def normalised(notebook):
    """Return a copy of a notebook as the repository stores it.

    Dropped: widget views and state (their models are gone with the kernel),
    times of execution, the version of the language, the frames of tracebacks.
    Kept: sources, ids, tags, slide types, execution counts, text and pictures.
    """
    notebook = nbformat.from_dict(notebook)
    slideshow = {
        key: value for key, value in notebook.metadata.items() if key in ("rise", "deck", "slideshow")
    }
    notebook.metadata = {"kernelspec": dict(KERNEL), "language_info": {"name": "python"}, **slideshow}
    for cell in notebook.cells:
        cell.metadata = {key: value for key, value in cell.metadata.items() if key != "execution"}
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
            if output.output_type == "error":  # the frames name files of the machine that ran it
                output.traceback = [f"{output.ename}: {output.evalue}"]
    return notebook


def run(notebook, folder):
    """Run every cell of a notebook in a folder; a learner's own progress is neither shown nor changed."""
    client = NotebookClient(
        notebook,
        timeout=300,
        store_widget_state=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(folder)}},
    )
    with TemporaryDirectory() as nobody:
        client.execute(env=os.environ | {"COURSE_PROGRESS": nobody})


def execute(path):
    """Run a notebook from top to bottom in its own folder, and store it in place.

    A cell that raises stops the run, and nothing is stored, unless it is tagged "raises-exception".
    """
    notebook = nbformat.read(path, as_version=4)
    run(notebook, path.parent)
    unfinished = path.with_suffix(".unfinished")
    nbformat.write(normalised(notebook), unfinished)
    os.replace(unfinished, path)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        execute(Path(name))
        print(name)
