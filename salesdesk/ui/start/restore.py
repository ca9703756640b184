"""Restoring a backup before there is any session: asks for the file, and says how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.refusals import worded


@dataclass(frozen=True, slots=True)
class Restoring:
    """What the program can do about backups.

    Attributes:
        restore: puts the backup in the workspace's place; on a worker thread.
        folder: where to look first.
    """

    restore: Callable[[Path], object]
    folder: Path


class RestoreBackup(QObject):
    """Restores a backup from a dialog, which stays open and says it where that is refused.

    Signals:
        restored(): the backup stands in the workspace's place.
    """

    restored = Signal()

    def __init__(self, tasks: Tasks, restoring: Restoring, dialog: FormDialog) -> None:
        super().__init__(dialog)
        self._tasks = tasks
        self._restoring = restoring
        self._dialog = dialog

    def ask(self) -> None:
        """Ask for the file."""
        if self._dialog.busy:
            return
        kinds = self.tr("Backups (*.sqlite);;All files (*)")
        folder = str(self._restoring.folder)
        asked = QFileDialog(self._dialog, self.tr("Restore a backup"), folder, kinds)
        asked.setObjectName("restore_file")
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.fileSelected.connect(self.restore)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def restore(self, path: str) -> None:
        """Restore this file."""
        self._dialog.notice.dismiss()
        self._dialog.set_busy(True)
        work = partial(self._restoring.restore, Path(path))
        self._tasks.command(work, self._on_restored, self._on_fault)

    def _on_restored(self, kept: object) -> None:
        self._dialog.set_busy(False)
        self.restored.emit()

    def _on_fault(self, fault: Exception) -> None:
        self._dialog.set_busy(False)
        if not isinstance(fault, Refusal | Unavailable):
            raise fault
        self._dialog.notice.show_notice(
            self.tr("The backup was not restored. Nothing was changed."), worded(fault)
        )
