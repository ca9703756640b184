"""A day's work on the booking application's own database, whatever its defaults and its rows.

No read or write of the program may meet two collations that cannot be compared (1267), a table
that is too narrow for a character loses nothing, and zero dates stop nobody.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.domain.customer import CustomerDraft, LeadSource, SalesStatus
from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.errors import Invalid, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
    TimelineKind,
    TimelineQuery,
)
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import Aside, AsideReason
from salesdesk.domain.settings import GUARD
from salesdesk.services import (
    contacts,
    customers,
    follow_ups,
    ownership,
    phone_sweep,
    set_asides,
    stage_moves,
)
from salesdesk.services.admin import doctor, people
from salesdesk.services.duplicates import comparing, linking
from salesdesk.services.lists import customers as lists
from salesdesk.services.lists import palette
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import schema
from tests.support.booking_files import DEFAULTS, load_file
from tests.support.database import Database, TestServer, open_database
from tests.support.factories import NOON, Office, draft
from tests.support.invariants import breaches
from tests.support.rows import ZERO, key
from tests.support.settings import set_to

CAKE = "Pesta 🎂 untuk Zoë"


@pytest.fixture(params=DEFAULTS, ids=["unicode", "latin1", "general"])
def booking(request: pytest.FixtureRequest, server: TestServer) -> Iterator[Office]:
    """An office on a database that the booking application made under each default."""
    yield from office_on(server, request.param)


@pytest.fixture
def narrow(server: TestServer) -> Iterator[Office]:
    """An office on a database whose names and notes are latin1."""
    for office in office_on(server, "latin1"):
        server.run(
            f"ALTER TABLE {office.database.url.database}.customers "
            "MODIFY name varchar(255) CHARACTER SET latin1 NOT NULL, "
            "MODIFY company varchar(255) CHARACTER SET latin1",
            f"ALTER TABLE {office.database.url.database}.customer_contacts "
            "MODIFY notes text CHARACTER SET latin1",
        )
        yield office


def office_on(server: TestServer, default: str) -> Iterator[Office]:
    """An office on a new database that was upgraded, not made, by SalesDesk."""
    url = server.fresh_database(default)
    load_file(server, url.database)
    engine = make_engine(url, tls=Tls.OFF)
    schema.upgrade(engine)
    engine.dispose()
    database = open_database(url)
    yield Office(database)
    database.close()
    server.drop(url)


def booked(database: Database, customer_id: str, uid: str) -> None:
    """An order with a room, as the booking application writes it."""
    database.execute("INSERT INTO order_purposes (id, name, name_en) VALUES (1, 'Rapat', 'M')")
    database.execute("INSERT INTO restaurant (id, restaurant_name) VALUES (%s, 'R')", key(1))
    database.execute("INSERT INTO room_shape VALUES (%s, 'U')", key(1))
    database.execute(
        "INSERT INTO packages (id, id_restaurant, package_name, price) VALUES (%s, %s, 'P', 9)",
        key(1), key(1),
    )  # fmt: skip
    database.execute(
        "INSERT INTO orders (id, id_customer, id_restaurant, id_room_shape, number_of_people, "
        "order_date, delivery_datetime, id_order_purpose, firebase_uid) "
        "VALUES (%s, %s, %s, %s, 12, '2026-06-01 09:00:00', '2026-06-30 09:00:00', 1, %s)",
        key(1), customer_id, key(1), key(1), uid,
    )  # fmt: skip
    database.execute(
        "INSERT INTO order_items (id, id_order, id_package, quantity, price_per_item) "
        "VALUES (%s, %s, %s, 12, 100000)",
        key(1), key(1), key(1),
    )  # fmt: skip
    database.execute("INSERT INTO room_booking_costs VALUES (%s, NULL, 60, 5, 250000)", key(1))


def queries() -> Iterator[CustomerQuery]:
    """Every sort order, and every filter by itself."""
    plain = CustomerQuery()
    for sort, descending in itertools.product(CustomerSort, (False, True)):
        yield replace(plain, sort=sort, descending=descending)
    for scope in OwnerScope:
        uid = "uid-andi" if scope is OwnerScope.PERSON else None
        yield replace(plain, owner=OwnerFilter(scope, uid))
    for state in FollowUpState:
        yield replace(plain, follow_up=state)
    yield replace(plain, days_left=DaysLeftFilter(0, 30))
    yield replace(plain, statuses=frozenset(SalesStatus), sources=frozenset(LeadSource))
    for text in (CAKE, "🎂", "zoë", "0812", "+62 812-3", "'%_\\"):
        yield replace(plain, search=text)


def read_everything(session: Session, customer_id: str) -> None:
    """All that the window and the command line read."""
    for query in queries():
        page = lists.page(session, query, limit=1)
        if page.after is not None:
            lists.page(session, query, page.after, limit=1)
        assert lists.count(session, query).number >= len(page.rows)
    assert lists.details(session, customer_id).orders == 1
    kinds = {entry.kind for entry in lists.timeline(session, TimelineQuery(customer_id)).rows}
    assert kinds == set(TimelineKind)
    for kind in TimelineKind:
        assert lists.timeline(session, TimelineQuery(customer_id, frozenset({kind}))).rows
    [order] = lists.timeline(
        session, TimelineQuery(customer_id, frozenset({TimelineKind.ORDER}))
    ).rows
    assert order.value == 12 * 100_000 + 250_000
    assert lists.ownership(session, customer_id).rows
    assert customers.duplicate_of(session, "0812-3456-789")
    run.held(session)
    run.last_run(session)
    ownership.agents(session)
    people.people(session)


def test_a_days_work_under_each_default(booking: Office) -> None:
    lead, agent = booking.lead, booking.agent
    seen = CustomerDraft(
        new_id(), CAKE, "0812-3456-789", "Toko 🍰", "Jl. Élysée 1", LeadSource.POS, SalesStatus.WARM
    )
    made = customers.create(agent, seen, claim=True).customer_id
    booked(booking.database, made, booking.agent_uid)
    logged = contacts.log(agent, draft(made, notes=CAKE, next_step=NOON + 3 * DAY))
    assert logged.contact is not None
    contacts.edit(agent, new_id(), logged.contact, draft(made, notes=f"{CAKE}!"))
    stage_moves.move(agent, new_id(), made, SalesStatus.WARM, SalesStatus.HOT)
    ownership.transfer(lead, new_id(), made, booking.other_uid, OwnershipSeen(booking.agent_uid))
    follow_ups.plan(lead, new_id(), made, NOON + 5 * DAY, CAKE)
    ownership.protect(lead, new_id(), made, NOON + 9 * DAY, CAKE)
    again = comparing.side_by_side(lead, made, booking.customer(CAKE))
    linked = linking.link(lead, new_id(), LinkChoice(again.left.customer, again.right.customer))
    linking.unlink(lead, new_id(), linked.event_id)
    others = OwnershipSeen(booking.other_uid)
    aside = Aside(OutOfRound.LOST, AsideReason.PRICE, CAKE)
    set_asides.set_aside(lead, new_id(), made, aside, others)
    read_everything(agent, made)
    set_asides.take_back(lead, new_id(), made, others)
    set_to(booking.admin, GUARD.key, "off")
    people.map_account(booking.admin, new_id(), "ändi@%", "andi@example.org")
    read_everything(agent, made)
    read_everything(lead, made)
    phone_sweep.refresh(lead)
    assert lists.page(agent, CustomerQuery(search="+62 8123456789")).rows[0].name == CAKE
    booking.pass_time(timedelta(days=40))
    report = run.run(Session(booking.store, SYSTEM, "server"), Cause.COMMAND)
    assert [one.id for one in report.candidates] == [made]
    assert report.released == 1
    read_everything(lead, made)
    found = doctor.examine(Session(booking.store, SYSTEM))
    assert [one.kind for one in found if one.breach] == []
    assert breaches(booking.database) == []


def stored(office: Office) -> list[int]:
    """How many rows there are of what an agent makes."""
    tables = ("customers", "customer_contacts", "customer_binding_history", "salesdesk_events")
    return [office.database.execute(f"SELECT count(*) FROM {name}")[0][0] for name in tables]


def test_what_a_narrow_table_cannot_hold_is_refused_by_field(narrow: Office) -> None:
    customer = narrow.customer("Zoë", owner=narrow.agent_uid)
    before = stored(narrow)
    note = draft(customer, notes=CAKE)
    with pytest.raises(Invalid, match="cannot store one of these characters") as told:
        contacts.log(narrow.agent, note)
    assert told.value.field == "notes"
    typed = CustomerDraft(new_id(), CAKE, "0812-3456-789", "Toko 🍰")
    with pytest.raises(Invalid) as told_of_name:
        customers.create(narrow.agent, typed, claim=True)
    assert told_of_name.value.field in {"name", "company"}
    assert "🎂" not in str(told.value) + str(told_of_name.value)
    assert stored(narrow) == before, "nothing is half done"

    logged = contacts.log(narrow.agent, replace(note, notes="Pesta untuk Zoë"))
    assert logged.contact is not None
    assert not logged.replayed, "the same act, mended, is done"
    made = customers.create(narrow.agent, replace(typed, name="Zoë", company="Toko"))
    assert stored(narrow) == [before[0] + 1, before[1] + 1, before[2], before[3] + 2]
    for search in ("zoë", "toko"):
        found = [row.id for row in lists.page(narrow.agent, CustomerQuery(search=search)).rows]
        assert made.customer_id in found


def test_what_a_narrow_table_cannot_hold_is_simply_not_found(narrow: Office) -> None:
    narrow.customer("Zoë", owner=narrow.agent_uid)
    for text in (CAKE, "李", "Zoë 🍰"):
        query = CustomerQuery(search=text)
        assert lists.page(narrow.agent, query).rows == ()
        assert lists.count(narrow.agent, query).number == 0
        assert palette.beginning(narrow.agent, text) == ()
        assert palette.others(narrow.agent, text) == ()
        assert customers.duplicate_of(narrow.agent, f"0812 {text}") is None
        with pytest.raises(Refusal, match="nobody with the address"):
            people.grant(narrow.admin, new_id(), f"{text}@example.org", "Sales Agent")


def test_zero_dates_everywhere_stop_nobody(booking: Office) -> None:
    names = [booking.customer(f"Zero {n}", owner=booking.agent_uid) for n in range(3)]
    booked(booking.database, names[0], booking.agent_uid)
    for name in names:
        booking.contact(name, next_step=NOON + DAY)
        booking.closed_spell(name, booking.other_uid, NOON - 9 * DAY, NOON - 8 * DAY)
        follow_ups.plan(booking.lead, new_id(), name, NOON + 2 * DAY)
        ownership.protect(booking.lead, new_id(), name, NOON + DAY, "A big order is coming.")
    spoil(booking)
    session = booking.agent
    for query in queries():
        lists.page(session, query)
        lists.count(session, query)
    for name in names:
        details = lists.details(session, name)
        assert details.row.created_at is None
        assert details.row.owned_since is None
        assert details.row.last_contact is None
        assert lists.timeline(session, TimelineQuery(name)).rows
        assert all(row.start is None for row in lists.ownership(session, name).rows)
    assert people.people(session)
    assert any(one.kind.startswith("zero_") for one in doctor.examine(booking.admin))
    booking.pass_time(timedelta(days=1))
    contacts.log(session, draft(names[0]))
    ownership.release(session, new_id(), names[1], OwnershipSeen(booking.agent_uid))
    with pytest.raises(Refusal):
        ownership.claim(booking.other, new_id(), names[2])
    assert lists.details(session, names[0]).row.last_contact == booking.now
    [released] = booking.database.execute(
        "SELECT binding_status, bound_to_uid, binding_start_date FROM customers WHERE id = %s",
        names[1],
    )
    assert released == ("available", None, None)
    still_open = "SELECT customer_id FROM customer_binding_history WHERE binding_end_date IS NULL"
    assert sorted(booking.database.execute(still_open)) == sorted([(names[0],), (names[2],)])


def spoil(office: Office) -> None:
    """Put a zero date into every date of the user's tables, as a careless import does."""
    database = office.database
    columns = database.execute(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = DATABASE() AND data_type IN ('timestamp', 'datetime') "
        "AND table_name NOT LIKE 'salesdesk%%'"
    )
    assert len(columns) > 25
    for table, column in columns:
        database.execute(f"UPDATE {table} SET {column} = %s", ZERO)
    database.execute("UPDATE customer_binding_history SET binding_end_date = NULL WHERE "
                     "bound_to_uid = %s", office.agent_uid)  # fmt: skip
