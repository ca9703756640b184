"""People, roles and permissions: who may do what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from salesdesk.domain.permissions import Permission

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True, slots=True)
class Role:
    """A role with what it allows in SalesDesk.

    Attributes:
        ours: SalesDesk made it; the others are the booking application's.
        people: how many have it, and it opens something for them.
        made: false: SalesDesk offers it, and makes it when somebody is first given it.
    """

    id: int
    name: str
    ours: bool
    active: bool
    permissions: frozenset[Permission]
    people: int
    made: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in `users`, and both of their roles.

    Attributes:
        booking_role: the booking application's (`users.role_id`), which SalesDesk never writes.
        booking_active: whether that role is there and active.
        salesdesk_role: the one that an administrator of SalesDesk gave.
        salesdesk_active: whether that role is there and active.
        sleeping: the booking application's role was taken away or made inactive after the
            SalesDesk role was given, which opens nothing until an administrator confirms it.
    """

    uid: str
    name: str
    email: str | None
    booking_role: str | None = None
    booking_active: bool = False
    salesdesk_role: str | None = None
    salesdesk_active: bool = False
    sleeping: bool = False

    @property
    def role(self) -> str | None:
        """The role to show: SalesDesk's where there is one, else the booking application's."""
        return self.salesdesk_role or self.booking_role

    @property
    def active(self) -> bool:
        """Whether the role that is shown opens anything."""
        if self.salesdesk_role is not None:
            return self.salesdesk_active and not self.sleeping
        return self.booking_active


def same_uid(one: str | None, other: str | None) -> bool:
    """Whether two uids name one person: databases compare them without regard to case."""
    if one is None or other is None:
        return one is other
    return one.casefold() == other.casefold()


@dataclass(frozen=True, slots=True)
class Agent:
    """A person who may hold customers: an active role has `customers:hold`."""

    uid: str
    name: str


def is_email(text: str) -> bool:
    """Whether this can be an e-mail address: a name, an @ and a domain with a dot in it."""
    return _EMAIL.fullmatch(text) is not None


def told_apart(people: Iterable[tuple[str, str, str | None]]) -> dict[str, str]:
    """The names of people by uid, so that two of one name can be told apart.

    Args:
        people: uid, name and e-mail address of each.

    Returns:
        The name; of people who share it, with the address behind it, or the uid where that tells
        them apart no better.
    """
    named = tuple(people)
    names = Counter(name for _, name, _ in named)
    both = Counter((name, email) for _, name, email in named)

    def told(uid: str, name: str, email: str | None) -> str:
        if names[name] == 1:
            return name
        own = email and email != name and both[name, email] == 1
        return f"{name} ({email if own else uid})"

    return {uid: told(uid, name, email) for uid, name, email in named}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a signed-in person, or the system (`uid` is None).

    Attributes:
        uid: `users.firebase_uid`; None for the release run and other acts of the system.
        name: as shown; the e-mail address where there is no name.
        role: the name of the role that opens something; None where none does yet.
        permissions: those of both active roles; an inactive or sleeping role opens nothing.
    """

    uid: str | None
    name: str
    role: str | None
    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        """Whether the actor has the permission."""
        return permission in self.permissions


SYSTEM = Actor(uid=None, name="SalesDesk", role=None, permissions=frozenset())
