"""What a new owner reads of one customer, gathered from several tables in few statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from salesdesk.domain.pool import Note, PoolRow
from salesdesk.domain.queries import SpellRow
from salesdesk.storage import tables
from salesdesk.storage.db.together import together
from salesdesk.storage.reads import (
    allowances,
    customers,
    notes,
    order_values,
    ownership_history,
    pool,
    spell_events,
)
from salesdesk.storage.reads import last_notes as last_words
from salesdesk.storage.reads.allowances import Used
from salesdesk.storage.reads.last_notes import LastWord
from salesdesk.storage.reads.viewer import Viewer

_HISTORY, _NOTES, _SUCCESSFUL, _ORDERS = "history", "notes", "successful", "orders"
_USED, _ENDED = "used", "ended"


@dataclass(frozen=True, slots=True)
class Found:
    """What the tables tell.

    Attributes:
        owners: who has or had the customer, the newest first.
        notes: the last; none where the reader may not see them.
        word: what was said last.
        successful: when contacts went well, by the office's clock.
        orders, orders_value: completed orders, and what they were worth.
        used: what the reader has of what the policies limit; None: there is no reader.
        last_ended: when the reader's own last binding with the customer ended.
    """

    row: PoolRow
    owners: tuple[SpellRow, ...]
    notes: tuple[Note, ...]
    word: LastWord | None
    successful: tuple[datetime, ...]
    orders: int
    orders_value: int
    used: Used | None
    last_ended: datetime | None

    @property
    def free(self) -> bool:
        """Whether nobody has the customer."""
        return self.row.customer.owner_uid is None


def of(
    connection: Connection,
    customer_id: str,
    viewer: Viewer,
    day: date,
    *,
    owners: int,
    last_notes: int,
) -> Found | None:
    """All of it, in three statements; None: the customer is gone.

    Args:
        day: of the office, whose claims count.
        owners, last_notes: how many of them at most.
    """
    there = customers.of_ids(connection, [customer_id], viewer)
    if not there:
        return None
    asked = {
        **last_words.readings(there, viewer),
        _HISTORY: ownership_history.reading(customer_id, None, owners),
        _NOTES: notes.last(customer_id, last_notes),
        _SUCCESSFUL: notes.successful(customer_id, viewer),
        _ORDERS: order_values.completed(customer_id),
        **_of_reader(customer_id, viewer, day),
    }
    (row,), answers = pool.described(connection, there, viewer, asked, words=True)
    shows_words = viewer.pool_notes or row.customer.owner_uid is not None
    history = ownership_history.in_order(answers[_HISTORY])
    orders = [order.id for order in answers[_ORDERS]]
    completed = spell_events.reading(customer_id, ownership_history.ends(history))
    completed |= order_values.readings(orders) if orders else {}
    further = together(connection, completed)
    used = answers.get(_USED)
    return Found(
        row=row,
        owners=ownership_history.made(history, further, shows_words=shows_words),
        notes=notes.made(answers[_NOTES]) if shows_words else (),
        word=last_words.made(answers).get(row.customer.id),
        successful=notes.moments(answers[_SUCCESSFUL], viewer),
        orders=len(orders),
        orders_value=sum(order_values.made(further).values()) if orders else 0,
        used=allowances.made(used[0]) if used else None,
        last_ended=_last_ended(answers),
    )


def _of_reader(customer_id: str, viewer: Viewer, day: date) -> dict[str, Select[Any]]:
    if viewer.uid is None:
        return {}
    h = tables.customer_binding_history.c
    ended: ColumnElement[Any] = func.max(h.binding_end_date).label("at")
    own = select(ended).where(h.customer_id == customer_id, h.bound_to_uid == viewer.uid)
    return {_USED: allowances.reading(viewer.uid, day), _ENDED: own}


def _last_ended(answers: Mapping[str, Sequence[Any]]) -> datetime | None:
    found = answers.get(_ENDED)
    ended: datetime | None = found[0].at if found else None
    return ended
