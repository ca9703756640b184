"""A one-time code for a person's own password: made, shown once, copied."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import Person
from salesdesk.domain.sign_in import new_code
from salesdesk.services.admin import passwords
from salesdesk.services.session import Done
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route


class CodeDialog(FormDialog):
    """Makes a code when asked to, and forgets it when it is closed."""

    def __init__(self, context: Context, person: Person, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("people", "One-time code")
        super().__init__(title, name="code_dialog", parent=parent)
        self.set_width(480)
        self._context, self._person = context, person
        self._event_id, self._code = new_id(), new_code()
        said = fill(self.tr("For {name}"), name=person.name)
        self.header.addWidget(Elided(title, name="code_title", face=Face.TITLE))
        self.header.addWidget(Elided(said, name="code_whose", ink="text2"))
        explained = self.tr(
            "With it the person sets a password of their own, once, within a day: in the window, "
            "Sign in, “I have a one-time code”. A code that was made before is good no longer. "
            "It is shown here once and kept nowhere."
        )
        self.page.addWidget(Paragraph(explained, name="code_explained"))
        self.shown = QLineEdit()
        named(self.shown, "code_shown", self.tr("Code"))
        self.shown.setReadOnly(True)
        self.copy = Button(self.tr("Copy"), name="code_copy", icon="copy")
        self._made = QWidget()
        line = QHBoxLayout(self._made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        line.addWidget(self.shown, 1)
        line.addWidget(self.copy)
        self.page.addWidget(self._made)
        self._made.hide()
        self._close = Button(self.tr("Cancel"), name="code_close", hint=self.tr("Esc"))
        self.act = Button(
            self.tr("Make a code"), name="code_make", kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )  # fmt: skip
        self._close.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_make)
        self.copy.clicked.connect(self._on_copy)
        self.set_buttons(self._close, self.act)
        self.end_rows()
        self.finished.connect(self._forget)
        self.act.setFocus()

    def _on_make(self) -> None:
        self.set_busy(True)
        work = partial(
            passwords.make_code, self._context.session, self._event_id, self._person.uid, self._code
        )
        self._context.tasks.command(work, self._on_made, self._on_failed)

    def _on_made(self, done: Done) -> None:
        self.set_busy(False)
        self._context.feed.publish(done.changes)
        self.shown.setText(self._code)
        self._made.show()
        self.act.hide()
        self._close.setText(self.tr("Close"))
        self.copy.setFocus()

    def _on_copy(self) -> None:
        self._context.copy(self._code)
        self.copy.setText(self.tr("Copied"))

    def _forget(self) -> None:
        self._code = ""
        self.shown.clear()
        self.deleteLater()

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        route(self._context, fault, refused=self._say_refused, away=self.say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self._event_id = new_id()
        self.notice.show_notice(self.tr("No code was made."), worded(refusal))
