"""A database account for a person: user and host, as the server tells them apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.services.admin import people
from salesdesk.services.admin.people import Mapped
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, named
from salesdesk.ui.people import texts
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route


class AccountDialog(FormDialog):
    """Lets an account stand for a person.

    Signals:
        mapped(Mapped): it does.
    """

    mapped = Signal(object)

    def __init__(
        self,
        context: Context,
        uid: str,
        name: str,
        taken: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("people", "Add a database account")
        super().__init__(title, name="account_dialog", parent=parent)
        self.set_width(480)
        self._context, self._uid, self._taken = context, uid, taken
        self._event_id, self._sent = new_id(), ""
        said = fill(self.tr("Whoever signs in with it is {name}."), name=name)
        self.header.addWidget(Elided(title, name="account_title", face=Face.TITLE))
        self.header.addWidget(Elided(said, name="account_whose", ink="text2"))
        self.user = QLineEdit()
        named(self.user, "account_user", self.tr("User"))
        self.host = QLineEdit("%")
        named(self.host, "account_host", self.tr("Host"))
        self._user_row = self.add_row(self.tr("User"), self.user, name="account_user")
        self.add_row(self.tr("Host"), self.host, name="account_host")
        self.exact = Label(name="account_exact", ink="text2")
        self.page.addWidget(self.exact)
        cancel = Button(self.tr("Cancel"), name="account_cancel", hint=self.tr("Esc"))
        self.act = Button(
            self.tr("Add"), name="account_add", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_add)
        self.set_buttons(cancel, self.act)
        self.end_rows()
        self.user.textChanged.connect(self._show)
        self.host.textChanged.connect(self._show)
        self.finished.connect(self.deleteLater)
        self._show()
        self.user.setFocus()

    def _account(self) -> str:
        return f"{self.user.text().strip()}@{self.host.text().strip()}"

    def _show(self) -> None:
        exact = texts.quoted(self._account())
        self.exact.setText(fill(self.tr("Exactly {account}"), account=exact))
        owner = self._taken.get(self._account())
        said = self.tr("This account stands for {name}; remove it there first.")
        self._user_row.fail(fill(said, name=owner) if owner else "")
        filled = bool(self.user.text().strip() and self.host.text().strip())
        self.act.setEnabled(filled and owner is None)

    def _on_add(self) -> None:
        if self._account() != self._sent:
            # Another account is another act, whatever became of the first.
            self._event_id, self._sent = new_id(), self._account()
        self.set_busy(True)
        session = self._context.session
        work = partial(people.map_account, session, self._event_id, self._account(), self._uid)
        self._context.tasks.command(work, self._on_mapped, self._on_failed)

    def _on_mapped(self, done: Mapped) -> None:
        self._context.feed.publish(done.changes)
        self.mapped.emit(done)
        self.accept()

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        route(self._context, fault, refused=self._say_refused, away=self.say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self._event_id = new_id()
        self._user_row.fail(worded(refusal))
