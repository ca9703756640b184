"""`salesdesk_contact_targets`: contacts a day and a week, of an agent or of a role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.targets import StoredTarget, Target, TargetOf
from salesdesk.storage import tables
from salesdesk.storage.db import faults

_TARGETS = tables.salesdesk_contact_targets
_T = _TARGETS.c


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes a target, when, by which act."""

    by_uid: str
    at: datetime
    event_id: str


@dataclass(frozen=True, slots=True)
class TargetStore:
    """The targets, within one transaction."""

    connection: Connection

    def all(self) -> tuple[StoredTarget, ...]:
        """Every target, the roles' first."""
        statement = select(_TARGETS).order_by(_T.uid, _T.role_id)
        return tuple(stored_of(row) for row in self.connection.execute(statement))

    def get(self, of: TargetOf) -> StoredTarget | None:
        """The target of an agent or a role itself."""
        found = self.connection.execute(select(_TARGETS).where(*_is(of))).one_or_none()
        return stored_of(found) if found is not None else None

    def add(self, of: TargetOf, target: Target, change: Change) -> bool:
        """Set the first target; False where there is one."""
        statement = insert(_TARGETS).values(uid=of.uid, role_id=of.role_id)
        try:
            self.connection.execute(statement.values(_values(target, change)))
        except IntegrityError as fault:
            if not faults.is_duplicate(fault):
                raise
            return False
        return True

    def change(self, of: TargetOf, target: Target, seen: str, change: Change) -> bool:
        """Change a target that is still as it was seen, which is named by its last event."""
        as_seen = update(_TARGETS).where(*_is(of), _T.event_id == seen)
        return self.connection.execute(as_seen.values(_values(target, change))).rowcount == 1

    def remove(self, of: TargetOf, seen: str) -> bool:
        """Take a target away that is still as it was seen."""
        as_seen = delete(_TARGETS).where(*_is(of), _T.event_id == seen)
        return self.connection.execute(as_seen).rowcount == 1


def stored_of(row: Any) -> StoredTarget:
    """A row of the table."""
    return StoredTarget(
        TargetOf(row.uid, row.role_id), Target(row.per_day, row.per_week), row.event_id
    )


def _is(of: TargetOf) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _T.uid == of.uid, _T.role_id == of.role_id


def _values(target: Target, change: Change) -> dict[str, Any]:
    return {
        "per_day": target.per_day,
        "per_week": target.per_week,
        "set_by_uid": change.by_uid,
        "set_at": change.at,
        "event_id": change.event_id,
    }
