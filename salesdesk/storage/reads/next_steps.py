"""The next step that counts, in SQL: of a plan or of the newest contact (rules.md, "Follow-ups").

`services/next_step.py` decides the same for one customer under its lock.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, FromClause, and_, case, exists, func, literal, not_, select

from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import EARLIEST
from salesdesk.storage import tables
from salesdesk.storage.reads.sight import Sight
from salesdesk.storage.types import UtcDateTime

_MOMENT = UtcDateTime()

#: Stands for 'no next step' in comparisons; every step that can be meant lies after it.
_NONE = EARLIEST - timedelta(days=1)


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
    step = case((_plan_counts(customers, sight), planned.scalar_subquery()), else_=newest)
    return func.coalesce(step, literal(_NONE, _MOMENT), type_=_MOMENT)


def _plan_counts(customers: FromClause, sight: Sight) -> ColumnElement[bool]:
    """Whether there is a plan, and no contact with a later date."""
    p = tables.salesdesk_plans.alias("standing_plan")
    k = tables.customer_contacts.alias("contact_after_plan").c
    outdated = exists().where(
        k.customer_id == p.c.customer_id,
        k.contact_date > p.c.written_at,
        k.contact_date <= sight.clock.latest,
    )
    return (
        exists()
        .where(p.c.customer_id == customers.c.id, not_(outdated.correlate(p)))
        .correlate(customers)
    )


def has_next_step(customers: FromClause, sight: Sight) -> ColumnElement[bool]:
    """Whether there is a next step at all."""
    return next_step(customers, sight) >= EARLIEST


def in_state(customers: FromClause, state: FollowUpState, sight: Sight) -> ColumnElement[bool]:
    """Whether the next step stands like this, by the office's calendar day."""
    step, day = next_step(customers, sight), sight.today
    if state is FollowUpState.NONE:
        return step < EARLIEST
    if state is FollowUpState.OVERDUE:
        return and_(step >= EARLIEST, step < day.start)
    if state is FollowUpState.TODAY:
        return and_(step >= day.start, step < day.end)
    return step >= day.end
