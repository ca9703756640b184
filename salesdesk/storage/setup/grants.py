"""What each role's database account needs and no more, as GRANT statements.

Rights of a database account hold where the program's own checks do not: in any other program
that signs in with it. So an agent's account cannot read what SalesDesk never reads, delete
history or events, alter a table, write orders, or change roles (docs/administrators.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from salesdesk.domain.errors import Refusal
from salesdesk.domain.refusals import Why
from salesdesk.storage import tables

#: By table: each right with the columns that it is limited to; none: the whole table.
Rights = Mapping[str, Mapping[str, tuple[str, ...]]]

_WHOLE: tuple[str, ...] = ()


class AccountRole(StrEnum):
    """Whose account it is."""

    AGENT = "agent"
    LEAD = "lead"
    ADMINISTRATOR = "admin"
    UPGRADE = "upgrade"


#: `users` without `fcm_token`: a key to somebody's telephone is none of SalesDesk's business.
_USERS = ("id", "firebase_uid", "email", "display_name", "created_at", "last_login", "role_id")

_READ: Rights = {
    "users": {"SELECT": _USERS},
    **{
        name: {"SELECT": _WHOLE}
        for name in (
            *("customers", "customer_contacts", "customer_binding_history", "global_settings"),
            *("roles", "permissions", "role_permissions"),
            *("orders", "order_items", "order_purposes", "restaurant", "room_booking_costs"),
            *("meeting_room", "packages"),
        )
    },
    **{table.name: {"SELECT": _WHOLE} for table in tables.own.sorted_tables},
    "salesdesk_alembic_version": {"SELECT": _WHOLE},
}

#: An agent's day, and the release run, which acts as the system on anybody's desktop.
_AGENT: Rights = {
    "customers": {
        "INSERT": _WHOLE,
        "UPDATE": (
            *("name", "phone_number", "address", "company", "lead_source", "sales_status"),
            *("bound_to_uid", "binding_start_date", "binding_status", "last_interaction_date"),
        ),
    },
    "users": {"UPDATE": ("last_login",)},
    "customer_contacts": {"INSERT": _WHOLE, "UPDATE": _WHOLE, "DELETE": _WHOLE},
    "customer_binding_history": {
        "INSERT": _WHOLE,
        "UPDATE": ("binding_end_date", "unbinding_reason"),
    },
    "salesdesk_events": {"INSERT": _WHOLE, "UPDATE": ("details",)},
    "salesdesk_customer_summary": {"INSERT": _WHOLE, "UPDATE": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_phones": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_search_texts": {"INSERT": _WHOLE, "UPDATE": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_plans": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_protections": {"DELETE": _WHOLE},
    "salesdesk_set_asides": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_kept_clocks": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_release_runs": {"INSERT": _WHOLE, "UPDATE": _WHOLE},
    "salesdesk_held_releases": {"INSERT": _WHOLE, "UPDATE": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_held_customers": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_agents": {"INSERT": _WHOLE, "UPDATE": _WHOLE},
    "salesdesk_state": {"INSERT": _WHOLE, "UPDATE": _WHOLE},
    "salesdesk_daily_counts": {"INSERT": _WHOLE, "UPDATE": _WHOLE},
    "salesdesk_contact_hours": {"INSERT": _WHOLE, "UPDATE": _WHOLE, "DELETE": _WHOLE},
}

_LEAD: Rights = {
    "salesdesk_pauses": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_absences": {"INSERT": _WHOLE, "UPDATE": ("until",)},
    "salesdesk_contact_targets": {"INSERT": _WHOLE, "UPDATE": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_protections": {"INSERT": _WHOLE},
    "salesdesk_links": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_different_customers": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_message_templates": {"INSERT": _WHOLE, "UPDATE": _WHOLE},
}

_ADMINISTRATOR: Rights = {
    # Taking back an import is the one deletion of customers that there is.
    "customers": {"DELETE": _WHOLE},
    "global_settings": {"INSERT": _WHOLE, "UPDATE": ("setting_value",)},
    "roles": {"INSERT": _WHOLE},
    "permissions": {"INSERT": _WHOLE},
    "role_permissions": {"INSERT": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_person_roles": {"INSERT": _WHOLE, "UPDATE": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_accounts": {"INSERT": _WHOLE, "UPDATE": _WHOLE, "DELETE": _WHOLE},
    "salesdesk_sign_ins": {"INSERT": _WHOLE, "UPDATE": _WHOLE},
    "salesdesk_imports": {"INSERT": _WHOLE, "UPDATE": _WHOLE},
    # Erasing a customer leaves that it is set aside, without what was typed.
    "salesdesk_set_asides": {"UPDATE": ("note",)},
}

_EACH: Mapping[AccountRole, tuple[Rights, ...]] = {
    AccountRole.AGENT: (_READ, _AGENT),
    AccountRole.LEAD: (_READ, _AGENT, _LEAD),
    AccountRole.ADMINISTRATOR: (_READ, _AGENT, _LEAD, _ADMINISTRATOR),
}

#: `db upgrade` makes and fills SalesDesk's tables and copies grants of roles; `db indexes` adds
#: indexes to the booking application's.
UPGRADE = ("CREATE", "ALTER", "INDEX", "REFERENCES", "SELECT", "INSERT", "UPDATE", "DELETE")

#: Columns of the booking application's that SalesDesk never reads.
NEVER_READ = frozenset({"users.fcm_token"})

#: Its tables that SalesDesk reads; an account need not see the others.
TABLES_READ = frozenset(_READ) & frozenset(tables.user.tables)


@dataclass(frozen=True, slots=True)
class Account:
    """A database account as the server names it."""

    user: str
    host: str

    @classmethod
    def parsed(cls, text: str) -> Account:
        """The account of 'name' or 'name@host'; without a host any host.

        Raises:
            Refusal: it names nobody, or holds a character that no account has.
        """
        user, at, host = text.strip().rpartition("@")
        found = cls(user, host) if at else cls(text.strip(), "%")
        parts = (found.user, found.host)
        if not all(parts) or any(sign in part for part in parts for sign in "\0\n\r"):
            raise Refusal(Why.NO_ACCOUNT, field="account")
        return found

    def __str__(self) -> str:
        return f"{_text(self.user)}@{_text(self.host)}"


def needed(role: AccountRole) -> Rights:
    """What an account of this role needs, by table."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for rights in _EACH[role]:
        for table, each in rights.items():
            found.setdefault(table, {}).update(each)
    return found


def statements(connection: Connection, role: AccountRole, account: Account) -> tuple[str, ...]:
    """The GRANTs of a role on this connection's database, the same for MySQL and MariaDB.

    Raises:
        Refusal: this is a workspace, which has no accounts.
    """
    if connection.dialect.name == "sqlite":
        raise Refusal(Why.WORKSPACE_HAS_NO_ACCOUNTS)
    database = _name(str(connection.exec_driver_sql("SELECT DATABASE()").scalar_one()))
    if role is AccountRole.UPGRADE:
        return (f"GRANT {', '.join(UPGRADE)} ON {database}.* TO {account};",)
    return tuple(
        f"GRANT {', '.join(_right(right, columns) for right, columns in each.items())} "
        f"ON {database}.{_name(table)} TO {account};"
        for table, each in sorted(needed(role).items())
    )


def _right(right: str, columns: tuple[str, ...]) -> str:
    return f"{right} ({', '.join(map(_name, columns))})" if columns else right


def _name(name: str) -> str:
    """An identifier, safe in a statement."""
    return "`" + name.replace("`", "``") + "`"


def _text(text: str) -> str:
    """A text, safe in a statement; a backslash escapes unless the server was told otherwise."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
