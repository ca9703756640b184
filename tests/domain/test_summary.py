"""A customer's summary, from its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.follow_up import PlanFacts
from salesdesk.domain.idle_clock import Limits
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.summary import (
    ContactFacts,
    CustomerFacts,
    HistoryFacts,
    SpellFacts,
    StepSource,
    history_facts,
    kept_history,
    reckon,
    settings_mark,
)

NOW = datetime(2026, 6, 8, 12, tzinfo=UTC)
START = NOW - 10 * DAY

BOUND = CustomerFacts(
    "c", "uid-andi", False, SalesStatus.WARM, NOW - 100 * DAY, START, NOW - 3 * DAY
)  # fmt: skip
FREE = replace(BOUND, owner_uid=None, binding_start=None)
AGREES = HistoryFacts(True)
CALL = ContactFacts("k", NOW - 3 * DAY, "call", "successful", NOW + 2 * DAY)


def test_a_bound_customer_leaves_when_its_limit_is_over() -> None:
    found = reckon(BOUND, AGREES, Limits(), NOW)
    assert found.leaves_at == NOW + 27 * DAY
    assert found.leave_reason is UnbindingReason.INACTIVITY
    assert found.idle_since == NOW - 3 * DAY
    assert found.free_since is None
    assert found.sound


def test_a_free_customer_leaves_nobody() -> None:
    found = reckon(replace(FREE, protected_until=NOW + DAY), AGREES, Limits(), NOW)
    assert (found.leaves_at, found.leave_reason, found.protected_until) == (None, None, None)
    assert found.free_since == NOW - 100 * DAY, "nobody ever had it: it is free since it was made"
    ended = HistoryFacts(True, NOW - 5 * DAY)
    assert reckon(FREE, ended, Limits(), NOW).free_since == NOW - 5 * DAY


@pytest.mark.parametrize(
    ("written", "due", "step", "source"),
    [
        (NOW - 4 * DAY, NOW + DAY, NOW + 2 * DAY, StepSource.CONTACT),
        (NOW - 3 * DAY, NOW + DAY, NOW + DAY, StepSource.PLAN),
        (NOW - DAY, NOW + DAY, NOW + DAY, StepSource.PLAN),
        (NOW - DAY, None, None, None),
    ],
)
def test_the_next_step_that_was_written_last_counts(
    written: datetime, due: datetime | None, step: datetime | None, source: StepSource | None
) -> None:
    customer = replace(BOUND, newest=CALL, plan=PlanFacts(due, written))
    found = reckon(customer, AGREES, Limits(), NOW)
    assert (found.next_step_at, found.next_step_of) == (step, source)


def test_a_date_too_far_ahead_says_from_when_to_reckon_anew() -> None:
    ahead = NOW + 5 * DAY
    early = reckon(replace(BOUND, last_interaction=ahead), AGREES, Limits(), NOW)
    assert early.idle_since == START
    assert early.again_at == NOW + 4 * DAY
    assert early.last_interaction == ahead, "it stands as it is, to be compared with the row"
    later = reckon(replace(BOUND, last_interaction=ahead), AGREES, Limits(), NOW + 4 * DAY)
    assert (later.idle_since, later.again_at) == (ahead, None)
    for customer, history in (
        (replace(BOUND, contact_ahead=ahead), AGREES),
        (replace(BOUND, binding_start=ahead), AGREES),
        (BOUND, replace(AGREES, end_ahead=ahead)),
    ):
        assert reckon(customer, history, Limits(), NOW).again_at == NOW + 4 * DAY


def test_history_agrees_with_one_open_row_of_the_same_agent_and_start() -> None:
    own = SpellFacts("UID-Andi", START, None)
    past = SpellFacts("uid-eko", START - 9 * DAY, START - DAY)
    assert history_facts(BOUND, [past, own], NOW) == HistoryFacts(True, START - DAY)
    assert not history_facts(BOUND, [past], NOW).agrees
    assert not history_facts(BOUND, [own, own], NOW).agrees
    assert not history_facts(BOUND, [replace(own, agent_uid="uid-eko")], NOW).agrees
    assert not history_facts(BOUND, [replace(own, start=START + DAY)], NOW).agrees
    assert history_facts(FREE, [past], NOW).agrees
    assert not history_facts(FREE, [own], NOW).agrees
    later = replace(past, end=NOW + 9 * DAY)
    assert history_facts(FREE, [later], NOW) == HistoryFacts(True, None, NOW + 9 * DAY)


def test_a_row_at_odds_with_itself_is_not_sound() -> None:
    assert not reckon(replace(FREE, at_odds=True), AGREES, Limits(), NOW).sound
    assert not reckon(BOUND, HistoryFacts(False), Limits(), NOW).sound
    assert not reckon(replace(BOUND, binding_start=None), AGREES, Limits(), NOW).sound


def test_a_summary_tells_of_the_history_as_long_as_the_binding_is_the_same() -> None:
    ended = HistoryFacts(True, NOW - 5 * DAY)
    summary = reckon(FREE, ended, Limits(), NOW)
    assert kept_history(FREE, summary) == ended
    assert kept_history(BOUND, summary) is None
    assert kept_history(FREE, None) is None
    assert kept_history(FREE, replace(summary, sound=False)) is None
    assert kept_history(FREE, replace(summary, again_at=NOW + DAY)) is None
    held = reckon(BOUND, AGREES, Limits(), NOW)
    assert kept_history(BOUND, held) == AGREES
    assert kept_history(replace(BOUND, binding_start=START + DAY), held) is None


def test_the_mark_names_every_limit() -> None:
    usual = Limits()
    others = [
        replace(usual, cold=9 * DAY),
        replace(usual, warm=9 * DAY),
        replace(usual, hot=9 * DAY),
        replace(usual, period=timedelta(days=9)),
    ]
    marks = {settings_mark(one) for one in (usual, *others)}
    assert len(marks) == 5
    assert max(map(len, (*marks, settings_mark(Limits(*[3650 * DAY] * 4))))) <= 40


def test_words_of_others_are_kept_as_far_as_there_is_room() -> None:
    foreign = replace(CALL, method="m" * 99)
    assert reckon(replace(BOUND, newest=foreign), AGREES, Limits(), NOW).contact_method == "m" * 64
