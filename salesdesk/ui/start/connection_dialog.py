"""The connection to the company's MySQL: asked for, tested in words, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from salesdesk.domain.errors import Invalid, Refusal, Unavailable
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog, Row
from salesdesk.ui.kit.forms.file_field import FileField
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.widgets import Button, ButtonKind, Icon, Label, Paragraph, announce, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.profiles import Check, ConnectionChecks, ServerForm

#: What an administrator must do first; the connection itself is right and can be kept.
OTHERS_TURN = frozenset({"rights", "schema", "person"})

#: The field that a failed step of the test is about.
FIELD_OF_STEP = {
    "host": "hosts",
    "port": "port",
    "user": "user",
    "password": "password",
    "database": "database",
    "tls": "tls",
    "way": "way",
}


class ConnectionDialog(FormDialog):
    """Asks for hosts, account and encryption, and tests them before they are used.

    Args:
        known: what is known of the connection, to be changed.
        title, act: what the form is for, and the words of its filled button.

    Signals:
        connected(ServerForm): the test went through, or only an administrator's turn is left.
    """

    connected = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        starter: ConnectionChecks,
        known: ServerForm | None = None,
        parent: QWidget | None = None,
        *,
        title: str = "",
        act: str = "",
    ) -> None:
        super().__init__(
            title or translate("connection", "Connect to the company's MySQL"),
            name="connection_dialog",
            parent=parent,
        )
        self._act = act or translate("connection", "Connect")
        self._tasks = tasks
        self._starter = starter
        self._connecting = False
        self._name = known.name if known is not None else ""
        self._tested: ServerForm | None = None
        self.header.addWidget(Label(self.windowTitle(), name="connection_title", face=Face.TITLE))
        self._build_fields()
        self._build_footer()
        self.steps = Steps(name="connection_steps")
        self.page.addWidget(self.steps)
        self.end_rows()
        if known is not None:
            self._fill(known)
        self._tls_changed()
        self._way_changed()
        self._first_empty().setFocus()
        self.finished.connect(self._over)
        self._tasks.query(
            ("keeps passwords", id(self)),
            lambda: starter.keeps_passwords,
            self._show_keeping,
            self._keeping_unknown,
        )

    def _build_fields(self) -> None:
        self.hosts = _field("connection_hosts", self.tr("db.company.com"))
        self.port = _field("connection_port", "")
        self.port.setText("3306")
        self.port.setFixedWidth(theme.px(96))
        self.database = _field("connection_database", "")
        self.user = _field("connection_user", "")
        self.password = _field("connection_password", "")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.tls = QComboBox()
        named(self.tls, "connection_tls")
        self.tls.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for key, word, _ in _tls_choices():
            self.tls.addItem(word, key)
        self.tls.setMinimumWidth(theme.px(216))
        self.ca = FileField(
            name="connection_ca",
            accessible=self.tr("Certificate file"),
            kinds=self.tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
        )
        self.way = QComboBox()
        named(self.way, "connection_way")
        self.way.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for key, word, _ in _ways():
            self.way.addItem(word, key)
        self.way.setMinimumWidth(theme.px(296))
        self.rows = {
            "hosts": self.add_row(self.tr("Server"), self.hosts, name="connection_hosts"),
            "port": self.add_row(self.tr("Port"), self.port, name="connection_port"),
            "database": self.add_row(
                self.tr("Database"), self.database, name="connection_database"
            ),
            "user": self.add_row(self.tr("Account"), self.user, name="connection_user"),
            "password": self.add_row(
                self.tr("Password"), self.password, name="connection_password"
            ),
            "tls": self.add_row(self.tr("Encryption"), self.tls, name="connection_tls"),
            "ca": self.add_row(self.tr("Certificate"), self.ca, name="connection_ca"),
            "way": self.add_row(self.tr("Sign-in"), self.way, name="connection_way"),
        }
        self._explain()
        for line in (self.hosts, self.port, self.database, self.user, self.password):
            line.textChanged.connect(self._touched)
        self.ca.path_changed.connect(self._touched)
        self.tls.currentIndexChanged.connect(self._tls_changed)
        self.way.currentIndexChanged.connect(self._way_changed)

    def _explain(self) -> None:
        keeps = self.tr("It is kept in this computer's keyring.")
        self.keeps = Paragraph(keeps, name="connection_keeps", ink="text2")
        self.meaning = Paragraph(name="connection_tls_meaning", ink="text2")
        several = self.tr(
            "Several servers of a cluster: separated by commas, the first is tried first."
        )
        self.rows["hosts"].put_below(Paragraph(several, name="connection_several", ink="text2"))
        self.rows["password"].put_below(self.keeps)
        self.rows["tls"].put_below(self.meaning)
        self.way_meaning = Paragraph(name="connection_way_meaning", ink="text2")
        self.rows["way"].put_below(self.way_meaning)

    def _show_keeping(self, lasts: bool) -> None:
        if not lasts:
            self.keeps.set_text(
                self.tr(
                    "This computer has no keyring: the password is kept for this run only and "
                    "asked for again next time."
                )
            )

    def _keeping_unknown(self, fault: Exception) -> None:
        # No keyring's own trouble comes here: that counts as none.
        raise fault

    def _build_footer(self) -> None:
        self.cancel = Button(self.tr("Cancel"), name="connection_cancel", hint=self.tr("Esc"))
        self.test = Button(self.tr("Test connection"), name="connection_test", icon="refresh-cw")
        self.connect_button = Button(
            self._act,
            name="connection_connect",
            kind=ButtonKind.PRIMARY,
            hint=self.tr("Enter"),
        )
        self.cancel.clicked.connect(self.reject)
        self.test.clicked.connect(self._test)
        self.connect_button.clicked.connect(self._connect)
        self.set_buttons(self.cancel, self.test, self.connect_button)

    def form(self) -> ServerForm:
        """What stands in the form."""
        pinned = self.tls.currentData() == "pinned"
        return ServerForm(
            self.hosts.text(),
            self.port.text(),
            self.database.text(),
            self.user.text(),
            self.password.text(),
            str(self.tls.currentData()),
            self.ca.path() if pinned else "",
            self._name,
            str(self.way.currentData()),
        )

    def _fill(self, known: ServerForm) -> None:
        self.hosts.setText(known.hosts)
        self.port.setText(known.port)
        self.database.setText(known.database)
        self.user.setText(known.user)
        self.password.setText(known.password)
        self.tls.setCurrentIndex(max(self.tls.findData(known.tls), 0))
        self.ca.set_path(known.ca)
        self.way.setCurrentIndex(max(self.way.findData(known.way), 0))

    def _first_empty(self) -> QLineEdit:
        """Where to go on; a form that is full is begun at its beginning."""
        fields = (self.hosts, self.port, self.database, self.user, self.password)
        return next((field for field in fields if not field.text()), self.hosts)

    def _touched(self) -> None:
        for row in self.rows.values():
            row.fail("")
        self.steps.clear()

    def _tls_changed(self) -> None:
        key = self.tls.currentData()
        self.meaning.set_text(next(told for each, _, told in _tls_choices() if each == key))
        self.rows["ca"].setVisible(key == "pinned")
        self._touched()

    def _way_changed(self) -> None:
        key = self.way.currentData()
        self.way_meaning.set_text(next(told for each, _, told in _ways() if each == key))
        self._touched()

    # --- testing ----------------------------------------------------------------------------------

    def _test(self) -> None:
        self._begin(connecting=False)

    def _connect(self) -> None:
        self._begin(connecting=True)

    def _begin(self, *, connecting: bool) -> None:
        if self.busy:
            return
        self._touched()
        self.notice.dismiss()
        self._connecting = connecting
        self._tested = self.form()
        self.set_busy(True)
        self.test.setEnabled(False)
        self.footer_hint.setText(self.tr("Testing…"))
        work = partial(self._starter.check, self._tested)
        self._tasks.query(("connection test", id(self)), work, self._checked, self._not_checked)

    def _idle(self) -> None:
        self.set_busy(False)
        self.test.setEnabled(True)
        self.footer_hint.setText("")

    def _checked(self, checks: Sequence[Check]) -> None:
        self._idle()
        self.steps.show_steps(checks)
        wrong = [check for check in checks if not check.ok]
        for check in wrong:
            self._mark(check)
        others = all(check.name in OTHERS_TURN for check in wrong)
        if self._connecting and others and self._tested is not None:
            self.connected.emit(self._tested)
            self.accept()

    def _mark(self, check: Check) -> None:
        row: Row | None = self.rows.get(FIELD_OF_STEP.get(check.name, ""))
        if row is not None:
            row.fail(check.text)
            row.field.setFocus()

    def _not_checked(self, fault: Exception) -> None:
        self._idle()
        if isinstance(fault, Invalid) and all(f.field in self.rows for f in fault.faults):
            for each in reversed(fault.faults):
                self.rows[each.field].fail(worded(each))
                self.rows[each.field].field.setFocus()
        elif isinstance(fault, Refusal | Unavailable):
            self.notice.show_notice(self.tr("The connection cannot be tested."), worded(fault))
        else:
            self.notice.show_notice(
                self.tr("Unexpected error."), self.tr("What you typed stays here.")
            )
            raise fault

    def reject(self) -> None:
        """Close; a test that is under way is forgotten."""
        self._tasks.void(("connection test", id(self)))
        super().reject()

    def _over(self) -> None:
        for asked in ("connection test", "keeps passwords"):
            self._tasks.void((asked, id(self)))
        self.deleteLater()


class Steps(QWidget):
    """The steps of a test, each with what was found."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, self.tr("Result of the test"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._lines: list[QWidget] = []
        self.hide()

    def show_steps(self, checks: Sequence[Check]) -> None:
        """Show what was found."""
        self.clear()
        self.setMinimumHeight(0)
        for at, check in enumerate(checks):
            self._add(check, f"{self.objectName()}_{at}")
        self.setVisible(bool(checks))
        announce(self, " ".join(check.text for check in checks))

    def clear(self) -> None:
        """Take all away, and keep the room: nothing below jumps while a field is mended."""
        if self._lines:
            self.setMinimumHeight(self.height())
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []

    @property
    def texts(self) -> list[str]:
        """What the steps say."""
        return [line.accessibleName() for line in self._lines]

    def _add(self, check: Check, name: str) -> None:
        line = QWidget()
        named(line, name, check.text)
        icon = Icon("circle-check", "won") if check.ok else Icon("circle-x", "urgent")
        told = Paragraph(check.text, name=f"{name}_text", ink="text" if check.ok else "urgent")
        holder = QVBoxLayout()
        holder.setContentsMargins(0, theme.px(2), 0, 0)
        holder.addWidget(icon)
        holder.addStretch(1)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addLayout(holder)
        row.addWidget(told, 1)
        self._column.addWidget(line)
        self._lines.append(line)


def _tls_choices() -> tuple[tuple[str, str, str], ...]:
    """Key, word and meaning."""
    return (
        (
            "verified",
            translate("connection", "Verified"),
            translate(
                "connection",
                "Encrypted, and the server proves by its certificate that it is the one you "
                "named. The best choice over any network.",
            ),
        ),
        (
            "pinned",
            translate("connection", "Pinned certificate"),
            translate(
                "connection",
                "Encrypted, and only a server with the certificate in this file is trusted. For "
                "a server that made its own certificate.",
            ),
        ),
        (
            "required",
            translate("connection", "Encrypted, not verified"),
            translate(
                "connection",
                "Nobody can listen, but another computer could pretend to be the server.",
            ),
        ),
        (
            "off",
            translate("connection", "Off"),
            translate(
                "connection",
                "Not encrypted: password and customers can be read on the way. Only for a "
                "server on this very computer.",
            ),
        ),
    )


def _ways() -> tuple[tuple[str, str, str], ...]:
    """Key, word and meaning."""
    return (
        (
            "account",
            translate("connection", "An account per person"),
            translate(
                "connection",
                "The database account says who you are. The best choice for an office.",
            ),
        ),
        (
            "password",
            translate("connection", "A shared account, own passwords"),
            translate(
                "connection",
                "Several people share the database account, and each has a password in SalesDesk. "
                "It protects against colleagues at the keyboard, not against whoever knows the "
                "shared account.",
            ),
        ),
        (
            "firebase",
            translate("connection", "A shared account, Firebase"),
            translate(
                "connection",
                "Several people share the database account, and each signs in as in the booking "
                "application. An administrator enters the project in the settings first.",
            ),
        ),
    )


def _field(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setPlaceholderText(placeholder)
    field.setMaxLength(1000)
    return field
