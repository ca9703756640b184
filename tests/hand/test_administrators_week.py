"""What an administrator is asked for later: a held release with some left out, an erasure."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.hand.conftest import Book, Start
from tests.hand.hands import Program

HELD, TABLE = "guard_candidates", "customers_table"


@pytest.fixture(scope="module")
def at(home: Path, start: Start) -> Program:
    """The sample workspace of an administrator who has just shortened the limits to five days."""
    with closing(sqlite3.connect(home / "data" / "sample.sqlite")) as database, database:
        # The columns' own defaults ask a clock that only the program brings.
        database.create_function("salesdesk_now", 0, lambda: "2026-01-01 00:00:00.000000")
        database.execute(
            "UPDATE salesdesk_person_roles SET role_id ="
            " (SELECT id FROM roles WHERE name = 'Sales Administrator')"
        )
        database.executemany(
            "INSERT INTO global_settings (setting_key, setting_value) VALUES (?, '5')",
            [(f"salesdesk.release.limit_{status}",) for status in ("cold", "warm", "hot")],
        )
    program = start(home, "--demo")
    window, _, _ = program.until(lambda: program.state()["window"], "the window")
    program.hands.resize(window, 1366, 768)
    program.until(lambda: program.state()["window"][1] == 1366, "the smaller window")
    return program


def test_a_held_release_is_confirmed_with_one_left_out(at: Program, book: Book) -> None:
    at.dialog("guard_dialog")
    before = book.pairs("SELECT id, bound_to_uid FROM customers WHERE binding_status = 'bound'")
    at.pause()
    name = at.click_row(HELD, at=0)
    at.focus(HELD)
    at.key("space")
    at.says("guard_release", "keep 1")
    at.click("guard_release")
    at.no_dialog()
    at.until(lambda: book.ask("SELECT 1 FROM salesdesk_protections"), "somebody protected")
    ((kept, owner),) = book.ask(
        "SELECT c.name, c.bound_to_uid FROM salesdesk_protections p"
        " JOIN customers c ON c.id = p.customer_id"
    )
    assert kept in name
    assert owner
    after = book.pairs("SELECT id, bound_to_uid FROM customers WHERE binding_status = 'bound'")
    assert len(after) < len(before)


def test_a_customers_traces_are_erased_and_the_audit_says_so(at: Program, book: Book) -> None:
    at.go("ctrl+2", TABLE)
    # Hundreds were just released: the list is read again, and then stands still.
    at.says("toast_text", "released")
    at.pause()
    name = at.click_row(TABLE, at=2)
    at.says("panel_name", name)
    at.key("ctrl+alt+e")
    at.dialog("erase_dialog")
    at.says("erase_whose", name)
    at.until(lambda: at.find("erase_typed"), "the field for the name")
    at.click("erase_typed")
    at.type(name)
    at.key("Return")
    at.until(lambda: at.find("erase_copy"), "the receipt")
    at.key("Escape")
    at.no_dialog()
    at.go("ctrl+8", "audit_table")
    at.key("ctrl+f")
    at.type(name)
    at.until(lambda: "newest" not in at.text("audit_count"), "the events of one customer")
    at.click_row("audit_table", at=0)
    at.says("event_title", "Erased a customer’s traces")
    erased = book.ask("SELECT details FROM salesdesk_events WHERE kind = 'customer_erased'")
    assert len(erased) == 1
    assert name not in erased[0][0]
