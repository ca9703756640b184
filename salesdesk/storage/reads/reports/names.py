"""Names of the people that figures speak of."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from salesdesk.storage import tables
from salesdesk.storage.reads.people import shown_name

_USERS = tables.users


def of(connection: Connection, uids: Iterable[str]) -> dict[str, str]:
    """The names of these people; who was deleted or never known is left out."""
    wanted = sorted({uid for uid in uids if uid})
    if not wanted:
        return {}
    uid = _USERS.c.firebase_uid
    statement = select(uid, shown_name(_USERS, uid).label("name")).where(uid.in_(wanted))
    return {row.firebase_uid: row.name for row in connection.execute(statement)}
