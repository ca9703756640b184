"""Words that the booking application adds to an ENUM: shown and kept, and breaking nothing.

On MariaDB the columns are really altered; on SQLite, where they are plain text, the words are just
written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import CustomerDraft, LeadSource, SalesStatus
from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Duplicates
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.pipeline import BoardQuery
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery, CustomerSort, OwnerFilter, TimelineQuery
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.services import contacts, customers, ownership, stage_moves
from salesdesk.services.admin import doctor
from salesdesk.services.lists import board, handover, palette, pool, reminders, states, today
from salesdesk.services.lists import customers as lists
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.reports import agents, engagement, methods, releases, workload
from salesdesk.services.reports import pipeline as pipeline_report
from tests.support.factories import NOON, Office, draft
from tests.support.import_work import Importer
from tests.support.invariants import breaches


@pytest.fixture
def strange(widened: Office) -> tuple[Office, str, str]:
    """A customer, bound to the agent, and a contact of hers, both with words of others."""
    office = widened
    customer = office.customer("Sinta", owner=office.agent_uid, phone="+6281299990001")
    office.closed_spell(customer, office.other_uid, NOON - 20 * DAY, NOON - 9 * DAY)
    contact = office.contact(customer)
    for statement in (
        "UPDATE customers SET lead_source = 'TikTok', sales_status = 'vip'",
        "UPDATE customer_contacts SET contact_method = 'email', contact_status = 'voicemail'",
        "UPDATE customer_binding_history SET unbinding_reason = 'left_company' "
        "WHERE binding_end_date IS NOT NULL",
    ):
        office.database.execute(statement)
    return office, customer, contact


def words(office: Office, customer: str) -> tuple[object, ...]:
    [found] = office.database.execute(
        "SELECT lead_source, sales_status FROM customers WHERE id = %s", customer
    )
    return found


def test_every_list_shows_them(strange: tuple[Office, str, str]) -> None:
    office, customer, _ = strange
    lead = office.lead
    for sort in CustomerSort:
        [row] = lists.page(lead, CustomerQuery(sort=sort)).rows
        assert (row.source, row.foreign_status) == (LeadSource("TikTok"), "vip")
        assert (row.last_method, row.last_outcome) == (Method("email"), Outcome("voicemail"))
        assert row.status is SalesStatus.COLD
    entries = lists.timeline(lead, TimelineQuery(customer)).rows
    assert any(entry.method == "email" and entry.outcome == "voicemail" for entry in entries)
    assert any(entry.reason == "left_company" for entry in entries)
    assert [row.reason for row in lists.ownership(lead, customer).rows][1] == "left_company"


MONTH = ReportScope(Period((NOON - 30 * DAY).date(), NOON.date()))

READINGS: dict[str, Callable[[Office, str], object]] = {
    "count": lambda office, _: lists.count(office.lead, CustomerQuery()),
    "details": lambda office, one: lists.details(office.lead, one),
    "today": lambda office, _: today.counts(office.agent, today.mine(office.agent)),
    "today's rows": lambda office, one: today.rows(office.agent, today.mine(office.agent), [one]),
    "logged today": lambda office, _: today.logged(office.agent),
    "board": lambda office, _: board.figures(office.lead, BoardQuery(OwnerFilter())),
    "cards": lambda office, one: board.cards(office.lead, BoardQuery(OwnerFilter()), [one]),
    "palette": lambda office, _: palette.beginning(office.lead, "Sinta"),
    "reminders": lambda office, _: reminders.upcoming(office.agent),
    "hand-over": lambda office, one: handover.of(office.lead, one),
    "states": lambda office, _: states.counts(office.lead),
    "doctor": lambda office, _: doctor.examine(office.admin),
    "contact form": lambda office, one: contacts.prospect(office.agent, one),
    "customer form": lambda office, one: customers.get(office.lead, one),
    "agents": lambda office, _: agents.figures(office.lead, MONTH),
    "engagement": lambda office, _: engagement.figures(office.lead, MONTH),
    "methods": lambda office, _: methods.figures(office.lead, MONTH),
    "releases": lambda office, _: releases.figures(office.lead, MONTH),
    "workload": lambda office, _: workload.figures(office.lead, MONTH),
    "pipeline": lambda office, _: pipeline_report.figures(office.lead, MONTH),
}


@pytest.mark.parametrize("name", list(READINGS))
def test_every_reading_goes_on(strange: tuple[Office, str, str], name: str) -> None:
    office, customer, _ = strange
    assert READINGS[name](office, customer) is not None


def test_the_pool_shows_them(strange: tuple[Office, str, str]) -> None:
    office, customer, _ = strange
    ownership.release(office.agent, new_id(), customer, OwnershipSeen(office.agent_uid))
    [row] = pool.page(office.other, PoolQuery()).rows
    assert row.customer.foreign_status == "vip"
    assert handover.of(office.other, customer) is not None
    ownership.claim(office.other, new_id(), customer)
    assert words(office, customer) == ("TikTok", "vip")


def test_acts_keep_them(strange: tuple[Office, str, str]) -> None:
    office, customer, contact = strange
    contacts.log(office.agent, draft(customer))
    seen = customers.get(office.agent, customer)
    typed = CustomerDraft(
        customer, "Sinta Dewi", seen.phone, seen.company or "", seen.address,
        seen.lead_source, seen.sales_status,
    )  # fmt: skip
    customers.edit(office.agent, new_id(), typed, seen)
    assert words(office, customer) == ("TikTok", "vip")
    old = contacts.get(office.lead, contact)
    assert (old.method, old.outcome) == (Method("email"), Outcome("voicemail"))
    noted = replace(draft(customer), method=old.method, outcome=old.outcome, notes="Sent a menu.")
    contacts.edit(office.lead, new_id(), old, noted)
    assert office.database.execute(
        "SELECT contact_method, contact_status, notes FROM customer_contacts WHERE id = %s", contact
    ) == [("email", "voicemail", "Sent a menu.")]
    contacts.delete(office.lead, new_id(), contact)
    office.pass_time(timedelta(days=31))
    assert run.run(office.lead, Cause.STARTUP).released == 1
    assert words(office, customer) == ("TikTok", "vip")
    assert breaches(office.database) == []


def test_each_word_gives_way_to_one_that_is_chosen(strange: tuple[Office, str, str]) -> None:
    office, customer, contact = strange
    stage_moves.move(office.agent, new_id(), customer, SalesStatus.COLD, SalesStatus.WARM)
    seen = customers.get(office.agent, customer)
    typed = CustomerDraft(
        customer, seen.name, seen.phone, "", seen.address, LeadSource.CANVAS, seen.sales_status
    )
    customers.edit(office.agent, new_id(), typed, seen)
    assert words(office, customer) == ("Canvas", "warm")
    old = contacts.get(office.lead, contact)
    contacts.edit(office.lead, new_id(), old, draft(customer, notes=""))
    changed = contacts.get(office.lead, contact)
    assert (changed.method, changed.outcome) == (Method.CALL, Outcome.SUCCESSFUL)


def test_a_move_that_meets_another_words_conflict_names_it(
    strange: tuple[Office, str, str],
) -> None:
    office, customer, _ = strange
    office.database.execute("UPDATE customers SET sales_status = 'hot'")
    with pytest.raises(Exception, match="from cold to hot"):
        stage_moves.move(office.agent, new_id(), customer, SalesStatus.COLD, SalesStatus.WARM)


def test_an_import_fills_beside_them(strange: tuple[Office, str, str], tmp_path: Path) -> None:
    office, customer, _ = strange
    importer = Importer(office, tmp_path)
    text = "name,phone,company,source,status\nSinta,+6281299990001,PT Maju,Canvas,warm\n"
    done = importer.run(importer.file(text), duplicates=Duplicates.FILL)
    assert done.tally.filled == 1
    assert words(office, customer)[0] == "TikTok"
    assert customers.get(office.lead, customer).company == "PT Maju"
    importer.take_back(done.import_id)
    assert customers.get(office.lead, customer).company is None
