"""A repair shows row by row what it would change, changes exactly that, and says so in events."""

from __future__ import annotations

import json
import threading
from dataclasses import replace

import pytest

from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.services.admin import doctor, repair, sign_in
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import UnitOfWork
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.invariants import breaches
from tests.support.rows import DAY, NOW, Row, bound, customer, key, person, put, spell, uid

START = NOW - 20 * DAY
C, H = "customers", "customer_binding_history"

BROKEN: dict[str, list[tuple[str, Row]]] = {
    "bound_without_owner": [(C, customer(9, binding_status="bound", binding_start_date=START))],
    "bound_without_start": [(C, bound(9, 1, START, binding_start_date=None))],
    "bound_without_open_row": [(C, bound(9, 1, START))],
    "available_with_owner": [(C, customer(9, bound_to_uid=uid(1), binding_start_date=START))],
    "available_with_open_row": [(C, customer(9)), (H, spell(9, 9, 1, START))],
    "several_open_rows": [
        (C, bound(9, 1, START)),
        (H, spell(9, 9, 1, START)),
        (H, spell(8, 9, 1, START - DAY)),
    ],
    "open_row_of_another_agent": [
        (C, bound(9, 1, START)),
        (H, spell(9, 9, 1, START)),
        (H, spell(8, 9, 2, START - DAY)),
    ],
}


def plant(database: Database, rows: list[tuple[str, Row]]) -> None:
    """Two people, a sound customer and the broken one."""
    database.set_clock(NOW)
    put(database, "users", [person(1), person(2)])
    for table, row in [(C, bound(1, 1, START)), (H, spell(1, 1, 1, START)), *rows]:
        put(database, table, [row])


def everything(database: Database) -> list[list[tuple[object, ...]]]:
    """All rows that a repair could touch."""
    return [
        list(database.execute(f"SELECT * FROM {table} ORDER BY id"))
        for table in (C, H, "salesdesk_events")
    ]


def account(database: Database) -> Session:
    """The bare database account."""
    return sign_in.account_desk(database.store, "test-machine")


def kinds(database: Database) -> set[str]:
    """The kinds of breach that the doctor finds in bindings."""
    found = doctor.examine(Session(database.store, SYSTEM))
    return {one.kind for one in found} & set(repair.REPAIRABLE)


def test_every_repairable_kind_is_tried_here() -> None:
    assert set(BROKEN) == set(repair.REPAIRABLE)


@pytest.mark.parametrize("kind", BROKEN)
def test_a_kind_is_shown_then_mended_with_its_old_values(database: Database, kind: str) -> None:
    plant(database, BROKEN[kind])
    assert kind in kinds(database)
    before = everything(database)
    shown = repair.preview(account(database), kind)
    assert everything(database) == before
    done = repair.apply(account(database), new_id(), kind)
    assert [one.customer_id for one in done.mended] == [key(9)]
    assert done.left_over == ()
    assert _told(shown) == _told(done)
    assert kinds(database) == set()
    assert breaches(database) == []
    ((details,),) = database.execute("SELECT details FROM salesdesk_events WHERE kind = 'repaired'")
    event = json.loads(details)
    assert event["kind"] == kind
    old = {(row["table"], row["id"]): row for row in event["before"]}
    for change in done.mended[0].changes:
        if change.before is not None:
            assert change.before.items() <= old[change.table, change.row_id].items()
    assert repair.apply(account(database), new_id(), kind).mended == ()


def _told(found: repair.Repair) -> list[tuple[object, ...]]:
    """The changes; the id of a row that is added is another one each time."""
    return sorted(
        (
            change.table,
            change.row_id if change.before else "",
            str(change.before),
            str(change.after),
        )
        for one in found.mended
        for change in one.changes
    )


def test_what_a_person_must_decide_is_refused_with_its_remedy(database: Database) -> None:
    plant(database, [])
    with pytest.raises(Refusal, match="never rewrites history"):
        repair.preview(account(database), "overlapping_rows")
    with pytest.raises(Refusal, match="knows no"):
        repair.apply(account(database), new_id(), "nonsense")


def test_it_needs_an_administrator_as_soon_as_there_is_one(office: Office) -> None:
    customer_id = office.customer(owner=office.agent_uid)
    office.database.execute("DELETE FROM customer_binding_history")
    for session in (office.agent, office.lead):
        with pytest.raises(NotAllowed):
            repair.preview(session, "bound_without_open_row")
        with pytest.raises(NotAllowed):
            repair.apply(session, new_id(), "bound_without_open_row")
    assert list(office.database.execute("SELECT id FROM customer_binding_history")) == []
    done = repair.apply(office.admin, new_id(), "bound_without_open_row")
    assert [one.customer_id for one in done.mended] == [customer_id]
    ((by,),) = office.database.execute(
        "SELECT actor_uid FROM salesdesk_events WHERE kind = 'repaired'"
    )
    assert by == office.admin_uid


def test_a_right_taken_away_meanwhile_counts(office: Office) -> None:
    office.customer(owner=office.agent_uid)
    office.database.execute("DELETE FROM customer_binding_history")
    stale = replace(office.agent, actor=replace(office.admin.actor, uid=office.agent_uid))
    with pytest.raises(NotAllowed):
        repair.apply(stale, new_id(), "bound_without_open_row")
    assert list(office.database.execute("SELECT id FROM customer_binding_history")) == []


def test_a_customer_that_another_program_holds_is_left_to_the_next_run(mariadb: Database) -> None:
    plant(mariadb, [(C, bound(8, 1, START)), (C, bound(9, 1, START))])
    held, go_on = threading.Event(), threading.Event()

    def hold(unit: UnitOfWork) -> None:
        unit.customers.lock([key(8)])
        held.set()
        go_on.wait(60)

    other = threading.Thread(target=mariadb.store.act, args=(hold,))
    other.start()
    assert held.wait(60)
    try:
        done = repair.apply(account(mariadb), new_id(), "bound_without_open_row")
    finally:
        go_on.set()
        other.join()
    assert [one.customer_id for one in done.mended] == [key(9)]
    assert done.left_over == (key(8),)
    again = repair.apply(account(mariadb), new_id(), "bound_without_open_row")
    assert [one.customer_id for one in again.mended] == [key(8)]
    assert breaches(mariadb) == []
