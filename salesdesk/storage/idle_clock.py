"""The idle clock in SQL: the one definition that filters, sorts and the release run share.

`domain/ownership.py` has the same in Python; the two are tested against each other with generated
cases (rules.md, "The idle clock"). Every bound is computed in Python and bound as a parameter, so
that no server's clock, zone table or date arithmetic decides, and indexes stay usable.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import EARLIEST, FUTURE_TOLERANCE
from salesdesk.domain.ownership import BindingStatus, Limits
from salesdesk.storage import tables
from salesdesk.storage.types import UtcDateTime, greatest, least

#: Stands for a missing moment among seconds, below every credible one.
_MISSING = -1

_MOMENT = UtcDateTime()


#: TO_SECONDS('1970-01-01').
_TO_1970 = 62_167_219_200


class seconds(GenericFunction[int]):  # noqa: N801 - a SQL function's name
    """A moment as seconds since 1970, UTC; null stays null."""

    type = Integer()
    inherit_cache = True
    name = "salesdesk_seconds"


@compiles(seconds)
def _seconds_on_mysql(element: seconds, compiler: SQLCompiler, **kwargs: Any) -> str:
    moment = compiler.process(element.clauses, **kwargs)
    # A quarter faster than TIMESTAMPDIFF over a whole table, and without the end of
    # UNIX_TIMESTAMP in 2038.
    return f"(TO_SECONDS({moment}) - {_TO_1970})"


@compiles(seconds, "sqlite")
def _seconds_on_sqlite(element: seconds, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"CAST(strftime('%s', {compiler.process(element.clauses, **kwargs)}) AS INTEGER)"


def to_seconds(moment: datetime) -> int:
    """A moment as `seconds` gives it."""
    return int(moment.timestamp())


def from_seconds(number: int) -> datetime:
    """The moment of a number of seconds."""
    return datetime.fromtimestamp(number, UTC)


def owned(customers: FromClause) -> ColumnElement[bool]:
    """Whether somebody has the customer: bound, and to a person."""
    c = customers.c
    return and_(c.binding_status == BindingStatus.BOUND.value, c.bound_to_uid.is_not(None))


@dataclass(frozen=True, slots=True)
class IdleClock:
    """The idle clock's SQL at one moment of the database's clock.

    Attributes:
        now: read from the database before; never the desktop's.
        limits: from the shared settings.
    """

    now: datetime
    limits: Limits

    @property
    def latest(self) -> datetime:
        """The last credible moment: dates after it are mistakes."""
        return self.now + FUTURE_TOLERANCE

    def credible(self, date: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a date can be meant; null and zero dates cannot. Never null itself."""
        return and_(date.is_not(None), date >= EARLIEST, date <= self.latest)

    def newest_contact(self, customers: FromClause) -> ColumnElement[datetime | None]:
        """The newest credible `contact_date` of each customer, as a correlated subquery."""
        k = tables.customer_contacts.alias("newest").c
        return (
            select(func.max(k.contact_date, type_=_MOMENT))
            .where(k.customer_id == customers.c.id, k.contact_date >= EARLIEST)
            .where(k.contact_date <= self.latest)
            .correlate(customers)
            .scalar_subquery()
        )

    def leaves_by(self, customers: FromClause, moment: datetime) -> ColumnElement[bool]:
        """Whether a bound customer is to be released at this moment or before.

        Written as comparisons of plain columns, the cheap ones first: an index on
        `last_interaction_date` finds candidates, the others refine.
        """
        c = customers.c
        protections = tables.salesdesk_protections.alias("protecting").c
        protected = exists().where(protections.customer_id == c.id, protections.until > moment)
        idle = self._idle_limit_reached(customers, moment)
        reached = (
            idle
            if self.limits.period is None
            else or_(idle, self._period_reached(customers, moment - self.limits.period))
        )
        return and_(reached, not_(protected.correlate(customers)))

    def _idle_limit_reached(self, customers: FromClause, moment: datetime) -> ColumnElement[bool]:
        by_limit: defaultdict[timedelta, list[SalesStatus]] = defaultdict(list)
        for status in SalesStatus:
            by_limit[self.limits.of(status)].append(status)
        if len(by_limit) == 1:
            return self._idle_since_by(customers, moment - next(iter(by_limit)))
        longest = self._quiet(customers.c.last_interaction_date, moment - min(by_limit))
        each = (
            and_(has_status(customers, group), self._idle_since_by(customers, moment - limit))
            for limit, group in by_limit.items()
        )
        return and_(longest, or_(*each))

    def _idle_since_by(self, customers: FromClause, bound: datetime) -> ColumnElement[bool]:
        """Whether `idle_since` lies at this moment or before."""
        c = customers.c
        k = tables.customer_contacts.alias("later").c
        later_contact = exists().where(
            k.customer_id == c.id,
            k.contact_date > max(bound, EARLIEST - timedelta(seconds=1)),
            k.contact_date <= self.latest,
        )
        quiet = [
            self._quiet(c.last_interaction_date, bound),
            self._quiet(c.binding_start_date, bound),
            not_(later_contact.correlate(customers)),
        ]
        # Where none of the three is known, `created_at` decides, and after that EARLIEST. A
        # customer with one of them known passes by that one alone.
        return and_(*quiet, or_(self._any_known(customers), self._created_by(customers, bound)))

    def _any_known(self, customers: FromClause) -> ColumnElement[bool]:
        c = customers.c
        k = tables.customer_contacts.alias("known").c
        contact = exists().where(
            k.customer_id == c.id, k.contact_date >= EARLIEST, k.contact_date <= self.latest
        )
        return or_(
            self.credible(c.last_interaction_date),
            self.credible(c.binding_start_date),
            contact.correlate(customers),
        )

    def _created_by(self, customers: FromClause, bound: datetime) -> ColumnElement[bool]:
        """Whether `created_at`, or EARLIEST where it is not credible, lies by this moment."""
        created = customers.c.created_at
        fallback = true() if bound >= EARLIEST else false()
        return or_(
            and_(self.credible(created), created <= bound),
            and_(not_(self.credible(created)), fallback),
        )

    def _period_reached(self, customers: FromClause, bound: datetime) -> ColumnElement[bool]:
        """Whether the binding began at this moment or before."""
        start = customers.c.binding_start_date
        return or_(
            and_(self.credible(start), start <= bound),
            and_(not_(self.credible(start)), self._created_by(customers, bound)),
        )

    def _quiet(self, date: ColumnElement[Any], bound: datetime) -> ColumnElement[bool]:
        """Whether no credible date lies after this moment."""
        return or_(date.is_(None), date <= bound, date < EARLIEST, date > self.latest)

    def idle_since(self, customers: FromClause) -> ColumnElement[int]:
        """Where the idle clock stands, in seconds since 1970."""
        c = customers.c
        known = greatest(self._known_seconds(c.binding_start_date), self._contacted(customers))
        return func.coalesce(
            func.nullif(known, _MISSING), self._credible_seconds(c.created_at),
            to_seconds(EARLIEST), type_=Integer(),
        )  # fmt: skip

    def last_contact(self, customers: FromClause) -> ColumnElement[int | None]:
        """The newest contact or interaction, in seconds since 1970; null: there was none."""
        return func.nullif(self._contacted(customers), _MISSING, type_=Integer())

    def _contacted(self, customers: FromClause) -> ColumnElement[int]:
        return greatest(
            self._known_seconds(customers.c.last_interaction_date),
            func.coalesce(seconds(self.newest_contact(customers)), _MISSING),
        )

    def leaves_at(self, customers: FromClause) -> ColumnElement[int]:
        """When a bound customer leaves, in seconds since 1970; for sorting, not for filtering."""
        leaves: ColumnElement[int] = self.idle_since(customers) + self._limit(customers)
        if self.limits.period is not None:
            c = customers.c
            start = func.coalesce(
                self._credible_seconds(c.binding_start_date),
                self._credible_seconds(c.created_at),
                to_seconds(EARLIEST),
                type_=Integer(),
            )
            leaves = least(leaves, start + _whole(self.limits.period), type_=Integer())
        protections = tables.salesdesk_protections.alias("protection").c
        until = (
            select(seconds(protections.until))
            .where(protections.customer_id == customers.c.id)
            .correlate(customers)
            .scalar_subquery()
        )
        return greatest(leaves, func.coalesce(until, _MISSING), type_=Integer())

    def _limit(self, customers: FromClause) -> ColumnElement[int]:
        status = customers.c.sales_status
        warm, hot = SalesStatus.WARM.value, SalesStatus.HOT.value
        return case(
            (status == warm, literal(_whole(self.limits.warm))),
            (status == hot, literal(_whole(self.limits.hot))),
            else_=literal(_whole(self.limits.cold)),
        )

    def _credible_seconds(self, date: ColumnElement[Any]) -> ColumnElement[int]:
        return case((self.credible(date), seconds(date)))

    def _known_seconds(self, date: ColumnElement[Any]) -> ColumnElement[int]:
        return func.coalesce(self._credible_seconds(date), _MISSING, type_=Integer())


def has_status(customers: FromClause, statuses: Collection[SalesStatus]) -> ColumnElement[bool]:
    """Whether the sales status is one of these; null, and anything unknown, is cold."""
    status = customers.c.sales_status
    others = [one.value for one in SalesStatus if one not in statuses]
    if SalesStatus.COLD in statuses:
        return or_(status.is_(None), status.not_in(others)) if others else true()
    return status.in_([one.value for one in statuses])


def _whole(span: timedelta) -> int:
    return int(span.total_seconds())
