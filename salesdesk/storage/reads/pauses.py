"""Who is away, and what an absence keeps, from the pauses and the summaries."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, case, func, select

from salesdesk.domain.pauses import OFFICE, PauseLine
from salesdesk.storage.reads import by_summary
from salesdesk.storage.reads.by_summary import S
from salesdesk.storage.reads.reports import names
from salesdesk.storage.stores.pauses import PauseStore


def standing(connection: Connection, now: datetime) -> tuple[PauseLine, ...]:
    """The pauses that are not over, with names and how many customers each keeps."""
    pauses = PauseStore(connection).standing(now)
    uids = [uid for one in pauses for uid in (one.uid, one.by_uid) if uid]
    known = {uid.lower(): name for uid, name in names.of(connection, uids).items()}
    return tuple(
        PauseLine(
            one,
            known.get(one.uid.lower(), one.uid),
            known.get(one.by_uid.lower(), one.by_uid),
            kept(connection, one.uid, one.until)[0],
        )
        for one in pauses
    )


def kept(connection: Connection, uid: str, until: datetime) -> tuple[int, int]:
    """How many customers a pause keeps, and how many of them leave by its end without it."""
    statement = select(func.count(), func.sum(case((S.leaves_at < until, 1), else_=0))).where(
        by_summary.held(), *([] if uid == OFFICE else [S.owner_uid == uid])
    )
    number, leaving = connection.execute(statement).one()
    return number, int(leaving or 0)
