"""Messages by WhatsApp: written from a template where there are any, else opened empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from salesdesk.domain.contact import Method
from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.templates import MessageTemplate, OrderFacts
from salesdesk.services import message_templates
from salesdesk.services.session import Session
from salesdesk.ui.actions.actions import CustomerActs
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.session.shell_port import DialogShell
from salesdesk.ui.shell import on_demand
from salesdesk.ui.templates.kept import KeptMessage, Material


def _read(session: Session, customer_id: str) -> Material:
    templates = message_templates.listed(session)
    orders: tuple[OrderFacts, ...] = ()
    if templates:
        orders = message_templates.orders(session, customer_id)
    return Material(templates, orders)


class Messages(QObject):
    """Opens what writes a message; a server that is away keeps nobody from WhatsApp.

    Args:
        button: what opens a message in the panel of the customer.

    Signals:
        writing(bool): a message is being written from now on, or no longer.
    """

    writing = Signal(bool)

    def __init__(
        self,
        context: Context,
        shell: DialogShell,
        acts: CustomerActs,
        window: QWidget,
        button: QWidget,
    ) -> None:
        super().__init__(window)
        self._context, self._shell, self._acts, self._window = context, shell, acts, window
        self._button = button
        self._row: CustomerRow | None = None
        self._kept: KeptMessage | None = None
        self._popover: QWidget | None = None

    def write(self, row: CustomerRow) -> None:
        """Write to a customer; without a template WhatsApp and the contact form open at once."""
        self._row = row
        work = partial(_read, self._context.session, row.id)
        self._context.tasks.query("whatsapp", work, self._on_read, self._not_read)

    def may_manage(self) -> bool:
        """Whether this person may edit the templates."""
        return self._context.session.actor.may(Permission.TEMPLATES_EDIT)

    def manage(self) -> None:
        """Open the list of templates."""
        if self.may_manage():
            dialog = on_demand.templates_dialog()(self._context, self._window)
            dialog.edit_requested.connect(self._edit)
            self._shell.open_dialog(dialog)

    def _edit(self, template: MessageTemplate | None) -> None:
        dialog = on_demand.template_dialog()(self._context, template, self._window)
        manager = self.sender()
        if isinstance(manager, on_demand.templates_dialog()):
            dialog.saved.connect(manager.note_saved)
        self._shell.open_dialog(dialog)

    def _on_read(self, material: Material) -> None:
        row = self._row
        if row is None or QApplication.activeModalWidget() is not None:
            # The server was slow, and the person is at a form by now.
            return
        if not material.templates:
            self._open("", log=True)
            return
        if self._popover is not None:
            self._popover.close()
        made = on_demand.whatsapp_popover()(self._context, row, material, self._window, self._kept)
        made.closed.connect(self._on_closed)
        made.sent.connect(self._on_sent)
        made.manage_requested.connect(made.close)
        made.manage_requested.connect(self.manage)
        self._popover = made
        made.open_at(self._anchor(), made.message)
        self.writing.emit(True)

    def _anchor(self) -> QWidget | QRect | None:
        """What the message opens beneath: the panel's button, else the row or the button in focus.

        None: nothing of these is in sight.
        """
        if self._button.isVisible():
            return self._button
        focus = self._window.focusWidget()
        if isinstance(focus, QAbstractItemView):
            rows = focus.viewport()
            row = focus.visualRect(focus.currentIndex()).intersected(rows.rect())
            return (
                QRect(rows.mapTo(self._window, QPoint()) + row.topLeft(), row.size())
                if not row.isEmpty()
                else None
            )
        return focus if isinstance(focus, QAbstractButton) else None

    def _on_closed(self) -> None:
        made = self.sender()
        if isinstance(made, on_demand.whatsapp_popover()):
            self._kept = made.kept()
            made.deleteLater()
            if made is self._popover:
                self._popover = None
                self.writing.emit(False)

    def _not_read(self, fault: Exception) -> None:
        route(self._context, fault)
        self._open("", log=True)

    def _on_sent(self, message: str, log: bool) -> None:
        if self._open(message, log=log):
            self._kept = None

    def _open(self, message: str, *, log: bool) -> bool:
        """Open WhatsApp and the form; False where the text is nowhere but here."""
        if self._row is None:
            return False
        opened = self._acts.open_whatsapp(self._row, message)
        if log:
            self._shell.log_contact(self._row.id, Method.WHATSAPP, notes=message)
        return opened or log
