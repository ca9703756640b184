"""`salesdesk_set_asides`: customers who are lost, or not to be contacted.

It alone says who is out of the round by the customers' own rows; what lists ask of the summaries
follows from it (`reads/by_summary.in_round`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, select

from salesdesk.domain.round import OutOfRound
from salesdesk.storage import tables

_SET_ASIDES = tables.salesdesk_set_asides
_A = _SET_ASIDES.c

#: What `out_of_round` reads, beside other columns of a customer's row.
OUT_OF_ROUND: tuple[ColumnElement[Any], ...] = (_A.word.label("set_aside_as"),)


def with_set_aside(customers: FromClause) -> FromClause:
    """Customers with why they are out of the round."""
    return customers.outerjoin(_SET_ASIDES, _A.customer_id == tables.customers.c.id)


def out_of_round(row: Any) -> OutOfRound | None:
    """Why the customer of a row with the columns of `OUT_OF_ROUND` is out of the round."""
    return OutOfRound(row.set_aside_as) if row.set_aside_as is not None else None


def in_round(customers: FromClause) -> ColumnElement[bool]:
    """Whether a customer is in the round, by its own rows."""
    found = select(_A.customer_id).where(_A.customer_id == customers.c.id)
    return ~found.correlate(customers).exists()
