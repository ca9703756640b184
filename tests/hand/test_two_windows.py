"""Two windows of two people on one workspace."""

from __future__ import annotations

from pathlib import Path

from tests.hand.conftest import Book, Start
from tests.hand.hands import Program


def agent(start: Start, own: Path, home: Path, name: str) -> Program:
    """A window of one of the sample's agents, who has a folder of the own for the settings."""
    program = start(own, "--database", f"sqlite:///{home / 'data' / 'sample.sqlite'}")
    program.dialog("who_dialog")
    program.click_row("who_people", name)
    program.key("Return")
    program.no_dialog()
    program.there("today_list")
    return program


def test_two_agents_and_one_customer(home: Path, start: Start, book: Book, tmp_path: Path) -> None:
    """The second to claim is told, and nobody else is claimed in the customer's place."""
    first = agent(start, tmp_path / "andi", home, "Andi")
    first.go("ctrl+4", "pool_table")
    wanted = first.click_row("pool_table", at=1)
    first.says("hand_over_name", wanted)
    second = agent(start, tmp_path / "arif", home, "Arif")
    second.go("ctrl+4", "pool_table")
    second.click_row("pool_table", wanted)
    second.says("hand_over_name", wanted)
    second.key("ctrl+g")
    second.says("toast_text", f"{wanted} is yours now.")
    holder = book.owner(wanted)
    assert holder
    # The window of the second is closed, so that the first's is in front with what it last read.
    second.end()
    first.no_dialog()
    before = first.text("hand_over_name")
    owners = book.pairs("SELECT name, bound_to_uid FROM customers")
    first.key("ctrl+g")
    first.until(lambda: first.text("toast_text"), "an answer")
    assert book.owner(wanted) == holder
    after = book.pairs("SELECT name, bound_to_uid FROM customers")
    assert {each for each in after if after[each] != owners[each]} <= {before} - {wanted}
