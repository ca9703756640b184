"""Which figures cannot be had quickly on this database, and which index would mend it."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.services.session import Session
from salesdesk.storage.setup import indexes
from salesdesk.storage.unit_of_work import Reading

#: In smaller tables a figure is quick without any index (docs/scale.md).
MANY_ROWS = 50_000

_CONTACTS, _OWNERS = "salesdesk_contacts_agent", "salesdesk_customers_owner"

#: The indexes by which the reports find one agent's rows.
_OF_AGENTS = {
    "agents": _CONTACTS,
    "engagement": _CONTACTS,
    "methods": _CONTACTS,
    "workload": _OWNERS,
    "pipeline": _OWNERS,
    "releases": _OWNERS,
}

#: The reports that gain from it for the whole team too.
_OF_TEAM = {"workload", "releases"}


@dataclass(frozen=True, slots=True)
class MissingIndex:
    """A recommended index that is not there.

    Attributes:
        rows: about how many its table has.
    """

    name: str
    table: str
    rows: int


def missing(session: Session) -> tuple[MissingIndex, ...]:
    """The recommended indexes that large tables of this database lack."""

    def read(reading: Reading) -> tuple[MissingIndex, ...]:
        connection = reading.connection
        rows = indexes.sizes(connection)
        return tuple(
            MissingIndex(index.name, index.table, rows.get(index.table, 0))
            for index in indexes.missing(connection)
            if rows.get(index.table, 0) >= MANY_ROWS
        )

    return session.store.read(read)


def slowing(
    lacking: tuple[MissingIndex, ...], report: str, report_scope: ReportScope
) -> tuple[MissingIndex, ...]:
    """Those of them without which a report takes long for what is asked."""
    if report_scope.agents is None and report not in _OF_TEAM:
        return ()
    return tuple(one for one in lacking if one.name == _OF_AGENTS.get(report))
