"""Who works here, where people share a database account: own passwords, or Firebase."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.sign_in import Credentials, SignInWay
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Paragraph
from salesdesk.ui.refusals import worded

#: Signs somebody in: what was typed → what the app layer goes on with; on a worker thread.
Prove = Callable[[Credentials], object]


class SignInDialog(FormDialog):
    """Asks for the address and password of whoever shares the account.

    Args:
        server: how the database is named.
        email: the address that was signed in with last; '': nobody's.
        locked: the same person is expected back.

    Signals:
        signed_in(object): what `prove` answered; `rejected` means to leave.
    """

    signed_in = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        way: SignInWay,
        server: str,
        prove: Prove,
        *,
        email: str = "",
        locked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("sign_in", "Locked") if locked else translate("sign_in", "Sign in")
        super().__init__(title, name="sign_in_dialog", parent=parent)
        self._tasks = tasks
        self._prove = prove
        self._with_code = False
        self.header.addWidget(Label(title, name="sign_in_title", face=Face.TITLE))
        self.text = Paragraph(_told(way, server), name="sign_in_text", ink="text2")
        self.page.addWidget(self.text)
        self._build_fields()
        self._build_footer(offers_code=way is SignInWay.PASSWORD)
        self.email.setText(email)
        self.end_rows()
        self._show_code(False)
        (self.password if email else self.email).setFocus()
        self.finished.connect(self._forget)

    def _build_fields(self) -> None:
        self.email = _field("sign_in_email")
        self.code = _field("sign_in_code")
        self.code.setPlaceholderText("K7QF-92MD-XH4P")
        self.password = _field("sign_in_password", secret=True)
        self.new = _field("sign_in_new", secret=True)
        self.again = _field("sign_in_again", secret=True)
        self.rows = {
            "email": self.add_row(self.tr("E-mail"), self.email, name="sign_in_email"),
            "code": self.add_row(self.tr("Code"), self.code, name="sign_in_code"),
            "password": self.add_row(self.tr("Password"), self.password, name="sign_in_password"),
            "new": self.add_row(self.tr("New password"), self.new, name="sign_in_new"),
            "again": self.add_row(self.tr("Once more"), self.again, name="sign_in_again"),
        }
        told = self.tr("An administrator makes the code; it is good once, for a day.")
        self.rows["code"].put_below(Paragraph(told, name="sign_in_code_text", ink="text2"))
        for field in (self.email, self.code, self.password, self.new, self.again):
            field.textChanged.connect(self._touched)

    def _build_footer(self, *, offers_code: bool) -> None:
        self.switch = Button("", name="sign_in_switch")
        self.switch.setVisible(offers_code)
        self.switch.clicked.connect(self._switch)
        self.footer.insertWidget(0, self.switch)
        self.leave = Button(self.tr("Leave"), name="sign_in_leave", hint=self.tr("Esc"))
        self.enter = Button(
            self.tr("Sign in"),
            name="sign_in_enter",
            kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )
        self.leave.clicked.connect(self.reject)
        self.enter.clicked.connect(self._begin)
        self.set_buttons(self.leave, self.enter)

    def _switch(self) -> None:
        self._show_code(not self._with_code)
        self._touched()
        (self.code if self._with_code else self.password).setFocus()

    def _show_code(self, on: bool) -> None:
        self._with_code = on
        self.rows["password"].setVisible(not on)
        for key in ("code", "new", "again"):
            self.rows[key].setVisible(on)
        words = self.tr("I have a password") if on else self.tr("I have a one-time code")
        self.switch.setText(words)
        self.refit()

    def _touched(self) -> None:
        for row in self.rows.values():
            row.fail("")
        self.notice.dismiss()

    def _wanting(self) -> tuple[str, str] | None:
        """The field that is not filled as it must be, and why."""
        if not self.email.text().strip():
            return "email", self.tr("The e-mail address is missing.")
        if not self._with_code:
            return (
                None if self.password.text() else ("password", self.tr("The password is missing."))
            )
        if not self.code.text().strip():
            return "code", self.tr("The code is missing.")
        if not self.new.text():
            return "new", self.tr("The new password is missing.")
        if self.new.text() != self.again.text():
            return "again", self.tr("The two passwords differ.")
        return None

    def _begin(self) -> None:
        if self.busy:
            return
        self._touched()
        wanting = self._wanting()
        if wanting is not None:
            self._fail(*wanting)
            return
        given = Credentials(
            self.email.text().strip(),
            self.new.text() if self._with_code else self.password.text(),
            self.code.text() if self._with_code else "",
        )
        self.set_busy(True)
        self._tasks.command(partial(self._prove, given), self._on_proved, self._on_fault)

    def _on_proved(self, reached: object) -> None:
        self.set_busy(False)
        self.signed_in.emit(reached)
        self.accept()

    def _on_fault(self, fault: Exception) -> None:
        self.set_busy(False)
        if isinstance(fault, Refusal) and fault.field in self.rows:
            key = fault.field
            if key == "password":
                # What was typed is of no use any more.
                self.password.clear()
                key = "code" if self._with_code else key
            self._fail(key, worded(fault))
        elif isinstance(fault, Refusal | Unavailable):
            self.notice.show_notice(self.tr("You are not signed in."), worded(fault))
        else:
            self._forget()
            raise fault

    def _fail(self, key: str, told: str) -> None:
        self.rows[key].fail(told)
        self.rows[key].field.setFocus()

    def _forget(self) -> None:
        """Nothing secret stays in a field."""
        for field in (self.password, self.new, self.again, self.code):
            field.clear()

    def reject(self) -> None:
        """Leave; not while it is being looked at."""
        if not self.busy:
            super().reject()


def _told(way: SignInWay, server: str) -> str:
    if way is SignInWay.FIREBASE:
        return translate(
            "sign_in", "With the e-mail address and password of the booking application."
        )
    told = translate(
        "sign_in",
        "This computer opens {server} with an account that several people share. Your own "
        "password says who you are: what you do is noted under your name.",
    )
    return fill(told, server=server)


def _field(name: str, *, secret: bool = False) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(255)
    if secret:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
