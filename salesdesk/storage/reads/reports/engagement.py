"""Engagement: when customers were last contacted, how often, at which hours, and in vain."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    and_,
    case,
    func,
    not_,
    select,
)

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.reports.drill_down import Figure, Nothing
from salesdesk.domain.reports.engagement import IN_VAIN
from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import quotient, seconds, to_seconds
from salesdesk.storage.db.types import greatest
from salesdesk.storage.reads.by_summary import SUMMARIES, S
from salesdesk.storage.reads.conditions import CredibleDates
from salesdesk.storage.reads.reports import methods
from salesdesk.storage.reads.reports.counted import Counted, each, same, within
from salesdesk.storage.reads.reports.methods import Tries
from salesdesk.storage.reads.reports.office_time import DAY_SECONDS
from salesdesk.storage.reads.reports.scope import Scope, owner_of, source_of, status_of
from salesdesk.storage.stores.set_asides import in_round

_CUSTOMERS, _CONTACTS = tables.customers, tables.customer_contacts
_C, _K = _CUSTOMERS.c, _CONTACTS.c

#: Stands for a missing moment among seconds, below every credible one.
_MISSING = -1

#: Status, source, owner.
Kind = tuple[SalesStatus, LeadSource | Nothing, str]

#: Customers by their contacts and status, and those in vain by their owner too.
Tried = Counter[tuple[int, SalesStatus]]
Vain = Counter[tuple[int, SalesStatus, str]]


def counted(figure: Figure, scope: Scope) -> Counted:
    """The rows of a figure of this report."""
    if figure is Figure.ENGAGEMENT_CONTACTS:
        return methods.contacts(scope, with_customers=True)
    if figure in (Figure.ENGAGEMENT_LAST, Figure.ENGAGEMENT_NEVER):
        return _seen(scope, ever=figure is Figure.ENGAGEMENT_LAST)
    rows = _tried(scope)
    return rows.those(_in_vain(rows)) if figure is Figure.ENGAGEMENT_KEPT_WARM else rows


def last(connection: Connection, scope: Scope) -> Counter[tuple[int, SalesStatus]]:
    """How many customers were last contacted how many days ago, by status."""
    rows = connection.execute(_seen(scope, ever=True).sums("bucket", "status"))
    return Counter({(int(row.bucket), SalesStatus(row.status)): row.number for row in rows})


def never(connection: Connection, scope: Scope) -> Counter[Kind]:
    """How many customers were never contacted, by status, source and owner."""
    found: Counter[Kind] = Counter()
    rows = _seen(scope, ever=False).sums("status", "source", "agent")
    for row in connection.execute(rows):
        source: LeadSource | Nothing = LeadSource(row.source) if row.source else ""
        found[SalesStatus(row.status), source, row.agent] += row.number
    return found


def tried(connection: Connection, scope: Scope) -> tuple[Tried, Vain]:
    """How many customers were contacted how often in the period, and how many of them in vain."""
    rows = _tried(scope)
    sums = rows.sums(
        "bucket", "status", "agent", also=each({Figure.ENGAGEMENT_KEPT_WARM: _in_vain(rows)})
    )
    contacted: Tried = Counter()
    in_vain: Vain = Counter()
    for row in connection.execute(sums):
        number, status = int(row.bucket), SalesStatus(row.status)
        contacted[number, status] += row.number
        if row.ENGAGEMENT_KEPT_WARM:
            in_vain[number, status, row.agent] += int(row.ENGAGEMENT_KEPT_WARM)
    return contacted, in_vain


def by_hour(connection: Connection, scope: Scope) -> dict[tuple[int, int], Tries]:
    """The contacts of each weekday and hour of the office's clock."""
    found = methods.tried(connection, scope, "weekday", "hour")
    return {(int(weekday), int(hour)): tries for (weekday, hour), tries in found}


def _those(scope: Scope) -> tuple[ColumnElement[bool], ...]:
    """The customers who are asked about: whoever is out of the round is nobody's to contact."""
    mine = (*scope.of_owners(_CUSTOMERS), *scope.of_customers(_CUSTOMERS))
    return (*mine, in_round(_CUSTOMERS))


def _seen(scope: Scope, *, ever: bool) -> Counted:
    """The customers with the days since anybody last contacted them; or those without."""
    clock = scope.viewer.clock
    # By a plain column most are left out before any summary is looked up.
    unseen = () if ever else (not_(clock.credible(_C.last_interaction_date)),)
    seen = (
        select(
            _C.id,
            status_of(_CUSTOMERS).label("status"),
            source_of(_CUSTOMERS).label("source"),
            owner_of(_CUSTOMERS).label("agent"),
            _last_contact(clock).label("at"),
        )
        .select_from(_CUSTOMERS.outerjoin(SUMMARIES, S.customer_id == _C.id))
        .where(*_those(scope), *unseen)
        .subquery("seen")
    )
    s = seen.c
    parts = {"status": same(s.status), "source": same(s.source), "agent": same(s.agent)}
    if not ever:
        return Counted(seen, (s.at.is_(None),), s.id, s.id, parts=parts)
    days = quotient(greatest(to_seconds(scope.viewer.now) - s.at, 0), DAY_SECONDS)
    return Counted(seen, (s.at.is_not(None),), s.id, s.id, parts={**parts, "bucket": within(days)})


def _last_contact(clock: CredibleDates) -> ColumnElement[int | None]:
    """The newest contact, which the summary knows, or interaction, in seconds since 1970."""
    interaction = case(
        (clock.credible(_C.last_interaction_date), seconds(_C.last_interaction_date))
    )
    known = (func.coalesce(one, _MISSING) for one in (interaction, seconds(S.contact_at)))
    return func.nullif(greatest(*known), _MISSING, type_=Integer())


def _tried(scope: Scope) -> Counted:
    """The customers with the contacts that anybody made with them in the period."""
    tries = _tries(scope)
    number, successes = (
        func.coalesce(column, 0, type_=Integer())
        for column in (tries.c.number, tries.c.successes)
    )  # fmt: skip
    tried = (
        select(
            _C.id,
            status_of(_CUSTOMERS).label("status"),
            source_of(_CUSTOMERS).label("source"),
            owner_of(_CUSTOMERS).label("agent"),
            number.label("number"),
            successes.label("successes"),
        )
        .select_from(_CUSTOMERS.outerjoin(tries, tries.c.customer_id == _C.id))
        .where(*_those(scope))
        .subquery("tried")
    )
    t = tried.c
    parts = {
        "status": same(t.status),
        "source": same(t.source),
        "agent": same(t.agent),
        "bucket": within(t.number),
    }
    return Counted(tried, (), t.id, t.id, parts=parts)


def _in_vain(tried: Counted) -> ColumnElement[bool]:
    """Whether a customer was contacted several times in the period, and never successfully."""
    t = tried.source.c
    return and_(t.number >= IN_VAIN, t.successes == 0)


def _tries(scope: Scope) -> FromClause:
    """How often each customer was contacted in the period, by whomever, and how successfully.

    Of an agent's customers, only their contacts are read.
    """
    anybody = replace(
        scope,
        report_scope=replace(
            scope.report_scope, agents=None, sources=frozenset(), statuses=frozenset()
        ),
    )
    rows, owners = methods.contacts(anybody, with_customers=False), scope.of_owners(_CUSTOMERS)
    source = rows.source.join(_CUSTOMERS, _C.id == _K.customer_id) if owners else rows.source
    return (
        select(
            _K.customer_id,
            func.count().label("number"),
            methods.successes()["successes"].label("successes"),
        )
        .select_from(source)
        .where(*rows.where, *owners)
        .group_by(_K.customer_id)
        .subquery("tries")
    )
