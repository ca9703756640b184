"""A protection as events keep it, and what a protection must fulfil."""

from __future__ import annotations

from datetime import datetime, timedelta

from salesdesk.domain.contact import LAST_STORABLE_YEAR
from salesdesk.domain.customer import text_faults
from salesdesk.domain.errors import FieldFault, Invalid
from salesdesk.domain.events import Details, Event
from salesdesk.domain.refusals import Reason, Why
from salesdesk.storage.stores.plans import Protection

REASON_LENGTH = 255
LONGEST_PROTECTION = timedelta(days=3650)


def protection_kept(protection: Protection | None) -> Details | None:
    """A protection as an event keeps it."""
    if protection is None:
        return None
    return {
        "until": protection.until.isoformat(),
        "reason": protection.reason,
        "by": protection.by_uid,
        "at": protection.at.isoformat(),
        "event": protection.event_id,
    }


def kept_protection(event: Event) -> Protection | None:
    """The protection that stood before an act, from its event; the other way round."""
    kept = event.details.get("before")
    if not isinstance(kept, dict):
        return None
    until, at = datetime.fromisoformat(kept["until"]), datetime.fromisoformat(kept["at"])
    return Protection(str(event.customer_id), until, kept["reason"], kept["by"], at, kept["event"])


def check_protection(until: datetime, reason: str, now: datetime) -> None:
    """Check a protection's end and reason.

    Raises:
        Invalid: one of them is at fault.
    """
    faults = []
    if until <= now:
        faults.append(FieldFault("until", Reason.of(Why.PROTECTION_IN_PAST)))
    elif until > now + LONGEST_PROTECTION or until.year > LAST_STORABLE_YEAR:
        faults.append(FieldFault("until", Reason.of(Why.PROTECTION_TOO_LONG)))
    if not reason:
        faults.append(FieldFault("reason", Reason.of(Why.PROTECTION_WITHOUT_REASON)))
    faults += text_faults("reason", Why.THE_REASON, reason, REASON_LENGTH)
    if faults:
        raise Invalid(tuple(faults))
