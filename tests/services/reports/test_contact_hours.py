"""The cache of contacts by hours says what the rows say, whoever wrote them, as of its refresh."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.moments import DAY
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.domain.settings import CONTACT_HOURS, OFFICE_ZONE
from salesdesk.services import contact_hours
from salesdesk.services import contacts as contact_acts
from salesdesk.services.reports import agents, engagement
from salesdesk.services.session import Session
from salesdesk.storage.reads.reports.scope import STALE
from tests.support.factories import NOON, Office, draft
from tests.support.report_cases import CUSTOMERS, PEOPLE, TABLES, contacts, customer, fill, frames
from tests.support.report_records import MONTH
from tests.support.rows import key, put

REPORTS = (agents.figures, engagement.figures)
WIDE = dataclasses.replace(
    MONTH, period=dataclasses.replace(MONTH.period, first=MONTH.before.period.first)
)

Row = dict[str, object]


def turn(office: Office, word: str, key_of: str = CONTACT_HOURS.key) -> None:
    """Write a shared setting, without the event of a person's act."""
    database = office.database
    database.execute("DELETE FROM global_settings WHERE setting_key = %s", key_of)
    database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)", key_of, word
    )


def figures(session: Session, report_scope: ReportScope) -> list[Any]:
    """The reports that count contacts, without saying as of when."""
    return [
        dataclasses.replace(read(session, report_scope), contacts_as_of=None) for read in REPORTS
    ]


def uses(office: Office, report_scope: ReportScope = MONTH) -> bool:
    """Whether the cache is asked."""
    return agents.figures(office.lead, report_scope).contacts_as_of is not None


def both(office: Office, report_scope: ReportScope) -> tuple[list[Any], list[Any]]:
    """The figures from the cache, and from the rows."""
    turn(office, "on")
    kept = figures(office.lead, report_scope)
    turn(office, "off")
    return kept, figures(office.lead, report_scope)


def rows_of(office: Office, customer_id: str) -> None:
    """Three contacts of two people."""
    office.contact(customer_id, at=NOON - DAY)
    office.contact(customer_id, at=NOON - 40 * DAY, outcome=Outcome.UNSUCCESSFUL)
    office.contact(
        customer_id, by=office.other_uid, at=NOON - timedelta(hours=3), method=Method.VISIT
    )


def test_it_is_off_and_unasked_until_it_is_turned_on(office: Office) -> None:
    rows_of(office, office.customer())
    assert contact_hours.refresh(office.agent) is None
    assert not uses(office)
    turn(office, "on")
    assert not uses(office)
    assert contact_hours.refresh(office.agent) == 3
    assert agents.figures(office.lead, MONTH).contacts_as_of == NOON
    assert contact_hours.refresh(office.agent) == 0
    assert contact_hours.refresh(office.agent, unless_within=timedelta(minutes=10)) is None
    office.pass_time(STALE + timedelta(seconds=1))
    assert not uses(office)


def test_own_foreign_and_back_dated_writes_edits_and_deletes_show_after_a_refresh(
    office: Office,
) -> None:
    turn(office, "on")
    ana, budi = office.customer("Ana", owner=office.agent_uid), office.customer("Budi")
    rows_of(office, ana)
    contact_hours.refresh(office.agent)
    logged = contact_acts.log(office.agent, draft(ana)).contact
    assert logged is not None
    contact_acts.log(office.agent, draft(ana, when=NOON - 20 * DAY, outcome=Outcome.UNSUCCESSFUL))
    foreign = [
        {
            "id": key(number, 9), "customer_id": budi, "contacted_by_uid": uid,
            "contact_method": "visit", "contact_status": "successful", "contact_date": at,
        }
        for number, (uid, at) in enumerate(
            [("uid-gone", NOON - 34 * DAY), (office.other_uid, NOON - timedelta(minutes=61))]
        )
    ]  # fmt: skip
    put(office.database, "customer_contacts", foreign)
    office.database.execute(
        "UPDATE customer_contacts SET contact_status = %s WHERE id = %s", "unsuccessful", logged.id
    )
    office.database.execute("DELETE FROM customer_contacts WHERE contacted_by_uid = %s "
                            "AND contact_method = %s AND customer_id = %s",
                            office.other_uid, "visit", ana)  # fmt: skip
    contact_hours.refresh(office.agent)
    kept, counted = both(office, WIDE)
    assert kept == counted


def test_a_change_to_an_old_contact_shows_after_a_whole_refresh(office: Office) -> None:
    turn(office, "on")
    ana = office.customer("Ana")
    rows_of(office, ana)
    contact_hours.refresh(office.agent)
    office.contact(ana, at=NOON - 50 * DAY)
    assert contact_hours.refresh(office.agent) == 0
    assert contact_hours.refresh(office.agent, whole=True) == 1
    kept, counted = both(office, WIDE)
    assert kept == counted
    turn(office, "on")
    office.contact(ana, at=NOON - 51 * DAY)
    office.pass_time(DAY)
    assert contact_hours.refresh(office.agent) == 1


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Kolkata", "Europe/Berlin"])
def test_over_generated_rows_and_frames_it_says_what_the_rows_say(
    office: Office, zone: str
) -> None:
    turn(office, zone, OFFICE_ZONE.key)
    people = tuple(customer(number + 1) for number in range(CUSTOMERS))
    empty: dict[str, Sequence[Row]] = dict.fromkeys(TABLES, ())

    @settings(
        max_examples=6,
        phases=(Phase.generate,),
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(
        st.tuples(*people), st.lists(contacts, max_size=12), st.lists(contacts, max_size=6), frames
    )
    def holds(
        customers: Sequence[Row],
        first: Sequence[Row],
        later: Sequence[Row],
        report_scope: ReportScope,
    ) -> None:
        turn(office, "on")
        for written in (first, later):
            fill(office, {**empty, "customers": customers, "customer_contacts": written})
            contact_hours.refresh(office.agent, whole=True)
            kept = figures(office.lead, report_scope)
            turn(office, "off")
            assert kept == figures(office.lead, report_scope)
            turn(office, "on")

    holds()


def test_a_zone_of_half_hours_and_filters_of_customers_are_answered_by_the_rows(
    office: Office,
) -> None:
    turn(office, "on")
    rows_of(office, office.customer())
    contact_hours.refresh(office.agent)
    office.database.execute("DELETE FROM customer_contacts")
    assert agents.figures(office.lead, MONTH).team.contacts.count == 2
    hot = dataclasses.replace(MONTH, agents=frozenset(PEOPLE))
    assert agents.figures(office.lead, hot).team.contacts.count == 2
    narrowed = dataclasses.replace(MONTH, statuses=frozenset({SalesStatus.HOT}))
    assert agents.figures(office.lead, narrowed).team.contacts.count == 0
    turn(office, "Asia/Kolkata", OFFICE_ZONE.key)
    # A desktop hears of it within the minute for which it keeps the settings by which it shows.
    office.store.forget_settings()
    assert agents.figures(office.lead, MONTH).team.contacts.count == 0


def test_a_cache_that_is_noted_ahead_of_the_clock_is_neither_used_nor_rested_on(
    office: Office,
) -> None:
    turn(office, "on")
    office.move_clock(NOON + 365 * DAY)
    contact_hours.refresh(office.agent)
    office.move_clock(NOON)
    assert not uses(office)
    rows_of(office, office.customer())
    assert contact_hours.refresh(office.agent, unless_within=timedelta(minutes=10)) == 3
    assert uses(office)
