"""People, roles and permissions: `users`, `roles`, `permissions`, and the accounts' map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Insert, Select, func, insert, select, update

from salesdesk.domain.people import Actor, Agent, OfferedRole, Permission, Person, told_apart
from salesdesk.storage import tables
from salesdesk.storage.typed_text import comparable

_USERS = tables.users
_ROLES = tables.roles
_GRANTS = tables.role_permissions
_PERMISSIONS = tables.permissions
_ACTIVE = "active"
_KNOWN = frozenset(permission.value for permission in Permission)


def _named(name: str | None, email: str | None, uid: str) -> str:
    return name or email or uid


@dataclass(frozen=True, slots=True)
class PeopleStore:
    """The people, within one transaction."""

    connection: Connection

    def permissions(self, uid: str) -> frozenset[Permission]:
        """What the person's role allows now; an inactive role opens nothing."""
        statement = (
            select(_PERMISSIONS.c.resource, _PERMISSIONS.c.action)
            .select_from(_USERS)
            .join(_ROLES, _ROLES.c.id == _USERS.c.role_id)
            .join(_GRANTS, _GRANTS.c.role_id == _ROLES.c.id)
            .join(_PERMISSIONS, _PERMISSIONS.c.id == _GRANTS.c.permission_id)
            .where(_USERS.c.firebase_uid == uid, _ROLES.c.status == _ACTIVE)
        )
        texts = (f"{row.resource}:{row.action}" for row in self.connection.execute(statement))
        return frozenset(Permission(text) for text in texts if text in _KNOWN)

    def actor(self, uid: str) -> Actor | None:
        """The person as somebody who acts; None where there is no such user."""
        person = self.person(uid)
        if person is None:
            return None
        return Actor(uid, person.name, person.role, self.permissions(uid))

    def person(self, uid: str) -> Person | None:
        """The user with this `firebase_uid`."""
        found = self._people(self._select().where(_USERS.c.firebase_uid == uid))
        return found[0] if found else None

    def by_email(self, email: str) -> tuple[Person, ...]:
        """The users with this e-mail address, compared without regard to case."""
        return self._people(
            self._select().where(func.lower(comparable(_USERS.c.email, email)) == email.lower())
        )

    def everybody(self) -> tuple[Person, ...]:
        """All users, by name."""
        return tuple(sorted(self._people(self._select()), key=lambda p: (p.name.lower(), p.uid)))

    def agents(self) -> tuple[Agent, ...]:
        """Those whose active role may hold customers, by name; two of one name told apart."""
        hold = Permission.CUSTOMERS_HOLD
        statement = (
            select(_USERS.c.firebase_uid, _USERS.c.display_name, _USERS.c.email)
            .join(_ROLES, _ROLES.c.id == _USERS.c.role_id)
            .join(_GRANTS, _GRANTS.c.role_id == _ROLES.c.id)
            .join(_PERMISSIONS, _PERMISSIONS.c.id == _GRANTS.c.permission_id)
            .where(
                _ROLES.c.status == _ACTIVE,
                _PERMISSIONS.c.resource == hold.resource,
                _PERMISSIONS.c.action == hold.action,
            )
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

    def holders_of(self, permission: Permission) -> int:
        """How many people's active role has the permission."""
        statement = (
            select(func.count(func.distinct(_USERS.c.id)))
            .select_from(_USERS)
            .join(_ROLES, _ROLES.c.id == _USERS.c.role_id)
            .join(_GRANTS, _GRANTS.c.role_id == _ROLES.c.id)
            .join(_PERMISSIONS, _PERMISSIONS.c.id == _GRANTS.c.permission_id)
            .where(
                _ROLES.c.status == _ACTIVE,
                _PERMISSIONS.c.resource == permission.resource,
                _PERMISSIONS.c.action == permission.action,
            )
        )
        return int(self.connection.execute(statement).scalar_one())

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

    def offer_role(self, role: OfferedRole) -> int:
        """The id of one of SalesDesk's own roles, made with its permissions if it is missing.

        A role that is there already is left as it is: none changes unless an administrator
        grants it a permission by name (rules.md, "People").
        """
        existing = self.connection.execute(
            select(_ROLES.c.id).where(_ROLES.c.name == role.name)
        ).scalar_one_or_none()
        if existing is not None:
            return int(existing)
        values = {"name": role.name, "description": role.description, "status": _ACTIVE}
        role_id = self._inserted(insert(_ROLES).values(values))
        self.connection.execute(
            insert(_GRANTS),
            [
                {"role_id": role_id, "permission_id": self.permission_id(permission)}
                for permission in sorted(role.permissions)
            ],
        )
        return role_id

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
            "name": permission.value,
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

    def set_role(self, uid: str, role_id: int) -> None:
        """Give the person a role.

        `last_login` has ON UPDATE CURRENT_TIMESTAMP, so it is written as it is.
        """
        statement = (
            update(_USERS)
            .where(_USERS.c.firebase_uid == uid)
            .values(role_id=role_id, last_login=_USERS.c.last_login)
        )
        self.connection.execute(statement)

    def add_person(self, uid: str, name: str, email: str | None, role_id: int | None) -> None:
        """Insert a user: in a workspace only, where no other application does it."""
        values = {"firebase_uid": uid, "display_name": name, "email": email, "role_id": role_id}
        self.connection.execute(insert(_USERS).values(values))

    def account(self) -> str | None:
        """The account of this connection without its host; None on SQLite."""
        if self.connection.dialect.name == "sqlite":
            return None
        whole = str(self.connection.execute(select(func.current_user())).scalar_one())
        return whole.rpartition("@")[0]

    def uid_of_account(self, account: str) -> str | None:
        """The user whom a database account stands for."""
        accounts = tables.salesdesk_accounts
        statement = select(accounts.c.firebase_uid).where(accounts.c.account == account)
        found: str | None = self.connection.execute(statement).scalar_one_or_none()
        return found

    def map_account(self, account: str, uid: str, at: datetime) -> None:
        """Let a database account stand for a user."""
        accounts = tables.salesdesk_accounts
        values = {"firebase_uid": uid, "mapped_at": at}
        changed = self.connection.execute(
            update(accounts).where(accounts.c.account == account).values(values)
        ).rowcount
        if not changed:
            self.connection.execute(insert(accounts).values(account=account, **values))

    def _select(self) -> Select[tuple[object, ...]]:
        return select(
            _USERS.c.firebase_uid,
            _USERS.c.display_name,
            _USERS.c.email,
            _ROLES.c.name.label("role"),
            _ROLES.c.status,
        ).select_from(_USERS.outerjoin(_ROLES, _ROLES.c.id == _USERS.c.role_id))

    def _people(self, statement: Select[tuple[object, ...]]) -> tuple[Person, ...]:
        return tuple(
            Person(
                uid=row.firebase_uid,
                name=_named(row.display_name, row.email, row.firebase_uid),
                email=row.email,
                role=row.role,
                active=row.status == _ACTIVE,
            )
            for row in self.connection.execute(statement)
        )
