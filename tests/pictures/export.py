"""Pictures of the export form: CSV under way, and a file that is open elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from salesdesk.domain.errors import Refusal
from salesdesk.domain.exporting import FileKind
from salesdesk.domain.refusals import Why
from salesdesk.ui.commands import Cmd
from salesdesk.ui.exporting.dialog import ExportDialog

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio

FILE = "/home/rina/Documents/Customers 2026-06-08.csv"


def export(studio: Studio) -> None:
    """Each state of the form over the list of customers."""
    studio.window.controller.close_panel()
    studio.window.go_to("customers")
    studio.settle()
    dialog = _begun(studio)
    run = studio.session.exports.run
    run.advanced.emit((640, 1_284))
    studio.settle()
    # Its picture is taken while it is under way; rejecting it then only asks it to stop.
    studio.shoot_dialog("export-progress")
    run.ended.emit(
        Refusal(
            Why.FILE_LOCKED,
            file="Customers 2026-06-08.csv",
            field="path",
        )
    )
    assert not dialog.busy
    studio.shoot_dialog("export-locked")


def _begun(studio: Studio) -> ExportDialog:
    studio.window.bar.action(Cmd.EXPORT).trigger()
    found = next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, ExportDialog) and each.isVisible()
    )
    found.path.set_path(FILE)
    found.choose(FileKind.CSV)
    found.begin()
    return found
