"""Progress survives two writers, a kill, damage, a full or missing disk, and other versions of the file."""

import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from helpers.learner import progress

TOP = Path(__file__).parents[2]
WRITER = """
import sys
from helpers.learner import progress
for k in range(int(sys.argv[2])):
    progress.record("solved", f"{sys.argv[1]}.{k}", said="x" * 300)
    print(k, flush=True)
"""


def writer(name, count, **kwargs):
    """Start another process that records, and prints the number of each event once it is kept."""
    command = [sys.executable, "-c", WRITER, name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=TOP, **kwargs)


def names():
    return [event.name for event in progress.events()]


def version_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def change(path, statement):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_reading_creates_nothing(progress_folder):
    assert progress.events() == []
    assert progress.solved() == progress.viewed() == set()
    assert progress.answered() == {}
    assert progress.trouble() == ""
    assert not progress_folder.exists()


def test_what_is_recorded_can_be_read_by_kind():
    assert progress.record("solved", "03.gradient", tries=2) == ""
    progress.record("answered", "quiz.03.half", answer="a", correct=False)
    progress.record("answered", "quiz.03.half", answer="b", correct=True)
    progress.record("viewed", "03")
    assert progress.solved() == {"03.gradient"}
    assert progress.viewed() == {"03"}
    assert progress.answered()["quiz.03.half"].detail == {"answer": "b", "correct": True}
    assert [event.kind for event in progress.events()] == ["solved", "answered", "answered", "viewed"]
    assert progress.events("solved")[0].detail == {"tries": 2}
    assert progress.events("solved")[0].at.endswith("+00:00")


def test_it_is_on_the_disk(progress_folder):
    progress.record("solved", "03.gradient")
    code = "from helpers import progress; print(progress.solved())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=TOP)
    assert told.stdout == "{'03.gradient'}\n"
    assert [path.name for path in progress_folder.iterdir()] == ["progress.sqlite"]


def test_it_is_kept_in_the_users_data_folder_unless_another_is_named(monkeypatch):
    monkeypatch.setenv("COURSE_PROGRESS", "~/elsewhere")
    assert progress.place() == Path.home() / "elsewhere" / "progress.sqlite"
    monkeypatch.setenv("COURSE_PROGRESS", "")
    assert progress.place().parent == progress.user_data_path("deep-learning-foundations", appauthor=False)


ODD = [object(), float("nan"), {1, 2}, b"bytes", "\ud800", 10**400, {("a", 1): 2}]


@pytest.mark.parametrize("odd", ODD, ids=["object", "nan", "set", "bytes", "surrogate", "huge", "keys"])
def test_never_raises_whatever_the_detail(odd):
    progress.record("answered", "odd", answer=odd)
    circle = []
    circle.append(circle)
    progress.record("answered", "circle", answer=circle)
    assert names() == ["odd", "circle"]


def test_a_name_that_cannot_be_stored_does_not_raise():
    assert "not kept" in progress.record("solved", "\ud800")


def test_two_processes_at_once_lose_nothing():
    processes = [writer(name, 60) for name in ("one", "two")]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert sorted(names()) == sorted(f"{name}.{k}" for name in ("one", "two") for k in range(60))


def test_a_process_killed_in_mid_write_loses_nothing_it_had_kept():
    kept = []
    for attempt in range(12):
        with writer(f"run{attempt}", 10_000) as process:
            told = [
                process.stdout.readline() for _ in range(1 + attempt)
            ]  # killed at another moment each time
            process.send_signal(signal.SIGKILL)
            told += process.stdout.readlines()
        kept += [f"run{attempt}.{int(line)}" for line in told if line.endswith("\n")]
        assert {*kept} <= {*names()}
        assert progress.trouble() == ""
    assert len(kept) >= 78
    assert progress.record("solved", "and it goes on") == ""


def test_a_file_that_is_no_database_is_set_aside_and_said_once(progress_folder):
    progress_folder.mkdir()
    progress.place().write_bytes(b"not a database, " * 100)
    said = progress.record("solved", "03.gradient")
    (aside,) = progress_folder.glob("progress-damaged-*")
    assert str(aside) in said
    assert "damaged" in said
    assert aside.read_bytes() == b"not a database, " * 100
    assert progress.record("solved", "03.step") == ""
    assert progress.trouble() == said
    assert progress.solved() == {"03.gradient", "03.step"}


def test_reading_a_damaged_file_sets_it_aside_too(progress_folder):
    progress_folder.mkdir()
    progress.place().write_bytes(b"not a database, " * 100)
    assert progress.events() == []
    assert "damaged" in progress.trouble()
    assert len([*progress_folder.glob("progress-damaged-*")]) == 1


@pytest.mark.parametrize("fault", ["cut in half", "a page overwritten"])
def test_what_can_be_read_of_a_damaged_file_is_kept(progress_folder, fault):
    with writer("first", 200) as process:
        process.wait(60)
    path = progress_folder / "progress.sqlite"
    content = path.read_bytes()
    pages = len(content) // 4096
    assert pages > 12
    middle = pages // 2 * 4096
    rest = {"cut in half": b"", "a page overwritten": b"\xff" * 4096 + content[middle + 4096 :]}
    path.write_bytes(content[:middle] + rest[fault])
    assert "damaged" in progress.record("solved", "now")
    rescued = {*names()} - {"now"}
    assert "now" in names()
    assert len(rescued) > 20
    assert rescued < {f"first.{k}" for k in range(200)}
    assert f"; {len(rescued)} entries" in progress.trouble()
    assert len([*progress_folder.glob("progress-damaged-*")]) == 1


def test_a_database_of_another_program_is_set_aside(progress_folder):
    progress_folder.mkdir()
    change(progress.place(), "CREATE TABLE events (other TEXT)")
    assert "set aside" in progress.record("solved", "03.gradient")
    assert progress.solved() == {"03.gradient"}


def test_damage_while_the_kernel_runs_is_found(progress_folder):
    progress.record("solved", "before")
    progress.place().write_bytes(b"\0" * 5000)
    assert "damaged" in progress.record("solved", "after")
    assert progress.solved() == {"after"}


def test_a_newer_file_is_left_alone(progress_folder):
    progress.record("solved", "03.gradient")
    change(progress.place(), "PRAGMA user_version = 99")
    before = progress.place().read_bytes()
    said = progress.record("solved", "03.step")
    assert "newer version of the course" in said
    assert progress.record("solved", "03.step") == ""
    assert progress.solved() == {"03.step"}
    assert "newer version" in progress.forget()
    assert progress.place().read_bytes() == before
    assert [path.name for path in progress_folder.iterdir()] == ["progress.sqlite"]


ADD_COLUMN = "ALTER TABLE events ADD COLUMN machine TEXT"


def test_an_older_file_is_migrated_and_keeps_its_events(monkeypatch):
    progress.record("solved", "03.gradient")
    monkeypatch.setattr(progress, "LAYOUTS", [*progress.LAYOUTS, ADD_COLUMN])
    assert version_of(progress.place()) == 1
    assert progress.solved() == {"03.gradient"}
    assert version_of(progress.place()) == 2
    progress.record("solved", "03.step")
    assert progress.solved() == {"03.gradient", "03.step"}
    assert progress.trouble() == ""


def test_a_migration_that_fails_leaves_the_older_file_as_it_was(monkeypatch, progress_folder):
    progress.record("solved", "03.gradient")
    with monkeypatch.context() as patch:
        patch.setattr(progress, "LAYOUTS", [*progress.LAYOUTS, ADD_COLUMN, "DROP TABLE missing"])
        assert "not kept" in progress.record("solved", "03.step")
        assert version_of(progress.place()) == 1
    assert [path.name for path in progress_folder.iterdir()] == ["progress.sqlite"]
    progress.record("solved", "03.whole")
    assert progress.solved() == {"03.gradient", "03.step", "03.whole"}


def test_a_folder_that_cannot_be_is_said_once_and_the_course_runs_on(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("a file")
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "file" / "below"))
    said = progress.record("solved", "03.gradient")
    assert "not kept" in said
    assert str(progress.place()) in said
    assert progress.record("solved", "03.step") == ""
    assert progress.trouble() == said
    assert progress.solved() == {"03.gradient", "03.step"}


def test_what_waited_is_written_once_the_disk_allows_it(monkeypatch, tmp_path):
    blocked = tmp_path / "place"
    blocked.write_text("a file")
    monkeypatch.setenv("COURSE_PROGRESS", str(blocked))
    progress.record("solved", "03.gradient")
    blocked.unlink()
    assert progress.record("solved", "03.step") == ""
    assert progress.trouble() == ""
    progress._store_at.cache_clear()
    assert names() == ["03.gradient", "03.step"]


def test_a_full_database_is_said_and_keeps_what_it_had(monkeypatch):
    with writer("first", 20) as process:
        process.wait(60)
    connect = sqlite3.connect

    def full(*args, **kwargs):
        connection = connect(*args, **kwargs)
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size: not a page more
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(progress.sqlite3, "connect", full)
        said = [progress.record("solved", f"now.{k}", text="x" * 3000) for k in range(5)]
        assert sum("the disk is full" in sentence for sentence in said) == 1
        assert len(names()) == 25
    assert progress.record("solved", "now.5") == ""
    assert progress.trouble() == ""
    progress._store_at.cache_clear()
    assert len(names()) == 26


def test_a_disk_that_takes_no_more_bytes_loses_nothing():
    resource = pytest.importorskip("resource")

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    with writer("limited", 300, preexec_fn=limit) as process:
        assert process.wait(60) == 0
    assert 20 < len(names()) < 300
    assert names() == [f"limited.{k}" for k in range(len(names()))]
    assert progress.record("solved", "now") == ""


@contextmanager
def held(monkeypatch):
    """Hold the file as another program would, for longer than the course now waits."""
    monkeypatch.setattr(progress, "SECONDS_TO_WAIT", 0.05)
    with closing(sqlite3.connect(progress.place(), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_a_file_that_another_program_holds_is_waited_for_a_second(monkeypatch):
    progress.record("solved", "03.gradient")
    with held(monkeypatch):
        assert "another program holds the file" in progress.record("solved", "03.step")
    assert progress.record("solved", "03.whole") == ""
    progress._store_at.cache_clear()
    assert progress.solved() == {"03.gradient", "03.step", "03.whole"}


def test_what_waits_is_written_when_the_kernel_stops(progress_folder):
    code = """
import sqlite3
from helpers.learner import progress
progress.record("solved", "first")
progress.SECONDS_TO_WAIT = 0.05
other = sqlite3.connect(progress.place(), isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
print(progress.record("solved", "second"))
other.close()
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=TOP)
    assert "another program" in told.stdout
    assert names() == ["first", "second"]


def test_export_and_import_bring_everything_to_another_machine(monkeypatch, tmp_path):
    progress.record("solved", "03.gradient", tries=2)
    progress.record("answered", "quiz.03.half", answer="½", correct=True)
    exported, here = progress.export(), progress.events()
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "there"))
    progress.record("solved", "03.step")
    assert progress.merge(exported.encode()) == 2
    assert progress.solved() == {"03.gradient", "03.step"}
    assert [event for event in progress.events() if event.name != "03.step"] == here
    assert progress.merge(exported) == 0
    assert len(progress.events()) == 3


GOOD = {
    "id": "a",
    "at": "2025-03-01T12:00:00.000+00:00",
    "kind": "solved",
    "name": "03.gradient",
    "detail": {},
}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "not JSON"),
        (b"\xff\xfe\xfa", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no export of this course"),
        ({"course": "another"}, "no export of this course"),
        ({"version": None}, "incomplete"),
        ({"events": {}}, "incomplete"),
        ({"version": 99}, "newer version"),
        ({"events": [GOOD, None]}, "Entry 2 .* nothing was imported"),
        ({"events": [GOOD | {"name": 3}]}, "Entry 1"),
        ({"events": [GOOD | {"at": "yesterday"}]}, "Entry 1"),
        ({"events": [GOOD | {"detail": []}]}, "Entry 1"),
        ({"events": [GOOD | {"more": 1}]}, "Entry 1"),
    ],
)
def test_refuses_to_import_what_is_no_export(content, message):
    if isinstance(content, dict):
        content = json.dumps({"course": "deep-learning-foundations", "version": 1, "events": []} | content)
    with pytest.raises(ValueError, match=message):
        progress.merge(content)
    assert progress.events() == []


def test_forget_deletes_all_of_it(progress_folder):
    progress_folder.mkdir()
    progress.place().write_bytes(b"not a database, " * 100)
    progress.record("answered", "quiz.03.half", answer="a very private answer")
    assert progress.forget() == ""
    assert progress.events() == []
    assert progress.trouble() == ""
    (path,) = progress_folder.iterdir()
    assert b"private" not in path.read_bytes()
    assert progress.record("solved", "03.step") == ""


def test_forget_says_when_it_could_not(monkeypatch):
    progress.record("solved", "03.gradient")
    with held(monkeypatch):
        assert "another program" in progress.forget()
    assert progress.solved() == {"03.gradient"}


def test_no_test_touches_the_learners_own_file(progress_folder):
    assert progress.place().parent == progress_folder
