"""What the Activity screen says: ranges of days, whose figures, the rows behind a mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.reports.agents import AgentsReport
from salesdesk.domain.reports.drill_down import DrillDown, Figure, RowKind
from salesdesk.domain.reports.engagement import EngagementReport
from salesdesk.domain.reports.methods import MethodsReport
from salesdesk.domain.reports.opened import OpenedRow
from salesdesk.domain.reports.pipeline import PipelineReport
from salesdesk.domain.reports.releases import ReleasesReport
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.domain.reports.workload import WorkloadReport
from salesdesk.services.reports.speed import MissingIndex
from salesdesk.ui.activity.section import TextContext
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import Cell, Level, TextCell
from salesdesk.ui.lists import filters
from salesdesk.ui.session.faults import unread
from salesdesk.ui.session.office_settings import OfficeSettings
from salesdesk.ui.texts import method_word, order_word, outcome_word, reason_word, status_word

#: The figures that a cache by hours may answer.
_CACHED = frozenset({Figure.AGENTS_CONTACTS, Figure.ENGAGEMENT_CONTACTS})


def range_word(key: str) -> str:
    """A range that is offered, by its key."""
    return {
        "7": translate("activity", "Last 7 days"),
        "30": translate("activity", "Last 30 days"),
        "90": translate("activity", "Last 90 days"),
        "quarter": translate("activity", "This quarter"),
        "year": translate("activity", "This year"),
    }[key]


def period_word(period: Period, formats: Formats) -> str:
    """'9 May to 7 June 2026'."""
    first, last = (
        datetime.combine(day, time(12), formats.office) for day in (period.first, period.last)
    )
    return formats.date_range(first, last)


def kind_word(kind: RowKind, count: int, formats: Formats) -> str:
    """How many rows of a kind: '58 contacts', '1 contact'."""
    number = formats.number(count)
    if kind is RowKind.CUSTOMERS:
        said = plural("activity", "{number} customer", "{number} customers", count, number=number)
    elif kind is RowKind.CONTACTS:
        said = plural("activity", "{number} contact", "{number} contacts", count, number=number)
    elif kind is RowKind.EVENTS:
        said = plural("activity", "{number} move", "{number} moves", count, number=number)
    elif kind is RowKind.CLAIMS:
        said = plural("activity", "{number} claim", "{number} claims", count, number=number)
    elif kind is RowKind.ENDINGS:
        said = plural("activity", "{number} release", "{number} releases", count, number=number)
    else:
        said = plural("activity", "{number} order", "{number} orders", count, number=number)
    return said


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text of the error state."""
    return unread(
        fault,
        translate("activity", "The figures could not be read"),
        translate("activity", "The figures are read as soon as it answers again."),
    )


def row_heads(kind: RowKind) -> tuple[str, ...]:
    """The columns of the rows behind a mark."""
    customer, company = translate("activity", "Customer"), translate("activity", "Company")
    if kind is RowKind.CUSTOMERS:
        return (
            customer, company, translate("activity", "Last interaction"),
            translate("activity", "Owner"), translate("activity", "Status"),
        )  # fmt: skip
    by = {
        RowKind.ENDINGS: translate("activity", "Had the customer"),
        RowKind.ORDERS: translate("activity", "Owner"),
        RowKind.DELIVERIES: translate("activity", "Owner"),
    }.get(kind, translate("activity", "By"))
    when = {
        RowKind.ORDERS: translate("activity", "Ordered"),
        RowKind.DELIVERIES: translate("activity", "Delivered"),
    }.get(kind, translate("activity", "When"))
    return customer, company, when, by, translate("activity", "What")


@dataclass(frozen=True, slots=True)
class OpenedLine:
    """A row behind a mark, ready to be shown."""

    row: OpenedRow
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    tips: tuple[str, ...]

    @property
    def id(self) -> str:
        """The row's own id."""
        return self.row.id


def line_of(row: OpenedRow, telling: TextContext, now: datetime) -> OpenedLine:
    """The line of a row."""
    formats = telling.formats
    deleted = translate("activity", "deleted customer")
    name = deleted if row.name is None else row.name or translate("customers", "(no name)")
    cells = (
        TextCell(name, Level.NAME if row.name is not None else Level.TEXT3),
        TextCell(row.company or "", Level.TEXT2),
        TextCell(formats.exact(row.at, now) if row.at else "–"),
        TextCell(telling.person(row.by_uid, row.by_name), Level.TEXT2),
        TextCell(_what(row, telling)),
    )
    texts = tuple(cell.text for cell in cells)
    return OpenedLine(row, cells, texts, texts)


def _what(row: OpenedRow, telling: TextContext) -> str:
    if row.kind is RowKind.CONTACTS:
        said = method_word(row.method)
        return f"{said}, {outcome_word(row.outcome)}" if row.outcome is not None else said
    if row.kind is RowKind.EVENTS and row.moved_from is not None and row.moved_to is not None:
        return f"{status_word(row.moved_from)} → {status_word(row.moved_to)}"
    if row.kind is RowKind.CLAIMS:
        return translate("activity", "Claimed")
    if row.kind is RowKind.ENDINGS:
        return reason_word(row.reason)
    if row.kind in (RowKind.ORDERS, RowKind.DELIVERIES):
        money = telling.formats.money(row.value, telling.currency) if row.value else ""
        return f"{order_word(row.order_status)} {money}".strip()
    return status_word(row.status) if row.status is not None else ""


def framed(
    report_scope: ReportScope, office: OfficeSettings, people: str, *, of_now: bool = False
) -> str:
    """The frame in words, for titles: the days, whose, which customers.

    Args:
        of_now: of figures as things stand now, whatever the days.
    """
    days = period_word(report_scope.period, office.formats)
    told = [translate("activity", "now") if of_now else days, people]
    chosen = CustomerQuery(statuses=report_scope.statuses, sources=report_scope.sources)
    told += [f"{chip.label} {chip.value}" for chip in filters.chips(chosen, office, None)]
    return " · ".join(told)


def headline(report: object, days: int, formats: Formats) -> list[str]:
    """What a report is about in one number, with that of the period before where it is known.

    Args:
        days: how many the period has, and the one before too.
    """
    if isinstance(report, AgentsReport):
        before = report.before[None].contacts.whole
        return _compared(RowKind.CONTACTS, report.team.contacts.count, before, days, formats)
    if isinstance(report, EngagementReport):
        return _compared(
            RowKind.CONTACTS, report.contacts.count, report.before.whole, days, formats
        )
    if isinstance(report, WorkloadReport):
        return [kind_word(RowKind.CUSTOMERS, report.team.customers.count, formats)]
    if isinstance(report, MethodsReport):
        before = sum(share.whole for share in report.before)
        return _compared(RowKind.CONTACTS, report.total.count, before, days, formats)
    if isinstance(report, ReleasesReport):
        return _compared(RowKind.ENDINGS, report.total.count, report.before.total(), days, formats)
    if isinstance(report, PipelineReport):
        return [kind_word(RowKind.CUSTOMERS, report.total.count, formats)]
    return []


def _compared(kind: RowKind, now: int, before: int, days: int, formats: Formats) -> list[str]:
    said = translate("activity", "{number} in the {days} before")
    said = fill(said, number=formats.number(before), days=formats.days(days))
    return [kind_word(kind, now, formats), said]


def as_of(moment: datetime, report: object, formats: Formats) -> str:
    """When figures were read, by the database's clock; up to when contacts are counted."""
    told = fill(translate("activity", "as of {time}"), time=formats.time(moment))
    cached: datetime | None = getattr(report, "contacts_as_of", None)
    if cached is None:
        return told
    said = fill(translate("activity", "contacts as of {time}"), time=formats.time(cached))
    return f"{told}, {said}"


def mark_told(mark: DrillDown, report: object, formats: Formats) -> list[str]:
    """What a mark's own name leaves out: that its day begins a week, that a cache counted it."""
    told = []
    if mark.week is not None:
        week = period_word(Period(mark.week, mark.week + timedelta(days=6)), formats)
        told.append(fill(translate("activity", "week of {week}"), week=week))
    cached: datetime | None = getattr(report, "contacts_as_of", None)
    if cached is not None and mark.figure in _CACHED:
        said = translate("activity", "counted as of {time}, shown as of now")
        told.append(fill(said, time=formats.time(cached)))
    return told


def slow(lacking: Sequence[MissingIndex], formats: Formats) -> str:
    """Why figures take long, and what an administrator can do."""
    said = translate(
        "activity",
        "These figures take long: {table} has about {number} rows and no index {name}. "
        "An administrator can make it with “salesdesk db indexes --apply”.",
    )
    return " ".join(
        fill(said, table=one.table, number=formats.number(one.rows), name=one.name)
        for one in lacking
    )
