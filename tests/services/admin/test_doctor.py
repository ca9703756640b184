"""The doctor names each breach, exactly it, with its number, and is silent on clean rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin import doctor, sign_in
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Store
from tests.support.database import Database, TestServer, open_database
from tests.support.factories import Office
from tests.support.rows import (
    DAY,
    NOW,
    ZERO,
    Row,
    bound,
    contact,
    customer,
    key,
    person,
    put,
    spell,
    uid,
)

START = NOW - 20 * DAY
AHEAD = NOW + 3 * DAY

#: A clean office: person 1 has customer 1 now and had customer 2; person 2 has customer 3.
CLEAN: Mapping[str, Sequence[Row]] = {
    "users": [person(1, "Ayu"), person(2, "Budi")],
    "customers": [
        bound(1, 1, START, last_interaction_date=NOW - DAY),
        customer(2),
        bound(3, 2, START, sales_status="hot"),
    ],
    "customer_contacts": [contact(1, 1, NOW - DAY, next_follow_up_date=NOW + 40 * DAY)],
    "customer_binding_history": [
        spell(1, 1, 2, NOW - 50 * DAY, START, "manual_release"),
        spell(2, 1, 1, START),
        spell(3, 2, 1, NOW - 40 * DAY, NOW - 10 * DAY, "inactivity"),
        spell(4, 3, 2, START),
    ],
}


def plant(database: Database, *more: tuple[str, Row], phones: bool = True) -> None:
    """The clean office and some more rows; phones are all known to the side table."""
    database.set_clock(NOW)
    rows = {table: list(found) for table, found in CLEAN.items()}
    for table, row in more:
        rows.setdefault(table, []).append(row)
    for table, found in rows.items():
        for row in found:
            put(database, table, [row])
    numbers = [
        {"customer_id": row["id"], "number": row["phone_number"], "source": row["phone_number"]}
        for row in rows["customers"]
    ]
    put(database, "salesdesk_phones", numbers if phones else numbers[:-1])


def examine(database: Database) -> dict[str, doctor.Finding]:
    """What the doctor finds on the command line."""
    found = doctor.examine(Session(database.store, SYSTEM))
    assert len({one.kind for one in found}) == len(found)
    return {one.kind: one for one in found}


def test_clean_rows_break_nothing(database: Database) -> None:
    plant(database)
    assert examine(database) == {}


C, H, K = "customers", "customer_binding_history", "customer_contacts"
LATER = bound(9, 1, START)
FREE = customer(9)


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ([(C, {**FREE, "binding_status": "bound"})], {"bound_without_owner": key(9)}),
        (
            [(C, {**LATER, "binding_start_date": None}), (H, spell(9, 9, 1, NOW - 100 * DAY))],
            {"bound_without_start": key(9)},
        ),
        ([(C, LATER)], {"bound_without_open_row": key(9)}),
        ([(C, {**FREE, "bound_to_uid": uid(1)})], {"available_with_owner": key(9)}),
        ([(C, {**FREE, "binding_start_date": START})], {"available_with_owner": key(9)}),
        (
            [(C, {**FREE, "binding_status": None, "bound_to_uid": uid(1)})],
            {"available_with_owner": key(9)},
        ),
        ([(C, FREE), (H, spell(9, 9, 1, START))], {"available_with_open_row": key(9)}),
        (
            [(C, LATER), (H, spell(9, 9, 1, START)), (H, spell(8, 9, 1, START - DAY))],
            {"several_open_rows": key(9)},
        ),
        (
            [(C, LATER), (H, spell(9, 9, 1, START)), (H, spell(8, 9, 2, START))],
            {"open_row_of_another_agent": key(9)},
        ),
        # The owner's only open row is the binding's, whatever its start; a row without length
        # overlaps nothing.
        ([(C, LATER), (H, spell(9, 9, 1, START - DAY))], {}),
        (
            [
                (C, LATER),
                (H, spell(9, 9, 1, START)),
                (H, spell(8, 9, 2, START - DAY, START, "inactivity")),
                (H, spell(7, 9, 2, START - DAY / 2, START - DAY / 2, "manual_release")),
            ],
            {},
        ),
        (
            [(C, FREE), (H, spell(9, 9, 1, START, START - DAY, "inactivity"))],
            {"closed_before_its_start": key(9, 3)},
        ),
        ([(C, FREE), (H, spell(9, 9, 1, START, NOW))], {"closed_without_reason": key(9, 3)}),
        (
            [
                (C, FREE),
                (H, spell(9, 9, 1, START, NOW - 5 * DAY, "inactivity")),
                (H, spell(8, 9, 2, NOW - 6 * DAY, NOW, "manual_release")),
            ],
            {"overlapping_rows": key(9)},
        ),
        (
            [
                (C, LATER),
                (H, spell(9, 9, 1, START)),
                (H, spell(8, 9, 2, START - DAY, START + DAY, "manual_release")),
            ],
            {"overlapping_rows": key(9)},
        ),
        (
            [(C, bound(9, 7, START)), (H, spell(9, 9, 7, START))],
            {"orphan_owner": key(9), "orphan_history_agent": key(9, 3)},
        ),
        ([(C, {**FREE, "firebase_uid": uid(7)})], {"orphan_registered_by": key(9)}),
        ([(C, {**FREE, "created_at": ZERO})], {"zero_created_at": key(9)}),
        ([(C, {**FREE, "created_at": AHEAD})], {"future_created_at": key(9)}),
        ([(C, {**FREE, "last_interaction_date": ZERO})], {"zero_last_interaction": key(9)}),
        ([(C, {**FREE, "last_interaction_date": AHEAD})], {"future_last_interaction": key(9)}),
        (
            [(C, bound(9, 1, ZERO)), (H, spell(9, 9, 1, NOW - 100 * DAY))],
            {"bound_without_start": key(9), "zero_binding_start": key(9)},
        ),
        (
            [(C, bound(9, 1, AHEAD)), (H, spell(9, 9, 1, AHEAD))],
            {"future_binding_start": key(9), "future_spell_start": key(9, 3)},
        ),
        ([(K, contact(9, 2, ZERO))], {"zero_contact_date": key(9, 2)}),
        ([(K, contact(9, 2, AHEAD))], {"future_contact_date": key(9, 2)}),
        (
            [(K, contact(9, 2, NOW, next_follow_up_date=ZERO))],
            {"zero_next_follow_up": key(9, 2)},
        ),
        (
            [(C, FREE), (H, spell(9, 9, 1, ZERO, START, "inactivity"))],
            {"zero_spell_start": key(9, 3)},
        ),
        (
            [(C, FREE), (H, spell(9, 9, 1, START, AHEAD, "inactivity"))],
            {"future_spell_end": key(9, 3)},
        ),
        (
            [(C, FREE), (H, spell(9, 9, 1, START, ZERO, "inactivity"))],
            {"zero_spell_end": key(9, 3)},
        ),
        ([(C, {**FREE, "sales_status": None})], {"null_sales_status": key(9)}),
        ([(C, {**FREE, "name": "  "})], {"empty_name": key(9)}),
    ],
)
def test_each_breach_is_named_and_nothing_else(
    database: Database, rows: list[tuple[str, Row]], kinds: dict[str, str]
) -> None:
    plant(database, *rows)
    found = examine(database)
    assert {kind: (one.count, one.samples) for kind, one in found.items()} == {
        kind: (1, (sample,)) for kind, sample in kinds.items()
    }
    assert all(one.meaning and one.remedy for one in found.values())


def test_unswept_phones_and_unreadable_settings(database: Database) -> None:
    setting = {
        "setting_key": "salesdesk.release.limit_cold",
        "setting_value": "soon",
    }
    plant(database, ("global_settings", setting), phones=False)
    found = examine(database)
    assert set(found) == {"phone_not_normalised", "unreadable_setting"}
    assert found["phone_not_normalised"].samples == (key(3),)
    assert not found["phone_not_normalised"].breach
    assert found["unreadable_setting"].samples == ("salesdesk.release.limit_cold",)
    assert found["unreadable_setting"].breach


def test_the_count_is_exact_and_the_samples_are_few(database: Database) -> None:
    plant(database, *((C, customer(number, sales_status=None)) for number in range(20, 32)))
    found = examine(database)["null_sales_status"]
    assert found.count == 12
    assert found.samples == tuple(key(number) for number in range(20, 25))


def test_latin1_tables_are_worth_knowing(server: TestServer) -> None:
    url = server.fresh_database("latin1")
    engine = make_engine(url, tls=Tls.OFF)
    schema.init(engine)
    engine.dispose()
    server.run(
        f"ALTER TABLE {url.database}.order_purposes CONVERT TO CHARACTER SET latin1",
        f"ALTER TABLE {url.database}.global_settings DEFAULT CHARACTER SET latin1",
    )
    database = open_database(url)
    found = examine(database)
    database.close()
    server.drop(url)
    assert set(found) == {"latin1_table"}
    assert found["latin1_table"].samples == ("global_settings", "order_purposes")
    assert not found["latin1_table"].breach


def test_a_person_needs_to_be_allowed(database: Database) -> None:
    agent = replace(SYSTEM, uid=uid(1))
    with pytest.raises(NotAllowed):
        doctor.examine(Session(database.store, agent))
    auditor = replace(agent, permissions=frozenset({Permission.AUDIT_VIEW}))
    assert doctor.examine(Session(database.store, auditor)) == ()


def test_an_account_that_lacks_rights_after_an_upgrade_is_told(
    mariadb: Database, server: TestServer
) -> None:
    """New tables come with an upgrade; accounts that were set up before may not write them."""
    assert all(one.kind != "account_lacks_rights" for one in doctor.examine(Office(mariadb).admin))
    name = f"clerk{new_id()[:8]}"
    server.run(
        f"CREATE USER '{name}'@'%' IDENTIFIED BY 'right'",
        f"GRANT SELECT ON `{mariadb.url.database}`.* TO '{name}'@'%'",
    )
    store = Store(make_engine(mariadb.url.set(username=name), password="right", tls=Tls.OFF))
    try:
        found = doctor.examine(sign_in.account_desk(store, "test"))
    finally:
        store.close()
        server.run(f"DROP USER '{name}'@'%'")
    (told,) = (one for one in found if one.kind == "account_lacks_rights")
    assert told.count > 10
    assert "db grants" in told.remedy
