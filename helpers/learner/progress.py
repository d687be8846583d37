"""What a learner has solved, answered, viewed and predicted: kept on their own disk, and sent nowhere.

The file, progress.jsonl in the user's data folder, holds one event a line: a JSON object with the fields of
`Event`. What a newer course wrote, other kinds or further fields, is kept as it is. A line with "forgotten"
alone says when everything before it was deleted.

Events are appended in one write, each with a newline before and after it. So no lock is ever waited for, two
notebooks write at once, a line that a crash cut short ends where the next begins, and damage costs one line.
On Windows and on network disks a write first looks for the end of the file: two notebooks that write in the
same instant may cost a line there.

Whatever the disk does, the course runs on: what cannot be written waits in memory for the next time, and
`record` and `trouble` tell. Only a disk that answers nothing at all holds it up, as it does the notebook.

The environment variable COURSE_PROGRESS names another folder to keep the file in.
"""

import atexit
import errno
import io
import json
import os
import stat
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from platformdirs import user_data_path

COURSE = "deep-learning-foundations"
VERSION = 1
"""Of what `export` returns."""
KINDS = ("solved", "answered", "viewed", "predicted")
KEPT_IN_MEMORY = "what you do is remembered until this kernel stops"
APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT
AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening fails rather than waits; lines end alike on every system."""
LONG_AGO = "1970-01-01T00:00:00.000+00:00"
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Event(NamedTuple):
    """One thing that a learner did.

    id      unique, so that importing twice adds nothing
    at      when, in UTC, as 2025-03-01T12:00:00.000+00:00
    kind    one of KINDS; a newer course may have written others
    name    of what: "03.gradient", "quiz.03.half", "03", "predict.03.1a2b3c4d"
    detail  dict of what else there is to say, such as {"correct": True}
    """

    id: str
    at: str
    kind: str
    name: str
    detail: dict


def record(kind, name, /, **detail):
    """Keep that something was solved, answered, viewed or predicted; whatever the disk does, raise nothing.

    kind     one of KINDS
    name     of what, such as "03.gradient"
    detail   anything that JSON can hold
    returns  "", or a sentence for the learner on what keeps the file from being written, said once a kernel

    Raises ValueError if kind is another.
    """
    if kind not in KINDS:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {kind!r}")
    values = uuid4().hex, _now(), kind, str(name), _plain(detail)
    store = _store()
    store.write([Event(*values)._asdict()])
    return store.news()


def events(kind=None):
    """Return every Event, oldest first; only those of one kind, if it is given.

    One from a day that is still to come was written under a wrong clock. It counts as older than all others:
    then it hides none of them, and a question answered then is due.
    """
    fields = itemgetter(*Event._fields)
    found = [Event(*fields(entry)) for entry in _store().read() if kind in (None, entry["kind"])]
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    past = [event if event.at < tomorrow else event._replace(at=LONG_AGO) for event in found]
    return sorted(past, key=attrgetter("at"))


def solved():
    """Return the set of the names of what is solved."""
    return {event.name for event in events("solved")}


def viewed():
    """Return the set of the names of what was viewed."""
    return {event.name for event in events("viewed")}


def answered():
    """Return a dict of a question's name -> the Event of its latest answer."""
    return {event.name: event for event in events("answered")}


def trouble():
    """Return what keeps the file from being read or written, in a sentence or two; "" when all is well."""
    store = _store()
    return " ".join(filter(None, [store.unwritten, store.unread]))


def place():
    """Return the Path of the file, whether it exists or not."""
    folder = os.environ.get("COURSE_PROGRESS")
    if not folder:
        return user_data_path(COURSE, appauthor=False) / "progress.jsonl"
    return Path(os.path.expanduser(folder)) / "progress.jsonl"


def export():
    """Return everything that is kept, as JSON text that `merge` reads."""
    return json.dumps({"course": COURSE, "version": VERSION, "events": _store().read()}, indent=1)


def merge(text):
    """Add what `export` returned, here or elsewhere, to what is kept; nothing is lost or doubled.

    text     str or bytes
    returns  int, how many events were new

    Raises ValueError if text is no such export; then nothing was added.
    """
    new = {entry["id"]: entry for entry in _imported(text)}
    store = _store()
    for entry in store.read():
        new.pop(entry["id"], None)
    store.write(list(new.values()))
    return len(new)


def forget():
    """Delete everything that is kept, here and in the memory of other notebooks; raise nothing.

    returns  "", or a sentence on why it could not be done
    """
    return _store().forget()


class _Store:
    """One file of entries, with what could not be written to it yet. An entry is a dict that `_fits`.

    path                Path
    waiting             list of (since when, entry), of what is not in the file
    unread, unwritten   a sentence on what went wrong, or ""
    """

    def __init__(self, path):
        self.path, self.waiting, self.unread, self.unwritten = path, [], "", ""
        self._said = set()
        self._read_nothing()

    def read(self):
        """Return the entries of the file and those that wait, oldest first."""
        try:
            self._load()
        except (FileNotFoundError, NotADirectoryError):
            self._read_nothing()
        except OSError as error:
            self._state, self.unread = None, f"{self.path} cannot be read ({error.strerror})."
        self.waiting = [(since, entry) for since, entry in self.waiting if since > self._forgotten]
        entries = self._entries | {entry["id"]: entry for _, entry in self.waiting}
        return sorted(entries.values(), key=itemgetter("at"))

    def write(self, new):
        """Append entries to the file, after those that wait; what the disk does not take waits."""
        if self.waiting:
            self.read()  # another notebook may have forgotten them
        self.waiting += [(_now(), entry) for entry in new]
        try:
            if self.waiting:
                self._append()
            self.unwritten = ""
        except OSError as error:
            self.unwritten = f"Your progress is not kept: {self._reason(error)}; {KEPT_IN_MEMORY}."

    def forget(self):
        """Delete all entries, and leave a line that tells other kernels to drop those that wait."""
        try:
            with self._opened_to_append() as file:
                os.ftruncate(file, 0)
                with suppress(OSError):  # the disk may be too full even for this
                    os.write(file, _line({"forgotten": _now()}))
        except OSError as error:
            if os.path.lexists(self.path):
                return f"Nothing is forgotten: {self._reason(error)}."
        self.waiting.clear()
        self.unread = self.unwritten = ""
        return ""

    def news(self):
        """Return what keeps the file from being written, unless it was said before."""
        if self.unwritten in self._said:
            return ""
        self._said.add(self.unwritten)
        return self.unwritten

    def _read_nothing(self):
        self._state, self._entries, self._forgotten, self.unread = None, {}, "", ""

    def _load(self):
        """Read the file, unless it is as it was when it was last read."""
        with _opened(self.path, os.O_RDONLY) as file:
            status = os.fstat(file)
            state = status.st_ino, status.st_size, status.st_mtime_ns
            if state == self._state:
                return
            with open(file, "rb", closefd=False) as stream:
                self._entries, self._forgotten, lost = _understood(stream.read())
        self._state = state
        sentence = f"In {self.path}, {lost} bytes cannot be read and are passed over; all else is kept."
        self.unread = sentence if lost else ""

    def _append(self):
        """Write all that waits; raises OSError if not all of it could be written."""
        content = b"".join(_line(entry) for _, entry in self.waiting)
        # No fsync: a killed kernel loses nothing that write took; fsync may take seconds, and helps only when
        # the power fails.
        with self._opened_to_append() as file:
            written = os.write(file, content)
        whole = content[:written].count(b"\n") // 2  # each line has one before and one after
        del self.waiting[:whole]
        if self.waiting:
            raise OSError(errno.ENOSPC, "a part was written")

    def _opened_to_append(self):
        with suppress(FileExistsError):
            self.path.parent.mkdir(parents=True)
        return _opened(self.path, APPEND)

    def _reason(self, error):
        if error.errno in FULL:
            return "the disk is full"
        if isinstance(error, BlockingIOError):
            return "another program holds the file"
        return f"{self.path} cannot be written ({error.strerror})"


@cache
def _store_at(path):
    return _Store(path)


def _store():
    return _store_at(place())


@atexit.register
def _write_what_waits():
    """Try once more before the kernel stops."""
    with suppress(Exception):
        _store().write([])


@contextmanager
def _opened(path, flags):
    """Give the descriptor of a regular file; a pipe, say, might be waited for without end."""
    descriptor = os.open(path, flags | AT_ONCE, 0o600)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        yield descriptor
    finally:
        os.close(descriptor)


def _now():
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _plain(detail):
    """Return detail as JSON would give it back; what JSON cannot hold becomes text, or is left out."""
    try:
        return json.loads(json.dumps(detail, default=str))
    except Exception:  # whatever an odd object raises when it is made text
        return {}


def _line(entry):
    return f"\n{json.dumps(entry)}\n".encode()


def _understood(content):
    """Return the entries of a file by their id, when it was forgotten, and how many bytes say nothing."""
    entries, forgotten, lost = {}, "", 0
    for line in filter(bytes.strip, io.BytesIO(content)):
        entry = _from_json(line)
        if _fits(entry):
            entries.setdefault(entry["id"], entry)
        elif isinstance(entry, dict) and isinstance(entry.get("forgotten"), str):
            forgotten = max(forgotten, entry["forgotten"])
        elif line.endswith(b"\n"):  # without, another notebook may be writing it now
            lost += len(line) - 1
    return entries, forgotten, lost


def _from_json(line):
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _fits(entry):
    """Say whether something made from JSON has the fields of an Event; it may have more."""
    try:
        datetime.fromisoformat(entry["at"])
        texts = [isinstance(entry[field], str) for field in Event._fields[:4]]
        return all(texts) and isinstance(entry["detail"], dict)
    except (KeyError, TypeError, ValueError):
        return False


def _imported(text):
    """Return the entries of an export; raises ValueError unless it is one."""
    try:
        content = json.loads(text)
    except (TypeError, ValueError, RecursionError) as error:
        raise ValueError(
            f"This file is no export of the course's progress: it is not JSON ({error})."
        ) from error
    if not isinstance(content, dict) or content.get("course") != COURSE:
        raise ValueError("This file is no export of this course's progress.")
    version, entries = content.get("version"), content.get("events")
    if not isinstance(version, int) or not isinstance(entries, list):
        raise ValueError("This export is incomplete: its version or its list of events is missing.")
    if version > VERSION:
        raise ValueError(
            "This export was made by a newer version of the course; update the course to import it."
        )
    for number, entry in enumerate(entries, start=1):
        if not _fits(entry):
            raise ValueError(
                f"Entry {number} of this export is not one that the course writes; nothing was imported."
            )
    return entries
