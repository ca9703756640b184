"""What a desktop in another zone shows of the office's times: the office's, its own in the tip."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from salesdesk.domain.day import Section
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services.lists import customers as lists
from salesdesk.services.lists import today
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.lists import customer_rows
from salesdesk.ui.lists.customer_rows import Column
from salesdesk.ui.today import rows
from tests.support.database import Database
from tests.support.factories import NOON, Office

JAKARTA, JAYAPURA = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
HERE = Formats.of(JAKARTA, JAKARTA)
EAST = Formats.of(JAYAPURA, JAKARTA)
BOTH = {"here": HERE, "east": EAST}

#: Half past eleven in the evening at the office: the next day at the desktop in the east.
LATE = datetime(2026, 6, 8, 23, 30, tzinfo=JAKARTA).astimezone(UTC)


@pytest.fixture
def office(database: Database) -> Office:
    """An office in Jakarta with one follow-up tonight."""
    made = Office(database)
    one = made.customer("Siti", owner=made.agent_uid, since=NOON - timedelta(days=3))
    made.contact(one, at=NOON - timedelta(days=1), next_step=LATE, notes="ring back")
    return made


def test_the_list_says_the_offices_time_on_every_desktop(office: Office) -> None:
    (row,) = lists.page(office.agent, CustomerQuery()).rows
    seen = {name: customer_rows.line_of(row, formats, "ID") for name, formats in BOTH.items()}
    assert {line.texts[Column.NEXT_STEP] for line in seen.values()} == {"today 23.30"}
    assert seen["here"].tips[Column.NEXT_STEP] == "Mon 8 June, 23.30"
    assert seen["east"].tips[Column.NEXT_STEP] == ("Mon 8 June, 23.30 · here Tue 9 June, 01.30")


def test_today_says_it_too(office: Office) -> None:
    page = today.page(office.agent, today.mine(office.agent), Section.TODAY)
    lines = {
        name: rows.line_of(page.rows[0], rows.TextContext(formats, office.agent.actor, False))
        for name, formats in BOTH.items()
    }
    assert {line.reason.text for line in lines.values()} == {"23.30 ring back"}
    assert lines["here"].reason_tip == "23.30 ring back"
    assert lines["east"].reason_tip == (
        "23.30 ring back\nMon 8 June, 23.30 · here Tue 9 June, 01.30"
    )
