"""`salesdesk_absences`: when agents were away and the office closed; never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, update

from salesdesk.storage import tables

_ABSENCES = tables.salesdesk_absences
_A = _ABSENCES.c


@dataclass(frozen=True, slots=True)
class AbsenceStore:
    """The absences, within one transaction."""

    connection: Connection

    def begin(self, uid: str, at: datetime, until: datetime, event_id: str) -> None:
        """Note an absence; one of the same agent that lasts still gets another end."""
        if not self._last_until(uid, at, until):
            values = {"id": event_id, "uid": uid, "since": at, "until": until}
            self.connection.execute(insert(_ABSENCES).values(values))

    def end(self, uid: str, at: datetime) -> None:
        """The agent is back, or the office open."""
        self._last_until(uid, at, at)

    def _last_until(self, uid: str, at: datetime, until: datetime) -> bool:
        lasting = update(_ABSENCES).where(_A.uid == uid, _A.until > at)
        return self.connection.execute(lasting.values(until=until)).rowcount > 0
