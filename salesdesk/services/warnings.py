"""Keeping that a warning of a release was shown or read, many at once (docs/rules.md)."""

from __future__ import annotations

from collections.abc import Sequence

from salesdesk.domain.events import Event, EventKind
from salesdesk.domain.permissions import Permission
from salesdesk.domain.warnings import Warned
from salesdesk.services import access, ownership
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import UnitOfWork


def keep(session: Session, seen: Sequence[Warned]) -> int:
    """Keep each of these warnings once, in one transaction; how many were new.

    Raises:
        NotAllowed: the actor may not see customers.
        Unavailable: the same may be kept later.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    uid = ownership.signed_in_uid(session)
    by_id = {one.event_id(uid, session.host): one for one in seen}

    def work(unit: UnitOfWork) -> int:
        at = unit.clock()
        new = by_id.keys() - unit.events.exist(by_id)
        events = [
            Event(
                one, at, EventKind.WARNED, by_id[one].customer_id, uid, _said(session, by_id[one])
            )
            for one in sorted(new)
        ]
        if events:
            unit.events.begin_all(events[0], events[1:])
        return len(events)

    # Another window of the same person may have kept one of them just now: then the others.
    return session.store.act(work, done=work)


def _said(session: Session, one: Warned) -> dict[str, object]:
    return {
        "days": one.days,
        "seen": one.at.isoformat(),
        "read": one.read,
        "host": session.host,
    }
