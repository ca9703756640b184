"""A first Monday: three files come in by mouse and keyboard, through every page of the wizard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hand.conftest import Book, Start
from tests.hand.hands import Program

CASES = Path(__file__).parents[1] / "services" / "importing" / "cases"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, start: Start) -> Program:
    """A program with an empty workspace."""
    at = start(tmp_path_factory.mktemp("monday") / "home")
    at.dialog("start_dialog")
    at.click("start_workspace")
    at.dialog("who_dialog")
    at.focus("who_name")
    at.type("Rina")
    at.key("Tab")
    at.type("rina@kantor.example")
    at.key("Return")
    at.no_dialog()
    return at


def book(at: Program) -> Book:
    """The workspace beside the program."""
    return Book(at.home / "data" / "workspace.sqlite")


def chosen(at: Program, name: str) -> None:
    """Open the wizard, name a file, and see its first lines."""
    at.key("ctrl+i")
    at.dialog("import_wizard")
    at.click("import_path_path")
    at.type(str(CASES / name))
    at.there("import_preview")


def understood(at: Program, program: str = "") -> None:
    """Go on past the columns, which may be those of a program."""
    at.click("import_next")
    at.there("import_mapping_title")
    if program:
        at.says("import_recognised", program)
    at.pause()
    at.click("import_next")


def asked(at: Program) -> None:
    """See what the words of the file mean."""
    at.there("import_values_title")
    at.pause()


def imported(at: Program, told: str) -> None:
    """See what would come of it, have it done, and close."""
    at.there("import_check_title")
    at.says("import_counts", told)
    at.pause()
    at.click("import_commit")
    at.there("import_run_title")
    at.click("import_close")
    at.no_dialog()


def test_an_address_book_comes_in(desk: Program) -> None:
    chosen(desk, "google_contacts.csv")
    understood(desk, "Google Contacts")
    imported(desk, "28")
    assert book(desk).ask("SELECT COUNT(*) FROM customers") == [("28",)]
    assert book(desk).ask(
        "SELECT number FROM salesdesk_phones JOIN customers ON id = customer_id "
        "WHERE name = 'Agus Prasetyo' ORDER BY position"
    ) == [("+6281200010003",), ("+62215550003",)]


def test_a_grown_sheet_asks_what_its_contacts_came_to(desk: Program) -> None:
    chosen(desk, "titles_indonesia.csv")
    understood(desk)
    asked(desk)
    desk.focus("import_method")
    desk.key("Tab")
    desk.focus("import_outcome")
    desk.key("Down")
    desk.click("import_next")
    imported(desk, "2")
    assert book(desk).ask(
        "SELECT name, contact_method, contact_status, notes FROM customer_contacts "
        "JOIN customers ON customers.id = customer_id ORDER BY name"
    ) == [
        ("Ani Contoh", "whatsapp", "successful", "Minta harga"),
        ("Beni Contoh", "whatsapp", "successful", "Minta harga"),
    ]


def test_a_workbook_with_a_cover_asks_for_the_row_that_it_hides(desk: Program) -> None:
    chosen(desk, "cover_sheet.xlsx")
    desk.click("import_hidden_rows")
    understood(desk)
    asked(desk)
    desk.click("import_next")
    imported(desk, "3")
    assert book(desk).ask(
        "SELECT name, phone_number FROM customers WHERE phone_number LIKE '+62812300034%' "
        "ORDER BY name"
    ) == [("Ani", "+6281230003401"), ("Beni", "+6281230003402"), ("Cici", "+6281230003403")]
