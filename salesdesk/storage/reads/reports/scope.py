"""A frame in SQL: which rows of a table lie in it. Sums and the rows behind them share it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, String, case, func, literal, select
from sqlalchemy import and_ as all_of

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.moments import EARLIEST, is_recent
from salesdesk.domain.reports.drill_down import NONE
from salesdesk.domain.reports.report_scope import Bounds, ReportScope, bounds
from salesdesk.domain.settings import CONTACT_HOURS
from salesdesk.storage import tables
from salesdesk.storage.db.sql_time import seconds
from salesdesk.storage.reads.conditions import has_status, owned
from salesdesk.storage.reads.reports.office_time import OfficeTime
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.stores.settings import StateStore

#: SalesDesk's note of up to when the cache is true.
CONTACTS_AS_OF = "contact_hours_as_of"
STALE = timedelta(hours=2)

_EVENTS = tables.salesdesk_events


@dataclass(frozen=True)
class Scope:
    """Who asks about what, when.

    Attributes:
        known_from: when the first event was written; None: there is none yet.
        contacts_as_of: up to when the cache of contacts by hours is true; None: it is not used.
    """

    report_scope: ReportScope
    viewer: Viewer
    known_from: datetime | None
    contacts_as_of: datetime | None = None

    @property
    def before(self) -> Scope:
        """The same question about the period before; what the reading knows stays known."""
        return replace(self, report_scope=self.report_scope.before)

    @cached_property
    def bounds(self) -> Bounds:
        """The period as moments."""
        return bounds(self.report_scope.period, self.viewer.settings.office_zone)

    @cached_property
    def office(self) -> OfficeTime:
        """The office's clock over the period."""
        return OfficeTime.between(
            self.viewer.settings.office_zone, self.bounds.from_utc, self.bounds.until_utc
        )

    def during(self, at: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a moment lies in the period; one that cannot be meant does not."""
        return all_of(
            at >= max(self.bounds.from_utc, EARLIEST),
            at < self.bounds.until_utc,
            at <= self.viewer.clock.latest,
        )

    def of_agents(self, uid: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
        """What a column of uids must fulfil."""
        agents = self.report_scope.agents
        return () if agents is None else (uid.in_(sorted(agents)),)

    def of_owners(self, customers: FromClause) -> tuple[ColumnElement[bool], ...]:
        """What customers must fulfil to be those of the agents."""
        if self.report_scope.agents is None:
            return ()
        return (owned(customers), *self.of_agents(customers.c.bound_to_uid))

    def of_customers(self, customers: FromClause) -> tuple[ColumnElement[bool], ...]:
        """What customers must fulfil by their source and status."""
        found: list[ColumnElement[bool]] = []
        if self.report_scope.sources:
            sources = sorted(one.value for one in self.report_scope.sources)
            found.append(customers.c.lead_source.in_(sources))
        if self.report_scope.statuses:
            found.append(has_status(customers, self.report_scope.statuses))
        return tuple(found)

    @property
    def narrows_customers(self) -> bool:
        """Whether source or status matter."""
        return bool(self.report_scope.sources or self.report_scope.statuses)


def scope_of(connection: Connection, report_scope: ReportScope, viewer: Viewer) -> Scope:
    """The scope of a frame, with the moment from which moves are known."""
    first = select(func.min(_EVENTS.c.at, type_=_EVENTS.c.at.type))
    known_from = connection.execute(first).scalar_one()
    return Scope(report_scope, viewer, known_from, _contacts_as_of(connection, viewer))


def _contacts_as_of(connection: Connection, viewer: Viewer) -> datetime | None:
    """Of a cache that nobody has brought up to date for long, nothing is read."""
    if viewer.settings.word(CONTACT_HOURS) != "on":
        return None
    at = StateStore(connection).moment(CONTACTS_AS_OF)
    return at if is_recent(at, STALE, viewer.now) else None


def status_of(customers: FromClause) -> ColumnElement[str]:
    """The sales status as a word; null, and anything unknown, is cold."""
    status = customers.c.sales_status
    others = [(status == one.value, word(one.value)) for one in (SalesStatus.WARM, SalesStatus.HOT)]
    return case(*others, else_=word(SalesStatus.COLD.value))


def source_of(customers: FromClause) -> ColumnElement[str]:
    """The lead source as a word; `NONE` where there is none that is known."""
    return one_of(customers.c.lead_source, [one.value for one in LeadSource])


def owner_of(customers: FromClause) -> ColumnElement[str]:
    """The owner's uid; `NONE` where nobody has the customer."""
    return case((owned(customers), customers.c.bound_to_uid), else_=word(NONE))


def one_of(column: ColumnElement[Any], known: list[str]) -> ColumnElement[str]:
    """The column where it is one of these words, else `NONE`."""
    return case(*((column == one, word(one)) for one in known), else_=word(NONE))


def word(text: str) -> ColumnElement[str]:
    """A word as a parameter."""
    return literal(text, String())


def elapsed(start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[int]:
    """Seconds from one moment to another."""
    return seconds(end) - seconds(start)
