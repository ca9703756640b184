"""What the signed-in person is to be reminded of; what to show of it is `domain.reminders`."""

from __future__ import annotations

from datetime import timedelta

from salesdesk.domain.permissions import Permission
from salesdesk.domain.reminders import Reminder
from salesdesk.services import access
from salesdesk.services.ownership import signed_in_uid
from salesdesk.services.session import Session
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads import reminders as reads
from salesdesk.storage.unit_of_work import Reading

AHEAD = timedelta(hours=1)

#: Of follow-ups and of departures each; nobody reads more at a time.
MOST = 500


def upcoming(session: Session, ahead: timedelta = AHEAD) -> tuple[Reminder, ...]:
    """The reminders that are due by now or will be soon, the oldest first.

    Args:
        ahead: as long as this answer is to be used before the next one is asked for.

    Raises:
        NotAllowed: the actor may not see customers.
        Refusal: nobody is signed in.
    """
    access.require(session.actor, Permission.CUSTOMERS_VIEW)
    uid = signed_in_uid(session)

    def work(reading: Reading) -> tuple[Reminder, ...]:
        until = reading.now + ahead
        return reads.of_person(reading.connection, uid, viewer_of(session, reading), until, MOST)

    return session.store.read(work)
