"""What an export hands over: whose rows, which columns, what is withheld, and its event."""

from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.exporting import (
    CustomerField,
    CustomersTable,
    FollowUp,
    FollowUps,
    Line,
    PhoneText,
    PoolTable,
    guarded,
    risky,
)
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery, CustomerSort, OwnerFilter, OwnerScope
from salesdesk.domain.query_facts import facts_of, query_of
from salesdesk.services import exporting
from salesdesk.services.exporting import Batch
from salesdesk.services.session import Session
from tests.support.factories import Office

F = CustomerField


class Taken:
    """What an export handed over."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.follow_ups: list[FollowUp] = []
        self.totals: list[int] = []

    def __call__(self, batch: Batch) -> None:
        self.lines += batch.lines
        self.follow_ups += batch.follow_ups
        self.totals.append(batch.total)


def event_of(office: Office, event_id: str) -> dict[str, object]:
    """The details of an export's event."""
    found = office.store.read(lambda reading: reading.events.get(event_id))
    assert found is not None
    assert found.kind == EventKind.EXPORTED
    return dict(found.details)


def without(session: Session, *permissions: Permission) -> Session:
    """The desk of somebody whose role withholds these."""
    actor = session.actor
    held = actor.permissions - frozenset(permissions)
    return replace(session, actor=type(actor)(actor.uid, actor.name, actor.role, held))


def test_it_hands_over_the_columns_filters_and_order_asked_for(office: Office) -> None:
    office.customer("Budi", owner=office.agent_uid, status=SalesStatus.HOT, phone="0812 1111 222")
    office.customer("Citra", owner=office.agent_uid, company="PT Baja")
    office.customer("Dewi", owner=office.other_uid)
    query = CustomerQuery(owner=OwnerFilter(OwnerScope.PERSON, office.agent_uid), descending=True)
    taken, event_id = Taken(), new_id()
    columns = (F.COMPANY, F.NAME, F.STATUS, F.PHONE, F.OWNER, F.DAYS_LEFT)
    assert exporting.run(office.lead, event_id, CustomersTable(query, columns), taken) == 2
    first, second = taken.lines
    assert (first[0], first[1], first[4], first[5]) == ("PT Baja", "Citra", "Andi Firmansyah", 30)
    assert (second[1], second[2], second[3]) == ("Budi", SalesStatus.HOT, "+62 812-1111-222")
    assert isinstance(second[3], PhoneText)
    assert set(taken.totals) == {2}
    told = event_of(office, event_id)
    assert (told["outcome"], told["rows"], told["what"]) == ("done", 2, "customers")
    assert query_of(told["query"]) == query  # type: ignore[arg-type]


def test_many_pages_hold_everybody_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "PAGE", 7)
    office.customers(40, owner=office.agent_uid, since=office.now - timedelta(days=3))
    for sort in (CustomerSort.NAME, CustomerSort.LAST_CONTACT, CustomerSort.DAYS_LEFT):
        taken = Taken()
        table = CustomersTable(CustomerQuery(sort=sort), (F.NAME,))
        assert exporting.run(office.lead, new_id(), table, taken) == 40
        assert len(set(taken.lines)) == 40


def test_who_moves_meanwhile_is_neither_lost_nor_doubled(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole file is as of one moment, whatever is written between two pages."""
    monkeypatch.setattr(exporting, "PAGE", 2)
    ids = [office.customer(f"Customer {number}") for number in range(6)]
    taken = Taken()

    def take(batch: Batch) -> None:
        taken(batch)
        if len(taken.lines) == 2:
            _rename(office, ids[0], "Zacky")
            _rename(office, ids[5], "Ani")

    table = CustomersTable(CustomerQuery(), (F.NAME,))
    exporting.run(office.lead, new_id(), table, take)
    assert [line[0] for line in taken.lines] == [f"Customer {number}" for number in range(6)]


def _rename(office: Office, customer_id: str, name: str) -> None:
    office.database.execute("UPDATE customers SET name = %s WHERE id = %s", name, customer_id)


def test_a_listed_export_keeps_the_order_and_drops_who_is_gone(office: Office) -> None:
    ids = [office.customer(name) for name in ("Budi", "Ani")]
    taken = Taken()
    table = CustomersTable(CustomerQuery(), (F.NAME,), (ids[0], new_id(), ids[1]))
    assert exporting.run(office.lead, new_id(), table, taken) == 2
    assert taken.lines == [("Budi",), ("Ani",)]


def test_without_the_permission_nothing_is_read_and_no_event_written(office: Office) -> None:
    office.customer("Budi")
    taken, event_id = Taken(), new_id()
    for table in (CustomersTable(CustomerQuery()), PoolTable(PoolQuery()), FollowUps(None)):
        with pytest.raises(NotAllowed):
            exporting.run(office.agent, event_id, table, taken)
    # The role may have changed since the person signed in.
    stale = replace(office.agent, actor=office.lead.actor)
    pretending = type(stale.actor)(
        office.agent_uid, "Andi", "Team Lead", office.lead.actor.permissions
    )
    with pytest.raises(NotAllowed):
        exporting.run(
            replace(stale, actor=pretending), event_id, CustomersTable(CustomerQuery()), taken
        )
    assert taken.totals == []
    assert office.store.read(lambda reading: reading.events.get(event_id)) is None


def test_what_the_role_may_not_see_is_not_in_the_file(office: Office) -> None:
    office.customer("Free", phone="+6281211112222")
    office.customer("Bound", owner=office.agent_uid, phone="+6281211113333")
    session = without(office.lead, Permission.CUSTOMERS_VIEW_PHONE_IN_POOL)
    taken = Taken()
    exporting.run(session, new_id(), CustomersTable(CustomerQuery(), (F.NAME, F.PHONE)), taken)
    assert taken.lines == [("Bound", "+62 812-1111-3333"), ("Free", None)]
    table = CustomersTable(CustomerQuery(sort=CustomerSort.PHONE), (F.NAME,))
    assert exporting.run(session, new_id(), table, Taken()) == 2


def test_the_pool_tells_how_it_came_to_that(office: Office) -> None:
    free = office.customer("Budi", created=office.now - timedelta(days=90))
    start, end = office.now - timedelta(days=60), office.now - timedelta(days=20)
    office.closed_spell(free, office.agent_uid, start, end)
    office.contact(free, at=start, method=Method.CALL, outcome=Outcome.SUCCESSFUL)
    office.customer("Bound", owner=office.agent_uid)
    columns = (F.NAME, F.FREE_SINCE, F.CAME_BACK, F.LAST_OWNER, F.BEST_METHOD, F.LAST_OUTCOME)
    taken = Taken()
    exporting.run(office.lead, new_id(), PoolTable(PoolQuery(), columns), taken)
    assert taken.lines == [("Budi", end, 1, "Andi Firmansyah", Method.CALL, Outcome.SUCCESSFUL)]


def test_follow_ups_of_one_person_or_of_all(office: Office) -> None:
    for owner, days in ((office.agent_uid, -2), (office.agent_uid, 3), (office.other_uid, 0)):
        due = office.now + timedelta(days=days)
        one = office.customer(f"{owner} {days}", owner=owner, since=office.now - timedelta(9))
        office.contact(one, by=owner, at=office.now - timedelta(days=5), next_step=due)
    office.customer("Without", owner=office.agent_uid)
    mine, everybodys = Taken(), Taken()
    assert exporting.run(office.lead, new_id(), FollowUps(office.agent_uid), mine) == 2
    assert exporting.run(office.lead, new_id(), FollowUps(None), everybodys) == 3
    assert {one.due for one in mine.follow_ups} == {
        office.now + timedelta(days=-2),
        office.now + timedelta(days=3),
    }


class _StopError(Exception):
    """Stops an export."""


def test_a_stopped_export_says_so_in_its_event(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "PAGE", 5)
    office.customers(12, owner=office.agent_uid, since=office.now)
    taken, event_id = Taken(), new_id()

    def take(batch: Batch) -> None:
        if taken.lines:
            raise _StopError
        taken(batch)

    with pytest.raises(_StopError):
        exporting.run(office.lead, event_id, CustomersTable(CustomerQuery()), take)
    told = event_of(office, event_id)
    assert (told["outcome"], told["rows"]) == ("stopped", 5)


def test_a_slow_order_of_too_many_is_refused_as_on_the_screen(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdesk.services.lists.orders.SLOW_SORT_LIMIT", 3)
    office.customers(4, owner=office.agent_uid, since=office.now)
    slow = CustomersTable(CustomerQuery(sort=CustomerSort.COMPANY))
    with pytest.raises(Refusal, match="narrow the list"):
        exporting.run(office.lead, new_id(), slow, Taken())


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_takes_for_a_formula_is_guarded(text: str) -> None:
    assert risky(text)
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Budi", "", "1+1", PhoneText("+62 812-1111-2222"), "a=b"])
def test_what_is_none_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize(
    "typed", ["=1+62812111122", "+62812-9034", "\t+6281211112222", "-081211112222"]
)
def test_a_number_that_is_none_keeps_its_guard(office: Office, typed: str) -> None:
    office.customer("Budi", phone=typed)
    taken = Taken()
    exporting.run(office.lead, new_id(), CustomersTable(CustomerQuery(), (F.PHONE,)), taken)
    ((cell,),) = taken.lines
    assert isinstance(cell, str)
    shown = guarded(cell)
    assert shown.startswith("'") or (isinstance(cell, PhoneText) and " " in cell)


def test_a_query_survives_being_facts() -> None:
    query = CustomerQuery(
        "siti", frozenset(SalesStatus), OwnerFilter(OwnerScope.BOUND), sort=CustomerSort.OWNER
    )
    assert query_of(facts_of(query)) == query
