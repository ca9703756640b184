"""Ctrl+I in the window: the wizard for those who may, nothing for the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from salesdesk.ui.commands import Cmd
from salesdesk.ui.importing.wizard import ImportWizard
from tests.support.factories import Office
from tests.support.windows import Sit


def test_the_list_shows_who_came_in(office: Office, sit: Sit, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Nama,HP\nSiti,081234567890\n")
    seat = sit(office, office.admin)
    seat.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    wizard = seat.dialog("import_wizard")
    assert isinstance(wizard, ImportWizard)
    wizard.file_page.path.set_path(str(file))
    qtbot.waitUntil(wizard.file_page.isComplete)
    wizard.next()
    wizard.next()
    qtbot.waitUntil(lambda: wizard.state.check is not None)
    wizard.next()
    qtbot.waitUntil(lambda: wizard.run_page.over)
    wizard.accept()
    seat.settle()
    qtbot.waitUntil(lambda: seat.window.customers.model.rowCount() == 1)


def test_who_may_not_has_no_wizard(workspace: Office, sit: Sit) -> None:
    seat = sit(workspace, workspace.lead)
    assert not seat.window.bar.action(Cmd.IMPORT).isEnabled()
