"""Who is protected until when and why, and who leaves next, agent by agent; for leads."""

from __future__ import annotations

from datetime import datetime, timedelta

from salesdesk.domain.permissions import Permission
from salesdesk.domain.standing import LeavingOfAgent, ProtectedPage
from salesdesk.services import access
from salesdesk.services.session import Session
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads import standing as reads

PAGE = 100
MOST_LISTED = 500

_NEEDED = (Permission.CUSTOMERS_VIEW, Permission.REPORTS_VIEW_TEAM)


def protected(session: Session, after: tuple[datetime, str] | None = None) -> ProtectedPage:
    """The protected customers, whose protection ends first at the top.

    Raises:
        NotAllowed: the actor is no lead.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(
        lambda reading: reads.protected(
            reading.connection, viewer_of(session, reading), after, PAGE
        )
    )


def leaving(session: Session) -> tuple[LeavingOfAgent, ...]:
    """How many customers leave each agent soon, if nobody contacts them.

    Raises:
        NotAllowed: the actor is no lead.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(lambda reading: reads.leaving(reading.connection, reading.now))


def leaving_ids(session: Session, uid: str, days: int) -> tuple[str, ...]:
    """Who leaves this agent within so many days; the first 500 of them.

    Raises:
        NotAllowed: the actor is no lead.
    """
    access.require(session.actor, *_NEEDED)
    return session.store.read(
        lambda reading: reads.leaving_ids(
            reading.connection, uid, reading.now + timedelta(days=days), MOST_LISTED
        )
    )
