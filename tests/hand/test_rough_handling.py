"""Rough handling: double clicks, Enter twice, a small window, a form that nobody saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.hand.conftest import Book, Start
from tests.hand.hands import Program

TABLE = "customers_table"


@pytest.fixture(scope="module")
def at(home: Path, start: Start) -> Program:
    """The sample workspace as a lead opens it."""
    program = start(home, "--demo")
    program.no_dialog()
    program.there("today_list")
    return program


def _is_wide(at: Program, width: int) -> bool:
    return bool(at.state()["window"][1] == width)


def fill(at: Program, name: str) -> None:
    """The form for a customer, with everything but Save."""
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    at.says("contact_customer", name)
    at.key("alt+c", "alt+s", "alt+7")


def test_a_double_click_on_save_reaches_nothing_beneath(at: Program, book: Book) -> None:
    """Whatever stands beneath Save, it is not pressed: no form, no other customer, no call."""
    at.go("ctrl+2", TABLE)
    name = at.click_row(TABLE, at=1)
    at.says("panel_name", name)
    for _ in range(3):
        before = len(book.contacts())
        fill(at, name)
        at.click("contact_save", times=2)
        at.no_dialog()
        assert len(book.contacts()) == before + 1
        assert at.text("panel_name") == name
        assert at.state()["dialogs"] == []
        at.pause()


def test_enter_twice_saves_once_and_opens_nothing(at: Program, book: Book) -> None:
    at.go("ctrl+2", TABLE)
    name = at.click_row(TABLE, at=1)
    at.says("panel_name", name)
    at.key("Return")
    at.focus("panel_log")
    at.key("Return")
    at.dialog("contact_dialog")
    before = len(book.contacts())
    at.key("alt+c", "alt+s")
    at.hands.key("Return")
    at.hands.key("Return")
    at.no_dialog()
    at.until(lambda: len(book.contacts()) == before + 1, "one contact")
    assert at.state()["dialogs"] == []
    assert len(book.contacts()) == before + 1


def test_a_small_window_and_back(at: Program) -> None:
    """At 960 × 600 and back, the chosen customer stays and everything answers."""
    at.go("ctrl+2", TABLE)
    name = at.click_row(TABLE, at=2)
    at.says("panel_name", name)
    window, width, height = at.state()["window"]
    for wide, high in ((960, 600), (width, height), (960, 600), (width, height)):
        at.hands.resize(window, wide, high)
        at.until(partial(_is_wide, at, wide), f"{wide} px")
        assert at.text("panel_name") == name
        assert at.row(TABLE, name)["selected"]
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    assert at.text("contact_customer") == name
    at.key("Escape")


def test_a_second_start_brings_the_first_window_forward(
    at: Program, home: Path, start: Start
) -> None:
    at.go("ctrl+2", TABLE)
    name = at.click_row(TABLE, at=3)
    at.says("panel_name", name)
    at.hands.minimise(at.state()["window"][0])
    at.until(lambda: at.state()["minimised"], "the window put away")
    assert start(home, "--demo").ended() == 0
    at.until(lambda: not at.state()["minimised"], "the window in sight")
    at.no_dialog()
    assert at.text("panel_name") == name


def test_what_nobody_saved_is_there_again(at: Program, home: Path, start: Start) -> None:
    """× under an open form closes nothing; × after it ends the program, and keeps the note."""
    at.go("ctrl+2", TABLE)
    name = at.click_row(TABLE, at=1)
    at.key("ctrl+l")
    at.dialog("contact_dialog")
    at.type("Wants hall A on Saturday")
    at.close_window()
    at.dialog("contact_dialog")
    assert at.text("contact_note") == "Wants hall A on Saturday"
    at.key("alt+F4")
    at.no_dialog()
    at.close_window()
    assert at.ended() == 0
    again = start(home, "--demo")
    again.no_dialog()
    again.go("ctrl+2", TABLE)
    again.click_row(TABLE, name)
    again.says("panel_name", name)
    again.key("ctrl+l")
    again.dialog("contact_dialog")
    again.says("contact_note", "Wants hall A on Saturday")
    assert again.state()["dialogs"] == ["contact_dialog"]
