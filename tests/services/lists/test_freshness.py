"""Lists by the summaries say of which moment they are where no sweep got through for an hour."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import event

from salesdesk.services import summaries
from salesdesk.services.lists import freshness
from salesdesk.services.lists.freshness import STALE_AFTER
from tests.support.factories import NOON, Office


def test_lists_are_as_of_the_last_sweep_once_it_is_an_hour_old(office: Office) -> None:
    office.customer("Siti")
    assert freshness.now(office.agent).swept is None
    assert freshness.now(office.agent).as_of is None
    assert summaries.sweep(office.agent) is not None
    office.pass_time(STALE_AFTER)
    assert freshness.now(office.agent).as_of is None
    office.pass_time(timedelta(seconds=1))
    found = freshness.now(office.agent)
    assert found.as_of == NOON
    assert found.now == NOON + STALE_AFTER + timedelta(seconds=1)
    assert summaries.sweep(office.lead) is not None
    assert freshness.now(office.agent).as_of is None


def test_a_sweep_that_lies_ahead_is_of_a_clock_that_was_wrong(office: Office) -> None:
    assert summaries.sweep(office.agent) is not None
    office.move_clock(NOON - timedelta(days=2))
    assert freshness.now(office.agent).as_of is None


def test_the_clock_and_the_sweep_are_one_statement(office: Office) -> None:
    session = office.agent
    seen: list[str] = []

    def note(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    for engine in office.database.engines:
        event.listen(engine, "before_cursor_execute", note)
    freshness.now(session)
    for engine in office.database.engines:
        event.remove(engine, "before_cursor_execute", note)
    selects = [one for one in seen if one.lstrip().upper().startswith("SELECT")]
    assert len(selects) == 1
