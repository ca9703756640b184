"""People, roles and permissions: who may do what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """A permission as `resource:action`, as `permissions(resource, action)` stores it."""

    CUSTOMERS_VIEW = "customers:view"
    CUSTOMERS_VIEW_NOTES = "customers:view_notes"
    CUSTOMERS_VIEW_PHONE_IN_POOL = "customers:view_phone_in_pool"
    CUSTOMERS_CREATE = "customers:create"
    CUSTOMERS_EDIT = "customers:edit"
    CUSTOMERS_HOLD = "customers:hold"
    CUSTOMERS_CLAIM = "customers:claim"
    CUSTOMERS_ASSIGN = "customers:assign"
    CUSTOMERS_TRANSFER = "customers:transfer"
    CUSTOMERS_RELEASE_ANY = "customers:release_any"
    CUSTOMERS_PROTECT = "customers:protect"
    CONTACTS_LOG = "contacts:log"
    CONTACTS_EDIT_ANY = "contacts:edit_any"
    REPORTS_VIEW_OWN = "reports:view_own"
    REPORTS_VIEW_TEAM = "reports:view_team"
    DATA_IMPORT = "data:import"
    DATA_EXPORT = "data:export"
    POLICY_EDIT = "policy:edit"
    PEOPLE_MANAGE = "people:manage"
    RELEASE_CONFIRM = "release:confirm"
    AUDIT_VIEW = "audit:view"

    @property
    def resource(self) -> str:
        """The part before the colon."""
        return self.value.partition(":")[0]

    @property
    def action(self) -> str:
        """The part after the colon."""
        return self.value.partition(":")[2]


_P = Permission

AGENT_PERMISSIONS = frozenset(
    {
        _P.CUSTOMERS_VIEW,
        _P.CUSTOMERS_VIEW_NOTES,
        _P.CUSTOMERS_VIEW_PHONE_IN_POOL,
        _P.CUSTOMERS_CREATE,
        _P.CUSTOMERS_EDIT,
        _P.CUSTOMERS_HOLD,
        _P.CUSTOMERS_CLAIM,
        _P.CONTACTS_LOG,
        _P.REPORTS_VIEW_OWN,
    }
)
LEAD_PERMISSIONS = AGENT_PERMISSIONS | {
    _P.CUSTOMERS_ASSIGN,
    _P.CUSTOMERS_TRANSFER,
    _P.CUSTOMERS_RELEASE_ANY,
    _P.CUSTOMERS_PROTECT,
    _P.CONTACTS_EDIT_ANY,
    _P.REPORTS_VIEW_TEAM,
    _P.DATA_EXPORT,
    _P.RELEASE_CONFIRM,
}
ADMINISTRATOR_PERMISSIONS = frozenset(Permission)


@dataclass(frozen=True, slots=True)
class OfferedRole:
    """A role that SalesDesk offers to make; existing roles never change by themselves."""

    name: str
    description: str
    permissions: frozenset[Permission]


OFFERED_ROLES = (
    OfferedRole("Sales Agent", "Holds customers and logs contacts.", AGENT_PERMISSIONS),
    OfferedRole(
        "Team Lead",
        "Assigns, transfers and protects customers, sees the team's figures.",
        LEAD_PERMISSIONS,
    ),
    OfferedRole(
        "Sales Administrator",
        "Everything a lead may, and people, policy, import and the audit.",
        ADMINISTRATOR_PERMISSIONS,
    ),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in `users`."""

    uid: str
    name: str
    email: str | None
    role: str | None
    active: bool


@dataclass(frozen=True, slots=True)
class Agent:
    """A person who may hold customers: the active role has `customers:hold`."""

    uid: str
    name: str


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
        role: the role's name; None where an administrator has not given one yet.
        permissions: those of the active role; an inactive role opens nothing.
    """

    uid: str | None
    name: str
    role: str | None
    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        """Whether the actor has the permission."""
        return permission in self.permissions


SYSTEM = Actor(uid=None, name="SalesDesk", role=None, permissions=frozenset())
