"""Streams by moment: newest first, what has no date last, ties by rank and id.

A timeline is merged from several tables; each is asked for no more lines than the page needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, or_, true

from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.queries import PageKey


@dataclass(frozen=True, slots=True)
class Place:
    """A line's place in a stream.

    Attributes:
        at: None: the line has no date.
        rank: among lines of one moment, the lower comes first.
    """

    at: datetime | None
    rank: int
    id: str

    @property
    def key(self) -> PageKey:
        """The place as the key of a page."""
        return PageKey(f"{self.rank}:{self.at.isoformat() if self.at else ''}", self.id)

    @classmethod
    def of(cls, key: PageKey | None) -> Place | None:
        """The place of a key.

        Raises:
            ValueError: the key is none of a stream's.
        """
        if key is None:
            return None
        rank, _, at = str(key.value).partition(":")
        return cls(datetime.fromisoformat(at) if at else None, int(rank), key.id)


def dated(at: datetime | None) -> datetime | None:
    """The moment, or None where it is too early to be meant (a zero date's cousin)."""
    return at if at is not None and at >= EARLIEST else None


def known(date: ColumnElement[Any], earliest: datetime = EARLIEST) -> ColumnElement[Any]:
    """The date, or null where it is a zero date or a cousin of one."""
    return case((date >= earliest, date))


def following(
    statement: Select[Any],
    at: ColumnElement[Any],
    row_id: ColumnElement[str],
    rank: int,
    after: Place | None,
    limit: int,
    *,
    bound: datetime | None = None,
) -> Select[Any]:
    """The next lines of one table, one more than the page holds.

    Args:
        at: `known()` of the table's date.
        bound: the place's moment as this table has it, where it is not UTC.
    """
    ordered = statement.order_by(at.desc(), row_id.desc()).limit(limit + 1)
    if after is None:
        return ordered
    later = true() if rank > after.rank else false()
    same = row_id < after.id if rank == after.rank else later
    if after.at is None:
        return ordered.where(at.is_(None), same)
    moment = bound if bound is not None else after.at
    return ordered.where(or_(at.is_(None), at < moment, and_(at == moment, same)))


def comes_after(place: Place, after: Place | None) -> bool:
    """Whether a line of the stream comes after this place, its id left to the database."""
    if after is None or (place.rank == after.rank and place.at == after.at):
        return True
    return order(place) > order(after)


def order(place: Place) -> tuple[bool, float, int]:
    """What lines of several tables are merged by; within one table its own order stays."""
    return place.at is None, -place.at.timestamp() if place.at else 0.0, place.rank
