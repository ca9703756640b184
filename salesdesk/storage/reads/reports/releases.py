"""Releases: rows of the ownership history that ended, and what came after them.

The history has no index but its primary key on the user's own schema, so what came after is
joined from one reading of it instead of looked up row by row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    String,
    Subquery,
    and_,
    func,
    or_,
    select,
    type_coerce,
)

from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.reports.drill_down import Figure, Nothing
from salesdesk.domain.reports.releases import FORECAST_DAYS
from salesdesk.domain.reports.report_scope import Period, bounds
from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import quotient, seconds, to_seconds
from salesdesk.storage.db.types import greatest
from salesdesk.storage.reads.by_summary import SUMMARIES, S
from salesdesk.storage.reads.conditions import owned
from salesdesk.storage.reads.reports.counted import Counted, same, within
from salesdesk.storage.reads.reports.office_time import (
    DAY_SECONDS,
    OfficeTime,
    day_number,
    day_of,
    monday_of,
    week_number,
)
from salesdesk.storage.reads.reports.scope import Scope, elapsed, one_of, owner_of

_HISTORY, _CUSTOMERS = tables.customer_binding_history, tables.customers
_H, _C = _HISTORY.c, _CUSTOMERS.c
_DATE = _H.binding_end_date.type

#: Of a moment as the servers write it: 2026-06-08 12:00:00.
_MOMENT_LENGTH = 19

Reason = UnbindingReason | Nothing


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows of a figure of this report."""
    if figure is Figure.RELEASES_FORECAST:
        return _forecast(scope)
    if figure is Figure.RELEASES_IDLE:
        return _idle(scope)
    if figure is Figure.RELEASES_ENDED:
        return _released(scope)
    released = _followed(scope)
    e = released.source.c
    more: Mapping[Figure, tuple[ColumnElement[bool], ...]] = {
        Figure.RELEASES_TAKEN: (e.next_start.is_not(None),),
        Figure.RELEASES_RETURNED: (e.next_start.is_not(None), released.parts["back"].value),
        Figure.RELEASES_FREE: (e.next_start.is_(None),),
    }
    return Counted(
        released.source,
        (*released.where, *more[figure]),
        released.row_id,
        released.customer_id,
        released.at,
        released.parts,
    )


def ended(connection: Connection, scope: Scope) -> Counter[tuple[date, Reason, str]]:
    """How many releases there were, by week, reason and agent."""
    rows = connection.execute(_released(scope).sums("week", "reason", "agent"))
    found: Counter[tuple[date, Reason, str]] = Counter()
    for row in rows:
        found[monday_of(int(row.week)), _reason(row.reason), row.agent] += row.number
    return found


def idle(connection: Connection, scope: Scope) -> Counter[tuple[int, Reason]]:
    """How many releases there were, by idle days and reason."""
    rows = connection.execute(_idle(scope).sums("bucket", "reason"))
    return Counter({(int(row.bucket), _reason(row.reason)): row.number for row in rows})


def taken(connection: Connection, scope: Scope) -> Counter[tuple[str, bool, int]]:
    """How many of the released were taken again: by whom, whether the same agent, after how long.

    Together, since what came next costs most of it; the days are whole ones.
    """
    rows = counted(Figure.RELEASES_TAKEN, scope).sums("by", "back", "bucket")
    found: Counter[tuple[str, bool, int]] = Counter()
    for row in connection.execute(rows):
        found[row.by, bool(row.back), int(row.bucket)] += row.number
    return found


def forecast(connection: Connection, scope: Scope) -> Counter[tuple[date, str]]:
    """Who leaves on which of the next days if nothing happens, by owner; overdue ones today."""
    rows = connection.execute(_forecast(scope).sums("day", "agent"))
    return Counter({(day_of(int(row.day)), row.agent): row.number for row in rows})


def today(scope: Scope) -> date:
    """The office's present day."""
    return scope.viewer.now.astimezone(scope.viewer.settings.office_zone).date()


def _reason(text: str) -> Reason:
    return UnbindingReason(text) if text else ""


_BY_RULE = (UnbindingReason.INACTIVITY.value, UnbindingReason.PERIOD_ENDED.value)


def _released(scope: Scope) -> Counted:
    """The spells that ended in the period and were not handed over without a gap."""
    handed_over = _handed_over(scope)
    reason = one_of(_H.unbinding_reason, [one.value for one in UnbindingReason])
    source: FromClause = _HISTORY.outerjoin(handed_over, handed_over.c.id == _H.id)
    if scope.narrows_customers:
        source = source.join(_CUSTOMERS, _C.id == _H.customer_id)
    at = seconds(_H.binding_end_date)
    return Counted(
        source,
        (
            scope.during(_H.binding_end_date),
            handed_over.c.id.is_(None),
            *scope.of_agents(_H.bound_to_uid),
            *scope.of_customers(_CUSTOMERS),
        ),
        _H.id,
        _H.customer_id,
        _H.binding_end_date,
        {
            "agent": same(_H.bound_to_uid),
            "reason": same(reason),
            "week": same(scope.office.week(at), week_number),
            "day": same(scope.office.day(at), day_number),
        },
    )


def _handed_over(scope: Scope) -> Subquery:
    """The spells that a person ended while another one of the customer began in the same second.

    Most are ended by the rules, and what began is only looked at for the others.
    """
    begun = _begun(scope.during(_H.binding_start_date))
    ended = _HISTORY.alias("ended_by_hand")
    reason, at = ended.c.unbinding_reason, ended.c.binding_end_date
    again = and_(
        begun.c.customer_id == ended.c.customer_id, begun.c.at == at, begun.c.id != ended.c.id
    )
    return (
        select(ended.c.id)
        .select_from(ended.join(begun, again))
        .where(scope.during(at), or_(reason.is_(None), reason.not_in(_BY_RULE)))
        .distinct()
        .subquery("handed_over")
    )


def _begun(when: ColumnElement[bool]) -> Subquery:
    """The spells that began then.

    DISTINCT keeps the servers from merging this into a join, so that they give it a key.
    """
    return (
        select(_H.id, _H.customer_id, _H.binding_start_date.label("at"), _H.bound_to_uid)
        .where(when)
        .distinct()
        .subquery("begun")
    )


def _ended(scope: Scope) -> Subquery:
    """The spells that ended in the period, each with the one that came next.

    Moment and agent of the next one are read from one text, so that both are of one row.
    """
    since = _H.binding_start_date >= max(scope.bounds.from_utc, EARLIEST)
    later = _begun(and_(since, _H.binding_start_date <= scope.viewer.clock.latest))
    n = later.c
    following = and_(n.customer_id == _H.customer_id, n.at >= _H.binding_end_date, n.id != _H.id)
    source: FromClause = _HISTORY.outerjoin(later, following)
    if scope.narrows_customers:
        source = source.join(_CUSTOMERS, _C.id == _H.customer_id)
    next_one = type_coerce(n.at, String()) + "|" + n.bound_to_uid
    return (
        select(
            _H.id,
            _H.customer_id,
            _H.bound_to_uid.label("agent"),
            _H.binding_start_date.label("start"),
            _H.binding_end_date.label("at"),
            one_of(_H.unbinding_reason, [one.value for one in UnbindingReason]).label("reason"),
            func.min(n.at, type_=_DATE).label("next_start"),
            func.min(next_one, type_=String()).label("next_one"),
        )
        .select_from(source)
        .where(
            scope.during(_H.binding_end_date),
            *scope.of_agents(_H.bound_to_uid),
            *scope.of_customers(_CUSTOMERS),
        )
        .group_by(_H.id)
        .subquery("ended")
    )


def _followed(scope: Scope) -> Counted:
    """The same, with what came next."""
    spells = _ended(scope)
    e = spells.c
    left = or_(e.reason.in_(_BY_RULE), e.next_start.is_(None), e.next_start != e.at)
    at = seconds(e.at)
    parts = {
        "agent": same(e.agent),
        "reason": same(e.reason),
        "week": same(scope.office.week(at), week_number),
        "day": same(scope.office.day(at), day_number),
        "by": same(_taker(e.next_one)),
        "back": same(_taker(e.next_one) == e.agent),
        "bucket": within(quotient(elapsed(e.at, e.next_start), DAY_SECONDS)),
    }
    return Counted(spells, (left,), e.id, e.customer_id, e.at, parts)


def _taker(next_one: ColumnElement[str]) -> ColumnElement[str]:
    """The agent of the spell that came next: what stands behind its moment."""
    return func.substr(next_one, _MOMENT_LENGTH + 2, type_=String())


def _idle(scope: Scope) -> Counted:
    """The same, with the days since the agent took the customer or somebody last contacted it."""
    released = _released(scope)
    k = tables.customer_contacts.alias("last_contact").c
    end = _H.binding_end_date
    contacts = and_(
        k.customer_id == _H.customer_id, k.contact_date >= EARLIEST, k.contact_date <= end
    )
    begun = func.coalesce(seconds(_H.binding_start_date), 0)
    contacted = func.coalesce(seconds(func.max(k.contact_date, type_=_DATE)), 0)
    days = quotient(greatest(seconds(end) - greatest(begun, contacted), 0), DAY_SECONDS)
    spells = (
        select(
            _H.id,
            _H.customer_id,
            _H.bound_to_uid.label("agent"),
            end.label("at"),
            released.parts["reason"].value.label("reason"),
            days.label("days"),
        )
        # All contacts of a customer in one go, which is half of a look for each spell's last.
        .select_from(released.source.outerjoin(k.contact_date.table, contacts))
        .where(*released.where)
        .group_by(_H.id)
        .subquery("idle")
    )
    i = spells.c
    parts = {"agent": same(i.agent), "reason": same(i.reason), "bucket": within(i.days)}
    return Counted(spells, (), i.id, i.customer_id, i.at, parts)


def _forecast(scope: Scope) -> Counted:
    """The owned customers who leave within the next days, as their summaries reckon it."""
    viewer, zone = scope.viewer, scope.viewer.settings.office_zone
    first = today(scope)
    ahead = bounds(Period(first, first + timedelta(days=FORECAST_DAYS - 1)), zone)
    office = OfficeTime.between(zone, viewer.now, ahead.until_utc)
    where = (
        S.leaves_at < ahead.until_utc,
        owned(_CUSTOMERS),
        *scope.of_owners(_CUSTOMERS),
        *scope.of_customers(_CUSTOMERS),
    )
    day = office.day(greatest(seconds(S.leaves_at), to_seconds(viewer.now)))
    parts = {"day": same(day, day_number), "agent": same(owner_of(_CUSTOMERS))}
    source = SUMMARIES.join(_CUSTOMERS, _C.id == S.customer_id)
    return Counted(source, where, _C.id, _C.id, parts=parts)
