"""The idle clock and the mending of history, as plain Python."""

from datetime import UTC, datetime, timedelta

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.idle_clock import IdleFacts, Limits, departure, idle_since
from salesdesk.domain.moments import DAY, EARLIEST
from salesdesk.domain.ownership import Binding, BindingRows, UnbindingReason, healing

NOW = datetime(2026, 6, 8, 12, tzinfo=UTC)
ZERO = datetime(1, 1, 1, tzinfo=UTC)


def facts(**dates: object) -> IdleFacts:
    given = {"created_at": None, "binding_start": None, "last_interaction": None,
             "newest_contact": None, **dates}  # fmt: skip
    return IdleFacts(**given)  # type: ignore[arg-type]


def test_the_clock_stands_at_the_latest_of_three_dates() -> None:
    for latest in ("binding_start", "last_interaction", "newest_contact"):
        dates = dict.fromkeys(
            ("binding_start", "last_interaction", "newest_contact"), NOW - 9 * DAY
        )
        assert idle_since(facts(**{**dates, latest: NOW - DAY}), NOW) == NOW - DAY


def test_one_null_does_not_hide_the_other_dates() -> None:
    assert idle_since(facts(last_interaction=NOW - 3 * DAY), NOW) == NOW - 3 * DAY


@pytest.mark.parametrize("date", [None, ZERO, NOW + DAY + timedelta(seconds=1)])
def test_dates_that_cannot_be_meant_are_left_out(date: datetime | None) -> None:
    found = idle_since(facts(last_interaction=date, created_at=NOW - 70 * DAY), NOW)
    assert found == NOW - 70 * DAY


def test_a_date_up_to_a_day_ahead_counts() -> None:
    assert idle_since(facts(last_interaction=NOW + DAY), NOW) == NOW + DAY


def test_without_any_date_the_customer_still_leaves() -> None:
    assert idle_since(facts(), NOW) == EARLIEST
    assert departure(facts(), Limits(), NOW).due(NOW)


def test_thirty_days_are_thirty_times_24_hours_to_the_second() -> None:
    leaving = departure(facts(binding_start=NOW - 30 * DAY), Limits(), NOW)
    assert leaving.due(NOW)
    assert not leaving.due(NOW - timedelta(seconds=1))
    assert leaving.days_left(NOW) == 0
    assert leaving.days_left(NOW - timedelta(seconds=1)) == 1
    assert leaving.days_left(NOW - 2 * DAY) == 2
    assert leaving.days_left(NOW + DAY) == -1


def test_the_earlier_limit_decides_and_a_tie_is_inactivity() -> None:
    begun = facts(binding_start=NOW - 60 * DAY, last_interaction=NOW - 10 * DAY)
    period = departure(begun, Limits(period=60 * DAY), NOW)
    assert (period.reason, period.leaves_at) == (UnbindingReason.PERIOD_ENDED, NOW)
    tie = departure(begun, Limits(cold=10 * DAY, period=60 * DAY), NOW)
    assert tie.reason is UnbindingReason.INACTIVITY


def test_the_limit_is_that_of_the_status_and_a_protection_only_delays() -> None:
    limits = Limits(hot=5 * DAY)
    hot = facts(binding_start=NOW - 5 * DAY, status=SalesStatus.HOT)
    assert departure(hot, limits, NOW).due(NOW)
    protected = facts(binding_start=NOW - 5 * DAY, status=SalesStatus.HOT,
                      protected_until=NOW + DAY)  # fmt: skip
    assert departure(protected, limits, NOW).leaves_at == NOW + DAY
    pointless = facts(binding_start=NOW, protected_until=NOW + DAY)
    assert departure(pointless, limits, NOW).leaves_at == NOW + 30 * DAY


def spell(agent: str, start: datetime, name: str = "row") -> Binding:
    return Binding(name, "customer", agent, start, None, None)


def test_what_is_in_order_is_left_alone() -> None:
    kept = spell("andi", NOW - DAY)
    found = healing(BindingRows("andi", NOW - DAY, NOW - 9 * DAY, (kept,)), NOW)
    assert (found.kinds, found.close, found.keep) == ((), (), kept)
    assert healing(BindingRows(None, None, NOW, ()), NOW).kinds == ()


def test_bound_without_an_open_row_gets_one_from_its_start_or_its_creation() -> None:
    found = healing(BindingRows("andi", NOW - DAY, NOW - 9 * DAY, ()), NOW)
    assert (found.kinds, found.keep, found.start) == (
        ("bound_without_open_row",), None, NOW - DAY,
    )  # fmt: skip
    unknown = healing(BindingRows("andi", None, NOW - 9 * DAY, ()), NOW)
    assert unknown.kinds == ("bound_without_start", "bound_without_open_row")
    assert unknown.start == NOW - 9 * DAY


def test_a_mended_row_begins_after_the_last_closed_one() -> None:
    rows = BindingRows("andi", NOW - 5 * DAY, NOW - 9 * DAY, (), last_end=NOW - 2 * DAY)
    assert healing(rows, NOW).start == NOW - 2 * DAY


def test_superfluous_rows_close_at_the_next_start() -> None:
    stray, kept = spell("eko", NOW - 9 * DAY, "stray"), spell("andi", NOW - 5 * DAY, "kept")
    found = healing(BindingRows("andi", NOW - 5 * DAY, None, (kept, stray)), NOW)
    assert found.keep == kept
    assert [(row.spell_id, row.end) for row in found.close] == [("stray", NOW - 5 * DAY)]
    assert found.kinds == ("open_row_of_another_agent",)


def test_an_available_customers_open_rows_close_now() -> None:
    first, last = spell("eko", NOW - 9 * DAY, "first"), spell("andi", NOW - 5 * DAY, "last")
    found = healing(BindingRows(None, None, None, (last, first)), NOW)
    assert [(row.spell_id, row.end) for row in found.close] == [
        ("first", NOW - 5 * DAY), ("last", NOW),
    ]  # fmt: skip


def test_rows_that_begin_in_the_same_second_do_not_overlap_afterwards() -> None:
    twins = (spell("eko", NOW - 9 * DAY, "a"), spell("andi", NOW - 9 * DAY, "b"))
    found = healing(BindingRows(None, None, None, twins), NOW)
    assert [(row.spell_id, row.end) for row in found.close] == [
        ("a", NOW - 9 * DAY), ("b", NOW),
    ]  # fmt: skip
    bound = healing(BindingRows("rina", NOW - 5 * DAY, None, twins), NOW)
    assert [(row.spell_id, row.end) for row in bound.close] == [
        ("a", NOW - 9 * DAY), ("b", NOW - 5 * DAY),
    ]  # fmt: skip


def test_rows_that_begin_within_the_present_binding_close_where_they_begin() -> None:
    kept = spell("rina", NOW - 5 * DAY, "kept")
    late = (spell("eko", NOW - 3 * DAY, "a"), spell("andi", NOW - 2 * DAY, "b"))
    found = healing(BindingRows("rina", NOW - 5 * DAY, None, (kept, *late)), NOW)
    assert found.keep == kept
    assert [(row.spell_id, row.end) for row in found.close] == [
        ("a", NOW - 3 * DAY), ("b", NOW - 2 * DAY),
    ]  # fmt: skip
