"""Ask for the name of a saved view."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.customer import tidy
from salesdesk.ui.customers.view_store import LONGEST_NAME
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label


class ViewNameDialog(FormDialog):
    """A name that is not empty; one that is taken is said to replace the other view.

    Signals:
        named(str): the name that was chosen.
    """

    named = Signal(str)

    def __init__(
        self,
        title: str,
        name: str,
        taken: Collection[str],
        offered: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, name="view_name_dialog", parent=parent)
        self._taken = {each.casefold() for each in taken} - {name.casefold()}
        self._offered = {each.casefold() for each in offered}
        self.header.addWidget(Label(title, name="view_name_title", face=Face.TITLE))
        self.field = QLineEdit(name)
        self.field.setObjectName("view_name")
        self.field.setMaxLength(LONGEST_NAME)
        self.row = self.add_row(self.tr("Name"), self.field, name="view_name")
        self._replaces = Label(name="view_name_replaces", ink="text2")
        self.row.put_below(self._replaces)
        cancel = Button(self.tr("Cancel"), name="view_name_cancel", hint=self.tr("Esc"))
        save = Button(
            self.tr("Save"), name="view_name_save", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._on_save)
        self.set_buttons(cancel, save)
        self.end_rows()
        self.field.textChanged.connect(self._on_typed)
        self.finished.connect(self.deleteLater)
        self._on_typed()
        self.field.selectAll()
        self.field.setFocus()

    def _on_typed(self) -> None:
        self.row.fail("")
        taken = tidy(self.field.text()).casefold() in self._taken
        self._replaces.setText(self.tr("The view with this name is replaced.") if taken else "")
        self._replaces.setVisible(taken)

    def _on_save(self) -> None:
        name = tidy(self.field.text())
        if not name:
            self.row.fail(self.tr("A view needs a name."))
        elif name.casefold() in self._offered:
            self.row.fail(self.tr("This is the name of a view that everybody has."))
        else:
            self.named.emit(name)
            self.accept()
