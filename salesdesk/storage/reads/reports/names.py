"""Names of the people that figures speak of."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from salesdesk.domain.people import told_apart
from salesdesk.storage import tables
from salesdesk.storage.reads.people import shown_name

_USERS = tables.users


def of(connection: Connection, uids: Iterable[str]) -> dict[str, str]:
    """The names of these people, two of one name told apart; whom nobody knows is left out."""
    wanted = sorted({uid for uid in uids if uid})
    if not wanted:
        return {}
    uid = _USERS.c.firebase_uid
    statement = select(uid, shown_name(_USERS, uid), _USERS.c.email).where(uid.in_(wanted))
    return told_apart((uid, name, email) for uid, name, email in connection.execute(statement))
