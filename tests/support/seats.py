"""One person's session over a real database, without a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from salesdesk.app.local.drafts import DraftFolder
from salesdesk.app.local.outbox import Outbox
from salesdesk.domain.changes import Changes
from salesdesk.domain.contact import ContactDraft
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.session.connection import Connection
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.feed import Feed
from salesdesk.ui.session.office_settings import OfficeSettings as OfficeSnapshot
from tests.support.factories import Office

#: Runs the event loop until something holds, and fails where it never does.
Wait = Callable[[Callable[[], bool]], object]

JAKARTA = ZoneInfo("Asia/Jakarta")


class KeptHere(QObject):
    """The outbox as a window has it, over the real files."""

    changed = Signal()

    def __init__(self, files: Outbox) -> None:
        super().__init__()
        self.files = files
        self.broken = False
        self.tries = 0

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self.files.waiting())

    @property
    def refused(self) -> int:
        """How many were refused."""
        return len(self.files.refused())

    def add(self, draft: ContactDraft, customer: str) -> None:
        """Keep a contact on the disk."""
        if self.broken:
            raise OSError("no space left on device")
        self.files.add(draft, customer, datetime.now(UTC))

    def send(self) -> None:
        """Only count that somebody asked."""
        self.tries += 1


class NoReleases(QObject):
    """A release timer that nobody needs here."""

    finished = Signal(object)
    failed = Signal(object)

    def run(self, cause: Cause) -> None:
        """Do nothing."""


class DialogSeat:
    """What dialogs are handed, and what they told.

    Attributes:
        bugs: what was reported as a bug.
        news: what the feed published.
        copied: texts put on the clipboard.
    """

    def __init__(self, office: Office, uid: str, folder: Path, wait: Wait) -> None:
        self.office = office
        self._wait = wait
        self.bugs: list[BaseException] = []
        self.news: list[Changes] = []
        self.copied: list[str] = []
        self._shown: list[QDialog] = []
        self.tasks = Tasks()
        self.feed = Feed()
        self.feed.changed.connect(self._noted)
        self.outbox = KeptHere(Outbox(folder, "test", uid))
        self.drafts = DraftFolder(folder / "drafts", "test", uid)
        session = office.session(uid)
        self._snapshot = OfficeSnapshot(session, self.tasks, self.feed, JAKARTA)
        self._connection = Connection(session, self.tasks)
        self._releases = NoReleases()
        self.context = Context(
            session,
            self.tasks,
            self.feed,
            self._snapshot,
            self._connection,
            self.outbox,
            self._releases,
            "test",
            self.copied.append,
            lambda _: True,
            self.bugs.append,
            lambda: "SalesDesk diagnostics",
            self.drafts,
        )

    def _noted(self, changes: Changes) -> None:
        self.news.append(changes)

    def at(self, session: Session) -> None:
        """Sit at another desk, such as one whose database does not answer."""
        self.context = replace(self.context, session=session)

    def show(self, dialog: QDialog) -> None:
        """Open a dialog and let it read what it needs."""
        self._shown.append(dialog)
        dialog.open()
        self._wait(dialog.isVisible)
        dialog.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until every job has been answered."""
        self._wait(self.tasks.is_idle)

    def close(self) -> None:
        """End the session."""
        self._connection.stop()
        for widget in _windows():
            widget.close()
        assert self.tasks.shutdown()


def _windows() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
