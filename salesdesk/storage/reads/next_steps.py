"""The next step that counts, in SQL: of a plan or of the newest contact (rules.md, "Follow-ups").

`services/next_step.py` decides the same for one customer under its lock. Filters ask whether a
step lies in a span, which needs no sorting of a customer's contacts; only the sort order by next
step needs the step itself.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    FromClause,
    and_,
    case,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
)

from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import EARLIEST
from salesdesk.storage import tables
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.types import UtcDateTime

_MOMENT = UtcDateTime()

#: Stands for 'no next step' in comparisons; every step that can be meant lies after it.
_NONE = EARLIEST - timedelta(days=1)


def in_state(customers: FromClause, state: FollowUpState, sight: Sight) -> ColumnElement[bool]:
    """Whether the next step stands like this, by the office's calendar day."""
    day = sight.today
    if state is FollowUpState.NONE:
        return not_(within(customers, sight, EARLIEST, None))
    if state is FollowUpState.OVERDUE:
        return within(customers, sight, EARLIEST, day.start)
    if state is FollowUpState.TODAY:
        return within(customers, sight, day.start, day.end)
    return within(customers, sight, day.end, None)


def within(
    customers: FromClause, sight: Sight, start: datetime, end: datetime | None
) -> ColumnElement[bool]:
    """Whether the next step that counts lies in this span, its end excluded."""
    of_contact = and_(
        _newest_contact_within(customers, sight, start, end),
        not_(_standing_plan(customers, sight, None, None)),
    )
    return or_(_standing_plan(customers, sight, start, end), of_contact)


def _newest_contact_within(
    customers: FromClause, sight: Sight, start: datetime, end: datetime | None
) -> ColumnElement[bool]:
    """Whether the newest credible contact, by date, then id, has a next step in this span."""
    k = tables.customer_contacts.alias("stepping")
    newer = tables.customer_contacts.alias("newer").c
    outdone = exists().where(
        newer.customer_id == k.c.customer_id,
        newer.contact_date >= k.c.contact_date,
        newer.contact_date <= sight.clock.latest,
        or_(newer.contact_date > k.c.contact_date, newer.id > k.c.id),
    )
    step = k.c.next_follow_up_date
    return (
        exists()
        .where(
            k.c.customer_id == customers.c.id,
            *_span(step, start, end),
            sight.clock.credible(k.c.contact_date),
            not_(outdone.correlate(k)),
        )
        .correlate(customers)
    )


def _standing_plan(
    customers: FromClause, sight: Sight, start: datetime | None, end: datetime | None
) -> ColumnElement[bool]:
    """Whether there is a plan (due in this span) and no contact with a later date."""
    p = tables.salesdesk_plans.alias("standing_plan")
    k = tables.customer_contacts.alias("contact_after_plan").c
    outdated = exists().where(
        k.customer_id == p.c.customer_id,
        k.contact_date > p.c.written_at,
        k.contact_date <= sight.clock.latest,
    )
    return (
        exists()
        .where(
            p.c.customer_id == customers.c.id,
            *_span(p.c.due_at, start, end),
            not_(outdated.correlate(p)),
        )
        .correlate(customers)
    )


def _span(
    step: ColumnElement[datetime], start: datetime | None, end: datetime | None
) -> list[ColumnElement[bool]]:
    found = [] if start is None else [step >= start]
    return found if end is None else [*found, step < end]


def next_step(customers: FromClause, sight: Sight) -> ColumnElement[object]:
    """When the next step is due; a moment before 1971 where there is none. Never null."""
    k = tables.customer_contacts.alias("newest_contact").c
    newest = (
        select(k.next_follow_up_date)
        .where(k.customer_id == customers.c.id, sight.clock.credible(k.contact_date))
        .order_by(k.contact_date.desc(), k.id.desc())
        .limit(1)
        .correlate(customers)
        .scalar_subquery()
    )
    p = tables.salesdesk_plans.alias("plan").c
    planned = select(p.due_at).where(p.customer_id == customers.c.id).correlate(customers)
    stands = _standing_plan(customers, sight, None, None)
    step = case((stands, planned.scalar_subquery()), else_=newest)
    return func.coalesce(step, literal(_NONE, _MOMENT), type_=_MOMENT)
