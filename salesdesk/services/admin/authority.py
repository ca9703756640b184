"""What a signed-in person may do now: asked from time to time while a window is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason
from salesdesk.services.admin import sign_in
from salesdesk.services.session import Session
from salesdesk.storage.stores import program_version
from salesdesk.storage.unit_of_work import Reading

#: For how long administrators are told that somebody was made one from outside.
RECOVERY_DAYS = 14

#: What lets somebody see something; the others let somebody do something.
_SHOWS = frozenset(
    {
        Permission.CUSTOMERS_VIEW,
        Permission.CUSTOMERS_VIEW_NOTES,
        Permission.CUSTOMERS_VIEW_PHONE_IN_POOL,
        Permission.REPORTS_VIEW_OWN,
        Permission.REPORTS_VIEW_TEAM,
        Permission.AUDIT_VIEW,
    }
)


@dataclass(frozen=True, slots=True)
class Recovery:
    """Somebody was made an administrator with `people recover`.

    Attributes:
        by_account: the database account that did it; None in a workspace.
    """

    event_id: str
    at: datetime
    name: str
    by_account: str | None


@dataclass(frozen=True, slots=True)
class Authority:
    """What a person may now.

    Attributes:
        actor: None: the person is gone, or the database account stands for somebody else.
        too_old: why this program may not write any more; None: it may.
        recoveries: of the last days, for an administrator.
    """

    actor: Actor | None
    too_old: Reason | None = None
    recoveries: tuple[Recovery, ...] = ()

    def differs_from(self, seen: Actor) -> bool:
        """Whether a window that was made for this actor is no longer right."""
        if self.actor is None or self.too_old is not None:
            return True
        return (self.actor.permissions, self.actor.role) != (seen.permissions, seen.role)

    def hides_from(self, seen: Actor) -> bool:
        """Whether a window that was made for this actor shows what it may not, or may not work."""
        if self.actor is None or self.too_old is not None:
            return True
        return bool((seen.permissions - self.actor.permissions) & _SHOWS)


def now(session: Session) -> Authority:
    """What the desk's person may now; anybody signed in may ask."""
    return session.store.read(lambda reading: _authority(reading, session))


def _authority(reading: Reading, session: Session) -> Authority:
    uid = session.actor.uid
    if uid is None:
        return Authority(None)
    too_old = program_version.too_old(reading.state.get(program_version.LOWEST))
    actor = reading.people.actor(uid) if sign_in.stands_for(reading, uid, session.way) else None
    if actor is None or not actor.may(Permission.PEOPLE_MANAGE):
        return Authority(actor, too_old)
    found = reading.events.recoveries(reading.now - timedelta(days=RECOVERY_DAYS))
    return Authority(
        actor,
        too_old,
        tuple(
            Recovery(
                event.id,
                event.at,
                str(event.details.get("name") or event.details.get("person")),
                _text(event.details.get("by_account")),
            )
            for event in found
        ),
    )


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
