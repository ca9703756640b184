"""A lead sets targets, writes templates, and sends one by WhatsApp, by mouse and keyboard."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.hand.conftest import Book, Start
from tests.hand.hands import Program

TABLE, TARGETS = "customers_table", "targets_table"
_OPENS = '#!/bin/sh\nprintf "%s\\n" "$1" >> "{links}"\n'
_SET = "SELECT per_day, per_week FROM salesdesk_contact_targets ORDER BY 1"


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program that stands for a browser notes what it was asked to open."""
    return tmp_path_factory.mktemp("outside") / "links"


@pytest.fixture(scope="module")
def at(home: Path, start: Start, links: Path) -> Program:
    """The sample workspace as its lead opens it, on a computer that opens links."""
    browser = links.parent / "xdg-open"
    browser.write_text(_OPENS.format(links=links))
    browser.chmod(0o755)
    program = start(home, "--demo", PATH=f"{links.parent}{os.pathsep}{os.environ['PATH']}")
    program.no_dialog()
    program.there("today_list")
    return program


def set_target(at: Program, line: str, day: str, week: str) -> None:
    at.click_row(TARGETS, line)
    at.click("targets_set")
    at.dialog("target_dialog")
    at.type(day)
    at.key("Tab")
    at.type(week)
    at.key("Return")
    at.no_dialog()


def test_targets_are_set_undone_and_shown_on_today(at: Program, book: Book) -> None:
    at.go("ctrl+6", "team_screen")
    at.click_tab("team_tabs", "Targets")
    at.row(TARGETS, "Sales Agent: everybody")
    set_target(at, "Sales Agent: everybody", "8", "40")
    at.says("toast_text", "The target of the role Sales Agent is set.")
    assert book.ask(_SET) == [("8", "40")]
    at.key("ctrl+z")
    at.until(lambda: book.ask(_SET) == [], "undone")
    # Stored is not yet answered: until then nothing can be done again.
    at.says("toast_text", "The target of the role Sales Agent is as before.")
    at.key("ctrl+shift+z")
    at.until(lambda: book.ask(_SET) == [("8", "40")], "done again")
    at.click_row(TARGETS, "Team Lead: everybody")
    at.click("targets_set")
    at.dialog("target_dialog")
    at.type("500")
    at.key("Tab")
    at.type("20")
    at.key("Return")
    at.says("target_week_error", "A week cannot ask for fewer contacts than a day.")
    at.click("target_day", times=2)
    at.type("12")
    at.click("target_week", times=2)
    at.type("50")
    at.key("Return")
    at.no_dialog()
    at.go("ctrl+1", "today_list")
    # Of the day nothing is asked where this runs on a Saturday or a Sunday.
    at.says("today_logged", "of 50 this week")


def template(at: Program, title: str, text: str) -> None:
    at.click("templates_new")
    at.dialog("template_dialog")
    at.type(title)
    at.click("template_body")
    at.type(text)
    at.click("template_field_name")
    at.says("template_preview", f"{text}Siti Rahmawati")
    at.click("template_save")
    at.dialog("templates_dialog")
    at.pause()


def test_templates_are_written_and_ordered(at: Program, book: Book) -> None:
    at.no_dialog()
    at.key("ctrl+shift+t")
    at.dialog("templates_dialog")
    template(at, "quotation", "good morning ")
    template(at, "thanks", "thank you ")
    at.click_row("templates_list", "thanks")
    at.click("templates_up")
    listed = "SELECT title FROM salesdesk_message_templates WHERE listed ORDER BY place"
    at.says("templates_dialog_notice_frame", "The order was changed.")
    assert book.ask(listed) == [("thanks",), ("quotation",)]
    at.click("templates_close")
    at.no_dialog()


def written_to(at: Program, book: Book) -> tuple[str, str]:
    """A customer of the lead's with a mobile number, in the panel: name and number."""
    ((wanted, number),) = book.ask(
        "SELECT c.name, c.phone_number FROM customers c JOIN users u"
        " ON u.firebase_uid = c.bound_to_uid WHERE u.display_name = 'Rina Wulandari'"
        " AND c.phone_number LIKE '+628%' ORDER BY c.name LIMIT 1"
    )
    at.go("ctrl+2", TABLE)
    at.key("ctrl+f")
    at.focus("customers_search")
    at.type(number.removeprefix("+"))
    at.key("Return")
    at.row(TABLE, wanted)
    at.says("panel_name", wanted)
    return wanted, number


def opened(at: Program) -> None:
    at.pause()
    at.click("panel_whatsapp")
    at.there("whatsapp_popover")
    at.focus("whatsapp_message")


def gone(at: Program) -> None:
    at.until(lambda: at.find("whatsapp_popover") is None, "the popover closed")


def test_a_message_is_written_left_and_sent(at: Program, book: Book, links: Path) -> None:
    wanted, number = written_to(at, book)
    before = len(book.contacts())
    opened(at)
    at.says("whatsapp_message", f"thank you {wanted}")
    at.key("alt+2")
    at.says("whatsapp_message", f"good morning {wanted}")
    at.key("End")
    at.type(", see you")
    at.click("whatsapp_name", times=2)
    at.key("ctrl+a")
    at.type("madam")
    said = "good morning madam, see you"
    at.says("whatsapp_message", said)
    # A click beside it closes it, and so does Escape; what was typed is there again.
    at.click("customers_title")
    gone(at)
    opened(at)
    at.says("whatsapp_message", said)
    at.key("Escape")
    gone(at)
    assert not links.exists()
    at.key("ctrl+shift+w")
    at.focus("whatsapp_message")
    at.key("ctrl+Return")
    at.dialog("contact_dialog")
    link = at.until(lambda: links.exists() and links.read_text().strip(), "the link")
    assert unquote(link) == f"https://wa.me/{number.removeprefix('+')}?text={said}"
    assert len(book.contacts()) == before
    at.key("alt+s", "Return")
    at.no_dialog()
    at.until(lambda: len(book.contacts()) == before + 1, "the contact")
    assert book.contacts()[-1] == (wanted, "whatsapp", "successful", said)
