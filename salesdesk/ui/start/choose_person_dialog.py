"""Who am I: in a workspace a person is chosen, or the first one is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.people import Person
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Paragraph
from salesdesk.ui.refusals import worded

#: Makes a person: (id of the act, name, e-mail address) → the person; on a worker thread.
AddPerson = Callable[[str, str, str], Person]

_ROW, _MOST_ROWS = 32, 8


class WhoAmIDialog(FormDialog):
    """Chooses among the people of a workspace; where there is nobody, makes the first.

    Signals:
        chosen(Person): who works here; `rejected` means to leave.
    """

    chosen = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        people: Sequence[Person],
        add: AddPerson,
        *,
        last_uid: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("who", "Who are you?")
        super().__init__(title, name="who_dialog", parent=parent)
        self._tasks = tasks
        self._people = tuple(people)
        self._add = add
        self._event_id = new_id()
        self.list: CellTable | None = None
        self.header.addWidget(Label(title, name="who_title", face=Face.TITLE))
        self.text = Paragraph(name="who_text", ink="text2")
        self.page.addWidget(self.text)
        self.leave = Button(self.tr("Leave"), name="who_leave", hint=self.tr("Esc"))
        self.start = Button(
            self.tr("Start"), name="who_start", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        self.leave.clicked.connect(self.reject)
        self.set_buttons(self.leave, self.start)
        if self._people:
            self._build_list(last_uid)
        else:
            self._build_first()
        self.end_rows()

    def _build_list(self, last_uid: str | None) -> None:
        self.text.set_text(self.tr("What you do here is noted under your name."))
        table = CellTable(
            [self.tr("Name"), self.tr("Role")], [0, 200], name="who_people",
            accessible=self.tr("People"),
        )  # fmt: skip
        nobody = self.tr("no role yet")
        table.show_rows(
            [
                CellRow(
                    person.uid,
                    (
                        TextCell(person.name or person.email or person.uid, Level.NAME, "user"),
                        TextCell(person.role or nobody, Level.TEXT2),
                    ),
                )
                for person in self._people
            ]
        )
        rows = min(len(self._people), _MOST_ROWS) + 1
        table.setFixedHeight(theme.px(_ROW) * rows)
        uids = [person.uid for person in self._people]
        if last_uid in uids:
            table.selectRow(uids.index(last_uid))
        table.select_first()
        table.opened.connect(self._opened)
        self.page.addWidget(framed(table))
        self.start.clicked.connect(self._choose)
        table.setFocus()
        self.list = table

    def _build_first(self) -> None:
        self.text.set_text(
            self.tr("Nobody is here yet: you become this workspace's administrator.")
        )
        self.name = QLineEdit()
        self.name.setObjectName("who_name")
        self.email = QLineEdit()
        self.email.setObjectName("who_email")
        for field in (self.name, self.email):
            field.setMaxLength(255)
        self.name_row = self.add_row(self.tr("Your name"), self.name, name="who_name")
        self.email_row = self.add_row(self.tr("E-mail"), self.email, name="who_email")
        self.start.clicked.connect(self._make)
        self.name.setFocus()

    def _opened(self, _index: QModelIndex) -> None:
        self.submit()

    def _choose(self) -> None:
        line = self.list.current() if self.list is not None else None
        person = next((each for each in self._people if line and each.uid == line.id), None)
        if person is not None:
            self.chosen.emit(person)
            self.accept()

    def _make(self) -> None:
        if self.busy:
            return
        name = self.name.text().strip()
        self.name_row.fail("" if name else self.tr("The name is missing."))
        self.email_row.fail("")
        self.notice.dismiss()
        if not name:
            self.name.setFocus()
            return
        self.set_busy(True)
        work = partial(self._add, self._event_id, name, self.email.text().strip())
        self._tasks.command(work, self._made, self._failed)

    def _made(self, person: Person) -> None:
        self.set_busy(False)
        self.chosen.emit(person)
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self.set_busy(False)
        rows = {"name": self.name_row, "email": self.email_row}
        if isinstance(fault, Refusal) and fault.field in rows:
            rows[fault.field].fail(worded(fault))
            rows[fault.field].field.setFocus()
        elif isinstance(fault, Refusal | Unavailable):
            self.notice.show_notice(self.tr("Nobody was added."), worded(fault))
        else:
            raise fault

    def reject(self) -> None:
        """Leave; not while the first person is being made."""
        if not self.busy:
            super().reject()
