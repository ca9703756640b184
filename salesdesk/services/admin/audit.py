"""Who did what: the events, read by whoever may see the audit; nothing here changes one."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from salesdesk.domain.audit import AuditPage, AuditQuery, AuditRow
from salesdesk.domain.permissions import Permission
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.storage.reads import audit as reads
from salesdesk.storage.unit_of_work import Reading

PAGE = 200
_MOST_EXPORTED = 20_000
_AT_ONCE = 2_000


def page(
    session: Session, query: AuditQuery, after: tuple[datetime, str] | None = None
) -> AuditPage:
    """The events that fit, the newest first, two hundred at a time.

    Raises:
        NotAllowed: the actor may not see the audit.
    """
    access.require(session.actor, Permission.AUDIT_VIEW)
    return session.store.read(
        lambda reading: reads.page(reading.connection, query, reading.now, after, PAGE)
    )


def _part(query: AuditQuery, after: tuple[datetime, str] | None, reading: Reading) -> AuditPage:
    return reads.page(reading.connection, query, reading.now, after, _AT_ONCE)


def everything(session: Session, query: AuditQuery) -> tuple[AuditRow, ...]:
    """The events that fit, for a file: at most 20,000 of them, the newest.

    Raises:
        NotAllowed: the actor may not see the audit, or may not export.
    """
    access.require(session.actor, Permission.AUDIT_VIEW, Permission.DATA_EXPORT)
    rows: list[AuditRow] = []
    after: tuple[datetime, str] | None = None
    while len(rows) < _MOST_EXPORTED:
        found = session.store.read(partial(_part, query, after))
        rows += found.rows
        after = found.after
        if after is None:
            break
    return tuple(rows[:_MOST_EXPORTED])
