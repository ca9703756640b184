"""`salesdesk_set_asides`: who is lost or not to be contacted; beside it who is hidden by a link.

It alone says who is out of the round by the customers' own rows; what lists ask of the summaries
follows from it (`reads/by_summary.in_round`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, and_, delete, insert, select

from salesdesk.domain.queries import RoundFilter
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import Aside, AsideReason, SetAside
from salesdesk.storage import tables
from salesdesk.storage.stores.links import HIDDEN, hidden, with_link

_SET_ASIDES = tables.salesdesk_set_asides
_A = _SET_ASIDES.c

_REASONS = {one.value: one for one in AsideReason}

#: What `out_of_round` reads, beside other columns of a customer's row.
OUT_OF_ROUND: tuple[ColumnElement[Any], ...] = (_A.word.label("set_aside_as"), *HIDDEN)

#: What `aside_of` reads beside them.
SAID: tuple[ColumnElement[Any], ...] = (
    _A.reason.label("aside_reason"),
    _A.note.label("aside_note"),
)


def with_set_aside(customers: FromClause) -> FromClause:
    """Customers with why they are out of the round."""
    return with_link(customers.outerjoin(_SET_ASIDES, _A.customer_id == tables.customers.c.id))


def out_of_round(row: Any) -> OutOfRound | None:
    """Why the customer of a row with the columns of `OUT_OF_ROUND` is out of the round."""
    if row.linked_to is not None:
        return OutOfRound.LINKED
    return OutOfRound(row.set_aside_as) if row.set_aside_as is not None else None


def aside_of(row: Any, *, shows_words: bool) -> Aside | None:
    """Why the customer of a row with the columns of `SAID` is set aside, if it is.

    Args:
        shows_words: whether the reader may see what people wrote of the customer.
    """
    if row.set_aside_as is None:
        return None
    note = row.aside_note if shows_words else ""
    return Aside(OutOfRound(row.set_aside_as), _REASONS.get(row.aside_reason), note)


def in_round(customers: FromClause) -> ColumnElement[bool]:
    """Whether a customer is in the round, by its own rows."""
    found = select(_A.customer_id).where(_A.customer_id == customers.c.id)
    return and_(~found.correlate(customers).exists(), ~hidden(customers))


def asked_for(wanted: RoundFilter, customers: FromClause) -> ColumnElement[bool]:
    """Whether a customer is one whom the filter asks for; few are out of the round."""
    if wanted is RoundFilter.IN:
        return in_round(customers)
    found = select(_A.customer_id)
    if wanted is not RoundFilter.OUT:
        found = found.where(_A.word == wanted.value)
    return customers.c.id.in_(found)


@dataclass(frozen=True, slots=True)
class SetAsideStore:
    """The customers that are set aside, within one transaction and under their locks."""

    connection: Connection

    def get(self, customer_id: str) -> SetAside | None:
        """Why and by whom the customer is set aside."""
        found = select(_SET_ASIDES).where(_A.customer_id == customer_id)
        row = self.connection.execute(found).one_or_none()
        if row is None:
            return None
        aside = Aside(OutOfRound(row.word), _REASONS.get(row.reason), row.note)
        return SetAside(row.customer_id, aside, row.set_by_uid, row.set_at, row.event_id)

    def put(self, one: SetAside) -> None:
        """Set a customer aside that is not."""
        self.connection.execute(
            insert(_SET_ASIDES).values(
                customer_id=one.customer_id,
                word=one.aside.word.value,
                reason=one.aside.reason.value if one.aside.reason else None,
                note=one.aside.note,
                set_by_uid=one.by_uid,
                set_at=one.at,
                event_id=one.event_id,
            )
        )

    def remove(self, one: SetAside) -> int:
        """Take a customer back that is set aside as it was seen; how many rows there were."""
        seen = (_A.customer_id == one.customer_id, _A.event_id == one.event_id)
        return self.connection.execute(delete(_SET_ASIDES).where(*seen)).rowcount
