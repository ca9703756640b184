"""A field for a file: typed, or chosen in the system's dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Button, named


class FileField(QWidget):
    """A path with a button that looks for it.

    Args:
        kinds: the system dialog's filter, such as 'Certificates (*.pem)'.
        saving: the file is to be written and need not be there.

    Signals:
        path_changed(): another path.
    """

    path_changed = Signal()

    def __init__(
        self,
        *,
        name: str,
        accessible: str,
        kinds: str,
        saving: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._kinds = kinds
        self._saving = saving
        self.line = QLineEdit()
        named(self.line, f"{name}_path", accessible)
        self.look = Button(self.tr("Choose…"), name=f"{name}_look")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.textChanged.connect(self._changed)
        self.look.clicked.connect(self._look)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the field the focus; not by a proxy, which Tab would take for a stop of its own."""
        self.line.setFocus(reason)

    def path(self) -> str:
        """The path as it was typed or chosen."""
        return self.line.text().strip()

    def set_path(self, path: str) -> None:
        """Show a path."""
        self.line.setText(path)

    def _changed(self) -> None:
        self.path_changed.emit()

    def _look(self) -> None:
        dialog = QFileDialog(self, self.accessibleName(), self.path(), self._kinds)
        if self._saving:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            # The form says itself that a file will be replaced.
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.set_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
