"""The dialogs that the window opens, and what it says when they have done their work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow

from salesdesk.domain.contact import Method
from salesdesk.domain.events import new_id
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.services.contacts import Logged
from salesdesk.ui.actions.actions import CustomerActs
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit.widgets import Action
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.ports import Backups
from salesdesk.ui.session.shell_port import DialogShell
from salesdesk.ui.shell import on_demand
from salesdesk.ui.texts import name_of


def _first_file() -> Path:
    """What a backup is called unless somebody says otherwise."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    return Path(folder or Path.home()) / f"SalesDesk {day}.sqlite"


def _backed_up(backups: Backups, event_id: str, target: Path) -> str:
    backups.make(event_id, target)
    return target.name


class Dialogs(QObject):
    """Opens the dialogs of one window.

    Args:
        known: a customer as the window last read it.
    """

    def __init__(
        self,
        context: Context,
        shell: DialogShell,
        acts: CustomerActs,
        known: Callable[[str], CustomerRow | None],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._shell = shell
        self._acts = acts
        self._known = known
        self._exported = ""
        self.is_importing = False

    def log_contact(
        self,
        customer_id: str,
        method: Method | None = None,
        then: Callable[[], None] | None = None,
        *,
        notes: str = "",
    ) -> None:
        """Open the contact form; `then` is called when it was closed."""
        dialog = on_demand.contact_dialog()(
            self._context, customer_id, row=self._known(customer_id), method=method,
            notes=notes, parent=self._window,
        )  # fmt: skip
        dialog.logged.connect(self._on_logged)
        dialog.kept.connect(self._shell.toast)
        self._shell.open_dialog(dialog)
        if then is not None:
            dialog.finished.connect(then)

    def edit_contact(self, row: CustomerRow, contact_id: str) -> None:
        """Open the contact form on a stored contact."""
        dialog = on_demand.contact_dialog()(
            self._context, row.id, row=row, contact_id=contact_id, parent=self._window
        )
        dialog.logged.connect(self._on_edited)
        self._shell.open_dialog(dialog)

    def new_customer(self) -> None:
        """Open the form for a new customer."""
        self._open_form(None)

    def edit_customer(self, customer_id: str) -> None:
        """Open the form on a customer."""
        self._open_form(customer_id)

    def _open_form(self, customer_id: str | None) -> None:
        dialog = on_demand.customer_dialog()(self._context, customer_id, parent=self._window)
        dialog.saved.connect(self._on_saved if customer_id is not None else self._on_made)
        dialog.claimed.connect(self._acts.tell_claimed)
        dialog.open_requested.connect(self._shell.open_customer)
        self._shell.open_dialog(dialog)

    def may_erase(self) -> bool:
        """Whether this person may erase what SalesDesk keeps of a customer."""
        return self._context.session.actor.may(Permission.PEOPLE_MANAGE)

    def erase_customer(self, customer_id: str) -> None:
        """Open the form that erases what SalesDesk keeps of a customer."""
        if self.may_erase():
            self._shell.open_dialog(
                on_demand.erase_dialog()(self._context, customer_id, self._window)
            )

    def show_outbox(self) -> None:
        """Show the contacts that wait on this computer."""
        if self._context.kept is not None:
            outbox = on_demand.outbox_dialog()(self._context, self._context.kept, self._window)
            self._shell.open_dialog(outbox)

    def show_shortcuts(self) -> None:
        """Show every command with its shortcut."""
        self._shell.open_dialog(on_demand.shortcuts_dialog()(self._window))

    def show_about(self) -> None:
        """Show which program this is, and on what it works."""
        actor = self._context.session.actor
        facts = (
            (self.tr("Database"), self._context.server),
            (self.tr("Signed in"), f"{actor.name}, {actor.role or self.tr('no role yet')}"),
        )
        dialog = on_demand.about_dialog()(facts, self._window)
        dialog.diagnostics_wanted.connect(self._read_diagnostics)
        self._shell.open_dialog(dialog)

    def _read_diagnostics(self) -> None:
        self._context.tasks.query(
            "diagnostics", self._context.diagnostics, self._on_diagnostics, self._on_no_diagnostics
        )

    def _on_diagnostics(self, text: str) -> None:
        self._context.copy(text)
        self._shell.toast(self.tr("Diagnostics were copied: paste them into a message to support."))

    def _on_no_diagnostics(self, fault: Exception) -> None:
        self._shell.tell(fault)

    def _on_logged(self, logged: Logged) -> None:
        self._acts.tell_logged(logged, self._named(logged))

    def _on_edited(self, logged: Logged) -> None:
        self._acts.tell_contact_changed(self._named(logged))

    def _named(self, logged: Logged) -> str:
        """The name of the customer of a contact."""
        contact = logged.contact
        row = self._known(contact.customer_id) if contact is not None else None
        return name_of(row) if row else self.tr("the customer")

    def _on_made(self, customer_id: str) -> None:
        self._acts.tell_made()
        self._shell.open_customer(customer_id)

    def _on_saved(self, customer_id: str, edit_id: str) -> None:
        row = self._known(customer_id)
        self._acts.tell_saved(customer_id, name_of(row) if row else "", edit_id)
        self._shell.open_customer(customer_id)

    def may_export(self, place: Screen) -> bool:
        """Whether a screen shows a table that this person may write into a file."""
        allowed = self._context.session.actor.may(Permission.DATA_EXPORT)
        return allowed and self._context.exports is not None and place.exportable() is not None

    def export(self, place: Screen) -> None:
        """Open the form for writing what a screen shows into a file."""
        offered, exports = place.exportable(), self._context.exports
        if offered is not None and exports is not None and self.may_export(place):
            dialog = on_demand.export_dialog()(self._context, exports, offered, self._window)
            dialog.exported.connect(self._on_exported)
            self._shell.open_dialog(dialog)

    def may_back_up(self) -> bool:
        """Whether this is a workspace that this person may copy."""
        allowed = self._context.session.actor.may(Permission.DATA_EXPORT)
        return allowed and self._context.backups is not None

    def back_up(self) -> None:
        """Ask for a file, and copy the workspace into it."""
        if not self.may_back_up():
            return
        dialog = QFileDialog(
            self._window, self.tr("Back up the workspace"), str(_first_file()),
            self.tr("Backups (*.sqlite)"),
        )  # fmt: skip
        dialog.setObjectName("backup_file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sqlite")
        dialog.fileSelected.connect(self._back_up_into)
        dialog.finished.connect(dialog.deleteLater)
        self._shell.open_dialog(dialog)

    def _back_up_into(self, path: str) -> None:
        if self._context.backups is not None:
            work = partial(_backed_up, self._context.backups, new_id(), Path(path))
            self._context.tasks.command(work, self._on_backed_up, self._shell.not_done)

    def _on_backed_up(self, name: str) -> None:
        told = self.tr("The workspace is backed up in {file}; the copy was checked.")
        self._shell.toast(fill(told, file=name))

    def may_import(self) -> bool:
        """Whether this person may bring customers in from a file."""
        return self._context.session.actor.may(Permission.DATA_IMPORT)

    def import_customers(self) -> None:
        """Open the wizard that brings customers in from a file."""
        if self.may_import():
            wizard = on_demand.import_wizard()(self._context, self._context.mappings, self._window)
            wizard.finished.connect(self._on_import_closed)
            self.is_importing = True
            self._shell.open_dialog(wizard)

    def _on_import_closed(self) -> None:
        self.is_importing = False

    def _on_exported(self, path: Path, lines: int) -> None:
        told = plural(
            "exporting",
            "{number} line written to {name}.",
            "{number} lines written to {name}.",
            lines,
            number=self._context.office.formats.number(lines),
            name=path.name,
        )
        self._exported = path.absolute().as_uri()
        self._shell.toast(
            told,
            Action(self.tr("Open"), self._open_exported, "open_export"),
        )

    def _open_exported(self) -> None:
        self._context.open_link(self._exported)
