"""`salesdesk_links` and `salesdesk_different_customers`: what was said of two customers.

A hidden customer is linked to the one that stays. A link whose winner is gone hides nobody, so each
reading of it joins the winner's own row (docs/rules.md, "Duplicates").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, tuple_

from salesdesk.domain.duplicates import ordered
from salesdesk.storage import tables

_LINKS = tables.salesdesk_links
_L = _LINKS.c
_DIFFERENT = tables.salesdesk_different_customers
_D = _DIFFERENT.c
_CUSTOMERS = tables.customers

#: Ids in one statement.
_STRETCH = 500


@dataclass(frozen=True, slots=True)
class Link:
    """A hidden customer and the one that stays."""

    customer_id: str
    winner_id: str
    by_uid: str
    at: datetime
    event_id: str


@dataclass(frozen=True, slots=True)
class LinkStore:
    """The links and the pairs said to be different, within one transaction."""

    connection: Connection

    def get(self, customer_id: str) -> Link | None:
        """The link that a customer has to the one that stays, that one there or gone."""
        found = self.connection.execute(select(_LINKS).where(_L.customer_id == customer_id))
        row = found.one_or_none()
        return _link_of(row) if row is not None else None

    def touching(self, ids: Collection[str]) -> tuple[Link, ...]:
        """The links in which one of these customers stays or is hidden."""
        wanted = sorted(ids)
        which = or_(_L.customer_id.in_(wanted), _L.winner_id.in_(wanted))
        rows = self.connection.execute(select(_LINKS).where(which).order_by(_L.customer_id))
        return tuple(_link_of(row) for row in rows)

    def winners(self, ids: Iterable[str]) -> dict[str, str]:
        """Of those of these customers that are hidden, who stays for them."""
        wanted: list[str] = sorted(set(ids))
        found: dict[str, str] = {}
        for begin in range(0, len(wanted), _STRETCH):
            statement = (
                select(_L.customer_id, _CUSTOMERS.c.id)
                .select_from(_LINKS.join(_CUSTOMERS, _CUSTOMERS.c.id == _L.winner_id))
                .where(_L.customer_id.in_(wanted[begin : begin + _STRETCH]))
            )
            found |= {row[0]: row[1] for row in self.connection.execute(statement)}
        return found

    def shown(self, customer_id: str) -> str:
        """Who is shown for a customer: the one that stays, else itself."""
        return self.winners([customer_id]).get(customer_id, customer_id)

    def hidden(self) -> frozenset[str]:
        """Everybody who is hidden."""
        statement = select(_L.customer_id).select_from(
            _LINKS.join(_CUSTOMERS, _CUSTOMERS.c.id == _L.winner_id)
        )
        return frozenset(self.connection.execute(statement).scalars())

    def add(self, link: Link) -> None:
        """Hide a customer behind another."""
        self.connection.execute(
            insert(_LINKS).values(
                customer_id=link.customer_id,
                winner_id=link.winner_id,
                linked_by_uid=link.by_uid,
                linked_at=link.at,
                event_id=link.event_id,
            )
        )

    def remove(self, customer_id: str) -> bool:
        """Show a customer again; False where it was not hidden."""
        gone = delete(_LINKS).where(_L.customer_id == customer_id)
        return self.connection.execute(gone).rowcount == 1

    # --- different --------------------------------------------------------------------------------

    def different(self, pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Those of these pairs that were said to be different; the ids in their order."""
        wanted = sorted(set(pairs))
        found: set[tuple[str, str]] = set()
        for begin in range(0, len(wanted), _STRETCH):
            part = wanted[begin : begin + _STRETCH]
            statement = select(_D.first_id, _D.second_id).where(
                tuple_(_D.first_id, _D.second_id).in_(part)
            )
            found |= {(row[0], row[1]) for row in self.connection.execute(statement)}
        return frozenset(found)

    def say_different(self, one: str, other: str, by_uid: str, at: datetime, event_id: str) -> None:
        """Note that two customers are not the same."""
        first, second = ordered(one, other)
        self.connection.execute(
            insert(_DIFFERENT).values(
                first_id=first, second_id=second, said_by_uid=by_uid, said_at=at,
                event_id=event_id,
            )
        )  # fmt: skip

    def forget_different(self, one: str, other: str) -> bool:
        """Take that back; False where it was not said."""
        first, second = ordered(one, other)
        gone = delete(_DIFFERENT).where(_D.first_id == first, _D.second_id == second)
        return self.connection.execute(gone).rowcount == 1


def _link_of(row: Any) -> Link:
    return Link(row.customer_id, row.winner_id, row.linked_by_uid, row.linked_at, row.event_id)
