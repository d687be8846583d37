"""How the tests are shared out between workers, and how nbval compares the course's notebooks."""

import pytest
from nbval.plugin import IPyNbCell


def pytest_collection_modifyitems(items):
    """Keep each file on one worker, and everything that needs the browser on one.

    HTML outputs are left out of nbval's comparison: they hold pictures, whose bytes differ between machines.
    """
    for item in items:
        group = "browser" if "browser" in item.path.parts else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))
        if isinstance(item, IPyNbCell):
            item.parent.skip_compare += ("text/html",)
