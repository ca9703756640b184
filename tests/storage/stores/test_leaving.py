"""What a release batch reads: the same as is read of a customer elsewhere, by its key."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, event

from salesdesk.domain.ownership import UnbindingReason
from salesdesk.storage.stores.bindings import BindingStore
from salesdesk.storage.stores.leaving import LeavingStore
from salesdesk.storage.stores.summaries import SummaryStore
from tests.support.database import Database
from tests.support.idle_cases import relaxed
from tests.support.lives import NOW, Life, lives, plant_lives
from tests.support.plans import EXPLAIN
from tests.support.rows import bound, contact, key, person, put


@relaxed
@given(found=st.lists(lives, min_size=1, max_size=30))
def test_a_batch_reads_what_every_act_reads(database: Database, found: list[Life]) -> None:
    if not database.execute("SELECT 1 FROM users"):
        put(database, "users", [person(1, "Ayu Lestari")])
    plant_lives(database, found, NOW)
    ids = [key(number) for number in range(len(found))]
    with database.engine.connect() as connection:
        usual = SummaryStore(connection).facts(ids, NOW)
        store = LeavingStore(connection)
        assert store.facts(ids, NOW) == {one: each.facts for one, each in usual.items()}
        ours, theirs = store.history(ids, NOW), BindingStore(connection).of(ids, NOW)
        assert ours.later_ends == theirs.later_ends
        assert {one: set(rows) for one, rows in ours.open.items()} == {
            one: set(rows) for one, rows in theirs.open.items()
        }


def test_of_contacts_of_one_moment_the_last_by_its_id_counts(database: Database) -> None:
    put(database, "users", [person(1, "Ayu Lestari")])
    put(database, "customers", [bound(1, 1, NOW)])
    put(database, "customer_contacts", [contact(number, 1, NOW) for number in (1, 3, 2)])
    with database.engine.connect() as connection:
        found = LeavingStore(connection).facts([key(1)], NOW)[key(1)]
    assert found.newest is not None
    assert found.newest.id == key(3, 2)


def statements(connection: Connection, work: Any) -> list[tuple[str, Any]]:
    """What the work sends."""
    found: list[tuple[str, Any]] = []

    def note(*arguments: Any) -> None:
        if not arguments[2].startswith("SET"):
            found.append((arguments[2], arguments[3]))

    event.listen(connection, "before_cursor_execute", note)
    work()
    event.remove(connection, "before_cursor_execute", note)
    return found


def test_a_batch_goes_by_primary_key(large: Database) -> None:
    """A lock by another index would be taken in its order, and deadlocks with what acts lock."""
    ids = [row[0] for row in large.execute("SELECT id FROM customers ORDER BY id LIMIT 50")]
    with large.engine.connect() as connection:
        store = LeavingStore(connection)

        def work() -> None:
            store.still_bound(ids)
            store.hold(ids)
            store.facts(ids, NOW)
            store.close(ids, NOW, UnbindingReason.INACTIVITY)
            store.free(ids)

        for text, parameters in statements(connection, work):
            plan = connection.exec_driver_sql(f"{EXPLAIN} {text}", parameters)
            for row in plan.mappings():
                if row["table"] in {"customers", "customer_binding_history"}:
                    assert (row["key"], row["type"]) == ("PRIMARY", "range"), (text, dict(row))
        connection.rollback()
