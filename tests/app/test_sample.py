"""Sample data: the same for the same seed, true to the rules, and like the pictures."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import phonenumbers
import pytest

from salesdesk.app.sample import workspace, writing
from salesdesk.app.sample.team import demo_person
from salesdesk.domain.errors import Refusal
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.queries import CustomerQuery, CustomerSort, DaysLeftFilter
from salesdesk.services.admin import sign_in
from salesdesk.services.lists import customers
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause, RunOutcome
from salesdesk.services.session import Session
from salesdesk.storage.setup import schema
from tests.support.database import Database, open_database
from tests.support.invariants import breaches

BASE = datetime(2026, 6, 8, 2, 14, 7, tzinfo=UTC)

TABLES = (
    "users", "customers", "customer_binding_history", "customer_contacts", "orders", "order_items",
    "room_booking_costs", "salesdesk_phones", "salesdesk_events", "salesdesk_release_runs",
    "salesdesk_plans",
)  # fmt: skip


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables that sample data fills, but for what the database numbers."""
    return {
        table: sorted(
            (row[1:] if table == "users" else row
             for row in database.execute(f"SELECT * FROM {table}")),
            key=repr,
        )
        for table in TABLES
    }  # fmt: skip


def number(database: Database, question: str) -> int:
    """The one number that the question asks for."""
    return int(database.execute(question)[0][0])


def test_the_same_seed_gives_the_same_rows(sqlite: Database, tmp_path: Path) -> None:
    writing.write_generated(sqlite.store, 60, 7, BASE)
    other = open_database(sqlite.url.set(database=str(tmp_path / "other.sqlite")))
    schema.init(other.engine)
    writing.write_generated(other.store, 60, 7, BASE)
    assert everything(other) == everything(sqlite)
    other.close()


def test_another_seed_gives_other_customers(sqlite: Database, mariadb: Database) -> None:
    writing.write_generated(sqlite.store, 30, 1, BASE)
    writing.write_generated(mariadb.store, 30, 2, BASE)
    ids = [
        {row[0] for row in found.execute("SELECT id FROM customers")} for found in (sqlite, mariadb)
    ]
    assert ids[0].isdisjoint(ids[1])


def test_a_customer_does_not_depend_on_how_many_there_are(
    sqlite: Database, mariadb: Database
) -> None:
    # Both numbers need the same number of agents.
    writing.write_generated(sqlite.store, 20, 5, BASE)
    writing.write_generated(mariadb.store, 200, 5, BASE)
    few, many = (
        {row[0]: row for row in found.execute("SELECT id, name, phone_number FROM customers")}
        for found in (sqlite, mariadb)
    )
    assert len(few) == 20
    assert all(many[customer_id] == row for customer_id, row in few.items())


def test_made_up_customers_keep_every_rule(database: Database) -> None:
    database.set_clock(BASE)
    writing.write_generated(database.store, 250, 11, BASE)
    assert breaches(database) == []
    bound = number(database, "SELECT COUNT(*) FROM customers WHERE binding_status = 'bound'")
    spells = number(database, "SELECT COUNT(*) FROM customer_binding_history")
    contacts = number(database, "SELECT COUNT(*) FROM customer_contacts")
    assert 150 < bound < 240
    assert 1.6 < spells / 250 < 2.6
    assert 7 < contacts / 250 < 13
    assert number(database, "SELECT COUNT(*) FROM orders") > 30
    late = BASE.replace(tzinfo=None)
    for column, table in (
        ("contact_date", "customer_contacts"),
        ("binding_start_date", "customer_binding_history"),
        ("created_at", "customers"),
        ("at", "salesdesk_events"),
    ):
        (newest,) = database.execute(f"SELECT MAX({column}) FROM {table}")[0]
        assert datetime.fromisoformat(str(newest)) <= late


def test_phones_are_unique_valid_and_typed_in_many_ways(sqlite: Database) -> None:
    writing.write_generated(sqlite.store, 400, 3, BASE)
    rows = sqlite.execute(
        "SELECT c.phone_number, p.number FROM customers c "
        "JOIN salesdesk_phones p ON p.customer_id = c.id"
    )
    typed = {row[0] for row in rows}
    assert len(typed) == len({row[1] for row in rows}) == 400
    assert max(len(text) for text in typed) <= 20
    invalid = [row for row in rows if not phonenumbers.is_valid_number(phonenumbers.parse(row[1]))]
    assert invalid == []
    assert len({re.sub(r"\d+", "9", text) for text in typed}) >= 6


def test_names_are_indonesian_and_english(sqlite: Database) -> None:
    writing.write_generated(sqlite.store, 300, 3, BASE)
    english = number(sqlite, "SELECT COUNT(*) FROM customers WHERE phone_number LIKE '+6%' "
                     "AND phone_number NOT LIKE '+62%'")  # fmt: skip
    assert english > 0
    companies = number(sqlite, "SELECT COUNT(*) FROM customers WHERE company LIKE 'PT %'")
    assert companies > 60


def test_a_database_with_customers_is_left_alone(database: Database) -> None:
    writing.write_generated(database.store, 5, 1, BASE)
    before = number(database, "SELECT COUNT(*) FROM customers")
    with pytest.raises(Refusal, match="already"):
        writing.write_generated(database.store, 5, 2, BASE)
    assert number(database, "SELECT COUNT(*) FROM customers") == before


def test_some_made_up_customers_are_overdue(database: Database) -> None:
    database.set_clock(BASE)
    writing.write_generated(database.store, 600, 4, BASE)
    report = run.run(Session(database.store, SYSTEM, "test"), Cause.COMMAND)
    assert report.outcome is RunOutcome.DONE
    assert 0 < report.released < 20
    assert breaches(database) == []


@pytest.mark.parametrize("clock", ["02:14:07", "16:59:59", "17:00:30"])
def test_the_sample_workspace_is_that_of_the_pictures(sqlite: Database, clock: str) -> None:
    base = datetime.fromisoformat(f"2026-06-08T{clock}+00:00")
    sqlite.set_clock(base)
    writing.write_story(sqlite.store, workspace.DEMO_SEED, base)
    report = run.run(Session(sqlite.store, SYSTEM, "test"), Cause.STARTUP)
    assert sorted(one.name for one in report.candidates) == ["Putri Amelia", "Wahyu Hidayat"]
    assert report.released == 2
    assert breaches(sqlite) == []
    assert number(sqlite, "SELECT COUNT(*) FROM customers") == 1_284
    assert number(sqlite, "SELECT COUNT(*) FROM customers WHERE binding_status='available'") == 41
    rina = demo_person(workspace.DEMO_SEED).uid
    assert number(sqlite, f"SELECT COUNT(*) FROM customers WHERE bound_to_uid='{rina}'") == 46
    session = sign_in.signed_in(sqlite.store, "test", rina)
    assert (session.actor.name, session.actor.role) == ("Rina Wulandari", "Team Lead")


def test_the_first_rows_by_days_left_are_those_of_the_pictures(sqlite: Database) -> None:
    sqlite.set_clock(BASE)
    writing.write_story(sqlite.store, workspace.DEMO_SEED, BASE)
    run.run(Session(sqlite.store, SYSTEM, "test"), Cause.STARTUP)
    # Dedi Kurniawan becomes overdue ten minutes later, before anybody's eyes.
    sqlite.set_clock(BASE + timedelta(minutes=11))
    rina = demo_person(workspace.DEMO_SEED).uid
    session = sign_in.signed_in(sqlite.store, "test", rina)
    page = customers.page(session, CustomerQuery(sort=CustomerSort.DAYS_LEFT))
    now = session.now()
    names = [row.name for row in page.rows[:19]]
    assert names[:3] == ["Dedi Kurniawan", "Siti Rahmawati", "Hasan Basri"]
    assert names[-1] == "Novita Anggraini"
    days = [row.departure.days_left(now) for row in page.rows[:19] if row.departure]
    assert days == [0, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 8, 9, 9, 10, 11, 12, 12, 13]
    siti = customers.details(session, page.rows[1].id)
    assert (siti.contacts, siti.spells, siti.orders) == (4, 2, 1)
    assert page.rows[1].phone == "+6281290347718"
    soon = customers.count(session, CustomerQuery(days_left=DaysLeftFilter(None, 20)))
    assert soon.number == 186


def test_the_file_is_made_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "sample.sqlite"
    first = workspace.prepare(file)
    assert first.made
    content = file.read_bytes()
    second = workspace.prepare(file)
    assert not second.made
    assert file.read_bytes() == content
    assert second.person == first.person
    assert [found.name for found in file.parent.iterdir()] == ["sample.sqlite"]


def test_a_spoilt_file_says_how_to_have_it_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "sample.sqlite"
    file.write_text("Dear Rina, " * 400)
    with pytest.raises(Refusal, match="--demo --fresh"):
        workspace.prepare(file)
    assert workspace.prepare(file, fresh=True).made


def test_fresh_makes_it_anew(tmp_path: Path) -> None:
    file = tmp_path / "sample.sqlite"
    workspace.prepare(file)
    store = workspace.open_file(file)
    run.run(Session(store, SYSTEM, "test"), Cause.STARTUP)
    store.close()
    assert workspace.prepare(file, fresh=True).made
    store = workspace.open_file(file)
    assert run.preview(Session(store, SYSTEM, "test")).due == 2
    store.close()
