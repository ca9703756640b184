"""An agent's hour: the list, the form, the pool, by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hand.conftest import Book, Start
from tests.hand.hands import Program

TABLE = "customers_table"


@pytest.fixture(scope="module")
def at(home: Path, start: Start) -> Program:
    """The sample workspace, opened by somebody who chose one of its agents."""
    program = start(home, "--database", f"sqlite:///{home / 'data' / 'sample.sqlite'}")
    program.dialog("who_dialog")
    program.click_row("who_people", "Andi", times=2)
    program.no_dialog()
    program.there("today_list")
    return program


def test_what_is_highlighted_is_what_is_acted_on(at: Program, book: Book) -> None:
    """Clicks with the panel open; a search by number, Enter, Ctrl+L; another screen."""
    at.go("ctrl+2", TABLE)
    first = at.click_row(TABLE, at=1)
    at.says("panel_name", first)
    for row in (4, 2, 6):
        name = at.click_row(TABLE, at=row)
        at.says("panel_name", name)
        at.key("ctrl+l")
        at.dialog("contact_dialog")
        at.says("contact_customer", name)
        at.key("Escape")
        at.no_dialog()
    ((number, wanted),) = book.ask(
        "SELECT phone_number, name FROM customers WHERE bound_to_uid IS NOT NULL"
        " AND phone_number LIKE '+62%' ORDER BY name DESC LIMIT 1"
    )
    at.key("ctrl+f")
    at.focus("customers_search")
    at.type(number.removeprefix("+"))
    at.key("Return")
    at.row(TABLE, wanted, at=None)
    at.says("panel_name", wanted)
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    assert at.text("contact_customer") == wanted
    at.key("Escape")
    before = book.changed()
    at.go("ctrl+5", "activity_screen")
    at.until(lambda: at.find("panel") is None, "the panel closed")
    at.key("alt+1", "alt+3", "ctrl+l", "ctrl+g")
    assert at.state()["dialogs"] == []
    assert book.changed() == before


def test_the_right_click_answers_every_time(at: Program) -> None:
    """Four right clicks with choices in between, and the panel's menu four times."""
    at.go("ctrl+2", TABLE)
    for row in (1, 3, 5, 2):
        name = at.click_row(TABLE, at=row, button=3)
        at.until(lambda: at.state()["menu"], "the menu")
        at.key("Escape")
        at.until(lambda: not at.state()["menu"], "the menu closed")
        at.says("panel_name", name)
        at.click("panel_more")
        at.until(lambda: at.state()["menu"], "the panel's menu")
        at.choose("Log contact")
        at.dialog("contact_dialog")
        assert at.text("contact_customer") == name
        at.key("Escape")
        at.no_dialog()
        at.click_row(TABLE, at=row + 1)
    assert at.state()["dialogs"] == []


def test_a_note_that_is_typed_first_is_the_note(at: Program, book: Book) -> None:
    """'Customer asks' is no call; a log without the mouse takes four keys and the note."""
    at.go("ctrl+2", TABLE)
    name = at.click_row(TABLE, at=1)
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    at.type("Customer asks")
    assert at.text("contact_note") == "Customer asks"
    at.key("alt+c")
    at.type(" for hall 3")
    at.key("alt+u", "alt+7", "Return")
    at.no_dialog()
    at.says("toast_text", "logged")
    assert book.contacts()[-1] == (name, "call", "unsuccessful", "Customer asks for hall 3")
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    at.type("No answer")
    at.key("Return")
    assert at.state()["dialogs"] == ["contact_dialog"]
    assert at.text("contact_note") == "No answer"
    assert book.contacts()[-1][3] != "No answer"
    at.key("alt+w", "alt+s", "Return")
    at.no_dialog()
    at.until(
        lambda: book.contacts()[-1] == (name, "whatsapp", "successful", "No answer"), "the contact"
    )


def test_a_claim_is_the_highlighted_customers(at: Program, book: Book) -> None:
    """In the pool with the panel open: a click on another row, Ctrl+G."""
    at.go("ctrl+4", "pool_table")
    first = at.click_row("pool_table", at=0)
    at.says("hand_over_name", first)
    at.key("Return")
    at.says("panel_name", first)
    at.pause()
    name = at.click_row("pool_table", at=2)
    at.says("panel_name", name)
    at.key("ctrl+g")
    at.says("toast_text", f"{name} is yours now.")
    assert book.owner(name)
    at.key("ctrl+z")
    at.until(lambda: book.owner(name) == "", "the claim taken back")
