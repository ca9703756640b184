"""Today: five sections, each customer in the first that fits, and the facts for the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import CustomerDraft, SalesStatus
from salesdesk.domain.day import NEEDING, Section, TodayQuery, TodayRow
from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen, UnbindingReason
from salesdesk.domain.people import SYSTEM, Actor
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import Count, OwnerFilter, OwnerScope, PageKey
from salesdesk.domain.settings import LIMIT_COLD, LIMIT_WARM
from salesdesk.services import contacts, customers, follow_ups, ownership, summaries
from salesdesk.services.lists import today
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office, draft
from tests.support.settings import set_to

HOUR = timedelta(hours=1)


def listed(
    session: Session, section: Section, query: TodayQuery | None = None, limit: int = 50
) -> list[TodayRow]:
    """All rows of a section, page by page."""
    found: list[TodayRow] = []
    after: PageKey | None = None
    while True:
        page = today.page(session, query or today.mine(session), section, after, limit)
        found += page.rows
        after = page.after
        if after is None:
            return found


def names(session: Session, section: Section, query: TodayQuery | None = None) -> list[str]:
    """Who stands in a section, in its order."""
    return [row.customer.name for row in listed(session, section, query)]


@pytest.fixture
def day(office: Office) -> Office:
    """An agent's customers, one for each reason, and one who needs nothing."""
    me, now = office.agent_uid, office.now
    office.customer("Leaves in two", owner=me, since=now - 28 * DAY)
    late = office.customer("Leaves in five, late", owner=me, since=now - 40 * DAY)
    office.contact(late, at=now - 25 * DAY, next_step=now - 9 * DAY)
    overdue = office.customer("Late", owner=me, since=now - 40 * DAY, status=SalesStatus.WARM)
    office.contact(
        overdue, at=now - 5 * DAY, next_step=now - 2 * DAY, notes="Ask about the menu",
        method=Method.WHATSAPP, outcome=Outcome.UNSUCCESSFUL, by=office.other_uid,
    )  # fmt: skip
    later = office.customer("Later today", owner=me, since=now - DAY)
    office.contact(later, at=now - HOUR, next_step=now + 2 * HOUR)
    sooner = office.customer("Sooner today", owner=me, since=now - DAY)
    office.contact(sooner, at=now - HOUR, next_step=now + HOUR)
    office.customer("Hot, no step", owner=me, since=now - 3 * DAY, status=SalesStatus.HOT)
    office.customer("Warm, no step", owner=me, since=now - 4 * DAY, status=SalesStatus.WARM)
    office.customer("Cold, no step", owner=me, since=now - 3 * DAY)
    planned = office.customer("Planned", owner=me, since=now - DAY, status=SalesStatus.HOT)
    office.contact(planned, at=now - HOUR, next_step=now + 5 * DAY)
    office.customer("Somebody else's", owner=office.other_uid, since=now - 28 * DAY)
    return office


def test_each_customer_stands_in_the_first_section_that_fits(day: Office) -> None:
    assert names(day.agent, Section.RELEASING) == ["Leaves in two", "Leaves in five, late"]
    assert names(day.agent, Section.OVERDUE) == ["Late"]
    assert names(day.agent, Section.TODAY) == ["Sooner today", "Later today"]
    assert names(day.agent, Section.WITHOUT_STEP) == ["Warm, no step", "Hot, no step"]


def test_the_whole_day_is_its_sections_its_counts_and_what_was_logged(day: Office) -> None:
    gone = day.customer("Gone again", owner=day.other_uid, since=day.now - DAY)
    ownership.release(day.lead, new_id(), gone, OwnershipSeen(day.other_uid))
    contacts.log(day.agent, draft(day.customer("Called"), method=Method.VISIT))
    session, query = day.agent, today.mine(day.agent)
    whole = today.day(session, query)
    assert whole.now == day.now
    assert whole.counts == today.counts(session, query)
    assert whole.logged == today.logged(session) == {Method.CALL: 3, Method.VISIT: 1}
    for section in Section:
        assert whole.pages[section] == today.page(session, query, section)
        assert whole.pages[section].rows
    searched = replace(query, search="late")
    names = [
        row.customer.name for row in today.day(session, searched).pages[Section.RELEASING].rows
    ]
    assert names == ["Leaves in five, late"]


def test_a_day_that_was_read_before_is_of_the_moment_at_which_it_is_read_again(
    day: Office,
) -> None:
    contacts.log(day.agent, draft(day.customer("Called"), method=Method.VISIT))
    session, query = day.agent, today.mine(day.agent)
    before = today.day(session, query)
    day.pass_time(DAY)
    after = today.day(session, query)
    assert before.pages[Section.TODAY].rows
    assert not after.pages[Section.TODAY].rows
    assert (bool(before.logged), after.logged) == (True, {})
    assert after.counts == today.counts(session, query)
    for section in Section:
        assert after.pages[section] == today.page(session, query, section)


def test_a_longer_section_is_read_as_far_as_it_is_shown(office: Office) -> None:
    since = office.now - 28 * DAY
    office.customers(70, owner=office.agent_uid, since=since)
    session, query = office.agent, today.mine(office.agent)
    first = today.day(session, query).pages[Section.RELEASING]
    assert (len(first.rows), first.after is None) == (50, False)
    more = today.day(session, query, {Section.RELEASING: 60}).pages[Section.RELEASING]
    assert len(more.rows) == 60
    rest = today.page(session, query, Section.RELEASING, more.after)
    ids = [row.customer.id for row in (*more.rows, *rest.rows)]
    assert ids == sorted(set(ids))
    assert len(ids) == 70


def test_counts_are_those_of_the_lists_and_the_navigation_sums_the_first_four(day: Office) -> None:
    counts = today.counts(day.agent, today.mine(day.agent))
    for section in Section:
        assert counts.of(section) == Count(len(listed(day.agent, section)))
    assert counts.needing == Count(sum(counts.of(section).number for section in NEEDING))
    assert counts.needing.number == 7


def test_a_count_stops_at_its_cap(day: Office) -> None:
    exact = today.counts(day.agent, today.mine(day.agent), cap=None)
    assert not exact.rough
    assert exact == today.counts(day.agent, today.mine(day.agent))
    counts = today.counts(day.agent, today.mine(day.agent), cap=1)
    assert counts.kept(exact) == exact
    assert counts.of(Section.RELEASING) == Count(1, more=True)
    assert counts.of(Section.OVERDUE) == Count(1)
    assert counts.needing == Count(4, more=True)


def test_a_row_has_the_facts_for_its_reason(day: Office) -> None:
    (row,) = listed(day.agent, Section.OVERDUE)
    assert row.section is Section.OVERDUE
    assert (row.note, row.by_name) == ("Ask about the menu", "Eko Saputra")
    customer = row.customer
    assert (customer.last_method, customer.last_outcome) == (Method.WHATSAPP, Outcome.UNSUCCESSFUL)
    assert customer.last_contact == day.now - 5 * DAY
    assert customer.next_step == day.now - 2 * DAY
    assert customer.departure is not None
    assert customer.departure.leaves_at == day.now + 25 * DAY
    (first, _) = listed(day.agent, Section.RELEASING)
    assert (first.note, first.by_name, first.customer.last_contact) == (None, None, None)


def test_the_note_is_the_plans_where_a_plan_counts(day: Office) -> None:
    (row,) = listed(day.agent, Section.OVERDUE)
    day.pass_time(HOUR)
    follow_ups.plan(day.agent, new_id(), row.customer.id, day.now + HOUR, "Send the quotation")
    moved = today.rows(day.agent, today.mine(day.agent), [row.customer.id])[row.customer.id]
    assert moved is not None
    assert (moved.section, moved.note) == (Section.TODAY, "Send the quotation")


def test_pages_hold_every_row_once_in_one_order(office: Office) -> None:
    for days in range(7):
        for number in range(3):
            office.customer(
                f"{days}-{number}", owner=office.agent_uid, since=office.now - (29 - days) * DAY
            )
    whole = listed(office.agent, Section.RELEASING)
    assert len(whole) == 21
    paged = listed(office.agent, Section.RELEASING, limit=4)
    assert [row.customer.id for row in paged] == [row.customer.id for row in whole]
    leaving = [row.customer.departure.leaves_at for row in whole if row.customer.departure]
    assert leaving == sorted(leaving)


def test_a_lead_sees_anyones_day(day: Office) -> None:
    everybody = TodayQuery(OwnerFilter(OwnerScope.BOUND))
    assert "Somebody else's" in names(day.lead, Section.RELEASING, everybody)
    andis = TodayQuery(OwnerFilter(OwnerScope.PERSON, day.agent_uid))
    assert names(day.lead, Section.RELEASING, andis) == names(day.agent, Section.RELEASING)
    assert names(day.lead, Section.RELEASING) == []


def test_search_narrows_every_section(day: Office) -> None:
    mine = replace(today.mine(day.agent), search="late")
    assert names(day.agent, Section.RELEASING, mine) == ["Leaves in five, late"]
    assert names(day.agent, Section.OVERDUE, mine) == ["Late"]
    counts = today.counts(day.agent, mine)
    assert counts.needing == Count(3)


def test_a_logged_contact_lets_the_row_leave(day: Office) -> None:
    (row,) = listed(day.agent, Section.OVERDUE)
    contacts.log(day.agent, draft(row.customer.id, next_step=day.now + 9 * DAY))
    ids = [row.customer.id, "gone"]
    assert today.rows(day.agent, today.mine(day.agent), ids) == {
        row.customer.id: None,
        "gone": None,
    }
    assert names(day.agent, Section.OVERDUE) == []
    assert today.logged(day.agent) == {Method.CALL: 4}


def test_the_contacts_of_the_offices_day_are_counted_by_method(office: Office) -> None:
    customer = office.customer()
    midnight = NOON.replace(hour=17) - DAY
    office.contact(customer, at=midnight - timedelta(seconds=1), method=Method.VISIT)
    office.contact(customer, at=midnight, method=Method.WHATSAPP)
    office.contact(customer, at=office.now, method=Method.CALL)
    office.contact(customer, at=office.now, method=Method.CALL, by=office.other_uid)
    assert today.logged(office.agent) == {Method.WHATSAPP: 1, Method.CALL: 1}
    assert today.logged(office.lead, office.other_uid) == {Method.CALL: 1}


def test_what_was_freed_today_is_new_in_the_pool(office: Office) -> None:
    office.customer("Free for long")
    idle = office.customer("Idle", owner=office.agent_uid, since=office.now - 31 * DAY)
    given = office.customer("Given back", owner=office.agent_uid, since=office.now - DAY)
    run.confirm(office.lead)
    run.run(Session(office.store, SYSTEM), Cause.STARTUP)
    office.pass_time(HOUR)
    ownership.release(office.agent, new_id(), given, OwnershipSeen(office.agent_uid))
    rows = listed(office.other, Section.NEW_IN_POOL)
    assert [row.customer.id for row in rows] == [given, idle]
    first, second = (row.freed for row in rows)
    assert first is not None
    assert second is not None
    assert (first.at, first.idle_days, first.reason) == (
        office.now, None, UnbindingReason.MANUAL_RELEASE,
    )  # fmt: skip
    assert (second.from_name, second.idle_days) == ("Andi Firmansyah", 31)
    assert second.reason is UnbindingReason.INACTIVITY
    ownership.claim(office.other, new_id(), idle)
    assert names(office.other, Section.NEW_IN_POOL) == ["Given back"]
    office.pass_time(DAY)
    assert names(office.other, Section.NEW_IN_POOL) == []


def test_what_another_application_freed_today_is_new_in_the_pool(office: Office) -> None:
    customer = office.customer("Theirs", owner=office.agent_uid, since=office.now - DAY)
    freed = office.now - HOUR
    office.database.execute(
        "UPDATE customers SET bound_to_uid = NULL, binding_start_date = NULL, "
        "binding_status = 'available' WHERE id = %s",
        customer,
    )
    office.database.execute(
        "UPDATE customer_binding_history SET binding_end_date = %s, "
        "unbinding_reason = 'manual_release' WHERE customer_id = %s",
        freed.strftime("%Y-%m-%d %H:%M:%S"),
        customer,
    )
    assert summaries.sweep(replace(office.agent, actor=SYSTEM)) is not None
    (row,) = listed(office.other, Section.NEW_IN_POOL)
    assert row.customer.id == customer
    assert row.freed is not None
    assert (row.freed.at, row.freed.from_name, row.freed.never_held) == (freed, None, False)
    assert today.rows(office.other, today.mine(office.other), [customer])[customer] == row


def test_a_customer_made_without_an_owner_is_new_in_the_pool(office: Office) -> None:
    made = CustomerDraft(new_id(), "Brand new", "0812 999 888 77")
    customers.create(office.agent, made)
    (row,) = listed(office.agent, Section.NEW_IN_POOL)
    assert row.freed is not None
    assert (row.freed.at, row.freed.from_name, row.freed.reason) == (office.now, None, None)
    assert row.freed.never_held


def test_what_a_role_may_not_see_in_the_pool_is_not_in_the_rows(office: Office) -> None:
    customer = office.customer("Secret", owner=office.agent_uid, since=office.now - DAY)
    office.contact(customer, at=office.now - HOUR, notes="Private")
    ownership.release(office.agent, new_id(), customer, OwnershipSeen(office.agent_uid))
    (row,) = listed(office.agent, Section.NEW_IN_POOL)
    assert (row.note, row.customer.phone is None) == ("Private", False)
    narrow = replace(
        office.agent,
        actor=Actor(office.agent_uid, "Andi", "Clerk", frozenset({Permission.CUSTOMERS_VIEW})),
    )
    (row,) = listed(narrow, Section.NEW_IN_POOL)
    assert (row.note, row.customer.phone) == (None, None)
    query = today.mine(office.agent)
    for session, phones in ((office.agent, 1), (narrow, 0), (office.agent, 1)):
        (row,) = today.day(session, query).pages[Section.NEW_IN_POOL].rows
        assert (row.customer.phone is not None) == bool(phones)


def test_nobody_without_the_permission_sees_the_day(office: Office) -> None:
    nobody = replace(office.agent, actor=Actor("uid-x", "X", None, frozenset()))
    mine = today.mine(nobody)
    with pytest.raises(NotAllowed):
        today.page(nobody, mine, Section.OVERDUE)
    with pytest.raises(NotAllowed):
        today.counts(nobody, mine)
    with pytest.raises(NotAllowed):
        today.rows(nobody, mine, [])
    with pytest.raises(NotAllowed):
        today.logged(nobody)


@pytest.mark.parametrize("days", ["24", "60"])
def test_another_limit_drops_nobody_before_the_summaries_are_renewed(
    office: Office, days: str
) -> None:
    for number in range(1, 30):
        since = office.now - number * DAY
        office.customer(owner=office.agent_uid, since=since, status=SalesStatus.WARM)
    set_to(office.admin, LIMIT_WARM.key, days)

    def shown() -> dict[Section, int]:
        whole = today.day(office.agent, today.mine(office.agent))
        found = {section: len(listed(office.agent, section, limit=10)) for section in Section}
        assert found == {section: whole.counts.of(section).number for section in Section}
        assert found == {section: len(page.rows) for section, page in whole.pages.items()}
        return {section: number for section, number in found.items() if number}

    assert shown() == {Section.RELEASING: 7, Section.WITHOUT_STEP: 22}
    row = listed(office.agent, Section.RELEASING)[0].customer
    assert row.departure is not None
    assert row.departure.leaves_at == office.now + (int(days) - 29) * DAY
    assert summaries.sweep(replace(office.agent, actor=SYSTEM)) is not None
    soon = 13 if days == "24" else 0
    there = {Section.RELEASING: soon, Section.WITHOUT_STEP: 29 - soon}
    assert shown() == {section: number for section, number in there.items() if number}


def test_who_was_freed_elsewhere_is_dropped_under_another_limit_too(office: Office) -> None:
    freed = office.customer(owner=office.agent_uid, since=office.now - 28 * DAY)
    set_to(office.admin, LIMIT_COLD.key, "60")
    office.database.execute(
        "UPDATE customers SET bound_to_uid = NULL, binding_status = 'available', "
        "binding_start_date = NULL WHERE id = %s",
        freed,
    )
    assert listed(office.agent, Section.RELEASING) == []
