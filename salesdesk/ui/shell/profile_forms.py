"""The form of a saved connection, opened for the settings and kept from there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from salesdesk.ui.session.context import Context
from salesdesk.ui.session.profiles import Profiles, ServerForm
from salesdesk.ui.session.shell_port import DialogShell
from salesdesk.ui.shell import on_demand


class ProfileForms(QObject):
    """Opens the form of one connection at a time.

    Signals:
        changed(): a connection was added or changed.
    """

    changed = Signal()

    def __init__(
        self, context: Context, profiles: Profiles, shell: DialogShell, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._context, self._profiles = context, profiles
        self._shell, self._window = shell, window
        self._id = ""

    def open(self, profile_id: str) -> None:
        """Open the form of a connection; '' for a new one."""
        self._id = profile_id
        if not profile_id:
            self._show(None)
            return
        work = partial(self._profiles.form_of, profile_id)
        self._context.tasks.query(("profile", id(self)), work, self._on_read, self._on_failed)

    def _on_read(self, known: ServerForm | None) -> None:
        if known is None:
            self.changed.emit()
        else:
            self._show(known)

    def _show(self, known: ServerForm | None) -> None:
        dialog = on_demand.profile_dialog()(
            self._context.tasks, self._profiles.checks, known, self._window
        )
        dialog.connected.connect(self._on_wanted)
        self._shell.open_dialog(dialog)

    def _on_wanted(self, form: ServerForm) -> None:
        work = partial(self._profiles.keep, self._id, form)
        self._context.tasks.command(work, self._on_kept, self._on_failed)

    def _on_kept(self, kept: None) -> None:
        self.changed.emit()
        self._shell.toast(self.tr("The connection is kept on this computer."))

    def _on_failed(self, fault: Exception) -> None:
        if isinstance(fault, OSError):
            self._shell.refuse(self.tr("The connections of this computer cannot be kept."))
        else:
            self._shell.not_done(fault)
