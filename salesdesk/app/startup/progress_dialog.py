"""What is on the screen while the start takes its time: what is being done, and a way out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog

from salesdesk.ui.i18n import translate

#: A start that is quicker than this shows its window straight away.
PATIENCE_MS = 700


class Waiting(QObject):
    """A small dialog that appears only if the work takes long enough to wonder.

    Signals:
        advanced(int as object): so much more is done; may be emitted on any thread.
        left(): the person does not want to wait.
    """

    advanced = Signal(object)
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: QProgressDialog | None = None
        self._text = ""
        self._total = self._done = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show)
        self.advanced.connect(self._advance)

    def begin(self, text: str, total: int = 0, *, at_once: bool = False) -> None:
        """Something has begun; `total` is how much there is to do, 0: nobody knows."""
        self.end()
        self._text, self._total, self._done = text, total, 0
        self._timer.start(0 if at_once else PATIENCE_MS)

    def end(self) -> None:
        """It is done, or another window is there."""
        self._timer.stop()
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.canceled.disconnect(self._leave)
            dialog.close()
            dialog.deleteLater()

    def _show(self) -> None:
        leave = translate("waiting", "Leave")
        dialog = QProgressDialog(self._text, leave, 0, self._total)
        dialog.setObjectName("waiting_dialog")
        dialog.setAccessibleName(self._text)
        dialog.setWindowTitle("SalesDesk")
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setValue(self._done)
        dialog.canceled.connect(self._leave)
        dialog.show()
        self._dialog = dialog

    def _advance(self, more: int) -> None:
        self._done += more
        if self._dialog is not None:
            self._dialog.setValue(self._done)

    def _leave(self) -> None:
        self.end()
        self.left.emit()
