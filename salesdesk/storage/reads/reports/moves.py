"""Moves on the pipeline, read from their events.

An event keeps from where to where in its details, as `storage/events.py` writes JSON: without
spaces, so that a pattern finds it on every server.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, FromClause, case, or_

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.reports.pipeline import LADDER
from salesdesk.storage.reads.reports.scope import word


def moved_from(events: FromClause) -> ColumnElement[str]:
    """The status that was left, as a word."""
    return _status(events, "from")


def moved_to(events: FromClause) -> ColumnElement[str]:
    """The status after it, as a word."""
    return _status(events, "to")


def goes_up(events: FromClause) -> ColumnElement[bool]:
    """Whether a move leads to a higher status."""
    return _leads(events, LADDER)


def goes_down(events: FromClause) -> ColumnElement[bool]:
    """Whether a move leads to a lower status."""
    return _leads(events, LADDER[::-1])


def _leads(events: FromClause, ladder: Sequence[SalesStatus]) -> ColumnElement[bool]:
    return or_(
        *(
            _told(events, "from", before) & _told(events, "to", after)
            for place, before in enumerate(ladder)
            for after in ladder[place + 1 :]
        )
    )


def _status(events: FromClause, key: str) -> ColumnElement[str]:
    known = (
        (_told(events, key, one), word(one.value)) for one in (SalesStatus.WARM, SalesStatus.HOT)
    )
    return case(*known, else_=word(SalesStatus.COLD.value))


def _told(events: FromClause, key: str, status: SalesStatus) -> ColumnElement[bool]:
    return events.c.details.like(f'%"{key}":"{status.value}"%')
