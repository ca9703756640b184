"""The idle clock of rows in both databases is that of the rules, over generated customers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.idle_clock import Limits, departure
from salesdesk.domain.moments import DAY
from salesdesk.storage.reads import due
from tests.support.database import Database
from tests.support.idle_cases import SECOND, Case, cases, facts, limits, plant, relaxed, settle
from tests.support.rows import bound, key, person, put, uid

zones = st.sampled_from([timezone(timedelta(hours=hours)) for hours in (-8, 0, 7, 14)])
nows = st.builds(
    datetime.fromtimestamp,
    st.integers(1_704_067_200, 1_924_991_999),  # the years 2024 to 2030
    zones,
)


def check_agreement(database: Database, found: list[Case], limits: Limits, now: datetime) -> None:
    """Compare what the database's rows come to with what was planted, for each customer."""
    plant(database, found, now)
    database.execute("DELETE FROM salesdesk_customer_summary")
    expected = {key(n): departure(facts(case, now), limits, now) for n, case in enumerate(found)}
    summaries = settle(database, limits, now)
    assert {
        one: (each.idle_since, each.leaves_at, each.leave_reason) for one, each in summaries.items()
    } == {one: (each.idle_since, each.leaves_at, each.reason) for one, each in expected.items()}
    with database.engine.connect() as connection:
        candidates = due.candidates(connection, now, limits)
    assert {(one.id, one.reason, one.idle_days) for one in candidates} == {
        (id_, going.reason, (now - going.idle_since) // DAY)
        for id_, going in expected.items()
        if going.due(now)
    }


crowd = st.lists(cases, min_size=1, max_size=40)


@relaxed
@given(found=crowd, limits=limits, now=nows)
def test_rows_come_to_what_the_rules_say(
    database: Database, found: list[Case], limits: Limits, now: datetime
) -> None:
    check_agreement(database, found, limits, now)


@pytest.mark.parametrize("step", [-SECOND, timedelta(0), SECOND])
def test_the_exact_second(database: Database, step: timedelta) -> None:
    now = datetime(2026, 3, 10, 14, 0, 0, tzinfo=UTC)
    quiet = Case(-40 * DAY, -30 * DAY + step, -99 * DAY, (), "cold", None)
    check_agreement(database, [quiet], Limits(), now)
    with database.engine.connect() as connection:
        assert len(due.candidates(connection, now, Limits())) == (step <= timedelta(0))


def test_the_longest_known_date_wins_and_a_tie_is_inactivity(database: Database) -> None:
    now = datetime(2026, 3, 10, 14, 0, 0, tzinfo=UTC)
    tie = Case(-60 * DAY, -31 * DAY, -99 * DAY, (), None, None)
    check_agreement(database, [tie, replace(tie, start=-61 * DAY)], Limits(period=59 * DAY), now)
    same = Limits(period=30 * DAY)
    check_agreement(database, [replace(tie, start=-31 * DAY)], same, now)


def test_a_candidate_is_named_with_its_owner(database: Database) -> None:
    now = datetime(2026, 3, 10, 14, 0, 0, tzinfo=UTC)
    put(database, "users", [person(1, "Ayu Lestari")])
    put(
        database,
        "customers",
        [
            bound(1, 1, now - 50 * DAY, name="Budi"),
            bound(2, 2, now - 40 * DAY, name="Citra"),
            bound(3, 1, now - 29 * DAY, name="Dewi"),
        ],
    )
    with database.engine.connect() as connection:
        found = due.candidates(connection, now, Limits())
    assert [(one.name, one.owner_name, one.idle_days) for one in found] == [
        ("Budi", "Ayu Lestari", 50),
        ("Citra", uid(2), 40),
    ]
