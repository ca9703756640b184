"""What a new owner reads of one customer, gathered from several tables in one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from salesdesk.domain.pool import Note, PoolRow
from salesdesk.domain.queries import SpellRow
from salesdesk.storage import tables
from salesdesk.storage.db.at_clock import beside_clock
from salesdesk.storage.db.together import Together
from salesdesk.storage.reads import (
    allowances,
    customers,
    notes,
    order_values,
    ownership_history,
    pool,
    spell_events,
    timeline_streams,
)
from salesdesk.storage.reads import last_notes as last_words
from salesdesk.storage.reads.allowances import Used
from salesdesk.storage.reads.last_notes import LastWord
from salesdesk.storage.reads.viewer import Viewer

_NOTES, _SUCCESSFUL, _ORDERS = "notes", "successful", "orders"
_USED, _ENDED = "used", "ended"


@dataclass(frozen=True, slots=True)
class Found:
    """What the tables tell.

    Attributes:
        owners: who had the customer, the newest first.
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


@cache
def asked(last_notes: int, *, pool_phones: bool, pool_notes: bool) -> Together[str]:
    """What reads it of the customer `of_customer` for the person `reader`, beside the clock.

    One statement, made once.

    Args:
        last_notes: how many of them at most.
        pool_phones, pool_notes: those of available customers are shown.
    """
    return beside_clock(
        {
            **customers.alone(pool_phones=pool_phones),
            **last_words.of_customer(all_notes=pool_notes),
            **pool.OF_CUSTOMER,
            **spell_events.OF_CUSTOMER,
            _NOTES: notes.last(last_notes),
            _SUCCESSFUL: notes.SUCCESSFUL,
            _ORDERS: order_values.COMPLETED,
            _USED: allowances.OF_READER,
            _ENDED: _own_end(),
        }
    )


def found(
    connection: Connection,
    answers: Mapping[str, Sequence[Any]],
    viewer: Viewer,
    day: date,
    *,
    owners: int,
) -> Found | None:
    """All of it, from the rows of `asked`; None: the customer is gone.

    What orders are worth is asked for where there are any: a view without a key tells it.

    Args:
        day: of the office, whose claims count.
        owners: those who had the customer, at most.
    """
    customer = customers.single_row(answers, viewer)
    if customer is None:
        return None
    (row,) = pool.told((customer,), answers, viewer)
    shows_words = viewer.pool_notes or customer.owner_uid is not None
    history = ownership_history.in_order(answers[pool.SPELLS])
    ended = [one for one in history if timeline_streams.dated(one.binding_end_date) is not None]
    orders = [order.id for order in answers[_ORDERS]]
    return Found(
        row=row,
        owners=ownership_history.made(ended[:owners], answers, shows_words=shows_words),
        notes=notes.made(answers[_NOTES]) if shows_words else (),
        word=last_words.made(answers).get(customer.id),
        successful=notes.moments(answers[_SUCCESSFUL], viewer),
        orders=len(orders),
        orders_value=sum(order_values.of_orders(connection, orders).values()),
        used=allowances.made(answers[_USED][0], day) if viewer.uid is not None else None,
        last_ended=answers[_ENDED][0].at,
    )


def _own_end() -> Select[Any]:
    """The end of the reader's own last binding: whose uid it is, the database tells."""
    h = tables.customer_binding_history.c
    ended: ColumnElement[Any] = func.max(h.binding_end_date).label("at")
    own = h.bound_to_uid == bindparam("reader")
    return select(ended).where(h.customer_id == bindparam("of_customer"), own)
