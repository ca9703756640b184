"""`salesdesk_links` and `salesdesk_different_customers`: what was said of two customers.

A hidden customer is linked to the one that stays. A link whose winner is gone hides nobody, so each
reading of it joins the winner's own row (docs/rules.md, "Duplicates").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
)

from salesdesk.domain.duplicates import ordered
from salesdesk.domain.follow_up import NO_STEPS, PlanFacts, StepFacts, Steps
from salesdesk.domain.moments import EARLIEST
from salesdesk.storage import tables
from salesdesk.storage.db.types import UtcDateTime, db_latest

_LINKS = tables.salesdesk_links
_L = _LINKS.c
_DIFFERENT = tables.salesdesk_different_customers
_D = _DIFFERENT.c
_CUSTOMERS = tables.customers

_WINNER = _CUSTOMERS.alias("link_winner")

#: What tells of a customer's row, joined by `with_link`, who stays for it.
HIDDEN: tuple[ColumnElement[Any], ...] = (_WINNER.c.id.label("linked_to"),)


def with_link(customers: FromClause) -> FromClause:
    """Customers with the one that stays for each, where that one is there."""
    return customers.outerjoin(_LINKS, _L.customer_id == _CUSTOMERS.c.id).outerjoin(
        _WINNER, _WINNER.c.id == _L.winner_id
    )


def hidden(customers: FromClause) -> ColumnElement[bool]:
    """Whether a customer is hidden, by its own rows."""
    links, winner = _LINKS.alias("hiding"), _CUSTOMERS.alias("hiding_winner")
    found = (
        select(links.c.customer_id)
        .select_from(links.join(winner, winner.c.id == links.c.winner_id))
        .where(links.c.customer_id == customers.c.id)
    )
    return found.correlate(customers).exists()


def _linked_contacts() -> tuple[ColumnElement[Any], ...]:
    """When those hidden behind a customer were contacted last: by contacts, and by their rows."""
    links, one = _LINKS.alias("standing"), _CUSTOMERS.alias("hidden_one")
    contacts, latest = tables.customer_contacts.alias("hidden_contact"), db_latest()
    behind = links.c.winner_id == _CUSTOMERS.c.id
    logged, noted = contacts.c.contact_date, one.c.last_interaction_date
    found = (
        (logged, links.join(contacts, contacts.c.customer_id == links.c.customer_id), "logged"),
        (noted, links.join(one, one.c.id == links.c.customer_id), "noted"),
    )
    return tuple(
        select(func.max(when, type_=UtcDateTime()))
        .select_from(source)
        .where(behind, when >= EARLIEST, when <= latest)
        .correlate(_CUSTOMERS)
        .scalar_subquery()
        .label(f"linked_{name}_at")
        for when, source, name in found
    )


def _linked_steps() -> tuple[ColumnElement[Any], ...]:
    """The step of the newest contact of those hidden behind a customer, and their last plan."""
    links = _LINKS.alias("stepping")
    k, p = (
        tables.customer_contacts.alias("hidden_step").c,
        tables.salesdesk_plans.alias("hidden_plan").c,
    )
    behind = links.c.winner_id == _CUSTOMERS.c.id
    known = (k.contact_date >= EARLIEST, k.contact_date <= db_latest())
    newest = (k.contact_date.desc(), k.id.desc())
    last = (p.written_at.desc(), p.customer_id.desc())
    found: tuple[tuple[str, Any, Any, Any], ...] = (
        ("linked_step", k.next_follow_up_date, known, newest),
        ("linked_due_at", p.due_at, (), last),
        ("linked_written_at", p.written_at, (), last),
    )
    return tuple(
        select(column)
        .select_from(links.join(column.table, column.table.c.customer_id == links.c.customer_id))
        .where(behind, *conditions)
        .order_by(*order)
        .limit(1)
        .correlate(_CUSTOMERS)
        .scalar_subquery()
        .label(name)
        for name, column, conditions, order in found
    )


#: What `linked_contact` and `linked_steps` read, beside other columns of a customer's row.
LINKED = (*_linked_contacts(), *_linked_steps())


def linked_contact(row: Any) -> datetime | None:
    """When those hidden behind a customer were contacted last, whoever wrote it; None: never."""
    dates = (row.linked_logged_at, row.linked_noted_at)
    return max((date for date in dates if date is not None), default=None)


def linked_steps(row: Any) -> Steps:
    """What those hidden behind a customer add to its next step."""
    logged, written = row.linked_logged_at, row.linked_written_at
    return Steps(
        StepFacts(logged, row.linked_step) if logged is not None else None,
        PlanFacts(row.linked_due_at, written) if written is not None else None,
    )


#: Ids in one statement.
_STRETCH = 500


@dataclass(frozen=True, slots=True)
class Link:
    """A hidden customer and the one that stays.

    Attributes:
        stands: both are there; what is left of a link whose customer is gone says nothing.
    """

    customer_id: str
    winner_id: str
    by_uid: str
    at: datetime
    event_id: str
    stands: bool = True


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
        """The links in which one of these customers stays or is hidden, also those of the gone."""
        wanted = sorted(ids)
        which = or_(_L.customer_id.in_(wanted), _L.winner_id.in_(wanted))
        both = _LINKS.outerjoin(_CUSTOMERS, _CUSTOMERS.c.id == _L.customer_id).outerjoin(
            _WINNER, _WINNER.c.id == _L.winner_id
        )
        ends = (_CUSTOMERS.c.id.label("hidden_id"), _WINNER.c.id.label("stays_id"))
        statement = select(_LINKS, *ends).select_from(both).where(which).order_by(_L.customer_id)
        return tuple(
            replace(_link_of(row), stands=None not in (row.hidden_id, row.stays_id))
            for row in self.connection.execute(statement)
        )

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

    def steps(self, customer_id: str) -> Steps:
        """What those hidden behind a customer add to its next step."""
        found = self.connection.execute(select(*LINKED).where(_CUSTOMERS.c.id == customer_id))
        row = found.one_or_none()
        return linked_steps(row) if row is not None else NO_STEPS

    def hidden(self) -> frozenset[str]:
        """Everybody who is hidden."""
        statement = select(_L.customer_id).select_from(
            _LINKS.join(_CUSTOMERS, _CUSTOMERS.c.id == _L.winner_id)
        )
        return frozenset(self.connection.execute(statement).scalars())

    def broken(self) -> list[str]:
        """Those whose link hides them no more, since the one that stayed is gone."""
        gone = (
            select(_L.customer_id)
            .select_from(_LINKS.outerjoin(_CUSTOMERS, _CUSTOMERS.c.id == _L.winner_id))
            .where(_CUSTOMERS.c.id.is_(None))
        )
        return list(self.connection.execute(gone).scalars())

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
