"""An order on the timeline and in a report's list: its status in the person's own language."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from salesdesk.domain.pipeline import OrderStatus
from salesdesk.domain.queries import TimelineEntry, TimelineKind
from salesdesk.domain.reports.drill_down import RowKind
from salesdesk.domain.reports.opened import OpenedRow
from salesdesk.ui.activity import texts as activity_texts
from salesdesk.ui.activity.section import TextContext as Figures
from salesdesk.ui.customer import timeline
from salesdesk.ui.kit.formats import Formats
from tests.support.languages import spoken

NOW = datetime(2026, 6, 8, 3, tzinfo=UTC)
JAKARTA = ZoneInfo("Asia/Jakarta")
INDONESIAN = Formats(QLocale("id_ID"), JAKARTA, JAKARTA)
WORDS = {
    OrderStatus.PENDING: "menunggu",
    OrderStatus.CONFIRMED: "dikonfirmasi",
    OrderStatus.COMPLETED: "selesai",
    OrderStatus.CANCELLED: "dibatalkan",
    OrderStatus.EXPIRED: "kedaluwarsa",
}


def _timeline(status: str) -> str:
    entry = TimelineEntry("o", TimelineKind.ORDER, NOW, order_status=status)
    return timeline.line_of(entry, timeline.TextContext(INDONESIAN, "IDR", NOW)).item.heading


def _report(status: str) -> str:
    row = OpenedRow(RowKind.ORDERS, "o", "c", "Siti", None, NOW, order_status=status)
    return activity_texts.line_of(row, Figures(INDONESIAN, "IDR", {}), NOW).texts[-1]


@pytest.mark.parametrize("status", OrderStatus)
def test_a_status_is_said_in_the_language(status: OrderStatus) -> None:
    with spoken("id"):
        assert _timeline(status.value) == f"Pesanan {WORDS[status]}"
        assert _report(status.value) == WORDS[status]


def test_a_status_of_the_booking_application_alone_stays_as_it_stands() -> None:
    with spoken("id"):
        assert _timeline("rescheduled") == "Pesanan rescheduled"
        assert _report("rescheduled") == "rescheduled"
