"""A lead's hour: several at once, the board, the team, by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hand.conftest import Book, Start
from tests.hand.hands import Program

TABLE = "customers_table"


@pytest.fixture(scope="module")
def at(home: Path, start: Start) -> Program:
    """The sample workspace as its lead opens it."""
    program = start(home, "--demo")
    program.no_dialog()
    program.there("today_list")
    return program


def test_an_act_on_several_is_done_to_the_highlighted_ones(at: Program, book: Book) -> None:
    at.go("ctrl+2", TABLE)
    names = [at.row(TABLE, at=row)["text"] for row in (1, 2, 3)]
    at.click_row(TABLE, at=1)
    at.key("shift+Down", "shift+Down")
    at.until(lambda: all(at.row(TABLE, each)["selected"] for each in names), "three rows")
    before = book.pairs("SELECT customer_id, COUNT(*) FROM salesdesk_plans GROUP BY 1")
    at.key("ctrl+l")
    assert at.state()["dialogs"] == []
    at.key("ctrl+p")
    at.dialog("plan_dialog")
    at.click("plan_next_step_quick_7")
    at.key("Return")
    at.no_dialog()
    at.says("toast_text", "Next step of 3 customers planned.")
    after = book.pairs("SELECT customer_id, COUNT(*) FROM salesdesk_plans GROUP BY 1")
    changed = [each for each in after if after[each] != before.get(each)]
    told = [book.ask("SELECT name FROM customers WHERE id = ?", each)[0][0] for each in changed]
    assert sorted(told) == sorted(names)


def test_the_board_moves_the_card_with_the_ring(at: Program, book: Book) -> None:
    at.go("ctrl+3", "pipeline_screen")
    name = at.click_row("pipeline_warm", at=1)
    # The board of everybody may come only now: the card keeps the ring, in another row.
    at.until(lambda: at.row("pipeline_warm", name)["selected"], "the card with the ring")
    before = book.pairs("SELECT id, sales_status FROM customers")
    at.key("alt+Right")
    at.says("toast_text", "hot")
    after = book.pairs("SELECT id, sales_status FROM customers")
    (moved,) = [each for each in after if after[each] != before[each]]
    told = book.ask("SELECT name FROM customers WHERE id = ?", moved)[0][0]
    assert told in name
    at.key("ctrl+z")
    at.until(lambda: book.pairs("SELECT id, sales_status FROM customers") == before, "moved back")


def test_the_teams_rows_open_the_form_of_the_row(at: Program) -> None:
    at.go("ctrl+6", "team_counts")
    at.until(lambda: at.find("panel") is None, "the panel closed")
    at.click_row("team_counts", at=2, times=2)
    for row in (0, 2, 1):
        name = at.click_row("team_table", at=row)
        at.key("ctrl+l")
        at.dialog("contact_dialog")
        at.says("contact_customer", name)
        assert at.text("panel_name") in {"", name}
        at.key("Escape")
        at.no_dialog()
