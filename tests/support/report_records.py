"""Rows that the reports' tests write by hand, and how they read a report."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.pipeline import Stage
from salesdesk.domain.reports.drill_down import CountedElement, DrillDown
from salesdesk.domain.reports.methods import Success
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.services.reports import opened
from salesdesk.services.session import Session
from tests.support.factories import Office
from tests.support.orders import OFFICE_ZONE, Orders
from tests.support.rows import put

#: The thirty days that end with the clock's first day, NOON's.
MONTH = ReportScope(Period(date(2026, 5, 10), date(2026, 6, 8)))


def at(month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    """A moment of 2026 in UTC."""
    return datetime(2026, month, day, hour, minute, second, tzinfo=UTC)


@dataclasses.dataclass
class Records:
    """Writes what an office's acts, and the booking application, would have left."""

    office: Office

    def event(
        self, kind: EventKind, customer_id: str, moment: datetime, by: str, details: str = "{}"
    ) -> None:
        """An event."""
        row = {
            "id": new_id(), "at": moment, "kind": kind.value, "customer_id": customer_id,
            "actor_uid": by, "details": details,
        }  # fmt: skip
        put(self.office.database, "salesdesk_events", [row])

    def move(
        self, customer_id: str, moment: datetime, left: Stage, to: Stage, by: str | None = None
    ) -> None:
        """A move on the pipeline."""
        details = f'{{"from":"{left.value}","to":"{to.value}"}}'
        by = by or self.office.agent_uid
        self.event(EventKind.STATUS_MOVED, customer_id, moment, by, details)

    def order(
        self,
        customer_id: str,
        status: str,
        placed: datetime,
        delivery: datetime | None = None,
        *,
        items: tuple[tuple[int, int], ...] = (),
        rooms: tuple[object, ...] = (),
    ) -> str:
        """An order placed at a moment."""
        made = Orders(self.office).add(
            customer_id, status, delivery or placed + timedelta(days=7), items=items, rooms=rooms
        )
        local = placed.astimezone(OFFICE_ZONE).strftime("%Y-%m-%d %H:%M:%S")
        self.office.database.execute("UPDATE orders SET order_date = %s WHERE id = %s", local, made)
        return made


def elements(report: Any) -> Iterator[tuple[DrillDown, int]]:
    """Every mark of a report with what it counts."""
    if isinstance(report, Success):
        yield report.successful.mark, report.successful.count
    mark = getattr(report, "mark", None)
    if isinstance(mark, DrillDown):
        yield mark, report.count
    elif isinstance(report, tuple):
        for one in report:
            yield from elements(one)
    elif dataclasses.is_dataclass(report):
        for field in dataclasses.fields(report):
            yield from elements(getattr(report, field.name))


def counts(bars: tuple[CountedElement, ...], *names: str) -> dict[object, int]:
    """What bars count, those of nothing left out, by one or more attributes of their marks."""
    found: dict[object, int] = {}
    for bar in bars:
        key = tuple(getattr(bar.mark, name) for name in names)
        if bar.count:
            found[key[0] if len(key) == 1 else key] = bar.count
    return found


def opened_ids(
    session: Session, frame: ReportScope, mark: DrillDown, limit: int = 100
) -> list[str]:
    """The ids of all rows behind a mark, page by page."""
    found: list[str] = []
    page = opened.page(session, frame, mark, None, limit)
    found += [row.id for row in page.rows]
    while page.after is not None:
        page = opened.page(session, frame, mark, page.after, limit)
        found += [row.id for row in page.rows]
    return found


def assert_opens_what_it_counts(session: Session, frame: ReportScope, report: object) -> None:
    """Every mark opens exactly as many rows as it counts, each once."""
    for mark, number in elements(report):
        assert opened.count(session, frame, mark).number == number, mark
        if number:
            ids = opened_ids(session, frame, mark)
            assert len(ids) == len(set(ids)) == number, mark
