"""A person's session over a real database, for tests and pictures of the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSettings, Signal

from salesdesk.domain.changes import Changes
from salesdesk.domain.contact import ContactDraft
from salesdesk.domain.exporting import Outlet, Table
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.session.connection import Connection
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.feed import Feed
from salesdesk.ui.session.office_settings import OfficeSettings as OfficeSnapshot

JAKARTA = ZoneInfo("Asia/Jakarta")


class ListedOutbox(QObject):
    """An outbox that keeps what it is given in a list."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[tuple[ContactDraft, str]] = []
        self.tries = 0

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self.kept)

    @property
    def refused(self) -> int:
        """None is ever refused here."""
        return 0

    def add(self, draft: ContactDraft, customer: str) -> None:
        """Keep a contact."""
        self.kept.append((draft, customer))

    def send(self) -> None:
        """Count that somebody asked."""
        self.tries += 1


class AskedReleases(QObject):
    """A release timer that only remembers what it was asked; tests emit its signals."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Cause] = []

    def run(self, cause: Cause) -> None:
        """Remember."""
        self.asked.append(cause)


class HeldRun(QObject):
    """An export that goes on until the test says how it ends."""

    advanced = Signal(object)
    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.stops = 0

    def stop(self) -> None:
        """Count that somebody asked."""
        self.stops += 1


class HeldExports:
    """Remembers what was asked for."""

    def __init__(self) -> None:
        self.run = HeldRun()
        self.asked: list[tuple[Table, Outlet, Path]] = []

    def start(self, table: Table, outlet: Outlet, path: Path) -> HeldRun:
        """Remember."""
        self.asked.append((table, outlet, path))
        return self.run


class WindowSession:
    """What a window is handed, and what it told.

    Attributes:
        bugs: what was reported as a bug.
        news: what the feed published.
        exports: what was asked to be written into files.
        copied, links: what went to the clipboard, and outside.
        opens_links: whether anything on the computer opens them.
    """

    def __init__(self, session: Session, settings: QSettings, server: str = "test-server") -> None:
        self.bugs: list[BaseException] = []
        self.news: list[Changes] = []
        self.copied: list[str] = []
        self.links: list[str] = []
        self.opens_links = True
        self.settings = settings
        self.tasks = Tasks()
        self.tasks.stop_with(session.stoppable)
        self.feed = Feed()
        self.feed.changed.connect(self._noted)
        self.outbox = ListedOutbox()
        self.releases = AskedReleases()
        self.exports = HeldExports()
        self.snapshot = OfficeSnapshot(session, self.tasks, self.feed, JAKARTA)
        self.connection = Connection(session, self.tasks)
        self.context = Context(
            session,
            self.tasks,
            self.feed,
            self.snapshot,
            self.connection,
            self.outbox,
            self.releases,
            server,
            self.copied.append,
            self._open,
            self.bugs.append,
            lambda: "SalesDesk diagnostics",
            exports=self.exports,
        )

    def _open(self, link: str) -> bool:
        self.links.append(link)
        return self.opens_links

    def _noted(self, changes: Changes) -> None:
        self.news.append(changes)

    def as_server(self, name: str) -> Context:
        """The context with another name of the server."""
        return replace(self.context, server=name)

    def close(self) -> None:
        """End the session; every worker must end too."""
        self.connection.stop()
        assert self.tasks.shutdown()
