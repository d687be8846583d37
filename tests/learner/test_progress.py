"""Progress survives two writers, a kill, damage, a full, held or missing disk, and a newer course's file."""

import json
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
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
NOTEBOOK = """
import sys
from helpers.learner import progress
for line in sys.stdin:
    print(repr(eval(line)), flush=True)
"""


def writer(name, count, **kwargs):
    """Start another process that records, and prints the number of each event once it is kept."""
    command = [sys.executable, "-c", WRITER, name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=TOP, **kwargs)


@contextmanager
def notebook():
    """Start another process; give a function that returns what an expression is there, as text."""
    command, pipe = [sys.executable, "-c", NOTEBOOK], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=TOP) as process:

        def ask(expression):
            print(expression, file=process.stdin, flush=True)
            return process.stdout.readline()

        yield ask
        process.communicate(timeout=60)
    assert process.returncode == 0


def names():
    return [event.name for event in progress.events()]


def start_anew():
    """Let the next call find what a new kernel would find."""
    progress._store_at.cache_clear()


def chunks(path):
    """Return the lines of a file, each as (start, end) with the newlines around it."""
    content, found = path.read_bytes(), []
    while not found or found[-1][1] < len(content):
        start = found[-1][1] if found else 0
        found.append((start, content.index(b"}\n", start) + 2))
    return found


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
    code = "from helpers.learner import progress; print(progress.solved())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=TOP)
    assert told.stdout == "{'03.gradient'}\n"
    assert [path.name for path in progress_folder.iterdir()] == ["progress.jsonl"]


def test_each_event_is_a_line_of_json():
    progress.record("solved", "03.gradient", said="two\nlines, ½")
    progress.record("viewed", "03")
    lines = filter(None, progress.place().read_text("ascii").split("\n"))
    assert [json.loads(line) for line in lines] == [event._asdict() for event in progress.events()]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out by the folder")
def test_nobody_else_may_read_it():
    progress.record("solved", "03.gradient")
    assert stat.S_IMODE(progress.place().stat().st_mode) & 0o077 == 0


def test_it_is_kept_in_the_users_data_folder_unless_another_is_named(monkeypatch):
    monkeypatch.setenv("COURSE_PROGRESS", "~/elsewhere")
    assert progress.place() == Path.home() / "elsewhere" / "progress.jsonl"
    monkeypatch.setenv("COURSE_PROGRESS", "")
    assert progress.place().parent == progress.user_data_path("deep-learning-foundations", appauthor=False)


def test_a_kind_that_is_none_is_refused_by_name():
    with pytest.raises(ValueError, match="solved, answered, viewed, predicted, not 'slovd'"):
        progress.record("slovd", "03.gradient")
    assert progress.events() == []


class Mute:
    def __str__(self):
        raise OSError


ODD = [object(), Mute(), float("nan"), {1, 2}, b"bytes", "\ud800", 10**400, 10**5000, {("a", 1): 2}]
ODD_NAMES = ["object", "mute", "nan", "set", "bytes", "surrogate", "huge", "too huge", "keys"]


def test_what_was_done_while_the_clock_was_wrong_hides_nothing_that_came_later(progress_folder):
    progress.record("answered", "a", correct=True)
    file = progress_folder / "progress.jsonl"
    file.write_text(file.read_text().replace('"at": "20', '"at": "29'))  # 900 years ahead
    assert [event.detail for event in progress.events()] == [{"correct": True}]
    progress.record("answered", "a", correct=False)
    assert progress.answered()["a"].detail == {"correct": False}
    assert '"at": "29' in progress.export(), "what is exported is what was written"


@pytest.mark.parametrize("odd", ODD, ids=ODD_NAMES)
def test_never_raises_whatever_the_detail(odd):
    assert progress.record("answered", "odd", answer=odd) == ""
    circle = []
    circle.append(circle)
    assert progress.record("answered", "circle", answer=circle) == ""
    before = progress.events()
    start_anew()
    assert repr(progress.events()) == repr(before)  # nan is not equal to itself
    assert names() == ["odd", "circle"]
    assert progress.trouble() == ""


def test_a_name_of_any_characters_is_kept():
    assert progress.record("solved", "½\ud800\n{") == ""
    start_anew()
    assert names() == ["½\ud800\n{"]


def test_two_processes_at_once_lose_nothing_and_a_third_reads_meanwhile():
    processes = [writer(name, 60) for name in ("one", "two")]
    seen = [0]
    while None in [process.poll() for process in processes]:
        seen.append(len(names()))
        assert progress.trouble() == ""
    assert seen == sorted(seen)
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
    assert len(kept) >= 78
    assert progress.record("solved", "and it goes on") == ""


NOT_READ = "In {}, {} bytes cannot be read and are passed over; all else is kept."


def test_half_a_line_at_the_end_costs_nothing_else():
    for name in ("first", "second", "third"):
        progress.record("solved", name)
    whole = progress.place().read_bytes()
    *_, (start, end) = chunks(progress.place())
    for cut in range(start, end):
        progress.place().write_bytes(whole[:cut])
        complete = cut == end - 1  # only its newline is missing
        assert names() == ["first", "second", *["third"] * complete]
        assert progress.trouble() == "", "another notebook may be writing it now"
        assert progress.record("solved", "next") == ""
        assert names() == ["first", "second", *["third"] * complete, "next"]
        assert progress.place().read_bytes().startswith(whole[:cut])
        half = 0 if complete or cut <= start + 1 else cut - start - 1
        assert progress.trouble() == (NOT_READ.format(progress.place(), half) if half else "")


@pytest.mark.parametrize("garbage", [b"not a line, " * 100, b"\0" * 5000, b"[]\n" * 9, b'{"a":' * 9999])
def test_a_file_of_something_else_is_written_on_and_said_on_the_map(progress_folder, garbage):
    progress_folder.mkdir()
    progress.place().write_bytes(garbage)
    assert progress.events() == []
    assert progress.record("solved", "03.gradient") == ""
    assert progress.solved() == {"03.gradient"}
    assert progress.trouble() == NOT_READ.format(progress.place(), len(garbage.replace(b"\n", b"")))
    assert progress.place().read_bytes().startswith(garbage), "what cannot be read is kept"
    assert progress.forget() == ""
    assert garbage[:20] not in progress.place().read_bytes()
    assert progress.trouble() == ""


@pytest.mark.parametrize("rest", [b"", b"\xff", b"\0", b"\n"], ids=["cut off", "ones", "zeros", "lines"])
def test_damage_costs_the_lines_that_it_touches(rest):
    for k in range(40):
        progress.record("solved", str(k), said="x" * (k * 7 % 90))
    path = progress.place()
    content, lines, chance = path.read_bytes(), chunks(path), random.Random(0)  # noqa: S311
    for _ in range(60):
        start = chance.randrange(len(content))
        end = start + min(chance.choice([1, 9, 200, 900]), len(content) - start)
        block = rest * (end - start)
        if rest == b"":  # cut off
            end = len(content)
        path.write_bytes(content[:start] + block + content[end:])
        whole = path.read_bytes()
        assert progress.record("solved", "now") == ""
        left = [k for k, (first, last) in enumerate(lines) if last <= start or end <= first]
        spared = [k for k, (first, last) in enumerate(lines) if last - 1 <= start or end <= first + 1]
        assert {*map(str, left), "now"} <= {*names()} <= {*map(str, spared), "now"}
        assert path.read_bytes().startswith(whole), "the damaged bytes are kept"


def test_damage_while_the_kernel_runs_is_found():
    progress.record("solved", "before")
    assert progress.solved() == {"before"}
    progress.place().write_bytes(b"\0" * 5000)
    assert progress.record("solved", "after") == ""
    assert progress.solved() == {"after"}
    assert "5000 bytes" in progress.trouble()


NEWER = [
    {"id": "b", "at": "2025-03-02T12:00:00.000+00:00", "kind": "drawn", "name": "05", "detail": {}},
    {
        "id": "c",
        "at": "2025-03-03T12:00:00.000+00:00",
        "kind": "solved",
        "name": "05.x",
        "detail": {},
        "by": 1,
    },
]


def test_what_a_newer_course_wrote_is_kept_and_carried_along(progress_folder, monkeypatch, tmp_path):
    progress_folder.mkdir()
    written = "".join(f"{json.dumps(entry)}\n" for entry in [*NEWER, {"of": "a newer course"}])
    progress.place().write_text(written)
    assert progress.record("solved", "03.step") == ""
    assert progress.solved() == {"05.x", "03.step"}
    assert [event.kind for event in progress.events()] == ["drawn", "solved", "solved"]
    assert progress.place().read_text().startswith(written)
    exported = progress.export()
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "there"))
    assert progress.merge(exported) == 3
    assert [json.loads(line) for line in progress.place().read_text().split("\n\n")][:2] == NEWER


def test_a_file_that_an_earlier_course_left_is_not_touched(progress_folder):
    progress_folder.mkdir()
    earlier = progress_folder / "progress.sqlite"
    earlier.write_bytes(b"SQLite format 3\0")
    progress.record("solved", "03.gradient")
    progress.forget()
    assert earlier.read_bytes() == b"SQLite format 3\0"
    assert progress.trouble() == ""


def test_a_folder_that_cannot_be_is_said_once_and_the_course_runs_on(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("a file")
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "file" / "below"))
    said = progress.record("solved", "03.gradient")
    assert "not kept" in said
    assert progress.KEPT_IN_MEMORY in said
    assert str(progress.place()) in said
    assert progress.record("solved", "03.step") == ""
    assert progress.solved() == {"03.gradient", "03.step"}
    assert progress.trouble() == said
    assert progress.forget() == ""
    assert progress.events() == []


def test_what_waited_is_written_once_the_disk_allows_it(monkeypatch, tmp_path):
    blocked = tmp_path / "place"
    blocked.write_text("a file")
    monkeypatch.setenv("COURSE_PROGRESS", str(blocked))
    progress.record("solved", "03.gradient")
    blocked.unlink()
    assert progress.record("solved", "03.step") == ""
    assert progress.trouble() == ""
    start_anew()
    assert names() == ["03.gradient", "03.step"]


def test_what_waits_is_written_when_the_kernel_stops(monkeypatch, tmp_path):
    blocked = tmp_path / "place"
    blocked.write_text("a file")
    monkeypatch.setenv("COURSE_PROGRESS", str(blocked))
    with notebook() as other:
        assert "not kept" in other("progress.record('solved', '03.gradient')")
        blocked.unlink()
    assert names() == ["03.gradient"]


@pytest.fixture
def read_only(monkeypatch):
    """The file, with an event in it, where nothing can be written; as another user if this one may do all."""
    if os.name == "nt":
        pytest.skip("folders of Windows have other rights")
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("COURSE_PROGRESS", folder)
        progress.record("solved", "before")
        path = progress.place()
        try:
            path.chmod(0o444)
            Path(folder).chmod(0o555)
            os.seteuid(65534 if root else os.geteuid())
            yield path
        finally:
            os.seteuid(0 if root else os.geteuid())
            Path(folder).chmod(0o755)


def test_a_folder_that_is_read_only_can_be_read(read_only):
    content = read_only.read_bytes()
    assert f"{read_only} cannot be written (Permission denied)" in progress.record("solved", "03.step")
    assert progress.record("solved", "03.whole") == ""
    assert progress.solved() == {"before", "03.step", "03.whole"}
    assert "Nothing is forgotten" in progress.forget()
    assert "Permission denied" in progress.forget()
    assert progress.solved() == {"before", "03.step", "03.whole"}
    assert read_only.read_bytes() == content


def test_a_file_that_cannot_be_read_is_said_and_written_on(read_only):
    os.seteuid(os.getuid())
    read_only.chmod(0o222)
    os.seteuid(65534 if os.getuid() == 0 else os.getuid())
    start_anew()
    assert progress.record("solved", "03.step") == ""
    assert progress.events() == []
    assert progress.trouble() == f"{read_only} cannot be read (Permission denied)."
    assert progress.record("solved", "03.whole") == ""
    os.seteuid(os.getuid())
    read_only.chmod(0o666)
    assert progress.solved() == {"before", "03.step", "03.whole"}
    assert progress.trouble() == ""


@contextmanager
def full(size):
    """Let no file grow beyond a size in bytes."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_said_once_and_keeps_what_it_had():
    for k in range(20):
        progress.record("solved", f"first.{k}")
    with full(progress.place().stat().st_size + 5000):
        said = [progress.record("solved", f"now.{k}", text="x" * 3000) for k in range(5)]
        assert [sentence != "" for sentence in said] == [False, True, False, False, False]
        assert said[1] == f"Your progress is not kept: the disk is full; {progress.KEPT_IN_MEMORY}."
        assert progress.trouble().startswith(said[1])
        assert len(names()) == 25
    assert progress.record("solved", "now.5") == ""
    assert "not kept" not in progress.trouble()
    start_anew()
    assert names() == [*(f"first.{k}" for k in range(20)), *(f"now.{k}" for k in range(6))]


def test_of_a_batch_the_lines_that_fitted_are_not_written_again():
    progress.record("solved", "first")
    size = progress.place().stat().st_size
    content = json.loads(progress.export())
    content["events"] = [content["events"][0] | {"id": str(k)} for k in range(100)]
    with full(50 * size):
        assert progress.merge(json.dumps(content)) == 100
        assert len(names()) == 101
        assert "the disk is full" in progress.trouble()
    assert progress.record("solved", "last") == ""
    kept = progress.place().read_text().split("\n")
    assert len(names()) == 102
    assert sum(line.endswith("}") for line in kept) == 102


def test_a_disk_that_takes_no_more_bytes_loses_nothing():
    resource = pytest.importorskip("resource")

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    with writer("limited", 300, preexec_fn=limit) as process:
        assert process.wait(60) == 0
    assert 20 < len(names()) < 300
    assert names() == [f"limited.{k}" for k in range(len(names()))]
    assert progress.record("solved", "now") == ""
    assert names()[-1] == "now"


HOLDER = """
import fcntl, os, signal, sys
signal.signal(signal.SIGIO, signal.SIG_IGN)
fcntl.fcntl(os.open(sys.argv[1], os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_RDLCK)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held():
    """Hold the file in another process, so that whoever opens it to write would wait for 45 s."""
    command, pipe = [sys.executable, "-c", HOLDER, str(progress.place())], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        if process.stdout.readline() != "held\n":
            pytest.skip("this system or disk has no leases")
        yield


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_a_file_that_another_program_holds_is_not_waited_for():
    progress.record("solved", "03.gradient")
    said = []
    with held():
        assert seconds(lambda: said.append(progress.record("solved", "03.step"))) < 1
        assert seconds(lambda: said.append(progress.forget())) < 1
        assert seconds(progress.events) < 1
    assert "another program holds the file" in said[0]
    assert said[1] == "Nothing is forgotten: another program holds the file."
    assert progress.record("solved", "03.whole") == ""
    start_anew()
    assert progress.solved() == {"03.gradient", "03.step", "03.whole"}


def answers(*asked):
    """Return what each call is in another process, which may not wait without end."""
    code = "from time import monotonic as clock\nfrom helpers.learner.progress import *\n" + "".join(
        f"print({call})\n" for call in asked
    )
    command = [sys.executable, "-c", code]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=TOP, timeout=60)
    return told.stdout.splitlines()


def a_pipe(path):
    os.mkfifo(path)


def a_pipe_that_is_read(path):
    os.mkfifo(path)
    return os.open(path, os.O_RDWR | os.O_NONBLOCK)


def a_device(path):
    path.symlink_to("/dev/full")


@pytest.mark.skipif(os.name == "nt", reason="needs pipes and devices in folders")
@pytest.mark.parametrize("made", [Path.mkdir, a_pipe, a_pipe_that_is_read, a_device])
def test_what_is_no_file_is_said_and_not_waited_for(made, progress_folder):
    progress_folder.mkdir()
    reading = made(progress.place())
    kind = stat.S_IFMT(progress.place().stat().st_mode)
    asked = "clock()", "record('solved', '03.gradient')", "solved()", "trouble()", "forget()", "clock()"
    began, said, kept, trouble, answer, ended = answers(*asked)
    assert "Your progress is not kept" in said
    assert f"{progress.place()} cannot be written" in said
    assert "03.gradient" in kept
    assert "cannot be read (it is no file)" in trouble
    assert "Nothing is forgotten" in answer
    assert float(ended) - float(began) < 1
    assert stat.S_IFMT(progress.place().stat().st_mode) == kind
    if reading is not None:
        with pytest.raises(BlockingIOError):
            os.read(reading, 1)
        os.close(reading)


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
        ({"events": [GOOD | {"at": None}]}, "Entry 1"),
        ({"events": [{"forgotten": GOOD["at"]}]}, "Entry 1"),
    ],
)
def test_refuses_to_import_what_is_no_export(content, message):
    if isinstance(content, dict):
        content = json.dumps({"course": "deep-learning-foundations", "version": 1, "events": []} | content)
    with pytest.raises(ValueError, match=message):
        progress.merge(content)
    assert progress.events() == []


def test_forget_deletes_all_of_it(progress_folder):
    progress.record("answered", "quiz.03.half", answer="a very private answer")
    with progress.place().open("ab") as file:
        file.write(b"\nprivate and damaged\n")
    assert progress.forget() == ""
    assert progress.events() == []
    assert progress.trouble() == ""
    (path,) = progress_folder.iterdir()
    assert [*json.loads(path.read_text())] == ["forgotten"]
    assert progress.record("solved", "03.step") == ""
    assert names() == ["03.step"]


def test_what_was_exported_before_can_be_imported_after_it():
    progress.record("solved", "03.gradient")
    exported = progress.export()
    progress.forget()
    assert progress.merge(exported) == 1
    start_anew()
    assert names() == ["03.gradient"]


@pytest.mark.parametrize("written_before", [True, False])
def test_what_another_kernel_holds_in_memory_is_forgotten_too(written_before):
    resource = pytest.importorskip("resource")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    limit = f"__import__('resource').setrlimit({resource.RLIMIT_FSIZE}, ({{}}, {most}))"
    if written_before:
        progress.record("solved", "here")
    with notebook() as other, notebook() as silent:
        for ask in (other, silent):
            ask(limit.format(0))
            assert "the disk is full" in ask("progress.record('solved', 'held')")
        time.sleep(0.002)  # times have milliseconds
        assert progress.forget() == ""
        time.sleep(0.002)
        assert "held" not in other("progress.solved()")
        other("progress.record('solved', 'after')")
        for ask in (other, silent):
            ask(limit.format(most))
        assert other("progress.record('solved', 'later')") == "''\n"
    assert names() == ["after", "later"]
    assert b"held" not in progress.place().read_bytes()


def test_forget_works_on_a_full_disk():
    progress.record("solved", "03.gradient")
    with full(0):
        assert progress.forget() == ""
    assert progress.place().read_bytes() == b""
    assert progress.events() == []


def test_many_events_are_read_and_added_to_quickly():
    progress.record("answered", "quiz.03.half", answer="one of the options", correct=True)
    (event,) = progress.events()
    lines = [json.dumps(event._replace(id=str(k))._asdict()) for k in range(20_000)]
    progress.place().write_text("\n\n".join(lines))
    start_anew()

    def cost(work):
        start = time.process_time()
        work()
        return time.process_time() - start

    first = cost(progress.events)
    again = min(cost(progress.events) for _ in range(3))
    assert first < 1.5, "seven times what a busy machine took"
    assert again < first / 2, "what has not changed is not read again"
    assert cost(lambda: progress.record("viewed", "03")) < 0.05
    assert len(names()) == 20_001


def test_no_test_touches_the_learners_own_file(progress_folder):
    assert progress.place().parent == progress_folder
