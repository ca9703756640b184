"""What a command touched, so that each screen can decide whether it is stale."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Topic(StrEnum):
    """The kinds of things that screens show."""

    CUSTOMERS = "customers"
    CONTACTS = "contacts"
    OWNERSHIP = "ownership"
    FOLLOW_UPS = "follow_ups"
    RELEASES = "releases"
    PEOPLE = "people"
    SETTINGS = "settings"
    TEMPLATES = "templates"
    TARGETS = "targets"
    DUPLICATES = "duplicates"
    ERASURE = "erasure"
    #: That something was done: of interest to the audit alone.
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a command changed.

    Attributes:
        topics: the kinds of things touched.
        customer_ids: the customers touched; empty with topics means "any of them".
    """

    topics: frozenset[Topic] = frozenset()
    customer_ids: frozenset[str] = field(default=frozenset())

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.topics | other.topics, self.customer_ids | other.customer_ids)

    @classmethod
    def of(cls, *topics: Topic, ids: tuple[str, ...] = ()) -> Changes:
        """The changes of these topics on these customers."""
        return cls(frozenset(topics), frozenset(ids))
