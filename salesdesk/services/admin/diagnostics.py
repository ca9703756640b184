"""What support needs to know of a database: its kind, its version, and what is set otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesdesk import __version__
from salesdesk.domain.settings import DEFINITIONS
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Reading, Store


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """A database as support may see it: no account, no host, nobody's data.

    Attributes:
        kind: 'sqlite' or 'mysql' (MariaDB included).
        server_version: as the server names it.
        revision, head: of SalesDesk's own tables, there and in this program.
        notes: what an administrator must do, and what works but not as it should.
        changed: shared settings that differ from their default, by key.
        unreadable: keys of settings that cannot be read.
    """

    kind: str
    server_version: str
    revision: str | None
    head: str
    notes: tuple[str, ...] = ()
    changed: Mapping[str, int | str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()


def facts(store: Store) -> DatabaseFacts:
    """The facts of this database, also where it is not ready for this program."""
    return store.read(lambda reading: _facts(reading, store.dialect))


def _facts(reading: Reading, kind: str) -> DatabaseFacts:
    found = schema.status(reading.connection, __version__)
    notes = tuple(each.english for each in found.needs + found.warnings)
    if found.needs:
        return DatabaseFacts(kind, found.server_version, found.revision, found.head, notes)
    settings = reading.settings
    standard = {definition.key: definition.default for definition in DEFINITIONS}
    changed = {key: value for key, value in settings.values.items() if value != standard[key]}
    unreadable = tuple(fault.key for fault in settings.faults)
    return DatabaseFacts(
        kind, found.server_version, found.revision, found.head, notes, changed, unreadable
    )
