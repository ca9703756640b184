"""People, roles and permissions: `users`, `roles`, `permissions`, and the accounts' map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Select,
    Subquery,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    true,
    update,
)
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.people import Actor, Agent, Person, Role, told_apart
from salesdesk.domain.permissions import OFFERED_ROLES, OWN_ROLE, OfferedRole, Permission
from salesdesk.storage import tables
from salesdesk.storage.db import faults
from salesdesk.storage.db.together import Together
from salesdesk.storage.db.typed_text import comparable
from salesdesk.storage.db.types import db_now
from salesdesk.storage.stores.sign_ins import SignInStore

_USERS = tables.users
_CUSTOMERS = tables.customers
_ROLES = tables.roles
_GRANTS = tables.role_permissions
_PERMISSIONS = tables.permissions
_ACCOUNTS = tables.salesdesk_accounts
_GIVEN = tables.salesdesk_person_roles
_STATE = tables.salesdesk_state
_OURS = _ROLES.alias("salesdesk_role")
_THEIRS = _ROLES.alias("booking_role")
_ACTIVE = "active"
_PERSON, _RIGHTS = "person", "rights"
_KNOWN = {(one.resource, one.action): one for one in Permission}

_MADE_BY_US = {(role.name, role.description) for role in OFFERED_ROLES}

#: The one row that every act on people, roles or accounts updates first.
COMMON_ROW = "people"


def _named(name: str | None, email: str | None, uid: str) -> str:
    return name or email or uid


def _held(*conditions: ColumnElement[bool]) -> Subquery:
    """Who has which active role, of both kinds; a sleeping one is none."""
    booking = (
        select(_USERS.c.firebase_uid.label("uid"), _THEIRS.c.id.label("role_id"))
        .join(_THEIRS, _THEIRS.c.id == _USERS.c.role_id)
        .where(_THEIRS.c.status == _ACTIVE, *conditions)
    )
    given = (
        select(_USERS.c.firebase_uid.label("uid"), _OURS.c.id.label("role_id"))
        .join(_GIVEN, _GIVEN.c.uid == _USERS.c.firebase_uid)
        .join(_OURS, _OURS.c.id == _GIVEN.c.role_id)
        .outerjoin(_THEIRS, (_THEIRS.c.id == _USERS.c.role_id) & (_THEIRS.c.status == _ACTIVE))
        .where(
            _OURS.c.status == _ACTIVE,
            (_GIVEN.c.with_booking_role != true()) | _THEIRS.c.id.is_not(None),
            *conditions,
        )
    )
    return booking.union_all(given).subquery("held")


def held_roles(uid: str = "") -> Subquery:
    """Who has which active role (`uid`, `role_id`); of one person, or of everybody."""
    return _held(_USERS.c.firebase_uid == uid) if uid else _held()


@cache
def rights() -> Select[Any]:
    """What reads what the roles of the person `uid` allow, for `known_permissions`."""
    held = _held(_USERS.c.firebase_uid == bindparam("uid"))
    return (
        select(_PERMISSIONS.c.resource, _PERMISSIONS.c.action)
        .select_from(held)
        .join(_GRANTS, _GRANTS.c.role_id == held.c.role_id)
        .join(_PERMISSIONS, _PERMISSIONS.c.id == _GRANTS.c.permission_id)
    )


def known_permissions(rows: Iterable[Any]) -> frozenset[Permission]:
    """Those of the rights that are SalesDesk's."""
    found = (_KNOWN.get((row.resource.lower(), row.action.lower())) for row in rows)
    return frozenset(permission for permission in found if permission is not None)


@dataclass(frozen=True, slots=True)
class ServerAccount:
    """The database account of a connection, as the server decided it.

    Attributes:
        whole: CURRENT_USER(): name@host, the host in small letters.
        proxied: whether another account stands behind it (@@proxy_user).
    """

    whole: str
    proxied: bool

    @property
    def name(self) -> str:
        """The part before the host, which itself may contain an @."""
        return self.whole.rpartition("@")[0]


@dataclass(frozen=True, slots=True)
class MappedAccount:
    """A database account and whom it stands for.

    Attributes:
        with_host: false: of a time when hosts were not kept; it stands for every host.
    """

    account: str
    uid: str
    with_host: bool


@dataclass(frozen=True, slots=True)
class PeopleStore:
    """The people, within one transaction."""

    connection: Connection

    def lock(self) -> None:
        """Update the common row: the first write of every act on people, roles or accounts.

        Two administrators who remove each other at once would both see the other still there; so
        the second one waits here until the first one is done.
        """
        if self._touched():
            return
        values = {"name": COMMON_ROW, "value": "", "changed_at": db_now()}
        try:
            self.connection.execute(insert(_STATE).values(values))
        except IntegrityError as fault:
            if not faults.is_duplicate(fault):
                raise
            self._touched()

    def _touched(self) -> bool:
        statement = update(_STATE).where(_STATE.c.name == COMMON_ROW).values(changed_at=db_now())
        return self.connection.execute(statement).rowcount > 0

    def permissions(self, uid: str) -> frozenset[Permission]:
        """What the person's roles allow now, the booking application's and SalesDesk's together."""
        return known_permissions(self.connection.execute(rights(), {"uid": uid}))

    def actor(self, uid: str) -> Actor | None:
        """The person as somebody who acts; None where there is no such user."""
        found = _acting().rows(self.connection, {"uid": uid})
        people = _people_of(found[_PERSON])
        if not people:
            return None
        (person,), allowed = people, known_permissions(found[_RIGHTS])
        return Actor(person.uid, person.name, _opening(person) if allowed else None, allowed)

    def person(self, uid: str) -> Person | None:
        """The user with this `firebase_uid`."""
        found = self._people(_person().where(_USERS.c.firebase_uid == uid))
        return found[0] if found else None

    def by_email(self, email: str) -> tuple[Person, ...]:
        """The users with this e-mail address, compared without regard to case.

        Compared here, since the database takes 'rína' for 'rina'.
        """
        wanted = email.strip().casefold()
        everybody = self._people(_person().where(_USERS.c.email.is_not(None)))
        return tuple(one for one in everybody if (one.email or "").strip().casefold() == wanted)

    def everybody(self) -> tuple[Person, ...]:
        """All users, by name."""
        return tuple(sorted(self._people(_person()), key=lambda p: (p.name.lower(), p.uid)))

    def number(self) -> int:
        """How many users there are."""
        return int(self.connection.scalar(select(func.count()).select_from(_USERS)) or 0)

    def agents(self) -> tuple[Agent, ...]:
        """Those of whose roles one may hold customers, by name; two of one name told apart."""
        return self._by_name(self.holders_of(Permission.CUSTOMERS_HOLD))

    def owners(self) -> tuple[Agent, ...]:
        """The same and everybody who has customers, such as a leaver; unknown ones by uid."""
        owner = _CUSTOMERS.c.bound_to_uid
        bound = select(owner).where(owner.is_not(None)).distinct()
        having = {str(uid) for uid in self.connection.scalars(bound)}
        known = self._by_name(having | self.holders_of(Permission.CUSTOMERS_HOLD))
        named = {one.uid.lower() for one in known}
        unknown = sorted({uid for uid in having if uid.lower() not in named})
        return (*known, *(Agent(uid, uid) for uid in unknown))

    def _by_name(self, uids: set[str]) -> tuple[Agent, ...]:
        """Those of them who are known, by name; two of one name told apart."""
        statement = select(_USERS.c.firebase_uid, _USERS.c.display_name, _USERS.c.email).where(
            _USERS.c.firebase_uid.in_(sorted(uids))
        )
        names = told_apart(
            (uid, _named(name, email, uid), email)
            for uid, name, email in self.connection.execute(statement)
        )
        found = (Agent(uid, name) for uid, name in names.items())
        return tuple(sorted(found, key=lambda agent: (agent.name.lower(), agent.uid)))

    def name_of(self, uid: str) -> str:
        """The person's name; the uid itself where the user is unknown."""
        person = self.person(uid)
        return person.name if person is not None else uid

    def administrators(self) -> tuple[str, ...]:
        """The uids of those with `people:manage` who can sign in.

        In a workspace whoever is there can; on a server, whom a database account stands for, or
        who has a password of their own or has signed in by Firebase.
        """
        found = self.holders_of(Permission.PEOPLE_MANAGE)
        if self.connection.dialect.name != "sqlite":
            able = {account.uid.lower() for account in self.accounts()}
            able |= SignInStore(self.connection).uids()
            found = {uid for uid in found if uid.lower() in able}
        return tuple(sorted(found))

    def holders_of(self, permission: Permission) -> set[str]:
        """The uids of those whose roles have the permission, whether they can sign in or not."""
        return {str(row.uid) for row in self.connection.execute(_holders(permission))}

    def foreign_grants(self) -> dict[str, tuple[str, ...]]:
        """Roles that grant the booking application's own namesakes of our permissions, by role.

        Those that SalesDesk made are left out: their grants were copied.
        """
        wanted = {(one.value.partition(":")[0], one.action): one.value for one in Permission}
        statement = (
            select(
                _ROLES.c.name, _ROLES.c.description, _PERMISSIONS.c.resource, _PERMISSIONS.c.action
            )
            .join(_GRANTS, _GRANTS.c.role_id == _ROLES.c.id)
            .join(_PERMISSIONS, _PERMISSIONS.c.id == _GRANTS.c.permission_id)
            .order_by(_ROLES.c.name, _PERMISSIONS.c.resource, _PERMISSIONS.c.action)
        )
        found: dict[str, list[str]] = {}
        for row in self.connection.execute(statement):
            named = wanted.get((row.resource.lower(), row.action.lower()))
            if named is not None and (row.name, row.description) not in _MADE_BY_US:
                found.setdefault(row.name, []).append(named)
        return {role: tuple(names) for role, names in found.items()}

    def role_names(self) -> tuple[str, ...]:
        """The names of all roles."""
        return tuple(
            self.connection.execute(select(_ROLES.c.name).order_by(_ROLES.c.name)).scalars()
        )

    def role_id(self, name: str) -> int | None:
        """The id of an active role."""
        statement = select(_ROLES.c.id).where(
            comparable(_ROLES.c.name, name) == name, _ROLES.c.status == _ACTIVE
        )
        found: int | None = self.connection.execute(statement).scalar_one_or_none()
        return found

    def allows_anything(self, role_id: int) -> bool:
        """Whether a role has any of SalesDesk's permissions."""
        statement = (
            select(_PERMISSIONS.c.resource, _PERMISSIONS.c.action)
            .join(_GRANTS, _GRANTS.c.permission_id == _PERMISSIONS.c.id)
            .where(_GRANTS.c.role_id == role_id)
        )
        ours = {(one.resource, one.action) for one in Permission}
        granted = self.connection.execute(statement)
        return any((row.resource.lower(), row.action.lower()) in ours for row in granted)

    def offer_role(self, role: OfferedRole) -> int:
        """The id of one of SalesDesk's own roles, made with its permissions if it is missing.

        A role that is there already is left as it is: none changes unless an administrator
        grants it a permission by name (docs/rules.md, "People").
        """
        existing = self.connection.execute(
            select(_ROLES.c.id).where(_ROLES.c.name == role.name)
        ).scalar_one_or_none()
        if existing is not None:
            return int(existing)
        return self.make_role(role)

    def make_role(self, role: OfferedRole) -> int:
        """Add a role with its permissions; its id."""
        values = {"name": role.name, "description": role.description, "status": _ACTIVE}
        role_id = self._inserted(insert(_ROLES).values(values))
        for permission in sorted(role.permissions):
            self.allow(role_id, permission)
        return role_id

    def roles(self) -> tuple[Role, ...]:
        """All roles, with what they allow in SalesDesk and how many people have them."""
        granted: dict[int, set[Permission]] = {}
        statement = select(_GRANTS.c.role_id, _PERMISSIONS.c.resource, _PERMISSIONS.c.action).join(
            _PERMISSIONS, _PERMISSIONS.c.id == _GRANTS.c.permission_id
        )
        for row in self.connection.execute(statement):
            granted.setdefault(row.role_id, set()).update(known_permissions([row]))
        held = _held()
        count = func.count(held.c.uid.distinct())
        numbered = select(held.c.role_id, count).group_by(held.c.role_id)
        people = {row[0]: int(row[1]) for row in self.connection.execute(numbered)}
        given = set(self.connection.scalars(select(_GIVEN.c.role_id).distinct()))
        used = set(self.connection.scalars(select(_USERS.c.role_id).distinct()))
        return tuple(
            Role(
                row.id,
                row.name,
                (row.name, row.description) in _MADE_BY_US
                or row.description == OWN_ROLE
                or (row.id in given and row.id not in used),
                row.status == _ACTIVE,
                frozenset(granted.get(row.id, ())),
                people.get(row.id, 0),
            )
            for row in self.connection.execute(select(_ROLES).order_by(_ROLES.c.id))
        )

    def allow(self, role_id: int, permission: Permission) -> None:
        """Let a role have one of SalesDesk's permissions, which it lacks."""
        values = {"role_id": role_id, "permission_id": self.permission_id(permission)}
        self.connection.execute(insert(_GRANTS).values(values))

    def disallow(self, role_id: int, permission: Permission) -> None:
        """Take one of SalesDesk's permissions from a role."""
        same = _GRANTS.c.permission_id == self.permission_id(permission)
        self.connection.execute(delete(_GRANTS).where(_GRANTS.c.role_id == role_id, same))

    def unmap_account(self, account: str) -> bool:
        """Let a database account stand for nobody any more; False: it did not."""
        gone = delete(_ACCOUNTS).where(_ACCOUNTS.c.account == account)
        return self.connection.execute(gone).rowcount > 0

    def permission_id(self, permission: Permission) -> int:
        """The id of a permission's row, made if it is missing."""
        statement = select(_PERMISSIONS.c.id).where(
            _PERMISSIONS.c.resource == permission.resource,
            _PERMISSIONS.c.action == permission.action,
        )
        found = self.connection.execute(statement).scalar_one_or_none()
        if found is not None:
            return int(found)
        values = {
            "name": permission.stored_name,
            "resource": permission.resource,
            "action": permission.action,
        }
        return self._inserted(insert(_PERMISSIONS).values(values))

    def _inserted(self, statement: Insert) -> int:
        """Run an insert into a table with an AUTO_INCREMENT id; the new id."""
        (new_id,) = self.connection.execute(statement).inserted_primary_key or (None,)
        if new_id is None:
            raise RuntimeError("the database gave no id for a new row")
        return int(new_id)

    def give_role(self, uid: str, role_id: int, at: datetime, event_id: str) -> None:
        """Give the person a SalesDesk role instead of the one that they had."""
        values = {
            "role_id": role_id,
            "with_booking_role": self._booking_role_is_active(uid),
            "granted_at": at,
            "event_id": event_id,
        }
        changed = self.connection.execute(
            update(_GIVEN).where(_GIVEN.c.uid == uid).values(values)
        ).rowcount
        if not changed:
            self.connection.execute(insert(_GIVEN).values(uid=uid, **values))

    def confirm_role(self, uid: str) -> bool:
        """Let the person's SalesDesk role count as the booking application's role is now."""
        return (
            self.connection.execute(
                update(_GIVEN)
                .where(_GIVEN.c.uid == uid)
                .values(with_booking_role=self._booking_role_is_active(uid))
            ).rowcount
            > 0
        )

    def take_role(self, uid: str) -> bool:
        """Take the person's SalesDesk role away; the booking application's stays as it is."""
        return self.connection.execute(delete(_GIVEN).where(_GIVEN.c.uid == uid)).rowcount > 0

    def note_booking_roles(self) -> None:
        """Note who has got a role of the booking application since their SalesDesk role.

        Else its being taken away again would not be noticed.
        """
        holders = (
            select(_USERS.c.firebase_uid)
            .join(_ROLES, _ROLES.c.id == _USERS.c.role_id)
            .where(_ROLES.c.status == _ACTIVE)
        )
        self.connection.execute(
            update(_GIVEN)
            .where(_GIVEN.c.with_booking_role != true(), _GIVEN.c.uid.in_(holders))
            .values(with_booking_role=True)
        )

    def _booking_role_is_active(self, uid: str) -> bool:
        person = self.person(uid)
        return person is not None and person.booking_active

    def add_person(self, uid: str, name: str, email: str | None) -> None:
        """Insert a user: in a workspace only, where no other application does it."""
        values = {"firebase_uid": uid, "display_name": name, "email": email}
        self.connection.execute(insert(_USERS).values(values))

    def account(self) -> ServerAccount | None:
        """The account of this connection; None on SQLite."""
        if self.connection.dialect.name == "sqlite":
            return None
        whole, proxy = self.connection.execute(text("SELECT CURRENT_USER(), @@proxy_user")).one()
        name, _, host = str(whole).rpartition("@")
        return ServerAccount(f"{name}@{host.lower()}", proxy is not None)

    def uid_of_account(self, account: ServerAccount) -> str | None:
        """The user whom a database account stands for, every letter of it compared.

        Compared here once more, since the database ignores blanks at the end.
        """
        statement = select(_ACCOUNTS).where(_ACCOUNTS.c.account.in_([account.whole, account.name]))
        found = {(row.account, row.with_host): row for row in self.connection.execute(statement)}
        row = found.get((account.whole, True)) or found.get((account.name, False))
        return str(row.firebase_uid) if row is not None else None

    def accounts(self) -> tuple[MappedAccount, ...]:
        """Whom each account stands for, by account."""
        rows = self.connection.execute(select(_ACCOUNTS).order_by(_ACCOUNTS.c.account))
        return tuple(
            MappedAccount(row.account, row.firebase_uid, bool(row.with_host)) for row in rows
        )

    def note_sign_in(self, uid: str, now: datetime) -> None:
        """Write when the person signed in last: the one column of `users` that is ever written."""
        self.connection.execute(
            update(_USERS).where(_USERS.c.firebase_uid == uid).values(last_login=now)
        )

    def map_account(self, account: str, uid: str, at: datetime) -> None:
        """Let a database account, its host included, stand for a user.

        An entry of the same name without a host ends with this.
        """
        values = {"firebase_uid": uid, "mapped_at": at, "with_host": True}
        same = _ACCOUNTS.c.account == account
        changed = self.connection.execute(update(_ACCOUNTS).where(same).values(values)).rowcount
        if not changed:
            self.connection.execute(insert(_ACCOUNTS).values(account=account, **values))
        self.connection.execute(
            delete(_ACCOUNTS).where(
                _ACCOUNTS.c.account == account.rpartition("@")[0],
                _ACCOUNTS.c.with_host != true(),
            )
        )

    def _people(self, statement: Select[tuple[object, ...]]) -> tuple[Person, ...]:
        return _people_of(self.connection.execute(statement))


def _person() -> Select[tuple[object, ...]]:
    """What reads users, for `_people_of`."""
    return select(
        _USERS.c.firebase_uid,
        _USERS.c.display_name,
        _USERS.c.email,
        _THEIRS.c.name.label("booking_role"),
        _THEIRS.c.status.label("booking_status"),
        _OURS.c.name.label("salesdesk_role"),
        _OURS.c.status.label("salesdesk_status"),
        _GIVEN.c.with_booking_role,
    ).select_from(
        _USERS.outerjoin(_THEIRS, _THEIRS.c.id == _USERS.c.role_id)
        .outerjoin(_GIVEN, _GIVEN.c.uid == _USERS.c.firebase_uid)
        .outerjoin(_OURS, _OURS.c.id == _GIVEN.c.role_id)
    )


@cache
def _acting() -> Together[str]:
    """What reads the person `uid` and what their roles allow."""
    person = _person().where(_USERS.c.firebase_uid == bindparam("uid"))
    return Together({_PERSON: person, _RIGHTS: rights()})


def _people_of(rows: Iterable[Any]) -> tuple[Person, ...]:
    return tuple(
        Person(
            uid=row.firebase_uid,
            name=_named(row.display_name, row.email, row.firebase_uid),
            email=row.email,
            booking_role=row.booking_role,
            booking_active=row.booking_status == _ACTIVE,
            salesdesk_role=row.salesdesk_role,
            salesdesk_active=row.salesdesk_status == _ACTIVE,
            sleeping=bool(row.with_booking_role) and row.booking_status != _ACTIVE,
        )
        for row in rows
    )


def _opening(person: Person) -> str | None:
    """The name of the role that opens something, of a person who may do something."""
    awake = person.salesdesk_role is not None and person.salesdesk_active and not person.sleeping
    return person.salesdesk_role if awake else person.booking_role


def _holders(permission: Permission) -> Select[tuple[str]]:
    """The uids of those whose roles have the permission."""
    held = _held()
    return (
        select(held.c.uid)
        .join(_GRANTS, _GRANTS.c.role_id == held.c.role_id)
        .join(_PERMISSIONS, _PERMISSIONS.c.id == _GRANTS.c.permission_id)
        .where(
            _PERMISSIONS.c.resource == permission.resource,
            _PERMISSIONS.c.action == permission.action,
        )
    )
