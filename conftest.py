"""How the tests are shared out, how nbval compares notebooks, and what keeps the learner's progress safe."""

import os
import tempfile

import pytest
from nbval.plugin import IPyNbCell
from xdist.scheduler import LoadScopeScheduling

NOBODY = pytest.StashKey[str]()


class ByFile(LoadScopeScheduling):
    """Keeps each file on one worker, and everything that needs the browser on one."""

    def _split_scope(self, nodeid):
        path = nodeid.split("::")[0]
        return "browser" if path.startswith("tests/browser/") else path


def pytest_xdist_make_scheduler(config, log):
    """Share the tests out by file."""
    return ByFile(config, log)


def pytest_configure(config):
    """Keep progress in a temporary folder, whatever the tests start: kernels and servers inherit this."""
    folder = tempfile.TemporaryDirectory(prefix="course-progress-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    os.environ["COURSE_PROGRESS"] = config.stash[NOBODY] = folder.name


@pytest.fixture(autouse=True)
def progress_folder(tmp_path):
    """A folder for the progress of one test, which nothing has made yet."""
    folder = tmp_path / "progress"
    with pytest.MonkeyPatch.context() as patch:  # its own, which no test undoes
        patch.setenv("COURSE_PROGRESS", str(folder))
        yield folder


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Give each notebook that nbval runs a folder of its own, so that it shows nobody else's progress."""
    if isinstance(item, IPyNbCell) and item.parent.kernel is None:
        os.environ["COURSE_PROGRESS"] = tempfile.mkdtemp(dir=item.config.stash[NOBODY])


def pytest_collection_modifyitems(items):
    """Keep nbval from comparing HTML outputs: they hold pictures, whose bytes differ between machines."""
    for item in items:
        if isinstance(item, IPyNbCell):
            item.parent.skip_compare += ("text/html",)
