"""What lists ask of customers, as plain comparisons of the summaries' columns.

The summaries carry the orders and the conditions that would otherwise be asked of contacts, plans
and protections anew (docs/administrators.md, "Summaries"). They show and never decide.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BindParameter, ColumnElement, FromClause, and_, or_

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import (
    CustomerQuery,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
    RoundFilter,
)
from salesdesk.domain.round import OutOfRound
from salesdesk.storage import tables
from salesdesk.storage.reads import moments
from salesdesk.storage.reads.viewer import Viewer

SUMMARIES = tables.salesdesk_customer_summary
S = SUMMARIES.c
_C = tables.customers.c


class Carrier(StrEnum):
    """The indexes of the summaries: what each carries in order.

    MariaDB takes another one than the order's where a page is small, and then reads them all.
    """

    LEAVES = "salesdesk_summary_leaves"
    OWNER_LEAVES = "salesdesk_summary_owner_leaves"
    OWNER_STATUS = "salesdesk_summary_owner_status"
    OWNER_STEP = "salesdesk_summary_owner_step"
    STEP = "salesdesk_summary_step"
    FREE = "salesdesk_summary_free"
    #: Of those whom something else names.
    BY_KEY = "PRIMARY"


def by_leaving(owner: OwnerFilter) -> Carrier:
    """What carries the order of leaving of these customers."""
    return Carrier.OWNER_LEAVES if owner.scope is OwnerScope.PERSON else Carrier.LEAVES


def by_step(owner: OwnerFilter) -> Carrier:
    """What carries the order of the next steps of these customers."""
    return Carrier.OWNER_STEP if owner.scope is OwnerScope.PERSON else Carrier.STEP


def in_round() -> ColumnElement[bool]:
    """Whether the customer is in the round: no list of the day shows who is not."""
    return S.out_of_round.is_(None)


def shown() -> ColumnElement[bool]:
    """Whether any list shows the customer: not one that is linked to another."""
    return or_(in_round(), S.out_of_round != OutOfRound.LINKED.value)


def held() -> ColumnElement[bool]:
    """Whether somebody has the customer, who is in the round: nobody else leaves anybody."""
    return S.leaves_at.is_not(None)


def free() -> ColumnElement[bool]:
    """Whether the pool offers the customer: nobody has it, and it is in the round."""
    return and_(_nobodys(), in_round())


def _nobodys() -> ColumnElement[bool]:
    # The moment of leaving is what the indexes carry.
    return and_(S.leaves_at.is_(None), S.owner_uid.is_(None))


def leaves_by(moment: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Whether the customer leaves its agent at this moment or before."""
    return S.leaves_at <= moment


def stays_beyond(moment: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Whether the customer is still its agent's after this moment."""
    return S.leaves_at > moment


def in_state(state: FollowUpState, viewer: Viewer) -> ColumnElement[bool]:
    """Whether the next step stands like this, by the office's calendar day."""
    step = S.next_step_at
    if state is FollowUpState.NONE:
        return step.is_(None)
    start, end = moments.day_start(viewer), moments.day_end(viewer)
    if state is FollowUpState.OVERDUE:
        return step < start
    if state is FollowUpState.TODAY:
        return and_(step >= start, step < end)
    return step >= end


def has_status(statuses: Collection[SalesStatus]) -> ColumnElement[bool]:
    """Whether the sales status is one of these."""
    return S.status.in_(sorted(one.value for one in statuses))


def of_owner(owner: OwnerFilter) -> list[ColumnElement[bool]]:
    """Whose customers are asked for."""
    match owner.scope:
        case OwnerScope.PERSON:
            return [S.owner_uid == owner.uid]
        case OwnerScope.AVAILABLE:
            return [_nobodys()]
        case OwnerScope.BOUND:
            return [S.owner_uid.is_not(None)]
        case OwnerScope.ANYONE:
            return []


def conditions(query: CustomerQuery, viewer: Viewer) -> list[ColumnElement[bool]]:
    """What a customer must fulfil; the search text is not among it.

    Sources stand in `customers` alone; see `source_of`.
    """
    found = of_owner(query.owner)
    if query.days_left is None:
        # Who is hidden leaves nobody, so days left say so already.
        found.append(shown())
    if query.statuses:
        found.append(has_status(query.statuses))
    if query.sources:
        found.append(_C.lead_source.in_(sorted(one.value for one in query.sources)))
    if query.round is not None:
        found.append(_round(query.round))
    return [*found, *reckoned(query, viewer)]


def _round(wanted: RoundFilter) -> ColumnElement[bool]:
    """Whether the customer is one whom the filter asks for."""
    if wanted is RoundFilter.IN:
        return in_round()
    if wanted is RoundFilter.OUT:
        return S.out_of_round.is_not(None)
    return S.out_of_round == wanted.value


def reckoned(query: CustomerQuery, viewer: Viewer) -> list[ColumnElement[bool]]:
    """Those of the conditions that only a summary tells: days left and the next step."""
    found = []
    if query.days_left is not None:
        found += _days_left(query.days_left, viewer)
    if query.follow_up is not None:
        found.append(in_state(query.follow_up, viewer))
    return found


def source_of(query: CustomerQuery) -> FromClause:
    """The summaries, with their customers where a condition needs these."""
    return SUMMARIES.join(tables.customers, _C.id == S.customer_id) if query.sources else SUMMARIES


def _days_left(wanted: DaysLeftFilter, viewer: Viewer) -> list[ColumnElement[bool]]:
    """Days left = ceil(seconds / 86,400): at most n means that it leaves within n days."""
    found = [held()]
    if wanted.at_most is not None:
        found.append(leaves_by(viewer.now + wanted.at_most * DAY))
    if wanted.at_least is not None:
        found.append(stays_beyond(viewer.now + (wanted.at_least - 1) * DAY))
    return found
