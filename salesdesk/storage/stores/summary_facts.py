"""What a customer's summary is reckoned from, read in one statement beside what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    String,
    bindparam,
    case,
    func,
    or_,
    select,
    type_coerce,
)

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.follow_up import PlanFacts
from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.ownership import BindingStatus, UnbindingReason
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.summary import ContactFacts, CustomerFacts, CustomerSummary, StepSource
from salesdesk.storage import tables
from salesdesk.storage.db.joins import JOINED_BY_KEY
from salesdesk.storage.db.types import UtcDateTime, db_latest
from salesdesk.storage.stores.beside_idle import BESIDE, with_beside
from salesdesk.storage.stores.kept_clocks import kept_clock_of
from salesdesk.storage.stores.links import linked_contact, linked_steps
from salesdesk.storage.stores.pauses import paused_until
from salesdesk.storage.stores.set_asides import out_of_round

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_SUMMARY = tables.salesdesk_customer_summary
_S = _SUMMARY.c


#: The contacts among which the newest is looked for.
_N = tables.customer_contacts.alias("newest")


@dataclass(frozen=True, slots=True)
class Found:
    """A customer's facts, and its summary as it is stored."""

    facts: CustomerFacts
    stored: CustomerSummary | None


def owner_as_told() -> ColumnElement[str | None]:
    """The agent that the customer's row names; null: it says that the customer is available."""
    return case((_C.binding_status == BindingStatus.BOUND.value, _C.bound_to_uid))


def at_odds() -> ColumnElement[int]:
    """Whether the customer's row contradicts itself, as 1 or 0."""
    bound = _C.binding_status == BindingStatus.BOUND.value
    claimed = or_(_C.bound_to_uid.is_not(None), _C.binding_start_date.is_not(None))
    return case(
        (bound, case((_C.bound_to_uid.is_(None), 1), else_=0)),
        (claimed, 1),
        else_=0,
    )


def newest_contact(*conditions: ColumnElement[bool]) -> ColumnElement[str | None]:
    """The id of the customer's newest contact of those that fit, by date, then id."""
    n = _N.c
    return (
        select(n.id)
        .where(n.customer_id == _C.id, n.contact_date >= EARLIEST, *conditions)
        .order_by(n.contact_date.desc(), n.id.desc())
        .limit(1)
        .correlate(_CUSTOMERS)
        .scalar_subquery()
    )


def _contact_ahead(latest: ColumnElement[datetime]) -> ColumnElement[datetime | None]:
    """When the customer's first contact after this moment is."""
    a = tables.customer_contacts.alias("ahead").c
    return (
        select(func.min(a.contact_date, type_=UtcDateTime()))
        .where(a.customer_id == _C.id)
        .where(a.contact_date > latest)
        .correlate(_CUSTOMERS)
        .scalar_subquery()
    )


def facts_statement(
    which: ColumnElement[bool],
    most: int | BindParameter[int],
    newest: ColumnElement[str | None],
    ahead: ColumnElement[datetime | None],
) -> Select[Any]:
    """The facts of the customers that fit; each row is read by `facts_of`.

    Args:
        most: how many may fit.
        newest: the id of the customer's newest contact.
        ahead: when its first contact is that lies too far ahead to be believed.
    """
    plans, protections = tables.salesdesk_plans, tables.salesdesk_protections
    found = (
        select(
            _C.id.label("id"),
            owner_as_told().label("owner"),
            at_odds().label("at_odds"),
            type_coerce(_C.sales_status, String()).label("sales_status"),
            _C.created_at.label("created_at"),
            _C.binding_start_date.label("start"),
            _C.last_interaction_date.label("interaction"),
            plans.c.due_at.label("due_at"),
            plans.c.written_at.label("written_at"),
            protections.c.until.label("until"),
            newest.label("newest_id"),
            ahead.label("contact_ahead"),
            *BESIDE,
        )
        .select_from(
            with_beside(
                _CUSTOMERS.outerjoin(plans, plans.c.customer_id == _C.id).outerjoin(
                    protections, protections.c.customer_id == _C.id
                )
            )
        )
        .where(which)
        # So that no server takes the statement apart and reads the contacts first.
        .limit(most)
        .prefix_with(JOINED_BY_KEY, dialect="mysql")
        .subquery("found")
    )
    k = tables.customer_contacts.c
    return select(
        found,
        k.id.label("k_id"),
        k.contact_date.label("k_at"),
        type_coerce(k.contact_method, String()).label("k_method"),
        type_coerce(k.contact_status, String()).label("k_outcome"),
        k.next_follow_up_date.label("k_step"),
    ).select_from(found.outerjoin(tables.customer_contacts, k.id == found.c.newest_id))


def _beside_stored(facts: Select[Any]) -> Select[Any]:
    """The same with what is stored as each customer's summary."""
    return facts.outerjoin(_SUMMARY, _S.customer_id == facts.selected_columns.id).add_columns(
        *_SUMMARY.columns
    )


_LATEST: ColumnElement[datetime] = bindparam("latest", type_=UtcDateTime())


#: Made once: every act reads it.
FACTS = _beside_stored(
    facts_statement(
        _C.id.in_(bindparam("ids", expanding=True)),
        bindparam("most", type_=Integer()),
        newest_contact(_N.c.contact_date <= _LATEST),
        _contact_ahead(_LATEST),
    )
)


#: The same of the one customer of an act, beside the clock that the act goes by.
FACTS_BY_CLOCK = _beside_stored(
    facts_statement(
        _C.id == bindparam("of_customer"),
        1,
        newest_contact(_N.c.contact_date <= db_latest()),
        _contact_ahead(db_latest()),
    )
)


def found_of(row: Any) -> Found:
    """A customer, of a row of `FACTS_BY_CLOCK`."""
    return Found(facts_of(row), summary_of(row))


def facts_of(row: Any) -> CustomerFacts:
    """The facts in a row of `facts_statement`."""
    newest = None
    if row.k_id is not None:
        newest = ContactFacts(
            row.k_id, row.k_at, row.k_method or "", row.k_outcome or "", row.k_step
        )
    return CustomerFacts(
        customer_id=row.id,
        owner_uid=row.owner,
        at_odds=bool(row.at_odds),
        status=SalesStatus.of(row.sales_status),
        created_at=row.created_at,
        binding_start=row.start,
        last_interaction=row.interaction,
        newest=newest,
        contact_ahead=row.contact_ahead,
        plan=PlanFacts(row.due_at, row.written_at) if row.written_at is not None else None,
        protected_until=row.until,
        kept_clock=kept_clock_of(row),
        paused_until=paused_until(row),
        out=out_of_round(row),
        linked_contact=linked_contact(row),
        linked_steps=linked_steps(row),
    )


def summary_of(row: Any) -> CustomerSummary | None:
    """The summary as it is stored, of a row of `facts_statement`; None: there is none."""
    if row.customer_id is None:
        return None
    return CustomerSummary(
        customer_id=row.customer_id,
        owner_uid=row.owner_uid,
        status=SalesStatus.of(row.status),
        binding_start=row.binding_start,
        last_interaction=row.last_interaction,
        contact_id=row.contact_id,
        contact_at=row.contact_at,
        contact_method=row.contact_method,
        contact_outcome=row.contact_outcome,
        next_step_at=row.next_step_at,
        next_step_of=StepSource(row.next_step_of) if row.next_step_of else None,
        protected_until=row.protected_until,
        idle_since=row.idle_since,
        leaves_at=row.leaves_at,
        leave_reason=UnbindingReason(row.leave_reason) if row.leave_reason else None,
        free_since=row.free_since,
        sound=bool(row.sound),
        settings_mark=row.settings_mark,
        again_at=row.again_at,
        out_of_round=OutOfRound(row.out_of_round) if row.out_of_round else None,
    )
