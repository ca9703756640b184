"""The wizard walked by mouse through files as offices have them: nothing is chosen by hand."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget, QWizard
from pytestqt.qtbot import QtBot

from salesdesk.ui.importing.wizard import ImportWizard
from tests.support.factories import Office
from tests.support.seats import DialogSeat

CASES = Path(__file__).parents[2] / "services" / "importing" / "cases"
#: Where pictures of each page go; they are looked at by a person.
PICTURES = os.environ.get("SALESDESK_IMPORT_PICTURES")


class Hand:
    """Somebody who only presses the button that leads on."""

    def __init__(self, seat: DialogSeat, qtbot: QtBot, name: str) -> None:
        self.qtbot, self.name = qtbot, name
        self.wizard = ImportWizard(seat.context, None)
        seat.show(self.wizard)
        self.wizard.file_page.path.set_path(str(CASES / name))
        self.until(self.wizard.file_page.isComplete)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something, and take a picture of the page."""
        self.qtbot.waitUntil(holds, timeout=30_000)
        if PICTURES:
            page = type(self.wizard.currentPage()).__name__
            self.wizard.grab().save(str(Path(PICTURES) / f"{self.name}-{page}.png"))

    def on(self) -> None:
        """Press the button that leads to the next page, which begins the import on the last."""
        for which in (QWizard.WizardButton.NextButton, QWizard.WizardButton.CommitButton):
            button: QAbstractButton = self.wizard.button(which)
            if button.isVisible():
                self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise AssertionError("no button leads on")

    def walk(self) -> None:
        """From the chosen file to the report."""
        wizard = self.wizard
        while wizard.currentPage() is not wizard.run_page:
            left = wizard.currentId()
            self.on()
            assert wizard.currentId() != left
            self.until(self._ready(wizard.currentPage()))

    def _ready(self, page: QWidget) -> Callable[[], bool]:
        if page is self.wizard.run_page:
            return lambda: self.wizard.run_page.over
        if page is self.wizard.check_page:
            return lambda: self.wizard.state.check is not None
        return self.wizard.currentPage().isComplete


@pytest.mark.parametrize(
    ("name", "new", "known"),
    [
        ("google_contacts.csv", 28, ("Agus Prasetyo", "+6281200010003")),
        ("grown_cover.csv", 3, ("Bp. Hadi", "+6281200080001")),
        ("grown_workbook.xlsx", 3, ("Ani", "+6281200110001")),
    ],
)
def test_a_file_comes_in_by_the_button_that_leads_on(
    office: Office,
    seat: Callable[..., DialogSeat],
    qtbot: QtBot,
    name: str,
    new: int,
    known: tuple[str, str],
) -> None:
    hand = Hand(seat(office, office.admin_uid), qtbot, name)
    hand.walk()
    stored = office.database.execute("SELECT name, phone_number FROM customers")
    assert len(stored) == new
    assert known in stored
    assert f"New customers: {new}" in hand.wizard.run_page.counts.text()
