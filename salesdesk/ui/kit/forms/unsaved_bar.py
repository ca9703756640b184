"""The bar beneath a form that holds something unsaved: what, Discard and Save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import Button, ButtonKind, Icon, Label, Pane, announce


class UnsavedBar(Pane):
    """Only there while something is unsaved.

    Signals:
        discarded(): go back to what is stored.
        saved(): save.
    """

    discarded = Signal()
    saved = Signal()

    def __init__(self, save: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__("raised", "top", name=name, parent=parent)
        self._icon = Icon("pencil", "text")
        self.count = Label(name=f"{name}_count", face=Face.STRONG)
        self.what = Label(name=f"{name}_what", ink="text2", cut=True)
        self.discard = Button(self.tr("Discard"), name=f"{name}_discard", hint=self.tr("Esc"))
        self.save = Button(
            save, name=f"{name}_save", kind=ButtonKind.PRIMARY, hint=self.tr("Ctrl+S")
        )
        self.discard.clicked.connect(self.discarded)
        self.save.clicked.connect(self.saved)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self.count)
        self._row.addWidget(self.what, 1)
        self._row.addWidget(self.discard)
        self._row.addWidget(self.save)
        self.measure()
        self.hide()

    def show_changes(self, count: str, what: str, *, possible: bool) -> None:
        """Say what is unsaved; `possible`: it can be saved as it is."""
        self.count.set_ink("text")
        self.count.setText(count)
        self.what.setText(what)
        self.save.setEnabled(possible)
        self.discard.setEnabled(True)
        self.show()

    def show_refusal(self, text: str) -> None:
        """Say why it was not saved; what was typed stays."""
        self.count.set_ink("urgent")
        self.count.setText(self.tr("Not saved."))
        self.what.setText(text)
        self.save.setEnabled(True)
        self.discard.setEnabled(True)
        self.show()
        announce(self, f"{self.count.text()} {text}")

    def set_busy(self) -> None:
        """Nothing can be pressed while it is being saved; what was said of the last try is over."""
        self.count.set_ink("text")
        self.count.setText(self.tr("Saving…"))
        self.what.setText("")
        self.save.setEnabled(False)
        self.discard.setEnabled(False)

    def measure(self) -> None:
        self.setFixedHeight(theme.px(56))
        self._row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._row.setSpacing(theme.px(8))
