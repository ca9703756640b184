"""Outbox, shortcuts, about and crash; the date field; what all dialogs have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.events import new_id
from salesdesk.services import contacts
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.contacts.outbox_dialog import OutboxDialog
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.kit.screens import room_on_screen
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.shell.about_dialog import AboutDialog
from salesdesk.ui.shell.shortcuts_dialog import ShortcutsDialog
from salesdesk.ui.start.crash_dialog import CrashDialog
from tests.pictures import dialog_gallery_parts as gallery
from tests.support.factories import NOON, Office
from tests.support.seats import DialogSeat

Sit = Callable[..., DialogSeat]


@dataclass(frozen=True)
class Fault:
    """A bug."""

    summary: str
    details: str
    log: Path | None = None


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QMainWindow]:
    """A window with a menu."""
    window = QMainWindow()
    menu = window.menuBar().addMenu("&Customer")
    menu.addAction("&Log contact…").setShortcut(QKeySequence("Ctrl+L"))
    menu.addAction("No keys")
    more = menu.addMenu("More")
    more.addAction("Claim").setShortcut(QKeySequence("Ctrl+Shift+C"))
    yield window
    window.close()
    window.deleteLater()


def kept(sitting: DialogSeat, customer: str, note: str = "Wants a quotation.") -> ContactDraft:
    """A contact that waits."""
    draft = ContactDraft(new_id(), customer, Method.CALL, Outcome.SUCCESSFUL, note)
    sitting.outbox.files.add(draft, "Siti Rahmawati", NOON)
    return draft


def test_the_outbox_lists_what_waits_and_what_was_refused(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    kept(sitting, "gone", "Never mind")
    sitting.outbox.files.send(lambda draft: contacts.log(workspace.agent, draft), NOON)
    kept(sitting, customer)
    dialog = OutboxDialog(sitting.context, sitting.outbox.files)
    sitting.show(dialog)
    assert dialog.summary.text().startswith("1 wait, 1 were refused.")
    assert dialog.table.cells.rowCount() == 2
    assert "This customer is gone" in dialog.reason.text()
    assert dialog.note.text() == "Never mind"
    dialog.retry.click()
    sitting.settle()
    assert sitting.outbox.tries == 1
    assert sitting.outbox.refused == 0
    assert sitting.outbox.waiting == 2


def test_a_kept_contact_is_thrown_away_only_after_a_question(workspace: Office, seat: Sit) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    kept(sitting, customer)
    dialog = OutboxDialog(sitting.context, sitting.outbox.files)
    sitting.show(dialog)
    dialog.discard.click()
    assert sitting.outbox.waiting == 1
    question = dialog.findChild(ConfirmDialog)
    assert isinstance(question, ConfirmDialog)
    question.act.click()
    sitting.settle()
    assert sitting.outbox.waiting == 0
    assert dialog.summary.text().startswith("Nothing waits")


def test_a_kept_contact_is_mended_and_logged_once(
    workspace: Office, seat: Sit, qtbot: QtBot
) -> None:
    customer = workspace.customer(owner=workspace.agent_uid)
    sitting = seat(workspace, workspace.agent_uid)
    draft = kept(sitting, customer)
    dialog = OutboxDialog(sitting.context, sitting.outbox.files)
    sitting.show(dialog)
    dialog.edit.click()
    form = dialog.findChild(ContactDialog)
    assert isinstance(form, ContactDialog)
    sitting.settle()
    assert form.typed().notes == "Wants a quotation."
    form.note.set_text("Wants two quotations.")
    with qtbot.waitSignal(form.logged):
        form.save.click()
    sitting.settle()
    assert sitting.outbox.waiting == 0
    logged = contacts.get(workspace.agent, draft.id)
    assert (logged.notes, logged.at) == ("Wants two quotations.", NOON)


def test_shortcuts_come_from_the_windows_menus(parent: QMainWindow) -> None:
    dialog = ShortcutsDialog(parent)
    dialog.open()
    texts = [
        (str(dialog.table.cells.index(row, 0).data()), str(dialog.table.cells.index(row, 1).data()))
        for row in range(dialog.table.cells.rowCount())
    ]
    assert texts[:2] == [("Log contact", "Ctrl+L"), ("Claim", "Ctrl+Shift+C")]
    assert ("Visit", "Alt+V") in texts
    assert "No keys" not in dict(texts)
    QTest.keyClicks(dialog.search, "shift+c")
    assert dialog.table.cells.rowCount() == 1
    dialog.close()


def test_a_crash_is_told_copied_and_left_behind(parent: QMainWindow, qtbot: QtBot) -> None:
    copied: list[str] = []
    dialog = CrashDialog(Fault("KeyError: 'x'", "Traceback"), copied.append, parent)
    dialog.open()
    assert dialog.details.isHidden()
    dialog.show_button.click()
    assert dialog.details.isVisible()
    dialog.copy_button.click()
    assert "KeyError: 'x'" in copied[0]
    assert "Traceback" in copied[0]
    with qtbot.waitSignal(dialog.quit_requested):
        dialog.quit_button.click()


def test_about_shows_its_facts_and_asks_for_diagnostics(parent: QMainWindow, qtbot: QtBot) -> None:
    dialog = AboutDialog([("Database", "db.company.com")], parent)
    dialog.open()
    assert ("Database", "db.company.com") in dialog.facts
    with qtbot.waitSignal(dialog.diagnostics_wanted):
        dialog.copy_button.click()
    dialog.close()


@pytest.fixture
def sample(qtbot: QtBot) -> Iterator[gallery.Sample]:
    """The office of the gallery."""
    made = gallery.Sample()
    yield made
    for window in made.kept:
        window.close()
        window.deleteLater()
    made.close()


def _widgets(dialog: QDialog) -> list[QWidget]:
    return [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(dialog)
        and not widget.objectName().startswith("qt_")
        and widget.window() is dialog
    ]


@pytest.mark.parametrize("name", sorted(gallery.DIALOGS))
def test_every_control_has_a_name_and_a_word(sample: gallery.Sample, name: str) -> None:
    dialog = gallery.DIALOGS[name](sample)
    sample.seat.show(dialog)
    widgets = _widgets(dialog)
    assert widgets
    assert [repr(widget) for widget in widgets if not widget.objectName()] == []
    wordless = [
        widget.objectName()
        for widget in widgets
        if not widget.accessibleName() and not getattr(widget, "text", str)()
    ]
    assert wordless == []
    dialog.close()


@pytest.mark.parametrize("name", sorted(gallery.DIALOGS))
def test_at_the_largest_scale_it_fits_a_small_screen(
    sample: gallery.Sample, themed: QApplication, name: str
) -> None:
    theme.apply(themed, Scheme.DARK, 130)
    dialog = gallery.DIALOGS[name](sample)
    sample.seat.show(dialog)
    QApplication.processEvents()
    assert dialog.width() <= 1280
    assert dialog.height() <= room_on_screen(dialog).height()
    cut = [
        widget.objectName()
        for widget in _widgets(dialog)
        if widget.isVisible() and widget.width() < widget.minimumSizeHint().width()
    ]
    assert cut == []
    dialog.close()
