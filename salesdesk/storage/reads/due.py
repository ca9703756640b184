"""Who is due: what a release run would free, each reckoned from its own rows.

The summaries only say whom to look at; whether a customer is due is decided by the customer's own
rows and the settings as they are read here (docs/rules.md, "The release run").
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
)

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.idle_clock import IdleFacts, Limits, leaving, whole_days
from salesdesk.domain.moments import DAY, EARLIEST, FUTURE_TOLERANCE, is_recent
from salesdesk.domain.queries import Candidate
from salesdesk.domain.summary import settings_mark
from salesdesk.storage import tables
from salesdesk.storage.db.joins import JOINED_BY_KEY
from salesdesk.storage.db.slots import BY_KEY, Slots
from salesdesk.storage.db.types import UtcDateTime
from salesdesk.storage.reads.by_summary import S
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.stores.beside_idle import BESIDE, with_beside
from salesdesk.storage.stores.kept_clocks import kept_clock_of
from salesdesk.storage.stores.links import linked_contact
from salesdesk.storage.stores.pauses import paused_until
from salesdesk.storage.stores.set_asides import out_of_round
from salesdesk.storage.stores.settings import StateStore
from salesdesk.storage.stores.summary_notes import SUMMARIES_MARK, SUMMARIES_RECKONED

#: Everybody is reckoned once a day; twice that late, something keeps the sweeps away.
_TRUSTED = 2 * DAY

_C = tables.customers.c
_SLOTS = Slots("id", 100)


def _newest_contact() -> ColumnElement[datetime | None]:
    k = tables.customer_contacts.alias("newest").c
    return (
        select(func.max(k.contact_date, type_=UtcDateTime()))
        .where(k.customer_id == _C.id, k.contact_date >= EARLIEST)
        .where(k.contact_date <= bindparam("latest", type_=UtcDateTime()))
        .correlate(tables.customers)
        .scalar_subquery()
    )


def _statement() -> Select[Any]:
    """What the idle clock reads of the customers in the places, and who has them."""
    users, protections = tables.users, tables.salesdesk_protections
    return (
        select(
            _C.id,
            _C.name,
            _C.bound_to_uid,
            shown_name(users, _C.bound_to_uid).label("owner_name"),
            _C.created_at,
            _C.binding_start_date,
            _C.last_interaction_date,
            _newest_contact().label("newest"),
            type_coerce(_C.sales_status, String()).label("status"),
            protections.c.until,
            *BESIDE,
        )
        .select_from(
            with_beside(
                tables.customers.outerjoin(
                    users, users.c.firebase_uid == _C.bound_to_uid
                ).outerjoin(protections, protections.c.customer_id == _C.id)
            )
        )
        .where(_SLOTS.hold(_C.id), owned(tables.customers))
        .with_hint(tables.customers, BY_KEY, "mysql")
        .prefix_with(JOINED_BY_KEY, dialect="mysql")
    )


#: Made once: a run asks it of every hundred candidates.
_STATEMENT = _statement()


def candidates(
    connection: Connection, now: datetime, limits: Limits, among: Iterable[str] | None = None
) -> tuple[Candidate, ...]:
    """Everybody who is due at this moment, the longest idle first.

    Args:
        among: only these are looked at; None: everybody who may be.
    """
    ids = sorted(set(among)) if among is not None else _to_look_at(connection, now, limits)
    found: list[Candidate] = []
    latest = {"latest": now + FUTURE_TOLERANCE}
    for begin in range(0, len(ids), _SLOTS.places):
        part = _SLOTS.filled(ids[begin : begin + _SLOTS.places])
        rows = connection.execute(_STATEMENT, part | latest)
        found += [due for row in rows if (due := _due(row, limits, now)) is not None]
    return tuple(sorted(found, key=lambda one: (-one.idle_days, one.name, one.id)))


def _due(row: Any, limits: Limits, now: datetime) -> Candidate | None:
    """The customer of a row of `_STATEMENT`; None: it is not due."""
    facts = IdleFacts(
        row.created_at,
        row.binding_start_date,
        row.last_interaction_date,
        row.newest,
        SalesStatus.of(row.status),
        row.until,
        kept_clock_of(row),
        paused_until(row),
        out_of_round(row),
        linked_contact(row),
    )
    leaves = leaving(facts, limits, now)
    if leaves is None or not leaves.due(now):
        return None
    idle = whole_days(now - leaves.idle_since)
    return Candidate(row.id, row.name, row.bound_to_uid, row.owner_name or "", idle, leaves.reason)


def _to_look_at(connection: Connection, now: datetime, limits: Limits) -> list[str]:
    """Whose summary says that they are due, or is not of the present limits.

    Where a sweep has gone through under the present limits every summary is of these, and the
    index by the moment of leaving is enough. Where no sweep has reckoned everybody for so long,
    the customers are asked themselves.
    """
    notes, mark = StateStore(connection), settings_mark(limits)
    if not is_recent(notes.moment(SUMMARIES_RECKONED), _TRUSTED, now):
        return bound(connection)
    named = S.leaves_at <= now
    if notes.get(SUMMARIES_MARK) != mark:
        named = and_(S.leaves_at.is_not(None), or_(named, S.settings_mark != mark))
    return sorted(connection.execute(select(S.customer_id).where(named)).scalars())


def bound(connection: Connection) -> list[str]:
    """The ids of everybody who is bound: who may be due, whatever the summaries say."""
    c = tables.customers.c
    statement = select(c.id).where(c.bound_to_uid.is_not(None))
    return sorted(connection.execute(statement).scalars())
