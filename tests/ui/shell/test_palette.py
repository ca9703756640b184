"""The palette: customers, screens and commands by keyboard, over real databases."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from salesdesk.ui.commands import Cmd
from salesdesk.ui.shell.palette import PaletteDialog, matches
from tests.support.factories import Office
from tests.support.windows import OpenWindow, Sit


def opened(at: OpenWindow) -> PaletteDialog:
    at.give(Cmd.FIND)
    palette = at.dialog("palette")
    assert isinstance(palette, PaletteDialog)
    return palette


def typed(at: OpenWindow, palette: PaletteDialog, text: str) -> list[str]:
    """What is offered for a text, once the database has answered."""
    at.bot.keyClicks(palette.search, text)
    at.bot.waitUntil(lambda: not palette._waiting)
    at.settle()
    model = palette.table.cells
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("text", ["rahma", "sinar", "9034"])
def test_a_customer_is_found_by_any_part_and_opened(office: Office, sit: Sit, text: str) -> None:
    office.customer("Siti Rahmawati", company="PT Sinar Jaya", phone="+6281290347718")
    office.customer("Hasan Basri")
    at = sit(office, office.lead)
    palette = opened(at)
    assert "Siti Rahmawati" in typed(at, palette, text)
    at.key(Qt.Key.Key_Return)
    assert at.dialogs() == []
    assert at.text("panel_name") == "Siti Rahmawati"


def test_enter_waits_for_the_customers(workspace: Office, sit: Sit) -> None:
    workspace.customer("Xaver Quandt")
    at = sit(workspace, workspace.lead)
    palette = opened(at)
    at.bot.keyClicks(palette.search, "xaver")
    at.bot.keyClick(palette.search, Qt.Key.Key_Return)
    at.bot.waitUntil(lambda: at.dialogs() == [])
    at.settle()
    assert at.text("panel_name") == "Xaver Quandt"


def test_screens_and_commands_are_found_with_their_keys(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    palette = opened(at)
    assert typed(at, palette, "today")[0] == "Today"
    row = palette.table.current()
    assert row is not None
    assert [cell.text for cell in row.cells if hasattr(cell, "text")][1:] == ["Screen", "Ctrl+1"]
    at.key(Qt.Key.Key_Return)
    assert at.window.navigation.current() == "today"
    typed(at, opened(at), "keyboard")
    at.key(Qt.Key.Key_Return)
    at.dialog("shortcuts_dialog").reject()


def test_arrows_choose_and_escape_closes(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    palette = opened(at)
    first = palette.table.current()
    at.key(Qt.Key.Key_Down)
    assert palette.table.current() != first
    at.key(Qt.Key.Key_Up)
    assert palette.table.current() == first
    assert palette.focusWidget() is palette.search
    at.bot.keyClicks(palette.search, "nothing is called so")
    at.key(Qt.Key.Key_Escape)
    assert at.dialogs() == []


def test_where_nothing_is_found_it_says_so(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    palette = opened(at)
    assert typed(at, palette, "nobody is called so") == []
    assert palette.footer_hint.text() == "Nothing found."
    palette.search.clear()
    assert palette.footer_hint.text().startswith("Up and Down choose")


def test_what_cannot_be_done_is_not_offered(workspace: Office, sit: Sit) -> None:
    at = sit(workspace, workspace.lead)
    assert "Claim" not in typed(at, opened(at), "claim")


def test_every_typed_word_begins_a_word() -> None:
    assert matches("Larger text", "la te")
    assert not matches("Larger text", "arger")
    assert matches("anything", "")
