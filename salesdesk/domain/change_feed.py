"""What changed elsewhere: what a desktop has heard of and what is new to it.

Source: docs/rules.md, "What changed elsewhere": events do not commit in the order of their moments,
so a poll looks back for a minute and drops what it has heard already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.events import EventKind
from salesdesk.domain.queries import CustomerRow

#: How long a transaction may take between reading the clock and committing.
OVERLAP = timedelta(seconds=60)

_OWNERSHIP = frozenset({Topic.CUSTOMERS, Topic.OWNERSHIP})
_CONTACTS = frozenset({Topic.CUSTOMERS, Topic.CONTACTS, Topic.FOLLOW_UPS})
_CUSTOMERS = frozenset({Topic.CUSTOMERS})
_LINKS = _CONTACTS | _OWNERSHIP | {Topic.DUPLICATES}
_PEOPLE = frozenset({Topic.PEOPLE})
_RELEASES = frozenset({Topic.RELEASES})
_EVENTS = frozenset({Topic.EVENTS})

#: What may stand elsewhere after summaries were mended.
MENDED = Changes.of(Topic.CUSTOMERS, Topic.OWNERSHIP)

_TOPICS: Mapping[str, frozenset[Topic]] = {
    EventKind.CUSTOMER_CREATED: _CUSTOMERS,
    EventKind.CUSTOMER_EDITED: _CUSTOMERS,
    EventKind.CUSTOMER_ERASED: _CONTACTS | {Topic.ERASURE},
    EventKind.STATUS_MOVED: _CUSTOMERS,
    EventKind.CONTACT_LOGGED: _CONTACTS,
    EventKind.CONTACT_EDITED: _CONTACTS,
    EventKind.CONTACT_DELETED: _CONTACTS,
    EventKind.CONTACT_RESTORED: _CONTACTS,
    EventKind.CLAIMED: _OWNERSHIP,
    EventKind.ASSIGNED: _OWNERSHIP,
    EventKind.TRANSFERRED: _OWNERSHIP,
    EventKind.RELEASED: _OWNERSHIP,
    EventKind.RELEASE_EXPLAINED: _OWNERSHIP,
    EventKind.GIVEN_BACK: _OWNERSHIP,
    EventKind.HEALED: _OWNERSHIP,
    EventKind.REPAIRED: _OWNERSHIP,
    EventKind.PROTECTED: _OWNERSHIP,
    EventKind.PROTECTION_ENDED: _OWNERSHIP,
    EventKind.PAUSED: _OWNERSHIP,
    EventKind.PAUSE_ENDED: _OWNERSHIP,
    EventKind.SET_ASIDE: _OWNERSHIP,
    EventKind.TAKEN_BACK: _OWNERSHIP,
    EventKind.LINKED: _LINKS,
    EventKind.UNLINKED: _LINKS,
    EventKind.SAID_DIFFERENT: frozenset({Topic.DUPLICATES}),
    EventKind.SAID_ALIKE: frozenset({Topic.DUPLICATES}),
    EventKind.PLANNED: frozenset({Topic.CUSTOMERS, Topic.FOLLOW_UPS}),
    EventKind.RELEASE_BATCH: _RELEASES,
    EventKind.RELEASE_HELD: _RELEASES,
    EventKind.RELEASE_CONFIRMED: _RELEASES,
    EventKind.SETTING_CHANGED: frozenset({Topic.SETTINGS}),
    EventKind.ROLE_GRANTED: _PEOPLE,
    EventKind.ROLE_CONFIRMED: _PEOPLE,
    EventKind.ROLE_REVOKED: _PEOPLE,
    EventKind.PEOPLE_RECOVERED: _PEOPLE,
    EventKind.ROLE_CHANGED: _PEOPLE,
    EventKind.ROLE_CREATED: _PEOPLE,
    EventKind.ACCOUNT_MAPPED: _PEOPLE,
    EventKind.ACCOUNT_REMOVED: _PEOPLE,
    EventKind.CODE_MADE: _PEOPLE,
    EventKind.PASSWORD_SET: _PEOPLE,
    EventKind.SIGN_IN_TAKEN: _PEOPLE,
    **dict.fromkeys(
        (
            EventKind.TEMPLATE_SAVED,
            EventKind.TEMPLATE_REMOVED,
            EventKind.TEMPLATE_RESTORED,
            EventKind.TEMPLATES_ORDERED,
        ),
        frozenset({Topic.TEMPLATES}),
    ),
    EventKind.TARGET_SET: frozenset({Topic.TARGETS}),
    EventKind.IMPORT_TAKEN_BACK: _CONTACTS,
    # It changes nothing that a screen besides the audit shows.
    EventKind.EXPORTED: _EVENTS,
    EventKind.WORKSPACE_RESTORED: _EVENTS,
    # Only what is opened from the log of releases tells of it, and reads it then.
    EventKind.WARNED: _EVENTS,
    # Their customers have events of their own.
    EventKind.BATCH: _EVENTS,
    EventKind.IMPORTED: _EVENTS,
}


@dataclass(frozen=True, slots=True)
class HeardEvent:
    """One event as a poll reads it."""

    id: str
    at: datetime
    kind: str
    customer_id: str | None


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a desktop has heard.

    Attributes:
        at: by the database's clock; everything before the minute before it is heard.
        known: the events heard since that minute.
        own: one's own acts that no poll has found yet.
        mended: names the last mending of summaries that was heard of, which leaves no event.
    """

    at: datetime
    known: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    mended: str | None = None

    @property
    def since(self) -> datetime:
        """From when on to look."""
        return self.at - OVERLAP

    def knowing(self, event_ids: Iterable[str]) -> Cursor:
        """The same with these events known: one's own acts need not be heard again."""
        return replace(self, own=self.own | frozenset(event_ids))

    def new(self, events: Iterable[HeardEvent]) -> tuple[HeardEvent, ...]:
        """Those of the found events that are not known."""
        return tuple(e for e in events if e.id not in self.known and e.id not in self.own)

    def after(self, events: Iterable[HeardEvent], now: datetime) -> Cursor:
        """How far it has heard with these events, which were found from `since` on.

        An event may lie ahead of the clock (an act is never before the binding it ends); the
        cursor does not follow it there, or it would miss what others do until then.
        """
        found = tuple(events)
        if not found:
            return self
        at = max(self.at, min(now, max(event.at for event in found)))
        recent = frozenset(event.id for event in found if event.at >= at - OVERLAP)
        own = self.own - frozenset(event.id for event in found)
        return replace(self, at=at, known=recent, own=own)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a poll brought.

    Attributes:
        changes: empty: nothing new. Those of known customers are apart from those of any.
        cursor: for the next poll.
        altered: of the rows in sight, those that may have changed or are gone, whoever did it.
    """

    changes: tuple[Changes, ...]
    cursor: Cursor
    altered: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Seen:
    """A row in sight, as it was read.

    Attributes:
        read_at: the database's moment of the reading.
    """

    id: str
    updated_at: datetime | None
    read_at: datetime

    @classmethod
    def of(cls, row: CustomerRow) -> Seen:
        """What is compared of a customer's row."""
        return cls(row.id, row.updated_at, row.now)

    def is_stale(self, updated_at: datetime | None) -> bool:
        """Whether the row may have changed since.

        `updated_at` counts whole seconds: a row that changed in the very second in which it was
        read may have changed again in it.
        """
        return updated_at != self.updated_at or (
            updated_at is not None and updated_at >= self.read_at
        )


def changes_of(events: Iterable[HeardEvent]) -> tuple[Changes, ...]:
    """What these events changed; a kind that only a newer program knows may change anything."""
    of_customers, of_any = Changes(), Changes()
    for event in events:
        topics = _TOPICS.get(event.kind, frozenset(Topic))
        if event.customer_id is not None:
            of_customers |= Changes(topics, frozenset({event.customer_id}))
        else:
            of_any |= Changes(topics)
    return tuple(found for found in (of_customers, of_any) if found.topics)
