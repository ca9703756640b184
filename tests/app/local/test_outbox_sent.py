"""What was typed while the server was away, sent into a real database days later."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from salesdesk.app.local.outbox import Outbox
from salesdesk.domain.events import new_id
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import DAY
from salesdesk.domain.queries import TimelineKind, TimelineQuery
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services import contacts
from salesdesk.services.admin import people
from salesdesk.services.lists import customers
from tests.support.database import Database
from tests.support.everything import everything
from tests.support.factories import NOON, Office, draft


@pytest.fixture
def office(database: Database) -> Office:
    """An office on each of the two databases."""
    return Office(database)


def test_a_next_step_that_passed_while_the_contact_waited_is_overdue(
    office: Office, tmp_path: Path
) -> None:
    """Typed on Monday for Tuesday, the server back on Thursday: it is kept, by Monday's clock."""
    customer = office.customer(owner=office.agent_uid)
    outbox = Outbox(tmp_path, "test", office.agent_uid)
    outbox.add(draft(customer, next_step=NOON + DAY), "Siti", NOON)
    office.pass_time(3 * DAY)
    result = outbox.send(partial(contacts.log, office.agent), office.now)
    assert result.refused == ()
    assert result.customer_ids == (customer,)
    told = customers.timeline(office.agent, TimelineQuery(customer)).rows
    [contact] = [entry for entry in told if entry.kind is TimelineKind.CONTACT]
    assert (contact.at, contact.next_step) == (NOON, NOON + DAY)
    [row] = customers.rows(office.agent, [customer])
    assert row.follow_up is FollowUpState.OVERDUE


def test_a_next_step_that_was_past_when_it_was_typed_is_refused(
    office: Office, tmp_path: Path
) -> None:
    customer = office.customer(owner=office.agent_uid)
    outbox = Outbox(tmp_path, "test", office.agent_uid)
    outbox.add(draft(customer, next_step=NOON - DAY), "Siti", NOON)
    outbox.add(draft(customer, next_step=NOON + DAY), "Siti", NOON + 9 * DAY)
    office.pass_time(3 * DAY)
    result = outbox.send(partial(contacts.log, office.agent), office.now)
    assert [kept.reason for kept in result.refused] == [Reason.of(Why.STEP_IN_PAST)] * 2


def test_what_is_typed_while_away_is_dated_by_the_databases_clock(office: Office) -> None:
    """This computer's clock is months off; what it last knew of the database's corrects it."""
    office.agent.now()
    assert abs(office.store.reckoned_now() - office.now) < timedelta(minutes=1)


def test_what_waits_of_somebody_whose_role_has_ended_is_refused_and_kept(
    office: Office, tmp_path: Path
) -> None:
    """Nothing is written, and nothing that was typed is lost: a role given again sends it."""
    customer = office.customer(owner=office.agent_uid)
    outbox, session = Outbox(tmp_path, "test", office.agent_uid), office.agent
    outbox.add(draft(customer, next_step=NOON + DAY), "Siti", NOON)
    people.revoke(office.admin, new_id(), "andi@example.org")
    stood = everything(office.database)
    result = outbox.send(partial(contacts.log, session), office.now)
    assert everything(office.database) == stood
    [kept] = result.refused
    assert kept.reason is not None
    assert kept.reason.why is Why.NEEDS_PERMISSION
    people.grant(office.admin, new_id(), "andi@example.org", "Sales Agent")
    outbox.retry(kept.draft.id)
    assert outbox.send(partial(contacts.log, session), office.now).customer_ids == (customer,)
