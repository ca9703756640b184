"""A timeline is one stream: every line once, newest first, what has no date last."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from salesdesk.domain.moments import EARLIEST
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import (
    Page,
    PageKey,
    SpellRow,
    TimelineEntry,
    TimelineKind,
    TimelineQuery,
)
from salesdesk.storage.reads import ownership_history
from tests.support.database import Database
from tests.support.rows import DAY, NOW, ZERO, Row, contact, customer, key, person, put, spell, uid
from tests.support.walking import timeline

#: Jakarta's clock is seven hours ahead, all year.
OFFICE = timedelta(hours=7)
RANKS = list(TimelineKind)
MOMENTS = [ZERO, EARLIEST, NOW, NOW - DAY, NOW - DAY, NOW - 2 * DAY, NOW - timedelta(hours=7)]
TABLES = (
    "salesdesk_events",
    "orders",
    "customer_contacts",
    "customer_binding_history",
    "customers",
    "users",
)

at_moments = st.lists(st.sampled_from(MOMENTS), max_size=7)
relaxed = settings(
    max_examples=40,  # and no shrinking, which takes minutes over a database
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def order(number: int, local: datetime | str, **changed: object) -> dict[str, object]:
    """An order's row; its date is the office's local time."""
    return {
        "id": key(number, 7),
        "id_customer": key(1),
        "id_restaurant": key(1, 8),
        "id_room_shape": key(1, 9),
        "number_of_people": 12,
        "order_date": local,
        "delivery_datetime": local,
        "status": "confirmed",
        "id_order_purpose": 1,
        "firebase_uid": uid(2),
        "created_at": NOW,
        "updated_at": NOW,
        **changed,
    }


def moved(number: int, at: datetime, **details: object) -> dict[str, object]:
    """An event of a status that was moved."""
    return event(number, at, "status_moved", uid(2), **details)


def event(
    number: int, at: datetime, kind: str, actor: str | None, **details: object
) -> dict[str, object]:
    """An event of customer 1."""
    return {
        "id": key(number, 4),
        "at": at,
        "kind": kind,
        "customer_id": key(1),
        "actor_uid": actor,
        "details": json.dumps(details),
    }


def local(moment: datetime | str) -> datetime | str:
    """A moment as the office's clock shows it, without a zone."""
    return (moment + OFFICE).replace(tzinfo=None) if isinstance(moment, datetime) else moment


def read(moment: datetime | str | None) -> datetime | None:
    """What is read of a stored moment."""
    return moment if isinstance(moment, datetime) else None


def walk(database: Database, query: TimelineQuery, limit: int) -> list[TimelineEntry]:
    """All lines, page by page."""
    found: list[TimelineEntry] = []
    after: PageKey | None = None
    with database.engine.connect() as connection:
        while True:
            page = timeline(connection, query, after, limit)
            assert page is not None
            found += page.rows
            after = page.after
            if after is None:
                return found
            assert len(page.rows) == limit


def empty(database: Database) -> None:
    """Delete what an example before has left."""
    for table in TABLES:
        database.execute(f"DELETE FROM {table}")


@relaxed
@given(
    contacts=at_moments,
    orders=at_moments,
    statuses=at_moments,
    begun=st.lists(
        st.tuples(st.sampled_from(MOMENTS), st.sampled_from([None, *MOMENTS])), max_size=6
    ),
    kinds=st.frozensets(st.sampled_from(TimelineKind), max_size=3),
    limit=st.integers(1, 6),
)
def test_every_line_once_and_in_order(
    database: Database,
    contacts: list[datetime | str],
    orders: list[datetime | str],
    statuses: list[datetime | str],
    begun: list[tuple[datetime | str, datetime | str | None]],
    kinds: frozenset[TimelineKind],
    limit: int,
) -> None:
    empty(database)
    put(database, "customers", [customer(1)])
    put(database, "customer_contacts", [contact(n, 1, at) for n, at in enumerate(contacts)])
    put(database, "orders", [order(n, local(at)) for n, at in enumerate(orders)])
    moves: list[Row] = [moved(n, at) for n, at in enumerate(statuses) if isinstance(at, datetime)]
    put(database, "salesdesk_events", moves)
    ends = ["manual_release" if end is not None else None for _, end in begun]
    put(
        database,
        "customer_binding_history",
        [spell(n, 1, 1, start, end, ends[n]) for n, (start, end) in enumerate(begun)],
    )
    lines = [(TimelineKind.CONTACT, read(at), key(n, 2)) for n, at in enumerate(contacts)]
    lines += [(TimelineKind.ORDER, read(at), key(n, 7)) for n, at in enumerate(orders)]
    lines += [
        (TimelineKind.STATUS, read(at), key(n, 4))
        for n, at in enumerate(statuses)
        if isinstance(at, datetime)
    ]
    for n, (start, end) in enumerate(begun):
        lines.append((TimelineKind.OWNERSHIP_TAKEN, read(start), key(n, 3)))
        if end is not None:
            lines.append((TimelineKind.OWNERSHIP_ENDED, read(end), key(n, 3)))
    wanted = [line for line in lines if not kinds or line[0] in kinds]
    wanted.sort(key=lambda line: line[2], reverse=True)
    wanted.sort(key=lambda line: (line[1] is None, -_seconds(line[1]), RANKS.index(line[0])))
    found = walk(database, TimelineQuery(key(1), kinds), limit)
    assert [(entry.kind, entry.at, entry.id) for entry in found] == wanted


def _seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment is not None else 0.0


def test_an_order_is_worth_its_items_and_its_room(database: Database) -> None:
    put(database, "users", [person(2, "Budi")])
    put(database, "customers", [customer(1)])
    put(database, "restaurant", [{"id": key(1, 8), "restaurant_name": "Sentral"}])
    put(database, "order_purposes", [{"id": 1, "name": "Rapat", "name_en": "Meeting"}])
    at_noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    put(database, "orders", [
        order(1, local(at_noon)),
        order(2, local(at_noon - DAY), status="cancelled", id_order_purpose=99),
    ])  # fmt: skip
    item = {"id_order": key(1, 7), "id_package": key(1, 10), "quantity": 3}
    put(database, "order_items", [
        item | {"id": key(1, 11), "price_per_item": 1_000_000_000},
        item | {"id": key(2, 11), "price_per_item": 25_000},
    ])  # fmt: skip
    put(database, "room_booking_costs", [
        {"order_id": key(1, 7), "total_room_cost": "500000.00"},
        {"order_id": key(1, 7), "total_room_cost": None},
        {"order_id": None, "total_room_cost": "7.00"},
    ])  # fmt: skip
    first, second = walk(database, TimelineQuery(key(1)), 10)
    assert (first.at, first.value, first.order_status) == (at_noon, 3_000_575_000, "confirmed")
    assert (first.person_name, first.description) == ("Budi", "Meeting · Sentral")
    assert (second.value, second.order_status, second.description) == (0, "cancelled", "Sentral")


def test_events_tell_who_gave_who_took_and_after_how_many_idle_days(database: Database) -> None:
    put(database, "users", [person(1, "Ayu"), person(2, "Budi"), person(3, "Rina")])
    put(database, "customers", [customer(1)])
    start, handed, freed = NOW - 90 * DAY, NOW - 60 * DAY, NOW - 20 * DAY
    put(database, "customer_binding_history", [
        spell(1, 1, 1, start, handed, "manual_release"),
        spell(2, 1, 2, handed, freed, "inactivity"),
        spell(3, 1, 9, NOW - 10 * DAY, NOW - 9 * DAY, "period_ended"),
    ])  # fmt: skip
    put(database, "salesdesk_events", [
        event(1, start, "claimed", uid(1), to=uid(1), opened=key(1, 3)),
        event(2, handed, "transferred", uid(3), to=uid(2), spell=key(1, 3), opened=key(2, 3)),
        event(3, freed, "released", None, owner=uid(2), reason="inactivity", idle_days=31,
              limit_days=30, spell=key(2, 3)),
    ])  # fmt: skip
    lines = walk(database, TimelineQuery(key(1)), 10)
    told = [(e.kind, e.person_name, e.by_name, e.idle_days, e.limit_days) for e in lines]
    taken, ended = TimelineKind.OWNERSHIP_TAKEN, TimelineKind.OWNERSHIP_ENDED
    assert told == [
        (ended, uid(9), None, None, None),
        (taken, uid(9), None, None, None),
        (ended, "Budi", None, 31, 30),
        (taken, "Budi", "Rina", None, None),
        (ended, "Ayu", "Rina", None, None),
        (taken, "Ayu", None, None, None),
    ]
    assert lines[2].reason is UnbindingReason.INACTIVITY
    with database.engine.connect() as connection:
        page: Page[SpellRow] = ownership_history.page(connection, key(1), None, 10)
    assert [(row.agent_name, row.by_name, row.idle_days) for row in page.rows] == [
        (uid(9), None, None), ("Budi", None, 31), ("Ayu", "Rina", None),
    ]  # fmt: skip


@pytest.mark.parametrize("details", ["not json", "[1]", '{"from": "lukewarm"}', "{}"])
def test_an_event_that_cannot_be_read_is_still_a_line(database: Database, details: str) -> None:
    put(database, "customers", [customer(1)])
    put(database, "salesdesk_events", [moved(1, NOW) | {"details": details}])
    (line,) = walk(database, TimelineQuery(key(1)), 10)
    assert (line.status_from, line.status_to, line.person_name) == (None, None, uid(2))


def test_a_customer_that_is_gone_has_no_timeline(database: Database) -> None:
    with database.engine.connect() as connection:
        assert timeline(connection, TimelineQuery(key(9)), None, 5) is None


@relaxed
@given(
    begun=st.lists(
        st.tuples(st.sampled_from(MOMENTS), st.sampled_from([None, *MOMENTS])), max_size=9
    ),
    limit=st.integers(1, 4),
)
def test_the_ownership_history_is_paged_the_same_way(
    database: Database, begun: list[tuple[datetime | str, datetime | str | None]], limit: int
) -> None:
    empty(database)
    rows: list[Row] = [
        spell(n, 1, 1, start, end, "inactivity") for n, (start, end) in enumerate(begun)
    ]
    put(database, "customer_binding_history", rows)
    expected = [(read(start), key(n, 3)) for n, (start, _) in enumerate(begun)]
    expected.sort(key=lambda line: line[1], reverse=True)
    expected.sort(key=lambda line: (line[0] is None, -_seconds(line[0])))
    found: list[SpellRow] = []
    after: PageKey | None = None
    with database.engine.connect() as connection:
        while True:
            page = ownership_history.page(connection, key(1), after, limit)
            found += page.rows
            after = page.after
            if after is None:
                break
    assert [(row.start, row.id) for row in found] == expected


def test_a_protection_is_told_with_its_end_its_reason_and_by_whom(database: Database) -> None:
    put(database, "users", [person(3, "Rina")])
    put(database, "customers", [customer(1)])
    until = NOW + 7 * DAY
    put(database, "salesdesk_events", [
        event(1, NOW - 3 * DAY, "protected", uid(3), until=until.isoformat(), reason="Ill"),
        event(2, NOW - 2 * DAY, "protected", uid(3), until="soon", reason=None),
        event(3, NOW - DAY, "protection_ended", uid(3)),
    ])  # fmt: skip
    lines = walk(database, TimelineQuery(key(1), frozenset({TimelineKind.PROTECTION})), 2)
    assert [(e.person_name, e.until, e.description) for e in lines] == [
        ("Rina", None, None), ("Rina", None, None), ("Rina", until, "Ill"),
    ]  # fmt: skip
