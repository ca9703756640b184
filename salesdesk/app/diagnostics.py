"""Diagnostics: what support needs to know, and nothing that is nobody's business.

The end of the log is told without what an exception says of itself, since that may quote what
people typed: which exception it was, and where, is enough to find it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from salesdesk.app import logs, versions
from salesdesk.app.local.profile import Profile, ServerProfile
from salesdesk.domain.errors import Unavailable
from salesdesk.services.admin import diagnostics
from salesdesk.services.admin.diagnostics import DatabaseFacts
from salesdesk.storage.unit_of_work import Store

#: So many lines of the log are told.
MOST_LINES = 200
#: A log that is read for its end is read no further back than this.
_MOST_BYTES = 200_000

#: How a record begins; lines after it that do not begin so belong to it.
_RECORD = re.compile(
    r"(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) [A-Z]+ .*? (?P<logger>[\w.]+): "
)
_PLACE = re.compile(r"""\s+File ".*?(?P<file>(?:[^/\\"]+[/\\]){0,3}[^/\\"]+)", (?P<line>line .*)""")
_EXCEPTION = re.compile(r"(?P<name>(?:\w+\.)+[A-Z]\w*|\w*(?:Error|Exception|Interrupt))(?=:|$)")


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """Everything that support is told.

    Attributes:
        versions: of SalesDesk and what it consists of, by name.
        database: what was found there; None: see `away`.
        away: why nothing is known of the database, in a word; '': it is known.
        log: the last lines of this computer's logs, in the order of time.
    """

    at: datetime
    versions: dict[str, str]
    database: DatabaseFacts | None
    away: str
    log: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """For `--json`."""
        return {
            "at": self.at.isoformat(),
            "versions": self.versions,
            "database": asdict(self.database) if self.database is not None else None,
            "away": self.away or None,
            "log": list(self.log),
        }

    def text(self) -> str:
        """For people, to be sent to support."""
        lines = [f"SalesDesk diagnostics, {self.at:%Y-%m-%d %H:%M:%S} UTC", ""]
        lines += [f"{name}: {version}" for name, version in self.versions.items()]
        lines += ["", *self._of_database(), "", "The end of the log:"]
        return "\n".join([*lines, *(self.log or ("(nothing was logged)",))])

    def _of_database(self) -> Iterator[str]:
        found = self.database
        if found is None:
            yield f"Database: {self.away}"
            return
        yield f"Database: {found.server_version} ({found.kind})"
        yield f"Schema revision: {found.revision or 'none'} (this program's: {found.head})"
        yield from found.notes
        yield "Settings that differ from the default:" + ("" if found.changed else " none")
        yield from (f"  {key} = {value}" for key, value in found.changed.items())
        yield from (f"  {key} cannot be read" for key in found.unreadable)


def collect(
    folder: Path, profile: Profile | None, store: Callable[[Profile], Store]
) -> Diagnostics:
    """The diagnostics of this computer and of a profile's database.

    Args:
        folder: of the logs.
        profile: whose hosts, account and database are named nowhere; None: there is none.
        store: opens the profile's database, or gives the open one.
    """
    database, away = None, "none was opened yet"
    if profile is not None:
        try:
            database, away = diagnostics.facts(store(profile)), ""
        except Unavailable as fault:
            away = f"out of reach ({fault.kind})"
    known = versions.program() | versions.qt() | versions.database_libraries()
    secrets = _secrets(profile)
    lines = tuple(logs.without_secrets(line, secrets) for line in recent(folder))
    return Diagnostics(datetime.now(UTC), known, database, away, lines)


def _secrets(profile: Profile | None) -> frozenset[str]:
    if not isinstance(profile, ServerProfile):
        return frozenset()
    return frozenset({*profile.hosts, profile.user, profile.database} - {logs.NAME, ""})


def recent(folder: Path) -> list[str]:
    """The last lines of all logs in a folder, in the order of time."""
    records: list[tuple[str, tuple[str, ...]]] = []
    for file in folder.glob(f"{logs.NAME}-*.log*"):
        records += _records(_end_of(file))
    records.sort(key=lambda record: record[0])
    return [line for _, lines in records for line in lines][-MOST_LINES:]


def _end_of(file: Path) -> list[str]:
    try:
        with file.open("rb") as stream:
            stream.seek(max(file.stat().st_size - _MOST_BYTES, 0))
            return stream.read().decode("utf-8", "replace").splitlines()
    except OSError:
        # Another process removed it just now.
        return []


def _records(lines: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each record's time, and its lines without what may be quoted in them."""
    time, kept = "", list[str]()
    for line in lines:
        begun = _RECORD.match(line)
        if begun is not None:
            if kept:
                yield time, tuple(kept)
            ours = begun["logger"].startswith(logs.NAME)
            # What Qt and libraries say may quote anything.
            time, kept = begun["time"], [line if ours else f"{begun[0]}…"]
        elif kept and (told := _without_quotes(line)) is not None:
            kept.append(told)
    if kept:
        yield time, tuple(kept)


def _without_quotes(line: str) -> str | None:
    """A line of a traceback: the place, or which exception it was; None: what may be quoted."""
    place = _PLACE.match(line)
    if place is not None:
        return f"  {place['file']}, {place['line']}"
    exception = _EXCEPTION.match(line)
    return exception["name"] if exception is not None else None
