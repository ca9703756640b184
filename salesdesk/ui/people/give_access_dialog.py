"""A first role for somebody who has none in SalesDesk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import Person, Role
from salesdesk.services.admin import people
from salesdesk.services.session import Done
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route


class GiveAccessDialog(FormDialog):
    """Asks who, and which role.

    Signals:
        given(str, str, str): the uid, the name, and the role that the person has now.
    """

    given = Signal(str, str, str)

    def __init__(
        self,
        context: Context,
        roleless: tuple[Person, ...],
        roles: tuple[Role, ...],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("people", "Give access")
        super().__init__(title, name="give_access_dialog", parent=parent)
        self.set_width(480)
        self._context = context
        self._event_id, self._sent = new_id(), ("", "")
        self.header.addWidget(Elided(title, name="give_access_title", face=Face.TITLE))
        self.who = QComboBox()
        named(self.who, "give_access_who", self.tr("Who"))
        for person in roleless:
            said = f"{person.name} · {person.email}" if person.email else person.name
            self.who.addItem(said, person)
        self.role = QComboBox()
        named(self.role, "give_access_role", self.tr("Role"))
        for role in roles:
            self.role.addItem(role.name, role.name)
        self._who_row = self.add_row(self.tr("Who"), self.who, name="give_access_who")
        self.add_row(self.tr("Role"), self.role, name="give_access_role")
        cancel = Button(self.tr("Cancel"), name="give_access_cancel", hint=self.tr("Esc"))
        self.act = Button(
            self.tr("Give the role"), name="give_access_act", kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )  # fmt: skip
        cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_give)
        self.set_buttons(cancel, self.act)
        self.end_rows()
        self.finished.connect(self.deleteLater)
        self.act.setEnabled(self.who.count() > 0 and self.role.count() > 0)
        self.who.setFocus()

    def _on_give(self) -> None:
        person, role = self.who.currentData(), str(self.role.currentData())
        if (person.uid, role) != self._sent:
            # Another role is another act, whatever became of the first.
            self._event_id, self._sent = new_id(), (person.uid, role)
        self.set_busy(True)
        work = partial(
            people.change_role, self._context.session, self._event_id, person.uid, None, role
        )
        self._context.tasks.command(work, self._on_given, self._on_failed)

    def _on_given(self, done: Done) -> None:
        self.set_busy(False)
        self._context.feed.publish(done.changes)
        person = self.who.currentData()
        self.given.emit(person.uid, person.name, self._sent[1])
        self.accept()

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        route(self._context, fault, refused=self._say_refused, away=self.say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self._event_id = new_id()
        self._who_row.fail(worded(refusal))
