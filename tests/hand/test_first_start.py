"""From the first start to the first contact, in an empty workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hand.conftest import Book, Start


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The folder of somebody who never started the program."""
    return tmp_path / "home"


def test_from_the_first_start_to_the_first_contact(empty: Path, start: Start) -> None:
    at = start(empty)
    at.dialog("start_dialog")
    at.click("start_workspace")
    at.dialog("who_dialog")
    at.focus("who_name")
    at.type("Rina")
    at.key("Tab")
    at.type("rina@kantor.example")
    at.key("Return")
    at.no_dialog()
    at.key("ctrl+n")
    at.dialog("customer_dialog")
    at.focus("customer_name")
    at.type("Siti Rahmawati")
    at.click("customer_phone")
    at.type("0812 9034 7718")
    at.key("Return")
    at.no_dialog()
    at.says("panel_name", "Siti Rahmawati")
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    at.says("contact_customer", "Siti Rahmawati")
    at.type("Wants hall 3")
    at.key("alt+v", "alt+s", "Return")
    at.no_dialog()
    at.says("toast_text", "Siti Rahmawati logged")
    book = Book(empty / "data" / "workspace.sqlite")
    assert book.contacts() == [("Siti Rahmawati", "visit", "successful", "Wants hall 3")]


def test_the_same_in_indonesian(empty: Path, start: Start) -> None:
    at = start(empty)
    at.dialog("start_dialog")
    at.click("start_language_id")
    at.says("start_title", "Selamat datang")
    at.click("start_workspace")
    at.dialog("who_dialog")
    at.focus("who_name")
    at.type("Rina")
    at.key("Tab")
    at.type("rina@kantor.example")
    at.key("Return")
    at.no_dialog()
    at.key("ctrl+n")
    at.dialog("customer_dialog")
    at.focus("customer_name")
    at.type("Siti Rahmawati")
    at.click("customer_phone")
    at.type("0812 9034 7718")
    at.key("Return")
    at.no_dialog()
    at.says("panel_name", "Siti Rahmawati")
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    at.type("Ingin aula 3")
    at.key("F1")
    at.dialog("help_dialog")
    at.key("Escape")
    at.dialog("contact_dialog")
    at.key("alt+c", "alt+s", "Return")
    at.no_dialog()
    at.says("toast_text", "Kontak dengan Siti Rahmawati dicatat")
    at.key("F1")
    at.dialog("help_dialog")
    at.says("help_title", "Bantuan")
    at.key("Escape")
    at.no_dialog()
    book = Book(empty / "data" / "workspace.sqlite")
    assert book.contacts() == [("Siti Rahmawati", "call", "successful", "Ingin aula 3")]
