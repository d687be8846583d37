"""What a learner has solved, answered and viewed: kept on their own disk, and sent nowhere.

One SQLite file in the user's data folder holds a list of events that only grows. Each write is a
transaction: a crash, a killed kernel or a second notebook cannot undo what was kept. Whatever the disk does,
the course runs on: what cannot be written waits in memory for the next time, and `record` and `trouble` tell.

The environment variable COURSE_PROGRESS names another folder to keep the file in.
"""

import atexit
import json
import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from platformdirs import user_data_path

COURSE = "deep-learning-foundations"
KINDS = ("solved", "answered", "viewed")
LAYOUTS = [
    "CREATE TABLE events ("
    "id TEXT PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, detail TEXT NOT NULL)",
]
"""How each version of the file is made from the one before; a new file has version 0."""
SECONDS_TO_WAIT = 1.0
"""How long another program may hold the file before an event waits in memory instead."""
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
KEPT_IN_MEMORY = "what you do is remembered until this kernel stops"


class Event(NamedTuple):
    """One thing that a learner did.

    id      unique, so that importing twice adds nothing
    at      when, in UTC, as 2025-03-01T12:00:00.000+00:00
    kind    "solved", "answered" or "viewed"
    name    of what: "03.gradient", "quiz.03.half", "03"
    detail  dict of what else there is to say, such as {"correct": True}
    """

    id: str
    at: str
    kind: str
    name: str
    detail: dict


class _Newer(Exception):  # noqa: N818 - no error: the file is of a newer course
    """The file has a layout that this version of the course does not know."""


def record(kind, name, /, **detail):
    """Keep that something was solved, answered or viewed; whatever happens, raise nothing.

    kind     "solved", "answered" or "viewed"
    name     of what, such as "03.gradient"
    detail   anything that JSON can hold
    returns  "", or a sentence for the learner on what keeps the file from being written, said once a kernel
    """
    store = _store()
    event = Event(uuid4().hex, _now(), str(kind), str(name), _plain(detail))
    store.write([event])
    return store.news()


def events(kind=None):
    """Return every Event, oldest first; only those of one kind, if it is given."""
    found = _store().read()
    return [event for event in found if kind in (None, event.kind)]


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
    """Return what keeps the file from being read or written, in a sentence; "" when all is well."""
    return " ".join(_store().faults.values())


def place():
    """Return the Path of the file, whether it exists or not."""
    folder = os.environ.get("COURSE_PROGRESS")
    return (
        Path(folder).expanduser() if folder else user_data_path(COURSE, appauthor=False)
    ) / "progress.sqlite"


def export():
    """Return everything that is kept, as JSON text that `merge` reads."""
    content = {"course": COURSE, "version": len(LAYOUTS), "events": [event._asdict() for event in events()]}
    return json.dumps(content, indent=1)


def merge(text):
    """Add what `export` returned, here or elsewhere, to what is kept; nothing is lost or doubled.

    text     str or bytes
    returns  int, how many events were new

    Raises ValueError if text is no such export; then nothing was added.
    """
    new = {event.id: event for event in _parsed(text)}
    for event in events():
        new.pop(event.id, None)
    _store().write(list(new.values()))
    return len(new)


def forget():
    """Delete everything that is kept, damaged files that were set aside included; raise nothing.

    returns  "", or a sentence on why it could not be done
    """
    return _store().forget()


class _Store:
    """One file of events, with what could not be written to it yet.

    path     Path
    waiting  list of Event that are not in the file
    faults   dict of what went wrong -> a sentence on it
    """

    def __init__(self, path):
        self.path, self.waiting, self.faults = path, [], {}
        self._said, self._looked = set(), False

    def read(self):
        """Return the events of the file and those that wait, oldest first."""
        kept = self._attempt(_select, []) if self.path.is_file() else []
        merged = {event.id: event for event in [*kept, *self.waiting]}
        return sorted(merged.values(), key=lambda event: event.at)

    def write(self, new):
        """Write events to the file, after those that wait."""
        self.waiting += new
        batch = list(self.waiting)
        if batch and self._attempt(lambda connection: _insert(connection, batch), False):
            del self.waiting[: len(batch)]
            self.faults.pop("disk", None)

    def forget(self):
        """Delete all events, and the damaged files that were set aside."""
        if self.path.is_file() and not self._attempt(_delete, False):
            return self.faults["disk"]
        self.waiting.clear()
        self.faults.clear()
        for path in self.path.parent.glob("progress-damaged-*"):
            with suppress(OSError):
                path.unlink()
        return ""

    def news(self):
        """Return the faults that were not said yet, as text."""
        new = [sentence for sentence in self.faults.values() if sentence not in self._said]
        self._said.update(new)
        return " ".join(new)

    def _attempt(self, work, otherwise):
        """Return work(connection); or, if the file does not allow that, note why and return otherwise."""
        try:
            try:
                return self._with_connection(work)
            except sqlite3.DatabaseError as error:
                if _code(error) not in DAMAGED:
                    raise
            self._set_aside()
            return self._with_connection(work)
        except (OSError, ValueError, sqlite3.Error, _Newer) as error:
            self.faults["disk"] = self._sentence(error)
            return otherwise

    def _with_connection(self, work):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=SECONDS_TO_WAIT, isolation_level=None)
        connection.text_factory = lambda text: text.decode(errors="replace")
        with closing(connection):  # what was not committed is rolled back
            if not self._looked:
                _look(connection)
                self._looked = True
            if _version(connection) != len(LAYOUTS):
                _bring_up_to_date(connection)
            return work(connection)

    def _set_aside(self):
        """Rename the damaged file, and take over the events that can still be read from it."""
        self._looked = False
        if self._sound():  # another kernel was faster
            return
        aside = self.path.with_name(f"progress-damaged-{datetime.now():%Y-%m-%d-%H-%M-%S-%f}.sqlite")
        for end in ("-journal", ""):  # the journal first: beside a new file it would be taken for its own
            with suppress(FileNotFoundError):  # no journal; or another kernel was faster
                Path(f"{self.path}{end}").rename(f"{aside}{end}")
        rescued = _rescued(aside)
        self.faults["damaged"] = (
            f"The file with your progress was damaged. It is set aside as {aside};"
            f" {len(rescued)} entries could still be read, and are kept."
        )
        if rescued:
            self.waiting[:0] = rescued
            self._with_connection(lambda connection: _insert(connection, rescued))

    def _sound(self):
        try:
            self._with_connection(_select)
        except sqlite3.DatabaseError as error:
            if _code(error) not in DAMAGED:
                raise
            return False
        return True

    def _sentence(self, error):
        if isinstance(error, _Newer):
            return (
                f"Your progress is not kept: {self.path} was written by a newer version of the course, and is"
                f" left as it is; {KEPT_IN_MEMORY}."
            )
        reasons = {
            sqlite3.SQLITE_FULL: "the disk is full",
            sqlite3.SQLITE_BUSY: "another program holds the file",
        }
        reason = reasons.get(_code(error), f"{self.path} cannot be written ({error})")
        return f"Your progress is not kept: {reason}; {KEPT_IN_MEMORY}."


@cache
def _store_at(path):
    return _Store(path)


def _store():
    return _store_at(place())


@atexit.register
def _write_what_waits():
    """Try once more before the kernel stops."""
    with suppress(Exception):
        store = _store()
        store.write([])


def _now():
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _plain(detail):
    """Return detail as JSON would give it back; what JSON cannot hold becomes text, or is left out."""
    try:
        return json.loads(json.dumps(detail, default=str))
    except (TypeError, ValueError, RecursionError):
        return {}


def _code(error):
    """Return the primary code of an error of SQLite's, or None."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _look(connection):
    """Raise sqlite3.DatabaseError if the file is damaged, or some other program's."""
    (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    columns = {row[1] for row in connection.execute("PRAGMA table_info(events)")}
    version = _version(connection)
    needed = {*Event._fields} if 0 < version <= len(LAYOUTS) else set()
    if answer != "ok" or not columns >= needed or (version == 0 and columns):
        error = sqlite3.DatabaseError(answer)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _version(connection):
    return connection.execute("PRAGMA user_version").fetchone()[0]


def _bring_up_to_date(connection):
    """Bring the layout of an older or new file up to date, all at once or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    version = _version(connection)  # again: another kernel may have been faster
    if version > len(LAYOUTS):
        raise _Newer
    for step in LAYOUTS[version:]:
        connection.execute(step)
    connection.execute(f"PRAGMA user_version = {len(LAYOUTS)}")
    connection.execute("COMMIT")


def _select(connection):
    rows = connection.execute("SELECT id, at, kind, name, detail FROM events ORDER BY at, rowid")
    return [Event(*map(str, row[:4]), _as_dict(row[4])) for row in rows]


def _insert(connection, new):
    rows = [(*event[:4], json.dumps(event.detail)) for event in new]
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT OR IGNORE INTO events (id, at, kind, name, detail) VALUES (?, ?, ?, ?, ?)", rows
    )
    connection.execute("COMMIT")
    return True


def _delete(connection):
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("DELETE FROM events")
    return True


def _rescued(path):
    """Return the events that can be read from a damaged file, from its start and from its end."""
    found = {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")  # reads a file that was cut short too
        for order in ("", "DESC"):
            with suppress(sqlite3.Error):
                query = f"SELECT id, at, kind, name, detail FROM events ORDER BY rowid {order}"  # noqa: S608
                for row in connection.execute(query):
                    if all(isinstance(cell, str) for cell in row):
                        found[row[0]] = Event(*row[:4], _as_dict(row[4]))
    return list(found.values())


def _as_dict(text):
    try:
        detail = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return {}
    return detail if isinstance(detail, dict) else {}


def _parsed(text):
    """Return the events of an export; raises ValueError unless it is one."""
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
    if version > len(LAYOUTS):
        raise ValueError(
            "This export was made by a newer version of the course; update the course to import it."
        )
    return [_entry(number, entry) for number, entry in enumerate(entries, start=1)]


def _entry(number, entry):
    """Return entry, a dict of an export, as an Event."""
    try:
        event = Event(**entry)
        datetime.fromisoformat(event.at)
        texts_fit = all(isinstance(field, str) for field in event[:4])
    except (TypeError, ValueError):
        texts_fit = False
    if not texts_fit or not isinstance(event.detail, dict):
        raise ValueError(
            f"Entry {number} of this export is not one that the course writes; nothing was imported."
        )
    return event
