"""What is asked of the audit, and what it answers: events with the names of what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.events import Event, EventKind

K = EventKind

#: The kinds of events by what they are about; what stands in none is found under 'all'.
SUBJECTS: dict[str, frozenset[str]] = {
    "customers": frozenset(
        {K.CUSTOMER_CREATED, K.CUSTOMER_EDITED, K.CUSTOMER_ERASED, K.STATUS_MOVED, K.PLANNED,
         K.SET_ASIDE, K.TAKEN_BACK, K.LINKED, K.UNLINKED, K.SAID_DIFFERENT, K.SAID_ALIKE}
    ),
    "contacts": frozenset(
        {K.CONTACT_LOGGED, K.CONTACT_EDITED, K.CONTACT_DELETED, K.CONTACT_RESTORED}
    ),
    "ownership": frozenset(
        {K.CLAIMED, K.ASSIGNED, K.TRANSFERRED, K.RELEASED, K.RELEASE_EXPLAINED, K.GIVEN_BACK,
         K.PROTECTED, K.PROTECTION_ENDED, K.WARNED, K.PAUSED, K.PAUSE_ENDED, K.HEALED, K.REPAIRED}
    ),
    "releases": frozenset({K.RELEASE_BATCH, K.RELEASE_HELD, K.RELEASE_CONFIRMED}),
    "settings": frozenset({K.SETTING_CHANGED, K.TARGET_SET}),
    "people": frozenset(
        {K.ROLE_GRANTED, K.ROLE_CONFIRMED, K.ROLE_REVOKED, K.ROLE_CHANGED, K.ROLE_CREATED,
         K.PEOPLE_RECOVERED, K.ACCOUNT_MAPPED, K.ACCOUNT_REMOVED, K.CODE_MADE, K.PASSWORD_SET,
         K.SIGN_IN_TAKEN}
    ),
    "data": frozenset(
        {K.EXPORTED, K.IMPORTED, K.IMPORT_TAKEN_BACK, K.WORKSPACE_RESTORED, K.BATCH}
    ),
    "templates": frozenset(
        {K.TEMPLATE_SAVED, K.TEMPLATE_REMOVED, K.TEMPLATE_RESTORED, K.TEMPLATES_ORDERED}
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which events.

    Attributes:
        days: of so many days back; None: of all time.
        subject: a key of `SUBJECTS`; '' all.
        actor_uid: by this person; '' by anybody.
        customer_id: about this customer; '' about anybody or nothing.
        words: each stands in the name of the person or of the customer.
    """

    days: int | None = 7
    subject: str = ""
    actor_uid: str = ""
    customer_id: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An event, with names.

    Attributes:
        actor: None: the system.
        names: of the people whom its details name, by uid in small letters.
    """

    event: Event
    actor: str | None
    customer: str | None
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some events, the newest first.

    Attributes:
        after: where the next page begins; None: this was the last one.
    """

    rows: tuple[AuditRow, ...]
    after: tuple[datetime, str] | None
