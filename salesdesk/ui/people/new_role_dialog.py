"""A role of SalesDesk's own: a name, and what it begins with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import Role
from salesdesk.domain.permissions import ROLE_NAME_LENGTH, Permission
from salesdesk.services.admin import roles
from salesdesk.services.session import Done
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route


class NewRoleDialog(FormDialog):
    """Makes a role, which nobody has yet.

    Signals:
        made(str): the role of this name.
    """

    made = Signal(str)

    def __init__(
        self, context: Context, known: tuple[Role, ...], parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("people", "New role")
        super().__init__(title, name="new_role_dialog", parent=parent)
        self.set_width(480)
        self._context, self._known = context, known
        self._event_id, self._sent = new_id(), ("", frozenset[Permission]())
        self.header.addWidget(Elided(title, name="new_role_title", face=Face.TITLE))
        self.title_field = QLineEdit()
        named(self.title_field, "new_role_name", self.tr("Name"))
        self.title_field.setMaxLength(ROLE_NAME_LENGTH)
        self.like = QComboBox()
        named(self.like, "new_role_like", self.tr("Begins with"))
        self.like.addItem(self.tr("nothing"), None)
        for role in known:
            if role.active and role.permissions:
                self.like.addItem(fill(self.tr("what {role} may"), role=role.name), role.id)
        self._name_row = self.add_row(self.tr("Name"), self.title_field, name="new_role_name")
        self.add_row(self.tr("Begins with"), self.like, name="new_role_like")
        self.meaning = Paragraph(name="new_role_meaning", ink="text2")
        self.page.addWidget(self.meaning)
        cancel = Button(self.tr("Cancel"), name="new_role_cancel", hint=self.tr("Esc"))
        self.act = Button(
            self.tr("Make the role"), name="new_role_make", kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )  # fmt: skip
        cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_make)
        self.set_buttons(cancel, self.act)
        self.end_rows()
        self.title_field.textChanged.connect(self._show)
        self.like.currentIndexChanged.connect(self._show)
        self.finished.connect(self.deleteLater)
        self._show()
        self.title_field.setFocus()

    def _permissions(self) -> frozenset[Permission]:
        """What the role begins with; nobody gives what they do not have."""
        chosen = self.like.currentData()
        found = next((one.permissions for one in self._known if one.id == chosen), None)
        return (found or frozenset()) & self._context.session.actor.permissions

    def _show(self) -> None:
        number = len(self._permissions())
        said = plural(
            "people",
            "It allows {number} thing. Nobody has it yet: ticks and people follow.",
            "It allows {number} things. Nobody has it yet: ticks and people follow.",
            number, number=str(number),
        )  # fmt: skip
        self.meaning.set_text(said)
        self._name_row.fail("")
        self.act.setEnabled(bool(self.title_field.text().strip()))

    def _on_make(self) -> None:
        wanted = (self.title_field.text(), self._permissions())
        if wanted != self._sent:
            # Another role is another act, whatever became of the first.
            self._event_id, self._sent = new_id(), wanted
        self.set_busy(True)
        work = partial(roles.create, self._context.session, self._event_id, *wanted)
        self._context.tasks.command(work, self._on_made, self._on_failed)

    def _on_made(self, done: Done) -> None:
        self.set_busy(False)
        self._context.feed.publish(done.changes)
        self.made.emit(self._sent[0].strip())
        self.accept()

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        route(self._context, fault, refused=self._say_refused, away=self.say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self._event_id = new_id()
        self._name_row.fail(worded(refusal))
