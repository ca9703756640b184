"""Why nobody can work yet, and exactly what an administrator must run."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.widgets import Button, ButtonKind, IconButton, Label, Paragraph, named
from salesdesk.ui.start.restore import RestoreBackup, Restoring

Copy = Callable[[str], None]


class BlockedDialog(FormDialog):
    """Says what is missing and offers to look again.

    Args:
        texts: paragraphs in words.
        commands: what an administrator runs, each with a button that copies it.
        copy: puts a text on the clipboard.

    Signals:
        retried(): the person asks to look again; `rejected` means to leave.
    """

    retried = Signal()

    def __init__(
        self,
        title: str,
        texts: Sequence[str],
        commands: Sequence[str],
        copy: Copy,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, name="blocked_dialog", parent=parent)
        self._copy = copy
        self.header.addWidget(Label(title, name="blocked_title", face=Face.TITLE))
        self.texts = [Paragraph(text, name=f"blocked_text_{at}") for at, text in enumerate(texts)]
        for paragraph in self.texts:
            self.page.addWidget(paragraph)
        self.commands = [_CommandLine(text, at, copy) for at, text in enumerate(commands)]
        for command in self.commands:
            self.page.addWidget(command)
        self.leave = Button(self.tr("Leave"), name="blocked_leave", hint=self.tr("Esc"))
        self.again = Button(
            self.tr("Try again"),
            name="blocked_again",
            kind=ButtonKind.PRIMARY,
            icon="refresh-cw",
            hint=self.tr("Enter"),
        )
        self.leave.clicked.connect(self.reject)
        self.again.clicked.connect(self.retried)
        self.set_buttons(self.leave, self.again)
        self.restore: Button | None = None
        self.end_rows()
        self.again.setFocus()

    def offer_backups(self, tasks: Tasks, restoring: Restoring) -> None:
        """Offer to put a backup in the place of what cannot be opened, and to look again then."""
        act = RestoreBackup(tasks, restoring, self)
        act.restored.connect(self.retried)
        self.restore = Button(
            self.tr("Restore a backup…"), name="blocked_restore", icon="archive-restore"
        )
        self.restore.clicked.connect(act.ask)
        self.footer.insertWidget(0, self.restore)

    def reject(self) -> None:
        """Leave; not while a backup is being restored."""
        if not self.busy:
            super().reject()


class _CommandLine(QWidget):
    """A command to be copied, not typed off."""

    def __init__(self, text: str, number: int, copy: Copy) -> None:
        super().__init__()
        self._copy = copy
        named(self, f"blocked_command_{number}")
        self.line = QLineEdit(text)
        named(self.line, f"blocked_command_{number}_text", self.tr("Command"))
        self.line.setReadOnly(True)
        self.line.setCursorPosition(0)
        button = IconButton(
            "copy", name=f"blocked_command_{number}_copy", accessible=self.tr("Copy")
        )
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self.copy_it)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(button)

    def copy_it(self) -> None:
        """Copy the command."""
        self._copy(self.line.text())


def unknown_account(account: str, copy: Copy, parent: QWidget | None = None) -> BlockedDialog:
    """The database account stands for nobody yet."""
    told = translate(
        "blocked",
        "You are signed in to the database as “{account}”, but this account does not stand for "
        "anybody yet. An administrator must run the following once, with your e-mail address as "
        "it stands among the users:",
    )
    shared = translate(
        "blocked",
        "If several people share this account, it must stand for nobody: leave, and choose “A "
        "shared account, own passwords” in the form of the connection instead.",
    )
    return BlockedDialog(
        translate("blocked", "Who are you?"),
        [shared, fill(told, account=account)],
        [f"salesdesk people map {shlex.quote(account)} EMAIL"],
        copy,
        parent,
    )


def without_role(
    name: str, email: str | None, copy: Copy, parent: QWidget | None = None
) -> BlockedDialog:
    """The person has no role, or an inactive one."""
    told = translate(
        "blocked",
        "You are {name}. An administrator must give you a role before you can see customers, by "
        "the following command; then SalesDesk goes on by itself:",
    )
    return BlockedDialog(
        translate("blocked", "You have no role yet"),
        [fill(told, name=name)],
        [f'salesdesk people grant {email or "EMAIL"} "Sales Agent"'],
        copy,
        parent,
    )


def sleeping_role(
    name: str, email: str | None, copy: Copy, parent: QWidget | None = None
) -> BlockedDialog:
    """The booking application took its own role away, so that SalesDesk's does not count."""
    told = translate(
        "blocked",
        "You are {name}. The booking application took its role away from you, or made it inactive, "
        "and your role in SalesDesk sleeps since. An administrator can confirm it by the following "
        "command; then SalesDesk goes on by itself:",
    )
    return BlockedDialog(
        translate("blocked", "Your role sleeps"),
        [fill(told, name=name)],
        [f"salesdesk people confirm {email or 'EMAIL'}"],
        copy,
        parent,
    )


def not_ready(needs: Sequence[str], copy: Copy, parent: QWidget | None = None) -> BlockedDialog:
    """The database lacks something that an administrator owes."""
    told = translate("blocked", "An administrator must do the following before anybody can work:")
    return BlockedDialog(
        translate("blocked", "The database is not ready"), [told, *needs], [], copy, parent
    )


def out_of_reach(
    server: str, message: str, copy: Copy, parent: QWidget | None = None
) -> BlockedDialog:
    """The database cannot be reached at the start."""
    told = fill(translate("blocked", "{server} cannot be reached."), server=server)
    kept = translate("blocked", "Contacts that wait on this computer are kept.")
    return BlockedDialog(
        translate("blocked", "The server is away"), [told, message, kept], [], copy, parent
    )


def unusable_workspace(message: str, copy: Copy, parent: QWidget | None = None) -> BlockedDialog:
    """A workspace's file cannot be opened at the start."""
    kept = translate(
        "blocked",
        "A backup can take its place. The file as it is now is kept beside it.",
    )
    return BlockedDialog(
        translate("blocked", "The workspace cannot be opened"), [message, kept], [], copy, parent
    )
