"""How the tests are shared out, how nbval compares notebooks, and what keeps the learner's progress safe.

At the end of a run: the minutes of each part, and what was skipped for want of a browser.
"""

import os
import re
import tempfile
from collections import Counter
from pathlib import PurePosixPath

import pytest
from nbval.plugin import IPyNbCell
from xdist.scheduler import LoadScopeScheduling

NOBODY = pytest.StashKey[str]()
NO_BROWSER = "No Chromium or Chrome: apt install chromium, or .venv/bin/playwright install chromium"
UNTESTED = """{skipped} of {total} tests ({share:.0%}) were skipped, for there is no Chromium or Chrome:
how notebooks, controls, exercises, quizzes, slides and pages look and answer is untested. To test it too:
    sudo apt install chromium      (or without sudo: .venv/bin/playwright install chromium)
    make test"""
STORED = "notebooks, run by nbval"
LONGEST_FIRST = ("browser", "training", STORED, "widgets", "checks")
"""The parts of the tests that take minutes."""
PARTS_SHOWN = 6


class ByFile(LoadScopeScheduling):
    """Keeps on one worker what visit_of says belongs together."""

    def _split_scope(self, nodeid):
        return visit_of(nodeid)


VISITS = {
    "browser/test_notebooks.py": re.compile(r"\[.*?(\d\d_\w+)"),  # as in [Mouse-03_gradient_descent]
    "widgets/test_explorers.py": re.compile(r"\[(\w+)\]$"),
}
"""Files that visit one notebook or explorer after the other -> where a test names it."""


def visit_of(nodeid):
    """Return a test's file; where a file visits one thing after the other, the file and the thing."""
    path, _, test = nodeid.partition("::")
    found = next((names.search(test) for file, names in VISITS.items() if path.endswith(file)), None)
    return path + found[1] if found else path


def pytest_xdist_make_scheduler(config, log):
    """Share the tests out by file, in the order of pytest_collection_modifyitems."""
    config.option.loadscopereorder = False
    return ByFile(config, log)


def pytest_configure(config):
    """Keep progress in a temporary folder, whatever the tests start: kernels and servers inherit this.

    They inherit too that small arrays are computed by one thread: more of them wait for each other.
    """
    folder = tempfile.TemporaryDirectory(prefix="course-progress-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    os.environ["COURSE_PROGRESS"] = config.stash[NOBODY] = folder.name
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(threads, "1")


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


def pytest_collection_modifyitems(config, items):
    """Keep nbval from comparing HTML outputs: they hold pictures, whose bytes differ between machines.

    What takes longest comes first where the tests are shared out, so that the workers end together.
    """
    for item in items:
        if isinstance(item, IPyNbCell):
            item.parent.skip_compare += ("text/html",)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: [part_of(item.nodeid) != part for part in LONGEST_FIRST])


def part_of(nodeid):
    """Return the part that a test belongs to: a folder of tests/, what nbval runs, or the rest."""
    path = PurePosixPath(nodeid.split("::")[0])
    if path.suffix == ".ipynb":
        return STORED
    return path.parts[1] if len(path.parts) > 2 else "the rest"


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter):
    """Say how long each part took, and last what was skipped for want of a browser."""
    kinds = terminalreporter.stats.values()
    reports = [report for kind in kinds for report in kind if isinstance(report, pytest.TestReport)]
    write_minutes(terminalreporter, reports)
    skipped = sum(report.skipped and NO_BROWSER in str(report.longrepr) for report in reports)
    if skipped:
        total = len({report.nodeid for report in reports})
        terminalreporter.section("skipped: no browser")
        terminalreporter.line(UNTESTED.format(skipped=skipped, total=total, share=skipped / total))


def write_minutes(terminalreporter, reports):
    """Write the minutes that each part took, those of all workers added up, where they are any."""
    seconds, tests = Counter(), Counter()
    for report in reports:
        seconds[part_of(report.nodeid)] += report.duration
        tests[part_of(report.nodeid)] += report.when == "setup"
    if seconds.total() < 60:
        return
    terminalreporter.section("minutes by part, all workers added up")
    for part, _ in seconds.most_common(PARTS_SHOWN):
        terminalreporter.line(f"{seconds.pop(part) / 60:6.1f}  {part} ({tests.pop(part)} tests)")
    if seconds:
        terminalreporter.line(f"{seconds.total() / 60:6.1f}  all others ({tests.total()} tests)")
