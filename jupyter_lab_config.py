"""How JupyterLab opens the course.

Nothing is fetched from the network: no news, no look for updates, no list of extensions.
"""

import re
from pathlib import Path

c = get_config()  # noqa: F821 - given by JupyterLab

c.LabApp.default_url = "/lab/tree/notebooks/00_start_here.ipynb"
c.LabApp.app_settings_dir = str(Path(__file__).parent / "jupyter")
c.LabServerApp.extra_labextensions_path = [str(Path(__file__).parent / "jupyter" / "labextensions")]
c.LabApp.extension_manager = "readonly"
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.news_url = None


def without_a_deck(handler, page_config):
    """Open JupyterLab as usual after a talk that ended by closing the browser.

    jupyterlab-slideshow keeps that a deck is on among the user's settings; each new page starts without one.
    """
    settings = Path(
        handler.extensionapp.user_settings_dir, "jupyterlab-slideshow", "plugin.jupyterlab-settings"
    )
    text = settings.read_text(encoding="utf-8") if settings.exists() else ""
    without, found = re.subn(r'"active"\s*:\s*true', '"active": false', text)
    if found:
        settings.write_text(without, encoding="utf-8")
    return page_config


c.ServerApp.tornado_settings = {"page_config_hook": without_a_deck}
