"""Asked before something unsaved is left: save, discard, or stay."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.ui.i18n import translate
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph


class LeaveDialog(FormDialog):
    """The question.

    Signals:
        saved(): save, then go.
        discarded(): throw the changes away and go.
    """

    saved = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        title = translate("leave", "Your changes are not saved")
        super().__init__(title, name="leave_dialog", parent=parent)
        self.set_width(480)
        self.header.addWidget(Elided(title, name="leave_title", face=Face.TITLE))
        self.page.addWidget(
            Paragraph(self.tr("Whoever leaves now takes them along or throws them away."))
        )
        stay = Button(self.tr("Stay"), name="leave_stay", hint=self.tr("Esc"))
        discard = Button(self.tr("Discard"), name="leave_discard")
        save = Button(
            self.tr("Save"), name="leave_save", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        stay.clicked.connect(self.reject)
        discard.clicked.connect(self._on_discard)
        save.clicked.connect(self._on_save)
        self.set_buttons(discard, stay, save)
        self.finished.connect(self.deleteLater)
        self.end_rows()
        save.setFocus()

    def _on_save(self) -> None:
        self.accept()
        self.saved.emit()

    def _on_discard(self) -> None:
        self.accept()
        self.discarded.emit()
