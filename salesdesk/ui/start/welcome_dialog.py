"""The first start: the language, and four ways to begin.

Shown before there is any session: what it needs from the program is handed in. The app layer
opens the database that was chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import language
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.choice_cards import ChoiceButton
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.widgets import Button, Label, Paragraph, Segment, SegmentedControl
from salesdesk.ui.session.profiles import ConnectionChecks, ServerForm
from salesdesk.ui.start.connection_dialog import ConnectionDialog
from salesdesk.ui.start.restore import RestoreBackup, Restoring


class StartKind(Enum):
    """Three ways; a backup that was restored is opened as a workspace."""

    SAMPLE = "sample"
    WORKSPACE = "workspace"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class StartChoice:
    """How the person begins; `server` goes with SERVER and is checked already."""

    kind: StartKind
    server: ServerForm | None = None


class FirstStartDialog(FormDialog):
    """Asks what to open.

    Args:
        starter: what the program can do about connections.
        restoring: what it can do about backups.

    Signals:
        chosen(StartChoice): the way that was chosen; `rejected` means to leave.
        language_wanted(str): the window shall speak another language.
    """

    chosen = Signal(object)
    language_wanted = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        starter: ConnectionChecks,
        restoring: Restoring,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate("start", "SalesDesk"), name="start_dialog", parent=parent)
        self._tasks = tasks
        self._starter = starter
        title = Label(self.tr("Welcome to SalesDesk"), name="start_title", face=Face.TITLE)
        self.header.addWidget(title)
        told = self.tr(
            "No customer gets forgotten. Choose where your customers are: the next start opens the "
            "same again."
        )
        self.page.addWidget(Paragraph(told, name="start_text", ink="text2"))
        self._restore = RestoreBackup(tasks, restoring, self)
        self._restore.restored.connect(self._workspace)
        self._build_choices()
        self.languages = SegmentedControl(
            [Segment(code, name) for code, name in language.LANGUAGES.items()],
            name="start_language",
            # In both, for whoever does not understand the one that is shown.
            accessible="Language, Bahasa",
        )
        self.languages.set_value(language.chosen())
        self.languages.chosen.connect(self._on_language)
        self.footer.insertWidget(0, self.languages)
        leave = Button(self.tr("Leave"), name="start_leave", hint=self.tr("Esc"))
        leave.clicked.connect(self.reject)
        self.footer.addWidget(leave)
        self.end_rows()
        self.sample.setFocus()

    def _build_choices(self) -> None:
        self.sample = ChoiceButton(
            "users",
            self.tr("Try it with sample data"),
            self.tr("A made-up sales office on this computer. Nothing that you do there counts."),
            name="start_sample",
        )
        self.workspace = ChoiceButton(
            "monitor",
            self.tr("A new workspace on this computer"),
            self.tr("An empty list of customers in a file of your own, for you alone."),
            name="start_workspace",
        )
        self.server = ChoiceButton(
            "server",
            self.tr("Connect to the company's MySQL"),
            self.tr("Work with your colleagues on the database of the booking application."),
            name="start_server",
        )
        self.backup = ChoiceButton(
            "archive-restore",
            self.tr("Restore a backup"),
            self.tr("A saved copy of a workspace, from this computer or another one."),
            name="start_backup",
        )
        for button in (self.sample, self.workspace, self.server, self.backup):
            self.page.addWidget(button)
        self.sample.clicked.connect(self._sample)
        self.workspace.clicked.connect(self._workspace)
        self.server.clicked.connect(self.open_connection)
        self.backup.clicked.connect(self._restore.ask)

    def open_connection(self) -> None:
        """Ask for the connection to the company's server."""
        form = ConnectionDialog(self._tasks, self._starter, parent=self)
        form.connected.connect(self._connected)
        form.open()

    def _on_language(self, code: str) -> None:
        if code != language.chosen():
            self.language_wanted.emit(code)

    def _sample(self) -> None:
        self._choose(StartChoice(StartKind.SAMPLE))

    def _workspace(self) -> None:
        self._choose(StartChoice(StartKind.WORKSPACE))

    def _connected(self, form: ServerForm) -> None:
        self._choose(StartChoice(StartKind.SERVER, form))

    def _choose(self, choice: StartChoice) -> None:
        self.chosen.emit(choice)
        self.accept()

    def reject(self) -> None:
        """Leave; not while a backup is being restored."""
        if not self.busy:
            super().reject()
