"""A saved connection: made or changed without being opened, though tested first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.ui.i18n import translate
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.widgets import named
from salesdesk.ui.session.profiles import Check, ConnectionChecks, ServerForm
from salesdesk.ui.start.connection_dialog import ConnectionDialog


class ProfileDialog(ConnectionDialog):
    """The connection's form with a name of its own.

    A server that does not answer just now is no reason against keeping its address: after a test
    that failed the form can be saved all the same.

    Signals:
        connected(ServerForm): it shall be kept.
    """

    def __init__(
        self,
        tasks: Tasks,
        starter: ConnectionChecks,
        known: ServerForm | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = (
            translate("connection", "Add a connection")
            if known is None
            else translate("connection", "Change the connection")
        )
        self._failed: ServerForm | None = None
        save = translate("connection", "Save")
        super().__init__(tasks, starter, known, parent, title=title, act=save)
        if known is not None:
            self.password.setPlaceholderText(self.tr("As it is kept"))
            self.title_field.setText(known.name)
        self.title_field.setFocus()

    def _build_fields(self) -> None:
        self.title_field = QLineEdit()
        named(self.title_field, "connection_name", self.tr("Name"))
        self.title_field.setMaxLength(100)
        self.title_field.setPlaceholderText(self.tr("How it is called here"))
        self.add_row(self.tr("Name"), self.title_field, name="connection_name")
        super()._build_fields()

    def form(self) -> ServerForm:
        """What stands in the form."""
        return replace(super().form(), name=self.title_field.text())

    def _touched(self) -> None:
        super()._touched()
        self._failed = None
        if hasattr(self, "connect_button"):
            self.connect_button.setText(self._act)

    def _connect(self) -> None:
        if self._failed is not None and self._failed == self.form():
            self.connected.emit(self._failed)
            self.accept()
            return
        super()._connect()

    def _checked(self, checks: Sequence[Check]) -> None:
        super()._checked(checks)
        if self._connecting and self.isVisible() and any(not check.ok for check in checks):
            self._failed = self._tested
            self.connect_button.setText(self.tr("Save all the same"))
