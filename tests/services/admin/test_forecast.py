"""What other limits would do: the SQL form against the rule itself, by generated cases."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Invalid, NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.domain.idle_clock import IdleFacts, Limits, departure, whole_days
from salesdesk.domain.leaving_forecast import FORECAST_DAYS
from salesdesk.domain.moments import DAY
from salesdesk.domain.settings import (
    GUARD_COUNT,
    LIMIT_COLD,
    LIMIT_HOT,
    LIMIT_WARM,
    PERIOD,
    SharedSettings,
)
from salesdesk.services import ownership
from salesdesk.services.admin import forecast, settings
from tests.support.factories import Office

WANTED = {LIMIT_COLD.key: "20", LIMIT_WARM.key: "45", LIMIT_HOT.key: "30", PERIOD.key: "60"}
WOULD_BE = Limits(20 * DAY, 45 * DAY, 30 * DAY, 60 * DAY)


def random_customers(office: Office) -> dict[str, IdleFacts]:
    """Eighty bound customers of every age and status, a few of them protected."""
    chance = random.Random(7)
    made = {}
    for _ in range(80):
        status = chance.choice(list(SalesStatus))
        since = office.now - timedelta(seconds=chance.randrange(80 * 86_400))
        spoken = since + (office.now - since) * chance.random()
        last = spoken.replace(microsecond=0) if chance.random() < 0.6 else None
        owner = chance.choice([office.agent_uid, office.other_uid])
        one = office.customer(owner=owner, since=since, last_interaction=last, status=status)
        until = None
        if chance.random() < 0.2:
            until = office.now + timedelta(seconds=chance.randrange(86_400, 40 * 86_400))
            until = until.replace(microsecond=0)
            ownership.protect(office.lead, new_id(), one, until, "A big order.")
        made[one] = IdleFacts(since - DAY, since, last, None, status, until)
    return made


def day_of(office: Office, facts: IdleFacts, limits: Limits) -> int:
    left = departure(facts, limits, office.now).leaves_at - office.now
    return max(0, whole_days(left) + (left % DAY > timedelta()))


def test_it_counts_what_the_rule_says(office: Office) -> None:
    facts = random_customers(office)
    found = forecast.forecast(office.admin, WANTED)
    for leaving, limits in ((found.as_is, Limits()), (found.as_would_be, WOULD_BE)):
        days = {one: day_of(office, each, limits) for one, each in facts.items()}
        for status in SalesStatus:
            expected = [
                sum(days[one] <= day for one, each in facts.items() if each.status is status)
                for day in range(FORECAST_DAYS + 1)
            ]
            assert list(leaving.by_day[status]) == expected, (status, limits)
    assert found.bound == 80


def test_whom_it_touches_is_the_list_and_its_sum_by_agent(office: Office) -> None:
    facts = random_customers(office)
    found = forecast.forecast(office.admin, WANTED)
    before = {one for one, each in facts.items() if day_of(office, each, Limits()) <= 14}
    after = {one for one, each in facts.items() if day_of(office, each, WOULD_BE) <= 14}
    assert set(forecast.touched(office.admin, WANTED)) == before ^ after
    assert (found.stay, found.leave) == (len(before - after), len(after - before))
    assert sum(number for _, number in found.agents) == len(before ^ after)
    assert {name for name, _ in found.agents} <= {"Andi Firmansyah", "Eko Saputra"}
    now = {
        one for one, each in facts.items() if departure(each, WOULD_BE, office.now).due(office.now)
    }
    assert set(forecast.due_now(office.admin, WANTED)) == now
    assert found.as_would_be.by(0) == len(now)


def test_it_says_when_the_guard_would_hold_the_next_run(office: Office) -> None:
    office.customers(30, owner=office.agent_uid, since=office.now - 25 * DAY)
    assert not forecast.forecast(office.admin, {}).held, "nobody is due"
    shorter = {LIMIT_COLD.key: "20"}
    assert forecast.forecast(office.admin, shorter).held
    assert forecast.forecast(office.admin, shorter).frees_now == 30
    raised = {**shorter, GUARD_COUNT.key: "1000"}
    assert not forecast.forecast(office.admin, raised).held
    office.database.execute("DELETE FROM salesdesk_state WHERE name = 'releases_confirmed_at'")
    assert forecast.forecast(office.admin, raised).held, "no run was ever confirmed"


def test_only_who_may_change_them_and_only_values_that_can_be(office: Office) -> None:
    with pytest.raises(NotAllowed):
        forecast.forecast(office.lead, {})
    with pytest.raises(Invalid) as refusal:
        forecast.forecast(office.admin, {LIMIT_COLD.key: "0"})
    assert refusal.value.field == LIMIT_COLD.key
    assert isinstance(settings.read(office.admin), SharedSettings)
