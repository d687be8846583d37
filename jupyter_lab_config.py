"""How JupyterLab opens the course; read by `jupyter lab` when it starts in this folder.

Nothing is fetched from the network: no news, no look for updates, no list of extensions.
"""

from pathlib import Path

c = get_config()  # noqa: F821 - given by JupyterLab

c.LabApp.app_settings_dir = str(Path(__file__).parent / "jupyter")
c.LabApp.extension_manager = "readonly"
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.news_url = None
