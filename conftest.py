"""How the tests are shared out between workers, and how nbval compares the course's notebooks."""

from nbval.plugin import IPyNbCell
from xdist.scheduler import LoadScopeScheduling


class ByFile(LoadScopeScheduling):
    """Keeps each file on one worker, and everything that needs the browser on one."""

    def _split_scope(self, nodeid):
        path = nodeid.split("::")[0]
        return "browser" if path.startswith("tests/browser/") else path


def pytest_xdist_make_scheduler(config, log):
    """Share the tests out by file."""
    return ByFile(config, log)


def pytest_collection_modifyitems(items):
    """Keep nbval from comparing HTML outputs: they hold pictures, whose bytes differ between machines."""
    for item in items:
        if isinstance(item, IPyNbCell):
            item.parent.skip_compare += ("text/html",)
