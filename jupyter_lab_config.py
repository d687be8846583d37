"""How JupyterLab opens the course.

Nothing is fetched from the network: no news, no look for updates, no list of extensions.
"""

from pathlib import Path

c = get_config()  # noqa: F821 - given by JupyterLab

c.LabApp.default_url = "/lab/tree/notebooks/00_start_here.ipynb"
c.LabApp.app_settings_dir = str(Path(__file__).parent / "jupyter")
c.LabApp.extra_labextensions_path = [str(Path(__file__).parent / "jupyter" / "labextensions")]
c.LabApp.extension_manager = "readonly"
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.news_url = None
