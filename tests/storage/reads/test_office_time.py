"""The office's calendar in SQL, against Python's, where the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Integer, literal, select

from salesdesk.domain.reports.report_scope import Period, bounds
from salesdesk.storage.db.sql_time import to_seconds
from salesdesk.storage.reads.reports.office_time import (
    OfficeTime,
    day_number,
    day_of,
    monday_of,
    week_number,
)
from tests.support.database import Database

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    "name", ["Asia/Jakarta", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns"]
)
def test_hours_days_and_weeks_are_those_of_the_zone(database: Database, name: str) -> None:
    zone = ZoneInfo(name)
    year = bounds(YEAR, zone)
    office = OfficeTime.between(zone, year.from_utc, year.until_utc)
    changes = [datetime.fromtimestamp(second, UTC) for second, _ in office.offsets]
    moments = [one + timedelta(seconds=step) for one in changes for step in (-1, 0, 1, 3_600)]
    moments += [year.from_utc + timedelta(hours=37 * n) for n in range(230)]
    with database.engine.connect() as connection:
        for moment in moments:
            if not year.from_utc <= moment < year.until_utc:
                continue
            second = literal(to_seconds(moment), Integer())
            parts = select(office.hour(second), office.day(second), office.week(second))
            hour, day, week = connection.execute(parts).one()
            local = moment.astimezone(zone)
            assert (hour, day_of(int(day))) == (local.hour, local.date())
            monday = local.date() - timedelta(days=local.weekday())
            assert monday_of(int(week)) == monday
            assert (week_number(monday), day_number(local.date())) == (week, day)


def test_a_period_counts_the_offices_days() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    spring = bounds(Period(date(2026, 3, 29), date(2026, 3, 29)), berlin)
    assert spring.until_utc - spring.from_utc == timedelta(hours=23)
    assert Period.last_days(date(2026, 6, 8), 30) == Period(date(2026, 5, 10), date(2026, 6, 8))
    assert Period.quarter_of(date(2026, 11, 30)) == Period(date(2026, 10, 1), date(2026, 12, 31))
    assert Period.quarter_of(date(2026, 2, 1)) == Period(date(2026, 1, 1), date(2026, 3, 31))
    before = Period.quarter_of(date(2026, 2, 1)).before
    assert (before.days, before.last) == (90, date(2025, 12, 31))
    year = Period.year_of(date(2026, 2, 1)).until(date(2026, 2, 1))
    assert (year.days, year.before) == (32, Period(date(2025, 11, 30), date(2025, 12, 31)))
    ahead = Period(date(2026, 3, 1), date(2026, 3, 9))
    assert ahead.until(date(2026, 2, 1)) == ahead.until(date(2026, 4, 1)) == ahead
    with pytest.raises(ValueError, match="ends on or after"):
        Period(date(2026, 2, 2), date(2026, 2, 1))
